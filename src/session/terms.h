// The words that are explained, and those that are not: the glossary, and letters that stand for something.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ways.h"
#include "src/session/state.h"

namespace folkmoot {

/// In alphabetical order, each word once: of two explanations the later counts.
std::vector<Term> in_order(const std::vector<Term>& glossary);

/// The partnership's glossary and the terms of this meeting, which are later; in alphabetical order.
std::vector<Term> terms_of(const State& state);

/// Those that are called so, whatever the case; else those that begin so; else those of which one of the words does.
std::vector<Term> terms_called(const std::vector<Term>& terms, std::string_view word);

/// The glossary's terms that occur in the agenda, its papers, and what was written down; those explained in this
/// meeting, whose explanation stands among its terms, are not here.
std::vector<Term> glossary_in_use(const State& state);

/// Somebody has explained the word, or said that everybody knows it.
bool is_explained(const std::string& word, const State& state);

/// Letters that stand for something and that nobody has explained: words of two to six letters with two capitals or
/// more and no other letters but the "s" of several. Not those of the glossary, the plain ones, parts of names, ids of
/// objectives, Roman numerals, and a few that everybody knows. In the order of the text, each once.
std::vector<std::string> unexplained_words(std::string_view text, const State& state);

/// Those of the agenda's titles and papers.
std::vector<std::string> unexplained_on_agenda(const State& state);

/// Those of a text that is about to be written down, without those that stood on the agenda or in something that was
/// written down before: each is named once a meeting.
std::vector<std::string> newly_unexplained(std::string_view text, const State& before);

}  // namespace folkmoot
