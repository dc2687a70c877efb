// Answers that are typed while others can see the screen.
#pragma once

#include <algorithm>
#include <string>

namespace folkmoot {

/// Stars in place of digits: as many, so that a slip is seen. Words stay as they are.
inline std::string starred(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c >= '0' && c <= '9'; }, '*');
    return text;
}

}  // namespace folkmoot
