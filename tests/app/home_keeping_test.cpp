// What is done at home with the log as a whole.
#include <algorithm>

#include "tests/app/a_room.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace folkmoot::tests;
using test::containing;

namespace {

void hold_a_meeting(Room& room) {
    std::vector<std::string> lines{"here all", "go 1", "note Asha rang the printer", "action Ben: ask for a ramp"};
    lines.insert(lines.end(), 20, "next");
    Script face(lines);
    REQUIRE(room.run(face) == Ending::closed);
}

const Page* page_called(const Script& face, std::string_view title) {
    for (const Page& page : face.pages)
        if (page.title.starts_with(title)) return &page;
    return nullptr;
}

std::string text_of(const Page* page) {
    std::string all;
    if (page == nullptr) return all;
    for (const Block& block : page->blocks)
        if (const auto* list = std::get_if<List>(&block))
            for (const ListItem& each : list->items) all += each.text + "\n";
    return all;
}

}  // namespace

TEST_CASE("held alone lists the people in the log, and with a name all that is kept about one") {
    Room room;
    hold_a_meeting(room);
    Script face({"held", "held asha", "held Ash", "held Zed", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK_THAT(text_of(page_called(face, "Keeping, 2 people")), containing("1 of 2, Asha, Harbour Voices"));
    const Page* page = page_called(face, "What is kept about Asha, Harbour Voices");
    REQUIRE(page != nullptr);
    CHECK_THAT(text_of(page), containing("Asha rang the printer"));
    CHECK(says(face, "The log knows nobody called \"Ash\". Near to it: Asha. Type the whole name."));
    CHECK(says(face, "The log knows nobody called \"Zed\"."));
}

TEST_CASE("forgetting at home says first what goes, and asks; next leaves everything as it is") {
    Room room;
    hold_a_meeting(room);
    Script face({"forget Asha", "next", "held Asha", "forget Asha", "2", "held Asha", "message", "quit"});
    room.program(face).home();
    INFO(face.heard());
    const Page* asked = page_called(face, "Forget Asha? This cannot be undone.");
    REQUIRE(asked != nullptr);
    CHECK_THAT(text_of(asked), containing("Not reached: minutes in other folders"));
    CHECK(says(face, "Nothing was forgotten. Everything is as it was."));
    CHECK(page_called(face, "What is kept about Asha") != nullptr);
    CHECK_THAT(text_of(page_called(face, "Forgotten")), containing("nothing of it was found"));
    CHECK(says(face, "The log knows nobody called \"Asha\"."));

    Script again({"minutes", "held Ben", "quit"});
    room.program(again).home();
    CHECK_THAT(text_of(page_called(again, "Minutes of Working group 7")), containing("somebody rang the printer"));
    CHECK(page_called(again, "What is kept about Ben") != nullptr);
}

TEST_CASE("what was said before a forgetting is not said again after it") {
    Room room;
    hold_a_meeting(room);
    Script face({"actions", "owner 1 Asha", "forget Asha", "2", "message", "undo", "quit"});
    room.program(face).home();
    INFO(face.heard());
    const auto forgotten = std::ranges::find_if(face.pages, [](const Page& each) { return each.title == "Forgotten"; });
    REQUIRE(forgotten != face.pages.end());
    CHECK(face.announcements.at(0).text.find("Asha") != std::string::npos);
    CHECK(says(face, "There is no message yet."));
}

TEST_CASE("access needs and the words of old meetings are forgotten alone, and what cannot be read is named") {
    Room room;
    hold_a_meeting(room);
    room.clock.advance(std::chrono::days{30});
    Script face({"forget access needs of Asha", "forget words before 1 december", "2", "forget words before lunch",
                 "forget words before 1 january 2028", "forget", "forget Asha also", "minutes", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "No access needs of Asha are in the log."));
    CHECK(page_called(face, "Forget these words? This cannot be undone.") != nullptr);
    CHECK(page_called(face, "Forgotten") != nullptr);
    CHECK(says(face, "is still to come. Name a day that has been."));
    CHECK(says(face, "Nothing that was begun is unfinished."));
    CHECK(says(face, "also needs a name"));
    const std::string minutes = text_of(page_called(face, "Minutes of Working group 7"));
    CHECK(minutes.find("rang the printer") == std::string::npos);
    CHECK_THAT(minutes, containing("ask for a ramp"));  // still to be done
}

TEST_CASE("the log is copied and looked over from home, and a file that is there is not written over") {
    Room room;
    hold_a_meeting(room);
    const std::string to = (room.folder.path() / "kept.db").string();
    Script face({"backup " + to, "backup " + to, "backup", "backup for review", "doctor", "doctor rebuild",
                 "doctor frobnicate", "minutes", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK_THAT(text_of(page_called(face, "A copy of the log")), containing("kept.db. It was checked, and is sound."));
    CHECK(std::filesystem::exists(to));
    CHECK(std::filesystem::exists(room.folder.path() / "log-2026-11-24.db"));
    CHECK(says(face, "kept.db"));  // refused, by its path
    CHECK_THAT(text_of(page_called(face, "Doctor, all is well")), containing("every one matches its sum"));
    CHECK(says(face, "\"frobnicate\" does not belong behind doctor. Type doctor, or doctor rebuild."));
    CHECK(page_called(face, "Minutes of Working group 7") != nullptr);
}

TEST_CASE("the example has nothing to keep: its words for that are refused, and say where they belong") {
    Room room;
    Script face({"quit", "held", "backup", "quit", "2"});
    Program program = room.program(face);
    program.run_example(room.plan);
    INFO(face.heard());
    CHECK(page_called(face, "Keeping") == nullptr);
    CHECK(says(face, "held belongs to your own home. Type quit first: it leaves the example."));
    CHECK(says(face, "backup belongs to your own home."));
}
