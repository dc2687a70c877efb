// Whom to talk to, and what words mean: the same at home and in a meeting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/reading.h"
#include "src/meeting/ways.h"

namespace folkmoot {

/// "Somebody to talk to: Nadia, 01632 960123.", and a line for each place where else to turn; empty when nothing is
/// written down.
std::string support_in_words(const Words& support, const std::vector<Words>& signposts);

/// "Glossary, 2 words.", and a line for each.
std::string glossary_in_words(const std::vector<Term>& terms);

/// "PPI: people involved in research." What is wrong ends before what could be done about it.
Read<std::string> explained(const std::vector<Term>& terms, std::string_view word);

}  // namespace folkmoot
