// Events as lines, for export and import.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>

#include "src/log/store.h"
#include "src/session/event_lines.h"

namespace folkmoot::log {

class LineReader {
public:
    explicit LineReader(SQLite::Database& db);
    /// Nothing when the stream has no such event.
    std::optional<EventLine> read(const StreamInfo& stream, Sequence sequence);

private:
    SQLite::Statement event_, words_, instead_;
};

/// The event's hash after `before`. Throws Error when the line's sums are not those of what it holds.
Sha256 chained(const Sha256& before, const EventLine& line);

}  // namespace folkmoot::log
