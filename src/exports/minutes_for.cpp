#include "src/exports/minutes_for.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/undone.h"

namespace folkmoot {

using namespace minutes_parts;

namespace {

/// A meeting gone through event by event: who was in the room, and which item was open.
class Walk {
public:
    explicit Walk(const PersonId& whom) : whom_(whom) {}

    struct Seen {
        bool here = false, away = false;
    };
    std::map<ItemId, Seen> items;
    std::set<CaptureNumber> unheard;

    void go(const Event& event) {
        std::visit(*this, event);
        if (!open_) return;
        Seen& seen = items[*open_];
        (here_ ? seen.here : seen.away) = true;
    }

    void operator()(const event::Attended& e) {
        if (std::ranges::find(e.people, whom_) != e.people.end()) here_ = e.presence == Presence::here;
    }
    void operator()(const event::WalkedIn& e) { here_ = here_ || e.person.id == whom_; }
    void operator()(const event::Moved& e) { open_ = e.to.item; }
    void operator()(const event::Captured& e) {
        if (!here_) unheard.insert(e.number);
    }
    void operator()(const event::Closed&) { open_.reset(); }
    void operator()(const auto&) {}

private:
    PersonId whom_;
    bool here_ = false;
    std::optional<ItemId> open_;
};

Walk walked(const State& state, const PersonId& whom) {
    Walk walk(whom);
    const std::set<Sequence> undone = undone_acts(state);
    for (const Recorded& each : state.events) {
        if (!undone.contains(each.sequence)) walk.go(each.event);
    }
    return walk;
}

std::string named(const Capture& capture) {
    switch (capture.kind) {
        case CaptureKind::note:
            return "Note: ";
        case CaptureKind::decision:
            return "Decision: ";
        case CaptureKind::action:
            return "Action: ";
        case CaptureKind::parked:
            return "Parked matter: ";
        case CaptureKind::question:
            return "Question: ";
        case CaptureKind::term:
            return fmt::format("Term explained: {}: ", one(capture.word));
        case CaptureKind::concern:
            return "Concern: ";
    }
    return {};
}

Document::Line capture_line(const State& state, const Capture& capture) {
    Document::Line line = capture.kind == CaptureKind::action     ? action_line(state, capture)
                          : capture.kind == CaptureKind::decision ? decision_line(state, capture)
                                                                  : text_line(capture);
    line.text = named(capture) + line.text;
    add_agreed(line, capture.agreed);
    line.done.reset();
    return line;
}

Document::Line missed_line(const State& state, const Missed& missed) {
    Document::Line line{.text = "Outside the items"};
    if (const AgendaItem* item = missed.item ? state.item(*missed.item) : nullptr)
        line.text = text::sentence(fmt::format("{}{}: {}", one(item->item.title), missed.in_part ? ", in part" : "",
                                               outcome_in_words(state, *item)));
    for (const CaptureNumber number : missed.written) line.below.push_back(capture_line(state, *state.capture(number)));
    return line;
}

void add_missed(Document& document, const State& state, const PersonId& whom) {
    std::vector<Document::Line> lines;
    for (const Missed& each : missed_by(state, whom)) lines.push_back(missed_line(state, each));
    heading(document, 2, "What you missed");
    if (lines.empty()) paragraph(document, "Nothing on the agenda, and nothing that was written down.");
    list(document, std::move(lines));
}

void add_actions(Document& document, const State& state, const PersonId& whom,
                 const std::vector<ActionSummary>& elsewhere) {
    std::vector<Document::Line> lines;
    for (const Capture* each : actions_of(state, whom)) lines.push_back(action_line(state, *each));
    for (const ReviewedMatter* each : earlier_actions_of(state, whom)) lines.push_back(earlier_action(state, *each));
    heading(document, 2, "Your actions");
    const std::string group = text::one_line(state.plan.group.text);
    if (lines.empty())
        paragraph(document, fmt::format("You have none from this meeting or from earlier ones{}.",
                                        group.empty() ? "" : " of " + group));
    list(document, std::move(lines));
    if (elsewhere.empty()) return;
    std::vector<Document::Line> others;
    for (const ActionSummary& each : elsewhere) {
        std::string line = one(Words{each.what});
        if (each.due) line += ", due " + in_words(*each.due);
        line += fmt::format(", from {} on {}", text::one_line(each.meeting_title), in_words(each.since));
        others.push_back({.text = text::sentence(line)});
    }
    heading(document, 2, "Your open actions from other groups");
    list(document, std::move(others));
}

}  // namespace

PersonId person_called(const State& state, std::string_view typed) {
    std::vector<PersonId> found;
    std::vector<std::string> names, all;
    for (const Person& each : state.people) {
        all.push_back(one(each.name));
        if (text::folded(each.name.text) == text::folded(typed)) return each.id;
        if (!text::name_matches(text::plain(each.name.text), text::plain(typed))) continue;
        found.push_back(each.id);
        names.push_back(one(each.name));
    }
    if (found.size() == 1) return found.front();
    const std::string shown = text::one_line(typed);
    if (found.size() > 1) throw Error(fmt::format("\"{}\" can be {}.", shown, text::list(names, "or")));
    if (all.empty()) throw Error(fmt::format("There is nobody called \"{}\": this meeting names no people.", shown));
    throw Error(
        fmt::format("There is nobody called \"{}\" in this meeting. It can be {}.", shown, text::list(all, "or")));
}

std::vector<Missed> missed_by(const State& state, const PersonId& whom) {
    const Walk walk = walked(state, whom);
    std::vector<Missed> missed;
    const auto written_in = [&](const std::optional<ItemId>& item) {
        std::vector<CaptureNumber> numbers;
        for (const Capture& each : state.captures) {
            // As in the minutes for all: at which item a concern was raised is not said.
            const bool known = each.kind != CaptureKind::concern && each.item && state.item(*each.item) != nullptr;
            const bool belongs = item ? known && each.item == item : !known;
            if (belongs && !each.removed && walk.unheard.contains(each.number)) numbers.push_back(each.number);
        }
        return numbers;
    };
    for (const AgendaItem& each : state.agenda) {
        const auto seen = walk.items.find(each.item.id);
        const bool away = seen != walk.items.end() && seen->second.away;
        if (away && each.item.kind != ItemKind::pause)
            missed.push_back({each.item.id, seen->second.here, written_in(each.item.id)});
    }
    if (auto outside = written_in(std::nullopt); !outside.empty())
        missed.push_back({std::nullopt, false, std::move(outside)});
    return missed;
}

std::vector<const Capture*> actions_of(const State& state, const PersonId& whom) {
    std::vector<const Capture*> found = captures_of(state, CaptureKind::action);
    std::erase_if(found, [&](const Capture* each) { return each->owner != whom; });
    return found;
}

std::vector<const ReviewedMatter*> earlier_actions_of(const State& state, const PersonId& whom) {
    std::vector<const ReviewedMatter*> found;
    for (const ReviewedMatter& each : state.matters) {
        if (each.matter.kind == MatterKind::action && each.matter.owner == whom) found.push_back(&each);
    }
    return found;
}

std::string presence_in_words(const State& state, const PersonId& whom) {
    const Attendance* attendance = state.attendance_of(whom);
    if (attendance != nullptr && attendance->arrived) {
        const Stamp end = state.closed.value_or(state.last.value_or(*attendance->arrived));
        return fmt::format("You were there from {} to {}, {}.", time_of_day(*attendance->arrived),
                           time_of_day(attendance->left.value_or(end)), duration_in_words(attendance->present_at(end)));
    }
    if (attendance != nullptr && attendance->presence == Presence::apologies) return "You had sent apologies.";
    if (attendance != nullptr && attendance->presence == Presence::away) return "You were away.";
    return "You are not written down as present or away.";
}

std::vector<ActionSummary> actions_elsewhere(Records& records, const State& state, const PersonId& whom) {
    auto all = records.actions(false);
    const std::string group = text::folded(state.plan.group.text);
    std::erase_if(all, [&](const ActionSummary& each) {
        return each.owner_id != whom ||
               (text::folded(each.group) == group && each.partnership == state.plan.partnership_name.text);
    });
    return all;
}

Document minutes_for(const State& state, const PersonId& whom, const std::vector<ActionSummary>& elsewhere) {
    Document document;
    const std::string title = text::one_line(state.plan.title.text);
    document.title = fmt::format("For {}: {}", person(state, whom), title.empty() ? "a meeting without title" : title);
    if (!state.closed) paragraph(document, "This meeting is still open: this is not all there will be.");
    std::vector<Document::Line> facts;
    const auto fact = [&](std::string_view label, const std::string& text) {
        if (!text.empty()) facts.push_back({.text = fmt::format("{}: {}", label, text)});
    };
    if (state.opened) fact("Date", in_words(date_of(*state.opened)));
    fact("Place", text::one_line(state.plan.place.text));
    fact("Group", text::one_line(state.plan.group.text));
    list(document, std::move(facts));
    paragraph(document, presence_in_words(state, whom));
    add_missed(document, state, whom);
    // Whoever came for a part of it heard these, or reads them in the minutes for everyone.
    if (const Attendance* attendance = state.attendance_of(whom); attendance == nullptr || !attendance->arrived) {
        add_matters(document, state);
        section(document, 2, "Concerns from earlier meetings", earlier_concerns(state));
        add_pulse(document, state);
    }
    add_actions(document, state, whom, elsewhere);
    add_next_meeting(document, state);
    return document;
}

}  // namespace folkmoot
