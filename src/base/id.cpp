#include "src/base/id.h"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/hash.h"

namespace folkmoot {
namespace {

std::string_view as_text(const Id128& id) { return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()}; }

Id128 head_of(const Sha256& hash) {
    Id128 id;
    std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

std::optional<std::uint8_t> digit_value(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
    if (digit >= 'A' && digit <= 'F') return static_cast<std::uint8_t>(digit - 'A' + 10);
    return std::nullopt;
}

Id128 random_id() {
    Id128 id;
    if (getentropy(id.bytes.data(), id.bytes.size()) != 0) {
        throw Error("Could not make a new identifier, because the system gives no random numbers: " +
                    reason_in_words(errno) + ".");
    }
    return id;
}

}  // namespace

bool Id128::empty() const {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

std::string Id128::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const std::uint8_t byte : bytes) {
        out += digits[byte >> 4U];
        out += digits[byte & 0x0FU];
    }
    return out;
}

std::string Id128::shown(std::size_t digits) const {
    return hex().substr(0, std::clamp<std::size_t>(digits, 1, 2 * bytes.size()));
}

std::optional<Id128> Id128::from_hex(std::string_view text) {
    Id128 id;
    if (text.size() != 2 * id.bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        const auto high = digit_value(text[2 * i]);
        const auto low = digit_value(text[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        id.bytes[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return id;
}

Id128 derived_id(const Id128& from, std::uint64_t number, std::string_view purpose) {
    Hasher hasher;
    hasher.add_field(as_text(from)).add_number(static_cast<std::int64_t>(number)).add_field(purpose);
    return head_of(hasher.finish());
}

IdSource::IdSource(std::string_view seed) : seed_(head_of(sha256(seed))) {}

Id128 IdSource::next() {
    if (!seed_) return random_id();
    return derived_id(*seed_, count_++, "seeded");
}

}  // namespace folkmoot
