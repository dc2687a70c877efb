// The chain of hashes over a stream's events.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "src/base/hash.h"
#include "src/session/journal.h"

namespace folkmoot::log {

/// The sum of one text: only the salt makes it safe to keep when the text is forgotten, since short texts can be
/// guessed.
Sha256 word_sum(std::string_view salt, std::string_view text);

/// The sum of what stands in place of forgotten words: it is no secret, and no part of the chain.
Sha256 instead_sum(const Id128& stream, Sequence sequence, std::int64_t part, std::string_view text);

/// What the hash of an event covers of one of its words.
struct WordMark {
    std::optional<PersonId> person;
    Sha256 sum{};
};

/// `before` is the hash of the stream's previous event; the first event follows first_link.
Sha256 event_hash(const Sha256& before, Sequence sequence, const Stamp& at, std::string_view kind,
                  std::string_view payload, const std::vector<WordMark>& words);

/// Where a stream's chain begins: its uid and kind.
Sha256 first_link(const Id128& stream, StreamKind kind);

}  // namespace folkmoot::log
