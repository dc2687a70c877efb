// Minutes as plain text, to be printed, sent by mail or read by a braille display.
#pragma once

#include <cstddef>
#include <string>

#include "src/exports/document.h"

namespace folkmoot {

/// Headings begin in the first column and nothing else does. A list entry begins with "- " in column 3, one below
/// it in column 5; the further lines of a text stand four columns deeper, so that no text can look like either. A table
/// is its caption and a list of its rows, which a listener can follow; a chart is its words and its table.
std::string to_plain_text(const Document& document, std::size_t columns = 78);

}  // namespace folkmoot
