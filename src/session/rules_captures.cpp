#include <fmt/format.h>
#include <algorithm>

#include "src/base/text.h"
#include "src/session/rules.h"
#include "src/time/calendar.h"

namespace folkmoot {

Decided Rules::operator()(const command::Review& c) const {
    const ReviewedMatter* reviewed = s_.matter(c.matter);
    if (reviewed == nullptr) {
        return no("There is no such matter from last time.");
    }
    // Examples are typed as they stand: the number must be this one's.
    const std::ptrdiff_t number = reviewed - s_.matters.data() + 1;
    const bool action = reviewed->matter.kind == MatterKind::action;
    const bool decision = reviewed->matter.kind == MatterKind::decision;
    if (decision && c.verdict == event::Verdict::accepted) {
        return no("A decision is not accepted again. Type done when it stands, keep with a new date, drop or take.");
    }
    if (!action && !decision && (c.verdict == event::Verdict::done || c.verdict == event::Verdict::accepted)) {
        return no("Only an action or a decision can be done, and only an action accepted. Type keep, drop or take.");
    }
    if (c.verdict == event::Verdict::accepted && !reviewed->matter.owner) {
        return no(
            fmt::format("Nobody has this action yet, so nobody can accept it. Say first who has it. For example: "
                        "owner {} Ben.",
                        number));
    }
    if (!action && !decision && c.due) {
        return no("Only an action and a decision have a date.");
    }
    const std::string reason = text::one_line(c.reason);
    if (c.verdict == event::Verdict::dropped && reason.empty()) {
        return no(fmt::format(
            "Dropping needs a reason, so that people know later. For example: drop {}: the fund has closed.", number));
    }
    return Event{event::MatterReviewed{c.matter, c.verdict, c.due, Words{reason}}};
}

Decided Rules::operator()(const command::SetMatterOwner& c) const {
    const ReviewedMatter* reviewed = s_.matter(c.matter);
    if (reviewed == nullptr || reviewed->matter.kind != MatterKind::action) {
        return no("Only an action from last time has an owner.");
    }
    if (c.owner && s_.attendance_of(*c.owner) == nullptr) {
        return no("That owner is not on the list of people.");
    }
    if (reviewed->matter.owner == c.owner) {
        return no(c.owner ? fmt::format("This action is for {} already.", name(*c.owner))
                          : std::string("This action has no owner."));
    }
    return Event{event::MatterOwnerSet{c.matter, c.owner}};
}

Decided Rules::operator()(const command::SetMatterDue& c) const {
    const ReviewedMatter* reviewed = s_.matter(c.matter);
    if (reviewed == nullptr || reviewed->matter.kind != MatterKind::action) {
        return no("Only an action from last time has a date.");
    }
    if ((reviewed->due ? reviewed->due : reviewed->matter.due) == c.due) {
        return no(c.due ? "This action is due then already." : "This action has no date.");
    }
    return Event{event::MatterDueSet{c.matter, c.due}};
}

Decided Rules::operator()(const command::Capture& c) const {
    const std::string kept = text::lines(c.text);
    const std::string word = text::one_line(c.word);
    if (kept.empty()) {
        return no("There are no words to keep.");
    }
    if (kept.size() > longest_text || word.size() > longest_text) {
        return too_long(std::max(kept.size(), word.size()));
    }
    if (c.kind == CaptureKind::term && word.empty()) {
        return no("A term needs a word and its meaning. For example: term PPI: patient and public involvement.");
    }
    if (c.owner && s_.attendance_of(*c.owner) == nullptr) {
        return no("That owner is not on the list of people.");
    }
    const CaptureNumber number = next_number();
    return Event{event::Captured{CaptureId{derived_id(s_.id, next_sequence(), "capture")}, number, c.kind, Words{kept},
                                 Words{word}, c.owner, c.due}};
}

Decided Rules::operator()(const command::EditCapture& c) const {
    const Capture* old = s_.capture(c.number);
    if (const auto refusal = not_standing(c.number)) {
        return *refusal;
    }
    const std::string kept = text::lines(c.text);
    if (kept.empty()) {
        return no(fmt::format("There are no words to keep. To take it away, type remove {}.", c.number));
    }
    if (kept.size() > longest_text) {
        return too_long(kept.size());
    }
    const std::string word = text::one_line(c.word);
    if (word.size() > longest_text) {
        return too_long(word.size());
    }
    if (c.owner && s_.attendance_of(*c.owner) == nullptr) {
        return no("That owner is not on the list of people.");
    }
    return Event{event::CaptureEdited{c.number, Words{kept, old->text.whose}, word.empty() ? old->word : Words{word},
                                      c.owner ? c.owner : old->owner, c.due ? c.due : old->due}};
}

Decided Rules::operator()(const command::RemoveCapture& c) const {
    if (const auto refusal = not_standing(c.number)) {
        return *refusal;
    }
    return Event{event::CaptureRemoved{c.number}};
}

Decided Rules::operator()(const command::RuleDecision& c) const {
    const Capture* decision = decision_of(c.number);
    if (decision == nullptr) {
        return no_decision(c.number);
    }
    // Of consent there are numbers when everyone was asked in turn.
    if (c.rule == DecisionRule::vote ? !c.votes : c.votes && c.rule != DecisionRule::consent) {
        return no("A vote needs its numbers: for, against, abstained. For example: rule vote 7 2 1.");
    }
    if (c.votes && (c.votes->in_favour < 0 || c.votes->against < 0 || c.votes->abstained < 0)) {
        return no("Votes cannot be below zero.");
    }
    const std::size_t here = s_.present().size();
    if (c.votes && here > 0) {
        const auto cast = std::int64_t{c.votes->in_favour} + c.votes->against + c.votes->abstained;
        if (cast > static_cast<std::int64_t>(here)) {
            return more_than_here(here);
        }
    }
    return Event{event::DecisionRuled{decision->number, c.rule, c.votes}};
}

Decided Rules::operator()(const command::Reserve& c) const {
    const Capture* decision = decision_of(c.number);
    if (decision == nullptr) {
        return no_decision(c.number);
    }
    if (c.person && s_.attendance_of(*c.person) == nullptr) {
        return no("That person is not on the list of people.");
    }
    const std::string kept = text::lines(c.text);
    if (kept.empty() || kept.size() > longest_text) {
        return kept.empty() ? no("A reservation needs words. For example: reserve the date is too early.")
                            : too_long(kept.size());
    }
    return Event{event::Reserved{decision->number, c.person, Words{kept, c.person}}};
}

Decided Rules::operator()(const command::DateDecision& c) const {
    const Capture* decision = decision_of(c.number);
    if (decision == nullptr) {
        return no_decision(c.number);
    }
    if (c.look_again && days_between(date_of(now_), *c.look_again) <= 0) {
        return no(
            fmt::format("{} is no later day than today. For example: revisit in 3 months.", in_words(*c.look_again)));
    }
    if (decision->look_again == c.look_again) {
        return no(c.look_again ? fmt::format("Decision {} is looked at again then already.", decision->number)
                               : fmt::format("Decision {} has no day to be looked at again.", decision->number));
    }
    return Event{event::DecisionDated{decision->number, c.look_again}};
}

Decided Rules::operator()(const command::MakePrinciple& c) const {
    const Capture* decision = decision_of(c.number);
    if (decision == nullptr) {
        return no_decision(c.number);
    }
    if (decision->principle == c.principle) {
        return no(c.principle ? fmt::format("Decision {} becomes a principle already, when the meeting is closed.",
                                            decision->number)
                              : fmt::format("Decision {} does not become a principle.", decision->number));
    }
    return Event{event::PrincipleMade{decision->number, c.principle}};
}

Decided Rules::operator()(const command::CallPlain& c) const {
    const std::string word = text::one_line(c.word);
    if (word.empty()) {
        return no("Say which word everybody here knows. For example: plain PPI.");
    }
    if (word.size() > longest_text) {
        return too_long(word.size());
    }
    const auto same = [&](const Words& each) { return text::folded(each.text) == text::folded(word); };
    if (std::ranges::any_of(s_.plain_words, same)) {
        return no(fmt::format("{} needs no explanation already.", word));
    }
    return Event{event::WordIsPlain{Words{word}}};
}

Decided Rules::operator()(const command::AcceptAction& c) const {
    if (const auto refusal = not_an_action(c.number)) {
        return *refusal;
    }
    const Capture* action = s_.capture(c.number);
    if (!action->owner) {
        return no(fmt::format("Action {0} has no owner who could accept it. Type owner {0} NAME.", c.number));
    }
    if (action->action_state == ActionState::accepted) {
        return no(fmt::format("Action {} is accepted already.", c.number));
    }
    return Event{event::ActionAccepted{c.number}};
}

Decided Rules::operator()(const command::SetOwner& c) const {
    if (const auto refusal = not_an_action(c.number)) {
        return *refusal;
    }
    if (c.owner && s_.attendance_of(*c.owner) == nullptr) {
        return no("That owner is not on the list of people.");
    }
    if (s_.capture(c.number)->owner == c.owner) {
        return no(c.owner ? fmt::format("Action {} is for {} already.", c.number, name(*c.owner))
                          : fmt::format("Action {} has no owner.", c.number));
    }
    return Event{event::OwnerSet{c.number, c.owner}};
}

Decided Rules::operator()(const command::SetDue& c) const {
    if (const auto refusal = not_an_action(c.number)) {
        return *refusal;
    }
    if (s_.capture(c.number)->due == c.due) {
        return no(c.due ? fmt::format("Action {} is due then already.", c.number)
                        : fmt::format("Action {} has no date.", c.number));
    }
    return Event{event::DueSet{c.number, c.due}};
}

Decided Rules::operator()(const command::CloseConcern& c) const {
    const std::string agreed = text::lines(c.agreed);
    if (agreed.size() > longest_text) {
        return too_long(agreed.size());
    }
    if (c.matter) {
        const ReviewedMatter* reviewed = s_.matter(*c.matter);
        if (reviewed == nullptr || reviewed->matter.kind != MatterKind::concern || reviewed->closed) {
            return no("That is no open concern from last time.");
        }
        return Event{event::ConcernClosed{std::nullopt, c.matter, Words{agreed}}};
    }
    const Capture* concern = c.number ? s_.capture(*c.number) : nullptr;
    if (concern == nullptr || concern->removed || concern->kind != CaptureKind::concern || concern->closed) {
        return no(fmt::format("Number {} is no open concern.", c.number.value_or(0)));
    }
    return Event{event::ConcernClosed{c.number, std::nullopt, Words{agreed}}};
}

Decided Rules::operator()(const command::Amend& c) const {
    if (!s_.closed) {
        return no("The meeting is still open: change the text itself, with edit.");
    }
    if (c.number) {
        if (auto refusal = not_standing(*c.number)) {
            return *refusal;
        }
    }
    if (s_.attendance_of(c.person) == nullptr) {
        return no("Whoever says so has to be on that meeting's list of people.");
    }
    const std::string text = text::lines(c.text);
    if (text.empty()) {
        return no("A correction needs its words: what is right.");
    }
    if (text.size() > longest_text) {
        return too_long(text.size());
    }
    return Event{event::Amended{c.number, c.person, Words{text, c.person}}};
}

}  // namespace folkmoot
