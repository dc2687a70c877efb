#include "src/meeting/capture.h"

#include <fmt/format.h>

namespace folkmoot {

std::string_view in_words(CaptureKind kind) {
    switch (kind) {
        case CaptureKind::note:
            return "note";
        case CaptureKind::decision:
            return "decision";
        case CaptureKind::action:
            return "action";
        case CaptureKind::parked:
            return "parked matter";
        case CaptureKind::question:
            return "question";
        case CaptureKind::term:
            return "term";
        case CaptureKind::concern:
            return "concern";
    }
    return "";
}

std::string in_words(const Votes& votes, DecisionRule rule) {
    if (rule != DecisionRule::consent)
        return fmt::format("{} for, {} against, {} abstained", votes.in_favour, votes.against, votes.abstained);
    const std::string passed = votes.abstained > 0 ? fmt::format(", {} passed", votes.abstained) : "";
    return fmt::format("everyone asked, {} agreed{}", votes.in_favour, passed);
}

std::string_view in_words(DecisionRule rule) {
    switch (rule) {
        case DecisionRule::consent:
            return "consent";
        case DecisionRule::consensus:
            return "consensus";
        case DecisionRule::vote:
            return "vote";
        case DecisionRule::lead:
            return "lead decides";
    }
    return "";
}

std::optional<DecisionRule> decision_rule_from(std::string_view word) {
    if (word == "consent") {
        return DecisionRule::consent;
    }
    if (word == "consensus") {
        return DecisionRule::consensus;
    }
    if (word == "vote") {
        return DecisionRule::vote;
    }
    if (word == "lead" || word == "lead decides") {
        return DecisionRule::lead;
    }
    return std::nullopt;
}

std::string_view in_words(ActionState state) {
    switch (state) {
        case ActionState::proposed:
            return "proposed";
        case ActionState::accepted:
            return "accepted";
        case ActionState::done:
            return "done";
        case ActionState::dropped:
            return "dropped";
    }
    return "";
}

bool is_over(ActionState state) { return state == ActionState::done || state == ActionState::dropped; }

}  // namespace folkmoot
