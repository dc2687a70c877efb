#include "src/exports/trends_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/csv.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;
using Lines = std::vector<std::string>;

/// The longest bar stands for the largest figure; what is below zero has none.
std::string bar(double value, double largest) {
    constexpr double longest = 20.0;
    if (value <= 0.0 || largest <= 0.0) return "";
    return "  " + std::string(static_cast<std::size_t>(std::max(1.0, std::round(longest * value / largest))), '#');
}

void add_findings(Lines& lines, const char* heading, const std::vector<Finding>& findings, const char* none) {
    lines.emplace_back("");
    lines.emplace_back(heading);
    if (findings.empty()) lines.emplace_back(none);
    for (const Finding& each : findings) lines.push_back("- " + each.text);
}

/// "2026-11-24", or "2026-11".
std::string when(const Series& series, const Figure& figure) {
    constexpr std::size_t of_a_month = 7;
    return series.by_month ? iso(figure.date).substr(0, of_a_month) : iso(figure.date);
}

/// One series: a line a meeting or a month, the words first, the bar last.
void add_chart(Lines& lines, const Series& series, Unit unit) {
    double largest = 0.0;
    for (const Figure& each : series.figures) largest = std::max(largest, each.value);
    for (const Figure& each : series.figures)
        lines.push_back(fmt::format("  {}: {}, n {}{}", when(series, each), in_words(each.value, unit), each.n,
                                    unit == Unit::happened ? "" : bar(each.value, largest)));
}

/// Several: a line a meeting or a month, each series with its name.
void add_table(Lines& lines, const Measure& measure) {
    struct Row {
        MeetingId meeting;
        Date date{};
        std::string when, text;
    };
    std::vector<Row> rows;
    for (const Series& series : measure.series) {
        for (const Figure& each : series.figures) {
            auto row = std::ranges::find_if(
                rows, [&](const Row& it) { return it.meeting == each.meeting && it.date == each.date; });
            if (row == rows.end()) row = rows.insert(row, {each.meeting, each.date, when(series, each), ""});
            row->text += fmt::format("{}{} {} (n {})", row->text.empty() ? "" : ", ", text::one_line(series.of),
                                     in_words(each.value, measure.unit), each.n);
        }
    }
    std::ranges::stable_sort(rows, {}, &Row::date);
    for (const Row& row : rows) lines.push_back(fmt::format("  {}: {}", row.when, row.text));
}

void add_measure(Lines& lines, const Measure& measure) {
    lines.emplace_back("");
    lines.push_back(measure.title);
    lines.push_back(
        fmt::format("{} {}", measure.formula,
                    measure.research.empty() ? "The group's own record." : "Research: " + measure.research));
    if (measure.series.empty() && measure.left_out.empty()) lines.emplace_back("Nothing recorded yet.");
    for (const Series& series : measure.series) {
        const std::string words = in_words(trend_of(series), measure.unit);
        const bool alone = measure.split == Split::none && !series.scale;
        lines.push_back(alone ? words : fmt::format("{}: {}", name_of(series), words));
        if (measure.split == Split::none) add_chart(lines, series, measure.unit);
    }
    if (measure.split != Split::none) add_table(lines, measure);
    for (const std::string& each : left_out_in_words(measure)) lines.push_back(each);
}

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(nullptr); }

Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

Json texts(const Lines& lines) {
    Json array = Json::array();
    for (const std::string& each : lines) array.push_back(text::printable(each));
    return array;
}

Json texts(const std::vector<Finding>& findings) {
    Json array = Json::array();
    for (const Finding& each : findings) array.push_back(text::printable(each.text));
    return array;
}

Json series_json(const Measure& measure, const Series& series) {
    const Trend trend = trend_of(series);
    const auto with_figures = [&](double value) { return trend.middle ? Json(value) : Json(nullptr); };
    Json figures = Json::array();
    std::size_t meetings = 0;
    for (const Figure& each : series.figures) meetings += each.meetings;
    for (const Figure& each : series.figures)
        figures.push_back({{"meeting", series.by_month ? Json(nullptr) : Json(each.meeting.hex())},
                           {"date", iso(each.date)},
                           {"value", each.value},
                           {"n", each.n},
                           {"meetings", each.meetings}});
    return {{"of", text_or_null(series.of)},
            {"text", text_or_null(series.text)},
            {"partnership", text_or_null(series.partnership)},
            {"scale", series.scale ? Json({series.scale->low, series.scale->high}) : Json(nullptr)},
            {"meetings", meetings},
            {"median", number_or_null(trend.middle)},
            {"lowest", with_figures(trend.lowest)},
            {"highest", with_figures(trend.highest)},
            {"sum", with_figures(trend.sum)},
            {"direction", in_words(trend.direction)},
            {"slope", number_or_null(trend.slope)},
            {"p", number_or_null(trend.p)},
            {"words", text::printable(in_words(trend, measure.unit))},
            {"figures", figures}};
}

