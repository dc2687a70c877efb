#include "src/log/naming.h"

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

#include "src/base/text.h"

namespace folkmoot::log {

namespace {

std::string_view value_text(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void named(sqlite3_context* context, int, sqlite3_value** values) {
    const bool same = text::name_matches(text::plain(value_text(values[0])), text::plain(value_text(values[1])));
    sqlite3_result_int(context, same ? 1 : 0);
}

void listed(sqlite3_context* context, int, sqlite3_value** values) {
    const auto wanted = text::folded(value_text(values[1]));
    const auto list = value_text(values[0]);
    bool found = false;
    for (std::size_t from = 0; from < list.size() && !found;) {
        const auto end = std::min(list.find(", ", from), list.size());
        found = text::folded(list.substr(from, end - from)) == wanted;
        from = end + 2;
    }
    sqlite3_result_int(context, found ? 1 : 0);
}

}  // namespace

void add_naming(SQLite::Database& db) {
    db.createFunction("folkmoot_named", 2, true, nullptr, named, nullptr, nullptr, nullptr);
    db.createFunction("folkmoot_listed", 2, true, nullptr, listed, nullptr, nullptr, nullptr);
}

}  // namespace folkmoot::log
