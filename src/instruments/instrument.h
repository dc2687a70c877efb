// Questionnaires: what is asked about working together, in which order, and what the answers come to. All pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace folkmoot {

struct Statement {
    std::string id;     ///< short, unique in its instrument: "voice-1"
    std::string theme;  ///< what it is about: "voice"; may be empty
    std::string text;
    bool operator==(const Statement&) const = default;
};

struct Instrument {
    std::string id;  ///< the file's name without .toml
    std::string title;
    int low = 1;  ///< the lowest and the highest answer
    int high = 5;
    std::string low_words, high_words;  ///< what they mean: "not at all", "fully"; may be empty
    std::size_t statements_per_meeting = 4;
    std::vector<Statement> statements;
    bool operator==(const Instrument&) const = default;
};

/// The statements for the nth meeting (from 1), so that any ceil(n / k) meetings in a row ask all n of them, k at a
/// time. A number of 0, or one that is not less than n, asks all of them at each meeting.
std::vector<Statement> statements_for(const Instrument& instrument, std::size_t nth_meeting);

/// What the answers to one statement come to.
struct StatementScore {
    std::uint32_t answered = 0;
    std::optional<double> median;  ///< nothing without answers
    std::optional<double> mean;
    bool operator==(const StatementScore&) const = default;
};

/// `counts`: how many chose each answer, the first for `low`.
StatementScore score(std::span<const std::uint32_t> counts, int low);

}  // namespace folkmoot
