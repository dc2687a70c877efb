// What is read at home of earlier meetings: their list, and how one thing went on over several of them.
#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/exports/attendance_list.h"
#include "tests/app/a_room.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

void hold(Room& room, std::vector<std::string> lines) {
    lines.insert(lines.end(), 20, "next");
    Script face(lines);
    REQUIRE(room.run(face, true) == Ending::closed);
    room.clock.advance(std::chrono::days{7});
}

/// An action that is proposed, accepted and due; kept a week later, accepted at home, and done a week after that.
void hold_three_meetings(Room& room) {
    hold(room, {"here all", "go 1", "action Ben: book the hall by 1 december", "decide We meet in the hall",
                "rule consent", "go closing"});
    hold(room, {"here all", "go actions", "keep 1 15 december"});
    Script between({"actions", "accept 1", "quit"});
    room.program(between).home();
    room.clock.advance(std::chrono::hours{1});
    hold(room, {"here all", "go actions", "done 1"});
}

std::vector<std::string> lines_of(const Page& page) {
    std::vector<std::string> lines;
    for (const Block& block : page.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) lines.push_back(heading->text);
        if (const auto* text = std::get_if<Text>(&block)) lines.push_back(text->text);
        if (const auto* list = std::get_if<List>(&block))
            for (const ListItem& each : list->items) lines.push_back(each.text.substr(each.text.find("  ") + 1));
    }
    return lines;
}

}  // namespace

TEST_CASE(
    "an action's story goes over all meetings and what was said between them, and each line leads to its meeting") {
    Room room;
    hold_three_meetings(room);
    Script face({"minutes", "story 1", "story 9", "story", "story x", "actions", "story 1", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "Nothing was written down in that meeting."));
    CHECK(says(face, "story needs the number of an action or of what was written down."));
    CHECK(says(face, "The list of actions has no number 1."));

    const std::string first = room.log->meetings(0).back().id.shown(room.log->prefix_length());
    Script again({"story 7", "story " + first + " 1", "story " + first + " 2", "story " + first + " 9",
                  "story " + first, "quit"});
    room.program(again).home();
    INFO(again.heard());
    REQUIRE(again.pages.size() >= 3);
    CHECK(again.pages.at(1).title == "Story of action 1, 3 meetings");
    const std::vector<std::string> wanted{"book the hall.",
                                          "Working group 7, Tuesday 24 November 2026",
                                          " Action 1 kept: book the hall, Ben, due Tuesday 1 December 2026.",
                                          "Working group 7, Tuesday 1 December 2026",
                                          "It comes from earlier.",
                                          " Kept: book the hall, now due Tuesday 15 December 2026.",
                                          "Between meetings, Tuesday 8 December 2026",
                                          "Accepted, Ben, due Tuesday 15 December 2026.",
                                          "Working group 7, Tuesday 8 December 2026",
                                          "It comes from earlier, carried once.",
                                          " Done: book the hall.",
                                          "Now",
                                          "Done."};
    CHECK(lines_of(again.pages.at(1)) == wanted);
    CHECK(again.pages.at(2).title == "Story of decision 2, 1 meeting");
    CHECK(says(again, "Nothing has the number 9 in that meeting. Its numbers go from 1 to 2."));
    CHECK(says(again, "Read the actions or a meeting's minutes first"));
}

TEST_CASE("the meetings are listed newest first, or those that fit, and what cannot be read is named") {
    Room room;
    hold_three_meetings(room);
    Script face({"meetings", "meetings before:2026-12-01", "meetings partner:council", "meetings hall", "quit"});
    room.program(face).home();
    INFO(face.heard());
    REQUIRE(face.pages.size() >= 4);
    CHECK(face.pages.at(1).title == "Meetings, 3");
    CHECK(lines_of(face.pages.at(1)).front() == "1 of 3, Working group 7, Tuesday 8 December 2026, closed, 2 people");
    CHECK(face.pages.at(2).title == "Meetings, 1");
    CHECK(face.pages.at(3).title == "Meetings, 0");
    CHECK(says(face, "\"hall\" stands by itself."));
}

