// The questions of records.h.
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "src/base/text.h"
#include "src/log/log.h"
#include "src/log/naming.h"
#include "src/log/parts.h"

namespace folkmoot {

using log::bind_all;
using log::id_of;
using log::maybe_id_of;
using log::StreamRow;

namespace {

constexpr const char* summary_columns =
    "SELECT uid, title, group_name, partnership_name, date, closed_at IS NOT NULL, source, present, decisions, "
    "actions, "
    "next_date FROM p_meetings ";

std::vector<MeetingSummary> summaries_in(SQLite::Statement& query) {
    std::vector<MeetingSummary> meetings;
    while (query.executeStep()) {
        MeetingSummary meeting;
        meeting.id = id_of<MeetingId>(query.getColumn(0));
        meeting.title = query.getColumn(1).getString();
        meeting.group = query.getColumn(2).getString();
        meeting.partnership = query.getColumn(3).getString();
        meeting.date = log::date_in(query.getColumn(4));
        meeting.closed = query.getColumn(5).getInt() != 0;
        meeting.source = query.getColumn(6).getString();
        meeting.present = query.getColumn(7).getUInt();
        meeting.decisions = query.getColumn(8).getUInt();
        meeting.actions = query.getColumn(9).getUInt();
        meeting.next_date = log::maybe_date_in(query.getColumn(10));
        meetings.push_back(std::move(meeting));
    }
    return meetings;
}

template <class... T>
std::vector<MeetingSummary> ask_meetings(log::Parts& parts, std::string_view tail, const T&... values) {
    return parts.ask_summaries([&] {
        SQLite::Statement query(parts.connection.db(), fmt::format("{}{}", summary_columns, tail));
        bind_all(query, values...);
        return summaries_in(query);
    });
}

std::vector<std::string> parts_of(const std::string& all, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < all.size();) {
        const auto end = std::min(all.find(separator, from), all.size());
        parts.push_back(all.substr(from, end - from));
        from = end + separator.size();
    }
    return parts;
}

std::vector<std::string> lines_of(const std::string& all) { return parts_of(all, "\n"); }
std::vector<std::string> listed(const std::string& all) { return parts_of(all, ", "); }

Matter matter_in(SQLite::Statement& row) {
    Matter matter;
    matter.id = id_of<CaptureId>(row.getColumn("matter"));
    matter.kind = static_cast<MatterKind>(row.getColumn("kind").getInt());
    matter.text = Words(row.getColumn("text").getString(), maybe_id_of<PersonId>(row.getColumn("text_person")));
    matter.meeting = id_of<MeetingId>(row.getColumn("origin"));
    matter.since = log::date_in(row.getColumn("since"));
    matter.owner = maybe_id_of<PersonId>(row.getColumn("owner"));
    matter.owner_name = Words(row.getColumn("owner_name").getString(), matter.owner);
    matter.due = log::maybe_date_in(row.getColumn("offered_due"));
    matter.accepted = row.getColumn("accepted").getInt() != 0;
    matter.carried = row.getColumn("carried").getInt();
    matter.planned = Minutes(row.getColumn("planned_minutes").getInt64());
    matter.item_kind = static_cast<ItemKind>(row.getColumn("item_kind").getInt());
    matter.lead = maybe_id_of<PersonId>(row.getColumn("lead"));
    matter.settled_on = log::maybe_date_in(row.getColumn("settled_on"));
    if (matter.settled_on) matter.settled_why = Words(row.getColumn("settled_why").getString());
    matter.objectives = lines_of(row.getColumn("objectives").getString());
    return matter;
}

/// The latest time of each (duty, person, partner) of the group, one look-up each: how many meetings the group has had
/// does not matter.
std::vector<DutyDone> duties_of(SQLite::Database& db, const Id128& group) {
    std::vector<DutyDone> duties;
    SQLite::Statement next(
        db,
        "SELECT duty, person, partner FROM p_duties WHERE grp = ?1 AND (duty, person, partner) > (?2, ?3, "
        "?4) ORDER BY duty, person, partner LIMIT 1");
    SQLite::Statement latest(
        db, "SELECT max(date) FROM p_duties WHERE grp = ? AND duty = ? AND person = ? AND partner = ?");
    int duty = -1;
    Id128 person, partner;
    while (true) {
        bind_all(next, group, duty, person, partner);
        if (!next.executeStep()) break;
        duty = next.getColumn(0).getInt();
        person = id_of(next.getColumn(1));
        partner = id_of(next.getColumn(2));
        next.reset();
        bind_all(latest, group, duty, person, partner);
        latest.executeStep();
        duties.push_back(
            {static_cast<Duty>(duty), PersonId(person), PartnerId(partner), log::date_in(latest.getColumn(0))});
        latest.reset();
    }
    std::stable_sort(duties.begin(), duties.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return duties;
}

/// Of the group's latest meetings, newest first: what each agreed for the one after it, and who then did it.
struct Agreed {
    StreamRow stream = 0;
    Date date{};
    std::optional<PersonId> facilitator;
    std::optional<PartnerId> host;
};

std::vector<Agreed> agreed_in(SQLite::Database& db, const Id128& group) {
    SQLite::Statement query(db,
                            "SELECT stream, date, next_facilitator, next_host FROM p_meetings WHERE grp = ? AND "
                            "closed_at IS NOT NULL ORDER BY opened_at DESC LIMIT 13");
    bind_all(query, group);
    std::vector<Agreed> all;
    while (query.executeStep())
        all.push_back({query.getColumn(0).getInt64(), log::date_in(query.getColumn(1)),
                       maybe_id_of<PersonId>(query.getColumn(2)), maybe_id_of<PartnerId>(query.getColumn(3))});
    return all;
}

bool did(SQLite::Database& db, StreamRow stream, const DutyDone& duty) {
    SQLite::Statement query(db, "SELECT person, partner FROM p_duties WHERE stream = ? AND duty = ?");
    bind_all(query, stream, static_cast<int>(duty.duty));
    while (query.executeStep()) {
        const bool same = duty.duty == Duty::host ? id_of(query.getColumn(1)) == duty.partner
                                                  : id_of(query.getColumn(0)) == duty.person;
        if (same) return true;
    }
    return false;
}

/// Within about a year: what is longer ago nobody waits for any more.
std::vector<DutyDone> missed_of(SQLite::Database& db, const Id128& group) {
    const auto meetings = agreed_in(db, group);
    std::vector<DutyDone> missed;
    const auto look_at = [&](std::size_t newer, const DutyDone& turn) {
        for (std::size_t later = newer + 1; later-- > 0;) {
            if (did(db, meetings[later].stream, turn)) return;
        }
        missed.push_back(turn);
    };
    for (std::size_t older = meetings.size(); older-- > 1;) {
        const Agreed& agreed = meetings[older];
        const std::size_t newer = older - 1;
        if (agreed.facilitator)
            look_at(newer, {Duty::facilitate, *agreed.facilitator, PartnerId{}, meetings[newer].date});
        if (agreed.host) look_at(newer, {Duty::host, PersonId{}, *agreed.host, meetings[newer].date});
    }
    return missed;
}

/// What the partnership's other groups wrote down in meetings that began after this group's last one.
std::vector<News> news_for(SQLite::Database& db, const PartnershipId& partnership, const Id128& group) {
    SQLite::Statement query(
        db,
        "SELECT m.group_name, m.date, c.kind, c.text, c.word, i.objectives FROM p_meetings m JOIN p_captures c USING "
        "(stream) LEFT JOIN p_items i ON i.stream = c.stream AND i.position = c.position WHERE m.partnership_name = "
        "(SELECT name FROM p_partnerships WHERE uid = ?1) AND m.grp <> ?2 AND m.closed_at IS NOT NULL AND m.opened_at "
        "> (SELECT max(opened_at) FROM p_meetings WHERE grp = ?2 AND closed_at IS NOT NULL) AND c.kind IN ('decision', "
        "'action', 'term') ORDER BY m.opened_at, c.number LIMIT 100");
    bind_all(query, partnership, group);
    std::vector<News> all;
    while (query.executeStep()) {
        const auto kind = query.getColumn(2).getString();
        all.push_back({Words(query.getColumn(0).getString()), log::date_in(query.getColumn(1)),
                       kind == "decision" ? CaptureKind::decision
                       : kind == "action" ? CaptureKind::action
                                          : CaptureKind::term,
                       Words(query.getColumn(3).getString()), Words(query.getColumn(4).getString()),
                       listed(query.getColumn(5).isNull() ? "" : query.getColumn(5).getString())});
    }
    return all;
}

void last_meeting_of(SQLite::Database& db, const Id128& group, CarryOver& carry) {
    SQLite::Statement query(
        db,
        "SELECT uid, title, date, next_facilitator, next_host FROM p_meetings WHERE grp = ? AND closed_at IS NOT NULL "
        "ORDER BY opened_at DESC LIMIT 1");
    bind_all(query, group);
    if (!query.executeStep()) return;
    carry.last_meeting = id_of<MeetingId>(query.getColumn(0));
    carry.last_title = Words(query.getColumn(1).getString());
    carry.last_date = log::date_in(query.getColumn(2));
    carry.next_facilitator = maybe_id_of<PersonId>(query.getColumn(3));
    carry.next_host = maybe_id_of<PartnerId>(query.getColumn(4));
}

ActionState action_state_from(const std::string& word) {
    for (const auto state : {ActionState::proposed, ActionState::accepted, ActionState::done, ActionState::dropped}) {
        if (word == in_words(state)) return state;
    }
    return ActionState::proposed;
}

ActionSummary action_in(SQLite::Statement& query) {
    ActionSummary action;
    action.id = id_of<CaptureId>(query.getColumn(0));
    action.meeting = id_of<MeetingId>(query.getColumn(1));
    action.meeting_title = query.getColumn(2).getString();
    action.group = query.getColumn(3).getString();
    action.what = query.getColumn(4).getString();
    action.owner = query.getColumn(5).getString();
    action.owner_id = maybe_id_of<PersonId>(query.getColumn(6));
    action.since = log::date_in(query.getColumn(7));
    action.due = log::maybe_date_in(query.getColumn(8));
    action.state = action_state_from(query.getColumn(9).getString());
    action.carried = query.getColumn(10).getInt();
    action.partnership = query.getColumn(11).getString();
    action.objectives = lines_of(query.getColumn(12).getString());
    return action;
}

}  // namespace

std::vector<MeetingSummary> Log::meetings(std::size_t limit) {
    const auto most = limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit);
    return ask_meetings(*parts_, "ORDER BY opened_at DESC, stream DESC LIMIT ?", most);
}

