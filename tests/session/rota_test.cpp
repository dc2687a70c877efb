#include "src/session/rota.h"

#include <set>

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

namespace {

constexpr Date september{std::chrono::year{2026} / 9 / 29};
constexpr Date october{std::chrono::year{2026} / 10 / 27};

/// A state whose group had these duties before: who (by seat), when.
State with_history(const MeetingFixture& meeting, Duty duty, const std::vector<std::pair<std::uint8_t, Date>>& turns) {
    State state = meeting.state();
    state.facilitator.reset();
    state.note_taker.reset();
    for (const auto& [who, date] : turns) {
        const Person* person = find_person(state.people, seat(who));
        state.plan.carry_over.duties.push_back({duty, person->id, person->partner, date});
    }
    return state;
}

std::string first_of(const State& state, Duty duty, bool next_meeting = false) {
    const auto suggestion = suggest(state, duty, next_meeting);
    return suggestion ? state.name_of(suggestion->person) : "(nobody)";
}

}  // namespace

TEST_CASE("without a history the plan's first person is suggested", "[rota]") {
    const MeetingFixture meeting;
    const auto suggestion = suggest(meeting.state(), Duty::speak_first, false);
    REQUIRE(suggestion);
    CHECK(suggestion->person == seat(1));
    CHECK(suggestion->why == "Nobody of Harbour Voices has spoken first yet.");
}

TEST_CASE("a partner that never had a turn comes before all, then the one longest ago", "[rota]") {
    const MeetingFixture meeting;
    CHECK(first_of(with_history(meeting, Duty::speak_first, {{1, september}, {3, october}}), Duty::speak_first) ==
          "Eve");
    CHECK(
        first_of(with_history(meeting, Duty::speak_first, {{5, september}, {1, september}, {3, october}, {1, october}}),
                 Duty::speak_first) == "Femi");
}

TEST_CASE("the partner comes first, then the person within it", "[rota]") {
    const MeetingFixture meeting;
    // All three partners had their last turn in October; Dev is the first who never had one.
    const State state =
        with_history(meeting, Duty::facilitate, {{1, september}, {3, october}, {5, october}, {2, october}});
    CHECK(first_of(state, Duty::facilitate) == "Dev");
    const State longest = with_history(meeting, Duty::facilitate,
                                       {{3, plus_days(september, -30)}, {4, september}, {1, october}, {5, october}});
    const auto suggestion = suggest(longest, Duty::facilitate, false);
    REQUIRE(suggestion);
    CHECK(suggestion->person == seat(3));
    CHECK(suggestion->why ==
          "Port University last facilitated on Tuesday 29 September 2026, longest ago of the partners here. Among "
          "them, Cara last facilitated on Sunday 30 August 2026.");
}

TEST_CASE("other duties do not count", "[rota]") {
    const MeetingFixture meeting;
    const State state = with_history(meeting, Duty::take_notes, {{1, october}});
    CHECK(first_of(state, Duty::facilitate) == "Asha");
    CHECK(first_of(state, Duty::take_notes) == "Cara");
}

TEST_CASE("only those here are suggested once anybody is", "[rota]") {
    MeetingFixture meeting;
    meeting.act(command::Attend{{seat(1)}, Presence::apologies});
    CHECK(first_of(meeting.state(), Duty::speak_first) == "Ben");
    meeting.here({seat(4), seat(6)});
    CHECK(first_of(meeting.state(), Duty::speak_first) == "Dev");
    meeting.act(command::Attend{{seat(4)}, Presence::left});
    CHECK(first_of(meeting.state(), Duty::speak_first) == "Femi");
}

TEST_CASE("nobody is suggested when everybody is away", "[rota]") {
    MeetingFixture meeting;
    meeting.act(command::Attend{{seat(1), seat(2), seat(3), seat(4), seat(5), seat(6)}, Presence::away});
    CHECK_FALSE(suggest(meeting.state(), Duty::speak_first, false));
    CHECK_FALSE(suggest(meeting.state(), Duty::facilitate, true));
}

