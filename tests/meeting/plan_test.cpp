#include "src/meeting/plan.h"

#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

Plan three_people_two_items() {
    Plan plan;
    plan.people.resize(3);
    plan.items.resize(2);
    plan.items[0].title = "Advert";
    plan.items[0].minutes = Minutes{20};
    plan.items[1].title = "Break";
    plan.items[1].minutes = Minutes{5};
    return plan;
}

}  // namespace

TEST_CASE("a pace stretches minutes to the nearest whole one") {
    CHECK(paced(Minutes{20}, 1.0) == Minutes{20});
    CHECK(paced(Minutes{5}, 1.5) == Minutes{8});
    CHECK(paced(Minutes{3}, 0.1) == Minutes{0});
    CHECK(paced(Minutes{0}, 10) == Minutes{0});
    CHECK(paced(Minutes{1440}, 10) == Minutes{14400});
}

TEST_CASE("a round takes a minute a person unless it is planned") {
    CHECK(round_minutes(std::nullopt, 8) == Minutes{8});
    CHECK(round_minutes(Minutes{3}, 8) == Minutes{3});
    CHECK(round_minutes(Minutes{0}, 8) == Minutes{0});
}

TEST_CASE("the schedule begins each line where the one before it ends") {
    auto plan = three_people_two_items();
    plan.checkout_minutes = Minutes{6};
    plan.pace = 1.5;
    const auto lines = schedule(plan);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].title == "Check-in");
    CHECK(lines[0].length == Minutes{3});
    CHECK_FALSE(lines[0].item);
    CHECK(lines[1].title == "Advert");
    CHECK(lines[1].begins == Minutes{3});
    CHECK(lines[1].length == Minutes{30});
    CHECK(lines[1].item == std::optional<std::size_t>{0});
    CHECK(lines[2].begins == Minutes{33});
    CHECK(lines[2].length == Minutes{8});
    CHECK(lines[2].item == std::optional<std::size_t>{1});
    CHECK(lines[3].title == "Check-out");
    CHECK(lines[3].begins == Minutes{41});
    CHECK(lines[3].length == Minutes{6});
    CHECK_FALSE(lines[3].item);
}

TEST_CASE("the planned sum counts rounds and items but not the buffer") {
    auto plan = three_people_two_items();
    plan.buffer = Minutes{10};
    CHECK(planned_sum(plan) == Minutes{31});
    CHECK(planned_sum(Plan{}) == Minutes{0});
}
