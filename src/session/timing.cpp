#include "src/session/timing.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

/// What is still to come of a round, by how many have still to speak.
Millis round_left(const State& state, RoundKind kind) {
    const bool checkin = kind == RoundKind::checkin;
    const Stage stage = checkin ? Stage::checkin : Stage::checkout;
    const Round& round = checkin ? state.checkin : state.checkout;
    const Millis planned = checkin ? state.plan.checkin_minutes : state.plan.checkout_minutes;
    if (state.place.stage > stage) {
        return Millis{0};
    }
    if (!round.started || round.order.empty()) {
        return planned;
    }
    const auto waiting = static_cast<std::int64_t>(waiting_in_round(state, kind).size());
    return planned * waiting / static_cast<std::int64_t>(round.order.size());
}

Millis left_of(const AgendaItem& item, const Stamp& now) {
    return std::max(Millis{item.allotted()} - item.slot.used_at(now), Millis{0});
}

Millis items_left(const State& state, const Stamp& now) {
    Millis sum{0};
    if (state.place.stage > Stage::items) {
        return sum;
    }
    for (const AgendaItem& each : state.agenda) {
        if (!each.slot.outcome || &each == state.open_item()) {
            sum += left_of(each, now);
        }
    }
    return sum;
}

Millis break_left(const State& state, const Stamp& now) {
    if (!state.pause || !state.pause->minutes || !state.paused_since) {
        return Millis{0};
    }
    return std::max(Millis{*state.pause->minutes} - elapsed(*state.paused_since, now), Millis{0});
}

Millis planned_sum(const State& state) {
    Millis sum = state.plan.checkin_minutes + state.plan.checkout_minutes;
    for (const Item& item : state.plan.items) {
        sum += item.planned;
    }
    return sum;
}

/// Minutes up to ten are said in words: a lone digit is lost by some readers.
std::string spoken_minutes(Millis duration) {
    constexpr std::array<std::string_view, 11> words{"no",  "one",   "two",   "three", "four", "five",
                                                     "six", "seven", "eight", "nine",  "ten"};
    const auto minutes = std::chrono::round<Minutes>(duration).count();
    if (minutes >= 1 && minutes <= 10) {
        return fmt::format("{} minute{}", words[static_cast<std::size_t>(minutes)], minutes == 1 ? "" : "s");
    }
    return minutes == 0 && duration > Millis{0} ? "less than one minute" : duration_in_words(duration);
}

std::string first_upper(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

/// A share that was said before an extension is not said again after it; time left is.
std::vector<Threshold> unsaid(std::vector<Threshold> thresholds, const AgendaItem& open, Millis said_until) {
    if (!open.slot.extensions.empty()) {
        const auto planned = static_cast<double>(Millis{open.item.planned}.count());
        std::erase_if(thresholds, [&](const Threshold& threshold) {
            return threshold.kind == Threshold::Kind::share_gone &&
                   static_cast<double>(said_until.count()) >= threshold.share * planned;
        });
    }
    return thresholds;
}

/// "half the time", "25 percent of the time".
std::string share_in_words(const TimeNotice& notice) {
    const auto percent = std::llround(100.0 * static_cast<double>(notice.at.count()) /
                                      static_cast<double>((notice.at + notice.left).count()));
    return percent == 50 ? "half the time" : fmt::format("{} percent of the time", percent);
}

}  // namespace

