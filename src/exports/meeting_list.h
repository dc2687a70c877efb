// Lists of meetings and of actions: lines for people, JSON and CSV for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// One line a meeting, each making sense alone; `digits` of its id are shown (Records::prefix_length).
/// "1a2b  Working group 7, Tuesday 24 November 2026, Working group, closed, 6 people present, ..."
std::vector<std::string> meeting_lines(const std::vector<MeetingSummary>& meetings, std::size_t digits);
/// "1a2b3c4d  Asha: send the advert, due Tuesday 1 December 2026, accepted, carried twice, from ..."
std::vector<std::string> action_lines(const std::vector<ActionSummary>& actions, Date today);

/// A JSON array, one object an entry, with whole ids and ISO dates; what is not there is null. Ends with a line break.
std::string meetings_json(const std::vector<MeetingSummary>& meetings);
std::string actions_json(const std::vector<ActionSummary>& actions);

/// RFC 4180 with a header line. A text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string meetings_csv(const std::vector<MeetingSummary>& meetings);
/// `raw`: without that.
std::string actions_csv(const std::vector<ActionSummary>& actions, bool raw);

}  // namespace folkmoot
