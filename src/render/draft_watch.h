// When what is half typed should be kept: at the latest a second or twenty keys after it changed.
#pragma once

#include <cstddef>
#include <string>

namespace folkmoot {

inline constexpr int draft_wait = 1000;  ///< milliseconds

class DraftWatch {
public:
    [[nodiscard]] bool differs(const std::string& draft) const { return draft != kept_; }
    /// After each key; true when it should be kept now: enough was typed, or nothing is left of it.
    bool due_after_key(const std::string& draft) {
        constexpr std::size_t letters = 20;
        if (!differs(draft)) return false;
        return draft.empty() || ++keys_ >= letters;
    }
    /// The draft, which counts as kept.
    std::string keep(const std::string& draft) {
        keys_ = 0;
        kept_ = draft;
        return draft;
    }

private:
    std::string kept_;
    std::size_t keys_ = 0;
};

}  // namespace folkmoot
