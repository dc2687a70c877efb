#include "src/exports/next_meetings.h"

#include <nlohmann/json.hpp>

#include "src/exports/icalendar.h"
#include "tests/exports/meetings.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace test;
using exports_test::at;
using exports_test::id;
using namespace std::chrono_literals;

namespace {

Date day(int year, unsigned month, unsigned number) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

/// Meetings of groups in one log. The first day is Tuesday 24 November 2026.
struct Groups {
    LogFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"groups"};

    /// So many days after the first; with a date for the next one or none.
    Run held(const std::string& group, int days, std::optional<Date> next, std::optional<Minutes> time = {}) {
        Plan plan = plan_called(group + " on day " + std::to_string(days));
        plan.group = group;
        plan.place = "Town hall";
        Run run(*log, plan, later(start_time(), std::chrono::hours{24} * days), ids);
        if (next) run.act(command::SetNextMeeting{*next, time});
        return run;
    }
    void closed(const std::string& group, int days, std::optional<Date> next, std::optional<Minutes> time = {}) {
        held(group, days, next, time).close();
    }
    std::vector<NextMeeting> next() { return next_meetings(*log); }
};

NextMeeting meeting() {
    NextMeeting made;
    made.id = id<MeetingId>(0x3c);
    made.group = "Working group";
    made.partnership = "Harbour research partnership";
    made.date = day(2026, 12, 15);
    made.time = 14h;
    made.length = 90min;
    made.place = "Town hall, room 2";
    made.facilitator = "Dev";
    made.host = "Port University";
    made.agreed_at = id<MeetingId>(0x1a);
    made.agreed_title = "Working group 7";
    made.agreed_on = day(2026, 11, 24);
    return made;
}

std::string ics(const NextMeeting& of) {
    std::string text = next_meetings_ics({of}, at(16, 5));
    for (std::size_t fold = 0; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
    return text;
}

}  // namespace

TEST_CASE("each group's next meeting is the one that it agreed on last, the earliest first") {
    Groups groups;
    CHECK(groups.next().empty());
    groups.closed("Forum", 0, day(2027, 3, 2));
    groups.closed("Working group", 0, day(2026, 12, 15), 14h);
    groups.closed("Silent group", 0, std::nullopt);
    const auto next = groups.next();
    REQUIRE(next.size() == 2);
    CHECK(next[0].group == "Working group");
    CHECK(next[0].date == day(2026, 12, 15));
    CHECK(next[0].time == Minutes{14h});
    CHECK(next[0].place == "Town hall");
    CHECK(next[0].length == 90min);
    CHECK(next[0].agreed_on == day(2026, 11, 24));
    CHECK(next[1].group == "Forum");
    CHECK_FALSE(next[1].time);
}

TEST_CASE("who facilitates and who hosts the next meeting is known") {
    Groups groups;
    Run run = groups.held("Working group", 0, day(2026, 12, 15));
    run.act(command::SetNextFacilitator{seat(4)});
    run.act(command::SetNextHost{run.state().partners[1].id});
    run.close();
    const auto next = groups.next();
    REQUIRE(next.size() == 1);
    CHECK(next[0].facilitator == "Dev");
    CHECK(next[0].host == "Port University");
}

TEST_CASE("a meeting in between that agrees on another date changes the next meeting and keeps its id") {
    Groups groups;
    groups.closed("Working group", 0, day(2026, 12, 15), 14h);
    const auto before = groups.next();
    groups.closed("working  GROUP", 7, day(2026, 12, 17));
    const auto after = groups.next();
    REQUIRE(after.size() == 1);
    CHECK(after[0].id == before[0].id);
    CHECK(after[0].date == day(2026, 12, 17));
    CHECK_FALSE(after[0].time);
    CHECK(before[0].changes == 0);
    CHECK(after[0].changes == 1);
    groups.closed("Working group", 8, std::nullopt);
    CHECK(groups.next() == after);
}

