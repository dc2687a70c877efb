#include "src/exports/html.h"
#include "src/exports/minutes.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string without_style(const std::string& html) {
    const auto begins = html.find("<style>"), ends = html.find("</style>");
    REQUIRE(ends != std::string::npos);
    return html.substr(0, begins) + html.substr(ends);
}

}  // namespace

TEST_CASE("minutes in large print say the same as the usual ones, and only their style differs") {
    const Document minutes = minutes_of(exports_test::rich_meeting());
    CHECK(without_style(to_html(minutes, Letters::large)) == without_style(to_html(minutes)));
    CHECK(to_html(minutes) == to_html(minutes, Letters::usual));
}

TEST_CASE("large print has letters of 18 points or more, on paper as well, nothing slanted, and the reader's colours") {
    const std::string html = to_html(minutes_of(exports_test::rich_meeting()), Letters::large);
    for (const char* each :
         {":root { font-size: 160%; font-size: max(18pt, 160%); }", "* { font-style: normal; }", "text-align: left",
          "font-family: sans-serif", "line-height: 1.5", "color-scheme: light dark; background: Canvas",
          "@page { margin: 2.5cm; }", ":root { font-size: 18pt; color-scheme: light; background: #fff; color: #000; }"})
        CHECK(has(html, each));
    CHECK_FALSE(has(to_html(minutes_of(exports_test::rich_meeting())), "18pt"));
}

}  // namespace folkmoot
