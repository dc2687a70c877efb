#include "src/trends/balance.h"

#include <algorithm>
#include <numeric>

namespace folkmoot {
namespace {

double share(Millis part, Millis whole) {
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

std::vector<Voice> everyone_who_was_here(const State& state) {
    std::vector<Voice> people;
    for (const Person& person : state.people) {
        Voice voice{person.id, person.partner, 0, Millis{0}};
        const auto add = [&](const Turn& turn, Millis length) {
            if (turn.person != person.id) return;
            ++voice.turns;
            voice.time += length;
        };
        for (const AgendaItem& line : state.agenda) {
            for (const Turn& turn : line.slot.turns) add(turn, turn.length);
        }
        const Attendance* attendance = state.attendance_of(person.id);
        const bool was_here = attendance != nullptr && attendance->arrived;
        if (was_here || voice.turns > 0) people.push_back(voice);
    }
    return people;
}

void add_running_turns(const State& state, const Stamp& now, std::vector<Voice>& people) {
    for (const AgendaItem& line : state.agenda) {
        if (!line.slot.speaking) continue;
        const auto voice = std::find_if(people.begin(), people.end(),
                                        [&](const Voice& each) { return each.person == line.slot.speaking->person; });
        if (voice == people.end()) continue;
        ++voice->turns;
        voice->time += elapsed(line.slot.speaking->began, now);
    }
}

std::vector<PartnerVoice> by_partner(const State& state, const Voices& voices) {
    std::vector<PartnerVoice> partners;
    for (const Partner& partner : state.partners) {
        PartnerVoice sum{partner.id, 0, 0, Millis{0}, std::nullopt};
        for (const Voice& voice : voices.people) {
            if (voice.partner != partner.id) continue;
            ++sum.seats;
            sum.turns += voice.turns;
            sum.time += voice.time;
        }
        if (sum.seats == 0) continue;
        if (voices.turns > 0) {
            const double turns = static_cast<double>(sum.turns) / static_cast<double>(voices.turns);
            const double seats = static_cast<double>(sum.seats) / static_cast<double>(voices.people.size());
            sum.turns_over_seats = turns / seats;
        }
        partners.push_back(sum);
    }
    return partners;
}

}  // namespace

std::optional<double> gini(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    if (sorted.empty() || sum <= 0.0) return std::nullopt;
    const auto n = static_cast<double>(sorted.size());
    double weighted = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        weighted += (2.0 * static_cast<double>(i + 1) - n - 1.0) * sorted[i];
    return weighted / (n * sum);
}

std::optional<double> balance(std::span<const double> values) {
    if (values.size() < 3) return std::nullopt;
    const auto unequal = gini(values);
    if (!unequal) return std::nullopt;
    const auto n = static_cast<double>(values.size());
    return 1.0 - *unequal * n / (n - 1.0);
}

Voices voices(const State& state, const Stamp& now) {
    Voices result;
    result.people = everyone_who_was_here(state);
    add_running_turns(state, now, result.people);
    std::vector<double> turns;
    for (const Voice& voice : result.people) {
        result.turns += voice.turns;
        result.recorded += voice.time;
        turns.push_back(static_cast<double>(voice.turns));
    }
    for (const AgendaItem& line : state.agenda) {
        if (line.item.kind != ItemKind::pause) result.slots += line.slot.used_at(now);
    }
    if (result.slots > Millis{0}) result.recorded_share = std::min(1.0, share(result.recorded, result.slots));
    result.balance = balance(turns);
    result.partners = by_partner(state, result);
    return result;
}

}  // namespace folkmoot
