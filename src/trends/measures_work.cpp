// What meetings worked on: decisions, objectives, papers, terms, concerns.
#include <algorithm>

#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

using namespace measuring;

namespace {

auto how_many(CaptureKind kind) {
    return [kind](const State& meeting) -> Found {
        const std::size_t count = standing(meeting, kind).size();
        return Value{static_cast<double>(count), count};
    };
}

Found concerns_closed(const State& meeting) {
    std::size_t all = 0, closed = 0;
    for (const ReviewedMatter& each : meeting.matters) {
        if (each.matter.kind != MatterKind::concern) continue;
        ++all;
        if (is_settled(each) || each.taken) ++closed;
    }
    for (const Capture* each : standing(meeting, CaptureKind::concern)) {
        ++all;
        if (each->closed) ++closed;
    }
    return share(closed, all);
}

Found lead_time(const State& meeting) {
    const Date today = date_of(*meeting.opened);
    std::vector<double> days;
    for (const AgendaItem& line : meeting.agenda) {
        for (const Paper& paper : line.item.papers) {
            if (paper.sent) days.push_back(days_between(*paper.sent, today));
        }
    }
    const std::size_t n = days.size();
    const auto middle = median(std::move(days));
    if (!middle) return {};
    return Value{*middle, n};
}

bool pinned_to(const AgendaItem& line, const Objective& objective) {
    return std::ranges::find(line.item.objectives, objective.id) != line.item.objectives.end();
}

Found minutes_by_objective(const State& meeting) {
    std::vector<Named> named;
    for (const Objective& objective : meeting.plan.objectives) {
        Millis used{0};
        std::size_t items = 0;
        for (const AgendaItem& line : meeting.agenda) {
            if (!pinned_to(line, objective) || !line.slot.opened) continue;
            used += line.slot.used;
            ++items;
        }
        named.push_back(of_objective(meeting, objective, {in_minutes(used), items}));
    }
    return named;
}

auto captures_by_objective(CaptureKind kind) {
    return [kind](const State& meeting) -> Found {
        std::vector<Named> named;
        for (const Objective& objective : meeting.plan.objectives) {
            std::size_t count = 0;
            for (const Capture* each : standing(meeting, kind)) {
                const AgendaItem* line = each->item ? meeting.item(*each->item) : nullptr;
                if (line != nullptr && pinned_to(*line, objective)) ++count;
            }
            named.push_back(of_objective(meeting, objective, {static_cast<double>(count), count}));
        }
        return named;
    };
}

}  // namespace

bool is_settled(const ReviewedMatter& reviewed) {
    return reviewed.closed || went_on_as_item(reviewed) || reviewed.verdict == event::Verdict::done ||
           reviewed.verdict == event::Verdict::dropped;
}

std::vector<Definition> definitions_of_work() {
    const auto head = [](std::string key, std::string title, std::string formula, Unit unit,
                         Split split = Split::none) {
        return Measure{std::move(key), std::move(title), std::move(formula), "", unit, split, {}, {}};
    };
    return {
        Definition{head("decisions", "Decisions", "Decisions written down at the meeting.", Unit::count),
                   how_many(CaptureKind::decision)},
        Definition{head("objective-minutes", "Time for each objective",
                        "Minutes of the items pinned to it; an item pinned to two counts whole for each.",
                        Unit::minutes, Split::objective),
                   minutes_by_objective},
        Definition{head("objective-decisions", "Decisions for each objective", "Decisions in the items pinned to it.",
                        Unit::count, Split::objective),
                   captures_by_objective(CaptureKind::decision)},
        Definition{head("objective-actions", "Actions for each objective", "Actions in the items pinned to it.",
                        Unit::count, Split::objective),
                   captures_by_objective(CaptureKind::action)},
        Definition{head("objective-untouched", "Objectives left alone",
                        "Of the meetings looked at that list it, how many in a row have held no item pinned to it: 0 "
                        "when this one did.",
                        Unit::count, Split::objective),
                   minutes_by_objective, true},
        Definition{head("papers-ahead", "Papers' lead time", "The median days from sending a paper to the meeting.",
                        Unit::days),
                   lead_time},
        Definition{head("terms", "Terms explained", "Terms explained and written down at the meeting.", Unit::count),
                   how_many(CaptureKind::term)},
        Definition{head("concerns", "Concerns raised",
                        "Concerns about the working together that were written down at the meeting.", Unit::count),
                   how_many(CaptureKind::concern)},
        Definition{head("concerns-closed", "Concerns closed",
                        "Of the concerns that were open or raised at the meeting, those that it closed or put on its "
                        "agenda.",
                        Unit::share),
                   concerns_closed},
    };
}

}  // namespace folkmoot
