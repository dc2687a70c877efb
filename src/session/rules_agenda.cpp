#include <fmt/format.h>
#include <algorithm>

#include "src/base/text.h"
#include "src/session/rules.h"
#include "src/time/calendar.h"

namespace folkmoot {

Decided Rules::operator()(const command::AgreeMinutes&) const {
    if (!s_.plan.carry_over.last_meeting) {
        return no("This group has no earlier meeting in the log, so there are no minutes to agree.");
    }
    if (s_.minutes_agreed) {
        return no("The minutes of last time are agreed already.");
    }
    return Event{event::MinutesAgreed{}};
}

Decided Rules::operator()(const command::Next& c) const {
    const std::optional<Place> to = place_after(s_, s_.place);
    if (!to) {
        return no("This is the last place. Type close to close the meeting.");
    }
    event::Moved moved = move_to(*to);
    if (const AgendaItem* open = s_.open_item()) {
        moved.left_with = c.outcome.value_or(Outcome::done);
        const bool goes_on = moved.left_with == Outcome::carried || moved.left_with == Outcome::parked;
        if (open->item.kind == ItemKind::pause && goes_on) {
            moved.left_with = Outcome::done;
        }
    }
    return Event{moved};
}

Decided Rules::operator()(const command::Back&) const {
    const std::optional<Place> to = place_before(s_, s_.place);
    if (!to) {
        return no("This is the first place: there is nothing before the opening.");
    }
    return Event{move_to(*to)};
}

Decided Rules::operator()(const command::Skip&) const {
    const std::optional<Place> to = place_after(s_, s_.place);
    if (!to) {
        return no("The closing cannot be skipped. Type close, or quit to leave the meeting open.");
    }
    event::Moved moved = move_to(*to);
    moved.skipped = true;
    if (const AgendaItem* open = s_.open_item()) {
        moved.left_with = open->item.kind == ItemKind::pause ? Outcome::dropped : Outcome::carried;
        moved.skipped = false;
    }
    return Event{moved};
}

Decided Rules::operator()(const command::Go& c) const {
    if (c.to == s_.place) {
        return no("You are there already.");
    }
    if ((c.to.stage == Stage::items) != c.to.item.has_value() || (c.to.item && s_.item(*c.to.item) == nullptr)) {
        return no("There is no such item. Type agenda to hear the items and their numbers.");
    }
    if (c.to.stage == Stage::actions && s_.matters.empty()) {
        return no("Nothing is open from last time.");
    }
    if (c.to.stage == Stage::pulse && (s_.plan.pulse_statements.empty() || s_.pulse)) {
        return no(s_.pulse ? "The pulse has been taken." : "This meeting has no pulse in its plan.");
    }
    return Event{move_to(c.to)};
}

Decided Rules::operator()(const command::Take& c) const {
    const ReviewedMatter* reviewed = s_.matter(c.matter);
    if (reviewed == nullptr) {
        return no("There is no such matter from last time.");
    }
    if (reviewed->matter.kind == MatterKind::action) {
        return no("An action is no agenda item. Type done, keep or drop.");
    }
    if (reviewed->taken) {
        return no("That is on the agenda already.");
    }
    if (c.minutes && bad_minutes(*c.minutes)) {
        return minutes_refusal(*c.minutes);
    }
    event::MatterTaken taken;
    taken.matter = c.matter;
    const MatterKind kind = reviewed->matter.kind;
    const Words wording = kind == MatterKind::concern ? Words{std::string(concern_item_title)} : reviewed->matter.text;
    const std::string title = text::folded(wording.text);
    const auto same = std::ranges::find_if(s_.agenda, [&](const AgendaItem& each) {
        return each.slot.outcome != Outcome::dropped && text::folded(each.item.title.text) == title;
    });
    if (same != s_.agenda.end()) {
        taken.item = same->item;
        return Event{taken};
    }
    const bool looks_back = kind == MatterKind::decision || kind == MatterKind::concern;
    taken.item = new_item(wording, looks_back ? ItemKind::review : reviewed->matter.item_kind);
    if (reviewed->matter.lead && s_.attendance_of(*reviewed->matter.lead) != nullptr) {
        taken.item.lead = reviewed->matter.lead;
    }
    const Minutes usual = reviewed->matter.planned > Minutes{0} ? reviewed->matter.planned : Minutes{10};
    taken.item.planned = c.minutes.value_or(usual);
    if (kind != MatterKind::concern) taken.item.objectives = reviewed->matter.objectives;
    taken.item.from_matter = c.matter;
    return Event{taken};
}

Decided Rules::operator()(const command::Pause& c) const {
    if (s_.paused) {
        return no("The clock is stopped already. Type resume to go on.");
    }
    if (c.minutes && (bad_minutes(*c.minutes) || *c.minutes == Minutes{0})) {
        return minutes_refusal(*c.minutes);
    }
    if (const AgendaItem* open = s_.open_item(); c.rest && open != nullptr && open->item.kind == ItemKind::pause) {
        return no("This item is the break, and its time runs. Type next when it is over.");
    }
    return Event{event::Paused{c.rest, c.minutes, c.thinking}};
}

Decided Rules::operator()(const command::Resume&) const {
    if (!s_.paused) {
        return no("Nothing is paused.");
    }
    return Event{event::Resumed{}};
}

Decided Rules::operator()(const command::Extend& c) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr) {
        return no("No item is open, so there is nothing to extend.");
    }
    if (bad_minutes(c.minutes) || c.minutes == Minutes{0}) {
        return minutes_refusal(c.minutes);
    }
    if (c.from) {
        const AgendaItem* from = s_.item(*c.from);
        if (from == nullptr || from == open) {
            return no("Time can be taken from another item only. Type agenda to hear their numbers.");
        }
        if (from->slot.outcome) {
            return no(fmt::format("{} is over, so it has no time to give.", from->item.title.text));
        }
        const Millis left = Millis{from->allotted()} - from->slot.used_at(now_);
        if (left < c.minutes) {
            return no(left <= Millis{0}
                          ? fmt::format("{} has no time left to give.", from->item.title.text)
                          : fmt::format("{} has {} only.", from->item.title.text, duration_in_words(left)));
        }
    }
    return Event{event::Extended{open->item.id, {c.minutes, c.consent, c.from}}};
}

