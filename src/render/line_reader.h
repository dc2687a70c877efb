// Whole lines out of the bytes of a pipe or a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace folkmoot {

class LineReader {
public:
    struct Got {
        std::string line;
        bool cut = false;  ///< it was longer than a line may be; the rest of it was let go
    };

    void add(std::string_view bytes);
    /// The next whole line.
    std::optional<Got> next();
    /// What was left without a newline at the end of input.
    std::optional<Got> rest();

private:
    std::string waiting_;
    std::size_t at_ = 0;
    bool cutting_ = false;  ///< the line's end has not come yet, and it is too long already
};

}  // namespace folkmoot
