#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

constexpr RoundKind checkin = RoundKind::checkin;

/// Those named are here, and the check-in has begun.
MeetingFixture round_of(const std::vector<PersonId>& people) {
    MeetingFixture meeting;
    meeting.here(people);
    meeting.next();
    return meeting;
}

}  // namespace

TEST_CASE("everyone here is asked once, in order", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(3), seat(5)});
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.say(4, "glad");
    CHECK(meeting.turn(checkin) == "Cara");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Eve");
    meeting.act(command::AnswerRound{Answer::off, 1, "not for the log"});
    CHECK(meeting.turn(checkin).empty());
    CHECK(meeting.refused(command::AnswerRound{Answer::said, {}, "again"}) ==
          "Everyone has spoken. Type next to go on.");
    CHECK(meeting.state().checkin.answers[2].words.empty());
    meeting.next();
    CHECK_FALSE(meeting.state().checkin.left_early);
}

TEST_CASE("who says later is asked again at the end, the longest waiting first", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2), seat(3)});
    meeting.answer(Answer::later);
    meeting.answer(Answer::later);
    CHECK(meeting.turn(checkin) == "Cara");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.answer(Answer::later);
    CHECK(meeting.turn(checkin) == "Ben");
    meeting.say(3, "");
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.say(3, "");
    CHECK(meeting.turn(checkin).empty());
    CHECK(meeting.state().checkin.answers.size() == 3);
}

TEST_CASE("who arrives during the round speaks at its end", "[round]") {
    MeetingFixture meeting = round_of({seat(2), seat(3)});
    meeting.here({seat(1)});
    meeting.act(command::WalkIn{"Gus", "Tenants"});
    for (const char* name : {"Ben", "Cara", "Asha", "Gus"}) {
        CHECK(meeting.turn(checkin) == name);
        meeting.answer(Answer::passed);
    }
    CHECK(meeting.turn(checkin).empty());
    CHECK(meeting.state().attendance_of(seat(1))->came_late);
    CHECK_FALSE(meeting.state().attendance_of(seat(2))->came_late);
}

TEST_CASE("who leaves during the round is passed over, and asked when back", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2), seat(3)});
    meeting.act(command::Attend{{seat(2)}, Presence::left});
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Cara");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin).empty());
    meeting.here({seat(2)});
    CHECK(meeting.turn(checkin) == "Ben");
}

TEST_CASE("away takes the person out of the round and out of the room", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2)});
    meeting.wait(3min);
    meeting.answer(Answer::away);
    CHECK(meeting.state().attendance_of(seat(1))->presence == Presence::left);
    CHECK(meeting.state().attendance_of(seat(1))->present == 3min);
    CHECK(meeting.turn(checkin) == "Ben");
    CHECK(waiting_in_round(meeting.state(), checkin) == std::vector<PersonId>{seat(2)});
}

TEST_CASE("away of somebody only expected means that they did not come", "[round]") {
    MeetingFixture meeting;
    meeting.next();
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.answer(Answer::away);
    CHECK(meeting.state().attendance_of(seat(1))->presence == Presence::away);
    CHECK_FALSE(meeting.state().attendance_of(seat(1))->arrived);
    meeting.answer(Answer::passed);
    CHECK(meeting.state().is_here(seat(2)));
}

TEST_CASE("who is called goes first, then the order goes on", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2), seat(3)});
    CHECK(meeting.refused(command::CallInRound{seat(1)}) == "It is the turn of Asha already.");
    CHECK(meeting.refused(command::CallInRound{PersonId{}}) ==
          "That person is not on the list. Add them with: here new NAME of PARTNER.");
    meeting.act(command::Attend{{seat(6)}, Presence::apologies});
    CHECK(meeting.refused(command::CallInRound{seat(6)}) ==
          "Femi is not here. When they arrive, type here 6, the seat of Femi.");
    meeting.act(command::CallInRound{seat(3)});
    CHECK(meeting.turn(checkin) == "Cara");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Ben");
}

TEST_CASE("who was called and then left does not hold up the round", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2), seat(3)});
    meeting.act(command::CallInRound{seat(3)});
    meeting.act(command::Attend{{seat(3)}, Presence::left});
    CHECK(meeting.turn(checkin) == "Asha");
}

