// How dates are shown.
#pragma once

#include <string>
#include <string_view>

namespace folkmoot {

/// "Tuesday 24 November 2026", "24 November 2026", "2026-11-24".
enum class DateWords { full, without_weekday, numbers };

/// A text that says dates in full, with them said in another way; all else stays as it is.
std::string with_dates(std::string_view text, DateWords words);

}  // namespace folkmoot
