#include "screens/questions.h"
#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {
constexpr Date fourth_of_december{year{2026}, month{12}, day{4}};

AMeeting in_checkin() {
    AMeeting meeting;
    meeting.everyone_here().act(command::Next{});
    return meeting;
}
AMeeting in_item() {
    AMeeting meeting;
    meeting.everyone_here().to_item(1);
    return meeting;
}
AMeeting in_stage(Stage stage) {
    AMeeting meeting;
    meeting.everyone_here().act(command::Go{{stage, std::nullopt}});
    return meeting;
}
}  // namespace

TEST_CASE("here takes several names, all, and somebody new") {
    AMeeting meeting;
    const auto here = only<command::Attend>(meeting.typed(Word::here, "asha ben o and 3"));
    CHECK(here.presence == Presence::here);
    CHECK(here.people == std::vector{meeting.person(1), meeting.person(2), meeting.person(3)});
    CHECK(only<command::Attend>(meeting.typed(Word::here, "all")).people.size() == 5);
    const auto new_person = only<command::WalkIn>(meeting.typed(Word::here, "NEW Sam Field of harbour"));
    CHECK(new_person.name == "Sam Field");
    CHECK(new_person.partner == "Harbour Voices");
    CHECK(only<command::WalkIn>(meeting.typed(Word::here, "new Sam of The Press")).partner == "The Press");
    CHECK(says(meeting.typed(Word::here, "new Sam").said, "Example: here new Sam Field of Harbour Voices"));
}

TEST_CASE("away with a colon means apologies; late and left take names") {
    AMeeting meeting;
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys: apologies")).presence == Presence::apologies);
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys apologies")).presence == Presence::apologies);
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys")).presence == Presence::away);
    CHECK(only<command::Attend>(meeting.typed(Word::late, "dilys, chen")).people.size() == 2);
    CHECK(only<command::Attend>(meeting.typed(Word::left, "1")).presence == Presence::left);
}

TEST_CASE("say takes a score first, a dash for none, and words") {
    const AMeeting meeting = in_checkin();
    const auto said = only<command::AnswerRound>(meeting.typed(Word::say, "4 glad to be here"));
    CHECK(said.score == 4);
    CHECK(said.words == "glad to be here");
    const auto none = only<command::AnswerRound>(meeting.typed(Word::say, "- 4 things to tell"));
    CHECK_FALSE(none.score);
    CHECK(none.words == "4 things to tell");
    CHECK(only<command::AnswerRound>(meeting.typed(Word::say)).words.empty());
    const Reaction off_scale = meeting.typed(Word::say, "9 lives");
    CHECK(off_scale.error);
    CHECK(off_scale.said ==
          "9 is not on the scale. Scores go from 1 to 5. Example: say 5. To begin with a number that "
          "is no score, type say - and the words.");
}

TEST_CASE("a group without a scale takes a number as a word") {
    AMeeting meeting([](event::Opened& plan) { plan.scale.reset(); });
    meeting.everyone_here().act(command::Next{});
    const auto said = only<command::AnswerRound>(meeting.typed(Word::say, "4 things"));
    CHECK_FALSE(said.score);
    CHECK(said.words == "4 things");
}

TEST_CASE("words after off are neither kept nor repeated") {
    const AMeeting meeting = in_checkin();
    const Reaction reaction = meeting.typed(Word::off, "3 my secret");
    const auto off = only<command::AnswerRound>(reaction);
    CHECK(off.answer == Answer::off);
    CHECK(off.score == 3);
    CHECK(off.words.empty());
    CHECK_FALSE(says(reaction.said, "secret"));
}

TEST_CASE("pass, later and away are for the one whose turn it is, or for the one named") {
    const AMeeting meeting = in_checkin();
    CHECK(only<command::AnswerRound>(meeting.typed(Word::pass)).answer == Answer::passed);
    CHECK(only<command::AnswerRound>(meeting.typed(Word::later)).answer == Answer::later);
    CHECK(only<command::AnswerRound>(meeting.typed(Word::away)).answer == Answer::away);
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys")).people.front() == meeting.person(5));
    const Reaction other = meeting.typed(Word::pass, "dilys");
    REQUIRE(other.commands.size() == 2);
    CHECK(std::get<command::CallInRound>(other.commands[0]).person == meeting.person(5));
    CHECK(only<command::CallInRound>(meeting.typed(Word::speak, "chen")).person == meeting.person(3));
}

