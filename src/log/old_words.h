// The words of old meetings that are to be forgotten. Only for this room.
#pragma once

#include "src/log/blanking.h"

namespace folkmoot::log {

/// What people said, and what was written down, in meetings that closed before a day. Decisions, terms, agendas and
/// names stay, for without them the record would say nothing; so does what is still to be dealt with. Throws Error when
/// a stream is damaged.
Changes old_words(SQLite::Database& db, Date before);

}  // namespace folkmoot::log
