// The opening: who is here, what they need, what the meeting is for.
#pragma once

#include "screens/screen.h"

namespace folkmoot::opening {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::opening
