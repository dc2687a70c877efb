#include "src/base/text.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace text = folkmoot::text;
using namespace std::string_literals;

TEST_CASE("Plain text comes in unchanged but for the white space around it") {
    CHECK(text::one_line("  Budget for 2027 ") == "Budget for 2027");
    CHECK(text::one_line("").empty());
    CHECK(text::one_line(" \t\r\n ").empty());
    CHECK(text::one_line("\u00A0\u3000a\u3000") == "a");
}

TEST_CASE("Escape sequences lose their power on the way in") {
    CHECK(text::one_line("\x1b[31mred\x1b[0m") == "[31mred[0m");
    CHECK(text::one_line("\x1b]0;title\a") == "]0;title");
    CHECK(text::one_line("a\bb\x7f") == "ab");
}

TEST_CASE("A NUL is removed and does not end the text") { CHECK(text::one_line("a\0b"s) == "ab"); }

TEST_CASE("C1 controls are removed in UTF-8 and marked as broken when they are bare bytes") {
    CHECK(text::one_line("a\u0085b") == "ab");
    CHECK(text::one_line("a\u009b31mb") == "a31mb");
    CHECK(text::one_line("a\x9b"
                         "31mb") == "a\uFFFD31mb");
    CHECK(text::one_line("a\x85z") == "a\uFFFDz");
}

TEST_CASE("Bytes that are no UTF-8 become replacement characters") {
    const std::vector<std::string> broken = {"\xC0\xAF",     "\xE0\x80\xAF",     "\xC1\x9B", "\xED\xA0\x80",
                                             "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xFF",     "\xC3",
                                             "\xE2\x82",     "\xF0\x9F\x98"};
    for (const std::string& bytes : broken) {
        const std::string cleaned = text::one_line("a" + bytes + "z");
        INFO(cleaned);
        CHECK(cleaned.starts_with("a\uFFFD"));
        CHECK(cleaned.ends_with("\uFFFDz"));
        CHECK(text::one_line(cleaned) == cleaned);
        CHECK(text::one_line("a" + bytes).starts_with("a\uFFFD"));
    }
}

TEST_CASE("A bidirectional override is removed on the way in") {
    for (const char* control : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
                                "\u2069", "\u200E", "\u200F", "\u061C"}) {
        CHECK(text::one_line("a"s + control + "b") == "ab");
        CHECK(text::lines("a"s + control + "b") == "ab");
        CHECK(text::printable("a"s + control + "b") == "ab");
    }
}

TEST_CASE("Characters that nobody can see are removed on the way in") {
    for (const char* hidden : {"\u200B", "\uFEFF", "\u2060", "\u00AD", "\u180E", "\u2028", "\u2029", "\u2061", "\u206A",
                               "\uFFF9", "\U000E0001", "\U000E0041", "\U000E007F", "\U000E0000"}) {
        CHECK(text::one_line("a"s + hidden + "b") == "ab");
        CHECK(text::printable("a"s + hidden + "b") == "ab");
    }
}

TEST_CASE("Every control and format character of the first plane is gone after cleaning") {
    for (unsigned code = 0x80; code < 0xA0; ++code) {
        const std::string raw = {static_cast<char>(0xC2), static_cast<char>(code)};
        CHECK(text::printable(raw).empty());
    }
    for (char code = 0; code < ' '; ++code) {
        const std::string cleaned = text::printable(std::string(1, code));
        CHECK((cleaned.empty() || cleaned == " " || cleaned == "\n"));
    }
}

TEST_CASE("Joiners stay, because emoji and scripts need them") {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    CHECK(text::one_line(family) == family);
    CHECK(text::one_line("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645") ==
          "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645");
    CHECK(text::length(family) == 1);
}

TEST_CASE("Text comes in composed, whatever it was typed as") {
    CHECK(text::one_line("Jose\u0301") == "Jos\u00E9");
    CHECK(text::one_line("\u1100\u1161") == "\uAC00");
    CHECK(text::one_line("\u4F1A\u0301\u0302") == "\u4F1A\u0301\u0302");
    CHECK(text::one_line("\u0627\u0644\u0633\u0644\u0627\u0645") == "\u0627\u0644\u0633\u0644\u0627\u0645");
}

