// The words that write something down, and those that change what was written. Possible everywhere in a meeting.
#pragma once

#include <optional>
#include <string>

#include "screens/reading.h"
#include "screens/screen.h"

namespace folkmoot::captures {

/// Nothing when the word is none of these.
std::optional<Reaction> on(const View& view, const Intent& intent);

/// `revisit [N] DATE` or `never`; `otherwise` is the decision that is meant without a number, 0 the latest.
Reaction revisit(const View& view, const std::string& argument, CaptureNumber otherwise);

/// "concern 2: fewer items" is 2 and "fewer items"; nothing when the argument is no concern's.
std::optional<Numbered> concern_named(const std::string& argument);

/// `close concern N: WHAT WAS AGREED`, by its number in this meeting; nothing when the argument is no concern's.
std::optional<Reaction> close_concern(const View& view, const Intent& intent);

}  // namespace folkmoot::captures
