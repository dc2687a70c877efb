// A document as one HTML file that needs nothing else: no script, no picture, nothing from elsewhere.
#pragma once

#include <string>

#include "src/exports/document.h"

namespace folkmoot {

/// Made for WCAG 2.2 AA: language, landmarks, headings in order, real lists, the reader's own colours and letter size.
/// With five headings of level 2 or more it begins with a list of them. Whatever a text holds, it stays text.
std::string to_html(const Document& document);

}  // namespace folkmoot
