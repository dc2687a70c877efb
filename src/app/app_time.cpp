// What time says by itself in a meeting, and when it has something to say: App's part for the clock.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "screens/questions.h"
#include "screens/reacting.h"
#include "src/app/app.h"
#include "src/session/timing.h"

namespace folkmoot {

/// What an unanswered question about a gap would change is not said before the answer.
void App::announce_time() {
    if (gap_is_open()) return;
    announce_slot();
    announce_pause();
    announce_planned_end();
    offer_break();
    keep_overrun_question();
}

bool App::gap_is_open() const { return gap_asked_ && memory_.question.has_value(); }

/// What is past when somebody comes to an item, or back to it, counts as said.
void App::follow_item() {
    constexpr Millis a_moment = std::chrono::minutes{1};
    const AgendaItem* item = engine_.state().open_item();
    const auto open = item != nullptr ? std::optional(item->item.id) : std::nullopt;
    const Millis used = item != nullptr ? item->slot.used_at(now_) : Millis{0};
    const Minutes allotted = item != nullptr ? item->allotted() : Minutes{0};
    if (open != timed_) {
        timed_ = open;
        said_until_ = used;
        quiet_until_ = Millis{0};
    } else {
        // A gap that was left out, or an undo, can take time back: what lies after it is said when it comes.
        said_until_ = std::min(said_until_, used);
        if (allotted > allotted_) quiet_until_ = used + a_moment - Millis{1};
        if (quiet_until_ > used + a_moment) quiet_until_ = Millis{0};
    }
    allotted_ = allotted;
}

void App::announce_slot() {
    follow_item();
    std::optional<SlotNotice> due;
    while (const auto next = next_slot()) {
        if (next->wait > Millis{0}) break;
        due = next;
        said_until_ = next->notice.at;
    }
    const State& state = engine_.state();
    if (due) say(Kind::time, in_words(state, as_it_is_now(state, now_, *due)), settings_.bell_for_time);
}

std::optional<SlotNotice> App::next_slot() const {
    // What the partnership has agreed goes before what the person has set.
    const auto& agreed = engine_.state().plan.time_warnings;
    return next_slot_notice(engine_.state(), now_, std::max(said_until_, quiet_until_),
                            agreed.empty() ? settings_.thresholds : agreed);
}

void App::announce_pause() {
    const State& state = engine_.state();
    if (pause_timed_ != state.paused_since) {
        pause_timed_ = state.paused_since;
        pause_said_ = pause_timed_ ? elapsed(*pause_timed_, now_) : Millis{0};
    }
    bool due = false;
    while (const auto next = next_pause_notice(state, now_, pause_said_)) {
        if (next->wait > Millis{0}) break;
        due = true;
        pause_said_ = next->at;
    }
    if (due) say(Kind::time, pause_in_words(state, now_), settings_.bell_for_time);
}

void App::announce_planned_end() {
    const State& state = engine_.state();
    const auto left = timing(state, now_).meeting_left;
    if (end_said_ || state.closed || !left || *left > Millis{0}) return;
    end_said_ = true;
    say(Kind::time, planned_end_in_words(state, now_), settings_.bell_for_time);
}

/// Once for each stretch without a break. A break that comes next anyway needs no offer.
std::optional<Millis> App::until_break_offer() const {
    const State& state = engine_.state();
    const auto wait = until_break_is_due(state, now_);
    if (!wait || break_offered_ == break_counts_from(state)) return std::nullopt;
    const auto next = place_after(state, state.place);
    const AgendaItem* item = next && next->item ? state.item(*next->item) : nullptr;
    return item != nullptr && item->item.kind == ItemKind::pause ? std::nullopt : wait;
}

void App::offer_break() {
    const auto wait = until_break_offer();
    if (!wait || *wait > Millis{0}) return;
    const State& state = engine_.state();
    break_offered_ = break_counts_from(state);
    say(Kind::time,
        fmt::format("{} {}", break_is_due_in_words(state, now_),
                    in_face(view(), {"Type break to take one.", "{break} takes one."})),
        settings_.bell_for_time);
}

/// How long until time has something to say.
std::optional<Millis> App::next_notice() const {
    if (gap_is_open()) return std::nullopt;
    const State& state = engine_.state();
    std::optional<Millis> shortest;
    const auto sooner = [&](Millis wait) { shortest = std::min(shortest.value_or(wait), wait); };
    if (const auto slot = next_slot()) sooner(slot->wait);
    if (const auto pause = next_pause_notice(state, now_, pause_said_)) sooner(pause->wait);
    if (const auto offer = until_break_offer()) sooner(*offer);
    const auto left = timing(state, now_).meeting_left;
    if (left && !end_said_ && !state.closed) sooner(std::max(*left, Millis{0}));
    return shortest;
}

/// Opens the question when the slot's time is up, and lets it go when it was answered or the item was left.
void App::keep_overrun_question() {
    const AgendaItem* item = engine_.state().open_item();
    const bool over = item != nullptr && item->allotted() > Minutes{0} && said_until_ >= item->allotted() &&
                      !item->slot.overrun && item->slot.running_since;
    if (over && !memory_.question) {
        memory_.question = overrun_question(view());
        overrun_asked_ = true;
    } else if (!over && memory_.question && overrun_asked_) {
        memory_.question.reset();
    }
    overrun_asked_ = overrun_asked_ && memory_.question.has_value();
}

/// Step by step, so that each thing is said at its own time.
void App::move_set_clock(Millis by) {
    while (true) {
        const Millis step = std::min(next_notice().value_or(by), by);
        set_clock_->advance(step);
        by -= step;
        now_ = clock_.now();
        announce_time();
        if (by <= Millis{0}) return;
    }
}

/// The time that is always in sight is in whole minutes, and in seconds at the end where that is wanted.
std::optional<Millis> App::until_time_changes() const {
    if (!renderer_.shows_time()) return std::nullopt;
    constexpr Millis second = std::chrono::seconds{1};
    const Millis to_minute = Millis{Minutes{1}} - now_.wall.time_since_epoch() % Minutes{1};
    const State& state = engine_.state();
    const Timing at = timing(state, now_);
    const auto left = at.slot_left ? at.slot_left : at.meeting_left;
    if (!settings_.last_minute_seconds || state.paused || !left || *left <= Millis{0}) return to_minute;
    const Millis minute{Minutes{1}};
    if (*left > minute) return std::min(to_minute, *left - minute);
    const Millis into_second = *left % second;
    return into_second > Millis{0} ? into_second : second;
}

}  // namespace folkmoot
