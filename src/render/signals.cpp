#include "src/render/signals.h"

#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/base/error.h"

namespace folkmoot {

namespace {

constexpr auto waiting = std::to_array<int>({SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH});

/// What was to be ignored from the start, by nohup for one, stays ignored.
bool is_ignored(int signal) {
    struct sigaction now {};
    return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

sigset_t waiting_set() {
    sigset_t set{};
    ::sigemptyset(&set);
    for (const int signal : waiting)
        if (!is_ignored(signal)) ::sigaddset(&set, signal);
    return set;
}

}  // namespace

Signals::Signals() {
    const sigset_t set = waiting_set();
    ::pthread_sigmask(SIG_BLOCK, &set, &before_);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &pipe_before_);
    descriptor_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor_ < 0) throw Error("Signals cannot be waited for: " + reason_in_words(errno) + ".");
}

Signals::~Signals() {
    // What came and was not read would otherwise act now, at the very end.
    while (take()) {
    }
    ::close(descriptor_);
    ::sigaction(SIGPIPE, &pipe_before_, nullptr);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::optional<int> Signals::take() {
    signalfd_siginfo one{};
    if (::read(descriptor_, &one, sizeof one) != static_cast<ssize_t>(sizeof one)) return std::nullopt;
    return static_cast<int>(one.ssi_signo);
}

void Signals::stop_here() { ::raise(SIGSTOP); }

Deadline::Deadline() : descriptor_(::timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK)) {
    if (descriptor_ < 0) throw Error("Timers cannot be waited for: " + reason_in_words(errno) + ".");
}

Deadline::~Deadline() { ::close(descriptor_); }

void Deadline::set(long long milliseconds) {
    constexpr long long per_second = 1000;
    constexpr long long nanoseconds = 1'000'000;
    itimerspec when{};
    when.it_value.tv_sec = static_cast<time_t>(milliseconds / per_second);
    // All zero would mean "never".
    when.it_value.tv_nsec = static_cast<long>(std::max(milliseconds % per_second * nanoseconds, 1LL));
    ::timerfd_settime(descriptor_, 0, &when, nullptr);
}

void Deadline::clear() {
    const itimerspec never{};
    ::timerfd_settime(descriptor_, 0, &never, nullptr);
}

}  // namespace folkmoot
