#include "src/files/settings_file.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using folkmoot::tests::TemporaryFolder;

namespace {

Settings read_text(std::string_view content) {
    const TemporaryFolder folder;
    return read_settings(folder.write("settings.toml", content));
}

Threshold share(double value) { return {Threshold::Kind::share_gone, value, Millis{0}}; }
Threshold left(Millis value) { return {Threshold::Kind::time_left, 0.5, value}; }

}  // namespace

TEST_CASE("without a settings file, or with an empty one, everything has its default") {
    CHECK(read_settings("/nowhere/settings.toml") == Settings{});
    CHECK(read_settings({}) == Settings{});
    for (const char* content : {"", "# nothing set\n"}) {
        Settings settings = read_text(content);
        settings.shown_path.clear();
        CHECK(settings == Settings{});
    }
}

TEST_CASE("every setting is read") {
    const auto settings = read_text(
        "face = \"linear\"\nprofile = \"reader\"\nthresholds = [\"half\", \"25 %\", \"5 minutes\", \"1 minute\", "
        "\"30 seconds\"]\nbell = \"all\"\nhints = \"short\"\nwidth = 60\nsingle_keys = false\npapers_ahead = 7\n"
        "minutes_folder = \"/srv/minutes\"\nerrors_take_cursor = true\nkeys_without_enter = true\n"
        "last_minute_seconds = true\ncolours = \"none\"\ndates = \"numbers\"\n[keys]\nnote = \"N\"\n");
    CHECK(settings.faults.empty());
    CHECK(settings.face == "linear");
    CHECK(settings.profile == "reader");
    CHECK(settings.thresholds == std::vector<Threshold>{share(0.5), share(0.25), left(Minutes{5}), left(Minutes{1}),
                                                        left(std::chrono::seconds{30})});
    CHECK(settings.bell == Settings::Bell::all);
    CHECK(settings.hints == "short");
    CHECK(settings.width == 60);
    CHECK_FALSE(settings.single_keys);
    CHECK(settings.errors_take_cursor);
    CHECK(settings.keys_without_enter);
    CHECK(settings.last_minute_seconds);
    CHECK_FALSE(settings.colours);
    CHECK(settings.dates == DateWords::numbers);
    CHECK(settings.keys == std::vector<KeySetting>{{"note", "N", 16}});
    CHECK(settings.papers_ahead == 7);
    CHECK(settings.minutes_folder == "/srv/minutes");
}

TEST_CASE("a group may want no warnings at all") {
    const auto settings = read_text("thresholds = []\nbell = \"off\"\n");
    CHECK(settings.faults.empty());
    CHECK(settings.thresholds.empty());
    CHECK(settings.bell == Settings::Bell::off);
}

TEST_CASE("a faulty setting keeps its default, is reported, and leaves the others alone") {
    const auto settings = read_text(
        "face = \"lineal\"\nthresholds = [\"half\", \"soon\"]\nbell = 3\nwidth = 5\nbel = \"off\"\nsingle_keys = "
        "false\n");
    CHECK_FALSE(settings.face);
    CHECK(settings.thresholds == default_thresholds());
    CHECK(settings.bell == Settings::Bell::important);
    CHECK(settings.width == 0);
    CHECK_FALSE(settings.single_keys);
    REQUIRE(settings.faults.size() == 5);
    CHECK(settings.faults[0].line == 1);
    CHECK(settings.faults[0].found == "face = \"lineal\"");
    CHECK(settings.faults[0].allowed == "linear or screen");
    CHECK(settings.faults[1].found == "\"soon\" in thresholds");
    CHECK(settings.faults[2].found == "bell = 3");
    CHECK(settings.faults[3].allowed == "a whole number from 20 to 1000, or 0 for the terminal's width");
    CHECK(settings.faults[4].allowed.find("perhaps bell;") == 0);
}

TEST_CASE("thresholds of the wrong type keep their defaults") {
    for (const auto* typed : {"\"half\"", "[5]", "[\"half\", 5]", "[\"0 minutes\"]", "[\"100 %\"]", "[\"5 hours\"]"}) {
        INFO(typed);
        const auto settings = read_text(std::string("thresholds = ") + typed + "\n");
        CHECK(settings.thresholds == default_thresholds());
        CHECK(settings.faults.size() == 1);
    }
}

TEST_CASE("settings that are no TOML or no file are one fault and the defaults") {
    auto settings = read_text("face = linear\n");
    REQUIRE(settings.faults.size() == 1);
    CHECK(settings.faults[0].line == 1);
    settings.faults.clear();
    settings.shown_path.clear();
    CHECK(settings == Settings{});
    const TemporaryFolder folder;
    CHECK(read_settings(folder.path()).faults.size() == 1);
}

TEST_CASE("a setting that is kept leaves the rest of the file as it was") {
    const TemporaryFolder folder;
    const auto path = folder / "new/settings.toml";
    keep_setting(path, "", "profile", "\"reader\"");
    CHECK(read_settings(path).profile == "reader");
    folder.write("new/settings.toml", "# mine\nprofile = \"reader\"  # asked in May\nwidth = 60\n");
    keep_setting(path, "", "profile", "\"visual\"");
    std::ifstream in(path);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    CHECK(content == "# mine\nprofile = \"visual\"  # asked in May\nwidth = 60\n");
    CHECK(std::filesystem::exists(folder / "new/settings.toml.bak"));
}

TEST_CASE("settings are looked for where the desktop's rules say") {
    const std::string config = std::getenv("XDG_CONFIG_HOME") ? std::getenv("XDG_CONFIG_HOME") : "";
    const std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
    ::setenv("HOME", "/home/asha", 1);
    ::setenv("XDG_CONFIG_HOME", "/config", 1);
    CHECK(settings_path() == "/config/folkmoot/settings.toml");
    ::setenv("XDG_CONFIG_HOME", "relative", 1);
    CHECK(settings_path() == "/home/asha/.config/folkmoot/settings.toml");
    ::unsetenv("XDG_CONFIG_HOME");
    ::unsetenv("HOME");
    CHECK(settings_path().empty());
    if (!config.empty()) ::setenv("XDG_CONFIG_HOME", config.c_str(), 1);
    if (!home.empty()) ::setenv("HOME", home.c_str(), 1);
}
