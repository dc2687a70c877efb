#include "src/log/event_reader.h"

#include <fmt/format.h>

#include "src/log/sql.h"

namespace folkmoot::log {

bool has_table(SQLite::Database& db, std::string_view name) {
    SQLite::Statement query(db, "SELECT 1 FROM main.sqlite_schema WHERE name = ?");
    bind_all(query, name);
    return query.executeStep();
}

EventReader::EventReader(SQLite::Database& db)
    : event_(db,
             "SELECT s.uid, s.kind, e.kind, e.payload FROM events e JOIN streams s USING(stream) WHERE e.stream = ? "
             "AND e.sequence = ?"),
      words_(db, fmt::format("SELECT w.person, coalesce(w.text, {}, ?3) FROM words w {} WHERE w.stream = ?1 AND "
                             "w.sequence = ?2 ORDER BY w.part",
                             has_table(db, "words_instead") ? "i.text" : "NULL",
                             has_table(db, "words_instead") ? "LEFT JOIN words_instead i USING(stream, sequence, part)"
                                                            : "")) {}

ReadEvent EventReader::read(StreamRow stream, Sequence sequence) {
    ReadEvent event;
    event.sequence = sequence;
    {
        Use row(event_);
        bind_all(*row, stream, sequence);
        if (!row->executeStep()) return event;
        event.stream = {stream, id_of(row->getColumn(0)),
                        row->getColumn(1).getString() == "meeting" ? StreamKind::meeting : StreamKind::partnership};
        event.encoded.kind = std::string(bytes_of(row->getColumn(2)));
        event.encoded.payload = std::string(bytes_of(row->getColumn(3)));
    }
    Use row(words_);
    bind_all(*row, stream, sequence, forgotten_words);
    while (row->executeStep())
        event.encoded.words.emplace_back(std::string(bytes_of(row->getColumn(1))),
                                         maybe_id_of<PersonId>(row->getColumn(0)));
    return event;
}

WordUse EventReader::use(StreamRow stream, Sequence sequence, std::int64_t part) {
    if (stream != held_stream_ || sequence != held_sequence_) {
        const auto event = read(stream, sequence);
        held_stream_ = stream;
        held_sequence_ = sequence;
        try {
            uses_ = word_uses(event.stream.kind, event.encoded);
        } catch (const Error&) {
            uses_.clear();
        }
    }
    const auto at = static_cast<std::size_t>(part);
    return at < uses_.size() ? uses_[at] : WordUse::plan;
}

}  // namespace folkmoot::log
