#include "src/render/field.h"

#include <algorithm>

#include "src/base/text.h"
#include "src/render/line_editor.h"

namespace folkmoot {

Field::Taken Field::take(const Key& key) {
    switch (key.kind) {
        case Key::Kind::text:
            return insert(key.text);
        case Key::Kind::left:
            return move_to(text::previous_grapheme(text_, cursor_));
        case Key::Kind::right:
            return move_to(text::next_grapheme(text_, cursor_));
        case Key::Kind::home:
            return move_to(0);
        case Key::Kind::end:
            return move_to(text_.size());
        case Key::Kind::backspace:
            return erase(text::previous_grapheme(text_, cursor_), cursor_);
        case Key::Kind::erase:
            return erase(cursor_, text::next_grapheme(text_, cursor_));
        case Key::Kind::erase_line:
            return erase(0, cursor_);
        case Key::Kind::erase_word:
            return erase(word_start(), cursor_);
        default:
            return Taken::not_ours;
    }
}

Field::Taken Field::insert(std::string_view typed) {
    // What cannot be shown is not taken; a combining mark is, and joins the character before it.
    const std::string clean = text::printable(typed);
    if (clean.empty() || clean == "\n") return Taken::edge;
    if (text_.size() + clean.size() > longest_line) return Taken::full;
    text_.insert(cursor_, clean);
    cursor_ += clean.size();
    return Taken::changed;
}

Field::Taken Field::move_to(std::size_t place) {
    if (place == cursor_) return Taken::edge;
    cursor_ = place;
    return Taken::moved;
}

Field::Taken Field::erase(std::size_t from, std::size_t to) {
    if (from == to) return Taken::edge;
    text_.erase(from, to - from);
    cursor_ = from;
    return Taken::changed;
}

std::size_t Field::word_start() const {
    std::size_t at = cursor_;
    while (at > 0 && text_[at - 1] == ' ') --at;
    while (at > 0 && text_[at - 1] != ' ') --at;
    return at;
}

std::string Field::word_here() const {
    // Joined words are one: "co-production", "people's".
    const auto is_part = [&](std::size_t at) {
        const char c = text_[at];
        return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z') || c == '-' || c == '\'';
    };
    std::size_t begin = cursor_;
    if (begin == text_.size() || !is_part(begin)) {
        while (begin > 0 && !is_part(begin - 1)) --begin;
    }
    std::size_t end = begin;
    while (begin > 0 && is_part(begin - 1)) --begin;
    while (end < text_.size() && is_part(end)) ++end;
    return text_.substr(begin, end - begin);
}

FieldRows field_rows(std::string_view label, const Field& field, std::size_t columns) {
    const std::string all = std::string(label) + field.text();
    const std::size_t cursor = label.size() + field.cursor();
    FieldRows result;
    std::string row;
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t after = text::next_grapheme(all, at);
        const std::string grapheme = all.substr(at, after - at);
        const std::size_t wide = text::width(grapheme);
        // One column stays free at the end: the cursor stands there when the row is full.
        if (width + wide >= columns && !row.empty()) {
            result.rows.push_back(std::move(row));
            row.clear();
            width = 0;
        }
        if (at == cursor) {
            result.cursor_row = result.rows.size();
            result.cursor_column = width;
        }
        row += grapheme;
        width += wide;
        at = after;
    }
    if (cursor >= all.size()) {
        result.cursor_row = result.rows.size();
        result.cursor_column = std::min(width, columns > 0 ? columns - 1 : 0);
    }
    result.rows.push_back(std::move(row));
    return result;
}

}  // namespace folkmoot
