// What the partnership is for, and what was done for it.
#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"

namespace folkmoot::review_parts {

using namespace minutes_parts;

namespace {

struct Worked {
    std::string name;  ///< "O1", with its partnership when there are several
    std::string text;
    double minutes = 0.0;
    std::size_t decisions = 0, actions = 0;
    std::size_t touched = 0, listed = 0;  ///< meetings
    std::optional<Date> review;           ///< as the newest meeting that lists it has it
};

std::size_t counted(const Review& review, std::string_view key, const Series& like) {
    for (const Series& each : measure(review, key).series) {
        if (each.of == like.of && each.partnership == like.partnership) return static_cast<std::size_t>(sum_of(each));
    }
    return 0;
}

std::optional<Date> review_date(const Review& review, const Series& series) {
    std::optional<Date> date;
    for (const State& meeting : review.meetings) {
        if (!series.partnership.empty() && meeting.plan.partnership_name.text != series.partnership) continue;
        const auto found = std::ranges::find(meeting.plan.objectives, series.of, &Objective::id);
        if (found != meeting.plan.objectives.end()) date = found->review;
    }
    return date;
}

std::vector<Worked> all_worked(const Review& review) {
    std::vector<Worked> all;
    for (const Series& series : measure(review, "objective-minutes").series) {
        Worked worked;
        worked.name = name_of(series);
        worked.text = text::one_line(series.text);
        worked.minutes = sum_of(series);
        worked.decisions = counted(review, "objective-decisions", series);
        worked.actions = counted(review, "objective-actions", series);
        worked.listed = series.figures.size();
        worked.touched = static_cast<std::size_t>(
            std::ranges::count_if(series.figures, [](const Figure& each) { return each.n > 0; }));
        worked.review = review_date(review, series);
        all.push_back(std::move(worked));
    }
    return all;
}

std::string called(const Worked& worked) {
    const std::string name = worked.name.empty() ? "(no name)" : worked.name;
    return worked.text.empty() ? name : name + ", " + worked.text;
}

bool is_past(const Worked& worked, Date day) { return worked.review && days_between(*worked.review, day) > 0; }

std::string said_of(const Worked& worked) {
    const std::string where = worked.listed == 1 ? "at the one meeting that lists it"
                                                 : fmt::format("at {} of {} meetings", worked.touched, worked.listed);
    return fmt::format("{} {}, {} and {}.", in_words(worked.minutes, Unit::minutes), where,
                       text::count(worked.decisions, "decision", "decisions"),
                       text::count(worked.actions, "action", "actions"));
}

std::string untouched(const Worked& worked) {
    return worked.listed == 1
               ? "untouched. The one meeting that lists it held no item on it."
               : fmt::format("untouched. None of the {} meetings that list it held an item on it.", worked.listed);
}

Document::Chart chart_of(const std::vector<Worked>& all) {
    Document::Chart chart;
    chart.title = "Time for each objective, in minutes";
    chart.table.caption = "What was done for each objective";
    chart.table.columns = {"Objective", "Minutes", "Decisions", "Actions", "Meetings"};
    const auto by_minutes = [](const Worked& one, const Worked& other) { return one.minutes < other.minutes; };
    const auto least = std::ranges::min_element(all, by_minutes);
    const auto most = std::ranges::max_element(all, by_minutes);
    chart.words =
        all.size() == 1 || least->minutes == most->minutes
            ? fmt::format("{} for {}.", in_words(most->minutes, Unit::minutes),
                          all.size() == 1 ? most->name : std::string("each of them"))
            : fmt::format("The most time went to {}: {}. The least went to {}: {}.", most->name,
                          in_words(most->minutes, Unit::minutes), least->name, in_words(least->minutes, Unit::minutes));
    chart.to = most->minutes;
    for (const Worked& each : all) {
        chart.bars.push_back({each.name, each.minutes, in_words(each.minutes, Unit::minutes)});
        chart.table.rows.push_back({called(each), in_words(each.minutes, Unit::count),
                                    fmt::format("{}", each.decisions), fmt::format("{}", each.actions),
                                    fmt::format("{} of {}", each.touched, each.listed)});
    }
    return chart;
}

}  // namespace

void add_objectives(Document& document, const Review& review) {
    heading(document, 2, "Objectives, and what was done for each");
    const auto all = all_worked(review);
    if (all.empty()) return paragraph(document, "These meetings list no objectives.");
    std::vector<Document::Line> lines, past;
    for (const Worked& each : all) {
        lines.push_back({.text = called(each) + ": " + (each.touched > 0 ? said_of(each) : untouched(each))});
        if (is_past(each, last_day(review)))
            past.push_back({.text = fmt::format("{}: to be reviewed on {}", called(each), in_words(*each.review))});
    }
    const auto alone = static_cast<std::size_t>(std::ranges::count(all, std::size_t{0}, &Worked::touched));
    const std::string left = alone == 0            ? "Each was worked on."
                             : alone == all.size() ? "None was worked on in this period."
                                                   : text::count(alone, "of them was left alone in this period.",
                                                                 "of them were left alone in this period.");
    paragraph(document, fmt::format("{} listed. {}", text::count(all.size(), "objective is", "objectives are"), left));
    list(document, std::move(lines));
    if (!past.empty()) {
        paragraph(document, fmt::format("On {} the review date of these had passed. Are they still wanted?",
                                        in_words(last_day(review))));
        list(document, std::move(past));
    }
    Document::Chart chart = chart_of(all);
    if (chart.to > 0.0)
        document.blocks.emplace_back(std::move(chart));
    else
        document.blocks.emplace_back(std::move(chart.table));
}

}  // namespace folkmoot::review_parts
