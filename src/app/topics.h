// The longer texts of help, at the prompt.
#pragma once

#include <string>

#include "src/page/words.h"

namespace folkmoot {

/// What `help NAME` says when NAME is one of the texts of data/help, or `topics` for their names; empty when it is
/// neither, and for every other word.
std::string topic_text(const Intent& intent);

}  // namespace folkmoot
