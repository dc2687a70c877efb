// Where the files of data/ are: templates, instruments, prompts, help.
#pragma once

#include <filesystem>

namespace folkmoot {

/// $FOLKMOOT_DATA when it is set, else the folder installed beside the program, else the source tree's own.
/// Throws Error, which names the places it looked at.
[[nodiscard]] std::filesystem::path data_folder();

}  // namespace folkmoot
