#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "src/render/body.h"
#include "tests/render/a_screen.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace folkmoot::tests;
using test::containing;

TEST_CASE("the cursor is on what is needed next, at the line's start, under the title") {
    Screen screen;
    CHECK(screen.rows().front() == "Opening, 3 people");
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
    CHECK(screen.model.frame().cursor_column == 0);
}

TEST_CASE("moving the focus changes no character, and in the reader profile no mark either") {
    Screen reader;
    const Frame before = reader.model.frame();
    reader.press(Key::Kind::down);
    Frame after = reader.model.frame();
    CHECK(after.cursor_row == before.cursor_row + 1);
    after.cursor_row = before.cursor_row;
    CHECK(after == before);
    Screen visual(false);
    const auto rows = visual.rows();
    visual.press(Key::Kind::down);
    CHECK(visual.rows() == rows);
}

TEST_CASE("Enter does the first thing of the focused line, a number the one at its place") {
    Screen screen;
    screen.press(Key::Kind::down);
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::here, "2"});
    CHECK(chosen(screen.type("2")) == Intent{Word::away, "2: apologies"});
    CHECK_FALSE(screen.type("7"));
    CHECK(screen.message() == "7 means nothing on this line. Numbers go from 1 to 3.");
}

TEST_CASE("an act that asks opens a field, and Enter sends what was typed there") {
    Screen screen;
    CHECK_FALSE(screen.type("3"));
    CHECK(screen.row_of_cursor() == "Says: ");
    CHECK_FALSE(screen.type("4 glad"));
    CHECK(screen.model.draft() == "say 4 glad");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::say, "4 glad"});
    CHECK(screen.model.draft().empty());
}

TEST_CASE("what was wrong comes back into its field, with nothing lost") {
    Screen screen;
    screen.type(":here bob");
    const auto sent = screen.press(Key::Kind::enter);
    REQUIRE(sent);
    CHECK(std::get<input::Line>(*sent).text == "here bob");
    screen.model.announce({Kind::error, "Nobody here is called bob."});
    CHECK(screen.row_of_cursor() == ":here bob");
    CHECK(screen.message() == "Nobody here is called bob. Ctrl-G leaves the line.");
    screen.press(Key::Kind::up);
    CHECK(screen.message() == "A line is being typed. Enter sends it, Ctrl-G leaves it.");
    screen.press(Key::Kind::leave);
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
    CHECK(screen.message() == "Left without keeping.");
}

TEST_CASE("while a field is open, Down goes to the message and any key comes back, with the typed text kept") {
    Screen screen;
    screen.type(":here bob");
    screen.press(Key::Kind::enter);
    screen.model.announce({Kind::error, "Nobody here is called bob."});
    screen.message();
    screen.press(Key::Kind::down);
    CHECK(screen.row_of_cursor() == "Nobody here is called bob. Ctrl-G leaves the line.");
    CHECK(screen.model.frame().cursor_column == 0);
    screen.press(Key::Kind::up);
    CHECK(screen.row_of_cursor() == ":here bob");
    screen.press(Key::Kind::down);
    screen.type("y");
    CHECK(screen.row_of_cursor() == ":here boby");
    CHECK(screen.model.draft() == "here boby");
}

TEST_CASE("a key of the table acts at once, or asks for its text; parking asks, so that a slip parks nothing") {
    Screen screen;
    CHECK(chosen(screen.type(".")) == Intent{Word::next, ""});
    CHECK_FALSE(screen.type("n"));
    CHECK(screen.row_of_cursor() == "Note: ");
    CHECK(screen.message() == "Writes a note. Example: The hall has no ramp. Ctrl-G leaves.");
    screen.press(Key::Kind::leave);
    screen.message();
    screen.type("n");
    CHECK_FALSE(screen.model.message_due());  // said once
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.message() == "Nothing is typed yet. Ctrl-G leaves.");
    CHECK(screen.row_of_cursor() == "Note: ");
    screen.press(Key::Kind::leave);
    screen.message();
    CHECK_FALSE(screen.type("p"));
    CHECK(screen.row_of_cursor() == "Park: ");
    CHECK(screen.message() == "Parks a matter for later. Example: The website");
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.message() == "Nothing is typed yet. Ctrl-G leaves.");
}

TEST_CASE("a word after a colon is that word in any field, and other colons are text") {
    Screen screen;
    screen.type("n");
    screen.type(":here Ben");
    CHECK(std::get<input::Line>(*screen.press(Key::Kind::enter)).text == "here Ben");
    screen.model.show(people_page());
    screen.type("n");
    screen.type(":heron seen");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::note, ":heron seen"});
}

TEST_CASE("for eyes a field says each time what it is for") {
    Screen screen(false);
    for (int time = 0; time < 2; ++time) {
        screen.type("n");
        CHECK_THAT(screen.message(), containing("Writes a note. Example: The hall has no ramp"));
        screen.press(Key::Kind::leave);
        screen.message();
    }
}

