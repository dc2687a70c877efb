// What can be changed at home: how actions stand, and minutes that are wrong; and taking that back.
#include <algorithm>

#include "screens/actions.h"
#include "src/app/program.h"
#include "src/time/clock.h"

namespace folkmoot {

void Program::show_actions(const std::string& asked) {
    const Date today = date_of(desk_.clock.now());
    actions_read_ = actions_asked(desk_.records, asked, today);
    actions_asked_ = asked;
    actions_read_last_ = true;
    desk_.renderer.read_out(actions_page(actions_read_, actions_asked_, today));
}

/// In the list's own order, and what is done stays in it: a number means the same until the list is read anew.
void Program::look_at_actions_again() {
    const auto now = desk_.records.actions(true);
    for (ActionSummary& each : actions_read_) {
        const auto found = std::ranges::find(now, each.id, &ActionSummary::id);
        if (found != now.end()) each = *found;
    }
    desk_.renderer.refresh_read(actions_page(actions_read_, actions_asked_, date_of(desk_.clock.now())));
}

void Program::act_on_action(const Intent& intent) {
    const Stamp now = desk_.clock.now();
    const auto read = read_action_act(intent, actions_read_, desk_.records, date_of(now));
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto& act = std::get<ActionAct>(read);
    const auto told = actions_.act(actions_read_[act.index].id, act.command, now);
    if (const auto* refusal = std::get_if<Refusal>(&told)) return say(Kind::error, refusal->why);
    changes_.emplace_back(ActionChange{});
    look_at_actions_again();
    say(Kind::plain, std::get<std::string>(told));
}

Amending Program::amending() const { return {desk_.journal, desk_.records, desk_.settings.minutes_folder}; }

void Program::amend(const std::string& typed) {
    if (!meeting_read_)
        return say(Kind::error,
                   "Read the minutes first that are wrong: type minutes and the meeting's id. Then type amend.");
    const auto told = amending().amend(*meeting_read_, typed, desk_.clock.now());
    if (const auto* refusal = std::get_if<Refusal>(&told)) return say(Kind::error, refusal->why);
    changes_.emplace_back(*meeting_read_);
    desk_.renderer.refresh_read(minutes_page(*meeting_read_));
    say(Kind::plain, std::get<std::string>(told));
}

/// What was changed here last, as far as this start of the program goes back; else the latest correction of the minutes
/// that were read last.
void Program::undo() {
    const Stamp now = desk_.clock.now();
    if (!changes_.empty() && std::holds_alternative<PartnershipChange>(changes_.back())) {
        changes_.pop_back();
        partnership_desk_.undo(now);
        look_at_partnership_again();
        return say(Kind::plain, "Taken back: the latest change of the partnership.");
    }
    if (!changes_.empty() && std::holds_alternative<PlanChange>(changes_.back())) return take_back_plan();
    auto meeting = meeting_read_;
    if (!changes_.empty()) {
        const auto* amended = std::get_if<MeetingId>(&changes_.back());
        meeting = amended != nullptr ? std::optional(*amended) : std::nullopt;
    }
    const auto told = meeting ? amending().take_back(*meeting, now) : actions_.undo(now);
    if (const auto* refusal = std::get_if<Refusal>(&told)) return say(Kind::error, refusal->why);
    if (!changes_.empty()) changes_.pop_back();
    if (meeting)
        desk_.renderer.refresh_read(minutes_page(*meeting));
    else
        look_at_actions_again();
    say(Kind::plain, std::get<std::string>(told));
}

}  // namespace folkmoot
