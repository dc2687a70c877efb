// What the full screen looks like, as a value: rows of text with a style each, and where the cursor is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace folkmoot {

struct Size {
    std::size_t rows = 25;
    std::size_t columns = 80;
    bool operator==(const Size&) const = default;
};

enum class Style {
    plain,
    title,
    heading,
    focus,  ///< the line that has the focus; in the reader profile no different from plain
    time,   ///< in the one accent colour
    message,
    keys,
    aside,
};

struct Span {
    std::size_t column = 0;
    std::string text;
    Style style = Style::plain;
    bool operator==(const Span&) const = default;
};

struct Frame {
    std::vector<std::vector<Span>> rows;
    std::size_t cursor_row = 0;
    std::size_t cursor_column = 0;
    std::size_t message_row = 0;
    std::size_t message_rows = 0;
    std::size_t page_rows = 0;  ///< the rows from the top that hold the page and the question
    bool operator==(const Frame&) const = default;
};

/// A row as a person reads it, with blanks between its spans.
std::string text_of(const std::vector<Span>& row);

}  // namespace folkmoot
