#include "src/trends/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "src/base/text.h"
#include "src/trends/few.h"

namespace folkmoot {

namespace {

std::vector<double> values_of(const Series& series) {
    std::vector<double> values;
    for (const Figure& each : series.figures) values.push_back(each.value);
    return values;
}

/// With so many decimals at most, and none that says nothing.
std::string short_number(double value, int decimals) {
    std::string number = fmt::format("{:.{}f}", value, decimals);
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.ends_with('.')) number.pop_back();
    }
    return number == "-0" ? "0" : number;
}

std::string counted(const std::string& number, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", number, number == "1" || number == "-1" ? one : several);
}

std::string in_words(double value, Unit unit, int decimals) {
    constexpr double hundred = 100.0;
    switch (unit) {
        case Unit::minutes:
            return counted(short_number(value, decimals), "minute", "minutes");
        case Unit::days:
            return counted(short_number(value, decimals), "day", "days");
        case Unit::share:
            return short_number(hundred * value, decimals - 1) + " %";
        case Unit::ratio:
            return short_number(value, decimals + 1) + " times";
        case Unit::count:
        case Unit::score:
            return short_number(value, decimals);
        case Unit::happened:
            return value == 0.0 ? "no" : "yes";
    }
    return "";
}

std::string_view step_of(const Trend& trend) { return trend.by_month ? "month" : "meeting"; }

/// By how much a meeting: small enough to need a decimal more, and nothing when even that says nothing.
std::string step_in_words(const Trend& trend, Unit unit) {
    const double slope = trend.slope.value_or(0.0);
    if (unit == Unit::happened || slope == 0.0) return "";
    const std::string step = in_words(std::abs(slope), unit, 2);
    return step.starts_with("0 ") || step == "0" ? "" : fmt::format(", by about {} a {}", step, step_of(trend));
}

std::string p_in_words(double p) {
    constexpr double smallest = 0.001;
    return p < smallest ? "p below 0.001" : fmt::format("p = {}", short_number(p, 3));
}

std::string direction_in_words(const Trend& trend, Unit unit) {
    switch (trend.direction) {
        case Direction::too_few:
            return fmt::format("Too few {}s to say where it goes.", step_of(trend));
        case Direction::rising:
        case Direction::falling:
            return fmt::format("{} over these {}{} ({}).", trend.direction == Direction::rising ? "Rising" : "Falling",
                               how_many(trend), step_in_words(trend, unit), p_in_words(trend.p.value_or(1.0)));
        case Direction::none:
            return trend.p ? fmt::format("No clear change ({}).", p_in_words(*trend.p)) : "No clear change.";
    }
    return "";
}

std::size_t meetings_left_out(const Measure& measure, Why why) {
    std::size_t count = 0;
    for (const LeftOut& each : measure.left_out) count += each.why == why ? each.meetings : 0;
    return count;
}

}  // namespace

std::string_view name_of(Unit unit) {
    switch (unit) {
        case Unit::minutes:
            return "minutes";
        case Unit::days:
            return "days";
        case Unit::count:
            return "count";
        case Unit::share:
            return "share";
        case Unit::ratio:
            return "ratio";
        case Unit::score:
            return "score";
        case Unit::happened:
            return "happened";
    }
    return "";
}

std::string_view name_of(Split split) {
    switch (split) {
        case Split::none:
            return "none";
        case Split::partner:
            return "partner";
        case Split::objective:
            return "objective";
        case Split::statement:
            return "statement";
    }
    return "";
}

std::string_view name_of(Why why) { return why == Why::few_people ? "few people" : "little recorded"; }

std::string name_of(const Series& series) {
    std::string name = text::one_line(series.of);
    if (!series.partnership.empty()) name += (name.empty() ? "" : ", ") + text::one_line(series.partnership);
    if (series.scale)
        name += fmt::format("{} scale from {} to {}", name.empty() ? "On a" : ", on a", series.scale->low,
                            series.scale->high);
    return name;
}

std::string name_of(const Measure& measure, const Series& series) {
    if (series.of.empty() && series.scale)
        return fmt::format("{}, on a scale from {} to {}", measure.title, series.scale->low, series.scale->high);
    return series.of.empty() ? measure.title : fmt::format("{}, {}", measure.title, name_of(series));
}

Trend trend_of(const Series& series) {
    const auto values = values_of(series);
    Trend trend;
    trend.meetings = values.size();
    trend.by_month = series.by_month;
    if (values.size() < figures_from) return trend;
    trend.middle = median(values);
    const auto ends = std::ranges::minmax(values);
    trend.lowest = ends.min;
    trend.highest = ends.max;
    trend.sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (values.size() < direction_from) return trend;
    trend.direction = direction(values);
    trend.slope = theil_sen(values);
    if (const auto test = mann_kendall(values)) trend.p = test->p;
    return trend;
}

std::string how_many(const Trend& trend) {
    return trend.by_month ? text::count(trend.meetings, "month", "months")
                          : text::count(trend.meetings, "meeting", "meetings");
}

std::string in_words(double value, Unit unit) { return in_words(value, unit, 1); }

std::string_view in_words(Direction direction) {
    switch (direction) {
        case Direction::too_few:
            return "too few meetings to say";
        case Direction::rising:
            return "rising";
        case Direction::falling:
            return "falling";
        case Direction::none:
            return "no clear change";
    }
    return "";
}

std::string in_words(const Trend& trend, Unit unit) {
    if (trend.meetings == 0) return "Nothing recorded yet.";
    if (!trend.middle) return fmt::format("{}: too few to say.", how_many(trend));
    std::string said;
    if (unit == Unit::happened) {
        said = fmt::format("At {:.0f} of {}. ", trend.sum, how_many(trend));
    } else {
        said = fmt::format("{} typically, over {}", in_words(*trend.middle, unit), how_many(trend));
        said += trend.lowest == trend.highest
                    ? std::string(", the same each time. ")
                    : fmt::format(", from {} to {}. ", in_words(trend.lowest, unit), in_words(trend.highest, unit));
    }
    return said + direction_in_words(trend, unit);
}

std::vector<std::string> left_out_in_words(const Measure& measure) {
    std::vector<std::string> said;
    if (const auto few = meetings_left_out(measure, Why::few_people); few > 0) {
        const std::string of = text::count(few, "meeting", "meetings");
        said.push_back(measure.split == Split::partner
                           ? fmt::format("Of {} something is withheld: it, or what it leaves of the total, comes from "
                                         "fewer than {} people, and a figure must not point at one of them.",
                                         of, fewest_people)
                           : fmt::format("Of {} it is withheld: it comes from fewer than {} people, and a figure must "
                                         "not point at one of them.",
                                         of, fewest_people));
    }
    if (const auto little = meetings_left_out(measure, Why::little_recorded); little > 0)
        said.push_back(fmt::format("Too little recorded at {}: under half of the time of items.",
                                   text::count(little, "meeting", "meetings")));
    return said;
}

}  // namespace folkmoot