Json measure_json(const Measure& measure) {
    Json series = Json::array();
    for (const Series& each : measure.series) series.push_back(series_json(measure, each));
    Json left_out = Json::array();
    for (const LeftOut& each : measure.left_out)
        left_out.push_back({{"meeting", each.meeting == MeetingId{} ? Json(nullptr) : Json(each.meeting.hex())},
                            {"date", iso(each.date)},
                            {"why", name_of(each.why)},
                            {"meetings", each.meetings}});
    return {{"key", measure.key},
            {"title", measure.title},
            {"formula", measure.formula},
            {"unit", name_of(measure.unit)},
            {"split", name_of(measure.split)},
            {"research", text_or_null(measure.research)},
            {"series", series},
            {"left_out", left_out},
            {"left_out_words", texts(left_out_in_words(measure))}};
}

}  // namespace

Lines trends_lines(const Trends& trends) {
    Lines lines{"Trends", in_words(trends.meetings, trends.selection)};
    if (trends.meetings.empty()) return lines;
    if (trends.by_month) lines.push_back(by_month_in_words(trends));
    if (!trends.selection.partner.empty())
        lines.push_back(fmt::format("Where a measure is split by partner, only {} is shown.",
                                    text::one_line(trends.selection.partner)));
    if (trends.meetings.size() < figures_from)
        lines.push_back(
            fmt::format("Figures are given from {} meetings up, a direction from {}.", figures_from, direction_from));
    add_findings(lines, "What changed", trends.changed, "No clear change.");
    if (trends.looked_for_direction > 0)
        lines.push_back(
            fmt::format("{} long enough to look for a direction. Where nothing changes, about one in ten "
                        "still seems to.",
                        text::count(trends.looked_for_direction, "series was", "series were")));
    add_findings(lines, "Worth talking about", trends.worth_talking_about, "Nothing stands out.");
    for (const Measure& each : trends.measures) add_measure(lines, each);
    lines.emplace_back("");
    if (trends.by_month) {
        lines.emplace_back("The meetings behind it are listed by folkmoot log, with --from and --to.");
        return lines;
    }
    lines.emplace_back("The meetings behind it");
    for (const MeetingLine& each : trends.meetings) {
        const std::string title = text::one_line(each.title);
        lines.push_back(fmt::format("{}: {}, {}", each.id.shown(8), title.empty() ? "Meeting without title" : title,
                                    in_words(each.date)));
    }
    return lines;
}

std::string trends_json(const Trends& trends) {
    Json meetings = Json::array();
    for (const MeetingLine& each : trends.meetings)
        meetings.push_back({{"id", each.id.hex()},
                            {"date", iso(each.date)},
                            {"title", text_or_null(each.title)},
                            {"group", text_or_null(each.group)}});
    Json measures = Json::array();
    for (const Measure& each : trends.measures) measures.push_back(measure_json(each));
    const Selection& selection = trends.selection;
    const Json all = {{"selection",
                       {{"group", text_or_null(selection.group)},
                        {"partner", text_or_null(selection.partner)},
                        {"from", date_or_null(selection.from)},
                        {"to", date_or_null(selection.to)}}},
                      {"by_month", trends.by_month},
                      {"meetings", meetings},
                      {"changed", texts(trends.changed)},
                      {"series_with_a_direction_looked_for", trends.looked_for_direction},
                      {"worth_talking_about", texts(trends.worth_talking_about)},
                      {"measures", measures}};
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string trends_csv(const Trends& trends, bool raw) {
    const auto cell = [raw](std::string_view text) { return raw ? csv_raw_cell(text) : csv_cell(text); };
    std::string csv = csv_line({"measure", "unit", "of", "partnership", "scale_low", "scale_high", "meeting", "date",
                                "value", "n", "meetings"});
    for (const Measure& measure : trends.measures) {
        for (const Series& series : measure.series) {
            const auto end = [&](int step) { return series.scale ? fmt::format("{}", step) : std::string(); };
            const std::string low = end(series.scale.value_or(Scale{}).low);
            const std::string high = end(series.scale.value_or(Scale{}).high);
            for (const Figure& each : series.figures)
                csv += csv_line(
                    {measure.key, std::string(name_of(measure.unit)), cell(series.of), cell(series.partnership), low,
                     high, series.by_month ? std::string() : each.meeting.hex(), iso(each.date),
                     fmt::format("{}", each.value), fmt::format("{}", each.n), fmt::format("{}", each.meetings)});
        }
    }
    return csv;
}

}  // namespace folkmoot
