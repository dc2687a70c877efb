// The plans in a folder, to choose one from.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "src/time/calendar.h"

namespace folkmoot {

struct PlanFile {
    std::filesystem::path path;
    std::string title;         ///< the file's name when the plan has none, or cannot be read
    std::optional<Date> date;  ///< of the meeting
};

/// The TOML files of the folder that hold a [meeting] table: the ones that are dated, newest date first, then the
/// others by name; at most `most`. A file that cannot be read is passed over: choosing it by name says why.
std::vector<PlanFile> plans_in(const std::filesystem::path& folder, std::size_t most);

}  // namespace folkmoot
