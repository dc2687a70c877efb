// The rows of one stream in the summary tables: taken out, and put in from a folded meeting.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "src/log/sql.h"
#include "src/log/store.h"
#include "src/session/state.h"

namespace folkmoot::log {

/// The tables whose first column is the stream.
inline constexpr std::array<std::string_view, 12> stream_tables = {
    "p_partnerships", "p_meetings", "p_attendance", "p_items",   "p_turns",   "p_captures",
    "p_scores",       "p_pulse",    "p_duties",     "p_touches", "p_figures", "p_corrections"};
/// Those that sum up several streams, and the column that says what a row is of.
struct SumTable {
    std::string_view name, key;
};
inline constexpr std::array<SumTable, 2> sum_tables = {{{"p_matters", "matter"}, {"p_months", "slot"}}};

/// Writes to "main." or to the copies of a reader, "temp.o_". Keeps its statements for as long as it lives.
class RowWriter {
public:
    RowWriter(SQLite::Database& db, std::string prefix) : db_(db), prefix_(std::move(prefix)) {}

    void erase(StreamRow stream);
    void write(StreamRow stream, const State& state);
    void write(StreamRow stream, const Partnership& partnership);

    template <class... T>
    void insert(std::string_view table, const T&... values) {
        Use row(insertion(table, sizeof...(T)));
        bind_all(*row, values...);
        row->exec();
    }

private:
    SQLite::Statement& insertion(std::string_view table, std::size_t columns);

    SQLite::Database& db_;
    std::string prefix_;
    std::map<std::string, SQLite::Statement, std::less<>> statements_;
};

/// Partnership and group (as it is compared) as one value.
Id128 group_id(const PartnershipId& partnership, std::string_view group);

/// What a plan brought of a time before the log is ranked from here on in its meeting.
inline constexpr std::size_t brought_rank = 2'000'000;

/// p_touches.closed of what was said between meetings.
inline constexpr int between_meetings = 2;

/// p_touches: what the meeting did with its matters, and what was said of actions between meetings (touches.cpp).
void write_touches(RowWriter& rows, StreamRow stream, const State& state);
void write_touches(RowWriter& rows, StreamRow stream, const Partnership& partnership);

}  // namespace folkmoot::log
