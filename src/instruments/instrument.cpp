#include "src/instruments/instrument.h"

#include <numeric>

namespace folkmoot {

std::vector<Statement> statements_for(const Instrument& instrument, std::size_t nth_meeting) {
    const auto& all = instrument.statements;
    const std::size_t many = instrument.statements_per_meeting;
    if (many == 0 || many >= all.size()) return all;
    const std::size_t before = nth_meeting == 0 ? 0 : nth_meeting - 1;
    const std::size_t start = (before % all.size()) * many % all.size();
    std::vector<Statement> chosen;
    for (std::size_t i = 0; i < many; ++i) chosen.push_back(all[(start + i) % all.size()]);
    return chosen;
}

namespace {

/// The answer at this place, from 0, when all answers stand in order.
int answer_at(std::span<const std::uint32_t> counts, int low, std::uint64_t place) {
    int answer = low;
    for (const auto count : counts) {
        if (place < count) return answer;
        place -= count;
        ++answer;
    }
    return answer;
}

}  // namespace

StatementScore score(std::span<const std::uint32_t> counts, int low) {
    StatementScore result;
    result.answered = std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
    if (result.answered == 0) return result;
    double sum = 0;
    int answer = low;
    for (const auto count : counts) sum += static_cast<double>(count) * answer++;
    result.mean = sum / result.answered;
    const int lower = answer_at(counts, low, (result.answered - 1) / 2);
    const int upper = answer_at(counts, low, result.answered / 2);
    result.median = (lower + upper) / 2.0;
    return result;
}

}  // namespace folkmoot
