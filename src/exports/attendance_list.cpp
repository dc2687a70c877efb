#include "src/exports/attendance_list.h"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/csv.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;

/// As the log finds people by a name that was typed.
bool is_wanted(const std::string& name, const std::string& typed) {
    return typed.empty() || text::name_matches(text::plain(name), text::plain(typed));
}

/// To the nearest minute, halves up, as durations are said.
Minutes whole(Millis present) { return std::chrono::floor<Minutes>(present + std::chrono::seconds{30}); }

std::vector<AttendanceRow> rows_of(const State& meeting, const MeetingFilter& filter) {
    std::vector<AttendanceRow> rows;
    for (const Attendance& each : meeting.attendance) {
        const Person* person = find_person(meeting.people, each.person);
        if (person == nullptr || !each.arrived || !is_wanted(person->name.text, filter.person)) continue;
        AttendanceRow row;
        row.meeting = meeting.id;
        row.date = date_of(*meeting.opened);
        row.title = meeting.plan.title.text;
        row.group = meeting.plan.group.text;
        row.partnership = meeting.plan.partnership_name.text;
        row.person_id = each.person;
        row.person = person->name.text;
        row.partner = meeting.partner_name(person->partner);
        row.arrived = *each.arrived;
        row.left = each.left.value_or(*meeting.closed);
        row.present = whole(each.present_at(*meeting.closed));
        rows.push_back(std::move(row));
    }
    return rows;
}

void add(std::vector<AttendanceTotal>& totals, const AttendanceRow& row) {
    auto total = std::ranges::find(totals, row.person_id, &AttendanceTotal::person_id);
    if (total == totals.end()) total = totals.insert(total, AttendanceTotal{row.person_id, {}, {}, {}, 0, Minutes{0}});
    total->person = row.person;
    total->partner = row.partner;
    total->partnership = row.partnership;
    ++total->meetings;
    total->present += row.present;
}

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string text = text::one_line(raw);
    return text.empty() ? std::string(otherwise) : text;
}

std::string person_of(const std::string& person, const std::string& partner) {
    const std::string organisation = text::one_line(partner);
    return or_else(person, "(name not known)") + (organisation.empty() ? "" : ", " + organisation);
}

std::string how_long(Minutes present) { return duration_in_words(std::chrono::duration_cast<Millis>(present)); }

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }

}  // namespace

AttendanceList attendance_list(Records& records, const MeetingFilter& filter) {
    AttendanceList list;
    auto meetings = filter.wants_all() ? records.meetings(0) : records.meetings_wanted(filter, 0);
    std::ranges::reverse(meetings);
    for (const MeetingSummary& each : meetings) {
        if (!each.closed) {
            ++list.still_open;
            continue;
        }
        for (AttendanceRow& row : rows_of(fold(each.id, records.events(each.id)), filter)) {
            add(list.totals, row);
            list.rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(list.totals, {}, [](const AttendanceTotal& each) { return text::folded(each.person); });
    return list;
}

std::vector<std::string> attendance_lines(const AttendanceList& list) {
    std::vector<std::string> lines;
    for (const AttendanceRow& row : list.rows)
        lines.push_back(fmt::format("{}, {}: {}, {}, from {} to {}", in_words(row.date),
                                    or_else(row.title, "Meeting without title"), person_of(row.person, row.partner),
                                    how_long(row.present), time_of_day(row.arrived), time_of_day(row.left)));
    if (!list.totals.empty()) lines.insert(lines.end(), {"", "In all"});
    for (const AttendanceTotal& total : list.totals)
        lines.push_back(fmt::format("{}: {} at {}", person_of(total.person, total.partner), how_long(total.present),
                                    text::count(total.meetings, "meeting", "meetings")));
    if (list.still_open > 0)
        lines.push_back(fmt::format("Not counted: {} still open.",
                                    text::count(list.still_open, "meeting that is", "meetings that are")));
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
                        {"minutes", row.present.count()}});
    for (const AttendanceTotal& total : list.totals)
        totals.push_back({{"person_id", total.person_id.hex()},
                          {"person", text_or_null(total.person)},
                          {"partner", text_or_null(total.partner)},
                          {"partnership", text_or_null(total.partnership)},
                          {"meetings", total.meetings},
                          {"minutes", total.present.count()}});
    const Json all = {{"attendance", rows}, {"totals", totals}, {"not_closed", list.still_open}};
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string attendance_csv(const AttendanceList& list, bool raw) {
    const auto cell = [raw](std::string_view text) { return raw ? csv_raw_cell(text) : csv_cell(text); };
    std::string csv = csv_line({"line", "meeting", "date", "title", "group", "partnership", "person_id", "person",
                                "partner", "arrived", "left", "minutes", "meetings"});
    for (const AttendanceRow& row : list.rows)
        csv += csv_line({"meeting", row.meeting.hex(), iso(row.date), cell(row.title), cell(row.group),
                         cell(row.partnership), row.person_id.hex(), cell(row.person), cell(row.partner),
                         time_of_day(row.arrived), time_of_day(row.left), fmt::format("{}", row.present.count()), "1"});
    for (const AttendanceTotal& total : list.totals)
        csv += csv_line({"total", "", "", "", "", cell(total.partnership), total.person_id.hex(), cell(total.person),
                         cell(total.partner), "", "", fmt::format("{}", total.present.count()),
                         fmt::format("{}", total.meetings)});
    return csv;
}

}  // namespace folkmoot
