// The settings in words, and changed by a word.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/files/settings_file.h"

namespace folkmoot {

/// One setting as a person reads it: "Bell, important: rings for time and for what could not be kept".
struct SettingInWords {
    std::string key;                  ///< as in the file: "bell"
    std::string words;                ///< with its present value
    std::vector<std::string> values;  ///< what it can be; empty: written into the file by hand
    bool operator==(const SettingInWords&) const = default;
};

std::vector<SettingInWords> settings_in_words(const Settings& settings);

/// "bell off": keeps it in the file. What was kept, in words; Error names what was typed and what is allowed.
std::string change_setting(const std::filesystem::path& path, const std::string& typed);

}  // namespace folkmoot
