// What a person has set for themselves.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/error.h"
#include "src/time/date_words.h"
#include "src/time/threshold_words.h"

namespace folkmoot {

/// `note = "N"` in [keys]; which words and keys there are is for the table of words to say.
struct KeySetting {
    std::string word;
    std::string key;  ///< "none" for no key
    int line = 0;
    bool operator==(const KeySetting&) const = default;
};

struct Settings {
    enum class Bell { off, important, all };

    std::optional<std::string> face;     ///< "linear" or "screen"; nothing: automatic
    std::optional<std::string> profile;  ///< "visual" or "reader"; nothing: never asked
    std::vector<Threshold> thresholds = default_thresholds();
    Bell bell = Bell::important;
    std::string hints;                ///< "full", "short" or "none"; empty: full
    bool errors_take_cursor = false;  ///< full screen: the cursor is on an error until the next key
    // Two settings, because switching one on must not switch the other: on the full screen single keys are the usual
    // way and some people need them off; at a prompt whole lines are the usual way and some people want keys.
    bool single_keys = true;           ///< full screen: a letter or mark acts where a list has the focus
    bool keys_without_enter = false;   ///< plain lines: a key at the beginning of a line acts at once
    bool last_minute_seconds = false;  ///< the time row of the visual profile counts the last minute's seconds
    bool colours = true;               ///< NO_COLOR goes before it
    DateWords dates = DateWords::full;
    int width = 0;               ///< of linear lines; 0: the terminal's
    int papers_ahead = 14;       ///< days: the norm for sending papers
    std::string minutes_folder;  ///< empty: beside the log
    std::vector<KeySetting> keys;

    std::string shown_path;     ///< the file, as faults name it
    std::vector<Fault> faults;  ///< the keys that have one keep their defaults
    bool operator==(const Settings&) const = default;
};

/// $XDG_CONFIG_HOME/folkmoot/settings.toml, else under $HOME/.config; empty when neither is set.
std::filesystem::path settings_path();

/// A missing file gives the defaults. Never throws for what the file holds: see Settings::faults.
Settings read_settings(const std::filesystem::path& path);

/// Sets one key of a table ("" is the top of the file) to what is `written` in TOML, leaves every other line as it is,
/// keeps a .bak, makes the folder. FaultyFile when the file is no TOML.
void keep_setting(const std::filesystem::path& path, std::string_view table, std::string_view key,
                  std::string_view written);

}  // namespace folkmoot
