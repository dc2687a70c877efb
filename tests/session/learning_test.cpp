#include "src/session/learning.h"

#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

constexpr const char* name = "Harbour research partnership";

std::vector<std::string> texts_of(const std::vector<Words>& all) {
    std::vector<std::string> texts;
    for (const Words& each : all) texts.push_back(each.text);
    return texts;
}

/// Without principles of its own: those of the partnership count.
Plan later_plan(const std::string& title) {
    Plan plan = plan_called(title);
    plan.principles.clear();
    return plan;
}

/// Explains PPI twice, calls RCT plain, and makes one of two decisions a principle.
void write_down(Run& run) {
    const auto keep = [&](CaptureKind kind, const char* text, const char* word) {
        run.act(command::Capture{kind, text, word, {}, {}});
    };
    keep(CaptureKind::term, "a first try", "ppi");
    keep(CaptureKind::term, "people involved in research", "PPI");
    keep(CaptureKind::decision, "We meet in the library", "");
    keep(CaptureKind::decision, "Papers come in large type", "");
    run.act(command::MakePrinciple{4});
    run.act(command::CallPlain{"RCT"});
}

}  // namespace

TEST_CASE("a closing teaches the partnership its words and its principles, and says so") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("learning");
    Run run(*log, plan_called("First"), months_later(0), ids);
    write_down(run);
    const auto before = log->partnership(name);
    REQUIRE(before);
    CHECK(before->glossary.empty());
    run.close();
    const auto after = log->partnership(name);
    REQUIRE(after);
    REQUIRE(after->glossary.size() == 1);
    CHECK(after->glossary.front().word.text == "PPI");
    CHECK(after->glossary.front().meaning.text == "people involved in research");
    CHECK(texts_of(after->principles) ==
          std::vector<std::string>{"One person speaks at a time", "Plain words", "Papers come in large type"});
    CHECK(texts_of(after->ways.plain_words) == std::vector<std::string>{"RCT"});
}

TEST_CASE("what the partnership knows already is not learned twice, and a better explanation replaces the old one") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("learning");
    Run first(*log, plan_called("First"), months_later(0), ids);
    write_down(first);
    first.close();
    const Partnership known = *log->partnership(name);
    CHECK(learned_from(first.state(), known).empty());
    const auto events = log->last_sequence(known.id);
    Run second(*log, later_plan("Second"), months_later(1), ids);
    CHECK(texts_of(second.state().plain_words) == std::vector<std::string>{"RCT"});
    second.act(command::Capture{CaptureKind::decision, "papers come in LARGE type", "", {}, {}});
    second.act(command::MakePrinciple{});
    second.act(command::Capture{CaptureKind::term, "people involved in research", "PPI", {}, {}});
    second.close();
    CHECK(log->last_sequence(known.id) == events);
    Run third(*log, later_plan("Third"), months_later(2), ids);
    third.act(command::Capture{CaptureKind::term, "patients and the public", "ppi", {}, {}});
    third.close();
    const Partnership after = *log->partnership(name);
    REQUIRE(after.glossary.size() == 1);
    CHECK(after.glossary.front().meaning.text == "patients and the public");
    CHECK(after.principles == known.principles);
}

TEST_CASE("a decision that was taken away, or stays one, becomes no principle") {
    MeetingFixture meeting;
    const CaptureNumber gone = meeting.keep(CaptureKind::decision, "Gone");
    meeting.act(command::MakePrinciple{gone});
    meeting.act(command::RemoveCapture{gone});
    const CaptureNumber kept = meeting.keep(CaptureKind::decision, "Kept");
    meeting.act(command::MakePrinciple{kept});
    meeting.act(command::MakePrinciple{kept, false});
    CHECK(learned_from(meeting.state(), *meeting.log.partnership(name)).empty());
    meeting.act(command::MakePrinciple{kept});
    const auto learned = learned_from(meeting.state(), *meeting.log.partnership(name));
    CHECK(in_words(learned, *meeting.log.partnership(name)) ==
          std::vector<std::string>{"Now a shared principle: Kept."});
    CHECK(meeting.close().find("Now a shared principle: Kept.") != std::string::npos);
}

TEST_CASE("a decision that does not stand any more is no principle either, and that is said") {
    CarryOver carried;
    Matter decision;
    decision.id = CaptureId{derived_id(MeetingId{}, 1, "decision")};
    decision.kind = MatterKind::decision;
    decision.text = Words{"Papers are read aloud"};
    carried.matters = {decision};
    MeetingFixture meeting(sample_plan(), carried);
    Partnership known;
    known.principles = {Words{"Plain words"}, Words{"Papers are read aloud"}};
    CHECK(learned_from(meeting.state(), known).empty());
    meeting.act(command::Review{decision.id, event::Verdict::dropped, std::nullopt, "too slow"});
    const auto learned = learned_from(meeting.state(), known);
    REQUIRE(learned.size() == 1);
    CHECK(std::get<partnership_event::PrinciplesKept>(learned[0]).principles == std::vector{Words{"Plain words"}});
    CHECK(in_words(learned, known) == std::vector<std::string>{"No shared principle any more: Papers are read aloud."});
}
