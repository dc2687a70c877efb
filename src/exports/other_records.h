// A meeting that two people recorded, each on a machine of their own. Both records stay; this says how they differ.
#pragma once

#include <string>
#include <vector>

#include "src/session/records.h"
#include "src/session/state.h"

namespace folkmoot {

/// The other records of this meeting: opened from the same plan, on the same day. Newest first.
std::vector<MeetingSummary> other_records(Records& records, const MeetingSummary& meeting);

/// What stands in one of the two only: who was there, what was written down, and how items were left. A sentence each.
std::vector<std::string> differences(const State& ours, const State& theirs);

/// What happened in a meeting, and at the end its other records with what differs.
std::vector<std::string> whole_story(Records& records, const MeetingSummary& meeting);

}  // namespace folkmoot
