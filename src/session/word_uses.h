// What each text of a stored event is for.
#pragma once

#include <string_view>
#include <vector>

#include "src/session/codec.h"
#include "src/session/journal.h"

namespace folkmoot {

enum class WordUse {
    name,         ///< a person's
    owner,        ///< a person's name, as the owner of something from an earlier meeting
    role,         ///< a person's
    access,       ///< a person's access needs
    said,         ///< in a round
    apology,      ///< why somebody is not there
    hand,         ///< why somebody asked to speak
    reservation,  ///< about a decision
    capture,      ///< a note, decision, action, ...
    term,         ///< the word that a term explains
    matter,       ///< something from an earlier meeting, or from another group's
    reason,       ///< why something was dropped
    plan,         ///< of the plan and the partnership: titles, questions, objectives, partners
    fingerprint,  ///< of the plan, made from its names too
};

/// "name", "access needs", "words in a round", ...
std::string_view in_words(WordUse use);

/// One for each of the event's words, in their order. Throws Error as decoding does.
std::vector<WordUse> word_uses(StreamKind kind, const Encoded& event);

}  // namespace folkmoot
