#include "src/app/first_start.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>

#include "src/app/ask.h"
#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

struct Use {
    Choice choice;
    const char* profile = "";
    const char* face = "";
    const char* changes = "";
};

/// Ears, fingers and both get the same: what is quiet and whole for a reader has nothing less for eyes but the time.
const std::array<Use, 4>& uses() {
    static const std::array<Use, 4> all{{
        {{"eyes", "by eye, on the full screen, with the time always in sight"},
         "visual",
         "screen",
         "This is the visual profile on the full screen: the line you are on is marked and the time is always in "
         "sight."},
        {{"reader", "by ear or finger, with a screen reader or braille, on a full screen that stays quiet"},
         "reader",
         "screen",
         "This is the reader profile on the full screen: nothing changes by itself, and the time is said when it "
         "matters or when you ask."},
        {{"both", "both ways, or several people at one screen, on the same quiet full screen"},
         "reader",
         "screen",
         "This is the reader profile on the full screen: nothing changes by itself, and the time is said when it "
         "matters or when you ask. With the visual profile it would be in sight."},
        {{"lines", "in plain lines of text, one after the other"},
         "reader",
         "linear",
         "These are plain lines: text is only ever added, and you type whole words."},
    }};
    return all;
}

/// What else people answer to the question, with its place among the uses.
const std::map<std::string, std::size_t>& other_words() {
    static const std::map<std::string, std::size_t> all{{"eye", 0},    {"ear", 1},     {"ears", 1},
                                                        {"finger", 1}, {"fingers", 1}, {"braille", 1}};
    return all;
}

/// The full screen would take away what was just said before anyone has read or heard it.
void wait_for_line(Renderer& renderer) {
    Page page;
    page.prompt = "Press Enter to go on";
    renderer.refresh(page);
    while (renderer.alive()) {
        const Input input = renderer.read(std::nullopt);
        if (!std::holds_alternative<input::Tick>(input) && !std::holds_alternative<input::Draft>(input)) return;
    }
}

}  // namespace

void settle_use(Renderer& renderer, Preferences& preferences) {
    renderer.announce({Kind::plain, "Welcome to Folkmoot. One question first, and only once."});
    Question question{"How do you use this terminal?", {}};
    for (const auto& use : uses()) question.choices.push_back(use.choice);
    const auto choice = ask(renderer, question, std::nullopt, other_words());
    if (!choice) return;
    const Use& use = uses().at(*choice);
    std::string kept = fmt::format("Kept in {}.", preferences.path().string());
    try {
        preferences.use(use.profile, use.face);
    } catch (const Error& error) {
        kept = fmt::format("It counts for now, but it could not be kept: {}", text::sentence(error.what()));
    }
    renderer.settle(preferences.face());
    renderer.announce({Kind::plain, fmt::format("{} To change it, use the word settings. {}", use.changes, kept)});
    if (use.face != std::string("screen")) return;
    wait_for_line(renderer);
    renderer.change_face(FaceKind::screen);
}

}  // namespace folkmoot
