#include "screens/decision.h"

#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

/// An item with two decisions, the first of which is open.
struct Decided : AMeeting {
    Decided() {
        everyone_here().to_item(1);
        act(command::Capture{CaptureKind::decision, "We print it large", "", {}, {}});
        act(command::Capture{CaptureKind::decision, "3 people check it", "", {}, {}});
        memory.decision = {1, state.place};
    }
};

}  // namespace

TEST_CASE("a decision opens by its number, or the latest without one") {
    Decided meeting;
    CHECK(meeting.typed(Word::details, "1").go == Go::to_decision);
    CHECK(meeting.typed(Word::details, "1").decision == 1);
    CHECK(meeting.typed(Word::details).decision == 2);
    CHECK(meeting.typed(Word::details, "7").said == "There is no decision number 7. It can be 1 or 2.");
    AMeeting without;
    CHECK(without.typed(Word::details).said == "There is no decision in this meeting yet.");
}

TEST_CASE("a decision's page says its text, how it was decided and each reservation") {
    Decided meeting;
    CHECK(meeting.page().title == "Decision 1, 0 reservations");
    CHECK(says(read_aloud(meeting.page()),
               "2 of 4, How it was decided, not said yet\n3 of 4, No day on which it is looked at again\n"));
    meeting.act(only<command::RuleDecision>(meeting.typed(Word::rule, "vote 4 1")));
    meeting.act(only<command::Reserve>(meeting.typed(Word::reserve, "Ben O: it costs more")));
    meeting.act(only<command::Reserve>(meeting.typed(Word::reserve, "3 of us are not sure")));
    const std::string said = read_aloud(meeting.page());
    CHECK(says(said, "1 of 6, We print it large"));
    CHECK(says(said, "2 of 6, How it was decided, by vote, 4 for, 1 against, 0 abstained"));
    CHECK(says(said, "4 of 6, Reservation of Ben Okafor, it costs more"));
    CHECK(says(said, "5 of 6, Reservation, 3 of us are not sure"));
    CHECK(meeting.page().prompt == "Decision 1");
    CHECK(where_line(meeting.view()).starts_with("Decision 1, in Item 1 of 3, Recruitment advert"));
}

TEST_CASE("Enter on how it was decided keeps what was said of it") {
    Decided meeting;
    for (const std::string rule : {"consent", "consensus", "vote", "lead"}) {
        meeting.act(only<command::RuleDecision>(meeting.typed(Word::rule, rule == "vote" ? "vote 4 1" : rule)));
        const Page page = meeting.page();
        const auto& line = std::get<List>(page.blocks.front()).items.at(1);
        CHECK(line.acts.at(line.enter).intent == Intent{Word::rule, "1 " + rule});
    }
}

TEST_CASE("a decision's page says when the way it was made is the usual one") {
    const auto usually = [](DecisionRule rule) {
        AMeeting meeting([&](event::Opened& plan) { plan.rule = rule; });
        meeting.everyone_here().to_item(1).act(
            command::Capture{CaptureKind::decision, "We print it large", "", {}, {}});
        meeting.memory.decision = {1, meeting.state.place};
        return meeting;
    };
    AMeeting meeting = usually(DecisionRule::consent);
    CHECK(says(read_aloud(meeting.page()), "2 of 4, How it was decided, by consent, the usual way\n"));
    meeting.act(only<command::RuleDecision>(meeting.typed(Word::rule, "lead")));
    CHECK(says(read_aloud(meeting.page()), "2 of 4, How it was decided, the lead decided\n"));
    const Page vote = usually(DecisionRule::vote).page();
    CHECK(says(read_aloud(vote), "2 of 4, How it was decided, not said yet, the usual way is a vote\n"));
    const auto& line = std::get<List>(vote.blocks.front()).items.at(1);
    CHECK(line.acts.at(line.enter).intent == Intent{Word::rule, "1 vote"});
}

TEST_CASE("a day to look at a decision again is read with and without a number, and taken away with never") {
    Decided meeting;  // on Tuesday 24 November 2026, on the page of decision 1
    const auto read = [&](const std::string& typed) {
        return only<command::DateDecision>(meeting.typed(Word::revisit, typed));
    };
    const Date december{std::chrono::year{2026} / 12 / 1};
    CHECK(read("1 december").number == 1);
    CHECK(read("1 december").look_again == december);
    CHECK(read("2 1 december").number == 2);
    CHECK(read("2 1 december").look_again == december);
    CHECK(read("in 1 week").look_again == december);
    CHECK(read("2 in 1 week").number == 2);
    CHECK(read("never").number == 1);
    CHECK_FALSE(read("never").look_again);
    CHECK(read("2 never").number == 2);
    for (const char* nothing : {"", "2"})
        CHECK(meeting.typed(Word::revisit, nothing).said ==
              "revisit needs a day, or never. Example: revisit in 3 months.");
    CHECK(meeting.typed(Word::revisit, "7 friday").said == "There is no decision number 7. It can be 1 or 2.");
    CHECK(says(meeting.typed(Word::revisit, "sometime").said, "\"sometime\" is no date."));
    meeting.memory.decision.reset();
    CHECK(read("friday").number == 0);  // the latest
}

