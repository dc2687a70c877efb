// Plans at home: those that are there, and the one that is being made.
#include <fmt/format.h>

#include <algorithm>

#include "screens/wording.h"
#include "src/app/ask.h"
#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/plan_reading.h"
#include "src/files/data_folder.h"
#include "src/files/instrument_file.h"
#include "src/files/plan_file.h"
#include "src/files/plan_list.h"
#include "src/files/plan_writer.h"
#include "src/session/rota.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::string_view usual_template = "working-group";
constexpr std::size_t looked_back_on = 36;  // meetings of the partnership, for estimates and what was not touched

/// Where plans are looked for and written.
std::filesystem::path plans_folder(const AppSettings& settings) {
    if (!settings.plans_folder.empty()) return settings.plans_folder;
    std::error_code gone;
    auto folder = std::filesystem::current_path(gone);
    if (gone)
        throw Error("The folder in which Folkmoot was started is no longer there. Type start and a plan's full name.");
    return folder;
}

std::vector<PersonId> named_for_duties(const Plan& plan, const std::vector<Person>& people) {
    std::vector<PersonId> named;
    for (const Person& each : people) {
        const std::string name = text::folded(each.name.text);
        for (const std::string& one : {plan.facilitator, plan.note_taker, plan.timekeeper})
            if (text::folded(one) == name) named.push_back(each.id);
    }
    return named;
}

/// Nobody, when there is nobody who could.
std::optional<DutyIdea> idea_for(const State& last, Duty duty, const std::vector<PersonId>& busy) {
    const auto suggested = suggest(last, duty, true, busy);
    if (!suggested) return std::nullopt;
    const std::string& name =
        duty == Duty::host ? last.partner_name(suggested->partner) : last.name_of(suggested->person);
    return DutyIdea{duty, text::one_line(name), suggested->why};
}

/// The regular meeting's first, for it is what is wanted most.
std::vector<TemplateInfo> templates_at_hand() {
    std::vector<TemplateInfo> all = templates(data_folder() / "templates");
    const auto regular = std::ranges::find(all, usual_template, &TemplateInfo::id);
    if (regular != all.end()) std::rotate(all.begin(), regular, std::next(regular));
    return all;
}

/// "working group" and "joint" are as good as the whole id; a path stays what it is.
std::string template_meant(const std::string& typed) {
    if (typed.empty()) return std::string(usual_template);
    std::string wanted = text::folded(typed);
    std::ranges::replace(wanted, ' ', '-');
    std::vector<std::string> fitting;
    for (const TemplateInfo& each : templates_at_hand()) {
        if (each.id == wanted) return each.id;
        if (each.id.starts_with(wanted)) fitting.push_back(each.id);
    }
    return fitting.size() == 1 ? fitting.front() : typed;
}

/// A day two weeks ahead, so that papers can still go out in time.
LocalTime in_two_weeks(Date today) { return {plus_days(today, 14), Minutes{10 * 60}}; }

}  // namespace

