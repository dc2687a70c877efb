#include "src/render/one_write.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace folkmoot {

namespace {

bool write_all(int descriptor, const char* bytes, ssize_t left) {
    while (left > 0) {
        const ssize_t written = ::write(descriptor, bytes, static_cast<std::size_t>(left));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;  // a terminal that is gone says so when it is read
        bytes += written;
        left -= written;
    }
    return true;
}

}  // namespace

OneWrite::OneWrite(int written_to, int terminal)
    : written_to_(written_to), terminal_(terminal), gathered_(::memfd_create("frame", MFD_CLOEXEC)) {}

OneWrite::~OneWrite() {
    if (gathered_ >= 0) ::close(gathered_);
}

/// Without a place to gather in, each row goes out by itself.
OneWrite::Piece::Piece(OneWrite& all)
    : all_(all), gathers_(all.gathered_ >= 0 && ::dup2(all.gathered_, all.written_to_) >= 0) {}

OneWrite::Piece::~Piece() {
    if (!gathers_) return;
    ::dup2(all_.terminal_, all_.written_to_);
    all_.send();
}

void OneWrite::send() {
    // Most repaints fit; a whole screen of wide letters may need two.
    std::array<char, 16384> buffer{};
    ::lseek(gathered_, 0, SEEK_SET);
    ssize_t count = 0;
    while ((count = ::read(gathered_, buffer.data(), buffer.size())) > 0) {
        if (!write_all(terminal_, buffer.data(), count)) break;
    }
    [[maybe_unused]] const int emptied = ::ftruncate(gathered_, 0);
    ::lseek(gathered_, 0, SEEK_SET);
}

}  // namespace folkmoot
