// A document as one HTML file that needs nothing else: no script, no picture, nothing from elsewhere.
#pragma once

#include <string>

#include "src/exports/document.h"

namespace folkmoot {

/// How large the letters are: as the reader's browser has them, or large print.
enum class Letters { usual, large };

/// Made for WCAG 2.2 AA: language, landmarks, headings in order, real lists, the reader's own colours and letter size.
/// With five headings of level 2 or more it begins with a list of them. Whatever a text holds, it stays text.
/// Large print follows what makers of clear print agree on: 18 points or more, on paper too, one and a half lines, all
/// to the left, wide margins, nothing slanted.
std::string to_html(const Document& document, Letters letters = Letters::usual);

}  // namespace folkmoot
