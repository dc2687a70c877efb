#include "src/log/forget.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

#include "src/base/text.h"
#include "src/log/backup.h"
#include "src/log/blanking.h"
#include "src/log/leftovers.h"
#include "src/log/parts.h"

namespace folkmoot {

namespace {

namespace fs = std::filesystem;
using log::Changes;
using log::Forgetting;

/// `names`: what the person is called besides what the file still knows.
Forgetting wanted_in(SQLite::Database& db, const ForgetWish& wish, const std::vector<std::string>& names,
                     const std::vector<std::string>& also) {
    Forgetting wanted;
    wanted.person = wish.person;
    wanted.access_only = wish.access_only;
    if (wish.before) wanted.before = *wish.before;
    if (wish.person && !wish.access_only)
        wanted.finder = log::finder_for(log::people_named(db), *wish.person, names, also);
    return wanted;
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// Remembers what has to be gone, in the ways in which it was written.
void seek(log::Sought& sought, const Forgetting& wanted, const Changes& changes) {
    const auto add_name = [&](const std::string& name) {
        for (const auto& spelling : text::spellings(name)) sought.names.push_back(spelling);
    };
    for (const auto& change : changes.words) {
        if (change.use == WordUse::name || change.use == WordUse::owner) {
            if (change.own) add_name(change.was);
        } else if (!change.now || change.now->empty()) {
            sought.texts.push_back(change.was);
        }
        for (const auto& mention : wanted.finder.find(change.was))
            if (mention.what == text::NameFinder::What::theirs)
                add_name(change.was.substr(mention.from, mention.to - mention.from));
    }
    sought.finder = wanted.finder;
}

/// The file as it would be if it had never held what was deleted. False when another program holds on to old pages.
bool make_anew(SQLite::Database& db) {
    if (log::has_table(db, "search")) db.exec("INSERT INTO main.search(search) VALUES('optimize')");
    db.exec("VACUUM");
    SQLite::Statement checkpoint(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    return !checkpoint.executeStep() || checkpoint.getColumn(0).getInt() == 0;
}

/// A forgetting as the log remembers it.
struct Remembered {
    std::int64_t number = 0, at = 0;
    ForgetWish wish;
};

std::vector<Remembered> remembered(SQLite::Database& db, const char* where) {
    std::vector<Remembered> all;
    SQLite::Statement query(
        db, fmt::format("SELECT number, what, person, before, at FROM main.forgotten {} ORDER BY number", where));
    while (query.executeStep()) {
        Remembered each;
        each.number = query.getColumn(0).getInt64();
        each.wish.access_only = query.getColumn(1).getString() == "access needs";
        each.wish.person = log::maybe_id_of<PersonId>(query.getColumn(2));
        each.wish.before = log::maybe_date_in(query.getColumn(3));
        each.at = query.getColumn(4).getInt64();
        all.push_back(std::move(each));
    }
    return all;
}

void remember(SQLite::Database& db, const ForgetWish& wish, std::int64_t at, bool finished) {
    const char* what = !wish.person ? "words" : wish.access_only ? "access needs" : "person";
    SQLite::Statement insert(db,
                             "INSERT INTO main.forgotten(what, person, before, at, finished) VALUES(?, ?, ?, ?, ?)");
    log::bind_all(insert, what, wish.person, wish.before, at, finished);
    insert.exec();
}

class Work {
public:
    explicit Work(Log& log) : log_(log), parts_(log.parts()), db_(parts_.connection.db()) {}

    /// Only this transaction decides whether it happened.
    void begin(const ForgetWish& wish, const Stamp& now) {
        const auto wanted = wanted_in(db_, wish, {}, wish.also);
        SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
        const auto changes = log::changes_for(db_, wanted);
        remember(db_, wish, now.wall.time_since_epoch().count(), false);
        log::blank(db_, changes);
        if (wish.person && !wish.access_only) names_ = names_in_changes(changes);
        also_ = wish.also;
        transaction.commit();
        report_.texts = changes.words.size() + changes.drafts.size();
        sought_.emplace_back();
        seek(sought_.back(), wanted, changes);
    }

    ForgetReport finish(const std::vector<std::string>& also) {
        names_ = joined(names_, also);
        const auto unfinished = remembered(db_, "WHERE finished = 0");
        if (sought_.empty()) again();
        if (sought_.empty() && !names_.empty() && !unfinished.empty()) seek_names();
        std::int64_t newest = 0;
        for (const auto& each : remembered(db_, "")) newest = std::max(newest, each.number);
        const auto copies = log::known_copies(db_, log_.path());
        for (const auto& copy : copies) {
            log::drop_unfinished(copy.path);
            if (copy.done >= newest && !copy.uid.empty()) continue;
            do_copy(copy, newest);
        }
        parts_.summaries.rebuild();
        if (!make_anew(db_))
            report_.left.push_back(fmt::format(
                "Another program reads {}, and keeps the old bytes in {}-wal. End it, then type: folkmoot forget",
                log_.path().string(), log_.path().string()));
        ++report_.files;
        for (const auto& sought : sought_) add_left(log::leftovers(db_, log_.path().string(), sought));
        if (report_.left.empty()) db_.exec("UPDATE main.forgotten SET finished = 1 WHERE finished = 0");
        while (parts_.search.catch_up(1000)) {
        }
        return std::move(report_);
    }

private:
    static std::vector<std::string> names_in_changes(const Changes& changes) {
        std::set<std::string> names;
        for (const auto& change : changes.words)
            if (change.own && (change.use == WordUse::name || change.use == WordUse::owner)) names.insert(change.was);
        return {names.begin(), names.end()};
    }

    /// Somebody may have come in again with a plan that holds their id.
    void again() {
        SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
        log::forget_again(db_);
        transaction.commit();
    }

    /// After an end without order the log does not know the name any more, but whoever typed it does.
    void seek_names() {
        log::Sought sought;
        for (const auto& name : names_) {
            sought.finder.add(name);
            for (const auto& spelling : text::spellings(name)) sought.names.push_back(spelling);
        }
        for (const auto& person : log::people_named(db_))
            for (const auto& name : person.names) sought.finder.add_other(name);
        sought_.push_back(std::move(sought));
    }

    void add_left(const std::vector<std::string>& more) {
        report_.left.insert(report_.left.end(), more.begin(), more.end());
    }

    /// All that was ever forgotten, since a copy may have been away each time.
    void do_copy(const log::KnownCopy& copy, std::int64_t newest) {
        std::error_code none;
        if (!fs::exists(copy.path, none)) {
            report_.lost.push_back(
                fmt::format("The backup {} of {} is not there. When it is there again, type: folkmoot forget",
                            copy.path.string(), in_words(date_of(copy.at))));
            return;
        }
        try {
            auto db = log::open_copy(copy);
            std::vector<log::Sought> sought;
            for (const auto& each : remembered(db_, "")) {
                if (each.number <= copy.done) continue;
                auto wanted = wanted_in(*db, each.wish, names_, also_);
                wanted.until = each.at;
                SQLite::Transaction transaction(*db, SQLite::TransactionBehavior::IMMEDIATE);
                const auto changes = log::changes_for(*db, wanted);
                log::blank(*db, changes);
                // So that an import honours it there as well, should the copy take the log's place.
                if (!copy.uid.empty()) remember(*db, each.wish, each.at, true);
                transaction.commit();
                sought.emplace_back();
                seek(sought.back(), wanted, changes);
            }
            if (!make_anew(*db))
                report_.left.push_back(
                    fmt::format("Another program reads {}. End it, then type: folkmoot forget", copy.path.string()));
            for (const auto& each : joined_sought(sought)) add_left(log::leftovers(*db, copy.path.string(), each));
            ++report_.files;
            report_.backups.push_back(copy.path);
            if (!copy.uid.empty()) log::note_done(db_, copy.uid, newest);
        } catch (const SQLite::Exception& failure) {
            report_.left.push_back(fmt::format("{} It still holds what was to be forgotten.",
                                               log::failure_in_words(copy.path, failure, 0)));
        } catch (const Error& failure) {
            report_.left.emplace_back(failure.what());
        }
    }

    std::vector<log::Sought> joined_sought(std::vector<log::Sought> theirs) {
        theirs.insert(theirs.end(), sought_.begin(), sought_.end());
        return theirs;
    }

    Log& log_;
    log::Parts& parts_;
    SQLite::Database& db_;
    std::vector<std::string> names_, also_;
    std::vector<log::Sought> sought_;
    ForgetReport report_;
};

void must_write(Log& log) {
    if (log.mode() != LogMode::write)
        throw WriteError(fmt::format("The log was opened for reading only: {}.", log.path().string()));
}

template <class F>
auto in_words_when_wrong(Log& log, F&& act) {
    try {
        return act();
    } catch (const SQLite::Exception& failure) {
        throw WriteError(log.parts().connection.words_for(failure));
    }
}

void count(ForgetPreview& found, const log::Change& change) {
    if (change.use == WordUse::fingerprint) {
        ++found.fingerprints;
        return;
    }
    if (change.now && !change.own) {
        found.mentions.push_back(*change.now);
        return;
    }
    switch (change.use) {
        case WordUse::name:
        case WordUse::owner:
            ++found.names;
            break;
        case WordUse::role:
            ++found.roles;
            break;
        case WordUse::access:
            ++found.access;
            break;
        case WordUse::said:
            ++found.said;
            break;
        case WordUse::apology:
        case WordUse::hand:
        case WordUse::reason:
            ++found.reasons;
            break;
        case WordUse::reservation:
            ++found.reservations;
            break;
        default:
            ++found.captures;
            break;
    }
}

}  // namespace

std::vector<KnownPerson> known_people(Log& log) {
    return log.parts().ask([&] {
        std::vector<KnownPerson> people;
        for (auto& each : log::people_named(log.parts().connection.db()))
            people.push_back({each.id, std::move(each.names), std::move(each.partner), std::move(each.partnership)});
        return people;
    });
}

ForgetPreview preview(Log& log, const ForgetWish& wish) {
    return log.parts().ask([&] {
        auto& db = log.parts().connection.db();
        auto changes = log::changes_for(db, wanted_in(db, wish, {}, wish.also));
        ForgetPreview found;
        std::set<log::StreamRow> streams;
        for (const auto& change : changes.words) {
            count(found, change);
            streams.insert(change.stream);
        }
        for (const auto& info : log.parts().store.all())
            if (info.kind == StreamKind::meeting && streams.contains(info.row)) ++found.meetings;
        for (const auto& [meeting, line] : changes.drafts) found.mentions.push_back(line);
        found.shared = std::move(changes.shared);
        found.ordinary = std::move(changes.ordinary);
        found.kept_open = changes.kept_open;
        for (const auto& copy : log::known_copies(db, log.path())) {
            std::error_code none;
            (fs::exists(copy.path, none) ? found.backups : found.lost_backups).push_back(copy.path);
        }
        return found;
    });
}

ForgetReport forget(Log& log, const ForgetWish& wish, const Stamp& now) {
    must_write(log);
    return in_words_when_wrong(log, [&] {
        Work work(log);
        work.begin(wish, now);
        return work.finish({});
    });
}

bool forgetting_unfinished(Log& log) {
    return log.parts().ask([&] {
        auto& db = log.parts().connection.db();
        if (!remembered(db, "WHERE finished = 0").empty() || log::forgotten_in_clear(db)) return true;
        std::int64_t newest = 0;
        for (const auto& each : remembered(db, "")) newest = std::max(newest, each.number);
        return std::ranges::any_of(log::known_copies(db, log.path()), [&](const log::KnownCopy& copy) {
            std::error_code none;
            return !copy.uid.empty() && copy.done < newest && fs::exists(copy.path, none);
        });
    });
}

ForgetReport finish_forgetting(Log& log, const std::vector<std::string>& also) {
    must_write(log);
    return in_words_when_wrong(log, [&] { return Work(log).finish(also); });
}

bool log::forgotten_in_clear(SQLite::Database& db) {
    return db.execAndGet(
                 "SELECT EXISTS(SELECT 1 FROM main.words w JOIN main.forgotten f ON f.what = 'person' AND f.person = "
                 "w.person WHERE w.text <> '')")
               .getInt() != 0;
}

bool log::forget_again(SQLite::Database& db) {
    bool any = false;
    for (const auto& each : remembered(db, "")) {
        auto wanted = wanted_in(db, each.wish, {}, {});
        wanted.until = each.at;
        const auto changes = log::changes_for(db, wanted);
        any = any || !changes.empty();
        log::blank(db, changes);
    }
    return any;
}

}  // namespace folkmoot