TEST_CASE("who speaks is one key and a seat number") {
    Screen screen;
    CHECK_FALSE(screen.type("s"));
    CHECK(chosen(screen.type("2")) == Intent{Word::speak, "2"});
    Page many = people_page();
    many.seats = 20;
    screen.model.show(many);
    screen.type("s");
    CHECK_FALSE(screen.type("2"));
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::speak, "2"});
    screen.type("s");
    CHECK(chosen(screen.type("3")) == Intent{Word::speak, "3"});
}

TEST_CASE("an Enter out of habit after a seat number that was enough acts on nothing") {
    Screen screen;
    screen.type("s2");
    screen.message();
    screen.model.announce({Kind::plain, "Ben is speaking."});
    screen.message();
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.message() == "Ben is speaking.");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::here, "1"});
    screen.type("s2");
    screen.press(Key::Kind::down);
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::here, "2"});
}

TEST_CASE("a key that cannot move or act says so in words") {
    Screen screen;
    screen.press(Key::Kind::home);
    screen.press(Key::Kind::up);
    CHECK_THAT(screen.message(), containing("This is the first line."));
    screen.type("\u00e9");
    CHECK(screen.message() == "\u00e9 is no key here. A question mark lists the keys.");
    screen.type("%");
    CHECK(screen.message() == "A percent sign is no key here. A question mark lists the keys.");
    screen.type(" ");
    CHECK(screen.message() == "The space bar is no key here. A question mark lists the keys.");
    screen.press(Key::Kind::left);
    CHECK_THAT(screen.message(), containing("Up and down"));
}

TEST_CASE("a message waits until it is shown, stays until the next, and says again when it is the same") {
    Screen screen;
    screen.model.announce({Kind::plain, "Note 1 kept."});
    CHECK(screen.model.message_due());
    CHECK(screen.message() == "Note 1 kept.");
    CHECK_FALSE(screen.model.message_due());
    screen.press(Key::Kind::down);
    CHECK(screen.message() == "Note 1 kept.");
    screen.model.announce({Kind::plain, "Note 1 kept."});
    CHECK(screen.message() == "Again: Note 1 kept.");
}

TEST_CASE("one key puts the cursor on the message and back") {
    Screen screen;
    screen.type("m");
    CHECK(screen.message() == "There is no message yet.");
    screen.model.announce({Kind::plain, "Ben is here."});
    CHECK(screen.message() == "Ben is here.");
    screen.type("m");
    CHECK(screen.row_of_cursor() == "Ben is here.");
    screen.type("m");
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
}

TEST_CASE("a message goes with its page, and its key brings it back") {
    Screen screen;
    screen.model.announce({Kind::plain, "Ben is here."});
    CHECK(screen.message() == "Ben is here.");
    Page other = people_page();
    other.title = "Check-in, 3 people";
    screen.model.show(other);
    CHECK(screen.message().empty());
    screen.type("m");
    CHECK(screen.row_of_cursor() == "Ben is here.");
    screen.type("m");
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
    screen.model.announce({Kind::plain, "Said before the page that it is about."});
    screen.model.show(people_page());
    CHECK(screen.message() == "Said before the page that it is about.");
    screen.model.read_out(other);
    CHECK(screen.message().empty());
}

TEST_CASE("what the page in sight says is not said again by the message") {
    Screen screen;
    Page page = people_page();
    List notes;
    notes.items.push_back({"note 1, The lift is out", {{"new text", {Word::edit, "1"}, true}}});
    page.blocks.emplace_back(notes);
    screen.model.announce({Kind::plain, "Note 1 kept: The lift is out."});
    screen.model.refresh(page);
    CHECK(screen.message() == "Note 1 kept.");
    screen.model.announce({Kind::plain, "Note 2 kept: The ramp is late."});
    CHECK(screen.message() == "Note 2 kept: The ramp is late.");
    screen.model.announce({Kind::trouble, "Not kept: The lift is out."});
    CHECK(screen.message() == "Not kept: The lift is out.");
    // Out of sight it is said whole.
    Page filled = people_page();
    filled.blocks = {List{std::vector<ListItem>(12, {"a line", {}}), ""}, notes};
    filled.focus = 0;
    Screen small(true, {12, 40});
    small.model.show(filled);
    small.model.announce({Kind::plain, "Note 1 kept: The lift is out."});
    CHECK(small.message() == "Note 1 kept: The lift is out.");
}

TEST_CASE("a long answer that was asked for is a page to read, and Enter leads back to the same place") {
    Screen screen;
    screen.press(Key::Kind::down);
    screen.model.announce({Kind::plain, "Agenda, 3 items.\nOne\nTwo\nThree", false, true});
    CHECK(screen.rows().front() == "Agenda, 3 items.");
    CHECK(screen.row_of_cursor() == "One");
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
}

