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

std::string paper_in_words(const PlannedPaper& paper) {
    const std::string title = "paper " + clipped(paper.title, 60);
    return title + (paper.sent ? ", sent " + in_words(*paper.sent) : ", no day");
}

/// One paper with its day; of several how many, for the line would be long.
std::string papers_in_words(const PlannedItem& item) {
    if (item.papers.size() != 1) return text::count(item.papers.size(), "paper", "papers");
    const PlannedPaper& paper = item.papers.front();
    return paper.sent ? fmt::format("1 paper, sent {}", in_words(*paper.sent)) : "1 paper";
}

/// What is said of an item behind its title.
std::vector<std::string> details_of(const PlannedItem& item) {
    std::vector<std::string> all{std::string(in_words(item.kind)), duration_in_words(item.minutes)};
    if (!item.objectives.empty()) all.push_back("for " + text::list(item.objectives));
    if (!item.lead.empty()) all.push_back("led by " + text::one_line(item.lead));
    if (!item.proposed.empty()) all.push_back("put forward by " + text::one_line(item.proposed));
    for (const PlannedPaper& each : item.papers) all.push_back(paper_in_words(each));
    return all;
}

std::vector<std::string> only_in(const std::vector<std::string>& these, const std::vector<std::string>& others) {
    std::vector<std::string> found;
    for (const std::string& each : these)
        if (std::ranges::find(others, each) == others.end()) found.push_back(each);
    return found;
}

/// "Item 2, Ramp: 25 minutes." or "Item 2, Ramp: no longer led by Asha."
std::string item_change_in_words(const PlannedItem& was, const PlannedItem& now, std::size_t number) {
    if (was.title != now.title) return fmt::format("Item {} is now called {}.", number, clipped(now.title, 60));
    const auto is = only_in(details_of(now), details_of(was));
    const auto no_longer = only_in(details_of(was), details_of(now));
    return fmt::format("Item {}, {}: {}{}.", number, clipped(now.title, 60), is.empty() ? "no longer " : "",
                       fmt::join(is.empty() ? no_longer : is, ", "));
}

std::string item_in_words(const PlanView& view, const PlannedItem& item) {
    const std::string kind(in_words(item.kind));
    std::string said = clipped(item.title, 120);
    if (text::folded(item.title) != kind) said += ", " + kind;
    said += ", " + duration_in_words(paced(item.minutes, view.plan.pace));
    if (!item.objectives.empty()) said += ", for " + text::list(item.objectives);
    if (!item.lead.empty()) said += ", led by " + text::one_line(item.lead);
    if (!item.proposed.empty()) said += ", put forward by " + text::one_line(item.proposed);
    if (!item.papers.empty()) said += ", " + papers_in_words(item);
    if (const auto usual = estimate(item, view.runs, view.plan.group))
        if (usual->usual != paced(item.minutes, view.plan.pace)) said += ", " + in_words(*usual, item);
    return said;
}

