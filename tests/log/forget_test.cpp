#include "src/log/forget.h"

#include "src/log/backup.h"
#include "src/log/doctor.h"
#include "src/log/held.h"
#include "src/log/transfer.h"
#include "src/session/actions_desk.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

/// A meeting in which Asha (seat 1) and the others say and write things.
void a_meeting(Log& log, int month = 0) {
    IdSource ids("forget " + std::to_string(month));
    Run run(log, plan_called("Meeting " + std::to_string(month)), months_later(month), ids);
    run.act(command::Go{{Stage::checkin, std::nullopt}});
    if (next_in_round(run.state(), RoundKind::checkin) != seat(1)) run.act(command::CallInRound{seat(1)});
    run.act(command::AnswerRound{Answer::said, 4, "porcelain"});
    run.act(command::Go{{Stage::items, run.state().agenda[0].item.id}});
    run.act(command::Speak{seat(1)});
    run.act(command::RaiseHand{seat(1), "marmalade"});
    run.act(command::Capture{CaptureKind::note, "Asha rang the printer", "", {}, {}});
    run.act(command::Capture{CaptureKind::note, "The hall has no ramp", "", {}, {}});
    run.act(command::Capture{CaptureKind::action, "Ask Asha's sister", "", seat(2), {}});
    run.act(command::Capture{CaptureKind::concern, "Nobody listens to ASHA", "", {}, {}});
    run.close();
}

ForgetWish asha() {
    ForgetWish wish;
    wish.person = seat(1);
    return wish;
}

std::string all_bytes(const LogFolder& folder) {
    std::string all;
    for (const auto& each : std::filesystem::directory_iterator(folder.path())) all += content(each.path());
    return all;
}

bool holds(const std::string& bytes, const std::string& text) { return bytes.find(text) != std::string::npos; }

struct Exported {
    LinesHeader header;
    std::vector<EventLine> events;
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

}  // namespace

TEST_CASE("A person who was forgotten is in no byte of the log, which stays whole", "[log][forget]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        log->catch_up();
        const auto before = raw_value(folder.log(), "SELECT count(*) FROM events");
        const auto turns = raw_value(folder.log(), "SELECT group_concat(seat || ' ' || length_ms) FROM p_turns");
        const auto report = forget(*log, asha(), months_later(1));
        CHECK(report.left.empty());
        CHECK(report.texts > 5);
        CHECK(raw_value(folder.log(), "SELECT count(*) FROM events") == before);
        CHECK(raw_value(folder.log(), "SELECT group_concat(seat || ' ' || length_ms) FROM p_turns") == turns);
        CHECK_FALSE(forgetting_unfinished(*log));
        CHECK(examine(*log).healthy);
        log->finish();
    }
    const auto bytes = all_bytes(folder);
    for (const char* gone : {"Asha", "asha", "ASHA", "porcelain", "marmalade", "captions", "co-chair"})
        CHECK_FALSE(holds(bytes, gone));
    for (const char* stays : {"somebody rang the printer", "The hall has no ramp", "Nobody listens to somebody"})
        CHECK(holds(bytes, stays));
}

TEST_CASE("Looking at what would be forgotten changes nothing", "[log][forget]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const auto found = preview(*log, asha());
    CHECK(found.said == 1);
    CHECK(found.access == 2);  // in the meeting and in the partnership
    CHECK(found.mentions.size() == 3);
    CHECK(found.meetings == 1);
    CHECK(known_people(*log).size() == 6);
    const auto all = exported(*log);
    CHECK(std::any_of(all.events.begin(), all.events.end(), [](const EventLine& each) {
        return std::any_of(each.words.begin(), each.words.end(),
                           [](const LineWords& w) { return w.text == "porcelain"; });
    }));
}

TEST_CASE("Only forgetting blanks words, and what stands in their place cannot be put elsewhere", "[log][forget]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    CHECK(has(raw(folder.log(),
                  "INSERT INTO words_instead SELECT stream, sequence, part, 'x', sum FROM words WHERE text "
                  "= 'porcelain'"),
              "only forgotten words"));
    forget(*log, asha(), months_later(1));
    CHECK(has(raw(folder.log(), "UPDATE words_instead SET text = 'x'"), "index must be emptied"));
    CHECK(has(raw(folder.log(), "DELETE FROM words_instead"), "index must be emptied"));
}

TEST_CASE("What stands in place of forgotten words is guarded by a sum", "[log][forget]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        forget(*log, asha(), months_later(1));
    }
    damage(folder.log(),
           "DELETE FROM marks WHERE name = 'search'; UPDATE words_instead SET text = 'nobody rang' WHERE text "
           "LIKE '%rang%'");
    const auto log = Log::open(folder.log(), LogMode::read);
    CHECK_FALSE(examine(*log).sound);
}

