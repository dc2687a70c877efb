#include "screens/consent.h"

#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

/// Everyone is asked about decision 1.
struct Asked : AMeeting {
    Asked() {
        everyone_here().to_item(1).act(command::Capture{CaptureKind::decision, "We print it large", "", {}, {}});
        const Reaction begun = typed(Word::rule, "consent round");
        CHECK(begun.commands.empty());
        CHECK(begun.go == Go::to_decision);
        memory.decision = {begun.decision, state.place};
        memory.consent = begun.consent.value();
    }
    /// What the face does with a reaction; gives what is said.
    std::string does(Word word, const std::string& argument = "") {
        const Reaction reaction = typed(word, argument);
        for (const Command& each : reaction.commands) act(each);
        if (reaction.consent) memory.consent = *reaction.consent;
        return reaction.said;
    }
};

}  // namespace

TEST_CASE("everyone who is here is asked in turn, and when all have answered it is decided by consent") {
    Asked meeting;
    CHECK(meeting.page().title == "Decision 1, asking 5 people in turn");
    CHECK(meeting.page().prompt == "Decision 1, Asha");
    CHECK(says(read_aloud(meeting.page()), "We print it large.\n1 of 5, Asha, not asked yet\n2 of 5, Ben Okafor"));
    CHECK(meeting.does(Word::agree) == "Asha agrees. Next, Ben Okafor.");
    CHECK(meeting.page().focus == 1U);
    CHECK(meeting.does(Word::pass) == "Ben Okafor passes. Next, Chen Wei.");
    CHECK(meeting.does(Word::reserve, "it costs more") == "Next, Benita Ruiz.");
    CHECK(meeting.does(Word::agree) == "Benita Ruiz agrees. Next, Dilys.");
    CHECK_FALSE(meeting.state.capture(1)->rule);
    CHECK(meeting.does(Word::agree) == "1 of those who agreed has a reservation.");
    CHECK(meeting.state.capture(1)->rule == DecisionRule::consent);
    CHECK(meeting.state.capture(1)->votes == Votes{4, 0, 1});
    // By name only if the person wants.
    CHECK(meeting.state.capture(1)->reservations == std::vector{Reservation{Words{"it costs more"}, std::nullopt}});
    CHECK(meeting.page().title == "Decision 1, 1 reservation");
}

TEST_CASE("on each line of those who are asked an answer is given, and given again") {
    Asked meeting;
    const auto act = [&](std::size_t line, std::size_t number, const std::string& typed = "") {
        const Page page = meeting.page();
        const Act& chosen = std::get<List>(page.blocks.at(1)).items.at(line - 1).acts.at(number - 1);
        CHECK(chosen.asks == !typed.empty());
        return meeting.does(chosen.intent.word, chosen.intent.argument + (typed.empty() ? "" : " " + typed));
    };
    CHECK(act(3, 1) == "Chen Wei agrees. Next, Asha.");
    CHECK(act(3, 2, "Chen: too early") == "Next, Asha.");
    CHECK(meeting.state.capture(1)->reservations.at(0).person == meeting.person(3));
    CHECK(says(read_aloud(meeting.page()), "3 of 5, Chen Wei, has a reservation"));
    CHECK(act(3, 3) == "Chen Wei passes. Next, Asha.");
    CHECK(meeting.typed(Word::rule, "consent 3 agrees").error == false);
    CHECK(meeting.typed(Word::reserve).error);
}

TEST_CASE("who objects ends the asking, and the words are not lost") {
    Asked meeting;
    meeting.does(Word::agree);
    const Reaction asked = meeting.typed(Word::stop);
    REQUIRE(asked.question);
    CHECK(asked.question->question.text ==
          "Somebody objects, so decision 1 is not made by consent. What becomes of it?");
    REQUIRE(asked.question->acts.size() == 3);
    AMeeting talks = meeting, parks = meeting;
    for (const Command& each : asked.question->acts[0]) talks.act(each);
    CHECK(talks.state.capture(1)->removed);
    CHECK(talks.state.capture(2)->text.text == "Proposed and not decided: We print it large");
    CHECK(talks.page().title == "Item 1 of 3, Recruitment advert");
    for (const Command& each : asked.question->acts[1]) parks.act(each);
    CHECK(parks.state.capture(2)->kind == CaptureKind::parked);
    CHECK(asked.question->acts[2].empty());
}

TEST_CASE("next stops the asking, and nothing is decided by it") {
    Asked meeting;
    meeting.does(Word::agree);
    CHECK(meeting.does(Word::next) == "Not everyone was asked. How it was decided stays as it was.");
    CHECK_FALSE(meeting.state.capture(1)->rule);
    CHECK(meeting.page().title == "Decision 1, 0 reservations");
}

TEST_CASE("nobody can be asked when nobody is here, or about what is no decision") {
    AMeeting meeting;
    meeting.to_item(1).act(command::Capture{CaptureKind::decision, "We print it large", "", {}, {}});
    CHECK(meeting.typed(Word::rule, "consent round").said == "Nobody is counted as here yet. Example: here all.");
    CHECK(meeting.typed(Word::rule, "7 consent round").said == "There is no decision number 7. It can be 1.");
    CHECK(says(AMeeting().typed(Word::rule, "consent round").said, "There is no decision in this meeting yet."));
    CHECK(only<command::RuleDecision>(meeting.typed(Word::rule, "consent")).number == 0);
}

TEST_CASE("in the asking undo takes back the last answer, a reservation with its words") {
    Asked meeting;
    meeting.does(Word::agree);
    meeting.does(Word::reserve, "it costs more");
    CHECK(meeting.typed(Word::undo).said == "The answer of Ben Okafor is taken back. They are asked again.");
    CHECK(std::holds_alternative<command::Undo>(meeting.typed(Word::undo).commands.front()));
    meeting.does(Word::undo);
    CHECK(meeting.state.capture(1)->reservations.empty());
    CHECK(meeting.page().focus == 1U);
    AMeeting noted = meeting;
    noted.act(command::Capture{CaptureKind::note, "It is late", "", {}, {}});
    CHECK(noted.typed(Word::undo).said.empty());
    const Reaction first = meeting.typed(Word::undo);
    CHECK(first.commands.empty());
    CHECK(first.said == "The answer of Asha is taken back. They are asked again.");
}

TEST_CASE("what was done after the last answer is undone before it") {
    Asked meeting;
    meeting.does(Word::agree);
    meeting.act(command::Capture{CaptureKind::note, "It is late", "", {}, {}});
    CHECK(meeting.typed(Word::undo).said.empty());
    CHECK(std::holds_alternative<command::Undo>(meeting.typed(Word::undo).commands.front()));
}

TEST_CASE("the asking does not begin again while it lasts, and who arrives meanwhile is asked last") {
    Asked meeting;
    meeting.act(command::WalkIn{"Zoe", "Council"});
    meeting.does(Word::agree);
    CHECK(meeting.memory.consent.people.size() == 6);
    const Reaction again = meeting.typed(Word::rule, "consent round");
    CHECK(again.error);
    CHECK(says(again.said, "Everyone is being asked already."));
    CHECK_FALSE(again.consent);
}

TEST_CASE("in the asking pass is the one's who is asked, or the one's who is named") {
    Asked meeting;
    CHECK(meeting.does(Word::pass, "dilys") == "Dilys passes. Next, Asha.");
    CHECK(meeting.does(Word::pass) == "Asha passes. Next, Ben Okafor.");
    CHECK(meeting.typed(Word::pass, "nobody here").error);
}
