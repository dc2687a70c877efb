#include "src/time/calendar.h"

#include "src/base/error.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace std::chrono_literals;
using std::chrono::April;
using std::chrono::December;
using std::chrono::February;
using std::chrono::January;
using std::chrono::July;
using std::chrono::March;
using std::chrono::November;
using std::chrono::October;
using std::chrono::sys_days;

namespace {

const std::string london = "Europe/London";
// A Tuesday.
constexpr Date today = 2026y / November / 24;

std::string read(std::string_view typed, Date from = today) {
    const auto date = read_date(typed, from);
    return date ? iso(*date) : "nothing";
}

std::string read_clock(std::string_view typed) {
    const auto time = read_time(typed);
    return time ? time_of_day(*time) : "nothing";
}

}  // namespace

TEST_CASE("The local date is the date at the local midnight's side") {
    Stamp stamp;
    stamp.wall = sys_days(2026y / November / 24) + 23h + 30min;
    CHECK(iso(date_of(stamp)) == "2026-11-24");
    stamp.offset = 60min;
    CHECK(iso(date_of(stamp)) == "2026-11-25");
    CHECK(local_time_of(stamp) == LocalTime{2026y / November / 25, 30min});
    CHECK(time_of_day(stamp) == "00:30");
    stamp.wall = sys_days(1969y / December / 31) + 12h;
    CHECK(time_of_day(stamp) == "13:00");
}

TEST_CASE("Days are counted over months, years and leap days") {
    CHECK(iso(plus_days(2028y / February / 28, 1)) == "2028-02-29");
    CHECK(iso(plus_days(2026y / February / 28, 1)) == "2026-03-01");
    CHECK(iso(plus_days(2027y / January / 1, -1)) == "2026-12-31");
    CHECK(days_between(2026y / November / 24, 2027y / November / 24) == 365);
    CHECK(days_between(2027y / November / 24, 2026y / November / 24) == -365);
    CHECK(days_between(2038y / January / 19, 2038y / January / 20) == 1);
}

TEST_CASE("Summer time is reckoned on both sides of its change") {
    CHECK(moment_of({2026y / March / 29, 30min}, london) == sys_days(2026y / March / 29) + 30min);
    CHECK(moment_of({2026y / March / 29, 120min}, london) == sys_days(2026y / March / 29) + 1h);
    CHECK(moment_of({2026y / July / 1, 14h}, london) == sys_days(2026y / July / 1) + 13h);
    CHECK(moment_of({2026y / October / 25, 120min}, london) == sys_days(2026y / October / 25) + 2h);
    CHECK(offset_at(sys_days(2026y / March / 29) + 59min, london) == 0min);
    CHECK(offset_at(sys_days(2026y / March / 29) + 60min, london) == 60min);
    CHECK(offset_at(sys_days(2026y / October / 25) + 59min, london) == 60min);
    CHECK(offset_at(sys_days(2026y / October / 25) + 60min, london) == 0min);
}

TEST_CASE("In the hour that summer time skips, the first moment after it counts") {
    CHECK(moment_of({2026y / March / 29, 60min}, london) == sys_days(2026y / March / 29) + 1h);
    CHECK(moment_of({2026y / March / 29, 90min}, london) == sys_days(2026y / March / 29) + 1h);
    CHECK(moment_of({2026y / March / 8, 150min}, "America/New_York") == sys_days(2026y / March / 8) + 7h);
}

TEST_CASE("In the hour that comes twice, the first one counts") {
    CHECK(moment_of({2026y / October / 25, 60min}, london) == sys_days(2026y / October / 25));
    CHECK(moment_of({2026y / October / 25, 90min}, london) == sys_days(2026y / October / 25) + 30min);
}

