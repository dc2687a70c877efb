#include "src/log/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "src/base/atomic_file.h"

namespace folkmoot::log {

bool is_damage(const SQLite::Exception& failure) {
    return failure.getErrorCode() == SQLITE_CORRUPT || failure.getErrorCode() == SQLITE_NOTADB;
}

std::string failure_in_words(const std::filesystem::path& path, const SQLite::Exception& failure, int system_error) {
    const auto name = path.string();
    switch (failure.getErrorCode()) {
        case SQLITE_FULL:
            return fmt::format("The disk is full: {}.", name);
        case SQLITE_READONLY:
            if (failure.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED)
                return fmt::format("The log was moved or replaced: {}.", name);
            return fmt::format("The log is read-only: {}.", name);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fmt::format("The log is held by another program: {}.", name);
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return fmt::format("The log may not be written: {}.", name);
        case SQLITE_NOMEM:
            return fmt::format("There is not enough memory for the log: {}.", name);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return fmt::format(
                "The log is damaged: {}. It was left as it is; keep it, and see what \"folkmoot doctor\" says.", name);
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            if (system_error != 0)
                return fmt::format("The log cannot be read or written: {}: {}.", name, reason_in_words(system_error));
            return fmt::format("The log cannot be read or written: {} ({}).", name, failure.what());
        default:
            return fmt::format("The log could not do this: {} ({}).", name, failure.what());
    }
}

}  // namespace folkmoot::log