TEST_CASE("pages that are read lie over each other, and each leads back to the one under it") {
    const auto page = [](const std::string& title) {
        Page read = people_page();
        read.words.clear();
        read.title = title;
        read.focus.reset();
        return read;
    };
    Screen screen;
    screen.press(Key::Kind::down);
    screen.model.read_out(page("Trends, 3 meetings"));
    screen.press(Key::Kind::down);
    screen.press(Key::Kind::down);
    screen.model.read_out(page("Start delay, measure 1 of 3"));
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::here, "1"});
    screen.model.read_out(page("Start delay, measure 1 of 3"));
    CHECK(screen.rows().front() == "Start delay, measure 1 of 3");
    screen.press(Key::Kind::leave);
    CHECK(screen.rows().front() == "Trends, 3 meetings");
    CHECK(screen.row_of_cursor() == "3 of 3, 陈伟");
    screen.type(",");
    CHECK(screen.rows().front() == "Opening, 3 people");
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
    screen.model.read_out(page("Trends, 3 meetings"));
    screen.model.read_out(page("Start delay, measure 1 of 3"));
    screen.type("n");
    CHECK(screen.rows().front() == "Opening, 3 people");
    CHECK(screen.row_of_cursor() == "Note: ");
}

TEST_CASE("a long page that is read begins at its top when what can be done comes later") {
    Page page = people_page();
    List list;
    for (int i = 1; i <= 60; ++i) list.items.push_back({fmt::format("{} of 61, a line to read", i), {}});
    list.items.push_back({"61 of 61, a measure", {{"open it", {Word::trends, "1"}}}});
    page.blocks = {list};
    page.focus.reset();
    Screen screen;
    screen.model.read_out(page);
    CHECK(screen.row_of_cursor() == "1 of 61, a line to read");
    Screen visual(false);
    visual.model.read_out(page);
    CHECK_THAT(visual.rows().back(), containing("omma goes back, Enter does what the line says"));
    visual.type(":");
    CHECK_THAT(visual.rows().back(), containing("Enter keeps it  Ctrl-G leaves"));
}

TEST_CASE("help lies over the page that is read, and leads back to it") {
    Page read = people_page();
    read.title = "Found, 3 places";
    Screen screen;
    screen.model.read_out(read);
    CHECK(chosen(screen.type("?")) == Intent{Word::help, ""});
    Page help = people_page();
    help.title = "Help, 3 words";
    screen.model.read_out(help);
    screen.type(",");
    CHECK(screen.rows().front() == "Found, 3 places");
}

TEST_CASE("help on a page that has a longer text is asked for by its name") {
    Page read = people_page();
    read.title = "Plans, 2 in this folder";
    read.help = "planning";
    Screen screen;
    screen.model.read_out(read);
    CHECK(chosen(screen.type("?")) == Intent{Word::help, "planning"});
}

TEST_CASE("a key that means nothing where one is leaves what is read on the screen") {
    Page home = people_page();
    home.words = {Word::help, Word::quit};
    Page read = people_page();
    read.title = "Plan, Working group 8";
    read.words = {Word::plan};
    Screen screen;
    screen.model.show(home);
    screen.model.read_out(read);
    CHECK_FALSE(screen.type("e"));
    CHECK_THAT(screen.message(), containing("e is no key here."));
    CHECK(screen.rows().front() == "Plan, Working group 8");
}

TEST_CASE("a page that lies under what is read is the new one when it is seen again") {
    Page plans = people_page();
    plans.title = "Plans, 1 in this folder";
    Page plan = people_page();
    plan.title = "Plan, Working group 8";
    Screen screen;
    screen.model.read_out(plans);
    screen.model.read_out(plan);
    plans.title = "Plans, 2 in this folder";
    screen.model.refresh_read(plans);
    CHECK(screen.rows().front() == "Plan, Working group 8");
    screen.type(",");
    CHECK(screen.rows().front() == "Plans, 2 in this folder");
}

TEST_CASE("the mark goes where a page that is read says its focus is, and stays without one") {
    Page read = people_page();
    read.title = "Plan, Working group 8";
    read.focus.reset();
    Screen screen;
    screen.model.read_out(read);
    screen.press(Key::Kind::home);
    read.focus = 2;
    screen.model.refresh_read(read);
    CHECK(screen.row_of_cursor() == "3 of 3, 陈伟");
}