std::vector<Act> acts_on_item(const PlanView& view, std::size_t index) {
    const PlannedItem& item = view.plan.items[index];
    const std::string number = fmt::format("{}", index + 1);
    const auto of_item = [&](std::string_view label, std::string_view what, std::string begun = "") {
        return change(fmt::format("item {}, {}", number, label), fmt::format("{} {}", number, what), std::move(begun));
    };
    std::vector<Act> acts{
        of_item("minutes", "minutes", fmt::format("{}", item.minutes.count())),
        of_item("title", "title", text::one_line(item.title)),
        of_item("kind: inform, explore, decide, review or break", "kind", std::string(in_words(item.kind))),
        of_item("led by", "lead", text::one_line(item.lead)),
        of_item("for objectives", "for", text::list(item.objectives)),
        of_item("paper, sent and a day", "paper"),
        of_item("moves before the item", "before"),
        done_at_once("is taken out", number + " out")};
    if (const auto usual = estimate(item, view.runs, view.plan.group))
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

/// Where an item stands in the agenda's list, which begins with the check-in.
std::size_t line_of(std::size_t item, const Plan& held) {
    const auto lines = schedule(held);
    return static_cast<std::size_t>(std::ranges::find(lines, item, &ScheduledLine::item) - lines.begin());
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
    list.items.push_back(
        {std::move(line), {change(std::string(heading), std::move(what), std::move(begun))}, {typed, ""}});
}

/// A group that the partnership does not have may be a slip of the finger.
std::string group_in_words(const PlanView& view) {
    std::string group = text::one_line(view.plan.group);
    if (group.empty() || !view.partnership || view.partnership->groups.empty()) return group;
    std::vector<std::string> known;
    for (const Words& each : view.partnership->groups) known.push_back(text::one_line(each.text));
    const auto same = [&](const std::string& each) { return text::folded(each) == text::folded(group); };
    if (std::ranges::any_of(known, same)) return group;
    return fmt::format("{}, which is new: the partnership has {}", group, text::list(known));
}

List frame_of(const PlanView& view) {
    const Plan& plan = view.plan;
    List list;
    const auto add = [&](std::string_view heading, const std::string& now, std::string what, std::string begun) {
        const std::string typed = "type plan " + what;
        list.items.push_back({fmt::format("{}: {}", heading, now.empty() ? "not said" : now),
                              {change(std::string(heading), std::move(what), std::move(begun))},
                              {typed, ""}});
    };
    const auto add_same = [&](std::string_view heading, const std::string& now, std::string what) {
        add(heading, text::one_line(now), std::move(what), text::one_line(now));
    };
    add_same("Title", plan.title, "title");
    add("Group", group_in_words(view), "group", text::one_line(plan.group));
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
    return list;
}

/// The minutes of a round stand in the agenda, and no line of the frame has them.
std::optional<std::string> round_change_in_words(const PlanView& before, const PlanView& after) {
    const auto was = schedule(as_held(before));
    for (const ScheduledLine& each : schedule(as_held(after))) {
        const auto old = std::ranges::find(was, each.title, &ScheduledLine::title);
        if (!each.item && old != was.end() && old->length != each.length)
            return fmt::format("{}, {}", each.title, duration_in_words(each.length));
    }
    return std::nullopt;
}

/// Without whose turn it could be, which another change may change.
std::string told(const ListItem& line) { return line.text.substr(0, line.text.find(';')); }

/// The line of the frame that is another now, with what it says.
std::string frame_change_in_words(const PlanView& before, const PlanView& after) {
    const List was = frame_of(before);
    const List is = frame_of(after);
    for (std::size_t i = 0; i < is.items.size() && i < was.items.size(); ++i)
        if (told(is.items[i]) != told(was.items[i])) return is.items[i].text;
    return "Written";
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
        const std::string filter =
            view.plan.group.empty() ? "" : fmt::format("group:\"{}\"", text::one_line(view.plan.group));
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

std::string plan_change_in_words(const PlanView& before, const PlanView& after, const PlanChanged& changed) {
    const std::vector<PlannedItem>& were = before.plan.items;
    const std::vector<PlannedItem>& are = after.plan.items;
    std::string said;
    if (are.size() < were.size()) {
        const auto out = std::ranges::mismatch(were, are).in1;
        said = fmt::format("Taken out: {}.", clipped(out->title, 60));
    } else if (changed.item) {
        const PlannedItem& item = are[*changed.item];
        const std::string title = clipped(item.title, 60);
        const std::size_t number = *changed.item + 1;
        if (are.size() > were.size())
            said = fmt::format("On the agenda as item {}: {}, {}.", number, title, duration_in_words(item.minutes));
        else if (changed.moved)
            said = fmt::format("{} is now item {}.", title, number);
        else
            said = item_change_in_words(were[*changed.item], item, number);
    } else {
        said = text::sentence(round_change_in_words(before, after).value_or(frame_change_in_words(before, after)));
    }
    return fmt::format("{} {}", said, text::sentence(capitalised(spare_in_words(as_held(after)))));
}

std::string plan_undone_in_words(const PlanView& before, const PlanView& after) {
    PlanChanged back{after.plan, std::nullopt, false};
    const auto at = std::ranges::mismatch(before.plan.items, after.plan.items).in2;
    if (at != after.plan.items.end()) {
        back.item = static_cast<std::size_t>(at - after.plan.items.begin());
        back.moved = std::ranges::is_permutation(before.plan.items, after.plan.items);
    }
    return plan_change_in_words(before, after, back);
}

std::optional<std::string> planned_item_in_words(const PlanView& view, std::size_t number) {
    if (number < 1 || number > view.plan.items.size()) return std::nullopt;
    const Plan held = as_held(view);
    const PlannedItem& item = view.plan.items[number - 1];
    const ScheduledLine line = schedule(held)[line_of(number - 1, held)];
    std::string said = fmt::format("Item {}, {}, {}", number, at(held, line.begins), item_in_words(view, item));
    for (const PlannedPaper& each : item.papers) said += "; " + paper_in_words(each);
    return text::sentence(said);
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
    std::vector<std::string> past, in_buffer;
    for (const ScheduledLine& line : schedule(plan)) {
        const Minutes ends = std::chrono::duration_cast<Minutes>(line.begins + line.length);
        const std::string named =
            fmt::format("{}, {} to {}", clipped(line.title, 60), at(plan, line.begins), at(plan, ends));
        if (ends > plan.minutes)
            past.push_back(named);
        else if (ends > plan.minutes - plan.buffer)
            in_buffer.push_back(named);
    }
    if (!in_buffer.empty()) said += fmt::format(" In the minutes kept free: {}.", fmt::join(in_buffer, "; "));
    if (!past.empty()) said += fmt::format(" Past the end: {}.", fmt::join(past, "; "));
    return said;
}

Page plan_page(const PlanView& view, const PlanChanged* changed) {
    const Plan held = as_held(view);
    Page page;
    page.title = fmt::format("Plan, {}, {}", clipped(view.plan.title, 60), spare_in_words(held));
    page.where = page.title;
    page.blocks.emplace_back(Text{plan_time_in_words(held)});
    page.blocks.emplace_back(Text{fmt::format("It is in {}, and so is each change at once.", view.file)});
    add_agenda(page, view, held);
    if (changed != nullptr && changed->moved) page.focus = line_of(*changed->item, held);
    add_ideas(page, view);
    add_before_it(page, view, held);
    page.blocks.emplace_back(Heading{"The meeting"});
    page.blocks.emplace_back(frame_of(view));
    page.blocks.emplace_back(Heading{"And then"});
    page.blocks.emplace_back(
        List{{{"Hold this meeting", {{"look at it, and begin", {Word::plan, "hold"}}}, {"type plan hold", ""}},
              {"Plan another meeting", {{"choose", {Word::plan, "new"}}}, {"type plan new", ""}}},
             ""});
    page.words = {Word::plan, Word::undo, Word::actions};
    page.help = "planning";
    return page;
}

}  // namespace folkmoot
