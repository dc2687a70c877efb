#include "src/exports/meeting_list.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/csv.h"
#include "src/session/matters.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string text = text::one_line(raw);
    return text.empty() ? std::string(otherwise) : text;
}

void append(std::string& line, const std::string& part) {
    if (!part.empty()) line += ", " + part;
}

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(nullptr); }

std::string dumped(const Json& array) {
    return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string meeting_line(const MeetingSummary& meeting, std::size_t digits) {
    std::string line = fmt::format("{}  {}", meeting.id.shown(digits), or_else(meeting.title, "Meeting without title"));
    append(line, in_words(meeting.date));
    append(line, text::one_line(meeting.group));
    append(line, text::one_line(meeting.partnership));
    append(line, meeting.closed ? "closed" : "open");
    append(line, text::count(meeting.present, "person present", "people present"));
    append(line, text::count(meeting.decisions, "decision", "decisions"));
    append(line, text::count(meeting.actions, "action", "actions"));
    return line;
}

void append_facts(std::string& line, const ActionSummary& action) {
    append(line, action.due ? "due " + in_words(*action.due) : "no date yet");
    append(line, std::string(in_words(action.state)));
    if (action.carried > 0) append(line, carried_in_words(action.carried));
}

}  // namespace

std::vector<std::string> meeting_lines(const std::vector<MeetingSummary>& meetings, std::size_t digits) {
    std::vector<std::string> lines;
    for (const MeetingSummary& meeting : meetings) lines.push_back(meeting_line(meeting, digits));
    return lines;
}

std::vector<std::string> action_lines(const std::vector<ActionSummary>& actions, Date today) {
    std::vector<std::string> lines;
    for (const ActionSummary& action : actions) {
        lines.push_back(fmt::format("{}  {}: {}", action.id.shown(8), or_else(action.owner, "Owner not agreed yet"),
                                    or_else(action.what, "(no words)")));
        append_facts(lines.back(), action);
        if (!is_over(action.state) && action.due && days_between(*action.due, today) > 0)
            append(lines.back(), "overdue");
        append(lines.back(), fmt::format("from {} on {}", or_else(action.meeting_title, "a meeting without title"),
                                         in_words(action.since)));
        append(lines.back(), text::one_line(action.group));
    }
    return lines;
}

std::string meetings_json(const std::vector<MeetingSummary>& meetings) {
    Json array = Json::array();
    for (const MeetingSummary& meeting : meetings)
        array.push_back({{"id", meeting.id.hex()},
                         {"date", iso(meeting.date)},
                         {"title", text_or_null(meeting.title)},
                         {"group", text_or_null(meeting.group)},
                         {"partnership", text_or_null(meeting.partnership)},
                         {"closed", meeting.closed},
                         {"present", meeting.present},
                         {"decisions", meeting.decisions},
                         {"actions", meeting.actions}});
    return dumped(array);
}

std::string actions_json(const std::vector<ActionSummary>& actions) {
    Json array = Json::array();
    for (const ActionSummary& action : actions)
        array.push_back({{"id", action.id.hex()},
                         {"what", text_or_null(action.what)},
                         {"owner", text_or_null(action.owner)},
                         {"owner_id", action.owner_id ? Json(action.owner_id->hex()) : Json(nullptr)},
                         {"due", date_or_null(action.due)},
                         {"state", in_words(action.state)},
                         {"carried", action.carried},
                         {"since", iso(action.since)},
                         {"meeting", action.meeting.hex()},
                         {"meeting_title", text_or_null(action.meeting_title)},
                         {"group", text_or_null(action.group)}});
    return dumped(array);
}

std::string meetings_csv(const std::vector<MeetingSummary>& meetings) {
    std::string csv =
        csv_line({"id", "date", "title", "group", "partnership", "closed", "present", "decisions", "actions"});
    for (const MeetingSummary& meeting : meetings)
        csv +=
            csv_line({meeting.id.hex(), iso(meeting.date), csv_cell(meeting.title), csv_cell(meeting.group),
                      csv_cell(meeting.partnership), meeting.closed ? "yes" : "no", fmt::format("{}", meeting.present),
                      fmt::format("{}", meeting.decisions), fmt::format("{}", meeting.actions)});
    return csv;
}

std::string actions_csv(const std::vector<ActionSummary>& actions, bool raw) {
    const auto cell = [raw](std::string_view text) { return raw ? csv_raw_cell(text) : csv_cell(text); };
    std::string csv = csv_line(
        {"id", "what", "owner", "owner_id", "due", "state", "carried", "since", "meeting", "meeting_title", "group"});
    for (const ActionSummary& action : actions)
        csv += csv_line({action.id.hex(), cell(action.what), cell(action.owner),
                         action.owner_id ? action.owner_id->hex() : std::string{},
                         action.due ? iso(*action.due) : std::string{}, cell(in_words(action.state)),
                         fmt::format("{}", action.carried), iso(action.since), action.meeting.hex(),
                         cell(action.meeting_title), cell(action.group)});
    return csv;
}

}  // namespace folkmoot
