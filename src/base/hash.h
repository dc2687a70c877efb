// SHA-256 (FIPS 180-4), by libmd.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace folkmoot {

using Sha256 = std::array<std::uint8_t, 32>;

/// Feeds bytes in pieces; `finish` may be called once.
class Hasher {
public:
    Hasher();
    Hasher& add(std::string_view bytes);
    /// Length-prefixed, so that two pieces can never be read as one other pair.
    Hasher& add_field(std::string_view bytes);
    Hasher& add_number(std::int64_t value);
    Sha256 finish();

private:
    // Large enough for libmd's SHA2_CTX, which hash.cpp checks; keeps its header out of ours.
    alignas(8) std::array<std::uint8_t, 256> context_{};
};

Sha256 sha256(std::string_view bytes);

}  // namespace folkmoot
