// Instruments in TOML: data/instruments, or a group's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/instruments/instrument.h"

namespace folkmoot {

/// Throws FaultyFile with all faults.
Instrument read_instrument(const std::filesystem::path& path);

/// NAME.toml in the first folder that has it; nothing when none has, or when the name is no plain file name.
std::optional<std::filesystem::path> find_instrument(std::string_view name,
                                                     const std::vector<std::filesystem::path>& folders);

/// The names that find_instrument finds there, in order of the alphabet, each once.
std::vector<std::string> instrument_names(const std::vector<std::filesystem::path>& folders);

}  // namespace folkmoot
