// Actions that a plan brings although the log has them already.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "src/meeting/plan.h"
#include "src/session/records.h"

namespace folkmoot {

/// Takes out of the plan each action that the partnership's log has with the same words and owner, whatever became of
/// it: a plan that is used again must not bring back what is done. A sentence for each: "Already in the log: Send the
/// payment form, done."
std::vector<std::string> leave_out_known_actions(Plan& plan, std::span<const ActionSummary> known);

}  // namespace folkmoot
