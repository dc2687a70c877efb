// The question put to the index of words.
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "src/base/search_words.h"
#include "src/base/text.h"
#include "src/log/naming.h"
#include "src/log/search.h"
#include "src/log/sql.h"

namespace folkmoot::log {

namespace {

// Around each hit in what FTS5 gives back; no text in the log holds them.
constexpr char hit_begins = '\x01';
constexpr char hit_ends = '\x02';

/// In FTS5's own language; whatever was typed stands between quotation marks.
std::string match_of(const SearchQuery& query) {
    std::string all;
    for (const auto& phrase : query.phrases) {
        all += all.empty() ? "\"" : " AND \"";
        for (const char c : text::apart(phrase.text)) all += c == '"' ? std::string("\"\"") : std::string(1, c);
        all += phrase.begins ? "\" *" : "\"";
    }
    return all;
}

/// Conditions with the values for their question marks.
class Where {
public:
    explicit Where(const SearchQuery& query) {
        any(query.groups, "folkmoot_named(m.group_name, ?)");
        any(query.people, "folkmoot_named(CASE e.kind WHEN 'action' THEN x.owner_name WHEN 'item' THEN i.lead END, ?)");
        any(query.objectives, "folkmoot_listed(i.objectives, ?)");
        std::vector<std::string> kinds;
        for (const auto& kind : query.kinds) kinds.emplace_back(in_words(kind));
        any(kinds, "e.kind = ?");
        if (query.before) add("m.date < ?", iso(*query.before));
        if (query.after) add("m.date >= ?", iso(*query.after));
        if (query.open) sql_ += " AND x.state IN ('open', 'proposed', 'accepted')";
    }
    [[nodiscard]] const std::string& sql() const { return sql_; }
    void bind(SQLite::Statement& statement, int index) const {
        for (const auto& value : values_) statement.bind(index++, value);
    }

private:
    void add(std::string_view condition, const std::string& value) {
        sql_ += fmt::format(" AND {}", condition);
        values_.push_back(value);
    }
    void any(const std::vector<std::string>& wanted, std::string_view condition) {
        if (wanted.empty()) return;
        sql_ += " AND (";
        for (std::size_t index = 0; index < wanted.size(); ++index)
            sql_ += fmt::format("{}{}", index == 0 ? "" : " OR ", condition);
        sql_ += ")";
        values_.insert(values_.end(), wanted.begin(), wanted.end());
    }

