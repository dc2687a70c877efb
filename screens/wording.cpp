#include "screens/wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/session/narrate.h"
#include "src/time/calendar.h"

namespace folkmoot {
namespace {

std::string matter_kind(const State& state, const Matter& matter) {
    switch (matter.kind) {
        case MatterKind::action:
            break;
        case MatterKind::item:
            return "carried item";
        case MatterKind::parked:
            return "parked matter";
        case MatterKind::question:
            return "open question";
        case MatterKind::concern:
            return "concern";
        case MatterKind::decision:
            return fmt::format("decision of {} to look at again", in_words(matter.since));
    }
    const std::string name =
        matter.owner && !state.name_of(*matter.owner).empty() ? state.name_of(*matter.owner) : matter.owner_name.text;
    return name.empty() ? "action without an owner" : "action of " + name;
}

/// Behind a concern that is closed.
std::string and_agreed(const Words& agreed) { return agreed.empty() ? "" : ", agreed: " + clipped(agreed.text, 80); }

std::string item_state(const State& state, const AgendaItem& line) {
    if (state.place.item == line.item.id && !state.closed) return "open now";
    if (line.slot.outcome) return std::string(in_words(*line.slot.outcome));
    return line.slot.opened ? "left open" : "";
}

}  // namespace

std::string clipped(std::string_view text, std::size_t most) {
    std::string line = text::one_line(text);
    if (text::length(line) <= most) return line;
    std::string cut = text::first(line, most > 3 ? most - 3 : most);
    while (cut.ends_with(' ')) cut.pop_back();
    return cut + "...";
}

std::string and_group(std::string_view title, const std::string& group) {
    const std::string name = text::one_line(group);
    return title.starts_with(name) ? std::string{} : ", " + name;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string_view in_words(Presence presence) {
    switch (presence) {
        case Presence::expected:
            return "expected";
        case Presence::here:
            return "here";
        case Presence::late:
            return "coming later";
        case Presence::away:
            return "away";
        case Presence::apologies:
            return "away with apologies";
        case Presence::left:
            return "has left";
    }
    return "";
}

namespace {

std::string person_in_words(const State& state, std::size_t index, bool says_expected) {
    const Person& person = state.people[index];
    std::string line = fmt::format("{} of {}, {}", index + 1, state.people.size(), person.name.text);
    const Attendance* attendance = state.attendance_of(person.id);
    if (attendance != nullptr && (says_expected || attendance->presence != Presence::expected)) {
        line += fmt::format(", {}", folkmoot::in_words(attendance->presence));
        if (!attendance->reason.empty()) line += ": " + text::one_line(attendance->reason.text);
    }
    if (const std::string& partner = state.partner_name(person.partner); !partner.empty()) line += ", " + partner;
    if (!person.role.empty()) line += ", " + person.role.text;
    return line;
}

}  // namespace

std::string person_line(const State& state, std::size_t index) { return person_in_words(state, index, false); }

std::string person_with_presence(const State& state, std::size_t index) { return person_in_words(state, index, true); }

std::string item_line(const State& state, std::size_t index, const std::optional<Stamp>& expected) {
    const AgendaItem& line = state.agenda[index];
    std::string said =
        fmt::format("{} of {}, {}, {}", index + 1, state.agenda.size(), line.item.title.text, in_words(line.item.kind));
    const bool open = state.place.item == line.item.id && !state.closed;
    if (line.slot.outcome && line.slot.opened && !open) {
        said += ", took " + duration_in_words(line.slot.used);
    } else if (line.allotted() > Minutes{0}) {
        said += ", " + duration_in_words(line.allotted());
    }
    if (const std::string standing = item_state(state, line); !standing.empty()) said += ", " + standing;
    if (expected) said += ", about " + time_of_day(*expected);
    if (!line.item.objectives.empty()) said += ", pinned to " + text::list(line.item.objectives);
    if (line.item.lead && !state.name_of(*line.item.lead).empty()) said += ", led by " + state.name_of(*line.item.lead);
    return said;
}

std::size_t item_number(const State& state, const ItemId& id) {
    const auto found = std::find_if(state.agenda.begin(), state.agenda.end(),
                                    [&](const AgendaItem& line) { return line.item.id == id; });
    return found == state.agenda.end() ? 0 : static_cast<std::size_t>(found - state.agenda.begin()) + 1;
}

namespace {

std::string matter_title(const Matter& matter) { return clipped(matter.text.text, 200); }

std::string matter_details(const State& state, const ReviewedMatter& reviewed, Date today) {
    const Matter& matter = reviewed.matter;
    std::string line = matter_kind(state, matter);
    if (matter.kind == MatterKind::decision)
        return reviewed.due ? line + ", now on " + folkmoot::in_words(*reviewed.due) : line;
    const std::optional<Date> due = reviewed.due ? reviewed.due : matter.due;
    const bool settled = reviewed.verdict == event::Verdict::done || reviewed.verdict == event::Verdict::dropped;
    if (due) {
        line += ", due " + folkmoot::in_words(*due);
        if (days_between(*due, today) > 0 && !settled) line += ", overdue";
    }
    if (matter.carried > 0) line += ", " + carried_in_words(matter.carried);
    if (matter.kind == MatterKind::action && !matter.accepted && !settled) line += ", not accepted yet";
    return line;
}

}  // namespace

std::string verdict_so_far(const ReviewedMatter& reviewed) {
    if (reviewed.closed) return "closed" + and_agreed(reviewed.agreed);
    if (reviewed.taken && (went_on_as_item(reviewed) || !reviewed.verdict)) return "on today's agenda";
    if (!reviewed.verdict) return "not looked at yet";
    std::string said(in_words(*reviewed.verdict, reviewed.matter.kind));
    if (!reviewed.reason.empty()) said += ": " + clipped(reviewed.reason.text, 80);
    return said;
}

std::string matter_in_words(const State& state, const ReviewedMatter& reviewed, Date today) {
    return fmt::format("{}, {}", matter_title(reviewed.matter), matter_details(state, reviewed, today));
}

std::string matter_line(const State& state, std::size_t index, Date today) {
    const ReviewedMatter& reviewed = state.matters[index];
    return fmt::format("{} of {}, {}, {}, {}", index + 1, state.matters.size(), matter_title(reviewed.matter),
                       verdict_so_far(reviewed), matter_details(state, reviewed, today));
}

std::vector<const ReviewedMatter*> earlier_concerns(const State& state) {
    std::vector<const ReviewedMatter*> found;
    for (const ReviewedMatter& each : state.matters)
        if (each.matter.kind == MatterKind::concern) found.push_back(&each);
    return found;
}

bool looked_at(const ReviewedMatter& matter) { return matter.verdict || matter.taken || matter.closed; }

std::optional<std::size_t> first_not_looked_at(const State& state) {
    for (std::size_t i = 0; i < state.matters.size(); ++i) {
        if (!looked_at(state.matters[i])) return i;
    }
    return std::nullopt;
}

std::string action_in_words(const State& state, const Capture& action) {
    std::string said = text::one_line(action.text.text);
    said += action.owner ? ", " + state.name_of(*action.owner) : ", no owner yet";
    said += action.due ? ", due " + in_words(*action.due) : ", no date";
    switch (action.action_state) {
        case ActionState::proposed:
            return said + ", not accepted yet";
        case ActionState::accepted:
            return said + ", accepted";
        case ActionState::done:
            return said + ", done";
        case ActionState::dropped:
            return said + ", dropped";
    }
    return said;
}

std::string decision_in_words(const State& state, const Capture& decision) {
    std::string said = text::one_line(decision.text.text);
    if (decision.rule) {
        said += *decision.rule == DecisionRule::lead ? ", the lead decided"
                                                     : fmt::format(", by {}", in_words(*decision.rule));
    }
    if (decision.votes) {
        said += ", " + in_words(*decision.votes, decision.rule.value_or(DecisionRule::vote));
    }
    if (decision.principle) said += ", becomes a shared principle";
    if (decision.look_again) said += ", to be looked at again on " + in_words(*decision.look_again);
    for (const Reservation& reservation : decision.reservations) {
        said += reservation.person ? fmt::format(", reservation of {}: ", state.name_of(*reservation.person))
                                   : std::string(", reservation: ");
        said += text::one_line(reservation.text.text);
    }
    return said;
}

std::string capture_in_words(const State& state, const Capture& capture) {
    const std::string begin = fmt::format("{} {}, ", capitalised(std::string(in_words(capture.kind))), capture.number);
    switch (capture.kind) {
        case CaptureKind::action:
            return begin + action_in_words(state, capture);
        case CaptureKind::decision:
            return begin + decision_in_words(state, capture);
        case CaptureKind::term:
            return begin + capture.word.text + ": " + text::one_line(capture.text.text);
        case CaptureKind::concern:
            return begin + text::one_line(capture.text.text) +
                   (capture.closed ? ", closed" + and_agreed(capture.agreed) : ", open");
        default:
            return begin + text::one_line(capture.text.text);
    }
}

std::vector<const Capture*> captures_here(const View& view) {
    std::vector<const Capture*> here;
    for (const Capture& capture : view.state.captures) {
        const bool hidden = capture.kind == CaptureKind::concern && view.memory.private_hidden;
        if (!capture.removed && !hidden && capture.item == view.state.place.item) here.push_back(&capture);
    }
    return here;
}

namespace {

/// What can be done with a text that was kept. Of an action the first is what closing needs: its owner accepts.
std::vector<Act> acts_on(const Capture& capture) {
    const std::string number = fmt::format("{}", capture.number);
    const std::string old = capture.kind == CaptureKind::term ? capture.word.text + ": " + capture.text.text
                                                              : text::one_line(capture.text.text);
    const Act edit{fmt::format("number {}, new text", number), {Word::edit, number}, true, old};
    const Act remove{"take it away", {Word::remove, number}};
    if (capture.kind == CaptureKind::action) {
        return {{"its owner accepts it", {Word::accept, number}},
                edit,
                {fmt::format("action {}, who takes it on", number), {Word::owner, number}, true},
                {fmt::format("action {}, by when", number), {Word::due, number}, true},
                remove};
    }
    if (capture.kind == CaptureKind::decision) {
        return {{"how it was decided, and reservations", {Word::details, number}},
                {fmt::format("decision {}, a reservation", number), {Word::reserve, number}, true},
                edit,
                {fmt::format("decision {}, how it was decided", number), {Word::rule, number}, true},
                remove,
                {fmt::format("decision {} is looked at again on", number), {Word::revisit, number}, true}};
    }
    if (capture.kind == CaptureKind::concern && !capture.closed) {
        return {{fmt::format("concern {}, what was agreed, which closes it", number),
                 {Word::close, "concern " + number + ":"},
                 true},
                edit,
                remove,
                {"close it, without more words", {Word::close, "concern " + number}}};
    }
    return {edit, remove};
}

}  // namespace

List capture_list(const State& state, const std::vector<const Capture*>& captures, std::string when_empty) {
    List list;
    list.when_empty = std::move(when_empty);
    for (const Capture* capture : captures) {
        std::string said = capture_in_words(state, *capture);
        said.front() = static_cast<char>(said.front() - 'A' + 'a');
        list.items.push_back({std::move(said), acts_on(*capture)});
    }
    return list;
}

}  // namespace folkmoot
