// Answers that are said and change nothing: who, agenda, voices, time, why, history, support, glossary, help.
#pragma once

#include <string>
#include <string_view>

#include "screens/screen.h"

namespace folkmoot::told {

std::string who(const View& view);
std::string agenda(const View& view);
std::string voices(const View& view);
std::string time(const View& view);
/// The newest announcements first; `argument` may be how many.
Reaction history(const View& view, std::string_view argument);
/// Whose turn the rota suggests and why, for one duty or for all of them.
Reaction why(const View& view, std::string_view argument);
/// "Asha could speak first."; empty when there is nothing to suggest.
std::string suggested(const State& state, Duty duty, bool next_meeting);
/// The same with the reason: "Asha could speak first. Harbour Voices last spoke first on ..."; empty when there is
/// nothing to suggest.
std::string suggestion(const State& state, Duty duty, bool next_meeting);
/// Whom to talk to and where else to turn. Nobody sees later that it was asked.
std::string support(const View& view);
/// One word of the glossary, or all of them.
Reaction glossary(const View& view, std::string_view argument);
Reaction help(const View& view, std::string_view argument);

/// What the place is for, in a sentence or two.
std::string about(const View& view);

}  // namespace folkmoot::told
