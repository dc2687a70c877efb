// What a meeting did with matters that live across meetings: it begins some and looks at others from earlier.
#include <algorithm>

#include <fmt/format.h>

#include "src/log/rows.h"

namespace folkmoot::log {

namespace {

std::string joined(const std::vector<std::string>& objectives) {
    std::string all;
    for (const auto& objective : objectives) all += (all.empty() ? "" : "\n") + objective;
    return all;
}

struct Beginning {
    CaptureId id;
    MatterKind kind = MatterKind::action;
    std::string state = "open";
    Words text;
    std::optional<Date> due;
    std::optional<PersonId> owner;
    MeetingId origin;
    Date since{};
    int carried = 0;
    Minutes planned{0};
    std::vector<std::string> objectives;
    std::size_t rank = 0;
    ItemKind item_kind = ItemKind::explore;
    std::optional<PersonId> lead;
};

void write_beginning(RowWriter& rows, StreamRow stream, const State& state, const Beginning& begin) {
    const auto* owner = begin.owner ? find_person(state.people, *begin.owner) : nullptr;
    rows.insert("p_touches", stream, begin.id, 1, state.opened->wall.time_since_epoch().count(),
                state.closed.has_value(), begin.state, begin.due, static_cast<int>(begin.kind),
                group_id(state.plan.partnership, state.plan.group.text), begin.text, begin.text.whose, begin.origin,
                begin.since, begin.owner, begin.owner ? state.name_of(*begin.owner) : std::string(),
                owner ? state.partner_name(owner->partner) : std::string(), begin.carried, begin.planned.count(),
                joined(begin.objectives), begin.rank, static_cast<int>(begin.item_kind), begin.lead, nullptr, nullptr);
}

void write_captures(RowWriter& rows, StreamRow stream, const State& state) {
    for (const auto& capture : state.captures) {
        if (capture.removed) continue;
        Beginning begin;
        switch (capture.kind) {
            case CaptureKind::action:
                begin.kind = MatterKind::action;
                begin.state = in_words(capture.action_state);
                break;
            case CaptureKind::parked:
                begin.kind = MatterKind::parked;
                break;
            case CaptureKind::question:
                begin.kind = MatterKind::question;
                break;
            case CaptureKind::decision:
                if (!capture.look_again) continue;
                begin.kind = MatterKind::decision;
                break;
            case CaptureKind::concern:
                begin.kind = MatterKind::concern;
                begin.state = capture.closed ? "ended" : "open";
                break;
            default:
                continue;
        }
        begin.id = capture.id;
        begin.text = capture.text;
        begin.due = capture.kind == CaptureKind::decision ? capture.look_again : capture.due;
        begin.owner = capture.owner;
        begin.origin = state.id;
        begin.since = date_of(*state.opened);
        if (const auto* item = capture.item ? state.item(*capture.item) : nullptr)
            begin.objectives = item->item.objectives;
        begin.rank = capture.number;
        write_beginning(rows, stream, state, begin);
    }
}

/// What the item was to talk about is a matter of its own that did not end with it.
bool is_open_still(const State& state, const ItemId& item) {
    return std::ranges::any_of(
        state.matters, [&](const ReviewedMatter& each) { return each.taken == item && !went_on_as_item(each); });
}

/// An item that was carried or parked lives on as a matter. When it was one before, it keeps where it came from and
/// has been carried once more. In a closed meeting an item without an outcome is not lost either.
void write_items(RowWriter& rows, StreamRow stream, const State& state) {
    constexpr std::size_t after_captures = 1'000'000;
    for (std::size_t index = 0; index < state.agenda.size(); ++index) {
        const auto& [item, slot, added] = state.agenda[index];
        const bool lives_on = slot.outcome ? *slot.outcome == Outcome::carried || *slot.outcome == Outcome::parked
                                           : state.closed.has_value();
        if (!lives_on || item.kind == ItemKind::pause || is_open_still(state, item.id)) continue;
        Beginning begin;
        begin.id = CaptureId(derived_id(item.id, 0, "matter"));
        begin.kind = slot.outcome == Outcome::parked ? MatterKind::parked : MatterKind::item;
        begin.text = item.title;
        begin.origin = state.id;
        begin.since = date_of(*state.opened);
        for (const auto& before : state.matters) {
            if (before.taken != item.id) continue;
            begin.origin = before.matter.meeting;
            begin.since = before.matter.since;
            begin.carried = before.matter.carried + 1;
        }
        begin.planned = item.planned;
        begin.objectives = item.objectives;
        begin.item_kind = item.kind;
        begin.lead = item.lead;
        begin.rank = after_captures + index;
        write_beginning(rows, stream, state, begin);
    }
}

/// A plan can bring actions of a time before the log: those begin here, and are looked at here as well.
void write_brought(RowWriter& rows, StreamRow stream, const State& state) {
    for (std::size_t index = 0; index < state.plan.carry_over.matters.size(); ++index) {
        const auto& matter = state.plan.carry_over.matters[index];
        if (matter.meeting != state.id) continue;
        Beginning begin;
        begin.id = matter.id;
        begin.kind = matter.kind;
        if (matter.kind == MatterKind::action) begin.state = matter.accepted ? "accepted" : "proposed";
        begin.text = matter.text;
        begin.due = matter.due;
        begin.owner = matter.owner;
        begin.origin = matter.meeting;
        begin.since = matter.since;
        begin.carried = matter.carried;
        begin.planned = matter.planned;
        begin.objectives = matter.objectives;
        begin.rank = brought_rank + index;
        write_beginning(rows, stream, state, begin);
    }
}

/// The state that the meeting gave an earlier matter; empty when it said nothing that changes it.
std::string said_of(const ReviewedMatter& reviewed) {
    const bool action = reviewed.matter.kind == MatterKind::action;
    const bool decision = reviewed.matter.kind == MatterKind::decision;
    if (went_on_as_item(reviewed) || reviewed.closed) return "ended";
    if (!reviewed.verdict) return {};
    switch (*reviewed.verdict) {
        case event::Verdict::done:
            return action ? "done" : decision ? "stands" : "ended";
        case event::Verdict::dropped:
            return action || decision ? "dropped" : "ended";
        case event::Verdict::accepted:
            return action ? "accepted" : "";
        case event::Verdict::kept:
            return {};
    }
    return {};
}

/// The same for an action, for which keeping or another owner says whether it is accepted.
std::string said_of(const ReviewedMatter& reviewed, const Matter& before) {
    const Matter& now = reviewed.matter;
    std::string said = said_of(reviewed);
    if (!said.empty() || now.kind != MatterKind::action) return said;
    if (before.settled_on) return now.accepted ? "accepted" : "proposed";  // open again
    if (now.accepted) return reviewed.verdict || !before.accepted ? "accepted" : "";
    return before.accepted || now.owner != before.owner ? "proposed" : "";
}

/// Empty when the meeting took the date away, nothing when it said none.
std::optional<std::string> due_said(const ReviewedMatter& reviewed, const Matter& before) {
    if (reviewed.due) return iso(*reviewed.due);
    return before.due && !reviewed.matter.due ? std::optional<std::string>("") : std::nullopt;
}

/// A new owner's name, "" for nobody; nothing when the meeting named none.
void write_review(RowWriter& rows, StreamRow stream, const State& state, const ReviewedMatter& reviewed,
                  const Matter& before) {
    const Matter& now = reviewed.matter;
    std::optional<std::string> name, partner;
    std::optional<PersonId> owner;
    if (now.owner != before.owner) {
        const auto* person = now.owner ? find_person(state.people, *now.owner) : nullptr;
        owner = now.owner;
        name = now.owner_name.text;
        partner = person ? state.partner_name(person->partner) : std::string();
    }
    rows.insert("p_touches", stream, now.id, 0, state.opened->wall.time_since_epoch().count(), state.closed.has_value(),
                said_of(reviewed, before), due_said(reviewed, before), nullptr, nullptr, nullptr, nullptr, nullptr,
                nullptr, owner, name, partner, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
}

void write_reviews(RowWriter& rows, StreamRow stream, const State& state) {
    for (std::size_t index = 0; index < state.matters.size(); ++index)
        write_review(rows, stream, state, state.matters[index], state.plan.carry_over.matters[index]);
}

}  // namespace

void write_touches(RowWriter& rows, StreamRow stream, const State& state) {
    write_captures(rows, stream, state);
    write_items(rows, stream, state);
    write_brought(rows, stream, state);
    write_reviews(rows, stream, state);
}

void write_touches(RowWriter& rows, StreamRow stream, const Partnership& partnership) {
    int begins = 0;
    for (const auto& [at, kept] : partnership.actions) {
        const Person* person = kept.owner ? find_person(partnership.people, *kept.owner) : nullptr;
        const Partner* partner = person ? find_partner(partnership.partners, person->partner) : nullptr;
        rows.insert("p_touches", stream, kept.action, --begins, at.wall.time_since_epoch().count(), between_meetings,
                    std::string(in_words(kept.state)), kept.due ? iso(*kept.due) : std::string(), nullptr, nullptr,
                    nullptr, nullptr, nullptr, nullptr, kept.owner, person ? person->name.text : std::string(),
                    partner ? partner->name.text : std::string(), nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                    iso(date_of(at)), kept.why.text);
    }
}

}  // namespace folkmoot::log
