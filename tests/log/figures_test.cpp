#include "src/trends/figures.h"

#include <fmt/format.h>

#include "src/log/doctor.h"
#include "src/trends/trends.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

/// Two closed meetings in November 2026, one a month later, and an open one.
void some_meetings(Log& log) {
    IdSource ids("figures");
    for (const int month : {0, 0, 1}) {
        Run run(log, plan_called("Meeting"), months_later(month), ids);
        run.act(command::Capture{CaptureKind::decision, "We meet on Tuesdays", "", {}, {}});
        run.close();
    }
    Run open(log, plan_called("Open"), months_later(2), ids);
    open.act(command::Capture{CaptureKind::decision, "Not closed yet", "", {}, {}});
}

std::string months_in(const std::filesystem::path& log) {
    return raw_value(log,
                     "SELECT group_concat(month || ' ' || group_name || ' ' || json_extract(figures, '$.meetings'), "
                     "', ') FROM (SELECT * FROM p_months ORDER BY month)");
}

}  // namespace

TEST_CASE("Each closed meeting's figures are kept, and those of its group's month", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        some_meetings(*log);
        const auto all = log->meetings(0);
        REQUIRE(all.size() == 4);
        CHECK_FALSE(log->figures(all[0].id));  // open
        for (std::size_t i = 1; i < all.size(); ++i) {
            const auto kept = log->figures(all[i].id);
            REQUIRE(kept);
            CHECK(figures_in(*kept) == figures_of(fold(all[i].id, log->events(all[i].id))));
        }
        const auto months = log->figures_by_month();
        REQUIRE(months.size() == 2);
        CHECK(months[0].month == Date{std::chrono::year{2026} / 11 / 1});
        CHECK(months[0].group == "Working group");
        CHECK(figures_in(months[0].figures).measures.at("decisions").series.at(0).sum == 2.0);
        CHECK(examine(*log).healthy);
        log->finish();
    }
    CHECK(months_in(folder.log()) == "2026-11-01 Working group 2, 2026-12-01 Working group 1");
    const auto before = all_summaries(folder.log());
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        log->rebuild();
        log->finish();
    }
    CHECK(all_summaries(folder.log()) == before);
}

TEST_CASE("A reader sees the figures of what is behind, and of months, before they are written", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    some_meetings(*log);
    log->catch_up();
    IdSource ids("another");
    Run run(*log, plan_called("Another"), months_later(1), ids);
    run.close();
    CHECK(months_in(folder.log()) == "2026-11-01 Working group 2, 2026-12-01 Working group 1");
    const auto reader = Log::open(folder.log(), LogMode::read);
    CHECK(reader->figures(run.state().id));
    const auto months = reader->figures_by_month();
    REQUIRE(months.size() == 2);
    CHECK(figures_in(months[1].figures).meetings == 2);
}

TEST_CASE("Figures that were changed behind the log's back are found, and made again from the acts", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        some_meetings(*log);
        log->finish();
    }
    const auto before = all_summaries(folder.log());
    for (const char* change :
         {"UPDATE p_months SET figures = replace(figures, '\"meetings\":2', '\"meetings\":3')", "DELETE FROM p_months",
          "UPDATE p_figures SET figures = replace(figures, '\"meetings\":1', '\"meetings\":3')",
          "UPDATE p_figures SET figures = '{'"}) {
        INFO(change);
        REQUIRE(raw(folder.log(), change).empty());
        REQUIRE(all_summaries(folder.log()) != before);
        const auto log = Log::open(folder.log(), LogMode::write);
        const auto report = examine(*log);
        CHECK_FALSE(report.healthy);
        log->rebuild();
        CHECK(examine(*log).healthy);
        log->finish();
        CHECK(all_summaries(folder.log()) == before);
    }
}

TEST_CASE("A damaged meeting is named where its figures are asked for", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        some_meetings(*log);
        log->finish();
    }
    damage(folder.log(),
           "UPDATE events SET at = at + 1 WHERE stream = (SELECT min(stream) FROM p_figures) AND sequence "
           "= 2; DELETE FROM p_figures; DELETE FROM p_months; INSERT OR IGNORE INTO dirty SELECT stream "
           "FROM streams");
    const auto log = Log::open(folder.log(), LogMode::write);
    CHECK(has(error_of([&] { trends_of(*log, {}); }), "is damaged at act 2"));
}

TEST_CASE("A statement that fewer than four answered has a row in the view, without counts", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        IdSource ids("pulse");
        Run run(*log, plan_called("Pulse"), months_later(0), ids);
        run.act(command::Go{{Stage::pulse, std::nullopt}});
        run.act(command::TakePulse{{{4, 4, 5, 5, 3}, {1, 2, 3}}});
        run.close();
        log->finish();
    }
    const auto rows = [&](int statement) {
        return raw_value(
            folder.log(),
            fmt::format("SELECT group_concat(coalesce(answered, '-') || ' ' || coalesce(answer, '-') || ' ' "
                        "|| coalesce(n, '-'), ', ') FROM v_pulse WHERE statement = {}",
                        statement));
    };
    CHECK(rows(1) == "5 1 0, 5 2 0, 5 3 1, 5 4 2, 5 5 2");
    CHECK(rows(2) == "- - -");
}
