#include "src/session/decide.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

const PersonId nobody{};

MeetingFixture in_item() {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.everyone_here();
    meeting.go(1);
    return meeting;
}

}  // namespace

TEST_CASE("a meeting that has not been opened takes no command", "[decide]") {
    const State empty;
    const auto decided = decide(empty, command::Next{}, start_time());
    CHECK(std::get<Refusal>(decided).why == "The meeting has not been opened.");
}

TEST_CASE("a closed meeting takes nothing but undo", "[decide]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.everyone_here();
    meeting.keep(CaptureKind::decision, "yes");
    meeting.close();
    const std::vector<Command> commands{command::Attend{{seat(1)}, Presence::left},
                                        command::WalkIn{"Gus", ""},
                                        command::AgreeMinutes{},
                                        command::Next{},
                                        command::Back{},
                                        command::Skip{},
                                        command::Go{{Stage::opening, {}}},
                                        command::AnswerRound{},
                                        command::CallInRound{seat(1)},
                                        command::Review{matter_id(MatterKind::action), event::Verdict::done, {}, ""},
                                        command::Take{matter_id(MatterKind::item), {}},
                                        command::SetMatterOwner{matter_id(MatterKind::action), seat(1)},
                                        command::SetMatterDue{matter_id(MatterKind::action), {}},
                                        command::Pause{},
                                        command::Resume{},
                                        command::Extend{5min, true, {}},
                                        command::AnswerOverrun{},
                                        command::Speak{seat(1)},
                                        command::StopSpeaking{},
                                        command::RaiseHand{seat(1), ""},
                                        command::LowerHand{seat(1)},
                                        command::Capture{CaptureKind::note, "late", "", {}, {}},
                                        command::EditCapture{1, "no", "", {}, {}},
                                        command::RemoveCapture{1},
                                        command::RuleDecision{},
                                        command::Reserve{0, {}, "no"},
                                        command::AcceptAction{1},
                                        command::SetOwner{1, seat(1)},
                                        command::SetDue{1, date_of(meeting.now)},
                                        command::CloseConcern{1, {}},
                                        command::AddItem{"x", 5min, {}},
                                        command::MoveItem{meeting.item_id(1), {}},
                                        command::SettleItem{meeting.item_id(1), Outcome::done, ""},
                                        command::TakePulse{},
                                        command::SetNextMeeting{date_of(meeting.now), {}},
                                        command::SetNextFacilitator{seat(1)},
                                        command::SetNextHost{},
                                        command::TakeDuty{},
                                        command::JudgeGap{1h, false},
                                        command::Close{},
                                        command::Redo{},
                                        command::DateDecision{},
                                        command::MakePrinciple{},
                                        command::CallPlain{"PPI"}};
    for (const Command& command : commands) {
        INFO(command.index());
        CHECK(meeting.refused(command) == "The meeting is closed.");
    }
    CHECK(commands.size() + 2 == std::variant_size_v<AnyCommand>);
    CHECK(meeting.act(command::Amend{1, seat(1), "Rather this"}).starts_with("Asha corrects "));
    CHECK(meeting.act(command::Undo{}) == "Undone: the correction of number 1.");
    CHECK(meeting.state().closed);
    meeting.act(command::Undo{});
    CHECK_FALSE(meeting.state().closed);
}

TEST_CASE("who is here is late no more, unless the opening still puts it right", "[decide]") {
    MeetingFixture meeting;
    meeting.here({seat(1), seat(2)});
    meeting.act(command::Attend{{seat(2)}, Presence::late});
    CHECK(meeting.state().attendance_of(seat(2))->presence == Presence::late);
    meeting.act(command::Next{});
    CHECK(meeting.refused(command::Attend{{seat(1)}, Presence::late}) == "Asha is here already.");
}

TEST_CASE("attendance that cannot be is refused", "[decide]") {
    MeetingFixture meeting;
    meeting.here({seat(1)});
    CHECK(meeting.refused(command::Attend{{nobody}, Presence::here}) ==
          "That person is not on the list. Add them with: here new NAME of PARTNER.");
    CHECK(meeting.refused(command::Attend{{seat(2)}, Presence::left}) == "Ben is not here, so cannot have left.");
    CHECK(meeting.refused(command::Attend{{seat(1)}, Presence::here}) ==
          "Nothing to change: that is how it stands already.");
    CHECK(meeting.refused(command::Attend{{}, Presence::here}) == "Nothing to change: that is how it stands already.");
    CHECK(meeting.refused(command::Attend{{seat(2), nobody}, Presence::here}) ==
          "That person is not on the list. Add them with: here new NAME of PARTNER.");
    CHECK(meeting.here({seat(1), seat(2)}) == "Ben is here.");
}

