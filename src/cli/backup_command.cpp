#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/keeper.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

void describe_backup(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("backup",
                                       "Make a copy of the log, and check it\nWithout a file's name it lies beside the "
                                       "log, with the date in its name. Forgetting reaches it as well");
    const auto backup = std::make_shared<launch::Backup>();
    command->add_option("file", backup->to, "Where to make it")->type_name("FILE");
    command->add_flag("--for-review", backup->for_review,
                      "For staff to read: without access needs, and without what could point at who raised a concern");
    command->footer("folkmoot backup");
    all.push_back({command, [backup] { return *backup; }});
}

Told run_backup(const launch::Backup& command, const Launch& launch, Clock& clock) {
    const auto log = open_log(launch, LogMode::write, clock);
    std::vector<std::string> lines = log->notices();
    const auto said = Keeper(*log, clock, typed_in_shell).back_up(command.to, command.for_review);
    lines.insert(lines.end(), said.begin(), said.end());
    log->finish();
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
