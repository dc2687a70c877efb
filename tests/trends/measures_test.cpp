#include "src/trends/measures.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;
using namespace std::chrono_literals;

namespace {

const Measure& measure(const std::vector<Measure>& all, std::string_view key) {
    return *std::ranges::find(all, key, &Measure::key);
}

/// The one figure of one meeting.
std::optional<double> value(const State& meeting, std::string_view key, std::string_view of = "") {
    const std::vector<State> meetings{meeting};
    const auto all = measures(meetings);
    for (const Series& each : measure(all, key).series) {
        if (each.of == of) return each.figures.at(0).value;
    }
    return std::nullopt;
}

bool withheld(const State& meeting, std::string_view key, Why why) {
    const std::vector<State> meetings{meeting};
    const auto all = measures(meetings);
    const auto& out = measure(all, key).left_out;
    return out.size() == 1 && out[0].why == why && out[0].meeting == meeting.id;
}

bool close(const std::optional<double>& found, double expected) { return found && std::abs(*found - expected) < 1e-12; }

}  // namespace

TEST_CASE("time is measured against the plan, an extension counts by consent only") {
    Plan plan = sample_plan();
    MeetingFixture meeting(plan);
    meeting.everyone_here();
    meeting.go(1);
    meeting.act(command::Extend{5min, true, std::nullopt});
    meeting.wait(25min);
    meeting.go(2);
    meeting.act(command::Extend{5min, false, std::nullopt});
    meeting.wait(18min);
    meeting.go(3);
    meeting.wait(10min + 59s);
    meeting.close();
    CHECK(close(value(meeting.state(), "start-delay"), 0.0));
    CHECK(close(value(meeting.state(), "planned-actual"), (25.0 + 18.0 + 10.0 + 59.0 / 60.0) / 45.0));
    CHECK(close(value(meeting.state(), "ended-in-time"), 2.0 / 3.0));
    CHECK(close(value(meeting.state(), "meeting-length"), (53.0 + 59.0 / 60.0) / 90.0));
    CHECK(close(value(meeting.state(), "objective-minutes", "O2"), 18.0));
    CHECK(close(value(meeting.state(), "papers-ahead"), 28.0));
    CHECK(close(value(meeting.state(), "leads-by-partner", "Port University"), 0.5));
}

TEST_CASE("turns and time are held against seats, when enough of them was recorded") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.go(1);
    meeting.act(command::Speak{seat(1)});
    meeting.wait(6min);
    meeting.act(command::Speak{seat(2)});
    meeting.wait(2min);
    meeting.act(command::Speak{seat(3)});
    meeting.wait(2min);
    meeting.act(command::StopSpeaking{});
    SECTION("enough") {
        meeting.wait(5min);
        meeting.close();
        CHECK(close(value(meeting.state(), "turns-by-partner", "Harbour Voices"), 2.0));
        CHECK(close(value(meeting.state(), "time-by-partner", "Harbour Voices"), 0.8 * 3.0));
        CHECK(close(value(meeting.state(), "time-by-partner", "City Council"), 0.0));
        CHECK(close(value(meeting.state(), "turns-recorded"), 10.0 / 15.0));
    }
    SECTION("too little") {
        meeting.wait(11min);
        meeting.close();
        CHECK_FALSE(value(meeting.state(), "turns-by-partner", "Harbour Voices"));
        CHECK(withheld(meeting.state(), "turns-by-partner", Why::little_recorded));
        CHECK(withheld(meeting.state(), "turn-balance", Why::little_recorded));
    }
}

