#include "src/trends/slope.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

long s_of(const std::vector<double>& figures) {
    long s = 0;
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t j = i + 1; j < figures.size(); ++j)
            s += (figures[j] > figures[i] ? 1 : 0) - (figures[j] < figures[i] ? 1 : 0);
    return s;
}

/// By looking at every order of the figures.
double p_by_counting(const std::vector<double>& figures) {
    std::vector<std::size_t> order(figures.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    double as_far = 0, all = 0;
    do {
        std::vector<double> reordered;
        for (const std::size_t i : order) reordered.push_back(figures[i]);
        all += 1;
        if (std::labs(s_of(reordered)) >= std::labs(s_of(figures))) as_far += 1;
    } while (std::next_permutation(order.begin(), order.end()));
    return as_far / all;
}

}  // namespace

TEST_CASE("the median of an even number of values is the mean of the middle two") {
    CHECK_FALSE(median({}));
    CHECK(median({3, 1, 2}) == 2.0);
    CHECK(median({4, 1, 3, 2}) == 2.5);
}

TEST_CASE("one outlier does not turn the slope of a series") {
    CHECK(theil_sen(std::vector<double>{1, 2, 3, 4, 5}) == 1.0);
    CHECK(theil_sen(std::vector<double>{1, 2, 3, 4, -90}) == 1.0);
    CHECK_FALSE(theil_sen(std::vector<double>{1}));
}

TEST_CASE("the Mann-Kendall test equals counting every order, with and without equal figures") {
    const std::vector<std::vector<double>> all{{1, 2, 3, 4, 5},       {5, 4, 3, 2, 1},       {2, 1, 4, 3, 6, 5},
                                               {1, 1, 2, 2, 3},       {3, 3, 3, 3},          {1, 2, 2, 2, 1, 3, 4},
                                               {4, 4, 1, 1, 2, 2, 3}, {0, 0, 0, 1, 0, 0, 0}, {1, 3, 2}};
    for (const auto& figures : all) {
        const auto test = mann_kendall(figures);
        REQUIRE(test);
        CHECK(test->s == s_of(figures));
        CHECK(test->p == Approx(p_by_counting(figures)).margin(1e-12));
    }
    CHECK_FALSE(mann_kendall(std::vector<double>{1, 2}));
}

TEST_CASE("the exact test and its approximation meet where one takes over from the other") {
    std::vector<double> figures;
    for (std::size_t i = 0; i < exact_figures; ++i) figures.push_back(static_cast<double>((i * 7919) % 60 + i / 8));
    const auto exact = mann_kendall(figures);
    figures.push_back(40);
    const auto normal = mann_kendall(figures);
    REQUIRE(exact);
    REQUIRE(normal);
    CHECK(exact->p == Approx(normal->p).margin(0.02));
}

TEST_CASE("a direction is said from five figures up, and only when chance would rarely give it") {
    CHECK(direction(std::vector<double>{1, 2, 3, 4}) == Direction::too_few);
    CHECK(direction(std::vector<double>{1, 2, 3, 4, 5}) == Direction::rising);
    CHECK(direction(std::vector<double>{5, 4, 3, 2, 1}) == Direction::falling);
    CHECK(direction(std::vector<double>{2, 1, 3, 2, 3}) == Direction::none);
    CHECK(direction(std::vector<double>{3, 3, 3, 3, 3, 3}) == Direction::none);
}
