#include "src/meeting/round.h"

#include <algorithm>

namespace folkmoot {

std::string_view in_words(RoundKind kind) { return kind == RoundKind::checkin ? "check-in" : "check-out"; }

const RoundAnswer* Round::answer_of(const PersonId& person) const {
    const auto found = std::ranges::find(answers, person, &RoundAnswer::person);
    return found == answers.end() ? nullptr : &*found;
}

}  // namespace folkmoot
