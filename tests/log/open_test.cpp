#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

TEST_CASE("A new log belongs to its owner only, whatever the umask", "[log]") {
    const mode_t mask = GENERATE(0000U, 0022U, 0077U);
    const LogFolder folder;
    const auto path = (folder / "new") / "deeper" / "folkmoot.db";
    const auto before = ::umask(mask);
    {
        const auto log = Log::open(path, LogMode::write);
        IdSource ids("modes");
        Run run(*log, sample_plan(), start_time(), ids);
        for (const char* suffix : {"", "-wal", "-shm", ".lock"}) CHECK(mode_of(path.string() + suffix) == 0600U);
    }
    ::umask(before);
    CHECK(mode_of(path) == 0600U);
    CHECK(mode_of(path.parent_path()) == 0700U);
    CHECK(mode_of(path.parent_path().parent_path()) == 0700U);
}

TEST_CASE("The log stays where its variables say", "[log]") {
    ::setenv("XDG_DATA_HOME", "/data", 1);
    CHECK(default_log_path() == "/data/folkmoot/folkmoot.db");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    ::setenv("HOME", "/home/asha", 1);
    CHECK(default_log_path() == "/home/asha/.local/share/folkmoot/folkmoot.db");
    ::unsetenv("XDG_DATA_HOME");
    ::unsetenv("HOME");
    CHECK(has(error_of([&] { default_log_path(); }), "--log"));
}

TEST_CASE("A second writer is told, a reader reads on", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("second");
    Run run(*log, sample_plan(), start_time(), ids);
    CHECK_THROWS_AS(Log::open(folder.log(), LogMode::write), LogBusy);
    CHECK(has(refusal(folder.log(), LogMode::write), folder.log().string()));
    const auto reader = Log::open(folder.log(), LogMode::read);
    CHECK(reader->events(run.state().id).size() == 2);
    run.act(command::Capture{CaptureKind::note, "Said meanwhile", "", {}, {}});
    CHECK(reader->events(run.state().id).size() == 3);
    CHECK(reader->last_sequence(run.state().id) == 3);
    CHECK_THROWS_AS(reader->append({}), WriteError);
}

TEST_CASE("The lock goes with its holder", "[log]") {
    const LogFolder folder;
    { const auto log = Log::open(folder.log(), LogMode::write); }
    CHECK(refusal(folder.log(), LogMode::write).empty());
}

TEST_CASE("A log that was moved or replaced takes no act", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("moved");
    Run run(*log, sample_plan(), start_time(), ids);
    const auto note = command::Capture{CaptureKind::note, "A note", "", {}, {}};
    std::filesystem::rename(folder.log(), folder / "elsewhere.db");
    const std::string why = error_of([&] { run.act(note); });
    CHECK(has(why, "moved or replaced"));
    CHECK(has(why, folder.log().string()));
    write(folder.log(), "something else");
    CHECK(has(run.retry(), "moved or replaced"));
    std::filesystem::rename(folder / "elsewhere.db", folder.log());
    CHECK(has(run.retry(), "Note 1 kept"));
}

TEST_CASE("What is no log is refused with its path and left as it was", "[log]") {
    const LogFolder folder;
    const auto mode = GENERATE(LogMode::write, LogMode::read);
    const auto path = folder.log();
    std::string says;
    SECTION("a text file") {
        write(path, std::string(3000, 'a') + "\n");
        says = "another kind of file";
    }
    SECTION("a short text file") {
        write(path, "Shopping: bread, milk\n");
        says = "another kind of file";
    }
    SECTION("the first half of a log") {
        { const auto log = Log::open(path, LogMode::write); }
        const auto whole = content(path);
        write(path, whole.substr(0, whole.size() / 2));
        says = "damaged";
    }
    SECTION("the first bytes of a log") {
        { const auto log = Log::open(path, LogMode::write); }
        write(path, content(path).substr(0, 60));
        says = "left as it is";
    }
    SECTION("another program's database") {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE contacts(name TEXT)");
        says = "another program";
    }
    SECTION("a newer log") {
        { const auto log = Log::open(path, LogMode::write); }
        CHECK(raw(path, "PRAGMA user_version = 99").empty());
        says = "newer version";
        CHECK_THROWS_AS(Log::open(path, mode), LogTooNew);
    }
    const auto before = content(path);
    CHECK(has(refusal(path, mode), says));
    CHECK(has(refusal(path, mode), path.string()));
    CHECK(content(path) == before);
}

TEST_CASE("A folder is no log", "[log]") {
    const LogFolder folder;
    const auto mode = GENERATE(LogMode::write, LogMode::read);
    CHECK(has(refusal(folder.path(), mode), "is a folder"));
    CHECK(has(refusal(folder.path(), mode), folder.path().string()));
}

TEST_CASE("A log is not there for reading before it was written", "[log]") {
    const LogFolder folder;
    CHECK(has(refusal(folder.log(), LogMode::read), "no log"));
    CHECK(has(refusal(folder.log(), LogMode::read), folder.log().string()));
    CHECK_FALSE(std::filesystem::exists(folder.log()));
}

