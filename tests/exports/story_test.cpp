#include "src/exports/story.h"

#include <algorithm>

#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

event::Opened opened() {
    const State rich = rich_meeting();
    event::Opened plan = rich.plan;
    plan.people = rich.people;
    plan.partners = rich.partners;
    return plan;
}

event::Captured note(CaptureNumber number, const std::string& text) {
    event::Captured made;
    made.number = number;
    made.id = id<CaptureId>(static_cast<std::uint8_t>(number));
    made.text = text;
    return made;
}

Person walk_in() {
    Person person;
    person.id = id<PersonId>(9);
    person.name = std::string("Gwen");
    person.partner = id<PartnerId>(0xa1);
    person.access = std::string("ACCESS NEED");
    return person;
}

State told() {
    State state;
    state.id = id<MeetingId>(0x77);
    Sequence sequence = 0;
    const auto add = [&](const Stamp& when, Event event) { apply(state, {++sequence, when, std::move(event)}); };
    add(at(14, 3), opened());
    add(at(14, 4), event::Attended{{id<PersonId>(1)}, Presence::here});
    add(at(14, 5), event::WalkedIn{walk_in(), {}});
    add(at(14, 6), note(1, "The hall has no ramp.\nAsk for the key."));
    add(at(14, 7), note(2, "A mistake."));
    add(at(14, 8), event::Undone{5});
    add(at(14, 40), note(3, "After the gap."));
    add(later(at(14, 45), std::chrono::hours{10}), event::Closed{});
    return state;
}

bool any(const std::vector<std::string>& lines, std::string_view part) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a story begins with the meeting and goes on with one line an event") {
    const std::vector<std::string> lines = story(told());
    CHECK(lines.front() == "Working group 7, Working group, Tuesday 24 November 2026, 8 events");
    REQUIRE(lines.size() == 11);
    CHECK(lines[1].starts_with("14:03  "));
    CHECK(lines[4].starts_with("14:06  "));
    CHECK(any(lines, "The hall has no ramp."));
    CHECK(std::none_of(lines.begin(), lines.end(),
                       [](const std::string& line) { return line.find('\n') != std::string::npos; }));
}

TEST_CASE("a story tells what was taken back without its words, and marks other acts that were undone later") {
    const std::vector<std::string> lines = story(told());
    CHECK(lines[5] == "14:07  Note 2 was taken back.");
    CHECK_FALSE(any(lines, "A mistake"));
    State open = told();
    open.events.pop_back();
    open.closed.reset();
    CHECK(any(story(open), "A mistake. (undone later)"));
    State arrival = told();
    arrival.events.resize(2);
    arrival.events.push_back({3, at(14, 9), event::Undone{2}});
    CHECK(story(arrival)[2].ends_with(" (undone later)"));
    State redone = told();
    redone.events.resize(6);
    redone.events.push_back({7, at(14, 9), event::Redone{5}});
    CHECK_FALSE(any(story(redone), "(undone later)"));
}

TEST_CASE("a story says gaps and new days") {
    const std::vector<std::string> lines = story(told());
    CHECK(lines[6] == "Nothing for 32 minutes.");
    CHECK(lines[8] == "Nothing for 10 hours 5 minutes.");
    CHECK(lines[9] == "Wednesday 25 November 2026:");
    CHECK(lines[10].starts_with("00:45  "));
}

TEST_CASE("a story never shows access needs") { CHECK_FALSE(any(story(told()), "ACCESS NEED")); }

TEST_CASE(
    "the story of a closed meeting says by partner and seat who spoke and what they said, and names who was there") {
    State state;
    state.id = id<MeetingId>(0x77);
    Sequence sequence = 0;
    const auto add = [&](Event event) { apply(state, {++sequence, at(14, 3), std::move(event)}); };
    add(opened());
    add(event::Attended{{id<PersonId>(1)}, Presence::here});
    event::RoundAnswered answer;
    answer.person = id<PersonId>(1);
    answer.answer = Answer::said;
    answer.score = 2;
    answer.words = std::string("A hard week");
    add(answer);
    add(event::Undone{3});
    const std::string name = state.name_of(id<PersonId>(1));
    CHECK(any(story(state), name + ": 2, A hard week."));
    CHECK(any(story(state), "Undone: the check-in of " + name));
    add(event::Closed{});
    const auto closed = story(state);
    CHECK(any(closed, name + " is here."));
    CHECK_FALSE(any(closed, "A hard week"));
    CHECK(any(closed, "The check-in: an answer was taken back."));
    CHECK_FALSE(any(closed, "Undone"));
    CHECK(std::ranges::count_if(closed, [&](const auto& line) { return line.find(name) != std::string::npos; }) == 1);
}

TEST_CASE("the story of a meeting without events is its title line") {
    CHECK(story(State{}) == std::vector<std::string>{"Meeting, 0 events"});
}

}  // namespace folkmoot
