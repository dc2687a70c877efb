// Which acts of a meeting do not count in the end. Only for this room.
#pragma once

#include <set>

#include "src/session/state.h"

namespace folkmoot {

/// The sequences of acts that were undone and not redone.
std::set<Sequence> undone_acts(const State& state);

}  // namespace folkmoot
