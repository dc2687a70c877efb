// The open file: found, checked, locked, set up.
#pragma once

#include <SQLiteCpp/Database.h>
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "src/log/lock.h"
#include "src/log/log.h"

namespace folkmoot::log {

class Connection {
public:
    /// Throws as Log::open does.
    Connection(std::filesystem::path path, LogMode mode);

    [[nodiscard]] SQLite::Database& db() { return *db_; }
    [[nodiscard]] LogMode mode() const { return mode_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }
    void add_notice(std::string sentence) { notices_.push_back(std::move(sentence)); }
    [[nodiscard]] bool unclean_end() const { return unclean_end_; }
    /// False when the path no longer leads to the file that was opened: acts written to it would be lost.
    [[nodiscard]] bool same_file() const;
    /// The errno behind SQLite's latest failure.
    [[nodiscard]] int system_error() const;
    /// The value of a setting, read back.
    std::string pragma(const std::string& name);
    [[nodiscard]] std::string words_for(const SQLite::Exception& failure) const;

private:
    void open_for_writing();
    void open_for_reading();
    void make_new();
    void open_writable();
    /// The version of the tables; 0 for a file that holds nothing yet. Throws when the file is not ours to use.
    int check_identity();
    void set_safety();
    void choose_journal();
    void remember_file();
    void switch_config(int option, bool on);

    std::filesystem::path path_;  ///< as given, for messages
    std::filesystem::path real_;  ///< links followed, so that one log has one lock
    LogMode mode_;
    bool unclean_end_ = false;
    std::vector<std::string> notices_;
    std::optional<WriterLock> lock_;  // declared before the database: let go after it
    std::unique_ptr<SQLite::Database> db_;
    dev_t device_ = 0;
    ino_t inode_ = 0;
};

/// True when the folder is on a file system (network, user space) whose locks and shared memory WAL cannot rely on.
bool on_network(const std::filesystem::path& folder);

}  // namespace folkmoot::log
