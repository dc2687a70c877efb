// Actions and next meetings for calendars and lists of tasks that read iCalendar (RFC 5545).
#pragma once

#include <string>
#include <vector>

#include "src/exports/next_meetings.h"

namespace folkmoot {

/// One VTODO an action. Its UID is the action's id, so that importing it again changes the task it was; `now` is when
/// it is written, by which a program knows the newer of two. Throws Error when libical is not there.
std::string actions_ics(const std::vector<ActionSummary>& actions, const Stamp& now);

/// One VEVENT a meeting, under the same rules: of a whole day when no time is agreed, at the place's own time when one
/// is, as long as the meeting before it was planned.
std::string next_meetings_ics(const std::vector<NextMeeting>& meetings, const Stamp& now);

}  // namespace folkmoot
