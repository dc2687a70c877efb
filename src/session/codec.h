// Events as the log stores them: a kind, a JSON object without free text, and the words apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/words.h"
#include "src/session/events.h"
#include "src/session/partnership.h"

namespace folkmoot {

/// In the JSON each text is its index into `words`.
struct Encoded {
    std::string kind;
    std::string payload;
    std::vector<Words> words;
    bool operator==(const Encoded&) const = default;
};

Encoded encode(const Event& event);
Encoded encode(const PartnershipEvent& event);

/// Throws Error that says what is wrong with it (unknown kind, missing member, a word index out of range).
Event decode_event(const Encoded& encoded);
PartnershipEvent decode_partnership_event(const Encoded& encoded);

}  // namespace folkmoot
