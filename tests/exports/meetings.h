// Meetings made by hand for the tests of this room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "src/session/state.h"

namespace folkmoot::exports_test {

Stamp at(int hour, int minute);
template <class Any>
Any id(std::uint8_t n) {
    Any made;
    made.bytes.fill(n);
    return made;
}

/// Opened and closed, nothing else.
State empty_meeting();
/// Something of everything.
State rich_meeting();
/// Every free text of a meeting, to be changed in place.
void each_text(State& state, const std::function<void(std::string&)>& change);

}  // namespace folkmoot::exports_test
