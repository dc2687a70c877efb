#include <algorithm>

#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

TEST_CASE("the opening says who comes, what they need, what for, and what to type") {
    AMeeting meeting;
    const Page page = meeting.page();
    CHECK(page.title == "Opening, Working group 7, 5 people");
    CHECK(page.prompt == "Opening");
    CHECK(page.words.front() == Word::here);
    const std::string said = read_aloud(page);
    CHECK(says(said, "Tuesday 24 November 2026, 14:00, The library. Planned end 15:30."));
    CHECK(says(said, "2 of 5, Ben Okafor, University\n"));
    CHECK(says(said, "1 of 1, Asha, captions"));
    CHECK(says(said, "2 of 2, O2, Share the work, review was due Tuesday 1 September 2026"));
    CHECK(says(said, "1 of 1, Plain words"));
    CHECK(says(said,
               "Last time: Working group 6, Tuesday 27 October 2026. Type agree when its minutes are agreed, or "
               "amend to correct them."));
    CHECK(says(said, "3 matters are open from earlier meetings."));
    CHECK(says(said, "Asha could facilitate. Type duty facilitate and a name to settle it."));
    CHECK(said.ends_with("Type next when everyone is here."));
}

TEST_CASE("access needs are not on the page while the private lines are hidden") {
    AMeeting meeting;
    meeting.memory.private_hidden = true;
    const std::string said = read_aloud(meeting.page());
    CHECK_FALSE(says(said, "captions"));
    CHECK(says(said, "Access needs and concerns are hidden. Type private to show them."));
}

TEST_CASE("on the opening page nobody is called expected, so that counting one person changes one line") {
    AMeeting meeting;
    CHECK_FALSE(says(read_aloud(meeting.page()), "expected"));
    meeting.act(command::Attend{{meeting.person(1)}, Presence::here});
    CHECK_FALSE(says(read_aloud(meeting.page()), "expected"));
    CHECK(says(read_aloud(meeting.page()), "1 of 5, Asha, here, Harbour Voices\n2 of 5, Ben Okafor, University\n"));
}

TEST_CASE("coming back to the opening, who could do what is not read again") {
    AMeeting meeting;
    meeting.everyone_here().act(command::Next{}).act(command::Back{});
    const std::string said = read_aloud(meeting.page());
    CHECK_FALSE(says(said, "could facilitate"));
    CHECK(says(said, "1 of 1, Plain words"));
    CHECK(says(said, "1 of 1, Asha, captions"));
}

TEST_CASE("the check-in names whose turn it is in its prompt") {
    AMeeting meeting;
    meeting.everyone_here().act(command::Next{});
    CHECK(meeting.page().title == "Check-in, 5 people");
    CHECK(meeting.page().prompt == "Check-in, Asha");
    CHECK(says(read_aloud(meeting.page()),
               "What do you bring today?\nScores go from 1, which is low, to 5, which is high."));
    CHECK(says(read_aloud(meeting.page()), "1 of 5, Asha, next, Harbour Voices"));
    meeting.act(command::AnswerRound{Answer::passed, std::nullopt, ""});
    CHECK(meeting.page().prompt == "Check-in, Ben Okafor");
    CHECK(where_line(meeting.view()) ==
          "Check-in, Ben Okafor is next, 0 of 5 have spoken, 1 passed, 14:00, 1 hour 30 minutes left of the meeting.");
    for (int i = 0; i < 4; ++i) meeting.act(command::AnswerRound{Answer::said, std::nullopt, ""});
    CHECK(meeting.page().prompt == "Check-in, everyone has spoken");
}

TEST_CASE("the actions from last time are numbered, with owner, date and how often they were carried") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    const Page page = meeting.page();
    CHECK(page.title == "Actions from last time, 3 matters");
    CHECK(page.prompt == "Actions, 1 of 3");
    CHECK(says(read_aloud(page),
               "1 of 3, Send the draft, not looked at yet, action of Asha, due Friday 20 November 2026, overdue, "
               "carried twice, not accepted yet"));
    meeting.act(command::Review{meeting.state.matters[0].matter.id, event::Verdict::done, std::nullopt, ""});
    CHECK(meeting.page().prompt == "Actions, 2 of 3");
    CHECK(says(read_aloud(meeting.page()), "1 of 3, Send the draft, done, action of Asha, due Friday"));
    meeting.memory.private_hidden = true;
    CHECK_FALSE(says(read_aloud(meeting.page()), "We hurry"));
}

TEST_CASE("an item shows its kind, lead, objectives, papers, who waits and what was written") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    meeting.act(command::Speak{meeting.person(2)}).act(command::RaiseHand{meeting.person(3), "the cost"});
    meeting.act(command::Capture{CaptureKind::decision, "We print it", "", std::nullopt, std::nullopt});
    meeting.act(command::RuleDecision{0, DecisionRule::vote, Votes{3, 1, 1}}).wait(Minutes{5});
    const Page page = meeting.page();
    CHECK(page.title == "Item 1 of 3, Recruitment advert");
    CHECK(page.prompt == "Item 1");
    const std::string said = read_aloud(page);
    CHECK(says(said, "Decide, 20 minutes, led by Asha."));
    CHECK(says(said, "15 minutes left."));
    CHECK(says(said, "Ben Okafor is speaking now."));
    CHECK(says(said, "1, Chen Wei, the cost"));
    CHECK(says(said, "Objective O1, Co-write the advert"));
    CHECK(says(said, "Paper, Draft advert, sent Tuesday 10 November 2026, 14 days ago"));
    CHECK(says(said, "decision 1, We print it, by vote, 3 for, 1 against, 1 abstained"));
    meeting.act(command::Pause{true, Minutes{10}});
    CHECK(meeting.page().prompt == "Item 1, on a break");
}

