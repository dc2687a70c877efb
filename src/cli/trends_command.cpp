#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/trends_report.h"
#include "src/time/calendar.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

std::optional<Date> read_day(const char* option, const std::optional<std::string>& typed, Clock& clock) {
    if (!typed) return std::nullopt;
    const auto date = read_date(*typed, date_of(clock.now()));
    if (!date)
        throw Usage(fmt::format("{} is \"{}\", which is no date. For example: {}.", option, text::one_line(*typed),
                                date_examples()));
    return date;
}

}  // namespace

void describe_trends(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("trends",
                                       "Say what changed over the last meetings, and what is worth talking about\n"
                                       "Then each measure with its figures. Without dates, the newest 36 meetings");
    const auto trends = std::make_shared<launch::Trends>();
    using launch::Format;
    command->add_option("--group", trends->group, "Only the meetings of this group")->type_name("NAME");
    command->add_option("--partner", trends->partner, "Of what is split by partner, only this one")->type_name("NAME");
    command->add_option("--from", trends->from, "Only meetings on or after this day")->type_name("DATE");
    command->add_option("--to", trends->to, "Only meetings on or before this day")->type_name("DATE");
    add_format(*command, trends->format, {Format::text, Format::json, Format::csv});
    command->add_flag("--raw", trends->raw, "In CSV, no guard in front of what a spreadsheet would run as a formula");
    command->footer("folkmoot trends --from 2026-01-01 --format csv");
    all.push_back({command, [trends] { return *trends; }});
}

std::string name_typed(const std::optional<std::string>& typed, const char* option) {
    if (typed && text::one_line(*typed).empty())
        throw Usage(fmt::format("{} needs a name, and an empty one is none.", option));
    return typed.value_or("");
}

Told show_trends(const launch::Trends& command, Records& records, Clock& clock) {
    if (command.raw && command.format != launch::Format::csv)
        throw Usage("--raw is for CSV. For example: folkmoot trends --format csv --raw");
    Selection selection;
    selection.group = name_typed(command.group, "--group");
    selection.partner = name_typed(command.partner, "--partner");
    selection.from = read_day("--from", command.from, clock);
    selection.to = read_day("--to", command.to, clock);
    const Trends trends = trends_of(records, selection);
    if (command.format == launch::Format::json) return {trends_json(trends), 0};
    if (command.format == launch::Format::csv) return {trends_csv(trends, command.raw), 0};
    return {in_lines(trends_lines(trends)), 0, true};
}

}  // namespace folkmoot::cli
