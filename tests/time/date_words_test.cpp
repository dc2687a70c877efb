#include "src/time/date_words.h"
#include "tests/support/catch.h"

using namespace folkmoot;

TEST_CASE("A text that says dates in full can say them in another way, and all else stays") {
    const std::string said = "Due Friday 4 December 2026, said on Tuesday 24 November 2026.";
    CHECK(with_dates(said, DateWords::full) == said);
    CHECK(with_dates(said, DateWords::without_weekday) == "Due 4 December 2026, said on 24 November 2026.");
    CHECK(with_dates(said, DateWords::numbers) == "Due 2026-12-04, said on 2026-11-24.");
    CHECK(with_dates("(Tuesday 1 September 2026)", DateWords::numbers) == "(2026-09-01)");
    CHECK(with_dates("Wednesday 30 September 2026", DateWords::numbers) == "2026-09-30");
    for (const char* other :
         {"On Tuesday we met", "Tuesday 24 November", "Monday 24 November 2026", "Tuesday", "Tuesday 99 November 2026",
          "XTuesday 24 November 2026", "Tuesday 24  November 2026", ""}) {
        INFO(other);
        CHECK(with_dates(other, DateWords::numbers) == other);
    }
}
