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

namespace folkmoot::log {

/// To be raised when what the tables hold for the same events changes: a file with another number is filled anew.
inline constexpr int summaries_version = 3;

using Folded = std::variant<State, Partnership>;

/// The fold of a stored stream. Throws Error that names the stream and the act when it is damaged.
Folded fold_stream(const StreamInfo& stream, const StoredStream& stored);
std::vector<Recorded> recorded(const StreamInfo& stream, const StoredStream& stored);

class Summaries {
public:
    Summaries(Connection& connection, Store& store) : connection_(connection), store_(store) {}

    /// Before a query. The writer brings the tables up to date; a reader, and a writer whose disk is full, lays what
    /// is behind over them in memory.
    void refresh();
    /// Writes what is behind, in one transaction. Throws WriteError.
    void catch_up();
    /// Empties all and fills all. Throws WriteError.
    void rebuild();

    /// Streams that could not be folded, and why.
    [[nodiscard]] const std::map<StreamRow, std::string>& unfoldable() const { return unfoldable_; }

private:
    std::vector<StreamInfo> behind();
    void write_all(const std::vector<StreamInfo>& streams);
    void lay_over();
    void clear_overlay();
    void make_overlay();
    /// Replaces the rows of the streams; adds the matters that they touched before and touch now.
    void fill(RowWriter& rows, const std::string& read_from, const std::vector<StreamInfo>& streams,
              std::set<Id128>& touched);

    Connection& connection_;
    Store& store_;
    bool overlay_ = false;
    std::string seen_version_;
    std::map<StreamRow, std::string> unfoldable_;
};

/// Computes the rows of p_matters anew from p_touches and writes them with `rows`, after `erase` said what to do with
/// the old ones (matters.cpp).
void write_matters(SQLite::Database& db, RowWriter& rows, const std::set<Id128>& matters);

}  // namespace folkmoot::log
