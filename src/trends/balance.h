// How evenly the talking is shared in one meeting.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// The Gini coefficient of the values: half the mean absolute difference between any two of them, over their mean.
/// 0 when all are equal; (n-1)/n when one has everything. Nothing when there are no values or their sum is zero.
/// C. Gini, Variabilità e mutabilità (1912); computed from the sorted values as in A. Sen, On Economic Inequality
/// (1973).
std::optional<double> gini(std::span<const double> values);

/// 1 - Gini x n/(n-1): 1 when all are equal, 0 when one has everything, whatever n is. From three values up.
/// The factor n/(n-1) is the small-sample correction of G. Deltas, Review of Economics and Statistics 85 (2003).
std::optional<double> balance(std::span<const double> values);

/// What one person has said so far, in turns and in time.
struct Voice {
    PersonId person;
    PartnerId partner;
    std::size_t turns = 0;
    Millis time{0};
    bool operator==(const Voice&) const = default;
};

struct PartnerVoice {
    PartnerId partner;
    std::size_t seats = 0;
    std::size_t turns = 0;
    Millis time{0};
    /// Share of turns over share of seats: 1 is as many turns as seats would give. Nothing without turns or seats.
    std::optional<double> turns_over_seats;
    bool operator==(const PartnerVoice&) const = default;
};

struct Voices {
    std::vector<Voice> people;           ///< those who were here, or spoke, in seat order: no ranking
    std::vector<PartnerVoice> partners;  ///< in the order of partners, those with a seat
    std::size_t turns = 0;
    Millis recorded{0};  ///< in turns
    Millis slots{0};     ///< in slots, breaks left out
    std::optional<double> recorded_share;
    std::optional<double> balance;  ///< of the number of turns, over all who were here
    bool operator==(const Voices&) const = default;
};

/// Under this share of slot time the record says too little about who spoke.
inline constexpr double enough_recorded = 0.5;

/// From the turns of all slots up to `now`; the one who is speaking counts with the time so far.
Voices voices(const State& state, const Stamp& now);

}  // namespace folkmoot
