// When a slot speaks up: pure arithmetic on durations.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/time/stamp.h"

namespace folkmoot {

/// A point at which a slot warns: a share of its time, or time left.
struct Threshold {
    enum class Kind { share_gone, time_left };
    Kind kind = Kind::time_left;
    double share = 0.5;  ///< of the planned time, for share_gone; 0 to 1
    Millis left{0};      ///< for time_left

    bool operator==(const Threshold&) const = default;
};

/// Half, five minutes, one minute.
std::vector<Threshold> default_thresholds();

/// How often an unanswered overrun is said again.
inline constexpr Millis overrun_interval = std::chrono::minutes{2};

/// One thing to say about a slot's time.
struct TimeNotice {
    Millis at{0};       ///< time used in the slot when it is due
    Millis left{0};     ///< planned - at; zero at the end, negative over time
    bool half = false;  ///< a share threshold ("half of the time")

    bool operator==(const TimeNotice&) const = default;
};

/// The next notice due strictly after `said_until` of used time. `planned` is the slot's time with extensions.
/// Thresholds of slots shorter than them are left out (a 5-minute slot does not say "five minutes left" at its
/// start), and one that falls within 30 seconds of a later one is left out. At the end one notice, then every
/// overrun_interval while `ask_overrun` is true. Nothing when nothing is to come, or planned is zero.
std::optional<TimeNotice> next_notice(Millis planned, Millis said_until, const std::vector<Threshold>& thresholds,
                                      bool ask_overrun);

}  // namespace folkmoot
