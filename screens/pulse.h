// The pulse: one statement at a time, answered without names.
// The question it answers: which statement is answered now?
#pragma once

#include "screens/screen.h"

namespace folkmoot::pulse {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::pulse
