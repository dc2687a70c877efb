#include "screens/questions.h"

#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {
/// Types `next` and keeps the question that it asks.
void next(AMeeting& meeting) {
    const Reaction reaction = meeting.typed(Word::next);
    REQUIRE(reaction.question);
    meeting.memory.question = reaction.question;
}
}  // namespace

TEST_CASE("next in a round asks before people are passed over, and a second next goes on") {
    AMeeting meeting;
    meeting.everyone_here().act(command::Next{});
    next(meeting);
    CHECK(meeting.page().question->text ==
          "Still to speak: Asha, Ben Okafor, Chen Wei, Benita Ruiz and Dilys. Go on without them?");
    const Reaction second = meeting.typed(Word::next);
    only<command::Next>(second);
    CHECK(second.forget_question);
    const auto stay = choose(meeting.view(), "stay");
    REQUIRE(stay);
    CHECK(stay->commands.empty());
    CHECK(stay->said == "Still in the check-in.");
}

TEST_CASE("next in a decide item without a decision offers carry, done, park and stay") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    next(meeting);
    CHECK(meeting.page().question->text == "Recruitment advert has no decision yet. How do you leave it?");
    CHECK(only<command::Next>(*choose(meeting.view(), "1")).outcome == Outcome::carried);
    CHECK(only<command::Next>(*choose(meeting.view(), "done")).outcome == Outcome::done);
    CHECK(only<command::Next>(*choose(meeting.view(), "par")).outcome == Outcome::parked);
    CHECK_FALSE(choose(meeting.view(), "note something"));
    CHECK_FALSE(choose(meeting.view(), "d"));  // the key for decide
    const auto too_high = choose(meeting.view(), "7");
    REQUIRE(too_high);
    CHECK(too_high->error);
    CHECK(too_high->question);
}

TEST_CASE("next in an item with nothing left to do needs no question") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2);
    CHECK(only<command::Next>(meeting.typed(Word::next)).outcome == Outcome::done);
    meeting.act(command::RaiseHand{meeting.person(1), ""});
    CHECK(meeting.typed(Word::next).question);
}

TEST_CASE("next at the actions keeps those not looked at") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    next(meeting);
    CHECK(meeting.page().question->choices.front().word == "keep");
    only<command::Next>(*choose(meeting.view(), "1"));
}

TEST_CASE("leaving the pulse half done lets its answers go") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::pulse, std::nullopt}});
    meeting.memory.pulse_answers = {{4, 4, 4, 4}};
    next(meeting);
    CHECK(says(meeting.page().question->text, "1 of 2 statements have answers."));
    const auto left = choose(meeting.view(), "skip");
    only<command::Skip>(*left);
    REQUIRE(left->pulse_answers);
    CHECK(left->pulse_answers->empty());
}

TEST_CASE("before it closes, the closing names what nobody has accepted, and a next meeting without a date") {
    AMeeting meeting;
    meeting.everyone_here();
    meeting.act(command::Capture{CaptureKind::action, "Book the hall", "", meeting.person(1), std::nullopt});
    meeting.act(command::Capture{CaptureKind::action, "Ask the printer", "", std::nullopt, std::nullopt});
    CHECK(close_question(meeting.view()).question.text ==
          "Close the meeting? Action 2 has no owner yet. Action 1 is not accepted yet. The next meeting has no date "
          "yet. The minutes are written then.");
    meeting.act(command::SetOwner{2, meeting.person(2)});
    CHECK(says(close_question(meeting.view()).question.text, "Actions 1 and 2 are not accepted yet."));
    meeting.act(command::AcceptAction{1}).act(command::AcceptAction{2});
    meeting.act(command::SetNextMeeting{Date{std::chrono::year{2026} / 12 / 15}, std::nullopt});
    CHECK(close_question(meeting.view()).question.text == "Close the meeting? The minutes are written then.");
}

TEST_CASE("skip in an item asks whether it is carried or left out") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    meeting.memory.question = meeting.typed(Word::skip).question;
    CHECK(only<command::Next>(meeting.typed(Word::next)).outcome == Outcome::carried);
    CHECK(only<command::Next>(*choose(meeting.view(), "leave")).outcome == Outcome::dropped);
}