TEST_CASE("a walk-in needs a name that is not on the list, in any case", "[decide]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::WalkIn{" \t", "City Council"}) ==
          "A name is needed. For example: here new Sam Reed of City Council.");
    CHECK(meeting.refused(command::WalkIn{"aSHA", "City Council"}) == "Asha is on the list already. Type here Asha.");
    meeting.act(command::WalkIn{"Gus", "city COUNCIL"});
    CHECK(meeting.state().partners.size() == 3);
    CHECK(meeting.state().people[6].partner == meeting.partner("City Council"));
    meeting.act(command::WalkIn{"Hana", ""});
    CHECK(meeting.state().partner_name(meeting.state().people[7].partner) == "independent");
    meeting.act(command::WalkIn{"Ivo", ""});
    CHECK(meeting.state().partners.size() == 4);
    CHECK(meeting.state().attendance[6].walked_in);
    CHECK(meeting.state().people[6].name.whose == meeting.state().people[6].id);
}

TEST_CASE("minutes can be agreed once, when there are some", "[decide]") {
    MeetingFixture first;
    CHECK_THAT(first.refused(command::AgreeMinutes{}), containing("no earlier meeting"));
    MeetingFixture second(sample_plan(), sample_carry_over());
    second.act(command::AgreeMinutes{});
    CHECK(second.refused(command::AgreeMinutes{}) == "The minutes of last time are agreed already.");
}

TEST_CASE("places that are not there cannot be gone to", "[decide]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::Back{}) == "This is the first place: there is nothing before the opening.");
    CHECK(meeting.refused(command::Go{{Stage::opening, {}}}) == "You are there already.");
    CHECK(meeting.refused(command::Go{{Stage::actions, {}}}) == "Nothing is open from last time.");
    CHECK_THAT(meeting.refused(command::Go{{Stage::items, {}}}), containing("There is no such item."));
    CHECK_THAT(meeting.refused(command::Go{{Stage::items, ItemId{}}}), containing("There is no such item."));
    CHECK_THAT(meeting.refused(command::Go{{Stage::closing, meeting.item_id(1)}}),
               containing("There is no such item."));
    meeting.act(command::TakePulse{{{1, 2, 3, 4}, {1, 2, 3, 4}}});
    CHECK(meeting.refused(command::Go{{Stage::pulse, {}}}) == "The pulse has been taken.");
    meeting.go(Stage::closing);
    CHECK(meeting.refused(command::Next{}) == "This is the last place. Type close to close the meeting.");
    CHECK_THAT(meeting.refused(command::Skip{}), containing("The closing cannot be skipped."));
    Plan plan = sample_plan();
    plan.pulse.reset();
    MeetingFixture no_pulse(plan);
    CHECK(no_pulse.refused(command::Go{{Stage::pulse, {}}}) == "This meeting has no pulse in its plan.");
    CHECK(no_pulse.refused(command::TakePulse{}) == "This meeting has no pulse in its plan.");
}

TEST_CASE("a matter from last time takes a verdict that fits it", "[decide]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    const CaptureId action = matter_id(MatterKind::action), parked = matter_id(MatterKind::parked);
    CHECK(meeting.refused(command::Review{CaptureId{}, event::Verdict::done, {}, ""}) ==
          "There is no such matter from last time.");
    for (const event::Verdict verdict : {event::Verdict::done, event::Verdict::accepted}) {
        CHECK(meeting.refused(command::Review{parked, verdict, {}, ""}) ==
              "Only an action or a decision can be done, and only an action accepted. Type keep, drop or take.");
    }
    CHECK(meeting.refused(command::Review{parked, event::Verdict::kept, date_of(meeting.now), ""}) ==
          "Only an action and a decision have a date.");
    CHECK_THAT(meeting.refused(command::Review{action, event::Verdict::dropped, {}, "\t \n"}),
               containing("Dropping needs a reason") && containing("drop 1: the fund has closed"));
    meeting.act(command::Review{action, event::Verdict::done, {}, ""});
    CHECK(meeting.state().matter(action)->verdict == event::Verdict::done);

    CHECK(meeting.refused(command::Take{action, {}}) == "An action is no agenda item. Type done, keep or drop.");
    CHECK(meeting.refused(command::Take{CaptureId{}, {}}) == "There is no such matter from last time.");
    CHECK_THAT(meeting.refused(command::Take{parked, -5min}), containing("-5 is no length") && containing("1 to 1440"));
    meeting.act(command::Take{parked, {}});
    CHECK(meeting.state().agenda.back().item.planned == 10min);
    CHECK(meeting.state().agenda.back().item.from_matter == parked);
    CHECK(meeting.refused(command::Take{parked, {}}) == "That is on the agenda already.");

    CHECK(meeting.refused(command::CloseConcern{{}, parked}) == "That is no open concern from last time.");
    meeting.act(command::CloseConcern{{}, matter_id(MatterKind::concern)});
    CHECK(meeting.refused(command::CloseConcern{{}, matter_id(MatterKind::concern)}) ==
          "That is no open concern from last time.");
}