TEST_CASE("a score must be on the scale", "[round]") {
    MeetingFixture meeting = round_of({seat(1)});
    for (const int score : {0, 6, -1, 2000000000}) {
        CHECK(meeting.refused(command::AnswerRound{Answer::said, score, "x"}) ==
              std::to_string(score) +
                  " is not on the scale, which goes from 1 to 5. For example: say 5 glad to be here.");
    }
    CHECK_THAT(meeting.refused(command::AnswerRound{Answer::off, 9, ""}), containing("9 is not on the scale"));
    CHECK_THAT(meeting.refused(command::AnswerRound{Answer::said, 3, std::string(70000, 'x')}),
               containing("70000 bytes"));
    meeting.say(5, "");
    CHECK(meeting.state().checkin.answers[0].score == 5);
}

TEST_CASE("a group without a scale takes no scores", "[round]") {
    Plan plan = sample_plan();
    plan.scale.reset();
    MeetingFixture meeting(plan);
    meeting.next();
    CHECK(meeting.refused(command::AnswerRound{Answer::said, 4, "things to tell"}) ==
          "This group takes no scores. Begin with a dash, for example: say - 4 things to tell.");
    meeting.say({}, "4 things to tell");
}

TEST_CASE("a pass keeps neither score nor words", "[round]") {
    MeetingFixture meeting = round_of({seat(1)});
    meeting.act(command::AnswerRound{Answer::passed, 3, "no words"});
    CHECK_FALSE(meeting.state().checkin.answers[0].score);
    CHECK(meeting.state().checkin.answers[0].words.empty());
}

TEST_CASE("answers belong to the rounds", "[round]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::AnswerRound{}) ==
          "Nobody is asked in turn here. Answers belong to the check-in and the check-out.");
    CHECK(meeting.refused(command::CallInRound{seat(1)}) == "Nobody is asked in turn here.");
}

TEST_CASE("gone on from with people still to speak, a round is noted as left early", "[round]") {
    MeetingFixture meeting = round_of({seat(1), seat(2)});
    meeting.answer(Answer::later);
    meeting.answer(Answer::passed);
    meeting.next();
    CHECK(meeting.state().checkin.left_early);
    meeting.act(command::Back{});
    CHECK(meeting.turn(checkin) == "Asha");
    meeting.answer(Answer::passed);
    meeting.next();
    CHECK_FALSE(meeting.state().checkin.left_early);
}

TEST_CASE("the check-out has answers of its own and asks those who came since", "[round]") {
    MeetingFixture meeting = round_of({seat(1)});
    meeting.answer(Answer::passed);
    meeting.next();
    meeting.here({seat(2)});
    meeting.go(Stage::checkout);
    CHECK(meeting.turn(RoundKind::checkout) == "Asha");
    meeting.say(5, "good");
    CHECK(meeting.turn(RoundKind::checkout) == "Ben");
    CHECK(meeting.state().checkin.answers.size() == 1);
    CHECK(meeting.state().checkout.answers[0].score == 5);
}

TEST_CASE("back in a round after it was left, its order is kept and newcomers are added", "[round]") {
    MeetingFixture meeting = round_of({seat(3), seat(4)});
    meeting.answer(Answer::passed);
    meeting.next();
    meeting.here({seat(1)});
    meeting.act(command::Back{});
    CHECK(meeting.turn(checkin) == "Dev");
    meeting.answer(Answer::passed);
    CHECK(meeting.turn(checkin) == "Asha");
    CHECK(meeting.state().checkin.order == std::vector<PersonId>{seat(3), seat(4), seat(1)});
}

TEST_CASE("who has answered is not called again, unless they said later or were away", "[round]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.next();
    meeting.say(4, "Glad to be here");
    CHECK(meeting.refused(command::CallInRound{seat(1)}) ==
          "Asha has spoken already. To change it, type undo: it takes back one act after the other.");
    meeting.answer(Answer::passed);
    CHECK(meeting.refused(command::CallInRound{seat(2)}) ==
          "Ben has passed already. To change it, type undo: it takes back one act after the other.");
    meeting.answer(Answer::later);
    meeting.answer(Answer::away);
    meeting.act(command::CallInRound{seat(3)});
    meeting.here({seat(4)});
    meeting.act(command::CallInRound{seat(4)});
    CHECK(meeting.say(3, "Back") == "Dev: 3, Back.");
}

}  // namespace folkmoot::test
