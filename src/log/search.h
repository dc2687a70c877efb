// The index of words over what can be found, kept equal to the summaries, and the question put to it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>
#include <string>
#include <string_view>

#include "src/base/id.h"
#include "src/log/connection.h"
#include "src/log/store.h"
#include "src/log/watch.h"
#include "src/session/search.h"

namespace folkmoot::log {

/// To be raised when what the index holds for the same summaries changes: a file with another number is filled anew.
inline constexpr int search_version = 2;
/// The columns of search_entries.entry.
inline constexpr std::int64_t entries_a_stream = 1'000'000;

struct SearchEntry {
    std::int64_t entry = 0;
    std::string kind;
    std::int64_t number = 0;
    std::optional<std::int64_t> position;
    Id128 matter;
    std::string text;
};

/// What can be found of one meeting, in order. `from` is the schema of the summaries: "main.", or "" for those that a
/// reader sees.
void each_entry(SQLite::Database& db, std::string_view from, StreamRow stream,
                const std::function<void(const SearchEntry&)>& take);

/// The same from the index itself, right or wrong.
void entries_held(SQLite::Database& db, StreamRow stream, const std::function<void(const SearchEntry&)>& take);

/// Every word of the index "main.NAME" is in "temp.OTHER" at the same place, and no other.
bool same_words(SQLite::Database& db, std::string_view name, std::string_view other);

/// Makes an empty index beside its entries: "temp.NAME" and "temp.NAME_entries".
void make_index(SQLite::Database& db, std::string_view name);
void drop_index(SQLite::Database& db, std::string_view name);
/// One entry more in `name` ("main.search") and its entries.
class EntryWriter {
public:
    EntryWriter(SQLite::Database& db, std::string_view name);
    void write(const SearchEntry& entry);
    void erase(StreamRow stream);

private:
    SQLite::Statement row_, words_, old_, old_words_, erase_;
};

class SearchIndex {
public:
    SearchIndex(Connection& connection, const Watch& watch) : connection_(connection), watch_(watch) {}

    /// The index was never filled, or by another version.
    [[nodiscard]] bool missing();
    /// A search would have something to bring up to date first.
    [[nodiscard]] bool behind();
    /// Brings at most so many meetings up to date, in one transaction. The summaries must be. Throws SQLite::Exception,
    /// or Stopped. False when there was nothing left to do.
    bool catch_up(std::size_t most);
    /// Empties it without a trace; the next search fills it anew. To be called, in the same transaction, before words
    /// are blanked.
    void clear();

    /// Laid over in memory where the index is behind, so that a reader, and a writer whose disk is full, find all.
    SearchAnswer find(const SearchQuery& query);

private:
    void begin_anew();
    [[nodiscard]] std::vector<StreamRow> hidden();

    Connection& connection_;
    const Watch& watch_;
    std::size_t so_far_ = 0;  ///< meetings, since it was last up to date
};

}  // namespace folkmoot::log
