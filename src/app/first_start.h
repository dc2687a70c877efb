// The first start asks once how the person uses the terminal.
#pragma once

#include "src/app/preferences.h"
#include "src/render/renderer.h"

namespace folkmoot {

/// One plain question, asked in plain lines, which everyone can read. The answer is kept in the settings, and the face
/// changed to it; where it cannot be kept that is said, and it counts for this run.
void settle_use(Renderer& renderer, Preferences& preferences);

}  // namespace folkmoot
