#include "src/log/rows.h"

#include <fmt/format.h>

#include <numeric>

#include "src/base/text.h"
#include "src/trends/figures.h"

namespace folkmoot::log {

namespace {

std::int64_t ms(const Stamp& stamp) { return stamp.wall.time_since_epoch().count(); }
std::optional<std::int64_t> ms(const std::optional<Stamp>& stamp) {
    return stamp ? std::optional<std::int64_t>(ms(*stamp)) : std::nullopt;
}

std::optional<std::int64_t> offset_of(const std::optional<Stamp>& stamp) {
    return stamp ? std::optional<std::int64_t>(stamp->offset.count()) : std::nullopt;
}

std::string_view word_for(Presence presence) {
    switch (presence) {
        case Presence::expected:
            return "expected";
        case Presence::here:
            return "here";
        case Presence::late:
            return "late";
        case Presence::away:
            return "away";
        case Presence::apologies:
            return "apologies";
        case Presence::left:
            return "left";
    }
    return "expected";
}

std::string_view word_for(Answer answer) {
    switch (answer) {
        case Answer::said:
            return "said";
        case Answer::off:
            return "off the record";
        case Answer::passed:
            return "passed";
        case Answer::later:
            return "later";
        case Answer::away:
            return "away";
    }
    return "said";
}

/// The end of a closed meeting; the latest act of an open one.
Stamp end_of(const State& state) { return state.closed.value_or(state.last.value_or(*state.opened)); }

std::size_t count(const State& state, CaptureKind kind) { return standing(state, kind).size(); }

std::size_t position_of(const State& state, const ItemId& id) {
    for (std::size_t index = 0; index < state.agenda.size(); ++index) {
        if (state.agenda[index].item.id == id) return index + 1;
    }
    return 0;
}

std::string partner_of(const State& state, const std::optional<PersonId>& id) {
    const auto* person = id ? find_person(state.people, *id) : nullptr;
    return person ? state.partner_name(person->partner) : std::string();
}

std::string name_of(const State& state, const std::optional<PersonId>& id) {
    return id ? state.name_of(*id) : std::string();
}

void write_meeting(RowWriter& rows, StreamRow stream, const State& state) {
    const auto& plan = state.plan;
    const auto& opened = *state.opened;
    const auto length = std::max(state.ran - state.left_out, Millis{0});
    std::size_t present = 0;
    for (const auto& attendance : state.attendance) {
        if (attendance.arrived) ++present;
    }
    const auto offset = state.closed ? std::optional<std::int64_t>(state.closed->offset.count()) : std::nullopt;
    rows.insert("p_meetings", stream, state.id, group_id(plan.partnership, plan.group.text), plan.title, plan.group,
                plan.partnership_name, plan.place, plan.source, date_of(opened), ms(opened), opened.offset.count(),
                ms(state.closed), offset, ms(plan.planned_start), plan.length.count(), plan.buffer.count(),
                length.count(), state.rested.count(), state.people.size(), present, count(state, CaptureKind::decision),
                count(state, CaptureKind::action), count(state, CaptureKind::parked),
                count(state, CaptureKind::concern), count(state, CaptureKind::term), name_of(state, state.facilitator),
                state.host ? state.partner_name(*state.host) : std::string(), state.next_date, state.next_facilitator,
                state.next_host);
}

void write_attendance(RowWriter& rows, StreamRow stream, const State& state) {
    for (const auto& attendance : state.attendance) {
        rows.insert("p_attendance", stream, state.seat_of(attendance.person), attendance.person,
                    state.name_of(attendance.person), partner_of(state, attendance.person),
                    word_for(attendance.presence), attendance.came_late, attendance.walked_in,
                    attendance.present_at(end_of(state)).count());
    }
}

void write_items(RowWriter& rows, StreamRow stream, const State& state) {
    std::int64_t turn_number = 0;
    for (std::size_t index = 0; index < state.agenda.size(); ++index) {
        const auto& [item, slot, added] = state.agenda[index];
        std::string objectives;
        for (const auto& objective : item.objectives) objectives += (objectives.empty() ? "" : ", ") + objective;
        std::size_t by_consent = 0;
        for (const auto& extension : slot.extensions) {
            if (extension.consent) ++by_consent;
        }
        const auto outcome = slot.outcome ? std::optional<std::string_view>(in_words(*slot.outcome)) : std::nullopt;
        rows.insert("p_items", stream, index + 1, item.id, item.title, in_words(item.kind), objectives,
                    name_of(state, item.lead), partner_of(state, item.lead), added, item.planned.count(),
                    state.agenda[index].allotted().count(), slot.used_at(end_of(state)).count(), slot.extensions.size(),
                    by_consent, outcome, ms(slot.opened), offset_of(slot.opened), ms(slot.closed));
        for (const auto& turn : slot.turns) {
            rows.insert("p_turns", stream, ++turn_number, index + 1, state.seat_of(turn.person), ms(turn.began),
                        turn.began.offset.count(), turn.length.count());
        }
    }
}

void write_captures(RowWriter& rows, StreamRow stream, const State& state) {
    for (const auto& capture : state.captures) {
        if (capture.removed) continue;
        std::optional<std::size_t> position;
        if (capture.item) position = position_of(state, *capture.item);
        std::optional<std::string_view> rule;
        if (capture.rule) rule = in_words(*capture.rule);
        std::optional<int> in_favour, against, abstained;
        if (capture.votes) {
            in_favour = capture.votes->in_favour;
            against = capture.votes->against;
            abstained = capture.votes->abstained;
        }
        rows.insert("p_captures", stream, capture.number, capture.id, in_words(capture.kind), capture.text,
                    capture.word, position, ms(capture.at), rule, in_favour, against, abstained,
                    capture.reservations.size());
    }
}

void write_scores(RowWriter& rows, StreamRow stream, const State& state) {
    for (const auto kind : {RoundKind::checkin, RoundKind::checkout}) {
        const auto& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
        for (const auto& answer : round.answers) {
            rows.insert("p_scores", stream, in_words(kind), state.seat_of(answer.person), word_for(answer.answer),
                        answer.score);
        }
    }
}

using Counts = std::vector<std::uint32_t>;

/// A statement that fewer than four answered has no counts but one row; how many answered is known when no statement
/// has counts.
void write_pulse(RowWriter& rows, StreamRow stream, const State& state) {
    if (!state.pulse) return;
    const auto& plan = state.plan;
    for (std::size_t index = 0; index < plan.pulse_statements.size(); ++index) {
        const auto counts = index < state.pulse->counts.size() ? state.pulse->counts[index] : Counts{};
        const auto counted = std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
        std::optional<std::uint32_t> answered;
        if (counted > 0) answered = counted;
        if (state.pulse->counts.empty()) answered = state.pulse->answers;
        const auto add = [&](int value, std::optional<std::uint32_t> n) {
            rows.insert("p_pulse", stream, index + 1, plan.pulse_statements[index], plan.pulse_instrument, answered,
                        value, n);
        };
        if (counted == 0) add(0, std::nullopt);
        for (std::size_t step = 0; counted > 0 && step < counts.size(); ++step)
            add(plan.pulse_scale.low + static_cast<int>(step), counts[step]);
    }
}

/// The month is that of its opening, in local time.
void write_figures(RowWriter& rows, StreamRow stream, const State& state) {
    if (!state.closed) return;
    const auto day = date_of(*state.opened);
    const auto month = iso(day.year() / day.month() / 1);
    const auto group = group_id(state.plan.partnership, state.plan.group.text);
    rows.insert("p_figures", stream, derived_id(group, 0, "month " + month), month, state.plan.group,
                to_text(figures_of(state)));
}

/// Those that are about something that was written down and still stands.
void write_corrections(RowWriter& rows, StreamRow stream, const State& state) {
    std::size_t place = 0;
    for (const auto& amendment : state.amendments) {
        ++place;
        const auto* capture = amendment.number ? state.capture(*amendment.number) : nullptr;
        if (capture != nullptr && !capture->removed)
            rows.insert("p_corrections", stream, place, capture->number, amendment.text);
    }
}

void write_duties(RowWriter& rows, StreamRow stream, const State& state) {
    if (!state.closed) return;
    const auto group = group_id(state.plan.partnership, state.plan.group.text);
    const auto add = [&](Duty duty, const PersonId& person, const PartnerId& partner) {
        rows.insert("p_duties", stream, group, static_cast<int>(duty), person, partner, date_of(*state.opened));
    };
    const auto add_person = [&](Duty duty, const PersonId& id) {
        const auto* person = find_person(state.people, id);
        add(duty, id, person ? person->partner : PartnerId{});
    };
    if (state.checkin.started && !state.checkin.order.empty())
        add_person(Duty::speak_first, state.checkin.order.front());
    if (state.facilitator) add_person(Duty::facilitate, *state.facilitator);
    if (state.note_taker) add_person(Duty::take_notes, *state.note_taker);
    if (state.timekeeper) add_person(Duty::keep_time, *state.timekeeper);
    if (state.host) add(Duty::host, PersonId{}, *state.host);
}

}  // namespace

Id128 group_id(const PartnershipId& partnership, std::string_view group) {
    return derived_id(partnership, 0, "group " + text::folded(group));
}

SQLite::Statement& RowWriter::insertion(std::string_view table, std::size_t columns) {
    const auto found = statements_.find(table);
    if (found != statements_.end()) return found->second;
    std::string sql = fmt::format("INSERT INTO {}{} VALUES(?", prefix_, table);
    for (std::size_t column = 1; column < columns; ++column) sql += ", ?";
    return statements_.try_emplace(std::string(table), db_, sql + ")").first->second;
}

void RowWriter::erase(StreamRow stream) {
    for (const auto table : stream_tables) {
        const auto name = fmt::format("erase {}", table);
        auto found = statements_.find(name);
        if (found == statements_.end()) {
            found = statements_.try_emplace(name, db_, fmt::format("DELETE FROM {}{} WHERE stream = ?", prefix_, table))
                        .first;
        }
        Use row(found->second);
        bind_all(*row, stream);
        row->exec();
    }
}

void RowWriter::write(StreamRow stream, const State& state) {
    if (!state.opened) return;
    write_meeting(*this, stream, state);
    write_attendance(*this, stream, state);
    write_items(*this, stream, state);
    write_captures(*this, stream, state);
    write_scores(*this, stream, state);
    write_pulse(*this, stream, state);
    write_duties(*this, stream, state);
    write_figures(*this, stream, state);
    write_corrections(*this, stream, state);
    write_touches(*this, stream, state);
}

void RowWriter::write(StreamRow stream, const Partnership& partnership) {
    insert("p_partnerships", stream, partnership.id, partnership.name, text::folded(partnership.name.text));
    write_touches(*this, stream, partnership);
}

}  // namespace folkmoot::log
