#include "src/log/old_words.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <set>

#include "src/session/state.h"

namespace folkmoot::log {

namespace {

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
            if (over || each.closed || went_on_as_item(each)) settled.push_back(each.matter.id);
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
            if (matter.kind == MatterKind::item || matter.kind == MatterKind::decision) return Stays::record;
            // Actions that a plan brought began here and may stand still.
            const bool brought = matter.meeting == MeetingId(event.stream.uid) && !settled(matter.id);
            return open_.contains(matter.id) || brought ? Stays::open : Stays::no;
        }
        for (const auto& news : opened->carry_over.news) {
            if (news.text.text == mark && news.kind == CaptureKind::action) return Stays::no;
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

}  // namespace

Changes old_words(SQLite::Database& db, Date before) { return Before(db, before).find(); }

}  // namespace folkmoot::log
