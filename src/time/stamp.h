// A moment as the log keeps it, and how long lies between two of them.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace folkmoot {

using Millis = std::chrono::milliseconds;
using Minutes = std::chrono::minutes;

/// Wall time for people, BOOTTIME for durations: the wall clock can be set, BOOTTIME only runs (suspend included).
struct Stamp {
    std::chrono::sys_time<Millis> wall{};  ///< UTC
    Minutes offset{0};                     ///< local time minus UTC at that moment
    Millis boot{0};                        ///< CLOCK_BOOTTIME
    std::uint32_t boot_id = 0;  ///< which run of the machine `boot` belongs to (a hash of the kernel's boot id)

    auto operator<=>(const Stamp&) const = default;
    [[nodiscard]] std::chrono::sys_time<Millis> local() const { return wall + offset; }
};

/// How long from one to the other, never below zero: BOOTTIME when both belong to the same run of the machine,
/// else the wall clock.
Millis elapsed(const Stamp& from, const Stamp& to);

/// `stamp` moved by a duration, on both clocks.
Stamp later(Stamp stamp, Millis by);

}  // namespace folkmoot