std::vector<MeetingSummary> Log::meetings_wanted(const MeetingFilter& filter, std::size_t limit) {
    std::string where = "WHERE 1";
    std::vector<std::string> values;
    const auto add = [&](const std::string& value, const char* condition) {
        if (value.empty()) return;
        where += fmt::format(" AND {}", condition);
        values.push_back(value);
    };
    add(filter.group, "folkmoot_named(group_name, ?)");
    add(filter.partner,
        "EXISTS(SELECT 1 FROM p_attendance a WHERE a.stream = p_meetings.stream AND a.presence IN ('here', 'left') AND "
        "folkmoot_named(a.partner, ?))");
    add(filter.person,
        "EXISTS(SELECT 1 FROM p_attendance a WHERE a.stream = p_meetings.stream AND a.presence IN ('here', 'left') AND "
        "folkmoot_named(a.name, ?))");
    add(filter.objective,
        "EXISTS(SELECT 1 FROM p_items i WHERE i.stream = p_meetings.stream AND folkmoot_listed(i.objectives, ?))");
    if (filter.from) add(iso(*filter.from), "date >= ?");
    if (filter.to) add(iso(*filter.to), "date <= ?");
    return parts_->ask_summaries([&] {
        log::add_naming(parts_->connection.db());
        SQLite::Statement query(parts_->connection.db(),
                                fmt::format("{}{} ORDER BY opened_at DESC, stream DESC LIMIT {}", summary_columns,
                                            where, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit)));
        int index = 0;
        for (const auto& value : values) query.bind(++index, value);
        return summaries_in(query);
    });
}