TEST_CASE("Removing a hidden character between letter and accent still composes them") {
    CHECK(text::one_line("e\u200B\u0301") == "\u00E9");
}

TEST_CASE("Line breaks and tabs become one space in a line") {
    CHECK(text::one_line("a\r\nb") == "a b");
    CHECK(text::one_line("a\n\n\tb") == "a b");
    CHECK(text::one_line("a\rb\vc\fd") == "a b c d");
}

TEST_CASE("Texts of several lines keep their line breaks and nothing else") {
    CHECK(text::lines("one\r\ntwo\rthree\n\nfour\n") == "one\ntwo\nthree\n\nfour");
    CHECK(text::lines("a\tb\x1b[2J") == "a b[2J");
    CHECK(text::lines("\n\n").empty());
    CHECK(text::lines("caf\u0065\u0301\n\u202Eb") == "caf\u00E9\nb");
}

TEST_CASE("The way out removes the same and trims nothing") {
    CHECK(text::printable("  a\n b  ") == "  a\n b  ");
    CHECK(text::printable("  \x1b[31m\r\nb\xFF ") == "  [31m\nb\uFFFD ");
    CHECK(text::printable("a\tb") == "a b");
    CHECK(text::printable("\u202Egnp.exe") == "gnp.exe");
}

TEST_CASE("Cleaning twice changes nothing more") {
    const std::string hostile =
        "\t \x1b[1m e\u0301\u202E\xC0\xAF \u4F1A\u200B\u0301\r\n\r\u00A0 \U000E0041\U0001F468\u200D\U0001F469 \u0301 ";
    const std::string line = text::one_line(hostile);
    const std::string many = text::lines(hostile);
    CHECK(text::one_line(line) == line);
    CHECK(text::lines(many) == many);
    CHECK(text::printable(line) == line);
    CHECK(text::printable(many) == many);
}

TEST_CASE("A very long text is cleaned and wrapped without loss") {
    std::string raw;
    for (int i = 0; i < 4000; ++i) raw += "h\u00E9l\u200Blo ";
    const std::string cleaned = text::one_line(raw);
    CHECK(text::words(cleaned).size() == 4000);
    std::size_t words = 0;
    for (const std::string& line : text::wrap(cleaned, 80)) {
        CHECK(text::width(line) <= 80);
        words += text::words(line).size();
    }
    CHECK(words == 4000);
    std::string marks = "a";
    for (int i = 0; i < 20000; ++i) marks += "\u0301";
    CHECK(text::width(text::one_line(marks)) == 1);
}

TEST_CASE("Width counts the columns of a terminal") {
    CHECK(text::width("") == 0);
    CHECK(text::width("hello") == 5);
    CHECK(text::width("Jose\u0301") == 4);
    CHECK(text::width("\u4F1A\u8B70") == 4);
    CHECK(text::width("\u0645\u0631\u062D\u0628\u0627") == 5);
    CHECK(text::width("\U0001F600") == 2);
    CHECK(text::width("a\u200Db") == 2);
    CHECK(text::width("\xFF") == 1);
}

