// The settings in words, and changed by a word.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "src/files/settings_file.h"

namespace folkmoot {

/// One setting as a person reads it: "Bell, important. It can be off, important or all, for errors too."
struct SettingInWords {
    std::string key;                  ///< as in the file, and as it is typed: "bell"
    std::string name;                 ///< "Bell"
    std::string value;                ///< the present one: "important"
    std::string can_be;               ///< in few words, so that the whole stands on one row
    std::vector<std::string> values;  ///< what it can be; empty: a text or a number, see `allowed`
    std::string allowed;              ///< of a text or a number: "a number of days from 0 to 365"
    std::string example;              ///< of a text or a number
    std::string begun;                ///< the present one as it would be typed
    bool operator==(const SettingInWords&) const = default;
};

std::vector<SettingInWords> settings_in_words(const Settings& settings);

/// "bell off", "papers 10", "minutes folder ~/minutes": keeps it in the file. A name may be shortened. The key of what
/// was changed; Error says what was typed, what is allowed, and an example.
std::string change_setting(const std::filesystem::path& path, std::string_view typed);

}  // namespace folkmoot
