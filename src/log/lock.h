// The kernel lock that makes one program the writer.
#pragma once

#include <filesystem>

namespace folkmoot::log {

/// An open-file-description lock on a file beside the log, held while this lives. Never on the log itself: closing
/// that outside SQLite would drop SQLite's own locks. The kernel ends it with the program, however that ends.
class WriterLock {
public:
    /// Throws LogBusy when another holds it, Error when the file beside the log cannot be made.
    explicit WriterLock(const std::filesystem::path& log);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    int file_ = -1;
};

}  // namespace folkmoot::log
