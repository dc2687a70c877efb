#include "src/log/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/log/blanking.h"
#include "src/log/doctor.h"
#include "src/log/migrations.h"
#include "src/log/parts.h"
#include "src/log/review_copy.h"

namespace folkmoot {

namespace fs = std::filesystem;

namespace {

constexpr const char* copy_name = "copy.db";

fs::path beside(fs::path path, const char* suffix) {
    path += suffix;
    return path;
}

/// The copy is made in a folder of its own beside its place, and takes its place when it is whole and was checked.
class Making {
public:
    explicit Making(const fs::path& to) : to_(to), folder_(beside(to, ".new")) {
        log::drop_unfinished(to);
        if (::mkdir(folder_.c_str(), 0700) != 0)
            throw Error(fmt::format("The backup {} cannot be made: {}.", to_.string(), reason_in_words(errno)));
    }
    ~Making() { log::drop_unfinished(to_); }
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

    [[nodiscard]] fs::path file() const { return folder_ / copy_name; }
    void keep() { rename_durably(file(), to_); }

private:
    fs::path to_, folder_;
};

void add_note(SQLite::Database& db, const Id128& uid, const BackupWish& wish, const fs::path& path, const Stamp& now) {
    SQLite::Statement insert(db,
                             "INSERT INTO main.backups VALUES(?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM "
                             "main.forgotten))");
    log::bind_all(insert, uid, path.string(), now.wall.time_since_epoch().count(), now.offset.count(), wish.for_review);
    insert.exec();
}

void drop_note(SQLite::Database& db, const Id128& uid) {
    SQLite::Statement gone(db, "DELETE FROM main.backups WHERE uid = ?");
    log::bind_all(gone, uid);
    gone.exec();
}

/// One file that needs none beside it.
void settle(SQLite::Database& db) { db.exec("PRAGMA journal_mode = DELETE"); }

void copy_whole(SQLite::Database& from, const fs::path& to) {
    const log::PrivateFiles only_ours;
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(copy, from);
    backup.executeStep(-1);
    settle(copy);
}

EventLine line_of(const Id128& stream, StreamKind kind, Sequence sequence, const Stamp& at, const Encoded& encoded) {
    EventLine line;
    line.stream = stream;
    line.of = kind;
    line.sequence = sequence;
    line.at = at;
    line.kind = encoded.kind;
    line.payload = encoded.payload;
    for (const auto& words : encoded.words) {
        auto& added = line.words.emplace_back();
        added.text = words.text;
        added.whose = words.whose;
    }
    return line;
}

/// The same streams written anew, with new sums: nothing that was left out can be found out from them.
void copy_for_review(log::Parts& from, const fs::path& to, const Id128& uid, const BackupWish& wish, const Stamp& now) {
    const auto target = Log::open(to, LogMode::write);
    auto& parts = target->parts();
    auto& db = parts.connection.db();
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    const auto all = from.store.all();
    const std::size_t meetings = log::meetings_in(all);
    std::size_t done = 0;
    for (const auto& stream : all) {
        if (stream.kind == StreamKind::meeting) from.watch.at({"Copying", done++, meetings, "meetings"});
        const auto stored = from.store.read(stream);
        auto tail = parts.store.begin_stream(stream.uid, stream.kind);
        if (stream.kind == StreamKind::meeting) {
            for (const auto& each : log::for_review(MeetingId(stream.uid), log::recorded(stream, stored)))
                parts.store.add_line(tail,
                                     line_of(stream.uid, stream.kind, each.sequence, each.at, encode(each.event)));
        } else {
            if (stored.damage) throw Error(fmt::format("{} is damaged: {}", in_words(stream), stored.damage->what));
            for (const auto& each : stored.events)
                parts.store.add_line(tail, line_of(stream.uid, stream.kind, each.sequence, each.at,
                                                   encode(log::for_review(decode_partnership_event(each.encoded)))));
        }
        parts.store.mark_behind(tail.row);
    }
    add_note(db, uid, wish, wish.to, now);
    db.exec(fmt::format("INSERT INTO marks VALUES('{}', 1)", log::for_review_mark));
    transaction.commit();
    target->catch_up();
    target->search_behind();
    target->finish();
}

std::vector<std::string> checked(const fs::path& file) {
    const auto copy = Log::open(file, LogMode::read);
    const auto report = examine(*copy);
    if (report.sound) return report.lines;
    std::string wrong;
    for (const auto& line : report.lines) wrong += " " + line;
    throw Error(fmt::format("The copy is not as it should be, and was not kept:{}", wrong));
}

}  // namespace

std::vector<std::string> make_backup(Log& log, const BackupWish& wish, const Stamp& now, IdSource& ids) {
    auto whole = wish;
    whole.to = fs::absolute(wish.to);
    std::error_code none;
    if (fs::is_directory(whole.to, none))
        throw Error(fmt::format("{} is a folder. Name a file in it.", whole.to.string()));
    if (fs::exists(fs::symlink_status(whole.to, none)))
        throw Error(fmt::format("{} is there already, and is left as it is. Name another file.", whole.to.string()));
    auto& parts = log.parts();
    auto& db = parts.connection.db();
    const auto uid = ids.next();
    try {
        log.catch_up();
        Making making(whole.to);
        add_note(db, uid, whole, whole.to, now);
        try {
            if (whole.for_review) {
                copy_for_review(parts, making.file(), uid, whole, now);
                SQLite::Database copy(making.file().string(), SQLite::OPEN_READWRITE);
                settle(copy);
            } else {
                copy_whole(db, making.file());
            }
            auto lines = checked(making.file());
            making.keep();
            return lines;
        } catch (...) {
            drop_note(db, uid);
            throw;
        }
    } catch (const SQLite::Exception& failure) {
        throw Error(log::failure_in_words(whole.to, failure, 0) + " There is no backup.");
    }
}

fs::path usual_backup(const fs::path& log, Date today, bool for_review) {
    const auto stem = fmt::format("{}-{}{}", log.stem().string(), for_review ? "review-" : "", iso(today));
    std::error_code none;
    auto path = log.parent_path() / (stem + ".db");
    for (int number = 2; fs::exists(fs::symlink_status(path, none)); ++number)
        path = log.parent_path() / fmt::format("{}-{}.db", stem, number);
    return path;
}

std::vector<BackupNote> backups_noted(Log& log) {
    return log.parts().ask([&] {
        std::vector<BackupNote> notes;
        SQLite::Statement query(log.parts().connection.db(),
                                "SELECT path, at, offset, review FROM backups ORDER BY at");
        while (query.executeStep()) {
            BackupNote note;
            note.path = query.getColumn(0).getString();
            note.at.wall = std::chrono::sys_time<Millis>(Millis(query.getColumn(1).getInt64()));
            note.at.offset = Minutes(query.getColumn(2).getInt64());
            note.for_review = query.getColumn(3).getInt() != 0;
            std::error_code none;
            note.there = fs::exists(note.path, none);
            notes.push_back(std::move(note));
        }
        return notes;
    });
}

namespace log {

std::vector<KnownCopy> known_copies(SQLite::Database& db, const fs::path& path) {
    std::vector<KnownCopy> copies;
    SQLite::Statement query(db, "SELECT uid, path, at, offset, done FROM main.backups ORDER BY at");
    while (query.executeStep()) {
        KnownCopy copy;
        copy.uid = id_of(query.getColumn(0));
        copy.path = query.getColumn(1).getString();
        copy.at.wall = std::chrono::sys_time<Millis>(Millis(query.getColumn(2).getInt64()));
        copy.at.offset = Minutes(query.getColumn(3).getInt64());
        copy.done = query.getColumn(4).getInt64();
        copies.push_back(std::move(copy));
    }
    // What a change of the tables kept lies beside the log, under a name of its own.
    std::error_code ignored;
    auto real = fs::weakly_canonical(path, ignored);
    if (ignored) real = fs::absolute(path);
    const auto begin = real.filename().string() + ".before-version-";
    for (const auto& each : fs::directory_iterator(real.parent_path(), ignored)) {
        const auto name = each.path().filename().string();
        const bool number =
            name.starts_with(begin) && name.find_first_not_of("0123456789-", begin.size()) == std::string::npos;
        if (number && each.is_regular_file(ignored)) copies.push_back({{}, each.path(), {}, 0});
    }
    return copies;
}

std::unique_ptr<SQLite::Database> open_copy(const KnownCopy& copy) {
    const PrivateFiles only_ours;
    constexpr int patience_ms = 2000;
    auto db = std::make_unique<SQLite::Database>(copy.path.string(), SQLite::OPEN_READWRITE, patience_ms);
    const auto other = [&] {
        return Error(
            fmt::format("{} is not the file that was written there as a backup, and was left as it is. If the "
                        "backup was moved, put it back there and type: folkmoot forget",
                        copy.path.string()));
    };
    if (db->execAndGet("PRAGMA application_id").getInt() != application_id || !has_table(*db, "words")) throw other();
    if (db->execAndGet("PRAGMA user_version").getInt() > newest_version)
        throw Error(fmt::format("{} is from a newer version of Folkmoot, and was left as it is.", copy.path.string()));
    if (!copy.uid.empty()) {
        if (!has_table(*db, "backups")) throw other();
        SQLite::Statement same(*db, "SELECT 1 FROM backups WHERE uid = ?");
        bind_all(same, copy.uid);
        if (!same.executeStep()) throw other();
    }
    db->exec("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
    return db;
}

void note_done(SQLite::Database& db, const Id128& uid, std::int64_t number) {
    SQLite::Statement update(db, "UPDATE main.backups SET done = ? WHERE uid = ?");
    bind_all(update, number, uid);
    update.exec();
}

void drop_unfinished(const fs::path& backup) {
    const auto folder = beside(backup, ".new");
    std::error_code none;
    if (!fs::is_directory(fs::symlink_status(folder, none))) return;
    // Only what was made there by make_backup.
    for (const auto& each : fs::directory_iterator(folder, none))
        if (!each.path().filename().string().starts_with(copy_name)) return;
    fs::remove_all(folder, none);
}

}  // namespace log

}  // namespace folkmoot
