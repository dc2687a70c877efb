// The clocks that run inside a meeting (slot, turn, pause, presence): how each is stopped and settled. Part of the
// fold.
#pragma once

#include "src/session/state.h"

namespace folkmoot {

void end_presence(Attendance& attendance, const Stamp& at);
void end_turn(Slot& slot, const Stamp& at);
/// The slot's clock, and the turn in it.
void stop_slot(Slot& slot, const Stamp& at);
void end_pause(State& state, const Stamp& at);

/// A gap that does not count: every clock that runs starts that much later, and no later than `at`.
void leave_out(State& state, Millis gap, const Stamp& at);

/// Another run of the machine, or a clock that was set back between two runs: no clock joins the two stamps, so what
/// ran is settled up to the last event and begins anew at `at`. A step of the wall clock then costs one gap at most.
void settle_clocks(State& state, const Stamp& at);

}  // namespace folkmoot
