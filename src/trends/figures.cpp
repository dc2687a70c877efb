#include "src/trends/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "src/base/error.h"
#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

namespace {

using Json = nlohmann::json;

std::size_t carried_often(const State& meeting) {
    return static_cast<std::size_t>(std::ranges::count_if(meeting.matters, [](const ReviewedMatter& each) {
        return each.matter.kind == MatterKind::action && each.matter.carried >= carried_often_from && !is_settled(each);
    }));
}

std::size_t concerns_open(const State& meeting) {
    std::size_t open = 0;
    for (const ReviewedMatter& each : meeting.matters) {
        if (each.matter.kind == MatterKind::concern && !is_settled(each)) ++open;
    }
    for (const Capture* each : standing(meeting, CaptureKind::concern)) {
        if (!each->closed) ++open;
    }
    return open;
}

MeasureFigures figures_in(const measuring::Found& found) {
    MeasureFigures figures;
    for (const measuring::Named& each : found.values)
        figures.series.push_back(
            {each.key, each.of, each.text, each.partnership, each.scale, each.value.value, 1, each.value.n});
    if (found.why == Why::few_people) figures.few_people = 1;
    if (found.why == Why::little_recorded) figures.little_recorded = 1;
    return figures;
}

void add(MeasureFigures& all, const MeasureFigures& later) {
    for (const SeriesFigures& each : later.series) {
        const auto same = std::ranges::find(all.series, each.key, &SeriesFigures::key);
        if (same == all.series.end()) {
            all.series.push_back(each);
            continue;
        }
        SeriesFigures sums = each;
        sums.sum += same->sum;
        sums.meetings += same->meetings;
        sums.n += same->n;
        *same = std::move(sums);
    }
    all.few_people += later.few_people;
    all.little_recorded += later.little_recorded;
}

/// A series is named once, since most partners and objectives have one in many measures.
class Names {
public:
    std::size_t place_of(const SeriesFigures& series) {
        Json name{series.key, series.of, series.text, series.partnership};
        if (series.scale) {
            name.push_back(series.scale->low);
            name.push_back(series.scale->high);
        }
        const auto same = std::ranges::find(names_, name);
        if (same != names_.end()) return static_cast<std::size_t>(same - names_.begin());
        names_.push_back(std::move(name));
        return names_.size() - 1;
    }
    [[nodiscard]] const std::vector<Json>& all() const { return names_; }

private:
    std::vector<Json> names_;
};

SeriesFigures series_in(const Json& names, const Json& row) {
    const Json& name = names.at(row.at(0).get<std::size_t>());
    SeriesFigures series;
    series.key = name.at(0).get<std::string>();
    series.of = name.at(1).get<std::string>();
    series.text = name.at(2).get<std::string>();
    series.partnership = name.at(3).get<std::string>();
    if (name.size() > 4) series.scale = Scale{name.at(4).get<int>(), name.at(5).get<int>()};
    series.sum = row.at(1).get<double>();
    series.meetings = row.at(2).get<std::size_t>();
    series.n = row.at(3).get<std::size_t>();
    return series;
}

}  // namespace

Figures figures_of(const State& meeting) {
    Figures figures;
    figures.partnerships = {meeting.plan.partnership};
    figures.meetings = 1;
    for (const measuring::Definition& each : definitions()) {
        MeasureFigures found = figures_in(each.of(meeting));
        if (found != MeasureFigures{}) figures.measures.emplace(each.head.key, std::move(found));
    }
    figures.often_carried = carried_often(meeting);
    figures.open_concerns = concerns_open(meeting);
    return figures;
}

void add(Figures& all, const Figures& later) {
    for (const PartnershipId& each : later.partnerships) {
        if (std::ranges::find(all.partnerships, each) == all.partnerships.end()) all.partnerships.push_back(each);
    }
    all.meetings += later.meetings;
    for (const auto& [key, figures] : later.measures) add(all.measures[key], figures);
    all.often_carried = later.often_carried;
    all.open_concerns = later.open_concerns;
}

std::string to_text(const Figures& figures) {
    Names names;
    Json partnerships = Json::array(), measures = Json::object(), withheld = Json::object();
    for (const PartnershipId& each : figures.partnerships) partnerships.push_back(each.hex());
    for (const auto& [key, measure] : figures.measures) {
        Json rows = Json::array();
        for (const SeriesFigures& each : measure.series)
            rows.push_back({names.place_of(each), each.sum, each.meetings, each.n});
        measures[key] = std::move(rows);
        if (measure.few_people > 0 || measure.little_recorded > 0)
            withheld[key] = {measure.few_people, measure.little_recorded};
    }
    const Json all = {{"partnerships", partnerships}, {"meetings", figures.meetings},
                      {"series", names.all()},        {"measures", measures},
                      {"withheld", withheld},         {"open", {figures.often_carried, figures.open_concerns}}};
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Figures figures_in(std::string_view text) {
    try {
        const Json all = Json::parse(text);
        Figures figures;
        for (const Json& each : all.at("partnerships")) {
            const auto id = Id128::from_hex(each.get<std::string>());
            if (!id) throw Error("The figures of a meeting name a partnership that is none.");
            figures.partnerships.emplace_back(*id);
        }
        figures.meetings = all.at("meetings").get<std::size_t>();
        const Json& names = all.at("series");
        for (const auto& [key, rows] : all.at("measures").items()) {
            MeasureFigures& measure = figures.measures[key];
            for (const Json& row : rows) measure.series.push_back(series_in(names, row));
        }
        for (const auto& [key, counts] : all.at("withheld").items()) {
            figures.measures[key].few_people = counts.at(0).get<std::size_t>();
            figures.measures[key].little_recorded = counts.at(1).get<std::size_t>();
        }
        figures.often_carried = all.at("open").at(0).get<std::size_t>();
        figures.open_concerns = all.at("open").at(1).get<std::size_t>();
        return figures;
    } catch (const Json::exception& fault) {
        throw Error(
            fmt::format("The figures that are kept of a meeting cannot be read ({}). They can be made again "
                        "from the acts: folkmoot doctor --rebuild.",
                        fault.what()));
    }
}

}  // namespace folkmoot
