// Minutes as plain text, to be printed, sent by mail or read by a braille display.
#pragma once

#include <cstddef>
#include <string>

#include "src/exports/document.h"

namespace folkmoot {

/// Headings begin in the first column and nothing else does. A list entry begins with "- " in column 3, one below
/// it in column 5; the further lines of a text stand four columns deeper, so that no text can look like either.
std::string to_plain_text(const Document& document, std::size_t columns = 78);

}  // namespace folkmoot
