// A face on the standard streams.
#pragma once

#include <memory>
#include <string>

#include "src/render/renderer.h"

namespace folkmoot {

/// What a face takes from the settings and the environment.
struct FaceSettings {
    int width = 0;        ///< of linear lines; 0: the terminal's
    std::string hints;    ///< of the full screen: "full", "short" or "none"; empty: full
    bool reader = false;  ///< the full screen's profile for screen readers and braille
    bool colour = true;   ///< one accent colour
};

/// Error when the terminal has no full screen.
std::unique_ptr<Renderer> make_face(FaceKind kind, const FaceSettings& settings);

}  // namespace folkmoot
