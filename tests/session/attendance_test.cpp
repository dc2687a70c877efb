#include "src/session/attendance.h"

#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot {

using namespace test;
using namespace std::chrono_literals;

namespace {

/// Meetings of the sample plan on a clock that is moved by hand, a log in memory.
struct Meetings {
    LogFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"attendance"};

    /// Everybody of the plan is here half a minute after the beginning; half a minute goes by with every act.
    std::unique_ptr<Run> held(int days, const Plan& plan) {
        const Stamp now = later(start_time(), std::chrono::hours{24} * days);
        return std::make_unique<Run>(*log, plan, now, ids);
    }
    std::unique_ptr<Run> held(int days) { return held(days, plan_called("Day " + std::to_string(days))); }
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

/// Ben keeps the time, Asha leads the first item and a break, Dev the third.
Plan plan_with_duties() {
    Plan plan = sample_plan();
    plan.timekeeper = "Ben";
    plan.items.push_back({"Tea", ItemKind::pause, 10min, {}, "Asha", {}});
    return plan;
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

TEST_CASE("with a partner asked for, only the people of that partner are listed") {
    Meetings meetings;
    meetings.held(0)->close();
    MeetingFilter filter;
    filter.partner = "harbour";
    const auto list = attendance_list(*meetings.log, filter);
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows[0].person == "Asha");
    CHECK(list.rows[1].person == "Ben");
}

TEST_CASE("everybody who came has the role and the duties that they had at that meeting") {
    Meetings meetings;
    auto run = meetings.held(0, plan_with_duties());
    // The third item is not held: Dev does not lead it.
    for (const std::size_t number : {0U, 1U, 3U})
        run->act(command::Go{{Stage::items, run->state().agenda.at(number).item.id}});
    run->close();
    const auto list = attendance_list(*meetings.log, {});
    CHECK(row(list, "Asha")->role == "co-chair");
    CHECK(row(list, "Asha")->duties == DutiesHad{1, 0, 0, 1});
    CHECK(row(list, "Ben")->role.empty());
    CHECK(row(list, "Ben")->duties == DutiesHad{0, 0, 1, 0});
    CHECK(row(list, "Dev")->duties == DutiesHad{0, 1, 0, 0});
    CHECK(row(list, "Eve")->duties == DutiesHad{});
}

TEST_CASE("a duty is of the person who took it over, and the totals say how many meetings it was") {
    Meetings meetings;
    meetings.held(0, plan_with_duties())->close();
    auto run = meetings.held(7, plan_with_duties());
    run->act(command::TakeDuty{Duty::take_notes, seat(1), {}});
    run->act(command::Go{{Stage::items, run->state().agenda.at(0).item.id}});
    run->close();
    const auto list = attendance_list(*meetings.log, {});
    CHECK(total(list, "Asha")->duties == DutiesHad{2, 1, 0, 1});
    CHECK(total(list, "Asha")->role == "co-chair");
    CHECK(total(list, "Ben")->duties == DutiesHad{0, 0, 2, 0});
    CHECK(total(list, "Dev")->duties == DutiesHad{0, 1, 0, 0});
}

TEST_CASE("who was counted with all and then marked as away at the opening has not come") {
    Meetings meetings;
    auto run = meetings.held(0);
    run->act(command::Attend{{seat(2)}, Presence::apologies});
    run->act(command::Next{});
    run->act(command::Attend{{seat(3)}, Presence::away});
    run->close();
    const AttendanceList list = attendance_list(*meetings.log, {});
    CHECK(row(list, "Ben") == nullptr);
    CHECK(total(list, "Ben") == nullptr);
    // Once the meeting has gone on, somebody who goes was there until then.
    REQUIRE(row(list, "Cara") != nullptr);
    CHECK(row(list, "Cara")->present > Minutes{0});
}

}  // namespace folkmoot
