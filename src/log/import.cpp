// Everything back into a log, in one transaction.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "src/base/text.h"
#include "src/log/chain.h"
#include "src/log/forget.h"
#include "src/log/lines.h"
#include "src/log/parts.h"
#include "src/log/sql.h"
#include "src/log/transfer.h"
#include "src/session/narrate.h"

namespace folkmoot {

using log::Store;
using log::StreamInfo;

namespace {

/// More than any meeting has; a stream is held in memory while it is read.
constexpr Sequence most_events = 100'000;

/// What a partnership's event is about: a later one about the same takes its place.
std::string subject(const PartnershipEvent& event) {
    struct Namer {
        std::string operator()(const partnership_event::Founded&) const { return "name"; }
        std::string operator()(const partnership_event::PartnerKept& kept) const { return kept.partner.id.hex(); }
        std::string operator()(const partnership_event::PersonKept& kept) const { return kept.person.id.hex(); }
        std::string operator()(const partnership_event::ObjectiveKept& kept) const { return "O " + kept.objective.id; }
        std::string operator()(const partnership_event::PrinciplesKept&) const { return "principles"; }
        std::string operator()(const partnership_event::ActionKept& kept) const { return kept.action.hex(); }
        std::string operator()(const partnership_event::GroupsKept&) const { return "groups"; }
        std::string operator()(const partnership_event::TermKept& kept) const {
            return "term " + text::folded(kept.term.word.text);
        }
        std::string operator()(const partnership_event::WaysKept&) const { return "ways"; }
        std::string operator()(const partnership_event::TakenOut& out) const {
            if (out.partner) return out.partner->hex();
            return out.person ? out.person->hex() : "O " + out.objective;
        }
    };
    return std::visit(Namer{}, event);
}

/// The same act with the same words, whatever their salts. Forgotten words are like any.
bool same_content(const EventLine& ours, const EventLine& theirs) {
    if (ours.kind != theirs.kind || ours.payload != theirs.payload || ours.at != theirs.at ||
        ours.words.size() != theirs.words.size())
        return false;
    return std::equal(ours.words.begin(), ours.words.end(), theirs.words.begin(),
                      [](const LineWords& a, const LineWords& b) {
                          return a.whose == b.whose && (!a.text || !b.text || *a.text == *b.text);
                      });
}

std::string told(const State& before, const EventLine& line) {
    State after = before;
    const Recorded recorded{line.sequence, line.at, decode_event(encoded(line))};
    apply(after, recorded);
    const auto said = text::one_line(narrate(after, recorded));
    return fmt::format("\"{}\" at {}", said.empty() ? line.kind : said, time_of_day(line.at));
}

}  // namespace

class Import::Work {
public:
    explicit Work(Log& log)
        : parts_(log.parts()),
          db_(parts_.connection.db()),
          transaction_(db_, SQLite::TransactionBehavior::IMMEDIATE),
          reader_(db_) {}

    void take(const EventLine& line) {
        if (!stream_ || stream_->info.uid != line.stream) begin(line);
        auto& now = *stream_;
        if (line.of != now.info.kind) throw Error("its stream is a meeting in one line and a partnership in another");
        if (line.sequence != now.read + 1)
            throw Error(
                fmt::format("it is act {} of its stream, and act {} has to come here", line.sequence, now.read + 1));
        if (line.sequence > most_events) throw Error(fmt::format("its stream has more than {} acts", most_events));
        now.link = log::chained(now.link, line);
        now.read = line.sequence;
        ++events_;
        if (now.info.kind == StreamKind::meeting)
            take_meeting(line);
        else
            take_partnership(line);
    }

    ImportReport finish(const LinesHeader& header) {
        if (header.events && *header.events != events_)
            throw Error(fmt::format("The file says that it holds {}, and it holds {}: it was cut off, or changed.",
                                    text::count(*header.events, "act", "acts"), events_));
        if (header.streams && *header.streams != seen_.size())
            throw Error(fmt::format("The file says that it holds {}, and it holds {}: it was cut off, or changed.",
                                    text::count(*header.streams, "stream", "streams"), seen_.size()));
        if (report_.added > 0) report_.forgotten = log::forget_again(db_);
        transaction_.commit();
        parts_.store.forget_tails();
        return report_;
    }

    [[nodiscard]] const ImportReport& report() const { return report_; }
    [[nodiscard]] log::Parts& parts() { return parts_; }

private:
    struct Stream {
        StreamInfo info;
        std::optional<Store::Tail> tail;  ///< as it now is in the log; nothing: not there yet
        Sequence had = 0;                 ///< so many events were there before
        Sequence read = 0;
        Sha256 link{};  ///< of the file's own chain
        bool apart = false;
        bool counted = false;
        State state;
        std::map<std::string, Stamp> said;  ///< partnerships: when the log last said something of each subject
    };

