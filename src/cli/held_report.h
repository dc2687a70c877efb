// What is kept about a person, as lines for people and as JSON to hand over. Only for this room.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/log/held.h"

namespace folkmoot::cli {

std::vector<std::string> held_lines(const Held& held, const std::vector<std::filesystem::path>& minutes);
/// One object; the help topic "keeping" says what stands in it.
std::string held_json(const Held& held, const std::vector<std::filesystem::path>& minutes);

/// "Backup of Tuesday 24 November 2026: /home/asha/folkmoot.db, which is not there now."
std::string line_of(const BackupNote& backup);

}  // namespace folkmoot::cli
