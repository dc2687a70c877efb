#include "src/files/settings_words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "src/base/error.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using test::containing;

namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("each setting is said with its present value and what it can be") {
    Settings settings;
    settings.profile = "reader";
    settings.bell = Settings::Bell::off;
    settings.dates = DateWords::numbers;
    std::string said;
    for (const auto& each : settings_in_words(settings)) {
        INFO(each.key);
        said += each.name + ", " + each.value + "\n";
        CHECK_FALSE(each.can_be.empty());
        CHECK(each.values.empty() == !each.allowed.empty());
        if (!each.values.empty()) CHECK(std::ranges::find(each.values, each.value) != each.values.end());
    }
    for (const char* line :
         {"Profile, reader\n", "Face, screen\n", "Errors take the cursor, off\n", "Hints, full\n", "Bell, off\n",
          "Single keys, on\n", "Keys without Enter, off\n", "Last minute in seconds, off\n", "Colours, auto\n",
          "Dates, numbers\n", "Times said, half, 5 minutes and 1 minute\n", "Width of plain lines, the terminal's\n",
          "Papers ahead, 14 days\n", "Minutes folder, beside the log\n"})
        CHECK_THAT(said, containing(line));
}

TEST_CASE("whatever stands in a setting's field can be sent back as it is, and every value can be chosen") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "settings.toml";
    for (const auto& each : settings_in_words(Settings{})) {
        INFO(each.key);
        if (each.values.empty()) CHECK(change_setting(path, each.key + " " + each.begun) == each.key);
        if (each.values.empty()) CHECK(change_setting(path, each.key + " " + each.example) == each.key);
        for (const auto& value : each.values) {
            CHECK(change_setting(path, each.key + " " + value) == each.key);
            const auto now = settings_in_words(read_settings(path));
            CHECK(std::ranges::find(now, each.key, &SettingInWords::key)->value == value);
        }
    }
    CHECK(read_settings(path).faults.empty());
}

TEST_CASE("a setting is called by its name, with blanks, or shortened, and what is typed for it keeps its case") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "settings.toml";
    CHECK(change_setting(path, "Profile READER") == "profile");
    CHECK(change_setting(path, "errors on") == "errors_take_cursor");
    CHECK(change_setting(path, "single keys off") == "single_keys");
    CHECK(change_setting(path, "minutes folder /Srv/Minutes") == "minutes_folder");
    CHECK(change_setting(path, "papers 10 days") == "papers_ahead");
    CHECK(change_setting(path, "thresholds half, 25 % and 1 minute") == "thresholds");
    const Settings kept = read_settings(path);
    CHECK(kept.profile == "reader");
    CHECK(kept.errors_take_cursor);
    CHECK_FALSE(kept.single_keys);
    CHECK(kept.minutes_folder == "/Srv/Minutes");
    CHECK(kept.papers_ahead == 10);
    CHECK(kept.thresholds.size() == 3);
    change_setting(path, "thresholds none");
    change_setting(path, "minutes folder beside the log");
    CHECK(read_settings(path).thresholds.empty());
    CHECK(read_settings(path).minutes_folder.empty());
}

TEST_CASE("what a setting cannot be is answered with what was typed, what is allowed and an example") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "settings.toml";
    const auto refused = [&](const std::string& typed, const std::string& allowed, const std::string& example) {
        INFO(typed);
        CHECK_THROWS_WITH(change_setting(path, typed),
                          containing(allowed) && containing("Example: settings " + example));
    };
    refused("tone red", "\"tone red\" is no setting. It can be profile, face,", "bell off.");
    refused("bell loud", "Bell can be off, important or all, not \"loud\".", "bell off.");
    refused("bell", "Bell can be off, important or all.", "bell off.");
    refused("single keys maybe", "on or off, not \"maybe\"", "single keys on.");
    refused("width 5", "from 20 to 1000, or terminal, not \"5\"", "width 60.");
    refused("papers ahead soon", "from 0 to 365, not \"soon\"", "papers ahead 14.");
    refused("thresholds half, soon", "not \"half, soon\"", "thresholds half, 5 minutes, 1 minute.");
    refused("minutes folder minutes", "begins with a slash", "minutes folder ~/minutes.");
    refused("minutes folder " + folder.write("file", "x").string(), "is a file", "minutes folder ~/minutes.");
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("only the line of the setting changes, and what stood there is kept beside it") {
    const tests::TemporaryFolder folder;
    const std::string before = "# mine\nbell = \"all\"  # loud\nwidth = 60\n\n[keys]\nnote = \"N\"\n";
    const auto path = folder.write("settings.toml", before);
    change_setting(path, "bell off");
    CHECK(content_of(path) == "# mine\nbell = \"off\"  # loud\nwidth = 60\n\n[keys]\nnote = \"N\"\n");
    CHECK(content_of(folder / "settings.toml.bak") == before);
    change_setting(path, "single keys off");
    CHECK_THAT(content_of(path), containing("single_keys = false\n"));
    CHECK(read_settings(path).faults.empty());
    CHECK_FALSE(read_settings(path).single_keys);
}

TEST_CASE("in a broken file nothing is changed, and its line is said") {
    const tests::TemporaryFolder folder;
    const auto path = folder.write("settings.toml", "bell = \"all\"\nwidth = = 60\n");
    CHECK_THROWS_WITH(change_setting(path, "bell off"), containing("line 2"));
    CHECK(content_of(path) == "bell = \"all\"\nwidth = = 60\n");
}
