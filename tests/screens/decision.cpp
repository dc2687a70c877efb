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
    CHECK(says(read_aloud(meeting.page()), "2 of 3, How it was decided, not said yet"));
    meeting.act(only<command::RuleDecision>(meeting.typed(Word::rule, "vote 4 1")));
    meeting.act(only<command::Reserve>(meeting.typed(Word::reserve, "Ben O: it costs more")));
    meeting.act(only<command::Reserve>(meeting.typed(Word::reserve, "3 of us are not sure")));
    const std::string said = read_aloud(meeting.page());
    CHECK(says(said, "1 of 5, We print it large"));
    CHECK(says(said, "2 of 5, How it was decided, by vote, 4 for, 1 against, 0 abstained"));
    CHECK(says(said, "3 of 5, Reservation of Ben Okafor, it costs more"));
    CHECK(says(said, "4 of 5, Reservation, 3 of us are not sure"));
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
    CHECK(line().acts.back().intent == Intent{Word::principle, "1"});
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle)).number == 1);
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle, "2")).number == 2);
    meeting.act(only<command::MakePrinciple>(meeting.typed(Word::principle)));
    CHECK(line().text == "1 of 3, We print it large, becomes a shared principle");
    CHECK(line().acts.front().begun == "We print it large");
    CHECK(line().acts.back().intent == Intent{Word::principle, "1 no"});
    CHECK_FALSE(only<command::MakePrinciple>(meeting.typed(Word::principle, "1 no")).principle);
    CHECK_FALSE(only<command::MakePrinciple>(meeting.typed(Word::principle, "no")).principle);
    meeting.memory.decision.reset();
    CHECK(says(read_aloud(meeting.page()), "decision 1, We print it large, becomes a shared principle"));
    CHECK(only<command::MakePrinciple>(meeting.typed(Word::principle)).number == 0);
    CHECK(says(meeting.typed(Word::principle, "perhaps").said, "\"perhaps\" does not fit."));
}
