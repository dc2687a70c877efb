#include "src/trends/measures.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace folkmoot {

using measuring::Definition;

namespace {

bool of_several_partnerships(std::span<const Point> points) {
    return std::ranges::any_of(points, [&](const Point& each) {
        return each.figures.partnerships.size() > 1 || each.figures.partnerships != points.front().figures.partnerships;
    });
}

void add_point(Measure& measure, std::map<std::string, std::size_t>& places, const Point& point,
               const MeasureFigures& figures) {
    for (const SeriesFigures& each : figures.series) {
        const auto [place, is_new] = places.try_emplace(each.key, measure.series.size());
        if (is_new) measure.series.emplace_back();
        Series& series = measure.series[place->second];
        series.of = each.of;
        series.text = each.text;
        series.partnership = each.partnership;
        series.scale = each.scale;
        series.figures.push_back(
            {point.meeting, point.date, each.sum / static_cast<double>(each.meetings), each.n, each.meetings});
    }
    for (const auto& [why, count] :
         {std::pair{Why::few_people, figures.few_people}, std::pair{Why::little_recorded, figures.little_recorded}})
        if (count > 0) measure.left_out.push_back({point.meeting, point.date, why, count});
}

/// Instead of each figure, how many up to there in a row had none of what is counted.
void count_in_a_row(Series& series) {
    double since = 0.0;
    for (Figure& each : series.figures) {
        since = each.n > 0 ? 0.0 : since + 1.0;
        each.value = since;
    }
}

Measure gathered(const Definition& definition, std::span<const Point> points) {
    Measure measure = definition.head;
    const bool by_month = !points.empty() && points.front().is_month();
    if (by_month && measure.unit == Unit::happened) measure.unit = Unit::share;
    std::map<std::string, std::size_t> places;
    for (const Point& each : points) {
        const auto found = each.figures.measures.find(measure.key);
        if (found != each.figures.measures.end()) add_point(measure, places, each, found->second);
    }
    const bool several = of_several_partnerships(points);
    for (Series& series : measure.series) {
        series.by_month = by_month;
        if (!several) series.partnership.clear();
        if (definition.in_a_row) count_in_a_row(series);
    }
    return measure;
}

}  // namespace

std::vector<Definition> definitions() {
    struct Theme {
        const char* name;
        std::vector<Definition> (*definitions)();
    };
    std::vector<Definition> all;
    for (const auto& [name, of] :
         {Theme{"Time", definitions_of_time}, Theme{"Voices and tasks", definitions_of_voice},
          Theme{"Actions", definitions_of_actions}, Theme{"Decisions and objectives", definitions_of_work},
          Theme{"People", definitions_of_people}, Theme{"How it was", definitions_of_answers}}) {
        auto some = of();
        for (Definition& each : some) each.head.theme = name;
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

std::vector<Measure> measures(std::span<const Point> points) {
    std::vector<Measure> all;
    for (const Definition& each : definitions()) all.push_back(gathered(each, points));
    return all;
}

std::vector<Point> points_of(std::span<const State> meetings) {
    std::vector<Point> points;
    for (const State& each : meetings) points.push_back({each.id, date_of(*each.opened), figures_of(each)});
    return points;
}

std::vector<Measure> measures(std::span<const State> meetings) { return measures(points_of(meetings)); }

}  // namespace folkmoot
