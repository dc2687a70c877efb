// Every plan in broken/ has beside it the faults that must be reported for it, all of them and in this order.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "src/base/error.h"
#include "src/files/plan_file.h"
#include "tests/support/catch.h"

using namespace folkmoot;
namespace fs = std::filesystem;

namespace {

const char* const broken_folder = FOLKMOOT_SOURCE_DIR "/tests/files/broken";

/// "line 3" -> "3"
std::string after_word(const std::string& line) { return line.substr(std::min(line.find(' ') + 1, line.size())); }

std::vector<Fault> expected_faults(const fs::path& path) {
    std::vector<Fault> faults;
    std::ifstream in(path);
    std::string file, line, found, allowed, gap;
    while (std::getline(in, file) && std::getline(in, line) && std::getline(in, found) && std::getline(in, allowed)) {
        faults.push_back({(fs::path(broken_folder) / after_word(file)).string(), std::stoi(after_word(line)),
                          after_word(found), after_word(allowed)});
        std::getline(in, gap);
    }
    return faults;
}

std::vector<fs::path> broken_plans() {
    std::vector<fs::path> plans;
    for (const auto& entry : fs::directory_iterator(broken_folder))
        if (entry.path().extension() == ".toml") plans.push_back(entry.path());
    std::ranges::sort(plans);
    return plans;
}

std::vector<Fault> faults_in(const fs::path& path) {
    try {
        read_plan(path, {{fs::path(broken_folder) / "instruments"}, 1});
    } catch (const FaultyFile& faulty) {
        return faulty.faults();
    }
    return {};
}

}  // namespace

TEST_CASE("every broken plan is reported with file, line, what was found and what is allowed") {
    const auto plans = broken_plans();
    CHECK(plans.size() >= 30);
    for (const auto& plan : plans) {
        INFO(plan.filename().string());
        const auto expected = expected_faults(fs::path(plan).replace_extension(".expected"));
        const auto faults = faults_in(plan);
        REQUIRE_FALSE(expected.empty());
        REQUIRE(faults.size() == expected.size());
        for (std::size_t i = 0; i < faults.size(); ++i) {
            CHECK(faults[i].file == expected[i].file);
            CHECK(faults[i].line == expected[i].line);
            CHECK(faults[i].found == expected[i].found);
            CHECK(faults[i].allowed == expected[i].allowed);
        }
    }
}

TEST_CASE("a path that holds no plan is a fault of the whole file") {
    const auto only_fault = [](const fs::path& path) {
        const auto faults = faults_in(path);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].line == 0);
        CHECK(faults[0].file == path.string());
        return faults[0].found;
    };
    CHECK(only_fault("/nowhere/plan.toml") == "no such file");
    CHECK(only_fault("/etc/passwd/plan.toml") == "no such file");
    CHECK(only_fault(broken_folder) == "a folder");
    CHECK(only_fault("/dev/null") == "something that is no ordinary file");
}

TEST_CASE("a plan over one mebibyte is refused before it is read") {
    const auto path = fs::temp_directory_path() / "folkmoot-large-plan.toml";
    {
        std::ofstream out(path);
        out << "[meeting]\ntitle = \"Large\"\n#" << std::string(1024 * 1024, ' ') << '\n';
    }
    const auto faults = faults_in(path);
    fs::remove(path);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].found == "a file of more than 1 MiB");
}
