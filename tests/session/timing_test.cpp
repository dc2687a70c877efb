#include "src/session/timing.h"

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

/// Wall clock moved alone: somebody set it.
Stamp set_wall(Stamp stamp, Millis by) {
    stamp.wall += by;
    return stamp;
}

Timing timing_of(const MeetingFixture& meeting) { return timing(meeting.state(), meeting.now); }
std::string said(const MeetingFixture& meeting) { return in_words(meeting.state(), timing_of(meeting)); }

/// In the first item, a quarter of an hour after the start; check-in held by two of two people.
MeetingFixture in_advert() {
    MeetingFixture meeting;
    meeting.here({seat(1), seat(2)});
    meeting.next();
    meeting.answer(Answer::passed);
    meeting.answer(Answer::passed);
    meeting.wait(15min);
    meeting.next();
    return meeting;
}

}  // namespace

TEST_CASE("at the start the forecast is the plan's sum, and nothing is behind", "[timing]") {
    const MeetingFixture meeting;
    const Timing t = timing_of(meeting);
    CHECK(t.began == start_time());
    CHECK(t.forecast_end == later(start_time(), 57min));  // 6 + 20 + 15 + 10 + 6
    CHECK(t.planned_end == later(start_time(), 90min));
    CHECK(t.meeting_left == Millis{90min});
    CHECK(t.buffer_left == Millis{33min});
    CHECK(t.behind == 0ms);
    CHECK_FALSE(t.slot_left);
    CHECK(said(meeting) ==
          "The meeting has 1 hour 30 minutes left. Forecast end 14:57, planned 15:30. 33 minutes to "
          "spare, on time.");
}

TEST_CASE("time that goes by before the check-in puts the meeting behind", "[timing]") {
    MeetingFixture meeting;
    meeting.wait(4min);
    CHECK(timing_of(meeting).behind == 4min);
    CHECK(timing_of(meeting).buffer_left == Millis{29min});
}

TEST_CASE("an open item counts with what is left of it", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(8min);
    const Timing t = timing_of(meeting);
    CHECK(t.slot_used == Millis{8min});
    CHECK(t.slot_left == Millis{12min});
    CHECK(t.forecast_end.wall - meeting.now.wall == 43min);  // 12 + 15 + 10 + 6
    CHECK(t.behind == 9min);                                 // fifteen minutes for a check-in of six
    CHECK(said(meeting) ==
          "12 minutes left of Recruitment advert. The meeting has 1 hour 7 minutes left. Forecast end "
          "15:06, planned 15:30. 24 minutes to spare, 9 minutes behind, which fits.");
    meeting.next();
    CHECK(timing_of(meeting).behind == -3min);
    CHECK(said(meeting).ends_with("3 minutes ahead."));
}

TEST_CASE("over its time an item takes no more from the forecast than it has used", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(25min);
    const Timing t = timing_of(meeting);
    CHECK(t.slot_left == Millis{-5min});
    CHECK(t.forecast_end.wall - meeting.now.wall == 31min);
    CHECK(t.behind == 14min);
    CHECK(said(meeting).starts_with("Recruitment advert is 5 minutes over its time. "));
}

TEST_CASE("past the planned end the time is below nothing, and the buffer is nothing", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(2h);
    CHECK(timing_of(meeting).meeting_left == Millis{-45min});
    CHECK(timing_of(meeting).buffer_left == 0ms);
    CHECK(said(meeting).find("The meeting is 45 minutes past its end. ") != std::string::npos);
}

TEST_CASE("a meeting without an agreed length has no planned end", "[timing]") {
    Plan plan = sample_plan();
    plan.minutes = 0min;
    plan.items[0].minutes = 0min;
    MeetingFixture meeting(plan);
    meeting.go(1);
    meeting.wait(3min);
    const Timing t = timing_of(meeting);
    CHECK_FALSE(t.planned_end);
    CHECK_FALSE(t.meeting_left);
    CHECK_FALSE(t.buffer_left);
    CHECK(t.slot_used == Millis{3min});
    CHECK_FALSE(t.slot_left);
    CHECK(said(meeting) ==
          "3 minutes on Recruitment advert, which has no set time. Forecast end 14:34, 3 minutes ahead.");
}

TEST_CASE("a pause and a break do not count for the item or the person who spoke", "[timing]") {
    for (const bool rest : {false, true}) {
        MeetingFixture meeting = in_advert();
        meeting.wait(5min);
        meeting.act(command::Speak{seat(1)});
        meeting.wait(2min);
        meeting.act(command::Pause{rest, rest ? std::optional(10min) : std::nullopt});
        meeting.wait(4min);
        CHECK(timing_of(meeting).slot_used == Millis{7min});
        CHECK(timing_of(meeting).forecast_end.wall - meeting.now.wall == (rest ? 50min : 44min));
        CHECK(said(meeting).starts_with(rest ? "Break. " : "The clock is stopped. "));
        meeting.wait(8min);
        meeting.act(command::Resume{});
        meeting.wait(1min);
        CHECK(timing_of(meeting).slot_used == Millis{8min});
        CHECK(meeting.state().rested == 12min);
        CHECK(meeting.item(1).slot.turns.at(0).length == 2min);
    }
}

