#include "src/log/connection.h"

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "src/base/atomic_file.h"
#include "src/log/failure.h"
#include "src/log/migrations.h"
#include "src/log/sql.h"

namespace folkmoot::log {

namespace fs = std::filesystem;

namespace {

constexpr int patience_ms = 5000;

fs::path beside(fs::path path, const char* suffix) {
    path += suffix;
    return path;
}

bool has_content(const fs::path& path) {
    std::error_code none;
    const auto size = fs::file_size(path, none);
    return !none && size > 0;
}

/// What stands at the path, without opening it: closing it again would drop the locks of a connection in this program.
void check_kind(const fs::path& path, const fs::path& real) {
    std::error_code failure;
    const auto status = fs::status(real, failure);
    if (fs::is_directory(status))
        throw Error(fmt::format("{} is a folder, not a log. Name a file with --log.", path.string()));
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(fmt::format("{} is not a file that can hold a log. Name a file with --log.", path.string()));
    if (failure && failure != std::errc::no_such_file_or_directory)
        throw Error(fmt::format("{} cannot be opened: {}.", path.string(), reason_in_words(failure.value())));
    // SQLite takes a file shorter than its header for a new one.
    std::error_code none;
    if (const auto size = fs::file_size(real, none); !none && size > 0 && size < 100)
        throw Error(fmt::format("{} is not a log but another kind of file. It was left as it is.", path.string()));
    // SQLite would throw the acts in the -wal away when the file that they belong to is missing or empty.
    if (!has_content(real) && has_content(beside(real, "-wal"))) {
        throw Error(fmt::format(
            "{0} is missing or empty, but {0}-wal beside it holds acts that belong to it. Put the log back beside it "
            "and start again; nothing was changed.",
            path.string()));
    }
}

[[noreturn]] void throw_foreign(const fs::path& path) {
    throw Error(fmt::format("{} is a database of another program, not a log. It was left as it is.", path.string()));
}

std::string as_uri(const fs::path& path) {
    std::string uri = "file:";
    for (const char c : fs::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#')
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

}  // namespace

bool on_network(const fs::path& folder) {
    struct statfs system {};
    if (::statfs(folder.c_str(), &system) != 0) return false;
    switch (static_cast<std::uint32_t>(system.f_type)) {
        case 0x6969:      // NFS
        case 0x517B:      // SMB
        case 0xFF534D42:  // CIFS
        case 0xFE534D42:  // SMB2
        case 0x65735546:  // FUSE: sshfs and its like
        case 0x01021997:  // 9P
        case 0x5346414F:  // AFS
        case 0x73757245:  // Coda
        case 0x00C36400:  // Ceph
            return true;
        default:
            return false;
    }
}

Connection::Connection(fs::path path, LogMode mode) : path_(std::move(path)), real_(path_), mode_(mode) {
    std::error_code ignored;
    if (const auto resolved = fs::weakly_canonical(path_, ignored); !ignored) real_ = resolved;
    try {
        check_kind(path_, real_);
        if (mode_ == LogMode::write)
            open_for_writing();
        else
            open_for_reading();
        remember_file();
    } catch (const SQLite::Exception& failure) {
        throw Error(words_for(failure));
    }
}

void Connection::open_for_writing() {
    std::error_code none;
    const bool found = fs::exists(real_, none);
    if (!found && real_.has_parent_path() && !fs::exists(real_.parent_path(), none))
        make_private_folder(real_.parent_path());
    lock_.emplace(real_);
    if (!found) make_new();
    open_writable();
}

/// A new log is made whole beside its place and then renamed: killed halfway, there is no log yet rather than half a
/// one, which a reader could not even open.
void Connection::make_new() {
    const auto making = beside(real_, ".new");
    const auto clear = [&making] {
        std::error_code none;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(beside(making, suffix), none);
    };
    clear();  // what a killed start left
    const PrivateFiles only_ours;
    const int file = ::open(making.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw Error(fmt::format("The log {} cannot be made: {}.", path_.string(), reason_in_words(errno)));
    ::close(file);  // no connection has it open yet
    try {
        db_ = std::make_unique<SQLite::Database>(making.string(), SQLite::OPEN_READWRITE, patience_ms);
        choose_journal();
        set_safety();
        migrate(*db_, making, 0);
        db_.reset();
        notices_.clear();  // opening says them again
        rename_durably(making, real_);
    } catch (const SQLite::Exception& failure) {
        const std::string why = words_for(failure);  // asked while the connection still knows the reason
        db_.reset();
        clear();
        throw Error(why);
    } catch (...) {
        db_.reset();
        clear();
        throw;
    }
}

void Connection::open_writable() {
    const PrivateFiles only_ours;
    unclean_end_ = has_content(beside(real_, "-wal"));
    db_ = std::make_unique<SQLite::Database>(real_.string(), SQLite::OPEN_READWRITE, patience_ms);
    // Until the file is known to be ours, closing must not move what lies in its -wal.
    switch_config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, unclean_end_);
    if (sqlite3_db_readonly(db_->getHandle(), "main") == 1)
        throw Error(fmt::format("The log is read-only: {}.", path_.string()));
    const int version = twice([this] { return check_identity(); });
    choose_journal();
    set_safety();
    switch_config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
    migrate(*db_, real_, version);
}

void Connection::open_for_reading() {
    if (!has_content(real_)) throw Error(fmt::format("There is no log at {} yet.", path_.string()));
    const auto open = [this](const std::string& name, int flags) {
        db_ = std::make_unique<SQLite::Database>(name, flags, patience_ms);
        switch_config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        return twice([this] { return check_identity(); });
    };
    int version = 0;
    try {
        version = open(real_.string(), SQLite::OPEN_READONLY);
    } catch (const SQLite::Exception& failure) {
        const int code = failure.getErrorCode();
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY && code != SQLITE_FULL && code != SQLITE_IOERR) throw;
        // A folder that cannot be written, or a full disk, has no room for the files that WAL shares. Without acts in a
        // -wal, the file alone is the whole log.
        if (has_content(beside(real_, "-wal")) || has_content(beside(real_, "-journal"))) {
            throw Error(fmt::format(
                "{0} cannot be read where it lies, because its folder cannot be written to, or its disk is full, and "
                "its latest acts are in a file beside it. Copy {0} and {0}-wal to another folder, and open that copy "
                "with --log.",
                path_.string()));
        }
        version = open(as_uri(real_), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        notices_.emplace_back(code == SQLITE_FULL || code == SQLITE_IOERR
                                  ? "The disk of the log is full: the log is shown as it was left."
                                  : "The log is on a read-only file system: it is shown as it was left.");
    }
    if (version < newest_version) {
        throw Error(fmt::format(
            "{} is from an older version of Folkmoot. Start this version once without another one running, so that "
            "it can bring the log up to date.",
            path_.string()));
    }
    set_safety();
}

int Connection::check_identity() {
    try {
        const int application = db_->execAndGet("PRAGMA application_id").getInt();
        const int version = db_->execAndGet("PRAGMA user_version").getInt();
        const int things = db_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
        if (application == 0 && version == 0 && things == 0) return 0;
        if (application != application_id || version < 0) throw_foreign(path_);
        if (version > newest_version) {
            throw LogTooNew(fmt::format(
                "{} is from a newer version of Folkmoot (its tables are version {}, this program knows up to {}). It "
                "was left as it is; please use the newer program.",
                path_.string(), version, newest_version));
        }
        if (version < oldest_version) throw_foreign(path_);
        return version;
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() == SQLITE_NOTADB)
            throw Error(fmt::format("{} is not a log but another kind of file. It was left as it is.", path_.string()));
        throw;
    }
}

void Connection::switch_config(int option, bool on) {
    int now = 0;
    if (sqlite3_db_config(db_->getHandle(), option, on ? 1 : 0, &now) != SQLITE_OK || (now == 1) != on)
        throw Error(
            fmt::format("This SQLite ({}) lacks a setting that the log needs ({}).", sqlite3_libversion(), option));
}

void Connection::choose_journal() {
    const bool network = on_network(real_.parent_path());
    const auto journal = [this](const char* wanted) {
        return db_->execAndGet(std::string("PRAGMA journal_mode = ") + wanted).getString();
    };
    const bool wal = !network && journal("WAL") == "wal";
    if (!wal) {
        if (journal("DELETE") != "delete")
            throw Error(fmt::format("The log {} cannot be given a journal that is safe there.", path_.string()));
        notices_.push_back(fmt::format("The log is on a {}: it is kept safe in a slower way (a rollback journal).",
                                       network ? "network file system" : "file system without shared memory"));
    }
    db_->exec(wal ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = EXTRA");
    if (pragma("synchronous") != (wal ? "2" : "3"))
        throw Error(fmt::format("The log {} cannot be made to wait for the disk.", path_.string()));
}

void Connection::set_safety() {
    const bool writing = mode_ == LogMode::write;
    db_->exec(writing ? "PRAGMA wal_autocheckpoint = 100" : "PRAGMA wal_autocheckpoint = 0");
    if (writing) db_->exec("PRAGMA journal_size_limit = 1048576");
    db_->exec("PRAGMA foreign_keys = ON");
    db_->exec("PRAGMA trusted_schema = OFF");
    db_->exec("PRAGMA cell_size_check = ON");
    db_->exec("PRAGMA mmap_size = 0");
    db_->exec("PRAGMA secure_delete = ON");
    db_->exec("PRAGMA temp_store = MEMORY");
    switch_config(SQLITE_DBCONFIG_DEFENSIVE, true);
    if (pragma("foreign_keys") != "1") throw Error("This SQLite does not enforce foreign keys, which the log needs.");
}

std::string Connection::pragma(const std::string& name) {
    SQLite::Statement query(*db_, "PRAGMA " + name);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void Connection::remember_file() {
    struct stat file {};
    if (::stat(real_.c_str(), &file) != 0)
        throw Error(fmt::format("The log was moved while it was opened: {}.", path_.string()));
    device_ = file.st_dev;
    inode_ = file.st_ino;
}

bool Connection::same_file() const {
    struct stat file {};
    return ::stat(real_.c_str(), &file) == 0 && file.st_dev == device_ && file.st_ino == inode_;
}

int Connection::system_error() const { return db_ ? sqlite3_system_errno(db_->getHandle()) : 0; }

std::string Connection::words_for(const SQLite::Exception& failure) const {
    return failure_in_words(path_, failure, system_error());
}

}  // namespace folkmoot::log
