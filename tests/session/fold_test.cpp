#include <algorithm>

#include "src/base/error.h"
#include "src/session/state.h"
#include "tests/session/long_meeting.h"
#include "tests/support/catch.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

/// What counts: all but the record of how it came to be.
State without_record(State state) {
    state.events.clear();
    state.undoable.clear();
    state.ran = Millis{0};
    state.redoable.clear();
    state.last.reset();
    return state;
}

std::vector<Recorded> events_of(const MeetingFixture& meeting) { return meeting.state().events; }

}  // namespace

TEST_CASE("every kind of event but undo, redo and what comes after the closing happens in the long meeting", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    for (const Step& step : long_meeting(meeting)) {
        meeting.wait(40s);
        meeting.act(step.command);
    }
    std::vector<bool> seen(std::variant_size_v<AnyEvent>, false);
    for (const Recorded& recorded : events_of(meeting)) seen[recorded.event.index()] = true;
    CHECK(std::ranges::count(seen, true) == static_cast<std::ptrdiff_t>(seen.size()) - 3);
}

TEST_CASE("the fold of all events is the state that was reached step by step", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    for (const Step& step : long_meeting(meeting)) {
        meeting.wait(40s);
        meeting.act(step.command);
        REQUIRE(fold(meeting.state().id, events_of(meeting)) == meeting.state());
    }
    CHECK(fold(meeting.state().id, meeting.log.events(meeting.state().id)) == meeting.state());
    Engine again(meeting.log, meeting.log, meeting.state().id);
    CHECK(again.state() == meeting.state());
}

TEST_CASE("undo of every kind of act gives back the state before, and redo the one after", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    for (const Step& step : long_meeting(meeting)) {
        INFO(step.said);
        const State before = meeting.state();
        meeting.wait(40s);
        meeting.act(step.command);
        const State after = meeting.state();
        meeting.wait(25s);
        meeting.act(command::Undo{});
        CHECK(without_record(meeting.state()) == without_record(before));
        CHECK(meeting.state().undoable == before.undoable);
        CHECK(meeting.state().last == meeting.now);
        if (!before.closed && after.closed) {
            CHECK_FALSE(meeting.state().closed);
        }
        meeting.act(command::Redo{});
        CHECK(without_record(meeting.state()) == without_record(after));
        CHECK(meeting.state().undoable == after.undoable);
        CHECK(meeting.state().redoable.empty());
    }
}

TEST_CASE("undone as far as it goes, a meeting is as it was opened; redone, as it was", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    const State opened = meeting.state();
    for (const Step& step : long_meeting(meeting)) {
        meeting.wait(40s);
        meeting.act(step.command);
    }
    const State closed = meeting.state();
    const std::size_t acts = closed.undoable.size();
    for (std::size_t i = 0; i < acts; ++i) meeting.act(command::Undo{});
    CHECK(without_record(meeting.state()) == without_record(opened));
    CHECK(meeting.refused(command::Undo{}) == "There is nothing to undo.");
    for (std::size_t i = 0; i < acts; ++i) meeting.act(command::Redo{});
    CHECK(without_record(meeting.state()) == without_record(closed));
    CHECK(meeting.refused(command::Redo{}) == "The meeting is closed.");
}

TEST_CASE("a new act clears what could be redone", "[fold]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::note, "one");
    meeting.act(command::Undo{});
    CHECK(meeting.state().redoable.size() == 1);
    meeting.keep(CaptureKind::note, "two");
    CHECK(meeting.state().redoable.empty());
    CHECK(meeting.refused(command::Redo{}) == "There is nothing to redo.");
}

TEST_CASE("undo and redo of several acts keep their order", "[fold]") {
    MeetingFixture meeting;
    for (const char* text : {"one", "two", "three"}) meeting.keep(CaptureKind::note, text);
    CHECK(meeting.act(command::Undo{}) == "Undone: note 3, three.");
    CHECK(meeting.act(command::Undo{}) == "Undone: note 2, two.");
    CHECK(meeting.act(command::Redo{}) == "Redone: note 2, two.");
    CHECK(meeting.act(command::Undo{}) == "Undone: note 2, two.");
    CHECK(meeting.act(command::Redo{}) == "Redone: note 2, two.");
    CHECK(meeting.act(command::Redo{}) == "Redone: note 3, three.");
    CHECK(meeting.state().captures.size() == 3);
}

TEST_CASE("a closed meeting opens again with undo, and its people are counted on", "[fold]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.wait(30min);
    meeting.close();
    CHECK(meeting.state().closed == meeting.now);
    CHECK(meeting.state().attendance[0].present == 30min);
    meeting.wait(5min);
    CHECK(meeting.act(command::Undo{}) == "Undone: the closing of the meeting.");
    CHECK_FALSE(meeting.state().closed);
    CHECK(meeting.state().attendance[0].here_since);
    meeting.wait(5min);
    meeting.act(command::Close{});
    CHECK(meeting.state().attendance[0].present == 40min);
}

