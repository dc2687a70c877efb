#include "src/log/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/log/log.h"
#include "src/log/sql.h"

namespace folkmoot::log {

WriterLock::WriterLock(const std::filesystem::path& log) {
    auto path = log;
    path += ".lock";
    {
        const PrivateFiles only_ours;
        file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    if (file_ < 0) {
        throw Error(fmt::format("The log cannot be opened for writing: {} cannot be made: {}.", path.string(),
                                reason_in_words(errno)));
    }
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(file_, F_OFD_SETLK, &whole) == 0) return;
    const int why = errno;
    ::close(file_);
    if (why == EAGAIN || why == EACCES) {
        throw LogBusy(
            fmt::format("Another Folkmoot is writing to {}. It can be read meanwhile; to write, end the "
                        "other one first.",
                        log.string()));
    }
    throw Error(fmt::format("The log cannot be opened for writing: {} cannot be locked: {}.", path.string(),
                            reason_in_words(why)));
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace folkmoot::log