TEST_CASE("a word that belongs elsewhere is answered with what is possible here") {
    const AMeeting meeting = in_checkin();
    const Reaction reaction = meeting.typed(Word::stop);
    CHECK(reaction.error);
    CHECK(reaction.commands.empty());
    CHECK(reaction.said == "stop belongs to an item. Here you can type say, off, pass, later, away or next.");
    CHECK(says(in_item().typed(Word::facilitate, "Ben").said, "type duty facilitate and a name"));
}

TEST_CASE("captures carry their words, an action its owner and date") {
    const AMeeting meeting = in_item();
    CHECK(only<command::Capture>(meeting.typed(Word::note, "No ramp")).text == "No ramp");
    CHECK(only<command::Capture>(meeting.typed(Word::park, "The logo")).kind == CaptureKind::parked);
    const auto action = only<command::Capture>(meeting.typed(Word::action, "Asha: send it by post by 4 december"));
    CHECK(action.kind == CaptureKind::action);
    CHECK(action.owner == meeting.person(1));
    CHECK(action.text == "send it by post");
    CHECK(action.due == fourth_of_december);
    const auto nobody = only<command::Capture>(meeting.typed(Word::action, "Website: fix it by hand"));
    CHECK_FALSE(nobody.owner);
    CHECK_FALSE(nobody.due);
    CHECK(nobody.text == "Website: fix it by hand");
    const auto term = only<command::Capture>(meeting.typed(Word::term, "PPI: patients and public"));
    CHECK(term.word == "PPI");
    CHECK(says(meeting.typed(Word::term, "PPI").said, "Example: term PPI:"));
    CHECK(meeting.typed(Word::note).said == "note needs words after it. Example: note The hall has no ramp.");
}

TEST_CASE("an owner or a date that could not be read is said, and the action is kept whole") {
    AMeeting meeting = in_item();
    meeting.act(command::Capture{CaptureKind::note, "one", "", std::nullopt, std::nullopt});
    const Reaction both = meeting.typed(Word::action, "Nobody: book it by yesterday");
    CHECK(only<command::Capture>(both).text == "Nobody: book it by yesterday");
    CHECK(both.said ==
          "No owner was found: Nobody is not on the list. To set one: owner 2 NAME. "
          "yesterday was not read as a date. To set one: due 2 DATE.");
    CHECK(meeting.typed(Word::action, "Asha: book it by 4 december").said.empty());
    CHECK(meeting.typed(Word::action, "read https://example.org/plan").said.empty());
    CHECK(meeting.typed(Word::action, "what we all agreed: book it").said.empty());
    CHECK(meeting.typed(Word::action, "book it by whatever means we can find").said.empty());
    meeting.memory.question = meeting.typed(Word::action, "ben: book it by yesterday").question;
    CHECK(choose(meeting.view(), "benita")->said == "yesterday was not read as a date. To set one: due 2 DATE.");
}

TEST_CASE("an owner's name that fits two people asks which, and loses nothing") {
    AMeeting meeting = in_item();
    const Reaction asked = meeting.typed(Word::action, "ben: book the hall by 4 december");
    REQUIRE(asked.question);
    REQUIRE(asked.question->question.choices.size() == 3);
    CHECK(asked.question->question.choices[0].word == "nobody");
    meeting.memory.question = asked.question;
    const auto chosen = only<command::Capture>(*choose(meeting.view(), "benita"));
    CHECK(chosen.owner == meeting.person(4));
    CHECK(chosen.text == "book the hall");
    CHECK(chosen.due == fourth_of_december);
    CHECK_FALSE(only<command::Capture>(meeting.typed(Word::next)).owner);
}

