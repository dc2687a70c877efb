#include "src/log/migrations.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <optional>
#include <string>

#include "src/base/error.h"
#include "src/log/sql.h"

namespace folkmoot::log {

namespace {

/// VACUUM INTO makes a whole, checked copy. It fails when the file is there, which an earlier try may have left.
void copy_first(SQLite::Database& db, const std::filesystem::path& path) {
    auto copy = path;
    copy += fmt::format(".before-version-{}", newest_version);
    for (int number = 2; std::filesystem::exists(copy); ++number) {
        copy = path;
        copy += fmt::format(".before-version-{}-{}", newest_version, number);
    }
    const PrivateFiles only_ours;
    try {
        SQLite::Statement vacuum(db, "VACUUM INTO ?");
        vacuum.bind(1, copy.string());
        vacuum.exec();
    } catch (const SQLite::Exception& failure) {
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        throw Error(fmt::format(
            "{} is from an older version of Folkmoot and is copied before it is changed, but the copy {} could not be "
            "made ({}). Nothing was changed.",
            path.string(), copy.string(), failure.what()));
    }
}

}  // namespace

void migrate(SQLite::Database& db, const std::filesystem::path& path, int from_version) {
    const auto steps = migrations();
    if (steps.size() != static_cast<std::size_t>(newest_version))
        throw Error("newest_version is not the last migration");
    if (from_version > 0 && from_version < newest_version) copy_first(db, path);
    // A new file gets its tables all at once: killed halfway, it is still a new file.
    std::optional<SQLite::Transaction> whole;
    if (from_version == 0) whole.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
    for (int version = from_version; version < newest_version; ++version) {
        std::optional<SQLite::Transaction> step;
        if (!whole) step.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(std::string(steps[static_cast<std::size_t>(version)].sql));
        db.exec(fmt::format("PRAGMA application_id = {}", application_id));
        db.exec(fmt::format("PRAGMA user_version = {}", newest_version));
        if (step) step->commit();
    }
    if (whole) whole->commit();
}

}  // namespace folkmoot::log
