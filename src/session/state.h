// A meeting as it stands: the fold of its events.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "src/session/events.h"

namespace folkmoot {

/// Where somebody is, and since when.
struct Attendance {
    PersonId person;
    Presence presence = Presence::expected;
    std::optional<Stamp> arrived;  ///< first time here
    std::optional<Stamp> left;     ///< last time left
    bool came_late = false;        ///< arrived after the check-in had begun, or was announced late
    bool walked_in = false;
    Words reason;       ///< why they are away, if they said
    Millis present{0};  ///< time present in spans that have ended
    std::optional<Stamp> here_since;
    bool operator==(const Attendance&) const = default;

    [[nodiscard]] Millis present_at(const Stamp& now) const;
};

/// A matter from earlier and what this meeting said of it.
struct ReviewedMatter {
    Matter matter;
    std::optional<event::Verdict> verdict;
    std::optional<Date> due;      ///< the new date
    Words reason;                 ///< why dropped
    std::optional<ItemId> taken;  ///< the item that took it up
    bool closed = false;          ///< a concern that was closed
    Words agreed;                 ///< what was agreed about it
    bool operator==(const ReviewedMatter&) const = default;
};

/// A carried item, a parked matter and a question go on as the item that took them up, and are settled by that. A
/// decision and a concern are only talked about there: they stay open until something is said of them.
bool went_on_as_item(const ReviewedMatter& reviewed);

/// A correction of the minutes, after the closing.
struct Amendment {
    Stamp at;
    std::optional<CaptureNumber> number;
    PersonId person;
    Words text;
    bool operator==(const Amendment&) const = default;
};

/// Fold of everything that counts. All times come from the events.
struct State {
    MeetingId id;
    event::Opened plan;           ///< as the meeting was opened; what changes is below
    std::optional<Stamp> opened;  ///< nothing: no event yet
    std::optional<Stamp> closed;
    std::optional<Stamp> last;  ///< the last event's time; of a closed meeting the closing's
    Place place;
    std::vector<Stage> skipped;  ///< stages gone past by `skip`
    std::vector<Stage> visited;

    std::vector<Partner> partners;
    std::vector<Person> people;          ///< walk-ins at the end
    std::vector<Attendance> attendance;  ///< one a person, same order
    bool minutes_agreed = false;
    Round checkin, checkout;
    std::vector<AgendaItem> agenda;  ///< in the order they will run
    std::vector<ReviewedMatter> matters;
    std::vector<Capture> captures;  ///< in order of number
    std::optional<event::PulseTaken> pulse;

    bool paused = false;  ///< by pause or break
    std::optional<event::Paused> pause;
    std::optional<Stamp> paused_since;
    Millis rested{0};                ///< in breaks and pauses that have ended
    std::optional<Stamp> last_rest;  ///< when the latest break ended
    std::vector<Words> plain_words;  ///< that need no explanation
    Millis ran{0};                   ///< from the opening to the last event, added up event by event
    Millis left_out{0};              ///< gaps that do not count

    std::vector<Amendment> amendments;  ///< in order

    std::optional<Date> next_date;
    std::optional<Minutes> next_time;
    std::optional<PersonId> next_facilitator;
    std::optional<PartnerId> next_host;
    std::optional<PersonId> facilitator, note_taker, timekeeper;
    std::optional<PartnerId> host;

    /// Every event, undone ones too; and the sequences of acts that count or can be redone, latest last.
    std::vector<Recorded> events;
    std::vector<Sequence> undoable;
    std::vector<Sequence> redoable;

    bool operator==(const State&) const = default;

    [[nodiscard]] const AgendaItem* item(const ItemId& wanted) const;
    [[nodiscard]] AgendaItem* item(const ItemId& wanted);
    [[nodiscard]] const AgendaItem* open_item() const;  ///< the item of the present place
    [[nodiscard]] AgendaItem* open_item();
    [[nodiscard]] const Capture* capture(CaptureNumber number) const;  ///< removed ones too
    [[nodiscard]] Capture* capture(CaptureNumber number);
    [[nodiscard]] const ReviewedMatter* matter(const CaptureId& wanted) const;
    [[nodiscard]] ReviewedMatter* matter(const CaptureId& wanted);
    [[nodiscard]] const Attendance* attendance_of(const PersonId& wanted) const;
    [[nodiscard]] Attendance* attendance_of(const PersonId& wanted);
    [[nodiscard]] const std::string& name_of(const PersonId& wanted) const;  ///< "" when unknown
    [[nodiscard]] const std::string& partner_name(const PartnerId& wanted) const;
    [[nodiscard]] bool is_here(const PersonId& wanted) const;
    [[nodiscard]] std::vector<PersonId> present() const;  ///< those here, in order
    [[nodiscard]] const Recorded* event_at(Sequence sequence) const;
    /// The seat number, from 1, in the order of people: one key and a number for a speaker.
    [[nodiscard]] std::size_t seat_of(const PersonId& wanted) const;
};

/// The state after one more event. Pure. Throws Error for an event that cannot follow (a damaged stream): its
/// sequence is not the next one, or it names a person, item or capture that is not there.
void apply(State& state, const Recorded& recorded);

/// The fold of a whole stream.
State fold(const MeetingId& id, std::span<const Recorded> events);

/// Who should answer in a round now: the one called, else the first in order who has no answer, else whoever said
/// "later" longest ago. Nobody when all have answered or are away.
std::optional<PersonId> next_in_round(const State& state, RoundKind kind);
/// Those here who have not answered, "later" included.
std::vector<PersonId> waiting_in_round(const State& state, RoundKind kind);

/// The place after and before this one, going by the agenda as it now is. Going on passes over items that have an
/// outcome, going back only over those left out; both pass over the actions stage when there are no matters, and the
/// pulse when there is no instrument or it was taken. Nothing at the ends.
std::optional<Place> place_after(const State& state, const Place& place);
std::optional<Place> place_before(const State& state, const Place& place);

/// No outcome yet, and it needs one: a break that was not held is nothing to carry.
bool is_unsettled(const AgendaItem& item);

/// Actions of this meeting that stand: not removed.
std::vector<const Capture*> standing(const State& state, CaptureKind kind);

}  // namespace folkmoot
