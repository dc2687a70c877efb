// The partnership, outside a meeting: partners, people, objectives, principles, and how they work.
// The question it answers: who works together, for what, and what have we agreed?
#pragma once

#include <string_view>
#include <variant>

#include "screens/reading.h"
#include "src/page/page.h"
#include "src/session/partnership.h"

namespace folkmoot {

/// One line a thing, each with what can be changed of it.
Page partnership_page(const Partnership& partnership, Date today);

/// What was typed behind `partnership`, as the part of a sheet that says something: "support Nadia, 01632 960123",
/// "objective O5: Pay travel", "away Asha: 1 december to 20 december". Else a sentence that says what it can be.
Read<PartnershipSheet> read_partnership_change(const Partnership& partnership, std::string_view typed, Date today);

}  // namespace folkmoot