Timing timing(const State& state, const Stamp& read) {
    Stamp now = read;
    // A clock that is behind the opening was set back: then only what was measured tells.
    const bool set_back = state.opened && state.last && read.wall < state.opened->wall;
    if (set_back) {
        now.wall = state.last->wall + elapsed(*state.last, read);
    }
    Timing timing;
    timing.began = state.opened.value_or(now);
    const Stamp start = state.plan.planned_start.value_or(timing.began);
    timing.forecast_end = later(now, items_left(state, now) + round_left(state, RoundKind::checkin) +
                                         round_left(state, RoundKind::checkout) + break_left(state, now));
    if (const AgendaItem* open = state.open_item()) {
        timing.slot_used = open->slot.used_at(now);
        if (open->allotted() > Minutes{0}) {
            timing.slot_left = Millis{open->allotted()} - *timing.slot_used;
        }
    }
    if (state.plan.length > Minutes{0}) {
        timing.planned_end = later(start, state.plan.length);
        timing.planned_end->offset = now.offset;  // both ends are said in the local time of now
        timing.meeting_left = set_back ? Millis{state.plan.length} - state.ran - elapsed(*state.last, now)
                                       : timing.planned_end->wall - now.wall;
        timing.buffer_left = std::max(timing.planned_end->wall - timing.forecast_end.wall, Millis{0});
    }
    timing.behind = timing.forecast_end.wall - later(start, planned_sum(state)).wall;
    return timing;
}

std::string in_words(const State& state, const Timing& timing) {
    std::string said;
    if (state.paused) {
        said += state.pause && state.pause->rest ? "Break. " : "The clock is stopped. ";
    }
    if (const AgendaItem* open = state.open_item()) {
        const std::string& title = open->item.title.text;
        if (!timing.slot_left) {
            said += fmt::format("{} on {}, which has no set time. ",
                                first_upper(duration_in_words(timing.slot_used.value_or(Millis{0}))), title);
        } else if (*timing.slot_left >= Millis{0}) {
            said += fmt::format("{} left of {}. ", first_upper(duration_in_words(*timing.slot_left)), title);
        } else {
            said += fmt::format("{} is {} over its time. ", title, duration_in_words(-*timing.slot_left));
        }
    }
    if (timing.meeting_left) {
        said += *timing.meeting_left >= Millis{0}
                    ? fmt::format("The meeting has {} left. ", duration_in_words(*timing.meeting_left))
                    : fmt::format("The meeting is {} past its end. ", duration_in_words(-*timing.meeting_left));
    }
    said += fmt::format("Forecast end {}", time_of_day(timing.forecast_end));
    if (timing.planned_end) {
        const auto past = std::chrono::round<Minutes>(timing.forecast_end.wall - timing.planned_end->wall);
        said += fmt::format(", planned {}. ", time_of_day(*timing.planned_end));
        if (past > Minutes{0}) {
            return said + fmt::format("{} past the planned end.", first_upper(duration_in_words(past)));
        }
        said += fmt::format("{} to spare, ", first_upper(duration_in_words(timing.buffer_left.value_or(Millis{0}))));
    } else {
        said += ", ";
    }
    const auto behind = std::chrono::round<Minutes>(timing.behind);
    const bool within = timing.planned_end && behind > Minutes{0};
    if (behind == Minutes{0}) {
        said += "on time.";
    } else {
        said += fmt::format("{} {}{}.", duration_in_words(behind > Minutes{0} ? behind : -behind),
                            behind > Minutes{0} ? "behind" : "ahead", within ? ", which fits" : "");
    }
    return said;
}

std::optional<SlotNotice> next_slot_notice(const State& state, const Stamp& now, Millis said_until,
                                           const std::vector<Threshold>& thresholds) {
    const AgendaItem* open = state.open_item();
    if (open == nullptr || state.closed || !open->slot.running_since) {
        return std::nullopt;
    }
    const auto notice = next_notice(open->allotted(), said_until, unsaid(thresholds, *open, said_until),
                                    !open->slot.overrun.has_value());
    if (!notice) {
        return std::nullopt;
    }
    return SlotNotice{open->item.id, *notice, std::max(notice->at - open->slot.used_at(now), Millis{0})};
}