TEST_CASE("the clock stops once and goes on once", "[decide]") {
    MeetingFixture meeting = in_item();
    CHECK(meeting.refused(command::Resume{}) == "Nothing is paused.");
    CHECK_THAT(meeting.refused(command::Pause{true, 0min}), containing("0 is no length"));
    CHECK_THAT(meeting.refused(command::Pause{true, 1441min}), containing("1441 is no length"));
    meeting.act(command::Pause{});
    CHECK(meeting.refused(command::Pause{}) == "The clock is stopped already. Type resume to go on.");
    CHECK(meeting.refused(command::Pause{true, 5min}) == "The clock is stopped already. Type resume to go on.");
}

TEST_CASE("time is taken only from an item that has it", "[decide]") {
    MeetingFixture meeting = in_item();
    const ItemId ramp = meeting.item_id(2), website = meeting.item_id(3);
    CHECK_THAT(meeting.refused(command::Extend{0min, true, {}}),
               containing("0 is no length. Give whole minutes from 1 to 1440, for example 5."));
    CHECK_THAT(meeting.refused(command::Extend{-1min, true, {}}), containing("-1 is no length"));
    CHECK_THAT(meeting.refused(command::Extend{5min, true, ItemId{}}), containing("from another item only"));
    CHECK_THAT(meeting.refused(command::Extend{5min, true, meeting.item_id(1)}), containing("from another item only"));
    CHECK(meeting.refused(command::Extend{11min, true, website}) == "Website has 10 minutes only.");
    meeting.act(command::Extend{6min, true, website});
    CHECK(meeting.item(1).allotted() == 26min);
    CHECK(meeting.item(3).allotted() == 4min);
    CHECK(meeting.refused(command::Extend{5min, true, website}) == "Website has 4 minutes only.");
    meeting.act(command::SettleItem{ramp, Outcome::carried, ""});
    CHECK(meeting.refused(command::Extend{5min, true, ramp}) == "Ramp is over, so it has no time to give.");
    meeting.go(Stage::closing);
    CHECK(meeting.refused(command::Extend{5min, true, {}}) == "No item is open, so there is nothing to extend.");
    CHECK(meeting.refused(command::AnswerOverrun{}) == "No item is open.");
}

TEST_CASE("turns and hands are for people who are here, in an open item", "[decide]") {
    MeetingFixture meeting = in_item();
    meeting.act(command::Attend{{seat(6)}, Presence::left});
    CHECK(meeting.refused(command::Speak{seat(6)}) ==
          "Femi is not here. When they arrive, type here 6, the seat of Femi.");
    CHECK(meeting.refused(command::RaiseHand{seat(6), ""}) ==
          "Femi is not here. When they arrive, type here 6, the seat of Femi.");
    CHECK_THAT(meeting.refused(command::Speak{nobody}), containing("not on the list"));
    CHECK(meeting.refused(command::StopSpeaking{}) == "Nobody is marked as speaking.");
    CHECK(meeting.refused(command::LowerHand{seat(1)}) == "The hand of Asha is not up.");
    meeting.act(command::RaiseHand{seat(1), "the font"});
    CHECK(meeting.refused(command::RaiseHand{seat(1), ""}) == "The hand of Asha is up already.");
    meeting.act(command::Speak{seat(1)});
    CHECK(meeting.item(1).slot.queue.empty());
    CHECK(meeting.refused(command::Speak{seat(1)}) == "Asha is speaking already.");
    meeting.go(Stage::closing);
    CHECK(meeting.refused(command::Speak{seat(1)}) == "Turns are kept while an item is open.");
    CHECK(meeting.refused(command::RaiseHand{seat(1), ""}) == "Hands are kept while an item is open.");
    CHECK(meeting.refused(command::StopSpeaking{}) == "Nobody is marked as speaking.");
    CHECK(meeting.item(1).slot.turns.size() == 1);
}

