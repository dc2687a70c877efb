#include "screens/told.h"

#include "screens/reading.h"
#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

TEST_CASE("who lists everyone with seat number, partner and state") {
    AMeeting meeting;
    meeting.act(command::Attend{{meeting.person(2)}, Presence::here});
    const std::string said = meeting.typed(Word::who).said;
    CHECK(
        said.starts_with("1 of 5 here.\n1 of 5, Asha, expected, Harbour Voices\n2 of 5, Ben Okafor, here, University"));
}

TEST_CASE("the agenda gives each item the time at which it is likely to begin") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1).wait(Minutes{5});
    const std::string said = meeting.typed(Word::agenda).said;
    CHECK(says(said, "1 of 3, Recruitment advert, decide, 20 minutes, open now, pinned to O1, led by Asha"));
    CHECK(says(said, "2 of 3, Website, explore, 15 minutes, about 14:20"));
    CHECK(says(said, "3 of 3, Travel costs, inform, 10 minutes, about 14:35"));
    meeting.act(command::Next{Outcome::carried});
    CHECK(says(meeting.typed(Word::agenda).said, "decide, took 5 minutes, carried"));
}

TEST_CASE("voices are said in seat order, and not weighed while too little was recorded") {
    AMeeting meeting;
    meeting.everyone_here().to_item(1).act(command::Speak{meeting.person(2)}).wait(Minutes{2});
    meeting.act(command::StopSpeaking{}).wait(Minutes{10});
    const std::string said = meeting.typed(Word::voices).said;
    CHECK(says(said, "1 of 5, Asha, no turns yet\n2 of 5, Ben Okafor, 1 turn, 2 minutes"));
    CHECK(says(said, "University, 2 of 5 people, 1 of 1 turn, 2 minutes, 2.5 times the share of seats"));
    CHECK(says(said, "too little recorded"));
}

TEST_CASE("private hides and shows, history is newest first, where ends with the last message") {
    AMeeting meeting;
    CHECK(meeting.typed(Word::private_).private_hidden == true);
    meeting.memory.private_hidden = true;
    CHECK(meeting.typed(Word::private_).private_hidden == false);
    meeting.memory.said = {"First.", "Second."};
    meeting.memory.last_said = "Second.";
    CHECK(meeting.typed(Word::history).said == "The last 2 messages, newest first.\n1 of 2, Second.\n2 of 2, First.");
    CHECK(meeting.typed(Word::where).said.ends_with("Last message: Second."));
    CHECK(meeting.typed(Word::screen).go == Go::to_screen);
    CHECK(meeting.typed(Word::linear).said == "You are in plain lines already.");
    meeting.memory.on_full_screen = true;
    CHECK(meeting.typed(Word::linear).go == Go::to_linear);
    CHECK(meeting.typed(Word::screen).said == "You are on the full screen already.");
}

TEST_CASE("private says what was hidden, and does not repeat the page") {
    AMeeting meeting;
    CHECK(meeting.typed(Word::private_).said ==
          "Access needs, concerns and pulse counts are hidden. Type private to show them.");
    meeting.memory.private_hidden = true;
    const Reaction shown = meeting.typed(Word::private_);
    CHECK(shown.go == Go::stay);
    CHECK(shown.said ==
          "Access needs and concerns are shown.\n1 of 1, Asha, captions\nConcern 1, We hurry, open, from Tuesday 27 "
          "October 2026");
    meeting.act(command::Go{{Stage::actions, std::nullopt}});
    CHECK(says(meeting.typed(Word::private_).said, "are shown.\n2 of 3, We hurry, not looked at yet, concern"));
    meeting.to_item(1).act(command::Capture{CaptureKind::concern, "Too loud", "", std::nullopt, std::nullopt});
    CHECK(says(meeting.typed(Word::private_).said, "are shown.\nConcern 1, Too loud, open"));
}

TEST_CASE("why explains one task or all of them") {
    AMeeting meeting;
    CHECK(says(meeting.typed(Word::why, "speak").said, "Asha could speak first."));
    CHECK(says(meeting.typed(Word::why).said, "could take notes."));
    CHECK(meeting.typed(Word::why, "sing").said ==
          "\"sing\" is no shared task. It can be speak, facilitate, host, notes or time. Example: why speak.");
}

TEST_CASE("help says what the place is for, and explains a word") {
    AMeeting meeting;
    CHECK(says(meeting.typed(Word::help).said, "The opening: who is here"));
    CHECK(says(meeting.typed(Word::help, "note").said, "For example: note The hall has no ramp"));
    CHECK(meeting.typed(Word::help, "xyzzy").error);
}

TEST_CASE("days and times are read apart") {
    const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
    const auto read = read_day_and_time("tomorrow 2.30 pm", today);
    REQUIRE(std::holds_alternative<DayAndTime>(read));
    CHECK(std::get<DayAndTime>(read).time == Minutes{14 * 60 + 30});
    const auto bad = read_day_and_time("whenever", today);
    CHECK(says(std::get<Wrong>(bad).sentence, "\"whenever\" is no date."));
}

TEST_CASE("a name typed without its accents is found, after one that fits exactly") {
    AMeeting meeting([](event::Opened& plan) {
        plan.people[0].name = Words{"Zoë"};
        plan.people[2].name = Words{"José García"};
        plan.people[4].name = Words{"Josephine"};
    });
    CHECK(people_matching(meeting.state, "Zoe") == std::vector{meeting.person(1)});
    CHECK(people_matching(meeting.state, "zoë") == std::vector{meeting.person(1)});
    CHECK(people_matching(meeting.state, "garcia") == std::vector{meeting.person(3)});
    CHECK(people_matching(meeting.state, "jose").size() == 2);
    CHECK(people_matching(meeting.state, "josé") == std::vector{meeting.person(3)});
    meeting.state.people[3].name = Words{"Zoe"};
    CHECK(people_matching(meeting.state, "zoe") == std::vector{meeting.person(4)});
    CHECK(people_matching(meeting.state, "zoë") == std::vector{meeting.person(1)});
}

TEST_CASE("an unknown name is answered with the nearest ones, never with the whole list") {
    AMeeting meeting;
    CHECK(meeting.typed(Word::here, "Dylis").said ==
          "Nobody here is called \"Dylis\". Perhaps 5 Dilys. Example: here 5.");
    CHECK(meeting.typed(Word::here, "Xerxes").said == "Nobody here is called \"Xerxes\". Type who for the list.");
}

TEST_CASE("names are matched by seat, exact name, then shortening") {
    AMeeting meeting([](event::Opened& plan) { plan.people[3].name = Words{"Ben"}; });
    CHECK(people_matching(meeting.state, "BEN") == std::vector{meeting.person(4)});
    CHECK(people_matching(meeting.state, "wei") == std::vector{meeting.person(3)});
    CHECK(people_matching(meeting.state, "2") == std::vector{meeting.person(2)});
    CHECK(people_matching(meeting.state, "").empty());
}
