#include "src/render/make_face.h"

#include <unistd.h>

#include "src/base/ascii.h"
#include "src/render/full_screen.h"
#include "src/render/linear.h"

namespace folkmoot {

std::unique_ptr<Renderer> make_face(FaceKind kind, const FaceSettings& settings) {
    if (kind == FaceKind::screen) {
        ScreenSettings screen{settings.reader, Hints::full, locale_is_utf8()};
        if (settings.hints == "short") screen.hints = Hints::brief;
        if (settings.hints == "none") screen.hints = Hints::none;
        return std::make_unique<FullScreen>(STDIN_FILENO, STDOUT_FILENO, screen, settings.colour);
    }
    LinearSettings linear{std::nullopt, locale_is_utf8()};
    if (settings.width > 0) linear.width = static_cast<std::size_t>(settings.width);
    return std::make_unique<Linear>(STDIN_FILENO, STDOUT_FILENO, linear);
}

}  // namespace folkmoot
