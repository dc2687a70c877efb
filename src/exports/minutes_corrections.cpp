// What was said to be wrong after the minutes were written. The first text stays where it stands.
#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"

namespace folkmoot::minutes_parts {

/// "Decision 3, We meet monthly. Right is: Every six weeks."
Document::Line correction_line(const State& state, const Amendment& amendment) {
    const Capture* capture = amendment.number ? state.capture(*amendment.number) : nullptr;
    Document::Line line{.text = several(amendment.text)};
    if (capture != nullptr) {
        const std::string first = capture->kind == CaptureKind::term ? one(capture->word) : one(capture->text);
        line.below.push_back(
            {.text = fmt::format("It corrects {} {}: {}", in_words(capture->kind), capture->number, first)});
    }
    line.below.push_back(
        {.text = fmt::format("{} said so on {}", person(state, amendment.person), in_words(date_of(amendment.at)))});
    return line;
}

void add_corrections(Document& document, const State& state) {
    std::vector<Document::Line> lines;
    for (const Amendment& each : state.amendments) lines.push_back(correction_line(state, each));
    section(document, 2, "Corrections", std::move(lines));
}

}  // namespace folkmoot::minutes_parts