TEST_CASE("who is only expected may speak, and is here then", "[decide]") {
    MeetingFixture meeting;
    meeting.go(1);
    meeting.act(command::Speak{seat(4)});
    CHECK(meeting.state().is_here(seat(4)));
}

TEST_CASE("items are added, moved and settled only when they can be", "[decide]") {
    MeetingFixture meeting = in_item();
    CHECK(meeting.refused(command::AddItem{"\n", 5min, ItemKind::explore}) ==
          "An item needs a title. For example: add item Website 10.");
    CHECK_THAT(meeting.refused(command::AddItem{"x", -1min, ItemKind::explore}), containing("-1 is no length"));
    CHECK_THAT(meeting.refused(command::MoveItem{ItemId{}, {}}), containing("There is no such item."));
    CHECK_THAT(meeting.refused(command::MoveItem{meeting.item_id(1), ItemId{}}), containing("There is no such item."));
    CHECK(meeting.refused(command::MoveItem{meeting.item_id(1), meeting.item_id(1)}) ==
          "An item cannot stand before itself.");
    CHECK_THAT(meeting.refused(command::SettleItem{ItemId{}, Outcome::carried, ""}),
               containing("There is no such item."));
    CHECK(meeting.refused(command::SettleItem{meeting.item_id(1), Outcome::carried, ""}) ==
          "That item is open. Leave it with done, carry, park or skip.");
    meeting.act(command::AddItem{"No time set", 0min, ItemKind::explore});
    CHECK(meeting.state().agenda.back().added);
}

TEST_CASE("a pulse is taken whole, on its scale, once", "[decide]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::TakePulse{{{1, 2, 3, 4}}}) == "The pulse is not complete yet.");
    CHECK(meeting.refused(command::TakePulse{{{1, 2, 3, 4}, {1, 2, 3, 6}}}) == "6 is not on the scale from 1 to 5.");
    CHECK(meeting.refused(command::TakePulse{{{0, 2, 3, 4}, {1, 2, 3, 5}}}) == "0 is not on the scale from 1 to 5.");
    meeting.act(command::TakePulse{{{4, 5, 3, 4, 2}, {1, 1, 1}}});
    CHECK(meeting.state().pulse->answers == 5);
    CHECK(meeting.state().pulse->counts == std::vector<std::vector<std::uint32_t>>{{0, 1, 1, 2, 1}, {}});
    CHECK(meeting.refused(command::TakePulse{{{1, 2, 3, 4}, {1, 2, 3, 4}}}) == "The pulse has been taken.");
}

TEST_CASE("the same answers in another order leave the same pulse", "[decide]") {
    MeetingFixture one, other;
    one.act(command::TakePulse{{{1, 2, 3, 4, 5}, {5, 5, 5, 1}}});
    other.act(command::TakePulse{{{5, 3, 1, 4, 2}, {5, 1, 5, 5}}});
    CHECK(one.state().pulse == other.state().pulse);
    CHECK(one.log.lines(one.state().id).back().event.payload == other.log.lines(other.state().id).back().event.payload);
}

TEST_CASE("what is said of the next meeting must be possible", "[decide]") {
    MeetingFixture meeting;
    CHECK(meeting.refused(command::SetNextMeeting{Date{std::chrono::year{2026} / 11 / 23}, {}}) ==
          "Monday 23 November 2026 is in the past.");
    CHECK(meeting.refused(command::SetNextFacilitator{nobody}) == "That person is not on the list of people.");
    CHECK(meeting.refused(command::SetNextHost{PartnerId{}}) == "That is no partner of this meeting.");
    CHECK(meeting.refused(command::TakeDuty{Duty::speak_first, seat(1), {}}) ==
          "Who speaks first is chosen in the check-in: speak NAME.");
    CHECK_THAT(meeting.refused(command::TakeDuty{Duty::facilitate, {}, {}}), containing("A name is needed."));
    CHECK_THAT(meeting.refused(command::TakeDuty{Duty::host, seat(1), {}}), containing("A name is needed."));
    CHECK_THAT(meeting.refused(command::TakeDuty{Duty::facilitate, nobody, {}}), containing("not on the list"));
    CHECK_THAT(meeting.refused(command::TakeDuty{Duty::host, {}, PartnerId{}}), containing("no partner"));
    meeting.act(command::SetNextMeeting{date_of(meeting.now), 18h});
    CHECK(meeting.state().next_time == Minutes{18 * 60});
}

