// The words about who is here and who does what today. Possible everywhere in a meeting.
#pragma once

#include <optional>

#include "screens/screen.h"

namespace folkmoot::people {

/// Nothing when the word is none of these.
std::optional<Reaction> on(const View& view, const Intent& intent);

}  // namespace folkmoot::people
