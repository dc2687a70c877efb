// A line being typed, key by key, echoed as the kernel would.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace folkmoot {

/// What a line may hold; more is not taken.
inline constexpr std::size_t longest_line = 65536;

class LineEditor {
public:
    /// Without UTF-8 everything is echoed in its ASCII form.
    explicit LineEditor(bool utf8 = true) : utf8_(utf8) {}

    enum class Outcome {
        typing,  ///< the line goes on
        line,    ///< Enter: take() has it
        left,    ///< Ctrl-G: left without keeping
        end,     ///< Ctrl-D on an empty line
        full,    ///< a character more than a line may hold was not taken
    };

    /// One byte from the terminal. What is to be echoed is added to `echo`.
    Outcome feed(char byte, std::string& echo);
    /// No more bytes came for a moment: it was Esc alone, or Alt with "[" or "O", and the next key is itself.
    void pause() { state_ = State::ground; }
    [[nodiscard]] bool in_escape() const { return state_ != State::ground; }

    [[nodiscard]] const std::string& typed() const { return typed_; }
    /// The line, which is empty again.
    std::string take();
    void begin_with(std::string_view draft) { typed_ = draft; }

private:
    enum class State { ground, escape, sequence, third };

    Outcome control(char byte, std::string& echo);
    bool swallow(char byte);
    void erase_last(std::string& echo);
    void erase_word(std::string& echo);
    void take_byte(char byte, std::string& echo);
    [[nodiscard]] std::string shown(const std::string& text) const;

    bool utf8_;
    std::string typed_;
    std::string partial_;  ///< the first bytes of a character
    State state_ = State::ground;
};

}  // namespace folkmoot