TEST_CASE("An import brings nothing back that was forgotten, known or new", "[log][forget]") {
    const LogFolder folder;
    const auto ours = Log::open(folder / "ours.db", LogMode::write);
    const auto theirs = Log::open(folder / "theirs.db", LogMode::write);
    a_meeting(*ours);
    const auto old = exported(*ours);
    take_in(*theirs, old);
    a_meeting(*theirs, 1);
    forget(*ours, asha(), months_later(2));
    CHECK(take_in(*ours, old).added == 0);
    const auto report = take_in(*ours, exported(*theirs));
    CHECK(report.new_meetings == 1);
    CHECK(report.forgotten);
    ours->finish();
    CHECK(examine(*ours).healthy);
    CHECK_FALSE(holds(content(folder / "ours.db"), "Asha"));
    CHECK_FALSE(holds(content(folder / "ours.db"), "porcelain"));
    CHECK(holds(content(folder / "ours.db"), "Meeting 1"));
    // Other people's words came in.
    CHECK(holds(content(folder / "ours.db"), "The hall has no ramp"));
}

TEST_CASE("Access needs go alone", "[log][forget]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    auto wish = asha();
    wish.access_only = true;
    CHECK(forget(*log, wish, months_later(1)).left.empty());
    log->finish();
    CHECK_FALSE(holds(content(folder.log()), "captions"));
    CHECK(holds(content(folder.log()), "Asha"));
    CHECK(log->partnership("Harbour research partnership")->people[0].access.text.empty());
}

TEST_CASE("Words of old meetings go, what is open and what was decided stays", "[log][forget]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const auto left = log->actions(true).front().id;
    ActionsDesk(*log, *log).act(left, desk::Drop{"rhubarb"}, later(months_later(0), std::chrono::hours(48)));
    ActionsDesk(*log, *log).act(left, desk::Keep{}, later(months_later(0), std::chrono::hours(72)));
    a_meeting(*log, 2);
    const auto first = log->meetings(0).back().id;
    Engine(*log, *log, first).act(command::Amend{2, seat(3), "It has an elderberry"}, months_later(1));
    ForgetWish wish;
    wish.before = date_of(months_later(1));
    const auto found = preview(*log, wish);
    CHECK(found.meetings == 1);
    CHECK(found.kept_open == 2);  // the action and the concern
    CHECK(forget(*log, wish, months_later(3)).left.empty());
    const auto old = log->meetings(0).back();
    std::vector<std::string> texts;
    for (const auto& each : log->events(old.id))
        if (const auto* captured = std::get_if<event::Captured>(&each.event)) texts.push_back(captured->text.text);
    CHECK(texts ==
          std::vector<std::string>{forgotten_words, forgotten_words, "Ask Asha's sister", "Nobody listens to ASHA"});
    log->finish();
    for (const char* gone : {"rhubarb", "elderberry"}) CHECK_FALSE(holds(content(folder.log()), gone));
    CHECK(examine(*log).healthy);
}

TEST_CASE("A backup is whole, is for its owner, and never takes the place of a file", "[log][backup]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    IdSource ids("backup");
    BackupWish wish;
    wish.to = folder / "copy.db";
    make_backup(*log, wish, months_later(1), ids);
    CHECK(mode_of(wish.to) == 0600U);
    {
        const auto copy = Log::open(wish.to, LogMode::read);
        CHECK(examine(*copy).healthy);
        CHECK(copy->meetings(0).size() == 1);
    }
    const auto before = content(wish.to);
    CHECK(has(error_of([&] { make_backup(*log, wish, months_later(1), ids); }), "there already"));
    CHECK(content(wish.to) == before);
    CHECK_FALSE(std::filesystem::exists(wish.to.string() + ".new"));
    CHECK(backups_noted(*log).size() == 1);
    CHECK(usual_backup(folder.log(), date_of(start_time()), false) == folder / "folkmoot-2026-11-24.db");
    write(folder / "folkmoot-2026-11-24.db", "");
    CHECK(usual_backup(folder.log(), date_of(start_time()), false) == folder / "folkmoot-2026-11-24-2.db");
    // Forgetting reaches it, and one that was away is done when it is back.
    std::filesystem::rename(wish.to, folder / "away.db");
    const auto report = forget(*log, asha(), months_later(2));
    CHECK(report.lost.size() == 1);
    CHECK(holds(content(folder / "away.db"), "Asha"));
    CHECK_FALSE(forgetting_unfinished(*log));
    std::filesystem::rename(folder / "away.db", wish.to);
    CHECK(forgetting_unfinished(*log));
    CHECK(finish_forgetting(*log, {}).left.empty());
    CHECK_FALSE(holds(content(wish.to), "Asha"));
    CHECK_FALSE(holds(content(wish.to), "porcelain"));
    CHECK_FALSE(forgetting_unfinished(*log));
}

