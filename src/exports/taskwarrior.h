// Actions for Taskwarrior.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// A JSON array for `task import`. An action keeps its uuid, so that importing it again changes the task it was. Dates
/// are the beginning of the day where the machine is. A dropped action is a deleted task; one that its owner has not
/// accepted has the tag "proposed".
std::string actions_taskwarrior(const std::vector<ActionSummary>& actions);

/// What `task export` says has become of tasks; those that are still to be done are left out.
struct TasksThere {
    std::vector<Id128> done;
    std::vector<Id128> deleted;
};

/// Reads what `task export` wrote. Error says what in it cannot be read.
TasksThere tasks_there(std::string_view exported);

}  // namespace folkmoot
