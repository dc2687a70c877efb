// The rules behind decide(): one overload a command. Only decide and its parts include this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "src/session/commands.h"
#include "src/session/decide.h"
#include "src/session/state.h"

namespace folkmoot {

using Decided = std::variant<Event, Refusal>;

inline Refusal no(std::string why) { return Refusal{std::move(why)}; }

/// What a command leads to, given a state and a moment. The overloads stand in rules_people.cpp (who is here, rounds,
/// turns, duties), rules_agenda.cpp (where the meeting goes, time, items) and rules_captures.cpp.
class Rules {
public:
    Rules(const State& state, const Stamp& now) : s_(state), now_(now) {}

    Decided operator()(const command::Attend& c) const;
    Decided operator()(const command::WalkIn& c) const;
    Decided operator()(const command::AgreeMinutes& c) const;
    Decided operator()(const command::Next& c) const;
    Decided operator()(const command::Back& c) const;
    Decided operator()(const command::Skip& c) const;
    Decided operator()(const command::Go& c) const;
    Decided operator()(const command::AnswerRound& c) const;
    Decided operator()(const command::CallInRound& c) const;
    Decided operator()(const command::Review& c) const;
    Decided operator()(const command::SetMatterOwner& c) const;
    Decided operator()(const command::SetMatterDue& c) const;
    Decided operator()(const command::Take& c) const;
    Decided operator()(const command::Pause& c) const;
    Decided operator()(const command::Resume& c) const;
    Decided operator()(const command::Extend& c) const;
    Decided operator()(const command::AnswerOverrun& c) const;
    Decided operator()(const command::Speak& c) const;
    Decided operator()(const command::StopSpeaking& c) const;
    Decided operator()(const command::RaiseHand& c) const;
    Decided operator()(const command::LowerHand& c) const;
    Decided operator()(const command::Capture& c) const;
    Decided operator()(const command::EditCapture& c) const;
    Decided operator()(const command::RemoveCapture& c) const;
    Decided operator()(const command::RuleDecision& c) const;
    Decided operator()(const command::Reserve& c) const;
    Decided operator()(const command::DateDecision& c) const;
    Decided operator()(const command::MakePrinciple& c) const;
    Decided operator()(const command::CallPlain& c) const;
    Decided operator()(const command::AcceptAction& c) const;
    Decided operator()(const command::SetOwner& c) const;
    Decided operator()(const command::SetDue& c) const;
    Decided operator()(const command::CloseConcern& c) const;
    Decided operator()(const command::AddItem& c) const;
    Decided operator()(const command::MoveItem& c) const;
    Decided operator()(const command::SettleItem& c) const;
    Decided operator()(const command::TakePulse& c) const;
    Decided operator()(const command::SetNextMeeting& c) const;
    Decided operator()(const command::SetNextFacilitator& c) const;
    Decided operator()(const command::SetNextHost& c) const;
    Decided operator()(const command::TakeDuty& c) const;
    Decided operator()(const command::JudgeGap& c) const;
    Decided operator()(const command::Close& c) const;
    Decided operator()(const command::Amend& c) const;
    Decided operator()(const command::Undo& c) const;
    Decided operator()(const command::Redo& c) const;

private:
    [[nodiscard]] Sequence next_sequence() const;
    /// Numbers of undone captures stay taken.
    [[nodiscard]] CaptureNumber next_number() const;
    [[nodiscard]] const std::string& name(const PersonId& person) const;
    [[nodiscard]] std::optional<RoundKind> round_here() const;
    [[nodiscard]] event::Moved move_to(const Place& to) const;
    [[nodiscard]] std::optional<Refusal> absent(const PersonId& person) const;
    [[nodiscard]] static bool in_queue(const AgendaItem& item, const PersonId& person);
    [[nodiscard]] static bool bad_minutes(Minutes minutes);
    [[nodiscard]] static Refusal minutes_refusal(Minutes minutes);
    [[nodiscard]] static Refusal too_long(std::size_t size);
    [[nodiscard]] static Refusal more_than_here(std::size_t here);
    [[nodiscard]] std::optional<Refusal> not_standing(CaptureNumber number) const;
    [[nodiscard]] std::optional<Refusal> not_an_action(CaptureNumber number) const;
    [[nodiscard]] const Capture* decision_of(CaptureNumber number) const;
    [[nodiscard]] static Refusal no_decision(CaptureNumber number);
    [[nodiscard]] Item new_item(const Words& title, ItemKind kind) const;

    const State& s_;
    const Stamp& now_;
};

/// Bytes that one text may have.
inline constexpr std::size_t longest_text = 64UL * 1024;

}  // namespace folkmoot