TEST_CASE("numbers of captures are read for edit, remove, accept, owner and due") {
    AMeeting meeting = in_item();
    CHECK(meeting.typed(Word::remove, "1").said == "There is no text in this meeting yet.");
    meeting.act(command::Capture{CaptureKind::note, "one", "", std::nullopt, std::nullopt});
    meeting.act(command::Capture{CaptureKind::action, "two", "", std::nullopt, std::nullopt});
    CHECK(only<command::RemoveCapture>(meeting.typed(Word::remove, "1")).number == 1);
    CHECK(meeting.typed(Word::remove, "7").said == "There is no text number 7. It can be 1 or 2.");
    CHECK(meeting.typed(Word::accept, "1").said == "Number 1 is not the number of an action. It can be 2.");
    CHECK(only<command::AcceptAction>(meeting.typed(Word::accept)).number == 2);
    CHECK(meeting.typed(Word::accept, "x").said == "accept needs the number of the action: 2. Example: accept 2.");
    CHECK(meeting.typed(Word::duty).said ==
          "duty needs facilitate, notes, time or host, then a name. Example: duty notes Ben.");
    CHECK(only<command::SetOwner>(meeting.typed(Word::owner, "2 dilys")).owner == meeting.person(5));
    CHECK(only<command::SetDue>(meeting.typed(Word::due, "2 4 december")).due == fourth_of_december);
    CHECK_FALSE(only<command::SetOwner>(meeting.typed(Word::owner, "2 Nobody")).owner);
    CHECK_FALSE(only<command::SetDue>(meeting.typed(Word::due, "2 never")).due);
    CHECK(says(meeting.typed(Word::due, "2 soonish").said, "\"soonish\" is no date."));
    const auto edited = only<command::EditCapture>(meeting.typed(Word::edit, "2 Asha: two and a half by 4 december"));
    CHECK(edited.text == "two and a half");
    CHECK(edited.owner == meeting.person(1));
    CHECK(meeting.typed(Word::edit, "1").said == "edit 1 needs the new text. It is now: one.");
}

TEST_CASE("a decision's rule and reservations go to the latest one, or to the one numbered") {
    AMeeting meeting = in_item();
    meeting.act(command::Capture{CaptureKind::decision, "one", "", std::nullopt, std::nullopt});
    CHECK(only<command::RuleDecision>(meeting.typed(Word::rule, "consent")).number == 0);
    const auto vote = only<command::RuleDecision>(meeting.typed(Word::rule, "1 vote 7 2 1"));
    CHECK(vote.number == 1);
    CHECK(vote.votes == Votes{7, 2, 1});
    CHECK(says(meeting.typed(Word::rule, "dictate").said, "\"dictate\" is no rule."));
    CHECK(says(meeting.typed(Word::rule, "vote").said, "for, against and, if any, abstained"));
    const auto named = only<command::Reserve>(meeting.typed(Word::reserve, "Asha: too early"));
    CHECK(named.person == meeting.person(1));
    CHECK(named.text == "too early");
    const auto words = only<command::Reserve>(meeting.typed(Word::reserve, "3 of us disagree"));
    CHECK(words.number == 0);
    CHECK(words.text == "3 of us disagree");
}

TEST_CASE("actions from last time: a number or the first one not looked at") {
    AMeeting meeting = in_stage(Stage::actions);
    const auto& matters = meeting.state.matters;
    CHECK(only<command::Review>(meeting.typed(Word::done)).matter == matters[0].matter.id);
    CHECK(only<command::Review>(meeting.typed(Word::keep, "1 4 december")).due == fourth_of_december);
    const auto kept = only<command::Review>(meeting.typed(Word::keep, "4 december"));
    CHECK(kept.matter == matters[0].matter.id);
    CHECK(kept.due == fourth_of_december);
    CHECK(only<command::Review>(meeting.typed(Word::keep, "3")).matter == matters[2].matter.id);
    CHECK(only<command::Review>(meeting.typed(Word::drop, "3: not ours")).reason == "not ours");
    CHECK(only<command::Review>(meeting.typed(Word::drop, "3 not ours")).reason == "not ours");
    CHECK(says(meeting.typed(Word::drop, "3").said, "drop needs the reason"));
    CHECK(only<command::Take>(meeting.typed(Word::take, "3 15")).minutes == Minutes{15});
    CHECK(only<command::CloseConcern>(meeting.typed(Word::close, "concern 2")).matter == matters[1].matter.id);
    CHECK(meeting.typed(Word::done, "9").said == "There is no number 9 here. They go from 1 to 3. Example: done 1.");
}

