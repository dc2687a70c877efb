#include "src/app/first_start.h"

#include <array>

#include "src/app/ask.h"
#include "src/files/settings_file.h"

namespace folkmoot {

namespace {

struct Use {
    Choice choice;
    const char* profile = "";
    const char* face = "";
};

const std::array<Use, 3>& uses() {
    static const std::array<Use, 3> all{{
        {{"eyes", "with my eyes: a full screen, with the time always in sight"}, "visual", "screen"},
        {{"reader", "with a screen reader or braille: a full screen that stays quiet"}, "reader", "screen"},
        {{"lines", "in plain lines of text, one after the other"}, "reader", "linear"},
    }};
    return all;
}

}  // namespace

void settle_use(Renderer& renderer, bool& reader) {
    renderer.announce({Kind::plain, "Welcome to Folkmoot. One question first, and only once."});
    Question question{"How do you use this terminal?", {}};
    for (const auto& use : uses()) question.choices.push_back(use.choice);
    const auto choice = ask(renderer, question);
    if (!choice) return;
    const Use& use = uses().at(*choice);
    const auto path = settings_path();
    keep_setting(path, "profile", use.profile);
    keep_setting(path, "face", use.face);
    reader = use.profile == std::string("reader");
    renderer.announce({Kind::plain, "This is kept in " + path.string() +
                                        ". To change it type screen or linear, or start with --reader."});
    if (use.face == std::string("screen")) renderer.change_face(FaceKind::screen);
}

}  // namespace folkmoot
