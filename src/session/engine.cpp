#include "src/session/engine.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/session/learning.h"
#include "src/session/narrate.h"

namespace folkmoot {

Engine::Engine(Journal& journal, Records& records, const Opening& opening, const Stamp& now)
    : journal_(journal), records_(records) {
    std::vector<StreamAppend> appends;
    if (!opening.partnership_events.empty()) {
        StreamAppend partnership{
            opening.partnership, StreamKind::partnership, records.last_sequence(opening.partnership), now, {}};
        for (const PartnershipEvent& event : opening.partnership_events) {
            partnership.events.push_back(encode(event));
        }
        appends.push_back(std::move(partnership));
    }
    const Event opened = opening.opened;
    appends.push_back({opening.meeting, StreamKind::meeting, 0, now, {encode(opened)}});
    journal_.append(appends);
    state_.id = opening.meeting;
    apply(state_, Recorded{1, now, opened});
    check_against_log();
}

Engine::Engine(Journal& journal, Records& records, const MeetingId& meeting)
    : journal_(journal), records_(records), state_(fold(meeting, records.events(meeting))) {}

ActResult Engine::act(const Command& typed, const Stamp& now) {
    Command command = typed;
    if (auto* walk_in = std::get_if<command::WalkIn>(&command)) walk_in->known = known_by(walk_in->name);
    if (!unkept_.empty()) {
        unkept_.push_back({command, now});
        return NotKept{"An earlier act is not kept yet, and this one comes after it."};
    }
    std::variant<Event, Refusal> decided = decide(state_, command, now);
    if (const auto* refusal = std::get_if<Refusal>(&decided)) {
        return *refusal;
    }
    const auto& event = std::get<Event>(decided);
    const auto sequence = static_cast<Sequence>(state_.events.size());
    std::vector<StreamAppend> appends{{state_.id, StreamKind::meeting, sequence, now, {encode(event)}}};
    if (auto append = arrival_in_partnership(event, sequence + 1, now)) appends.push_back(*std::move(append));
    std::string learned;
    if (std::holds_alternative<event::Closed>(event)) {
        if (auto append = learned_at_closing(now, learned)) appends.push_back(*std::move(append));
    }
    try {
        journal_.append(appends);
    } catch (const WriteError& error) {
        unkept_.push_back({command, now});
        return NotKept{error.what()};
    }
    const Recorded recorded{sequence + 1, now, event};
    apply(state_, recorded);
    check_against_log();
    return Done{announce(state_, recorded) + learned};
}

/// The partnership learns with the closing, not after it: a crash between the two would lose what was explained.
std::optional<StreamAppend> Engine::learned_at_closing(const Stamp& now, std::string& said) {
    const auto partnership = records_.partnership(state_.plan.partnership_name.text);
    if (!partnership || partnership->id != state_.plan.partnership) return std::nullopt;
    const std::vector<PartnershipEvent> learned = learned_from(state_, *partnership);
    if (learned.empty()) return std::nullopt;
    for (const std::string& each : in_words(learned, *partnership)) said += " " + each;
    StreamAppend append{partnership->id, StreamKind::partnership, records_.last_sequence(partnership->id), now, {}};
    for (const PartnershipEvent& each : learned) append.events.push_back(encode(each));
    return append;
}

/// Somebody of the partnership who is not on this meeting's list keeps the identity that they have.
std::optional<Person> Engine::known_by(const std::string& name) {
    const auto partnership = records_.partnership(state_.plan.partnership_name.text);
    if (!partnership || partnership->id != state_.plan.partnership) return std::nullopt;
    const std::string wanted = text::folded(text::one_line(name));
    const auto found = std::ranges::find_if(partnership->people,
                                            [&](const Person& each) { return text::folded(each.name.text) == wanted; });
    if (found == partnership->people.end() || state_.attendance_of(found->id) != nullptr) return std::nullopt;
    return *found;
}

/// The partnership remembers who walked in, so that the next plan with this name means the same person; an arrival that
/// is taken back leaves nobody there whom it did not know before.
std::optional<StreamAppend> Engine::arrival_in_partnership(const Event& event, Sequence sequence, const Stamp& now) {
    const auto* undone = std::get_if<event::Undone>(&event);
    const auto* redone = std::get_if<event::Redone>(&event);
    if (undone != nullptr) sequence = undone->sequence;
    if (redone != nullptr) sequence = redone->sequence;
    const Recorded* earlier = undone != nullptr || redone != nullptr ? state_.event_at(sequence) : nullptr;
    const auto* arrival = std::get_if<event::WalkedIn>(earlier != nullptr ? &earlier->event : &event);
    if (arrival == nullptr) return std::nullopt;
    const PartnershipId& partnership = state_.plan.partnership;
    StreamAppend append{partnership, StreamKind::partnership, records_.last_sequence(partnership), now, {}};
    const auto add = [&](const PartnershipEvent& each) { append.events.push_back(encode(each)); };
    if (undone != nullptr) {
        const bool was_new = arrival->person.id == PersonId{derived_id(state_.id, sequence, "person")};
        if (was_new) add(partnership_event::TakenOut{std::nullopt, arrival->person.id, ""});
        if (arrival->new_partner) add(partnership_event::TakenOut{arrival->new_partner->id, std::nullopt, ""});
        return append.events.empty() ? std::nullopt : std::optional(append);
    }
    if (arrival->new_partner) add(partnership_event::PartnerKept{*arrival->new_partner});
    add(partnership_event::PersonKept{arrival->person});
    return append;
}

std::vector<ActResult> Engine::retry() {
    std::vector<ActResult> results;
    const std::vector<Unkept> waiting = std::exchange(unkept_, {});
    for (const Unkept& each : waiting) {
        if (unkept_.empty()) {
            results.push_back(act(each.command, each.at));
        } else {
            unkept_.push_back(each);  // one failed again: the rest keeps its order behind it
        }
    }
    return results;
}

void Engine::check_against_log() {
#ifndef NDEBUG
    if (!(fold(state_.id, records_.events(state_.id)) == state_)) {
        throw Error(fmt::format("The stored meeting {} does not fold to the state in memory.", state_.id.hex()));
    }
#endif
}

}  // namespace folkmoot
