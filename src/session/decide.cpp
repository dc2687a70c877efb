#include "src/session/decide.h"

#include <fmt/format.h>
#include <algorithm>

#include "src/base/text.h"
#include "src/session/rota.h"
#include "src/session/rules.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr Minutes longest_minutes{24 * 60};

}  // namespace

Sequence Rules::next_sequence() const { return static_cast<Sequence>(s_.events.size() + 1); }

CaptureNumber Rules::next_number() const {
    CaptureNumber highest = 0;
    for (const Recorded& recorded : s_.events) {
        if (const auto* captured = std::get_if<event::Captured>(&recorded.event)) {
            highest = std::max(highest, captured->number);
        }
    }
    return highest + 1;
}

const std::string& Rules::name(const PersonId& person) const { return s_.name_of(person); }

std::optional<RoundKind> Rules::round_here() const {
    if (s_.place.stage == Stage::checkin) {
        return RoundKind::checkin;
    }
    if (s_.place.stage == Stage::checkout) {
        return RoundKind::checkout;
    }
    return std::nullopt;
}

event::Moved Rules::move_to(const Place& to) const {
    event::Moved moved;
    moved.to = to;
    const bool new_round =
        (to.stage == Stage::checkin && !s_.checkin.started) || (to.stage == Stage::checkout && !s_.checkout.started);
    if (new_round) {
        if (const auto suggestion = suggest(s_, Duty::speak_first, false)) {
            moved.first = suggestion->person;
        }
    }
    return moved;
}

std::optional<Refusal> Rules::absent(const PersonId& person) const {
    const Attendance* attendance = s_.attendance_of(person);
    if (attendance == nullptr) {
        return no("That person is not on the list. Add them with: here new NAME of PARTNER.");
    }
    if (attendance->presence == Presence::here || attendance->presence == Presence::expected) {
        return std::nullopt;
    }
    return no(fmt::format("{0} is not here. When they arrive, type here {1}, the seat of {0}.", name(person),
                          s_.seat_of(person)));
}

bool Rules::in_queue(const AgendaItem& item, const PersonId& person) {
    return std::ranges::find(item.slot.queue, person, &Hand::person) != item.slot.queue.end();
}

bool Rules::bad_minutes(Minutes minutes) { return minutes < Minutes{0} || minutes > longest_minutes; }

Refusal Rules::minutes_refusal(Minutes minutes) {
    return no(fmt::format("{} is no length. Give whole minutes from 1 to {}, for example 5.", minutes.count(),
                          longest_minutes.count()));
}

Refusal Rules::too_long(std::size_t size) {
    return no(fmt::format("That is {} bytes long. At most {} can be kept in one piece.", size, longest_text));
}

Refusal Rules::more_than_here(std::size_t here) {
    return no(fmt::format("That is more than the {} here.", text::count(here, "person", "people")));
}

std::optional<Refusal> Rules::not_standing(CaptureNumber number) const {
    const Capture* capture = s_.capture(number);
    if (capture == nullptr) {
        return no(fmt::format("There is no number {}. The numbers so far go up to {}.", number, next_number() - 1));
    }
    if (capture->removed) {
        return no(fmt::format("Number {} was removed.", number));
    }
    return std::nullopt;
}

std::optional<Refusal> Rules::not_an_action(CaptureNumber number) const {
    if (auto refusal = not_standing(number)) {
        return refusal;
    }
    const Capture* capture = s_.capture(number);
    if (capture->kind != CaptureKind::action) {
        return no(fmt::format("Number {} is a {}, not an action.", number, in_words(capture->kind)));
    }
    return std::nullopt;
}

const Capture* Rules::decision_of(CaptureNumber number) const {
    const std::vector<const Capture*> decisions = standing(s_, CaptureKind::decision);
    if (number == 0) {
        return decisions.empty() ? nullptr : decisions.back();
    }
    const auto found = std::ranges::find(decisions, number, &Capture::number);
    return found == decisions.end() ? nullptr : *found;
}

Refusal Rules::no_decision(CaptureNumber number) {
    return number == 0 ? no("There is no decision yet. Write one down first: decide TEXT.")
                       : no(fmt::format("Number {} is no decision.", number));
}

Item Rules::new_item(const Words& title, ItemKind kind) const {
    Item item;
    item.id = ItemId{derived_id(s_.id, next_sequence(), "item")};
    item.title = title;
    item.kind = kind;
    return item;
}

std::variant<Event, Refusal> decide(const State& state, const Command& command, const Stamp& now) {
    if (!state.opened) {
        return Refusal{"The meeting has not been opened."};
    }
    const bool after_closing =
        std::holds_alternative<command::Undo>(command) || std::holds_alternative<command::Amend>(command);
    if (state.closed && !after_closing) {
        return Refusal{"The meeting is closed."};
    }
    return std::visit(Rules(state, now), command);
}

}  // namespace folkmoot
