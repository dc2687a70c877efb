// How a meeting stands in time. Pure: from the state and a moment.
#pragma once

#include <optional>

#include "src/session/state.h"
#include "src/time/countdown.h"

namespace folkmoot {

struct Timing {
    Stamp began;                                 ///< when the meeting opened
    std::optional<Stamp> planned_end;            ///< nothing: no agreed length
    Stamp forecast_end;                          ///< now and what is still to come, as planned
    std::optional<Millis> slot_used, slot_left;  ///< left is negative over time; nothing when no item is open
    std::optional<Millis> meeting_left;          ///< to the planned end, negative past it
    std::optional<Millis> buffer_left;           ///< planned end less forecast end, from 0 to the plan's buffer or more
    Millis behind{0};  ///< forecast end less the end that the plan had at its start; negative: ahead
};

/// The planned end is the planned start and the length; a meeting that opened more than three hours from its
/// scheduled time counts from its opening. Still to come: what is left of the open item (not below zero), the items
/// without outcome, the rounds that have not been held. A clock from before the opening is not believed: then time goes
/// on from the last entry.
Timing timing(const State& state, const Stamp& read);

/// "11 minutes left of Recruitment advert. The meeting has 52 minutes left. Forecast end 15:24, planned 15:30. 6
/// minutes of buffer left, 4 minutes behind, within the buffer."
std::string in_words(const State& state, const Timing& timing);

/// When the open slot next speaks up, as a wall-clock-free wait from `now`: zero when it is due. `said_until` is how
/// much of the slot's used time has been spoken for.
struct SlotNotice {
    ItemId item;
    TimeNotice notice;
    Millis wait{0};
};
std::optional<SlotNotice> next_slot_notice(const State& state, const Stamp& now, Millis said_until,
                                           const std::vector<Threshold>& thresholds);
/// "Time: five minutes left of Recruitment advert." The overrun names the three answers.
std::string in_words(const State& state, const SlotNotice& notice);

/// The same notice when it is said half a minute late or more: with the figures of this moment.
SlotNotice as_it_is_now(const State& state, const Stamp& now, SlotNotice due);

/// A break or a pause of so many minutes is over, and again every overrun_interval until somebody resumes.
/// `said_until` is how much of it has been spoken for. Nothing when no length was given.
struct PauseNotice {
    Millis at{0};    ///< time in the pause when it is due
    Millis wait{0};  ///< from now; zero when it is due
};
std::optional<PauseNotice> next_pause_notice(const State& state, const Stamp& now, Millis said_until);
/// "Time: the break of five minutes is over.", later "Time: the break is two minutes over."
std::string pause_in_words(const State& state, const Stamp& now);

/// After so long without a break one is offered.
inline constexpr Minutes longest_without_break{45};
/// How long until one is to be offered: zero when it is due. Nothing while the meeting rests, opens or comes to its
/// end.
std::optional<Millis> until_break_is_due(const State& state, const Stamp& now);
/// The end of the latest break, else the opening. The meeting must have been opened.
Stamp break_counts_from(const State& state);
/// "Time: 45 minutes without a break."
std::string break_is_due_in_words(const State& state, const Stamp& now);

/// "Time: the meeting has reached its planned end, 15:30."
std::string planned_end_in_words(const State& state, const Stamp& now);

/// The wall clock is earlier than the last entry: then times of day cannot be trusted.
bool clock_is_behind(const State& state, const Stamp& now);

/// A gap of more than ten minutes since the last event: what `resume` asks about.
inline constexpr Millis gap_limit = std::chrono::minutes{10};
std::optional<Millis> gap_since_last_event(const State& state, const Stamp& now);

}  // namespace folkmoot
