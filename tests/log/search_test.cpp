#include <algorithm>

#include "src/log/doctor.h"
#include "src/log/parts.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

std::vector<FoundText> found(Log& log, const std::string& typed) {
    const auto read = read_search(typed, Date{std::chrono::year{2026} / 11 / 24});
    if (const auto* fault = std::get_if<SearchFault>(&read)) FAIL(fault->why);
    return log.search(std::get<SearchQuery>(read)).found;
}

using Texts = std::vector<std::string>;

Texts texts(Log& log, const std::string& typed) {
    Texts all;
    for (const auto& each : found(log, typed)) all.push_back(each.text);
    return all;
}

void write_down(Run& run, CaptureKind kind, const std::string& text, std::optional<PersonId> owner = {}) {
    run.act(command::Capture{kind, text, "", owner, {}});
}

void a_meeting(Log& log) {
    IdSource ids("search");
    Run run(log, plan_called("First"), months_later(0), ids);
    run.act(command::Go{{Stage::items, run.state().agenda[0].item.id}});
    write_down(run, CaptureKind::decision, "Print the advert in large type");
    write_down(run, CaptureKind::action, "Ask the printer about type that is large", seat(2));
    write_down(run, CaptureKind::note, "Zoë likes the café; 我们讨论招聘广告; ليلى كتبت");
    write_down(run, CaptureKind::concern, "Ben talks too much about large type");
    run.act(command::Capture{CaptureKind::term, "co-produced research", "CPR", {}, {}});
    write_down(run, CaptureKind::note, "A mistake about type");
    run.act(command::RemoveCapture{6});
    run.close();
}

}  // namespace

TEST_CASE("Words are found in every kind of thing, whatever the case and the accents", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    CHECK(found(*log, "large type").size() == 3);
    CHECK(texts(*log, "\"LARGE type\" kind:decision") == Texts{"Print the advert in large type"});
    CHECK(texts(*log, "cafe zoe").size() == 1);
    CHECK(texts(*log, "讨论").size() == 1);
    CHECK(texts(*log, "论讨").empty());
    CHECK(texts(*log, "ليلى").size() == 1);
    CHECK(texts(*log, "cpr") == Texts{"CPR: co-produced research"});
    CHECK(texts(*log, "recruit* kind:item") == Texts{"Recruitment advert"});
    CHECK(texts(*log, "mistake").empty());
    CHECK(texts(*log, "recruit").empty());
    CHECK(found(*log, "print*").size() == 2);
}

TEST_CASE("The filters of a search hold", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    CHECK(texts(*log, "type person:ben") == Texts{"Ask the printer about type that is large"});
    CHECK(found(*log, "type person:cara").empty());
    CHECK(found(*log, "large group:working").size() == 3);
    CHECK(found(*log, "large group:forum").empty());
    CHECK(found(*log, "large after:2026-11-24 before:2026-11-25").size() == 3);
    CHECK(found(*log, "large before:2026-11-24").empty());
    CHECK(texts(*log, "large is:open kind:action").size() == 1);
    CHECK(texts(*log, "is:open kind:decision").empty());
    const auto decision = found(*log, "kind:decision");
    REQUIRE(decision.size() == 1);
    CHECK(decision[0].item == "Recruitment advert");
    CHECK(decision[0].meeting_title == "First");
    CHECK(decision[0].number == 1);
}

TEST_CASE("A concern gains no name by being found", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const auto concerns = found(*log, "kind:concern");
    REQUIRE(concerns.size() == 1);
    CHECK(concerns[0].person.empty());
    for (const char* name : {"asha", "ben", "cara", "dev", "eve", "femi"})
        CHECK(found(*log, std::string("kind:concern person:") + name).empty());
}

TEST_CASE("What is as good is found newest first, and what is better comes before", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("ranks");
    for (int month = 0; month < 3; ++month) {
        Run run(*log, plan_called("Meeting " + std::to_string(month)), months_later(month), ids);
        write_down(run, CaptureKind::note, "The ferry is late");
        if (month == 0) write_down(run, CaptureKind::note, "Ferry, ferry, ferry");
        run.close();
    }
    const auto all = found(*log, "ferry");
    REQUIRE(all.size() == 4);
    CHECK(all[0].text == "Ferry, ferry, ferry");
    CHECK(all[1].meeting_title == "Meeting 2");
    CHECK(all[3].meeting_title == "Meeting 0");
}

TEST_CASE("A long text is shown around the words that were found", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("long");
    Run run(*log, sample_plan(), start_time(), ids);
    std::string text;
    for (int word = 0; word < 100; ++word) text += word == 50 ? "lighthouse " : "harbour ";
    write_down(run, CaptureKind::note, text);
    const auto all = found(*log, "lighthouse");
    REQUIRE(all.size() == 1);
    CHECK(has(all[0].context, "... harbour"));
    CHECK(has(all[0].context, "harbour lighthouse harbour"));
    CHECK(all[0].context.ends_with("harbour ..."));
    CHECK(all[0].context.size() < 300);
}

