// What happened, in words: announcements, `log show`, undo.
#pragma once

#include <string>
#include <string_view>

#include "src/session/state.h"

namespace folkmoot {

/// "done", "kept", "dropped", "accepted".
std::string_view in_words(event::Verdict verdict);
/// The same of a matter of that kind: a decision that is looked at again "stands" or "does not stand any more".
std::string_view in_words(event::Verdict verdict, MatterKind kind);

/// One or two short sentences for the act that `state.events` ends with or holds at `sequence`, in the state after
/// it: "Note 3 kept: The hall has no ramp." "Undone: note 3, The hall has no ramp."
std::string narrate(const State& state, const Recorded& recorded);

/// What is said at once when it has just happened: as narrate, but where the meeting went is not said, since the page
/// of that place follows. May be empty.
std::string announce(const State& state, const Recorded& recorded);

/// The act as a thing, for undo and redo: "the pass of Asha", "note 3".
std::string act_in_words(const State& state, const Recorded& recorded);

}  // namespace folkmoot