TEST_CASE("the day to look at a decision again stands on its line and on its page") {
    Decided meeting;
    meeting.act(only<command::DateDecision>(meeting.typed(Word::revisit, "1 december")));
    CHECK(says(read_aloud(meeting.page()), "3 of 4, To be looked at again on Tuesday 1 December 2026\n"));
    meeting.memory.decision.reset();
    const std::string line = "decision 1, We print it large, to be looked at again on Tuesday 1 December 2026";
    CHECK(says(read_aloud(meeting.page()), line));
    meeting.act(command::Go{{Stage::closing, std::nullopt}});
    CHECK(says(read_aloud(meeting.page()), line));
}

TEST_CASE("a decision from an earlier meeting stands, is looked at another time, does not stand, or is taken up") {
    AMeeting meeting([](event::Opened& plan) {
        plan.carry_over.matters[0].kind = MatterKind::decision;
        plan.carry_over.matters[0].text = Words{"We meet on Tuesdays"};
    });
    meeting.everyone_here().act(command::Go{{Stage::actions, std::nullopt}});
    const std::string line = "1 of 3, We meet on Tuesdays, ",
                      which = "decision of Tuesday 27 October 2026 to look at again";
    CHECK(says(read_aloud(meeting.page()), line + "not looked at yet, " + which + "\n"));
    const auto act = [&](std::size_t number, const std::string& typed = "") {
        const Page page = meeting.page();
        const Act& chosen = std::get<List>(page.blocks.front()).items.at(0).acts.at(number - 1);
        const std::string begun = chosen.intent.argument;
        AMeeting after = meeting;
        after.act(meeting.typed(chosen.intent.word, begun + (typed.empty() ? "" : " " + typed)).commands.at(0));
        return read_aloud(after.page());
    };
    CHECK(says(act(1), line + "stands, " + which));
    CHECK(says(act(2, "1 december"), line + "kept, " + which + ", now on Tuesday 1 December 2026"));
    CHECK(says(act(2), line + "kept, " + which + "\n"));
    CHECK(says(act(3, "too few came"), line + "does not stand any more: too few came, " + which));
    CHECK(says(act(4), line + "on today's agenda, " + which));
    CHECK(meeting.typed(Word::accept, "1").commands.size() == 1);
}

TEST_CASE("an item that looks at a decision again reads it, and revisit says that it stands, not, or when again") {
    AMeeting meeting([](event::Opened& plan) {
        plan.carry_over.matters[0].kind = MatterKind::decision;
        plan.carry_over.matters[0].text = Words{"We meet on Tuesdays"};
        plan.items[0].from_matter = plan.carry_over.matters[0].id;
    });
    meeting.everyone_here().to_item(1);
    const std::string line = "Decision from Tuesday 27 October 2026, We meet on Tuesdays";
    CHECK(says(read_aloud(meeting.page()), line + "\n"));
    CHECK(only<command::Review>(meeting.typed(Word::revisit, "stands")).verdict == event::Verdict::done);
    const auto no = only<command::Review>(meeting.typed(Word::revisit, "no: too few came"));
    CHECK(no.verdict == event::Verdict::dropped);
    CHECK(no.reason == "too few came");
    const auto again = only<command::Review>(meeting.typed(Word::revisit, "1 december"));
    CHECK(again.verdict == event::Verdict::kept);
    CHECK(again.due == Date{std::chrono::year{2026} / 12 / 1});
    CHECK(meeting.typed(Word::revisit, "no").error);
    CHECK(says(meeting.typed(Word::revisit, "perhaps").said, "not \"perhaps\""));
    meeting.act(meeting.typed(Word::revisit, "1 december").commands.front());
    CHECK(says(read_aloud(meeting.page()), line + ", kept, to be looked at again on Tuesday 1 December 2026"));
    // A decision of this meeting is meant by its number.
    meeting.act(command::Capture{CaptureKind::decision, "We meet on Mondays", "", {}, {}});
    CHECK(only<command::DateDecision>(meeting.typed(Word::revisit, "1 in 3 months")).number == 1);
}

