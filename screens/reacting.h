// Short ways to build a Reaction.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "screens/reading.h"
#include "screens/screen.h"

namespace folkmoot {

inline Reaction act(Command command) {
    Reaction reaction;
    reaction.commands.push_back(std::move(command));
    return reaction;
}

inline Reaction acts(std::vector<Command> commands) {
    Reaction reaction;
    reaction.commands = std::move(commands);
    return reaction;
}

inline Reaction tell(std::string said) {
    Reaction reaction;
    reaction.said = std::move(said);
    return reaction;
}

inline Reaction wrong(std::string said) {
    Reaction reaction = tell(std::move(said));
    reaction.error = true;
    return reaction;
}

inline Reaction ask_first(Answerable question) {
    Reaction reaction;
    reaction.question = std::move(question);
    return reaction;
}

/// What `then` makes of a value that could be read, else the sentence about what could not.
template <class T, class Then>
Reaction with(const Read<T>& read, Then then) {
    if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
    return then(std::get<T>(read));
}

/// What can be done next, as this face is used: words to be typed, or keys.
inline std::string in_face(const View& view, const Hint& hint) {
    return view.memory.on_full_screen ? with_keys(hint.keys, view.memory.keys, view.memory.single_keys) : hint.typed;
}

/// "speak belongs to an item. Here you can type say, off, pass, later, away or next."
Reaction does_not_belong(const View& view, Word word);

}  // namespace folkmoot
