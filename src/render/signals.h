// Signals as inputs: blocked, and read from a file descriptor when the loop waits.
#pragma once

#include <csignal>
#include <optional>

namespace folkmoot {

/// While it lives, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT and SIGWINCH wait to be read, and SIGPIPE is
/// ignored, so that nothing happens between an act and its answer. One that was ignored before stays ignored. Gives
/// everything back at its end.
class Signals {
public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// The next signal that has come, without waiting.
    std::optional<int> take();
    /// Stops the process as Ctrl-Z does, and returns when it goes on.
    void stop_here();

private:
    int descriptor_ = -1;
    sigset_t before_{};
    struct sigaction pipe_before_ {};
};

/// A wait that the kernel measures, so that no clock is read here; a suspended machine's time counts.
class Deadline {
public:
    Deadline();
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Readable after so long; a wait of nothing is due at once.
    void set(long long milliseconds);
    void clear();

private:
    int descriptor_ = -1;
};

}  // namespace folkmoot