TEST_CASE("one comma more than there are pages to leave is answered, and the next goes back in the meeting") {
    Page page = people_page();
    page.words.push_back(Word::back);
    page.time = TimeLeft{"5 minutes left", 50};
    Page read = people_page();
    read.title = "Found, 3 places";
    Screen screen;
    screen.model.show(page);
    screen.model.read_out(read);
    CHECK_FALSE(screen.type(","));
    CHECK_FALSE(screen.type(","));
    CHECK(screen.message() == "Nothing lies over the meeting any more. A comma once more takes it back a step.");
    CHECK(chosen(screen.type(",")) == Intent{Word::back, ""});
    screen.model.read_out(read);
    screen.type(",");
    screen.press(Key::Kind::down);
    CHECK(chosen(screen.type(",")) == Intent{Word::back, ""});
}

TEST_CASE("a message that is too long for its rows is cut between words") {
    Page page = people_page();
    List list;
    for (int line = 1; line <= 40; ++line) list.items.push_back({fmt::format("{} of 40, a text", line), {}});
    page.blocks = {list};
    Screen screen;
    screen.model.show(page);
    std::string long_text;
    for (int i = 0; i < 60; ++i) long_text += "seventeen ";
    screen.model.announce({.text = long_text});
    const std::string message = screen.message();
    REQUIRE(message.find(" ... :history") != std::string::npos);
    CHECK(message.substr(0, message.find(" ... :history")).ends_with("seventeen"));
}

TEST_CASE("Enter leaves a page that can only be read; on others a line that can do nothing is no way out") {
    Page read = people_page();
    read.title = "Trends, 3 meetings";
    std::get<List>(read.blocks.at(1)).items.front().acts.clear();
    Screen screen;
    screen.model.read_out(read);
    screen.press(Key::Kind::home);
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.rows().front() == "Trends, 3 meetings");
    for (ListItem& each : std::get<List>(read.blocks.at(1)).items) each.acts.clear();
    screen.model.read_out(read);
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.rows().front() != "Trends, 3 meetings");
}

TEST_CASE("the pages above a question are turned like any, and the last leads into the question") {
    Page page;
    page.title = "Forget Asha?";
    List list;
    for (int line = 1; line <= 40; ++line) list.items.push_back({fmt::format("{} of 40, a text", line), {}});
    page.blocks.emplace_back(std::move(list));
    page.question = Question{"Forget this?", {{"keep", "leave it"}, {"forget", "forget it"}}};
    Screen screen;
    screen.model.show(page);
    CHECK(screen.row_of_cursor() == "1. keep: leave it");
    std::vector<std::string> seen;
    for (int key = 0; key < 5; ++key) {
        screen.press(Key::Kind::page_up);
        seen.push_back(screen.row_of_cursor());
    }
    CHECK(seen.front() == "40 of 40, a text");
    CHECK(seen.back() == "1 of 40, a text");
    for (int key = 0; key < 6; ++key) screen.press(Key::Kind::page_down);
    CHECK(screen.row_of_cursor().find(". ") == 1);
}

TEST_CASE("a word of the page that is read acts there, and any other leaves it first") {
    Page read = people_page();
    read.title = "Actions, 3 open";
    read.words = {Word::undo};
    Screen screen;
    screen.model.read_out(read);
    CHECK(chosen(screen.type("u")) == Intent{Word::undo, ""});
    CHECK(screen.rows().front() == "Actions, 3 open");
    screen.type("n");
    CHECK(screen.rows().front() == "Opening, 3 people");
}

TEST_CASE("a bar is for eyes, in one column, and only where there is room; the words say the same") {
    Page page = people_page();
    List list;
    list.items.push_back({"1 of 3, 4 minutes", {}});
    list.items.push_back({"2 of 3, 16 minutes", {}});
    list.items.push_back({"3 of 3, none", {}});
    for (const int percent : {25, 100, 0}) list.items[percent == 25 ? 0 : percent == 100 ? 1 : 2].percent = percent;
    page.blocks = {list};
    page.focus.reset();
    Screen visual(false);
    visual.model.show(page);
    CHECK(visual.row_of_cursor() == "1 of 3, 4 minutes   #####");
    visual.press(Key::Kind::down);
    CHECK(visual.row_of_cursor() == "2 of 3, 16 minutes  ####################");
    visual.press(Key::Kind::down);
    CHECK_THAT(visual.row_of_cursor(), !containing("#"));
    Screen reader;
    reader.model.show(page);
    CHECK(reader.row_of_cursor() == "1 of 3, 4 minutes");
    Screen narrow(false, {12, 40});
    page.blocks = {List{{{"1 of 1, a line that is longer than the bar leaves", {}, {}, 0, 50}}, ""}};
    narrow.model.show(page);
    for (const std::string& row : narrow.rows()) CHECK_THAT(row, !containing("##"));
}

