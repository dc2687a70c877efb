// Changes a plan's file as a person would: only the lines that must change, remarks kept.
#pragma once

#include <string>

#include "src/meeting/plan.h"

namespace folkmoot {

/// The file's content after one change of its plan: of what the meeting table, the rounds, the pulse or one item says,
/// or one item more, less or elsewhere. `before` is what the content reads as. Error when more changed at once.
std::string with_changes(std::string content, const Plan& before, const Plan& after, const std::string& shown_name);

}  // namespace folkmoot
