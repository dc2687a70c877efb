// Which meetings are wanted, read from what was typed.
#pragma once

#include <string_view>
#include <variant>

#include "src/session/records.h"
#include "src/session/search.h"

namespace folkmoot {

/// The filters group: partner: person: objective: before: and after:, each at most once, each with all words up to the
/// next; nothing typed wants all. A word before any filter is a fault: it could be any of them. `today` is what dates
/// like "friday" are reckoned from.
std::variant<MeetingFilter, SearchFault> read_meetings_wanted(std::string_view typed, Date today);

/// Whether a typed word begins with one of them: "person:Asha".
bool begins_with_meeting_filter(std::string_view word);

}  // namespace folkmoot
