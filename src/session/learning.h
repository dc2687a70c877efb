// What a partnership takes over from a meeting that is closed: words that were explained, decisions that became
// principles, words that need no explanation.
#pragma once

#include <string>
#include <vector>

#include "src/session/partnership.h"
#include "src/session/state.h"

namespace folkmoot {

/// What the partnership's stream gains. Nothing that it knows already is said again; of two explanations of a word the
/// later one counts.
std::vector<PartnershipEvent> learned_from(const State& meeting, const Partnership& known);

/// The same in words, a sentence each: "Now in the glossary: PPI."
std::vector<std::string> in_words(const std::vector<PartnershipEvent>& learned, const Partnership& known);

}  // namespace folkmoot
