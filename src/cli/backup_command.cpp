#include <fmt/format.h>

#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/surroundings.h"
#include "src/log/backup.h"
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
    const auto log = Log::open(log_path(launch), LogMode::write);
    const Stamp now = clock.now();
    BackupWish wish;
    wish.for_review = command.for_review;
    wish.to = command.to.empty() ? usual_backup(log->path(), date_of(now), command.for_review) : command.to;
    IdSource ids;
    const auto checked = make_backup(*log, wish, now, ids);
    std::vector<std::string> lines = log->notices();
    lines.push_back(fmt::format("The backup is in {}. It was checked, and is sound.", wish.to.string()));
    for (const auto& line : checked)
        if (line.find("can be reached by others") != std::string::npos) lines.push_back("But " + line);
    lines.emplace_back(
        command.for_review
            ? "It is for reading: folkmoot --log with its name opens it. It has no access needs, no words "
              "from the rounds and no reasons for asking to speak. Concerns stand at the end of their "
              "meeting. Names are in it, so keep it safe."
            : "All names and words are in it: keep it as safe as the log itself. To go back to it, put it "
              "in the log's place while no meeting runs.");
    log->finish();
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
