#include "src/log/blanking.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "src/base/text.h"
#include "src/log/chain.h"
#include "src/log/event_reader.h"
#include "src/log/old_words.h"
#include "src/log/rows.h"
#include "src/log/summaries.h"

namespace folkmoot::log {

namespace {

/// Every text that can be read, those in place of forgotten ones too.
template <class F>
void each_text(SQLite::Database& db, F&& look) {
    const auto through = [&](const char* sql, bool reworded) {
        SQLite::Statement query(db, sql);
        while (query.executeStep()) {
            Change found;
            found.stream = query.getColumn(0).getInt64();
            found.sequence = query.getColumn(1).getUInt();
            found.part = query.getColumn(2).getInt64();
            found.reworded = reworded;
            found.was = std::string(bytes_of(query.getColumn(4)));
            look(found, maybe_id_of<PersonId>(query.getColumn(3)));
        }
    };
    through("SELECT stream, sequence, part, person, text FROM words WHERE text IS NOT NULL", false);
    if (has_table(db, "words_instead"))
        through(
            "SELECT i.stream, i.sequence, i.part, w.person, i.text FROM words_instead i JOIN words w USING(stream, "
            "sequence, part)",
            true);
}

bool holds(const std::vector<text::NameFinder::Mention>& found, text::NameFinder::What what) {
    return std::ranges::any_of(found, [&](const auto& each) { return each.what == what; });
}

class ForPerson {
public:
    ForPerson(SQLite::Database& db, const Forgetting& wanted) : db_(db), wanted_(wanted), events_(db) {}

    Changes find() {
        each_text(db_, [&](Change& found, const std::optional<PersonId>& whose) {
            if (whose == wanted_.person)
                own(found);
            else if (!wanted_.access_only)
                of_others(found);
        });
        if (!wanted_.access_only) {
            fingerprints();
            drafts();
        }
        return std::move(changes_);
    }

private:
    void own(Change& found) {
        found.use = events_.use(found.stream, found.sequence, found.part);
        if (wanted_.access_only && (found.use != WordUse::access || told_anew(found))) return;
        // An empty text says nothing of anybody.
        if (found.was.empty()) return;
        found.own = true;
        // Of needs and roles nothing is said any more, not even that there were some.
        if (found.use == WordUse::access || found.use == WordUse::role) found.now = "";
        if (found.use == WordUse::name) named_in_.insert({found.stream, found.sequence});
        changes_.words.push_back(std::move(found));
    }

    bool told_anew(const Change& found) {
        if (!wanted_.until) return false;
        SQLite::Statement at(db_, "SELECT at FROM events WHERE stream = ? AND sequence = ?");
        bind_all(at, found.stream, found.sequence);
        return at.executeStep() && at.getColumn(0).getInt64() > *wanted_.until;
    }

    void of_others(Change& found) {
        const auto mentions = wanted_.finder.find(found.was);
        if (mentions.empty()) return;
        using What = text::NameFinder::What;
        // Another's own name is theirs, whatever words it shares.
        if (holds(mentions, What::theirs)) {
            found.use = events_.use(found.stream, found.sequence, found.part);
            if (found.use == WordUse::name || found.use == WordUse::fingerprint) return;
            found.now = wanted_.finder.replaced(found.was, instead_of_name);
            note_left(mentions, *found.now);
            changes_.words.push_back(std::move(found));
            return;
        }
        const auto use = events_.use(found.stream, found.sequence, found.part);
        if (use != WordUse::name && use != WordUse::owner) note_left(mentions, found.was);
    }

    void note_left(const std::vector<text::NameFinder::Mention>& mentions, const std::string& text) {
        using What = text::NameFinder::What;
        if (holds(mentions, What::shared))
            changes_.shared.push_back(text);
        else if (holds(mentions, What::ordinary))
            changes_.ordinary.push_back(text);
    }

    /// A plan's fingerprint is made from the names as well, and who knows the rest of the plan could try out names.
    void fingerprints() {
        for (const auto& [stream, sequence] : named_in_) {
            SQLite::Statement parts(
                db_, "SELECT part, text FROM words WHERE stream = ? AND sequence = ? AND text IS NOT NULL");
            bind_all(parts, stream, sequence);
            while (parts.executeStep()) {
                Change print;
                print.stream = stream;
                print.sequence = sequence;
                print.part = parts.getColumn(0).getInt64();
                print.use = events_.use(stream, sequence, print.part);
                print.was = parts.getColumn(1).getString();
                print.now = "";
                if (print.use == WordUse::fingerprint) changes_.words.push_back(std::move(print));
            }
        }
    }

    void drafts() {
        if (!has_table(db_, "drafts")) return;
        SQLite::Statement query(db_, "SELECT uid, line FROM drafts");
        while (query.executeStep()) {
            const auto line = query.getColumn(1).getString();
            auto now = wanted_.finder.replaced(line, instead_of_name);
            if (now != line) changes_.drafts.emplace_back(id_of(query.getColumn(0)), std::move(now));
        }
    }

