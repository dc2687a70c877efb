#include "src/files/data_folder.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include "src/base/error.h"
#include "tests/support/catch.h"

namespace fs = std::filesystem;

namespace {

struct DataVariable {
    explicit DataVariable(const std::string& value) { setenv("FOLKMOOT_DATA", value.c_str(), 1); }
    ~DataVariable() { unsetenv("FOLKMOOT_DATA"); }
    DataVariable(const DataVariable&) = delete;
    DataVariable& operator=(const DataVariable&) = delete;
};

}  // namespace

TEST_CASE("the data folder of a build is the source tree's") {
    CHECK(fs::equivalent(folkmoot::data_folder(), fs::path(FOLKMOOT_SOURCE_DIR) / "data"));
}

TEST_CASE("FOLKMOOT_DATA names the data folder") {
    const DataVariable set(FOLKMOOT_SOURCE_DIR "/tests");
    CHECK(fs::equivalent(folkmoot::data_folder(), fs::path(FOLKMOOT_SOURCE_DIR) / "tests"));
}

TEST_CASE("a FOLKMOOT_DATA that is empty counts as not set") {
    const DataVariable set("");
    CHECK(fs::equivalent(folkmoot::data_folder(), fs::path(FOLKMOOT_SOURCE_DIR) / "data"));
}

TEST_CASE("a FOLKMOOT_DATA that is not there is an error that names it") {
    const DataVariable set("/nowhere/folkmoot-data");
    std::string said;
    try {
        said = folkmoot::data_folder().string() + " was found";
    } catch (const folkmoot::Error& error) {
        said = error.what();
    }
    CHECK(said == "The data folder /nowhere/folkmoot-data (from FOLKMOOT_DATA) is not there.");
}
