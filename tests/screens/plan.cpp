#include "screens/plan.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;
using namespace std::chrono_literals;

namespace {

constexpr Date today = std::chrono::year{2026} / 11 / 24;

PlanView view_of(Plan plan) {
    PlanView view;
    view.plan = std::move(plan);
    view.file = "working-group-7.toml";
    view.instruments = {"looking-back", "working-together"};
    view.today = today;
    return view;
}

PlanChanged changed(const std::string& typed, const PlanView& view = view_of(sample_plan())) {
    const auto read = read_plan_change(view, typed);
    if (const auto* fault = std::get_if<Wrong>(&read)) FAIL(fault->sentence);
    return std::get<PlanChanged>(read);
}

Plan change(const std::string& typed, const PlanView& view = view_of(sample_plan())) {
    return changed(typed, view).plan;
}

std::string said_of(const std::string& typed, const PlanView& view = view_of(sample_plan())) {
    const PlanChanged made = changed(typed, view);
    PlanView after = view;
    after.plan = made.plan;
    return plan_change_in_words(view, after, made);
}

std::string fault(const std::string& typed, const PlanView& view = view_of(sample_plan())) {
    const auto read = read_plan_change(view, typed);
    return std::holds_alternative<Wrong>(read) ? std::get<Wrong>(read).sentence : "";
}

std::vector<std::string> lines_of(const Page& page) {
    std::vector<std::string> lines;
    for (const Block& block : page.blocks) {
        if (const auto* list = std::get_if<List>(&block))
            for (const ListItem& each : list->items) lines.push_back(each.text);
        if (const auto* heading = std::get_if<Heading>(&block)) lines.push_back(heading->text);
        if (const auto* said = std::get_if<Text>(&block)) lines.push_back(said->text);
    }
    return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
}

}  // namespace

TEST_CASE("a plan's page has the sum in its title, clock times on each line, and names what is past the end") {
    const Page fits = plan_page(view_of(sample_plan()));
    CHECK(fits.title == "Plan, Working group 7, 23 minutes to spare");
    const auto lines = lines_of(fits);
    CHECK(holds(lines, "Tuesday 24 November 2026, 14:00 to 15:30. The agenda takes 57 minutes, 10 are kept free."));
    CHECK(holds(lines, "14:00, Check-in, 6 minutes"));
    CHECK(holds(lines,
                "Item 1, 14:06, Recruitment advert, decide, 20 minutes, for O1, led by Asha, 1 paper, sent Tuesday 27 "
                "October 2026"));
    Plan long_plan = sample_plan();
    long_plan.items[0].minutes = 60min;
    const Page full = plan_page(view_of(long_plan));
    CHECK(full.title == "Plan, Working group 7, 17 minutes too many");
    CHECK_THAT(lines_of(full).front(),
               containing("In the minutes kept free: Ramp, 15:06 to 15:21. Past the end: Website, 15:21 to 15:31; "
                          "Check-out, 15:31 to 15:37."));
}

TEST_CASE("items are added, changed, moved and taken out by their numbers") {
    CHECK(change("add Travel costs 12").items.back() ==
          PlannedItem{"Travel costs", ItemKind::explore, 12min, {}, "", {}, ""});
    CHECK(change("add Travel costs 12 minutes").items.back().minutes == 12min);
    CHECK(change("add Plans for 2027").items.back().title == "Plans for 2027");
    CHECK(change("add Travel costs").items.back().minutes == 10min);
    CHECK(change("2 minutes 25").items[1].minutes == 25min);
    CHECK(change("2 title Ramp and lift").items[1].title == "Ramp and lift");
    CHECK(change("2 kind decide").items[1].kind == ItemKind::decide);
    CHECK(change("2 lead ben").items[1].lead == "Ben");
    CHECK(change("1 lead nobody").items[0].lead.empty());
    CHECK(change("2 by ben").items[1].proposed == "Ben");
    CHECK(change("2 for o1, o2").items[1].objectives == std::vector<std::string>{"O1", "O2"});
    CHECK(change("1 for none").items[0].objectives.empty());
    CHECK(change("2 paper Map sent 10 november").items[1].papers.front().title == "Map");
    CHECK(change("1 paper none").items[0].papers.empty());
    CHECK(change("3 before 1").items[0].title == "Website");
    CHECK(change("1 before end").items[2].title == "Recruitment advert");
    CHECK(change("1 before 3").items[1].title == "Recruitment advert");
    CHECK(change("2 out").items.size() == 2);
}

