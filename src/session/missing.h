// Who has a task and is not in the room.
#pragma once

#include <string>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// What is said of it after a move, once each: at the end of the opening about the duties, when an item opens for the
/// first time about its lead. `state` is the one after the move.
std::vector<std::string> missing_now(const State& state, const event::Moved& moved);

}  // namespace folkmoot
