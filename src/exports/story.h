// A meeting read back in order, in words: `log show`.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// One act in words, as the story has it. After the closing, words that were taken back or removed are told without
/// what they said: whoever took them back did not want them read. `undone`: the acts that do not count in the end;
/// `so_far`: the meeting after this act. Empty when there is nothing to say.
std::string said_of(const State& state, const Recorded& recorded, const std::set<Sequence>& undone,
                    const State& so_far);

/// A title line, then one line an event: "14:03  Asha is here." Acts that do not count in the end say "(undone
/// later)"; a new day and a gap get a line of their own. Access needs are never shown. Of a closed meeting
/// it says "Seat 1 of Harbour Voices" for who spoke and who asked to, and "Somebody of Harbour Voices" for what was
/// said in a round; without the partner when fewer than three of it were there. Throws Error when the events of the
/// state cannot follow each other.
std::vector<std::string> story(const State& state);

}  // namespace folkmoot