TEST_CASE("the frame of the meeting is changed by its words") {
    CHECK(change("title Working group 8").title == "Working group 8");
    CHECK(change("date 1 december 10:30").date == LocalTime{std::chrono::year{2026} / 12 / 1, 630min});
    CHECK(change("date 1 december").date->time == 14h);
    CHECK(change("minutes 120").minutes == 120min);
    CHECK(change("buffer 15").buffer == 15min);
    CHECK(change("pace 1.5").pace == 1.5);
    CHECK(change("place The library").place == "The library");
    CHECK(change("facilitate ben").facilitator == "Ben");
    CHECK(change("host port").host == "Port University");
    CHECK(change("notes Eve").note_taker == "Eve");
    CHECK(change("time Eve").timekeeper == "Eve");
    CHECK(change("checkin How are you?").checkin_question == "How are you?");
    CHECK(change("checkout minutes 12").checkout_minutes == 12min);
    CHECK(change("pulse looking-back").pulse->instrument == "looking-back");
    CHECK_FALSE(change("pulse none").pulse);
    CHECK(change("private yes").private_view);
}

TEST_CASE("what a plan's words cannot read is named, with what is allowed and an example") {
    CHECK_THAT(fault("frob 3"), containing("\"frob\" is nothing of a plan. It can be add, take, title"));
    CHECK_THAT(fault("9 minutes 5"), containing("There is no item 9. They go from 1 to 3."));
    CHECK_THAT(fault("2"), containing("Of an item it can be minutes, title, kind"));
    CHECK_THAT(fault("2 minutes long"), containing("That needs minutes, from 0 to 1440. Example: plan 2 minutes 20."));
    CHECK_THAT(fault("2 kind talk"), containing("inform, explore, decide, review or break"));
    CHECK_THAT(fault("2 lead Zebedee"), containing("\"Zebedee\" is no person of this plan. It can be Asha, Ben"));
    CHECK_THAT(fault("2 for O9"), containing("\"O9\" is no objective. It can be O1 or O2"));
    CHECK_THAT(fault("2 paper Map sent someday"), containing("\"someday\" is no day."));
    CHECK_THAT(fault("2 before 9"), containing("from 1 to 3"));
    CHECK_THAT(fault("date someday"), containing("someday"));
    CHECK_THAT(fault("pace fast"), containing("0.75, 1, 1.25, 1.5 or 2"));
    CHECK_THAT(fault("pulse"), containing("looking-back or working-together"));
    CHECK_THAT(fault("take 1"), containing("nothing more that could be on the agenda"));
    CHECK_THAT(fault("2 usual"), containing("no three items like it"));
    Plan empty = sample_plan();
    empty.items.clear();
    CHECK_THAT(fault("1 out", view_of(empty)), containing("The agenda is empty."));
}

TEST_CASE("an item like earlier ones says what they took, and takes it on one word") {
    PlanView view = view_of(sample_plan());
    for (std::uint8_t i = 1; i <= 3; ++i) {
        ItemRun run;
        run.meeting.bytes[0] = i;
        run.title = "Ramp";
        run.used = 22min;
        run.done = true;
        view.runs.push_back(run);
    }
    const auto lines = lines_of(plan_page(view));
    CHECK(holds(lines,
                "Item 2, 14:26, Ramp, explore, 15 minutes, for O2, usually took 22 minutes (3 times with this "
                "title)"));
    CHECK(change("2 usual", view).items[1].minutes == 22min);
}

