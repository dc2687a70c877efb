// The meetings of the log, as a page. The question it answers: when did we meet, and what was that about?
#pragma once

#include <string_view>

#include "src/page/page.h"
#include "src/session/records.h"

namespace folkmoot {

/// All meetings, newest first, or those that fit what was typed behind `meetings`. Error says what could not be read.
Page meetings_page(Records& records, std::string_view typed, Date today);

}  // namespace folkmoot
