#include "src/exports/next_meetings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/uuid.h"

namespace folkmoot {

namespace {

/// What a group has agreed on, as its meetings are gone through in order.
struct Agreed {
    MeetingId first;  ///< the meeting after which a next one was agreed on
    MeetingId latest;
    Date date{};
    std::size_t changes = 0;
};

using Group = std::pair<std::string, std::string>;

std::map<Group, Agreed> agreed_by(std::vector<MeetingSummary> newest_first) {
    std::ranges::reverse(newest_first);
    std::map<Group, Agreed> agreed;
    for (const MeetingSummary& meeting : newest_first) {
        const Group group{text::folded(meeting.partnership), text::folded(meeting.group)};
        const auto before = agreed.find(group);
        if (before != agreed.end() && days_between(before->second.date, meeting.date) >= 0) agreed.erase(before);
        if (!meeting.closed || !meeting.next_date) continue;
        const auto [place, is_new] = agreed.try_emplace(group, Agreed{meeting.id, meeting.id, *meeting.next_date});
        if (is_new) continue;
        place->second.latest = meeting.id;
        place->second.date = *meeting.next_date;
        ++place->second.changes;
    }
    return agreed;
}

NextMeeting described(const Agreed& agreed, const State& by) {
    NextMeeting next;
    next.id = derived_id(agreed.first, 0, "next meeting");
    next.changes = agreed.changes;
    next.group = by.plan.group.text;
    next.partnership = by.plan.partnership_name.text;
    next.date = agreed.date;
    next.time = by.next_time;
    next.length = by.plan.length;
    next.place = by.plan.place.text;
    if (by.next_facilitator) next.facilitator = by.name_of(*by.next_facilitator);
    if (by.next_host) next.host = by.partner_name(*by.next_host);
    next.agreed_at = by.id;
    next.agreed_title = by.plan.title.text;
    next.agreed_on = date_of(*by.opened);
    return next;
}

std::string line_of(const NextMeeting& next, Date today) {
    const std::string group = text::one_line(next.group), partnership = text::one_line(next.partnership);
    std::string line = group.empty() ? "Group without name" : group;
    if (!partnership.empty()) line += ", " + partnership;
    line += ": " + (next.time ? in_words(LocalTime{next.date, *next.time}) : in_words(next.date) + ", no time yet");
    const auto append = [&](const std::string& raw, std::string_view what) {
        if (const std::string text = text::one_line(raw); !text.empty()) line += fmt::format(", {}{}", text, what);
    };
    append(next.place, " as last time");
    append(next.facilitator, " facilitates");
    append(next.host, " hosts");
    line += ", agreed on " + in_words(next.agreed_on);
    if (days_between(next.date, today) > 0) line += ", that day has passed and the group has not met since";
    return line;
}

}  // namespace

std::vector<NextMeeting> next_meetings(Records& records) {
    std::vector<NextMeeting> all;
    for (const auto& [group, agreed] : agreed_by(records.meetings(0)))
        all.push_back(described(agreed, fold(agreed.latest, records.events(agreed.latest))));
    std::ranges::stable_sort(all, [](const NextMeeting& one, const NextMeeting& other) {
        return LocalTime{one.date, one.time.value_or(Minutes{0})} <
               LocalTime{other.date, other.time.value_or(Minutes{0})};
    });
    return all;
}

std::vector<std::string> next_meeting_lines(const std::vector<NextMeeting>& meetings, Date today) {
    std::vector<std::string> lines;
    for (const NextMeeting& each : meetings) lines.push_back(line_of(each, today));
    return lines;
}

std::string next_meetings_json(const std::vector<NextMeeting>& meetings) {
    using Json = nlohmann::ordered_json;
    const auto text_or_null = [](const std::string& raw) {
        return raw.empty() ? Json(nullptr) : Json(text::printable(raw));
    };
    Json array = Json::array();
    for (const NextMeeting& each : meetings)
        array.push_back({{"id", uuid_of(each.id)},
                         {"group", text_or_null(each.group)},
                         {"partnership", text_or_null(each.partnership)},
                         {"date", iso(each.date)},
                         {"time", each.time ? Json(time_of_day(*each.time)) : Json(nullptr)},
                         {"minutes", each.length > Minutes{0} ? Json(each.length.count()) : Json(nullptr)},
                         {"place_last_time", text_or_null(each.place)},
                         {"facilitator", text_or_null(each.facilitator)},
                         {"host", text_or_null(each.host)},
                         {"agreed_on", iso(each.agreed_on)},
                         {"agreed_at", each.agreed_at.hex()},
                         {"changes", each.changes}});
    return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace folkmoot
