// A meeting read back in order, in words: `log show`.
#pragma once

#include <string>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// A title line, then one line an event: "14:03  Asha is here." Acts that do not count in the end say "(undone
/// later)"; a new day and a gap get a line of their own. Access needs are never shown. Of a closed meeting
/// it says "Seat 1 of Harbour Voices" for who spoke, what they said in a round and who asked to speak. Throws Error
/// when the events of the state cannot follow each other.
std::vector<std::string> story(const State& state);

}  // namespace folkmoot
