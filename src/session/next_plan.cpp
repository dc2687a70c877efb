#include "src/session/next_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/session/timing.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr Minutes usual{10};
constexpr Minutes for_review{15};

bool is_on(const Plan& plan, const std::string& title) {
    return std::ranges::any_of(
        plan.items, [&](const PlannedItem& each) { return text::folded(each.title) == text::folded(title); });
}

std::string person_in(const State& state, const std::optional<PersonId>& id) {
    return id ? state.name_of(*id) : std::string();
}

PlannedItem item_from(const Matter& matter, const std::string& lead) {
    PlannedItem item;
    item.title = text::one_line(matter.text.text);
    item.kind = matter.kind == MatterKind::item ? matter.item_kind : ItemKind::explore;
    item.minutes = matter.planned > Minutes{0} ? matter.planned : usual;
    item.objectives = matter.objectives;
    item.lead = lead;
    return item;
}

/// The group's own latest meetings, newest first.
std::vector<Date> meetings_of(const std::string& group, std::span<const ItemRun> runs) {
    std::vector<Date> days;
    const MeetingId* last = nullptr;
    for (const ItemRun& each : runs) {
        if (text::folded(each.group) != text::folded(group) || (last != nullptr && *last == each.meeting)) continue;
        last = &each.meeting;
        days.push_back(each.date);
    }
    return days;
}

/// Items one after the other with no break between them.
struct Stretch {
    Minutes length{0};
    std::size_t from = 0, to = 0;  ///< indices into Plan::items, `to` not included
};

Stretch longest_stretch(const Plan& plan) {
    Stretch longest, here;
    const Minutes checkin = round_minutes(plan.checkin_minutes, plan.people.size());
    here.length = checkin;
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
        if (plan.items[i].kind == ItemKind::pause) {
            if (here.length > longest.length) longest = here;
            here = {Minutes{0}, i + 1, i + 1};
            continue;
        }
        here.length += paced(plan.items[i].minutes, plan.pace);
        here.to = i + 1;
    }
    return here.length > longest.length ? here : longest;
}

class Ideas {
public:
    Ideas(const Plan& plan, const Partnership& partnership, const CarryOver& left, std::span<const ItemRun> runs,
          Date day)
        : plan_(plan), partnership_(partnership), left_(left), runs_(runs), day_(day) {}

    std::vector<AgendaIdea> take() {
        for (const MatterKind kind :
             {MatterKind::item, MatterKind::parked, MatterKind::decision, MatterKind::concern, MatterKind::question})
            add_matters(kind);
        add_objectives();
        add_principles();
        add_break();
        add_last_time();
        return std::move(ideas_);
    }

private:
    void add(std::string why, PlannedItem item) {
        const bool twice = std::ranges::any_of(
            ideas_, [&](const AgendaIdea& each) { return text::folded(each.item.title) == text::folded(item.title); });
        if (!twice && !is_on(plan_, item.title)) ideas_.push_back({std::move(why), std::move(item)});
    }

    void add_matters(MatterKind kind) {
        for (const Matter& each : left_.matters) {
            if (each.kind != kind || each.settled_on) continue;
            if (kind == MatterKind::decision && each.due && days_between(day_, *each.due) > 0) continue;
            const Person* lead = each.lead ? find_person(partnership_.people, *each.lead) : nullptr;
            PlannedItem item = item_from(each, lead == nullptr ? "" : lead->name.text);
            if (kind == MatterKind::decision) item.kind = ItemKind::review;
            // What a concern says may name somebody: on an agenda that everyone reads it is not repeated.
            if (kind == MatterKind::concern) {
                item.title = concern_item_title;
                item.kind = ItemKind::review;
                item.objectives.clear();  // those of the item in which it was said
            }
            add(kind == MatterKind::concern ? why_concerns(each) : why(each), std::move(item));
        }
    }

    /// One item is for all of them.
    [[nodiscard]] std::string why_concerns(const Matter& oldest) const {
        const auto open = std::ranges::count_if(
            left_.matters, [](const Matter& each) { return each.kind == MatterKind::concern && !each.settled_on; });
        return open < 2 ? why(oldest)
                        : fmt::format("{} concerns are open, the oldest from {}", open, in_words(oldest.since));
    }

    static std::string why(const Matter& matter) {
        std::string since = in_words(matter.since);
        switch (matter.kind) {
            case MatterKind::item:
                return fmt::format("Carried over, from {}", since);
            case MatterKind::parked:
                return fmt::format("Parked on {}", since);
            case MatterKind::question:
                return fmt::format("Asked on {}, and still open", since);
            case MatterKind::decision:
                return fmt::format("Decided on {}, to be looked at again", since);
            case MatterKind::concern:
                return fmt::format("A concern from {} is open", since);
            case MatterKind::action:
                break;
        }
        return since;
    }

