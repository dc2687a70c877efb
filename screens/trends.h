// The trends, outside a meeting: what changed, what is worth talking about, then each measure.
// The question it answers: how healthy is the partnership, and what shows it?
#pragma once

#include <string>
#include <string_view>

#include "src/page/page.h"
#include "src/session/records.h"

namespace folkmoot {

/// What was typed behind `trends`: nothing for all of it, or group, partner, from and to with what follows each; a
/// number first is one measure of the same choice, with the meetings behind each of its figures. Error names what could
/// not be read, or the groups and partners that there are.
Page trends_page(Records& records, std::string_view typed, Date today);

}  // namespace folkmoot