TEST_CASE("a concern is closed with what was agreed, from the opening, from the matters and from where it stands") {
    AMeeting meeting;
    const CaptureId earlier = meeting.state.matters[1].matter.id;
    CHECK(says(read_aloud(meeting.page()),
               "Concerns from earlier, 1\nConcern 1, We hurry, open, from Tuesday 27 October "
               "2026\nTo close one, type close concern"));
    const auto closed = only<command::CloseConcern>(meeting.typed(Word::close, "concern 1: Fewer items: five"));
    CHECK(closed.matter == earlier);
    CHECK(closed.agreed == "Fewer items: five");
    CHECK(only<command::CloseConcern>(meeting.typed(Word::close, "Concern 1")).agreed.empty());
    CHECK(meeting.typed(Word::close, "concern 2: x").error);
    AMeeting matters = in_stage(Stage::actions);
    CHECK(only<command::CloseConcern>(matters.typed(Word::close, "concern 2: Fewer items")).agreed == "Fewer items");
    meeting.act(closed);
    CHECK(says(read_aloud(meeting.page()), "Concern 1, We hurry, closed, agreed: Fewer items: five, from"));
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    CHECK(says(read_aloud(meeting.page()), "2 of 3, We hurry, closed, agreed: Fewer items: five, concern"));
    meeting.to_item(1).act(command::Capture{CaptureKind::concern, "Too loud", "", std::nullopt, std::nullopt});
    const auto here = only<command::CloseConcern>(meeting.typed(Word::close, "concern 1: The door is shut"));
    CHECK(here.number == 1);
    meeting.act(here);
    CHECK(says(read_aloud(meeting.page()), "concern 1, Too loud, closed, agreed: The door is shut"));
    CHECK(says(meeting.typed(Word::close, "concern 9: x").said, "It can be 1."));
    CHECK(says(meeting.typed(Word::close, "concerns").said, "close belongs to the closing."));
}

TEST_CASE("concerns from earlier are hidden at the opening with the private view") {
    AMeeting meeting;
    meeting.memory.private_hidden = true;
    CHECK(says(read_aloud(meeting.page()), "Access needs and concerns are hidden. Type private to show them."));
    CHECK_FALSE(says(read_aloud(meeting.page()), "We hurry"));
    AMeeting without([](event::Opened& plan) { plan.people[0].access = {}; });
    without.memory.private_hidden = true;
    CHECK(says(read_aloud(without.page()), "\nConcerns are hidden."));
}

TEST_CASE("a concern says whom one can talk to, when there is somebody") {
    CHECK(AMeeting().typed(Word::concern, "We hurry").said.empty());
    const AMeeting meeting([](event::Opened& plan) { plan.support = Words{"Nadia"}; });
    CHECK(meeting.typed(Word::concern, "We hurry").said == "To talk to somebody about it, type support.");
    CHECK(meeting.typed(Word::concern, "").error);
    CHECK(only<command::Capture>(meeting.typed(Word::concern, "Asha: we hurry")).text == "Asha: we hurry");
    CHECK(only<command::Capture>(meeting.typed(Word::concern, "Anonymous: we hurry")).text == "we hurry");
}

TEST_CASE("after a verdict the next matter is said whole") {
    AMeeting meeting = in_stage(Stage::actions);
    CHECK(meeting.typed(Word::keep, "1 in a while").said.starts_with("\"in a while\" is no date."));
    CHECK(only<command::Review>(meeting.typed(Word::keep, "1 december")).due);
    CHECK(meeting.typed(Word::done).said == "Next, 2 of 3: We hurry, concern.");
    CHECK(meeting.typed(Word::close, "concern 2").said ==
          "Next, 1 of 3: Send the draft, action of Asha, due Friday 20 November 2026, overdue, carried twice, "
          "not accepted yet.");
    CHECK(meeting.typed(Word::done, "2").said ==
          "To close a concern say what was agreed about it, or nothing. Example: close concern 2: two items an hour.");
    meeting.memory.private_hidden = true;
    CHECK(meeting.typed(Word::keep, "friday").said == "Next, 2 of 3: a concern, hidden.");
    meeting.act(meeting.typed(Word::done).commands.front());
    meeting.act(meeting.typed(Word::close, "concern 2").commands.front());
    CHECK(meeting.typed(Word::take).said == "All are looked at. Type next to go on.");
}

