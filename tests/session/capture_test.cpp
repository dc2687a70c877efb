#include "src/session/decide.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {
const PersonId nobody{};
}

TEST_CASE("a capture needs words, and a term both its word and its meaning", "[capture]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::Capture{CaptureKind::note, "", "", {}, {}}) == "There are no words to keep.");
    CHECK(meeting.refused(command::Capture{CaptureKind::note, " \n\x07 ", "", {}, {}}) ==
          "There are no words to keep.");
    CHECK_THAT(meeting.refused(command::Capture{CaptureKind::term, "meaning", "", {}, {}}),
               containing("A term needs a word and its meaning. For example: term PPI:"));
    CHECK(meeting.refused(command::Capture{CaptureKind::action, "do it", "", nobody, {}}) ==
          "That owner is not on the list of people.");
}

TEST_CASE("a capture may be long, up to what one piece can hold", "[capture]") {
    MeetingFixture meeting;
    const std::string ten_thousand(10000, 'x');
    meeting.keep(CaptureKind::note, ten_thousand);
    CHECK(meeting.state().captures[0].text.text == ten_thousand);
    meeting.keep(CaptureKind::note, std::string(65536, 'x'));
    CHECK(meeting.refused(command::Capture{CaptureKind::note, std::string(65537, 'x'), "", {}, {}}) ==
          "That is 65537 bytes long. At most 65536 can be kept in one piece.");
    CHECK_THAT(meeting.refused(command::EditCapture{1, std::string(65537, 'x'), "", {}, {}}),
               containing("At most 65536"));
}

TEST_CASE("texts are made harmless and keep their line breaks", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::note, "one\r\ntwo \x1b[2J\xe2\x80\xae three");
    CHECK(meeting.state().captures[0].text.text == "one\ntwo [2J three");
    meeting.act(command::AddItem{"A\ntitle\x1b", 5min, ItemKind::explore});
    CHECK(meeting.state().agenda.back().item.title.text == "A title");
    meeting.act(command::WalkIn{"Gus\x1b[0m", "New\nPartner"});
    CHECK(meeting.state().people.back().name.text == "Gus[0m");
    CHECK(meeting.state().partners.back().name.text == "New Partner");
}

TEST_CASE("a number is said once and never used again", "[capture]") {
    MeetingFixture meeting;
    CHECK(meeting.keep(CaptureKind::note, "one") == 1);
    CHECK(meeting.keep(CaptureKind::note, "two") == 2);
    meeting.act(command::Undo{});
    CHECK(meeting.keep(CaptureKind::note, "three") == 3);
    meeting.act(command::RemoveCapture{3});
    CHECK(meeting.keep(CaptureKind::note, "four") == 4);
    meeting.act(command::Undo{});
    meeting.act(command::Redo{});
    CHECK(meeting.keep(CaptureKind::note, "five") == 5);
    CHECK(meeting.state().capture(2) == nullptr);
    CHECK(meeting.state().captures[0].id != meeting.state().captures[1].id);
}

TEST_CASE("a number that is not there, was undone or removed is answered", "[capture]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::RemoveCapture{1}) == "There is no number 1. The numbers so far go up to 0.");
    meeting.keep(CaptureKind::note, "one");
    meeting.keep(CaptureKind::note, "two");
    meeting.act(command::RemoveCapture{2});
    for (const Command& command : std::vector<Command>{
             command::RemoveCapture{2}, command::EditCapture{2, "x", "", {}, {}}, command::AcceptAction{2},
             command::SetOwner{2, seat(1)}, command::SetDue{2, date_of(meeting.now)}}) {
        CHECK(meeting.refused(command) == "Number 2 was removed.");
    }
    CHECK(meeting.refused(command::EditCapture{9, "x", "", {}, {}}) ==
          "There is no number 9. The numbers so far go up to 2.");
    CHECK(meeting.refused(command::EditCapture{1, " ", "", {}, {}}) ==
          "There are no words to keep. To take it away, type remove 1.");
}

TEST_CASE("only an action has an owner, a date and acceptance", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::parked, "later");
    for (const Command& command : std::vector<Command>{command::AcceptAction{1}, command::SetOwner{1, seat(1)},
                                                       command::SetDue{1, date_of(meeting.now)}}) {
        CHECK(meeting.refused(command) == "Number 1 is a parked matter, not an action.");
    }
    meeting.keep(CaptureKind::action, "call");
    CHECK(meeting.refused(command::AcceptAction{2}) == "Action 2 has no owner who could accept it. Type owner 2 NAME.");
    CHECK(meeting.refused(command::SetOwner{2, nobody}) == "That owner is not on the list of people.");
    meeting.act(command::SetOwner{2, seat(3)});
    meeting.act(command::AcceptAction{2});
    CHECK(meeting.refused(command::AcceptAction{2}) == "Action 2 is accepted already.");
    meeting.act(command::SetOwner{2, seat(4)});
    CHECK(meeting.state().capture(2)->action_state == ActionState::proposed);
}

