#include "src/trends/balance.h"

#include <array>
#include <cmath>

#include "tests/support/catch.h"

using namespace folkmoot;

namespace {
bool close(const std::optional<double>& value, double expected) { return value && std::abs(*value - expected) < 1e-9; }
}  // namespace

TEST_CASE("the balance is 1 when all speak as often and 0 when one speaks alone") {
    CHECK(close(balance(std::array{2.0, 2.0, 2.0}), 1.0));
    CHECK(close(balance(std::array{6.0, 0.0, 0.0}), 0.0));
    CHECK(close(balance(std::array{1.0, 2.0, 3.0, 4.0}), 1.0 - 0.25 * 4.0 / 3.0));
}

TEST_CASE("there is no balance under three people, nor without turns") {
    CHECK_FALSE(balance(std::array{1.0, 2.0}));
    CHECK_FALSE(balance(std::array{0.0, 0.0, 0.0}));
    CHECK_FALSE(gini(std::span<const double>{}));
}

TEST_CASE("the Gini coefficient is known for small examples, whatever their order") {
    CHECK(close(gini(std::array{4.0, 1.0, 3.0, 2.0}), 0.25));
    CHECK(close(gini(std::array{0.0, 1.0}), 0.5));
}
