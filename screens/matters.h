// Actions from last time, and everything else that earlier meetings left open.
#pragma once

#include "screens/screen.h"

namespace folkmoot::matters {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::matters
