#include "src/trends/pulse.h"

#include "src/trends/few.h"

namespace folkmoot {

std::vector<StatementAnswers> pulse_answers(const State& meeting) {
    std::vector<StatementAnswers> all;
    if (!meeting.pulse || meeting.pulse->answers == 0) return all;
    for (std::size_t i = 0; i < meeting.plan.pulse_statements.size(); ++i) {
        StatementAnswers answers;
        answers.statement = meeting.plan.pulse_statements[i].text;
        std::vector<std::uint32_t> counts;
        if (i < meeting.pulse->counts.size()) counts = meeting.pulse->counts[i];
        double sum = 0.0;
        int answer = meeting.plan.pulse_scale.low;
        for (const std::uint32_t count : counts) {
            sum += static_cast<double>(count) * answer++;
            answers.n += count;
        }
        if (answers.n >= fewest_people) {
            answers.counts = std::move(counts);
            answers.mean = sum / static_cast<double>(answers.n);
        }
        all.push_back(std::move(answers));
    }
    return all;
}

}  // namespace folkmoot
