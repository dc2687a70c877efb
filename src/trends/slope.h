// Whether a series of figures rises or falls, said no more surely than so few figures allow.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace folkmoot {

/// The median: of an even number of values the mean of the two in the middle. Nothing when there are none.
std::optional<double> median(std::vector<double> values);

/// The median of the slopes between any two figures, a meeting being one step. From two figures up.
/// H. Theil, Proc. Kon. Ned. Akad. Wetensch. 53 (1950); P. K. Sen, J. Amer. Statist. Assoc. 63 (1968).
std::optional<double> theil_sen(std::span<const double> figures);

/// The Mann-Kendall test for a direction.
struct MannKendall {
    long s = 0;      ///< pairs that rise less pairs that fall, of all pairs
    double p = 1.0;  ///< of an S at least as far from zero in a series without direction, both ways
    bool operator==(const MannKendall&) const = default;
};

/// H. B. Mann, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1948). Up to `exact_figures` the
/// distribution of S is counted exactly, equal figures included: S falls by two with each pair out of order, and the
/// number of such pairs over all orders of a multiset has the q-multinomial coefficient as its generating function
/// (P. A. MacMahon, Amer. J. Math. 35, 1913). Beyond that the normal approximation with ties and a continuity
/// correction. From three figures up.
std::optional<MannKendall> mann_kendall(std::span<const double> figures);
inline constexpr std::size_t exact_figures = 120;

enum class Direction {
    too_few,  ///< under `direction_from` figures
    rising,
    falling,
    none,  ///< no clear change
};

inline constexpr std::size_t figures_from = 3;
inline constexpr std::size_t direction_from = 5;
inline constexpr double clear_enough = 0.1;  ///< p under this is a direction

Direction direction(std::span<const double> figures);

}  // namespace folkmoot
