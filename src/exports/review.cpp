#include "src/exports/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"
#include "src/trends/few.h"
#include "src/trends/slope.h"

namespace folkmoot {

namespace review_parts {

using namespace minutes_parts;

namespace {

std::string title_of(const std::string& raw) {
    std::string title = text::one_line(raw);
    return title.empty() ? "Meeting without title" : title;
}

void add_once(std::vector<std::string>& names, const std::string& raw) {
    const std::string name = text::one_line(raw);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

Document::Line meeting_line(const State& meeting) {
    const std::string group = text::one_line(meeting.plan.group.text);
    return {.text = what_and_when(meeting) + (group.empty() ? "" : ", " + group)};
}

/// What is withheld from a measure that the review shows, by its name.
void add_left_out(std::vector<Document::Line>& lines, const Review& review) {
    for (const char* key : {"turns-by-partner", "time-by-partner", "pulse"}) {
        const Measure& shown = measure(review, key);
        for (const std::string& each : left_out_in_words(shown)) lines.push_back({.text = shown.title + ": " + each});
    }
}

}  // namespace

Date last_day(const Review& review) {
    const auto& to = review.selection.to;
    return to && days_between(*to, review.today) >= 0 ? *to : review.today;
}

std::string when_and_what(const State& meeting) {
    return in_words(date_of(*meeting.opened)) + ", " + title_of(meeting.plan.title.text);
}

std::string what_and_when(const State& meeting) {
    return title_of(meeting.plan.title.text) + ", " + in_words(date_of(*meeting.opened));
}

const Measure& measure(const Review& review, std::string_view key) {
    const auto found = std::ranges::find(review.trends.measures, key, &Measure::key);
    if (found == review.trends.measures.end()) throw Error(fmt::format("There is no measure called {}.", key));
    return *found;
}

const Figure* figure_at(const Series& series, const MeetingId& meeting) {
    const auto found = std::ranges::find(series.figures, meeting, &Figure::meeting);
    return found == series.figures.end() ? nullptr : &*found;
}

double sum_of(const Series& series) {
    return std::accumulate(series.figures.begin(), series.figures.end(), 0.0,
                           [](double sum, const Figure& each) { return sum + each.value; });
}

void add_basis(Document& document, const Review& review) {
    heading(document, 2, "What this review stands on");
    const Selection& selection = review.selection;
    if (selection.from && selection.to)
        paragraph(document, fmt::format("The period is from {} to {}, both days included.", in_words(*selection.from),
                                        in_words(*selection.to)));
    if (selection.to && days_between(review.today, *selection.to) > 0)
        paragraph(document, fmt::format("It is not over yet: this was written on {}.", in_words(review.today)));
    if (!selection.group.empty())
        paragraph(document, fmt::format("Only meetings of {} are looked at.", text::one_line(selection.group)));
    paragraph(document, in_words(review.trends.meetings, selection));
    std::vector<Document::Line> lines;
    for (const State& each : review.meetings) lines.push_back(meeting_line(each));
    list(document, std::move(lines));
    if (review.still_open.empty()) return;
    std::vector<Document::Line> open;
    for (const MeetingLine& each : review.still_open)
        open.push_back({.text = title_of(each.title) + ", " + in_words(each.date)});
    paragraph(document, fmt::format("Left out, because {} still open:", open.size() == 1 ? "it is" : "they are"));
    list(document, std::move(open));
}

void add_limits(Document& document, const Review& review) {
    heading(document, 2, "What the figures cannot say");
    std::vector<Document::Line> lines;
    const auto say = [&](std::string text) { lines.push_back({.text = std::move(text)}); };
    say("Figures say what was written down. They do not say why. The people who were there can.");
    say(fmt::format("A middle is given from {} meetings up, and a direction from {}. Here there {} {}.", figures_from,
                    direction_from, review.meetings.size() == 1 ? "is" : "are", review.meetings.size()));
    if (review.trends.looked_for_direction > 0)
        say(
            fmt::format("{} long enough to look for a direction. Where nothing changes, about one in ten still seems "
                        "to.",
                        text::count(review.trends.looked_for_direction, "series was", "series were")));
    say("Turns say who spoke, and not who was heard.");
    say("An item that is pinned to two objectives counts whole for each, so the times of objectives do not add up.");
    say("An action is done when a meeting heard so. What was done since then is not known here.");
    say(
        fmt::format("What fewer than {} people answered is not told, because a figure must not point at one of them. "
                    "The pulse is never split by partner.",
                    fewest_people));
    say("What was said off the record was never written down.");
    add_left_out(lines, review);
    list(document, std::move(lines));
}

}  // namespace review_parts

Review review_for(Records& records, const Selection& selection, Date today) {
    Chosen chosen = chosen_meetings(records, selection);
    Review review;
    review.selection = chosen.selection;
    review.today = today;
    review.trends = trends_of(chosen.meetings, chosen.selection);
    review.meetings = std::move(chosen.meetings);
    review.still_open = std::move(chosen.still_open);
    return review;
}

Document review_of(const Review& review) {
    using namespace review_parts;
    Document document;
    std::vector<std::string> partnerships;
    for (const State& each : review.meetings) add_once(partnerships, each.plan.partnership_name.text);
    document.title = "Review" + (partnerships.empty() ? "" : ": " + text::list(partnerships));
    add_basis(document, review);
    if (!review.meetings.empty()) {
        add_objectives(document, review);
        add_decisions(document, review);
        add_actions(document, review);
        add_people(document, review);
        add_pulse(document, review);
        add_concerns(document, review);
        add_terms(document, review);
    }
    add_limits(document, review);
    return document;
}

}  // namespace folkmoot