TEST_CASE("Wrapping breaks at words and never leaves a line too wide") {
    CHECK(text::wrap("the quick brown fox", 10) == std::vector<std::string>{"the quick", "brown fox"});
    CHECK(text::wrap("the quick brown fox", 9) == std::vector<std::string>{"the quick", "brown fox"});
    CHECK(text::wrap("well-known thing", 6) == std::vector<std::string>{"well-", "known", "thing"});
    CHECK(text::wrap("", 10) == std::vector<std::string>{""});
    CHECK(text::wrap("   ", 2) == std::vector<std::string>{""});
    CHECK(text::wrap("a\n\nb", 10) == std::vector<std::string>{"a", "", "b"});
    CHECK(text::wrap("a\n", 10) == std::vector<std::string>{"a", ""});
    CHECK(text::wrap("a          b", 5) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Words longer than a line are cut between characters that a person sees") {
    CHECK(text::wrap("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
    CHECK(text::wrap("e\u0301e\u0301e\u0301", 2) == std::vector<std::string>{"e\u0301e\u0301", "e\u0301"});
    CHECK(text::wrap("\u4F1A\u8B70\u5BA4", 4) == std::vector<std::string>{"\u4F1A\u8B70", "\u5BA4"});
    CHECK(text::wrap("\u4F1A\u8B70", 1) == std::vector<std::string>{"\u4F1A", "\u8B70"});
    CHECK(text::wrap("ab", 0) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Words that a no-break space joins stay on one line") {
    CHECK(text::wrap("about 20\u00A0minutes", 10) == std::vector<std::string>{"about", "20\u00A0minutes"});
}

TEST_CASE("An indent stands before every line but the first of a paragraph") {
    CHECK(text::wrap("one two three", 7, 2) == std::vector<std::string>{"one two", "  three"});
    CHECK(text::wrap("one two\nthree four", 6, 2) == std::vector<std::string>{"one", "  two", "three", "  four"});
    CHECK(text::wrap("abc", 2, 9) == std::vector<std::string>{"ab", " c"});
}

TEST_CASE("Wrapping hostile text never fails and never exceeds its columns") {
    const std::string hostile =
        "\x1b[1m\xFF\xC0\xAF a\u0301\u0302\u200D \U0001F1EC\U0001F1E7\U0001F1EC\0 "
        "\u202E\u0645\u0631 \t\r x\u2028y\u0085z "s;
    for (std::size_t columns = 2; columns < 20; ++columns) {
        for (const std::string& line : text::wrap(hostile, columns, 1)) {
            INFO(columns << ": " << line);
            CHECK((text::width(line) <= columns || text::length(line) == 2));
        }
    }
}

TEST_CASE("Names compare without regard to case, accents' spelling and spacing") {
    CHECK(text::folded("  \u00C9LISE   Mu\u00DFmann ") == text::folded("e\u0301lise musSmann"));
    CHECK(text::folded("").empty());
    CHECK(text::folded("\xFF") == "\uFFFD");
    CHECK(text::folded("\u0391\u03A3") == text::folded("\u03B1\u03C2"));
}

TEST_CASE("A name is found by the start of any of its words") {
    CHECK(text::name_matches("Anna van der Berg", "an"));
    CHECK(text::name_matches("Anna van der Berg", "BERG"));
    CHECK(text::name_matches("Anna van der Berg", "van d"));
    CHECK_FALSE(text::name_matches("Anna van der Berg", "nna"));
    CHECK_FALSE(text::name_matches("Anna", "Anna B"));
    CHECK(text::name_matches("\u00C9lise", "e\u0301L"));
}

TEST_CASE("Length and first count the characters that a person sees") {
    CHECK(text::length("") == 0);
    CHECK(text::length("abc") == 3);
    CHECK(text::length("a\u0301\u4F1A\U0001F1EC\U0001F1E7") == 3);
    CHECK(text::first("abc", 2) == "ab");
    CHECK(text::first("a\u0301bc", 1) == "a\u0301");
    CHECK(text::first("\u4F1A\u8B70", 9) == "\u4F1A\u8B70");
    CHECK(text::first("\u4F1A\u8B70", 0).empty());
}

TEST_CASE("Words are split at any white space") {
    CHECK(text::words("  one\ttwo\u3000three\n") == std::vector<std::string>{"one", "two", "three"});
    CHECK(text::words(" ").empty());
}

TEST_CASE("Lists, counts and sentences read as English") {
    CHECK(text::list({}).empty());
    CHECK(text::list({"a"}) == "a");
    CHECK(text::list({"a", "b"}) == "a and b");
    CHECK(text::list({"a", "b", "c"}, "or") == "a, b or c");
    CHECK(text::count(1, "person", "people") == "1 person");
    CHECK(text::count(0, "person", "people") == "0 people");
    CHECK(text::sentence("Done ") == "Done.");
    CHECK(text::sentence("Done.") == "Done.");
    CHECK(text::sentence("Done?") == "Done?");
    CHECK(text::sentence(" ").empty());
}
