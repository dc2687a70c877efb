// Actions from last time, and everything else that earlier meetings left open.
// The question it answers: what did we promise, and was it done?
#pragma once

#include <string>
#include <vector>

#include "screens/screen.h"

namespace folkmoot::matters {

Page page(const View& view);
/// The concerns among them, with their numbers in the list.
std::vector<std::string> concern_lines(const View& view);
Reaction on(const View& view, const Intent& intent);

}  // namespace folkmoot::matters
