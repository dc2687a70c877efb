// The words that write something down, and those that change what was written. Possible everywhere in a meeting.
#pragma once

#include <optional>

#include "screens/screen.h"

namespace folkmoot::captures {

/// Nothing when the word is none of these.
std::optional<Reaction> on(const View& view, const Intent& intent);

/// `close concern N`, by its number in this meeting; nothing when the argument is no concern's.
std::optional<Reaction> close_concern(const View& view, const Intent& intent);

}  // namespace folkmoot::captures
