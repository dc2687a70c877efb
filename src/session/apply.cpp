#include <fmt/format.h>
#include <algorithm>

#include "src/base/error.h"
#include "src/session/rota.h"
#include "src/session/running_clocks.h"
#include "src/session/state.h"

namespace folkmoot {

namespace {

class DamagedStream : public Error {
public:
    using Error::Error;
};

/// Folds one event into the state. Everything that an event may name must be there.
class Folding {
public:
    Folding(State& state, const Recorded& recorded) : s_(state), at_(recorded.at), sequence_(recorded.sequence) {}

    void operator()(const event::Opened& e) {
        s_.plan = e;
        s_.opened = at_;
        s_.partners = e.partners;
        s_.people = e.people;
        for (const Person& person : e.people) {
            Attendance attendance;
            attendance.person = person.id;
            s_.attendance.push_back(attendance);
        }
        s_.checkin.question = e.checkin_question;
        s_.checkout.question = e.checkout_question;
        for (const Item& item : e.items) {
            s_.agenda.push_back({item, {}, false});
        }
        for (const Matter& matter : e.carry_over.matters) {
            ReviewedMatter reviewed;
            reviewed.matter = matter;
            if (matter.settled_on) {
                reviewed.verdict = matter.settled_why.empty() ? event::Verdict::done : event::Verdict::dropped;
                reviewed.reason = matter.settled_why;
            }
            for (const Item& item : e.items) {
                const bool for_concerns =
                    item.from_matter && matter.kind == MatterKind::concern && item.title.text == concern_item_title;
                if (item.from_matter == matter.id || for_concerns) reviewed.taken = item.id;
            }
            s_.matters.push_back(reviewed);
        }
        s_.facilitator = e.facilitator;
        s_.note_taker = e.note_taker;
        s_.timekeeper = e.timekeeper;
        s_.host = e.host;
        s_.plain_words = e.plain_words;
        s_.visited.push_back(Stage::opening);
    }

    void operator()(const event::Attended& e) {
        for (const PersonId& person : e.people) {
            set_presence(person, e.presence);
            s_.attendance_of(person)->reason = e.reason;
        }
    }

    void operator()(const event::WalkedIn& e) {
        if (e.new_partner) {
            s_.partners.push_back(*e.new_partner);
        }
        s_.people.push_back(e.person);
        Attendance attendance;
        attendance.person = e.person.id;
        attendance.walked_in = true;
        s_.attendance.push_back(attendance);
        set_presence(e.person.id, Presence::here);
    }

    void operator()(const event::MinutesAgreed&) { s_.minutes_agreed = true; }

    void operator()(const event::Moved& e) {
        end_pause(s_, at_);
        if (AgendaItem* left = s_.open_item()) {
            stop_slot(left->slot, at_);
            if (left->item.kind == ItemKind::pause) {
                s_.last_rest = at_;
            }
            if (e.left_with) {
                left->slot.outcome = e.left_with;
                left->slot.closed = at_;
            }
        }
        leave_round();
        std::erase(s_.skipped, s_.place.stage);
        if (e.skipped) {
            s_.skipped.push_back(s_.place.stage);
        }
        s_.place = e.to;
        if (std::ranges::find(s_.visited, e.to.stage) == s_.visited.end()) {
            s_.visited.push_back(e.to.stage);
        }
        arrive(e);
    }

    void operator()(const event::RoundAnswered& e) {
        Round& round = round_of(e.round);
        know(e.person);
        std::erase_if(round.answers, [&](const RoundAnswer& each) { return each.person == e.person; });
        round.answers.push_back({e.person, e.answer, e.score, e.words, at_});
        const bool in_order = std::ranges::find(round.order, e.person) != round.order.end();
        if (!in_order) {
            round.order.push_back(e.person);
        }
        if (round.called == e.person) {
            round.called.reset();
        }
        Attendance* attendance = s_.attendance_of(e.person);
        if (e.answer == Answer::away) {
            set_presence(e.person, attendance->presence == Presence::here ? Presence::left : Presence::away);
        } else if (attendance->presence != Presence::here) {
            const bool late = attendance->came_late || !in_order || attendance->presence != Presence::expected;
            set_presence(e.person, Presence::here);
            attendance->came_late &= late;  // who was asked without having been counted was there from the start
        }
    }

    void operator()(const event::RoundCalled& e) {
        know(e.person);
        round_of(e.round).called = e.person;
    }

    void operator()(const event::MatterReviewed& e) {
        ReviewedMatter& reviewed = matter(e.matter);
        reviewed.verdict = e.verdict;
        reviewed.due = e.due ? e.due : reviewed.due;  // a date that was given stays when the owner accepts
        reviewed.reason = e.reason;
        if (e.verdict == event::Verdict::kept) {
            reviewed.closed = false;
            reviewed.agreed = {};
        }
        if (e.verdict == event::Verdict::accepted) {
            reviewed.matter.accepted = true;
        }
    }

