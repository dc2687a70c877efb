// Which actions fit what was asked for.
#pragma once

#include <vector>

#include "src/session/records.h"
#include "src/session/search.h"

namespace folkmoot {

/// Those for which all of it holds, in the order in which they come. person: is the owner, before: and after: are about
/// the date by which it is due (an action without a date is neither), phrases stand in the words of the action.
std::vector<ActionSummary> wanted(std::vector<ActionSummary> actions, const SearchQuery& query);

}  // namespace folkmoot