Page Program::plans_page() const {
    constexpr std::size_t most = 20;
    const auto folder = plans_folder(desk_.settings);
    const auto plans = plans_in(folder, most);
    Page page;
    page.title = fmt::format("Plans, {} in this folder", plans.size());
    List list;
    for (const PlanFile& each : plans) {
        const std::string file = each.path.filename().string();
        const auto begun = begun_from(each.path);
        list.items.push_back(
            {fmt::format("{} of {}, {}, {}, file {}{}", list.items.size() + 1, plans.size(), each.title,
                         each.date ? in_words(*each.date) : "no date", text::one_line(file),
                         !begun          ? ""
                         : begun->closed ? ", was held"
                                         : ", a meeting from it is open"),
             {{"look at it, and hold the meeting", {Word::start, file}}, {"change it", {Word::plan, "open " + file}}}});
    }
    list.items.push_back(
        {"A plan in another place, start and the name of its file", {{"the plan's file", {Word::start, ""}, true}}});
    page.blocks.emplace_back(std::move(list));
    page.blocks.emplace_back(Hint{"To hold one type start and its file; to change one type plan open and its file.",
                                  "Enter looks at a plan, 2 changes it."});
    const auto groups = last_of_groups(desk_.records);
    page.blocks.emplace_back(Heading{"Plan a group's next meeting"});
    List next;
    next.when_empty = "No meeting is closed yet. A template helps with the first.";
    for (const MeetingSummary& each : groups)
        next.items.push_back({fmt::format("After {}{}, {}", clipped(each.title, 60), and_group(each.title, each.group),
                                          in_words(each.date)),
                              {{"begin its next plan", {Word::plan, "from " + group_in_words(each)}}},
                              {"type plan from " + group_in_words(each), ""}});
    page.blocks.emplace_back(std::move(next));
    page.blocks.emplace_back(Heading{"Plan from a template"});
    List from;
    for (const TemplateInfo& each : templates_at_hand())
        from.items.push_back({fmt::format("{}. {}", text::one_line(each.name), text::one_line(each.why)),
                              {{"begin a plan", {Word::plan, "like " + each.id}}},
                              {"type plan like " + each.id, ""}});
    page.blocks.emplace_back(std::move(from));
    page.blocks.emplace_back(
        Text{fmt::format("The folder is {}. A new plan is written there at once.", text::one_line(folder.string()))});
    page.words = {Word::start, Word::plan, Word::undo};
    page.help = "planning";
    return page;
}

void Program::show_plans() { desk_.renderer.read_out(plans_page()); }

/// The newest meeting that was begun from a plan's file as it now is; nothing when none was, or it cannot be read.
std::optional<MeetingSummary> Program::begun_from(const std::filesystem::path& path) const {
    try {
        const auto begun = desk_.records.meetings_from(fingerprint(plan_in(path)));
        if (!begun.empty()) return begun.front();
    } catch (const Error&) {  // what is wrong with it is said when it is opened
    }
    return std::nullopt;
}

/// The agenda with its clock times, before anything is begun.
void Program::preview(const std::filesystem::path& path) {
    const auto begun = begun_from(path);
    Plan plan = plan_in(path);
    if (const auto known = partnership_of(plan)) plan = with_people_of(std::move(plan), *known);
    Page page;
    page.title = "Plan, " + plan_summary(plan);
    List list;
    auto lines = plan_lines(plan);
    lines.erase(lines.begin());  // the summary, which is the title
    for (const auto& note : notes_on(plan, papers_ahead(plan))) lines.push_back(note);
    if (begun)
        lines.insert(lines.begin(),
                     fmt::format("{} from this plan: {}, {}.", begun->closed ? "It was held" : "A meeting is open",
                                 text::one_line(begun->title), in_words(begun->date)));
    for (const auto& line : lines) list.items.push_back({line, {}});
    page.blocks.emplace_back(std::move(list));
    const Question question{"Begin this meeting now?",
                            {{"begin", "begin it"}, {"back", "back to home"}, {"change", "change the plan"}}};
    const auto choice = ask(desk_.renderer, question, page);
    home_due_ = choice != 2U;
    if (choice == 0U) return after(run_plan(path, false));
    if (choice == 2U) begin_plan("open", path.string());
}

/// "from GROUP", "like TEMPLATE", "open FILE".
void Program::begin_plan(const std::string& word, const std::string& typed) {
    if (word == "open") {
        if (typed.empty()) throw Error("open needs the name of a plan's file. Example: plan open my-meeting.toml.");
        plan_.emplace(PlanAtHand(plans_folder(desk_.settings) / typed));
    } else if (word == "from") {
        plan_.emplace(PlanAtHand::begun(plans_folder(desk_.settings), plan_to_toml(plan_after(desk_.records, typed))));
    } else {
        NewPlan wanted;
        wanted.date = in_two_weeks(date_of(desk_.clock.now()));
        plan_.emplace(PlanAtHand::begun(plans_folder(desk_.settings),
                                        new_plan(template_meant(typed), data_folder() / "templates", wanted)));
    }
    // What was changed of the plan before it cannot be taken back any more.
    std::erase_if(changes_, [](const auto& each) { return std::holds_alternative<PlanChange>(each); });
    if (word != "open") changes_.emplace_back(PlanChange{});
    desk_.renderer.refresh_read(plans_page());
    desk_.renderer.read_out(plan_page(look_at_plan()));
}

