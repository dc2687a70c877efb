#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/exports/meeting_list.h"
#include "src/exports/story.h"

namespace folkmoot::cli {

void describe_log(CLI::App& app, Descriptions& all) {
    auto* log = app.add_subcommand("log", "Read what has been: a list of meetings, or one of them");
    const auto list = std::make_shared<launch::LogList>();
    using launch::Format;
    add_format(*log, list->format, {Format::text, Format::json, Format::csv});
    log->add_option("--limit", list->limit, "At most so many meetings, the newest")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    log->require_subcommand(0, 1);
    log->fallthrough();
    log->footer("folkmoot log --limit 5");
    log->add_subcommand("list", "List the meetings, newest first")->footer("folkmoot log list");
    auto* show = log->add_subcommand("show", "Read one meeting back, in order");
    const auto shown = std::make_shared<launch::LogShow>();
    show->add_option("id", shown->id, "The beginning of the meeting's id, or last")->required()->type_name("ID|last");
    show->footer("folkmoot log show last");
    all.push_back({log, [list] { return *list; }});
    all.push_back({show, [shown] { return *shown; }});
}

Told list_meetings(const launch::LogList& command, Records& records) {
    const auto meetings = records.meetings(command.limit);
    if (command.format == launch::Format::json) return {meetings_json(meetings), 0};
    if (command.format == launch::Format::csv) return {meetings_csv(meetings), 0};
    if (meetings.empty()) return {"There is no meeting in the log yet.\n", 0};
    return {in_lines(meeting_lines(meetings, records.prefix_length())), 0, true};
}

Told show_meeting(const launch::LogShow& command, Records& records) {
    const MeetingSummary meeting = find_meeting(records, command.id);
    return {in_lines(story(fold(meeting.id, records.events(meeting.id)))), 0, true};
}

}  // namespace folkmoot::cli
