// Everything that can happen in a meeting. One act, one event. Events are facts: they carry what folding needs and
// never a decision to be made again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/meeting/agenda.h"
#include "src/meeting/capture.h"
#include "src/meeting/people.h"
#include "src/meeting/plan.h"
#include "src/meeting/round.h"
#include "src/meeting/ways.h"
#include "src/session/matters.h"
#include "src/session/place.h"
#include "src/time/stamp.h"

namespace folkmoot {

namespace event {

/// The meeting as it was planned, with ids; the first event of every meeting's stream.
struct Opened {
    PartnershipId partnership;
    Words partnership_name;
    Words title;
    Words group;
    Words place;
    std::optional<LocalTime> scheduled;
    Minutes length{0};
    Minutes buffer{0};
    std::optional<Stamp> planned_start;  ///< the scheduled moment, when the meeting opened within three hours of it
    bool private_view = false;
    std::optional<Scale> scale;
    std::vector<Words> principles;
    std::vector<Partner> partners;
    std::vector<Person> people;
    std::vector<Objective> objectives;
    std::optional<PersonId> facilitator, note_taker, timekeeper;
    std::optional<PartnerId> host;
    Words checkin_question, checkout_question;
    Minutes checkin_minutes{0}, checkout_minutes{0};
    std::vector<Item> items;
    Words pulse_instrument;  ///< empty: no pulse
    Words pulse_title;
    Scale pulse_scale;
    Words pulse_low, pulse_high;  ///< what the ends of the scale mean; may be empty
    std::vector<Words> pulse_statements;
    CarryOver carry_over;
    Words source;  ///< the plan's fingerprint, so that the same plan is known again
    // As the partnership had them.
    Words support;
    std::vector<Words> signposts;
    std::vector<Term> glossary;
    std::vector<Words> plain_words;
    std::optional<DecisionRule> rule;
    std::optional<int> pulse_minimum;
    std::vector<Threshold> time_warnings;
    bool operator==(const Opened&) const = default;
};

struct Attended {
    std::vector<PersonId> people;
    Presence presence = Presence::here;
    Words reason{};  ///< of apologies, in the words of the one person; may be empty
    bool operator==(const Attended&) const = default;
};
/// Somebody unplanned walked in. The partner may be new as well.
struct WalkedIn {
    Person person;
    std::optional<Partner> new_partner;
    bool operator==(const WalkedIn&) const = default;
};
struct MinutesAgreed {
    bool operator==(const MinutesAgreed&) const = default;
};
/// Went to another place; left_with says how an open item was left. `skipped`: the place left was skipped.
struct Moved {
    Place to;
    std::optional<Outcome> left_with;
    bool skipped = false;
    /// Arriving at a round: who speaks first, so that the order is kept as it was.
    std::optional<PersonId> first;
    bool operator==(const Moved&) const = default;
};
struct RoundAnswered {
    RoundKind round = RoundKind::checkin;
    PersonId person;
    Answer answer = Answer::said;
    std::optional<int> score;
    Words words;
    bool operator==(const RoundAnswered&) const = default;
};
/// Somebody is asked to go now.
struct RoundCalled {
    RoundKind round = RoundKind::checkin;
    PersonId person;
    bool operator==(const RoundCalled&) const = default;
};
enum class Verdict { done, kept, dropped, accepted };
/// A matter from earlier was looked at.
struct MatterReviewed {
    CaptureId matter;
    Verdict verdict = Verdict::kept;
    std::optional<Date> due;
    Words reason;
    bool operator==(const MatterReviewed&) const = default;
};
/// An earlier matter was put on today's agenda. An item that was there before the event: it takes up the matter.
struct MatterTaken {
    CaptureId matter;
    Item item;
    bool operator==(const MatterTaken&) const = default;
};
/// An action from earlier got another owner, or nobody: whoever has it now accepts for themselves.
struct MatterOwnerSet {
    CaptureId matter;
    std::optional<PersonId> owner;
    bool operator==(const MatterOwnerSet&) const = default;
};
struct MatterDueSet {
    CaptureId matter;
    std::optional<Date> due;
    bool operator==(const MatterDueSet&) const = default;
};
/// The slot's clock was stopped: a pause, a break or thinking time of so many minutes.
struct Paused {
    bool rest = false;
    std::optional<Minutes> minutes;
    bool thinking = false;
    bool operator==(const Paused&) const = default;
};
struct Resumed {
    bool operator==(const Resumed&) const = default;
};
struct Extended {
    ItemId item;
    Extension extension;
    bool operator==(const Extended&) const = default;
};
struct OverrunAnswered {
    ItemId item;
    OverrunAnswer answer = OverrunAnswer::go_on;
    bool operator==(const OverrunAnswered&) const = default;
};
/// A turn began; a running one ended with it, and the person's raised hand came down.
struct TurnBegan {
    PersonId person;
    bool operator==(const TurnBegan&) const = default;
};
struct TurnEnded {
    bool operator==(const TurnEnded&) const = default;
};
struct HandRaised {
    PersonId person;
    Words reason;
    bool operator==(const HandRaised&) const = default;
};
struct HandLowered {
    PersonId person;
    bool operator==(const HandLowered&) const = default;
};
/// A note, decision, action, parked matter, question, term or concern was written down.
struct Captured {
    CaptureId id;
    CaptureNumber number = 0;
    CaptureKind kind = CaptureKind::note;
    Words text;
    Words word;
    std::optional<PersonId> owner;
    std::optional<Date> due;
    bool operator==(const Captured&) const = default;
};
/// New text; for an action owner and due, for a term its word, as they now are.
struct CaptureEdited {
    CaptureNumber number = 0;
    Words text;
    Words word;
    std::optional<PersonId> owner;
    std::optional<Date> due;
    bool operator==(const CaptureEdited&) const = default;
};
struct CaptureRemoved {
    CaptureNumber number = 0;
    bool operator==(const CaptureRemoved&) const = default;
};
struct DecisionRuled {
    CaptureNumber number = 0;
    DecisionRule rule = DecisionRule::consent;
    std::optional<Votes> votes;
    bool operator==(const DecisionRuled&) const = default;
};
struct Reserved {
    CaptureNumber number = 0;
    std::optional<PersonId> person;
    Words text;
    bool operator==(const Reserved&) const = default;
};
/// The day on which a meeting looks at the decision again; nothing: none.
struct DecisionDated {
    CaptureNumber number = 0;
    std::optional<Date> look_again;
    bool operator==(const DecisionDated&) const = default;
};
/// The decision becomes a shared principle when the meeting is closed, or does not after all.
struct PrincipleMade {
    CaptureNumber number = 0;
    bool principle = true;
    bool operator==(const PrincipleMade&) const = default;
};
/// A word that everybody here knows: it is not named again.
struct WordIsPlain {
    Words word;
    bool operator==(const WordIsPlain&) const = default;
};
struct ActionAccepted {
    CaptureNumber number = 0;
    bool operator==(const ActionAccepted&) const = default;
};
struct OwnerSet {
    CaptureNumber number = 0;
    std::optional<PersonId> owner;
    bool operator==(const OwnerSet&) const = default;
};
struct DueSet {
    CaptureNumber number = 0;
    std::optional<Date> due;
    bool operator==(const DueSet&) const = default;
};
/// A concern of this meeting (number) or of an earlier one (matter) was closed.
struct ConcernClosed {
    std::optional<CaptureNumber> number;
    std::optional<CaptureId> matter;
    Words agreed{};  ///< what was agreed about it; may be empty
    bool operator==(const ConcernClosed&) const = default;
};
struct ItemAdded {
    Item item;
    bool operator==(const ItemAdded&) const = default;
};
/// Moved before another item; nothing: to the end.
struct ItemMoved {
    ItemId item;
    std::optional<ItemId> before;
    bool operator==(const ItemMoved&) const = default;
};
/// An outcome given to an item that is not open: left out on purpose, or carried.
struct ItemSettled {
    ItemId item;
    Outcome outcome = Outcome::carried;
    Words reason;
    bool operator==(const ItemSettled&) const = default;
};
/// The pulse as counts. Under four answers the counts are empty.
struct PulseTaken {
    std::uint32_t answers = 0;
    std::vector<std::vector<std::uint32_t>> counts;
    bool operator==(const PulseTaken&) const = default;
};
struct NextMeetingSet {
    Date date{};
    std::optional<Minutes> time;
    bool operator==(const NextMeetingSet&) const = default;
};
/// Who facilitates, or which partner hosts, the next meeting.
struct NextFacilitatorSet {
    PersonId person;
    bool operator==(const NextFacilitatorSet&) const = default;
};
struct NextHostSet {
    PartnerId partner;
    bool operator==(const NextHostSet&) const = default;
};
/// Somebody has a duty at this meeting: facilitating, taking notes or keeping time (Duty::host: a partner).
struct DutyTaken {
    Duty duty = Duty::facilitate;
    std::optional<PersonId> person;
    std::optional<PartnerId> partner;
    bool operator==(const DutyTaken&) const = default;
};
/// A gap of more than ten minutes: counted, or left out of all durations.
struct GapJudged {
    Millis gap{0};
    bool counted = false;
    bool operator==(const GapJudged&) const = default;
};
struct Closed {
    bool operator==(const Closed&) const = default;
};
/// After the closing: the minutes are wrong about a capture, or about something else, and what is right. What was
/// written first stays.
struct Amended {
    std::optional<CaptureNumber> number;
    PersonId person;  ///< who said so
    Words text;
    bool operator==(const Amended&) const = default;
};
/// The act at `sequence` does not count any more, until redone.
struct Undone {
    std::uint32_t sequence = 0;
    bool operator==(const Undone&) const = default;
};
struct Redone {
    std::uint32_t sequence = 0;
    bool operator==(const Redone&) const = default;
};

}  // namespace event

using AnyEvent = std::variant<
    event::Opened, event::Attended, event::WalkedIn, event::MinutesAgreed, event::Moved, event::RoundAnswered,
    event::RoundCalled, event::MatterReviewed, event::MatterTaken, event::MatterOwnerSet, event::MatterDueSet,
    event::Paused, event::Resumed, event::Extended, event::OverrunAnswered, event::TurnBegan, event::TurnEnded,
    event::HandRaised, event::HandLowered, event::Captured, event::CaptureEdited, event::CaptureRemoved,
    event::DecisionRuled, event::Reserved, event::ActionAccepted, event::OwnerSet, event::DueSet, event::ConcernClosed,
    event::ItemAdded, event::ItemMoved, event::ItemSettled, event::PulseTaken, event::NextMeetingSet,
    event::NextFacilitatorSet, event::NextHostSet, event::DutyTaken, event::GapJudged, event::Closed, event::Amended,
    event::Undone, event::Redone, event::DecisionDated, event::PrincipleMade, event::WordIsPlain>;

/// A type of its own, and no mere alias, so that its copying is compiled once and not in every file that has an event.
struct Event : AnyEvent {
    using AnyEvent::AnyEvent;
    Event();
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
};

/// Numbers in a stream count from 1 without holes.
using Sequence = std::uint32_t;

/// An event with its place in the stream and its time.
struct Recorded {
    Sequence sequence = 0;
    Stamp at;
    Event event;
    bool operator==(const Recorded&) const = default;
};

/// The name of the event's kind in the log: "opened", "round-answered", ...
std::string_view kind_name(const Event& event);

}  // namespace folkmoot