TEST_CASE("an idea goes on the agenda by its number, and the change says how the time stands") {
    PlanView view = view_of(sample_plan());
    view.ideas = {{"Parked on Tuesday 27 October 2026", {"Parking places", ItemKind::explore, 10min, {}, "", {}}}};
    CHECK(holds(lines_of(plan_page(view)), "1 of 1, Parking places, 10 minutes. Parked on Tuesday 27 October 2026."));
    const Plan after = change("take 1", view);
    CHECK(after.items.back().title == "Parking places");
    CHECK(said_of("take 1", view) == "On the agenda as item 4: Parking places, 10 minutes. 13 minutes to spare.");
    CHECK(said_of("1 out") == "Taken out: Recruitment advert. 43 minutes to spare.");
    CHECK(said_of("3 before 1") == "Website is now item 1. 23 minutes to spare.");
    CHECK(said_of("1 before 3") == "Recruitment advert is now item 2. 23 minutes to spare.");
    CHECK(said_of("1 before end") == "Recruitment advert is now item 3. 23 minutes to spare.");
    CHECK(said_of("1 minutes 25") == "Item 1, Recruitment advert: 25 minutes. 18 minutes to spare.");
    CHECK(said_of("2 paper Costs, sent 10 november") ==
          "Item 2, Ramp: paper Costs, sent Tuesday 10 November 2026. 23 minutes to spare.");
    CHECK(said_of("1 lead nobody") == "Item 1, Recruitment advert: no longer led by Asha. 23 minutes to spare.");
    CHECK(said_of("2 title Access ramp") == "Item 2 is now called Access ramp. 23 minutes to spare.");
    CHECK(said_of("checkin minutes 3") == "Check-in, 3 minutes. 26 minutes to spare.");
    CHECK(said_of("place Harbour Hall, room 2") == "Place: Harbour Hall, room 2. 23 minutes to spare.");
    CHECK(said_of("facilitate nobody").starts_with("Facilitates: nobody is named"));
}

TEST_CASE("a change that is taken back says how things stand again") {
    const PlanView before = view_of(sample_plan());
    const auto undone = [&](const std::string& typed) {
        PlanView after = before;
        after.plan = change(typed);
        return plan_undone_in_words(after, before);
    };
    CHECK(undone("1 minutes 25") == "Item 1, Recruitment advert: 20 minutes. 23 minutes to spare.");
    CHECK(undone("1 out") == "On the agenda as item 1: Recruitment advert, 20 minutes. 23 minutes to spare.");
    CHECK(undone("add Travel costs 5") == "Taken out: Travel costs. 23 minutes to spare.");
    CHECK(undone("minutes 60") == "Length: 90 minutes. 23 minutes to spare.");
}

TEST_CASE("an item is read at length with its papers, and out takes nothing behind it") {
    PlanView view = view_of(sample_plan());
    view.plan.items[0].papers.push_back({"Costs", std::nullopt});
    CHECK(planned_item_in_words(view, 1) ==
          "Item 1, 14:06, Recruitment advert, decide, 20 minutes, for O1, led by Asha, 2 papers; paper Draft, sent "
          "Tuesday 27 October 2026; paper Costs, no day.");
    CHECK_FALSE(planned_item_in_words(view, 4));
    CHECK_THAT(fault("2 out 20 september"), containing("plan 2 paper Draft advert sent 10 november"));
    CHECK(change("2 paper First draft, second version, 10 november").items[1].papers.back().title ==
          "First draft, second version");
}

TEST_CASE("a group that the partnership does not have is said to be new") {
    PlanView view = view_of(sample_plan());
    view.partnership.emplace();
    view.partnership->groups = {Words{"Advisory board"}, Words{"Working group"}};
    CHECK(
        said_of("group Advisry board", view)
            .starts_with("Group: Advisry board, which is new: the partnership has Advisory board and Working group."));
    CHECK(said_of("group advisory board", view).starts_with("Group: advisory board."));
}

TEST_CASE("the mark goes with an item that is moved, and stays for every other change") {
    const PlanView view = view_of(sample_plan());
    const PlanChanged moved = changed("1 before end");
    CHECK(plan_page(view, &moved).focus == 3U);
    const PlanChanged timed = changed("1 minutes 25");
    CHECK_FALSE(plan_page(view, &timed).focus);
}

TEST_CASE("a paper went out before the meeting: a day without a year is the last one before it") {
    PlanView view = view_of(sample_plan());
    view.today = Date{2026y / 9 / 28};
    view.plan.date = LocalTime{Date{2026y / 9 / 29}, 14h};
    const auto sent = [&](const std::string& day) {
        return change("2 paper Costs sent " + day, view).items[1].papers.back().sent;
    };
    CHECK(sent("25 september") == Date{2026y / 9 / 25});
    CHECK(sent("29 september") == Date{2026y / 9 / 29});
    CHECK(sent("30 september") == Date{2025y / 9 / 30});
    CHECK(sent("25 september 2027") == Date{2027y / 9 / 25});
    CHECK(sent("tomorrow") == Date{2026y / 9 / 29});
    CHECK(sent("friday") == Date{2026y / 10 / 2});
    CHECK(change("2 paper Costs, sent 25 september", view).items[1].papers.back().title == "Costs");
}
