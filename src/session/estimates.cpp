#include "src/session/estimates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t fewest = 3;

/// "Working group 7" and "Working group 8" are the same kind of thing.
std::string without_number(std::string_view title) {
    std::string folded = text::folded(title);
    const auto ends = folded.find_last_not_of("0123456789 ");
    return ends == std::string::npos ? folded : folded.substr(0, ends + 1);
}

Minutes median(std::vector<Millis> used) {
    std::ranges::sort(used);
    const std::size_t middle = used.size() / 2;
    const Millis value = used.size() % 2 == 1 ? used[middle] : (used[middle - 1] + used[middle]) / 2;
    constexpr double minute = 60'000.0;
    return std::max(Minutes{std::llround(static_cast<double>(value.count()) / minute)}, Minutes{1});
}

}  // namespace

std::optional<Estimate> estimate(const PlannedItem& item, std::span<const ItemRun> runs, std::string_view group) {
    if (item.kind == ItemKind::pause) return std::nullopt;
    const std::string title = without_number(item.title);
    const auto found = [&](Estimate::Like like, auto is_like) -> std::optional<Estimate> {
        std::vector<Millis> used;
        for (const ItemRun& each : runs) {
            if (each.done && each.used > Millis{0} && each.kind != ItemKind::pause && is_like(each))
                used.push_back(each.used);
        }
        if (used.size() < fewest) return std::nullopt;
        return Estimate{median(used), used.size(), like};
    };
    auto best = found(Estimate::Like::title, [&](const ItemRun& each) { return without_number(each.title) == title; });
    const auto is_own = [&](const ItemRun& each) { return text::folded(each.group) == text::folded(group); };
    if (!best && !item.lead.empty())
        best = found(Estimate::Like::lead, [&](const ItemRun& each) {
            return is_own(each) && each.kind == item.kind && text::folded(each.lead) == text::folded(item.lead);
        });
    if (!best)
        best = found(Estimate::Like::kind, [&](const ItemRun& each) { return is_own(each) && each.kind == item.kind; });
    return best;
}

std::string in_words(const Estimate& estimate, const PlannedItem& item) {
    const auto of_this_kind = [&] {
        return item.kind == ItemKind::decide ? std::string("of deciding")
                                             : fmt::format("of the kind {}", in_words(item.kind));
    };
    const std::string like = estimate.like == Estimate::Like::title  ? "with this title"
                             : estimate.like == Estimate::Like::lead ? "led by " + text::one_line(item.lead)
                                                                     : of_this_kind();
    return fmt::format("usually took {} ({} {})", duration_in_words(estimate.usual),
                       text::count(estimate.times, "time", "times"), like);
}

}  // namespace folkmoot
