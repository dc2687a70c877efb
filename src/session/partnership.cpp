#include "src/session/partnership.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <iterator>

#include "src/base/hash.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

template <class T, class Key>
void keep(std::vector<T>& all, const T& value, Key key) {
    const auto found = std::ranges::find(all, value.*key, key);
    if (found == all.end()) {
        all.push_back(value);
    } else {
        *found = value;
    }
}

constexpr std::chrono::hours near_the_plan{3};

auto called(std::string_view word) {
    return [wanted = text::folded(word)](const Term& each) { return text::folded(each.word.text) == wanted; };
}

const Term* find_term(const std::vector<Term>& glossary, std::string_view word) {
    const auto found = std::ranges::find_if(glossary, called(word));
    return found == glossary.end() ? nullptr : &*found;
}

/// With an empty meaning it goes.
void keep_term(std::vector<Term>& glossary, const Term& term) {
    const auto found = std::ranges::find_if(glossary, called(term.word.text));
    if (term.meaning.empty())
        std::erase_if(glossary, called(term.word.text));
    else if (found == glossary.end())
        glossary.push_back(term);
    else
        *found = term;
}

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

/// Matches the plan's names with the partnership and notes what is new.
class Matching {
public:
    Matching(const std::optional<Partnership>& known, IdSource& ids)
        : known_(known.value_or(Partnership{})), ids_(ids) {}