TEST_CASE("an item: speaking, hands, more time") {
    AMeeting meeting = in_item();
    CHECK(only<command::Speak>(meeting.typed(Word::speak, "3")).person == meeting.person(3));
    CHECK(says(meeting.typed(Word::speak).said, "Nobody is waiting to speak."));
    CHECK(meeting.typed(Word::speak, "ben").said ==
          "ben could be Ben Okafor or Benita Ruiz. Type more of the name, or the seat number, 2.");
    CHECK(meeting.typed(Word::speak, "zed").said == "Nobody here is called \"zed\". Type who for the list.");
    CHECK(says(meeting.typed(Word::speak, "12").said, "There is no seat 12. Seats go from 1 to 5."));
    const auto hand = only<command::RaiseHand>(meeting.typed(Word::hand, "chen: the cost"));
    CHECK(hand.reason == "the cost");
    meeting.act(hand);
    CHECK(only<command::Speak>(meeting.typed(Word::speak)).person == meeting.person(3));
    CHECK(only<command::LowerHand>(meeting.typed(Word::down)).person == meeting.person(3));
    const auto more = only<command::Extend>(meeting.typed(Word::extend, "5 minutes consent from 2"));
    CHECK(more.minutes == Minutes{5});
    CHECK(more.consent);
    CHECK(more.from == meeting.state.agenda[1].item.id);
    CHECK(says(meeting.typed(Word::extend, "lots").said, "\"lots\" is no number of minutes."));
}

TEST_CASE("a name is not ambiguous when only one of those it fits is here") {
    AMeeting meeting = in_item();
    meeting.act(command::Attend{{meeting.person(4)}, Presence::left});
    CHECK(only<command::Speak>(meeting.typed(Word::speak, "ben")).person == meeting.person(2));
}

TEST_CASE("an item is left with its outcome") {
    const AMeeting meeting = in_item();
    CHECK(only<command::Next>(meeting.typed(Word::done)).outcome == Outcome::done);
    CHECK(only<command::Next>(meeting.typed(Word::carry)).outcome == Outcome::carried);
    CHECK(only<command::Next>(meeting.typed(Word::park)).outcome == Outcome::parked);
    CHECK(only<command::SettleItem>(meeting.typed(Word::carry, "2")).item == meeting.state.agenda[1].item.id);
    CHECK(only<command::SettleItem>(meeting.typed(Word::drop, "item 2: no time")).reason == "no time");
}

TEST_CASE("the agenda changes while the meeting runs") {
    const AMeeting meeting = in_item();
    const auto added = only<command::AddItem>(meeting.typed(Word::add, "item Any other business 10 minutes"));
    CHECK(added.title == "Any other business");
    CHECK(added.minutes == Minutes{10});
    CHECK(only<command::MoveItem>(meeting.typed(Word::move, "3 before 2")).before == meeting.state.agenda[1].item.id);
    CHECK_FALSE(only<command::MoveItem>(meeting.typed(Word::move, "website")).before);
    CHECK(only<command::Go>(meeting.typed(Word::go, "2")).to.item == meeting.state.agenda[1].item.id);
    CHECK(only<command::Go>(meeting.typed(Word::go, "check-out")).to.stage == Stage::checkout);
    CHECK(says(meeting.typed(Word::go, "9").said, "There is no item 9. Items go from 1 to 3."));
    CHECK(meeting.typed(Word::go, "on").error);
}

TEST_CASE("go says what is left behind") {
    CHECK(in_item().typed(Word::go, "2").said == "Item 1 stays open.");
    CHECK(in_item().typed(Word::go, "pulse").said == "Item 1 stays open.");
    AMeeting meeting = in_checkin();
    CHECK(meeting.typed(Word::go, "2").said == "Check-in: 5 have not spoken.");
    for (int i = 0; i < 4; ++i) meeting.act(command::AnswerRound{Answer::passed, std::nullopt, ""});
    CHECK(meeting.typed(Word::go, "2").said == "Check-in: 1 has not spoken.");
    meeting.act(command::AnswerRound{Answer::passed, std::nullopt, ""});
    CHECK(meeting.typed(Word::go, "2").said.empty());
    CHECK(in_stage(Stage::closing).typed(Word::go, "2").said.empty());
}

TEST_CASE("skipping the pulse asks first when answers were typed that would not be kept") {
    AMeeting meeting = in_stage(Stage::pulse);
    CHECK(std::holds_alternative<command::Skip>(meeting.typed(Word::skip).commands.front()));
    meeting.memory.pulse_answers = {{3, 4}};
    const Reaction asked = meeting.typed(Word::skip);
    CHECK(asked.commands.empty());
    REQUIRE(asked.question);
    CHECK(asked.question->question.text ==
          "1 of 2 statements have answers. If you go on now, these answers are not kept.");
    meeting.memory.pulse_answers.clear();
    meeting.memory.passed_round = {3, 4};
    CHECK(meeting.typed(Word::skip).question->question.text ==
          "2 of 5 have answered the first statement. If you go on now, these answers are not kept.");
}