TEST_CASE("earlier actions count once when they fall due, and as carried from the third time") {
    CarryOver carried = sample_carry_over();
    Matter late = carried.matters[0];
    late.id = CaptureId{derived_id(late.id, 1, "late")};
    late.due = Date{std::chrono::year{2026} / 10 / 20};  // before the last meeting
    late.carried = 3;
    Matter early = carried.matters[0];
    early.id = CaptureId{derived_id(early.id, 2, "early")};
    early.due = Date{std::chrono::year{2026} / 12 / 20};
    early.owner = seat(5);
    carried.matters.push_back(late);
    carried.matters.push_back(early);
    MeetingFixture meeting(sample_plan(), carried);
    meeting.everyone_here();
    meeting.go(Stage::actions);
    meeting.act(command::Review{early.id, event::Verdict::done, {}, ""});
    meeting.close();
    CHECK(close(value(meeting.state(), "actions-on-time"), 0.5));
    CHECK(close(value(meeting.state(), "on-time-by-partner", "City Council"), 1.0));
    CHECK(close(value(meeting.state(), "on-time-by-partner", "Harbour Voices"), 0.0));
    CHECK(close(value(meeting.state(), "actions-carried"), 1.0));
    CHECK(close(value(meeting.state(), "open-by-partner", "Harbour Voices"), 2.0));
    CHECK(close(value(meeting.state(), "action-age"), 28.0));
    CHECK(close(value(meeting.state(), "concerns-closed"), 0.0));
}

TEST_CASE("attendance leaves out whoever walked in, and time present counts them") {
    MeetingFixture meeting;
    meeting.here({seat(1), seat(3), seat(4)});
    meeting.act(command::Attend{{seat(2)}, Presence::apologies});
    meeting.go(1);
    meeting.wait(10min);
    meeting.act(command::Attend{{seat(3)}, Presence::left});
    meeting.wait(10min);
    meeting.close();
    CHECK(close(value(meeting.state(), "attendance"), 0.5));
    CHECK(close(value(meeting.state(), "attendance-by-partner", "Port University"), 1.0));
    CHECK(close(value(meeting.state(), "apologies"), 1.0 / 3.0));
    CHECK(close(value(meeting.state(), "apologies-by-partner", "Harbour Voices"), 1.0));
    CHECK(close(value(meeting.state(), "time-present"), 2.5 / 3.0));
    CHECK(close(value(meeting.state(), "time-present-by-partner", "Port University"), 0.75));
}

TEST_CASE("an objective left alone counts the meetings since an item was held on it") {
    std::vector<State> meetings;
    for (const bool held : {true, false, false}) {
        MeetingFixture meeting;
        meeting.everyone_here();
        meeting.go(held ? 1 : 3);
        meeting.wait(5min);
        meeting.close();
        meetings.push_back(meeting.state());
    }
    const auto all = measures(meetings);
    const auto& series = measure(all, "objective-untouched").series;
    REQUIRE(series.size() == 2);
    CHECK(series[0].of == "O1");
    CHECK(series[0].text == "Co-write the advert");
    CHECK(series[0].figures[0].value == 0.0);
    CHECK(series[0].figures[2].value == 2.0);
    CHECK(series[1].figures[2].value == 3.0);
}

TEST_CASE("a partner that people walk in for is one series, and one of another partnership is another") {
    std::vector<State> meetings;
    for (int i = 0; i < 2; ++i) {
        MeetingFixture meeting;
        meeting.everyone_here();
        meeting.go(1);
        meeting.close();
        meetings.push_back(meeting.state());
        const PartnerId id{derived_id(meetings.back().id, static_cast<std::uint64_t>(i), "walked in")};
        for (Person& each : meetings.back().people) {
            if (each.partner == meetings.back().partners[2].id) each.partner = id;
        }
        meetings.back().partners[2].id = id;
    }
    const auto one = measures(meetings);
    REQUIRE(measure(one, "attendance-by-partner").series.size() == 3);
    CHECK(measure(one, "attendance-by-partner").series[2].figures.size() == 2);
    CHECK(measure(one, "attendance-by-partner").series[2].partnership.empty());
    meetings[1].plan.partnership = PartnershipId{};
    meetings[1].plan.partnership_name = Words{"Another partnership"};
    const auto two = measures(meetings);
    REQUIRE(measure(two, "attendance-by-partner").series.size() == 6);
    CHECK(name_of(measure(two, "attendance-by-partner"), measure(two, "attendance-by-partner").series[5]) ==
          "Attendance by partner, City Council, Another partnership");
}