TEST_CASE("a question takes the focus, its choices are numbered, and one that waits takes nothing") {
    Screen screen;
    Page page = people_page();
    page.question = Question{"Go on without them?", {{"skip", "go on"}, {"stay", "stay here"}}};
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() == "1. skip: go on");
    CHECK(std::get<input::Line>(*screen.type("2")).text == "2");
    screen.press(Key::Kind::down);
    CHECK(screen.row_of_cursor() == "2. stay here");
    CHECK(std::get<input::Line>(*screen.press(Key::Kind::enter)).text == "2");
    screen.model.refresh(people_page());
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
    page.question->waits = true;
    screen.press(Key::Kind::down);
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
    CHECK(std::get<input::Line>(*screen.type("1")).text == "1");
}

TEST_CASE("a list longer than the window turns a whole page at its edge") {
    Screen screen(true, {12, 40});
    Page page = people_page();
    List list;
    for (int i = 1; i <= 30; ++i) list.items.push_back({std::to_string(i) + " of 30, name", {}});
    page.blocks = {list};
    page.focus.reset();
    screen.model.show(page);
    std::size_t changes = 0;
    std::vector<std::string> seen{screen.row_of_cursor()};
    for (int i = 1; i < 30; ++i) {
        const auto before = screen.rows();
        screen.press(Key::Kind::down);
        if (screen.rows() != before) ++changes;
        seen.push_back(screen.row_of_cursor());
    }
    CHECK(seen.front() == "1 of 30, name");
    CHECK(seen.back() == "30 of 30, name");
    CHECK(changes == 4);  // seven lines fit
}

TEST_CASE("a page begins with no blank, ends with no heading, and cuts nothing in two that fits") {
    const auto line = [](const std::string& text, Style style, std::size_t thing, std::size_t row) {
        return BodyLine{text, style, !text.empty(), thing, row, std::nullopt, {}, 0};
    };
    using enum Style;
    const std::vector<BodyLine> lines{line("a", plain, 0, 0),  line("b", plain, 1, 0),   line("c", plain, 2, 0),
                                      line("", plain, 3, 0),   line("H", heading, 3, 0), line("d", plain, 4, 0),
                                      line("d2", plain, 4, 1), line("e", plain, 5, 0),   line("f", plain, 6, 0),
                                      line("f2", plain, 6, 1), line("f3", plain, 6, 2),  line("f4", plain, 6, 3)};
    CHECK(page_starts(lines, 12) == std::vector<std::size_t>{0});
    CHECK(page_starts(lines, 3) == std::vector<std::size_t>{0, 4, 7, 8, 11});
    CHECK(page_starts(lines, 5) == std::vector<std::size_t>{0, 4, 8});
    CHECK(page_starts(lines, 6) == std::vector<std::size_t>{0, 4, 8});
    CHECK(page_starts({}, 5) == std::vector<std::size_t>{0});
}

TEST_CASE("a long list has the same pages whichever key leads to them, and none passes a line over") {
    for (const bool reader : {true, false}) {
        Screen screen(reader, {12, 40});
        Page page = people_page();
        page.blocks.clear();
        for (int part = 1; part <= 4; ++part) {
            page.blocks.emplace_back(Heading{fmt::format("Part {}", part)});
            List list;
            for (int i = 1; i <= part * 2; ++i) list.items.push_back({fmt::format("{} in part {}", i, part), {}});
            page.blocks.emplace_back(list);
        }
        page.focus.reset();
        screen.model.show(page);
        const auto body = [&] {
            auto rows = screen.rows();
            rows.resize(rows.size() - 3);  // messages and keys
            rows.front().clear();          // says whether there is more
            return rows;
        };
        std::vector<std::vector<std::string>> by_arrows{body()};
        std::set<std::string> seen{screen.row_of_cursor()};
        for (int i = 0; i < 40; ++i) {
            screen.press(Key::Kind::down);
            seen.insert(screen.row_of_cursor());
            if (body() != by_arrows.back()) by_arrows.push_back(body());
        }
        CHECK(seen.size() == 24);
        auto backwards = by_arrows;
        std::ranges::reverse(backwards);
        std::vector<std::vector<std::string>> up{body()};
        for (int i = 0; i < 40; ++i) {
            screen.press(Key::Kind::up);
            if (body() != up.back()) up.push_back(body());
        }
        CHECK(up == backwards);
        for (std::size_t i = 0; i < by_arrows.size(); ++i) {
            CHECK(body() == by_arrows[i]);
            screen.press(Key::Kind::page_down);
        }
        CHECK(screen.row_of_cursor() == "8 in part 4");
        screen.press(Key::Kind::home);
        CHECK(body() == by_arrows.front());
        screen.press(Key::Kind::end);
        CHECK(body() == by_arrows.back());
        screen.press(Key::Kind::page_up);
        CHECK(body() == by_arrows[by_arrows.size() - 2]);
    }
}

TEST_CASE("the focus stays on its thing when lines come before it") {
    Screen screen;
    screen.press(Key::Kind::down);
    Page page = people_page();
    page.blocks.insert(page.blocks.begin(), Text{"Ben is speaking now."});
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
    page.focus = 2;
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() == "3 of 3, 陈伟");
}

