#include "src/log/transfer.h"

#include "src/log/doctor.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

struct Exported {
    LinesHeader header;
    std::vector<EventLine> events;
    bool operator==(const Exported&) const = default;
};

Exported exported(Log& log) {
    Exported all;
    export_events(
        log, [&](const LinesHeader& header) { all.header = header; },
        [&](const EventLine& event) { all.events.push_back(event_from_line(to_line(event))); });
    return all;
}

ImportReport take_in(Log& log, const Exported& all) {
    Import import(log);
    for (const auto& event : all.events) import.take(event);
    return import.finish(all.header);
}

void note(Run& run, const std::string& text) { run.act(command::Capture{CaptureKind::note, text, "", {}, {}}); }

struct TwoLogs {
    LogFolder folder;
    std::unique_ptr<Log> ours = Log::open(folder / "ours.db", LogMode::write);
    std::unique_ptr<Log> theirs = Log::open(folder / "theirs.db", LogMode::write);
    IdSource ids{"two logs"};
};

}  // namespace

TEST_CASE("What was exported and imported is the same log, with the same sums", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    note(run, "Zoë, ليلى and 陈伟 were here \\ \"quoted\"");
    run.close();
    const auto all = exported(*logs.ours);
    CHECK(all.header.events == all.events.size());
    const auto report = take_in(*logs.theirs, all);
    CHECK(report.new_meetings == 1);
    CHECK(report.new_partnerships == 1);
    CHECK(report.added == all.events.size());
    CHECK(exported(*logs.theirs) == all);
    CHECK(examine(*logs.theirs).healthy);
    CHECK(logs.theirs->events(run.state().id) == logs.ours->events(run.state().id));
    logs.ours->catch_up();
    CHECK(all_summaries(logs.folder / "theirs.db") == all_summaries(logs.folder / "ours.db"));
}

TEST_CASE("The same file twice changes nothing", "[log][transfer]") {
    TwoLogs logs;
    Run(*logs.ours, plan_called("First"), months_later(0), logs.ids).close();
    const auto all = exported(*logs.ours);
    take_in(*logs.theirs, all);
    const auto again = take_in(*logs.theirs, all);
    CHECK(again.added == 0);
    CHECK(again.known == all.events.size());
    CHECK(exported(*logs.theirs) == all);
}

TEST_CASE("A meeting that went on after it was exported gains its later acts", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    const auto before = exported(*logs.ours);
    take_in(*logs.theirs, before);
    note(run, "Later");
    const auto report = take_in(*logs.theirs, exported(*logs.ours));
    CHECK(report.longer_meetings == 1);
    CHECK(report.added == 1);
    CHECK(exported(*logs.theirs) == exported(*logs.ours));
    CHECK(take_in(*logs.ours, before).added == 0);  // the shorter one changes nothing
    CHECK(examine(*logs.theirs).healthy);
}

TEST_CASE("A meeting that went on differently is named and left as it is", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    take_in(*logs.theirs, exported(*logs.ours));
    Engine there(*logs.theirs, *logs.theirs, run.state().id);
    there.act(command::Capture{CaptureKind::note, "Said there", "", {}, {}}, later(months_later(0), Millis(60000)));
    note(run, "Said here");
    const auto before = exported(*logs.ours);
    const auto report = take_in(*logs.ours, exported(*logs.theirs));
    REQUIRE(report.differing.size() == 1);
    CHECK(has(report.differing[0], "from act 3 on"));
    CHECK(has(report.differing[0], "Said here"));
    CHECK(has(report.differing[0], "Said there"));
    CHECK(has(report.differing[0], "First"));
    CHECK(report.added == 0);
    CHECK(exported(*logs.ours) == before);
}

