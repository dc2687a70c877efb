#include <fmt/format.h>
#include <algorithm>

#include "src/log/doctor.h"
#include "src/log/parts.h"
#include "tests/log/log_fixture.h"
#include "tests/session/samples.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

Stamp stamp_of(std::size_t number) {
    auto stamp = later(start_time(), std::chrono::milliseconds(1001 * static_cast<int>(number)));
    stamp.offset = Minutes(-90);
    stamp.boot_id = 0xFFFFFFFEU;
    return stamp;
}

StreamAppend note_for(const Id128& stream, Sequence after, const std::string& text) {
    event::Captured note;
    note.number = after + 1;
    note.text = Words(text, seat(1));
    return {stream, StreamKind::meeting, after, stamp_of(after), {encode(Event(note))}};
}

/// A closed meeting with words and acts, in a log that is shut again.
MeetingId stored_meeting(const std::filesystem::path& path) {
    const auto log = Log::open(path, LogMode::write);
    IdSource ids("stored");
    Run run(*log, sample_plan(), start_time(), ids);
    run.act(command::Capture{CaptureKind::note, "The hall has no ramp", "", {}, {}});
    run.act(command::Capture{CaptureKind::action, "Book the hall", "", seat(2), {}});
    run.act(command::Capture{CaptureKind::decision, "We meet on Tuesdays", "", {}, {}});
    run.close();
    log->finish();
    return run.state().id;
}

/// The row number of the meeting's stream: the partnership's came before it.
constexpr const char* stream_of = "(SELECT stream FROM streams WHERE kind = 'meeting')";

}  // namespace

TEST_CASE("Every kind of event comes back from the log as it was", "[log]") {
    const LogFolder folder;
    IdSource ids("kinds");
    const MeetingId stream(ids.next());
    auto events = full_events();
    for (const auto& event : bare_events()) events.push_back(event);
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        for (std::size_t index = 0; index < events.size(); ++index) {
            const auto after = static_cast<Sequence>(index);
            log->append(std::vector<StreamAppend>{
                {stream, StreamKind::meeting, after, stamp_of(index), {encode(events[index])}}});
        }
    }
    const auto log = Log::open(folder.log(), LogMode::read);
    const auto stored = log->events(stream);
    REQUIRE(stored.size() == events.size());
    for (std::size_t index = 0; index < events.size(); ++index) {
        INFO(kind_name(events[index]));
        CHECK(stored[index].sequence == index + 1);
        CHECK(stored[index].at == stamp_of(index));
        CHECK((stored[index].event == events[index]));
    }
}

TEST_CASE("Hostile texts come back from the log as they were", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    const MeetingId stream(IdSource("hostile").next());
    Sequence after = 0;
    for (const auto& text : hostile_texts()) log->append(std::vector{note_for(stream, after++, text)});
    const auto stored = log->events(stream);
    REQUIRE(stored.size() == hostile_texts().size());
    for (std::size_t index = 0; index < stored.size(); ++index)
        CHECK(std::get<event::Captured>(stored[index].event).text.text == hostile_texts()[index]);
}

TEST_CASE("An append that does not follow the stream's end is refused whole", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("after");
    const MeetingId one(ids.next()), two(ids.next());
    log->append(std::vector{note_for(one, 0, "First")});
    CHECK_THROWS_AS(log->append(std::vector{note_for(one, 0, "First again")}), Error);
    CHECK_THROWS_AS(log->append(std::vector{note_for(one, 2, "Third")}), Error);
    CHECK_THROWS_AS(log->append(std::vector{note_for(two, 0, "Good"), note_for(one, 5, "Bad")}), Error);
    CHECK(log->last_sequence(one) == 1);
    CHECK(log->last_sequence(two) == 0);
    log->append(std::vector{note_for(two, 0, "Good"), note_for(one, 1, "Good")});
    CHECK(log->last_sequence(one) == 2);
    CHECK(log->events(two).size() == 1);
}

TEST_CASE("A meeting that is not in the log is said to be so", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    const MeetingId stream(IdSource("none").next());
    CHECK(has(error_of([&] { log->events(stream); }), "no meeting " + stream.shown()));
}

TEST_CASE("A write that fails leaves nothing, and the same act again succeeds", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    const MeetingId stream(IdSource("again").next());
    log->append(std::vector{note_for(stream, 0, "First")});
    // Filled up by telling SQLite that the file may not grow.
    REQUIRE(raw(folder.log(),
                "CREATE TABLE stop(here); CREATE TRIGGER stopped BEFORE INSERT ON words WHEN NEW.sequence = 2 "
                "BEGIN SELECT RAISE(ABORT, 'stopped by the test'); END")
                .empty());
    const auto why = error_of([&] { log->append(std::vector{note_for(stream, 1, "Second")}); });
    CHECK(has(why, folder.log().string()));
    CHECK(has(why, "Nothing of this act was written."));
    CHECK(log->last_sequence(stream) == 1);
    REQUIRE(raw(folder.log(), "DROP TRIGGER stopped").empty());
    log->append(std::vector{note_for(stream, 1, "Second")});
    CHECK(log->events(stream).size() == 2);
}

