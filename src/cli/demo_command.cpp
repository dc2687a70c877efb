#include "src/cli/describe.h"

namespace folkmoot::cli {

void describe_demo(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("demo", "Try the program out on an example, kept apart from your meetings");
    command->footer("folkmoot demo");
    all.push_back({command, [] { return launch::Demo{}; }});
}

}  // namespace folkmoot::cli
