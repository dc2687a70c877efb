// The closing: read back, what comes next, and after it the last page.
// The question it answers: is all written down as it was meant, and what happens next?
#pragma once

#include "screens/screen.h"

namespace folkmoot::closing {

Page page(const View& view);
Reaction on(const View& view, const Intent& intent);

/// After closing: nothing can be changed but by undoing it.
Page closed_page(const View& view);
Reaction on_closed(const View& view, const Intent& intent);

}  // namespace folkmoot::closing
