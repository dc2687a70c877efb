// What forgetting will do and has done, in sentences. Only for this room.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/cli/keeper.h"
#include "src/log/forget.h"

namespace folkmoot::cli {

/// What goes, what stays, and what cannot be reached.
std::vector<std::string> preview_lines(const KnownPerson& person, const ForgetWish& wish, const ForgetPreview& found,
                                       const std::vector<std::filesystem::path>& minutes, ForgetTyping typing);
std::vector<std::string> preview_lines(Date before, const ForgetPreview& found, ForgetTyping typing);

std::vector<std::string> report_lines(const ForgetReport& report, const std::filesystem::path& log,
                                      ForgetTyping typing);

}  // namespace folkmoot::cli
