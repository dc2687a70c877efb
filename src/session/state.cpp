#include "src/session/state.h"

#include <algorithm>

#include "src/base/error.h"

namespace folkmoot {

Millis Attendance::present_at(const Stamp& now) const {
    return here_since ? present + elapsed(*here_since, now) : present;
}

namespace {

const std::string no_name;

template <class Range, class Key, class Member>
auto* find_by(Range& range, const Key& key, Member member) {
    const auto found = std::ranges::find_if(range, [&](const auto& each) { return member(each) == key; });
    return found == range.end() ? nullptr : &*found;
}

bool may_speak(const State& state, const PersonId& person) {
    const Attendance* attendance = state.attendance_of(person);
    return attendance != nullptr &&
           (attendance->presence == Presence::here || attendance->presence == Presence::expected);
}

}  // namespace

bool went_on_as_item(const ReviewedMatter& reviewed) {
    const MatterKind kind = reviewed.matter.kind;
    return reviewed.taken && kind != MatterKind::decision && kind != MatterKind::concern;
}

const AgendaItem* State::item(const ItemId& wanted) const {
    return find_by(agenda, wanted, [](const AgendaItem& each) { return each.item.id; });
}
AgendaItem* State::item(const ItemId& wanted) {
    return find_by(agenda, wanted, [](const AgendaItem& each) { return each.item.id; });
}
const AgendaItem* State::open_item() const { return place.item ? item(*place.item) : nullptr; }
AgendaItem* State::open_item() { return place.item ? item(*place.item) : nullptr; }
const Capture* State::capture(CaptureNumber number) const {
    return find_by(captures, number, [](const Capture& each) { return each.number; });
}
Capture* State::capture(CaptureNumber number) {
    return find_by(captures, number, [](const Capture& each) { return each.number; });
}
const ReviewedMatter* State::matter(const CaptureId& wanted) const {
    return find_by(matters, wanted, [](const ReviewedMatter& each) { return each.matter.id; });
}
ReviewedMatter* State::matter(const CaptureId& wanted) {
    return find_by(matters, wanted, [](const ReviewedMatter& each) { return each.matter.id; });
}
const Attendance* State::attendance_of(const PersonId& wanted) const {
    return find_by(attendance, wanted, [](const Attendance& each) { return each.person; });
}
Attendance* State::attendance_of(const PersonId& wanted) {
    return find_by(attendance, wanted, [](const Attendance& each) { return each.person; });
}

const std::string& State::name_of(const PersonId& wanted) const {
    const Person* person = find_person(people, wanted);
    return person == nullptr ? no_name : person->name.text;
}

const std::string& State::partner_name(const PartnerId& wanted) const {
    const Partner* partner = find_partner(partners, wanted);
    return partner == nullptr ? no_name : partner->name.text;
}

bool State::is_here(const PersonId& wanted) const {
    const Attendance* found = attendance_of(wanted);
    return found != nullptr && found->presence == Presence::here;
}

std::vector<PersonId> State::present() const {
    std::vector<PersonId> here;
    for (const Attendance& each : attendance) {
        if (each.presence == Presence::here) {
            here.push_back(each.person);
        }
    }
    return here;
}

const Recorded* State::event_at(Sequence sequence) const {
    return sequence >= 1 && sequence <= events.size() ? &events[sequence - 1] : nullptr;
}

std::size_t State::seat_of(const PersonId& wanted) const {
    const auto found = std::ranges::find(people, wanted, &Person::id);
    return static_cast<std::size_t>(found - people.begin()) + 1;
}

State fold(const MeetingId& id, std::span<const Recorded> events) {
    State state;
    state.id = id;
    for (const Recorded& recorded : events) {
        apply(state, recorded);
    }
    return state;
}

std::vector<PersonId> waiting_in_round(const State& state, RoundKind kind) {
    const Round& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
    std::vector<PersonId> waiting;
    for (const PersonId& person : round.order) {
        const RoundAnswer* answer = round.answer_of(person);
        if (may_speak(state, person) && (answer == nullptr || answer->answer == Answer::later)) {
            waiting.push_back(person);
        }
    }
    return waiting;
}

std::optional<PersonId> next_in_round(const State& state, RoundKind kind) {
    const Round& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
    if (round.called && may_speak(state, *round.called)) {
        return round.called;
    }
    const std::vector<PersonId> waiting = waiting_in_round(state, kind);
    for (const PersonId& person : waiting) {
        if (round.answer_of(person) == nullptr) {
            return person;
        }
    }
    // All who wait said "later"; the answers are in the order in which they were given.
    for (const RoundAnswer& answer : round.answers) {
        if (answer.answer == Answer::later && std::ranges::find(waiting, answer.person) != waiting.end()) {
            return answer.person;
        }
    }
    return std::nullopt;
}

namespace {

bool stage_has_something(const State& state, Stage stage) {
    switch (stage) {
        case Stage::actions:
            return !state.matters.empty();
        case Stage::pulse:
            return !state.plan.pulse_statements.empty() && !state.pulse;
        case Stage::items:
            return false;  // items are places of their own
        default:
            return true;
    }
}

std::optional<Place> item_from(const State& state, std::size_t index) {
    for (; index < state.agenda.size(); ++index) {
        if (!state.agenda[index].slot.outcome) {
            return Place{Stage::items, state.agenda[index].item.id};
        }
    }
    return std::nullopt;
}

std::optional<Place> item_before(const State& state, std::size_t end) {
    for (std::size_t index = end; index > 0; --index) {
        if (state.agenda[index - 1].slot.outcome != Outcome::dropped) {
            return Place{Stage::items, state.agenda[index - 1].item.id};
        }
    }
    return std::nullopt;
}

std::size_t index_of(const State& state, const ItemId& id) {
    const auto found = std::ranges::find_if(state.agenda, [&](const AgendaItem& each) { return each.item.id == id; });
    return static_cast<std::size_t>(found - state.agenda.begin());
}

}  // namespace

std::optional<Place> place_after(const State& state, const Place& place) {
    if (place.stage == Stage::items && place.item) {
        if (const auto item = item_from(state, index_of(state, *place.item) + 1)) {
            return item;
        }
    }
    for (int stage = static_cast<int>(place.stage) + 1; stage <= static_cast<int>(Stage::closing); ++stage) {
        const auto next = static_cast<Stage>(stage);
        if (next == Stage::items) {
            if (const auto item = item_from(state, 0)) {
                return item;
            }
        } else if (stage_has_something(state, next)) {
            return Place{next, std::nullopt};
        }
    }
    return std::nullopt;
}

std::optional<Place> place_before(const State& state, const Place& place) {
    if (place.stage == Stage::items && place.item) {
        if (const auto item = item_before(state, index_of(state, *place.item))) {
            return item;
        }
    }
    for (int stage = static_cast<int>(place.stage) - 1; stage >= 0; --stage) {
        const auto before = static_cast<Stage>(stage);
        if (before == Stage::items) {
            if (const auto item = item_before(state, state.agenda.size())) {
                return item;
            }
        } else if (stage_has_something(state, before)) {
            return Place{before, std::nullopt};
        }
    }
    return std::nullopt;
}

bool is_unsettled(const AgendaItem& item) { return !item.slot.outcome && item.item.kind != ItemKind::pause; }

std::vector<const Capture*> standing(const State& state, CaptureKind kind) {
    std::vector<const Capture*> found;
    for (const Capture& capture : state.captures) {
        if (capture.kind == kind && !capture.removed) {
            found.push_back(&capture);
        }
    }
    return found;
}

}  // namespace folkmoot
