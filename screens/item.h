// An agenda item.
// The question it answers: what do we talk about now, and who speaks?
#pragma once

#include "screens/screen.h"

namespace folkmoot::item {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::item
