#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/attendance_list.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

void describe_log_attendance(CLI::App& log, Descriptions& all) {
    auto* command =
        log.add_subcommand("attendance",
                           "Say who was at which closed meeting for how long and with which duties, and how much in "
                           "all\nFor paying people for their time");
    const auto attendance = std::make_shared<launch::LogAttendance>();
    using launch::Format;
    command->add_option("--from", attendance->from, "Only meetings on this day or later")->type_name("DATE");
    command->add_option("--to", attendance->to, "Only meetings on this day or earlier")->type_name("DATE");
    command->add_option("--group", attendance->filter.group, "Only meetings of this group")->type_name("NAME");
    command->add_option("--partner", attendance->filter.partner, "Only people of this partner")->type_name("NAME");
    command->add_option("--person", attendance->filter.person, "Only this person")->type_name("NAME");
    add_format(*command, attendance->format, {Format::text, Format::csv, Format::json});
    command->add_flag("--raw", attendance->raw,
                      "In CSV, no guard in front of what a spreadsheet would run as a formula");
    refuse_options_above(log, *command);
    command->footer("folkmoot log attendance --from 2026-01-01 --format csv");
    all.push_back({command, [attendance] { return *attendance; }});
}

Told show_attendance(const launch::LogAttendance& command, Records& records, Clock& clock) {
    using launch::Format;
    if (command.raw && command.format != Format::csv)
        throw Usage("--raw is for CSV. For example: folkmoot log attendance --format csv --raw");
    auto filter = command.filter;
    const auto today = date_of(clock.now());
    filter.from = day_typed(command.from, "--from", today);
    filter.to = day_typed(command.to, "--to", today);
    if (filter.from && filter.to && days_between(*filter.from, *filter.to) < 0)
        throw Usage("--from is a later day than --to. For example: --from 2026-01-01 --to 2026-03-31");
    const auto list = attendance_list(records, filter);
    if (command.format == Format::json) return {attendance_json(list), 0};
    if (command.format == Format::csv) return {attendance_csv(list, command.raw), 0};
    if (!list.rows.empty()) return {in_lines(attendance_lines(list)), 0, true};
    if (list.still_open > 0) return {"The meeting is still open. Its attendance counts when it is closed.\n", 0, true};
    return {filter.wants_all() ? "There is no closed meeting in the log yet.\n"
                               : "Nobody was at a closed meeting that is like that.\n",
            0, true};
}

}  // namespace folkmoot::cli
