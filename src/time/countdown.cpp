#include "src/time/countdown.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace folkmoot {
namespace {

/// Two warnings closer than this would be heard as one.
constexpr Millis too_close = std::chrono::seconds{30};
/// A share says little more than the minutes left this soon after them: a short item would warn all the time.
constexpr Millis near_minutes = std::chrono::minutes{2};

std::optional<TimeNotice> notice_of(const Threshold& threshold, Millis planned) {
    const bool half = threshold.kind == Threshold::Kind::share_gone;
    if (half && !(threshold.share > 0 && threshold.share < 1)) return std::nullopt;
    const Millis at =
        half ? Millis{std::llround(static_cast<double>(planned.count()) * threshold.share)} : planned - threshold.left;
    if (at <= Millis{0} || at >= planned) return std::nullopt;
    return TimeNotice{at, planned - at, half};
}

std::vector<TimeNotice> warnings_of(Millis planned, const std::vector<Threshold>& thresholds) {
    std::vector<TimeNotice> all;
    for (const Threshold& threshold : thresholds) {
        if (const auto notice = notice_of(threshold, planned)) all.push_back(*notice);
    }
    // At the same moment a share goes first, so that the time left, which says more, is the one that stays.
    std::sort(all.begin(), all.end(), [](const TimeNotice& a, const TimeNotice& b) {
        return std::tuple(a.at, !a.half) < std::tuple(b.at, !b.half);
    });
    std::erase_if(all, [before = all](const TimeNotice& share) {
        return share.half && std::any_of(before.begin(), before.end(), [&](const TimeNotice& other) {
                   return !other.half && other.at < share.at && share.at - other.at <= near_minutes;
               });
    });
    std::vector<TimeNotice> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + 1 == all.size() || all[i + 1].at - all[i].at > too_close) kept.push_back(all[i]);
    }
    return kept;
}

}  // namespace

std::vector<Threshold> default_thresholds() {
    return {{Threshold::Kind::share_gone, 0.5, Millis{0}},
            {Threshold::Kind::time_left, 0.5, std::chrono::minutes{5}},
            {Threshold::Kind::time_left, 0.5, std::chrono::minutes{1}}};
}

std::optional<TimeNotice> next_notice(Millis planned, Millis said_until, const std::vector<Threshold>& thresholds,
                                      bool ask_overrun) {
    if (planned <= Millis{0}) return std::nullopt;
    for (const TimeNotice& notice : warnings_of(planned, thresholds)) {
        if (notice.at > said_until) return notice;
    }
    if (planned > said_until) return TimeNotice{planned, Millis{0}, false};
    if (!ask_overrun) return std::nullopt;
    const auto said = (said_until - planned) / overrun_interval;
    const Millis over = overrun_interval * (said + 1);
    return TimeNotice{planned + over, -over, false};
}

}  // namespace folkmoot
