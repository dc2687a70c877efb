// Who speaks, and who does what: by partner against seats, never by person.
#include <algorithm>

#include "src/trends/balance.h"
#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

using namespace measuring;

namespace {

bool too_little(const Voices& all) { return all.recorded_share.value_or(0.0) < enough_recorded; }

Found balance_of_turns(const State& meeting) {
    const Voices all = voices(meeting, *meeting.last);
    if (!all.balance) return {};
    if (too_little(all)) return Why::little_recorded;
    return Value{*all.balance, all.turns};
}

Found recorded(const State& meeting) {
    const Voices all = voices(meeting, *meeting.last);
    if (!all.recorded_share) return {};
    return Value{*all.recorded_share, all.turns};
}

/// Share of something over share of seats, `part` of a partner's voice being its amount of it.
template <class Part>
Found against_seats(const State& meeting, Part part) {
    const Voices all = voices(meeting, *meeting.last);
    if (all.turns == 0) return {};
    if (too_little(all)) return Why::little_recorded;
    double whole = 0.0;
    for (const PartnerVoice& each : all.partners) whole += part(each);
    std::vector<Named> named;
    for (const PartnerVoice& each : all.partners) {
        const Partner* partner = find_partner(meeting.partners, each.partner);
        if (partner == nullptr || whole <= 0.0) continue;
        const double seats = static_cast<double>(each.seats) / static_cast<double>(all.people.size());
        named.push_back(of_partner(meeting, *partner, {part(each) / whole / seats, each.turns}));
    }
    return named;
}

Found turns_against_seats(const State& meeting) {
    return against_seats(meeting, [](const PartnerVoice& each) { return static_cast<double>(each.turns); });
}

Found time_against_seats(const State& meeting) {
    return against_seats(meeting, [](const PartnerVoice& each) { return in_minutes(each.time); });
}

const Person* who(const State& meeting, const std::optional<PersonId>& id) {
    return id ? find_person(meeting.people, *id) : nullptr;
}

/// Of all who did something, the share that each partner has.
Found shares(const State& meeting, const std::vector<const Person*>& doers) {
    const auto known = doers.size() - static_cast<std::size_t>(std::ranges::count(doers, nullptr));
    if (known == 0) return {};
    std::vector<Named> named;
    for (const Partner& partner : meeting.partners) {
        const auto done = std::ranges::count_if(
            doers, [&](const Person* each) { return each != nullptr && each->partner == partner.id; });
        named.push_back(of_partner(meeting, partner, *share(static_cast<std::size_t>(done), known)));
    }
    return named;
}

Found leads(const State& meeting) {
    std::vector<const Person*> all;
    for (const AgendaItem& line : meeting.agenda) {
        if (line.slot.opened && line.item.kind != ItemKind::pause) all.push_back(who(meeting, line.item.lead));
    }
    return shares(meeting, all);
}

Found proposers(const State& meeting) {
    std::vector<const Person*> all;
    for (const AgendaItem& line : meeting.agenda) all.push_back(who(meeting, line.item.proposed));
    return shares(meeting, all);
}

/// A decision is the room's; whose lead it was made under says who is trusted to bring things to one.
Found decides(const State& meeting) {
    std::vector<const Person*> all;
    for (const Capture* each : standing(meeting, CaptureKind::decision)) {
        const AgendaItem* line = each->item ? meeting.item(*each->item) : nullptr;
        all.push_back(line == nullptr ? nullptr : who(meeting, line->item.lead));
    }
    return shares(meeting, all);
}

Found owners(const State& meeting) {
    std::vector<const Person*> all;
    for (const Capture* each : standing(meeting, CaptureKind::action)) all.push_back(who(meeting, each->owner));
    return shares(meeting, all);
}

Found facilitates(const State& meeting) { return shares(meeting, {who(meeting, meeting.facilitator)}); }

Found takes_notes(const State& meeting) { return shares(meeting, {who(meeting, meeting.note_taker)}); }

Found hosts(const State& meeting) {
    std::vector<Named> named;
    if (!meeting.host) return named;
    for (const Partner& partner : meeting.partners)
        named.push_back(of_partner(meeting, partner, {partner.id == *meeting.host ? 1.0 : 0.0, 1}));
    return named;
}

}  // namespace

std::vector<Definition> definitions_of_voice() {
    const std::string even =
        "Groups in which people took turns more evenly did better over many kinds of tasks (Woolley and others, "
        "Science, 2010).";
    const auto by_partner = [](std::string key, std::string title, std::string formula, Unit unit, auto of,
                               const std::string& research = "") {
        return Definition{
            {std::move(key), std::move(title), std::move(formula), research, unit, Split::partner, {}, {}}, of};
    };
    return {
        Definition{{"turn-balance",
                    "Balance of turns",
                    "1 less the Gini coefficient of turns over those present, times n/(n-1): 100 % is even, 0 % is one "
                    "voice. From three people up, and when at least half of the time of items was recorded.",
                    even,
                    Unit::share,
                    Split::none,
                    {},
                    {}},
                   balance_of_turns},
        Definition{{"turns-recorded",
                    "Time that was recorded",
                    "Time in turns over the time of items, breaks left out.",
                    "",
                    Unit::share,
                    Split::none,
                    {},
                    {}},
                   recorded},
        by_partner("turns-by-partner", "Turns by partner",
                   "Share of turns over share of seats: 1 is as many as seats would give. When at least half of the "
                   "time of items was recorded.",
                   Unit::ratio, turns_against_seats, even),
        by_partner("time-by-partner", "Speaking time by partner",
                   "Share of the recorded time over share of seats: 1 is as much as seats would give. When at least "
                   "half of the time of items was recorded.",
                   Unit::ratio, time_against_seats),
        by_partner("proposals-by-partner", "Who puts items forward",
                   "Share of the items of which it was noted who put them forward.", Unit::share, proposers),
        by_partner("decisions-by-partner", "Who leads to decisions",
                   "Share of the decisions that were made in an item with a lead.", Unit::share, decides),
        by_partner("leads-by-partner", "Who leads items", "Share of the items held that had a lead, breaks left out.",
                   Unit::share, leads),
        by_partner("facilitates-by-partner", "Who facilitates", "1 for the partner whose person facilitated, else 0.",
                   Unit::happened, facilitates),
        by_partner("notes-by-partner", "Who takes notes", "1 for the partner whose person took notes, else 0.",
                   Unit::happened, takes_notes),
        by_partner("hosts-by-partner", "Who hosts", "1 for the partner that hosted, else 0.", Unit::happened, hosts),
        by_partner("actions-by-partner", "Who takes on actions", "Share of the actions of the meeting with an owner.",
                   Unit::share, owners),
    };
}

}  // namespace folkmoot
