// Streams of events in the file: added to, and read back with their sums checked.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/hash.h"
#include "src/base/id.h"
#include "src/log/connection.h"
#include "src/session/event_lines.h"
#include "src/session/journal.h"
#include "src/session/records.h"

namespace folkmoot::log {

using StreamRow = std::int64_t;

struct StreamInfo {
    StreamRow row = 0;
    Id128 uid;
    StreamKind kind = StreamKind::meeting;
};

struct StoredEvent {
    Sequence sequence = 0;
    Stamp at;
    Encoded encoded;
    Sha256 hash{};
};

/// What is wrong with a stream, and with which act of it.
struct Damage {
    Sequence sequence = 0;
    std::string what;
};

struct StoredStream {
    std::vector<StoredEvent> events;  ///< all that could be read, damaged ones too
    std::optional<Damage> damage;     ///< the first
};

/// The mark in `marks` of a copy that was made for reading.
inline constexpr std::string_view for_review_mark = "for review";

class Store {
public:
    explicit Store(Connection& connection);

    /// Nothing is added to a copy that was made for review.
    [[nodiscard]] bool is_for_review();
    /// As Journal::append.
    void append(std::span<const StreamAppend> appends);

    std::optional<StreamInfo> find(const Id128& uid);
    std::vector<StreamInfo> all();
    StoredStream read(const StreamInfo& stream);
    Sequence last_sequence(const Id128& uid);
    /// Summaries of these are behind; what the writer has marked in this run is not marked again.
    void forget_marked() { marked_.clear(); }

    /// The end of a stream, to which the next event is added.
    struct Tail {
        StreamRow row = 0;
        Sequence sequence = 0;
        Sha256 hash{};
        StreamKind kind = StreamKind::meeting;
    };
    // For importing, inside a transaction of the caller's; what is said above of the ends of streams is then forgotten.
    std::optional<Tail> stored_tail(const Id128& uid);
    Tail begin_stream(const Id128& uid, StreamKind kind);
    /// With its own salts and sums where it has them. Its hash is made anew and is the same when it follows the same.
    void add_line(Tail& tail, const EventLine& line);
    void mark_behind(StreamRow stream) { mark(stream); }
    void forget_tails() { tails_.clear(); }

private:
    using Tails = std::map<Id128, Tail>;

    void append_once(std::span<const StreamAppend> appends);
    Tail tail_of(const StreamAppend& append, const Tails& fresh);
    int digits_apart(const Id128& uid);
    void add_event(Tail& tail, const Stamp& at, const Encoded& encoded);
    void mark(StreamRow stream);
    void add_instead(StreamRow stream, const EventLine& line, std::size_t part);

    Connection& connection_;
    IdSource salts_;
    // The ends of the streams written to in this run, so that an act reads nothing. Only what was committed.
    Tails tails_;
    std::set<StreamRow> marked_;
    std::optional<bool> for_review_;  ///< once it was looked at
    std::optional<SQLite::Statement> insert_event_, insert_word_, insert_mark_;
};

/// How many of them are meetings.
std::size_t meetings_in(const std::vector<StreamInfo>& streams);

/// "meeting 3f2a61c0" or "partnership 3f2a61c0".
std::string in_words(const StreamInfo& stream);

}  // namespace folkmoot::log
