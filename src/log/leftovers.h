// Looks through the bytes of a file for what was forgotten.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "src/base/name_finder.h"

namespace folkmoot::log {

/// What must not be found any more.
struct Sought {
    text::NameFinder finder;
    std::vector<std::string> names;  ///< each way in which the name was written
    std::vector<std::string> texts;  ///< words that were blanked
};

/// Where it is still found, a sentence each; nothing: nowhere. `file` is what the file is called.
///
/// First what SQLite can read, where names and free text are kept; then every byte of the file, read by SQLite's own
/// handle, since opening the file beside it would drop its locks. What is found in the bytes and stands so in a value
/// that is to stay ("Annie", or another's "yes") is none.
std::vector<std::string> leftovers(SQLite::Database& db, const std::string& file, const Sought& sought);

}  // namespace folkmoot::log
