// A plan made at home, from the group's last meeting, and held.
#include "src/base/atomic_file.h"
#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

void hold_a_meeting(Room& room) {
    std::vector<std::string> lines{
        "here all", "go 1", "park The website", "carry", "go closing", "meet 22 december 14:00", "facilitate Ben"};
    lines.insert(lines.end(), 20, "next");
    Script face(lines);
    REQUIRE(room.run(face, true) == Ending::closed);
    room.clock.advance(std::chrono::hours{24});
}

std::string file(Room& room, const std::string& name) { return read_file(room.folder.path() / name); }

}  // namespace

TEST_CASE("a plan is made from the group's last meeting, each change is on disk at once, and undo takes it back") {
    Room room;
    hold_a_meeting(room);
    Script face({"plan from no group", "plan take 1", "plan add Travel costs 15", "plan 3 lead ash", "plan", "undo",
                 "undo", "plan frob", "plan 1 minutes 20", "quit"});
    room.program(face).home();
    INFO(face.heard());
    const std::string now = file(room, "working-group-8.toml");
    INFO(now);
    CHECK(now.find("title = \"Working group 8\"") != std::string::npos);
    CHECK(now.find("date = 2026-12-22T14:00:00") != std::string::npos);
    CHECK(now.find("facilitator = \"Ben\"") != std::string::npos);
    CHECK(now.find("Recruitment advert") != std::string::npos);
    CHECK(now.find("The website") != std::string::npos);
    CHECK(now.find("Travel costs") == std::string::npos);
    for (const char* said :
         {"On the agenda as item 2: The website, 10 minutes.", "On the agenda as item 3: Travel costs, 15 minutes.",
          "Taken back. Item 3, Travel costs: no longer led by Asha.", "Taken back. Taken out: Travel costs.",
          "\"frob\" is nothing of a plan.", "That is how it stands already."})
        CHECK(says(face, said));
}

TEST_CASE("a plan that was just begun is thrown away by undo, and nothing more can be taken back of it") {
    Room room;
    hold_a_meeting(room);
    Script face({"plan from no group", "undo", "undo", "plan take 1", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK_FALSE(std::filesystem::exists(room.folder.path() / "working-group-8.toml"));
    CHECK(says(face, "Taken back: the plan working-group-8.toml. Its file is deleted."));
    CHECK(says(face, "No plan is being made."));
}

TEST_CASE("a plan begins from a template two weeks ahead, or from a file, and is held from its page") {
    Room room;
    Script face({"plan like working-group", "plan open plan.toml", "plan 1 minutes 5", "plan hold", "begin", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(file(room, "working-group.toml").find("date = 2026-12-08T10:00:00") != std::string::npos);
    CHECK(file(room, "plan.toml").find("minutes = 5\n") != std::string::npos);
    CHECK(room.log->open_meetings().size() == 1);
}

TEST_CASE("a template is known by its words and their beginning, an item is read by its number") {
    Room room;
    Script face({"plan like working gr", "plan 1", "plan 2 out 20 september", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(std::filesystem::exists(room.folder.path() / "working-group.toml"));
    CHECK(says(face, "Item 1, 10:"));
    CHECK(says(face, "out takes the item off the agenda, and nothing stands behind it."));
}

TEST_CASE("looking at a plan and changing it then leads to its page, not home") {
    Room room;
    Script face({"start " + room.plan.string(), "change", "quit"});
    room.program(face).home();
    INFO(face.heard());
    REQUIRE_FALSE(face.pages.empty());
    CHECK(face.pages.back().title.starts_with("Plan, "));
}

TEST_CASE("a plan from which a meeting was held says so, in the list and before it is held again") {
    Room room;
    hold_a_meeting(room);
    Script face({"plans", "start " + room.plan.string(), "back", "quit"});
    room.program(face).home();
    INFO(face.heard());
    const auto has = [](const Page& page, const std::string& wanted) {
        const auto* list = page.blocks.empty() ? nullptr : std::get_if<List>(&page.blocks.front());
        return list != nullptr && std::ranges::any_of(list->items, [&](const ListItem& each) {
                   return each.text.find(wanted) != std::string::npos;
               });
    };
    CHECK(std::ranges::any_of(face.pages, [&](const Page& each) {
        return has(each, "It was held from this plan: Working group 7, Tuesday 24 November 2026.");
    }));
}

TEST_CASE("no word begins a meeting without a plan before it was asked") {
    Room room;
    Script face({"start", "back", "start", "begin", "quit"});
    room.program(face).home();
    CHECK(room.log->open_meetings().size() == 1);
}

TEST_CASE("what a plan cannot begin from is named with what there is") {
    Room room;
    Script none({"plan from Working group", "plan like frob", "plan open", "plan open gone.toml", "quit"});
    room.program(none).home();
    INFO(none.heard());
    CHECK(says(none, "No meeting is closed yet"));
    CHECK(says(none, "There is no template frob; known: "));
    CHECK(says(none, "open needs the name of a plan's file."));
    CHECK(says(none, "gone.toml"));
    hold_a_meeting(room);
    Script face({"plan from Advisory board", "quit"});
    room.program(face).home();
    CHECK(says(face, "\"Advisory board\" is no group that has met. It can be no group."));
}