TEST_CASE("a gap that is none cannot be judged", "[decide]") {
    MeetingFixture meeting = in_item();
    CHECK(meeting.refused(command::JudgeGap{0ms, false}) == "There is no gap to judge.");
    CHECK(meeting.refused(command::JudgeGap{-1h, false}) == "There is no gap to judge.");
}

TEST_CASE("a meeting closes when every item has an outcome", "[decide]") {
    MeetingFixture meeting = in_item();
    CHECK(
        meeting.refused(command::Close{}) ==
        "Not finished: Recruitment advert, Ramp and Website. Carry them to the next meeting or leave them out first.");
    meeting.next(Outcome::done);
    meeting.next(Outcome::parked);
    CHECK(meeting.refused(command::Close{}) ==
          "Not finished: Website. Carry them to the next meeting or leave them out first.");
    meeting.next(Outcome::carried);
    CHECK(meeting.act(command::Close{}) == "The meeting is closed.");
}

TEST_CASE("the same state, command and time give the same answer", "[decide]") {
    MeetingFixture meeting = in_item();
    for (const Command& command :
         std::vector<Command>{command::WalkIn{"Gus", "New"}, command::Capture{CaptureKind::note, "x", "", {}, {}},
                              command::AddItem{"x", 5min, ItemKind::decide}}) {
        const auto one = decide(meeting.state(), command, meeting.now);
        const auto two = decide(meeting.state(), command, later(meeting.now, 1h));
        CHECK(std::get<Event>(one) == std::get<Event>(two));
    }
}

TEST_CASE("a carried item that is taken keeps its kind and its lead", "[decide]") {
    CarryOver carried = sample_carry_over();
    carried.matters[1].item_kind = ItemKind::decide;
    carried.matters[1].lead = seat(4);
    MeetingFixture meeting(sample_plan(), carried);
    meeting.act(command::Take{matter_id(MatterKind::item), {}});
    const Item& taken = meeting.state().agenda.back().item;
    CHECK(taken.title.text == "Newsletter");
    CHECK(taken.kind == ItemKind::decide);
    CHECK(taken.lead == seat(4));
}

TEST_CASE("a matter whose item is on the agenda already is taken by that item", "[decide]") {
    CarryOver carried = sample_carry_over();
    carried.matters[1].text = Words{"RAMP"};
    MeetingFixture planned(sample_plan(), carried);  // the plan takes it up
    CHECK(planned.state().matter(matter_id(MatterKind::item))->taken == planned.item_id(2));
    CHECK(planned.refused(command::Take{matter_id(MatterKind::item), {}}) == "That is on the agenda already.");
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    meeting.act(command::AddItem{"NEWSLETTER", 5min, ItemKind::explore});
    CHECK(meeting.act(command::Take{matter_id(MatterKind::item), {}}) == "Already item 4: NEWSLETTER.");
    CHECK(meeting.state().agenda.size() == 4);
    CHECK(meeting.state().matters[1].taken == meeting.item_id(4));
    meeting.act(command::Undo{});
    CHECK_FALSE(meeting.state().matters[1].taken);
}

TEST_CASE("an action from last time gets an owner, who can then accept it", "[decide]") {
    CarryOver carried = sample_carry_over();
    carried.matters[0].owner.reset();
    carried.matters[0].owner_name = Words{};
    MeetingFixture meeting(sample_plan(), carried);
    const CaptureId action = matter_id(MatterKind::action);
    const command::Review accept{action, event::Verdict::accepted, {}, ""};
    CHECK(meeting.refused(accept) ==
          "Nobody has this action yet, so nobody can accept it. Say first who has it. For example: owner 1 Ben.");
    CHECK(meeting.act(command::SetMatterOwner{action, seat(3)}) == "Now for Cara, to be accepted: Book the hall.");
    CHECK(meeting.refused(command::SetMatterOwner{action, seat(3)}) == "This action is for Cara already.");
    CHECK_FALSE(meeting.state().matters[0].verdict);
    meeting.act(accept);
    CHECK(meeting.state().matters[0].matter.accepted);
    meeting.act(command::SetMatterOwner{action, seat(2)});
    CHECK_FALSE(meeting.state().matters[0].matter.accepted);
    CHECK(meeting.act(command::SetMatterDue{action, Date{std::chrono::year{2026} / 12 / 1}}) ==
          "Now due Tuesday 1 December 2026: Book the hall.");
    CHECK(meeting.act(command::SetMatterDue{action, {}}) == "Without a date now: Book the hall.");
    CHECK_FALSE(meeting.state().matters[0].matter.due);
    CHECK(meeting.refused(command::SetMatterOwner{matter_id(MatterKind::item), seat(2)}) ==
          "Only an action from last time has an owner.");
}

