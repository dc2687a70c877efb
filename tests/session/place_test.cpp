#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

namespace {

/// Where the meeting is, in one word: a stage or an item's title.
std::string where(const State& state, const Place& place) {
    return place.item ? state.item(*place.item)->item.title.text : std::string(in_words(place.stage));
}
std::string where(const MeetingFixture& meeting) { return where(meeting.state(), meeting.state().place); }
std::string after(const MeetingFixture& meeting) {
    const auto place = place_after(meeting.state(), meeting.state().place);
    return place ? where(meeting.state(), *place) : "";
}
std::string before(const MeetingFixture& meeting) {
    const auto place = place_before(meeting.state(), meeting.state().place);
    return place ? where(meeting.state(), *place) : "";
}

}  // namespace

TEST_CASE("a meeting goes through all its places in order", "[place]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.everyone_here();
    const std::vector<std::string> places{
        "opening",   "check-in", "actions from last time", "Recruitment advert", "Ramp", "Website", "pulse",
        "check-out", "closing"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(where(meeting) == places[i]);
        CHECK(before(meeting) == (i == 0 ? "" : places[i - 1]));
        CHECK(after(meeting) == (i + 1 == places.size() ? "" : places[i + 1]));
        if (i + 1 < places.size()) meeting.next();
    }
    CHECK(meeting.state().visited.size() == 7);
    CHECK(meeting.state().skipped.empty());
}

TEST_CASE("without matters and pulse their stages are passed over both ways", "[place]") {
    Plan plan = sample_plan();
    plan.pulse.reset();
    MeetingFixture meeting(plan);
    meeting.next();
    CHECK(after(meeting) == "Recruitment advert");
    meeting.next();
    CHECK(before(meeting) == "check-in");
    meeting.go(3);
    CHECK(after(meeting) == "check-out");
    meeting.go(Stage::checkout);
    CHECK(before(meeting) == "Website");
}

TEST_CASE("a taken pulse is passed over", "[place]") {
    MeetingFixture meeting;
    meeting.go(Stage::pulse);
    meeting.act(command::TakePulse{{{1, 2, 3, 4}, {1, 2, 3, 4}}});
    CHECK(after(meeting) == "check-out");
    meeting.next();
    CHECK(before(meeting) == "Website");
}

TEST_CASE("going on passes over items with an outcome, going back over those left out", "[place]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.act(command::SettleItem{meeting.item_id(2), Outcome::dropped, "no time"});
    meeting.go(1);
    CHECK(after(meeting) == "Website");
    meeting.next();
    CHECK(where(meeting) == "Website");
    CHECK(before(meeting) == "Recruitment advert");
    meeting.act(command::Back{});
    CHECK(meeting.state().open_item()->slot.outcome == Outcome::done);
    meeting.act(command::SettleItem{meeting.item_id(3), Outcome::carried, ""});
    CHECK(after(meeting) == "pulse");
    meeting.go(Stage::pulse);
    CHECK(before(meeting) == "Website");
}

TEST_CASE("a meeting without items goes from the check-in to the check-out", "[place]") {
    Plan plan = sample_plan();
    plan.items.clear();
    plan.pulse.reset();
    MeetingFixture meeting(plan);
    meeting.next();
    CHECK(after(meeting) == "check-out");
    meeting.next();
    CHECK(before(meeting) == "check-in");
    meeting.next();
    CHECK(meeting.act(command::Close{}) == "The meeting is closed.");
}

TEST_CASE("added and moved items come where they were put", "[place]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.act(command::Take{matter_id(MatterKind::item), {}});
    meeting.act(command::MoveItem{meeting.item_id(4), meeting.item_id(1)});
    meeting.go(1);
    CHECK(where(meeting) == "Newsletter");
    CHECK(after(meeting) == "Recruitment advert");
    meeting.act(command::MoveItem{meeting.item_id(1), {}});
    CHECK(where(meeting) == "Newsletter");
    CHECK(before(meeting) == "Website");
    CHECK(after(meeting) == "pulse");
}

TEST_CASE("a skipped stage is noted, and no more once it has been held", "[place]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.act(command::Skip{});
    meeting.act(command::Skip{});
    CHECK(meeting.state().skipped == std::vector<Stage>{Stage::opening, Stage::checkin});
    meeting.act(command::Back{});
    meeting.next();
    CHECK(meeting.state().skipped == std::vector<Stage>{Stage::opening});
}

TEST_CASE("skipping an item carries it", "[place]") {
    MeetingFixture meeting;
    meeting.go(1);
    meeting.act(command::Skip{});
    CHECK(meeting.item(1).slot.outcome == Outcome::carried);
    CHECK(meeting.state().skipped.empty());
    CHECK(where(meeting) == "Ramp");
}

TEST_CASE("an item that was gone from stays open, and its clock stands still", "[place]") {
    using namespace std::chrono_literals;
    MeetingFixture meeting;
    meeting.go(1);
    meeting.wait(4min);
    meeting.go(3);
    meeting.wait(10min);
    CHECK_FALSE(meeting.item(1).slot.outcome);
    CHECK(meeting.item(1).slot.used_at(meeting.now) == 4min);
    meeting.go(1);
    meeting.wait(1min);
    CHECK(meeting.item(1).slot.used_at(meeting.now) == 5min);
    CHECK(meeting.item(3).slot.used_at(meeting.now) == 10min);
}

TEST_CASE("next alone reaches the end of any meeting, and nothing is lost", "[place]") {
    for (const bool matters : {false, true}) {
        for (const bool pulse : {false, true}) {
            for (const std::size_t items : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
                Plan plan = sample_plan();
                plan.items.resize(items);
                if (!pulse) plan.pulse.reset();
                MeetingFixture meeting(plan, matters ? sample_carry_over() : CarryOver{});
                int steps = 0;
                while (place_after(meeting.state(), meeting.state().place)) {
                    meeting.next(Outcome::carried);
                    REQUIRE(++steps < 20);
                }
                CHECK(meeting.act(command::Close{}) == "The meeting is closed.");
                for (const AgendaItem& each : meeting.state().agenda) CHECK(each.slot.outcome == Outcome::carried);
                for (const ReviewedMatter& each : meeting.state().matters) CHECK_FALSE(each.verdict);
                CHECK(steps == static_cast<int>(3 + items + (matters ? 1U : 0U) + (pulse ? 1U : 0U)));
            }
        }
    }
}

TEST_CASE("items gone past by hand are settled in the closing", "[place]") {
    MeetingFixture meeting;
    meeting.go(2);
    meeting.next();
    meeting.go(Stage::closing);
    CHECK_THAT(meeting.refused(command::Close{}), containing("Not finished: Recruitment advert and Website."));
    CHECK(meeting.close() == "The meeting is closed.");
}

}  // namespace folkmoot::test
