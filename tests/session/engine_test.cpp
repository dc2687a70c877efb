#include "src/session/engine.h"

#include "src/base/error.h"
#include "tests/session/long_meeting.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

const NotKept* not_kept(const ActResult& result) { return std::get_if<NotKept>(&result); }
const Done* done(const ActResult& result) { return std::get_if<Done>(&result); }

}  // namespace

TEST_CASE("opening writes both streams at once", "[engine]") {
    MemoryLog log;
    IdSource ids{"engine"};
    const Opening opening = prepare(sample_plan(), std::nullopt, {}, "source", start_time(), ids);
    const Engine engine(log, log, opening, start_time());
    CHECK(log.appended() == 1);
    CHECK(log.last_sequence(opening.partnership) == opening.partnership_events.size());
    CHECK(log.last_sequence(opening.meeting) == 1);
    CHECK(engine.state().opened == start_time());
    CHECK(engine.state().id == opening.meeting);
    const auto known = log.partnership("harbour RESEARCH partnership");
    REQUIRE(known);
    CHECK(known->id == opening.partnership);
    CHECK(known->people.size() == 6);
}

TEST_CASE("a second meeting of the same people leaves the partnership's stream alone", "[engine]") {
    MemoryLog log;
    IdSource ids{"engine"};
    const Engine first(log, log, prepare(sample_plan(), std::nullopt, {}, "one", start_time(), ids), start_time());
    const auto known = log.partnership("Harbour research partnership");
    REQUIRE(known);
    const Sequence before = log.last_sequence(known->id);
    const Stamp next_month = later(start_time(), 24h * 28);
    const Engine second(log, log, prepare(sample_plan(), known, {}, "two", next_month, ids), next_month);
    CHECK(log.last_sequence(known->id) == before);
    CHECK(second.state().people == first.state().people);

    Plan changed = sample_plan();
    changed.people[0].role = "chair";
    const Engine third(log, log, prepare(changed, log.partnership(known->name.text), {}, "three", next_month, ids),
                       next_month);
    CHECK(log.last_sequence(known->id) == before + 1);
    CHECK(log.partnership(known->name.text)->people[0].role.text == "chair");
}

TEST_CASE("an opening that cannot be stored throws and leaves nothing", "[engine]") {
    MemoryLog log;
    IdSource ids{"engine"};
    const Opening opening = prepare(sample_plan(), std::nullopt, {}, "source", start_time(), ids);
    log.fail_next(1);
    CHECK_THROWS_AS(Engine(log, log, opening, start_time()), WriteError);
    CHECK(log.last_sequence(opening.partnership) == 0);
    CHECK_FALSE(log.partnership("Harbour research partnership"));
    CHECK_THROWS_AS(Engine(log, log, opening.meeting), Error);
    CHECK_NOTHROW(Engine(log, log, opening, start_time()));
}

TEST_CASE("each act is one event in the log, at its time", "[engine]") {
    MeetingFixture meeting;
    meeting.wait(90s);
    meeting.everyone_here();
    meeting.wait(30s);
    meeting.next();
    const auto& lines = meeting.log.lines(meeting.state().id);
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].event.kind == "attended");
    CHECK(lines[1].at == later(start_time(), 90s));
    CHECK(lines[2].event.kind == "moved");
    CHECK(lines[2].at == later(start_time(), 2min));
}

TEST_CASE("a refusal writes nothing and says why", "[engine]") {
    MeetingFixture meeting;
    const ActResult result = meeting.engine().act(command::Resume{}, meeting.now);
    REQUIRE(std::get_if<Refusal>(&result) != nullptr);
    CHECK(std::get<Refusal>(result).why == "Nothing is paused.");
    CHECK(meeting.log.last_sequence(meeting.state().id) == 1);
    CHECK(meeting.engine().unkept() == 0);
}

TEST_CASE("what cannot be stored has not happened", "[engine]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    const State before = meeting.state();
    meeting.log.fail_next(1);
    const ActResult result = meeting.engine().act(command::Next{}, meeting.now);
    REQUIRE(not_kept(result) != nullptr);
    CHECK(not_kept(result)->why == "/tmp/memory.db: the disk is full");
    CHECK(meeting.state() == before);
    CHECK(meeting.log.last_sequence(meeting.state().id) == 2);
    CHECK(meeting.engine().unkept() == 1);
}