TEST_CASE("undo takes pulse answers back only while nothing was done after them") {
    AMeeting meeting = in_stage(Stage::pulse);
    meeting.memory.pulse_answers = {{3, 4}};
    meeting.memory.events_at_answers = meeting.state.events.size();
    CHECK(meeting.typed(Word::undo).commands.empty());
    meeting.act(command::Capture{CaptureKind::note, "It is late", "", {}, {}});
    CHECK(std::holds_alternative<command::Undo>(meeting.typed(Word::undo).commands.at(0)));
}

TEST_CASE("pulse answers stay in memory until the last statement has them") {
    AMeeting meeting = in_stage(Stage::pulse);
    const Reaction first = meeting.typed(Word::answers, "4 5 3 4 2");
    CHECK(first.commands.empty());
    CHECK(first.said == "One person said 2, one 3, two 4, one 5.\nStatement 2 of 2: We share decisions.");
    meeting.memory.pulse_answers = *first.pulse_answers;
    CHECK(meeting.memory.pulse_answers == std::vector<std::vector<int>>{{2, 3, 4, 4, 5}});
    const Reaction last = meeting.typed(Word::answers, "1 1 1 1");
    CHECK(only<command::TakePulse>(last).answers.size() == 2);
    CHECK(last.said_first == "Four people said 1. 4 of the 5 here answered: undo takes that back.");
    CHECK(last.pulse_answers->empty());
    CHECK(meeting.typed(Word::undo).pulse_answers->empty());
    CHECK(meeting.typed(Word::answers, "4 9").said ==
          "\"9\" is not on the scale. Answers go from 1 to 5, one number a "
          "person. Example: answers 4 5 3 4 2. Nothing was taken.");
    meeting.memory.private_hidden = true;
    CHECK(meeting.typed(Word::answers, "1 2 3 4 5").said_first == "5 answers taken.");
}

TEST_CASE("the closing settles what comes next") {
    const AMeeting meeting = in_stage(Stage::closing);
    const auto next = only<command::SetNextMeeting>(meeting.typed(Word::meet, "4 december at 14:30"));
    CHECK(next.date == fourth_of_december);
    CHECK(next.time == Minutes{14 * 60 + 30});
    CHECK_FALSE(only<command::SetNextMeeting>(meeting.typed(Word::meet, "4 december")).time);
    CHECK(only<command::SetNextFacilitator>(meeting.typed(Word::facilitate, "chen")).person == meeting.person(3));
    CHECK(only<command::SetNextHost>(meeting.typed(Word::host, "coun")).partner == meeting.state.partners[2].id);
    CHECK(says(meeting.typed(Word::host, "navy").said, "No partner is called \"navy\"."));
    CHECK(only<command::TakeDuty>(meeting.typed(Word::duty, "notes dilys")).person == meeting.person(5));
}

TEST_CASE("owner and due in the actions stage mean the line when it is an action") {
    AMeeting meeting = in_stage(Stage::actions);
    const CaptureId action = meeting.state.matters[0].matter.id;
    const auto owned = only<command::SetMatterOwner>(meeting.typed(Word::owner, "1 dilys"));
    CHECK(owned.matter == action);
    CHECK(owned.owner == meeting.person(5));
    CHECK_FALSE(only<command::SetMatterOwner>(meeting.typed(Word::owner, "1 nobody")).owner);
    CHECK(only<command::SetMatterDue>(meeting.typed(Word::due, "1 4 december")).due == fourth_of_december);
    CHECK(meeting.typed(Word::owner, "2 dilys").error);  // a concern
    meeting.act(command::Capture{CaptureKind::note, "one", "", {}, {}});
    meeting.act(command::Capture{CaptureKind::action, "two", "", {}, {}});
    CHECK(only<command::SetOwner>(meeting.typed(Word::owner, "2 dilys")).number == 2);
}

TEST_CASE("take is offered only while something can be taken") {
    const auto offers = [](const AMeeting& meeting) {
        const auto words = page_of(meeting.view()).words;
        return std::find(words.begin(), words.end(), Word::take) != words.end();
    };
    CHECK(offers(in_stage(Stage::actions)));
    AMeeting none([](event::Opened& plan) { plan.carry_over.matters.resize(2); });
    none.everyone_here().act(command::Go{{Stage::actions, std::nullopt}});
    CHECK_FALSE(offers(none));
    CHECK_FALSE(says(read_aloud(page_of(none.view())), "take"));
}

