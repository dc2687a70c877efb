#include "src/cli/face_choice.h"

#include <unistd.h>

#include <cstdlib>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/failure.h"

namespace folkmoot {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

void check_word(const char* name, const std::string& word, const char* one, const char* other) {
    if (word.empty() || word == one || word == other) return;
    throw Usage(fmt::format("{} is \"{}\". It can be {} or {}.", name, text::one_line(word), one, other));
}

}  // namespace

FaceSurroundings face_surroundings(bool can_place_cursor) {
    FaceSurroundings around;
    around.mode = variable("FOLKMOOT_MODE");
    around.profile = variable("FOLKMOOT_PROFILE");
    const std::string accessible = variable("ACCESSIBLE");
    around.no_color = !variable("NO_COLOR").empty();
    around.accessible = !accessible.empty() && accessible != "0";
    around.both_terminals = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    around.can_place_cursor = can_place_cursor;
    return around;
}

FaceChoice choose_face(const Launch& launch, const Settings& settings, const FaceSurroundings& around) {
    check_word("FOLKMOOT_MODE", around.mode, "linear", "screen");
    check_word("FOLKMOOT_PROFILE", around.profile, "visual", "reader");
    FaceChoice choice;
    choice.screen_possible = around.both_terminals && around.can_place_cursor;
    if (launch.face == Face::screen && !choice.screen_possible)
        throw Usage(around.both_terminals
                        ? "The full screen needs a terminal that can place a cursor, and TERM names none. Plain lines "
                          "work everywhere: use --linear."
                        : "The full screen needs a terminal for input and output. Plain lines work everywhere: use "
                          "--linear.");
    std::string wanted = launch.face == Face::screen ? "screen" : launch.face == Face::linear ? "linear" : around.mode;
    if (wanted.empty() && around.accessible) wanted = "linear";
    if (wanted.empty()) wanted = settings.face.value_or("");
    choice.screen = choice.screen_possible && wanted != "linear";
    const std::string profile = launch.reader             ? "reader"
                                : !around.profile.empty() ? around.profile
                                                          : settings.profile.value_or("");
    choice.reader = profile == "reader";
    choice.colour = !around.no_color;
    choice.ask = choice.screen_possible && wanted.empty() && profile.empty();
    return choice;
}

}  // namespace folkmoot
