// Small helpers between our types and SQLite's.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "src/base/hash.h"
#include "src/base/id.h"
#include "src/meeting/words.h"
#include "src/time/calendar.h"

namespace folkmoot::log {

/// Files made while this lives are for their owner only, whatever the umask was.
class PrivateFiles {
public:
    PrivateFiles() : before_(umask(077)) {}
    ~PrivateFiles() { umask(before_); }
    PrivateFiles(const PrivateFiles&) = delete;
    PrivateFiles& operator=(const PrivateFiles&) = delete;

private:
    mode_t before_;
};

/// Resets a cached statement and forgets its bindings (reset alone keeps them), also when an exception passes.
class Use {
public:
    explicit Use(SQLite::Statement& statement) : statement_(statement) {}
    ~Use() {
        statement_.tryReset();
        try {
            statement_.clearBindings();
        } catch (...) {  // a statement that cannot be cleared is bound anew in full before its next use
        }
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    SQLite::Statement* operator->() { return &statement_; }
    SQLite::Statement& operator*() { return statement_; }

private:
    SQLite::Statement& statement_;
};

/// All that is read while this lives is of one moment, whatever another program writes meanwhile. Inside a transaction
/// that is so already.
class OneMoment {
public:
    explicit OneMoment(SQLite::Database& db) : db_(db), ours_(sqlite3_get_autocommit(db.getHandle()) != 0) {
        if (ours_) db_.exec("BEGIN");
    }
    ~OneMoment() {
        if (ours_) db_.tryExec("COMMIT");
    }
    OneMoment(const OneMoment&) = delete;
    OneMoment& operator=(const OneMoment&) = delete;

private:
    SQLite::Database& db_;
    bool ours_;
};

inline void bind_value(SQLite::Statement& to, int index, std::nullptr_t) { to.bind(index); }
template <std::integral T>
void bind_value(SQLite::Statement& to, int index, T value) {
    to.bind(index, static_cast<std::int64_t>(value));
}
inline void bind_value(SQLite::Statement& to, int index, const std::string& value) { to.bind(index, value); }
inline void bind_value(SQLite::Statement& to, int index, std::string_view value) { to.bind(index, std::string(value)); }
inline void bind_value(SQLite::Statement& to, int index, const char* value) { to.bind(index, value); }
inline void bind_value(SQLite::Statement& to, int index, const Words& value) { to.bind(index, value.text); }
inline void bind_value(SQLite::Statement& to, int index, const Id128& value) {
    to.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
}
inline void bind_value(SQLite::Statement& to, int index, const Sha256& value) {
    to.bind(index, value.data(), static_cast<int>(value.size()));
}
inline void bind_value(SQLite::Statement& to, int index, const Date& value) { to.bind(index, iso(value)); }
template <class T>
void bind_value(SQLite::Statement& to, int index, const std::optional<T>& value) {
    if (value)
        bind_value(to, index, *value);
    else
        to.bind(index);
}

/// Binds all parameters from the first on.
template <class... T>
void bind_all(SQLite::Statement& to, const T&... values) {
    int index = 0;
    (bind_value(to, ++index, values), ...);
}

inline std::string_view bytes_of(const SQLite::Column& column) {
    const auto* data = static_cast<const char*>(column.getBlob());
    return data == nullptr ? std::string_view() : std::string_view(data, static_cast<std::size_t>(column.getBytes()));
}
template <std::size_t N>
bool copy_bytes(const SQLite::Column& column, std::array<std::uint8_t, N>& to) {
    const auto bytes = bytes_of(column);
    if (bytes.size() != N) return false;
    std::copy(bytes.begin(), bytes.end(), to.begin());
    return true;
}
/// Empty when the column holds no id.
template <class T = Id128>
T id_of(const SQLite::Column& column) {
    T id;
    copy_bytes(column, id.bytes);
    return id;
}
template <class T>
std::optional<T> maybe_id_of(const SQLite::Column& column) {
    if (column.isNull()) return std::nullopt;
    return id_of<T>(column);
}
inline Date date_in(const SQLite::Column& column) { return date_from_iso(column.getString()).value_or(Date{}); }
inline std::optional<Date> maybe_date_in(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : date_from_iso(column.getString());
}

}  // namespace folkmoot::log
