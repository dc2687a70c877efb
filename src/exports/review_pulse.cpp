// The pulse, statement by statement: counts, and how they changed. What can be told is src/trends' to say.
#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"
#include "src/trends/few.h"
#include "src/trends/pulse.h"

namespace folkmoot::review_parts {

using namespace minutes_parts;

namespace {

/// The meeting's answers to the statement of a series, when the series has a figure of them.
std::optional<StatementAnswers> answers_at(const State& meeting, const Series& series) {
    if (figure_at(series, meeting.id) == nullptr) return std::nullopt;
    for (StatementAnswers& each : pulse_answers(meeting)) {
        if (each.told() && each.statement == series.of) return std::move(each);
    }
    return std::nullopt;
}

/// "from 1 (not at all) to 5 (fully)"
std::string scale_in_words(const State& meeting, const Scale& scale) {
    const auto end = [](int number, const Words& meaning) {
        return blank(meaning) ? fmt::format("{}", number) : fmt::format("{} ({})", number, one(meaning));
    };
    return fmt::format("from {} to {}", end(scale.low, meeting.plan.pulse_low),
                       end(scale.high, meeting.plan.pulse_high));
}

std::string change_in_words(const Figure& first, const Figure& last) {
    const auto at = [](const Figure& each) {
        return fmt::format("{} on {}", in_words(each.value, Unit::score), in_words(each.date));
    };
    return fmt::format("The mean went from {} to {}.", at(first), at(last));
}

std::optional<Document::Chart> chart_of(const Review& review, const Series& series) {
    const Scale scale = series.scale.value_or(Scale{});
    Document::Chart chart;
    chart.title = "Mean answer to: " + one(series.of);
    chart.from = scale.low;
    chart.to = scale.high;
    chart.table.columns = {"Meeting", "Answered", "Mean"};
    for (int step = scale.low; step <= scale.high; ++step) chart.table.columns.push_back(fmt::format("Said {}:", step));
    for (const State& meeting : review.meetings) {
        const auto answers = answers_at(meeting, series);
        if (!answers) continue;
        const std::string mean = in_words(answers->mean, Unit::score);
        chart.bars.push_back({when_and_what(meeting), answers->mean, mean});
        std::vector<std::string> row{when_and_what(meeting), fmt::format("{}", answers->n), mean};
        for (const std::uint32_t count : answers->counts) row.push_back(fmt::format("{}", count));
        row.resize(chart.table.columns.size(), "0");
        chart.table.rows.push_back(std::move(row));
        chart.table.caption = "How many gave each answer, " + scale_in_words(meeting, scale);
    }
    if (chart.bars.empty()) return std::nullopt;
    const auto [least, most] = std::ranges::minmax_element(chart.bars, {}, &Document::Chart::Bar::value);
    chart.words = chart.bars.size() == 1 ? fmt::format("The mean was {}.", most->said)
                  : least->value == most->value
                      ? fmt::format("The mean was {} each time.", most->said)
                      : fmt::format("The mean was lowest on {}: {}. It was highest on {}: {}.", least->label,
                                    least->said, most->label, most->said);
    return chart;
}

void add_statement(Document& document, const Review& review, const Series& series) {
    heading(document, 3, one(series.of));
    const Trend trend = trend_of(series);
    if (trend.middle) paragraph(document, in_words(trend, Unit::score));
    if (series.figures.size() > 1) paragraph(document, change_in_words(series.figures.front(), series.figures.back()));
    if (auto chart = chart_of(review, series)) document.blocks.emplace_back(std::move(*chart));
}

/// Statements that were answered by too few each time have no series, but people remember that they were asked.
std::string answered_in_words(const State& meeting) {
    if (!meeting.pulse) return meeting.plan.pulse_instrument.empty() ? "none was planned" : "it was not taken";
    const std::size_t answers = meeting.pulse->answers;
    std::string said = text::count(answers, "person answered", "people answered");
    const auto told = pulse_answers(meeting);
    if (answers > 0 && std::ranges::none_of(told, &StatementAnswers::told))
        said += fmt::format(", and answers are told from {} people up", fewest_people);
    else if (std::ranges::any_of(told, [](const StatementAnswers& each) { return !each.told(); }))
        said += fmt::format(", but fewer than {} to some statements, and those are not told", fewest_people);
    return said;
}

}  // namespace

void add_pulse(Document& document, const Review& review) {
    heading(document, 2, "Pulse: how the working together is going");
    const auto taken = std::ranges::count_if(review.meetings, [](const State& each) { return each.pulse.has_value(); });
    if (taken == 0) return paragraph(document, "No pulse was taken.");
    paragraph(document, "The pulse is answered without names. How many answered:");
    std::vector<Document::Line> lines;
    for (const State& each : review.meetings)
        lines.push_back({.text = text::sentence(when_and_what(each) + ": " + answered_in_words(each))});
    list(document, std::move(lines));
    for (const Series& each : measure(review, "pulse").series) add_statement(document, review, each);
}

}  // namespace folkmoot::review_parts
