// The minutes as files, written when a meeting closes.
#pragma once

#include <filesystem>
#include <string>

#include "src/session/state.h"

namespace folkmoot {

struct MinutesFiles {
    std::filesystem::path markdown;
    std::filesystem::path text;
};

/// "2026-11-24-working-group-7-3f2a91c0", without an ending: safe on any file system, whatever the title holds.
std::string minutes_name(const State& state);

/// Writes both, and makes the folder. Error names what could not be written.
MinutesFiles write_minutes(const State& state, const std::filesystem::path& folder);

/// In large print, as a page for a browser and the printer. Where it is. Error names what could not be written.
std::filesystem::path write_large_minutes(const State& state, const std::filesystem::path& folder);

}  // namespace folkmoot
