#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/exports/meeting_list.h"

namespace folkmoot::cli {

void describe_actions(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("actions", "List the actions of all meetings that are still open");
    const auto actions = std::make_shared<launch::Actions>();
    using launch::Format;
    command->add_flag("--all", actions->all, "Those that are done or dropped as well");
    add_format(*command, actions->format, {Format::text, Format::json, Format::csv});
    command->require_subcommand(0, 1);
    command->fallthrough();
    command->footer("folkmoot actions --format csv");
    command->add_subcommand("list", "The same as actions alone")->footer("folkmoot actions list");
    all.push_back({command, [actions] { return *actions; }});
}

Told list_actions(const launch::Actions& command, Records& records) {
    const auto actions = records.actions(command.all);
    if (command.format == launch::Format::json) return {actions_json(actions), 0};
    if (command.format == launch::Format::csv) return {actions_csv(actions), 0};
    if (actions.empty()) return {command.all ? "There is no action in the log yet.\n" : "No action is open.\n", 0};
    return {in_lines(action_lines(actions)), 0, true};
}

}  // namespace folkmoot::cli