    void begin(const EventLine& line) {
        if (!seen_.insert(line.stream).second)
            throw Error("the acts of one stream have to stand together, and other streams came between them");
        Stream next;
        next.info = StreamInfo{0, line.stream, line.of};
        if (const auto found = parts_.store.find(line.stream)) {
            if (found->kind != line.of) throw Error("its stream is of another kind in the log");
            next.info = *found;
            next.tail = parts_.store.stored_tail(line.stream);
            next.had = next.tail ? next.tail->sequence : 0;
        }
        next.link = log::first_link(line.stream, line.of);
        next.state.id = MeetingId(line.stream);
        stream_ = std::move(next);
    }

    /// True when the log has an event at this place; `same` says whether it is this one.
    bool in_log(const EventLine& line, bool& same, EventLine& ours) {
        if (line.sequence > stream_->had) return false;
        auto stored = reader_.read(stream_->info, line.sequence);
        if (!stored) throw Error("the log lacks an act that it counts; see \"folkmoot doctor\"");
        ours = std::move(*stored);
        same = (line.hash && *line.hash == *ours.hash) || same_content(ours, line);
        return true;
    }

    void take_meeting(const EventLine& line) {
        auto& now = *stream_;
        if (line.sequence == 1 && line.kind != "opened") throw Error("a meeting's first act is \"opened\"");
        const Recorded recorded{line.sequence, line.at, decode_event(encoded(line))};
        if (!now.apart) {
            bool same = false;
            EventLine ours;
            if (!in_log(line, same, ours)) {
                add(line);
            } else if (same) {
                ++report_.known;
            } else {
                now.apart = true;
                differ(ours, line);
            }
        }
        apply(now.state, recorded);
    }

    void differ(const EventLine& ours, const EventLine& theirs) {
        const auto& state = stream_->state;
        std::string name = fmt::format("Meeting {}", state.id.shown());
        if (state.opened)
            name += fmt::format(" ({}, {})", text::one_line(state.plan.title.text), in_words(date_of(*state.opened)));
        report_.differing.push_back(fmt::format("{} goes on differently from act {} on: in the log {}, in the file {}.",
                                                name, theirs.sequence, told(state, ours), told(state, theirs)));
    }

    void take_partnership(const EventLine& line) {
        auto& now = *stream_;
        const auto event = decode_partnership_event(encoded(line));
        if (!now.apart) {
            bool same = false;
            EventLine ours;
            if (!in_log(line, same, ours)) {
                add(line);
                return;
            }
            if (same) {
                ++report_.known;
                return;
            }
            now.apart = true;
            hear_ours(line.sequence);
        }
        const auto about = subject(event);
        if (const auto heard = now.said.find(about); heard != now.said.end() && heard->second.wall >= line.at.wall) {
            ++report_.known;
            return;
        }
        now.said[about] = line.at;
        auto fact = line;  // at another place, after other acts: its sums stay, its hash is another
        fact.sequence = now.tail->sequence + 1;
        fact.hash.reset();
        add(fact);
    }

    /// What the log says from this act on, where the file says something else.
    void hear_ours(Sequence from) {
        auto& now = *stream_;
        for (Sequence sequence = from; sequence <= now.had; ++sequence) {
            const auto ours = reader_.read(now.info, sequence);
            if (!ours) continue;
            auto& latest = now.said[subject(decode_partnership_event(encoded(*ours)))];
            if (latest.wall < ours->at.wall) latest = ours->at;
        }
    }

    void add(const EventLine& line) {
        auto& now = *stream_;
        if (!now.tail) now.tail = parts_.store.begin_stream(line.stream, line.of);
        parts_.store.add_line(*now.tail, line);
        ++report_.added;
        if (std::exchange(now.counted, true)) return;
        parts_.store.mark_behind(now.tail->row);
        const bool meeting = line.of == StreamKind::meeting;
        auto& count = now.had == 0 ? (meeting ? report_.new_meetings : report_.new_partnerships)
                                   : (meeting ? report_.longer_meetings : report_.longer_partnerships);
        ++count;
        const MeetingId id{line.stream};
        if (meeting && now.had == 0) report_.meetings.push_back(id);
    }

    log::Parts& parts_;
    SQLite::Database& db_;
    SQLite::Transaction transaction_;  // rolled back unless it was committed
    log::LineReader reader_;
    std::optional<Stream> stream_;
    std::set<Id128> seen_;
    std::size_t events_ = 0;
    ImportReport report_;
};

namespace {

template <class F>
auto or_write_error(log::Parts& parts, F&& act) {
    try {
        return act();
    } catch (const SQLite::Exception& failure) {
        throw WriteError(parts.connection.words_for(failure));
    }
}

}  // namespace

Import::Import(Log& log) {
    or_write_error(log.parts(), [&] { work_ = std::make_unique<Work>(log); });
}
Import::~Import() = default;

void Import::take(const EventLine& event) {
    or_write_error(work_->parts(), [&] { work_->take(event); });
}

ImportReport Import::finish(const LinesHeader& header) {
    return or_write_error(work_->parts(), [&] { return work_->finish(header); });
}

const ImportReport& Import::so_far() const { return work_->report(); }

}  // namespace folkmoot
