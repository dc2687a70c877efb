// The terminal under the linear face: its width, and its mode while keys are read one by one.
#pragma once

#include <termios.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace folkmoot {

/// The columns of the terminal behind a descriptor; nothing when it is none or does not know.
std::optional<std::size_t> terminal_columns(int descriptor);

/// Whether what is typed at the terminal is shown by it. Where it is not, a program on the other side, such as an
/// editor with a shell in it, shows and changes the line itself and sends it whole.
bool terminal_echoes(int descriptor);

/// Keys come one by one and are not echoed, while it lives; Ctrl-C and Ctrl-Z stay signals. The mode that was there
/// comes back at its end, whatever way the program leaves, a crash included.
class KeyMode {
public:
    /// `out` is where a crash begins a new line.
    KeyMode(int in, int out);
    ~KeyMode();
    KeyMode(const KeyMode&) = delete;
    KeyMode& operator=(const KeyMode&) = delete;

    void leave();
    void enter();
    [[nodiscard]] const termios& before() const { return before_; }

private:
    int descriptor_;
    termios before_{};
};

/// Gathers what is to be said, and writes it at once: a screen reader that gets an answer in pieces can lose one.
/// Once it could not be written, nothing more is.
class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    void add(std::string_view bytes) { waiting_ += bytes; }
    /// Writes all that waits, however often it is interrupted; false when it cannot be written.
    bool flush();
    [[nodiscard]] bool alive() const { return failed_ == 0; }
    /// Why it could not be written, in words.
    [[nodiscard]] std::string reason() const;

private:
    int descriptor_;
    std::string waiting_;
    int failed_ = 0;
};

}  // namespace folkmoot
