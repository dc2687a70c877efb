// A partnership in TOML: who works together, for what, and how.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "src/meeting/plan.h"

namespace folkmoot {

/// What a partnership file holds. Names, not ids: the log matches them.
struct PartnershipFile {
    std::string name;
    std::optional<Scale> scale;
    std::vector<std::string> principles;
    std::vector<std::string> partners;  ///< in order of first mention
    std::vector<PlannedPerson> people;
    std::vector<PlannedObjective> objectives;
    std::vector<std::string> groups;
    std::vector<std::pair<std::string, std::string>> glossary;  ///< word and meaning
    bool operator==(const PartnershipFile&) const = default;
};

/// The name, scale, principles and partners stand in [partnership] or at the top; then [[partner]], [[person]],
/// [[objective]], [[group]] and [glossary]. Throws FaultyFile with all faults.
PartnershipFile read_partnership(const std::filesystem::path& path);

/// Readable aloud; reads back as the same.
std::string partnership_to_toml(const PartnershipFile& partnership);

}  // namespace folkmoot
