// The numbered steps from an empty file to today's tables, and how they are taken.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace SQLite {
class Database;
}

namespace folkmoot::log {

struct Migration {
    std::string_view name;  ///< "0001-events.sql"
    std::string_view sql;
};

/// In order; migration n takes a file from version n - 1 to n.
std::span<const Migration> migrations();

/// "Folk", in every log's header.
inline constexpr int application_id = 0x466F6C6B;
/// The versions of a file that this program can take up. The newest is the number of migrations.
inline constexpr int oldest_version = 1;
inline constexpr int newest_version = 8;

/// Takes the steps that are missing, each in one transaction. A file that holds something is copied first, beside it.
/// Throws SQLite::Exception, or Error when the copy cannot be made.
void migrate(SQLite::Database& db, const std::filesystem::path& path, int from_version);

}  // namespace folkmoot::log
