// What was agreed, what was explained, and what people were concerned about.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"

namespace folkmoot::review_parts {

using namespace minutes_parts;

namespace {

std::size_t counted(const Review& review, std::string_view key) {
    double sum = 0.0;
    for (const Series& each : measure(review, key).series) sum += sum_of(each);
    return static_cast<std::size_t>(sum);
}

/// The number by which the minutes have it says nothing to listeners.
Document::Line heard_decision(const State& meeting, const Capture& decision) {
    Document::Line line = decision_line(meeting, decision);
    line.text = several(decision.text);
    if (!decision.rule) line.below.insert(line.below.begin(), {.text = "How it was decided was not written down"});
    if (decision.reservations.empty()) line.below.push_back({.text = "No reservation was written down"});
    return line;
}

/// Decisions of earlier meetings, of which a meeting said whether they stand.
void add_looked_at_again(Document& document, const Review& review) {
    for (const State& meeting : review.meetings) {
        std::vector<Document::Line> lines;
        for (const ReviewedMatter& each : meeting.matters) {
            if (each.matter.kind == MatterKind::decision && (each.verdict || each.taken))
                lines.push_back(earlier_decision(each));
        }
        section(document, 3, "Looked at again at " + what_and_when(meeting), std::move(lines));
    }
}

void add_decided(Document& document, const Review& review) {
    const std::size_t count = counted(review, "decisions");
    if (count == 0) return paragraph(document, "No decision was written down.");
    std::size_t reserved = 0;
    for (const State& meeting : review.meetings) {
        for (const Capture* each : captures_of(meeting, CaptureKind::decision))
            if (!each->reservations.empty()) ++reserved;
    }
    paragraph(document, fmt::format("{} made. {}", text::count(count, "decision was", "decisions were"),
                                    reserved == 0 ? std::string("No reservation was written down.")
                                                  : fmt::format("To {} somebody had a reservation.",
                                                                reserved == count
                                                                    ? std::string(count == 1 ? "it" : "each of them")
                                                                    : fmt::format("{} of them", reserved))));
    for (const State& meeting : review.meetings) {
        std::vector<Document::Line> lines;
        for (const Capture* each : captures_of(meeting, CaptureKind::decision))
            lines.push_back(heard_decision(meeting, *each));
        section(document, 3, "Decided at " + what_and_when(meeting), std::move(lines));
    }
}

}  // namespace

void add_decisions(Document& document, const Review& review) {
    heading(document, 2, "Decisions");
    add_decided(document, review);
    add_looked_at_again(document, review);
}

void add_concerns(Document& document, const Review& review) {
    heading(document, 2, "Concerns about how we work together");
    std::vector<Document::Line> closed, taken, open;
    std::size_t raised = 0, earlier = 0, on_agenda = 0;
    for (const Followed& each : followed(review, MatterKind::concern)) {
        if (each.on_agenda) ++on_agenda;
        ++(each.raised_here ? raised : earlier);
        Document::Line line{.text = several(each.text)};
        add_agreed(line, each.agreed);
        (each.left == Followed::Left::open    ? open
         : each.left == Followed::Left::taken ? taken
                                              : closed)
            .push_back(std::move(line));
    }
    if (raised + earlier == 0) return paragraph(document, "No concern was raised, and none was open from before.");
    paragraph(document,
              fmt::format("{} raised in this period, and {} open from before. {} closed, {} put on an "
                          "agenda, {} still open.",
                          text::count(raised, "concern was", "concerns were"), text::count(earlier, "was", "were"),
                          text::count(closed.size(), "was", "were"), text::count(on_agenda, "was", "were"),
                          text::count(open.size() + taken.size(), "is", "are")));
    paragraph(document, "Who raised a concern, and at which meeting, is left out.");
    const auto add = [&](const char* title, std::vector<Document::Line>& lines) {
        // In the order of the meetings, one could be told by who was there.
        std::ranges::sort(lines, {}, [](const Document::Line& each) {
            return std::pair(each.text, each.below.empty() ? "" : each.below.front().text);
        });
        section(document, 3, title, std::move(lines));
    };
    add("Closed", closed);
    add("Put on an agenda", taken);
    add("Still open", open);
}

void add_terms(Document& document, const Review& review) {
    heading(document, 2, "Terms explained");
    std::vector<Document::Term> terms;
    std::set<std::string> seen;
    for (const State& meeting : review.meetings) {
        for (const Capture* each : captures_of(meeting, CaptureKind::term)) {
            Document::Term term{one(each->word), one(each->text), ""};
            if (seen.insert(text::folded(term.name) + "\n" + text::folded(term.text)).second)
                terms.push_back(std::move(term));
        }
    }
    if (terms.empty()) return paragraph(document, "No term was explained and written down.");
    const std::size_t times = counted(review, "terms");
    paragraph(document, times == terms.size() ? text::count(times, "term was explained.", "terms were explained.")
                                              : fmt::format("{} explained, some of them more than once.",
                                                            text::count(terms.size(), "term was", "terms were")));
    std::ranges::stable_sort(terms, {}, [](const Document::Term& each) { return text::folded(each.name); });
    document.blocks.emplace_back(Document::Terms{std::move(terms)});
}

}  // namespace folkmoot::review_parts
