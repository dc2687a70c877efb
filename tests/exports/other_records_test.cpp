#include "src/exports/other_records.h"

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

TEST_CASE("two records of one meeting say what stands in one of them only: people, words and how items were left") {
    MeetingFixture one, two;
    one.here({seat(1), seat(2)});
    two.here({seat(2), seat(3)});
    one.go(1);
    two.go(1);
    one.keep(CaptureKind::note, "The hall has no ramp");
    one.keep(CaptureKind::decision, "We meet in the library");
    two.keep(CaptureKind::decision, "we meet in the LIBRARY");
    two.keep(CaptureKind::action, "Ask for a ramp");
    one.next(Outcome::done);
    two.next(Outcome::carried);
    const std::string item = one.item(1).item.title.text;
    const std::vector<std::string> wanted{
        "Only in this record: Asha was there.", "Only in the other: " + two.state().name_of(seat(3)) + " was there.",
        "Only in this record: note, The hall has no ramp.", "Only in the other: action, Ask for a ramp.",
        item + ": done in this record, carried to the next meeting in the other."};
    CHECK(differences(one.state(), two.state()) == wanted);
    CHECK(differences(one.state(), one.state()).empty());
}
