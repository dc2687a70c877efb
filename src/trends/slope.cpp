#include "src/trends/slope.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <numeric>

namespace folkmoot {

namespace {

using Shares = std::vector<double>;  // of all orders, by the number of pairs out of order

Shares product(const Shares& one, const Shares& other) {
    Shares all(one.size() + other.size() - 1, 0.0);
    for (std::size_t i = 0; i < one.size(); ++i)
        for (std::size_t j = 0; j < other.size(); ++j) all[i + j] += one[i] * other[j];
    return all;
}

/// How `equal` figures that are the same lie among `all`: the Gaussian binomial coefficient, as shares.
/// Built by G(n, k) = k/n G(n-1, k-1) + (n-k)/n q^k G(n-1, k): only sums of what is positive, so nothing cancels.
Shares ways_among(std::size_t all, std::size_t equal) {
    std::vector<Shares> row(equal + 1);
    row[0] = {1.0};
    for (std::size_t n = 1; n <= all; ++n) {
        for (std::size_t k = std::min(n, equal); k >= 1; --k) {
            const double with = static_cast<double>(k) / static_cast<double>(n);
            Shares next((n - k) * k + 1, 0.0);
            for (std::size_t i = 0; i < row[k - 1].size(); ++i) next[i] += with * row[k - 1][i];
            if (k < n)
                for (std::size_t i = 0; i < row[k].size(); ++i) next[i + k] += (1.0 - with) * row[k][i];
            row[k] = std::move(next);
        }
    }
    return row[equal];
}

std::vector<std::size_t> sizes_of_ties(std::span<const double> figures) {
    std::vector<double> sorted(figures.begin(), figures.end());
    std::ranges::sort(sorted);
    std::vector<std::size_t> sizes;
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        const auto end = std::upper_bound(begin, sorted.end(), *begin);
        sizes.push_back(static_cast<std::size_t>(end - begin));
        begin = end;
    }
    return sizes;
}

double exact_p(std::size_t count, const std::vector<std::size_t>& ties, long s) {
    Shares out_of_order{1.0};
    std::size_t so_far = 0;
    for (const std::size_t size : ties) {
        so_far += size;
        out_of_order = product(out_of_order, ways_among(so_far, size));
    }
    // With so many pairs of different figures, S = pairs - 2 x pairs out of order.
    long pairs = static_cast<long>(count * (count - 1) / 2);
    for (const std::size_t size : ties) pairs -= static_cast<long>(size * (size - 1) / 2);
    double p = 0.0;
    for (std::size_t i = 0; i < out_of_order.size(); ++i) {
        if (std::labs(pairs - 2 * static_cast<long>(i)) >= std::labs(s)) p += out_of_order[i];
    }
    return std::min(p, 1.0);
}

double normal_p(std::size_t count, const std::vector<std::size_t>& ties, long s) {
    const auto part = [](std::size_t size) {
        const auto n = static_cast<double>(size);
        return n * (n - 1.0) * (2.0 * n + 5.0);
    };
    double variance = part(count);
    for (const std::size_t size : ties) variance -= part(size);
    variance /= 18.0;
    if (variance <= 0.0 || s == 0) return 1.0;
    const double z = (static_cast<double>(std::labs(s)) - 1.0) / std::sqrt(variance);
    return std::erfc(z / std::numbers::sqrt2);
}

}  // namespace

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

std::optional<double> theil_sen(std::span<const double> figures) {
    std::vector<double> slopes;
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t j = i + 1; j < figures.size(); ++j)
            slopes.push_back((figures[j] - figures[i]) / static_cast<double>(j - i));
    return median(std::move(slopes));
}

std::optional<MannKendall> mann_kendall(std::span<const double> figures) {
    if (figures.size() < figures_from) return std::nullopt;
    MannKendall test;
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t j = i + 1; j < figures.size(); ++j)
            test.s += figures[j] > figures[i] ? 1 : figures[j] < figures[i] ? -1 : 0;
    const auto ties = sizes_of_ties(figures);
    test.p = figures.size() <= exact_figures ? exact_p(figures.size(), ties, test.s)
                                             : normal_p(figures.size(), ties, test.s);
    return test;
}

Direction direction(std::span<const double> figures) {
    if (figures.size() < direction_from) return Direction::too_few;
    const auto test = mann_kendall(figures);
    if (!test || test->p >= clear_enough) return Direction::none;
    return test->s > 0 ? Direction::rising : Direction::falling;
}

}  // namespace folkmoot