TEST_CASE("for the next meeting today's holder has had the turn", "[rota]") {
    MeetingFixture meeting;  // Asha facilitates, Dev takes notes, City Council hosts
    CHECK(first_of(meeting.state(), Duty::facilitate, false) == "Asha");
    CHECK(first_of(meeting.state(), Duty::facilitate, true) == "Cara");
    CHECK(first_of(meeting.state(), Duty::take_notes, true) == "Asha");
    const auto host = suggest(meeting.state(), Duty::host, true);
    REQUIRE(host);
    CHECK(host->partner == meeting.partner("Harbour Voices"));
    CHECK(host->person.empty());
    CHECK(host->why == "Harbour Voices has not hosted yet.");
    meeting.act(command::TakeDuty{Duty::facilitate, seat(3), {}});
    CHECK(first_of(meeting.state(), Duty::facilitate, true) == "Asha");
    meeting.here({seat(5)});
    meeting.next();
    CHECK(first_of(meeting.state(), Duty::speak_first, true) == "Asha");
    CHECK(first_of(meeting.state(), Duty::speak_first, false) == "Eve");
}

TEST_CASE("for the next meeting those away today are not suggested, those not here yet are", "[rota]") {
    MeetingFixture meeting;
    meeting.here({seat(2)});
    meeting.act(command::Attend{{seat(3), seat(4)}, Presence::apologies});
    CHECK(first_of(meeting.state(), Duty::facilitate, true) == "Eve");
}

TEST_CASE("a host's turns are counted by partner alone", "[rota]") {
    const MeetingFixture meeting;
    State state = meeting.state();
    state.plan.carry_over.duties = {{Duty::host, PersonId{}, meeting.partner("Harbour Voices"), october},
                                    {Duty::host, PersonId{}, meeting.partner("Port University"), september},
                                    {Duty::host, PersonId{}, meeting.partner("City Council"), october}};
    const auto host = suggest(state, Duty::host, false);
    REQUIRE(host);
    CHECK(state.partner_name(host->partner) == "Port University");
    CHECK(host->why == "Port University last hosted on Tuesday 29 September 2026, longest ago of the partners here.");
}

TEST_CASE("keeping time is a turn like the others", "[rota]") {
    MeetingFixture meeting;
    const State state = with_history(meeting, Duty::keep_time, {{1, october}, {3, september}});
    const auto suggestion = suggest(state, Duty::keep_time, false);
    REQUIRE(suggestion);
    CHECK(suggestion->person == seat(5));
    CHECK(suggestion->why == "Nobody of City Council has kept time yet.");
    meeting.act(command::TakeDuty{Duty::keep_time, seat(1), std::nullopt});
    CHECK(meeting.state().timekeeper == seat(1));
    CHECK(first_of(meeting.state(), Duty::keep_time, true) == "Eve");
}

TEST_CASE("who is away on the day is passed over, and the reason says so", "[rota]") {
    MeetingFixture meeting;  // on 24 November
    State state = meeting.state();
    const Date today = date_of(meeting.now);
    state.people[0].away = {{today, plus_days(today, 7)}};
    const auto suggestion = suggest(state, Duty::take_notes, false);
    REQUIRE(suggestion);
    CHECK(suggestion->person == seat(3));
    CHECK(suggestion->why == "Nobody of Port University has taken notes yet. Asha is away that day.");
    state.people[1].away = {{plus_days(today, -7), today}};
    CHECK(suggest(state, Duty::take_notes, false)->why ==
          "Nobody of Port University has taken notes yet. Asha and Ben are away that day.");
    // The next meeting has its own day; until that is known nobody is passed over.
    CHECK(first_of(state, Duty::take_notes, true) == "Asha");
    state.next_date = plus_days(today, 7);
    CHECK(first_of(state, Duty::take_notes, true) == "Ben");
    CHECK_THAT(suggest(state, Duty::host, true)->why, !containing("away"));
}

TEST_CASE("who came although they were away that day is not passed over", "[rota]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    State state = meeting.state();
    state.people[0].away = {{date_of(meeting.now), date_of(meeting.now)}};
    CHECK(first_of(state, Duty::speak_first) == "Asha");
}

