// Keeps the summary tables equal to the fold of the events.
#pragma once

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "src/log/connection.h"
#include "src/log/rows.h"
#include "src/log/store.h"
#include "src/log/watch.h"
#include "src/trends/figures.h"

namespace folkmoot::log {

/// To be raised when what the tables hold for the same events changes: a file with another number is filled anew.
inline constexpr int tables_version = 5;
inline constexpr int summaries_version = 1000 * figures_version + tables_version;

using Folded = std::variant<State, Partnership>;

/// The fold of a stored stream. Throws Error that names the stream and the act when it is damaged.
Folded fold_stream(const StreamInfo& stream, const StoredStream& stored);
std::vector<Recorded> recorded(const StreamInfo& stream, const StoredStream& stored);

/// What of the tables that sum up several streams is to be made anew.
struct Touched {
    std::set<Id128> matters;
    std::set<Id128> months;  ///< their slots
};

class Summaries {
public:
    Summaries(Connection& connection, Store& store, const Watch& watch)
        : connection_(connection), store_(store), watch_(watch) {}

    /// Before a query. The writer brings the tables up to date; a reader, and a writer whose disk is full, lays what
    /// is behind over them in memory.
    void refresh();
    /// Writes what is behind, in one transaction. Throws WriteError, or Stopped.
    void catch_up();
    /// Empties all and fills all, in one transaction. Throws WriteError, or Stopped.
    void rebuild();

    /// Streams that could not be folded, and why.
    [[nodiscard]] const std::map<StreamRow, std::string>& unfoldable() const { return unfoldable_; }

private:
    std::vector<StreamInfo> behind();
    /// `anew`: all that is there goes first.
    void write_all(const std::vector<StreamInfo>& streams, bool anew);
    void write_or_say(const std::vector<StreamInfo>& streams, bool anew);
    void lay_over();
    void clear_overlay();
    void make_overlay();
    /// Replaces the rows of the streams, those with `prefix`; says what they touched before and touch now.
    Touched fill(RowWriter& rows, const std::string& prefix, const std::vector<StreamInfo>& streams);

    Connection& connection_;
    Store& store_;
    const Watch& watch_;
    bool overlay_ = false;
    std::string seen_version_;
    std::map<StreamRow, std::string> unfoldable_;
};

/// Computes the rows of p_matters anew from p_touches and writes them with `rows` (matters.cpp).
void write_matters(SQLite::Database& db, RowWriter& rows, const std::set<Id128>& matters);
/// The same for p_months, from p_figures (months.cpp).
void write_months(SQLite::Database& db, RowWriter& rows, const std::set<Id128>& slots);

}  // namespace folkmoot::log