TEST_CASE("closing carries what is unfinished, then asks once more") {
    AMeeting meeting;
    meeting.memory.minutes_folder = "/minutes";
    meeting.act(command::Go{{Stage::closing, std::nullopt}});
    next(meeting);
    CHECK(meeting.page().question->text == "Not finished: Recruitment advert, Website and Travel costs.");
    const Reaction carried = meeting.typed(Word::next);
    REQUIRE(carried.commands.size() == 3);
    for (const Command& each : carried.commands) {
        CHECK(std::get<command::SettleItem>(each).outcome == Outcome::carried);
        meeting.act(each);
    }
    REQUIRE(carried.question);
    CHECK(carried.question->question.text ==
          "Close the meeting? The next meeting has no date yet. The minutes are written to /minutes.");
    meeting.memory.question = carried.question;
    only<command::Close>(meeting.typed(Word::next));
    CHECK(choose(meeting.view(), "stay")->commands.empty());
}

TEST_CASE("an overrun waits, and next moves on instead of answering it") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2).wait(Minutes{15});
    meeting.memory.question = overrun_question(meeting.view());
    CHECK(meeting.memory.question->waits);
    CHECK(only<command::AnswerOverrun>(*choose(meeting.view(), "go on")).answer == OverrunAnswer::go_on);
    const auto more = only<command::Extend>(*choose(meeting.view(), "more"));
    CHECK(more.minutes == Minutes{5});
    CHECK(more.consent);
    CHECK(choose(meeting.view(), "enough")->commands.size() == 2);
    const Reaction noted = meeting.typed(Word::note, "still talking");
    CHECK_FALSE(noted.forget_question);
    const Reaction left = meeting.typed(Word::next);
    CHECK(only<command::Next>(left).outcome == Outcome::done);
    CHECK(left.forget_question);
}

TEST_CASE("the question after the time says whose time is up and asks what the room wants") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2).wait(Minutes{15});
    CHECK(overrun_question(meeting.view()).question.text == "The time of Website is up. What does the room want?");
}

TEST_CASE("more time begins when the room answers, so that the question does not come back at once") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2).wait(Minutes{15});
    meeting.memory.question = overrun_question(meeting.view());
    meeting.wait(Minutes{6});
    meeting.now = later(meeting.now, std::chrono::seconds{20});
    const auto more = choose(meeting.view(), "more");
    CHECK(only<command::Extend>(*more).minutes == Minutes{12});
    CHECK(only<command::Extend>(*more).consent);
    CHECK(more->said == "That is five minutes from now.");
    meeting.act(more->commands.front());
    CHECK(timing(meeting.state, meeting.now).slot_left > Millis{Minutes{5}});
}

TEST_CASE("enough in an unfinished item asks how to leave it") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1).wait(Minutes{20});
    meeting.memory.question = overrun_question(meeting.view());
    const auto enough = choose(meeting.view(), "enough");
    CHECK(only<command::AnswerOverrun>(*enough).answer == OverrunAnswer::stop);
    REQUIRE(enough->question);
    CHECK(enough->question->question.choices.front().word == "carry");
}

TEST_CASE("a gap is left out unless somebody says that it counts") {
    AMeeting meeting;
    meeting.memory.question = gap_question(std::chrono::hours{3});
    CHECK(meeting.memory.question->question.text ==
          "Nothing was written down for 3 hours. Does that time count as meeting time?");
    CHECK_FALSE(only<command::JudgeGap>(meeting.typed(Word::next)).counted);
    CHECK(only<command::JudgeGap>(*choose(meeting.view(), "2")).counted);
    CHECK_FALSE(meeting.typed(Word::who).forget_question);
    CHECK(meeting.typed(Word::note, "on we go").forget_question);
}

TEST_CASE("before closing it is said which actions have no owner") {
    AMeeting meeting;
    meeting.everyone_here();
    const auto action = [&](const char* what, std::optional<PersonId> owner) {
        meeting.act(command::Capture{CaptureKind::action, what, "", owner, std::nullopt});
    };
    action("Ask the printer", meeting.person(1));
    CHECK_FALSE(says(close_question(meeting.view()).question.text, "no owner"));
    action("Book the hall", std::nullopt);
    CHECK(close_question(meeting.view()).question.text.starts_with("Close the meeting? Action 2 has no owner yet. "));
    action("Ask for a ramp", std::nullopt);
    CHECK(close_question(meeting.view())
              .question.text.starts_with("Close the meeting? Actions 2 and 3 have no owner yet. "));
}