    std::string sql_;
    std::vector<std::string> values_;
};

/// A find with what it is ranked by.
struct Candidate {
    FoundText found;
    std::int64_t opened = 0;
    std::int64_t entry = 0;
    std::size_t hits = 0;
    double length = 0;  ///< in characters
    long score = 0;
};

/// About so many characters before the first hit, and in all.
constexpr std::size_t before_hit = 60;
constexpr std::size_t around_hits = 200;

/// Backwards from `at` to the beginning of a word, at most so many characters.
std::size_t word_before(std::string_view text, std::size_t at, std::size_t most) {
    std::size_t from = at, word = at;
    for (std::size_t count = 0; from > 0 && count < most; ++count) {
        from = text::previous_grapheme(text, from);
        if (from == 0 || text[from - 1] == ' ' || text[from - 1] == '\n') word = from;
    }
    return word == at ? from : word;  // one long word, or a script without blanks: cut between characters
}

std::size_t word_after(std::string_view text, std::size_t at, std::size_t most) {
    std::size_t to = at, word = at;
    for (std::size_t count = 0; to < text.size() && count < most; ++count) {
        to = text::next_grapheme(text, to);
        if (to == text.size() || text[to] == ' ' || text[to] == '\n') word = to;
    }
    return word == at ? to : word;
}

std::string context_of(std::string_view text, std::size_t hit) {
    const auto from = hit == std::string_view::npos ? 0 : word_before(text, hit, before_hit);
    const auto to = word_after(text, from, around_hits);
    return fmt::format("{}{}{}", from > 0 ? "... " : "", text.substr(from, to - from), to < text.size() ? " ..." : "");
}

/// Text without the marks, and where the first hit begins in it.
void read_marked(const std::string& marked, Candidate& into) {
    std::string text;
    auto first = std::string::npos;
    for (const char c : text::together(marked)) {
        if (c == hit_begins && first == std::string::npos) first = text.size();
        if (c == hit_begins) ++into.hits;
        if (c != hit_begins && c != hit_ends) text += c;
    }
    into.length = static_cast<double>(text::length(text));
    into.found.context = context_of(text, first);
    into.found.text = std::move(text);
}

constexpr const char* columns =
    "e.entry, e.kind, e.number, m.uid, m.title, m.group_name, m.date, m.opened_at, x.state, x.due, x.owner_name, "
    "i.title, i.lead, ";

Candidate candidate_in(SQLite::Statement& row) {
    Candidate made;
    auto& found = made.found;
    made.entry = row.getColumn(0).getInt64();
    found.kind = search_kind_from(row.getColumn(1).getString()).value_or(SearchKind{});
    found.number = static_cast<std::size_t>(row.getColumn(2).getInt64());
    found.meeting = id_of<MeetingId>(row.getColumn(3));
    found.meeting_title = row.getColumn(4).getString();
    found.group = row.getColumn(5).getString();
    found.date = date_in(row.getColumn(6));
    made.opened = row.getColumn(7).getInt64();
    found.state = row.getColumn(8).getString();
    found.due = maybe_date_in(row.getColumn(9));
    if (found.kind.capture == CaptureKind::action) found.person = row.getColumn(10).getString();
    if (found.kind.capture)
        found.item = row.getColumn(11).getString();
    else
        found.person = row.getColumn(12).getString();
    read_marked(row.getColumn(13).getString(), made);
    return made;
}

void collect(SQLite::Database& db, const SearchQuery& query, const std::string& schema, const std::string& name,
             std::vector<Candidate>& all) {
    const Where where(query);
    const bool words = !query.phrases.empty();
    std::string sql = fmt::format("SELECT {} ", columns);
    sql += words ? fmt::format(
                       "highlight({}, 0, char(1), char(2)) FROM {}{} CROSS JOIN {}{}_entries e ON e.entry = "
                       "{}.rowid",
                       name, schema, name, schema, name, name)
                 : fmt::format("e.text FROM {}{}_entries e", schema, name);
    sql += fmt::format(
        " CROSS JOIN p_meetings m ON m.stream = e.entry / {} LEFT JOIN p_matters x ON x.matter = "
        "e.matter LEFT JOIN p_items i ON i.stream = m.stream AND i.position = e.position WHERE ",
        entries_a_stream);
    sql += words ? fmt::format("{} MATCH ?", name) : std::string("1");
    // What is laid over in memory stands in for what the file holds of the same meetings.
    if (schema == "main.") sql += " AND m.stream NOT IN (SELECT stream FROM temp.o_search_streams)";
    sql += where.sql();
    sql += fmt::format(" ORDER BY {} DESC LIMIT {}", words ? name + ".rowid" : "e.entry", most_finds + 1);
    SQLite::Statement row(db, sql);
    if (words) row.bind(1, match_of(query));
    where.bind(row, words ? 2 : 1);
    while (row.executeStep()) all.push_back(candidate_in(row));
}

/// BM25's saturation of hits by length (k1 = 1.2, b = 0.75), without the rarity of a word: every word must be there.
/// In tenths, so that what is about as good is told newest first.
void rank(std::vector<Candidate>& all) {
    double sum = 0;
    for (const auto& each : all) sum += each.length;
    const double mean = all.empty() ? 1 : std::max(1.0, sum / static_cast<double>(all.size()));
    for (auto& each : all) {
        const auto hits = static_cast<double>(each.hits);
        each.score = hits == 0 ? 0 : std::lround(22 * hits / (hits + 1.2 * (0.25 + 0.75 * each.length / mean)));
    }
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score) return a.score > b.score;
        if (a.opened != b.opened) return a.opened > b.opened;
        if (a.entry / entries_a_stream != b.entry / entries_a_stream) return a.entry > b.entry;
        return a.entry < b.entry;
    });
}

/// Made anew for every search, in memory: usually of nothing, or of the one meeting that runs.
class Overlay {
public:
    Overlay(SQLite::Database& db, const std::vector<StreamRow>& streams) : db_(db) {
        drop();  // what an interrupted search left
        make_index(db, "o_search");
        db.exec("CREATE TEMP TABLE o_search_streams(stream INTEGER PRIMARY KEY)");
        EntryWriter writer(db, "temp.o_search");
        SQLite::Statement hide(db, "INSERT INTO temp.o_search_streams VALUES(?)");
        for (const auto stream : streams) {
            Use row(hide);
            bind_all(*row, stream);
            row->exec();
            each_entry(db, "", stream, [&](const SearchEntry& entry) { writer.write(entry); });
        }
    }
    ~Overlay() {
        try {
            drop();
        } catch (...) {  // the next search drops it first
        }
    }
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;

private:
    void drop() {
        drop_index(db_, "o_search");
        db_.exec("DROP TABLE IF EXISTS temp.o_search_streams");
    }
    SQLite::Database& db_;
};

}  // namespace

SearchAnswer SearchIndex::find(const SearchQuery& query) {
    auto& db = connection_.db();
    add_naming(db);
    const Overlay overlay(db, hidden());
    std::vector<Candidate> all;
    collect(db, query, "main.", "search", all);
    collect(db, query, "temp.", "o_search", all);
    SearchAnswer answer;
    if (all.size() > most_finds) {
        answer.more = true;
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.opened > b.opened; });
        all.resize(most_finds);
    }
    rank(all);
    for (auto& each : all) answer.found.push_back(std::move(each.found));
    return answer;
}

}  // namespace folkmoot::log