TEST_CASE("a word that takes nothing refuses what stands behind it, and does nothing") {
    AMeeting meeting = in_item();
    const Reaction number = meeting.typed(Word::next, "2");
    CHECK(number.error);
    CHECK(number.commands.empty());
    CHECK_FALSE(number.question);
    CHECK(number.said == "next takes nothing after it. To go to item 2, type go 2.");
    CHECK(meeting.typed(Word::skip, "3").said == "skip takes nothing after it. To go to item 3, type go 3.");
    CHECK(meeting.typed(Word::undo, "2").said == "undo takes nothing after it.");
    CHECK(meeting.typed(Word::stop, "talking").said == "stop takes nothing after it.");
    CHECK(only<command::Pause>(meeting.typed(Word::pause, "5")).minutes == Minutes{5});
    meeting.memory.question = unfinished_question(meeting.view(), *meeting.state.open_item());
    CHECK(meeting.typed(Word::next, "2").error);
}

TEST_CASE("the words behind away are kept, a reason a person") {
    AMeeting meeting;
    const auto reason = only<command::Attend>(meeting.typed(Word::away, "dilys: ill, back in January"));
    CHECK(reason.presence == Presence::apologies);
    CHECK(reason.reason == "ill, back in January");
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys: Apologies, on leave")).reason == "on leave");
    CHECK(only<command::Attend>(meeting.typed(Word::away, "dilys: apologies")).reason.empty());
    CHECK(meeting.typed(Word::away, "dilys, chen: on leave").commands.size() == 2);
    meeting.act(reason);
    CHECK(says(meeting.typed(Word::who).said, "Dilys, away with apologies: ill, back in January, Harbour Voices"));
}

TEST_CASE("here all leaves those who come late as they are, and says so") {
    AMeeting meeting;
    meeting.act(command::Attend{{meeting.person(3)}, Presence::late});
    const Reaction all = meeting.typed(Word::here, "all");
    CHECK(only<command::Attend>(all).people.size() == 4);
    CHECK(all.said == "Still coming later: Chen Wei, seat 3. When they arrive, type here 3.");
}

TEST_CASE("speak alone calls the first who waits and is not speaking, with the reason") {
    AMeeting meeting = in_item();
    meeting.act(command::Speak{meeting.person(1)});
    meeting.act(command::RaiseHand{meeting.person(1), "again"});
    meeting.act(command::RaiseHand{meeting.person(3), "the cost"});
    const Reaction called = meeting.typed(Word::speak);
    CHECK(only<command::Speak>(called).person == meeting.person(3));
    CHECK(called.said == "About: the cost.");
    meeting.act(command::LowerHand{meeting.person(3)});
    CHECK(meeting.typed(Word::speak).error);
}

TEST_CASE("a score with a decimal is refused, and a reservation's unknown name is said") {
    AMeeting meeting = in_checkin();
    for (const char* typed : {"4.5 hello", "2,5 hello"}) CHECK(meeting.typed(Word::say, typed).error);
    CHECK(only<command::AnswerRound>(meeting.typed(Word::say, "4, hello")).score == 4);
    meeting.act(command::Capture{CaptureKind::decision, "yes", "", {}, {}});
    const Reaction reserved = meeting.typed(Word::reserve, "bob: too early");
    CHECK(only<command::Reserve>(reserved).text == "bob: too early");
    CHECK(reserved.said == "No name was found: bob is not on the list. The words are kept whole.");
}

TEST_CASE("who passed is counted apart from who has spoken") {
    AMeeting meeting = in_checkin();
    meeting.act(command::AnswerRound{Answer::said, 4, "hello"}).act(command::AnswerRound{Answer::passed, {}, ""});
    CHECK(says(where_line(meeting.view()), "1 of 5 have spoken, 1 passed"));
}

TEST_CASE("under four answers to the pulse say no number, since the room would know whose it is") {
    AMeeting meeting = in_stage(Stage::pulse);
    CHECK(meeting.typed(Word::answers, "1 2 3").said ==
          "3 answers taken. Under four, only how many answered is said and kept. 3 of the 5 here answered: undo takes "
          "that back.\n"
          "Statement 2 of 2: We share decisions.");
}