TEST_CASE("an item's background comes before who speaks") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1).act(command::Speak{meeting.person(2)});
    const std::string said = read_aloud(meeting.page());
    CHECK(said.find("Paper, Draft advert") < said.find("Ben Okafor is speaking now."));
}

TEST_CASE("an item whose time is untouched does not say how much is left") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2);
    CHECK(says(read_aloud(meeting.page()), "Explore, 15 minutes."));
    CHECK_FALSE(says(read_aloud(meeting.page()), "left."));
    meeting.wait(Minutes{1});
    CHECK(says(read_aloud(meeting.page()), "14 minutes left."));
}

TEST_CASE("the first item that is opened names the words, the others only the one that goes on") {
    AMeeting meeting;
    meeting.everyone_here().to_item(2).wait(Minutes{1});
    CHECK(read_aloud(meeting.page()).ends_with("Type speak and a seat number, note and a few words, then next."));
    meeting.to_item(3);
    CHECK(read_aloud(meeting.page()).ends_with("Type next when it is done."));
}

TEST_CASE("a closing without decisions and actions has no headings for them") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::closing, std::nullopt}});
    const Page page = meeting.page();
    CHECK(page.title == "Closing, 0 decisions, 0 actions");
    CHECK(says(read_aloud(page), "0 actions\nNo decisions and no actions were written down.\nStill open, 3"));
}

TEST_CASE("the pulse asks one statement at a time") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::pulse, std::nullopt}});
    CHECK(meeting.page().title == "Pulse, 2 statements");
    CHECK(meeting.page().prompt == "Pulse, statement 1 of 2");
    meeting.memory.pulse_answers = {{3, 4}};
    CHECK(says(read_aloud(meeting.page()), "Statement 2 of 2: We share decisions."));
}

TEST_CASE("the closing reads back decisions and actions, and what is still open") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    meeting.act(command::Capture{CaptureKind::action, "Book the hall", "", meeting.person(1), std::nullopt});
    meeting.act(command::Capture{CaptureKind::question, "Who pays?", "", std::nullopt, std::nullopt});
    meeting.act(command::Go{{Stage::closing, std::nullopt}});
    meeting.memory.minutes_folder = "/home/asha/minutes";
    const Page page = meeting.page();
    CHECK(page.title == "Closing, 0 decisions, 1 action");
    const std::string said = read_aloud(page);
    CHECK(says(said, "action 1, Book the hall, Asha, no date, not accepted yet"));
    CHECK(says(said, "No decisions were written down.\nActions, 1\n"));
    CHECK(says(said, "item 2, Website, no outcome yet"));
    CHECK(says(said, "question 2, Who pays?"));
    CHECK(says(said, "The minutes go to /home/asha/minutes."));
    CHECK(says(said, "Type facilitate and a name."));
}

TEST_CASE("a closed meeting says so, and what is still possible") {
    AMeeting meeting([](event::Opened& plan) { plan.items.clear(); });
    meeting.act(command::Go{{Stage::closing, std::nullopt}}).act(command::Close{});
    CHECK(meeting.page().title == "Closed, Working group 7");
    CHECK(meeting.typed(Word::note, "late").error);
    CHECK(meeting.typed(Word::quit).go == Go::quit);
}

TEST_CASE("every page of a running meeting offers the captures, next and help, each word once") {
    AMeeting meeting;
    meeting.everyone_here();
    for (const Stage stage : {Stage::checkin, Stage::actions, Stage::pulse, Stage::checkout, Stage::closing}) {
        meeting.act(command::Go{{stage, std::nullopt}});
        const auto words = meeting.page().words;
        for (const Word word :
             {Word::next, Word::note, Word::decide, Word::action, Word::undo, Word::help, Word::quit}) {
            CHECK(std::count(words.begin(), words.end(), word) == 1);
        }
        CHECK(meeting.page().where == where_line(meeting.view()));
    }
}

TEST_CASE("position and title stand in the first 38 columns of a list line") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    for (const Block& block : meeting.page().blocks) {
        if (const auto* list = std::get_if<List>(&block)) {
            CHECK(list->items.front().text.substr(0, 38).starts_with("1 of 3, Send the draft"));
        }
    }
}

TEST_CASE("the closing says what is kept for a later meeting: items that were left, and matters still open") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    meeting.act(command::Next{Outcome::carried}).act(command::Next{Outcome::parked});
    meeting.act(command::Go{{Stage::closing, std::nullopt}});
    const std::string said = read_aloud(meeting.page());
    CHECK(says(said, "Kept for a later meeting, 5\n1 of 5, item 1, Recruitment advert, carried to the next meeting\n"));
    CHECK(says(said, "2 of 5, item 2, Website, parked\n"));
}

TEST_CASE("the time in sight counts the last minute's seconds only where that is wanted") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    const auto words = [&] {
        const Page page = meeting.page();
        REQUIRE(page.time);
        return page.time->words;
    };
    const Minutes allotted = meeting.state.open_item()->allotted();
    meeting.wait(allotted - Minutes{2});
    meeting.memory.last_minute_seconds = true;
    CHECK(words().starts_with("2 minutes left."));
    meeting.wait(Minutes{1});
    meeting.now = later(meeting.now, std::chrono::milliseconds{19300});
    CHECK(words().starts_with("41 seconds left."));
    meeting.memory.last_minute_seconds = false;
    CHECK(words().starts_with("1 minute left."));
}
