// What came from earlier meetings, and what goes on to the next.
#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/session/matters.h"
#include "src/session/news.h"
#include "src/session/terms.h"

namespace folkmoot::minutes_parts {

namespace {

using Lines = std::vector<Document::Line>;

std::string and_carried(int times) { return times > 0 ? ", " + carried_in_words(times) : std::string{}; }

std::string verdict_in_words(const ReviewedMatter& reviewed) {
    if (reviewed.taken) return "Taken up at this meeting.";
    if (!reviewed.verdict) return "Not looked at.";
    const std::string new_date = reviewed.due ? ", now due " + in_words(*reviewed.due) : std::string{};
    const std::string reason = text::one_line(reviewed.reason.text);
    switch (*reviewed.verdict) {
        case event::Verdict::done:
            return "Reported done.";
        case event::Verdict::kept:
            return fmt::format("Kept{}.", new_date);
        case event::Verdict::accepted:
            return fmt::format("Accepted{}.", new_date);
        case event::Verdict::dropped:
            return reason.empty() ? "Dropped." : text::sentence("Dropped: " + reason);
    }
    return {};
}

std::string owner_of(const State& state, const Matter& action) {
    // The person may have left the partnership since: then the name is the one from that meeting.
    if (action.owner && find_person(state.people, *action.owner)) return person(state, *action.owner);
    const std::string name = text::one_line(action.owner_name.text);
    return name.empty() ? "Owner not agreed yet" : name;
}

/// Of a decision that was to be looked at again.
std::string whether_it_stands(const ReviewedMatter& reviewed) {
    const std::string reason = text::one_line(reviewed.reason.text);
    if (!reviewed.verdict)
        return reviewed.taken ? "Taken up at this meeting; nothing new was agreed." : "Not looked at.";
    if (reviewed.verdict == event::Verdict::done) return "It stands.";
    if (reviewed.verdict == event::Verdict::dropped)
        return text::sentence("It does not stand any more" + (reason.empty() ? "" : ": " + reason));
    return reviewed.due ? fmt::format("Kept, to be looked at again on {}.", in_words(*reviewed.due)) : "Kept.";
}

}  // namespace

Document::Line earlier_action(const State& state, const ReviewedMatter& reviewed) {
    const Matter& action = reviewed.matter;
    const std::string due = action.due ? "due " + in_words(*action.due) : "no date yet";
    Document::Line line{.text =
                            fmt::format("{}: {}, {}{} (id {}). {}", owner_of(state, action), one(action.text), due,
                                        and_carried(action.carried), action.id.shown(8), verdict_in_words(reviewed))};
    if (reviewed.verdict != event::Verdict::dropped) line.done = reviewed.verdict == event::Verdict::done;
    return line;
}

Document::Line earlier_decision(const ReviewedMatter& reviewed) {
    return {.text = fmt::format("Decision to look at again, from {}: {} {}", in_words(reviewed.matter.since),
                                text::sentence(one(reviewed.matter.text)), whether_it_stands(reviewed))};
}

namespace {

Document::Line earlier_matter(const ReviewedMatter& reviewed) {
    const Matter& matter = reviewed.matter;
    if (matter.kind == MatterKind::decision) return earlier_decision(reviewed);
    const std::string_view kind = matter.kind == MatterKind::item     ? "Carried item"
                                  : matter.kind == MatterKind::parked ? "Parked matter"
                                                                      : "Open question";
    const std::string what = text::sentence(one(matter.text) + and_carried(matter.carried));
    return {.text = fmt::format("{} from {}: {} {}", kind, in_words(matter.since), what, verdict_in_words(reviewed))};
}

}  // namespace

void add_agreed(Document::Line& concern, const Words& agreed) {
    if (!blank(agreed)) concern.below.push_back({.text = "Agreed: " + several(agreed)});
}

void add_last_minutes(Document& document, const State& state) {
    const CarryOver& earlier = state.plan.carry_over;
    if (!earlier.last_meeting) return;
    heading(document, 2, "Last minutes");
    std::string which = text::one_line(earlier.last_title.text);
    if (which.empty()) which = "the last meeting";
    if (earlier.last_date) which += fmt::format(" ({})", in_words(*earlier.last_date));
    paragraph(document, fmt::format("The minutes of {} were {}.", which,
                                    state.minutes_agreed ? "agreed" : "not agreed at this meeting"));
}

void add_news(Document& document, const State& state) {
    Lines lines;
    for (const News& each : news_that_touches(state)) lines.push_back({.text = in_words(each)});
    section(document, 2, "Since we last met", std::move(lines));
}

void add_matters(Document& document, const State& state) {
    Lines actions, others;
    for (const ReviewedMatter& each : state.matters) {
        if (each.matter.kind == MatterKind::action) actions.push_back(earlier_action(state, each));
        if (each.matter.kind != MatterKind::action && each.matter.kind != MatterKind::concern)
            others.push_back(earlier_matter(each));
    }
    section(document, 2, "Actions from last time", std::move(actions));
    section(document, 2, "Other matters from earlier", std::move(others));
}

void add_left_over(Document& document, const State& state) {
    Lines lines;
    for (const AgendaItem& each : state.agenda) {
        if (each.slot.outcome == Outcome::carried || each.slot.outcome == Outcome::parked)
            lines.push_back({.text = fmt::format("Item: {}, {}", one(each.item.title), outcome_in_words(state, each))});
    }
    for (const Capture* parked : captures_of(state, CaptureKind::parked))
        lines.push_back({.text = fmt::format("Parked matter: {} ({})", one(parked->text), parked->number)});
    for (const Capture* question : captures_of(state, CaptureKind::question))
        lines.push_back({.text = fmt::format("Open question: {} ({})", one(question->text), question->number)});
    section(document, 2, "Carried over and parked", std::move(lines));
}

void add_terms(Document& document, const State& state) {
    Lines lines;
    for (const Capture* term : captures_of(state, CaptureKind::term))
        lines.push_back({.text = fmt::format("{}: {} ({})", one(term->word), several(term->text), term->number)});
    section(document, 2, "Terms explained", std::move(lines));
    Lines used;
    for (const Term& each : glossary_in_use(state))
        used.push_back({.text = fmt::format("{}: {}", one(each.word), several(each.meaning))});
    section(document, 2, "Words used", std::move(used));
}

std::vector<Document::Line> earlier_concerns(const State& state) {
    Lines lines;
    for (const ReviewedMatter& each : state.matters) {
        if (each.matter.kind != MatterKind::concern) continue;
        lines.push_back({.text = fmt::format("{}, from {}: {}", each.closed ? "Closed at this meeting" : "Open",
                                             in_words(each.matter.since), several(each.matter.text))});
        add_agreed(lines.back(), each.agreed);
    }
    return lines;
}

void add_concerns(Document& document, const State& state) {
    Lines lines = earlier_concerns(state);
    for (const Capture* concern : captures_of(state, CaptureKind::concern)) {
        lines.push_back({.text = fmt::format("{}: {} ({})", concern->closed ? "Closed" : "Open", several(concern->text),
                                             concern->number)});
        add_agreed(lines.back(), concern->agreed);
    }
    section(document, 2, "Concerns about how we work together", std::move(lines));
}

}  // namespace folkmoot::minutes_parts
