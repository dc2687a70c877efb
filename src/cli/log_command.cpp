#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/matter_story.h"
#include "src/exports/meeting_list.h"
#include "src/exports/other_records.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

void describe_log(CLI::App& app, Descriptions& all) {
    auto* log =
        app.add_subcommand("log", "Read what has been: a list of meetings, one of them, or what a search finds");
    const auto list = std::make_shared<launch::LogList>();
    using launch::Format;
    add_format(*log, list->format, {Format::text, Format::json, Format::csv});
    log->add_option("--limit", list->limit, "At most so many meetings, the newest")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    log->add_option("--group", list->filter.group, "Only meetings of this group")->type_name("NAME");
    log->add_option("--partner", list->filter.partner, "Only meetings where somebody of this partner was")
        ->type_name("NAME");
    log->add_option("--person", list->filter.person, "Only meetings where this person was")->type_name("NAME");
    log->add_option("--objective", list->filter.objective, "Only meetings with an item for this objective, such as O1")
        ->type_name("ID");
    log->add_option("--from", list->from, "Only meetings on this day or later")->type_name("DATE");
    log->add_option("--to", list->to, "Only meetings on this day or earlier")->type_name("DATE");
    log->require_subcommand(0, 1);
    log->fallthrough();
    log->footer("folkmoot log --limit 5");
    log->add_subcommand("list", "List the meetings, newest first")->footer("folkmoot log list");
    auto* show = log->add_subcommand("show", "Read one meeting back, in order");
    const auto shown = std::make_shared<launch::LogShow>();
    show->add_option("id", shown->id, "The beginning of the meeting's id, or last")->required()->type_name("ID|last");
    show->footer("folkmoot log show last");
    auto* story = log->add_subcommand("story",
                                      "Tell how an action, a decision or what else was written down went on, over all "
                                      "meetings\nA meeting's id and the "
                                      "number in its minutes name it; an action's id alone is enough");
    const auto told = std::make_shared<launch::LogStory>();
    story
        ->add_option("id", told->id,
                     "The beginning of the meeting's id, or last; of an action's when no number follows")
        ->required()
        ->type_name("ID|last");
    story->add_option("number", told->number, "The number in the minutes of that meeting")->type_name("N");
    story->footer("folkmoot log story last 1");
    all.push_back({log, [list] { return *list; }});
    all.push_back({story, [told] { return *told; }});
    all.push_back({show, [shown] { return *shown; }});
    describe_log_next(*log, all);
    describe_log_attendance(*log, all);
    describe_log_search(*log, all);
}

std::optional<Date> day_typed(const std::string& typed, const char* option, Date today) {
    if (typed.empty()) return std::nullopt;
    const auto date = read_date(typed, today);
    if (!date)
        throw Usage(
            fmt::format("{} needs a date, and \"{}\" is none. A date is written 2026-12-01, or \"1 december "
                        "2026\".",
                        option, text::one_line(typed)));
    return date;
}

Told list_meetings(const launch::LogList& command, Records& records, Clock& clock) {
    auto filter = command.filter;
    const auto today = date_of(clock.now());
    filter.from = day_typed(command.from, "--from", today);
    filter.to = day_typed(command.to, "--to", today);
    const auto meetings =
        filter.wants_all() ? records.meetings(command.limit) : records.meetings_wanted(filter, command.limit);
    if (command.format == launch::Format::json) return {meetings_json(meetings), 0};
    if (command.format == launch::Format::csv) return {meetings_csv(meetings), 0};
    if (meetings.empty() && !filter.wants_all() && !records.meetings(1).empty())
        return {"No meeting in the log is like that.\n", 0};
    if (meetings.empty()) return {"There is no meeting in the log yet.\n", 0};
    return {in_lines(meeting_lines(meetings, records.prefix_length())), 0, true};
}

Told tell_story(const launch::LogStory& command, Records& records) {
    if (!command.number) {
        const ActionSummary action = find_action(records, command.id);
        return {in_lines(story_lines(story_of(records, action.id, action.partnership))), 0, true};
    }
    const MeetingSummary meeting = find_meeting(records, command.id);
    const CaptureId id = captured_as(fold(meeting.id, records.events(meeting.id)), *command.number);
    return {in_lines(story_lines(story_of(records, id, meeting.partnership))), 0, true};
}

Told show_meeting(const launch::LogShow& command, Records& records) {
    const MeetingSummary meeting = find_meeting(records, command.id);
    return {in_lines(whole_story(records, meeting)), 0, true};
}

}  // namespace folkmoot::cli