TEST_CASE("What two machines know of a partnership is brought together, once", "[log][transfer]") {
    TwoLogs logs;
    Run(*logs.ours, plan_called("First"), months_later(0), logs.ids).close();
    take_in(*logs.theirs, exported(*logs.ours));
    const auto met = [&](Log& log, const char* title, int month, const char* person) {
        Run run(log, plan_called(title), months_later(month), logs.ids);
        run.act(command::WalkIn{person, "Port University", {}});
        run.close();
    };
    met(*logs.ours, "Here", 1, "Gita");
    met(*logs.theirs, "There", 2, "Hanif");
    const auto report = take_in(*logs.ours, exported(*logs.theirs));
    CHECK(report.new_meetings == 1);
    CHECK(report.longer_partnerships == 1);
    CHECK(report.differing.empty());
    CHECK(logs.ours->partnership("Harbour research partnership")->people.size() == 8);
    CHECK(take_in(*logs.ours, exported(*logs.theirs)).added == 0);
    CHECK(examine(*logs.ours).healthy);
}

TEST_CASE("A line that does not fit is refused, and nothing of the file is kept", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    note(run, "One");
    note(run, "Two");
    auto all = exported(*logs.ours);
    std::string says;
    auto& last = all.events.back();
    SECTION("an event is missing") {
        all.events.erase(all.events.end() - 2);
        says = "act 3 has to come here";
    }
    SECTION("words were changed") {
        last.words[0].text = "Three";
        says = "words do not match";
    }
    SECTION("a time was changed") {
        last.at.wall += Millis(1);
        says = "does not match its sum";
    }
    SECTION("a kind that nobody knows") {
        last.kind = "danced";
        last.hash.reset();
        says = "\"danced\" is not known";
    }
    SECTION("words are missing") {
        last.words.clear();
        last.hash.reset();
        says = "words are missing";
    }
    SECTION("an act that cannot follow") {
        last.kind = "capture-removed";
        last.payload = R"({"number":99})";
        last.words.clear();
        last.hash.reset();
        says = "names a capture that is not there";
    }
    SECTION("a meeting that does not begin with its opening") {
        all.events = {last};
        all.events[0].sequence = 1;
        all.events[0].hash.reset();
        says = "opened";
    }
    SECTION("the end is missing") {
        all.events.pop_back();
        says = "cut off";
    }
    CHECK_THAT(error_of([&] { take_in(*logs.theirs, all); }), containing(says));
    CHECK(exported(*logs.theirs).events.empty());
    CHECK(logs.theirs->meetings(0).empty());
    CHECK(examine(*logs.theirs).healthy);
}

TEST_CASE("A file that another program wrote needs no sums", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    note(run, "One");
    auto all = exported(*logs.ours);
    for (auto& event : all.events) {
        event.hash.reset();
        for (auto& words : event.words) {
            words.salt.clear();
            words.sum.reset();
        }
    }
    all.header = {};
    CHECK(take_in(*logs.theirs, all).added == all.events.size());
    CHECK(take_in(*logs.theirs, all).added == 0);
    CHECK(take_in(*logs.ours, all).added == 0);
    CHECK(examine(*logs.theirs).healthy);
    CHECK(logs.theirs->events(run.state().id) == logs.ours->events(run.state().id));
}

TEST_CASE("Forgotten words travel as forgotten, and do not come back", "[log][transfer]") {
    TwoLogs logs;
    Run run(*logs.ours, plan_called("First"), months_later(0), logs.ids);
    note(run, "Forget this");
    const auto before = exported(*logs.ours);
    CHECK(raw(logs.folder / "ours.db", "UPDATE words SET text = NULL, salt = NULL WHERE text = 'Forget this'").empty());
    const auto after = exported(*logs.ours);
    CHECK_FALSE(after.events.back().words[0].text);
    CHECK(take_in(*logs.ours, before).added == 0);
    CHECK(exported(*logs.ours) == after);
    take_in(*logs.theirs, after);
    CHECK(exported(*logs.theirs) == after);
    CHECK(examine(*logs.theirs).healthy);
}
