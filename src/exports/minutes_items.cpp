// The items as they ran, and what was written down in each.
#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/undone.h"
#include "src/session/narrate.h"

namespace folkmoot::minutes_parts {

namespace {

using Lines = std::vector<Document::Line>;

std::string_view corrected(const Capture& capture) { return capture.corrected ? ", corrected" : ""; }

std::string numbered(const std::string& text, const Capture& capture) {
    return fmt::format("{} ({}{})", text, capture.number, corrected(capture));
}

std::string decided_by(DecisionRule rule) {
    return rule == DecisionRule::lead ? "the lead" : std::string(in_words(rule));
}

}  // namespace

Document::Line text_line(const Capture& capture) { return {.text = numbered(several(capture.text), capture)}; }

Document::Line decision_line(const State& state, const Capture& decision) {
    Document::Line line{.text = numbered(several(decision.text), decision)};
    const bool asked = decision.rule == DecisionRule::consent && decision.votes;
    if (decision.rule)
        line.below.push_back({.text = "Decided by: " + decided_by(*decision.rule) +
                                      (asked ? ", " + in_words(*decision.votes, *decision.rule) : "")});
    if (decision.votes && !asked)
        line.below.push_back(
            {.text = fmt::format("Votes: {} in favour, {} against, {} abstained", decision.votes->in_favour,
                                 decision.votes->against, decision.votes->abstained)});
    if (decision.principle) line.below.push_back({.text = "Becomes a shared principle"});
    if (decision.look_again)
        line.below.push_back({.text = "To be looked at again on " + in_words(*decision.look_again)});
    for (const Reservation& each : decision.reservations) {
        const std::string by = each.person ? " by " + person(state, *each.person) : std::string{};
        line.below.push_back({.text = fmt::format("Reservation{}: {}", by, several(each.text))});
    }
    return line;
}

Document::Line action_line(const State& state, const Capture& action) {
    const std::string owner = action.owner ? person(state, *action.owner) : "Owner not agreed yet";
    const std::string due = action.due ? "due " + in_words(*action.due) : "no date yet";
    Document::Line line{.text = fmt::format("{}: {}, {}, {} ({}{}, id {})", owner, one(action.text), due,
                                            in_words(action.action_state), action.number, corrected(action),
                                            action.id.shown(8))};
    if (action.action_state != ActionState::dropped) line.done = action.action_state == ActionState::done;
    return line;
}

namespace {

Lines text_lines(const State& state, CaptureKind kind, const std::optional<ItemId>& item) {
    Lines lines;
    for (const Capture* capture : captures_of(state, kind, item)) lines.push_back(text_line(*capture));
    return lines;
}

void add_captures(Document& document, const State& state, int level, const std::optional<ItemId>& item) {
    section(document, level, "Notes", text_lines(state, CaptureKind::note, item));
    Lines decisions, actions;
    for (const Capture* each : captures_of(state, CaptureKind::decision, item))
        decisions.push_back(decision_line(state, *each));
    for (const Capture* each : captures_of(state, CaptureKind::action, item))
        actions.push_back(action_line(state, *each));
    section(document, level, "Decisions", std::move(decisions));
    section(document, level, "Actions", std::move(actions));
    section(document, level, "Questions", text_lines(state, CaptureKind::question, item));
    section(document, level, "Parked matters", text_lines(state, CaptureKind::parked, item));
}

std::string minutes_in_words(Minutes minutes) {
    return minutes.count() == 0 ? "no time" : duration_in_words(std::chrono::duration_cast<Millis>(minutes));
}

std::string objectives_in_words(const State& state, const Item& item) {
    std::vector<std::string> parts;
    for (const std::string& id : item.objectives) {
        const auto& all = state.plan.objectives;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Objective& each) { return each.id == id; });
        const std::string short_id = text::one_line(id);
        parts.push_back(found == all.end() ? short_id : fmt::format("{} ({})", short_id, one(found->text)));
    }
    return text::list(parts);
}

std::string papers_in_words(const Item& item) {
    std::vector<std::string> parts;
    for (const Paper& paper : item.papers)
        parts.push_back(paper.sent ? fmt::format("{} (sent on {})", one(paper.title), in_words(*paper.sent))
                                   : fmt::format("{} (no date of sending)", one(paper.title)));
    return text::list(parts);
}

