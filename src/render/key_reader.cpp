#include "src/render/key_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace folkmoot {

namespace {

using K = Key::Kind;

constexpr char escape = '\x1b';

bool is_final(char c) { return c >= '@' && c <= '~'; }

/// How many bytes a character takes that begins so; 0 for a byte that begins none.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

K kind_of_control(char c) {
    switch (c) {
        case '\r':
        case '\n':
            return K::enter;
        case '\t':
            return K::down;
        case '\x07':
            return K::leave;
        case '\x08':
        case '\x7f':
            return K::backspace;
        case '\x0c':
            return K::draw_again;
        case '\x14':
            return K::explain;
        case '\x15':
            return K::erase_line;
        case '\x17':
            return K::erase_word;
        default:
            return K::unknown;
    }
}

/// What xterm, the Linux console, vt100, screen, tmux and rxvt send. `digits` stand before "~".
K kind_of_sequence(char final, std::string_view digits) {
    constexpr auto numbered = std::to_array<std::pair<std::string_view, K>>({{"1", K::home},
                                                                             {"3", K::erase},
                                                                             {"4", K::end},
                                                                             {"5", K::page_up},
                                                                             {"6", K::page_down},
                                                                             {"7", K::home},
                                                                             {"8", K::end}});
    constexpr auto lettered = std::to_array<std::pair<char, K>>(
        {{'A', K::up}, {'B', K::down}, {'C', K::right}, {'D', K::left}, {'H', K::home}, {'F', K::end}, {'Z', K::up}});
    if (final == '~') {
        const auto found = std::ranges::find(numbered, digits, &std::pair<std::string_view, K>::first);
        return found == numbered.end() ? K::unknown : found->second;
    }
    const auto found = std::ranges::find(lettered, final, &std::pair<char, K>::first);
    return digits.empty() && found != lettered.end() ? found->second : K::unknown;
}

}  // namespace

std::optional<Key> KeyReader::next() {
    while (!waiting_.empty()) {
        const std::size_t before = waiting_.size();
        auto key = in_escape() ? take_sequence() : take_character();
        if (key && key->kind != K::unknown) return key;
        if (waiting_.size() == before) return std::nullopt;  // the rest has not come yet
    }
    return std::nullopt;
}

std::optional<Key> KeyReader::pause() {
    if (!in_escape()) return std::nullopt;
    const bool alone = waiting_.size() == 1;
    waiting_.clear();
    return alone ? std::optional(Key{K::leave, ""}) : std::nullopt;
}

std::optional<Key> KeyReader::take_sequence() {
    if (waiting_.size() < 2) return std::nullopt;
    const char second = waiting_[1];
    if (second == escape) {  // Esc twice: the first was alone
        drop(1);
        return Key{K::leave, ""};
    }
    if (second != '[' && second != 'O') {  // Alt and a key
        const std::size_t length = std::max<std::size_t>(length_of(static_cast<unsigned char>(second)), 1);
        if (waiting_.size() < 1 + length) return std::nullopt;
        drop(1 + length);
        return Key{};
    }
    std::size_t at = 2;
    if (second == '[' && waiting_.size() > 2 && waiting_[2] == '[') at = 3;  // a function key of the Linux console
    const std::size_t digits = at;
    while (at < waiting_.size() && !is_final(waiting_[at])) ++at;
    if (at >= waiting_.size()) return std::nullopt;
    const char final = waiting_[at];
    const K kind =
        digits == 3 ? K::unknown : kind_of_sequence(final, std::string_view(waiting_).substr(digits, at - digits));
    drop(at + 1);
    return Key{kind, ""};
}

std::optional<Key> KeyReader::take_character() {
    const auto first = static_cast<unsigned char>(waiting_.front());
    constexpr unsigned char first_shown = 32;
    if (first < first_shown || first == 0x7f) {
        const K kind = kind_of_control(waiting_.front());
        drop(1);
        return Key{kind, ""};
    }
    const std::size_t length = length_of(first);
    if (length == 0) {
        drop(1);
        return Key{};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= waiting_.size()) return std::nullopt;
        if ((static_cast<unsigned char>(waiting_[i]) & 0xC0U) != 0x80U) {  // it was cut off: the next begins here
            drop(i);
            return Key{};
        }
    }
    Key key{K::text, waiting_.substr(0, length)};
    drop(length);
    return key;
}

}  // namespace folkmoot
