#include "screens/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/wording.h"
#include "src/base/text.h"
#include "src/session/estimates.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

std::string minutes_in_words(Minutes minutes) {
    return text::count(static_cast<std::size_t>(std::abs(minutes.count())), "minute", "minutes");
}

/// Opens a field for what stands behind "plan WHAT".
Act change(std::string label, std::string what, std::string begun = "") {
    return {std::move(label), {Word::plan, std::move(what)}, true, std::move(begun)};
}

Act done_at_once(std::string label, std::string what) { return {std::move(label), {Word::plan, std::move(what)}}; }

/// With everyone of the partnership when the plan names nobody.
Plan as_held(const PlanView& view) {
    return view.partnership ? with_people_of(view.plan, *view.partnership) : view.plan;
}

std::string at(const Plan& plan, Minutes after_start) {
    return plan.date ? time_of_day(plan.date->time + after_start) : "after " + duration_in_words(after_start);
}

/// What the plan keeps free is not there to be planned.
std::optional<Minutes> to_spare(const Plan& plan) {
    if (plan.minutes <= Minutes{0}) return std::nullopt;
    return plan.minutes - plan.buffer - planned_sum(plan);
}

std::string item_in_words(const PlanView& view, const PlannedItem& item) {
    std::string said = fmt::format("{}, {}, {}", clipped(item.title, 120), in_words(item.kind),
                                   duration_in_words(paced(item.minutes, view.plan.pace)));
    if (!item.objectives.empty()) said += ", for " + text::list(item.objectives);
    if (!item.lead.empty()) said += ", led by " + text::one_line(item.lead);
    if (!item.proposed.empty()) said += ", put forward by " + text::one_line(item.proposed);
    if (!item.papers.empty()) said += ", " + text::count(item.papers.size(), "paper", "papers");
    if (const auto usual = estimate(item, view.runs))
        if (usual->usual != paced(item.minutes, view.plan.pace)) said += ", " + in_words(*usual, item);
    return said;
}

std::vector<Act> acts_on_item(const PlanView& view, std::size_t index) {
    const PlannedItem& item = view.plan.items[index];
    const std::string number = fmt::format("{}", index + 1);
    std::vector<Act> acts{
        change("minutes", number + " minutes", fmt::format("{}", item.minutes.count())),
        change("title", number + " title", text::one_line(item.title)),
        change("kind: inform, explore, decide, review or break", number + " kind", std::string(in_words(item.kind))),
        change("led by", number + " lead", text::one_line(item.lead)),
        change("for objectives", number + " for", text::list(item.objectives)),
        change("paper, sent and a day", number + " paper"),
        change("moves before the item", number + " before"),
        done_at_once("is taken out", number + " out")};
    if (const auto usual = estimate(item, view.runs))
        if (usual->usual != paced(item.minutes, view.plan.pace))
            acts.push_back(done_at_once("takes what it usually took", number + " usual"));
    return acts;
}

void add_agenda(Page& page, const PlanView& view, const Plan& held) {
    const std::size_t count = view.plan.items.size();
    page.blocks.emplace_back(Heading{fmt::format("Agenda, {}", text::count(count, "item", "items"))});
    page.blocks.emplace_back(
        Hint{"To change an item type plan, its number and minutes, title, kind, lead, by, for, paper, before, out or "
             "usual. undo "
             "takes the latest change back.",
             "On an item: Enter is its minutes, 2 title, 3 kind, 4 lead, 5 objectives, 6 a paper, 7 moves it, 8 takes "
             "it out, 9 gives it what it usually took. {undo} takes the latest change back."});
    List list;
    for (const ScheduledLine& line : schedule(held)) {
        const std::string begins = at(held, line.begins);
        if (line.item) {
            // How many there are stands above: in each line it would be heard again whenever one is added.
            list.items.push_back({fmt::format("Item {}, {}, {}", *line.item + 1, begins,
                                              item_in_words(view, view.plan.items[*line.item])),
                                  acts_on_item(view, *line.item)});
            continue;
        }
        const std::string which = line.title == "Check-in" ? "checkin" : "checkout";
        list.items.push_back({fmt::format("{}, {}, {}", begins, line.title, duration_in_words(line.length)),
                              {change("minutes", which + " minutes", fmt::format("{}", line.length.count()))}});
    }
    list.items.push_back({"Add an item",
                          {change("title, and minutes at the end", "add")},
                          {"type plan add, its title and its minutes", ""}});
    page.blocks.emplace_back(std::move(list));
}