TEST_CASE("a pause that ends by going on counts for neither item", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(5min);
    meeting.act(command::Pause{});
    meeting.wait(5min);
    meeting.next();
    meeting.wait(3min);
    CHECK(meeting.item(1).slot.used == 5min);
    CHECK(timing_of(meeting).slot_used == Millis{3min});
    CHECK(meeting.state().rested == 5min);
}

TEST_CASE("an extension from the buffer puts the end off, one from another item does not", "[timing]") {
    MeetingFixture meeting = in_advert();
    const Stamp before = timing_of(meeting).forecast_end;
    meeting.act(command::Extend{5min, true, meeting.item_id(3)});
    CHECK(timing_of(meeting).slot_left == Millis{25min});
    CHECK(timing_of(meeting).forecast_end == before);
    meeting.act(command::Extend{4min, true, {}});
    CHECK(timing_of(meeting).forecast_end == later(before, 4min));
}

TEST_CASE("a gap left out does not count for the item, the turn or the time present", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.act(command::Speak{seat(1)});
    meeting.wait(2min);
    meeting.keep(CaptureKind::note, "before the lid was closed");
    meeting.wait(60min);
    CHECK(gap_since_last_event(meeting.state(), meeting.now) == Millis{60min});

    MeetingFixture counted = in_advert();
    counted.act(command::Speak{seat(1)});
    counted.wait(62min);
    counted.act(command::JudgeGap{60min, true});
    CHECK(timing_of(counted).slot_used == Millis{62min});
    CHECK(counted.state().left_out == 0ms);

    meeting.act(command::JudgeGap{60min, false});
    CHECK(timing_of(meeting).slot_used == Millis{2min});
    CHECK(meeting.state().left_out == 60min);
    meeting.wait(1min);
    meeting.act(command::StopSpeaking{});
    CHECK(meeting.item(1).slot.turns[0].length == 3min);
    meeting.act(command::Attend{{seat(1)}, Presence::left});
    CHECK(meeting.state().attendance_of(seat(1))->present == 18min);
    CHECK(gap_since_last_event(meeting.state(), meeting.now) == std::nullopt);
}

TEST_CASE("a gap longer than what ran cannot make an item shorter than nothing", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(11min);
    meeting.act(command::JudgeGap{5h, false});
    CHECK(timing_of(meeting).slot_used == 0ms);
}

TEST_CASE("ten minutes are no gap, and a closed meeting has none", "[timing]") {
    MeetingFixture meeting = in_advert();
    CHECK_FALSE(gap_since_last_event(meeting.state(), later(meeting.now, 10min)));
    CHECK(gap_since_last_event(meeting.state(), later(meeting.now, 10min + 1ms)));
    CHECK_FALSE(gap_since_last_event(State{}, meeting.now));
    meeting.close();
    CHECK_FALSE(gap_since_last_event(meeting.state(), later(meeting.now, 24h)));
}

TEST_CASE("a wall clock set back or forward changes no duration", "[timing]") {
    for (const Millis by : {Millis{-3h}, Millis{5h}}) {
        MeetingFixture meeting = in_advert();
        meeting.act(command::Speak{seat(2)});
        meeting.wait(4min);
        meeting.now = set_wall(meeting.now, by);
        CHECK(timing_of(meeting).slot_used == Millis{4min});
        meeting.act(command::StopSpeaking{});
        CHECK(meeting.item(1).slot.turns[0].length == 4min);
        meeting.next();
        CHECK(meeting.item(1).slot.used == 4min);
        CHECK_FALSE(gap_since_last_event(meeting.state(), meeting.now));
    }
}

TEST_CASE("after a restart of the machine the wall clock says how long it was, never below nothing", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(4min);
    meeting.now.boot_id = 8;
    meeting.now.boot = 20s;
    CHECK(timing_of(meeting).slot_used == Millis{4min});
    meeting.next();
    CHECK(meeting.item(1).slot.used == 4min);
    meeting.wait(3min);
    CHECK(timing_of(meeting).slot_used == Millis{3min});

    MeetingFixture back = in_advert();
    back.now = set_wall(back.now, -1h);
    back.now.boot_id = 8;
    CHECK(timing_of(back).slot_used == 0ms);
}

