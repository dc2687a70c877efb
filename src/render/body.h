// The lines of a page: each thing on it (a paragraph, a heading, a list's item) wrapped to the width.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "src/page/page.h"
#include "src/render/frame.h"

namespace folkmoot {

struct BodyLine {
    std::string text;
    Style style = Style::plain;
    bool stop = true;  ///< the focus can be on it: every row, since readers say the cursor's row and no more; no blank
    std::size_t thing = 0;            ///< which thing of the page it belongs to
    std::size_t row = 0;              ///< which row of that thing
    std::optional<std::size_t> item;  ///< which item of the page's lists
    std::vector<Act> acts;
    bool operator==(const BodyLine&) const = default;
};

/// `hints`: with what to do next. `spaced`: a blank line before each heading, for eyes; a stream reader says nothing
/// when the cursor moves by more than one row.
std::vector<BodyLine> body_lines(const Page& page, std::size_t columns, bool hints, bool spaced);

/// A question and its numbered choices; the choices are items.
std::vector<BodyLine> question_lines(const Question& question, std::size_t columns);

}  // namespace folkmoot