void add_ideas(Page& page, const PlanView& view) {
    if (view.ideas.empty()) return;
    const std::size_t count = view.ideas.size();
    page.blocks.emplace_back(Heading{fmt::format("What could be on it, {}", count)});
    page.blocks.emplace_back(
        Hint{"To put one on the agenda type plan take and its number.", "Enter puts the line on the agenda."});
    List list;
    for (std::size_t i = 0; i < count; ++i) {
        const AgendaIdea& idea = view.ideas[i];
        list.items.push_back({fmt::format("{} of {}, {}, {}. {}", i + 1, count, clipped(idea.item.title, 120),
                                          duration_in_words(idea.item.minutes), text::sentence(idea.why)),
                              {done_at_once("goes on the agenda", fmt::format("take {}", i + 1))}});
    }
    page.blocks.emplace_back(std::move(list));
}

std::string or_nobody(const std::string& name) { return name.empty() ? "nobody is named" : text::one_line(name); }

/// Who has the duty, or could have it.
void add_duty(List& list, const PlanView& view, Duty duty, std::string_view heading, std::string what,
              const std::string& named) {
    const auto idea = std::ranges::find(view.duties, duty, &DutyIdea::duty);
    std::string line = fmt::format("{}: {}", heading, or_nobody(named));
    std::string begun = text::one_line(named);
    if (named.empty() && idea != view.duties.end()) {
        line += fmt::format("; it could be {}. {}", idea->name, idea->why);
        begun = idea->name;
    }
    const std::string typed = "type plan " + what + " and a name";
    list.items.push_back({std::move(line), {change("a name", std::move(what), std::move(begun))}, {typed, ""}});
}

void add_frame(Page& page, const PlanView& view) {
    const Plan& plan = view.plan;
    page.blocks.emplace_back(Heading{"The meeting"});
    List list;
    const auto add = [&](std::string_view heading, const std::string& now, std::string what, std::string begun) {
        const std::string typed = "type plan " + what;
        list.items.push_back({fmt::format("{}: {}", heading, now.empty() ? "not said" : now),
                              {change("change it", std::move(what), std::move(begun))},
                              {typed, ""}});
    };
    const auto add_same = [&](std::string_view heading, const std::string& now, std::string what) {
        add(heading, text::one_line(now), std::move(what), text::one_line(now));
    };
    add_same("Title", plan.title, "title");
    add_same("Group", plan.group, "group");
    add("When", plan.date ? in_words(*plan.date) : "", "date",
        plan.date ? fmt::format("{} {}", iso(plan.date->date), time_of_day(plan.date->time)) : "");
    add("Length", plan.minutes > Minutes{0} ? minutes_in_words(plan.minutes) : "", "minutes",
        plan.minutes > Minutes{0} ? fmt::format("{}", plan.minutes.count()) : "");
    add("Kept free", minutes_in_words(plan.buffer), "buffer", fmt::format("{}", plan.buffer.count()));
    add("Pace", plan.pace == 1.0 ? "as planned" : fmt::format("{} times the minutes", plan.pace), "pace",
        fmt::format("{}", plan.pace));
    add_same("Place", plan.place, "place");
    add_duty(list, view, Duty::facilitate, "Facilitates", "facilitate", plan.facilitator);
    add_duty(list, view, Duty::host, "Hosts", "host", plan.host);
    add_duty(list, view, Duty::take_notes, "Takes notes", "notes", plan.note_taker);
    add_duty(list, view, Duty::keep_time, "Keeps time", "time", plan.timekeeper);
    const Ways ways = view.partnership ? view.partnership->ways : Ways{};
    const auto question = [](const std::string& own, const Words& usual) {
        return own.empty() ? text::one_line(usual.text) : text::one_line(own);
    };
    add_same("Check-in question", question(plan.checkin_question, ways.checkin_question), "checkin");
    add_same("Check-out question", question(plan.checkout_question, ways.checkout_question), "checkout");
    const std::string pulse = plan.pulse ? plan.pulse->instrument : "";
    add("Pulse", pulse.empty() ? "none" : pulse, "pulse", pulse.empty() ? "working-together" : pulse);
    list.items.push_back({fmt::format("Private lines are {} when it begins", plan.private_view ? "hidden" : "shown"),
                          {done_at_once(plan.private_view ? "are shown" : "are hidden",
                                        plan.private_view ? "private no" : "private yes")},
                          {plan.private_view ? "type plan private no" : "type plan private yes", ""}});
    page.blocks.emplace_back(std::move(list));
}

