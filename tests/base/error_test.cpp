#include "src/base/error.h"

#include "tests/support/catch.h"

using namespace folkmoot;

TEST_CASE("A fault says where it stands, what stands there and what may") {
    const Fault fault{"plan.toml", 12, "minutes = -5", "a whole number from 0 to 1440"};
    CHECK(fault.sentence() == "plan.toml, line 12: found minutes = -5; allowed: a whole number from 0 to 1440.");
}

TEST_CASE("A fault of the whole file has no line") {
    CHECK(Fault{"plan.toml", 0, "nothing", ""}.sentence() == "plan.toml: found nothing.");
    CHECK(Fault{"plan.toml", 0, "", "a title"}.sentence() == "plan.toml: allowed: a title.");
}

TEST_CASE("What a file brings into a message is harmless") {
    CHECK(Fault{"p", 1, "\x1b[31m\u202Ex\ny", ""}.sentence() == "p, line 1: found [31mx y.");
}

TEST_CASE("All faults of a file are told at once") {
    const FaultyFile error({{"p", 1, "a", "b"}, {"p", 2, "c", "d"}});
    CHECK(std::string(error.what()) == "p, line 1: found a; allowed: b.\np, line 2: found c; allowed: d.");
    CHECK(error.faults().size() == 2);
    CHECK_FALSE(std::string(FaultyFile({}).what()).empty());
}
