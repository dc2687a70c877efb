// A matter as it stands: its beginning, and what was said of it later, in meetings and between them, in order.
#include <SQLiteCpp/Statement.h>

#include "src/log/summaries.h"

namespace folkmoot::log {

namespace {

struct Standing {
    std::string state;
    std::optional<std::string> due;

    [[nodiscard]] bool is_over() const {
        return state == "done" || state == "dropped" || state == "stands" || state == "ended";
    }

    void hear(const std::string& said, const std::optional<std::string>& new_due) {
        if (!said.empty()) state = said;
        if (new_due) due = new_due->empty() ? std::nullopt : new_due;
    }
};

std::optional<std::string> maybe_text(const SQLite::Column& column) {
    if (column.isNull()) return std::nullopt;
    return column.getString();
}

/// What p_touches holds of a beginning, as it goes on to p_matters.
struct Begin {
    Id128 group, origin;
    std::int64_t kind = 0, stream = 0, at = 0, carried = 0, planned = 0, rank = 0, item_kind = 0;
    std::string text, since, owner_name, owner_partner, objectives;
    std::optional<PersonId> text_person, owner, lead;

    /// A later meeting gave it another owner.
    void hear_owner(SQLite::Statement& row) {
        if (row.getColumn("owner_name").isNull()) return;
        owner = maybe_id_of<PersonId>(row.getColumn("owner"));
        owner_name = row.getColumn("owner_name").getString();
        owner_partner = row.getColumn("owner_partner").getString();
    }
};

Begin begin_in(SQLite::Statement& row) {
    Begin begin;
    begin.stream = row.getColumn("stream").getInt64();
    begin.at = row.getColumn("at").getInt64();
    begin.kind = row.getColumn("kind").getInt64();
    begin.group = id_of(row.getColumn("grp"));
    begin.text = row.getColumn("text").getString();
    begin.text_person = maybe_id_of<PersonId>(row.getColumn("text_person"));
    begin.origin = id_of(row.getColumn("origin"));
    begin.since = row.getColumn("since").getString();
    begin.owner = maybe_id_of<PersonId>(row.getColumn("owner"));
    begin.owner_name = row.getColumn("owner_name").getString();
    begin.owner_partner = row.getColumn("owner_partner").getString();
    begin.carried = row.getColumn("carried").getInt64();
    begin.planned = row.getColumn("planned_minutes").getInt64();
    begin.objectives = row.getColumn("objectives").getString();
    begin.rank = row.getColumn("rank").getInt64();
    begin.item_kind = row.getColumn("item_kind").getInt64();
    begin.lead = maybe_id_of<PersonId>(row.getColumn("lead"));
    return begin;
}

void write_matter(SQLite::Statement& query, RowWriter& rows, const Id128& matter) {
    if (!query.executeStep() || query.getColumn("begins").getInt() != 1) return;  // its beginning was undone
    auto begin = begin_in(query);
    const bool begun_for_good = query.getColumn("closed").getInt() != 0;
    Standing now{query.getColumn("state").getString(), maybe_text(query.getColumn("due"))};
    auto offered = now;  // an open meeting does not count here
    std::optional<std::string> settled_on, settled_why;
    while (query.executeStep()) {
        const auto said = query.getColumn("state").getString();
        const auto due = maybe_text(query.getColumn("due"));
        now.hear(said, due);
        begin.hear_owner(query);
        const int closed = query.getColumn("closed").getInt();
        if (closed == 0) continue;
        offered.hear(said, due);
        const bool between = closed == between_meetings;
        if (!between && !offered.is_over()) ++begin.carried;
        // The next meeting hears of it once.
        const bool to_be_told = between && offered.is_over();
        settled_on = to_be_told ? maybe_text(query.getColumn("day")) : std::nullopt;
        settled_why = to_be_told ? maybe_text(query.getColumn("why")) : std::nullopt;
    }
    rows.insert("p_matters", matter, begin.kind, begin.group, begin.origin, begin.stream, begin.at, begin.text,
                begin.text_person, begin.since, begin.owner, begin.owner_name, begin.owner_partner, begin.planned,
                begin.objectives, begin.rank, now.state, now.due, begun_for_good && !offered.is_over(),
                offered.state == "accepted", offered.due, begin.carried, begin.item_kind, begin.lead, settled_on,
                settled_why);
}

}  // namespace

void write_matters(SQLite::Database& db, RowWriter& rows, const std::set<Id128>& matters) {
    SQLite::Statement query(
        db, "SELECT * FROM p_touches WHERE matter = ? ORDER BY begins = 1 DESC, at, stream, begins DESC");
    for (const auto& matter : matters) {
        Use touches(query);
        bind_all(*touches, matter);
        write_matter(*touches, rows, matter);
    }
}

}  // namespace folkmoot::log
