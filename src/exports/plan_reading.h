// A plan as it is read before the meeting.
#pragma once

#include <string>
#include <vector>

#include "src/meeting/plan.h"

namespace folkmoot {

/// What it is, when, each line of the agenda with its clock time, and the end.
std::vector<std::string> plan_lines(const Plan& plan);

/// "Working group 7, 6 items, 8 people, 4 objectives."
std::string plan_summary(const Plan& plan);

}  // namespace folkmoot