std::vector<MeetingSummary> Log::meetings_by_prefix(std::string_view digits) {
    const bool sound = !digits.empty() && digits.size() <= 32 && std::all_of(digits.begin(), digits.end(), [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c)) != 0;
    });
    if (!sound) return {};
    auto low = std::string(digits), high = low;
    low.append(32 - low.size(), '0');
    high.append(32 - high.size(), 'f');
    return ask_meetings(*parts_, "WHERE uid BETWEEN ? AND ? ORDER BY opened_at DESC, stream DESC",
                        *Id128::from_hex(low), *Id128::from_hex(high));
}

std::vector<MeetingSummary> Log::open_meetings() {
    return ask_meetings(*parts_, "WHERE closed_at IS NULL ORDER BY opened_at DESC, stream DESC");
}

std::vector<MeetingSummary> Log::meetings_with(const CaptureId& id) {
    return ask_meetings(*parts_,
                        "WHERE stream IN (SELECT stream FROM p_touches WHERE matter = ? UNION SELECT stream FROM "
                        "p_captures WHERE id = ?) ORDER BY opened_at DESC, stream DESC",
                        id, id);
}

std::vector<MeetingSummary> Log::meetings_from(std::string_view fingerprint) {
    return ask_meetings(*parts_, "WHERE source = ? ORDER BY opened_at DESC, stream DESC", fingerprint);
}