Decided Rules::operator()(const command::AnswerOverrun& c) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr) {
        return no("No item is open.");
    }
    return Event{event::OverrunAnswered{open->item.id, c.answer}};
}

Decided Rules::operator()(const command::AddItem& c) const {
    const std::string title = text::one_line(c.title);
    if (title.empty()) {
        return no("An item needs a title. For example: add item Website 10.");
    }
    if (bad_minutes(c.minutes)) {
        return minutes_refusal(c.minutes);
    }
    event::ItemAdded added{new_item(Words{title}, c.kind)};
    if (c.proposed && s_.attendance_of(*c.proposed) == nullptr) {
        return no("Whoever puts an item forward has to be on the list of people.");
    }
    added.item.planned = c.minutes;
    added.item.proposed = c.proposed;
    return Event{added};
}

Decided Rules::operator()(const command::MoveItem& c) const {
    const AgendaItem* moved = s_.item(c.item);
    if (moved == nullptr || (c.before && s_.item(*c.before) == nullptr)) {
        return no("There is no such item. Type agenda to hear the items and their numbers.");
    }
    if (c.before == c.item) {
        return no("An item cannot stand before itself.");
    }
    return Event{event::ItemMoved{c.item, c.before}};
}

Decided Rules::operator()(const command::SettleItem& c) const {
    const AgendaItem* settled = s_.item(c.item);
    if (settled == nullptr) {
        return no("There is no such item. Type agenda to hear the items and their numbers.");
    }
    if (settled == s_.open_item()) {
        return no("That item is open. Leave it with done, carry, park or skip.");
    }
    const bool is_break = settled->item.kind == ItemKind::pause;
    const Outcome outcome = is_break && c.outcome != Outcome::done ? Outcome::dropped : c.outcome;
    return Event{event::ItemSettled{c.item, outcome, Words{text::one_line(c.reason)}}};
}

Decided Rules::operator()(const command::SetNextMeeting& c) const {
    if (c.date < date_of(now_)) {
        return no(fmt::format("{} is in the past.", in_words(c.date)));
    }
    return Event{event::NextMeetingSet{c.date, c.time}};
}

Decided Rules::operator()(const command::JudgeGap& c) const {
    if (c.gap <= Millis{0}) {
        return no("There is no gap to judge.");
    }
    return Event{event::GapJudged{c.gap, c.counted}};
}

Decided Rules::operator()(const command::Close&) const {
    std::vector<std::string> open;
    for (const AgendaItem& each : s_.agenda) {
        if (is_unsettled(each)) {
            open.push_back(each.item.title.text);
        }
    }
    if (!open.empty()) {
        return no(
            fmt::format("Not finished: {}. Carry them to the next meeting or leave them out first.", text::list(open)));
    }
    return Event{event::Closed{}};
}

Decided Rules::operator()(const command::Undo&) const {
    if (s_.undoable.empty()) {
        return no("There is nothing to undo.");
    }
    return Event{event::Undone{s_.undoable.back()}};
}

Decided Rules::operator()(const command::Redo&) const {
    if (s_.redoable.empty()) {
        return no("There is nothing to redo.");
    }
    return Event{event::Redone{s_.redoable.back()}};
}

}  // namespace folkmoot
