// What can be told of a meeting's pulse.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// What was answered to one statement.
struct StatementAnswers {
    std::string statement;
    std::size_t n = 0;                  ///< how many answered it
    std::vector<std::uint32_t> counts;  ///< from the scale's lowest answer up; empty under `fewest_people`
    double mean = 0.0;                  ///< only with counts
    [[nodiscard]] bool told() const { return !counts.empty(); }
    bool operator==(const StatementAnswers&) const = default;
};

/// Each statement in its order; none when no pulse was taken, or nobody answered. What is told depends on this meeting
/// alone, and never on a partner.
std::vector<StatementAnswers> pulse_answers(const State& meeting);

}  // namespace folkmoot