TEST_CASE("A copy for review tells nothing of needs, and not who spoke when a concern was raised", "[log][backup]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    IdSource ids("review");
    BackupWish wish;
    wish.to = folder / "review.db";
    wish.for_review = true;
    make_backup(*log, wish, months_later(1), ids);
    for (const char* gone : {"captions", "porcelain", "marmalade"}) CHECK_FALSE(holds(content(wish.to), gone));
    const auto copy = Log::open(wish.to, LogMode::read);
    CHECK(examine(*copy).healthy);
    CHECK(copy->is_for_review());
    CHECK_FALSE(log->is_for_review());
    CHECK(held_of(*copy, known_people(*copy).front()).in_review_copy);
    const auto events = copy->events(copy->meetings(1)[0].id);
    CHECK(events.size() == log->events(copy->meetings(1)[0].id).size());
    const auto* concern = std::get_if<event::Captured>(&events[events.size() - 2].event);
    REQUIRE(concern != nullptr);
    CHECK(concern->kind == CaptureKind::concern);
    CHECK(events[events.size() - 2].at == events.back().at);
    const auto written = Log::open(wish.to, LogMode::write);
    REQUIRE(written->notices().size() == 1);
    CHECK(has(written->notices()[0], "copy for review"));
    CHECK(has(error_of([&] { a_meeting(*written); }), "nothing can be added to it"));
}

TEST_CASE("What is held of a person is all that the log has of them", "[log][held]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    for (const auto& person : known_people(*log)) {
        const auto held = held_of(*log, person);
        REQUIRE(held.meetings.size() == 1);
        if (person.id == seat(2)) CHECK(held.meetings[0].actions == std::vector<std::string>{"Ask Asha's sister"});
        if (person.id != seat(1)) continue;
        CHECK(held.access == std::vector<std::string>{"captions"});
        CHECK(held.roles == std::vector<std::string>{"co-chair"});
        REQUIRE(held.meetings[0].answers.size() == 1);
        CHECK(held.meetings[0].answers[0].words == "porcelain");
        CHECK(held.meetings[0].answers[0].score == 4);
        CHECK(held.meetings[0].hands == std::vector<std::string>{"marmalade"});
        CHECK(held.meetings[0].turns == 1);
        CHECK(held.texts.size() == 3);
    }
}

TEST_CASE("A log with the tables of version 6 is taken up, and forgetting reaches the copy from before",
          "[log][forget]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        log->finish();
    }
    CHECK(raw(folder.log(),
              "DROP TABLE words_instead; DROP TABLE forgotten; DROP TABLE backups; DROP TABLE p_figures; DROP TABLE "
              "p_corrections; DROP TABLE "
              "p_months; PRAGMA user_version = 6")
              .empty());
    const auto before = folder.log().string() + ".before-version-8";
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        REQUIRE(std::filesystem::exists(before));
        CHECK(holds(content(before), "porcelain"));
        const auto report = forget(*log, asha(), months_later(1));
        CHECK(report.left.empty());
        CHECK(report.backups == std::vector<std::filesystem::path>{std::filesystem::weakly_canonical(before)});
        CHECK(examine(*log).healthy);
        log->finish();
    }
    CHECK_FALSE(holds(all_bytes(folder), "porcelain"));
    CHECK_FALSE(holds(all_bytes(folder), "Asha"));
    // The copy can still be taken up.
    CHECK(raw_value(before, "PRAGMA user_version") == "6");
    std::filesystem::rename(before, folder / "again.db");
    const auto again = Log::open(folder / "again.db", LogMode::write);
    CHECK(examine(*again).healthy);
    CHECK(again->meetings(0).size() == 1);
}

TEST_CASE("A forgetting that was broken off is known, and finished when it is asked for again", "[log][forget]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        forget(*log, asha(), months_later(1));
        log->finish();
    }
    // As if it had been killed before the files were searched, with an old page left.
    CHECK(raw(folder.log(), "UPDATE forgotten SET finished = 0").empty());
    const auto log = Log::open(folder.log(), LogMode::write);
    CHECK(forgetting_unfinished(*log));
    CHECK_FALSE(examine(*log).healthy);
    CHECK(finish_forgetting(*log, {"Asha"}).left.empty());
    CHECK_FALSE(forgetting_unfinished(*log));
    CHECK(examine(*log).healthy);
}

TEST_CASE("What is still in a file is said with its place, and nothing is called finished", "[log][forget]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    log->finish();
    // In a table that somebody with sqlite3 made.
    CHECK(raw(folder.log(), "CREATE TABLE mine(line TEXT); INSERT INTO mine VALUES('My Asha, and porcelain')").empty());
    CHECK(raw(folder.log(), "INSERT INTO drafts VALUES(randomblob(16), 'note asha will come')").empty());
    const auto report = forget(*log, asha(), months_later(1));
    CHECK(raw_value(folder.log(), "SELECT line FROM drafts") == "note somebody will come");
    REQUIRE(report.left.size() == 2);
    CHECK(has(report.left[0] + report.left[1], "\"Asha\" at byte"));
    CHECK(has(report.left[0] + report.left[1], "\"porcelain\" at byte"));
    CHECK(has(report.left[0], folder.log().string()));
    CHECK(forgetting_unfinished(*log));
    CHECK(raw(folder.log(), "DROP TABLE mine").empty());
    CHECK(finish_forgetting(*log, {"Asha"}).left.empty());
    CHECK_FALSE(forgetting_unfinished(*log));
}
