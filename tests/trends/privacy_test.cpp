#include <algorithm>
#include <array>

#include "src/trends/few.h"
#include "src/trends/measures.h"
#include "src/trends/trends.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

using Scores = std::vector<std::vector<int>>;  // of each partner's people, at the check-in

/// A closed meeting at which everybody gives a score.
State scored(const Scores& scores, const std::vector<std::vector<int>>& pulse = {}) {
    Plan plan = sample_plan();
    plan.people.clear();
    plan.facilitator = plan.note_taker = "";
    plan.items[0].lead = plan.items[2].lead = "";
    std::uint8_t number = 0;
    std::vector<PersonId> all;
    std::vector<int> answers;
    for (std::size_t partner = 0; partner < scores.size(); ++partner) {
        for (const int score : scores[partner]) {
            all.push_back(seat(++number));
            plan.people.push_back(
                {seat(number).hex(), "Person " + std::to_string(number), plan.partners[partner], "", ""});
            answers.push_back(score);
        }
    }
    MeetingFixture meeting(plan);
    meeting.here(all);
    meeting.go(Stage::checkin);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto next = next_in_round(meeting.state(), RoundKind::checkin);
        const auto place = std::ranges::find(all, *next);
        meeting.say(answers.at(static_cast<std::size_t>(place - all.begin())), "");
    }
    if (!pulse.empty()) {
        meeting.go(Stage::pulse);
        meeting.act(command::TakePulse{pulse});
    }
    meeting.close();
    return meeting.state();
}

/// Without what tells one log from another.
std::vector<Measure> told(std::vector<State> meetings) {
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        meetings[i].id = MeetingId{};
        meetings[i].id.bytes[0] = static_cast<std::uint8_t>(i);
    }
    return measures(meetings);
}

const Measure& measure(const std::vector<Measure>& all, std::string_view key) {
    return *std::ranges::find(all, key, &Measure::key);
}

bool holds_few(const std::vector<Measure>& all, std::string_view key) {
    return measure(all, key).left_out.size() == 1 && measure(all, key).left_out[0].why == Why::few_people;
}

}  // namespace

TEST_CASE("no sum or difference of what is told of a whole and its parts is of one to three people") {
    for (std::size_t a = 0; a <= 9; ++a) {
        for (std::size_t b = 0; b <= 9; ++b) {
            for (std::size_t c = 0; c <= 9; ++c) {
                for (std::size_t d = 0; d <= 5; ++d) {
                    const std::array parts{a, b, c, d};
                    const auto is_told = tellable(parts);
                    for (std::size_t taken = 0; taken < 16; ++taken) {
                        std::size_t rest = a + b + c + d;
                        for (std::size_t i = 0; i < 4; ++i) {
                            if ((taken >> i & 1U) == 0 || !is_told[i]) continue;
                            REQUIRE(parts[i] >= fewest_people);
                            rest -= parts[i];
                        }
                        const bool none_taken = rest == a + b + c + d;
                        REQUIRE((none_taken || rest == 0 || rest >= fewest_people));
                    }
                }
            }
        }
    }
}

TEST_CASE("parts are told where they can be") {
    CHECK(tellable(std::array<std::size_t, 3>{4, 4, 0}) == std::vector<bool>{true, true, false});
    CHECK(tellable(std::array<std::size_t, 3>{6, 2, 2}) == std::vector<bool>{true, false, false});
    CHECK(tellable(std::array<std::size_t, 3>{6, 4, 1}) == std::vector<bool>{true, false, false});
    CHECK(tellable(std::array<std::size_t, 2>{5, 1}) == std::vector<bool>{false, false});
}

TEST_CASE("scores of three people say nothing, whatever they are") {
    const auto low = told({scored({{1}, {1}, {1}})});
    const auto high = told({scored({{5}, {3}, {5}})});
    CHECK(low == high);
    CHECK(holds_few(low, "checkin-score"));
    CHECK(measure(low, "checkin-score").series.empty());
    CHECK(left_out_in_words(measure(low, "checkin-score")).size() == 1);
    CHECK(measure(told({scored({{1, 1}, {1}, {5}})}), "checkin-score").series.at(0).figures.at(0).value == 2.0);
}

TEST_CASE("a partner of one person cannot be told from the total less the others") {
    const auto one = told({scored({{4, 4, 4, 4}, {1}})});
    const auto other = told({scored({{4, 4, 4, 1}, {4}})});
    CHECK(one == other);
    CHECK(holds_few(one, "checkin-score-by-partner"));
    CHECK(measure(one, "checkin-score").series.size() == 1);
}

TEST_CASE("the smallest partner that could be told is kept back with one that is smaller") {
    const auto one = told({scored({{5, 5, 5, 5, 5}, {2, 2, 2, 2}, {1}})});
    const auto other = told({scored({{5, 5, 5, 5, 5}, {1, 2, 2, 2}, {2}})});
    CHECK(one == other);
    const Measure& parts = measure(one, "checkin-score-by-partner");
    REQUIRE(parts.series.size() == 1);
    CHECK(parts.series[0].of == "Harbour Voices");
}

TEST_CASE("a pulse of three people says nothing, and no pulse has partners") {
    const auto low = told({scored({{3, 3}, {3, 3}}, {{1, 1, 1}, {1, 1, 1}})});
    const auto high = told({scored({{3, 3}, {3, 3}}, {{5, 5, 5}, {2, 5, 5}})});
    CHECK(low == high);
    CHECK(holds_few(low, "pulse"));
    const auto enough = told({scored({{3, 3}, {3, 3}}, {{1, 2, 3, 4}, {5, 5, 5, 5}})});
    const Measure& pulse = measure(enough, "pulse");
    CHECK(pulse.split == Split::statement);
    REQUIRE(pulse.series.size() == 2);
    CHECK(pulse.series[0].figures.at(0).value == 2.5);
    CHECK(pulse.series[0].figures.at(0).n == 4);
}

TEST_CASE("two choices of meetings that differ by one differ in nothing else") {
    std::vector<State> meetings;
    for (const int step : {1, 2, 3, 4}) meetings.push_back(scored({{step, 1, 2, 3, 5}, {step, 4, 4, 4}}));
    meetings.insert(meetings.begin() + 2, scored({{1}, {5}}));  // too few
    for (std::size_t i = 0; i < meetings.size(); ++i) meetings[i].id.bytes[0] = static_cast<std::uint8_t>(i);
    const auto all = measures(meetings);
    for (std::size_t without = 0; without < meetings.size(); ++without) {
        auto fewer = meetings;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(without));
        for (const Measure& small : measures(fewer)) {
            if (small.key == "objective-untouched") continue;  // counts meetings, not answers
            std::vector<Figure> expected, found;
            for (const Series& each : measure(all, small.key).series)
                std::ranges::copy_if(each.figures, std::back_inserter(expected),
                                     [&](const Figure& figure) { return figure.meeting != meetings[without].id; });
            for (const Series& each : small.series) std::ranges::copy(each.figures, std::back_inserter(found));
            INFO(small.key);
            // Partners have other ids in each of these logs, so that their series are not the same ones.
            CHECK(std::ranges::is_permutation(found, expected));
        }
    }
    for (const char* key : {"checkin-score", "checkin-score-by-partner", "passes", "passes-by-partner"}) {
        for (const Series& each : measure(all, key).series)
            CHECK(std::ranges::none_of(each.figures,
                                       [&](const Figure& figure) { return figure.meeting == meetings[2].id; }));
    }
}
