#include "src/time/clock.h"

#include <time.h>

#include <cstdlib>

#include "src/time/calendar.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// TZ as a test wants it, and as it was afterwards.
class Zone {
public:
    explicit Zone(const char* name) {
        if (const char* old = std::getenv("TZ")) old_ = old;
        name == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", name, 1);
        ::tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    ~Zone() {
        old_ ? ::setenv("TZ", old_->c_str(), 1) : ::unsetenv("TZ");
        ::tzset();
    }

private:
    std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("Time between two moments of one run of the machine ignores a wall clock that was set") {
    Stamp from;
    from.boot_id = 5;
    Stamp to = later(from, minutes{3});
    CHECK(elapsed(from, to) == minutes{3});
    to.wall -= hours{8};
    CHECK(elapsed(from, to) == minutes{3});
    CHECK(elapsed(to, from) == Millis{0});
}

TEST_CASE("Time between two runs of the machine is the wall clock's and never below zero") {
    Stamp from;
    from.boot_id = 5;
    from.boot = hours{100};
    Stamp to;
    to.boot_id = 6;
    to.wall = from.wall + hours{2};
    CHECK(elapsed(from, to) == hours{2});
    CHECK(elapsed(to, from) == Millis{0});
}

TEST_CASE("A set clock stands still until it is moved") {
    const Zone zone(nullptr);
    auto clock = SetClock::from("2026-11-24T14:00:00Z");
    REQUIRE(clock);
    const Stamp start = clock->now();
    CHECK(in_words(local_time_of(start)) == "Tuesday 24 November 2026, 14:00");
    CHECK(clock->now() == start);
    clock->advance(seconds{90});
    CHECK(elapsed(start, clock->now()) == seconds{90});
    CHECK(clock->now().wall - start.wall == seconds{90});
    CHECK(clock->slept() == Millis{0});
    CHECK(start.boot_id == 1);
}

TEST_CASE("Durations between two set clocks are those between their times") {
    auto one = SetClock::from("2026-11-24T14:00:00");
    auto two = SetClock::from("2026-11-25T14:00:00Z");
    REQUIRE((one && two));
    CHECK(elapsed(one->now(), two->now()) == hours{24});
}

TEST_CASE("A set clock shows local time only when TZ names a zone") {
    auto clock = SetClock::from("2026-07-01T12:00:00Z");
    REQUIRE(clock);
    {
        const Zone zone("Europe/London");
        CHECK(clock->now().offset == minutes{60});
        CHECK(time_of_day(clock->now()) == "13:00");
    }
    const Zone zone(nullptr);
    CHECK(clock->now().offset == minutes{0});
}

TEST_CASE("What is not a time does not set a clock") {
    for (const char* text : {"", "now", "2026-11-24", "2026-11-24T", "2026-11-24 14:00:00", "2026-11-24T14:00",
                             "2026-11-24T24:00:00", "2026-11-24T14:60:00", "2026-11-24T14:00:60", "2026-02-30T14:00:00",
                             "2026-11-24T14:00:00+01", "2026-11-24T14:00:00ZZ", "2026-11-24T-1:00:00"}) {
        INFO(text);
        CHECK_FALSE(SetClock::from(text));
    }
}

TEST_CASE("A typed step moves the clock by hours, minutes and seconds") {
    CHECK(clock_step("@+90s") == Millis{seconds{90}});
    CHECK(clock_step("@+10m") == Millis{minutes{10}});
    CHECK(clock_step("@+1h") == Millis{hours{1}});
    CHECK(clock_step("@+1m30s") == Millis{seconds{90}});
    CHECK(clock_step("@+1h2m3s") == Millis{hours{1} + minutes{2} + seconds{3}});
}

TEST_CASE("Any other line is no step") {
    for (const char* line : {"", "@", "@+", "@+s", "@+5", "@-5s", "@+5x", "@+30s1m", "@+1m 30s", "+90s", " @+90s",
                             "@+1m1m", "@+99999999999999999999s"}) {
        INFO(line);
        CHECK_FALSE(clock_step(line));
    }
}

TEST_CASE("The system clock goes forward within one run of the machine") {
    const auto clock = system_clock();
    const Stamp one = clock->now();
    const Stamp two = clock->now();
    CHECK(one.boot_id == two.boot_id);
    CHECK(one.boot_id == system_clock()->now().boot_id);
    CHECK(two.boot >= one.boot);
    CHECK(elapsed(one, two) < minutes{1});
    CHECK(clock->slept() == Millis{0});
    CHECK(static_cast<int>(date_of(one).year()) >= 2024);
}

TEST_CASE("The system clock follows TZ") {
    const Zone zone("Asia/Kolkata");
    CHECK(system_clock()->now().offset == minutes{330});
}

TEST_CASE("A local time without a zone is the machine's") {
    using namespace std::chrono;
    const Zone zone("Europe/London");
    CHECK(moment_of({2026y / July / 1, minutes{13 * 60}}, "") == sys_days(2026y / July / 1) + 12h);
    CHECK(moment_of({2026y / March / 29, minutes{90}}, "") == sys_days(2026y / March / 29) + 1h);
    CHECK(moment_of({2026y / October / 25, minutes{90}}, "") == sys_days(2026y / October / 25) + 30min);
    CHECK(offset_at(sys_days(2040y / July / 1), "") == 60min);
}
