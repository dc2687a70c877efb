#include "src/files/help_texts.h"

#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using folkmoot::tests::TemporaryFolder;

TEST_CASE("a help text is a title and paragraphs, in the order of the files' names") {
    const TemporaryFolder folder;
    folder.write("20-second.md", "No title\n");
    folder.write("10-first.md", "# The first\n\nOne line\nand one more.\n\n\nA new one.\r\n");
    folder.write("notes.txt", "left alone");
    const auto all = help_texts(folder.path());
    REQUIRE(all.size() == 2);
    CHECK(all[0] == HelpText{"first", "The first", {"One line and one more.", "A new one."}});
    CHECK(all[1] == HelpText{"second", "second", {"No title"}});
    CHECK(help_texts(folder.path() / "nowhere").empty());
}
