#include "src/time/clock.h"

#include <time.h>

#include <cstdlib>

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/hash.h"
#include "src/time/calendar.h"

namespace folkmoot {
namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

/// Reading two clocks one after the other takes a moment; less than this is no sleep.
constexpr Millis shortest_sleep{100};

nanoseconds reading(clockid_t which) {
    timespec value{};
    if (clock_gettime(which, &value) != 0) throw Error("Could not read the clock.");
    return seconds{value.tv_sec} + nanoseconds{value.tv_nsec};
}

std::uint32_t short_hash(std::string_view bytes) {
    const Sha256 hash = sha256(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < sizeof(value); ++i) value = (value << 8U) | hash[i];
    return value;
}

std::uint32_t read_boot_id() {
    try {
        return short_hash(read_file("/proc/sys/kernel/random/boot_id"));
    } catch (const Error&) {
        // Without /proc the moment of the start tells runs apart well enough: at worst the wall clock is used.
        const auto started = std::chrono::floor<Minutes>(reading(CLOCK_REALTIME) - reading(CLOCK_BOOTTIME));
        return short_hash(std::to_string(started.count()));
    }
}

class SystemClock final : public Clock {
public:
    SystemClock() : boot_id_(read_boot_id()), asleep_(reading(CLOCK_BOOTTIME) - reading(CLOCK_MONOTONIC)) {}

    Stamp now() override {
        Stamp stamp;
        stamp.wall = std::chrono::sys_time<Millis>(std::chrono::floor<Millis>(reading(CLOCK_REALTIME)));
        stamp.boot = std::chrono::floor<Millis>(reading(CLOCK_BOOTTIME));
        stamp.boot_id = boot_id_;
        stamp.offset = offset_at(std::chrono::floor<seconds>(stamp.wall), "");
        return stamp;
    }

    Millis slept() override {
        const nanoseconds asleep = reading(CLOCK_BOOTTIME) - reading(CLOCK_MONOTONIC);
        const Millis since = std::chrono::floor<Millis>(asleep - asleep_);
        if (since < shortest_sleep) return Millis{0};
        asleep_ = asleep;
        return since;
    }

private:
    std::uint32_t boot_id_;
    nanoseconds asleep_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Two digits below `limit`, then `mark` unless that is NUL.
std::optional<int> two_digits(std::string_view& text, int limit, char mark) {
    if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    if (value >= limit) return std::nullopt;
    if (mark == '\0') return value;
    if (!text.starts_with(mark)) return std::nullopt;
    text.remove_prefix(1);
    return value;
}

/// "90s" taken off the front of `text`, when digits and that letter stand there.
std::optional<std::int64_t> amount(std::string_view& text, char unit) {
    constexpr std::size_t longest = 9;
    std::size_t digits = 0;
    std::int64_t value = 0;
    while (digits < text.size() && digits < longest && is_digit(text[digits])) {
        value = value * 10 + (text[digits] - '0');
        ++digits;
    }
    if (digits == 0 || digits == text.size() || text[digits] != unit) return std::nullopt;
    text.remove_prefix(digits + 1);
    return value;
}

}  // namespace

std::unique_ptr<Clock> system_clock() { return std::make_unique<SystemClock>(); }

SetClock::SetClock(std::chrono::sys_time<Millis> start) : start_(start) {}

std::optional<SetClock> SetClock::from(std::string_view text) {
    constexpr std::size_t date_size = 10;
    if (text.size() <= date_size || text[date_size] != 'T') return std::nullopt;
    const auto date = date_from_iso(text.substr(0, date_size));
    text.remove_prefix(date_size + 1);
    const auto hour = two_digits(text, 24, ':');
    if (!date || !hour) return std::nullopt;
    const auto minute = two_digits(text, 60, ':');
    if (!minute) return std::nullopt;
    const auto second = two_digits(text, 60, '\0');
    if (!second || !(text.empty() || text == "Z")) return std::nullopt;
    return SetClock(std::chrono::sys_days(*date) + std::chrono::hours{*hour} + Minutes{*minute} + seconds{*second});
}

Stamp SetClock::now() {
    Stamp stamp;
    stamp.wall = start_ + moved_;
    stamp.boot = stamp.wall.time_since_epoch();
    stamp.boot_id = 1;
    if (std::getenv("TZ") != nullptr) stamp.offset = offset_at(std::chrono::floor<seconds>(stamp.wall), "");
    return stamp;
}

void SetClock::advance(Millis by) { moved_ += by; }

std::optional<Millis> clock_step(std::string_view line) {
    if (!line.starts_with("@+")) return std::nullopt;
    line.remove_prefix(2);
    if (line.empty()) return std::nullopt;
    Millis step{0};
    if (const auto hours = amount(line, 'h')) step += std::chrono::hours{*hours};
    if (const auto minutes = amount(line, 'm')) step += Minutes{*minutes};
    if (const auto secs = amount(line, 's')) step += seconds{*secs};
    if (!line.empty()) return std::nullopt;
    return step;
}

}  // namespace folkmoot
