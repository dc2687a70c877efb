#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/keeper.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"

namespace folkmoot::cli {

void describe_doctor(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("doctor", "Look the log over, and say what is not as it should be");
    const auto doctor = std::make_shared<launch::Doctor>();
    command->add_flag("--rebuild", doctor->rebuild,
                      "Make the summaries and the index for searching anew from what happened");
    command->footer("folkmoot doctor");
    all.push_back({command, [doctor] { return *doctor; }});
}

Told run_doctor(const launch::Doctor& command, const Launch& launch, Clock& clock) {
    const auto log = open_log(launch, command.rebuild ? LogMode::write : LogMode::read, clock);
    std::vector<std::string> lines = log->notices();
    const KeepingDone done = Keeper(*log, clock, typed_in_shell).look_over(command.rebuild);
    lines.insert(lines.end(), done.lines.begin(), done.lines.end());
    if (command.rebuild) log->finish();
    return {in_lines(lines), done.all ? 0 : 1, true};
}

}  // namespace folkmoot::cli
