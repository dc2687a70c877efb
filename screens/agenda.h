// The words that change the agenda, the clock or the place while the meeting runs.
#pragma once

#include <optional>

#include "screens/screen.h"

namespace folkmoot::agenda {

/// Nothing when the word is none of these.
std::optional<Reaction> on(const View& view, const Intent& intent);

/// Leaves the open item with an outcome.
Reaction leave(Outcome outcome);

}  // namespace folkmoot::agenda