TEST_CASE("the reader profile shows no clock; for eyes the time has a row, and is drawn by itself") {
    Screen reader;
    for (const std::string& row : reader.rows()) CHECK(row.find("14:00") == std::string::npos);
    Screen visual(false);
    CHECK(visual.rows().at(1) == "[###.........] 20 minutes left. 14:00");
    Page page = people_page();
    page.time = TimeLeft{"19 minutes left. 14:01", 30};
    visual.model.refresh(page);
    CHECK_THAT(visual.rows().at(1), containing("20 minutes"));
    CHECK(visual.model.time_due());
    visual.model.show_time();
    CHECK_THAT(visual.rows().at(1), containing("19 minutes"));
    reader.model.refresh(page);
    CHECK_FALSE(reader.model.time_due());
}

TEST_CASE("beside a wide page stands the agenda, for eyes only, and no row is wider than the window") {
    Page page = people_page();
    page.aside = {"Agenda, 2 items", "1 of 2, News, inform, 6 minutes", "2 of 2, Advert, decide, 20 minutes"};
    for (const bool reader : {true, false}) {
        Screen screen(reader, {43, 132});
        screen.model.show(page);
        bool beside = false;
        for (const std::string& row : screen.rows()) {
            CHECK(text::width(row) <= 132);
            beside = beside || row.find("News, inform") != std::string::npos;
        }
        CHECK(beside == !reader);
    }
}

TEST_CASE("a window that is too small is said in words and recovers, with what was typed") {
    Screen screen;
    screen.type("n");
    screen.type("the hall");
    for (const Size small : {Size{5, 80}, Size{25, 12}, Size{1, 1}, Size{2, 3}}) {
        screen.model.resize(small);
        const Frame frame = screen.model.frame();
        REQUIRE(frame.rows.size() == small.rows);
        for (const auto& row : frame.rows) CHECK(text::width(text_of(row)) <= small.columns);
        if (small.columns > 70) CHECK_THAT(text_of(frame.rows[0]), containing("too small"));
    }
    screen.model.resize({12, 40});
    CHECK(screen.row_of_cursor() == "Note: the hall");
}

TEST_CASE("whatever the size, nothing is drawn outside the window") {
    for (std::size_t rows = 1; rows <= 45; rows += 2) {
        for (std::size_t columns = 1; columns <= 140; columns += 7) {
            for (const bool reader : {true, false}) {
                Screen screen(reader, {rows, columns});
                screen.model.announce({Kind::plain, std::string(300, 'x')});
                screen.model.show_message();
                screen.type("n");
                screen.type("a note that is longer than some windows are wide");
                const Frame frame = screen.model.frame();
                REQUIRE(frame.rows.size() == rows);
                REQUIRE(frame.cursor_row < rows);
                REQUIRE(frame.cursor_column < columns);
                for (const auto& row : frame.rows) REQUIRE(text::width(text_of(row)) <= columns);
            }
        }
    }
}

TEST_CASE("what cannot be shown without UTF-8 has an ASCII form") {
    ScreenModel model({true, Hints::full, false});
    model.resize({25, 80});
    model.show(people_page());
    for (const auto& row : model.frame().rows) {
        for (const char c : text_of(row)) CHECK(static_cast<unsigned char>(c) < 128);
    }
}

TEST_CASE("an offered line is a field with that line in it") {
    Screen screen;
    screen.model.offer("note half a");
    CHECK(screen.row_of_cursor() == "Note: half a");
    CHECK(screen.model.draft() == "note half a");
}

TEST_CASE("when several messages have no room, the first and the latest stay") {
    Screen screen(true, {12, 40});
    for (const char* said :
         {"Folkmoot, full screen.", "A paper went out late, and this is a long sentence about it all.",
          "Another paper went out late, and this is one more long sentence about it.",
          "What was half typed is here again."})
        screen.model.announce({Kind::plain, said});
    CHECK(screen.message() ==
          "Folkmoot, full screen. ... Another paper went out late, and this is one more long sentence about it. What "
          "was half typed is here again.");
}

TEST_CASE("a refusal closes the field, because nothing is wrong with what was typed") {
    Screen screen;
    screen.type(":back");
    screen.press(Key::Kind::enter);
    screen.model.announce({Kind::error, "This is the first place.", false, false, true});
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
}

TEST_CASE("words that were refused come back, since they can be changed; and a new field has no old message over it") {
    Screen screen;
    screen.type(":rule vote 9 1");
    screen.press(Key::Kind::enter);
    screen.model.announce({Kind::error, "More votes than people.", false, false, true});
    CHECK(screen.row_of_cursor() == ":rule vote 9 1");
    CHECK_THAT(screen.message(), containing("More votes than people."));
    screen.press(Key::Kind::leave);
    screen.message();
    screen.type(":");
    CHECK_FALSE(screen.model.message_due());
    CHECK(screen.message().empty());
    screen.press(Key::Kind::down);
    CHECK(screen.row_of_cursor() == "Left without keeping.");
}

