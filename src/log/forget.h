// Forgetting: a person, their access needs alone, or the words of old meetings; in the log and in its backups.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "src/log/log.h"
#include "src/time/stamp.h"

namespace SQLite {
class Database;
}

namespace folkmoot {

/// Somebody whom the log knows, or knew.
struct KnownPerson {
    PersonId id;
    std::vector<std::string> names;  ///< all that they were ever called, the latest first; none: forgotten
    std::string partner, partnership;
    bool operator==(const KnownPerson&) const = default;
};

std::vector<KnownPerson> known_people(Log& log);

/// What is wished. Either a person, or words of meetings closed before a day.
struct ForgetWish {
    std::optional<PersonId> person;
    bool access_only = false;
    /// Nicknames and other spellings, and names that others share: taken however they are written.
    std::vector<std::string> also;
    std::optional<Date> before;
};

/// What would happen, in figures.
struct ForgetPreview {
    std::size_t names = 0, roles = 0, access = 0, said = 0, reasons = 0, reservations = 0;  ///< of the person
    std::size_t captures = 0;   ///< of old meetings: what was written down
    std::size_t kept_open = 0;  ///< texts of old meetings that stay, for they are still to be dealt with
    std::size_t meetings = 0;   ///< in which anything of it stands
    std::size_t fingerprints = 0;
    std::vector<std::string> mentions;                         ///< as they will stand, without the name
    std::vector<std::string> shared, ordinary;                 ///< in which the name is left
    std::vector<std::filesystem::path> backups, lost_backups;  ///< that can be reached, and that cannot
    [[nodiscard]] std::size_t all() const {
        return names + roles + access + said + reasons + reservations + captures + fingerprints + mentions.size();
    }
};

ForgetPreview preview(Log& log, const ForgetWish& wish);

/// What was done. `left`: where something was still found, or why a file could not be done, a sentence each.
struct ForgetReport {
    std::size_t texts = 0;                       ///< blanked or written without the name, in the log itself
    std::size_t files = 0;                       ///< searched, the log among them
    std::vector<std::filesystem::path> backups;  ///< that were done too
    std::vector<std::string> lost;               ///< backups that are not where they were made
    std::vector<std::string> left;
};

/// One transaction for the log, one for each backup; then each file is made anew without what was deleted, and its
/// bytes are searched. Killed at any moment, it is done or not done, and finish_forgetting() does the rest. Throws
/// WriteError.
ForgetReport forget(Log& log, const ForgetWish& wish, const Stamp& now);

/// True when something that was begun is not finished, or a backup that could not be reached is there again.
bool forgetting_unfinished(Log& log);
/// `also`: names to look for besides those that the backups still hold.
ForgetReport finish_forgetting(Log& log, const std::vector<std::string>& also);

namespace log {
/// After an import, in its transaction: blanks what was forgotten before and came in again. True when there was any.
bool forget_again(SQLite::Database& db);
/// Words of somebody who was forgotten are there.
bool forgotten_in_clear(SQLite::Database& db);
}  // namespace log

}  // namespace folkmoot
