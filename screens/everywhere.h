// What is possible everywhere in a meeting: captures, people, the agenda, and the answers that change nothing.
#pragma once

#include <vector>

#include "screens/screen.h"

namespace folkmoot::everywhere {

/// Also answers words that do not belong where the meeting is, kindly.
Reaction on(const View& view, const Intent& intent);

/// The words of a place, the most useful first, and after them those possible everywhere.
std::vector<Word> words_after(const View& view, std::vector<Word> of_the_place);

}  // namespace folkmoot::everywhere
