// A key that was pressed, whatever the terminal sent for it.
#pragma once

#include <string>

namespace folkmoot {

struct Key {
    enum class Kind {
        text,  ///< a character: see `text`
        enter,
        up,
        down,
        left,
        right,
        home,
        end,
        page_up,
        page_down,
        backspace,
        erase,       ///< Delete
        leave,       ///< Esc or Ctrl-G
        erase_line,  ///< Ctrl-U
        erase_word,  ///< Ctrl-W
        draw_again,  ///< Ctrl-L
        explain,     ///< Ctrl-T
        unknown,
    };
    Kind kind = Kind::unknown;
    std::string text;  ///< one character in UTF-8
    bool operator==(const Key&) const = default;
};

}  // namespace folkmoot
