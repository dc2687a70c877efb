#include "src/session/matching.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <iterator>

#include "src/base/text.h"
#include "src/session/kept.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

/// A sentence each.
std::vector<std::string> differences_of(const Ways& old, const Ways& now) {
    std::vector<std::string> all;
    const auto say = [&](std::string_view what, const auto& before, const auto& after, const std::string& told) {
        if (before != after)
            all.push_back(text::sentence(
                fmt::format("{} {}: {}", before == std::decay_t<decltype(before)>{} ? "New" : "Changed", what, told)));
    };
    say("stage", old.stage, now.stage, now.stage ? std::string(in_words(*now.stage)) : "");
    say("scale", old.scale, now.scale, now.scale ? fmt::format("{} to {}", now.scale->low, now.scale->high) : "none");
    say("check-in question", old.checkin_question, now.checkin_question, now.checkin_question.text);
    say("check-out question", old.checkout_question, now.checkout_question, now.checkout_question.text);
    say("rule for decisions", old.rule, now.rule, now.rule ? std::string(in_words(*now.rule)) : "");
    say("norm for papers", old.papers_ahead, now.papers_ahead,
        now.papers_ahead ? text::count(static_cast<std::size_t>(*now.papers_ahead), "day", "days") + " ahead" : "");
    say("review of the principles", old.principles_review, now.principles_review,
        now.principles_review ? in_words(*now.principles_review) : "");
    say("support", old.support, now.support, now.support.text);
    std::vector<std::string> signposts;
    for (const Words& each : now.signposts) signposts.push_back(each.text);
    say("signposts", old.signposts, now.signposts, fmt::format("{}", fmt::join(signposts, "; ")));
    std::vector<std::string> plain;
    for (const Words& each : now.plain_words) plain.push_back(each.text);
    say("words that need no explanation", old.plain_words, now.plain_words, text::list(plain));
    say("checklist", old.checks, now.checks,
        text::count(now.checks.value_or(std::vector<std::string>{}).size(), "point is", "points are") + " ticked");
    say("least number of answers to a pulse", old.pulse_minimum, now.pulse_minimum,
        now.pulse_minimum ? fmt::format("{}", *now.pulse_minimum) : "");
    say("time warnings", old.time_warnings, now.time_warnings,
        text::count(now.time_warnings.size(), "warning", "warnings") + " a slot");
    return all;
}

}  // namespace

PartnerId Matching::partner(const std::string& name) {
    const std::string called = name.empty() ? "independent" : name;
    for (const std::vector<Partner>* list : {&opening.opened.partners, &known_.partners}) {
        for (const Partner& each : *list) {
            if (text::folded(each.name.text) == text::folded(called)) {
                keep(opening.opened.partners, each, &Partner::id);
                return each.id;
            }
        }
    }
    const Partner added{PartnerId{ids_.next()}, Words{called}};
    opening.opened.partners.push_back(added);
    opening.partnership_events.emplace_back(partnership_event::PartnerKept{added});
    opening.differences.push_back(fmt::format("New partner: {}.", called));
    return added.id;
}

void Matching::person(const PlannedPerson& planned) {
    Person person;
    const Person* old = find(planned);
    person.id = old != nullptr ? old->id : id_for(planned);
    person.name = Words{planned.name, person.id};
    person.partner = partner(planned.partner);
    const bool keeps = old != nullptr && !planned.whole;
    person.role = keeps && planned.role.empty() ? old->role : Words{planned.role, person.id};
    person.access = keeps && planned.access.empty() ? old->access : Words{planned.access, person.id};
    // Plans do not say when somebody is away.
    person.away = planned.away.empty() && old != nullptr ? old->away : planned.away;
    if (old == nullptr) {
        opening.differences.push_back(fmt::format("New person: {}, {}.", planned.name, name_of(person.partner)));
    } else if (!(*old == person)) {
        opening.differences.push_back(change(*old, person));
    }
    if (old == nullptr || !(*old == person)) {
        opening.partnership_events.emplace_back(partnership_event::PersonKept{person});
    }
    opening.opened.people.push_back(person);
}

void Matching::objective(const PlannedObjective& planned) {
    const auto old = std::ranges::find(known_.objectives, planned.id, &Objective::id);
    Objective objective{planned.id, Words{planned.text}, planned.review, planned.end};
    if (!planned.end && old != known_.objectives.end()) objective.end = old->end;
    if (old == known_.objectives.end() || !(*old == objective)) {
        opening.differences.push_back(
            fmt::format("{} objective {}: {}{}", old == known_.objectives.end() ? "New" : "Changed", planned.id,
                        planned.text, objective.end ? fmt::format(", {}", in_words(*objective.end)) : ""));
        opening.partnership_events.emplace_back(partnership_event::ObjectiveKept{objective});
    }
    opening.opened.objectives.push_back(objective);
}

void Matching::known_objectives() {
    std::ranges::copy_if(known_.objectives, std::back_inserter(opening.opened.objectives),
                         [](const Objective& each) { return !each.end; });
}

void Matching::principles_of_plan(const std::vector<std::string>& planned) {
    const bool all_known = std::ranges::all_of(planned, [&](const std::string& each) {
        return std::ranges::find(known_.principles, Words{each}) != known_.principles.end();
    });
    principles(all_known ? std::vector<std::string>{} : planned);
}

void Matching::principles(const std::vector<std::string>& planned) {
    for (const std::string& each : planned) {
        opening.opened.principles.emplace_back(each);
    }
    if (planned.empty()) {
        opening.opened.principles = known_.principles;
    } else if (opening.opened.principles != known_.principles) {
        opening.differences.push_back(
            fmt::format("{} principles: {}", known_.principles.empty() ? "New" : "Changed", fmt::join(planned, "; ")));
        opening.partnership_events.emplace_back(partnership_event::PrinciplesKept{opening.opened.principles});
    }
}

