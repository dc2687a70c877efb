#include "src/session/wanted_meetings.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace std::chrono;
using test::containing;

namespace {

constexpr Date today{2026y / November / 24};

std::string fault(std::string_view typed) {
    const auto read = read_meetings_wanted(typed, today);
    const auto* wrong = std::get_if<SearchFault>(&read);
    return wrong == nullptr ? "" : wrong->why;
}

}  // namespace

TEST_CASE("meetings are wanted by group, partner, person, objective and dates; nothing typed wants all") {
    CHECK(std::get<MeetingFilter>(read_meetings_wanted("", today)).wants_all());
    const auto wanted = std::get<MeetingFilter>(read_meetings_wanted(
        "group:\"Working group\" partner:harbour person:asha objective:O1 after:2026-01-01 before:2026-06-01", today));
    CHECK(wanted == MeetingFilter{.group = "Working group",
                                  .partner = "harbour",
                                  .person = "asha",
                                  .objective = "O1",
                                  .from = Date{2026y / January / 1},
                                  .to = Date{2026y / May / 31}});
}

TEST_CASE("what does not say which meetings are wanted is named, with what can be typed") {
    CHECK_THAT(fault("harbour"), containing("\"harbour\" stands by itself. Say what it is: group:harbour"));
    CHECK_THAT(fault("kind:note"), containing("\"kind:\" is no filter of meetings. The filters are group:, partner:"));
    CHECK_THAT(fault("partner:"), containing("partner: needs its value right after it"));
    CHECK_THAT(fault("after:someday"), containing("after: needs a date, and \"someday\" is none."));
    CHECK_THAT(fault("group:a group:b"), containing("group: stands there twice."));
    CHECK_THAT(fault("group:\"Working"), containing("is not closed"));
}
