#include "src/exports/uuid.h"

#include <fmt/format.h>

namespace folkmoot {

std::string uuid_of(const Id128& id) {
    const std::string hex = id.hex();
    return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4),
                       hex.substr(20));
}

}  // namespace folkmoot
