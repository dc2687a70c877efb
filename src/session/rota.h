// Whose turn it is: a rota with memory, which suggests and never imposes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// A suggestion and its reason in words.
struct Suggestion {
    PersonId person;  ///< empty for a host
    PartnerId partner;
    std::string why;  ///< "Harbour Voices last spoke first on Tuesday 27 October 2026, longest ago of those here; ..."
};

std::string_view infinitive(Duty duty);  ///< "speak first", "facilitate", "host", "take notes", "keep time"

/// Longest since their last turn among those present, partner first, then the person within it; those who never had
/// a turn come before all; ties go by the order of the plan. Nobody when nobody is present (for the next meeting's
/// duties, all but those away count as present). `next_meeting`: the duty at the next meeting, for which this one's
/// holder counts as having had it today. A turn that was agreed and that somebody else took is paid back first, and who
/// is away on the day is passed over. Facilitating, taking notes and keeping time go to three people where they can:
/// who has one of them already, or is among `busy`, is asked for another only when nobody else could.
std::optional<Suggestion> suggest(const State& state, Duty duty, bool next_meeting,
                                  const std::vector<PersonId>& busy = {});

/// The round's order: the first speaker, then on by the order of people, wrapping round.
std::vector<PersonId> order_from(const State& state, const std::optional<PersonId>& first);

}  // namespace folkmoot
