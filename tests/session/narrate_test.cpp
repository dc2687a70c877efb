#include "src/session/narrate.h"

#include <fmt/format.h>

#include "tests/session/long_meeting.h"
#include "tests/support/catch.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

TEST_CASE("every kind of act is said in words", "[narrate]") {
    MeetingFixture meeting = meeting_with_matters();
    CHECK(narrate(meeting.state(), meeting.state().events[0]) == "The meeting is open: Working group 7.");
    for (const Step& step : long_meeting(meeting)) {
        meeting.wait(40s);
        meeting.act(step.command);
        CHECK(narrate(meeting.state(), meeting.state().events.back()) == step.said);
    }
}

TEST_CASE("where the meeting went is not announced, since the page of that place follows", "[narrate]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    CHECK(meeting.next().empty());
    CHECK(meeting.act(command::Skip{}) == "Skipped: check-in.");
    CHECK(meeting.next(Outcome::parked) == "Parked: Recruitment advert.");
    CHECK(meeting.go(Stage::closing).empty());
    CHECK(meeting.keep(CaptureKind::note, "still said") == 1);
    CHECK(announce(meeting.state(), meeting.state().events.back()) == "Note 1 kept: still said.");
}

TEST_CASE("that everybody is here is said as a number in the room, and with the names in the story", "[narrate]") {
    MeetingFixture meeting;
    std::vector<PersonId> all;
    for (const Person& person : meeting.state().people) all.push_back(person.id);
    REQUIRE(all.size() > 4);
    CHECK(meeting.act(command::Attend{all, Presence::here}) == fmt::format("All {} people are here.", all.size()));
    CHECK(narrate(meeting.state(), meeting.state().events.back()).starts_with("Asha, Ben"));
}

TEST_CASE("undo and redo name the act as a thing", "[narrate]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.next();
    meeting.answer(Answer::passed);
    CHECK(meeting.act(command::Undo{}) == "Undone: the pass of Asha.");
    CHECK(meeting.act(command::Redo{}) == "Redone: the pass of Asha.");
    meeting.answer(Answer::later);
    CHECK(meeting.act(command::Undo{}) == "Undone: the later of Ben.");
    meeting.say(3, "private words");
    CHECK(meeting.act(command::Undo{}) == "Undone: the check-in of Ben.");
    meeting.act(command::AnswerRound{Answer::off, 3, ""});
    CHECK(meeting.act(command::Undo{}) == "Undone: the check-in of Ben, off the record.");
    meeting.go(1);
    CHECK(meeting.act(command::Undo{}) == "Undone: going to Recruitment advert.");
    meeting.go(1);
    meeting.act(command::Speak{seat(2)});
    CHECK(meeting.act(command::Undo{}) == "Undone: the turn of Ben.");
    meeting.keep(CaptureKind::term, "what it means");
    CHECK(meeting.act(command::Undo{}) == "Undone: term 1, term.");
    meeting.act(command::AddItem{"Website again?", 5min, ItemKind::explore});
    CHECK(meeting.act(command::Undo{}) == "Undone: the new item Website again?");
}

TEST_CASE("undo of a walk-in still names the person", "[narrate]") {
    MeetingFixture meeting;
    meeting.act(command::WalkIn{"Gus", "Tenants"});
    const PersonId gus = meeting.person("Gus");
    meeting.act(command::Attend{{gus}, Presence::left});
    meeting.act(command::Undo{});
    CHECK(meeting.act(command::Undo{}) == "Undone: the arrival of Gus.");
    const Recorded* left = meeting.state().event_at(3);
    REQUIRE(left != nullptr);
    CHECK(act_in_words(meeting.state(), *left) == "who is gone: Gus");
}

TEST_CASE("every act of the long meeting has a name of its own as a thing", "[narrate]") {
    MeetingFixture meeting = meeting_with_matters();
    for (const Step& step : long_meeting(meeting)) {
        meeting.act(step.command);
        const std::string thing = act_in_words(meeting.state(), meeting.state().events.back());
        INFO(step.said);
        CHECK_FALSE(thing.empty());
        CHECK(thing.find("somebody") == std::string::npos);
        CHECK(thing.find("an item") == std::string::npos);
    }
}

