// A partnership in TOML: who works together, for what, and how.
#pragma once

#include <filesystem>
#include <string>

#include "src/meeting/partnership_sheet.h"

namespace folkmoot {

/// The name, the principles, the partners and how they work stand in [partnership] or at the top; then [[partner]],
/// [[person]], [[objective]], [[group]] and [glossary]. Throws FaultyFile with all faults.
PartnershipSheet read_partnership(const std::filesystem::path& path);

/// Readable aloud; reads back as the same.
std::string partnership_to_toml(const PartnershipSheet& partnership);

}  // namespace folkmoot
