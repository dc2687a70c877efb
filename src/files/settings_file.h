// What a person has set for themselves.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/error.h"
#include "src/time/countdown.h"

namespace folkmoot {

struct Settings {
    enum class Bell { off, important, all };

    std::optional<std::string> face;     ///< "linear" or "screen"; nothing: automatic
    std::optional<std::string> profile;  ///< "visual" or "reader"; nothing: never asked
    std::vector<Threshold> thresholds = default_thresholds();
    Bell bell = Bell::important;
    std::string hints;           ///< "full", "short" or "none"; empty: the profile's own
    int width = 0;               ///< of linear lines; 0: the terminal's
    bool single_keys = false;    ///< linear takes single keys without Enter
    int papers_ahead = 14;       ///< days: the norm for sending papers
    std::string minutes_folder;  ///< empty: beside the log

    std::vector<Fault> faults;  ///< the keys that have one keep their defaults
    bool operator==(const Settings&) const = default;
};

/// $XDG_CONFIG_HOME/folkmoot/settings.toml, else under $HOME/.config; empty when neither is set.
std::filesystem::path settings_path();

/// A missing file gives the defaults. Never throws for what the file holds: see Settings::faults.
Settings read_settings(const std::filesystem::path& path);

/// Sets one text key ("profile", "reader"), leaves every other line as it is, keeps a .bak, makes the folder.
/// FaultyFile when the file is no TOML.
void keep_setting(const std::filesystem::path& path, std::string_view key, std::string_view value);

}  // namespace folkmoot
