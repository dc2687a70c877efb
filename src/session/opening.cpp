// A plan made ready to open: what partnership.h says of prepare and fingerprint.
#include <fmt/format.h>
#include <algorithm>
#include <iterator>

#include "src/base/hash.h"
#include "src/base/text.h"
#include "src/session/kept.h"
#include "src/session/matching.h"

namespace folkmoot {

namespace {

constexpr std::chrono::hours near_the_plan{3};

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

/// What an item of the plan takes up again: it has the same title, or is the one for a concern.
std::optional<CaptureId> matter_called(const std::string& title, const CarryOver& carry_over) {
    for (const Matter& each : carry_over.matters) {
        const bool can_be_taken = each.kind == MatterKind::item || each.kind == MatterKind::parked ||
                                  each.kind == MatterKind::question || each.kind == MatterKind::decision;
        const bool of_concern =
            each.kind == MatterKind::concern && text::folded(concern_item_title) == text::folded(title);
        const bool of_title = can_be_taken && text::folded(each.text.text) == text::folded(title);
        if (!each.settled_on && (of_title || of_concern)) return each.id;
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
    std::vector<Matter>& matters = opened.carry_over.matters;
    std::stable_partition(matters.begin(), matters.end(), [&](const Matter& matter) {
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
