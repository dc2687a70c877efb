// What a search found: lines for people, JSON and CSV for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "src/session/search.h"

namespace folkmoot {

/// One line a find, each making sense alone; `digits` of the meeting's id are shown:
/// "1a2b  Decision 2: Print the advert in large type, item Recruitment advert, Working group 7, Tuesday 24 November
/// 2026"
std::vector<std::string> found_lines(const std::vector<FoundText>& found, std::size_t digits);

/// A JSON array, one object a find, with whole ids, ISO dates and the whole text; what is not there is null.
std::string found_json(const std::vector<FoundText>& found);

/// RFC 4180 with a header line. A text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string found_csv(const std::vector<FoundText>& found);

}  // namespace folkmoot
