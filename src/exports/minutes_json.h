// Minutes for programs. The help topic "programs" describes the members.
#pragma once

#include <string>

#include "src/session/state.h"

namespace folkmoot {

/// One JSON object with what minutes_of says, under the same rules. What is not there is null or an empty list. Ends
/// with a line break.
std::string minutes_json(const State& state);

/// The same of minutes_for.
std::string minutes_for_json(const State& state, const PersonId& whom);

}  // namespace folkmoot
