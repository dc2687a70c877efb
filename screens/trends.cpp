#include "screens/trends.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "screens/reading.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/trends/trends.h"

namespace folkmoot {

namespace {

constexpr std::string_view example = "Example: trends group Working group from 2026-01-01";

struct Asked {
    std::optional<std::size_t> measure;  ///< from 1
    std::string filters;                 ///< as typed: what is read from here on is of the same meetings
    Selection selection;
};

Date read_filter_day(const std::string& filter, const std::string& typed, Date today) {
    const auto day = read_day(typed, today);
    if (const auto* fault = std::get_if<Wrong>(&day)) throw Error(fmt::format("After {}: {}", filter, fault->sentence));
    return std::get<Date>(day);
}

void set_filter(Selection& selection, const std::string& filter, const std::string& typed, Date today) {
    if (typed.empty()) throw Error(fmt::format("{} needs something behind it. {}.", filter, example));
    if (filter == "group") selection.group = typed;
    if (filter == "partner") selection.partner = typed;
    if (filter == "from") selection.from = read_filter_day(filter, typed, today);
    if (filter == "to") selection.to = read_filter_day(filter, typed, today);
}

/// What is behind a filter, without the quotation marks that other filters need.
std::string unquoted(std::string value) {
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value;
}

Asked read_asked(std::string_view typed, Date today) {
    std::vector<std::string> filters{"group", "partner", "from", "to"};
    Asked asked;
    const Numbered first = leading_number(typed);
    if (first.number) asked.measure = static_cast<std::size_t>(std::max(*first.number, 0));
    asked.filters = first.rest;
    std::string filter;
    std::string value;
    for (const std::string& word : text::words(first.rest)) {
        // A filter that was there already is part of a name: of "Steering group", say.
        if (std::erase(filters, text::folded(word)) > 0) {
            if (!filter.empty()) set_filter(asked.selection, filter, unquoted(std::exchange(value, "")), today);
            filter = text::folded(word);
        } else if (filter.empty()) {
            throw Error(
                fmt::format("\"{}\" is none of group, partner, from and to. {}.", text::first(word, 40), example));
        } else {
            value += (value.empty() ? "" : " ") + word;
        }
    }
    if (!filter.empty()) set_filter(asked.selection, filter, unquoted(value), today);
    return asked;
}

/// Each leads to the measure that it is about.
List list_of(const std::vector<Finding>& findings, const Trends& trends, const std::string& filters,
             std::string when_empty) {
    List list;
    list.when_empty = std::move(when_empty);
    for (const Finding& each : findings) {
        const auto measure = std::ranges::find(trends.measures, each.measure, &Measure::key);
        ListItem item{fmt::format("{} of {}, {}", list.items.size() + 1, findings.size(), each.text), {}};
        if (measure != trends.measures.end()) {
            const auto number = measure - trends.measures.begin() + 1;
            item.acts = {{"read its figures",
                          {Word::trends, fmt::format("{}{}{}", number, filters.empty() ? "" : " ", filters)}}};
            item.how.typed = fmt::format("for its figures type trends {}", number);
        }
        list.items.push_back(std::move(item));
    }
    return list;
}

/// What of a measure stands on its line: its trend, or how many series it has.
std::string in_short(const Measure& measure) {
    if (measure.series.empty()) return measure.left_out.empty() ? "nothing recorded yet" : "too few people to say";
    if (measure.series.size() > 1 || measure.split != Split::none)
        return fmt::format("{}, {}",
                           measure.split == Split::none ? "by scale" : fmt::format("by {}", name_of(measure.split)),
                           text::count(measure.series.size(), "line", "lines"));
    return in_words(trend_of(measure.series.front()), measure.unit);
}

void add_measures(const Trends& trends, const std::string& filters, std::vector<Block>& blocks) {
    const std::size_t all = trends.measures.size();
    List list;
    std::string theme;
    const auto finish = [&] {
        if (list.items.empty()) return;
        blocks.emplace_back(
            Heading{fmt::format("{}, {}", theme, text::count(list.items.size(), "measure", "measures"))});
        blocks.emplace_back(std::exchange(list, {}));
    };
    for (std::size_t i = 0; i < all; ++i) {
        const Measure& measure = trends.measures[i];
        if (measure.theme != theme) finish();
        theme = measure.theme;
        const std::string argument = fmt::format("{}{}{}", i + 1, filters.empty() ? "" : " ", filters);
        list.items.push_back({fmt::format("{} of {}, {}, {}", i + 1, all, measure.title, in_short(measure)),
                              {{"read it", {Word::trends, argument}}}});
    }
    finish();
}

Page all_of(const Trends& trends, const Asked& asked) {
    Page page;
    page.title = fmt::format("Trends{}, {}", trends.selection.group.empty() ? "" : " of " + trends.selection.group,
                             text::count(trends.meetings.size(), "meeting", "meetings"));
    page.blocks.emplace_back(Text{in_words(trends.meetings, trends.selection)});
    if (trends.by_month) page.blocks.emplace_back(Text{by_month_in_words(trends)});
    if (trends.meetings.empty()) return page;
    if (trends.meetings.size() < figures_from)
        page.blocks.emplace_back(Text{
            fmt::format("Figures are given from {} meetings up, a direction from {}.", figures_from, direction_from)});
    page.blocks.emplace_back(Heading{fmt::format("What changed, {}", trends.changed.size())});
    page.blocks.emplace_back(list_of(trends.changed, trends, asked.filters, "No clear change."));
    page.blocks.emplace_back(Heading{fmt::format("Worth talking about, {}", trends.worth_talking_about.size())});
    page.blocks.emplace_back(list_of(trends.worth_talking_about, trends, asked.filters, "Nothing stands out."));
    page.blocks.emplace_back(
        Hint{"Type trends and the number of a measure below to read it.", "Enter on a measure reads it."});
    add_measures(trends, asked.filters, page.blocks);
    page.blocks.emplace_back(Hint{"Type trends group and a group's name, or partner, from and to, to look at less.",
                                  ":trends group and a group's name, or partner, from and to: to look at less."});
    return page;
}

/// A month's meetings, as they are listed at home.
Intent meetings_of(Date month, const std::string& group) {
    const Date next = month + std::chrono::months{1};
    return {Word::meetings, fmt::format("{}after:{} before:{}",
                                        group.empty() ? "" : fmt::format("group:\"{}\" ", text::one_line(group)),
                                        iso(month), iso(next))};
}

/// A line a meeting, or a month: every figure leads to the meetings behind it.
List figures_of(const Series& series, Unit unit, const std::string& group) {
    double largest = 0.0;
    for (const Figure& each : series.figures) largest = std::max(largest, each.value);
    List list;
    for (const Figure& each : series.figures) {
        ListItem item;
        item.text =
            fmt::format("{} of {}, {}, ", list.items.size() + 1, series.figures.size(), in_words(each.value, unit));
        if (series.by_month) {
            item.text += fmt::format("{}, {}, n {}", month_in_words(each.date),
                                     text::count(each.meetings, "meeting", "meetings"), each.n);
            item.acts = {{"list its meetings", meetings_of(each.date, group)}};
        } else {
            item.text += fmt::format("{}, n {}", in_words(each.date), each.n);
            item.acts = {{"read what happened", {Word::show, each.meeting.shown(8)}}};
            item.how.typed = "to read it type show " + each.meeting.shown(8);
        }
        if (unit != Unit::happened && largest > 0.0)
            item.percent = static_cast<int>(std::lround(100.0 * std::max(each.value, 0.0) / largest));
        list.items.push_back(std::move(item));
    }
    return list;
}

Page one_of(const Trends& trends, std::size_t number) {
    const Measure& measure = trends.measures.at(number - 1);
    Page page;
    page.title = fmt::format("{}, measure {} of {}", measure.title, number, trends.measures.size());
    page.blocks.emplace_back(Text{measure.formula});
    page.blocks.emplace_back(
        Text{measure.research.empty() ? "This is the group's own record." : "Research: " + measure.research});
    if (measure.series.empty() && measure.left_out.empty()) page.blocks.emplace_back(Text{"Nothing is recorded yet."});
    for (const Series& series : measure.series) {
        const Trend trend = trend_of(series);
        const bool alone = measure.series.size() == 1 && measure.split == Split::none && !series.scale;
        if (!alone) page.blocks.emplace_back(Heading{fmt::format("{}, {}", name_of(series), how_many(trend))});
        page.blocks.emplace_back(Text{in_words(trend, measure.unit)});
        page.blocks.emplace_back(figures_of(series, measure.unit, trends.selection.group));
    }
    for (const std::string& each : left_out_in_words(measure)) page.blocks.emplace_back(Text{each});
    if (trends.by_month) page.blocks.emplace_back(Text{by_month_in_words(trends)});
    if (!measure.series.empty() && trends.by_month)
        page.blocks.emplace_back(Hint{"Type meetings after: and before: with days to list those of a month.",
                                      "Enter on a month lists its meetings."});
    else if (!measure.series.empty())
        page.blocks.emplace_back(Hint{"", "Enter on a meeting reads what happened there."});
    return page;
}

}  // namespace

Page trends_page(Records& records, std::string_view typed, Date today) {
    const Asked asked = read_asked(typed, today);
    const Trends trends = trends_of(records, asked.selection);
    Page page;
    if (!asked.measure) {
        page = all_of(trends, asked);
    } else {
        const std::size_t all = trends.measures.size();
        if (*asked.measure < 1 || *asked.measure > all)
            throw Error(
                fmt::format("There is no measure {}. They go from 1 to {}. Example: trends 1.", *asked.measure, all));
        page = one_of(trends, *asked.measure);
    }
    page.help = "figures";
    page.words = {Word::trends, Word::show, Word::meetings};
    return page;
}

}  // namespace folkmoot
