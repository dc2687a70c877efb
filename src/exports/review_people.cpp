// Who was there, and who spoke: by partner, against seats.
#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"

namespace folkmoot::review_parts {

using namespace minutes_parts;

namespace {

const Series* like(const Measure& measure, const Series& series) {
    for (const Series& each : measure.series) {
        if (each.of == series.of && each.partnership == series.partnership) return &each;
    }
    return nullptr;
}

std::string middle_in_words(const Measure& measure, const Series& series) {
    const Series* found = like(measure, series);
    if (found == nullptr) return "nothing recorded";
    const Trend trend = trend_of(*found);
    return trend.middle ? in_words(*trend.middle, measure.unit) : "too few meetings";
}

std::string partner_called(const Series& series) {
    const std::string name = name_of(series);
    return name.empty() ? "(no name)" : name;
}

/// "City Council: 50 % typically, over 3 meetings, ..."
void say_each(Document& document, const Measure& measure) {
    std::vector<Document::Line> lines;
    for (const Series& each : measure.series)
        lines.push_back({.text = partner_called(each) + ": " + in_words(trend_of(each), measure.unit)});
    list(document, std::move(lines));
}

void say_all(Document& document, const Review& review, std::string_view key) {
    const Measure& shown = measure(review, key);
    for (const Series& each : shown.series)
        paragraph(document, shown.title + ": " + in_words(trend_of(each), shown.unit));
}

Document::Table by_meeting(const Review& review, const Measure& measure, std::string caption) {
    Document::Table table;
    table.caption = std::move(caption);
    table.columns = {"Meeting"};
    for (const Series& each : measure.series) table.columns.push_back(partner_called(each));
    for (const State& meeting : review.meetings) {
        std::vector<std::string> row{when_and_what(meeting)};
        bool any = false;
        for (const Series& each : measure.series) {
            const Figure* figure = figure_at(each, meeting.id);
            row.push_back(figure == nullptr ? "none" : in_words(figure->value, measure.unit));
            any = any || figure != nullptr;
        }
        if (any) table.rows.push_back(std::move(row));
    }
    return table;
}

/// The middles, each partner a row. Nothing while there are too few meetings for any.
std::optional<Document::Chart> against_seats(const Review& review) {
    const Measure& turns = measure(review, "turns-by-partner");
    Document::Chart chart;
    chart.title = "Turns against seats, by partner";
    chart.table.caption = "Turns and speaking time against seats, typically";
    chart.table.columns = {"Partner", "Turns", "Speaking time"};
    chart.to = 1.0;
    std::vector<std::string> said;
    for (const Series& each : turns.series) {
        const Trend trend = trend_of(each);
        chart.table.rows.push_back({partner_called(each), middle_in_words(turns, each),
                                    middle_in_words(measure(review, "time-by-partner"), each)});
        if (!trend.middle) continue;
        chart.bars.push_back({partner_called(each), *trend.middle, in_words(*trend.middle, turns.unit)});
        chart.to = std::max(chart.to, *trend.middle);
        said.push_back(fmt::format("{} {}", partner_called(each), in_words(*trend.middle, turns.unit)));
    }
    if (chart.bars.empty()) return std::nullopt;
    chart.mark = Document::Chart::Mark{1.0, "The line: as many turns as seats would give"};
    chart.words =
        fmt::format("In the middle of these meetings: {}. 1 is as many turns as seats would give.", text::list(said));
    return chart;
}

void add_voice(Document& document, const Review& review) {
    heading(document, 3, "Voice");
    const Measure& turns = measure(review, "turns-by-partner");
    if (turns.series.empty()) {
        const bool little = !turns.left_out.empty();
        return paragraph(document,
                         little ? "Too few turns were recorded to say who spoke." : "No turns were recorded.");
    }
    paragraph(document,
              "A seat is a person of the partner who was there. A partner with 1 took as many turns as its seats would "
              "give; with 2, twice as many; with 0.5, half as many.");
    say_each(document, turns);
    say_all(document, review, "turn-balance");
    for (const std::string& each : left_out_in_words(turns)) paragraph(document, each);
    if (auto chart = against_seats(review)) document.blocks.emplace_back(std::move(*chart));
    document.blocks.emplace_back(by_meeting(review, turns, "Turns against seats, meeting by meeting"));
}

}  // namespace

void add_people(Document& document, const Review& review) {
    heading(document, 2, "Attendance and voice, by partner");
    heading(document, 3, "Attendance");
    const Measure& came = measure(review, "attendance-by-partner");
    if (came.series.empty()) {
        paragraph(document, "These meetings name no partners whose people were expected.");
    } else {
        paragraph(document,
                  "Of the people in the plan of each meeting, so many came. Whoever walked in is not counted.");
        say_each(document, came);
    }
    for (const char* key : {"attendance", "apologies", "time-present"}) say_all(document, review, key);
    if (!came.series.empty())
        document.blocks.emplace_back(by_meeting(review, came, "Who came, of those in the plan, meeting by meeting"));
    add_voice(document, review);
}

}  // namespace folkmoot::review_parts