TEST_CASE("a change of summer time in the middle changes no duration, and both ends are said in the new time",
          "[timing]") {
    Plan plan = sample_plan();
    plan.date.reset();
    MeetingFixture meeting(plan);
    meeting.go(1);
    meeting.wait(10min);
    meeting.now.offset = 60min;  // spring forward
    const Timing t = timing_of(meeting);
    CHECK(t.slot_used == Millis{10min});
    CHECK(t.meeting_left == Millis{80min});
    CHECK(time_of_day(t.forecast_end) == "15:51");
    CHECK(time_of_day(*t.planned_end) == "16:30");
}

TEST_CASE("the planned start counts when the meeting opens within three hours of it", "[timing]") {
    const auto opened = [](Minutes after) {
        Plan plan = sample_plan();
        plan.date->time = Minutes{14 * 60} - after;
        return MeetingFixture(plan);
    };
    const MeetingFixture late = opened(20min);
    CHECK(late.state().plan.planned_start == later(start_time(), -20min));
    CHECK(timing_of(late).behind == 20min);
    CHECK(timing_of(late).planned_end == later(start_time(), 70min));
    const MeetingFixture early = opened(-10min);
    CHECK(timing_of(early).behind == -10min);
    CHECK(opened(180min).state().plan.planned_start);
    const MeetingFixture other_day = opened(181min);
    CHECK_FALSE(other_day.state().plan.planned_start);
    CHECK(other_day.state().plan.scheduled);
    CHECK(timing_of(other_day).behind == 0ms);
    CHECK_FALSE(opened(-181min).state().plan.planned_start);
}

TEST_CASE("a round counts with the share of those who have still to speak", "[timing]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.next();
    CHECK(timing_of(meeting).behind == 0ms);
    meeting.answer(Answer::passed);
    meeting.answer(Answer::passed);
    CHECK(timing_of(meeting).behind == -2min);
    meeting.next();
    CHECK(timing_of(meeting).behind == -6min);
}

TEST_CASE("a round that was held does not count again after going back before it", "[timing]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.next();
    for (int i = 0; i < 6; ++i) meeting.answer(Answer::passed);
    meeting.act(command::Back{});
    CHECK(timing_of(meeting).behind == -6min);
}

TEST_CASE("items with an outcome and those gone past do not count", "[timing]") {
    MeetingFixture meeting;
    meeting.act(command::SettleItem{meeting.item_id(2), Outcome::dropped, ""});
    CHECK(timing_of(meeting).behind == -15min);
    meeting.go(Stage::closing);
    CHECK(timing_of(meeting).forecast_end == meeting.now);
}

TEST_CASE("a slot says when it next speaks up", "[timing][notice]") {
    MeetingFixture meeting = in_advert();
    const auto notice_at = [&](Millis said_until) {
        return next_slot_notice(meeting.state(), meeting.now, said_until, default_thresholds());
    };
    meeting.wait(3min);
    auto notice = notice_at(0ms);
    REQUIRE(notice);
    CHECK(notice->item == meeting.item_id(1));
    CHECK(notice->wait == 7min);
    CHECK(in_words(meeting.state(), *notice) == "Time: half the time of Recruitment advert is gone, ten minutes left.");
    meeting.wait(9min);
    CHECK(notice_at(0ms)->wait == 0ms);
    notice = notice_at(10min);
    CHECK(notice->wait == 3min);
    CHECK(in_words(meeting.state(), *notice) == "Time: five minutes left of Recruitment advert.");
    CHECK(in_words(meeting.state(), *notice_at(15min)) == "Time: one minute left of Recruitment advert.");
    notice = notice_at(19min);
    CHECK(notice->wait == 8min);
    CHECK(in_words(meeting.state(), *notice) == "Time: Recruitment advert is at its end, after 20 minutes.");
    notice = notice_at(20min);
    CHECK(notice->wait == 10min);
    CHECK(in_words(meeting.state(), *notice) == "Time: Recruitment advert is two minutes over.");
}

TEST_CASE("an answered overrun is not said again until the item is extended", "[timing][notice]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(20min);
    const auto notice = [&] { return next_slot_notice(meeting.state(), meeting.now, 20min, default_thresholds()); };
    CHECK(notice());
    meeting.act(command::AnswerOverrun{OverrunAnswer::go_on});
    CHECK_FALSE(notice());
    meeting.act(command::Extend{5min, true, {}});
    REQUIRE(notice());
    CHECK(notice()->wait == 4min);
    CHECK(notice()->notice.left == 1min);
}

