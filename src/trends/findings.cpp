#include "src/trends/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr double half = 0.5;

const std::vector<Series>& series_of(std::span<const Measure> measures, std::string_view key) {
    static const std::vector<Series> none;
    const auto found = std::ranges::find(measures, key, &Measure::key);
    return found == measures.end() ? none : found->series;
}

std::string called(const Series& series) {
    std::string name = text::one_line(series.of);
    if (!series.partnership.empty()) name += fmt::format(" ({})", text::one_line(series.partnership));
    return name;
}

/// One that later meetings do not list any more is not asked about.
bool goes_on(const Series& series, std::span<const Series> beside) {
    return std::ranges::none_of(beside, [&](const Series& other) {
        return other.partnership == series.partnership &&
               days_between(series.figures.back().date, other.figures.back().date) > 0;
    });
}

void add_objectives(std::span<const Measure> measures, std::vector<Finding>& all) {
    constexpr double long_alone = 3.0;
    const auto& objectives = series_of(measures, "objective-untouched");
    for (const Series& series : objectives) {
        const double since = series.figures.back().value;
        if (since < long_alone || !goes_on(series, objectives)) continue;
        const std::string text = text::one_line(series.text);
        all.push_back(
            {fmt::format("The last {:.0f} {} held no item on objective {}{}. Is it still wanted?", since,
                         series.by_month ? "months" : "meetings", called(series), text.empty() ? "" : ", " + text),
             "objective-untouched"});
    }
}

void add_carried(std::span<const Figures> last, std::vector<Finding>& all) {
    std::size_t count = 0;
    for (const Figures& meeting : last) count += meeting.often_carried;
    if (count == 0) return;
    all.push_back({fmt::format("{} carried three times or more and {} still open. What stands in the way?",
                               text::count(count, "action was", "actions were"), count == 1 ? "is" : "are"),
                   "actions-carried"});
}

void add_open_concerns(std::span<const Figures> last, std::vector<Finding>& all) {
    std::size_t open = 0;
    for (const Figures& meeting : last) open += meeting.open_concerns;
    if (open == 0) return;
    const bool one = open == 1;
    all.push_back({fmt::format("{} about the working together {} still open. What would it take to close {}?",
                               text::count(open, "concern", "concerns"), one ? "is" : "are", one ? "it" : "them"),
                   "concerns-closed"});
}

/// `sentence` has places for the partner, the share and how many meetings.
void add_partners_under_half(std::span<const Measure> measures, std::string_view key, std::string_view sentence,
                             std::vector<Finding>& all) {
    for (const Series& series : series_of(measures, key)) {
        const Trend trend = trend_of(series);
        if (!trend.middle || *trend.middle > half) continue;
        all.push_back(
            {fmt::format(fmt::runtime(sentence), called(series), in_words(*trend.middle, Unit::share), how_many(trend)),
             std::string(key)});
    }
}

void add_quiet_partners(std::span<const Measure> measures, std::vector<Finding>& all) {
    add_partners_under_half(measures, "turns-by-partner",
                            "{} typically takes {} of the turns that its seats would give, over {}. Is "
                            "there room to speak?",
                            all);
}

void add_absent_partners(std::span<const Measure> measures, std::vector<Finding>& all) {
    add_partners_under_half(measures, "attendance-by-partner",
                            "Of the people of {}, typically {} came, over {}. Do time and place suit them?", all);
}

void add_lone_tasks(std::span<const Measure> measures, std::vector<Finding>& all) {
    for (const auto& [key, does] :
         {std::pair{"facilitates-by-partner", "facilitated"}, std::pair{"notes-by-partner", "took the notes"},
          std::pair{"hosts-by-partner", "hosted"}}) {
        const auto& partners = series_of(measures, key);
        for (const Series& series : partners) {
            const Trend trend = trend_of(series);
            const bool alone = std::ranges::none_of(partners, [&](const Series& other) {
                return &other != &series && other.partnership == series.partnership;
            });
            if (!trend.middle || trend.lowest < 1.0 || alone) continue;
            all.push_back({fmt::format("{} {} at {} {}. Would others like a turn?", called(series), does,
                                       trend.by_month ? "all meetings of" : "all of", how_many(trend)),
                           key});
        }
    }
}

}  // namespace

std::vector<Finding> what_changed(std::span<const Measure> measures) {
    std::vector<Finding> all;
    for (const Measure& measure : measures) {
        for (const Series& series : measure.series) {
            const Trend trend = trend_of(series);
            if (trend.direction != Direction::rising && trend.direction != Direction::falling) continue;
            all.push_back({name_of(measure, series) + ": " + in_words(trend, measure.unit), measure.key});
        }
    }
    return all;
}

std::size_t looked_for_direction(std::span<const Measure> measures) {
    std::size_t count = 0;
    for (const Measure& measure : measures) {
        count += static_cast<std::size_t>(std::ranges::count_if(
            measure.series, [](const Series& each) { return each.figures.size() >= direction_from; }));
    }
    return count;
}

std::vector<Finding> worth_talking_about(std::span<const Measure> measures, std::span<const Figures> last) {
    std::vector<Finding> all;
    add_objectives(measures, all);
    add_carried(last, all);
    add_open_concerns(last, all);
    add_quiet_partners(measures, all);
    add_absent_partners(measures, all);
    add_lone_tasks(measures, all);
    return all;
}

}  // namespace folkmoot
