// A partnership as it is read aloud: who works together, for what, and how.
#pragma once

#include <string>
#include <vector>

#include "src/session/partnership.h"

namespace folkmoot {

/// A heading and its lines. What somebody needs is not said, only that it is written down.
struct PartnershipPart {
    std::string heading;  ///< "People, 8"
    std::vector<std::string> lines;
    bool operator==(const PartnershipPart&) const = default;
};

/// `today`: what is due for review, and who is away, is seen from there.
std::vector<PartnershipPart> partnership_parts(const Partnership& partnership, Date today);

/// All of it under its name.
std::vector<std::string> partnership_lines(const Partnership& partnership, Date today);

}  // namespace folkmoot
