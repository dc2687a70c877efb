#include "src/log/blanking.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "src/base/text.h"
#include "src/log/chain.h"
#include "src/log/rows.h"
#include "src/log/summaries.h"

namespace folkmoot::log {

namespace {

/// One event with its words as they can be read now.
struct Event {
    StreamInfo stream;
    Sequence sequence = 0;
    Encoded encoded;
};

/// Reads single events, with what stands in place of forgotten words.
class EventReader {
public:
    explicit EventReader(SQLite::Database& db)
        : event_(
              db,
              "SELECT s.uid, s.kind, e.kind, e.payload FROM events e JOIN streams s USING(stream) WHERE e.stream = ? "
              "AND e.sequence = ?"),
          words_(db,
                 fmt::format("SELECT w.person, coalesce(w.text, {}, ?3) FROM words w {} WHERE w.stream = ?1 AND "
                             "w.sequence = ?2 ORDER BY w.part",
                             has_table(db, "words_instead") ? "i.text" : "NULL",
                             has_table(db, "words_instead") ? "LEFT JOIN words_instead i USING(stream, sequence, part)"
                                                            : "")) {}

    Event read(StreamRow stream, Sequence sequence) {
        Event event;
        event.sequence = sequence;
        {
            Use row(event_);
            bind_all(*row, stream, sequence);
            if (!row->executeStep()) return event;
            event.stream = {stream, id_of(row->getColumn(0)),
                            row->getColumn(1).getString() == "meeting" ? StreamKind::meeting : StreamKind::partnership};
            event.encoded.kind = std::string(bytes_of(row->getColumn(2)));
            event.encoded.payload = std::string(bytes_of(row->getColumn(3)));
        }
        Use row(words_);
        bind_all(*row, stream, sequence, forgotten_words);
        while (row->executeStep())
            event.encoded.words.emplace_back(std::string(bytes_of(row->getColumn(1))),
                                             maybe_id_of<PersonId>(row->getColumn(0)));
        return event;
    }

    /// For what the words of an event that cannot be decoded are, there is no saying: of the plan.
    WordUse use(StreamRow stream, Sequence sequence, std::int64_t part) {
        if (stream != held_stream_ || sequence != held_sequence_) {
            const auto event = read(stream, sequence);
            held_stream_ = stream;
            held_sequence_ = sequence;
            try {
                uses_ = word_uses(event.stream.kind, event.encoded);
            } catch (const Error&) {
                uses_.clear();
            }
        }
        const auto at = static_cast<std::size_t>(part);
        return at < uses_.size() ? uses_[at] : WordUse::plan;
    }

private:
    SQLite::Statement event_, words_;
    StreamRow held_stream_ = 0;
    Sequence held_sequence_ = 0;
    std::vector<WordUse> uses_;
};

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

/// The texts of meetings that closed before a day: what people said, and what was written down. Decisions, terms,
/// agendas and names stay, for without them the record would say nothing; so does what is still to be dealt with.
class Before {
public:
    Before(SQLite::Database& db, Date before) : db_(db), before_(before), events_(db) {}

    Changes find() {
        SQLite::Statement streams(db_, "SELECT stream, uid FROM streams WHERE kind = 'meeting' ORDER BY stream");
        std::vector<std::pair<StreamRow, Id128>> all;
        while (streams.executeStep()) all.emplace_back(streams.getColumn(0).getInt64(), id_of(streams.getColumn(1)));
        read_ends(all);
        for (const auto& [stream, uid] : all)
            if (old_.contains(stream)) in_meeting(stream);
        between_meetings();
        return std::move(changes_);
    }

private:
    /// Which meetings are old, and what was settled by the end of the log.
    void read_ends(const std::vector<std::pair<StreamRow, Id128>>& all) {
        for (const auto& [stream, uid] : all) {
            State state;
            state.id = MeetingId(uid);
            for_each_event(stream, [&](const Recorded& recorded) { apply(state, recorded); });
            if (!state.opened) continue;
            if (state.closed && days_between(date_of(*state.closed), before_) > 0) old_.insert(stream);
            numbers_[stream] = {};
            for (const auto& capture : state.captures) {
                numbers_[stream][capture.number] = capture;
                if (stands_open(capture)) open_.insert(capture.id);
            }
            meetings_.push_back({state.opened->wall, settled_in(state)});
        }
        std::ranges::sort(meetings_, {}, &Settled::at);
        for (const auto& meeting : meetings_)
            for (const auto& matter : meeting.matters) open_.erase(matter);
    }