std::string in_words(const State& state, const SlotNotice& slot_notice) {
    const AgendaItem* item = state.item(slot_notice.item);
    const std::string title = item == nullptr ? "this item" : item->item.title.text;
    const TimeNotice& notice = slot_notice.notice;
    if (notice.half) {
        return fmt::format("Time: {} of {} is gone, {} left.", share_in_words(notice), title,
                           spoken_minutes(notice.left));
    }
    if (notice.left > Millis{0}) {
        return fmt::format("Time: {} left of {}.", spoken_minutes(notice.left), title);
    }
    if (notice.left == Millis{0}) {
        return fmt::format("Time: {} is at its end, after {}.", title, spoken_minutes(notice.at));
    }
    return fmt::format("Time: {} is {} over.", title, spoken_minutes(-notice.left));
}

SlotNotice as_it_is_now(const State& state, const Stamp& now, SlotNotice due) {
    constexpr Millis late = std::chrono::seconds{30};
    const AgendaItem* item = state.item(due.item);
    const Millis used = item == nullptr ? due.notice.at : item->slot.used_at(now);
    if (used - due.notice.at >= late) {
        due.notice = {used, Millis{item->allotted()} - used, false};
    }
    return due;
}

std::optional<PauseNotice> next_pause_notice(const State& state, const Stamp& now, Millis said_until) {
    if (!state.paused || !state.pause || !state.pause->minutes || !state.paused_since || state.closed) {
        return std::nullopt;
    }
    const Millis planned = *state.pause->minutes;
    const Millis at =
        said_until < planned ? planned : planned + overrun_interval * ((said_until - planned) / overrun_interval + 1);
    return PauseNotice{at, std::max(at - elapsed(*state.paused_since, now), Millis{0})};
}

std::string pause_in_words(const State& state, const Stamp& now) {
    if (!state.pause || !state.pause->minutes || !state.paused_since) {
        return "";
    }
    const std::string_view what = state.pause->rest ? "break" : state.pause->thinking ? "thinking time" : "pause";
    const Millis over = elapsed(*state.paused_since, now) - *state.pause->minutes;
    return std::chrono::round<Minutes>(over) < Minutes{1}
               ? fmt::format("Time: the {} of {} is over.", what, spoken_minutes(*state.pause->minutes))
               : fmt::format("Time: the {} is {} over.", what, spoken_minutes(over));
}

std::optional<Millis> until_break_is_due(const State& state, const Stamp& now) {
    const bool at_work =
        state.place.stage == Stage::checkin || state.place.stage == Stage::actions || state.place.stage == Stage::items;
    const AgendaItem* open = state.open_item();
    if (!state.opened || state.closed || state.paused || !at_work) return std::nullopt;
    if (open != nullptr && open->item.kind == ItemKind::pause) return std::nullopt;
    const Millis without = elapsed(break_counts_from(state), now);
    return std::max(Millis{longest_without_break} - without, Millis{0});
}

Stamp break_counts_from(const State& state) { return state.last_rest.value_or(*state.opened); }

std::string break_is_due_in_words(const State& state, const Stamp& now) {
    return fmt::format("Time: {} without a break.", spoken_minutes(elapsed(break_counts_from(state), now)));
}

std::string planned_end_in_words(const State& state, const Stamp& now) {
    const Timing at = timing(state, now);
    if (!at.planned_end || !at.meeting_left) {
        return "";
    }
    const Millis past = -*at.meeting_left;
    return std::chrono::round<Minutes>(past) < Minutes{1}
               ? fmt::format("Time: the meeting has reached its planned end, {}.", time_of_day(*at.planned_end))
               : fmt::format("Time: the meeting is {} past its planned end, {}.", spoken_minutes(past),
                             time_of_day(*at.planned_end));
}

bool clock_is_behind(const State& state, const Stamp& now) {
    constexpr Millis hardly = std::chrono::minutes{1};
    return state.last && now.wall + hardly < state.last->wall;
}

std::optional<Millis> gap_since_last_event(const State& state, const Stamp& now) {
    if (!state.last || state.closed) {
        return std::nullopt;
    }
    const Millis gap = elapsed(*state.last, now);
    return gap > gap_limit ? std::optional(gap) : std::nullopt;
}

}  // namespace folkmoot
