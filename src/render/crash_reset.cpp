#include "src/render/crash_reset.h"

#include <unistd.h>

#include <array>
#include <csignal>

namespace folkmoot {

namespace {

/// After a crash, and the others that end a program which does not know them.
constexpr auto endings =
    std::to_array<int>({SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM,
                        SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGPWR, SIGSTKFLT});

struct Reset {
    int in = -1;
    int out = -1;
    termios mode{};
    std::string leaving;
};

/// The one thing in the program that outlives its owner: a signal handler is given nothing but a number.
Reset& reset() {
    static Reset kept;
    return kept;
}

extern "C" void put_back_and_end(int signal) {
    if (reset().in >= 0) {
        ::tcsetattr(reset().in, TCSANOW, &reset().mode);
        [[maybe_unused]] const ssize_t left = ::write(reset().out, reset().leaving.data(), reset().leaving.size());
        // The shell's prompt would otherwise stand behind ours, or behind what was half typed.
        [[maybe_unused]] const ssize_t written = ::write(reset().out, "\n", 1);
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void handle_endings(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    for (const int signal : endings) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace

void set_crash_reset(int in, int out, const termios& mode, const std::string& leaving) {
    reset() = {in, out, mode, leaving};
    handle_endings(put_back_and_end);
}

void clear_crash_reset() {
    handle_endings(SIG_DFL);
    reset() = {};
}

}  // namespace folkmoot
