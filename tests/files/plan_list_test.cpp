#include "src/files/plan_list.h"

#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;

TEST_CASE("the plans of a folder are listed newest meeting first, and what is no plan is passed over") {
    const tests::TemporaryFolder folder;
    const auto write = [&](const char* name, const char* content) { folder.write(name, content); };
    write("a.toml", "[meeting]\ntitle = \"Undated\"\n");
    write("b.toml", "[meeting]\ntitle = \"Older\"\ndate = 2026-10-01\n");
    write("c.toml", "[meeting]\ndate = 2026-11-24T14:00:00\n");
    write("d.toml", "[partnership]\nname = \"No meeting\"\n");
    write("e.toml", "[meeting\n");
    write("f.txt", "[meeting]\ntitle = \"Not TOML by its name\"\n");
    const auto plans = plans_in(folder.path(), 20);
    REQUIRE(plans.size() == 3);
    CHECK(plans[0].title == "c.toml");
    CHECK(plans[1].title == "Older");
    CHECK(plans[2].title == "Undated");
    CHECK_FALSE(plans[2].date);
    CHECK(plans_in(folder.path(), 2).size() == 2);
    CHECK(plans_in(folder.path() / "missing", 20).empty());
}
