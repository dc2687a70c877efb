#include "src/session/running_clocks.h"

#include <algorithm>

namespace folkmoot {

void end_presence(Attendance& attendance, const Stamp& at) {
    attendance.present = attendance.present_at(at);
    attendance.here_since.reset();
}

void end_turn(Slot& slot, const Stamp& at) {
    if (slot.speaking) {
        slot.speaking->length += elapsed(slot.speaking->began, at);
        slot.turns.push_back(*slot.speaking);
        slot.speaking.reset();
    }
}

void stop_slot(Slot& slot, const Stamp& at) {
    end_turn(slot, at);
    slot.used = slot.used_at(at);
    slot.running_since.reset();
    slot.paused = false;
}

void end_pause(State& state, const Stamp& at) {
    if (state.paused_since) {
        state.rested += elapsed(*state.paused_since, at);
    }
    if (state.pause && state.pause->rest) {
        state.last_rest = at;
    }
    state.paused = false;
    state.pause.reset();
    state.paused_since.reset();
    if (AgendaItem* open = state.open_item()) {
        open->slot.paused = false;
    }
}

void leave_out(State& state, Millis gap, const Stamp& at) {
    const auto shift = [&](std::optional<Stamp>& since) {
        if (since) {
            since = later(*since, std::min(gap, elapsed(*since, at)));
        }
    };
    if (AgendaItem* open = state.open_item()) {
        shift(open->slot.running_since);
        if (open->slot.speaking) {
            Stamp& began = open->slot.speaking->began;
            began = later(began, std::min(gap, elapsed(began, at)));
        }
    }
    shift(state.paused_since);
    for (Attendance& each : state.attendance) {
        shift(each.here_since);
    }
    state.left_out += gap;
}

void settle_clocks(State& state, const Stamp& at) {
    const Stamp& last = *state.last;
    const Millis between = elapsed(last, at);
    const auto settle = [&](std::optional<Stamp>& since, Millis& sum) {
        if (since) {
            sum += elapsed(*since, last) + between;
            since = at;
        }
    };
    if (AgendaItem* open = state.open_item()) {
        settle(open->slot.running_since, open->slot.used);
        if (open->slot.speaking) {
            std::optional<Stamp> began = open->slot.speaking->began;
            settle(began, open->slot.speaking->length);
            open->slot.speaking->began = *began;
        }
    }
    settle(state.paused_since, state.rested);
    for (Attendance& each : state.attendance) {
        settle(each.here_since, each.present);
    }
}

}  // namespace folkmoot