    PartnerId partner(const std::string& name) {
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

    void person(const PlannedPerson& planned) {
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

    void objective(const PlannedObjective& planned) {
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

    /// Those of the partnership that are still worked for.
    void known_objectives() {
        std::ranges::copy_if(known_.objectives, std::back_inserter(opening.opened.objectives),
                             [](const Objective& each) { return !each.end; });
    }

    /// A plan whose principles the partnership has all, and more beside them, takes none away: those were agreed at a
    /// meeting since the plan's file was written.
    void principles_of_plan(const std::vector<std::string>& planned) {
        const bool all_known = std::ranges::all_of(planned, [&](const std::string& each) {
            return std::ranges::find(known_.principles, Words{each}) != known_.principles.end();
        });
        principles(all_known ? std::vector<std::string>{} : planned);
    }

    void principles(const std::vector<std::string>& planned) {
        for (const std::string& each : planned) {
            opening.opened.principles.emplace_back(each);
        }
        if (planned.empty()) {
            opening.opened.principles = known_.principles;
        } else if (opening.opened.principles != known_.principles) {
            opening.differences.push_back(fmt::format(
                "{} principles: {}", known_.principles.empty() ? "New" : "Changed", fmt::join(planned, "; ")));
            opening.partnership_events.emplace_back(partnership_event::PrinciplesKept{opening.opened.principles});
        }
    }

    void found(const std::string& name) {
        opening.partnership_events.emplace_back(partnership_event::Founded{Words{name}});
        opening.differences.push_back(fmt::format("New partnership: {}.", name));
    }

    void groups(const std::vector<std::string>& planned) {
        std::vector<Words> all = known_.groups;
        for (const std::string& each : planned) {
            const auto same = [&](const Words& group) { return text::folded(group.text) == text::folded(each); };
            if (std::ranges::any_of(all, same)) continue;
            all.emplace_back(each);
            opening.differences.push_back(fmt::format("New group: {}.", each));
        }
        if (all != known_.groups) opening.partnership_events.emplace_back(partnership_event::GroupsKept{all});
    }

    void term(const Term& planned) {
        const Term* old = find_term(known_.glossary, planned.word.text);
        if (old == nullptr ? planned.meaning.empty() : *old == planned) return;
        opening.differences.push_back(
            planned.meaning.empty()
                ? fmt::format("Taken out of the glossary: {}.", planned.word.text)
                : text::sentence(fmt::format("{} in the glossary: {}: {}", old == nullptr ? "New" : "Changed",
                                             planned.word.text, planned.meaning.text)));
        opening.partnership_events.emplace_back(partnership_event::TermKept{planned});
    }

    /// What is not said stays. What counts from now on.
    Ways ways(const Ways& planned) {
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

    /// Who was agreed on at the last closing has the duty, unless the plan names somebody.
    void duties(const Plan& plan, const CarryOver& agreed) {
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

    [[nodiscard]] std::optional<PersonId> person_named(const std::string& name) const {
        for (const Person& each : opening.opened.people) {
            if (!name.empty() && text::folded(each.name.text) == text::folded(name)) {
                return each.id;
            }
        }
        return std::nullopt;
    }

    Opening opening;

private:
    [[nodiscard]] const Person* find(const PlannedPerson& planned) const {
        if (const auto id = Id128::from_hex(planned.id)) {
            if (const Person* by_id = find_person(known_.people, PersonId{*id})) {
                return by_id;
            }
        }
        const auto same = [&](const Person& each) {
            return text::folded(each.name.text) == text::folded(planned.name);
        };
        const auto found = std::ranges::find_if(known_.people, same);
        return found == known_.people.end() ? nullptr : &*found;
    }

    void note_agreement(const std::string& who, std::string_view does, const std::string& planned) {
        opening.notes.push_back(
            fmt::format("Last time it was agreed that {} {}; {}.", who, does,
                        planned.empty() ? "the plan does not name them" : "the plan says " + planned));
    }

    PersonId id_for(const PlannedPerson& planned) {
        const auto written = Id128::from_hex(planned.id);
        return PersonId{written ? *written : ids_.next()};
    }

    [[nodiscard]] std::string name_of(const PartnerId& id) const {
        const Partner* partner = find_partner(opening.opened.partners, id);
        return partner == nullptr ? "independent" : partner->name.text;
    }

    /// Access needs are for the facilitator only, so what they are is not said here.
    [[nodiscard]] std::string change(const Person& old, const Person& person) const {
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

    Partnership known_;
    IdSource& ids_;
};

std::optional<Stamp> planned_start(const Plan& plan, const Stamp& now) {
    if (!plan.date) {
        return std::nullopt;
    }
    const auto moment = moment_of(*plan.date, plan.zone);
    const auto apart = std::chrono::sys_time<Millis>(moment) - now.wall;
    if (std::chrono::abs(apart) > near_the_plan) {
        return std::nullopt;
    }
    Stamp start = later(now, apart);
    start.offset = now.offset;
    return start;
}

/// What an item of the plan takes up again: it has the same title.
std::optional<CaptureId> matter_called(const std::string& title, const CarryOver& carry_over) {
    for (const Matter& each : carry_over.matters) {
        const bool can_be_taken = each.kind == MatterKind::item || each.kind == MatterKind::parked ||
                                  each.kind == MatterKind::question || each.kind == MatterKind::decision;
        if (can_be_taken && !each.settled_on && text::folded(each.text.text) == text::folded(title)) return each.id;
    }
    return std::nullopt;
}

std::vector<Item> items_of(const Plan& plan, const MeetingId& meeting, const Matching& matching,
                           const CarryOver& carry_over) {
    std::vector<Item> items;
    for (const PlannedItem& planned : plan.items) {
        Item item;
        item.id = ItemId{derived_id(meeting, items.size() + 1, "planned item")};
        item.title = Words{planned.title};
        item.kind = planned.kind;
        item.planned = paced(planned.minutes, plan.pace);
        item.objectives = planned.objectives;
        item.lead = matching.person_named(planned.lead);
        item.proposed = matching.person_named(planned.proposed);
        item.from_matter = matter_called(planned.title, carry_over);
        for (const PlannedPaper& paper : planned.papers) {
            item.papers.push_back({Words{paper.title}, paper.sent});
        }
        items.push_back(item);
    }
    return items;
}

/// Whom a plan names although nobody of that name is on the list: with the log's names they cannot be checked before.
std::vector<std::string> names_not_there(const Plan& plan, const Matching& matching) {
    std::vector<std::string> notes;
    const auto check = [&](const std::string& name, const std::string& does) {
        if (!name.empty() && !matching.person_named(name))
            notes.push_back(fmt::format("The plan says that {} {}. Nobody of that name is on the list of people.",
                                        text::first(text::one_line(name), 40), does));
    };
    check(plan.facilitator, "facilitates");
    check(plan.note_taker, "takes notes");
    check(plan.timekeeper, "keeps time");
    for (const PlannedItem& each : plan.items) {
        const std::string title = text::first(text::one_line(each.title), 60);
        check(each.lead, "leads " + title);
        check(each.proposed, "put forward " + title);
    }
    return notes;
}

/// The actions that the plan brings from before the log began, as matters of this meeting.
std::vector<Matter> brought_actions(const Plan& plan, const MeetingId& meeting, const Stamp& now,
                                    const Matching& matching) {
    std::vector<Matter> brought;
    for (const PlannedAction& planned : plan.actions) {
        Matter matter;
        matter.id = CaptureId{derived_id(meeting, brought.size() + 1, "planned action")};
        matter.text = Words{planned.text};
        matter.meeting = meeting;
        matter.since = date_of(now);
        matter.owner = matching.person_named(planned.owner);
        matter.owner_name = Words{planned.owner, matter.owner};
        matter.due = planned.due;
        matter.accepted = planned.accepted && matter.owner.has_value();
        brought.push_back(matter);
    }
    return brought;
}

void fill_from_plan(event::Opened& opened, const Plan& plan) {
    opened.title = Words{plan.title};
    opened.group = Words{plan.group};
    opened.place = Words{plan.place};
    opened.scheduled = plan.date;
    opened.length = plan.minutes;
    opened.buffer = plan.buffer;
    opened.private_view = plan.private_view;
    opened.scale = plan.scale;
    opened.checkin_question = Words{plan.checkin_question};
    opened.checkout_question = Words{plan.checkout_question};
    opened.checkin_minutes = round_minutes(plan.checkin_minutes, plan.people.size());
    opened.checkout_minutes = round_minutes(plan.checkout_minutes, plan.people.size());
    if (plan.pulse) {
        opened.pulse_instrument = Words{plan.pulse->instrument};
        opened.pulse_title = Words{plan.pulse->title};
        opened.pulse_scale = plan.pulse->scale;
        opened.pulse_low = Words{plan.pulse->low_words};
        opened.pulse_high = Words{plan.pulse->high_words};
        for (const std::string& statement : plan.pulse->statements) {
            opened.pulse_statements.emplace_back(statement);
        }
    }
}

/// What the plan does not say is as the partnership has agreed.
void fill_from_ways(event::Opened& opened, const Ways& ways) {
    if (!opened.scale) opened.scale = ways.scale;
    if (opened.checkin_question.empty()) opened.checkin_question = ways.checkin_question;
    if (opened.checkout_question.empty()) opened.checkout_question = ways.checkout_question;
    opened.support = ways.support;
    opened.signposts = ways.signposts;
    opened.plain_words = ways.plain_words;
    opened.rule = ways.rule;
    opened.pulse_minimum = ways.pulse_minimum;
    opened.time_warnings = ways.time_warnings;
}

/// What comes up again only from a later day on waits for it.
CarryOver due_by(const Date& today, CarryOver all) {
    std::erase_if(all.matters, [&](const Matter& each) {
        return each.kind == MatterKind::decision && each.due && days_between(today, *each.due) > 0;
    });
    return all;
}

}  // namespace

void apply(Partnership& partnership, const PartnershipEvent& event, const Stamp& at) {
    if (const auto* founded = std::get_if<partnership_event::Founded>(&event)) {
        partnership.name = founded->name;
    } else if (const auto* partner = std::get_if<partnership_event::PartnerKept>(&event)) {
        keep(partnership.partners, partner->partner, &Partner::id);
    } else if (const auto* person = std::get_if<partnership_event::PersonKept>(&event)) {
        keep(partnership.people, person->person, &Person::id);
    } else if (const auto* objective = std::get_if<partnership_event::ObjectiveKept>(&event)) {
        keep(partnership.objectives, objective->objective, &Objective::id);
    } else if (const auto* principles = std::get_if<partnership_event::PrinciplesKept>(&event)) {
        partnership.principles = principles->principles;
    } else if (const auto* action = std::get_if<partnership_event::ActionKept>(&event)) {
        partnership.actions.emplace_back(at, *action);
    } else if (const auto* groups = std::get_if<partnership_event::GroupsKept>(&event)) {
        partnership.groups = groups->groups;
    } else if (const auto* term = std::get_if<partnership_event::TermKept>(&event)) {
        keep_term(partnership.glossary, term->term);
    } else if (const auto* ways = std::get_if<partnership_event::WaysKept>(&event)) {
        partnership.ways = ways->ways;
    } else if (const auto* out = std::get_if<partnership_event::TakenOut>(&event)) {
        std::erase_if(partnership.partners, [&](const Partner& each) { return each.id == out->partner; });
        std::erase_if(partnership.people, [&](const Person& each) { return each.id == out->person; });
        std::erase_if(partnership.objectives, [&](const Objective& each) { return each.id == out->objective; });
    }
}

std::vector<PartnershipEvent> taking_back(const std::vector<PartnershipEvent>& events, const Partnership& before) {
    using namespace partnership_event;
    std::vector<PartnershipEvent> back;
    for (const PartnershipEvent& event : events) {
        if (const auto* partner = std::get_if<PartnerKept>(&event)) {
            const Partner* old = find_partner(before.partners, partner->partner.id);
            back.emplace_back(old != nullptr ? PartnershipEvent{PartnerKept{*old}}
                                             : PartnershipEvent{TakenOut{partner->partner.id, {}, ""}});
        } else if (const auto* person = std::get_if<PersonKept>(&event)) {
            const Person* old = find_person(before.people, person->person.id);
            back.emplace_back(old != nullptr ? PartnershipEvent{PersonKept{*old}}
                                             : PartnershipEvent{TakenOut{{}, person->person.id, ""}});
        } else if (const auto* objective = std::get_if<ObjectiveKept>(&event)) {
            const auto old = std::ranges::find(before.objectives, objective->objective.id, &Objective::id);
            back.emplace_back(old != before.objectives.end()
                                  ? PartnershipEvent{ObjectiveKept{*old}}
                                  : PartnershipEvent{TakenOut{{}, {}, objective->objective.id}});
        } else if (const auto* term = std::get_if<TermKept>(&event)) {
            const Term* old = find_term(before.glossary, term->term.word.text);
            back.emplace_back(TermKept{old != nullptr ? *old : Term{term->term.word, {}}});
        } else if (std::holds_alternative<PrinciplesKept>(event)) {
            back.emplace_back(PrinciplesKept{before.principles});
        } else if (std::holds_alternative<GroupsKept>(event)) {
            back.emplace_back(GroupsKept{before.groups});
        } else if (std::holds_alternative<WaysKept>(event)) {
            back.emplace_back(WaysKept{before.ways});
        }
    }
    std::ranges::reverse(back);
    return back;
}

PartnershipChanges changes_to(const PartnershipSheet& sheet, const std::optional<Partnership>& known, IdSource& ids) {
    Matching matching(known, ids);
    Opening& opening = matching.opening;
    if (!known) matching.found(sheet.name);
    for (const std::string& partner : sheet.partners) matching.partner(partner);
    for (const PlannedPerson& person : sheet.people) matching.person(person);
    for (const PlannedObjective& objective : sheet.objectives) matching.objective(objective);
    matching.principles(sheet.principles);
    matching.groups(sheet.groups);
    for (const auto& [word, meaning] : sheet.glossary) matching.term({Words{word}, Words{meaning}});
    matching.ways(sheet.ways);
    return {known ? known->id : PartnershipId{ids.next()}, std::move(opening.partnership_events),
            std::move(opening.differences)};
}

PartnershipSheet sheet_of(const Partnership& partnership) {
    PartnershipSheet sheet;
    sheet.name = partnership.name.text;
    for (const Words& each : partnership.principles) sheet.principles.push_back(each.text);
    for (const Partner& each : partnership.partners) sheet.partners.push_back(each.name.text);
    for (const Person& each : partnership.people) {
        const Partner* partner = find_partner(partnership.partners, each.partner);
        sheet.people.push_back({each.id.hex(), each.name.text, partner == nullptr ? "" : partner->name.text,
                                each.role.text, each.access.text, each.away});
    }
    for (const Objective& each : partnership.objectives)
        sheet.objectives.push_back({each.id, each.text.text, each.review, each.end});
    for (const Words& each : partnership.groups) sheet.groups.push_back(each.text);
    for (const Term& each : partnership.glossary) sheet.glossary.emplace_back(each.word.text, each.meaning.text);
    sheet.ways = partnership.ways;
    return sheet;
}

std::vector<Person> people_called(const Partnership& partnership, std::string_view typed) {
    const auto fitting = [&](auto fits) {
        std::vector<Person> people;
        std::ranges::copy_if(partnership.people, std::back_inserter(people),
                             [&](const Person& each) { return fits(each.name.text); });
        return people;
    };
    const std::string wanted = text::plain(typed);
    if (wanted.empty()) return {};
    auto found = fitting([&](const std::string& name) { return text::folded(name) == text::folded(typed); });
    if (found.empty()) found = fitting([&](const std::string& name) { return text::plain(name) == wanted; });
    if (found.empty())
        found = fitting([&](const std::string& name) { return text::name_matches(text::plain(name), wanted); });
    return found;
}

Opening prepare(const Plan& plan, const std::optional<Partnership>& known, const CarryOver& left,
                std::string_view source, const Stamp& now, IdSource& ids) {
    const CarryOver carry_over = due_by(date_of(now), left);
    Matching matching(known, ids);
    Opening& opening = matching.opening;
    event::Opened& opened = opening.opened;
    const std::string name = plan.partnership.empty() ? "Our partnership" : plan.partnership;
    opening.partnership = known ? known->id : PartnershipId{ids.next()};
    opening.meeting = MeetingId{ids.next()};
    if (!known) matching.found(name);
    opened.partnership = opening.partnership;
    opened.partnership_name = known ? known->name : Words{name};
    fill_from_plan(opened, plan);
    matching.groups(plan.groups);
    for (const auto& [word, meaning] : plan.glossary) matching.term({Words{word}, Words{meaning}});
    fill_from_ways(opened, matching.ways(plan.ways));
    if (known) opened.glossary = known->glossary;
    for (const auto& [word, meaning] : plan.glossary) keep_term(opened.glossary, {Words{word}, Words{meaning}});
    opened.planned_start = planned_start(plan, now);
    for (const std::string& partner : plan.partners) {
        matching.partner(partner);
    }
    for (const PlannedPerson& person : plan.people) {
        matching.person(person);
    }
    for (const PlannedObjective& objective : plan.objectives) {
        matching.objective(objective);
    }
    if (plan.objectives.empty()) matching.known_objectives();
    matching.principles_of_plan(plan.principles);
    opened.note_taker = matching.person_named(plan.note_taker);
    opened.timekeeper = matching.person_named(plan.timekeeper);
    matching.duties(plan, carry_over);
    opened.items = items_of(plan, opening.meeting, matching, carry_over);
    for (std::string& note : names_not_there(plan, matching)) opening.notes.push_back(std::move(note));
    opened.carry_over = carry_over;
    for (const Matter& matter : brought_actions(plan, opening.meeting, now, matching)) {
        opened.carry_over.matters.push_back(matter);
    }
    // What is on the agenda anyway comes last, so that the actions stage begins with what is to be looked at.
    std::ranges::stable_partition(opened.carry_over.matters, [&](const Matter& matter) {
        return std::ranges::none_of(opened.items, [&](const Item& item) { return item.from_matter == matter.id; });
    });
    opened.source = Words{std::string(source)};
    return opening;
}

std::string fingerprint(const Plan& plan) {
    Hasher hasher;
    hasher.add_field(plan.title).add_field(plan.group).add_field(plan.partnership);
    if (plan.date) {
        hasher.add_field(iso(plan.date->date)).add_number(plan.date->time.count());
    }
    for (const PlannedItem& item : plan.items) {
        hasher.add_field(item.title).add_number(item.minutes.count());
    }
    for (const PlannedPerson& person : plan.people) {
        hasher.add_field(person.name);
    }
    const Sha256 sum = hasher.finish();
    std::string digits;
    for (std::size_t i = 0; i < 8; ++i) {
        digits += fmt::format("{:02x}", sum[i]);
    }
    return digits;
}

}  // namespace folkmoot
