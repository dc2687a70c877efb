#include "src/render/row_moves.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

/// A letter a row; a blank is a blank row.
Rows rows_of(const std::string& letters) {
    Rows rows;
    for (const char letter : letters)
        rows.push_back(letter == ' ' ? std::vector<Span>{} : std::vector<Span>{{0, std::string(1, letter)}});
    return rows;
}

std::string letters_of(const Rows& rows) {
    std::string letters;
    for (const auto& row : rows) letters += row.empty() ? " " : row.front().text;
    return letters;
}

/// What is shown once the rows have moved, and how many moves it took.
std::pair<std::string, std::size_t> moved(const std::string& shown, const std::string& coming, std::size_t page_rows) {
    Rows rows = rows_of(shown);
    const auto moves = row_moves(rows, rows_of(coming), page_rows);
    for (const RowMove& move : moves) {
        CHECK(move.top <= move.bottom);
        CHECK(move.bottom < page_rows);
        apply(move, rows);
    }
    return {letters_of(rows), moves.size()};
}

std::pair<std::string, std::size_t> moved(const std::string& shown, const std::string& coming) {
    return moved(shown, coming, shown.size());
}

using Moved = std::pair<std::string, std::size_t>;

}  // namespace

TEST_CASE("rows that go up because one above them went are moved, and the row that comes free is blank") {
    CHECK(row_moves(rows_of("TAbcdef "), rows_of("Tbcdef  "), 8) == std::vector<RowMove>{{1, 7, -1}});
    CHECK(moved("TAbcdef ", "Tbcdef  ") == Moved{"Tbcdef  ", 1});
}

TEST_CASE("rows that go down because one came above them are moved") {
    CHECK(row_moves(rows_of("Tbcdef  "), rows_of("TAbcdef "), 8) == std::vector<RowMove>{{1, 7, 1}});
    CHECK(moved("Tbcdef  ", "TAbcdef ") == Moved{"T bcdef ", 1});
}

TEST_CASE("a line added before a hint moves the hint alone") {
    CHECK(moved("Tabh   ", "Tabch  ") == Moved{"Tab h  ", 1});
}

TEST_CASE("changes in two places are two moves") {
    CHECK(moved("TXabcdefgh  ", "TabcdYefgh  ") == Moved{"Tabcd efgh  ", 1});
    CHECK(moved("TXabcYdefg  ", "Tabcdefg    ") == Moved{"Tabcdefg    ", 2});
}

TEST_CASE("what stays where it is is not moved away") {
    CHECK(moved("abc", "abc") == Moved{"abc", 0});
    CHECK(moved("abcd", "abXd") == Moved{"abcd", 0});
    CHECK(moved("abcdX", "Xabcd") == Moved{" abcd", 1});
    CHECK(moved("abcde", "cbade") == Moved{"abcde", 0});
}

TEST_CASE("rows under the page are never moved") {
    CHECK(moved("Tabc mk", "Tbc  mk", 5) == Moved{"Tbc  mk", 1});
    CHECK(moved("Tam", "Tma", 2) == Moved{"Tam", 0});
}

TEST_CASE("a row with the focus on it is another row: its looks would move with it") {
    Rows shown = rows_of("Tab ");
    Rows coming = rows_of("T ab");
    coming[2].front().style = Style::focus;
    for (const RowMove& move : row_moves(shown, coming, 4)) apply(move, shown);
    CHECK(letters_of(shown) == "Ta b");
}

TEST_CASE("moves never make a picture less right than it was, whatever is shown and comes") {
    unsigned seed = 7;
    const auto random = [&](unsigned below) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 16U) % below;
    };
    const auto right = [](const std::string& now, const std::string& coming) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < now.size(); ++i) count += now[i] != ' ' && now[i] == coming[i] ? 1 : 0;
        return count;
    };
    for (int round = 0; round < 2000; ++round) {
        const std::size_t size = 1 + random(12);
        std::string shown;
        std::string coming;
        for (std::size_t i = 0; i < size; ++i) {
            shown += " abcde"[random(6)];
            coming += " abcde"[random(6)];
        }
        const auto [now, moves] = moved(shown, coming);
        CAPTURE(shown, coming);
        CHECK(right(now, coming) >= right(shown, coming) + moves);
    }
}
