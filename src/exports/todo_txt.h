// Actions as a todo.txt file, which many small programs read.
#pragma once

#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// One line an action: "2026-11-24 Asha: send the advert due:2026-12-01 +Working-group id:2b2b...". The id stays the
/// same. A word that the format would take for a project, a context, a key or a date is guarded, so that it stays a
/// word. What is done or dropped begins with x, and has its date as since:, for the day of its end is not known here.
std::string actions_todo_txt(const std::vector<ActionSummary>& actions);

}  // namespace folkmoot
