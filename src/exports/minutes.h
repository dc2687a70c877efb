// The minutes of a meeting as a value: what they say and in which order, before any format.
#pragma once

#include "src/exports/document.h"
#include "src/session/state.h"

namespace folkmoot {

/// Nothing but the state decides. Names attendance and acts, never who said what; removed captures, access needs and
/// who raised a concern are not in it. Scores and pulse counts only from four answers up.
Document minutes_of(const State& state);

}  // namespace folkmoot