TEST_CASE("Nobody changes what happened, not even with sqlite3", "[log]") {
    const LogFolder folder;
    stored_meeting(folder.log());
    const auto before = raw_value(folder.log(), "SELECT group_concat(hex(hash)) FROM events");
    for (const char* sql :
         {"UPDATE events SET payload = '{}'", "UPDATE events SET at = at + 1 WHERE sequence = 2", "DELETE FROM events",
          "INSERT OR REPLACE INTO events SELECT * FROM events WHERE sequence = 1", "DELETE FROM words",
          "INSERT INTO events SELECT stream, sequence + 100, at, offset, boot, boot_id, kind, payload, hash FROM "
          "events",
          "UPDATE words SET text = 'other'", "UPDATE words SET text = NULL",
          "UPDATE words SET text = NULL, salt = NULL, "
          "sum = zeroblob(32)",
          "UPDATE words SET person = NULL, text = NULL, salt = NULL WHERE person IS NOT NULL",
          "INSERT OR REPLACE INTO words SELECT * FROM words", "UPDATE streams SET uid = zeroblob(16)",
          "DELETE FROM streams", "INSERT OR REPLACE INTO streams SELECT * FROM streams"}) {
        INFO(sql);
        CHECK_FALSE(raw(folder.log(), sql).empty());
    }
    CHECK(raw_value(folder.log(), "SELECT group_concat(hex(hash)) FROM events") == before);
}

TEST_CASE("Words can be blanked, and the chain still holds", "[log]") {
    const LogFolder folder;
    const auto meeting = stored_meeting(folder.log());
    Log::open(folder.log(), LogMode::write)->parts().search.clear();
    REQUIRE(raw(folder.log(), "UPDATE words SET text = NULL, salt = NULL WHERE text = 'The hall has no ramp'").empty());
    const auto log = Log::open(folder.log(), LogMode::write);
    const auto note = std::get<event::Captured>(log->events(meeting)[2].event);
    CHECK(note.text.text == forgotten_words);
    log->rebuild();
    CHECK(examine(*log).healthy);
}

TEST_CASE("Every change behind the log's back is found, with the meeting and the act", "[log]") {
    const auto [sql, act] = GENERATE(table<std::string, int>({
        {"UPDATE events SET payload = replace(payload, '1', '2') WHERE sequence = 4", 4},
        {"UPDATE events SET at = at + 1 WHERE sequence = 3", 3},
        {"UPDATE events SET boot = boot + 1 WHERE sequence = 3", 3},
        {"UPDATE events SET offset = 60 WHERE sequence = 2", 2},
        {"UPDATE events SET kind = 'closed' WHERE sequence = 3", 3},
        {"UPDATE events SET hash = zeroblob(32) WHERE sequence = 5", 5},
        {"UPDATE words SET text = 'The hall has a ramp' WHERE text = 'The hall has no ramp'", 3},
        {"UPDATE words SET person = zeroblob(16) WHERE sequence = 4", 4},
        {"UPDATE words SET sum = zeroblob(32) WHERE sequence = 4", 4},
        {"DELETE FROM words WHERE sequence = 4", 4},
        {"DELETE FROM words WHERE sequence = 3; DELETE FROM events WHERE sequence = 3", 4},
        {"UPDATE events SET sequence = -3 WHERE sequence = 3; UPDATE events SET sequence = 3 WHERE sequence = 4; "
         "UPDATE events SET sequence = 4 WHERE sequence = -3",
         3},
    }));
    INFO(sql);
    const LogFolder folder;
    const auto meeting = stored_meeting(folder.log());
    std::string scoped;
    for (std::size_t from = 0; from < sql.size();) {
        const auto end = std::min(sql.find("; ", from), sql.size());
        scoped += fmt::format("{} AND stream = {};", sql.substr(from, end - from), stream_of);
        from = end + 2;
    }
    damage(folder.log(), "PRAGMA foreign_keys = OFF;" + scoped);
    const auto log = Log::open(folder.log(), LogMode::read);
    const auto said = error_of([&] { log->events(meeting); });
    CHECK(has(said, meeting.shown()));
    CHECK(has(said, fmt::format("act {}", act)));
    CHECK(has(said, folder.log().string()));
    const auto report = examine(*log);
    CHECK_FALSE(report.healthy);
    std::string all;
    for (const auto& line : report.lines) all += line + "\n";
    CHECK(has(all, "Working group 7"));
    CHECK(has(all, meeting.shown()));
    CHECK(has(all, fmt::format("act {}:", act)));
}

TEST_CASE("The settings of the log are in force", "[log]") {
    const LogFolder folder;
    stored_meeting(folder.log());
    const auto log = Log::open(folder.log(), LogMode::write);
    const auto report = examine(*log);
    CHECK(report.healthy);
    CHECK(std::ranges::count(report.lines, "The settings of the file are as they should be.") == 1);
    auto& connection = log->parts().connection;
    const std::vector<std::pair<std::string, std::string>> wanted{
        {"journal_mode", "wal"},           {"synchronous", "2"},  {"wal_autocheckpoint", "100"},
        {"journal_size_limit", "1048576"}, {"foreign_keys", "1"}, {"trusted_schema", "0"},
        {"cell_size_check", "1"},          {"secure_delete", "1"}};
    for (const auto& [name, value] : wanted) {
        INFO(name);
        CHECK(connection.pragma(name) == value);
    }
    connection.db().exec("PRAGMA synchronous = 1");
    const auto slack = examine(*log);
    CHECK_FALSE(slack.healthy);
    CHECK(std::ranges::any_of(slack.lines, [](const std::string& line) {
        return has(line, "synchronous 1") && has(line, "Not all of them are as they should be.");
    }));
    CHECK(raw_value(folder.log(), "PRAGMA application_id") == std::to_string(0x466F6C6B));
    CHECK(log->notices().empty());
}
