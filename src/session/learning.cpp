#include "src/session/learning.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

bool holds(const std::vector<Words>& all, const Words& wanted) {
    return std::ranges::any_of(all,
                               [&](const Words& each) { return text::folded(each.text) == text::folded(wanted.text); });
}

void learn_terms(std::vector<PartnershipEvent>& learned, const State& meeting, const Partnership& known) {
    std::vector<Term> latest;
    for (const Capture* each : standing(meeting, CaptureKind::term)) {
        std::erase_if(latest,
                      [&](const Term& term) { return text::folded(term.word.text) == text::folded(each->word.text); });
        latest.push_back({Words{each->word.text}, Words{each->text.text}});
    }
    for (const Term& each : latest) {
        const bool is_known = std::ranges::find(known.glossary, each) != known.glossary.end();
        if (!is_known) learned.emplace_back(partnership_event::TermKept{each});
    }
}

void learn_principles(std::vector<PartnershipEvent>& learned, const State& meeting, const Partnership& known) {
    std::vector<Words> all = known.principles;
    for (const Capture* each : standing(meeting, CaptureKind::decision)) {
        const Words principle{text::one_line(each->text.text)};
        if (each->principle && !holds(all, principle)) all.push_back(principle);
    }
    // A decision that does not stand any more is no principle either.
    for (const ReviewedMatter& each : meeting.matters) {
        if (each.matter.kind != MatterKind::decision || each.verdict != event::Verdict::dropped) continue;
        const std::string fallen = text::folded(text::one_line(each.matter.text.text));
        std::erase_if(all, [&](const Words& one) { return text::folded(text::one_line(one.text)) == fallen; });
    }
    if (all != known.principles) learned.emplace_back(partnership_event::PrinciplesKept{all});
}

void learn_plain_words(std::vector<PartnershipEvent>& learned, const State& meeting, const Partnership& known) {
    Ways ways = known.ways;
    for (const Words& each : meeting.plain_words) {
        if (!holds(ways.plain_words, each)) ways.plain_words.push_back(each);
    }
    if (ways != known.ways) learned.emplace_back(partnership_event::WaysKept{ways});
}

}  // namespace

std::vector<PartnershipEvent> learned_from(const State& meeting, const Partnership& known) {
    std::vector<PartnershipEvent> learned;
    learn_terms(learned, meeting, known);
    learn_principles(learned, meeting, known);
    learn_plain_words(learned, meeting, known);
    return learned;
}

std::vector<std::string> in_words(const std::vector<PartnershipEvent>& learned, const Partnership& known) {
    std::vector<std::string> terms, principles, fallen, said;
    for (const PartnershipEvent& each : learned) {
        if (const auto* term = std::get_if<partnership_event::TermKept>(&each))
            terms.push_back(text::one_line(term->term.word.text));
        if (const auto* kept = std::get_if<partnership_event::PrinciplesKept>(&each)) {
            for (const Words& principle : kept->principles) {
                if (!holds(known.principles, principle)) principles.push_back(principle.text);
            }
            for (const Words& principle : known.principles) {
                if (!holds(kept->principles, principle)) fallen.push_back(principle.text);
            }
        }
    }
    if (!terms.empty()) said.push_back(fmt::format("Now in the glossary: {}.", text::list(terms)));
    for (const std::string& each : principles) said.push_back(text::sentence("Now a shared principle: " + each));
    for (const std::string& each : fallen) said.push_back(text::sentence("No shared principle any more: " + each));
    return said;
}

}  // namespace folkmoot
