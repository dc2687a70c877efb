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

/// Keys come one by one and are not echoed, while it lives; Ctrl-C and Ctrl-Z stay signals. The mode that was there
/// comes back at its end, whatever way the program leaves, a crash included.
class KeyMode {
public:
    explicit KeyMode(int descriptor);
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

/// Writes all of it, however often it is interrupted. Once it could not, nothing more is written.
class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    void write(std::string_view bytes);
    [[nodiscard]] bool alive() const { return failed_ == 0; }
    /// Why it could not be written, in words.
    [[nodiscard]] std::string reason() const;

private:
    int descriptor_;
    int failed_ = 0;
};

}  // namespace folkmoot