TEST_CASE("a turn that was missed is paid back first, the oldest before all, and the reason says so", "[rota]") {
    const MeetingFixture meeting;
    State state = meeting.state();
    state.plan.carry_over.missed = {{Duty::facilitate, seat(4), {}, september},
                                    {Duty::facilitate, seat(6), {}, october},
                                    {Duty::host, {}, meeting.partner("Port University"), october}};
    const auto suggestion = suggest(state, Duty::facilitate, false);
    REQUIRE(suggestion);
    CHECK(suggestion->person == seat(4));
    CHECK(suggestion->why ==
          "Dev was to facilitate on Tuesday 29 September 2026, and somebody else did: the turn is still theirs.");
    const auto host = suggest(state, Duty::host, false);
    REQUIRE(host);
    CHECK(host->partner == meeting.partner("Port University"));
    CHECK(host->why ==
          "Port University was to host on Tuesday 27 October 2026, and somebody else did: the turn is still theirs.");
    CHECK(first_of(state, Duty::take_notes) == "Cara");
    state.people[3].away = {{date_of(meeting.now), date_of(meeting.now)}};
    CHECK(first_of(state, Duty::facilitate) == "Femi");
}

TEST_CASE("for the next meeting a turn that is missed today is owed, and one that is taken today is not", "[rota]") {
    CarryOver carried;
    carried.next_facilitator = seat(6);
    carried.next_host = MeetingFixture().partner("Port University");
    MeetingFixture meeting(sample_plan(), carried);  // Asha facilitates and City Council hosts, as the plan says
    const auto owed = suggest(meeting.state(), Duty::facilitate, true);
    REQUIRE(owed);
    CHECK(owed->person == seat(6));
    CHECK(owed->why ==
          "Femi was to facilitate on Tuesday 24 November 2026, and somebody else did: the turn is still theirs.");
    meeting.act(command::TakeDuty{Duty::facilitate, seat(6), {}});
    CHECK(first_of(meeting.state(), Duty::facilitate, true) == "Asha");
    State state = meeting.state();
    state.plan.carry_over.next_host = meeting.partner("Port University");
    CHECK(suggest(state, Duty::host, true)->partner == meeting.partner("Port University"));
    state.host = meeting.partner("Port University");
    CHECK(suggest(state, Duty::host, true)->partner == meeting.partner("Harbour Voices"));
    state.plan.carry_over.next_facilitator.reset();
    state.plan.carry_over.missed = {{Duty::facilitate, seat(6), {}, october}};
    CHECK(first_of(state, Duty::facilitate, true) == "Asha");
}

TEST_CASE("a round's order begins with the first speaker and wraps round", "[rota]") {
    MeetingFixture meeting;
    CHECK(order_from(meeting.state(), seat(5)) ==
          std::vector<PersonId>{seat(5), seat(6), seat(1), seat(2), seat(3), seat(4)});
    meeting.here({seat(1), seat(3), seat(4)});
    CHECK(order_from(meeting.state(), seat(3)) == std::vector<PersonId>{seat(3), seat(4), seat(1)});
    CHECK(order_from(meeting.state(), seat(6)) == std::vector<PersonId>{seat(1), seat(3), seat(4)});
    CHECK(order_from(meeting.state(), std::nullopt) == std::vector<PersonId>{seat(1), seat(3), seat(4)});
}

TEST_CASE("the check-in begins with who is suggested, and keeps that in the log", "[rota]") {
    CarryOver carried;
    MeetingFixture first;
    carried.duties = {{Duty::speak_first, seat(1), first.partner("Harbour Voices"), october}};
    MeetingFixture meeting(sample_plan(), carried);
    meeting.everyone_here();
    meeting.next();
    CHECK(meeting.turn(RoundKind::checkin) == "Cara");
    const auto* moved = std::get_if<event::Moved>(&meeting.state().events.back().event);
    REQUIRE(moved != nullptr);
    CHECK(moved->first == seat(3));
}

TEST_CASE("facilitating, taking notes and keeping time go to three people where they can", "[rota]") {
    MeetingFixture meeting;
    State state = meeting.state();
    state.facilitator.reset();
    state.note_taker.reset();
    state.timekeeper.reset();
    std::set<PersonId> asked;
    for (const Duty duty : {Duty::facilitate, Duty::take_notes, Duty::keep_time})
        asked.insert(suggest(state, duty, false)->person);
    CHECK(asked.size() == 3);
    CHECK_THAT(suggest(state, Duty::take_notes, false)->why, containing("has another duty."));
    // Who is named already is spared, and when nobody else is there is asked all the same.
    const PersonId first = suggest(state, Duty::facilitate, false)->person;
    CHECK(suggest(state, Duty::facilitate, false, {first})->person != first);
    std::vector<PersonId> all;
    for (const Person& each : state.people) all.push_back(each.id);
    CHECK(suggest(state, Duty::facilitate, false, all)->person == first);
}

}  // namespace folkmoot::test