TEST_CASE("an action can lose its owner and its date, and what is so already is refused", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::action, "call", seat(4));
    meeting.act(command::AcceptAction{1});
    CHECK(meeting.refused(command::SetOwner{1, seat(4)}) == "Action 1 is for Dev already.");
    CHECK(meeting.act(command::SetOwner{1, std::nullopt}) == "Action 1 has no owner now.");
    CHECK(meeting.state().capture(1)->action_state == ActionState::proposed);
    CHECK(meeting.refused(command::SetOwner{1, std::nullopt}) == "Action 1 has no owner.");
    CHECK(meeting.refused(command::SetDue{1, std::nullopt}) == "Action 1 has no date.");
    meeting.act(command::SetDue{1, date_of(meeting.now)});
    CHECK(meeting.refused(command::SetDue{1, date_of(meeting.now)}) == "Action 1 is due then already.");
    CHECK(meeting.act(command::SetDue{1, std::nullopt}) == "Action 1 has no date now.");
    CHECK_FALSE(meeting.state().capture(1)->due);
}

TEST_CASE("an edit keeps the owner and date that it does not name", "[capture]") {
    MeetingFixture meeting;
    const Date due{std::chrono::year{2026} / 12 / 1};
    meeting.act(command::Capture{CaptureKind::action, "call", "", seat(2), due});
    meeting.act(command::AcceptAction{1});
    meeting.act(command::EditCapture{1, "call again", "", {}, {}});
    CHECK(meeting.state().capture(1)->owner == seat(2));
    CHECK(meeting.state().capture(1)->due == due);
    CHECK(meeting.state().capture(1)->action_state == ActionState::accepted);
    meeting.act(command::EditCapture{1, "call again", "", seat(3), {}});
    CHECK(meeting.state().capture(1)->action_state == ActionState::proposed);
    CHECK(meeting.refused(command::EditCapture{1, "call again", "", nobody, {}}) ==
          "That owner is not on the list of people.");
    meeting.act(command::Capture{CaptureKind::term, "meaning", "PPI", {}, {}});
    meeting.act(command::EditCapture{2, "better meaning", "", {}, {}});
    CHECK(meeting.state().capture(2)->word.text == "PPI");
    CHECK_THAT(meeting.refused(command::EditCapture{2, "x", std::string(65537, 'x'), {}, {}}),
               containing("At most 65536"));
}

TEST_CASE("rules and reservations belong to decisions that stand, the latest when no number is given", "[capture]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::RuleDecision{}) == "There is no decision yet. Write one down first: decide TEXT.");
    meeting.keep(CaptureKind::note, "a note");
    CHECK(meeting.refused(command::RuleDecision{1, DecisionRule::consent, {}}) == "Number 1 is no decision.");
    CHECK(meeting.refused(command::Reserve{1, {}, "x"}) == "Number 1 is no decision.");
    meeting.keep(CaptureKind::decision, "first");
    meeting.keep(CaptureKind::decision, "second");
    CHECK_THAT(meeting.refused(command::RuleDecision{0, DecisionRule::vote, {}}), containing("rule vote 7 2 1"));
    CHECK_THAT(meeting.refused(command::RuleDecision{0, DecisionRule::consensus, Votes{1, 0, 0}}),
               containing("A vote needs its numbers"));
    CHECK(meeting.refused(command::RuleDecision{0, DecisionRule::vote, Votes{1, -1, 0}}) ==
          "Votes cannot be below zero.");
    CHECK_THAT(meeting.refused(command::Reserve{0, {}, ""}), containing("A reservation needs words."));
    CHECK_THAT(meeting.refused(command::Reserve{0, {}, std::string(65537, 'x')}), containing("At most 65536"));
    CHECK_THAT(meeting.refused(command::Reserve{0, nobody, "x"}), containing("not on the list"));
    meeting.act(command::RuleDecision{0, DecisionRule::lead, {}});
    meeting.act(command::Reserve{0, seat(2), "too early"});
    CHECK(meeting.state().capture(3)->rule == DecisionRule::lead);
    CHECK(meeting.state().capture(3)->reservations == std::vector<Reservation>{{Words{"too early", seat(2)}, seat(2)}});
    meeting.act(command::RemoveCapture{3});
    meeting.act(command::RuleDecision{0, DecisionRule::consensus, {}});
    CHECK(meeting.state().capture(2)->rule == DecisionRule::consensus);
}