TEST_CASE("nothing speaks up while paused, outside items, without a set time or when closed", "[timing][notice]") {
    MeetingFixture meeting = in_advert();
    const auto notice = [&] { return next_slot_notice(meeting.state(), meeting.now, 0ms, default_thresholds()); };
    CHECK(notice());
    meeting.act(command::Pause{});
    CHECK_FALSE(notice());
    meeting.act(command::Resume{});
    CHECK(notice());
    meeting.act(command::AddItem{"No time", 0min, ItemKind::explore});
    meeting.go(4);
    CHECK_FALSE(notice());
    meeting.go(Stage::checkout);
    CHECK_FALSE(notice());
    meeting.close();
    CHECK_FALSE(notice());
}

TEST_CASE("a break of so many minutes says when it is over, and again every two minutes", "[timing]") {
    MeetingFixture meeting = in_advert();
    CHECK_FALSE(next_pause_notice(meeting.state(), meeting.now, 0ms));
    meeting.act(command::Pause{true, 5min});
    const auto notice = [&](Millis said) { return *next_pause_notice(meeting.state(), meeting.now, said); };
    CHECK(notice(0ms).wait == 5min);
    meeting.wait(5min);
    CHECK(notice(0ms).wait == 0ms);
    CHECK(pause_in_words(meeting.state(), meeting.now) == "Time: the break of five minutes is over.");
    CHECK(notice(5min).at == 7min);
    CHECK(notice(5min).wait == 2min);
    meeting.wait(2min);
    CHECK(pause_in_words(meeting.state(), meeting.now) == "Time: the break is two minutes over.");
    CHECK(notice(7min).at == 9min);
    meeting.act(command::Resume{});
    CHECK_FALSE(next_pause_notice(meeting.state(), meeting.now, 7min));
}

TEST_CASE("a break is due 45 minutes after the opening or the last break, and not while the meeting rests",
          "[timing]") {
    MeetingFixture meeting = in_advert();
    const auto due = [&] { return until_break_is_due(meeting.state(), meeting.now); };
    REQUIRE(due());
    meeting.wait(*due());
    CHECK(due() == 0ms);
    CHECK(break_is_due_in_words(meeting.state(), meeting.now) == "Time: 45 minutes without a break.");
    meeting.act(command::Pause{true, 5min});
    CHECK_FALSE(due());
    meeting.wait(5min);
    meeting.act(command::Resume{});
    CHECK(due() == 45min);
    meeting.act(command::Pause{false, 5min, true});
    meeting.act(command::Resume{});
    CHECK(due() == 45min);
}

TEST_CASE("the planned end is said with its time, and late with how late", "[timing]") {
    MeetingFixture meeting;
    meeting.wait(90min);
    CHECK(planned_end_in_words(meeting.state(), meeting.now) ==
          "Time: the meeting has reached its planned end, 15:30.");
    meeting.wait(3min);
    CHECK(planned_end_in_words(meeting.state(), meeting.now) ==
          "Time: the meeting is three minutes past its planned end, 15:30.");
}

TEST_CASE("a notice that is said late has the figures of its moment", "[timing]") {
    MeetingFixture meeting = in_advert();
    const auto said = [&](Millis used) {
        MeetingFixture& at = meeting;
        const SlotNotice due{at.item_id(1), {15min, 5min, false}, 0ms};
        const Stamp moment = later(at.now, used);
        return in_words(at.state(), as_it_is_now(at.state(), moment, due));
    };
    CHECK(said(15min + 1s) == "Time: five minutes left of Recruitment advert.");
    CHECK(said(17min) == "Time: three minutes left of Recruitment advert.");
    CHECK(said(20min - 10s) == "Time: less than one minute left of Recruitment advert.");
    CHECK(said(23min) == "Time: Recruitment advert is three minutes over.");
}

TEST_CASE("an extension is taken from the spare minutes only as far as there is one", "[timing]") {
    MeetingFixture meeting = in_advert();
    CHECK(meeting.act(command::Extend{5min, true, {}}) ==
          "5 minutes more for Recruitment advert, by consent, taken from the spare minutes.");
    meeting.wait(25min);
    CHECK(meeting.act(command::Extend{30min, false, {}}) ==
          "30 minutes more for Recruitment advert, without asking for consent, the spare minutes are used up, the "
          "forecast end "
          "is now 15:41.");
    CHECK(said(meeting).ends_with("Forecast end 15:41, planned 15:30. 11 minutes past the planned end."));
}

TEST_CASE("a clock from before the opening gives no nonsense", "[timing]") {
    MeetingFixture meeting = in_advert();
    meeting.wait(5min);
    meeting.keep(CaptureKind::note, "one");
    CHECK_FALSE(clock_is_behind(meeting.state(), meeting.now));
    Stamp before = set_wall(meeting.now, -24h * 14);
    before.boot_id = 99;
    CHECK(clock_is_behind(meeting.state(), before));
    const Timing t = timing(meeting.state(), before);
    CHECK(t.buffer_left < Millis{90min});
    CHECK(t.behind < 90min);
}

}  // namespace folkmoot::test
