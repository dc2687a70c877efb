#include "src/exports/story.h"

#include <fmt/format.h>

#include <algorithm>

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
    if (!group.empty() && group != title) title += ", " + group;
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

/// Of fewer who were there, "somebody of" their partner would be one or the other.
constexpr std::ptrdiff_t enough_of_partner = 3;

std::ptrdiff_t came_for(const State& meeting, const PartnerId& partner) {
    return std::ranges::count_if(meeting.attendance, [&](const Attendance& each) {
        const Person* person = find_person(meeting.people, each.person);
        return each.arrived && person != nullptr && person->partner == partner;
    });
}

void take_names_away(State& state, bool seats, const State& meeting) {
    for (Person& person : state.people) {
        std::string partner = text::one_line(state.partner_name(person.partner));
        if (!seats && came_for(meeting, person.partner) < enough_of_partner) partner.clear();
        const std::string who = seats ? fmt::format("Seat {}", state.seat_of(person.id)) : "Somebody";
        person.name = partner.empty() ? who : fmt::format("{} of {}", who, partner);
    }
}

std::string first_upper(std::string_view word) {
    std::string said(word);
    said.front() = static_cast<char>(said.front() - 'a' + 'A');
    return said;
}

/// Words that were written down by mistake, or that somebody did not want kept, are told without what they said.
struct WithoutWords {
    using Said = std::optional<std::string>;
    Said operator()(const event::RoundAnswered& e) const { return fmt::format("The {}: an answer", in_words(e.round)); }
    Said operator()(const event::Captured& e) const {
        return fmt::format("{} {}", first_upper(in_words(e.kind)), e.number);
    }
    Said operator()(const event::CaptureEdited& e) const { return fmt::format("A change of number {}", e.number); }
    Said operator()(const event::Reserved& e) const { return fmt::format("A reservation to decision {}", e.number); }
    Said operator()(const event::Attended& e) const { return e.reason.empty() ? std::nullopt : Said("Who is away"); }
    Said operator()(const event::HandRaised&) const { return "A raised hand"; }
    Said operator()(const event::ConcernClosed&) const { return "The closing of a concern"; }
    template <class Other>
    Said operator()(const Other&) const {
        return std::nullopt;
    }
};

/// Written down in a meeting that kept it no longer when it ended.
bool was_removed(const State& state, const Event& event) {
    const auto* captured = std::get_if<event::Captured>(&event);
    const auto* edited = std::get_if<event::CaptureEdited>(&event);
    if (captured == nullptr && edited == nullptr) return false;
    const Capture* capture = state.capture(captured != nullptr ? captured->number : edited->number);
    return capture != nullptr && capture->removed;
}

}  // namespace

std::string said_of(const State& state, const Recorded& recorded, const std::set<Sequence>& undone,
                    const State& so_far) {
    if (state.closed) {
        const bool back = undone.contains(recorded.sequence) || was_removed(state, recorded.event);
        const auto quiet = back ? std::visit(WithoutWords{}, recorded.event) : std::nullopt;
        // That it was removed is said once.
        const bool edited = std::holds_alternative<event::CaptureEdited>(recorded.event);
        if (quiet && edited && !undone.contains(recorded.sequence)) return "";
        if (quiet) return *quiet + (undone.contains(recorded.sequence) ? " was taken back." : " was removed later.");
        // The undoing of such words would say them again.
        const Event& meant = act_meant(state, recorded.event);
        if (&meant != &recorded.event && std::visit(WithoutWords{}, meant)) return "";
    }
    const std::string said = text::one_line(narrate(so_far, recorded));
    return said.empty() || !undone.contains(recorded.sequence) ? said : said + " (undone later)";
}

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
            take_names_away(by_seat, !is_in_round(act_meant(state, recorded.event)), state);
        }
        const bool unnamed = state.closed && is_speaking(act_meant(state, recorded.event));
        const std::string said = said_of(state, recorded, undone, unnamed ? by_seat : so_far);
        if (!said.empty()) lines.push_back(fmt::format("{}  {}", time_of_day(recorded.at), said));
    }
    return lines;
}

}  // namespace folkmoot
