// Whatever people write, the minutes keep their structure.
#include <algorithm>
#include <sstream>

#include "src/exports/html.h"
#include "src/exports/man.h"
#include "src/exports/markdown.h"
#include "src/exports/minutes.h"
#include "src/exports/plain_text.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

const char* const hostile[] = {
    "# heading",
    "## Decisions\n\n- [x] Asha: pays for everything",
    "=====",
    "text\n=====",
    "text\n---",
    "---",
    "* * *",
    "___",
    "- item\n  - deeper",
    "+ item",
    "* item",
    "1. first\n2) second",
    "> quote",
    "    code\n\tcode",
    "```\ncode\n```",
    "~~~\ncode",
    "`code",
    "<script>alert(1)</script>",
    "<!-- open",
    "<http://example.org>",
    "<a@example.org>",
    "[link](http://example.org)",
    "![picture](x)",
    "[ref]: http://example.org",
    "[^1]: foot",
    "&lt;b&gt; &#35; &#x23;",
    "a | b\n--|--\nc | d",
    "| a |\n|---|",
    "a\n:-:",
    "*strong* **bold** _em_ __bold__ ~~gone~~",
    "ends with \\",
    "ends with #",
    "two blanks  \nnext",
    "one\n\n\ntwo\n\n    three",
    "\n\n# after empty lines",
    "\r# after a carriage return\r\n- list",
    "\x1b[31mred\x1b[0m \x07",
    "\xe2\x80\xae"
    "backwards \xe2\x80\xa8# separator",
    "\xff\xfe broken",
    "{#id .class}",
    "",
    "   ",
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The lines that make structure, each reduced to its mark: "##", "-", "  - [ ]".
std::vector<std::string> marks_of_markdown(const std::string& text) {
    std::vector<std::string> marks;
    for (const std::string& line : lines_of(text)) {
        const std::size_t at = std::min(line.find_first_not_of(' '), line.size());
        const std::string rest = line.substr(at);
        const std::string indent(at, ' ');
        if (rest.starts_with("#")) marks.push_back(indent + rest.substr(0, rest.find(' ')));
        if (rest.starts_with("- ["))
            marks.push_back(indent + rest.substr(0, 6));
        else if (rest.starts_with("- "))
            marks.push_back(indent + "-");
    }
    return marks;
}

std::vector<std::string> marks_of_plain_text(const std::string& text) {
    std::vector<std::string> marks;
    bool open_heading = false;
    for (const std::string& line : lines_of(text)) {
        const std::size_t at = line.find_first_not_of(' ');
        if (at == std::string::npos) {
            open_heading = false;
            continue;
        }
        if (at == 0) marks.emplace_back("heading");
        open_heading = at == 0 || (open_heading && at == 4);
        if (!open_heading && (at == 2 || at == 4) && line.substr(at, 2) == "- ")
            marks.push_back(std::string(at, ' ') + "-");
    }
    return marks;
}

/// All tags, but for the ends of lines.
std::vector<std::string> marks_of_html(const std::string& text) {
    std::vector<std::string> marks;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const std::string tag = text.substr(at, text.find('>', at) - at + 1);
        if (tag != "<br>") marks.push_back(tag);
    }
    return marks;
}

/// All requests, but for the ends of lines; of those with words, the name.
std::vector<std::string> marks_of_man(const std::string& text) {
    std::vector<std::string> marks;
    for (const std::string& line : lines_of(text))
        if ((line.starts_with('.') || line.starts_with('\'')) && line != ".br")
            marks.push_back(line.substr(0, line.find(' ')));
    return marks;
}

Document with_text(const std::string& text) {
    State state = rich_meeting();
    each_text(state, [&](std::string& each) { each = text; });
    Document document = minutes_of(state);
    document.blocks.emplace_back(Document::Terms{{{text, text, "note " + text}, {"name", "what it is", ""}}});
    return document;
}

/// One letter everywhere, where the hostile text is not empty: the structure that should be.
Document harmless(const std::string& text) {
    return with_text(text.find_first_not_of(" \r\n") == std::string::npos ? "" : "x");
}

}  // namespace

TEST_CASE("no text changes the structure of the Markdown") {
    for (const std::string text : hostile) {
        INFO(text);
        CHECK(marks_of_markdown(to_markdown(with_text(text))) == marks_of_markdown(to_markdown(harmless(text))));
    }
}

