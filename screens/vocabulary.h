// Words that nobody has explained: how they are named, and what can be done about the ones that were named last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"

namespace folkmoot::vocabulary {

/// Those that were named last and that nobody has explained since; in the opening those of the agenda. The first of
/// them is the one that is meant.
std::vector<std::string> asked(const View& view);

/// Explains the word, or says that everybody knows it.
std::vector<Act> acts_on(const std::string& word);

/// What the keys of term and plain do. A field begins with the word only while it is in everybody's mind: right after
/// it was named, and in the opening.
std::vector<Act> of_keys(const View& view);

/// "PPI, ICS, NHS and 2 more".
std::string named(const std::vector<std::string>& words);

/// The same with what is said of the words in a text that is about to be written down: "PPI is not in the glossary."
Reaction with_new_words(const View& view, Reaction reaction, std::string_view text);

/// What `plain` leads to.
Reaction plain(const View& view, const std::string& typed);

}  // namespace folkmoot::vocabulary
