// What a search found in the log, as a page.
// The question it answers: where was this said, decided or promised?
#pragma once

#include <string_view>

#include "src/page/page.h"
#include "src/session/records.h"

namespace folkmoot {

/// Looks for what was typed behind `search`. With `leads`, Enter on a find reads its meeting. Error when what was typed
/// cannot be looked for, with what can.
Page search_page(Records& records, std::string_view typed, Date today, bool leads);

}  // namespace folkmoot
