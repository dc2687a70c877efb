// Which face and profile a start gets.
#pragma once

#include <optional>
#include <string>

#include "src/cli/launch.h"
#include "src/files/settings_file.h"

namespace folkmoot {

/// What decides besides the flags and the settings.
struct FaceSurroundings {
    std::string mode;         ///< FOLKMOOT_MODE: linear or screen
    std::string profile;      ///< FOLKMOOT_PROFILE: visual or reader
    bool no_color = false;    ///< NO_COLOR is set to anything
    bool accessible = false;  ///< ACCESSIBLE is set: plain lines, as other programs take it
    bool both_terminals = false;
    bool can_place_cursor = false;
};

/// From the environment and the standard streams; `can_place_cursor` is for the caller to find out.
FaceSurroundings face_surroundings(bool can_place_cursor);

struct FaceChoice {
    bool screen = false;
    bool reader = false;
    bool screen_possible = false;
    bool colour = true;  ///< unless NO_COLOR is set
    bool ask = false;    ///< nobody has said anything: the first start asks how the person uses the terminal
};

/// Order: flag, environment, settings, automatic. Throws Usage for --screen without a terminal that can show it, and
/// for a word in the environment that means nothing.
FaceChoice choose_face(const Launch& launch, const Settings& settings, const FaceSurroundings& around);

}  // namespace folkmoot
