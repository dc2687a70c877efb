// What other groups wrote down since this one last met.
#pragma once

#include <string>
#include <vector>

#include "src/session/state.h"

namespace folkmoot {

/// What of it touches this meeting: it was written down for one of the meeting's objectives. All of it when no item is
/// pinned to any. A word that was explained for no objective in particular is for everybody.
std::vector<News> news_that_touches(const State& state);

/// "Advisory board, Tuesday 17 November 2026, decision: Print in large type, for O1".
std::string in_words(const News& news);

}  // namespace folkmoot
