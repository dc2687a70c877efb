// The rules of a meeting: what a command leads to.
#pragma once

#include <string>
#include <variant>

#include "src/session/commands.h"
#include "src/session/events.h"
#include "src/session/state.h"

namespace folkmoot {

/// Why a command cannot be, in plain words: what stands in the way, what is possible.
struct Refusal {
    std::string why;
};

/// The one event that the command leads to, or why not. Pure: the same state, command and time give the same answer.
/// Texts are made harmless here (text::one_line, captures keep line breaks). A refusal has changed nothing.
///
/// What it does not allow, whatever the screens ask first: acts in a closed meeting (but undo, and corrections of its
/// minutes); closing with items that have no outcome (command::Close settles nothing: the closing screen sends
/// SettleItem or asks); a score off the scale; a turn for someone not here; undo when nothing can be undone.
std::variant<Event, Refusal> decide(const State& state, const Command& command, const Stamp& now);

}  // namespace folkmoot
