// The first start asks once how the person uses the terminal.
#pragma once

#include "src/render/renderer.h"

namespace folkmoot {

/// One plain question, asked in plain lines, which everyone can read. The answer is kept in the settings, and the face
/// changed to it. `reader` becomes the profile that a face made from now on takes. Throws Error.
void settle_use(Renderer& renderer, bool& reader);

}  // namespace folkmoot
