#include "src/render/make_face.h"

#include <unistd.h>

#include "src/render/full_screen.h"
#include "src/render/linear.h"

namespace folkmoot {

std::unique_ptr<Renderer> make_face(FaceKind kind, const FaceSettings& settings) {
    if (kind == FaceKind::screen)
        return std::make_unique<FullScreen>(STDIN_FILENO, STDOUT_FILENO, screen_settings(settings), settings.colour);
    return std::make_unique<Linear>(STDIN_FILENO, STDOUT_FILENO, linear_settings(settings));
}

}  // namespace folkmoot
