// Identifiers: 128 bits each, one type per kind of thing so that they cannot be mixed up.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace folkmoot {

/// 128 bits. All zero means "none".
struct Id128 {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id128&) const = default;
    [[nodiscard]] bool empty() const;
    /// 32 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;
    /// The first `digits` hexadecimal digits (1 to 32): what a person reads and types.
    [[nodiscard]] std::string shown(std::size_t digits = 8) const;
    /// Reads exactly 32 hexadecimal digits of either case; anything else is nothing.
    static std::optional<Id128> from_hex(std::string_view text);
};

/// An id of one kind of thing: `using PersonId = Id<struct PersonTag>;`
template <class Tag>
struct Id : Id128 {
    Id() = default;
    explicit Id(const Id128& value) : Id128(value) {}
    auto operator<=>(const Id&) const = default;
};

/// An id that follows from another id, a number and a purpose: the same three give the same id.
/// The first 128 bits of SHA-256 over them. Keeps `decide` pure: no generator is needed there.
Id128 derived_id(const Id128& from, std::uint64_t number, std::string_view purpose);

/// Makes new ids: from the kernel's random source, or from a seed in tests.
class IdSource {
public:
    /// Random ids. Throws Error when the kernel gives no randomness.
    IdSource() = default;
    /// The same seed gives the same ids in the same order.
    explicit IdSource(std::string_view seed);

    Id128 next();

private:
    std::optional<Id128> seed_;
    std::uint64_t count_ = 0;
};

}  // namespace folkmoot
