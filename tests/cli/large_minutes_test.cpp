#include <algorithm>
#include <sstream>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/failure.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

MeetingFixture held() {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.keep(CaptureKind::note, "The room is on the second floor, and the lift is said to work on most days");
    meeting.close();
    return meeting;
}

launch::Minutes large(std::optional<launch::Format> format, const std::string& to = "") {
    launch::Minutes wanted;
    wanted.id = "last";
    wanted.large = true;
    wanted.format = format;
    wanted.to = to;
    return wanted;
}

std::string refused(const launch::Minutes& wanted) {
    MeetingFixture meeting = held();
    try {
        cli::show_minutes(wanted, meeting.log);
    } catch (const Usage& usage) {
        return usage.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("minutes as text in large print have lines of 40 characters at the most, for one person too") {
    MeetingFixture meeting = held();
    for (const auto& person : {std::optional<std::string>(), std::optional<std::string>("Asha")}) {
        auto wanted = large(launch::Format::text);
        wanted.person = person;
        std::istringstream lines(cli::show_minutes(wanted, meeting.log).text);
        std::size_t widest = 0;
        for (std::string line; std::getline(lines, line);) widest = std::max(widest, text::width(line));
        CHECK(widest > 30);
        CHECK(widest <= 40);
    }
}

TEST_CASE("minutes as HTML in large print have large letters") {
    MeetingFixture meeting = held();
    CHECK_THAT(cli::show_minutes(large(launch::Format::html), meeting.log).text, containing("max(18pt"));
}

TEST_CASE("large print is refused where there is no letter size, and it is said where there is one") {
    CHECK(refused(large(launch::Format::json)) ==
          "--large is for html and text, and json has no letter size. For example: folkmoot minutes last --format html "
          "--large -o minutes.html");
    CHECK_THAT(refused(large(launch::Format::markdown)), containing("and markdown has no letter size."));
    CHECK_THAT(refused(large({}, "minutes.md")), containing("and markdown has no letter size."));
}
