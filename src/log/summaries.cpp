#include "src/log/summaries.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "src/log/failure.h"

namespace folkmoot::log {

namespace {

void check(const StreamInfo& stream, const StoredStream& stored) {
    if (!stored.damage) return;
    throw Error(
        fmt::format("{} is damaged at act {}: {}", in_words(stream), stored.damage->sequence, stored.damage->what));
}

Partnership fold_partnership(const StreamInfo& stream, const StoredStream& stored) {
    Partnership partnership;
    partnership.id = PartnershipId(stream.uid);
    for (const auto& event : stored.events)
        folkmoot::apply(partnership, decode_partnership_event(event.encoded), event.at);
    return partnership;
}

void collect(SQLite::Database& db, const std::string& prefix, StreamRow stream, Touched& touched) {
    const auto add = [&](std::string_view column, std::string_view table, std::set<Id128>& all) {
        SQLite::Statement query(db, fmt::format("SELECT {} FROM {}{} WHERE stream = ?", column, prefix, table));
        bind_all(query, stream);
        while (query.executeStep()) all.insert(id_of(query.getColumn(0)));
    };
    add("matter", "p_touches", touched.matters);
    add("slot", "p_figures", touched.months);
}

const std::set<Id128>& keys_of(const SumTable& table, const Touched& touched) {
    return table.name == "p_months" ? touched.months : touched.matters;
}

/// A statement for each of what was touched.
void each_touched(SQLite::Database& db, const std::string& sql, const std::set<Id128>& keys) {
    SQLite::Statement statement(db, sql);
    for (const auto& key : keys) {
        Use row(statement);
        bind_all(*row, key);
        row->exec();
    }
}

void write_sums(SQLite::Database& db, RowWriter& rows, const Touched& touched) {
    write_matters(db, rows, touched.matters);
    write_months(db, rows, touched.months);
}

}  // namespace

std::vector<Recorded> recorded(const StreamInfo& stream, const StoredStream& stored) {
    check(stream, stored);
    std::vector<Recorded> events;
    events.reserve(stored.events.size());
    for (const auto& event : stored.events) {
        try {
            events.push_back({event.sequence, event.at, decode_event(event.encoded)});
        } catch (const Error& failure) {
            throw Error(fmt::format("{} is damaged at act {}: {}", in_words(stream), event.sequence, failure.what()));
        }
    }
    return events;
}

Folded fold_stream(const StreamInfo& stream, const StoredStream& stored) {
    if (stream.kind == StreamKind::meeting) return fold(MeetingId(stream.uid), recorded(stream, stored));
    check(stream, stored);
    return fold_partnership(stream, stored);
}

std::vector<StreamInfo> Summaries::behind() {
    auto& db = connection_.db();
    SQLite::Statement version(db, "SELECT value FROM marks WHERE name = 'summaries'");
    const bool same = version.executeStep() && version.getColumn(0).getInt() == summaries_version;
    auto sql = std::string("SELECT stream, uid, kind FROM streams");
    if (same) sql += " WHERE stream IN (SELECT stream FROM dirty)";
    SQLite::Statement query(db, sql);
    std::vector<StreamInfo> streams;
    while (query.executeStep()) {
        const auto row = query.getColumn(0).getInt64();
        if (unfoldable_.contains(row)) continue;
        const auto kind = query.getColumn(2).getString() == "meeting" ? StreamKind::meeting : StreamKind::partnership;
        streams.push_back({row, id_of(query.getColumn(1)), kind});
    }
    return streams;
}

void Summaries::refresh() {
    if (connection_.mode() == LogMode::write) {
        try {
            catch_up();
            return;
        } catch (const WriteError&) {  // the answer is still right from memory; the next act says what is wrong
        }
    }
    lay_over();
}

void Summaries::catch_up() {
    if (connection_.mode() != LogMode::write) return;
    write_or_say(behind(), false);
}

void Summaries::write_or_say(const std::vector<StreamInfo>& streams, bool anew) {
    try {
        if (!streams.empty()) write_all(streams, anew);
        clear_overlay();
    } catch (const SQLite::Exception& failure) {
        const int code = failure.getErrorCode();
        // A constraint is a fault of this program, not of the disk: trying again would not help, so it must be heard.
        if (code == SQLITE_CONSTRAINT || code == SQLITE_ERROR) throw Error(connection_.words_for(failure));
        throw WriteError(connection_.words_for(failure));
    }
}

void Summaries::rebuild() {
    if (connection_.mode() != LogMode::write)
        throw WriteError(fmt::format("The log was opened for reading only: {}.", connection_.path().string()));
    unfoldable_.clear();
    write_or_say(store_.all(), true);
}

Touched Summaries::fill(RowWriter& rows, const std::string& prefix, const std::vector<StreamInfo>& streams) {
    auto& db = connection_.db();
    Touched touched;
    const std::size_t all = meetings_in(streams);
    std::size_t done = 0;
    for (const auto& stream : streams) {
        if (stream.kind == StreamKind::meeting) watch_.at({"Making the summaries", done++, all, "meetings"});
        Folded folded;
        try {
            folded = fold_stream(stream, twice([&] { return store_.read(stream); }));
        } catch (const Error& damage) {
            // One damaged stream must not keep the others from being found. Its rows stay as they were.
            unfoldable_[stream.row] = damage.what();
            continue;
        } catch (const SQLite::Exception& failure) {
            if (!is_damage(failure)) throw;
            unfoldable_[stream.row] = fmt::format("{} cannot be read: {}", in_words(stream), failure.what());
            continue;
        }
        collect(db, "main.", stream.row, touched);
        rows.erase(stream.row);
        std::visit([&](const auto& value) { rows.write(stream.row, value); }, folded);
        collect(db, prefix, stream.row, touched);
    }
    return touched;
}

void Summaries::write_all(const std::vector<StreamInfo>& streams, bool anew) {
    auto& db = connection_.db();
    clear_overlay();
    {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        RowWriter rows(db, "main.");
        if (anew) {
            for (const auto table : stream_tables) db.exec(fmt::format("DELETE FROM main.{}", table));
            for (const auto& table : sum_tables) db.exec(fmt::format("DELETE FROM main.{}", table.name));
            db.exec("INSERT OR IGNORE INTO main.dirty SELECT stream FROM main.streams");
        }
        const auto touched = fill(rows, "main.", streams);
        for (const auto& table : sum_tables)
            each_touched(db, fmt::format("DELETE FROM main.{} WHERE {} = ?", table.name, table.key),
                         keys_of(table, touched));
        write_sums(db, rows, touched);
        SQLite::Statement clean(db, "DELETE FROM main.dirty WHERE stream = ?");
        SQLite::Statement find_anew(db, "INSERT OR IGNORE INTO main.search_behind VALUES(?)");
        for (const auto& stream : streams) {
            if (unfoldable_.contains(stream.row)) continue;
            for (auto* statement : {&clean, &find_anew}) {
                if (statement == &find_anew && stream.kind != StreamKind::meeting) continue;
                Use row(*statement);
                bind_all(*row, stream.row);
                row->exec();
            }
        }
        db.exec(
            fmt::format("INSERT INTO marks VALUES('summaries', {0}) ON CONFLICT(name) DO UPDATE SET value = {0} "
                        "WHERE value != {0}",
                        summaries_version));
        transaction.commit();
    }
    store_.forget_marked();
}

void Summaries::make_overlay() {
    auto& db = connection_.db();
    db.exec("CREATE TEMP TABLE o_streams(stream INTEGER PRIMARY KEY)");
    const auto lay = [&](std::string_view table, std::string_view key, std::string_view hidden) {
        db.exec(fmt::format("CREATE TEMP TABLE o_{0} AS SELECT * FROM main.{0} WHERE 0", table));
        db.exec(
            fmt::format("CREATE TEMP VIEW {0} AS SELECT * FROM main.{0} WHERE {1} NOT IN (SELECT {1} FROM temp.{2}) "
                        "UNION ALL SELECT * FROM temp.o_{0}",
                        table, key, hidden));
    };
    for (const auto table : stream_tables) lay(table, "stream", "o_streams");
    for (const auto& [name, key] : sum_tables) {
        db.exec(fmt::format("CREATE TEMP TABLE o_{}_touched({} BLOB PRIMARY KEY)", name, key));
        lay(name, key, fmt::format("o_{}_touched", name));
    }
    overlay_ = true;
}

/// Without its views, the tables in the file are seen again.
void Summaries::clear_overlay() {
    if (!overlay_) return;
    auto& db = connection_.db();
    const auto drop = [&](std::string_view table) {
        db.exec(fmt::format("DROP VIEW temp.{0}; DROP TABLE temp.o_{0}", table));
    };
    for (const auto table : stream_tables) drop(table);
    for (const auto& table : sum_tables) {
        drop(table.name);
        db.exec(fmt::format("DROP TABLE temp.o_{}_touched", table.name));
    }
    db.exec("DROP TABLE temp.o_streams");
    overlay_ = false;
}

void Summaries::lay_over() {
    const bool reading = connection_.mode() == LogMode::read;
    auto version = connection_.pragma("data_version");
    // A reader's tables change only by another program; a writer gets here when its disk is full, and looks each time.
    if (reading && version == seen_version_) return;
    auto& db = connection_.db();
    clear_overlay();
    const auto streams = behind();
    if (!streams.empty()) {
        make_overlay();
        SQLite::Statement hide(db, "INSERT INTO temp.o_streams VALUES(?)");
        for (const auto& stream : streams) {
            Use row(hide);
            bind_all(*row, stream.row);
            row->exec();
        }
        RowWriter rows(db, "temp.o_");
        const auto touched = fill(rows, "temp.o_", streams);
        for (const auto& [row, why] : unfoldable_)
            db.exec(fmt::format("DELETE FROM temp.o_streams WHERE stream = {}", row));
        for (const auto& table : sum_tables)
            each_touched(db, fmt::format("INSERT INTO temp.o_{}_touched VALUES(?)", table.name),
                         keys_of(table, touched));
        write_sums(db, rows, touched);
    }
    seen_version_ = std::move(version);
}

}  // namespace folkmoot::log
