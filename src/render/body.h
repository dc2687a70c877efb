// The lines of a page: each thing on it (a paragraph, a heading, a list's item) wrapped to the width.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "src/page/keys.h"
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
    std::size_t enter = 0;  ///< which of the acts Enter does
    bool operator==(const BodyLine&) const = default;
};

struct BodyLook {
    std::size_t columns = 1;
    bool hints = true;        ///< with what to do next
    bool for_eyes = true;     ///< a blank line before each heading, and bars; a stream reader says nothing when the
                              ///< cursor moves by more than one row
    bool single_keys = true;  ///< hints name the keys; else the words that are typed
    Keys keys = {};
};

std::vector<BodyLine> body_lines(const Page& page, const BodyLook& look);

/// The first line from there on, down or up, that the focus can be on.
std::optional<std::size_t> nth_stop(const std::vector<BodyLine>& lines, std::size_t from, bool down);

/// The lines on which the pages begin when so many rows are in sight, the first on line 0: the same whichever way the
/// focus comes, so that no line is passed over. A page begins with no blank, ends with no heading, and does not cut a
/// thing in two that fits on one.
std::vector<std::size_t> page_starts(const std::vector<BodyLine>& lines, std::size_t rows);

/// A question and its numbered choices; the choices are items.
std::vector<BodyLine> question_lines(const Question& question, std::size_t columns);

}  // namespace folkmoot
