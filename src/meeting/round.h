// A round: everyone in turn, once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/words.h"
#include "src/time/stamp.h"

namespace folkmoot {

enum class RoundKind { checkin, checkout };

std::string_view in_words(RoundKind kind);  ///< "check-in", "check-out"

enum class Answer {
    said,  ///< words or a score that may be kept
    off,   ///< spoken, off the record: only the score is kept
    passed,
    later,  ///< asked again at the round's end
    away,
};

struct RoundAnswer {
    PersonId person;
    Answer answer = Answer::said;
    std::optional<int> score;
    Words words;  ///< always empty when off the record
    Stamp at;
    bool operator==(const RoundAnswer&) const = default;
};

struct Round {
    Words question;
    bool started = false;
    bool left_early = false;           ///< gone on from with people still to speak
    std::vector<PersonId> order;       ///< who speaks when; late arrivals join at the end
    std::vector<RoundAnswer> answers;  ///< the last answer of each person, in the order given
    std::optional<PersonId> called;    ///< asked to go now, before their place
    bool operator==(const Round&) const = default;

    [[nodiscard]] const RoundAnswer* answer_of(const PersonId& person) const;
};

}  // namespace folkmoot
