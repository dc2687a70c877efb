#include "src/exports/minutes_for.h"

#include <nlohmann/json.hpp>

#include "src/base/error.h"
#include "src/exports/html.h"
#include "src/exports/minutes_json.h"
#include "src/exports/plain_text.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot {

using namespace test;
using exports_test::each_text;
using exports_test::id;
using exports_test::rich_meeting;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Ben comes in the middle of the first item and leaves in the middle of the second; a third and a fourth run without
/// him.
MeetingFixture with_ben_in_part() {
    MeetingFixture meeting;
    meeting.here({seat(1), seat(3), seat(4), seat(5), seat(6)});
    meeting.go(1);
    meeting.keep(CaptureKind::decision, "Before Ben came");
    meeting.here({seat(2)});
    meeting.keep(CaptureKind::note, "Ben hears this");
    meeting.go(2);
    meeting.keep(CaptureKind::action, "Ben gets this", seat(2));
    meeting.act(command::Attend{{seat(2)}, Presence::left});
    meeting.keep(CaptureKind::action, "After Ben had gone", seat(2));
    meeting.keep(CaptureKind::concern, "A concern");
    meeting.go(3);
    return meeting;
}

std::string text_for(const State& state, std::uint8_t person) {
    return to_plain_text(minutes_for(state, seat(person)));
}

std::string why_not(const State& state, std::string_view typed) {
    try {
        person_called(state, typed);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("what somebody missed is what happened while they were not in the room") {
    const MeetingFixture meeting = with_ben_in_part();
    const auto missed = missed_by(meeting.state(), seat(2));
    REQUIRE(missed.size() == 4);
    CHECK(missed[0] == Missed{meeting.item_id(1), true, {1}});
    CHECK(missed[1] == Missed{meeting.item_id(2), true, {4}});
    CHECK(missed[2] == Missed{meeting.item_id(3), false, {}});
    CHECK(missed[3] == Missed{std::nullopt, false, {5}});  // at which item a concern was raised is not said
    CHECK(missed_by(meeting.state(), seat(1)).empty());
}

TEST_CASE("an act that was undone kept nobody away") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.go(1);
    meeting.act(command::Attend{{seat(2)}, Presence::left});
    meeting.act(command::Undo{});
    meeting.keep(CaptureKind::note, "Ben hears this");
    CHECK(missed_by(meeting.state(), seat(2)).empty());
    meeting.act(command::Attend{{seat(2)}, Presence::left});
    CHECK(missed_by(meeting.state(), seat(2)).size() == 1);
}

TEST_CASE("a capture that was removed, and a break, are nothing to miss") {
    MeetingFixture meeting;
    meeting.here({seat(1)});
    meeting.keep(CaptureKind::note, "A mistake");
    meeting.act(command::RemoveCapture{1});
    CHECK(missed_by(meeting.state(), seat(2)).empty());
}

TEST_CASE("the minutes for one person say what they missed, what they have to do and when it goes on") {
    const std::string ben = text_for(with_ben_in_part().state(), 2);
    CHECK(has(ben, "For Ben: Working group 7"));
    CHECK(has(ben, "You were there from 14:0"));
    CHECK(has(ben, "Recruitment advert, in part: "));
    CHECK(has(ben, "Decision: Before Ben came (1)"));
    CHECK(has(ben, "Concern: A concern (5)"));
    CHECK(has(ben, "Website: still open."));
    CHECK_FALSE(has(ben, "Ben hears this"));
    CHECK(has(ben, "Ben: Ben gets this, no date yet, proposed (3, id "));
    CHECK(has(ben, "Next meeting"));
    const std::string asha = text_for(with_ben_in_part().state(), 1);
    CHECK(has(asha, "Nothing on the agenda, and nothing that was written down."));
    CHECK(has(asha, "You have none from this meeting or from earlier ones of Working group."));
}

TEST_CASE("whoever was away or not written down is told so") {
    MeetingFixture meeting;
    meeting.here({seat(1)});
    meeting.act(command::Attend{{seat(2)}, Presence::apologies, "a private reason"});
    meeting.act(command::Attend{{seat(3)}, Presence::away});
    CHECK(presence_in_words(meeting.state(), seat(2)) == "You had sent apologies.");
    CHECK(presence_in_words(meeting.state(), seat(3)) == "You were away.");
    CHECK(presence_in_words(meeting.state(), seat(4)) == "You are not written down as present or away.");
}

TEST_CASE("the actions of one person are theirs alone, from this meeting and from earlier ones") {
    const State meeting = rich_meeting();
    CHECK(actions_of(meeting, id<PersonId>(1)).size() == 1);
    CHECK(actions_of(meeting, id<PersonId>(2)).empty());
    REQUIRE(earlier_actions_of(meeting, id<PersonId>(2)).size() == 1);
    CHECK(earlier_actions_of(meeting, id<PersonId>(2))[0]->matter.text.text == "book the hall");
    CHECK(earlier_actions_of(meeting, id<PersonId>(1)).empty());
}

TEST_CASE("a person is found by name, and a name that is nobody's or several people's is answered with the choices") {
    State meeting = rich_meeting();
    CHECK(person_called(meeting, "ASHA") == id<PersonId>(1));
    CHECK(person_called(meeting, "be") == id<PersonId>(2));
    CHECK(why_not(meeting, "Zoë\x1b") ==
          "There is nobody called \"Zoë\" in this meeting. It can be Asha, Ben, Cara, Dev, Eve or Femi.");
    meeting.people[1].name = std::string("Ash");
    meeting.people[2].name = std::string("Ashok");
    CHECK(person_called(meeting, "ash") == id<PersonId>(2));
    CHECK(why_not(meeting, "as") == "\"as\" can be Asha, Ash or Ashok.");
    meeting.people.clear();
    CHECK(why_not(meeting, "x") == "There is nobody called \"x\": this meeting names no people.");
}

TEST_CASE("JSON for one person says the same") {
    const MeetingFixture meeting = with_ben_in_part();
    const auto read = nlohmann::json::parse(minutes_for_json(meeting.state(), seat(2)));
    CHECK(read["format"] == "folkmoot-minutes-for-one");
    CHECK(read["person"] == "Ben");
    CHECK(read["presence"] == "left");
    REQUIRE(read["missed"].size() == 4);
    CHECK(read["missed"][0]["item"] == "Recruitment advert");
    CHECK(read["missed"][0]["in_part"] == true);
    CHECK(read["missed"][0]["written"][0]["text"] == "Before Ben came");
    CHECK(read["missed"][3]["item"].is_null());
    CHECK(read["actions"].size() == 2);
}

TEST_CASE("nothing that anybody writes leaves the minutes for one person as markup or control") {
    State meeting = rich_meeting();
    const std::string hostile = "</li><script>x\x1b[2J\xe2\x80\xae\n# h";
    each_text(meeting, [&](std::string& text) { text = hostile; });
    for (const Person& each : meeting.people) {
        const Document document = minutes_for(meeting, each.id);
        for (const std::string& written :
             {to_html(document), to_plain_text(document), minutes_for_json(meeting, each.id)}) {
            CHECK_FALSE(has(written, "\x1b"));
            CHECK_FALSE(has(written, "\xe2\x80\xae"));
        }
        CHECK_FALSE(has(to_html(document), "<script"));
    }
}

}  // namespace folkmoot
