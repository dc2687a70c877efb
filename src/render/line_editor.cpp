#include "src/render/line_editor.h"

#include <utility>

#include "src/base/ascii.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr char ctrl_d = 0x04;
constexpr char ctrl_g = 0x07;
constexpr char ctrl_h = 0x08;
constexpr char ctrl_u = 0x15;
constexpr char ctrl_w = 0x17;
constexpr char escape_key = 0x1B;
constexpr char delete_key = 0x7F;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == delete_key; }

/// How many bytes a character has that begins so; 0 for a byte that begins none.
std::size_t bytes_from(char lead) {
    const auto c = static_cast<unsigned char>(lead);
    if (c < 0x80) return 1;
    if (c >= 0xC2 && c < 0xE0) return 2;
    if (c >= 0xE0 && c < 0xF0) return 3;
    if (c >= 0xF0 && c < 0xF5) return 4;
    return 0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

}  // namespace

LineEditor::Outcome LineEditor::feed(char byte, std::string& echo) {
    if (swallow(byte)) return Outcome::typing;
    if (is_control(byte)) {
        partial_.clear();
        return control(byte, echo);
    }
    if (typed_.size() + partial_.size() >= longest_line) return Outcome::full;
    take_byte(byte, echo);
    return Outcome::typing;
}

std::string LineEditor::take() {
    partial_.clear();
    state_ = State::ground;
    return std::exchange(typed_, {});
}

/// Arrow and function keys mean nothing here; their letters must not end up in the line.
bool LineEditor::swallow(char byte) {
    if (is_control(byte)) {
        // No key's sequence holds one: it was cut short, and Enter is Enter.
        state_ = State::ground;
        return false;
    }
    switch (state_) {
        case State::ground:
            return false;
        case State::escape:
            state_ = byte == '[' ? State::sequence : byte == 'O' ? State::third : State::ground;
            return true;
        case State::sequence:
            // The Linux console sends F1 to F5 as Esc [ [ and one letter.
            if (byte == '[')
                state_ = State::third;
            else if (byte >= 0x40 && byte <= 0x7E)
                state_ = State::ground;
            return true;
        case State::third:
            state_ = State::ground;
            return true;
    }
    return false;
}

LineEditor::Outcome LineEditor::control(char byte, std::string& echo) {
    switch (byte) {
        case '\n':
        case '\r':
            return Outcome::line;
        case ctrl_d:
            return typed_.empty() ? Outcome::end : Outcome::typing;
        case ctrl_g:
            return Outcome::left;
        case ctrl_h:
        case delete_key:
            erase_last(echo);
            return Outcome::typing;
        case ctrl_u:
            while (!typed_.empty()) erase_last(echo);
            return Outcome::typing;
        case ctrl_w:
            erase_word(echo);
            return Outcome::typing;
        case escape_key:
            state_ = State::escape;
            return Outcome::typing;
        case '\t':
            take_byte(' ', echo);
            return Outcome::typing;
        default:
            return Outcome::typing;
    }
}

void LineEditor::take_byte(char byte, std::string& echo) {
    if (!partial_.empty() && !is_continuation(byte)) partial_.clear();
    if (partial_.empty() && bytes_from(byte) == 0) return;
    partial_.push_back(byte);
    if (partial_.size() < bytes_from(partial_.front())) return;
    // What would be neutralised on the way in is never echoed either, so that the line is what is seen.
    const std::string character = text::printable(partial_);
    partial_.clear();
    typed_ += character;
    echo += shown(character);
}

void LineEditor::erase_last(std::string& echo) {
    if (typed_.empty()) return;
    // The last character that a person sees can be several code points; a short tail is enough to find it.
    constexpr std::size_t tail_bytes = 64;
    std::size_t from = typed_.size() > tail_bytes ? typed_.size() - tail_bytes : 0;
    while (from > 0 && is_continuation(typed_[from])) --from;
    const std::string tail = typed_.substr(from);
    const std::string kept = text::first(tail, text::length(tail) - 1);
    // Rubbed out is what the character was shown as: “€” can stand there as “EUR”.
    for (std::size_t i = text::width(shown(tail)) - text::width(shown(kept)); i > 0; --i) echo += "\b \b";
    typed_ = typed_.substr(0, from) + kept;
}

std::string LineEditor::shown(const std::string& text) const { return utf8_ ? text : ascii_form(text); }

void LineEditor::erase_word(std::string& echo) {
    while (!typed_.empty() && typed_.back() == ' ') erase_last(echo);
    while (!typed_.empty() && typed_.back() != ' ') erase_last(echo);
}

}  // namespace folkmoot