TEST_CASE("Summer time goes on after 2037, where zone files stop listing it") {
    CHECK(offset_at(sys_days(2038y / January / 20), london) == 0min);
    CHECK(offset_at(sys_days(2038y / July / 1), london) == 60min);
    // 2040: Sunday 25 March and Sunday 28 October.
    CHECK(offset_at(sys_days(2040y / March / 25) + 59min, london) == 0min);
    CHECK(offset_at(sys_days(2040y / March / 25) + 60min, london) == 60min);
    CHECK(offset_at(sys_days(2040y / October / 28) + 60min, london) == 0min);
    CHECK(moment_of({2040y / July / 1, 14h}, london) == sys_days(2040y / July / 1) + 13h);
    // Auckland changes on Sunday 1 April 2040 local time, which is still 31 March in UTC.
    CHECK(offset_at(sys_days(2040y / March / 31) + 13h, "Pacific/Auckland") == 13h);
    CHECK(offset_at(sys_days(2040y / March / 31) + 14h, "Pacific/Auckland") == 12h);
    CHECK(offset_at(sys_days(2040y / April / 1), "Pacific/Auckland") == 12h);
}

TEST_CASE("A zone that does not exist is named") {
    CHECK(zone_exists(london));
    CHECK(zone_exists(""));
    CHECK(zone_exists("UTC"));
    CHECK_FALSE(zone_exists("Europe/Lodnon"));
    CHECK_FALSE(zone_exists("../../etc/passwd"));
    CHECK_THROWS_AS(offset_at(sys_days(today), "Mars"), Error);
    CHECK_THROWS_WITH(moment_of({today, 0min}, "Mars\x1b"), "There is no time zone \"Mars\".");
}

TEST_CASE("Dates and times are said in words") {
    CHECK(in_words(today) == "Tuesday 24 November 2026");
    CHECK(in_words(LocalTime{today, 14h}) == "Tuesday 24 November 2026, 14:00");
    CHECK(in_words(2028y / February / 29) == "Tuesday 29 February 2028");
    CHECK(time_of_day(0min) == "00:00");
    CHECK(time_of_day(1445min) == "00:05");
    CHECK(time_of_day(-5min) == "23:55");
}

TEST_CASE("ISO dates are read exactly or not at all") {
    CHECK(date_from_iso("2026-11-24") == today);
    CHECK(date_from_iso("2028-02-29"));
    for (const char* text : {"", "2026-02-30", "2026-2-3", "2026-13-01", "2026-00-10", "2026-11-00", "26-11-24",
                             "2026/11/24", "2026-11-24 ", "+026-11-24", "0000-01-01", "2026-02-29"}) {
        INFO(text);
        CHECK_FALSE(date_from_iso(text));
    }
}

TEST_CASE("Durations are said in hours and minutes") {
    CHECK(duration_in_words(0ms) == "0 minutes");
    CHECK(duration_in_words(1ms) == "less than a minute");
    CHECK(duration_in_words(29999ms) == "less than a minute");
    CHECK(duration_in_words(30s) == "1 minute");
    CHECK(duration_in_words(89999ms) == "1 minute");
    CHECK(duration_in_words(90s) == "2 minutes");
    CHECK(duration_in_words(12min) == "12 minutes");
    CHECK(duration_in_words(59min + 30s) == "1 hour");
    CHECK(duration_in_words(65min) == "1 hour 5 minutes");
    CHECK(duration_in_words(26h + 1min) == "26 hours 1 minute");
}

TEST_CASE("Today, tomorrow and weekdays are read") {
    CHECK(read("today") == "2026-11-24");
    CHECK(read(" Tomorrow ") == "2026-11-25");
    CHECK(read("the day after tomorrow") == "2026-11-26");
    CHECK(read("friday") == "2026-11-27");
    CHECK(read("on Fri.") == "2026-11-27");
    CHECK(read("MONDAY") == "2026-11-30");
    CHECK(read("thurs") == "2026-11-26");
}

TEST_CASE("A weekday typed on that weekday is in seven days") {
    CHECK(read("tuesday") == "2026-12-01");
    CHECK(read("friday", 2026y / November / 27) == "2026-12-04");
}

TEST_CASE("A next weekday is in the week after this, and weeks start on Monday") {
    CHECK(read("next friday") == "2026-12-04");
    CHECK(read("next monday") == "2026-11-30");
    CHECK(read("next sunday") == "2026-12-06");
    CHECK(read("next friday", 2026y / November / 27) == "2026-12-04");
    CHECK(read("next monday", 2026y / November / 29) == "2026-11-30");
    CHECK(read("next sunday", 2026y / November / 29) == "2026-12-06");
}

