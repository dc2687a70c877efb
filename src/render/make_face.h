// A face on the standard streams.
#pragma once

#include <memory>

#include "src/render/renderer.h"

namespace folkmoot {

/// Error when the terminal has no full screen.
std::unique_ptr<Renderer> make_face(FaceKind kind, const FaceSettings& settings);

}  // namespace folkmoot