TEST_CASE("what a field is about stands before it, out of reach of the keys") {
    Screen screen;
    Page page = people_page();
    List list;
    list.items.push_back({"1 of 1, note 7", {{"number 7, new text", {Word::edit, "7"}, true, "old"}}});
    page.blocks = {list};
    page.words.push_back(Word::edit);
    screen.model.show(page);
    screen.press(Key::Kind::enter);
    CHECK(screen.row_of_cursor() == "Number 7, new text: old");
    screen.press(Key::Kind::erase_line);
    screen.type("2 buses");
    CHECK(screen.model.draft() == "edit 7 2 buses");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::edit, "7 2 buses"});
}

TEST_CASE("a key is for the line under the cursor where the line has its word, and says no more than the word") {
    Screen screen;
    Page page = people_page();
    page.words.push_back(Word::away);
    List list;
    list.items.push_back({"1 of 1, Asha",
                          {{"is here", {Word::here, "1"}},
                           {"apologies", {Word::away, "1: apologies"}},
                           {"is away", {Word::away, "1"}}}});
    page.blocks = {list};
    screen.model.show(page);
    CHECK(chosen(screen.type("x")) == Intent{Word::away, "1"});
    CHECK_FALSE(screen.type("i"));
    CHECK(screen.row_of_cursor() == "Here: ");
}

TEST_CASE("a key whose word does not belong here is answered at once, before anything is typed") {
    Screen screen;
    CHECK(chosen(screen.type("e")) == Intent{Word::extend, ""});
}

TEST_CASE("the word of a field typed again in it, as in its example, means the same") {
    Screen screen;
    screen.type("n");
    screen.type("note The hall");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::note, "The hall"});
}

TEST_CASE("where lines can do one thing only, a number means the line of that number") {
    Screen screen;
    Page page = people_page();
    List list;
    for (const char* name : {"start", "demo", "actions"})
        list.items.push_back({std::to_string(list.items.size() + 1) + " of 3, " + name, {{name, {Word::show, name}}}});
    page.blocks = {list};
    screen.model.show(page);
    CHECK(chosen(screen.type("3")) == Intent{Word::show, "actions"});
    CHECK_FALSE(screen.type("4"));
}

TEST_CASE("a number that nobody else is to see is a star in its field, and is sent as it was typed") {
    Screen screen;
    Page page = people_page();
    page.words.push_back(Word::answers);
    page.on_number = Word::answers;
    page.secret = true;
    screen.model.show(page);
    CHECK_FALSE(screen.type("4"));
    CHECK(screen.row_of_cursor() == "Answers: *");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::answers, "4"});
}

TEST_CASE(
    "where scores are said a digit begins what is said, whichever line has the cursor, and Enter alone keeps nothing") {
    Screen screen;
    Page page = people_page();
    page.words.push_back(Word::say);
    page.on_number = Word::say;
    List list;
    list.items.push_back({"1 of 2, Asha, next", {{"Asha says", {Word::say, ""}, true}, {"passes", {Word::pass, ""}}}});
    list.items.push_back({"2 of 2, Ben", {{"speaks now", {Word::speak, "2"}}, {"passes", {Word::pass, "2"}}}});
    page.blocks = {list};
    page.focus = 1;
    screen.model.show(page);
    CHECK_FALSE(screen.type("2"));
    CHECK(screen.row_of_cursor() == "Asha says: 2");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::say, "2"});
    CHECK(chosen(screen.type("-")) == Intent{Word::pass, "2"});

    screen.press(Key::Kind::up);
    CHECK(chosen(screen.type("-")) == Intent{Word::pass, ""});
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.row_of_cursor() == "Asha says: ");
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.message() == "Nothing is typed yet. Ctrl-G leaves.");
    CHECK(screen.row_of_cursor() == "Asha says: ");
}

TEST_CASE("a number means a line of the list that the cursor is in, and of no other") {
    Screen screen;
    Page page = people_page();
    List some, others;
    for (const char* name : {"start", "demo", "actions"})
        others.items.push_back(
            {std::to_string(others.items.size() + 1) + " of 3, " + name, {{name, {Word::show, name}}}});
    some.items.push_back({"The next meeting has no date yet.", {{"its date", {Word::meet, ""}, true}}});
    some.items.push_back({"1 of 1, Working group", {{"take it up", {Word::resume, "1"}}}});
    page.blocks = {some, others};
    page.focus = 0;
    screen.model.show(page);
    CHECK_FALSE(screen.type("2"));
    CHECK(screen.message() == "2 means nothing on this line. Numbers go from 1 to 1.");
    screen.press(Key::Kind::down);
    CHECK_FALSE(screen.type("2"));
    screen.press(Key::Kind::down);
    CHECK(chosen(screen.type("2")) == Intent{Word::show, "demo"});
}