    void operator()(const event::MatterTaken& e) {
        matter(e.matter).taken = e.item.id;
        if (AgendaItem* there = s_.item(e.item.id)) {
            there->item.from_matter = there->item.from_matter.value_or(e.matter);
        } else {
            s_.agenda.push_back({e.item, {}, true});
        }
    }

    void operator()(const event::MatterOwnerSet& e) {
        Matter& action = matter(e.matter).matter;
        action.owner = e.owner;
        action.owner_name = e.owner ? Words{s_.name_of(*e.owner), e.owner} : Words{};
        action.accepted = false;
    }

    void operator()(const event::MatterDueSet& e) {
        ReviewedMatter& reviewed = matter(e.matter);
        reviewed.due = e.due;
        reviewed.matter.due = e.due;
    }

    void operator()(const event::Paused& e) {
        if (AgendaItem* open = s_.open_item()) {
            stop_slot(open->slot, at_);
            open->slot.paused = true;
        }
        s_.paused = true;
        s_.pause = e;
        s_.paused_since = at_;
    }

    void operator()(const event::Resumed&) {
        end_pause(s_, at_);
        if (AgendaItem* open = s_.open_item()) {
            open->slot.running_since = at_;
        }
    }

    void operator()(const event::Extended& e) {
        AgendaItem& extended = item(e.item);
        extended.slot.extensions.push_back(e.extension);
        extended.slot.overrun.reset();
        if (e.extension.from) {
            item(*e.extension.from).slot.given_away += e.extension.minutes;
        }
    }

    void operator()(const event::OverrunAnswered& e) { item(e.item).slot.overrun = e.answer; }

    void operator()(const event::TurnBegan& e) {
        know(e.person);
        Slot& slot = open_slot();
        end_turn(slot, at_);
        slot.speaking = Turn{e.person, at_, Millis{0}};
        std::erase_if(slot.queue, [&](const Hand& hand) { return hand.person == e.person; });
        if (s_.attendance_of(e.person)->presence != Presence::here) {
            set_presence(e.person, Presence::here);
        }
    }

    void operator()(const event::TurnEnded&) { end_turn(open_slot(), at_); }

    void operator()(const event::HandRaised& e) {
        know(e.person);
        open_slot().queue.push_back({e.person, e.reason, at_});
    }

    void operator()(const event::HandLowered& e) {
        std::erase_if(open_slot().queue, [&](const Hand& hand) { return hand.person == e.person; });
    }

    void operator()(const event::Captured& e) {
        Capture made;
        made.id = e.id;
        made.number = e.number;
        made.kind = e.kind;
        made.text = e.text;
        made.word = e.word;
        made.item = s_.place.item;
        made.at = at_;
        made.owner = e.owner;
        made.due = e.due;
        // A vote has numbers, which only the room can give.
        if (e.kind == CaptureKind::decision && s_.plan.rule != DecisionRule::vote) {
            made.rule = s_.plan.rule;
        }
        s_.captures.push_back(made);
    }

    void operator()(const event::CaptureEdited& e) {
        Capture& edited = capture(e.number);
        edited.text = e.text;
        edited.word = e.word;
        set_owner(edited, e.owner);
        edited.due = e.due;
    }

    void operator()(const event::CaptureRemoved& e) { capture(e.number).removed = true; }

    void operator()(const event::DecisionRuled& e) {
        Capture& decision = capture(e.number);
        decision.rule = e.rule;
        decision.votes = e.votes;
    }

    void operator()(const event::DecisionDated& e) { capture(e.number).look_again = e.look_again; }
    void operator()(const event::PrincipleMade& e) { capture(e.number).principle = e.principle; }
    void operator()(const event::WordIsPlain& e) { s_.plain_words.push_back(e.word); }
    void operator()(const event::Reserved& e) { capture(e.number).reservations.push_back({e.text, e.person}); }
    void operator()(const event::ActionAccepted& e) { capture(e.number).action_state = ActionState::accepted; }
    void operator()(const event::OwnerSet& e) { set_owner(capture(e.number), e.owner); }
    void operator()(const event::DueSet& e) { capture(e.number).due = e.due; }

    void operator()(const event::ConcernClosed& e) {
        if (e.number) {
            capture(*e.number).closed = true;
            capture(*e.number).agreed = e.agreed;
        }
        if (e.matter) {
            matter(*e.matter).closed = true;
            matter(*e.matter).agreed = e.agreed;
        }
    }

    void operator()(const event::ItemAdded& e) { s_.agenda.push_back({e.item, {}, true}); }

