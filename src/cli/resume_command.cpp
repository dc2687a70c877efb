#include "src/cli/describe.h"

namespace folkmoot::cli {

void describe_resume(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("resume", "Take up a meeting that is open");
    const auto resume = std::make_shared<launch::Resume>();
    command->add_option("id", resume->id, "The beginning of the meeting's id, or last")->type_name("ID|last");
    command->footer("folkmoot resume");
    all.push_back({command, [resume] { return *resume; }});
}

}  // namespace folkmoot::cli
