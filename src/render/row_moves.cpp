#include "src/render/row_moves.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace folkmoot {

namespace {

constexpr std::size_t most_moves = 4;  ///< a key changes a page in one or two places

/// A picture as numbers: equal rows have the same, blank ones have none.
using Picture = std::vector<std::size_t>;
constexpr std::size_t blank = 0;

std::size_t distance_of(const RowMove& move) { return static_cast<std::size_t>(std::abs(move.by)); }

template <typename Row>
void move_rows(const RowMove& move, std::vector<Row>& rows) {
    const auto at = [&](std::size_t row) { return rows.begin() + static_cast<std::ptrdiff_t>(row); };
    const std::size_t distance = std::min(distance_of(move), move.bottom - move.top + 1);
    const bool up = move.by < 0;
    std::rotate(at(move.top), up ? at(move.top + distance) : at(move.bottom + 1 - distance), at(move.bottom + 1));
    const std::size_t freed = up ? move.bottom + 1 - distance : move.top;
    std::fill(at(freed), at(freed + distance), Row{});
}

/// How many rows that are not blank are where they will be, in a band.
int rows_right(const Picture& shown, const Picture& coming, const RowMove& band) {
    int right = 0;
    for (std::size_t row = band.top; row <= band.bottom; ++row) {
        if (coming[row] != blank && coming[row] == shown[row]) ++right;
    }
    return right;
}

/// How many rows that are needed elsewhere a move takes away.
int rows_lost(const Picture& shown, const Picture& coming, const RowMove& move) {
    const std::size_t first = move.by < 0 ? move.top : move.bottom + 1 - distance_of(move);
    int lost = 0;
    for (std::size_t row = first; row < first + distance_of(move); ++row) {
        const bool needed = std::find(coming.begin(), coming.end(), shown[row]) != coming.end();
        if (shown[row] != blank && shown[row] != coming[row] && needed) ++lost;
    }
    return lost;
}

struct Best {
    RowMove move;
    int gain = 0;
};

std::optional<Best> best_move(const Picture& shown, const Picture& coming) {
    std::optional<Best> best;
    for (std::size_t distance = 1; distance < shown.size(); ++distance) {
        for (const bool up : {true, false}) {
            const Picture& lower = up ? shown : coming;
            const Picture& upper = up ? coming : shown;
            // Each run of rows that stands `distance` lower in the one picture than in the other.
            for (std::size_t first = 0; first + distance < shown.size();) {
                std::size_t past = first;
                while (past + distance < shown.size() && upper[past] == lower[past + distance]) ++past;
                if (past > first) {
                    const int by = static_cast<int>(distance);
                    const RowMove move{first, past - 1 + distance, up ? -by : by};
                    Picture moved = shown;
                    move_rows(move, moved);
                    const int gain = rows_right(moved, coming, move) - rows_right(shown, coming, move) -
                                     rows_lost(shown, coming, move);
                    if (gain > (best ? best->gain : 0)) best = Best{move, gain};
                }
                first = std::max(past, first + 1);
            }
        }
    }
    return best;
}

}  // namespace

void apply(const RowMove& move, Rows& rows) { move_rows(move, rows); }

std::vector<RowMove> row_moves(const Rows& shown, const Rows& coming, std::size_t page_rows) {
    const std::size_t rows = std::min({page_rows, shown.size(), coming.size()});
    std::vector<const std::vector<Span>*> known;
    const auto picture_of = [&](const Rows& all) {
        Picture picture(rows, blank);
        for (std::size_t row = 0; row < rows; ++row) {
            if (all[row].empty()) continue;
            auto found = std::find_if(known.begin(), known.end(), [&](const auto* each) { return *each == all[row]; });
            picture[row] = static_cast<std::size_t>(found - known.begin()) + 1;
            if (found == known.end()) known.push_back(&all[row]);
        }
        return picture;
    };
    Picture now = picture_of(shown);
    const Picture coming_picture = picture_of(coming);
    std::vector<RowMove> moves;
    while (moves.size() < most_moves && now != coming_picture) {
        const auto best = best_move(now, coming_picture);
        if (!best) break;
        moves.push_back(best->move);
        move_rows(best->move, now);
    }
    return moves;
}

}  // namespace folkmoot
