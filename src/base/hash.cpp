#include "src/base/hash.h"

#include <sha2.h>

#include <cstring>
#include <type_traits>

namespace folkmoot {
namespace {

using Context = SHA2_CTX;
static_assert(std::is_trivially_copyable_v<Context>);

// The context is copied out and back instead of being used in place, so that no object of another type is ever
// looked at through the byte array.
template <class Bytes>
Context load(const Bytes& bytes) {
    static_assert(sizeof(Context) <= sizeof(Bytes), "Hasher keeps too little room for libmd's context");
    Context context;
    std::memcpy(&context, bytes.data(), sizeof(context));
    return context;
}

template <class Bytes>
void store(Bytes& bytes, const Context& context) {
    std::memcpy(bytes.data(), &context, sizeof(context));
}

}  // namespace

Hasher::Hasher() {
    Context context{};
    SHA256Init(&context);
    store(context_, context);
}

Hasher& Hasher::add(std::string_view bytes) {
    Context context = load(context_);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    store(context_, context);
    return *this;
}

Hasher& Hasher::add_field(std::string_view bytes) {
    return add_number(static_cast<std::int64_t>(bytes.size())).add(bytes);
}

Hasher& Hasher::add_number(std::int64_t value) {
    // Big-endian by hand: the same hash on every machine.
    const auto bits = static_cast<std::uint64_t>(value);
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(static_cast<std::uint8_t>(bits >> (56U - 8U * i)));
    }
    return add({bytes.data(), bytes.size()});
}

Sha256 Hasher::finish() {
    Context context = load(context_);
    Sha256 hash{};
    static_assert(sizeof(hash) == SHA256_DIGEST_LENGTH);
    SHA256Final(hash.data(), &context);
    store(context_, context);
    return hash;
}

Sha256 sha256(std::string_view bytes) { return Hasher().add(bytes).finish(); }

}  // namespace folkmoot
