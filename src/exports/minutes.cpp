#include "src/exports/minutes.h"

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"

namespace folkmoot {

namespace minutes_parts {

void heading(Document& document, int level, std::string text) {
    document.blocks.emplace_back(Document::Heading{.level = level, .text = std::move(text)});
}

void paragraph(Document& document, std::string text) {
    document.blocks.emplace_back(Document::Paragraph{.text = std::move(text)});
}

void list(Document& document, std::vector<Document::Line> lines) {
    if (!lines.empty()) document.blocks.emplace_back(Document::List{.lines = std::move(lines)});
}

void section(Document& document, int level, std::string title, std::vector<Document::Line> lines) {
    if (lines.empty()) return;
    heading(document, level, std::move(title));
    list(document, std::move(lines));
}

bool blank(const Words& words) { return text::one_line(words.text).empty(); }

std::string one(const Words& words) {
    std::string text = text::one_line(words.text);
    return text.empty() ? "(no words)" : text;
}

std::string several(const Words& words) {
    std::string text = text::lines(words.text);
    return text.empty() ? "(no words)" : text;
}

std::string person(const State& state, const PersonId& id) {
    std::string name = text::one_line(state.name_of(id));
    return name.empty() ? "(name not known)" : name;
}

std::string partner(const State& state, const PartnerId& id) {
    std::string name = text::one_line(state.partner_name(id));
    return name.empty() ? "No partner" : name;
}

std::vector<const Capture*> captures_of(const State& state, CaptureKind kind) {
    std::vector<const Capture*> found;
    for (const Capture& capture : state.captures)
        if (capture.kind == kind && !capture.removed) found.push_back(&capture);
    return found;
}

std::vector<const Capture*> captures_of(const State& state, CaptureKind kind, const std::optional<ItemId>& item) {
    std::vector<const Capture*> found = captures_of(state, kind);
    std::erase_if(found, [&](const Capture* capture) {
        // An item whose adding was undone is not on the agenda any more; what was written there still counts.
        const bool known = capture->item && state.item(*capture->item) != nullptr;
        return item ? capture->item != item : known;
    });
    return found;
}

}  // namespace minutes_parts

Document minutes_of(const State& state) {
    using namespace minutes_parts;
    Document document;
    const std::string title = text::one_line(state.plan.title.text);
    document.title = title.empty() ? "Minutes" : "Minutes: " + title;
    add_facts(document, state);
    add_attendance(document, state);
    add_summary(document, state);
    add_corrections(document, state);
    add_objectives(document, state);
    add_round(document, state, RoundKind::checkin);
    add_last_minutes(document, state);
    add_news(document, state);
    add_matters(document, state);
    add_items(document, state);
    add_outside(document, state);
    add_left_over(document, state);
    add_terms(document, state);
    add_concerns(document, state);
    add_pulse(document, state);
    add_round(document, state, RoundKind::checkout);
    add_next_meeting(document, state);
    return document;
}

}  // namespace folkmoot
