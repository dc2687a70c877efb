// A partnership as people write it down: names, not ids. The log matches them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "src/meeting/plan.h"
#include "src/meeting/ways.h"

namespace folkmoot {

struct PartnershipSheet {
    std::string name;
    std::vector<std::string> principles;
    std::vector<std::string> partners;  ///< in order of first mention
    std::vector<PlannedPerson> people;
    std::vector<PlannedObjective> objectives;
    std::vector<std::string> groups;
    std::vector<std::pair<std::string, std::string>> glossary;  ///< word and meaning
    Ways ways;
    bool operator==(const PartnershipSheet&) const = default;
};

}  // namespace folkmoot
