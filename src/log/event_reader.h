// Single events of any file with a log's tables, with what stands in place of forgotten words.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

#include "src/log/store.h"
#include "src/session/word_uses.h"

namespace folkmoot::log {

bool has_table(SQLite::Database& db, std::string_view name);

/// One event with its words as they can be read now.
struct ReadEvent {
    StreamInfo stream;
    Sequence sequence = 0;
    Encoded encoded;
};

class EventReader {
public:
    explicit EventReader(SQLite::Database& db);

    ReadEvent read(StreamRow stream, Sequence sequence);
    /// For what the words of an event that cannot be decoded are, there is no saying: of the plan.
    WordUse use(StreamRow stream, Sequence sequence, std::int64_t part);

private:
    SQLite::Statement event_, words_;
    StreamRow held_stream_ = 0;
    Sequence held_sequence_ = 0;
    std::vector<WordUse> uses_;
};

}  // namespace folkmoot::log
