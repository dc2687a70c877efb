#include "src/log/store.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "src/log/chain.h"
#include "src/log/failure.h"
#include "src/log/sql.h"

namespace folkmoot::log {

namespace {

std::string_view name_of(StreamKind kind) { return kind == StreamKind::meeting ? "meeting" : "partnership"; }
StreamKind kind_from(const std::string& name) {
    return name == "meeting" ? StreamKind::meeting : StreamKind::partnership;
}

int common_digits(const Id128& a, const Id128& b) {
    const auto left = a.hex(), right = b.hex();
    int count = 0;
    while (count < 32 && left[static_cast<std::size_t>(count)] == right[static_cast<std::size_t>(count)]) ++count;
    return count;
}

std::string salt_of(const Id128& id) { return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()}; }

StoredEvent event_in(SQLite::Statement& row) {
    StoredEvent event;
    event.sequence = row.getColumn(0).getUInt();
    event.at.wall = std::chrono::sys_time<Millis>(Millis(row.getColumn(1).getInt64()));
    event.at.offset = Minutes(row.getColumn(2).getInt64());
    event.at.boot = Millis(row.getColumn(3).getInt64());
    event.at.boot_id = row.getColumn(4).getUInt();
    event.encoded.kind = std::string(bytes_of(row.getColumn(5)));
    event.encoded.payload = std::string(bytes_of(row.getColumn(6)));
    copy_bytes(row.getColumn(7), event.hash);
    return event;
}

/// Walks the words beside the events: both queries run in the order of (sequence, part).
class WordReader {
public:
    WordReader(SQLite::Database& db, const StreamInfo& stream)
        : uid_(stream.uid),
          query_(db,
                 "SELECT sequence, part, person, text, salt, sum FROM words WHERE stream = ? ORDER BY sequence, part"),
          instead_(db, "SELECT text, sum FROM words_instead WHERE stream = ? AND sequence = ? AND part = ?") {
        query_.bind(1, static_cast<std::int64_t>(stream.row));
        instead_.bind(1, static_cast<std::int64_t>(stream.row));
        more_ = query_.executeStep();  // NOLINT(cppcoreguidelines-prefer-member-initializer): after the binding
    }

    /// The words of one event into `event`, their sums into `marks`. Says what is wrong, or nothing.
    std::string take(StoredEvent& event, std::vector<WordMark>& marks) {
        std::string wrong;
        for (; more_ && query_.getColumn(0).getUInt() <= event.sequence; more_ = query_.executeStep()) {
            if (query_.getColumn(0).getUInt() != event.sequence) {
                wrong = "words that belong to no act lie before it";
                continue;
            }
            if (query_.getColumn(1).getInt64() != static_cast<std::int64_t>(marks.size()))
                wrong = "some of its words are missing";
            WordMark mark{maybe_id_of<PersonId>(query_.getColumn(2)), {}};
            if (!copy_bytes(query_.getColumn(5), mark.sum)) wrong = "the sum of its words is damaged";
            Words words(forgotten_words, mark.person);
            if (const auto text = query_.getColumn(3); !text.isNull()) {
                words.text = std::string(bytes_of(text));
                if (word_sum(bytes_of(query_.getColumn(4)), words.text) != mark.sum) wrong = "its words were changed";
            } else if (!take_instead(event.sequence, marks.size(), words.text)) {
                wrong = "what stands in place of its forgotten words was changed";
            }
            event.encoded.words.push_back(std::move(words));
            marks.push_back(mark);
        }
        return wrong;
    }
    [[nodiscard]] bool more() const { return more_; }

private:
    /// False when it is damaged. Most forgotten words have nothing in their place.
    bool take_instead(Sequence sequence, std::size_t part, std::string& text) {
        instead_.bind(2, static_cast<std::int64_t>(sequence));
        instead_.bind(3, static_cast<std::int64_t>(part));
        bool sound = true;
        if (instead_.executeStep()) {
            text = std::string(bytes_of(instead_.getColumn(0)));
            Sha256 sum{};
            sound = copy_bytes(instead_.getColumn(1), sum) &&
                    sum == instead_sum(uid_, sequence, static_cast<std::int64_t>(part), text);
        }
        instead_.reset();
        return sound;
    }

    Id128 uid_;
    SQLite::Statement query_, instead_;
    bool more_ = false;
};

}  // namespace

std::size_t meetings_in(const std::vector<StreamInfo>& streams) {
    return static_cast<std::size_t>(std::ranges::count(streams, StreamKind::meeting, &StreamInfo::kind));
}

std::string in_words(const StreamInfo& stream) {
    return fmt::format("{} {}", name_of(stream.kind), stream.uid.shown());
}

