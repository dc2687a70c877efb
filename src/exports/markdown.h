// Minutes as Markdown (CommonMark, with the task lists and tables of GitHub).
#pragma once

#include <string>

#include "src/exports/document.h"

namespace folkmoot {

/// Whatever a text holds, it stays text: headings, lists and tasks are those of the document alone. Escaped no more
/// than that needs, so that the file reads well as it is. A line break in a text stays one.
/// A chart is its words and its table.
std::string to_markdown(const Document& document);

}  // namespace folkmoot
