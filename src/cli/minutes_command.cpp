#include <fmt/format.h>

#include "src/base/atomic_file.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/exports/markdown.h"
#include "src/exports/minutes.h"
#include "src/exports/plain_text.h"

namespace folkmoot::cli {

void describe_minutes(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("minutes", "Write the minutes of a meeting");
    const auto minutes = std::make_shared<launch::Minutes>();
    command->add_option("id", minutes->id, "The beginning of the meeting's id, or last")
        ->required()
        ->type_name("ID|last");
    add_format(*command, minutes->format, {launch::Format::markdown, launch::Format::text});
    command->add_option("-o,--output", minutes->to, "Where to write them")->type_name("FILE");
    command->footer("folkmoot minutes last --format markdown -o minutes.md");
    all.push_back({command, [minutes] { return *minutes; }});
}

Told show_minutes(const launch::Minutes& command, Records& records) {
    const MeetingSummary meeting = find_meeting(records, command.id);
    const Document document = minutes_of(fold(meeting.id, records.events(meeting.id)));
    const std::string text =
        command.format == launch::Format::markdown ? to_markdown(document) : to_plain_text(document);
    if (command.to.empty()) return {text, 0};
    write_file_atomically(command.to, text);
    return {fmt::format("The minutes are in {}.\n", command.to.string()), 0};
}

}  // namespace folkmoot::cli