    void add_objectives() {
        const std::vector<Date> days = meetings_of(plan_.group, runs_);
        for (const Objective& each : partnership_.objectives) {
            if (each.end) continue;
            const bool listed = std::ranges::any_of(plan_.items, [&](const PlannedItem& item) {
                return std::ranges::find(item.objectives, each.id) != item.objectives.end();
            });
            const std::string past = past_review(each);
            const std::string untouched = untouched_since(each, days);
            if (listed || (past.empty() && untouched.empty())) continue;
            PlannedItem item;
            item.title = fmt::format("Objective {}: {}", each.id, text::one_line(each.text.text));
            item.kind = ItemKind::review;
            item.minutes = for_review;
            item.objectives = {each.id};
            add(past.empty() ? untouched : past, std::move(item));
        }
    }

    [[nodiscard]] std::string past_review(const Objective& objective) const {
        if (!objective.review || days_between(*objective.review, day_) < 0) return "";
        return fmt::format("Due for review since {}", in_words(*objective.review));
    }

    [[nodiscard]] std::string untouched_since(const Objective& objective, const std::vector<Date>& days) const {
        if (days.size() < untouched_meetings) return "";
        const Date since = days[untouched_meetings - 1];
        for (const ItemRun& each : runs_) {
            const bool touches = std::ranges::find(each.objectives, objective.id) != each.objectives.end();
            if (touches && days_between(since, each.date) >= 0) return "";
        }
        return fmt::format("On no agenda in the last {} meetings", untouched_meetings);
    }

    void add_principles() {
        const auto& review = partnership_.ways.principles_review;
        if (!review || partnership_.principles.empty() || days_between(*review, day_) < 0) return;
        PlannedItem item;
        item.title = "Our principles";
        item.kind = ItemKind::review;
        item.minutes = for_review;
        add(fmt::format("Due for review since {}", in_words(*review)), std::move(item));
    }

    void add_break() {
        const Stretch longest = longest_stretch(plan_);
        if (longest.length <= longest_without_break) return;
        PlannedItem item;
        item.title = "Break";
        item.kind = ItemKind::pause;
        item.minutes = usual;
        // There may be one already, elsewhere in a long meeting.
        ideas_.push_back({fmt::format("{} without a break", duration_in_words(longest.length)), std::move(item)});
    }

    void add_last_time() {
        const ItemRun* newest = nullptr;
        for (const ItemRun& each : runs_) {
            if (text::folded(each.group) != text::folded(plan_.group)) continue;
            if (newest == nullptr) newest = &each;
            if (each.meeting != newest->meeting) break;
            if (each.kind == ItemKind::pause) continue;
            PlannedItem item;
            item.title = each.title;
            item.kind = each.kind;
            item.minutes = each.planned;
            item.objectives = each.objectives;
            item.lead = each.lead;
            add("On the agenda last time", std::move(item));
        }
    }

    const Plan& plan_;
    const Partnership& partnership_;
    const CarryOver& left_;
    std::span<const ItemRun> runs_;
    Date day_;
    std::vector<AgendaIdea> ideas_;
};

}  // namespace

std::vector<AgendaIdea> agenda_ideas(const Plan& plan, const Partnership& partnership, const CarryOver& left,
                                     std::span<const ItemRun> runs, Date day) {
    return Ideas(plan, partnership, left, runs, day).take();
}

std::string next_title(const std::string& title) {
    const auto ends = title.find_last_not_of("0123456789");
    const std::size_t digits = ends == std::string::npos ? 0 : ends + 1;
    int number = 1;
    const auto read = std::from_chars(title.data() + digits, title.data() + title.size(), number);
    if (digits == title.size() || read.ec != std::errc() || number == 0) return title + " 2";
    return fmt::format("{}{}", title.substr(0, digits), number + 1);
}

std::size_t place_for(const PlannedItem& item, const Plan& plan) {
    if (item.kind != ItemKind::pause) return plan.items.size();
    const Stretch stretch = longest_stretch(plan);
    Minutes so_far{0};
    for (std::size_t i = stretch.from; i < stretch.to; ++i) {
        so_far += paced(plan.items[i].minutes, plan.pace);
        if (so_far * 2 >= stretch.length) return i + 1;
    }
    return stretch.to;
}

std::vector<MeetingSummary> last_of_groups(Records& records) {
    std::vector<MeetingSummary> all;
    for (MeetingSummary& each : records.meetings(0)) {
        const auto same = [&](const MeetingSummary& other) {
            return other.partnership == each.partnership && text::folded(other.group) == text::folded(each.group);
        };
        if (each.closed && std::ranges::none_of(all, same)) all.push_back(std::move(each));
    }
    return all;
}

