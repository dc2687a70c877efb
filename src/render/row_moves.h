// Which rows of the screen only move up or down, so that the terminal can move them: what is sent again, a reader of
// the stream says again.
#pragma once

#include <cstddef>
#include <vector>

#include "src/render/frame.h"

namespace folkmoot {

/// The rows from `top` to `bottom`, both included, move by so many rows: up below zero, down above. What leaves the
/// band is gone, what comes free is blank.
struct RowMove {
    std::size_t top = 0;
    std::size_t bottom = 0;
    int by = 0;
    bool operator==(const RowMove&) const = default;
};

using Rows = std::vector<std::vector<Span>>;

void apply(const RowMove& move, Rows& rows);

/// The moves, in their order, that bring the first `page_rows` rows of what is shown closer to what comes. Each puts
/// more rows in their place than it takes away.
std::vector<RowMove> row_moves(const Rows& shown, const Rows& coming, std::size_t page_rows);

}  // namespace folkmoot