Store::Store(Connection& connection) : connection_(connection) {
    if (connection.mode() != LogMode::write) return;
    insert_event_.emplace(connection.db(), "INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert_word_.emplace(connection.db(), "INSERT INTO words VALUES(?, ?, ?, ?, ?, ?, ?)");
    insert_mark_.emplace(connection.db(), "INSERT OR IGNORE INTO dirty VALUES(?)");
}

bool Store::is_for_review() {
    if (!for_review_) {
        SQLite::Statement mark(connection_.db(), "SELECT 1 FROM main.marks WHERE name = ?");
        bind_all(mark, for_review_mark);
        for_review_ = mark.executeStep();
    }
    return *for_review_;
}

void Store::append(std::span<const StreamAppend> appends) {
    const auto path = connection_.path().string();
    if (is_for_review())
        throw WriteError(
            fmt::format("This is a copy for review: {}. It can be read, and nothing can be added to it.", path));
    if (connection_.mode() != LogMode::write)
        throw WriteError(
            fmt::format("The log was opened for reading only: {}. Nothing of this act was written.", path));
    if (!connection_.same_file())
        throw WriteError(fmt::format("The log was moved or replaced: {}. Nothing of this act was written.", path));
    try {
        twice([&] { append_once(appends); });
    } catch (const SQLite::Exception& failure) {
        throw WriteError(connection_.words_for(failure) + " Nothing of this act was written.");
    }
}

void Store::append_once(std::span<const StreamAppend> appends) {
    Tails fresh;
    std::set<StreamRow> touched;
    SQLite::Transaction transaction(connection_.db(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto& append : appends) {
        auto tail = tail_of(append, fresh);
        if (tail.sequence != append.after) {
            throw Error(
                fmt::format("The log holds {} acts of this {}, and {} were expected: {}. Nothing of this act was "
                            "written; leave the meeting and resume it.",
                            tail.sequence, name_of(append.kind), append.after, connection_.path().string()));
        }
        for (const auto& encoded : append.events) add_event(tail, append.at, encoded);
        if (!marked_.contains(tail.row)) mark(tail.row);
        touched.insert(tail.row);
        fresh[append.stream] = tail;
    }
    transaction.commit();
    for (const auto& [uid, tail] : fresh) tails_[uid] = tail;
    marked_.insert(touched.begin(), touched.end());
}

Store::Tail Store::tail_of(const StreamAppend& append, const Tails& fresh) {
    std::optional<Tail> tail;
    if (const auto found = fresh.find(append.stream); found != fresh.end())
        tail = found->second;
    else if (const auto kept = tails_.find(append.stream); kept != tails_.end())
        tail = kept->second;
    else
        tail = stored_tail(append.stream);
    if (!tail) return append.after == 0 ? begin_stream(append.stream, append.kind) : Tail{};
    if (tail->kind != append.kind) throw Error("a stream cannot be a meeting and a partnership");
    return *tail;
}

std::optional<Store::Tail> Store::stored_tail(const Id128& uid) {
    const auto info = find(uid);
    if (!info) return std::nullopt;
    Tail tail{info->row, 0, first_link(uid, info->kind), info->kind};
    SQLite::Statement last(connection_.db(),
                           "SELECT sequence, hash FROM events WHERE stream = ? ORDER BY sequence DESC LIMIT 1");
    bind_all(last, info->row);
    if (last.executeStep()) {
        tail.sequence = last.getColumn(0).getUInt();
        copy_bytes(last.getColumn(1), tail.hash);
    }
    return tail;
}

Store::Tail Store::begin_stream(const Id128& uid, StreamKind kind) {
    SQLite::Statement insert(connection_.db(), "INSERT INTO streams(uid, kind, digits) VALUES(?, ?, ?)");
    const int digits = kind == StreamKind::meeting ? digits_apart(uid) : 0;
    bind_all(insert, uid, name_of(kind), digits);
    insert.exec();
    return {sqlite3_last_insert_rowid(connection_.db().getHandle()), 0, first_link(uid, kind), kind};
}

int Store::digits_apart(const Id128& uid) {
    int digits = 0;
    for (const char* sql : {"SELECT uid FROM streams WHERE uid < ? AND kind = 'meeting' ORDER BY uid DESC LIMIT 1",
                            "SELECT uid FROM streams WHERE uid > ? AND kind = 'meeting' ORDER BY uid LIMIT 1"}) {
        SQLite::Statement neighbour(connection_.db(), sql);
        bind_all(neighbour, uid);
        if (neighbour.executeStep()) digits = std::max(digits, common_digits(uid, id_of(neighbour.getColumn(0))) + 1);
    }
    return digits;
}

void Store::add_event(Tail& tail, const Stamp& at, const Encoded& encoded) {
    EventLine line;
    line.sequence = tail.sequence + 1;
    line.at = at;
    line.kind = encoded.kind;
    line.payload = encoded.payload;
    for (const auto& words : encoded.words) {
        auto& added = line.words.emplace_back();
        added.text = words.text;
        added.whose = words.whose;
    }
    add_line(tail, line);
}

void Store::add_line(Tail& tail, const EventLine& line) {
    auto whole = line;
    std::vector<WordMark> marks;
    for (auto& words : whole.words) {
        if (!words.sum) {
            words.salt = salt_of(salts_.next());
            words.sum = word_sum(words.salt, *words.text);
        }
        marks.push_back({words.whose, *words.sum});
    }
    const auto hash = event_hash(tail.hash, whole.sequence, whole.at, whole.kind, whole.payload, marks);
    {
        Use event(*insert_event_);
        bind_all(*event, tail.row, whole.sequence, whole.at.wall.time_since_epoch().count(), whole.at.offset.count(),
                 whole.at.boot.count(), whole.at.boot_id, whole.kind, whole.payload, hash);
        event->exec();
    }
    for (std::size_t part = 0; part < whole.words.size(); ++part) {
        const auto& words = whole.words[part];
        Use word(*insert_word_);
        bind_all(*word, tail.row, whole.sequence, part, words.whose, words.text);
        if (words.text) word->bind(6, words.salt.data(), static_cast<int>(words.salt.size()));
        bind_value(*word, 7, *words.sum);
        word->exec();
        if (!words.text && words.instead) add_instead(tail.row, whole, part);
    }
    tail.sequence = whole.sequence;
    tail.hash = hash;
}

void Store::add_instead(StreamRow stream, const EventLine& line, std::size_t part) {
    SQLite::Statement insert(connection_.db(), "INSERT INTO words_instead VALUES(?, ?, ?, ?, ?)");
    const auto& text = *line.words[part].instead;
    bind_all(insert, stream, line.sequence, part, text,
             instead_sum(line.stream, line.sequence, static_cast<std::int64_t>(part), text));
    insert.exec();
}

void Store::mark(StreamRow stream) {
    Use insert(*insert_mark_);
    bind_all(*insert, stream);
    insert->exec();
}

std::optional<StreamInfo> Store::find(const Id128& uid) {
    SQLite::Statement query(connection_.db(), "SELECT stream, kind FROM streams WHERE uid = ?");
    bind_all(query, uid);
    if (!query.executeStep()) return std::nullopt;
    return StreamInfo{query.getColumn(0).getInt64(), uid, kind_from(query.getColumn(1).getString())};
}

std::vector<StreamInfo> Store::all() {
    std::vector<StreamInfo> streams;
    SQLite::Statement query(connection_.db(), "SELECT stream, uid, kind FROM streams ORDER BY stream");
    while (query.executeStep()) {
        streams.push_back(
            {query.getColumn(0).getInt64(), id_of(query.getColumn(1)), kind_from(query.getColumn(2).getString())});
    }
    return streams;
}

StoredStream Store::read(const StreamInfo& stream) {
    const OneMoment moment(connection_.db());
    StoredStream result;
    const auto note = [&](Sequence sequence, std::string what) {
        if (!result.damage) result.damage = Damage{sequence, std::move(what)};
    };
    SQLite::Statement query(
        connection_.db(),
        "SELECT sequence, at, offset, boot, boot_id, kind, payload, hash FROM events WHERE stream = ? "
        "ORDER BY sequence");
    bind_all(query, stream.row);
    WordReader words(connection_.db(), stream);
    auto link = first_link(stream.uid, stream.kind);
    while (query.executeStep()) {
        auto event = event_in(query);
        std::vector<WordMark> marks;
        if (auto wrong = words.take(event, marks); !wrong.empty()) note(event.sequence, std::move(wrong));
        if (event.sequence != result.events.size() + 1) note(event.sequence, "an act before it is missing");
        const auto& [kind, payload, unused] = event.encoded;
        if (event_hash(link, event.sequence, event.at, kind, payload, marks) != event.hash)
            note(event.sequence, "it does not match its sum");
        link = event.hash;
        result.events.push_back(std::move(event));
    }
    if (words.more()) note(static_cast<Sequence>(result.events.size()), "words of a later act are there without it");
    return result;
}

Sequence Store::last_sequence(const Id128& uid) {
    if (const auto kept = tails_.find(uid); kept != tails_.end()) return kept->second.sequence;
    const auto tail = stored_tail(uid);
    return tail ? tail->sequence : 0;
}

}  // namespace folkmoot::log