    struct Settled {
        std::chrono::sys_time<Millis> at;
        std::vector<CaptureId> matters;
    };

    static bool stands_open(const Capture& capture) {
        if (capture.removed) return false;
        switch (capture.kind) {
            case CaptureKind::action:
                return capture.action_state == ActionState::proposed || capture.action_state == ActionState::accepted;
            case CaptureKind::concern:
                return !capture.closed;
            case CaptureKind::parked:
            case CaptureKind::question:
                return true;
            default:
                return false;
        }
    }

    static std::vector<CaptureId> settled_in(const State& state) {
        std::vector<CaptureId> settled;
        for (const auto& each : state.matters) {
            const bool over = each.verdict == event::Verdict::done || each.verdict == event::Verdict::dropped;
            if (over || each.closed || each.taken) settled.push_back(each.matter.id);
        }
        return settled;
    }

    template <class F>
    void for_each_event(StreamRow stream, F&& take) {
        SQLite::Statement query(db_,
                                "SELECT sequence, at, offset, boot, boot_id FROM events WHERE stream = ? ORDER BY "
                                "sequence");
        bind_all(query, stream);
        while (query.executeStep()) {
            Recorded recorded;
            recorded.sequence = query.getColumn(0).getUInt();
            recorded.at.wall = std::chrono::sys_time<Millis>(Millis(query.getColumn(1).getInt64()));
            recorded.at.offset = Minutes(query.getColumn(2).getInt64());
            recorded.at.boot = Millis(query.getColumn(3).getInt64());
            recorded.at.boot_id = query.getColumn(4).getUInt();
            recorded.event = decode_event(events_.read(stream, recorded.sequence).encoded);
            take(recorded);
        }
    }

    void in_meeting(StreamRow stream) {
        SQLite::Statement query(
            db_,
            "SELECT sequence, part, text FROM words WHERE stream = ? AND text IS NOT NULL ORDER BY sequence, part");
        bind_all(query, stream);
        while (query.executeStep()) {
            Change found;
            found.stream = stream;
            found.sequence = query.getColumn(0).getUInt();
            found.part = query.getColumn(1).getInt64();
            found.was = query.getColumn(2).getString();
            take(found);
        }
        if (!has_table(db_, "words_instead")) return;
        SQLite::Statement reworded(db_, "SELECT sequence, part, text FROM words_instead WHERE stream = ?");
        bind_all(reworded, stream);
        while (reworded.executeStep()) {
            Change found;
            found.stream = stream;
            found.sequence = reworded.getColumn(0).getUInt();
            found.part = reworded.getColumn(1).getInt64();
            found.was = reworded.getColumn(2).getString();
            found.reworded = true;
            take(found);
        }
    }

    /// Why actions were dropped, in the partnerships' streams.
    void between_meetings() {
        SQLite::Statement query(db_,
                                "SELECT w.stream, w.sequence, w.part, w.text FROM words w JOIN events e ON e.stream = "
                                "w.stream AND e.sequence = w.sequence WHERE e.kind = 'action-kept' AND e.at < ? AND "
                                "w.text IS NOT NULL ORDER BY w.stream, w.sequence, w.part");
        const std::chrono::sys_time<Millis> until = std::chrono::sys_days(before_);
        bind_all(query, until.time_since_epoch().count());
        while (query.executeStep()) {
            Change found;
            found.stream = query.getColumn(0).getInt64();
            found.sequence = query.getColumn(1).getUInt();
            found.part = query.getColumn(2).getInt64();
            found.was = query.getColumn(3).getString();
            take(found);
        }
    }

