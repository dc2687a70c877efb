#include "src/log/chain.h"

namespace folkmoot::log {

namespace {

template <std::size_t N>
std::string_view view(const std::array<std::uint8_t, N>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Sha256 word_sum(std::string_view salt, std::string_view text) {
    return Hasher().add_field(salt).add_field(text).finish();
}

Sha256 instead_sum(const Id128& stream, Sequence sequence, std::int64_t part, std::string_view text) {
    return Hasher().add_field(view(stream.bytes)).add_number(sequence).add_number(part).add_field(text).finish();
}

Sha256 first_link(const Id128& stream, StreamKind kind) {
    return Hasher().add_field(view(stream.bytes)).add_number(kind == StreamKind::meeting ? 1 : 2).finish();
}

Sha256 event_hash(const Sha256& before, Sequence sequence, const Stamp& at, std::string_view kind,
                  std::string_view payload, const std::vector<WordMark>& words) {
    Hasher hasher;
    hasher.add_field(view(before)).add_number(sequence);
    hasher.add_number(at.wall.time_since_epoch().count()).add_number(at.offset.count());
    hasher.add_number(at.boot.count()).add_number(at.boot_id);
    hasher.add_field(kind).add_field(payload).add_number(static_cast<std::int64_t>(words.size()));
    for (const auto& word : words) {
        hasher.add_field(word.person ? view(word.person->bytes) : std::string_view());
        hasher.add_field(view(word.sum));
    }
    return hasher.finish();
}

}  // namespace folkmoot::log
