#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/exports/icalendar.h"
#include "src/exports/next_meetings.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

void describe_log_next(CLI::App& log, Descriptions& all) {
    auto* command = log.add_subcommand(
        "next",
        "Say when each group meets next, as it was agreed at closing\nA calendar that takes it again changes the entry "
        "it has");
    const auto next = std::make_shared<launch::LogNext>();
    using launch::Format;
    add_format(*command, next->format, {Format::text, Format::ics, Format::json});
    refuse_options_above(log, *command);
    command->footer("folkmoot log next --format ics");
    all.push_back({command, [next] { return *next; }});
}

Told show_next(const launch::LogNext& command, Records& records, Clock& clock) {
    const auto meetings = next_meetings(records);
    const Stamp now = clock.now();
    if (command.format == launch::Format::ics) return {next_meetings_ics(meetings, now), 0, false, true};
    if (command.format == launch::Format::json) return {next_meetings_json(meetings), 0};
    if (meetings.empty()) return {"No group has agreed on a date for its next meeting.\n", 0, true};
    return {in_lines(next_meeting_lines(meetings, date_of(now))), 0, true};
}

}  // namespace folkmoot::cli
