#include "src/render/terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/render/crash_reset.h"

namespace folkmoot {

std::optional<std::size_t> terminal_columns(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
    return size.ws_col;
}

bool terminal_echoes(int descriptor) {
    termios mode{};
    return ::tcgetattr(descriptor, &mode) == 0 && (mode.c_lflag & ECHO) != 0;
}

KeyMode::KeyMode(int in, int out) : descriptor_(in) {
    ::tcgetattr(descriptor_, &before_);
    set_crash_reset(in, out, before_);
    enter();
}

KeyMode::~KeyMode() {
    leave();
    clear_crash_reset();
}

void KeyMode::leave() { ::tcsetattr(descriptor_, TCSADRAIN, &before_); }

void KeyMode::enter() {
    termios keys = before_;
    keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHOE | ECHOK | ECHONL | IEXTEN);
    keys.c_lflag |= ISIG;
    keys.c_iflag |= ICRNL;
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    ::tcsetattr(descriptor_, TCSADRAIN, &keys);
}

bool Output::flush() {
    std::string_view bytes = waiting_;
    while (alive() && !bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            // Somebody else made the shared terminal non-blocking.
            pollfd ready{descriptor_, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            failed_ = errno;
        }
    }
    waiting_.clear();
    return alive();
}

std::string Output::reason() const {
    if (failed_ == EPIPE || failed_ == EIO) return "nobody is there to read it any more";
    return failed_ == 0 ? "" : reason_in_words(failed_);
}

}  // namespace folkmoot
