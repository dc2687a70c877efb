#include "screens/meetings.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

Page listed(const std::string& title, const std::string& group, bool closed) {
    Plan plan = sample_plan();
    plan.title = title;
    plan.group = group;
    MeetingFixture meeting(plan);
    meeting.everyone_here();
    if (closed) meeting.close();
    return meetings_page(meeting.log, "", date_of(meeting.now));
}

std::string first_line(const Page& page) { return std::get<List>(page.blocks.front()).items.front().text; }
std::string hint(const Page& page) { return std::get<Hint>(page.blocks.back()).keys; }

}  // namespace

TEST_CASE("a listed meeting names its group once, and what Enter does with an open one is said when there is one") {
    const Page own = listed("Working group 7", "Working group", true);
    CHECK_THAT(first_line(own), containing("1 of 1, Working group 7, Tuesday 24 November 2026, closed"));
    CHECK(first_line(own).find(", Working group,") == std::string::npos);
    CHECK_THAT(first_line(listed("Spring forum", "Joint forum", true)), containing(", closed, Joint forum"));
    CHECK(hint(own).find("On an open one") == std::string::npos);
    CHECK_THAT(hint(listed("Working group 7", "Working group", false)),
               containing("On an open one Enter takes it up."));
}
