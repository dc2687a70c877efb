// One decision: how it was decided, its reservations. It lies over the place where the meeting is.
// The question it answers: how was this decided, and who has reservations?
#pragma once

#include <optional>

#include "screens/screen.h"

namespace folkmoot::decision {

/// The decision that is being looked at. Nothing once the meeting has moved on, or the decision was taken away.
const Capture* open_one(const View& view);

/// There must be an open one.
Page page(const View& view);

/// Words about this decision need no number here. Nothing when the word is for the place under it.
std::optional<Reaction> on(const View& view, const Intent& intent);

}  // namespace folkmoot::decision
