// Text that is being typed, with a cursor in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "src/render/key.h"

namespace folkmoot {

class Field {
public:
    Field() = default;
    explicit Field(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    /// In bytes, at the edge of a character.
    [[nodiscard]] std::size_t cursor() const { return cursor_; }

    /// The word at the cursor, else the one before it; empty when there is none.
    [[nodiscard]] std::string word_here() const;

    enum class Taken {
        changed,
        moved,
        edge,     ///< it cannot go further that way
        full,     ///< a line may hold no more
        not_ours  ///< Enter, leaving, up and down
    };
    Taken take(const Key& key);

private:
    Taken insert(std::string_view typed);
    Taken move_to(std::size_t place);
    Taken erase(std::size_t from, std::size_t to);
    [[nodiscard]] std::size_t word_start() const;

    std::string text_;
    std::size_t cursor_ = 0;
};

/// A label and a field, cut into rows at characters, and where the cursor is in them.
struct FieldRows {
    std::vector<std::string> rows;
    std::size_t cursor_row = 0;
    std::size_t cursor_column = 0;
};
FieldRows field_rows(std::string_view label, const Field& field, std::size_t columns);

}  // namespace folkmoot