TEST_CASE("Acts without their log are not thrown away", "[log]") {
    const LogFolder folder;
    const auto wal = folder.log().string() + "-wal";
    write(wal, "acts");
    const bool empty_file = GENERATE(false, true);
    if (empty_file) write(folder.log(), "");
    CHECK(has(refusal(folder.log(), LogMode::write), "-wal"));
    CHECK(content(wal) == "acts");
    CHECK(std::filesystem::exists(folder.log()) == empty_file);
}

TEST_CASE("An older log is copied before it is changed, and copied for its owner only", "[log]") {
    const LogFolder folder;
    const auto path = folder.log();
    { const auto log = Log::open(path, LogMode::write); }
    SQLite::Database db(path.string(), SQLite::OPEN_READWRITE, 1000);
    std::string drop;
    SQLite::Statement things(db,
                             "SELECT 'DROP ' || type || ' ' || name FROM sqlite_schema WHERE (type = 'view' OR type = "
                             "'table') AND (name IN ('drafts', 'search', 'search_entries', 'search_behind', "
                             "'forgotten', 'backups', 'words_instead') OR name "
                             "LIKE 'v\\_%' ESCAPE '\\' OR name LIKE 'p\\_%' ESCAPE '\\')");
    while (things.executeStep()) drop += things.getColumn(0).getString() + ";";
    db.exec(drop + "DROP TRIGGER words_not_in_search; PRAGMA user_version = 1");
    CHECK(has(refusal(path, LogMode::read), "older version"));
    CHECK(refusal(path, LogMode::write).empty());
    const auto copy = path.string() + ".before-version-8";
    CHECK(mode_of(copy) == 0600U);
    CHECK(raw_value(copy, "PRAGMA user_version") == "1");
    CHECK(raw_value(path, "PRAGMA user_version") == "8");
}

TEST_CASE("A log with the tables of version 2 is taken up, and nothing is lost", "[log]") {
    const LogFolder folder;
    const auto path = folder.log();
    IdSource ids("version 2");
    {
        const auto log = Log::open(path, LogMode::write);
        Run first(*log, plan_called("First"), months_later(0), ids);
        first.act(command::Capture{CaptureKind::question, "Who pays for taxis?", "", {}, {}});
        first.act(command::SetNextFacilitator{seat(3)});
        first.close();
    }
    CHECK(
        raw(path,
            "DELETE FROM marks WHERE name = 'search'; DROP TABLE drafts; DROP TRIGGER words_not_in_search; DROP TABLE "
            "search; DROP TABLE search_entries; DROP TABLE search_behind; DROP INDEX p_matters_settled; DROP TABLE "
            "words_instead; DROP TABLE forgotten; DROP TABLE backups; DROP TABLE p_figures; DROP TABLE p_corrections; "
            "DROP TABLE p_months")
            .empty());
    for (const char* column :
         {"p_meetings DROP COLUMN next_facilitator", "p_meetings DROP COLUMN next_host", "p_touches DROP COLUMN day",
          "p_touches DROP COLUMN why", "p_matters DROP COLUMN settled_on", "p_matters DROP COLUMN settled_why",
          "p_touches DROP COLUMN item_kind", "p_touches DROP COLUMN lead", "p_matters DROP COLUMN item_kind",
          "p_matters DROP COLUMN lead"})
        CHECK(raw(path, std::string("ALTER TABLE ") + column).empty());
    CHECK(raw(path,
              "UPDATE marks SET value = 1 WHERE name = 'summaries'; DELETE FROM p_matters; "
              "PRAGMA user_version = 2")
              .empty());
    const auto log = Log::open(path, LogMode::write);
    CHECK(std::filesystem::exists(path.string() + ".before-version-8"));
    const auto offered = log->carry_over(log->partnership("Harbour research partnership")->id, "Working group");
    CHECK(offered.next_facilitator == seat(3));
    CHECK(std::any_of(offered.matters.begin(), offered.matters.end(),
                      [](const Matter& each) { return each.text.text == "Who pays for taxis?"; }));
}

TEST_CASE("An end in order leaves the log in one file, an end without order is noticed", "[log]") {
    const LogFolder folder;
    IdSource ids("ends");
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        CHECK_FALSE(log->unclean_end());
        Run run(*log, sample_plan(), start_time(), ids);
        std::filesystem::copy(folder.log(), folder / "crashed.db");
        std::filesystem::copy(folder.log().string() + "-wal", folder / "crashed.db-wal");
        log->finish();
    }
    CHECK_FALSE(std::filesystem::exists(folder.log().string() + "-wal"));
    const auto crashed = Log::open(folder / "crashed.db", LogMode::write);
    CHECK(crashed->unclean_end());
    CHECK(crashed->use_idle_moment().empty());
    CHECK(crashed->open_meetings().size() == 1);
}
