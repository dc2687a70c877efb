// Tables and charts in every format, whatever is written in them.
#include <algorithm>

#include "src/exports/html.h"
#include "src/exports/markdown.h"
#include "tests/exports/meetings.h"
#include "tests/exports/reviews.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace reviews_test;

TEST_CASE("whatever people write, a review keeps its structure in every format") {
    const auto written = [](const std::string& text) {
        Review review;
        review.selection = {text, "", day(2026, 11, 1), day(2027, 1, 31)};
        review.today = in_february;
        review.meetings = {exports_test::rich_meeting()};
        exports_test::each_text(review.meetings[0], [&](std::string& each) { each = text; });
        review.still_open = {{MeetingId{}, day(2026, 12, 1), text, text, text}};
        review.trends = trends_of(review.meetings, {});
        return review_of(review);
    };
    const auto tags = [](const std::string& html) {
        std::vector<std::string> all;
        for (std::size_t at = html.find("</style>"); at != std::string::npos; at = html.find('<', at + 1)) {
            const std::string tag = html.substr(at, html.find('>', at) - at + 1);
            if (tag != "<br>") all.push_back(tag);
        }
        return all;
    };
    const auto bars = [](const std::string& markdown) {
        std::vector<std::ptrdiff_t> all;
        for (std::size_t at = 0; at < markdown.size();) {
            const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
            const std::string line = markdown.substr(at, end - at);
            if (line.starts_with('|')) {
                std::ptrdiff_t live = 0;
                for (std::size_t i = 0; i < line.size(); ++i) {
                    if (line[i] == '\\')
                        ++i;
                    else if (line[i] == '|')
                        ++live;
                }
                all.push_back(live);
            }
            at = end + 1;
        }
        return all;
    };
    const Document plain = written("x");
    CHECK(bars(to_markdown(plain)).size() > 10);
    for (const std::string hostile :
         {"<script>alert(1)</script>", "\"><svg onload=alert(1)>", "</title></desc></svg>", "a | b\n--|--\nc | d",
          "a\\|b", "a\\", "| x |", "# heading\n\n- list", "\x1b[31mred\x07", "\xe2\x80\xaeturned", "&amp;&lt;"}) {
        INFO(hostile);
        const Document document = written(hostile);
        const std::string html = to_html(document);
        CHECK(tags(html) == tags(to_html(plain)));
        CHECK(bars(to_markdown(document)) == bars(to_markdown(plain)));
        for (const std::string& each : {html, to_markdown(document), to_plain_text(document)}) {
            CHECK(std::ranges::none_of(
                each, [](char c) { return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f); }));
            CHECK(each.find("\xe2\x80\xae") == std::string::npos);
        }
    }
}

TEST_CASE("a chart is drawn with a title, a description and its table, and told in words where nothing can be drawn") {
    Document::Chart chart{"Time", "O1 most.", {{"O1", 30.0, "30 minutes"}, {"O2", 0.0, "0 minutes"}}, 0.0, 60.0,
                          {},     {}};
    chart.mark = Document::Chart::Mark{45.0, "The line: planned"};
    chart.table = {"Time for each", {"Objective", "Minutes"}, {{"O1", "30"}, {"O2 | b", "0"}}};
    const Document document{"t", {chart}};
    const std::string html = to_html(document);
    for (const char* each : {"<svg role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\"",
                             "<title id=\"chart-1-title\">Time</title>",
                             "<desc id=\"chart-1-desc\">A bar for each row of the table that follows. O1 most.</desc>",
                             "width=\"160.0\"", "x1=\"240.0\"", "<caption id=\"table-2\">Time for each</caption>",
                             "<th scope=\"col\">Minutes</th>", "<th scope=\"row\">O1</th><td>30</td>", "@media print"})
        CHECK(has(html, each));
    CHECK(html.find("<rect") == html.rfind("<rect"));  // nothing is drawn of nothing
    CHECK(to_plain_text(document) ==
          "t\n\n  O1 most.\n\n  Time for each\n\n  - O1: Minutes 30\n  - O2 | b: Minutes 0\n");
    CHECK(to_markdown(document) ==
          "# t\n\nO1 most.\n\nTime for each\n\n| Objective | Minutes |\n|---|---|\n| O1 | 30 |\n| O2 \\| b | 0 |\n");
    CHECK(to_html({"t", {Document::Paragraph{"p"}}}).find("@media print") == std::string::npos);
}

}  // namespace folkmoot
