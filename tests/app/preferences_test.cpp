#include "src/app/preferences.h"

#include <algorithm>

#include "src/app/first_start.h"
#include "src/base/error.h"
#include "src/render/script.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using test::containing;

namespace {

/// A script that remembers how it was last set.
class SettableScript final : public Renderer {
public:
    explicit SettableScript(const std::vector<std::string>& lines) : script(lines) {}
    void show(const Page& page) override { script.show(page); }
    void refresh(const Page& page) override { script.refresh(page); }
    void refresh_read(const Page& page) override { read_again.push_back(page); }
    void settle(const FaceSettings& wanted) override { settings = wanted; }
    void announce(const Announcement& said) override { script.announce(said); }
    Input read(std::optional<std::chrono::milliseconds> wait) override { return script.read(wait); }
    void offer(const std::string&) override {}
    bool change_face(FaceKind kind) override {
        now = kind;
        return true;
    }
    [[nodiscard]] FaceKind face() const override { return now; }
    [[nodiscard]] bool alive() const override { return true; }

    Script script;
    FaceSettings settings;
    std::vector<Page> read_again;
    FaceKind now = FaceKind::linear;
};

struct Set {
    tests::TemporaryFolder folder;
    Preferences preferences{folder / "settings.toml", {}, false, true};
    SettableScript face{{}};

    SettingsTold take(const std::string& typed) { return take_settings(preferences, face, typed); }
};

const List& lines_of(const Page& page) { return std::get<List>(page.blocks.at(1)); }

}  // namespace

TEST_CASE("a setting counts at once, and its former value is said") {
    Set set;
    CHECK(set.take("profile reader").said == "Profile, reader. Before, visual.");
    CHECK(set.face.settings.reader);
    CHECK(set.take("single keys off").said == "Single keys, off. Before, on.");
    CHECK_FALSE(set.face.settings.single_keys);
    CHECK(set.take("bell important").said == "Bell, important, as before.");
    set.take("errors on");
    CHECK(set.face.settings.errors_take_cursor);
    for (const char* name : {"keys without enter", "keys_without_enter"}) {
        set.take(std::string(name) + " off");
        CHECK_FALSE(set.face.settings.keys_without_enter);
        set.take(std::string(name) + " on");
        CHECK(set.face.settings.keys_without_enter);
    }
    set.take("hints none");
    CHECK(set.face.settings.hints == "none");
    set.take("width 60");
    CHECK(set.face.settings.width == 60);
    set.take("dates numbers");
    REQUIRE(set.face.settings.reworded);
    CHECK(set.face.settings.reworded("Due Friday 4 December 2026.") == "Due 2026-12-04.");
}

TEST_CASE("NO_COLOR goes before the colours of the settings") {
    const tests::TemporaryFolder folder;
    Preferences allowed(folder / "settings.toml", {}, false, true);
    CHECK(allowed.face().colour);
    allowed.change("colours none");
    CHECK_FALSE(allowed.face().colour);
    Preferences forbidden(folder / "settings.toml", {}, false, false);
    forbidden.change("colours auto");
    CHECK_FALSE(forbidden.face().colour);
}

TEST_CASE("a profile for one start stays while other settings change") {
    const tests::TemporaryFolder folder;
    Settings settings;
    settings.profile = "visual";
    Preferences preferences(folder / "settings.toml", settings, true, true);
    preferences.change("bell off");
    CHECK(preferences.face().reader);
    CHECK(preferences.change("profile visual") == "Profile, visual. Before, reader.");
    CHECK_FALSE(preferences.face().reader);
}

TEST_CASE("the settings are a page: each line says its value, Enter takes the next one, a number that one") {
    Set set;
    CHECK(set.take("").said.empty());
    const Page& page = set.face.script.pages.front();
    const auto& lines = lines_of(page).items;
    CHECK(page.title == "Settings, 15 lines");
    CHECK_THAT(lines.front().text, containing("1 of 15, Profile, visual. It can be visual or reader, for"));
    for (const auto& line : lines) {
        INFO(line.text);
        REQUIRE_FALSE(line.acts.empty());
        CHECK(line.enter < line.acts.size());
        const auto& next = line.acts[line.enter];
        CHECK(next.intent.word == Word::settings);
        if (!next.asks) CHECK_NOTHROW(set.take(next.intent.argument));
    }
    const auto& changed = set.face.read_again;
    const auto settings = std::find_if(changed.rbegin(), changed.rend(),
                                       [](const Page& each) { return each.title.starts_with("Settings"); });
    REQUIRE(settings != changed.rend());
    CHECK_THAT(lines_of(*settings).items.front().text, containing("Profile, reader."));
}

