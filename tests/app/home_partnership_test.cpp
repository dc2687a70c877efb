// The checklist of a partnership's stage, and its norms, at home.
#include <algorithm>

#include "src/base/atomic_file.h"
#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

void hold_a_meeting(Room& room) {
    std::vector<std::string> lines{"here all"};
    lines.insert(lines.end(), 20, "next");
    Script face(lines);
    REQUIRE(room.run(face, true) == Ending::closed);
}

}  // namespace

TEST_CASE("a stage's checklist is read and ticked, a tick is kept, and undo takes it away") {
    Room room;
    hold_a_meeting(room);
    Script face({"partnership checklist", "partnership stage starting", "partnership checklist", "partnership tick 2",
                 "partnership tick 2", "partnership tick 99", "partnership checklist frob", "quit"});
    Program program = room.program(face);
    program.home();
    INFO(face.heard());
    const auto shows = [](const Script& read, const std::string& title) {
        return std::ranges::any_of(read.pages, [&](const Page& each) { return each.title == title; });
    };
    CHECK(shows(face, "Checklist, Starting, 0 of 10 ticked"));
    for (const char* said : {"The partnership's stage is not written down yet",
                             "Ticked: ", "That is how it stands already.", "from 1 to 10", "\"frob\" is no stage."})
        CHECK(says(face, said));
    REQUIRE(room.log->partnerships().front().ways.checks);
    CHECK(room.log->partnerships().front().ways.checks->size() == 1);
    Script again({"partnership checklist", "partnership untick 2", "undo", "undo", "quit"});
    room.program(again).home();
    INFO(again.heard());
    CHECK(shows(again, "Checklist, Starting, 1 of 10 ticked"));
    CHECK(says(again, "Not ticked any more: "));
    CHECK(room.log->partnerships().front().ways.checks->size() == 1);
}

TEST_CASE("a partnership's least number of answers and its time warnings are kept, and fewer than four are refused") {
    Room room;
    hold_a_meeting(room);
    Script face({"partnership pulse 6", "partnership pulse 3", "partnership warnings half, 2 minutes",
                 "partnership warnings soon", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "the number of answers from which counts are kept, 4 or more"));
    CHECK(says(face, "half, a share such as 25 %, or the time left"));
    const Ways ways = room.log->partnerships().front().ways;
    CHECK(ways.pulse_minimum == 6);
    REQUIRE(ways.time_warnings.size() == 2);
    CHECK(ways.time_warnings[1].left == Minutes{2});
}

TEST_CASE(
    "a partnership's file is taken in at home and written again, the old one kept beside, and what undo leaves is "
    "said") {
    Room room;
    const std::string from = (std::filesystem::path(FOLKMOOT_SOURCE_DIR) / "data/examples/harbour.toml").string();
    const std::string to = (room.folder.path() / "mine.toml").string();
    Script face({"partnership", "partnership import", "partnership import gone.toml", "partnership import " + from,
                 "partnership import " + from, "partnership export", "partnership export " + to,
                 "partnership export " + to, "undo", "quit"});
    room.program(face).home();
    INFO(face.heard());
    for (const std::string& said :
         {std::string("There is no partnership in the log yet."), std::string("import needs a partnership's file."),
          std::string("gone.toml"), std::string("Taken in, "),
          std::string("Everything in it was in the log already. Nothing was changed."),
          std::string("export needs a file's name."), "The partnership is in " + to + ". Access needs are in it",
          "What was there before is in " + to + ".bak.",
          std::string("The partnership is new here: undo does not take that back.")})
        CHECK(says(face, said));
    CHECK(std::filesystem::exists(to));
    CHECK(std::filesystem::exists(to + ".bak"));
    CHECK_FALSE(says(face, "Taken back: "));
}

TEST_CASE("a file that changes a partnership which is known is taken back by undo") {
    Room room;
    const std::filesystem::path from = std::filesystem::path(FOLKMOOT_SOURCE_DIR) / "data/examples/harbour.toml";
    std::string changed = read_file(from);
    const std::string glossary = "[glossary]\n";
    changed.insert(changed.find(glossary) + glossary.size(), "RCT = \"a trial\"\n");
    const auto to = room.folder.path() / "changed.toml";
    write_file_atomically(to, changed);
    Script face({"partnership import " + from.string(), "partnership import " + to.string(), "glossary RCT", "undo",
                 "glossary RCT", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "RCT: a trial."));
    CHECK(says(face, "Taken back: the latest change of the partnership."));
    CHECK(says(face, "\"RCT\" is not in the glossary."));
}
