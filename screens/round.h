// Check-in and check-out: everyone in turn, once.
// The question it answers: whose turn is it?
#pragma once

#include <string>

#include "screens/screen.h"

namespace folkmoot::round {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

/// "Asha is next, 3 of 8 have spoken".
std::string progress(const State& state, RoundKind kind);
RoundKind kind_here(const State& state);

}  // namespace folkmoot::round
