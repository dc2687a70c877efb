#include <fmt/format.h>

#include "src/log/doctor.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

TEST_CASE("Long work says how far it is, and stopped it leaves the log as it was", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        IdSource ids("many");
        for (int number = 0; number < 52; ++number)
            Run(*log, plan_called("Meeting"), months_later(number), ids).close();
        log->finish();
    }
    const auto before = all_summaries(folder.log());
    const auto log = Log::open(folder.log(), LogMode::write);
    std::vector<std::string> said;
    bool wanted = false;
    log->when_long([&](const LongWork& work) {
        said.push_back(in_words(work));
        return wanted;
    });
    CHECK(error_of([&] { log->rebuild(); }) == "Stopped at 50 of 52 meetings. Nothing is lost.");
    CHECK(all_summaries(folder.log()) == before);
    CHECK_THROWS_AS(examine(*log), Stopped);
    CHECK_THROWS_AS(examine(*log), Stopped);
    CHECK(said == std::vector<std::string>{"Making the summaries: 50 of 52 meetings so far.",
                                           "Looking at every act: 50 of 52 meetings so far.",
                                           "Looking at every act: 50 of 52 meetings so far."});
    wanted = true;
    log->rebuild();
    CHECK(said.back() == "Making the index for searching: 50 of 52 meetings so far.");
    CHECK(examine(*log).healthy);
    CHECK(all_summaries(folder.log()) == before);
}
