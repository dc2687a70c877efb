#include "src/log/search.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <optional>

#include "src/base/search_words.h"
#include "src/log/rows.h"
#include "src/log/sql.h"
#include "src/session/matters.h"

namespace folkmoot::log {

namespace {

// Places of a meeting's entries: items by their position, then captures by their number, then what was corrected of
// them afterwards, then what a plan brought.
constexpr std::int64_t first_capture = 10'000;
constexpr std::int64_t first_correction = 400'000;
constexpr std::int64_t first_brought = 500'000;

std::string kind_of(MatterKind kind) {
    switch (kind) {
        case MatterKind::action:
            return "action";
        case MatterKind::item:
            return "item";
        case MatterKind::parked:
            return "parked";
        case MatterKind::concern:
            return "concern";
        case MatterKind::question:
            return "question";
        case MatterKind::decision:
            return "decision";
    }
    return "item";
}

void index_options(SQLite::Database& db, std::string_view schema, std::string_view name) {
    db.exec(
        fmt::format("CREATE VIRTUAL TABLE {0}{1} USING fts5(text, content = '{1}_entries', content_rowid = "
                    "'entry', columnsize = 0, tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn "
                    "Mc'\")",
                    schema, name));
}

std::string without_schema(std::string_view name) { return std::string(name.substr(name.find('.') + 1)); }

}  // namespace

void each_entry(SQLite::Database& db, std::string_view from, StreamRow stream,
                const std::function<void(const SearchEntry&)>& take) {
    const auto start = stream * entries_a_stream;
    SQLite::Statement items(db, fmt::format("SELECT position, item, title FROM {}p_items WHERE stream = ? AND kind != "
                                            "'break' ORDER BY position",
                                            from));
    bind_all(items, stream);
    while (items.executeStep()) {
        const auto position = items.getColumn(0).getInt64();
        const Id128 matter = derived_id(id_of(items.getColumn(1)), 0, "matter");
        take({start + position, "item", position, position, matter, text::apart(items.getColumn(2).getString())});
    }
    SQLite::Statement captures(db, fmt::format("SELECT number, kind, id, position, text, word FROM {}p_captures WHERE "
                                               "stream = ? ORDER BY number",
                                               from));
    bind_all(captures, stream);
    while (captures.executeStep()) {
        const auto number = captures.getColumn(0).getInt64();
        const auto kind = captures.getColumn(1).getString();
        std::optional<std::int64_t> position;
        if (!captures.getColumn(3).isNull()) position = captures.getColumn(3).getInt64();
        auto words = captures.getColumn(4).getString();
        if (const auto term = captures.getColumn(5).getString(); !term.empty())
            words.insert(0, fmt::format("{}: ", term));
        take({start + first_capture + number, kind == in_words(CaptureKind::parked) ? "parked" : kind, number, position,
              id_of(captures.getColumn(2)), text::apart(words)});
    }
    SQLite::Statement corrections(db,
                                  fmt::format("SELECT place, number, kind, id, position, c.text FROM {0}p_corrections "
                                              "c JOIN {0}p_captures USING(stream, number) WHERE c.stream = ? ORDER "
                                              "BY place",
                                              from));
    bind_all(corrections, stream);
    while (corrections.executeStep()) {
        std::optional<std::int64_t> position;
        if (!corrections.getColumn(4).isNull()) position = corrections.getColumn(4).getInt64();
        const auto kind = corrections.getColumn(2).getString();
        take({start + first_correction + corrections.getColumn(0).getInt64(),
              kind == in_words(CaptureKind::parked) ? "parked" : kind, corrections.getColumn(1).getInt64(), position,
              id_of(corrections.getColumn(3)), text::apart(corrections.getColumn(5).getString())});
    }
    SQLite::Statement brought(db,
                              fmt::format("SELECT rank - {0}, kind, matter, text FROM {1}p_touches WHERE stream = ? "
                                          "AND begins = 1 AND rank >= {0} ORDER BY rank",
                                          brought_rank, from));
    bind_all(brought, stream);
    while (brought.executeStep()) {
        take({start + first_brought + brought.getColumn(0).getInt64(),
              kind_of(static_cast<MatterKind>(brought.getColumn(1).getInt())), 0, std::nullopt,
              id_of(brought.getColumn(2)), text::apart(brought.getColumn(3).getString())});
    }
}

void entries_held(SQLite::Database& db, StreamRow stream, const std::function<void(const SearchEntry&)>& take) {
    const auto first = stream * entries_a_stream;
    SQLite::Statement row(db, "SELECT * FROM main.search_entries WHERE entry BETWEEN ? AND ? ORDER BY entry");
    bind_all(row, first, first + entries_a_stream - 1);
    while (row.executeStep()) {
        std::optional<std::int64_t> position;
        if (!row.getColumn(3).isNull()) position = row.getColumn(3).getInt64();
        take({row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getInt64(), position,
              id_of(row.getColumn(4)), row.getColumn(5).getString()});
    }
}

bool same_words(SQLite::Database& db, std::string_view name, std::string_view other) {
    db.exec(
        fmt::format("DROP TABLE IF EXISTS temp.d_words_a; DROP TABLE IF EXISTS temp.d_words_b; CREATE VIRTUAL TABLE "
                    "temp.d_words_a USING fts5vocab(main, {}, instance); CREATE VIRTUAL TABLE temp.d_words_b USING "
                    "fts5vocab(temp, {}, instance)",
                    name, other));
    bool same = true;
    {
        // Both come in the order of the words and of their places, so that neither is ever held in memory whole.
        SQLite::Statement a(db, "SELECT term, doc, offset FROM temp.d_words_a");
        SQLite::Statement b(db, "SELECT term, doc, offset FROM temp.d_words_b");
        while (same) {
            const bool more = a.executeStep();
            same = more == b.executeStep();
            if (!more || !same) break;
            same = a.getColumn(0).getString() == b.getColumn(0).getString() &&
                   a.getColumn(1).getInt64() == b.getColumn(1).getInt64() &&
                   a.getColumn(2).getInt64() == b.getColumn(2).getInt64();
        }
    }
    db.exec("DROP TABLE temp.d_words_a; DROP TABLE temp.d_words_b");
    return same;
}

void make_index(SQLite::Database& db, std::string_view name) {
    db.exec(fmt::format("CREATE TEMP TABLE {}_entries AS SELECT * FROM main.search_entries WHERE 0", name));
    db.exec(fmt::format("CREATE UNIQUE INDEX temp.{0}_entry ON {0}_entries(entry)", name));
    index_options(db, "temp.", name);
}

void drop_index(SQLite::Database& db, std::string_view name) {
    db.exec(fmt::format("DROP TABLE IF EXISTS temp.{0}; DROP TABLE IF EXISTS temp.{0}_entries", name));
}

EntryWriter::EntryWriter(SQLite::Database& db, std::string_view name)
    : row_(db, fmt::format("INSERT INTO {}_entries VALUES(?, ?, ?, ?, ?, ?)", name)),
      words_(db, fmt::format("INSERT INTO {}(rowid, text) VALUES(?, ?)", name)),
      old_(db, fmt::format("SELECT entry, text FROM {}_entries WHERE entry BETWEEN ? AND ?", name)),
      old_words_(db, fmt::format("INSERT INTO {}({}, rowid, text) VALUES('delete', ?, ?)", name, without_schema(name))),
      erase_(db, fmt::format("DELETE FROM {}_entries WHERE entry BETWEEN ? AND ?", name)) {}

void EntryWriter::write(const SearchEntry& entry) {
    {
        Use row(row_);
        bind_all(*row, entry.entry, entry.kind, entry.number, entry.position, entry.matter, entry.text);
        row->exec();
    }
    Use words(words_);
    bind_all(*words, entry.entry, entry.text);
    words->exec();
}

void EntryWriter::erase(StreamRow stream) {
    const auto first = stream * entries_a_stream, last = first + entries_a_stream - 1;
    {
        Use old(old_);
        bind_all(*old, first, last);
        while (old->executeStep()) {
            Use words(old_words_);
            bind_all(*words, old->getColumn(0).getInt64(), old->getColumn(1).getString());
            words->exec();
        }
    }
    Use gone(erase_);
    bind_all(*gone, first, last);
    gone->exec();
}

bool SearchIndex::missing() {
    SQLite::Statement mark(connection_.db(), "SELECT value FROM main.marks WHERE name = 'search'");
    return !mark.executeStep() || mark.getColumn(0).getInt() != search_version;
}

bool SearchIndex::behind() {
    return missing() || connection_.db()
                                .execAndGet(
                                    "SELECT EXISTS(SELECT 1 FROM main.search_behind) OR EXISTS(SELECT 1 FROM "
                                    "main.dirty)")
                                .getInt() != 0;
}

void SearchIndex::clear() {
    connection_.db().exec(
        "INSERT INTO main.search(search) VALUES('delete-all'); DELETE FROM main.search_entries; DELETE FROM "
        "main.search_behind; DELETE FROM main.marks WHERE name = 'search'");
}

void SearchIndex::begin_anew() {
    clear();
    connection_.db().exec(
        fmt::format("INSERT INTO main.search_behind SELECT stream FROM main.streams WHERE kind = 'meeting'; INSERT "
                    "INTO main.marks VALUES('search', {})",
                    search_version));
}

bool SearchIndex::catch_up(std::size_t most) {
    auto& db = connection_.db();
    if (!missing() && db.execAndGet("SELECT EXISTS(SELECT 1 FROM main.search_behind)").getInt() == 0) return false;
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    if (missing()) begin_anew();
    const auto left = db.execAndGet("SELECT count(*) FROM main.search_behind").getInt64();
    std::vector<StreamRow> streams;
    SQLite::Statement query(db, "SELECT stream FROM main.search_behind ORDER BY stream DESC LIMIT ?");
    bind_all(query, most);
    while (query.executeStep()) streams.push_back(query.getColumn(0).getInt64());
    query.reset();
    EntryWriter writer(db, "main.search");
    SQLite::Statement done(db, "DELETE FROM main.search_behind WHERE stream = ?");
    std::size_t now = 0;
    for (const auto stream : streams) {
        watch_.at(
            {"Making the index for searching", so_far_ + now++, so_far_ + static_cast<std::size_t>(left), "meetings"});
        writer.erase(stream);
        each_entry(db, "main.", stream, [&](const SearchEntry& entry) { writer.write(entry); });
        Use row(done);
        bind_all(*row, stream);
        row->exec();
    }
    transaction.commit();
    const bool more = streams.size() == most;
    so_far_ = more ? so_far_ + now : 0;
    return more;
}

std::vector<StreamRow> SearchIndex::hidden() {
    std::vector<StreamRow> streams;
    SQLite::Statement query(connection_.db(),
                            missing() ? "SELECT stream FROM main.streams WHERE kind = 'meeting'"
                                      : "SELECT stream FROM main.search_behind UNION SELECT stream FROM main.dirty");
    while (query.executeStep()) streams.push_back(query.getColumn(0).getInt64());
    return streams;
}

}  // namespace folkmoot::log
