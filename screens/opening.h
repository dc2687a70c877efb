// The opening: who is here, what they need, what the meeting is for.
// The question it answers: who is here, and can we begin?
#pragma once

#include <string>
#include <vector>

#include "screens/screen.h"

namespace folkmoot::opening {

Page page(const View& view);
/// "1 of 4, Asha, live captions": what those who are expected or here need.
std::vector<std::string> access_lines(const State& state);
/// "Concern 1, We hurry, open, from Tuesday 27 October 2026": those of earlier meetings.
std::vector<std::string> concern_lines(const State& state);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::opening
