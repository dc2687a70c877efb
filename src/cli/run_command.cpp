#include "src/cli/describe.h"

namespace folkmoot::cli {

void describe_run(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("run", "Run a meeting from a plan file, or without one");
    const auto run = std::make_shared<launch::Run>();
    command->add_option("plan", run->plan, "The plan's file")->type_name("PLAN.toml");
    command->add_flag("--again", run->again, "Even when a meeting from this plan is in the log already");
    command->footer("folkmoot run my-meeting.toml");
    all.push_back({command, [run] { return *run; }});
}

}  // namespace folkmoot::cli
