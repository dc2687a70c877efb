// Copies of a log: made, checked, and known again.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "src/base/id.h"
#include "src/log/log.h"
#include "src/time/stamp.h"

namespace SQLite {
class Database;
}

namespace folkmoot {

/// What a backup is to be.
struct BackupWish {
    std::filesystem::path to;  ///< must not be there yet
    /// For staff to read: without access needs, and with concerns moved to the end of their meeting, away from who was
    /// speaking when they were raised.
    bool for_review = false;
};

/// Writes a copy, checks it as the doctor does, and notes it in the log, so that forgetting reaches it. Gives what the
/// doctor says of the copy. Throws Error; then there is no copy.
std::vector<std::string> make_backup(Log& log, const BackupWish& wish, const Stamp& now, IdSource& ids);

/// "folkmoot-2026-11-24.db" beside the log, or with a number when that is there.
std::filesystem::path usual_backup(const std::filesystem::path& log, Date today, bool for_review);

/// A backup that the log has a note of.
struct BackupNote {
    std::filesystem::path path;
    Stamp at;
    bool for_review = false;
    bool there = false;
};
std::vector<BackupNote> backups_noted(Log& log);

namespace log {

/// A copy of the log that holds the same words: a backup, or what was kept from before a change of the tables.
struct KnownCopy {
    Id128 uid;  ///< empty: from before a change of the tables
    std::filesystem::path path;
    Stamp at;
    std::int64_t done = 0;
};
std::vector<KnownCopy> known_copies(SQLite::Database& db, const std::filesystem::path& path);
/// Opened for writing. Throws Error when it is another file than the one that was noted.
std::unique_ptr<SQLite::Database> open_copy(const KnownCopy& copy);
/// What a backup that was killed left beside its place.
void drop_unfinished(const std::filesystem::path& backup);
void note_done(SQLite::Database& db, const Id128& uid, std::int64_t number);

}  // namespace log

}  // namespace folkmoot