PlanView Program::look_at_plan() const {
    PlanView view;
    view.plan = plan_->plan();
    view.file = text::one_line(plan_->file().filename().string());
    view.today = date_of(desk_.clock.now());
    view.instruments = instrument_names({data_folder() / "instruments"});
    view.partnership = partnership_of(view.plan);
    const Plan held = view.partnership ? with_people_of(view.plan, *view.partnership) : view.plan;
    view.notes = notes_on_papers(held, papers_ahead(held));
    if (!view.partnership) return view;
    view.left = desk_.records.carry_over(view.partnership->id, view.plan.group);
    view.runs = desk_.records.item_runs(view.partnership->id, looked_back_on);
    const Date day = view.plan.date ? view.plan.date->date : view.today;
    view.ideas = agenda_ideas(held, *view.partnership, view.left, view.runs, day);
    for (const Matter& each : view.left.matters) {
        if (each.kind != MatterKind::action || each.settled_on) continue;
        ++view.open_actions;
        if (each.due && days_between(*each.due, day) > 0) ++view.overdue_actions;
    }
    if (!view.left.last_meeting) return view;
    State last = fold(*view.left.last_meeting, desk_.records.events(*view.left.last_meeting));
    if (view.plan.date) last.next_date = view.plan.date->date;
    last.next_facilitator.reset();
    const std::vector<PersonId> busy = named_for_duties(view.plan, last.people);
    for (const Duty duty : {Duty::facilitate, Duty::host, Duty::take_notes, Duty::keep_time}) {
        if (auto idea = idea_for(last, duty, busy)) view.duties.push_back(*std::move(idea));
    }
    return view;
}

/// Alone it reads the plan that is being made, else what one can begin from; all else changes it.
void Program::take_plan_word(const std::string& typed) {
    const std::string what = text::one_line(typed);
    const auto [first, rest] = first_word(what);
    const std::string word = text::folded(first);
    if (word == "from" || word == "like" || word == "open") return begin_plan(word, rest);
    if (word == "new" || (what.empty() && !plan_)) return show_plans();
    if (!plan_)
        throw Error(
            "No plan is being made. Type plans to choose one, or what to begin from. Example: plan like "
            "working-group.");
    if (what.empty()) return desk_.renderer.read_out(plan_page(look_at_plan()));
    if (word == "hold") return preview(plan_->file());
    const PlanView view = look_at_plan();
    if (const auto number = whole_number(first); number && rest.empty()) {
        if (const auto item = planned_item_in_words(view, static_cast<std::size_t>(std::max(*number, 0))))
            return say(Kind::plain, *item);
    }
    const auto read = read_plan_change(view, what);
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto& changed = std::get<PlanChanged>(read);
    if (changed.plan == view.plan) return say(Kind::plain, "That is how it stands already.");
    plan_->change(changed.plan);
    changes_.emplace_back(PlanChange{});
    const PlanView now = look_at_plan();
    desk_.renderer.refresh_read(plan_page(now, &changed));
    desk_.renderer.refresh_read(plans_page());
    say(Kind::plain, plan_change_in_words(view, now, changed));
}

void Program::take_back_plan() {
    if (plan_->can_be_thrown_away()) {
        const std::string file = text::one_line(plan_->file().filename().string());
        plan_->throw_away();
        plan_.reset();
        changes_.pop_back();
        say(Kind::plain, fmt::format("Taken back: the plan {}. Its file is deleted.", file));
        home_due_ = true;
        return;
    }
    const PlanView before = look_at_plan();
    const bool taken_back = plan_->take_back();
    changes_.pop_back();
    const PlanView now = look_at_plan();
    desk_.renderer.refresh_read(plan_page(now));
    desk_.renderer.refresh_read(plans_page());
    say(Kind::plain,
        taken_back ? "Taken back. " + plan_undone_in_words(before, now) : "There is nothing to take back.");
}

}  // namespace folkmoot
