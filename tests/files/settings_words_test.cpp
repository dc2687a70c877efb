#include "src/files/settings_words.h"

#include <filesystem>

#include "src/base/error.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using test::containing;

TEST_CASE("each setting is said with its present value") {
    Settings settings;
    settings.profile = "reader";
    settings.bell = Settings::Bell::off;
    const auto all = settings_in_words(settings);
    CHECK_THAT(all.front().words, containing("Profile, reader"));
    std::string said;
    for (const auto& each : all) said += each.words + "\n";
    CHECK_THAT(said, containing("Bell, off"));
    CHECK_THAT(said, containing("Time is said at half, 5 minutes and 1 minute"));
    CHECK_THAT(said, containing("14 days ahead"));
}

TEST_CASE("a setting is changed by its name and a value, and read back from the file") {
    const tests::TemporaryFolder folder;
    CHECK(change_setting(folder / "settings.toml", "bell off") == "Kept: bell off. It counts from the next start.");
    CHECK(read_settings(folder / "settings.toml").bell == Settings::Bell::off);
    CHECK(change_setting(folder / "settings.toml", "Profile READER") ==
          "Kept: profile reader. It counts from the next start.");
    CHECK(read_settings(folder / "settings.toml").profile == "reader");
    CHECK(read_settings(folder / "settings.toml").bell == Settings::Bell::off);
}

TEST_CASE("a setting or value that there is not is named with what it can be, and nothing is written") {
    const tests::TemporaryFolder folder;
    CHECK_THROWS_WITH(change_setting(folder / "settings.toml", "colour red"),
                      containing("colour red") && containing("profile, face, hints or bell"));
    CHECK_THROWS_WITH(change_setting(folder / "settings.toml", "bell loud"), containing("off, important or all"));
    CHECK_THROWS_WITH(change_setting(folder / "settings.toml", "bell"), containing("off, important or all"));
    CHECK_FALSE(std::filesystem::exists(folder / "settings.toml"));
}
