// What somebody can ask a meeting to do. Words have been read and names found; nothing is decided yet.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/session/events.h"

namespace folkmoot {

namespace command {

struct Attend {
    std::vector<PersonId> people;
    Presence presence = Presence::here;
    std::string reason{};  ///< of apologies, from one person
};
/// A walk-in: the partner by name; an unknown one is added.
struct WalkIn {
    std::string name;
    std::string partner;
    std::optional<Person> known = std::nullopt;  ///< who the partnership already knows by this name; the engine looks
};
struct AgreeMinutes {};
/// Go on to the next place. The outcome is for an open item.
struct Next {
    std::optional<Outcome> outcome;
};
struct Back {};
struct Skip {};
/// To an item or a stage. An open item stays open: its clock stops until someone comes back.
struct Go {
    Place to;
};
struct AnswerRound {
    Answer answer = Answer::said;
    std::optional<int> score;
    std::string words;
};
struct CallInRound {
    PersonId person;
};
/// A verdict on a matter from earlier.
struct Review {
    CaptureId matter;
    event::Verdict verdict = event::Verdict::kept;
    std::optional<Date> due;
    std::string reason;
};
/// Who has an action from earlier, or by when it is due; nothing: nobody, no date.
struct SetMatterOwner {
    CaptureId matter;
    std::optional<PersonId> owner;
};
struct SetMatterDue {
    CaptureId matter;
    std::optional<Date> due;
};
/// Put a carried item, parked matter or open question on today's agenda.
struct Take {
    CaptureId matter;
    std::optional<Minutes> minutes;
};
struct Pause {
    bool rest = false;
    std::optional<Minutes> minutes;
    bool thinking = false;
};
struct Resume {};
struct Extend {
    Minutes minutes{0};
    bool consent = false;
    std::optional<ItemId> from;
};
struct AnswerOverrun {
    OverrunAnswer answer = OverrunAnswer::go_on;
};
struct Speak {
    PersonId person;
};
struct StopSpeaking {};
struct RaiseHand {
    PersonId person;
    std::string reason;
};
struct LowerHand {
    PersonId person;
};
/// `from_words` carries what was typed; owner and due only for actions, word only for terms.
struct Capture {
    CaptureKind kind = CaptureKind::note;
    std::string text;
    std::string word;
    std::optional<PersonId> owner;
    std::optional<Date> due;
};
struct EditCapture {
    CaptureNumber number = 0;
    std::string text;
    std::string word;
    std::optional<PersonId> owner;
    std::optional<Date> due;
};
struct RemoveCapture {
    CaptureNumber number = 0;
};
/// number 0: the latest decision.
struct RuleDecision {
    CaptureNumber number = 0;
    DecisionRule rule = DecisionRule::consent;
    std::optional<Votes> votes;
};
struct Reserve {
    CaptureNumber number = 0;
    std::optional<PersonId> person;
    std::string text;
};
/// The day on which it is looked at again; nothing: none. number 0: the latest decision.
struct DateDecision {
    CaptureNumber number = 0;
    std::optional<Date> look_again;
};
/// number 0: the latest decision.
struct MakePrinciple {
    CaptureNumber number = 0;
    bool principle = true;
};
struct CallPlain {
    std::string word;
};
struct AcceptAction {
    CaptureNumber number = 0;
};
struct SetOwner {
    CaptureNumber number = 0;
    std::optional<PersonId> owner;  ///< nothing: nobody has it
};
struct SetDue {
    CaptureNumber number = 0;
    std::optional<Date> due;  ///< nothing: no date
};
struct CloseConcern {
    std::optional<CaptureNumber> number;
    std::optional<CaptureId> matter;
    std::string agreed{};
};
struct AddItem {
    std::string title;
    Minutes minutes{0};
    ItemKind kind = ItemKind::explore;
    std::optional<PersonId> proposed{};  ///< who put it forward
};
struct MoveItem {
    ItemId item;
    std::optional<ItemId> before;
};
/// Leave out (dropped), or carry, an item that has not been finished.
struct SettleItem {
    ItemId item;
    Outcome outcome = Outcome::carried;
    std::string reason;
};
/// Every row of answers is one statement's; the numbers in any order.
struct TakePulse {
    std::vector<std::vector<int>> answers;
};
struct SetNextMeeting {
    Date date{};
    std::optional<Minutes> time;
};
struct SetNextFacilitator {
    PersonId person;
};
struct SetNextHost {
    PartnerId partner;
};
struct TakeDuty {
    Duty duty = Duty::facilitate;
    std::optional<PersonId> person;
    std::optional<PartnerId> partner;
};
struct JudgeGap {
    Millis gap{0};
    bool counted = false;
};
struct Close {};
/// A correction of a closed meeting's minutes, said by somebody of its list. number: of the capture that is wrong.
struct Amend {
    std::optional<CaptureNumber> number;
    PersonId person;
    std::string text;
};
struct Undo {};
struct Redo {};

}  // namespace command

using AnyCommand =
    std::variant<command::Attend, command::WalkIn, command::AgreeMinutes, command::Next, command::Back, command::Skip,
                 command::Go, command::AnswerRound, command::CallInRound, command::Review, command::SetMatterOwner,
                 command::SetMatterDue, command::Take, command::Pause, command::Resume, command::Extend,
                 command::AnswerOverrun, command::Speak, command::StopSpeaking, command::RaiseHand, command::LowerHand,
                 command::Capture, command::EditCapture, command::RemoveCapture, command::RuleDecision,
                 command::Reserve, command::AcceptAction, command::SetOwner, command::SetDue, command::CloseConcern,
                 command::AddItem, command::MoveItem, command::SettleItem, command::TakePulse, command::SetNextMeeting,
                 command::SetNextFacilitator, command::SetNextHost, command::TakeDuty, command::JudgeGap,
                 command::Close, command::Amend, command::Undo, command::Redo, command::DateDecision,
                 command::MakePrinciple, command::CallPlain>;

/// A type of its own for the same reason as Event.
struct Command : AnyCommand {
    using AnyCommand::AnyCommand;
    Command();
    Command(const Command& other);
    Command(Command&& other) noexcept;
    Command& operator=(const Command& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
};

}  // namespace folkmoot
