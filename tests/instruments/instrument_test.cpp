#include "src/instruments/instrument.h"

#include <array>
#include <set>

#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

Instrument with_statements(std::size_t count, std::size_t a_meeting) {
    Instrument instrument;
    instrument.statements_per_meeting = a_meeting;
    for (std::size_t i = 0; i < count; ++i) instrument.statements.push_back({std::to_string(i), "", "text"});
    return instrument;
}

}  // namespace

TEST_CASE("any ceil of n by k meetings in a row ask every statement") {
    for (std::size_t count = 1; count <= 17; ++count)
        for (std::size_t many = 1; many <= count; ++many) {
            const auto instrument = with_statements(count, many);
            const auto needed = (count + many - 1) / many;
            for (std::size_t first = 1; first < 2 * count; ++first) {
                std::set<std::string> asked;
                for (std::size_t nth = first; nth < first + needed; ++nth) {
                    const auto now = statements_for(instrument, nth);
                    CHECK(now.size() == many);
                    for (const auto& statement : now) asked.insert(statement.id);
                }
                CHECK(asked.size() == count);
            }
        }
}

TEST_CASE("the first meeting asks the first statements, and no number overflows") {
    const auto instrument = with_statements(5, 2);
    CHECK(statements_for(instrument, 1)[0].id == "0");
    CHECK(statements_for(instrument, 2)[0].id == "2");
    CHECK(statements_for(instrument, 3)[1].id == "0");
    CHECK(statements_for(instrument, 0)[0].id == "0");
    CHECK(statements_for(instrument, static_cast<std::size_t>(-1)).size() == 2);
}

TEST_CASE("an instrument that asks for more statements than it has asks all of them") {
    CHECK(statements_for(with_statements(3, 4), 7).size() == 3);
    CHECK(statements_for(with_statements(3, 0), 7).size() == 3);
    CHECK(statements_for(with_statements(0, 4), 7).empty());
}

TEST_CASE("a score is the median and the mean of the counted answers") {
    const auto scored = score(std::array<std::uint32_t, 5>{1, 0, 2, 0, 3}, 1);
    CHECK(scored.answered == 6);
    CHECK(scored.median.value() == Approx(4.0));
    CHECK(scored.mean.value() == Approx(22.0 / 6));
    const auto odd = score(std::array<std::uint32_t, 3>{1, 1, 1}, 0);
    CHECK(odd.median.value() == Approx(1.0));
}

TEST_CASE("without answers there is no score") {
    const auto scored = score({}, 1);
    CHECK(scored.answered == 0);
    CHECK_FALSE(scored.median);
    CHECK_FALSE(scored.mean);
    CHECK_FALSE(score(std::array<std::uint32_t, 2>{0, 0}, 1).mean);
}
