#include <fmt/format.h>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/html.h"
#include "src/exports/markdown.h"
#include "src/exports/minutes.h"
#include "src/exports/minutes_for.h"
#include "src/exports/minutes_json.h"
#include "src/exports/plain_text.h"

namespace folkmoot::cli {

void describe_minutes(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand(
        "minutes",
        "Write the minutes of a meeting\nWith --for, what one person missed while they were not there, and their "
        "actions");
    const auto minutes = std::make_shared<launch::Minutes>();
    using launch::Format;
    command->add_option("id", minutes->id, "The beginning of the meeting's id, or last")
        ->required()
        ->type_name("ID|last");
    command->add_option("--for", minutes->person, "For this person of the meeting")->type_name("NAME");
    add_format(*command, minutes->format, {Format::markdown, Format::text, Format::html, Format::json});
    command->add_flag("--large", minutes->large,
                      "In large print: letters of 18 points or more in HTML, lines of 40 characters in text");
    command->add_option("-o,--output", minutes->to, "Where to write them; the end of the name can say the format")
        ->type_name("FILE");
    command->footer("folkmoot minutes last --format markdown -o minutes.md");
    all.push_back({command, [minutes] { return *minutes; }});
}

namespace {

/// Short enough for a letter size at which a usual line would not fit the paper.
constexpr std::size_t columns_in_large = 40;

std::string written(const Document& document, launch::Format format, bool large) {
    if (format == launch::Format::markdown) return to_markdown(document);
    if (format == launch::Format::html) return to_html(document, large ? Letters::large : Letters::usual);
    return large ? to_plain_text(document, columns_in_large) : to_plain_text(document);
}

/// What was asked for; else what the name of the file says.
launch::Format format_of(const launch::Minutes& command) {
    using launch::Format;
    if (command.format) return *command.format;
    const std::string end = text::folded(command.to.extension().string());
    if (end == ".html" || end == ".htm") return Format::html;
    if (end == ".md" || end == ".markdown") return Format::markdown;
    return end == ".json" ? Format::json : Format::text;
}

std::string written(const launch::Minutes& command, const State& state, Records& records) {
    const launch::Format format = format_of(command);
    const bool json = format == launch::Format::json;
    if (!command.person) return json ? minutes_json(state) : written(minutes_of(state), format, command.large);
    const PersonId whom = person_called(state, *command.person);
    return json ? minutes_for_json(state, whom)
                : written(minutes_for(state, whom, actions_elsewhere(records, state, whom)), format, command.large);
}

}  // namespace

Told show_minutes(const launch::Minutes& command, Records& records) {
    if (command.person && text::one_line(*command.person).empty())
        throw Usage("--for needs a name, and an empty one is none. For example: folkmoot minutes last --for Asha");
    if (const auto format = format_of(command);
        command.large && format != launch::Format::html && format != launch::Format::text)
        throw Usage(fmt::format(
            "--large is for html and text, and {} has no letter size. For example: folkmoot minutes last --format html "
            "--large -o minutes.html",
            format == launch::Format::json ? "json" : "markdown"));
    const MeetingSummary meeting = find_meeting(records, command.id);
    const std::string text = written(command, fold(meeting.id, records.events(meeting.id)), records);
    if (command.to.empty()) return {text, 0};
    write_file_atomically(command.to, text);
    return {fmt::format("The minutes are in {}.\n", command.to.string()), 0};
}

}  // namespace folkmoot::cli