void Matching::found(const std::string& name) {
    opening.partnership_events.emplace_back(partnership_event::Founded{Words{name}});
    opening.differences.push_back(fmt::format("New partnership: {}.", name));
}

void Matching::groups(const std::vector<std::string>& planned) {
    std::vector<Words> all = known_.groups;
    for (const std::string& each : planned) {
        const auto same = [&](const Words& group) { return text::folded(group.text) == text::folded(each); };
        if (std::ranges::any_of(all, same)) continue;
        all.emplace_back(each);
        opening.differences.push_back(fmt::format("New group: {}.", each));
    }
    if (all != known_.groups) opening.partnership_events.emplace_back(partnership_event::GroupsKept{all});
}

void Matching::term(const Term& planned) {
    const Term* old = find_term(known_.glossary, planned.word.text);
    if (old == nullptr ? planned.meaning.empty() : *old == planned) return;
    opening.differences.push_back(
        planned.meaning.empty()
            ? fmt::format("Taken out of the glossary: {}.", planned.word.text)
            : text::sentence(fmt::format("{} in the glossary: {}: {}", old == nullptr ? "New" : "Changed",
                                         planned.word.text, planned.meaning.text)));
    opening.partnership_events.emplace_back(partnership_event::TermKept{planned});
}

Ways Matching::ways(const Ways& planned) {
    Ways all = known_.ways;
    const auto take = [](auto& old, const auto& said) {
        if (said != std::decay_t<decltype(said)>{}) old = said;
    };
    take(all.stage, planned.stage);
    take(all.scale, planned.scale);
    take(all.checkin_question, planned.checkin_question);
    take(all.checkout_question, planned.checkout_question);
    take(all.rule, planned.rule);
    take(all.papers_ahead, planned.papers_ahead);
    take(all.principles_review, planned.principles_review);
    take(all.support, planned.support);
    take(all.signposts, planned.signposts);
    take(all.plain_words, planned.plain_words);
    take(all.checks, planned.checks);
    take(all.pulse_minimum, planned.pulse_minimum);
    take(all.time_warnings, planned.time_warnings);
    if (all == known_.ways) return all;
    for (std::string& each : differences_of(known_.ways, all)) opening.differences.push_back(std::move(each));
    opening.partnership_events.emplace_back(partnership_event::WaysKept{all});
    return all;
}

void Matching::duties(const Plan& plan, const CarryOver& agreed) {
    event::Opened& opened = opening.opened;
    opened.facilitator = person_named(plan.facilitator);
    if (!plan.host.empty()) opened.host = partner(plan.host);
    if (agreed.next_facilitator) {
        const Person* person = find_person(known_.people, *agreed.next_facilitator);
        const bool invited = find_person(opened.people, *agreed.next_facilitator) != nullptr;
        if (plan.facilitator.empty() && invited) opened.facilitator = agreed.next_facilitator;
        if (person != nullptr && !opened.people.empty() && opened.facilitator != agreed.next_facilitator)
            note_agreement(person->name.text, "facilitates", plan.facilitator);
    }
    if (agreed.next_host) {
        const Partner* hosting = find_partner(known_.partners, *agreed.next_host);
        if (hosting != nullptr && plan.host.empty()) opened.host = partner(std::string(hosting->name.text));
        if (hosting != nullptr && opened.host != agreed.next_host)
            note_agreement(hosting->name.text, "hosts", plan.host);
    }
}

std::optional<PersonId> Matching::person_named(const std::string& name) const {
    for (const Person& each : opening.opened.people) {
        if (!name.empty() && text::folded(each.name.text) == text::folded(name)) {
            return each.id;
        }
    }
    return std::nullopt;
}

const Person* Matching::find(const PlannedPerson& planned) const {
    if (const auto id = Id128::from_hex(planned.id)) {
        if (const Person* by_id = find_person(known_.people, PersonId{*id})) {
            return by_id;
        }
    }
    const auto same = [&](const Person& each) { return text::folded(each.name.text) == text::folded(planned.name); };
    const auto found = std::ranges::find_if(known_.people, same);
    return found == known_.people.end() ? nullptr : &*found;
}

void Matching::note_agreement(const std::string& who, std::string_view does, const std::string& planned) {
    opening.notes.push_back(fmt::format("Last time it was agreed that {} {}; {}.", who, does,
                                        planned.empty() ? "the plan does not name them" : "the plan says " + planned));
}

PersonId Matching::id_for(const PlannedPerson& planned) {
    const auto written = Id128::from_hex(planned.id);
    return PersonId{written ? *written : ids_.next()};
}

std::string Matching::name_of(const PartnerId& id) const {
    const Partner* partner = find_partner(opening.opened.partners, id);
    return partner == nullptr ? "independent" : partner->name.text;
}

std::string Matching::change(const Person& old, const Person& person) const {
    std::vector<std::string> what;
    if (old.name != person.name) {
        what.push_back(fmt::format("was called {}", old.name.text));
    }
    if (old.partner != person.partner) {
        what.push_back(fmt::format("now for {}", name_of(person.partner)));
    }
    if (old.role != person.role) {
        what.push_back(person.role.empty() ? "role no longer named" : fmt::format("role now {}", person.role.text));
    }
    if (old.access != person.access) {
        what.emplace_back("access needs changed");
    }
    if (old.away != person.away && !person.away.empty()) {
        what.push_back(
            fmt::format("away from {} to {}", in_words(person.away.back().from), in_words(person.away.back().to)));
    }
    return fmt::format("Changed person: {}, {}.", person.name.text, text::list(what));
}

}  // namespace folkmoot
