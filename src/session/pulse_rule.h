// How many answers a pulse needs before it keeps counts.
#pragma once

#include <algorithm>
#include <cstddef>

#include "src/session/state.h"

namespace folkmoot {

/// Four, or more when the partnership asks for more: under that a count could point at people.
inline std::size_t answers_needed(const State& state) {
    return static_cast<std::size_t>(std::max(least_answers, state.plan.pulse_minimum.value_or(least_answers)));
}

}  // namespace folkmoot