    SQLite::Database& db_;
    const Forgetting& wanted_;
    EventReader events_;
    std::set<std::pair<StreamRow, Sequence>> named_in_;
    Changes changes_;
};

void keep_name(std::vector<NamedPerson>& all, const Person& person, const std::string& partner,
               const std::string& partnership) {
    auto found = std::ranges::find(all, person.id, &NamedPerson::id);
    if (found == all.end()) found = all.insert(all.end(), NamedPerson{person.id, {}, {}, {}});
    if (!partner.empty()) found->partner = partner;
    if (!partnership.empty()) found->partnership = partnership;
    if (person.name.text == forgotten_words || person.name.empty()) return;
    std::erase(found->names, person.name.text);
    found->names.insert(found->names.begin(), person.name.text);
}

std::string partner_in(const std::vector<Partner>& partners, const PartnerId& id) {
    const auto* partner = find_partner(partners, id);
    return partner != nullptr && partner->name.text != forgotten_words ? partner->name.text : std::string();
}

}  // namespace

std::vector<NamedPerson> people_named(SQLite::Database& db) {
    std::vector<NamedPerson> people;
    std::map<StreamRow, Partnership> partnerships;
    std::map<StreamRow, std::pair<std::vector<Partner>, std::string>> partners;
    EventReader events(db);
    SQLite::Statement query(db,
                            "SELECT stream, sequence FROM events WHERE kind IN ('opened', 'walked-in', 'founded', "
                            "'partner-kept', 'person-kept') ORDER BY at, stream, sequence");
    while (query.executeStep()) {
        const auto row = query.getColumn(0).getInt64();
        const auto stored = events.read(row, query.getColumn(1).getUInt());
        try {
            if (stored.stream.kind == StreamKind::partnership) {
                auto& partnership = partnerships[row];
                const auto event = decode_partnership_event(stored.encoded);
                apply(partnership, event, Stamp{});  // no name has to do with when
                if (const auto* kept = std::get_if<partnership_event::PersonKept>(&event))
                    keep_name(people, kept->person, partner_in(partnership.partners, kept->person.partner),
                              partnership.name.text);
                continue;
            }
            const auto event = decode_event(stored.encoded);
            if (const auto* opened = std::get_if<event::Opened>(&event)) {
                partners[row] = {opened->partners, opened->partnership_name.text};
                for (const auto& person : opened->people)
                    keep_name(people, person, partner_in(opened->partners, person.partner),
                              opened->partnership_name.text);
            } else if (const auto* walked = std::get_if<event::WalkedIn>(&event)) {
                auto& [known, partnership] = partners[row];
                if (walked->new_partner) known.push_back(*walked->new_partner);
                keep_name(people, walked->person, partner_in(known, walked->person.partner), partnership);
            }
        } catch (const Error&) {  // damaged: the doctor says so
        }
    }
    return people;
}

text::NameFinder finder_for(const std::vector<NamedPerson>& people, const PersonId& person,
                            const std::vector<std::string>& names, const std::vector<std::string>& also) {
    text::NameFinder finder;
    for (const auto& name : names) finder.add(name);
    for (const auto& each : people)
        if (each.id == person)
            for (const auto& name : each.names) finder.add(name);
    for (const auto& each : people)
        if (each.id != person)
            for (const auto& name : each.names) finder.add_other(name);
    for (const auto& name : also) finder.add_also(name);
    return finder;
}

Changes changes_for(SQLite::Database& db, const Forgetting& wanted) {
    if (wanted.person) return ForPerson(db, wanted).find();
    return old_words(db, wanted.before);
}

void blank(SQLite::Database& db, const Changes& changes) {
    if (changes.empty()) return;
    if (has_table(db, "search")) {
        db.exec(
            "INSERT INTO main.search(search) VALUES('delete-all'); DELETE FROM main.search_entries; DELETE FROM "
            "main.search_behind; DELETE FROM main.marks WHERE name = 'search'");
    }
    for (const auto table : stream_tables)
        if (has_table(db, table)) db.exec(fmt::format("DELETE FROM main.{}", table));
    for (const auto& table : sum_tables)
        if (has_table(db, table.name)) db.exec(fmt::format("DELETE FROM main.{}", table.name));
    db.exec("INSERT OR IGNORE INTO main.dirty SELECT stream FROM main.streams");
    // The planner's samples hold values of the tables.
    for (const char* table : {"sqlite_stat1", "sqlite_stat4"})
        if (has_table(db, table)) db.exec(fmt::format("DELETE FROM main.{}", table));

    const bool can_reword = has_table(db, "words_instead");
    SQLite::Statement clear(db,
                            "UPDATE main.words SET text = NULL, salt = NULL WHERE stream = ? AND sequence = ? AND part "
                            "= ?");
    std::optional<SQLite::Statement> put, take;
    if (can_reword) {
        put.emplace(
            db,
            "INSERT INTO main.words_instead VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET text = ?4, sum "
            "= ?5");
        take.emplace(db, "DELETE FROM main.words_instead WHERE stream = ? AND sequence = ? AND part = ?");
    }
    std::map<StreamRow, Id128> uids;
    SQLite::Statement streams(db, "SELECT stream, uid FROM main.streams");
    while (streams.executeStep()) uids[streams.getColumn(0).getInt64()] = id_of(streams.getColumn(1));
    streams.reset();
    for (const auto& change : changes.words) {
        if (!change.reworded) {
            Use row(clear);
            bind_all(*row, change.stream, change.sequence, change.part);
            row->exec();
        }
        if (can_reword && change.now) {
            Use row(*put);
            bind_all(*row, change.stream, change.sequence, change.part, *change.now,
                     instead_sum(uids[change.stream], change.sequence, change.part, *change.now));
            row->exec();
        } else if (change.reworded) {
            Use row(*take);
            bind_all(*row, change.stream, change.sequence, change.part);
            row->exec();
        }
    }
    for (const auto& [meeting, line] : changes.drafts) {
        SQLite::Statement draft(db, "UPDATE main.drafts SET line = ? WHERE uid = ?");
        bind_all(draft, line, meeting);
        draft.exec();
    }
}

}  // namespace folkmoot::log