    void operator()(const event::ItemMoved& e) {
        const AgendaItem moved = item(e.item);
        std::erase_if(s_.agenda, [&](const AgendaItem& each) { return each.item.id == e.item; });
        auto before = s_.agenda.end();
        if (e.before) {
            item(*e.before);
            before = std::ranges::find_if(s_.agenda, [&](const AgendaItem& each) { return each.item.id == *e.before; });
        }
        s_.agenda.insert(before, moved);
    }

    void operator()(const event::ItemSettled& e) {
        Slot& slot = item(e.item).slot;
        slot.outcome = e.outcome;
        slot.closed = at_;
    }

    void operator()(const event::PulseTaken& e) { s_.pulse = e; }

    void operator()(const event::NextMeetingSet& e) {
        s_.next_date = e.date;
        s_.next_time = e.time;
    }
    void operator()(const event::NextFacilitatorSet& e) { s_.next_facilitator = e.person; }
    void operator()(const event::NextHostSet& e) { s_.next_host = e.partner; }

    void operator()(const event::DutyTaken& e) {
        if (e.duty == Duty::facilitate) {
            s_.facilitator = e.person;
        } else if (e.duty == Duty::take_notes) {
            s_.note_taker = e.person;
        } else if (e.duty == Duty::keep_time) {
            s_.timekeeper = e.person;
        } else if (e.duty == Duty::host) {
            s_.host = e.partner;
        }
    }

    void operator()(const event::GapJudged& e) {
        if (!e.counted) {
            leave_out(s_, e.gap, at_);
            s_.last_rest = at_;  // nobody was there meanwhile
        }
    }

    void operator()(const event::Amended& e) {
        if (e.number) {
            capture(*e.number).corrected = true;
        }
        s_.amendments.push_back({at_, e.number, e.person, e.text});
    }

    void operator()(const event::Closed&) {
        end_pause(s_, at_);
        if (AgendaItem* open = s_.open_item()) {
            stop_slot(open->slot, at_);
        }
        for (Attendance& each : s_.attendance) {
            end_presence(each, at_);
        }
        s_.closed = at_;
    }

    void operator()(const event::Undone&) {}  // apply() does these itself
    void operator()(const event::Redone&) {}

private:
    [[noreturn]] void damaged(std::string_view what) const {
        throw DamagedStream(fmt::format("act {} of the meeting names {} that is not there", sequence_, what));
    }

    void know(const PersonId& person) const {
        if (s_.attendance_of(person) == nullptr) {
            damaged("a person");
        }
    }
    AgendaItem& item(const ItemId& id) {
        AgendaItem* found = s_.item(id);
        if (found == nullptr) {
            damaged("an item");
        }
        return *found;
    }
    Capture& capture(CaptureNumber number) {
        Capture* found = s_.capture(number);
        if (found == nullptr) {
            damaged("a capture");
        }
        return *found;
    }
    ReviewedMatter& matter(const CaptureId& id) {
        ReviewedMatter* found = s_.matter(id);
        if (found == nullptr) {
            damaged("a matter");
        }
        return *found;
    }
    Slot& open_slot() {
        AgendaItem* open = s_.open_item();
        if (open == nullptr) {
            damaged("an open item");
        }
        return open->slot;
    }
    Round& round_of(RoundKind kind) { return kind == RoundKind::checkin ? s_.checkin : s_.checkout; }

    void set_presence(const PersonId& person, Presence presence) {
        know(person);
        Attendance& attendance = *s_.attendance_of(person);
        if (presence == Presence::here) {
            const bool after_start = std::ranges::find(s_.visited, Stage::checkin) != s_.visited.end();
            if (!attendance.arrived) {
                attendance.came_late = attendance.presence == Presence::late || after_start;
            }
            attendance.arrived = attendance.arrived.value_or(at_);
            attendance.here_since = attendance.here_since.value_or(at_);
            attendance.left.reset();
            join_round(person);
        } else {
            end_presence(attendance, at_);
            if (presence == Presence::left) {
                attendance.left = at_;
            } else if (only_opened()) {
                // Everyone was counted as here, and then those who are not: they have not come.
                attendance.arrived.reset();
                attendance.present = Millis{0};
                attendance.came_late = false;
            }
            speaks_no_more(person);
        }
        attendance.presence = presence;
        attendance.reason = {};
    }

    /// The meeting has not gone on from its opening yet.
    [[nodiscard]] bool only_opened() const {
        return std::ranges::all_of(s_.visited, [](Stage stage) { return stage == Stage::opening; });
    }

    void speaks_no_more(const PersonId& person) {
        AgendaItem* open = s_.place.item ? s_.item(*s_.place.item) : nullptr;
        if (open == nullptr) return;
        if (open->slot.speaking && open->slot.speaking->person == person) end_turn(open->slot, at_);
        std::erase_if(open->slot.queue, [&](const Hand& hand) { return hand.person == person; });
    }