TEST_CASE("answers to the pulse need no blanks between them") {
    AMeeting meeting = in_stage(Stage::pulse);
    CHECK(meeting.typed(Word::answers, "45342").said.starts_with("One person said 2, one 3, two 4, one 5."));
    CHECK(says(meeting.typed(Word::answers, "4596").said, "\"4596\" is not on the scale."));
}

TEST_CASE("the full screen has the next statement of the pulse on its page, so the answer does not say it") {
    AMeeting meeting = in_stage(Stage::pulse);
    meeting.memory.on_full_screen = true;
    CHECK(meeting.typed(Word::answers, "4 4 4 4 4").said == "Five people said 4.");
    // Enter may have come too early.
    CHECK(says(meeting.typed(Word::answers, "4 4 4 4").said, "4 of the 5 here answered: undo takes that back."));
}

TEST_CASE("going away from a half-taken pulse is asked about first, and lets its answers go") {
    AMeeting meeting = in_stage(Stage::pulse);
    only<command::Go>(meeting.typed(Word::go, "check-out"));
    meeting.memory.pulse_answers = {{4, 4, 4, 4}};
    for (const auto& [word, argument] : {std::pair(Word::go, "check-out"), std::pair(Word::back, "")}) {
        const Reaction asked = meeting.typed(word, argument);
        CHECK(asked.commands.empty());
        REQUIRE(asked.question);
        CHECK(asked.question->question.text ==
              "1 of 2 statements have answers. If you go on now, these answers are not kept.");
        CHECK(asked.question->question.choices.front().word == "leave");
        meeting.memory.question = asked.question;
        const auto left = choose(meeting.view(), "1");
        CHECK(left->commands.size() == 1);
        REQUIRE(left->pulse_answers);
        CHECK(left->pulse_answers->empty());
        CHECK_FALSE(choose(meeting.view(), "2")->pulse_answers);
        meeting.memory.question.reset();
    }
    CHECK(meeting.typed(Word::go, "nowhere").error);
}

TEST_CASE("a question that leaves nobody's stage keeps what was answered of the pulse") {
    AMeeting meeting = in_stage(Stage::pulse);
    meeting.memory.pulse_answers = {{4, 4, 4, 4}};
    meeting.memory.question = owner_question(meeting.view(), {meeting.person(1), meeting.person(2)},
                                             {CaptureKind::action, "Book", "", {}, {}}, "");
    CHECK_FALSE(choose(meeting.view(), "1")->pulse_answers);
}

TEST_CASE("on the full screen the opening says who is next, since the cursor goes there by itself") {
    AMeeting meeting;
    CHECK(meeting.typed(Word::here, "1").said.empty());
    meeting.memory.on_full_screen = true;
    CHECK(meeting.typed(Word::here, "1").said == "Next, Ben Okafor.");
    CHECK(meeting.typed(Word::here, "2").said.empty());  // the cursor stays there
    CHECK(meeting.typed(Word::here, "1, 2").said.empty());
    meeting.everyone_here();
    CHECK(meeting.typed(Word::away, "1").said.empty());
}

TEST_CASE("on the full screen what is next at the actions is said only when the cursor goes there") {
    AMeeting meeting;
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    CHECK(says(meeting.typed(Word::keep, "3").said, "Next, 1 of 3"));
    meeting.memory.on_full_screen = true;
    CHECK(meeting.typed(Word::keep, "3").said.empty());
    CHECK(says(meeting.typed(Word::keep, "1").said, "Next, 2 of 3"));
}

TEST_CASE("more answers to the pulse than people here are not taken") {
    AMeeting meeting = in_stage(Stage::pulse);
    CHECK(meeting.typed(Word::answers, "1 2 3 4 5 5").said ==
          "That is more than the 5 people here. Nothing was taken.");
}

TEST_CASE("every item with a decision to make says how to write it down") {
    AMeeting meeting([](event::Opened& plan) { plan.items[1].kind = ItemKind::decide; });
    meeting.everyone_here().to_item(1).to_item(2);
    CHECK(says(read_aloud(page_of(meeting.view())), "Type decide and the decision, then next."));
}

TEST_CASE("a closed item says how long it took") {
    AMeeting meeting = in_item();
    meeting.now = later(meeting.now, std::chrono::minutes{14});
    meeting.act(command::Next{Outcome::done});
    CHECK(says(meeting.typed(Word::agenda).said, "Recruitment advert, decide, took 14 minutes, done"));
}