TEST_CASE("several people are said together", "[narrate]") {
    MeetingFixture meeting;
    CHECK(meeting.act(command::Attend{{seat(5), seat(6)}, Presence::apologies}) ==
          "Eve and Femi are away and sent apologies.");
    CHECK(meeting.here({seat(1), seat(2)}) == "Asha and Ben are here.");
    CHECK(meeting.act(command::Attend{{seat(1), seat(2)}, Presence::left}) == "Asha and Ben have left.");
    CHECK(meeting.act(command::Attend{{seat(1)}, Presence::expected}) == "Asha is expected.");
}

TEST_CASE("a long text is said by its beginning and kept whole", "[narrate]") {
    MeetingFixture meeting;
    const std::string text = std::string(150, 'a') + "\n" + std::string(150, 'b');
    const std::string said = meeting.act(command::Capture{CaptureKind::note, text, "", {}, {}});
    CHECK(said == "Note 1 kept: " + std::string(120, 'a') + " ...");
    CHECK(meeting.state().captures[0].text.text == text);
}

TEST_CASE("a sentence that ends with a question mark gets no full stop after it", "[narrate]") {
    Plan plan = sample_plan();
    plan.items[0].title = "Who decides?";
    MeetingFixture meeting(plan);
    meeting.everyone_here();
    meeting.next();
    CHECK(meeting.say(4, "Are we late?") == "Asha: 4, Are we late?");
    CHECK(meeting.say({}, "Fine.") == "Ben: Fine.");
    CHECK(meeting.say(3, "") == "Cara: 3.");
    meeting.go(1);
    CHECK(narrate(meeting.state(), meeting.state().events.back()) == "Now: Who decides?");
}

TEST_CASE("a decision says the partnership's usual way, and that a vote has numbers", "[narrate]") {
    const auto said = [](std::optional<DecisionRule> usual) {
        MeetingFixture meeting;
        State state = meeting.state();
        state.plan.rule = usual;
        event::Captured captured{};
        captured.number = 1;
        captured.kind = CaptureKind::decision;
        captured.text = Words{"We meet monthly"};
        const Recorded recorded{2, meeting.now, captured};
        folkmoot::apply(state, recorded);
        return std::pair{announce(state, recorded), narrate(state, recorded)};
    };
    CHECK(said({}).first == "Decision 1 kept: We meet monthly.");
    CHECK(said(DecisionRule::consent).first == "Decision 1, by consent, kept: We meet monthly.");
    CHECK(said(DecisionRule::consent).second == "Decision 1, by consent, kept: We meet monthly.");
    CHECK(said(DecisionRule::lead).first == "Decision 1, the lead decides, kept: We meet monthly.");
    CHECK(said(DecisionRule::vote).first ==
          "Decision 1 kept: We meet monthly. The numbers of the vote are still to be told.");
    CHECK(said(DecisionRule::vote).second == "Decision 1 kept: We meet monthly.");
}

TEST_CASE("an action without owner and date is said so", "[narrate]") {
    MeetingFixture meeting;
    CHECK(meeting.act(command::Capture{CaptureKind::action, "call the hall", "", {}, {}}) ==
          "Action 1 kept: call the hall, no owner yet, no date.");
    CHECK(meeting.act(command::EditCapture{1, "call the new hall", "", seat(2), {}}) ==
          "Number 1 now says: call the new hall, Ben, no date.");
}

TEST_CASE("a pulse of few answers says that they are not kept", "[narrate]") {
    MeetingFixture meeting;
    CHECK(meeting.act(command::TakePulse{{{1, 2, 3}, {3, 3, 3}}}) ==
          "The pulse is kept: 3 answered, too few to keep the answers.");
    CHECK(meeting.state().pulse->counts == std::vector<std::vector<std::uint32_t>>{{}, {}});
}

TEST_CASE("words with control characters are said without them", "[narrate]") {
    MeetingFixture meeting;
    CHECK(meeting.act(command::Capture{CaptureKind::note, "red \x1b[31malert\xe2\x80\xae", "", {}, {}}) ==
          "Note 1 kept: red [31malert.");
}

}  // namespace folkmoot::test