TEST_CASE("apologies keep their reason as the words of that person, until they arrive", "[decide]") {
    MeetingFixture meeting;
    CHECK(meeting.act(command::Attend{{seat(2)}, Presence::apologies, "ill, back in January"}) ==
          "Ben is away and sent apologies: ill, back in January.");
    CHECK(meeting.state().attendance[1].reason == Words("ill, back in January", seat(2)));
    CHECK(meeting.refused(command::Attend{{seat(2)}, Presence::apologies, "ill, back in January"}) ==
          "Nothing to change: that is how it stands already.");
    meeting.act(command::Attend{{seat(2)}, Presence::apologies, "a cold"});
    CHECK(meeting.state().attendance[1].reason.text == "a cold");
    meeting.here({seat(2)});
    CHECK(meeting.state().attendance[1].reason.empty());
    CHECK(meeting.refused(command::Attend{{seat(2), seat(3)}, Presence::apologies, "ill"})
              .starts_with("A reason is kept for one person at a time."));
}

TEST_CASE("more votes or answers than people here are refused", "[decide]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.keep(CaptureKind::decision, "yes");
    CHECK(meeting.refused(command::RuleDecision{0, DecisionRule::vote, Votes{4, 2, 1}}) ==
          "That is more than the 6 people here.");
    meeting.act(command::RuleDecision{0, DecisionRule::vote, Votes{4, 2, 0}});
    CHECK(meeting.refused(command::TakePulse{{{1, 2, 3, 4, 5, 1, 2}, {1}}}) == "That is more than the 6 people here.");
}

TEST_CASE("a break is never carried or parked, and does not hold up the closing", "[decide]") {
    Plan plan = sample_plan();
    plan.items.push_back({"Break", ItemKind::pause, 10min, {}, "", {}});
    plan.items.push_back({"Break", ItemKind::pause, 10min, {}, "", {}});
    MeetingFixture meeting(plan);
    meeting.go(4);
    meeting.next(Outcome::parked);
    CHECK(meeting.item(4).slot.outcome == Outcome::done);
    meeting.act(command::SettleItem{meeting.item_id(4), Outcome::carried, ""});
    CHECK(meeting.item(4).slot.outcome == Outcome::dropped);
    meeting.go(Stage::closing);
    meeting.go(5);
    meeting.act(command::Skip{});
    CHECK(meeting.item(5).slot.outcome == Outcome::dropped);
    meeting.act(command::Undo{});
    meeting.go(Stage::closing);
    for (std::size_t i = 1; i <= 3; ++i) meeting.act(command::SettleItem{meeting.item_id(i), Outcome::carried, ""});
    CHECK(meeting.act(command::Close{}) == "The meeting is closed.");
}

TEST_CASE("a lead or a note taker who is away is said once", "[decide]") {
    MeetingFixture meeting;
    meeting.here({seat(2), seat(3)});
    meeting.act(command::Attend{{seat(1)}, Presence::away});
    CHECK(meeting.next() ==
          "Asha, who facilitates, is away. To say who does: duty facilitate and a name. Dev, who takes notes, is not "
          "here yet. "
          "To say who does: duty notes and a name.");
    CHECK(meeting.go(1) == "Asha, who leads this, is away.");
    CHECK(meeting.go(2).empty());
    CHECK(meeting.go(1).empty());
}

TEST_CASE("a date that was given to an action stays when its owner accepts it", "[decide]") {
    MeetingFixture meeting(sample_plan(), sample_carry_over());
    const CaptureId action = matter_id(MatterKind::action);
    const Date december{std::chrono::year{2026} / 12 / 4};
    meeting.act(command::Review{action, event::Verdict::kept, december, ""});
    meeting.act(command::Review{action, event::Verdict::accepted, {}, ""});
    CHECK(meeting.state().matters[0].due == december);
}

}  // namespace folkmoot::test
