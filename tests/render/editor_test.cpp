#include "src/base/ascii.h"
#include "src/render/line_editor.h"
#include "src/render/line_reader.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

struct Typing {
    explicit Typing(bool utf8 = true) : editor(utf8) {}
    LineEditor editor;
    std::string echo;
    LineEditor::Outcome last = LineEditor::Outcome::typing;

    Typing& keys(std::string_view bytes) {
        for (const char byte : bytes) last = editor.feed(byte, echo);
        return *this;
    }
};

}  // namespace

TEST_CASE("typed characters are echoed as they are, and Enter ends the line") {
    Typing typing;
    typing.keys("next\n");
    CHECK(typing.last == LineEditor::Outcome::line);
    CHECK(typing.echo == "next");
    CHECK(typing.editor.take() == "next");
    CHECK(typing.editor.typed().empty());
}

TEST_CASE("Backspace takes the last character that a person sees, over as many columns as it has") {
    CHECK(Typing{}.keys("ab\x7f").echo == "ab\b \b");
    CHECK(Typing{}.keys("caf\xC3\xA9\x7f").editor.typed() == "caf");
    CHECK(Typing{}.keys("\xE6\xBC\xA2\x7f").echo == "\xE6\xBC\xA2\b \b\b \b");
    CHECK(Typing{}.keys("e\xCC\x81\x7f").editor.typed().empty());
    CHECK(Typing{}.keys("\x7f").echo.empty());
}

TEST_CASE("without UTF-8 as many columns are rubbed out as the character was shown in") {
    const std::string one = "\b \b";
    CHECK(Typing{false}.keys("陈\x7f").echo == "?" + one);
    CHECK(Typing{false}.keys("€\x7f").echo == "EUR" + one + one + one);
    CHECK(Typing{false}.keys("æ\x7f").echo == "ae" + one + one);
    CHECK(Typing{false}.keys("e\xCC\x81\x7f").echo == "e" + one);
    CHECK(Typing{false}.keys("陈\x7f").editor.typed().empty());
    CHECK(Typing{false}.keys("陈").editor.typed() == "陈");
}

TEST_CASE("Ctrl-U takes the whole line and Ctrl-W the last word") {
    CHECK(Typing{}.keys("two words\x15").editor.typed().empty());
    CHECK(Typing{}.keys("two words \x17").editor.typed() == "two ");
}

TEST_CASE("arrow keys, function keys and control characters leave nothing in the line") {
    CHECK(Typing{}.keys("a\x1b[A\x1b[1;5C\x1bOP\x01z").editor.typed() == "az");
    CHECK(Typing{}.keys("a\x1b[A\x1b[15~").echo == "a");
}

TEST_CASE("F1 to F5 of the Linux console leave nothing in the line") {
    CHECK(Typing{}.keys("a\x1b[[A\x1b[[Ez").echo == "az");
}

TEST_CASE("Enter after half of a key's sequence is Enter") {
    CHECK(Typing{}.keys("a\x1b[\n").last == LineEditor::Outcome::line);
    CHECK(Typing{}.keys("a\x1bO\n").last == LineEditor::Outcome::line);
}

TEST_CASE("Alt with a bracket or an O does not eat the next character once a moment has passed") {
    for (const char* keys : {"\x1b[", "\x1bO", "\x1b[["}) {
        Typing typing;
        typing.keys(keys);
        CHECK(typing.editor.in_escape());
        typing.editor.pause();
        CHECK(typing.keys("next").editor.typed() == "next");
    }
}

TEST_CASE("Esc alone does not eat the next character once a moment has passed") {
    Typing typing;
    typing.keys("\x1b");
    CHECK(typing.editor.in_escape());
    typing.editor.pause();
    CHECK(typing.keys("next").editor.typed() == "next");
}

TEST_CASE("bytes that are no character and marks that turn the text round are not taken") {
    CHECK(Typing{}.keys("a\xff\xC3z").editor.typed() == "az");
    CHECK(Typing{}.keys("a\xE2\x80\xAEz").echo == "az");
}

TEST_CASE("Ctrl-D ends the input only on an empty line") {
    CHECK(Typing{}.keys("\x04").last == LineEditor::Outcome::end);
    CHECK(Typing{}.keys("a\x04").last == LineEditor::Outcome::typing);
}

TEST_CASE("a line takes no more than it may hold") {
    Typing typing;
    typing.keys(std::string(longest_line, 'x'));
    CHECK(typing.keys("y").last == LineEditor::Outcome::full);
    CHECK(typing.editor.typed().size() == longest_line);
    CHECK(typing.keys("\n").last == LineEditor::Outcome::line);
}

TEST_CASE("lines come whole out of pieces, the last one without its end as well") {
    LineReader reader;
    reader.add("one\ntw");
    CHECK(reader.next()->line == "one");
    CHECK_FALSE(reader.next());
    reader.add("o\nthree");
    CHECK(reader.next()->line == "two");
    CHECK_FALSE(reader.next());
    CHECK(reader.rest()->line == "three");
    CHECK_FALSE(reader.rest());
}

TEST_CASE("a line without an end does not fill the memory, and says that it was cut") {
    LineReader reader;
    for (int i = 0; i < 100; ++i) {
        reader.add(std::string(16384, 'x'));
        REQUIRE_FALSE(reader.next());
    }
    reader.add("\nnext\n");
    const auto cut = reader.next();
    REQUIRE(cut);
    CHECK(cut->cut);
    CHECK(cut->line.size() == longest_line);
    const auto after = reader.next();
    CHECK(after->line == "next");
    CHECK_FALSE(after->cut);
}

TEST_CASE("text without UTF-8 loses its accents and keeps its sense") {
    CHECK(ascii_form("“Zoë” – naïve … Łódź") == "\"Zoe\" - naive ... Lodz");
    CHECK(ascii_form("漢字") == "??");
}