std::size_t Log::prefix_length() {
    return parts_->ask([&] {
        SQLite::Statement query(parts_->connection.db(), "SELECT max(digits) FROM streams WHERE digits > 4");
        query.executeStep();
        return std::min<std::size_t>(32, std::max<std::size_t>(4, query.getColumn(0).getUInt()));
    });
}

std::vector<Recorded> Log::events(const MeetingId& meeting) {
    return parts_->ask([&] {
        const auto stream = parts_->store.find(meeting);
        if (!stream || stream->kind != StreamKind::meeting)
            throw Error(fmt::format("There is no meeting {} in the log {}.", meeting.shown(), path().string()));
        try {
            return log::recorded(*stream, parts_->store.read(*stream));
        } catch (const Error& damage) {
            throw Error(fmt::format("The log {}: {}. Nothing was changed; see \"folkmoot doctor\".", path().string(),
                                    damage.what()));
        }
    });
}

std::vector<Partnership> Log::partnerships() {
    return parts_->ask_summaries([&] {
        SQLite::Statement query(parts_->connection.db(), "SELECT uid FROM p_partnerships ORDER BY stream");
        std::vector<Partnership> all;
        while (query.executeStep()) {
            if (const auto stream = parts_->store.find(id_of(query.getColumn(0))))
                all.push_back(std::get<Partnership>(log::fold_stream(*stream, parts_->store.read(*stream))));
        }
        return all;
    });
}

std::optional<Partnership> Log::partnership(std::string_view name) {
    return parts_->ask_summaries([&]() -> std::optional<Partnership> {
        SQLite::Statement query(parts_->connection.db(),
                                "SELECT uid FROM p_partnerships WHERE key = ? ORDER BY stream LIMIT 1");
        bind_all(query, text::folded(name));
        if (!query.executeStep()) return std::nullopt;
        const auto stream = parts_->store.find(id_of(query.getColumn(0)));
        if (!stream) return std::nullopt;
        return std::get<Partnership>(log::fold_stream(*stream, parts_->store.read(*stream)));
    });
}

Sequence Log::last_sequence(const Id128& stream) {
    return parts_->ask([&] { return parts_->store.last_sequence(stream); });
}

