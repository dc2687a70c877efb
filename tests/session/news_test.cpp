#include "src/session/news.h"

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

News news_of(CaptureKind kind, const std::string& text, std::vector<std::string> objectives) {
    const Date day = std::chrono::year{2026} / 11 / 17;
    return {Words{"Advisory board"}, day, kind, Words{text}, Words{"PPI"}, std::move(objectives)};
}

}  // namespace

TEST_CASE("of what other groups wrote down, what was for one of the meeting's objectives touches it") {
    CarryOver carried;
    carried.news = {news_of(CaptureKind::decision, "Print in large type", {"o1"}),
                    news_of(CaptureKind::decision, "Paint the door", {"O9"}),
                    news_of(CaptureKind::action, "Ask the council", {}),
                    news_of(CaptureKind::term, "people in research", {}),
                    news_of(CaptureKind::term, "people in doors", {"O9"}),
                    news_of(CaptureKind::decision, forgotten_words, {"O1"})};
    const MeetingFixture meeting(sample_plan(), carried);
    const auto news = news_that_touches(meeting.state());
    REQUIRE(news.size() == 2);
    CHECK(in_words(news[0]) == "Advisory board, Tuesday 17 November 2026, decision: Print in large type, for o1");
    CHECK(in_words(news[1]) == "Advisory board, Tuesday 17 November 2026, term: PPI, people in research");
}

TEST_CASE("an agenda that is pinned to no objective hears all of it") {
    Plan plan = sample_plan();
    for (PlannedItem& each : plan.items) each.objectives.clear();
    CarryOver carried;
    carried.news = {news_of(CaptureKind::decision, "Paint the door", {"O9"}),
                    news_of(CaptureKind::action, "Ask the council", {})};
    const MeetingFixture meeting(plan, carried);
    CHECK(news_that_touches(meeting.state()).size() == 2);
}
