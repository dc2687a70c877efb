#include "src/cli/describe.h"

namespace folkmoot::cli {

void describe_follow(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("follow", "Watch a running meeting, live and read-only");
    const auto follow = std::make_shared<launch::Follow>();
    command->add_option("id", follow->id, "The beginning of the meeting's id; else the one that is open")
        ->type_name("ID|last");
    command->footer("folkmoot follow");
    all.push_back({command, [follow] { return *follow; }});
}

}  // namespace folkmoot::cli
