#include "tests/render/a_screen.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using namespace folkmoot::tests;
using test::containing;

namespace {

Screen with_settings(const ScreenSettings& settings) {
    Screen screen(settings.reader);
    screen.model.settle(settings);
    return screen;
}

ScreenSettings reader_settings() { return {true, Hints::full, true}; }

}  // namespace

TEST_CASE("with single keys off letters and marks do nothing and say how, and all the rest still works") {
    ScreenSettings settings = reader_settings();
    settings.single_keys = false;
    Screen screen = with_settings(settings);
    for (const char* key : {"n", "N", ".", ",", "m", "/"}) {
        CHECK_FALSE(screen.type(key));
        CHECK_THAT(screen.message(), containing("Single keys are off. Type a colon first."));
        CHECK(screen.row_of_cursor() == "1 of 3, Asha");
    }
    CHECK(chosen(screen.type("?")) == Intent{Word::help, ""});
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::here, "1"});
    CHECK(chosen(screen.type("2")) == Intent{Word::away, "1: apologies"});
    screen.type(":note The ramp");
    const auto line = screen.press(Key::Kind::enter);
    REQUIRE(line);
    CHECK(std::get<input::Line>(*line).text == "note The ramp");
    CHECK(screen.rows().back() == ": any word  ? help");
    screen.model.announce({Kind::plain, "Ben is here."});
    screen.message();
    screen.type(":message");
    CHECK_FALSE(screen.press(Key::Kind::enter));
    CHECK(screen.row_of_cursor() == "Ben is here.");
}

TEST_CASE("an error takes the cursor until the next key, where that is wanted") {
    ScreenSettings settings = reader_settings();
    for (const bool wanted : {false, true}) {
        settings.errors_take_cursor = wanted;
        Screen screen = with_settings(settings);
        screen.model.announce({Kind::error, "There is no item 9."});
        CHECK(screen.row_of_cursor() == "1 of 3, Asha");
        screen.model.show_message();
        CHECK(screen.row_of_cursor() == (wanted ? "There is no item 9." : "1 of 3, Asha"));
        CHECK(screen.model.frame().cursor_column == 0);
        screen.press(Key::Kind::down);
        CHECK(screen.row_of_cursor() == "2 of 3, Ben");
        screen.model.announce({Kind::plain, "Ben is here."});
        screen.model.show_message();
        CHECK(screen.row_of_cursor() == "2 of 3, Ben");
    }
}

TEST_CASE("an error about a line that comes back takes the cursor, and the next key goes into the line") {
    ScreenSettings settings = reader_settings();
    settings.errors_take_cursor = true;
    Screen screen = with_settings(settings);
    screen.type("sZed");
    screen.message();
    CHECK(screen.press(Key::Kind::enter));
    screen.model.announce({Kind::error, "Nobody is called Zed."});
    screen.model.show_message();
    CHECK_THAT(screen.row_of_cursor(), containing("Nobody is called Zed."));
    screen.type("y");
    CHECK(screen.row_of_cursor() == "Speak: Zedy");
}

TEST_CASE("changed keys act, and the key line, the hints and what is said of keys follow") {
    ScreenSettings settings{false, Hints::full, true};
    settings.keys.set(Word::note, "N");
    settings.keys.set(Word::next, ";");
    settings.keys.set(Word::help, "H");
    settings.keys.set(Word::message, "x");
    Screen screen = with_settings(settings);
    Page page = people_page();
    page.blocks.emplace_back(Hint{"", "{note}: a note. {next} goes on, {agree} agrees."});
    screen.model.show(page);
    CHECK_FALSE(screen.type("N"));
    CHECK(screen.row_of_cursor() == "Note: ");
    screen.press(Key::Kind::leave);
    screen.message();
    CHECK(chosen(screen.type(";")) == Intent{Word::next, ""});
    screen.type("n");
    CHECK_THAT(screen.message(), containing("n is no key here. Capital H lists the keys."));
    CHECK(screen.rows().back() == "i here  N note  p park  s speak  ; next  : any word  H help  q leave");
    bool hinted = false;
    for (const auto& row : screen.rows())
        hinted = hinted || row == "Capital N: a note. A semicolon goes on, :agree agrees.";
    CHECK(hinted);
    screen.type("x");
    CHECK_THAT(screen.row_of_cursor(), containing("n is no key here."));
}

TEST_CASE("other settings in a running program leave the focus and what is half typed where they are") {
    Screen screen(false);
    screen.press(Key::Kind::down);
    screen.type("n");
    screen.type("half a");
    screen.model.settle(reader_settings());
    CHECK(screen.model.draft() == "note half a");
    screen.press(Key::Kind::leave);
    CHECK(screen.row_of_cursor() == "2 of 3, Ben");
    for (const auto& row : screen.rows()) CHECK(row.find("14:00") == std::string::npos);
}

TEST_CASE("a page that is being read can change a little, and the focus stays on its line") {
    Screen screen;
    const auto settings_page = [](const char* value, std::size_t enter) {
        Page page;
        page.title = "Settings, 2 lines";
        page.blocks.emplace_back(Text{"How to change them."});
        List list;
        list.items.push_back({"1 of 2, Face, screen.", {{"screen", {Word::settings, "face screen"}}}});
        list.items.push_back({std::string("2 of 2, Bell, ") + value + ".",
                              {{"off", {Word::settings, "bell off"}}, {"all", {Word::settings, "bell all"}}},
                              {},
                              enter});
        page.blocks.emplace_back(std::move(list));
        return page;
    };
    screen.model.refresh_read(settings_page("off", 1));
    CHECK(screen.rows().front() == "Opening, 3 people");
    screen.model.read_out(settings_page("off", 1));
    CHECK(screen.row_of_cursor() == "1 of 2, Face, screen.");
    screen.press(Key::Kind::down);
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::settings, "bell all"});
    screen.model.refresh_read(settings_page("all", 0));
    CHECK(screen.row_of_cursor() == "2 of 2, Bell, all.");
    CHECK(chosen(screen.press(Key::Kind::enter)) == Intent{Word::settings, "bell off"});
    CHECK(chosen(screen.type("2")) == Intent{Word::settings, "bell all"});
    CHECK_FALSE(screen.type(","));
    CHECK(screen.row_of_cursor() == "1 of 3, Asha");
}

TEST_CASE("an error that says what to type has the colon that comes before it here") {
    Screen screen;
    screen.model.announce({Kind::error, "No item is open. Type next to go on."});
    CHECK(screen.message() == "No item is open. Type :next to go on.");
}