TEST_CASE("Spans from today are read") {
    CHECK(read("in 3 days") == "2026-11-27");
    CHECK(read("In 1 day") == "2026-11-25");
    CHECK(read("in two weeks") == "2026-12-08");
    CHECK(read("next week") == "2026-12-01");
    CHECK(read("in a month") == "2026-12-24");
    CHECK(read("in a month", 2027y / January / 31) == "2027-02-28");
    CHECK(read("in 1 month", 2028y / January / 31) == "2028-02-29");
    CHECK(read("in a year", 2028y / February / 29) == "2029-02-28");
    CHECK(read("in 99999999999 days") == "nothing");
    CHECK(read("in 9999 years") == "nothing");
    CHECK(read("in -1 days") == "nothing");
    CHECK(read("in days") == "nothing");
}

TEST_CASE("A day and a month are the next such day from today on") {
    CHECK(read("1 december") == "2026-12-01");
    CHECK(read("december 1") == "2026-12-01");
    CHECK(read("Dec 1st") == "2026-12-01");
    CHECK(read("the 2nd of December") == "2026-12-02");
    CHECK(read("24 november") == "2026-11-24");
    CHECK(read("23 november") == "2027-11-23");
    CHECK(read("29 february") == "2028-02-29");
    CHECK(read("29 feb", 2096y / March / 1) == "2104-02-29");
    CHECK(read("5 sept") == "2027-09-05");
}

TEST_CASE("Dates with a year are read in any order that people use") {
    CHECK(read("1 dec 2027") == "2027-12-01");
    CHECK(read("December 1, 2027") == "2027-12-01");
    CHECK(read("2026-12-01") == "2026-12-01");
    CHECK(read("1/12/2026") == "2026-12-01");
    CHECK(read("1/12/26") == "2026-12-01");
    CHECK(read("1.12.2026") == "2026-12-01");
    CHECK(read("1/12") == "2026-12-01");
    CHECK(read("19 january 2038") == "2038-01-19");
    CHECK(read(in_words(today)) == "2026-11-24");
    CHECK(read("friday 27 november") == "2026-11-27");
    CHECK(read("friday 28 november 2026") == "nothing");
}

TEST_CASE("What is no date is nothing") {
    for (const char* typed : {"",
                              " ",
                              "31 february",
                              "2026-02-30",
                              "29 february 2027",
                              "31/4/2026",
                              "0 december",
                              "32 december",
                              "1/13/2026",
                              "december",
                              "1",
                              "soon",
                              "fr",
                              "next",
                              "in",
                              "on",
                              "the",
                              "in a",
                              "1 2 3",
                              "next december",
                              "1 december 27",
                              "1 december 2026 at",
                              "1//2026",
                              "//",
                              "...",
                              "2.30",
                              "14:00",
                              "today tomorrow",
                              "\xFF\x1b[",
                              "1st",
                              "de 1"}) {
        INFO(typed);
        CHECK(read(typed) == "nothing");
    }
}

TEST_CASE("The examples in messages are dates") {
    CHECK(std::string(date_examples()) == "friday, in 2 weeks, 1 december or 2026-12-01");
    for (const char* typed : {"friday", "in 2 weeks", "1 december", "2026-12-01"}) CHECK(read_date(typed, today));
}

TEST_CASE("Times of day are read as people write them") {
    CHECK(read_clock("14:00") == "14:00");
    CHECK(read_clock("9") == "09:00");
    CHECK(read_clock("9:30") == "09:30");
    CHECK(read_clock("2pm") == "14:00");
    CHECK(read_clock("2.30 pm") == "14:30");
    CHECK(read_clock("At 2 P.M.") == "14:00");
    CHECK(read_clock("12am") == "00:00");
    CHECK(read_clock("12 pm") == "12:00");
    CHECK(read_clock("noon") == "12:00");
    CHECK(read_clock("00:00") == "00:00");
    CHECK(read_clock("23:59") == "23:59");
}

TEST_CASE("What is no time of day is nothing") {
    for (const char* typed : {"", "24:00", "12:60", "9:5", "13pm", "0am", "pm", ":30", "9:", "-1", "999", "9:30:00",
                              "nine", "9 9", "tomorrow"}) {
        INFO(typed);
        CHECK(read_clock(typed) == "nothing");
    }
}
