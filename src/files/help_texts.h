// The longer texts of help, which are files, so that a group can change or add one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace folkmoot {

struct HelpText {
    std::string name;  ///< typed after `help`: "readers" of the file 30-readers.md
    std::string title;
    std::vector<std::string> paragraphs;  ///< each of one line
    bool operator==(const HelpText&) const = default;
};

/// The .md files of a folder, in the order of their names, which begin with a number; none when there is no such
/// folder. In a file the first line is the title behind "# "; an empty line parts paragraphs.
std::vector<HelpText> help_texts(const std::filesystem::path& folder);

}  // namespace folkmoot
