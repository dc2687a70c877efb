#include "src/session/partnership.h"

#include <algorithm>
#include <iterator>

#include "src/base/text.h"
#include "src/session/kept.h"
#include "src/session/matching.h"

namespace folkmoot {

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

}  // namespace folkmoot