void add_before_it(Page& page, const PlanView& view, const Plan& held) {
    std::vector<std::string> notes = view.notes;
    if (view.partnership && held.date) {
        for (const Person& each : view.partnership->people) {
            if (is_away(each, held.date->date)) notes.push_back(text::one_line(each.name.text) + " is away that day.");
        }
    }
    List list;
    for (const std::string& each : notes) list.items.push_back({each, {}});
    if (view.open_actions > 0) {
        const std::string filter = view.plan.group.empty() ? "" : "group:" + text::one_line(view.plan.group);
        std::string line = text::count(view.open_actions, "action is open", "actions are open");
        if (view.overdue_actions > 0)
            line += view.open_actions == 1 ? " and overdue by then"
                                           : fmt::format(", {} of them overdue by then", view.overdue_actions);
        list.items.push_back({line + ". The meeting looks at each after the check-in.",
                              {{"read them", {Word::actions, filter}}},
                              {"to read them type actions " + filter, ""}});
    }
    if (list.items.empty()) return;
    page.blocks.emplace_back(Heading{"Good to know before it"});
    page.blocks.emplace_back(std::move(list));
}

}  // namespace

std::string spare_in_words(const Plan& plan) {
    const auto spare = to_spare(plan);
    if (!spare) return minutes_in_words(planned_sum(plan)) + " planned";
    if (*spare == Minutes{0}) return "just fits";
    return minutes_in_words(*spare) + (*spare > Minutes{0} ? " to spare" : " too many");
}

std::string plan_change_in_words(const Plan& before, const Plan& after) {
    const auto [old, now] = std::ranges::mismatch(before.items, after.items);
    const auto number = now - after.items.begin() + 1;
    std::string said = "Written.";
    if (after.items.size() > before.items.size()) {
        said = fmt::format("On the agenda as item {}: {}, {}.", number, clipped(now->title, 60),
                           duration_in_words(now->minutes));
    } else if (after.items.size() < before.items.size()) {
        said = fmt::format("Taken out: {}.", clipped(old->title, 60));
    } else if (now != after.items.end()) {
        const bool moved = std::ranges::is_permutation(before.items, after.items);
        said = moved ? fmt::format("{} is now item {}.", clipped(now->title, 60), number)
                     : fmt::format("Item {}: {}, {}, {}.", number, clipped(now->title, 60), in_words(now->kind),
                                   duration_in_words(now->minutes));
    }
    return fmt::format("{} {}", said, text::sentence(capitalised(spare_in_words(after))));
}

std::string plan_time_in_words(const Plan& plan) {
    std::string said = plan.date ? in_words(plan.date->date) + ", " : "No day yet, ";
    const Minutes sum = planned_sum(plan);
    if (plan.minutes <= Minutes{0})
        return said + fmt::format("no length set. The agenda takes {}.", minutes_in_words(sum));
    said += plan.date ? fmt::format("{} to {}. ", at(plan, Minutes{0}), at(plan, plan.minutes))
                      : fmt::format("{} in all. ", minutes_in_words(plan.minutes));
    said += fmt::format("The agenda takes {}, {} are kept free.", minutes_in_words(sum), plan.buffer.count());
    if (*to_spare(plan) >= Minutes{0}) return said;
    std::vector<std::string> past;
    for (const ScheduledLine& line : schedule(plan)) {
        if (line.begins + line.length > plan.minutes - plan.buffer)
            past.push_back(fmt::format("{} from {}", clipped(line.title, 60), at(plan, line.begins)));
    }
    return said + " Past the end: " + text::list(past) + ".";
}

Page plan_page(const PlanView& view) {
    const Plan held = as_held(view);
    Page page;
    page.title = fmt::format("Plan, {}, {}", clipped(view.plan.title, 60), spare_in_words(held));
    page.where = page.title;
    page.blocks.emplace_back(Text{plan_time_in_words(held)});
    page.blocks.emplace_back(Text{fmt::format("It is in {}, and so is each change at once.", view.file)});
    add_agenda(page, view, held);
    add_ideas(page, view);
    add_before_it(page, view, held);
    add_frame(page, view);
    page.blocks.emplace_back(Heading{"And then"});
    page.blocks.emplace_back(
        List{{{"Hold this meeting", {{"look at it, and begin", {Word::plan, "hold"}}}, {"type plan hold", ""}},
              {"Plan another meeting", {{"choose", {Word::plan, "new"}}}, {"type plan new", ""}}},
             ""});
    page.words = {Word::plan, Word::undo, Word::actions};
    return page;
}

}  // namespace folkmoot
