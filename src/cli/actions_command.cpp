#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/icalendar.h"
#include "src/exports/meeting_list.h"
#include "src/exports/taskwarrior.h"
#include "src/exports/todo_txt.h"
#include "src/session/wanted_actions.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

void describe_actions(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand(
        "actions",
        "List the actions of all meetings that are still open\nAn action keeps its id in every format, so that a "
        "calendar or a list of tasks that takes them again changes what it has");
    const auto actions = std::make_shared<launch::Actions>();
    using launch::Format;
    command->add_flag("--all", actions->all, "Those that are done or dropped as well");
    add_format(*command, actions->format,
               {Format::text, Format::json, Format::csv, Format::ics, Format::taskwarrior, Format::todotxt});
    command->add_flag("--raw", actions->raw, "In CSV, no guard in front of what a spreadsheet would run as a formula");
    command->require_subcommand(0, 1);
    command->fallthrough();
    command->footer("folkmoot actions --all --format ics");
    auto* list = command->add_subcommand(
        "list",
        "List those that fit, or all that are open\nWords stand in the action; the filters are person: (who has it), "
        "group:, objective:, and before: and after: for the date by which it is due");
    list->add_option("words", actions->words, "What they have to fit")->type_name("WORDS");
    list->footer("folkmoot actions list person:Asha before:2026-12-24");
    all.push_back({command, [actions] { return *actions; }});
    describe_action_acts(*command, all);
    describe_actions_import(*command, all);
}

Told list_actions(const launch::Actions& command, Records& records, Clock& clock) {
    using launch::Format;
    if (command.raw && command.format != Format::csv)
        throw Usage("--raw is for CSV. For example: folkmoot actions --format csv --raw");
    auto actions = records.actions(command.all);
    if (!command.words.empty()) actions = wanted(std::move(actions), search_typed(command.words, clock));
    if (command.format == Format::json) return {actions_json(actions), 0};
    if (command.format == Format::csv) return {actions_csv(actions, command.raw), 0};
    if (command.format == Format::ics) return {actions_ics(actions, clock.now()), 0, false, true};
    if (command.format == Format::taskwarrior) return {actions_taskwarrior(actions), 0, false, true};
    if (command.format == Format::todotxt) return {actions_todo_txt(actions), 0, false, true};
    if (actions.empty() && !command.words.empty()) return {"No action fits that.\n", 0};
    if (actions.empty()) return {command.all ? "There is no action in the log yet.\n" : "No action is open.\n", 0};
    return {in_lines(action_lines(actions, date_of(clock.now()))), 0, true};
}

}  // namespace folkmoot::cli
