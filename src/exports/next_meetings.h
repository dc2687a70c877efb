// The next meetings that groups have agreed on at closing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

struct NextMeeting {
    Id128 id;  ///< stays the same when a later meeting, held before that day, agrees on another date
    std::size_t changes = 0;
    std::string group, partnership;
    Date date{};
    std::optional<Minutes> time;  ///< as the clock on the wall shows it there
    Minutes length{0};            ///< planned for the meeting that agreed on it; 0: none was
    std::string place;            ///< of that meeting: none is agreed on for the next
    std::string facilitator, host;
    MeetingId agreed_at;
    std::string agreed_title;
    Date agreed_on{};
    bool operator==(const NextMeeting&) const = default;
};

/// One a group at most: the date that its closed meetings agreed on last, unless the group has met on that day or
/// later. Earliest first.
std::vector<NextMeeting> next_meetings(Records& records);

/// "Working group, Harbour research partnership: Tuesday 15 December 2026, 14:00, Town hall as last time, ..."
std::vector<std::string> next_meeting_lines(const std::vector<NextMeeting>& meetings, Date today);

/// A JSON array, one object a meeting, with whole ids and ISO dates; what is not there is null.
std::string next_meetings_json(const std::vector<NextMeeting>& meetings);

}  // namespace folkmoot