TEST_CASE("a decision is looked at again from a later day, or has no such day", "[capture]") {
    MeetingFixture meeting;  // on Tuesday 24 November 2026
    const Date today = date_of(meeting.now);
    CHECK(meeting.refused(command::DateDecision{0, plus_days(today, 1)}) ==
          "There is no decision yet. Write one down first: decide TEXT.");
    meeting.keep(CaptureKind::decision, "first");
    meeting.keep(CaptureKind::decision, "second");
    for (const Date& day : {today, plus_days(today, -1)}) {
        CHECK_THAT(meeting.refused(command::DateDecision{0, day}),
                   containing("is no later day than today. For example: revisit in 3 months."));
    }
    meeting.act(command::DateDecision{0, plus_days(today, 1)});
    CHECK(meeting.state().capture(2)->look_again == plus_days(today, 1));
    CHECK_FALSE(meeting.state().capture(1)->look_again);
    CHECK(meeting.refused(command::DateDecision{2, plus_days(today, 1)}) ==
          "Decision 2 is looked at again then already.");
    meeting.act(command::DateDecision{2, plus_days(today, 7)});
    CHECK(meeting.act(command::DateDecision{2, {}}) == "Decision 2 has no day to be looked at again now.");
    CHECK_FALSE(meeting.state().capture(2)->look_again);
    CHECK(meeting.refused(command::DateDecision{2, {}}) == "Decision 2 has no day to be looked at again.");
}

TEST_CASE("a decision becomes a principle, or does not after all", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::note, "a note");
    CHECK(meeting.refused(command::MakePrinciple{1}) == "Number 1 is no decision.");
    meeting.keep(CaptureKind::decision, "Plain words");
    CHECK(meeting.refused(command::MakePrinciple{0, false}) == "Decision 2 does not become a principle.");
    meeting.act(command::MakePrinciple{0});
    CHECK(meeting.state().capture(2)->principle);
    CHECK(meeting.refused(command::MakePrinciple{2}) ==
          "Decision 2 becomes a principle already, when the meeting is closed.");
    CHECK(meeting.act(command::MakePrinciple{2, false}) == "Decision 2 stays a decision.");
    CHECK_FALSE(meeting.state().capture(2)->principle);
}

TEST_CASE("a word is called plain once, in any case", "[capture]") {
    MeetingFixture meeting;
    CHECK_THAT(meeting.refused(command::CallPlain{" \n"}), containing("For example: plain PPI."));
    CHECK_THAT(meeting.refused(command::CallPlain{std::string(65537, 'x')}), containing("At most 65536"));
    meeting.act(command::CallPlain{"PPI\x1b"});
    CHECK(meeting.state().plain_words == std::vector{Words{"PPI"}});
    CHECK(meeting.refused(command::CallPlain{"ppi"}) == "ppi needs no explanation already.");
}

TEST_CASE("a decision is made in the partnership's usual way unless that is a vote", "[capture]") {
    for (const auto& [usual, rule] :
         {std::pair{std::optional(DecisionRule::consent), std::optional(DecisionRule::consent)},
          {std::optional(DecisionRule::lead), std::optional(DecisionRule::lead)},
          {std::optional(DecisionRule::vote), std::optional<DecisionRule>()},
          {std::optional<DecisionRule>(), std::optional<DecisionRule>()}}) {
        MeetingFixture meeting;
        State state = meeting.state();
        state.plan.rule = usual;
        for (const CaptureKind kind : {CaptureKind::decision, CaptureKind::note}) {
            event::Captured captured{};
            captured.number = static_cast<CaptureNumber>(state.captures.size() + 1);
            captured.kind = kind;
            apply(state, {static_cast<Sequence>(state.events.size() + 1), meeting.now, captured});
        }
        CHECK(state.captures[0].rule == rule);
        CHECK_FALSE(state.captures[1].rule);
    }
}

