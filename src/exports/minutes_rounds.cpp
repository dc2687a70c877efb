// Check-in, check-out and pulse: how many, never who.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/session/pulse_rule.h"

namespace folkmoot::minutes_parts {

RoundCounts counts_of(const Round& round) {
    RoundCounts counts;
    for (const RoundAnswer& answer : round.answers) {
        if (answer.answer == Answer::said || answer.answer == Answer::off) ++counts.spoke;
        if (answer.answer == Answer::passed) ++counts.passed;
        if (answer.score) counts.scores.push_back(*answer.score);
        if (answer.answer == Answer::said && !blank(answer.words)) counts.words.push_back(several(answer.words));
    }
    for (const PersonId& id : round.order) {
        const RoundAnswer* answer = round.answer_of(id);
        if (!answer || answer->answer == Answer::later) ++counts.unheard;
    }
    std::sort(counts.scores.begin(), counts.scores.end());
    // In the order of the round, each would point at who said it.
    std::sort(counts.words.begin(), counts.words.end());
    return counts;
}

namespace {

std::string median_in_words(const std::vector<int>& scores) {
    const std::size_t half = scores.size() / 2;
    if (scores.size() % 2 == 1) return fmt::format("{}", scores[half]);
    const int sum = scores[half - 1] + scores[half];
    return sum % 2 == 0 ? fmt::format("{}", sum / 2) : fmt::format("{:.1f}", sum / 2.0);
}

std::string scores_in_words(const std::vector<int>& scores, const std::optional<Scale>& scale) {
    const std::string gave = text::count(scores.size(), "person gave a score", "people gave a score");
    if (scores.size() < fewest_answers) return gave + ". Scores are shown from four people up.";
    const std::string on = scale ? fmt::format(" from {} to {}", scale->low, scale->high) : std::string{};
    return fmt::format("{}{}: median {}, range {} to {}.", gave, on, median_in_words(scores), scores.front(),
                       scores.back());
}

std::string title_of(RoundKind kind) { return kind == RoundKind::checkin ? "Check-in" : "Check-out"; }

/// Why a round that nobody answered is not there; nothing while it may still come.
std::string why_not_held(const State& state, RoundKind kind) {
    const Stage stage = kind == RoundKind::checkin ? Stage::checkin : Stage::checkout;
    const bool skipped = std::find(state.skipped.begin(), state.skipped.end(), stage) != state.skipped.end();
    if (skipped) return fmt::format("The {} was skipped.", in_words(kind));
    return state.closed ? fmt::format("There was no {}.", in_words(kind)) : std::string{};
}

std::string counts_in_words(const std::vector<std::uint32_t>& counts, int low) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts.push_back(
                fmt::format("{} answered {}", text::count(counts[i], "person", "people"), low + static_cast<int>(i)));
    return parts.empty() ? "Fewer than four people answered, so their answers are not shown" : text::list(parts);
}

bool all_answered_by(const std::vector<std::vector<std::uint32_t>>& statements, std::uint32_t answers) {
    return std::ranges::all_of(statements, [&](const auto& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::uint32_t{0}) == answers;
    });
}

}  // namespace

void add_round(Document& document, const State& state, RoundKind kind) {
    const Round& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
    const bool held = round.started || !round.answers.empty();
    const std::string absent = held ? std::string{} : why_not_held(state, kind);
    if (!held && absent.empty()) return;
    heading(document, 2, title_of(kind));
    if (!held) return paragraph(document, absent);

    const RoundCounts counts = counts_of(round);
    if (!blank(round.question)) paragraph(document, "Question: " + one(round.question));
    std::string said = fmt::format("{} spoke, {} passed.", text::count(counts.spoke, "person", "people"),
                                   counts.passed == 0 ? "nobody" : text::count(counts.passed, "person", "people"));
    if (counts.unheard > 0 && (round.left_early || state.closed))
        said += fmt::format(" {} not get a turn.", text::count(counts.unheard, "person did", "people did"));
    paragraph(document, std::move(said));
    if (!counts.scores.empty()) paragraph(document, scores_in_words(counts.scores, state.plan.scale));
    if (counts.words.empty()) return;
    paragraph(document, "Said and written down, without names and in no order:");
    std::vector<Document::Line> lines;
    for (const std::string& words : counts.words) lines.push_back({.text = words});
    list(document, std::move(lines));
}

void add_pulse(Document& document, const State& state) {
    if (!state.pulse) {
        if (state.plan.pulse_instrument.empty() || !state.closed) return;
        heading(document, 2, "Pulse");
        return paragraph(document, "The pulse was not taken.");
    }
    heading(document, 2, "Pulse");
    if (!blank(state.plan.pulse_title)) paragraph(document, one(state.plan.pulse_title));
    const std::uint32_t answers = state.pulse->answers;
    std::string how_many = text::count(answers, "person answered.", "people answered.");
    if (answers >= answers_needed(state) && !all_answered_by(state.pulse->counts, answers))
        how_many = fmt::format("Up to {} people answered each statement.", answers);
    if (const std::size_t needed = answers_needed(state); answers < needed)
        return paragraph(document, fmt::format("{} Answers are shown from {} people up.", how_many,
                                               needed == fewest_answers ? "four" : fmt::format("{}", needed)));
    const Scale& scale = state.plan.pulse_scale;
    const auto end = [](int number, const Words& meaning) {
        return blank(meaning) ? fmt::format("{}", number) : fmt::format("{} ({})", number, one(meaning));
    };
    paragraph(document, fmt::format("{} The scale goes from {} to {}.", how_many, end(scale.low, state.plan.pulse_low),
                                    end(scale.high, state.plan.pulse_high)));
    std::vector<Document::Line> lines;
    for (std::size_t i = 0; i < state.pulse->counts.size() && i < state.plan.pulse_statements.size(); ++i)
        lines.push_back({.text = fmt::format("{} {}.", text::sentence(one(state.plan.pulse_statements[i])),
                                             counts_in_words(state.pulse->counts[i], scale.low))});
    list(document, std::move(lines));
}

}  // namespace folkmoot::minutes_parts
