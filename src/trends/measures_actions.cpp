// What was agreed, and what became of it.
#include <algorithm>

#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

using namespace measuring;

namespace {

Found complete_actions(const State& meeting) {
    const auto all = standing(meeting, CaptureKind::action);
    const auto whole = std::ranges::count_if(
        all, [](const Capture* each) { return each->owner.has_value() && each->due.has_value(); });
    return share(static_cast<std::size_t>(whole), all.size());
}

/// An action from earlier: as the meeting found it, and what it said of it.
struct Earlier {
    const Matter* before;
    const ReviewedMatter* now;
};

std::vector<Earlier> earlier_actions(const State& meeting) {
    std::vector<Earlier> all;
    const auto& before = meeting.plan.carry_over.matters;  // in the same order
    for (std::size_t i = 0; i < before.size() && i < meeting.matters.size(); ++i) {
        if (before[i].kind == MatterKind::action) all.push_back({&before[i], &meeting.matters[i]});
    }
    return all;
}

bool is_done(const Earlier& action) { return action.now->verdict == event::Verdict::done; }

/// It fell due since the group's last meeting, or it was done before its date. One that is late counts once.
bool counts_now(const State& meeting, const Earlier& action) {
    if (!action.before->due) return false;
    const Date due = *action.before->due;
    if (days_between(date_of(*meeting.opened), due) > 0) return is_done(action);
    const auto& last = meeting.plan.carry_over.last_date;
    return !last || days_between(*last, due) > 0;
}

std::optional<Value> done_of(const State& meeting, const std::vector<Earlier>& actions) {
    const auto due = std::ranges::count_if(actions, [&](const Earlier& each) { return counts_now(meeting, each); });
    const auto done =
        std::ranges::count_if(actions, [&](const Earlier& each) { return counts_now(meeting, each) && is_done(each); });
    return share(static_cast<std::size_t>(done), static_cast<std::size_t>(due));
}

Found done_by_date(const State& meeting) { return done_of(meeting, earlier_actions(meeting)); }

bool is_of(const State& meeting, const std::optional<PersonId>& owner, const Partner& partner) {
    const Person* person = owner ? find_person(meeting.people, *owner) : nullptr;
    return person != nullptr && person->partner == partner.id;
}

std::vector<Earlier> actions_of(const State& meeting, const Partner& partner) {
    auto all = earlier_actions(meeting);
    std::erase_if(all, [&](const Earlier& each) { return !is_of(meeting, each.before->owner, partner); });
    return all;
}

Found done_by_partner(const State& meeting) {
    std::vector<Named> named;
    for (const Partner& partner : meeting.partners) {
        if (const auto value = done_of(meeting, actions_of(meeting, partner)))
            named.push_back(of_partner(meeting, partner, *value));
    }
    return named;
}

Found open_by_partner(const State& meeting) {
    std::vector<Named> named;
    for (const Partner& partner : meeting.partners) {
        const std::size_t count = actions_of(meeting, partner).size();
        named.push_back(of_partner(meeting, partner, {static_cast<double>(count), count}));
    }
    return named;
}

Found carried_often(const State& meeting) {
    const auto all = earlier_actions(meeting);
    const auto count =
        std::ranges::count_if(all, [](const Earlier& each) { return each.before->carried >= carried_often_from; });
    return Value{static_cast<double>(count), all.size()};
}

Found age_of_actions(const State& meeting) {
    const Date today = date_of(*meeting.opened);
    std::vector<double> ages;
    for (const Earlier& each : earlier_actions(meeting)) ages.push_back(days_between(each.before->since, today));
    const std::size_t n = ages.size();
    const auto middle = median(std::move(ages));
    if (!middle) return {};
    return Value{*middle, n};
}

Found actions(const State& meeting) {
    const std::size_t count = standing(meeting, CaptureKind::action).size();
    return Value{static_cast<double>(count), count};
}

}  // namespace

std::vector<Definition> definitions_of_actions() {
    const auto measure = [](std::string key, std::string title, std::string formula, Unit unit, auto of,
                            Split split = Split::none, std::string research = "") {
        return Definition{
            {std::move(key), std::move(title), std::move(formula), std::move(research), unit, split, {}, {}}, of};
    };
    return {
        measure("actions", "Actions", "Actions written down at the meeting.", Unit::count, actions),
        measure("actions-complete", "Actions with owner and date",
                "Of the actions of the meeting, those with both when it closed.", Unit::share, complete_actions,
                Split::none,
                "People reach goals that are specific more often than vague ones (Locke and Latham, American "
                "Psychologist, 2002)."),
        measure("actions-on-time", "Actions done by their date",
                "Of the earlier actions that fell due since the group's last meeting, or were done before their date, "
                "the share that was done.",
                Unit::share, done_by_date),
        measure("on-time-by-partner", "Actions done by their date, by partner",
                "The same, of the actions whose owner is of the partner.", Unit::share, done_by_partner,
                Split::partner),
        measure("actions-carried", "Actions carried three times or more",
                "Open earlier actions that had been carried three times or more when the meeting opened; n is all "
                "open ones.",
                Unit::count, carried_often),
        measure("action-age", "Age of open actions",
                "The median days since the actions that were open when the meeting opened were written down.",
                Unit::days, age_of_actions),
        measure("open-by-partner", "Open actions by partner",
                "Actions open when the meeting opened, whose owner is of the partner.", Unit::count, open_by_partner,
                Split::partner),
    };
}

}  // namespace folkmoot
