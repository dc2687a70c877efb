// An agenda item.
#pragma once

#include "screens/screen.h"

namespace folkmoot::item {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::item
