// How each subcommand is described to the parser. Only for this room.
#pragma once

#include <functional>
#include <vector>

#include <CLI/CLI.hpp>

#include "src/cli/command_line.h"
#include "src/cli/launch.h"

namespace folkmoot::cli {

/// The subcommands, each with what it makes once it was parsed; of those that were, the innermost counts.
struct Described {
    CLI::App* command;
    std::function<launch::Command()> make;
};
using Descriptions = std::vector<Described>;

/// What people read is taken from the parser's own fields: the description, one sentence a line; the footer, which
/// holds an example; a type's name, behind which stands, each after a bar, what can be typed in its place ("ID|last").
std::vector<CommandInWords> taken_from(const CLI::App& app);

void describe_run(CLI::App& app, Descriptions& all);
void describe_resume(CLI::App& app, Descriptions& all);
void describe_follow(CLI::App& app, Descriptions& all);
void describe_demo(CLI::App& app, Descriptions& all);
void describe_plan(CLI::App& app, Descriptions& all);
void describe_partnership(CLI::App& app, Descriptions& all);
void describe_log(CLI::App& app, Descriptions& all);
/// Below `log`.
void describe_log_next(CLI::App& log, Descriptions& all);
void describe_log_attendance(CLI::App& log, Descriptions& all);
void describe_log_search(CLI::App& log, Descriptions& all);
void describe_minutes(CLI::App& app, Descriptions& all);
void describe_actions(CLI::App& app, Descriptions& all);
/// Below `actions`.
void describe_action_acts(CLI::App& actions, Descriptions& all);
void describe_actions_import(CLI::App& actions, Descriptions& all);
void describe_trends(CLI::App& app, Descriptions& all);
void describe_review(CLI::App& app, Descriptions& all);
void describe_export(CLI::App& app, Descriptions& all);
void describe_import(CLI::App& app, Descriptions& all);
void describe_held(CLI::App& app, Descriptions& all);
void describe_forget(CLI::App& app, Descriptions& all);
void describe_backup(CLI::App& app, Descriptions& all);
void describe_doctor(CLI::App& app, Descriptions& all);
void describe_manual(CLI::App& app, Descriptions& all);
void describe_completion(CLI::App& app, Descriptions& all);

/// --format with these words.
void add_format(CLI::App& command, launch::Format& format, const std::vector<launch::Format>& allowed);
/// Nothing when it is not said.
void add_format(CLI::App& command, std::optional<launch::Format>& format, const std::vector<launch::Format>& allowed);

/// An option of `above` that is typed with `below` would silently mean nothing: it is answered instead.
void refuse_options_above(CLI::App& above, CLI::App& below);

}  // namespace folkmoot::cli
