// When what is half typed should be kept: at the latest a second or twenty characters after it changed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace folkmoot {

inline constexpr int draft_wait = 1000;  ///< milliseconds

class DraftWatch {
public:
    [[nodiscard]] bool differs(const std::string& draft) const { return draft != kept_; }
    /// After each key, or after many that came at once; true when it should be kept now: enough was changed, or nothing
    /// is left of it.
    [[nodiscard]] bool due_after_key(std::string_view draft) const {
        constexpr std::size_t letters = 20;
        return draft != kept_ && (draft.empty() || changed(draft) >= letters);
    }
    /// The draft, which counts as kept.
    std::string keep(const std::string& draft) {
        kept_ = draft;
        return draft;
    }

private:
    /// Characters between the beginning and the end that are the same in both.
    [[nodiscard]] std::size_t changed(std::string_view draft) const {
        std::string_view kept = kept_;
        const auto from = std::ranges::mismatch(draft, kept).in1 - draft.begin();
        draft.remove_prefix(static_cast<std::size_t>(from));
        kept.remove_prefix(static_cast<std::size_t>(from));
        while (!draft.empty() && !kept.empty() && draft.back() == kept.back()) {
            draft.remove_suffix(1);
            kept.remove_suffix(1);
        }
        return std::max(characters(draft), characters(kept));
    }
    static std::size_t characters(std::string_view bytes) {
        return static_cast<std::size_t>(std::ranges::count_if(bytes, [](char byte) {
            constexpr unsigned mask = 0xC0U;
            constexpr unsigned continues = 0x80U;
            return (static_cast<unsigned char>(byte) & mask) != continues;
        }));
    }

    std::string kept_;
};

}  // namespace folkmoot
