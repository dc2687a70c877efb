#include "src/session/next_plan.h"

#include "src/session/estimates.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;
using namespace std::chrono_literals;

namespace {

Date day(int month, unsigned number) { return Date{std::chrono::year{2026} / month / static_cast<int>(number)}; }

ItemRun run(std::uint8_t meeting, const std::string& title, Minutes used, ItemKind kind = ItemKind::explore,
            const std::string& lead = "", std::vector<std::string> objectives = {}) {
    ItemRun made;
    made.meeting.bytes[0] = meeting;
    made.group = "Working group";
    made.date = day(meeting, 10);
    made.title = title;
    made.kind = kind;
    made.lead = lead;
    made.objectives = std::move(objectives);
    made.planned = 15min;
    made.used = used;
    made.done = true;
    return made;
}

PlannedItem planned(const std::string& title, ItemKind kind = ItemKind::explore, const std::string& lead = "") {
    PlannedItem item;
    item.title = title;
    item.kind = kind;
    item.lead = lead;
    item.minutes = 15min;
    return item;
}

Partnership harbour() {
    Partnership partnership;
    partnership.objectives = {{"O1", Words{"Write the advert"}, day(10, 31), {}},
                              {"O2", Words{"Open the hall"}, {}, {}},
                              {"O3", Words{"Long done"}, day(1, 1), ObjectiveEnd::reached}};
    partnership.principles = {Words{"Plain words"}};
    partnership.ways.principles_review = day(11, 1);
    return partnership;
}

std::vector<std::string> titles(const std::vector<AgendaIdea>& ideas) {
    std::vector<std::string> all;
    for (const AgendaIdea& each : ideas) all.push_back(each.item.title);
    return all;
}

const AgendaIdea* idea(const std::vector<AgendaIdea>& ideas, const std::string& title) {
    for (const AgendaIdea& each : ideas)
        if (each.item.title == title) return &each;
    return nullptr;
}

}  // namespace

TEST_CASE("an item's estimate comes from its title, else from its kind with its lead, else from its kind") {
    const std::vector<ItemRun> runs{run(1, "Advert 1", 20min),
                                    run(2, "Advert 2", 22min),
                                    run(3, "advert 3", 40min),
                                    run(4, "Costs", 5min, ItemKind::decide, "Ben"),
                                    run(5, "Hall", 7min, ItemKind::decide, "Ben"),
                                    run(6, "Bus", 9min, ItemKind::decide, "Ben"),
                                    run(7, "Map", 30min, ItemKind::decide, "Asha")};
    CHECK(estimate(planned("Advert 4"), runs, "Working group") == Estimate{22min, 3, Estimate::Like::title});
    CHECK(estimate(planned("New", ItemKind::decide, "ben"), runs, "Working group") ==
          Estimate{7min, 3, Estimate::Like::lead});
    CHECK(estimate(planned("New", ItemKind::decide, "Asha"), runs, "Working group") ==
          Estimate{8min, 4, Estimate::Like::kind});
    CHECK_FALSE(estimate(planned("New", ItemKind::inform), runs, "Working group"));
    // Another group has another pace, and its items may have the same title all the same.
    CHECK_FALSE(estimate(planned("New", ItemKind::decide, "ben"), runs, "Advisory board"));
    CHECK(estimate(planned("Advert 4"), runs, "Advisory board"));
    CHECK_FALSE(estimate(planned("Break", ItemKind::pause), runs, "Working group"));
    CHECK(in_words(*estimate(planned("Advert 4"), runs, "Working group"), planned("Advert 4")) ==
          "usually took 22 minutes (3 times with this title)");
}

TEST_CASE("what was carried, parked or never opened says nothing about how long an item takes") {
    std::vector<ItemRun> runs{run(1, "Advert", 20min), run(2, "Advert", 22min), run(3, "Advert", 40min)};
    runs[0].done = false;
    CHECK_FALSE(estimate(planned("Advert"), runs, "Working group"));
}

