#include "src/session/rota.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <tuple>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

using LastTurn = std::optional<Date>;  // nothing: never; sorts before every date

std::string_view past(Duty duty) {
    switch (duty) {
        case Duty::speak_first:
            return "spoke first";
        case Duty::facilitate:
            return "facilitated";
        case Duty::host:
            return "hosted";
        case Duty::take_notes:
            return "took notes";
        case Duty::keep_time:
            return "kept time";
    }
    return "";
}

std::string_view past_participle(Duty duty) {
    switch (duty) {
        case Duty::speak_first:
            return "spoken first";
        case Duty::facilitate:
            return "facilitated";
        case Duty::host:
            return "hosted";
        case Duty::take_notes:
            return "taken notes";
        case Duty::keep_time:
            return "kept time";
    }
    return "";
}

/// The earlier duties, and for the next meeting this one's as well.
std::vector<DutyDone> history(const State& state, Duty duty, bool next_meeting) {
    std::vector<DutyDone> done = state.plan.carry_over.duties;
    if (next_meeting && state.opened) {
        const Date today = date_of(*state.opened);
        const auto add = [&](const std::optional<PersonId>& person) {
            if (person) {
                const Person* found = find_person(state.people, *person);
                done.push_back({duty, *person, found == nullptr ? PartnerId{} : found->partner, today});
            }
        };
        if (duty == Duty::facilitate) {
            add(state.facilitator);
        } else if (duty == Duty::take_notes) {
            add(state.note_taker);
        } else if (duty == Duty::keep_time) {
            add(state.timekeeper);
        } else if (duty == Duty::speak_first && !state.checkin.order.empty()) {
            add(state.checkin.order.front());
        } else if (duty == Duty::host && state.host) {
            done.push_back({duty, PersonId{}, *state.host, today});
        }
    }
    std::erase_if(done, [&](const DutyDone& each) { return each.duty != duty; });
    return done;
}

template <class Match>
LastTurn last_turn(const std::vector<DutyDone>& done, Match match) {
    LastTurn last;
    for (const DutyDone& each : done) {
        if (match(each)) {
            last = last ? std::max(*last, each.date) : each.date;
        }
    }
    return last;
}

/// Who could have the duty: those here; for the next meeting, or before anyone was counted, all but those away.
std::vector<const Person*> candidates(const State& state, bool next_meeting, const std::optional<Date>& day) {
    std::vector<const Person*> found;
    const bool anyone_here = !state.present().empty();
    for (const Person& person : state.people) {
        const Attendance* attendance = state.attendance_of(person.id);
        const Presence presence = attendance == nullptr ? Presence::expected : attendance->presence;
        const bool away = presence == Presence::away || presence == Presence::apologies;
        if (day && is_away(person, *day) && presence != Presence::here) continue;
        if (anyone_here && !next_meeting ? presence == Presence::here : !away) {
            found.push_back(&person);
        }
    }
    return found;
}

/// Turns that were agreed and that somebody else took, those of this meeting too.
std::vector<DutyDone> missed_turns(const State& state, Duty duty, bool next_meeting) {
    std::vector<DutyDone> missed = state.plan.carry_over.missed;
    const CarryOver& agreed = state.plan.carry_over;
    if (next_meeting && state.opened) {
        // Whoever has the turn today has had it by then, agreed or not.
        std::erase_if(missed, [&](const DutyDone& each) {
            return (each.duty == Duty::facilitate && each.person == state.facilitator) ||
                   (each.duty == Duty::host && each.partner == state.host);
        });
        const Date today = date_of(*state.opened);
        const Person* person = agreed.next_facilitator ? find_person(state.people, *agreed.next_facilitator) : nullptr;
        if (person != nullptr && state.facilitator != agreed.next_facilitator)
            missed.push_back({Duty::facilitate, person->id, person->partner, today});
        if (agreed.next_host && state.host != agreed.next_host)
            missed.push_back({Duty::host, PersonId{}, *agreed.next_host, today});
    }
    std::erase_if(missed, [&](const DutyDone& each) { return each.duty != duty; });
    return missed;
}

/// A turn that was missed is paid back first, the oldest before all.
std::optional<Suggestion> paid_back(const State& state, const std::vector<DutyDone>& missed, bool next_meeting,
                                    const std::optional<Date>& day) {
    for (const DutyDone& each : missed) {
        const bool hosts = each.duty == Duty::host;
        const Person* person = find_person(state.people, each.person);
        const bool can = hosts ? find_partner(state.partners, each.partner) != nullptr
                               : person != nullptr && !(day && is_away(*person, *day)) &&
                                     (next_meeting || state.is_here(person->id) || state.present().empty());
        if (!can) continue;
        return Suggestion{hosts ? PersonId{} : person->id, hosts ? each.partner : person->partner,
                          fmt::format("{} was to {} on {}, and somebody else did: the turn is still theirs.",
                                      hosts ? state.partner_name(each.partner) : person->name.text,
                                      infinitive(each.duty), in_words(each.date))};
    }
    return std::nullopt;
}

/// The day of the meeting that is meant, as far as it is known.
std::optional<Date> day_of(const State& state, bool next_meeting) {
    if (next_meeting) return state.next_date;
    return state.opened ? std::optional(date_of(*state.opened)) : std::nullopt;
}

