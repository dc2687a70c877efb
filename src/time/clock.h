// The only place that asks what time it is.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "src/time/stamp.h"

namespace folkmoot {

/// What time it is. `now` may be called as often as one likes; the program reads it once a turn of its loop.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Stamp now() = 0;
    /// Time that the machine slept since the last call (BOOTTIME ran on, MONOTONIC did not).
    virtual Millis slept() = 0;
};

/// The machine's clock, in the machine's zone (TZ, else /etc/localtime).
std::unique_ptr<Clock> system_clock();

/// A clock that only moves when told to: FOLKMOOT_CLOCK. Local time is UTC unless TZ names a zone.
class SetClock final : public Clock {
public:
    /// "2026-11-24T14:00:00Z" (UTC) or "2026-11-24T14:00:00" (the same); nothing when it is no such time.
    static std::optional<SetClock> from(std::string_view text);

    Stamp now() override;
    Millis slept() override { return Millis{0}; }
    void advance(Millis by);

private:
    explicit SetClock(std::chrono::sys_time<Millis> start);
    std::chrono::sys_time<Millis> start_;
    Millis moved_{0};
};

/// "@+90s", "@+10m", "@+1h", "@+1m30s": how far a typed line moves a SetClock; nothing when it is no such line.
std::optional<Millis> clock_step(std::string_view line);

}  // namespace folkmoot
