#include "src/exports/attendance_list.h"

#include <nlohmann/json.hpp>

#include "tests/exports/meetings.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace test;
using exports_test::at;
using exports_test::id;
using namespace std::chrono_literals;

namespace {

/// Meetings of the sample plan on a clock that is moved by hand, a log in memory.
struct Meetings {
    LogFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"attendance"};

    /// Everybody of the plan is here half a minute after the beginning; half a minute goes by with every act.
    std::unique_ptr<Run> held(int days) {
        const Stamp now = later(start_time(), std::chrono::hours{24} * days);
        return std::make_unique<Run>(*log, plan_called("Day " + std::to_string(days)), now, ids);
    }
};

const AttendanceRow* row(const AttendanceList& list, std::string_view person, std::size_t meeting = 0) {
    std::size_t seen = 0;
    for (const AttendanceRow& each : list.rows) {
        if (each.person == person && seen++ == meeting) return &each;
    }
    return nullptr;
}

const AttendanceTotal* total(const AttendanceList& list, std::string_view person) {
    for (const AttendanceTotal& each : list.totals) {
        if (each.person == person) return &each;
    }
    return nullptr;
}

AttendanceList two_rows() {
    AttendanceList list;
    AttendanceRow row;
    row.meeting = id<MeetingId>(0x1a);
    row.date = Date{std::chrono::year{2026} / 11 / 24};
    row.title = "Working group 7";
    row.group = "Working group";
    row.partnership = "Harbour";
    row.person_id = id<PersonId>(1);
    row.person = "Asha";
    row.partner = "Harbour Voices";
    row.arrived = at(14, 3);
    row.left = at(15, 31);
    row.present = 88min;
    list.rows = {row};
    list.totals = {{row.person_id, "Asha", "Harbour Voices", "Harbour", 2, 153min}};
    return list;
}

}  // namespace

TEST_CASE("time present counts from here to left, and again after coming back") {
    Meetings meetings;
    auto run = meetings.held(0);
    const auto wait = [&](int halves) {
        for (int i = 0; i < halves; ++i) run->act(command::Capture{CaptureKind::note, "half a minute", "", {}, {}});
    };
    wait(9);
    run->act(command::Attend{{seat(2)}, Presence::left});  // five minutes after they were here
    wait(9);
    run->act(command::Attend{{seat(2)}, Presence::here});  // five minutes later
    wait(6);
    run->close();
    const auto list = attendance_list(*meetings.log, {});
    REQUIRE(list.rows.size() == 6);
    const Millis whole = list.rows[0].left.wall - list.rows[0].arrived.wall;
    CHECK(row(list, "Asha")->present == std::chrono::floor<Minutes>(whole + 30s));
    CHECK(row(list, "Ben")->present == std::chrono::floor<Minutes>(whole - 5min + 30s));
    CHECK(row(list, "Ben")->partner == "Harbour Voices");
    CHECK(row(list, "Ben")->left == row(list, "Asha")->left);
}

TEST_CASE("who did not come is not listed, and an open meeting is not counted") {
    Meetings meetings;
    auto run = meetings.held(0);
    run->act(command::Undo{});
    run->act(command::Attend{{seat(1)}, Presence::here});
    run->act(command::Attend{{seat(2)}, Presence::apologies, "ill"});
    CHECK(attendance_list(*meetings.log, {}).rows.empty());
    CHECK(attendance_list(*meetings.log, {}).still_open == 1);
    run->close();
    const auto list = attendance_list(*meetings.log, {});
    REQUIRE(list.rows.size() == 1);
    CHECK(list.rows[0].person == "Asha");
    CHECK(list.still_open == 0);
}

TEST_CASE("a person's total is what their rows add up to, whoever walked in included") {
    Meetings meetings;
    for (const int days : {0, 7}) {
        auto run = meetings.held(days);
        run->act(command::WalkIn{"Gwen", "City Council"});
        run->close();
    }
    const auto list = attendance_list(*meetings.log, {});
    REQUIRE(list.rows.size() == 14);
    CHECK(list.rows[0].title == "Day 0");
    CHECK(list.totals.size() == 7);
    for (const char* name : {"Asha", "Gwen"}) {
        INFO(name);
        REQUIRE(total(list, name) != nullptr);
        CHECK(total(list, name)->meetings == 2);
        CHECK(total(list, name)->present == row(list, name)->present + row(list, name, 1)->present);
    }
    CHECK(list.totals.front().person == "Asha");
    CHECK(list.totals.back().person == "Gwen");
}

TEST_CASE("only what was asked for is listed") {
    Meetings meetings;
    for (const int days : {0, 7}) meetings.held(days)->close();
    MeetingFilter filter;
    filter.person = "asha";
    CHECK(attendance_list(*meetings.log, filter).rows.size() == 2);
    CHECK(attendance_list(*meetings.log, filter).totals.size() == 1);
    filter.from = Date{std::chrono::year{2026} / 11 / 30};
    CHECK(attendance_list(*meetings.log, filter).rows.size() == 1);
    filter.group = "Nobody";
    CHECK(attendance_list(*meetings.log, filter) == AttendanceList{});
}

TEST_CASE("attendance is said in lines that make sense alone") {
    auto list = two_rows();
    list.still_open = 1;
    CHECK(
        attendance_lines(list) ==
        std::vector<std::string>{"Tuesday 24 November 2026, Working group 7: Asha, Harbour Voices, 1 hour 28 minutes, "
                                 "from 14:03 to 15:31",
                                 "", "In all", "Asha, Harbour Voices: 2 hours 33 minutes at 2 meetings",
                                 "Not counted: 1 meeting that is still open."});
    CHECK(attendance_lines({}).empty());
}

TEST_CASE("attendance as CSV has a line a person and meeting, then one a person, and guards its texts") {
    auto list = two_rows();
    CHECK(attendance_csv(list, false) ==
          "line,meeting,date,title,group,partnership,person_id,person,partner,arrived,left,minutes,meetings\r\n"
          "meeting,1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,2026-11-24,Working group 7,Working group,Harbour,"
          "01010101010101010101010101010101,Asha,Harbour Voices,14:03,15:31,88,1\r\n"
          "total,,,,,Harbour,01010101010101010101010101010101,Asha,Harbour Voices,,,153,2\r\n");
    list.rows[0].person = list.rows[0].partner = list.rows[0].title = list.rows[0].group = list.rows[0].partnership =
        "=1+1\x1b";
    list.totals[0].person = list.totals[0].partner = list.totals[0].partnership = "@x";
    CHECK_FALSE(has(attendance_csv(list, false), ",="));
    CHECK_FALSE(has(attendance_csv(list, false), ",@"));
    CHECK(has(attendance_csv(list, true), ",=1+1,"));
    CHECK_FALSE(has(attendance_csv(list, true), "\x1b"));
}

TEST_CASE("attendance as JSON has whole ids and ISO dates, and the totals beside") {
    auto list = two_rows();
    list.rows[0].partner.clear();
    list.rows[0].title = "a\x1b[2J\n\"b\"";
    const auto read = nlohmann::json::parse(attendance_json(list));
    CHECK(read["attendance"][0]["date"] == "2026-11-24");
    CHECK(read["attendance"][0]["minutes"] == 88);
    CHECK(read["attendance"][0]["arrived"] == "14:03");
    CHECK(read["attendance"][0]["partner"].is_null());
    CHECK(read["attendance"][0]["title"] == "a[2J\n\"b\"");
    CHECK(read["totals"][0]["minutes"] == 153);
    CHECK(read["not_closed"] == 0);
}

}  // namespace folkmoot