TEST_CASE("the item for a concern reads it out, unless private lines are hidden, and closes it with what was agreed") {
    AMeeting meeting([](event::Opened& plan) {
        plan.carry_over.matters[0].kind = MatterKind::concern;
        plan.carry_over.matters[0].text = Words{"We hurry too much"};
        plan.items[0].from_matter = plan.carry_over.matters[0].id;
    });
    meeting.everyone_here().to_item(1);
    CHECK(says(read_aloud(meeting.page()), "Concern 1 from Tuesday 27 October 2026, We hurry too much"));
    CHECK(only<command::CloseConcern>(meeting.typed(Word::close, "concern: two items an hour")).agreed ==
          "two items an hour");
    CHECK(only<command::CloseConcern>(meeting.typed(Word::close, "concern 1: two items an hour")).matter ==
          meeting.state.matters[0].matter.id);
    CHECK(says(meeting.typed(Word::close, "concern 9: no").said,
               "There is no concern 9 here. Those from earlier go from 1 to"));
    meeting.memory.private_hidden = true;
    CHECK_FALSE(says(read_aloud(meeting.page()), "We hurry too much"));
    meeting.memory.private_hidden = false;
    meeting.act(meeting.typed(Word::close, "concern: two items an hour").commands.front());
    CHECK(says(read_aloud(meeting.page()), "We hurry too much, closed, agreed: two items an hour"));
}

TEST_CASE("a day that cannot be read is said without the number of the decision that the field put before it") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1).act(command::Capture{CaptureKind::decision, "We print it", "", {}, {}});
    meeting.memory.decision = {1, meeting.state.place};
    CHECK(meeting.typed(Word::revisit, "1 in a while").said.starts_with("\"in a while\" is no date."));
}

TEST_CASE("on a decision's page words need no number, and a number of another decision is honoured") {
    Decided meeting;
    CHECK(only<command::RuleDecision>(meeting.typed(Word::rule, "consent")).number == 1);
    CHECK(only<command::RuleDecision>(meeting.typed(Word::rule, "2 consent")).number == 2);
    CHECK(only<command::EditCapture>(meeting.typed(Word::edit, "We print it larger")).number == 1);
    CHECK(only<command::EditCapture>(meeting.typed(Word::edit, "2 Four people check it")).number == 2);
    CHECK(meeting.typed(Word::rule).said.starts_with("rule needs consent"));
}

TEST_CASE("next and back leave a decision for the place under it, and everything else works as there") {
    Decided meeting;
    CHECK(meeting.typed(Word::next).go == Go::from_decision);
    CHECK(meeting.typed(Word::next).commands.empty());
    CHECK(meeting.typed(Word::back).go == Go::from_decision);
    only<command::Capture>(meeting.typed(Word::note, "The printer is closed"));
    only<command::Speak>(meeting.typed(Word::speak, "Asha"));
}

TEST_CASE("a decision's page is over once the decision is taken away or the meeting has moved on") {
    Decided meeting;
    meeting.act(command::RemoveCapture{1});
    CHECK(meeting.page().title == "Item 1 of 3, Recruitment advert");
    Decided moved;
    moved.to_item(2);
    CHECK(moved.page().title == "Item 2 of 3, Website");
}

TEST_CASE("the cursor of an item is on the newest decision of which nobody has said how it was made") {
    Decided meeting;
    meeting.memory.decision.reset();
    const auto focused = [&]() -> std::string {
        const Page page = meeting.page();
        if (!page.focus) return "";
        std::size_t line = 0;
        for (const Block& block : page.blocks) {
            const auto* list = std::get_if<List>(&block);
            if (list == nullptr) continue;
            for (const ListItem& item : list->items)
                if (line++ == *page.focus) return item.text;
        }
        return "";
    };
    CHECK(focused() == "decision 2, 3 people check it");
    meeting.act(command::RuleDecision{2, DecisionRule::consent, {}});
    CHECK(focused() == "decision 1, We print it large");
    meeting.act(command::Reserve{1, {}, "The cost"});
    CHECK(focused().starts_with("decision 2, 3 people check it"));
    meeting.act(command::RaiseHand{meeting.person(1), ""});
    CHECK(focused().empty());
}

TEST_CASE("a decision becomes a shared principle, or stays a decision, and its line says so") {
    Decided meeting;
    const auto line = [&] {
        const Page page = meeting.page();
        return std::get<List>(page.blocks.front()).items.front();
    };
    CHECK(line().acts.at(1).intent == Intent{Word::principle, "1"});
    CHECK(line().acts.back().intent == Intent{Word::remove, "1"});
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle)).number == 1);
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle, "2")).number == 2);
    meeting.act(only<command::MakePrinciple>(meeting.typed(Word::principle)));
    CHECK(line().text == "1 of 4, We print it large, becomes a shared principle");
    CHECK(line().acts.front().begun == "We print it large");
    CHECK(line().acts.at(1).intent == Intent{Word::principle, "1 no"});
    CHECK_FALSE(only<command::MakePrinciple>(meeting.typed(Word::principle, "1 no")).principle);
    CHECK_FALSE(only<command::MakePrinciple>(meeting.typed(Word::principle, "no")).principle);
    meeting.memory.decision.reset();
    CHECK(says(read_aloud(meeting.page()), "decision 1, We print it large, becomes a shared principle"));
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle)).number == 0);
    CHECK(says(meeting.typed(Word::principle, "perhaps").said, "\"perhaps\" does not fit."));
}