TEST_CASE("the next plan has the frame of the last meeting, what was agreed, and what was carried") {
    MeetingFixture meeting;
    meeting.act(command::Attend{{seat(1), seat(2), seat(3)}});
    meeting.act(command::SetNextMeeting{day(12, 22), std::nullopt});
    meeting.act(command::SetNextFacilitator{seat(2)});
    CarryOver left;
    left.next_facilitator = seat(2);
    left.matters = {sample_carry_over().matters[1]};
    const Plan plan = next_plan(meeting.state(), left);
    CHECK(plan.title == "Working group 8");
    CHECK(plan.group == "Working group");
    CHECK(plan.partnership == "Harbour research partnership");
    CHECK(plan.minutes == 90min);
    CHECK(plan.date == LocalTime{day(12, 22), 14h});
    CHECK(plan.facilitator == "Ben");
    CHECK(plan.people.empty());
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items.front().title == "Newsletter");
    CHECK(plan.items.front().minutes == 12min);
    CHECK(plan.pulse->instrument == "working-together");
}

TEST_CASE("a title's last number goes on by one, and a title without one gets its second") {
    CHECK(next_title("Working group 9") == "Working group 10");
    CHECK(next_title("Joint forum") == "Joint forum 2");
    CHECK(next_title("2026") == "2027");
}

TEST_CASE("ideas for an agenda are what is parked, due, untouched or was there last time, and not on it yet") {
    Plan plan;
    plan.group = "Working group";
    plan.items = {planned("Newsletter")};
    const std::vector<ItemRun> runs{run(11, "Advert", 20min, ItemKind::explore, "", {"O1"}), run(10, "Costs", 20min),
                                    run(9, "Bus", 20min), run(8, "Old", 20min, ItemKind::explore, "", {"O2"})};
    const auto ideas = agenda_ideas(plan, harbour(), sample_carry_over(), runs, day(11, 24));
    INFO(Catch::StringMaker<std::vector<std::string>>::convert(titles(ideas)));
    CHECK_FALSE(idea(ideas, "Newsletter"));
    REQUIRE(idea(ideas, "Parking places"));
    REQUIRE(idea(ideas, "Objective O1: Write the advert"));
    CHECK(idea(ideas, "Objective O1: Write the advert")->why == "Due for review since Saturday 31 October 2026");
    REQUIRE(idea(ideas, "Objective O2: Open the hall"));
    CHECK(idea(ideas, "Objective O2: Open the hall")->why == "On no agenda in the last 3 meetings");
    CHECK_FALSE(idea(ideas, "Objective O3: Long done"));
    CHECK(idea(ideas, "Our principles"));
    REQUIRE(idea(ideas, "Advert"));
    CHECK(idea(ideas, "Advert")->why == "On the agenda last time");
    // What a concern says stays off an agenda that everyone reads.
    CHECK(idea(ideas, "How we are working"));
    CHECK_FALSE(idea(ideas, "The room is loud"));
}

TEST_CASE("a decision comes up when its day has come, and not before") {
    CarryOver left;
    Matter decision;
    decision.kind = MatterKind::decision;
    decision.text = Words{"Meet in the library"};
    decision.since = day(9, 1);
    decision.due = day(12, 1);
    left.matters = {decision};
    CHECK_FALSE(idea(agenda_ideas({}, {}, left, {}, day(11, 30)), "Meet in the library"));
    CHECK(idea(agenda_ideas({}, {}, left, {}, day(12, 1)), "Meet in the library"));
}

TEST_CASE("a break is an idea after 45 minutes without one, and goes into the middle of them") {
    Plan plan;
    plan.checkin_minutes = 5min;
    plan.items = {planned("One"), planned("Two"), planned("Three")};
    const auto ideas = agenda_ideas(plan, {}, {}, {}, day(11, 24));
    REQUIRE(idea(ideas, "Break"));
    CHECK(idea(ideas, "Break")->why == "50 minutes without a break");
    CHECK(place_for(idea(ideas, "Break")->item, plan) == 2);
    plan.items.insert(plan.items.begin() + 2, idea(ideas, "Break")->item);
    CHECK_FALSE(idea(agenda_ideas(plan, {}, {}, {}, day(11, 24)), "Break"));
}
