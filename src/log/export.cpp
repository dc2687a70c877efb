// Everything out of a log.
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "src/log/chain.h"
#include "src/log/lines.h"
#include "src/log/parts.h"
#include "src/log/sql.h"
#include "src/log/transfer.h"

namespace folkmoot {

namespace log {

LineReader::LineReader(SQLite::Database& db)
    : event_(db, "SELECT at, offset, boot, boot_id, kind, payload, hash FROM events WHERE stream = ? AND sequence = ?"),
      words_(db, "SELECT person, text, salt, sum, part FROM words WHERE stream = ? AND sequence = ? ORDER BY part"),
      instead_(db, "SELECT text FROM words_instead WHERE stream = ? AND sequence = ? AND part = ?") {}

std::optional<EventLine> LineReader::read(const StreamInfo& stream, Sequence sequence) {
    EventLine line;
    line.stream = stream.uid;
    line.of = stream.kind;
    line.sequence = sequence;
    {
        Use row(event_);
        bind_all(*row, stream.row, sequence);
        if (!row->executeStep()) return std::nullopt;
        line.at.wall = std::chrono::sys_time<Millis>(Millis(row->getColumn(0).getInt64()));
        line.at.offset = Minutes(row->getColumn(1).getInt64());
        line.at.boot = Millis(row->getColumn(2).getInt64());
        line.at.boot_id = row->getColumn(3).getUInt();
        line.kind = std::string(bytes_of(row->getColumn(4)));
        line.payload = std::string(bytes_of(row->getColumn(5)));
        copy_bytes(row->getColumn(6), line.hash.emplace());
    }
    Use row(words_);
    bind_all(*row, stream.row, sequence);
    while (row->executeStep()) {
        LineWords words;
        words.whose = maybe_id_of<PersonId>(row->getColumn(0));
        if (!row->getColumn(1).isNull()) words.text = std::string(bytes_of(row->getColumn(1)));
        if (!words.text) {
            Use instead(instead_);
            bind_all(*instead, stream.row, sequence, row->getColumn(4).getInt64());
            if (instead->executeStep()) words.instead = std::string(bytes_of(instead->getColumn(0)));
        }
        words.salt = std::string(bytes_of(row->getColumn(2)));
        copy_bytes(row->getColumn(3), words.sum.emplace());
        line.words.push_back(std::move(words));
    }
    return line;
}

Sha256 chained(const Sha256& before, const EventLine& line) {
    std::vector<WordMark> marks;
    for (const auto& words : line.words) {
        if (words.text && words.sum && word_sum(words.salt, *words.text) != *words.sum)
            throw Error("its words do not match their sum");
        marks.push_back({words.whose, words.sum.value_or(Sha256{})});
    }
    const auto hash = event_hash(before, line.sequence, line.at, line.kind, line.payload, marks);
    if (line.hash && *line.hash != hash)
        throw Error("it does not match its sum: it was changed, or what came before it was");
    return hash;
}

}  // namespace log

void export_events(Log& log, const std::function<void(const LinesHeader&)>& begin,
                   const std::function<void(const EventLine&)>& take) {
    auto& parts = log.parts();
    auto& db = parts.connection.db();
    try {
        const log::OneMoment moment(db);
        const auto number = [&](const char* sql) { return static_cast<std::size_t>(db.execAndGet(sql).getInt64()); };
        begin(
            {lines_schema, number("SELECT count(DISTINCT stream) FROM events"), number("SELECT count(*) FROM events")});
        log::LineReader reader(db);
        const auto all = parts.store.all();
        const std::size_t meetings = log::meetings_in(all);
        std::size_t done = 0;
        for (const auto& stream : all) {
            if (stream.kind == StreamKind::meeting) parts.watch.at({"Writing", done++, meetings, "meetings"});
            auto link = log::first_link(stream.uid, stream.kind);
            for (Sequence sequence = 1;; ++sequence) {
                const auto line = reader.read(stream, sequence);
                if (!line) break;
                try {
                    link = log::chained(link, *line);
                } catch (const Error& damage) {
                    throw Error(fmt::format("The log {}: {} is damaged at act {}: {}. See \"folkmoot doctor\".",
                                            log.path().string(), in_words(stream), sequence, damage.what()));
                }
                take(*line);
            }
        }
    } catch (const SQLite::Exception& failure) {
        throw Error(parts.connection.words_for(failure));
    }
}

}  // namespace folkmoot