TEST_CASE("a field of the settings holds the present value, and bad input is answered") {
    Set set;
    const Page page = set.preferences.page();
    const auto& lines = lines_of(page).items;
    const auto width = std::ranges::find_if(lines, [](const ListItem& each) {
        return each.acts.front().intent == Intent{Word::settings, "width"};
    });
    REQUIRE(width != lines.end());
    CHECK(width->acts.front().asks);
    CHECK(width->acts.front().begun == "terminal");
    CHECK_THROWS_WITH(set.take("width five"), containing("not \"five\"") && containing("Example: settings width 60."));
}

TEST_CASE("another face is asked for at once") {
    Set set;
    CHECK(set.take("face linear").face == FaceKind::linear);
    CHECK(set.take("face screen").face == FaceKind::screen);
    CHECK_FALSE(set.take("bell off").face);
}

TEST_CASE("a key is changed by its word, kept in its table, and one used twice is refused with both names") {
    Set set;
    CHECK(set.take("key note N").said == "note, key capital N. Before, key n.");
    CHECK(set.face.settings.keys.of(Word::note) == "N");
    CHECK(read_settings(set.folder / "settings.toml").keys == std::vector<KeySetting>{{"note", "N", 2}});
    CHECK_THROWS_WITH(set.take("key action d"), containing("decide") && containing("action"));
    CHECK_THROWS_WITH(set.take("key note"), containing("Example: settings key note N."));
    CHECK_THROWS_WITH(set.take("key nothing x"), containing("\"nothing x\""));
    CHECK(set.take("key note none").said == "note, no key. Before, key capital N.");
    CHECK(set.face.settings.keys.of(Word::note).empty());
    set.take("keys");
    const Page& page = set.face.script.pages.back();
    CHECK(page.title.starts_with("Keys, "));
    CHECK_THAT(lines_of(page).items.front().text, containing("next, key full stop"));
    CHECK(lines_of(page).items.front().acts.front().intent == Intent{Word::settings, "key next"});
}

TEST_CASE("keys of the file that cannot be had are said with their line, and the others count") {
    const tests::TemporaryFolder folder;
    const auto path = folder.write("settings.toml", "[keys]\nnote = \"N\"\naction = \"d\"\nnoet = \"x\"\n");
    const Preferences preferences(path, read_settings(path), false, true);
    CHECK(preferences.face().keys.of(Word::note) == "N");
    CHECK(preferences.face().keys.of(Word::action) == "a");
    REQUIRE(preferences.key_faults().size() == 2);
    CHECK_THAT(preferences.key_faults()[0], containing("line 3") && containing("decide") && containing("action"));
    CHECK_THAT(preferences.key_faults()[1], containing("line 4") && containing("\"noet\""));
}

TEST_CASE("the first start asks once how the terminal is used, says what that changes, and keeps it") {
    struct Expected {
        const char* answer;
        const char* profile;
        const char* face;
        FaceKind kind;
    };
    for (const auto& [answer, profile, kept_face, kind] :
         {Expected{"1", "visual", "screen", FaceKind::screen}, Expected{"reader", "reader", "screen", FaceKind::screen},
          Expected{"both", "reader", "screen", FaceKind::screen},
          Expected{"ears", "reader", "screen", FaceKind::screen},
          Expected{"Fingers", "reader", "screen", FaceKind::screen},
          Expected{"braille", "reader", "screen", FaceKind::screen},
          Expected{"4", "reader", "linear", FaceKind::linear}}) {
        INFO(answer);
        const tests::TemporaryFolder folder;
        Preferences preferences(folder / "settings.toml", {}, false, true);
        SettableScript face({answer});
        settle_use(face, preferences);
        const Settings kept = read_settings(folder / "settings.toml");
        CHECK(kept.profile == profile);
        CHECK(kept.face == kept_face);
        CHECK(face.now == kind);
        CHECK(face.settings.reader == (kept.profile == "reader"));
        REQUIRE(face.script.refreshed.front().question);
        CHECK(face.script.refreshed.front().question->choices.size() == 4);
        CHECK_THAT(face.script.announcements.back().text,
                   containing("To change it, use the word settings.") && containing("settings.toml"));
    }
}

TEST_CASE("an answer that cannot be kept counts all the same, and that is said") {
    const tests::TemporaryFolder folder;
    const auto path = folder.write("settings.toml", "profile = = 1\n");
    Preferences preferences(path, read_settings(path), false, true);
    SettableScript face({"2"});
    settle_use(face, preferences);
    CHECK(face.settings.reader);
    CHECK_THAT(face.script.announcements.back().text, containing("could not be kept") && containing("line 1"));
}