    /// Somebody who arrives during a round speaks at its end.
    void join_round(const PersonId& person) {
        for (const Stage stage : {Stage::checkin, Stage::checkout}) {
            Round& round = stage == Stage::checkin ? s_.checkin : s_.checkout;
            const bool in_order = std::ranges::find(round.order, person) != round.order.end();
            if (s_.place.stage == stage && round.started && !in_order) {
                round.order.push_back(person);
            }
        }
    }

    void leave_round() {
        if (s_.place.stage == Stage::checkin) {
            s_.checkin.left_early = !waiting_in_round(s_, RoundKind::checkin).empty();
        } else if (s_.place.stage == Stage::checkout) {
            s_.checkout.left_early = !waiting_in_round(s_, RoundKind::checkout).empty();
        }
    }

    void arrive(const event::Moved& e) {
        if (e.to.item) {
            Slot& slot = item(*e.to.item).slot;
            slot.opened = slot.opened.value_or(at_);
            slot.running_since = at_;
        } else if (e.to.stage == Stage::checkin) {
            arrive_at(s_.checkin, e.first);
        } else if (e.to.stage == Stage::checkout) {
            arrive_at(s_.checkout, e.first);
        }
    }

    void arrive_at(Round& round, const std::optional<PersonId>& first) {
        const std::vector<PersonId> order = order_from(s_, first);
        if (!round.started) {
            round.order = order;
        }
        round.started = true;
        for (const PersonId& person : order) {
            if (std::ranges::find(round.order, person) == round.order.end()) {
                round.order.push_back(person);
            }
        }
    }

    static void set_owner(Capture& action, const std::optional<PersonId>& owner) {
        if (action.owner != owner) {
            action.owner = owner;
            action.action_state = ActionState::proposed;  // an owner accepts for themselves
        }
    }

    State& s_;
    const Stamp& at_;
    Sequence sequence_;
};

bool clocks_part(const Stamp& last, const Stamp& at) { return at.boot_id != last.boot_id || at.boot < last.boot; }

void fold_one(State& state, const Recorded& recorded) {
    if (state.last && !state.closed && clocks_part(*state.last, recorded.at)) {
        settle_clocks(state, recorded.at);
    }
    const bool over = state.closed.has_value();
    std::visit(Folding(state, recorded), recorded.event);
    if (!over) {
        state.last = recorded.at;
    }
}

/// The state again from the acts that count. The events and the undo lists stay as they are.
void refold(State& state) {
    State fresh;
    fresh.id = state.id;
    for (const Recorded& recorded : state.events) {
        const bool counts =
            recorded.sequence == 1 || std::ranges::find(state.undoable, recorded.sequence) != state.undoable.end();
        if (counts) {
            fold_one(fresh, recorded);
        }
    }
    fresh.events = std::move(state.events);
    fresh.undoable = std::move(state.undoable);
    fresh.redoable = std::move(state.redoable);
    state = std::move(fresh);
}

void shift_act(std::vector<Sequence>& from, std::vector<Sequence>& to, Sequence wanted, Sequence sequence) {
    if (from.empty() || from.back() != wanted) {
        throw DamagedStream(
            fmt::format("act {} of the meeting undoes or redoes act {} out of order", sequence, wanted));
    }
    to.push_back(from.back());
    from.pop_back();
}

}  // namespace

void apply(State& state, const Recorded& recorded) {
    if (recorded.sequence != state.events.size() + 1) {
        throw DamagedStream(fmt::format("act {} of the meeting stands where act {} should be", recorded.sequence,
                                        state.events.size() + 1));
    }
    const bool opens = std::holds_alternative<event::Opened>(recorded.event);
    if (opens != (recorded.sequence == 1)) {
        throw DamagedStream(fmt::format("act {} of the meeting cannot stand there", recorded.sequence));
    }
    const bool was_closed = state.closed.has_value();
    const std::optional<Stamp> last = state.last;
    const Millis ran_before = state.ran;
    const Millis ran = last ? ran_before + elapsed(*last, recorded.at) : Millis{0};
    if (const auto* undone = std::get_if<event::Undone>(&recorded.event)) {
        shift_act(state.undoable, state.redoable, undone->sequence, recorded.sequence);
        state.events.push_back(recorded);
        refold(state);
    } else if (const auto* redone = std::get_if<event::Redone>(&recorded.event)) {
        shift_act(state.redoable, state.undoable, redone->sequence, recorded.sequence);
        state.events.push_back(recorded);
        refold(state);
    } else {
        fold_one(state, recorded);
        state.events.push_back(recorded);
        if (!opens) {
            state.undoable.push_back(recorded.sequence);
            state.redoable.clear();
        }
    }
    const bool over = was_closed && state.closed;  // a correction much later does not make the meeting longer
    state.last = over ? last : recorded.at;
    state.ran = over ? ran_before : ran;  // time went on, whatever was undone
}

}  // namespace folkmoot
