#include <fmt/format.h>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/exports/html.h"
#include "src/exports/markdown.h"
#include "src/exports/plain_text.h"
#include "src/exports/review.h"
#include "src/time/calendar.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

constexpr const char* example = "folkmoot review --from 2026-10-01 --to 2026-12-31";

Date day_needed(const std::optional<std::string>& typed, const char* option, Date today) {
    if (!typed)
        throw Usage(
            fmt::format("A review needs the first day of its period and the last one: {} is missing. For "
                        "example: {}",
                        option, example));
    const auto date = read_date(*typed, today);
    if (!date)
        throw Usage(fmt::format("{} is \"{}\", which is no date. For example: {}.", option, text::one_line(*typed),
                                date_examples()));
    return *date;
}

/// As it was typed, and the day that it was taken for: a day without a year is the next one, which may surprise.
std::string typed_and_meant(const std::optional<std::string>& typed, Date date) {
    const std::string said = text::one_line(*typed);
    return said == iso(date) ? in_words(date) : fmt::format("{} (\"{}\")", in_words(date), said);
}

/// Where the closed meetings are that could be asked for.
std::string what_there_is(Records& records, const Selection& selection) {
    const auto all = chosen_meetings(records, {selection.group, {}, Date{std::chrono::year::min() / 1 / 1}, {}});
    if (all.meetings.empty())
        return selection.group.empty() ? "No meeting is closed yet." : "None of it is closed yet.";
    const Date first = date_of(*all.meetings.front().opened), last = date_of(*all.meetings.back().opened);
    const std::string count = text::count(all.meetings.size(), "closed meeting", "closed meetings");
    if (first == last) return fmt::format("There is {} to look at, on {}.", count, in_words(first));
    return fmt::format("There are {} to look at, from {} to {}.", count, in_words(first), in_words(last));
}

std::string no_meeting(const launch::Review& command, const Review& review, Records& records) {
    const Selection& asked = review.selection;
    std::string said = fmt::format("No closed meeting{} is from {} to {}.",
                                   asked.group.empty() ? "" : fmt::format(" of \"{}\"", text::one_line(asked.group)),
                                   typed_and_meant(command.from, *asked.from), typed_and_meant(command.to, *asked.to));
    if (!review.still_open.empty())
        said +=
            fmt::format(" {} still open, and a review is of closed ones.",
                        text::count(review.still_open.size(), "meeting of that time is", "meetings of that time are"));
    return said + " " + what_there_is(records, asked);
}

std::string written(const Document& document, launch::Format format) {
    if (format == launch::Format::markdown) return to_markdown(document);
    if (format == launch::Format::html) return to_html(document);
    return to_plain_text(document);
}

}  // namespace

void describe_review(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("review",
                                       "Write what a partnership looks back on together, over a period of some months\n"
                                       "It is made to be read aloud: what was decided and done, who was there and "
                                       "spoke, how the working together is going, and what the figures cannot say\n"
                                       "Both days are needed, and both belong to the period");
    const auto review = std::make_shared<launch::Review>();
    using launch::Format;
    command->add_option("--from", review->from, "The first day of the period")->type_name("DATE");
    command->add_option("--to", review->to, "The last day of the period")->type_name("DATE");
    command->add_option("--group", review->group, "Only the meetings of this group")->type_name("NAME");
    add_format(*command, review->format, {Format::text, Format::markdown, Format::html});
    command->add_option("-o,--output", review->file, "Where to write it")->type_name("FILE");
    command->footer("folkmoot review --from 2026-10-01 --to 2026-12-31 --format html -o review.html");
    all.push_back({command, [review] { return *review; }});
}

Told show_review(const launch::Review& command, Records& records, Clock& clock) {
    const Date today = date_of(clock.now());
    Selection selection;
    selection.group = name_typed(command.group, "--group");
    selection.from = day_needed(command.from, "--from", today);
    selection.to = day_needed(command.to, "--to", today);
    if (days_between(*selection.from, *selection.to) < 0)
        throw Usage(fmt::format(
            "--from is {}, which is later than --to, {}. The first day comes first. For example: {}",
            typed_and_meant(command.from, *selection.from), typed_and_meant(command.to, *selection.to), example));
    const Review review = review_for(records, selection, today);
    if (review.meetings.empty()) throw Error(no_meeting(command, review, records));
    const std::string text = written(review_of(review), command.format);
    if (command.file.empty()) return {text, 0};
    write_file_atomically(command.file, text);
    return {fmt::format("The review is in {}.\n", command.file.string()), 0};
}

}  // namespace folkmoot::cli
