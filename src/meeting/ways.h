// How a partnership has agreed to work: what its meetings begin with unless a plan says otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/capture.h"
#include "src/meeting/people.h"
#include "src/time/countdown.h"

namespace folkmoot {

enum class PartnershipStage { starting, working, ending };

std::string_view in_words(PartnershipStage stage);  ///< "starting", "working together", "what comes next"
/// Any of these words, or the first of them; nothing when it is none.
std::optional<PartnershipStage> partnership_stage_from(std::string_view typed);

/// A word that the group has explained.
struct Term {
    Words word, meaning;
    bool operator==(const Term&) const = default;
};

/// Fewer answers to a pulse than this could point at somebody: no group may ask for less.
inline constexpr int least_answers = 4;

struct Ways {
    std::optional<PartnershipStage> stage;
    std::optional<Scale> scale;  ///< of check-in and check-out
    Words checkin_question, checkout_question;
    std::optional<DecisionRule> rule;  ///< how decisions are made unless it is said otherwise
    std::optional<int> papers_ahead;   ///< days
    std::optional<Date> principles_review;
    Words support;                                   ///< somebody to talk to: a name, a number, when
    std::vector<Words> signposts;                    ///< where else to turn, a line each
    std::vector<Words> plain_words;                  ///< need no explanation here
    std::optional<std::vector<std::string>> checks;  ///< ticked on the stages' checklists: "starting/people-named"
    std::optional<int> pulse_minimum;      ///< answers below which the pulse keeps no counts; at least least_answers
    std::vector<Threshold> time_warnings;  ///< when a slot speaks up; empty: as each person has set it
    bool operator==(const Ways&) const = default;
};

}  // namespace folkmoot