/// Behind a reason: who is away then, and so was passed over.
std::string away_in_words(const State& state, const std::optional<Date>& day) {
    std::vector<std::string> names;
    for (const Person& each : state.people) {
        if (day && is_away(each, *day)) names.push_back(each.name.text);
    }
    if (names.empty()) return "";
    return fmt::format(" {} {} away that day.", text::list(names), names.size() == 1 ? "is" : "are");
}

std::optional<PersonId> holder(const State& state, Duty duty, bool next_meeting) {
    if (next_meeting) return duty == Duty::facilitate ? state.next_facilitator : std::nullopt;
    if (duty == Duty::facilitate) return state.facilitator;
    return duty == Duty::take_notes ? state.note_taker : state.timekeeper;
}

/// Who has, or would have, another of the duties that one person does through the whole meeting.
std::vector<PersonId> with_other_duties(const State& state, Duty duty, bool next_meeting,
                                        const std::vector<PersonId>& busy) {
    constexpr std::array in_turn{Duty::facilitate, Duty::take_notes, Duty::keep_time};
    if (std::ranges::find(in_turn, duty) == in_turn.end()) return {};
    std::vector<PersonId> others = busy;
    bool before = true;
    for (const Duty each : in_turn) {
        if (each == duty) {
            before = false;
        } else if (const auto held = holder(state, each, next_meeting)) {
            others.push_back(*held);
        } else if (before) {
            if (const auto likely = suggest(state, each, next_meeting, busy)) others.push_back(likely->person);
        }
    }
    return others;
}

std::string reason(std::string_view name, const LastTurn& last, Duty duty) {
    return last ? fmt::format("{} last {} on {}", name, past(duty), in_words(*last))
                : fmt::format("{} has not {} yet", name, past_participle(duty));
}

}  // namespace

std::string_view infinitive(Duty duty) {
    switch (duty) {
        case Duty::speak_first:
            return "speak first";
        case Duty::facilitate:
            return "facilitate";
        case Duty::host:
            return "host";
        case Duty::take_notes:
            return "take notes";
        case Duty::keep_time:
            return "keep time";
    }
    return "";
}

std::optional<Suggestion> suggest(const State& state, Duty duty, bool next_meeting, const std::vector<PersonId>& busy) {
    const std::vector<DutyDone> done = history(state, duty, next_meeting);
    const std::optional<Date> day = day_of(state, next_meeting);
    if (auto owed = paid_back(state, missed_turns(state, duty, next_meeting), next_meeting, day)) return owed;
    const std::vector<const Person*> people = candidates(state, next_meeting, day);
    if (people.empty()) {
        return std::nullopt;
    }
    std::string passed_over = duty == Duty::host ? "" : away_in_words(state, day);
    const auto partner_last = [&](const PartnerId& partner) {
        return last_turn(done, [&](const DutyDone& each) { return each.partner == partner; });
    };
    const auto person_last = [&](const PersonId& person) {
        return last_turn(done, [&](const DutyDone& each) { return each.person == person; });
    };
    const std::vector<PersonId> others = with_other_duties(state, duty, next_meeting, busy);
    const auto is_busy = [&](const PersonId& person) { return std::ranges::find(others, person) != others.end(); };
    const auto first_of = [&](auto rank) { return *std::ranges::min_element(people, {}, rank); };
    const auto by_turn = [&](const Person* person) {
        return std::pair(partner_last(person->partner), duty == Duty::host ? LastTurn{} : person_last(person->id));
    };
    const auto partner_is_busy = [&](const PartnerId& partner) {
        return std::ranges::any_of(state.people,
                                   [&](const Person& each) { return each.partner == partner && is_busy(each.id); });
    };
    const Person* chosen = first_of([&](const Person* person) {
        const auto [partner, own] = by_turn(person);
        return std::tuple(is_busy(person->id), partner, partner_is_busy(person->partner), own);
    });
    if (const Person* next = first_of(by_turn); is_busy(next->id) && !is_busy(chosen->id))
        passed_over = fmt::format(" {} has another duty.", next->name.text) + passed_over;
    const LastTurn last = partner_last(chosen->partner);
    const std::string& partner = state.partner_name(chosen->partner);
    const std::string why_partner =
        last ? reason(partner, last, duty) + ", longest ago of the partners" + (next_meeting ? "." : " here.")
             : fmt::format("Nobody of {} has {} yet.", partner, past_participle(duty));
    if (duty == Duty::host) {
        return Suggestion{PersonId{}, chosen->partner, last ? why_partner : reason(partner, last, duty) + "."};
    }
    if (!last) {
        return Suggestion{chosen->id, chosen->partner, why_partner + passed_over};
    }
    return Suggestion{chosen->id, chosen->partner,
                      fmt::format("{} Among them, {}.{}", why_partner,
                                  reason(chosen->name.text, person_last(chosen->id), duty), passed_over)};
}

std::vector<PersonId> order_from(const State& state, const std::optional<PersonId>& first) {
    std::vector<PersonId> order = state.present();
    if (order.empty()) {
        for (const Attendance& each : state.attendance) {
            if (each.presence == Presence::expected) {
                order.push_back(each.person);
            }
        }
    }
    if (first) {
        const auto begin = std::ranges::find(order, *first);
        if (begin != order.end()) {
            std::rotate(order.begin(), begin, order.end());
        }
    }
    return order;
}

}  // namespace folkmoot
