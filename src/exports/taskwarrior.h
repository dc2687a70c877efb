// Actions for Taskwarrior.
#pragma once

#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// A JSON array for `task import`. An action keeps its uuid, so that importing it again changes the task it was. Dates
/// are the beginning of the day where the machine is. A dropped action is a deleted task; one that its owner has not
/// accepted has the tag "proposed".
std::string actions_taskwarrior(const std::vector<ActionSummary>& actions);

}  // namespace folkmoot
