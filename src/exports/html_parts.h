// Pieces of the HTML that documents become. Only for this room.
#pragma once

#include <string>
#include <string_view>

#include "src/exports/document.h"

namespace folkmoot::html_parts {

/// As text: no mark of it means something, and its line breaks stay.
std::string escaped(const std::string& raw);
/// In one line, with something to read where nothing was written.
std::string escaped_line(const std::string& raw);

/// A table with its caption, and the scope of every heading. One that is wider than the window moves inside its own
/// frame, which the keyboard reaches (WCAG 2.1.1), and the page stays where it is. `number` tells it apart in the page.
std::string table(const Document::Table& table, std::size_t number);
/// The bars of a chart, as a drawing with a title and a description. Its table is not in it.
std::string chart(const Document::Chart& chart, std::size_t number);

/// What tables and charts look like, on the screen and on paper: there black on white, and no row cut by a page's end.
extern const std::string_view figures_style;

}  // namespace folkmoot::html_parts