    void take(Change& found) {
        if (found.was.empty()) return;
        found.use = events_.use(found.stream, found.sequence, found.part);
        switch (found.use) {
            case WordUse::said:
            case WordUse::apology:
            case WordUse::hand:
            case WordUse::reservation:
            case WordUse::reason:
                changes_.words.push_back(std::move(found));
                return;
            case WordUse::capture:
                if (const auto stays = keeps(found); stays == Stays::open)
                    ++changes_.kept_open;
                else if (stays == Stays::no)
                    changes_.words.push_back(std::move(found));
                return;
            case WordUse::matter:
                if (const auto stays = keeps_matter(found); stays == Stays::open)
                    ++changes_.kept_open;
                else if (stays == Stays::no)
                    changes_.words.push_back(std::move(found));
                return;
            default:
                return;
        }
    }

    enum class Stays { no, open, record };

    Stays keeps(const Change& found) {
        const auto decoded = decode_event(events_.read(found.stream, found.sequence).encoded);
        CaptureNumber number = 0;
        if (const auto* captured = std::get_if<event::Captured>(&decoded)) {
            // One whose capturing was undone is in no list: it was no decision.
            number = captured->number;
            if (const auto& known = numbers_[found.stream]; !known.contains(number)) return Stays::no;
        } else if (const auto* edited = std::get_if<event::CaptureEdited>(&decoded)) {
            number = edited->number;
        } else if (const auto* amended = std::get_if<event::Amended>(&decoded)) {
            number = amended->number.value_or(0);  // what is right of a decision is the record of it
        }
        const auto& known = numbers_[found.stream];
        const auto capture = known.find(number);
        if (capture == known.end() || capture->second.removed) return Stays::no;
        const auto kind = capture->second.kind;
        if (kind == CaptureKind::decision || kind == CaptureKind::term) return Stays::record;
        return open_.contains(capture->second.id) ? Stays::open : Stays::no;
    }

    /// Which matter of the opening it is: the one in which a mark that was put in its place is found.
    Stays keeps_matter(const Change& found) {
        auto event = events_.read(found.stream, found.sequence);
        const std::string mark = "\x01";
        event.encoded.words[static_cast<std::size_t>(found.part)].text = mark;
        const auto decoded = decode_event(event.encoded);
        const auto* opened = std::get_if<event::Opened>(&decoded);
        if (opened == nullptr) return Stays::record;
        for (const auto& matter : opened->carry_over.matters) {
            if (matter.text.text != mark) continue;
            if (matter.kind == MatterKind::item) return Stays::record;
            // Actions that a plan brought began here and may stand still.
            const bool brought = matter.meeting == MeetingId(event.stream.uid) && !settled(matter.id);
            return open_.contains(matter.id) || brought ? Stays::open : Stays::no;
        }
        return Stays::record;
    }

    [[nodiscard]] bool settled(const CaptureId& matter) const {
        return std::ranges::any_of(meetings_, [&](const Settled& each) {
            return std::ranges::find(each.matters, matter) != each.matters.end();
        });
    }

    SQLite::Database& db_;
    Date before_;
    EventReader events_;
    std::set<StreamRow> old_;
    std::map<StreamRow, std::map<CaptureNumber, Capture>> numbers_;
    std::set<CaptureId> open_;
    std::vector<Settled> meetings_;
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

bool has_table(SQLite::Database& db, std::string_view name) {
    SQLite::Statement query(db, "SELECT 1 FROM main.sqlite_schema WHERE name = ?");
    bind_all(query, name);
    return query.executeStep();
}

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
    return Before(db, wanted.before).find();
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
    if (has_table(db, "p_matters")) db.exec("DELETE FROM main.p_matters");
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