TEST_CASE("retry stores what was not kept, in order and each at its own time", "[engine]") {
    MeetingFixture meeting;
    const Stamp first = meeting.now;
    meeting.log.fail_next(1);
    meeting.engine().act(command::Capture{CaptureKind::note, "one", "", {}, {}}, first);
    const Stamp second = later(first, 1min);
    meeting.engine().act(command::Capture{CaptureKind::note, "two", "", {}, {}}, second);
    CHECK(meeting.engine().unkept() == 2);
    const std::vector<ActResult> results = meeting.engine().retry();
    REQUIRE(results.size() == 2);
    REQUIRE(done(results[0]) != nullptr);
    CHECK(done(results[0])->said == "Note 1 kept: one.");
    CHECK(done(results[1])->said == "Note 2 kept: two.");
    CHECK(meeting.engine().unkept() == 0);
    CHECK(meeting.state().captures[0].at == first);
    CHECK(meeting.state().captures[1].at == second);
    CHECK(meeting.engine().retry().empty());
}

TEST_CASE("a retry that fails again keeps the rest in order behind it", "[engine]") {
    MeetingFixture meeting;
    meeting.log.fail_next(1);
    for (const char* text : {"one", "two", "three"}) {
        meeting.engine().act(command::Capture{CaptureKind::note, text, "", {}, {}}, meeting.now);
    }
    meeting.log.fail_next(1);
    const std::vector<ActResult> failed = meeting.engine().retry();
    REQUIRE(failed.size() == 1);
    CHECK(not_kept(failed[0]) != nullptr);
    CHECK(meeting.engine().unkept() == 3);
    CHECK(meeting.state().captures.empty());
    CHECK(meeting.engine().retry().size() == 3);
    REQUIRE(meeting.state().captures.size() == 3);
    CHECK(meeting.state().captures[0].text.text == "one");
    CHECK(meeting.state().captures[2].text.text == "three");
}

TEST_CASE("a retry that fails in the middle keeps what was stored", "[engine]") {
    class FailsNowAndThen final : public Journal {
    public:
        explicit FailsNowAndThen(MemoryLog& log) : log_(log) {}
        void append(std::span<const StreamAppend> appends) override {
            ++calls_;
            if (calls_ == 2 || calls_ == 4) throw WriteError("the disk is full");
            log_.append(appends);
        }

        void keep_draft(const MeetingId&, std::string_view) override {}

    private:
        MemoryLog& log_;
        int calls_ = 0;
    };
    MemoryLog log;
    FailsNowAndThen journal(log);
    IdSource ids{"engine"};
    Engine engine(journal, log, prepare(sample_plan(), std::nullopt, {}, "s", start_time(), ids), start_time());
    for (const char* text : {"one", "two"}) {
        CHECK(not_kept(engine.act(command::Capture{CaptureKind::note, text, "", {}, {}}, start_time())) != nullptr);
    }
    const std::vector<ActResult> results = engine.retry();
    REQUIRE(results.size() == 2);
    CHECK(done(results[0]) != nullptr);
    CHECK(not_kept(results[1]) != nullptr);
    CHECK(engine.state().captures.size() == 1);
    CHECK(engine.unkept() == 1);
    CHECK(done(engine.retry().at(0)) != nullptr);
    CHECK(engine.state().captures.size() == 2);
}

TEST_CASE("while something is not kept, what follows is put behind it", "[engine]") {
    MeetingFixture meeting;
    meeting.log.fail_next(1);
    meeting.engine().act(command::Pause{}, meeting.now);
    const ActResult behind = meeting.engine().act(command::Pause{}, meeting.now);
    REQUIRE(not_kept(behind) != nullptr);
    CHECK_THAT(not_kept(behind)->why, containing("earlier act"));
    CHECK(meeting.engine().unkept() == 2);
    const std::vector<ActResult> results = meeting.engine().retry();
    REQUIRE(results.size() == 2);
    CHECK(done(results[0]) != nullptr);
    CHECK(std::get_if<Refusal>(&results[1]) != nullptr);  // it is refused, not kept for ever
    CHECK(meeting.engine().unkept() == 0);
}