CarryOver Log::carry_over(const PartnershipId& partnership, std::string_view group) {
    const auto id = log::group_id(partnership, group);
    return parts_->ask_summaries([&] {
        auto& db = parts_->connection.db();
        CarryOver carry;
        SQLite::Statement query(db,
                                "SELECT * FROM p_matters WHERE grp = ? AND (offered = 1 OR settled_on IS NOT NULL) "
                                "ORDER BY since, at, rank");
        bind_all(query, id);
        while (query.executeStep()) carry.matters.push_back(matter_in(query));
        carry.duties = duties_of(db, id);
        carry.missed = missed_of(db, id);
        carry.news = news_for(db, partnership, id);
        last_meeting_of(db, id, carry);
        return carry;
    });
}

std::vector<ItemRun> Log::item_runs(const PartnershipId& partnership, std::size_t meetings) {
    return parts_->ask_summaries([&] {
        SQLite::Statement query(
            parts_->connection.db(),
            "SELECT m.uid, m.group_name, m.date, i.title, i.kind, i.objectives, i.lead, i.planned_minutes, i.used_ms, "
            "i.outcome FROM (SELECT * FROM p_meetings WHERE closed_at IS NOT NULL AND partnership_name = (SELECT name "
            "FROM p_partnerships WHERE uid = ?) ORDER BY opened_at DESC LIMIT ?) m JOIN p_items i USING (stream) ORDER "
            "BY m.opened_at DESC, m.stream, i.position");
        bind_all(query, partnership, static_cast<std::int64_t>(meetings));
        std::vector<ItemRun> runs;
        while (query.executeStep()) {
            ItemRun run;
            run.meeting = id_of<MeetingId>(query.getColumn(0));
            run.group = query.getColumn(1).getString();
            run.date = log::date_in(query.getColumn(2));
            run.title = query.getColumn(3).getString();
            run.kind = item_kind_from(query.getColumn(4).getString()).value_or(ItemKind::explore);
            run.objectives = listed(query.getColumn(5).getString());
            run.lead = query.getColumn(6).getString();
            run.planned = Minutes(query.getColumn(7).getInt64());
            run.used = Millis(query.getColumn(8).getInt64());
            run.done = !query.getColumn(9).isNull() && query.getColumn(9).getString() == in_words(Outcome::done);
            runs.push_back(std::move(run));
        }
        return runs;
    });
}

std::vector<ActionSummary> Log::actions(bool all) {
    return parts_->ask_summaries([&] {
        SQLite::Statement query(
            parts_->connection.db(),
            fmt::format(
                "SELECT x.matter, x.origin, m.title, m.group_name, x.text, x.owner_name, x.owner, x.since, x.due, "
                "x.state, x.carried, m.partnership_name, x.objectives FROM p_matters x JOIN p_meetings m ON m.stream = "
                "x.stream "
                "WHERE x.kind = 0 {} "
                "ORDER BY x.state NOT IN ('proposed', 'accepted'), x.due IS NULL, x.due, x.at, x.rank",
                all ? "" : "AND x.state IN ('proposed', 'accepted')"));
        std::vector<ActionSummary> actions;
        while (query.executeStep()) actions.push_back(action_in(query));
        return actions;
    });
}

std::optional<std::string> Log::figures(const MeetingId& meeting) {
    return parts_->ask_summaries([&]() -> std::optional<std::string> {
        SQLite::Statement query(parts_->connection.db(),
                                "SELECT figures FROM p_figures WHERE stream = (SELECT stream FROM streams WHERE uid = "
                                "?)");
        bind_all(query, meeting);
        if (!query.executeStep()) return std::nullopt;
        return query.getColumn(0).getString();
    });
}

std::vector<MonthFigures> Log::figures_by_month() {
    return parts_->ask_summaries([&] {
        SQLite::Statement query(parts_->connection.db(),
                                "SELECT group_name, month, figures FROM p_months ORDER BY month, slot");
        std::vector<MonthFigures> months;
        while (query.executeStep())
            months.push_back(
                {query.getColumn(0).getString(), log::date_in(query.getColumn(1)), query.getColumn(2).getString()});
        return months;
    });
}

}  // namespace folkmoot