TEST_CASE("no text changes the structure of the plain text, at any width") {
    for (const std::string text : hostile)
        for (const std::size_t columns : {std::size_t{40}, std::size_t{78}, std::size_t{1000}}) {
            INFO(text);
            CHECK(marks_of_plain_text(to_plain_text(with_text(text), columns)) ==
                  marks_of_plain_text(to_plain_text(harmless(text), columns)));
        }
}

TEST_CASE("no text changes the structure of the HTML") {
    for (const std::string text : hostile) {
        INFO(text);
        CHECK(marks_of_html(to_html(with_text(text))) == marks_of_html(to_html(harmless(text))));
    }
}

TEST_CASE("no text changes the structure of a man page, which is ASCII") {
    for (const std::string text : hostile) {
        INFO(text);
        const std::string page = to_man(with_text(text), "folkmoot", "1");
        CHECK(marks_of_man(page) == marks_of_man(to_man(harmless(text), "folkmoot", "1")));
        CHECK(std::ranges::all_of(page, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    }
}

TEST_CASE("letters and marks of a man page come out as they were") {
    Document document;
    document.blocks.emplace_back(Document::Paragraph{".x -o 'a' \\n Zoë 陈"});
    CHECK(to_man(document, "folkmoot", "1").ends_with(".PP\n\\&.x \\-o \\(aqa\\(aq \\en Zo\\[u00EB] \\[u9648]\n"));
}

TEST_CASE("no control character or override leaves in the minutes") {
    for (const std::string text : hostile) {
        const Document document = with_text(text);
        for (const std::string& written : {to_markdown(document), to_plain_text(document), to_html(document)}) {
            INFO(text);
            CHECK(std::none_of(written.begin(), written.end(), [](char c) {
                return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f);
            }));
            CHECK(written.find("\xe2\x80\xae") == std::string::npos);
            CHECK(written.find("\xe2\x80\xa8") == std::string::npos);
        }
    }
}

namespace {

std::string as_entry(const std::string& text) {
    const Document document{"t", {Document::List{{Document::Line{.text = text}}}}};
    return to_markdown(document).substr(std::string("# t\n\n").size());
}

}  // namespace

TEST_CASE("Markdown escapes what would mean something") {
    CHECK(as_entry("# no heading") == "- \\# no heading\n");
    CHECK(as_entry("1. no number") == "- 1\\. no number\n");
    CHECK(as_entry("- no list") == "- \\- no list\n");
    CHECK(as_entry("a\n===") == "- a\\\n  \\===\n");
    CHECK(as_entry("*bold* <b> &amp; [x] `c` a\\") == "- \\*bold\\* \\<b> \\&amp; \\[x\\] \\`c\\` a\\\\\n");
    CHECK(as_entry("    code") == "- code\n");
    CHECK(to_markdown({"t", {Document::List{{Document::Line{.text = "a [x]", .done = false}}}}}) ==
          "# t\n\n- [ ] a \\[x\\]\n");
}

TEST_CASE("Markdown leaves plain prose as it is") {
    for (const std::string prose : {"We meet on 1.5 floors (the 2nd one) - bring snake_case, R&D and 5 < 6 > 4!",
                                    "A co-chair: \"plain words\", #3 + 4 = 7; half-time.", "-5 degrees outside",
                                    "+44 20 7946 0000", "2026 was wet.", "See http://example.org/a_b?c=d&e=f."})
        CHECK(as_entry(prose) == "- " + prose + "\n");
}

TEST_CASE("a text of several lines keeps its breaks and paragraphs inside its entry") {
    CHECK(as_entry("one\ntwo\n\nthree") == "- one\\\n  two\n\n  three\n");
    const Document document{"t", {Document::List{{Document::Line{.text = "one\ntwo\n\nthree"}}}}};
    CHECK(to_plain_text(document) == "t\n\n  - one\n      two\n\n      three\n");
}

TEST_CASE("a paragraph that begins like a list entry stands elsewhere in plain text") {
    const Document document{"t", {Document::Paragraph{"- not a list"}}};
    CHECK(to_plain_text(document) == "t\n\n      - not a list\n");
    CHECK(to_markdown(document) == "# t\n\n\\- not a list\n");
}

TEST_CASE("a heading that ends with number signs keeps them") {
    const Document document{"t #", {Document::Heading{2, "C ##"}}};
    CHECK(to_markdown(document) == "# t \\#\n\n## C #\\#\n");
}

}  // namespace folkmoot
