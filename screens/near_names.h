// Names that come near to one that nobody has: for the answer to a slip of the fingers.
#pragma once

#include <string_view>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// At most three people, the nearest first: about a third of the letters may differ, in the whole name or in
/// one of its words.
std::vector<PersonId> people_near(const State& state, std::string_view typed);

}  // namespace folkmoot
