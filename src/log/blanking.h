// Words that are to be forgotten: found, and blanked. Works on any file with a log's tables, a copy as well.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "src/base/name_finder.h"
#include "src/log/event_reader.h"
#include "src/log/sql.h"
#include "src/log/store.h"
#include "src/session/word_uses.h"

namespace folkmoot::log {

/// What stands in place of a forgotten name inside of what others wrote.
inline constexpr const char* instead_of_name = "somebody";

/// What is to be forgotten in one file.
struct Forgetting {
    std::optional<PersonId> person;  ///< nothing: the words of meetings closed before `before`
    bool access_only = false;
    /// Needs that were written down later, in milliseconds since 1970, were told anew and stay; nothing: all go.
    std::optional<std::int64_t> until;
    Date before{};
    text::NameFinder finder;  ///< finds the person's name in what others wrote
};

struct Change {
    StreamRow stream = 0;
    Sequence sequence = 0;
    std::int64_t part = 0;
    WordUse use = WordUse::plan;
    bool own = false;       ///< the person's own words or name
    bool reworded = false;  ///< it stands in words_instead already
    std::string was;
    std::optional<std::string> now;  ///< in its place; nothing: blank
};

struct Changes {
    std::vector<Change> words;
    /// Half typed lines, by meeting.
    std::vector<std::pair<Id128, std::string>> drafts;
    /// Texts in which the name was left, since it may mean somebody else, or is an ordinary word written small.
    std::vector<std::string> shared, ordinary;
    std::size_t kept_open = 0;  ///< texts of old meetings that are kept, for they are still to be dealt with
    [[nodiscard]] bool empty() const { return words.empty() && drafts.empty(); }
};

/// A person as the file knows them.
struct NamedPerson {
    PersonId id;
    std::vector<std::string> names;  ///< all they were ever called, the latest first; none: forgotten
    std::string partner;             ///< the latest
    std::string partnership;
    bool operator==(const NamedPerson&) const = default;
};

/// Everybody whom the events tell of. Throws SQLite::Exception; what cannot be decoded is passed over.
std::vector<NamedPerson> people_named(SQLite::Database& db);

/// A finder for the person, who is told from all others. `names`: what they are called besides what the file knows;
/// `also`: as NameFinder::add_also.
text::NameFinder finder_for(const std::vector<NamedPerson>& people, const PersonId& person,
                            const std::vector<std::string>& names = {}, const std::vector<std::string>& also = {});

Changes changes_for(SQLite::Database& db, const Forgetting& wanted);

/// Empties the index of words and the summaries, which are made anew from the events, and blanks. In a transaction of
/// the caller's.
void blank(SQLite::Database& db, const Changes& changes);

}  // namespace folkmoot::log
