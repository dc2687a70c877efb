#include "src/exports/attendance_list.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/csv.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }

std::string number(std::size_t value) { return fmt::format("{}", value); }

}  // namespace

std::vector<std::string> attendance_lines(const AttendanceList& list) {
    std::vector<std::string> lines;
    for (const AttendanceRow& row : list.rows) lines.push_back(meeting_in_words(row) + ": " + in_words(row));
    if (!list.totals.empty()) lines.insert(lines.end(), {"", "In all"});
    for (const AttendanceTotal& total : list.totals) lines.push_back(in_words(total));
    if (list.still_open > 0) lines.push_back(not_counted(list));
    return lines;
}

std::string attendance_json(const AttendanceList& list) {
    Json rows = Json::array(), totals = Json::array();
    for (const AttendanceRow& row : list.rows)
        rows.push_back({{"meeting", row.meeting.hex()},
                        {"date", iso(row.date)},
                        {"title", text_or_null(row.title)},
                        {"group", text_or_null(row.group)},
                        {"partnership", text_or_null(row.partnership)},
                        {"person_id", row.person_id.hex()},
                        {"person", text_or_null(row.person)},
                        {"partner", text_or_null(row.partner)},
                        {"arrived", time_of_day(row.arrived)},
                        {"left", time_of_day(row.left)},
                        {"minutes", row.present.count()},
                        {"role", text_or_null(row.role)},
                        {"facilitated", row.duties.facilitated > 0},
                        {"took_notes", row.duties.took_notes > 0},
                        {"kept_time", row.duties.kept_time > 0},
                        {"items_led", row.duties.items_led}});
    for (const AttendanceTotal& total : list.totals)
        totals.push_back({{"person_id", total.person_id.hex()},
                          {"person", text_or_null(total.person)},
                          {"partner", text_or_null(total.partner)},
                          {"partnership", text_or_null(total.partnership)},
                          {"meetings", total.meetings},
                          {"minutes", total.present.count()},
                          {"role", text_or_null(total.role)},
                          {"facilitated", total.duties.facilitated},
                          {"took_notes", total.duties.took_notes},
                          {"kept_time", total.duties.kept_time},
                          {"items_led", total.duties.items_led}});
    const Json all = {{"attendance", rows}, {"totals", totals}, {"not_closed", list.still_open}};
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string attendance_csv(const AttendanceList& list, bool raw) {
    const auto cell = [raw](std::string_view text) { return raw ? csv_raw_cell(text) : csv_cell(text); };
    std::string csv = csv_line({"line", "meeting", "date", "title", "group", "partnership", "person_id", "person",
                                "partner", "arrived", "left", "minutes", "meetings", "role", "facilitated",
                                "took_notes", "kept_time", "items_led"});
    const auto add = [&](std::vector<std::string> cells, const std::string& role, const DutiesHad& duties) {
        cells.insert(cells.end(), {cell(role), number(duties.facilitated), number(duties.took_notes),
                                   number(duties.kept_time), number(duties.items_led)});
        csv += csv_line(cells);
    };
    for (const AttendanceRow& row : list.rows)
        add({"meeting", row.meeting.hex(), iso(row.date), cell(row.title), cell(row.group), cell(row.partnership),
             row.person_id.hex(), cell(row.person), cell(row.partner), time_of_day(row.arrived), time_of_day(row.left),
             fmt::format("{}", row.present.count()), "1"},
            row.role, row.duties);
    for (const AttendanceTotal& total : list.totals)
        add({"total", "", "", "", "", cell(total.partnership), total.person_id.hex(), cell(total.person),
             cell(total.partner), "", "", fmt::format("{}", total.present.count()), number(total.meetings)},
            total.role, total.duties);
    return csv;
}

}  // namespace folkmoot