TEST_CASE("who comes late stays marked as late after leaving and coming back", "[fold]") {
    MeetingFixture meeting;
    meeting.here({seat(1)});
    meeting.next();
    meeting.here({seat(2)});
    CHECK(meeting.state().attendance_of(seat(2))->came_late);
    CHECK_FALSE(meeting.state().attendance_of(seat(1))->came_late);
    for (const PersonId person : {seat(1), seat(2)}) {
        meeting.act(command::Attend{{person}, Presence::left});
        meeting.wait(5min);
        meeting.here({person});
    }
    CHECK(meeting.state().attendance_of(seat(2))->came_late);
    CHECK_FALSE(meeting.state().attendance_of(seat(1))->came_late);
}

TEST_CASE("nobody is late because attendance was not taken before the check-in", "[fold]") {
    MeetingFixture meeting;
    meeting.next();
    for (int i = 0; i < 6; ++i) meeting.answer(Answer::passed);
    for (const Attendance& each : meeting.state().attendance) {
        CHECK(each.presence == Presence::here);
        CHECK_FALSE(each.came_late);
    }
}

TEST_CASE("a stage skipped twice is noted once", "[fold]") {
    MeetingFixture meeting;
    meeting.next();
    meeting.act(command::Skip{});
    meeting.act(command::Back{});
    meeting.act(command::Skip{});
    CHECK(std::ranges::count(meeting.state().skipped, Stage::checkin) == 1);
    meeting.act(command::Back{});
    meeting.next();
    CHECK(meeting.state().skipped.empty());
}

TEST_CASE("a damaged stream is not folded", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    for (const Step& step : long_meeting(meeting)) meeting.act(step.command);
    const MeetingId id = meeting.state().id;
    const std::vector<Recorded> all = events_of(meeting);

    auto gap = all;
    gap.erase(gap.begin() + 3);
    CHECK_THROWS_AS(fold(id, gap), Error);
    auto headless = all;
    headless.erase(headless.begin());
    CHECK_THROWS_AS(fold(id, headless), Error);
    auto twice = all;
    twice.insert(twice.begin() + 3, all[3]);
    CHECK_THROWS_AS(fold(id, twice), Error);
    auto opened_again = all;
    opened_again[5].event = all[0].event;
    CHECK_THROWS_AS(fold(id, opened_again), Error);
    auto unopened = all;
    unopened[0].event = event::Resumed{};
    CHECK_THROWS_AS(fold(id, unopened), Error);
    CHECK(fold(id, std::vector<Recorded>{}).opened == std::nullopt);
}

TEST_CASE("an event that names what is not there is not folded", "[fold]") {
    MeetingFixture meeting = meeting_with_matters();
    meeting.everyone_here();
    meeting.go(1);
    const PersonId nobody{Id128{}};
    const ItemId no_item{Id128{}};
    const CaptureId no_matter{Id128{}};
    const std::vector<Event> events{event::Attended{{nobody}, Presence::here},
                                    event::Moved{{Stage::items, no_item}, std::nullopt, false, std::nullopt},
                                    event::RoundAnswered{RoundKind::checkin, nobody, Answer::passed, std::nullopt, {}},
                                    event::RoundCalled{RoundKind::checkin, nobody},
                                    event::MatterReviewed{no_matter, event::Verdict::kept, std::nullopt, {}},
                                    event::MatterTaken{no_matter, {}},
                                    event::Extended{no_item, {5min, true, std::nullopt}},
                                    event::Extended{meeting.item_id(1), {5min, true, no_item}},
                                    event::OverrunAnswered{no_item, OverrunAnswer::stop},
                                    event::TurnBegan{nobody},
                                    event::HandRaised{nobody, {}},
                                    event::CaptureEdited{9, Words{"x"}, {}, std::nullopt, std::nullopt},
                                    event::CaptureRemoved{9},
                                    event::DecisionRuled{9, DecisionRule::consent, std::nullopt},
                                    event::Reserved{9, std::nullopt, Words{"x"}},
                                    event::DecisionDated{9, std::nullopt},
                                    event::PrincipleMade{9, true},
                                    event::ActionAccepted{9},
                                    event::OwnerSet{9, seat(1)},
                                    event::DueSet{9, {}},
                                    event::ConcernClosed{9, std::nullopt},
                                    event::ConcernClosed{std::nullopt, no_matter},
                                    event::ItemMoved{no_item, std::nullopt},
                                    event::ItemMoved{meeting.item_id(1), no_item},
                                    event::ItemSettled{no_item, Outcome::carried, {}},
                                    event::Undone{1},
                                    event::Undone{2},
                                    event::Undone{99},
                                    event::Redone{2}};
    for (const Event& event : events) {
        INFO(kind_name(event));
        State state = meeting.state();
        const auto next = static_cast<Sequence>(state.events.size() + 1);
        CHECK_THROWS_AS(folkmoot::apply(state, Recorded{next, meeting.now, event}), Error);
    }
}

TEST_CASE("a turn or a hand outside an item is a damaged stream", "[fold]") {
    const MeetingFixture meeting;
    for (const Event& event : std::vector<Event>{event::TurnBegan{seat(1)}, event::TurnEnded{},
                                                 event::HandRaised{seat(1), {}}, event::HandLowered{seat(1)}}) {
        State state = meeting.state();
        CHECK_THROWS_WITH(folkmoot::apply(state, Recorded{2, meeting.now, event}),
                          "act 2 of the meeting names an open item that is not there");
    }
}

}  // namespace folkmoot::test
