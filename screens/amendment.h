// Reads a correction of minutes: who says so, and what is right.
#pragma once

#include <string>

#include "screens/reading.h"
#include "src/session/commands.h"

namespace folkmoot {

/// "3 Asha: the library" is about the capture with that number of the closed meeting, "Asha: Ben was here" about
/// something else in its minutes.
Read<command::Amend> read_amendment(const State& closed, const std::string& typed);

}  // namespace folkmoot