TEST_CASE(
    "what was agreed on is over once the group meets on that day or later, and the one after has an id of its own") {
    Groups groups;
    groups.closed("Working group", 0, day(2026, 12, 15));
    const auto first = groups.next();
    Run second = groups.held("Working group", 21, day(2027, 1, 19));
    CHECK(groups.next().empty());  // it is being held: what it agrees on counts when it is closed
    second.close();
    const auto after = groups.next();
    REQUIRE(after.size() == 1);
    CHECK(after[0].date == day(2027, 1, 19));
    CHECK(after[0].id != first[0].id);
    CHECK(after[0].changes == 0);
}

TEST_CASE("a line about the next meeting makes sense alone, and says when its day has passed") {
    CHECK(next_meeting_lines({meeting()}, day(2026, 12, 15)) ==
          std::vector<std::string>{"Working group, Harbour research partnership: Tuesday 15 December 2026, 14:00, Town "
                                   "hall, room 2 as last time, Dev facilitates, Port University hosts, agreed on "
                                   "Tuesday 24 November 2026"});
    NextMeeting bare;
    bare.date = day(2026, 12, 15);
    bare.agreed_on = day(2026, 11, 24);
    CHECK(next_meeting_lines({bare}, day(2026, 12, 16)) ==
          std::vector<std::string>{"Group without name: Tuesday 15 December 2026, no time yet, agreed on Tuesday 24 "
                                   "November 2026, that day has passed and the group has not met since"});
}

TEST_CASE("JSON of next meetings holds whole ids, ISO dates and null for what is not there") {
    NextMeeting bare = meeting();
    bare.time.reset();
    bare.host.clear();
    const auto read = nlohmann::json::parse(next_meetings_json({meeting(), bare}));
    CHECK(read[0]["id"] == "3c3c3c3c-3c3c-3c3c-3c3c-3c3c3c3c3c3c");
    CHECK(read[0]["date"] == "2026-12-15");
    CHECK(read[0]["time"] == "14:00");
    CHECK(read[0]["minutes"] == 90);
    CHECK(read[0]["agreed_at"] == "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a");
    CHECK(read[1]["time"].is_null());
    CHECK(read[1]["host"].is_null());
    CHECK(next_meetings_json({}) == "[]\n");
}

TEST_CASE("the next meeting in a calendar has its time, its length, its place and who facilitates") {
    CHECK(ics(meeting()) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Folkmoot//Folkmoot//EN\r\nBEGIN:VEVENT\r\n"
          "UID:3c3c3c3c-3c3c-3c3c-3c3c-3c3c3c3c3c3c\r\nDTSTAMP:20261124T160500Z\r\nLAST-MODIFIED:20261124T160500Z\r\n"
          "SEQUENCE:0\r\nSUMMARY:Working group\\, next meeting\r\nDTSTART:20261215T140000\r\nDTEND:20261215T153000\r\n"
          "LOCATION:Town hall\\, room 2\r\nDESCRIPTION:Facilitates: Dev\\nHosts: Port University\\nPlace: as last "
          "time\\nAgreed: Working group 7\\, Tuesday 24 November 2026\\nPartnership: Harbour research partnership\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("the next meeting is of a whole day without a time, and ends on the next day when it must") {
    NextMeeting next = meeting();
    next.time.reset();
    CHECK(has(ics(next), "DTSTART;VALUE=DATE:20261215\r\n"));
    CHECK_FALSE(has(ics(next), "DTEND"));
    next.time = 23h;
    CHECK(has(ics(next), "DTSTART:20261215T230000\r\nDTEND:20261216T003000\r\n"));
    next.length = 0min;
    CHECK_FALSE(has(ics(next), "DTEND"));
    next.changes = 2;
    CHECK(has(ics(next), "SEQUENCE:2\r\n"));
}

TEST_CASE("no name or place ends a line of the calendar") {
    NextMeeting next = meeting();
    next.group = next.place = next.facilitator = next.host = next.agreed_title = next.partnership =
        "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nx;y\\\x1b[2J";
    const std::string written = ics(next);
    CHECK(std::ranges::count(written, '\n') == 15);
    CHECK_FALSE(has(written, "\x1b"));
    CHECK(next_meeting_lines({next}, day(2026, 12, 1)).front().find_first_of("\r\n\x1b") == std::string::npos);
}

}  // namespace folkmoot