std::string group_in_words(const MeetingSummary& meeting) {
    return meeting.group.empty() ? "no group" : text::one_line(meeting.group);
}

Plan plan_after(Records& records, std::string_view group) {
    auto fitting = last_of_groups(records);
    if (fitting.empty())
        throw Error(
            "No meeting is closed yet, so no plan can follow one. A template helps with the first: working-group.");
    std::vector<std::string> names;
    for (const MeetingSummary& each : fitting) names.push_back(group_in_words(each));
    const std::string wanted = text::folded(group);
    const auto keep = [&](auto fits) {
        auto kept = fitting;
        std::erase_if(kept, [&](const MeetingSummary& each) { return !fits(text::folded(group_in_words(each))); });
        if (!kept.empty()) fitting = std::move(kept);
        return !fitting.empty() && fits(text::folded(group_in_words(fitting.front())));
    };
    const bool found =
        keep([&](const std::string& name) { return name == wanted; }) ||
        keep([&](const std::string& name) { return name.starts_with(wanted); });  // all do when nothing is said
    if (!found || fitting.size() > 1)
        throw Error(fmt::format("\"{}\" {}. It can be {}.", text::first(group, 40),
                                found ? "is more than one group" : "is no group that has met",
                                text::list(names, "or")));
    const State last = fold(fitting.front().id, records.events(fitting.front().id));
    Plan plan = next_plan(last, records.carry_over(last.plan.partnership, last.plan.group.text));
    // A question that is the partnership's usual one goes on with it.
    if (const auto partnership = records.partnership(last.plan.partnership_name.text)) {
        const auto usual = [](std::string& own, const Words& theirs) {
            if (own == text::one_line(theirs.text)) own.clear();
        };
        usual(plan.checkin_question, partnership->ways.checkin_question);
        usual(plan.checkout_question, partnership->ways.checkout_question);
    }
    return plan;
}

Plan with_people_of(Plan plan, const Partnership& partnership) {
    if (!plan.people.empty()) return plan;
    for (const Person& each : partnership.people) {
        if (each.name.text == forgotten_words) continue;
        const Partner* partner = find_partner(partnership.partners, each.partner);
        plan.people.push_back({each.id.hex(), each.name.text, partner == nullptr ? "" : partner->name.text,
                               each.role.text, each.access.text});
    }
    return plan;
}

Plan next_plan(const State& last, const CarryOver& left) {
    Plan plan;
    plan.title = next_title(text::one_line(last.plan.title.text));
    plan.group = text::one_line(last.plan.group.text);
    plan.place = text::one_line(last.plan.place.text);
    plan.partnership = text::one_line(last.plan.partnership_name.text);
    plan.minutes = last.plan.length;
    plan.buffer = last.plan.buffer;
    plan.private_view = last.plan.private_view;
    if (last.next_date) {
        const Minutes usual_time = last.plan.scheduled ? last.plan.scheduled->time
                                   : last.opened       ? local_time_of(*last.opened).time
                                                       : Minutes{0};
        plan.date = LocalTime{*last.next_date, last.next_time.value_or(usual_time)};
    }
    plan.facilitator = person_in(last, left.next_facilitator);
    if (left.next_host) plan.host = last.partner_name(*left.next_host);
    // A minute a person is the rule, and goes by who comes.
    const Minutes by_rule = round_minutes(std::nullopt, last.plan.people.size());
    if (last.plan.checkin_minutes != by_rule) plan.checkin_minutes = last.plan.checkin_minutes;
    if (last.plan.checkout_minutes != by_rule) plan.checkout_minutes = last.plan.checkout_minutes;
    if (!last.plan.pulse_instrument.empty()) plan.pulse.emplace().instrument = last.plan.pulse_instrument.text;
    for (const Matter& each : left.matters) {
        if (each.kind == MatterKind::item && !each.settled_on)
            plan.items.push_back(item_from(each, person_in(last, each.lead)));
    }
    plan.checkin_question = text::one_line(last.checkin.question.text);
    plan.checkout_question = text::one_line(last.checkout.question.text);
    const auto rest = std::ranges::find_if(
        last.agenda, [](const AgendaItem& each) { return each.item.kind == ItemKind::pause && !each.added; });
    if (rest != last.agenda.end() && !plan.items.empty()) {
        PlannedItem item;
        item.title = text::one_line(rest->item.title.text);
        item.kind = ItemKind::pause;
        item.minutes = rest->item.planned;
        plan.items.insert(plan.items.begin() + static_cast<std::ptrdiff_t>(place_for(item, plan)), item);
    }
    return plan;
}

}  // namespace folkmoot