TEST_CASE("who was there for how long is read at home, all of it or of one person, and what cannot be read is named") {
    Room room;
    hold_three_meetings(room);
    Script face({"attendance", "attendance person:Asha before:2026-12-01", "attendance Asha", "quit"});
    room.program(face).home();
    INFO(face.heard());
    REQUIRE(face.pages.size() >= 3);
    CHECK(face.pages.at(1).title == "Attendance, 2 people at 3 meetings");
    CHECK(lines_of(face.pages.at(1)).at(1).starts_with("1 of 2, Asha, Harbour Voices: "));
    CHECK(face.pages.at(2).title == "Attendance, 1 person at 1 meeting");
    CHECK(says(face, "\"Asha\" stands by itself."));
}

TEST_CASE("attendance is written from home as the CSV of the shell, never over a file that is there") {
    Room room;
    hold_three_meetings(room);
    const auto to = room.folder.path() / "pay.csv";
    Script face({"attendance to " + to.string() + " person:Asha", "attendance to " + to.string(),
                 "attendance to " + room.folder.path().string(), "attendance to " + (to / "x.csv").string(),
                 "attendance to " + to.string() + " person:Zed", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "The attendance is in " + to.string() + ": 1 person at 3 meetings."));
    CHECK(says(face, to.string() + " is there already, and is left as it is. Name another file."));
    CHECK(says(face, room.folder.path().string() + " is a folder. Name a file in it."));
    CHECK(says(face, "Could not write " + (to / "x.csv").string()));
    CHECK(says(face, "No file was written. Nobody was at a closed meeting that fits that."));
    MeetingFilter filter;
    filter.person = "Asha";
    CHECK(read_file(to) == attendance_csv(attendance_list(*room.log, filter), false));
}

TEST_CASE("minutes are written in large print at home, beside the others") {
    Room room;
    hold(room, {"here Asha", "go 1", "note The hall has no ramp"});
    Script face({"minutes large", "minutes last large", "minutes last big", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "-large.html, for a browser or a printer."));
    CHECK(says(face, "for large print type large."));
    std::size_t written = 0;
    for (const auto& each : std::filesystem::recursive_directory_iterator(room.folder.path()))
        if (each.path().string().ends_with("-large.html")) {
            ++written;
            CHECK_THAT(read_file(each.path()), test::containing("The hall has no ramp"));
        }
    CHECK(written == 1);
}

TEST_CASE("what one person missed of a meeting is read at home, of the newest one when no id is typed") {
    Room room;
    hold(room, {"here Asha", "go 1", "note The hall has no ramp", "action Ben: book the hall"});
    const std::string id = room.log->meetings(0).front().id.shown(room.log->prefix_length());
    Script face({"minutes for Ben", "story 1", "minutes " + id + " FOR ben", "minutes", "minutes for",
                 "minutes for Zed", "minutes " + id + " Ben", "minutes zz for Ben", "quit"});
    room.program(face).home();
    INFO(face.heard());
    REQUIRE(face.pages.size() >= 5);
    CHECK(face.pages.at(1).title == "Minutes of Working group 7 for Ben");
    const auto lines = lines_of(face.pages.at(1));
    CHECK(std::ranges::any_of(lines, [](const auto& each) { return each.find("What you missed") == 0; }));
    CHECK(std::ranges::any_of(lines, [](const auto& each) { return each.find("book the hall") != std::string::npos; }));
    CHECK(face.pages.at(2).title == "Story of note 1, 1 meeting");
    CHECK(face.pages.at(3) == face.pages.at(1));
    CHECK(face.pages.at(4).title == "Minutes of Working group 7");
    CHECK(says(face, "for needs the name of somebody of that meeting. Example: minutes 3f2a for Asha."));
    CHECK(says(face, "There is nobody called \"Zed\" in this meeting. It can be Asha or Ben."));
    CHECK(says(face,
               "\"Ben\" does not belong behind the meeting's id. For one person's minutes type for and their "
               "name, for large print type large. Example: minutes " +
                   id + " for Asha."));
    CHECK(says(face, "No meeting's id begins with \"zz\"."));
}
