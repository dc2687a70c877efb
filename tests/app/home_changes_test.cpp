// What can be changed at home: actions between meetings, and minutes that are wrong.
#include <filesystem>

#include "src/base/atomic_file.h"
#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

/// A closed meeting with an action of Ben's and a decision.
void hold_a_meeting(Room& room) {
    std::vector<std::string> lines{"here all", "go 1", "action Ben: book the hall", "decide We meet in the hall"};
    lines.insert(lines.end(), 20, "next");
    Script face(lines);
    REQUIRE(room.run(face, true) == Ending::closed);
    room.clock.advance(std::chrono::hours{24});
}

std::string minutes_of_the_first(Room& room) {
    for (const auto& file : std::filesystem::directory_iterator(room.folder.path() / "minutes"))
        if (file.path().extension() == ".txt") return read_file(file.path());
    return "";
}

}  // namespace

TEST_CASE("at home actions are settled by their number, which stays theirs, and undo takes back") {
    Room room;
    hold_a_meeting(room);
    Script face({"actions", "accept 1", "due 1 4 december", "done 1", "done 1", "undo", "drop 1", "drop 1: too dear",
                 "keep 1", "owner 1 Asha", "owner 1 nobody", "owner 1 Zebedee", "due 1 someday", "done 7", "done",
                 "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(face.pages.at(1).title == "Actions, 1 open");
    for (const char* said : {"Ben accepts: book the hall.", "Due Friday 4 December 2026: book the hall.",
                             "Done: book the hall.", "It is done already: book the hall. Keep opens it again.",
                             "Taken back: book the hall, accepted, Ben, due Friday 4 December 2026.",
                             "drop needs the reason", "Dropped: book the hall, because: too dear.",
                             "Open again: book the hall.", "Asha has it, and is to accept it: book the hall.",
                             "Nobody has it now: book the hall.", "is called \"Zebedee\"", "\"someday\" is no date",
                             "done needs the number of an action of this list, from 1 to 1"})
        CHECK(says(face, said));
    CHECK(room.log->actions(true).front().owner.empty());
}

TEST_CASE("the list of actions takes filters, and says what it could not read") {
    Room room;
    hold_a_meeting(room);
    Script face({"actions person:ben", "actions person:asha", "actions frob:x", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(face.pages.at(1).title == "Actions, 1 open");
    CHECK(face.pages.at(2).title == "Actions, 0 open");
    CHECK(says(face, "\"frob:\" is no filter."));
}

TEST_CASE("minutes are corrected at home: both texts stand in them, the files are written anew, undo takes back") {
    Room room;
    hold_a_meeting(room);
    const std::string before = minutes_of_the_first(room);
    Script face({"amend Asha: nothing was read yet", "minutes", "amend", "amend 9 Asha: there is no nine",
                 "amend Nobody: who", "amend 2 Asha: We meet in the library", "quit"});
    Program program = room.program(face);
    program.home();
    INFO(face.heard());
    CHECK(says(face, "Read the minutes first that are wrong"));
    CHECK(says(face, "amend needs who says so"));
    CHECK(says(face, "There is no number 9."));
    CHECK(says(face,
               "Asha corrects decision 2: We meet in the library. The minutes of Working group 7 are written anew."));
    const std::string after = minutes_of_the_first(room);
    CHECK(after.find("We meet in the hall (2, corrected)") != std::string::npos);
    CHECK(after.find("We meet in the library") != std::string::npos);
    CHECK(after.find("Asha said so on Wednesday 25 November 2026") != std::string::npos);
    CHECK(after.find("It corrects decision 2: We meet in the hall") != std::string::npos);
    Script again({"minutes", "undo", "undo", "quit"});
    room.program(again).home();
    INFO(again.heard());
    CHECK(says(again, "Undone: the correction of number 2."));
    CHECK(says(again, "There is no correction to take back"));
    CHECK(minutes_of_the_first(room) == before);
    CHECK(room.log->open_meetings().empty());
}

TEST_CASE("at an opening the minutes of last time are corrected, and the meeting of last time is no longer for it") {
    Room room;
    hold_a_meeting(room);
    const auto first = room.log->meetings(1).front().id;
    const State closed = fold(first, room.log->events(first));
    Script face({"here all", "amend Ben: Asha came late", "quit"});
    room.run(face, true);
    INFO(face.heard());
    CHECK(says(face, "Ben corrects the minutes: Asha came late. The minutes of Working group 7 are written anew."));
    const State now = fold(first, room.log->events(first));
    REQUIRE(now.amendments.size() == 1);
    CHECK(now.last == closed.last);
    CHECK(now.ran == closed.ran);
    CHECK(now.closed == closed.closed);
}

TEST_CASE("at an opening undo takes a correction of the last minutes back first, and then what was done before it") {
    Room room;
    hold_a_meeting(room);
    const auto first = room.log->meetings(1).front().id;
    Script face({"here all", "amend Ben: Asha came late", "amend Ben: and Ben too", "undo", "undo", "undo", "quit"});
    room.run(face, true);
    INFO(face.heard());
    CHECK(fold(first, room.log->events(first)).amendments.empty());
    const auto second = room.log->open_meetings().front().id;
    CHECK(fold(second, room.log->events(second)).present().empty());
}

TEST_CASE("without earlier minutes there is nothing to correct, and an open meeting's text is edited") {
    Room room;
    Script face({"here all", "amend Ben: no", "quit"});
    room.run(face);
    CHECK(says(face, "The log has no earlier minutes of this group"));
    Script home({"minutes", "amend Ben: still running", "quit"});
    room.program(home).home();
    CHECK(says(home, "The meeting is still open: change the text itself, with edit."));
}
