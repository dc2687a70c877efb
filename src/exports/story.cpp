#include "src/exports/story.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/undone.h"
#include "src/session/narrate.h"
#include "src/session/timing.h"

namespace folkmoot {

namespace {

/// Blanked before folding, so that no wording of an event can show them.
Recorded without_access_needs(Recorded recorded) {
    if (auto* opened = std::get_if<event::Opened>(&recorded.event))
        for (Person& person : opened->people) person.access = {};
    if (auto* walked_in = std::get_if<event::WalkedIn>(&recorded.event)) walked_in->person.access = {};
    return recorded;
}

std::string title_line(const State& state) {
    std::string title = text::one_line(state.plan.title.text);
    if (title.empty()) title = "Meeting";
    const std::string group = text::one_line(state.plan.group.text);
    if (!group.empty()) title += ", " + group;
    if (state.opened) title += ", " + in_words(date_of(*state.opened));
    return title + ", " + text::count(state.events.size(), "event", "events");
}

/// What the passing of time itself says before an event: a new day, or a gap.
void add_passing(std::vector<std::string>& lines, const Stamp& before, const Stamp& now) {
    const Millis gap = elapsed(before, now);
    if (gap > gap_limit) lines.push_back(fmt::format("Nothing for {}.", duration_in_words(gap)));
    if (date_of(before) != date_of(now)) lines.push_back(in_words(date_of(now)) + ":");
}

/// Who spoke, what they said in a round, and who asked to.
bool is_speaking(const Event& event) {
    return std::holds_alternative<event::RoundAnswered>(event) || std::holds_alternative<event::RoundCalled>(event) ||
           std::holds_alternative<event::TurnBegan>(event) || std::holds_alternative<event::TurnEnded>(event) ||
           std::holds_alternative<event::HandRaised>(event) || std::holds_alternative<event::HandLowered>(event);
}

/// What was said in a round has no seat either: seats are in the order in which people are named, and a seat with its
/// words would say who.
bool is_in_round(const Event& event) {
    return std::holds_alternative<event::RoundAnswered>(event) || std::holds_alternative<event::RoundCalled>(event);
}

/// The act itself; of an undoing and a redoing, the one that is meant.
const Event& act_meant(const State& state, const Event& event) {
    std::optional<Sequence> meant;
    if (const auto* undone = std::get_if<event::Undone>(&event)) meant = undone->sequence;
    if (const auto* redone = std::get_if<event::Redone>(&event)) meant = redone->sequence;
    const Recorded* act = meant ? state.event_at(*meant) : nullptr;
    return act != nullptr ? act->event : event;
}

void take_names_away(State& state, bool seats) {
    for (Person& person : state.people) {
        const std::string partner = text::one_line(state.partner_name(person.partner));
        const std::string who = seats ? fmt::format("Seat {}", state.seat_of(person.id)) : "Somebody";
        person.name = partner.empty() ? who : fmt::format("{} of {}", who, partner);
    }
}

}  // namespace

std::vector<std::string> story(const State& state) {
    std::vector<std::string> lines{title_line(state)};
    const std::set<Sequence> undone = undone_acts(state);
    State so_far;
    so_far.id = state.id;
    // After the closing turns are their partner's and their seat's, as in the views of the log; words are a partner's.
    State by_seat = so_far;
    for (const Recorded& original : state.events) {
        const Recorded recorded = without_access_needs(original);
        if (so_far.last) add_passing(lines, *so_far.last, recorded.at);
        apply(so_far, recorded);
        if (state.closed) {
            apply(by_seat, recorded);
            take_names_away(by_seat, !is_in_round(act_meant(state, recorded.event)));
        }
        const bool unnamed = state.closed && is_speaking(act_meant(state, recorded.event));
        const std::string said = text::one_line(narrate(unnamed ? by_seat : so_far, recorded));
        if (said.empty()) continue;
        const std::string mark = undone.contains(recorded.sequence) ? " (undone later)" : "";
        lines.push_back(fmt::format("{}  {}{}", time_of_day(recorded.at), said, mark));
    }
    return lines;
}

}  // namespace folkmoot