TEST_CASE("the partnership remembers who walked in, so that the next plan means the same person", "[engine]") {
    MeetingFixture meeting;
    const std::size_t appended = meeting.log.appended();
    meeting.act(command::WalkIn{"Gus", "Tenants"});
    CHECK(meeting.log.appended() == appended + 1);
    const auto known = meeting.log.partnership("Harbour research partnership");
    REQUIRE(known);
    REQUIRE(known->people.size() == 7);
    CHECK(known->people.back() == meeting.state().people.back());
    CHECK(known->partners.back().name.text == "Tenants");
    Plan plan = sample_plan();
    plan.people.push_back({"", "gus", "Tenants", "", ""});
    const Opening next = prepare(plan, known, {}, "next", meeting.now, meeting.ids);
    CHECK(next.opened.people.back().id == meeting.person("Gus"));
}

TEST_CASE("somebody of the partnership who walks in keeps the identity that they have", "[engine]") {
    MeetingFixture meeting;
    Partnership known = *meeting.log.partnership("Harbour research partnership");
    Person gus;
    gus.id = PersonId{derived_id(meeting.state().id, 1, "gus")};
    gus.partner = known.partners.front().id;
    gus.name = Words{"Gus", gus.id};
    meeting.log.append(std::vector<StreamAppend>{{known.id,
                                                  StreamKind::partnership,
                                                  meeting.log.last_sequence(known.id),
                                                  meeting.now,
                                                  {encode(PartnershipEvent{partnership_event::PersonKept{gus}})}}});
    meeting.act(command::WalkIn{"gus", "Harbour Voices"});
    CHECK(meeting.state().people.back().id == gus.id);
    CHECK(meeting.state().people.back().name.text == "Gus");
    CHECK(meeting.log.partnership("Harbour research partnership")->people.size() == 7);
}

TEST_CASE("a walk-in that cannot be stored is in neither stream", "[engine]") {
    MeetingFixture meeting;
    meeting.log.fail_next(1);
    CHECK(not_kept(meeting.engine().act(command::WalkIn{"Gus", "Tenants"}, meeting.now)) != nullptr);
    CHECK(meeting.state().people.size() == 6);
    CHECK(meeting.log.partnership("Harbour research partnership")->people.size() == 6);
    CHECK(done(meeting.engine().retry().at(0)) != nullptr);
    CHECK(meeting.log.partnership("Harbour research partnership")->people.size() == 7);
}

TEST_CASE("a meeting is taken up again from the log and goes on", "[engine]") {
    MeetingFixture meeting = meeting_with_matters();
    const auto steps = long_meeting(meeting);
    for (std::size_t i = 0; i < 30; ++i) {
        meeting.wait(40s);
        meeting.act(steps[i].command);
    }
    Engine again(meeting.log, meeting.log, meeting.state().id);
    CHECK(again.state() == meeting.state());
    for (std::size_t i = 30; i < steps.size(); ++i) {
        meeting.wait(40s);
        CHECK(done(again.act(steps[i].command, meeting.now)) != nullptr);
    }
    CHECK(again.state().closed);
}

TEST_CASE("a meeting that is not there cannot be taken up", "[engine]") {
    MemoryLog log;
    CHECK_THROWS_AS(Engine(log, log, MeetingId{}), Error);
}

TEST_CASE(
    "an arrival that is undone leaves nobody in the partnership whom it did not know, and redo brings them back") {
    MeetingFixture meeting;
    const auto people = [&] { return meeting.log.partnerships().front().people.size(); };
    const auto partners = [&] { return meeting.log.partnerships().front().partners.size(); };
    const auto before = people();
    const auto partners_before = partners();
    meeting.act(command::WalkIn{"Ann", "Univeristy"});
    CHECK(people() == before + 1);
    meeting.act(command::Undo{});
    CHECK(people() == before);
    CHECK(partners() == partners_before);
    meeting.act(command::Redo{});
    CHECK(people() == before + 1);
    CHECK(partners() == partners_before + 1);
}

}  // namespace folkmoot::test