TEST_CASE("a concern is closed with what was agreed about it, or without", "[capture]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.keep(CaptureKind::concern, "we rush");
    CHECK_THAT(meeting.refused(command::CloseConcern{1, {}, std::string(65537, 'x')}), containing("At most 65536"));
    CHECK(meeting.act(command::CloseConcern{1, {}, "Five items at most\x1b"}) ==
          "Concern 1 is closed. Agreed: Five items at most.");
    CHECK(meeting.state().capture(1)->agreed.text == "Five items at most");
    const CaptureId earlier = matter_id(MatterKind::concern);
    CHECK(meeting.act(command::CloseConcern{{}, earlier, "We meet in the library."}) ==
          "The concern from last time is closed: The room is loud. Agreed: We meet in the library.");
    CHECK(meeting.state().matter(earlier)->agreed.text == "We meet in the library.");
    meeting.keep(CaptureKind::concern, "we whisper");
    CHECK(meeting.act(command::CloseConcern{2, {}}) == "Concern 2 is closed.");
    CHECK(meeting.state().capture(2)->agreed.empty());
}

TEST_CASE("a decision from last time can stand, be kept for a new day or be dropped, and is not accepted",
          "[capture]") {
    CarryOver carried = sample_carry_over();
    carried.matters[2].kind = MatterKind::decision;
    MeetingFixture meeting(sample_plan(), carried);
    const CaptureId decision = carried.matters[2].id;
    CHECK(meeting.refused(command::Review{decision, event::Verdict::accepted, {}, ""}) ==
          "A decision is not accepted again. Type done when it stands, keep with a new date, drop or take.");
    meeting.act(command::Review{decision, event::Verdict::done, {}, ""});
    const Date later_day = plus_days(date_of(meeting.now), 90);
    meeting.act(command::Review{decision, event::Verdict::kept, later_day, ""});
    CHECK(meeting.state().matter(decision)->due == later_day);
    CHECK_THAT(meeting.refused(command::Review{decision, event::Verdict::dropped, {}, ""}),
               containing("Dropping needs a reason"));
    meeting.act(command::Review{decision, event::Verdict::dropped, {}, "the fund has closed"});
    CHECK(meeting.refused(command::Review{matter_id(MatterKind::item), event::Verdict::kept, later_day, ""}) ==
          "Only an action and a decision have a date.");
}

TEST_CASE("a concern of this meeting is closed once", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::note, "a note");
    meeting.keep(CaptureKind::concern, "we rush");
    CHECK(meeting.refused(command::CloseConcern{1, {}}) == "Number 1 is no open concern.");
    CHECK(meeting.refused(command::CloseConcern{7, {}}) == "Number 7 is no open concern.");
    meeting.act(command::CloseConcern{2, {}});
    CHECK(meeting.refused(command::CloseConcern{2, {}}) == "Number 2 is no open concern.");
}

TEST_CASE("a capture remembers the item that was open, and when", "[capture]") {
    MeetingFixture meeting;
    meeting.keep(CaptureKind::note, "before");
    meeting.wait(5min);
    meeting.go(2);
    meeting.keep(CaptureKind::note, "in it");
    CHECK_FALSE(meeting.state().captures[0].item);
    CHECK(meeting.state().captures[1].item == meeting.item_id(2));
    CHECK(meeting.state().captures[1].at == meeting.now);
}

TEST_CASE("a concern that is kept after it was closed is open again, and can be closed with words") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    const CaptureId concern = matter_id(MatterKind::concern);
    meeting.act(command::CloseConcern{std::nullopt, concern, ""});
    CHECK(meeting.state().matter(concern)->closed);
    meeting.act(command::Review{concern, event::Verdict::kept, std::nullopt, ""});
    CHECK_FALSE(meeting.state().matter(concern)->closed);
    meeting.act(command::CloseConcern{std::nullopt, concern, "shorter agendas"});
    CHECK(meeting.state().matter(concern)->agreed.text == "shorter agendas");
}

TEST_CASE("whoever leaves speaks no more and waits for nothing") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.go(1);
    meeting.act(command::Speak{seat(2)});
    meeting.act(command::RaiseHand{seat(3), ""});
    meeting.act(command::Attend{{seat(2), seat(3)}, Presence::left});
    CHECK_FALSE(meeting.item(1).slot.speaking);
    CHECK(meeting.item(1).slot.queue.empty());
}

TEST_CASE("the item for a concern takes it up without its words, and talks about it without settling it") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    const CaptureId concern = matter_id(MatterKind::concern);
    meeting.act(command::Take{concern, std::nullopt});
    CHECK(meeting.state().agenda.back().item.title.text == "How we are working");
    CHECK(meeting.state().agenda.back().item.kind == ItemKind::review);
    CHECK_FALSE(went_on_as_item(*meeting.state().matter(concern)));
}

}  // namespace folkmoot::test