TEST_CASE("The index waits for an idle moment or a search, and starting leaves it alone", "[log][search]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        CHECK(log->meetings(0).size() == 1);  // the summaries are up to date now
        CHECK(raw_value(folder.log(), "SELECT count(*) FROM search_entries") == "0");
        log->use_idle_moment();
        CHECK(raw_value(folder.log(), "SELECT count(*) FROM search_entries") != "0");
        CHECK_FALSE(log->search_behind());
        IdSource ids("idle");
        Run run(*log, plan_called("Second"), months_later(1), ids);
        write_down(run, CaptureKind::note, "A lighthouse");
        CHECK(log->search_behind());
        CHECK(texts(*log, "lighthouse") == Texts{"A lighthouse"});
        CHECK_FALSE(log->search_behind());
    }
}

TEST_CASE("A reader finds what the writer has not put into the index yet", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const auto reader = Log::open(folder.log(), LogMode::read);
    CHECK(found(*reader, "large type").size() == 3);  // before there is any index
    log->use_idle_moment();
    IdSource ids("reader");
    Run run(*log, plan_called("Second"), months_later(1), ids);
    write_down(run, CaptureKind::note, "Large type again");
    CHECK(found(*reader, "large type").size() == 4);
    CHECK(texts(*reader, "again") == Texts{"Large type again"});
}

TEST_CASE("The doctor sees an index that is not what the acts say, and rebuilding mends it", "[log][search]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        a_meeting(*log);
        found(*log, "type");
        CHECK(examine(*log).healthy);
    }
    SECTION("an entry is gone") { CHECK(raw(folder.log(), "DELETE FROM search_entries WHERE kind = 'note'").empty()); }
    SECTION("an entry was changed") {
        CHECK(raw(folder.log(), "UPDATE search_entries SET text = 'small type' WHERE kind = 'decision'").empty());
    }
    SECTION("a word is in the index that nobody wrote") {
        CHECK(raw(folder.log(), "INSERT INTO search(rowid, text) VALUES(1000001, 'intruder')").empty());
    }
    SECTION("the words of an entry are not in the index") {
        CHECK(raw(folder.log(), "INSERT INTO search(search) VALUES('delete-all')").empty());
    }
    const auto log = Log::open(folder.log(), LogMode::write);
    CHECK_FALSE(examine(*log).healthy);
    log->rebuild();
    CHECK(examine(*log).healthy);
    CHECK(found(*log, "large type").size() == 3);
}

TEST_CASE("Words cannot be forgotten while the index holds them, and emptying it leaves no trace", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const std::string forget = "UPDATE words SET text = NULL, salt = NULL WHERE text LIKE 'Print the advert%'";
    CHECK(raw(folder.log(), forget).empty());  // no index yet
    REQUIRE(found(*log, "printer").size() == 1);
    CHECK(has(raw(folder.log(), "UPDATE words SET text = NULL, salt = NULL WHERE text LIKE 'Ask%'"), "search index"));
    log->parts().search.clear();
    CHECK(raw(folder.log(), "UPDATE words SET text = NULL, salt = NULL WHERE text LIKE 'Ask%'").empty());
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM search_data WHERE block LIKE '%printer%'") == "0");
    log->rebuild();
    CHECK(found(*log, "printer").empty());
}

TEST_CASE("Meetings are listed by group, partner, person, objective and date", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("filters");
    Run(*log, plan_called("First"), months_later(0), ids).close();
    Run(*log, plan_called("Second"), months_later(1), ids).close();
    const auto count = [&](auto member, const auto& wanted) {
        MeetingFilter filter;
        filter.*member = wanted;
        return log->meetings_wanted(filter, 0).size();
    };
    CHECK(log->meetings_wanted({}, 1).size() == 1);
    CHECK(count(&MeetingFilter::group, "WORK") == 2);
    CHECK(count(&MeetingFilter::group, "forum") == 0);
    CHECK(count(&MeetingFilter::partner, "port uni") == 2);
    CHECK(count(&MeetingFilter::person, "femi") == 2);
    CHECK(count(&MeetingFilter::person, "nobody") == 0);
    CHECK(count(&MeetingFilter::objective, "O99") == 0);
    CHECK(count(&MeetingFilter::from, Date{std::chrono::year{2026} / 11 / 25}) == 1);
    CHECK(count(&MeetingFilter::to, Date{std::chrono::year{2026} / 11 / 24}) == 1);
}

TEST_CASE("What a correction says is right is found, until the correction is taken back", "[log][search]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    a_meeting(*log);
    const auto meeting = log->meetings(1).front().id;
    Engine engine(*log, *log, meeting);
    engine.act(command::Amend{1, seat(1), "Print the poster in large type"}, months_later(1));
    CHECK(texts(*log, "poster") == Texts{"Print the poster in large type"});
    CHECK(found(*log, "poster kind:decision").front().number == 1);
    CHECK(texts(*log, "advert kind:decision") == Texts{"Print the advert in large type"});
    CHECK(examine(*log).healthy);
    engine.act(command::Undo{}, months_later(1));
    CHECK(texts(*log, "poster").empty());
}