TEST_CASE("on a line that can do nothing a number acts on no other line") {
    Screen screen;
    Page page = people_page();
    List list;
    for (const char* name : {"start", "demo"})
        list.items.push_back({std::to_string(list.items.size() + 1) + " of 2, " + name, {{name, {Word::show, name}}}});
    page.blocks = {list, Text{"Nothing more is here."}};
    screen.model.show(page);
    screen.press(Key::Kind::end);
    CHECK(screen.row_of_cursor() == "Nothing more is here.");
    CHECK_FALSE(screen.type("2"));
    CHECK(screen.message() == "2 means nothing on this line. Go to the line it is for first.");
}

TEST_CASE("after the answer that changes nothing the cursor is where the question was asked") {
    Screen screen;
    Page page = people_page();
    screen.press(Key::Kind::down);
    page.question = Question{"Close?", {{"close", "close"}, {"stay", "stay here"}}};
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() != "2 of 3, Ben");
    page.question.reset();
    screen.model.refresh(page);
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
}

TEST_CASE("Esc goes back from a page that lies over another") {
    Screen screen;
    Page page = people_page();
    page.on_leave = Word::back;
    screen.model.show(page);
    CHECK(chosen(screen.press(Key::Kind::leave)) == Intent{Word::back, ""});
}

TEST_CASE("while a question is open the keys' line, for eyes, says how it is answered") {
    Screen screen(false);
    Page page = people_page();
    page.question = Question{"Go on?", {{"skip", "go on"}, {"stay", "stay here"}}};
    screen.model.refresh(page);
    CHECK(screen.rows().back() == "1 to 2 answers  Enter takes the one at the cursor  Esc stays here");
}

TEST_CASE("Esc gives the answer that changes nothing") {
    Screen screen;
    Page page = people_page();
    page.question = Question{"Go on?", {{"skip", "go on"}, {"stay", "stay here"}}};
    screen.model.refresh(page);
    CHECK(std::get<input::Line>(*screen.press(Key::Kind::leave)).text == "2");
    page.question = Question{"Go on?", {{"skip", "go on"}}};
    screen.model.refresh(page);
    CHECK_FALSE(screen.press(Key::Kind::leave));
    CHECK(screen.message() == "This question needs an answer: a number, or Enter on a line.");
}

TEST_CASE("for readers no row lies between the lines, and the keys' line is always the same") {
    Screen screen;
    const Frame frame = screen.model.frame();
    const std::size_t first = frame.cursor_row;
    for (std::size_t row = first - 1; row < first + 4; ++row) CHECK_FALSE(text_of(frame.rows[row]).empty());
    const std::string keys = text_of(frame.rows.back());
    Page page = people_page();
    page.words = {Word::next};
    screen.model.show(page);
    CHECK(screen.rows().back() == keys);
}

TEST_CASE("Ctrl-T asks for the meaning of the word at the cursor, and the line stays as it is") {
    Screen screen;
    Page page = people_page();
    page.words.push_back(Word::glossary);
    screen.model.show(page);
    screen.type("nWe need PPI");
    screen.message();
    CHECK(chosen(screen.press(Key::Kind::explain)) == Intent{Word::glossary, "PPI"});
    std::string meaning = "PPI: ";
    for (int i = 0; i < 40; ++i) meaning += "people ";
    screen.model.announce({.text = meaning, .to_read = true});
    CHECK(screen.message().starts_with("PPI: people people"));
    CHECK(screen.model.draft() == "note We need PPI");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::note, "We need PPI"});
}

TEST_CASE("Ctrl-T says when there is no word, and when there is no glossary") {
    Screen screen;
    screen.type("n");
    screen.message();
    CHECK_FALSE(screen.press(Key::Kind::explain));
    CHECK(screen.message() == "There is no glossary here.");
    Page page = people_page();
    page.words.push_back(Word::glossary);
    screen.model.refresh(page);
    CHECK_FALSE(screen.press(Key::Kind::explain));
    CHECK(screen.message() == "There is no word here to be explained.");
}

TEST_CASE("a page says what a key does in place of opening an empty field") {
    Screen screen;
    Page page = people_page();
    page.words.insert(page.words.end(), {Word::term, Word::plain});
    page.key_acts = {{"explain it", {Word::term, ""}, true, "PPI: "}, {"everybody knows it", {Word::plain, "PPI"}}};
    screen.model.show(page);
    CHECK(chosen(screen.type("f")) == Intent{Word::plain, "PPI"});
    screen.type("gpeople");
    CHECK(screen.row_of_cursor() == "Explain it: PPI: people");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::term, "PPI: people"});
}