std::string time_in_words(const State& state, const AgendaItem& each) {
    const std::string planned = "planned " + minutes_in_words(each.item.planned);
    if (!each.slot.opened) return planned + ", not opened";
    // Up to the last thing that happened: what has passed since then only a clock could say.
    const Millis used = state.last ? each.slot.used_at(*state.last) : each.slot.used;
    return fmt::format("{}, {} {}", planned, each.slot.closed ? "took" : "so far", duration_in_words(used));
}

std::string extension_in_words(const State& state, const Extension& extension) {
    std::string line = fmt::format("Extended by {}, {}", minutes_in_words(extension.minutes),
                                   extension.consent ? "by consent" : "consent not written down");
    if (extension.from) {
        const AgendaItem* from = state.item(*extension.from);
        line += ", taken from " + (from ? one(from->item.title) : std::string{"another item"});
    }
    return line;
}

Lines item_facts(const State& state, const AgendaItem& each) {
    Lines lines;
    lines.push_back({.text = fmt::format("Kind: {}", in_words(each.item.kind))});
    if (each.added) lines.push_back({.text = "Added during the meeting"});
    if (!each.item.objectives.empty())
        lines.push_back({.text = "Objectives: " + objectives_in_words(state, each.item)});
    if (each.item.lead) lines.push_back({.text = "Lead: " + person(state, *each.item.lead)});
    if (!each.item.papers.empty()) lines.push_back({.text = "Papers: " + papers_in_words(each.item)});
    lines.push_back({.text = "Time: " + time_in_words(state, each)});
    for (const Extension& extension : each.slot.extensions)
        lines.push_back({.text = extension_in_words(state, extension)});
    if (each.slot.given_away.count() > 0)
        lines.push_back({.text = "Given to other items: " + minutes_in_words(each.slot.given_away)});
    lines.push_back({.text = "Outcome: " + outcome_in_words(state, each)});
    return lines;
}

}  // namespace

// The state keeps the outcome alone; why an item was settled stands in the event.
std::string reason_of(const State& state, const ItemId& item) {
    const std::set<Sequence> undone = undone_acts(state);
    std::string reason;
    for (const Recorded& recorded : state.events) {
        const auto* settled = std::get_if<event::ItemSettled>(&recorded.event);
        if (settled && settled->item == item && !undone.contains(recorded.sequence))
            reason = text::one_line(settled->reason.text);
    }
    return reason;
}

namespace {

std::string plain_outcome(const State& state, const AgendaItem& each) {
    if (each.slot.outcome) {
        switch (*each.slot.outcome) {
            case Outcome::done:
                return "done";
            case Outcome::carried:
                return "carried to the next meeting";
            case Outcome::parked:
                return "parked";
            case Outcome::dropped:
                return "dropped";
        }
    }
    if (each.slot.opened) return "still open";
    return state.closed ? "not reached" : "still to come";
}

}  // namespace

std::string outcome_in_words(const State& state, const AgendaItem& item) {
    std::string outcome = plain_outcome(state, item);
    for (const ReviewedMatter& each : state.matters) {
        if (each.taken != item.item.id || each.matter.kind != MatterKind::decision || !each.verdict) continue;
        outcome += each.verdict != event::Verdict::kept
                       ? fmt::format(", and the decision {}", in_words(*each.verdict, MatterKind::decision))
                   : each.due ? ", and the decision is looked at again on " + in_words(*each.due)
                              : std::string(", and the decision is looked at again");
    }
    const std::string reason = item.slot.outcome ? reason_of(state, item.item.id) : std::string{};
    return reason.empty() ? outcome : fmt::format("{} ({})", outcome, reason);
}

void add_items(Document& document, const State& state) {
    if (state.agenda.empty()) return;
    heading(document, 2, "Items");
    std::size_t number = 0;
    for (const AgendaItem& each : state.agenda) {
        heading(document, 3, fmt::format("Item {}: {}", ++number, one(each.item.title)));
        list(document, item_facts(state, each));
        add_captures(document, state, 4, each.item.id);
    }
}

void add_outside(Document& document, const State& state) {
    Document inner;
    add_captures(inner, state, 3, std::nullopt);
    if (inner.blocks.empty()) return;
    heading(document, 2, "Outside the items");
    document.blocks.insert(document.blocks.end(), inner.blocks.begin(), inner.blocks.end());
}

}  // namespace folkmoot::minutes_parts
