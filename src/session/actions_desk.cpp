#include "src/session/actions_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

using partnership_event::ActionKept;

ActionKept as_it_stands(const ActionSummary& action) {
    return {action.id, action.state, action.owner_id, action.due, Words{}};
}

std::string called(const ActionSummary& action) {
    const std::string what = text::one_line(action.what);
    return what.empty() ? "(no words)" : what;
}

Refusal over(const ActionSummary& action) {
    return {fmt::format("It is {} already: {}. Keep opens it again.", in_words(action.state), called(action))};
}

using Decision = std::variant<ActionKept, Refusal>;

class Deciding {
public:
    explicit Deciding(const ActionSummary& action) : action_(action), kept_(as_it_stands(action)) {}

    Decision operator()(const desk::Finish&) {
        if (is_over(action_.state)) return over(action_);
        kept_.state = ActionState::done;
        return kept_;
    }

    Decision operator()(const desk::Accept&) {
        if (is_over(action_.state)) return over(action_);
        if (action_.state == ActionState::accepted)
            return Refusal{
                fmt::format("{} has accepted it already: {}.", text::one_line(action_.owner), called(action_))};
        if (!action_.owner_id)
            return Refusal{"Nobody has this action yet, so nobody can accept it. Say first who has it, with owner."};
        kept_.state = ActionState::accepted;
        return kept_;
    }

    Decision operator()(const desk::Keep&) {
        if (!is_over(action_.state)) return Refusal{fmt::format("It is open: {}.", called(action_))};
        kept_.state = ActionState::proposed;
        return kept_;
    }

    Decision operator()(const desk::Drop& drop) {
        if (is_over(action_.state)) return over(action_);
        const std::string why = text::one_line(drop.why);
        if (why.empty()) return Refusal{"Dropping needs a reason, so that people know later."};
        kept_.state = ActionState::dropped;
        kept_.why = Words{why};
        return kept_;
    }

    Decision operator()(const desk::SetOwner& set) {
        if (is_over(action_.state)) return over(action_);
        if (set.owner == action_.owner_id)
            return Refusal{set.owner ? fmt::format("{} has it already.", text::one_line(action_.owner))
                                     : std::string("Nobody has it.")};
        kept_.owner = set.owner;
        kept_.state = ActionState::proposed;  // whoever has it now accepts for themselves
        return kept_;
    }

    Decision operator()(const desk::SetDue& set) {
        if (is_over(action_.state)) return over(action_);
        if (set.due == action_.due)
            return Refusal{set.due ? fmt::format("It is due on {} already.", in_words(*set.due))
                                   : std::string("It has no date.")};
        kept_.due = set.due;
        return kept_;
    }

private:
    const ActionSummary& action_;
    ActionKept kept_;
};

/// "Send the form, not accepted yet, Ben, no date".
std::string standing(const ActionSummary& action) {
    const std::string owner = text::one_line(action.owner);
    return fmt::format("{}, {}, {}, {}", called(action),
                       action.state == ActionState::proposed ? "not accepted yet" : in_words(action.state),
                       owner.empty() ? "no owner yet" : owner,
                       action.due ? "due " + in_words(*action.due) : std::string("no date"));
}

std::string said(const ActionSummary& before, const ActionKept& now, const Partnership& partnership) {
    const std::string what = called(before);
    if (now.state == ActionState::done) return fmt::format("Done: {}.", what);
    if (now.state == ActionState::dropped) return fmt::format("Dropped: {}, because: {}.", what, now.why.text);
    if (is_over(before.state)) return fmt::format("Open again: {}.", what);
    if (now.owner != before.owner_id) {
        const Person* person = now.owner ? find_person(partnership.people, *now.owner) : nullptr;
        if (person == nullptr) return fmt::format("Nobody has it now: {}.", what);
        return fmt::format("{} has it, and is to accept it: {}.", text::one_line(person->name.text), what);
    }
    if (now.due != before.due)
        return now.due ? fmt::format("Due {}: {}.", in_words(*now.due), what) : fmt::format("No date now: {}.", what);
    return fmt::format("{} accepts: {}.", text::one_line(before.owner), what);
}

}  // namespace

std::variant<ActionKept, Refusal> decide(const ActionSummary& action, const DeskCommand& command) {
    return std::visit(Deciding(action), command);
}

std::variant<std::string, Refusal> ActionsDesk::act(const CaptureId& id, const DeskCommand& command, const Stamp& now) {
    const auto all = records_.actions(true);
    const auto found = std::ranges::find(all, id, &ActionSummary::id);
    if (found == all.end()) return Refusal{"That action is no longer in the log."};
    if (const auto refusal = in_open_meeting(*found)) return *refusal;
    const auto partnership = records_.partnership(found->partnership);
    if (!partnership) return Refusal{fmt::format("The log has no partnership called {}.", found->partnership)};
    const auto decided = decide(*found, command);
    if (const auto* refusal = std::get_if<Refusal>(&decided)) return *refusal;
    const auto& kept = std::get<ActionKept>(decided);
    append(partnership->id, kept, now);
    auto before = as_it_stands(*found);
    // The reason of an earlier dropping is the latest word on it.
    for (const auto& [at, earlier] : partnership->actions)
        if (earlier.action == id && earlier.state == before.state) before.why = earlier.why;
    acts_.push_back({partnership->id, before, standing(*found)});
    return said(*found, kept, *partnership);
}

std::variant<std::string, Refusal> ActionsDesk::undo(const Stamp& now) {
    if (acts_.empty()) return Refusal{"There is nothing left to take back: no action stands changed here."};
    const Act last = acts_.back();
    append(last.partnership, last.before, now);
    acts_.pop_back();
    return fmt::format("Taken back: {}.", last.stood);
}

std::optional<Refusal> ActionsDesk::in_open_meeting(const ActionSummary& action) {
    for (const MeetingSummary& open : records_.open_meetings()) {
        if (open.partnership != action.partnership || open.group != action.group) continue;
        return Refusal{
            fmt::format("{} is still open, and settles the actions of its group. Take it up with resume {}, "
                        "or close it first.",
                        text::one_line(open.title), open.id.shown(records_.prefix_length()))};
    }
    return std::nullopt;
}

void ActionsDesk::append(const Id128& partnership, const ActionKept& kept, const Stamp& now) {
    const std::vector<StreamAppend> appends{{partnership,
                                             StreamKind::partnership,
                                             records_.last_sequence(partnership),
                                             now,
                                             {encode(PartnershipEvent{kept})}}};
    journal_.append(appends);
}

}  // namespace folkmoot
