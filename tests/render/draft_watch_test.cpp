#include "src/render/draft_watch.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a draft is kept after twenty characters, whether they came one by one or at once") {
    for (const std::string character : {"a", "é", "陈", "😀"}) {
        DraftWatch watch;
        CHECK_FALSE(watch.due_after_key(times(19, character)));
        CHECK(watch.due_after_key(times(20, character)));
        CHECK(watch.due_after_key(times(200, character)));
        watch.keep(times(20, character));
        CHECK_FALSE(watch.differs(times(20, character)));
        CHECK_FALSE(watch.due_after_key(times(39, character)));
        CHECK(watch.due_after_key(times(40, character)));
    }
}

TEST_CASE("of an edit in a draft only what it changed counts") {
    DraftWatch watch;
    const std::string begin = times(30, "begin ");
    const std::string end = times(30, " end");
    watch.keep(begin + end);
    CHECK_FALSE(watch.due_after_key(begin + "a" + end));
    CHECK(watch.differs(begin + "a" + end));
    CHECK_FALSE(watch.due_after_key(begin + times(18, "x") + end));
    CHECK(watch.due_after_key(begin + times(20, "x") + end));
    CHECK(watch.due_after_key(begin));
}

TEST_CASE("a draft of which nothing is left is forgotten at once") {
    DraftWatch watch;
    CHECK_FALSE(watch.due_after_key(""));
    watch.keep("a");
    CHECK(watch.due_after_key(""));
}
