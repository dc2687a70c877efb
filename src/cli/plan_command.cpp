#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/plan_reading.h"
#include "src/files/data_folder.h"
#include "src/files/plan_file.h"
#include "src/files/plan_writer.h"
#include "src/session/next_plan.h"
#include "src/time/calendar.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

/// "friday 14:00", "1 december", "2026-12-01 2pm"; without a time, ten in the morning.
LocalTime read_when(const std::string& typed, Date today) {
    constexpr Minutes morning{10 * 60};
    if (const auto date = read_date(typed, today)) return {*date, morning};
    const auto blank = typed.find_last_of(" T");
    if (blank != std::string::npos) {
        const auto date = read_date(typed.substr(0, blank), today);
        const auto time = read_time(typed.substr(blank + 1));
        if (date && time) return {*date, *time};
    }
    throw Usage(fmt::format("--date is \"{}\", which is no date. For example: {}, with a time after it such as 14:00.",
                            text::one_line(typed), date_examples()));
}

Told list_templates() {
    std::vector<std::string> lines{"Templates for a new plan:"};
    for (const auto& each : templates(data_folder() / "templates")) {
        lines.push_back(fmt::format("{}: {}", each.id, text::sentence(each.name)));
        if (!each.why.empty()) lines.back() += " " + text::sentence(each.why);
    }
    lines.emplace_back("For example: folkmoot plan new working-group -o plan.toml");
    return {in_lines(lines), 0, true};
}

}  // namespace

void describe_plan(CLI::App& app, Descriptions& all) {
    auto* plan = app.add_subcommand("plan", "Check, read or begin a plan");
    plan->require_subcommand(0, 1);
    // Asked only after a word that is not known was named.
    plan->callback([plan] {
        if (plan->get_subcommands().empty())
            throw CLI::RequiredError("plan needs check, show, new or next; one of them");
    });
    auto* check = plan->add_subcommand("check", "Say what is wrong with a plan, with the lines");
    const auto checked = std::make_shared<launch::PlanCheck>();
    check->add_option("file", checked->file, "The plan's file")->required()->type_name("PLAN.toml");
    auto* show = plan->add_subcommand("show", "Read a plan's agenda with clock times");
    const auto shown = std::make_shared<launch::PlanShow>();
    show->add_option("file", shown->file, "The plan's file")->required()->type_name("PLAN.toml");
    auto* fresh = plan->add_subcommand(
        "new", "Begin a plan from a template (working-group unless named); with nothing named, list the templates");
    const auto made = std::make_shared<launch::PlanNew>();
    fresh->add_option("template", made->from, "A template's name, or a plan's file")->type_name("TEMPLATE");
    fresh->add_option("-o,--output", made->to, "Where to write it")->type_name("FILE");
    fresh->add_option("--title", made->title, "The meeting's title")->type_name("TEXT");
    fresh->add_option("--date", made->date, "When it is, such as friday 14:00")->type_name("DATE");
    auto* next = plan->add_subcommand("next", "Begin the plan of a group's next meeting, from what its last one left");
    const auto after = std::make_shared<launch::PlanNext>();
    next->add_option("group", after->group, "The group's name, or its beginning; without one the only group")
        ->type_name("GROUP");
    next->add_option("-o,--output", after->to, "Where to write it")->type_name("FILE");
    next->footer("folkmoot plan next -o my-meeting.toml");
    all.push_back({next, [after] { return *after; }});
    plan->footer("folkmoot plan new");
    check->footer("folkmoot plan check my-meeting.toml");
    show->footer("folkmoot plan show my-meeting.toml");
    fresh->footer("folkmoot plan new working-group -o my-meeting.toml");
    all.push_back({check, [checked] { return *checked; }});
    all.push_back({show, [shown] { return *shown; }});
    all.push_back({fresh, [made] { return *made; }});
}

Told check_plan(const launch::PlanCheck& command) {
    const Plan plan = read_plan(command.file);
    std::vector<std::string> lines{fmt::format("{} can be run. {}", command.file.string(), plan_summary(plan))};
    for (const auto& note : notes_on(plan)) lines.push_back(note);
    return {in_lines(lines), 0, true};
}

Told show_plan(const launch::PlanShow& command) {
    const Plan plan = read_plan(command.file);
    return {in_lines(plan_lines(plan)), 0, true};
}

Told next_plan_file(const launch::PlanNext& command, Records& records) {
    const std::string content = plan_to_toml(plan_after(records, command.group));
    if (command.to.empty()) return {content, 0};
    const auto kept = save_keeping_backup(command.to, content);
    return {fmt::format("The plan is in {}.{} To change it type folkmoot, and there: plan open {}\n",
                        command.to.string(), before_in_words(kept), command.to.string()),
            0};
}

Told new_plan_file(const launch::PlanNew& command, Clock& clock) {
    if (command.from.empty() && command.to.empty()) return list_templates();
    NewPlan wanted;
    wanted.title = text::one_line(command.title);
    if (!command.date.empty()) wanted.date = read_when(command.date, date_of(clock.now()));
    const std::string content =
        new_plan(command.from.empty() ? "working-group" : command.from, data_folder() / "templates", wanted);
    if (command.to.empty()) return {content, 0};
    const auto kept = save_keeping_backup(command.to, content);
    return {fmt::format("The plan is in {}.{} Change it in any editor, then type: folkmoot plan check {}\n",
                        command.to.string(), before_in_words(kept), command.to.string()),
            0};
}

}  // namespace folkmoot::cli
