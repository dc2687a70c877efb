#include "src/exports/uuid.h"

#include <fmt/format.h>

namespace folkmoot {

std::string uuid_of(const Id128& id) {
    const std::string hex = id.hex();
    return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4),
                       hex.substr(20));
}

std::optional<Id128> id_of_uuid(std::string_view uuid) {
    std::string hex;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (uuid[i] == '-')) return std::nullopt;
        if (!dash) hex += uuid[i];
    }
    return Id128::from_hex(hex);
}

}  // namespace folkmoot
