// Names as people type them, compared inside a query.
#pragma once

#include <SQLiteCpp/Database.h>

namespace folkmoot::log {

/// Gives the connection folkmoot_named(name, typed): the name, or one of its words, begins so, whatever the case and
/// the accents; and folkmoot_listed(list, id): the list "O1, O2" holds the id.
void add_naming(SQLite::Database& db);

}  // namespace folkmoot::log
