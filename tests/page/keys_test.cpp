#include "src/page/keys.h"
#include "src/page/help.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using test::containing;

TEST_CASE("a changed key means its word, and the one it had means nothing any more") {
    Keys keys;
    keys.set(Word::note, "N");
    CHECK(keys.of(Word::note) == "N");
    CHECK(keys.word("N", {}) == Word::note);
    CHECK_FALSE(keys.word("n", {}));
    CHECK(std::get<Intent>(read_line("N The ramp", {}, keys)) == Intent{Word::note, "The ramp"});
    CHECK(std::get<Intent>(read_line("note The ramp", {}, keys)) == Intent{Word::note, "The ramp"});
    CHECK(std::get<Intent>(read_line("n The ramp", {})) == Intent{Word::note, "The ramp"});
    keys.set(Word::note, "n");
    CHECK(keys == Keys{});
}

TEST_CASE("a capital letter is its small one, unless it is a key itself") {
    Keys keys;
    CHECK(keys.word("S", {}) == Word::speak);
    keys.set(Word::agenda, "S");
    CHECK(keys.word("S", {}) == Word::agenda);
    CHECK(keys.word("s", {}) == Word::speak);
}

TEST_CASE("a key used twice is refused with both names, but for words that are never possible together") {
    const Keys keys;
    CHECK_THAT(keys.why_not(Word::note, "d"),
               containing("d is the key of decide already, so it cannot be the key of note.") &&
                   containing("Example: settings key decide none."));
    CHECK(keys.why_not(Word::resume, "b").empty());
    CHECK(keys.why_not(Word::demo, "d").empty());  // at home nothing is decided
    CHECK_FALSE(keys.why_not(Word::demo, "w").empty());
}

TEST_CASE("what cannot be a key is refused with an example") {
    for (const char* key : {"3", ":", "ab", " ", "\n"}) {
        INFO(key);
        CHECK_THAT(Keys{}.why_not(Word::note, key), containing("Example: settings key note N."));
    }
    CHECK(Keys{}.why_not(Word::note, "").empty());
    CHECK(Keys{}.why_not(Word::note, "\u00e9").empty());
}

TEST_CASE("two words can change their keys with each other, and one that is in the way is left out") {
    Keys keys;
    CHECK(keys.set_all({{Word::note, "d"}, {Word::decide, "n"}}) == std::vector<std::string>{"", ""});
    CHECK(keys.word("d", {}) == Word::note);
    CHECK(keys.word("n", {}) == Word::decide);
    Keys others;
    const auto refused = others.set_all({{Word::note, "d"}, {Word::action, "A"}, {Word::ask, "7"}});
    CHECK_THAT(refused[0], containing("decide"));
    CHECK(refused[1].empty());
    CHECK_THAT(refused[2], containing("cannot be a key"));
    CHECK(others.of(Word::note) == "n");
    CHECK(others.of(Word::action) == "A");
    CHECK(others.of(Word::ask) == "k");
}

TEST_CASE("a hint names the keys that its words have now, or the words where there is none") {
    Keys keys;
    CHECK(with_keys("{decide}: the decision. {next} goes on.", keys, true) == "d: the decision. A full stop goes on.");
    CHECK(with_keys("Then {back} or {help}.", keys, true) == "Then a comma or a question mark.");
    keys.set(Word::decide, "D");
    keys.set(Word::next, "");
    CHECK(with_keys("{decide}: the decision. {next} goes on.", keys, true) ==
          "Capital D: the decision. :next goes on.");
    CHECK(with_keys("{decide} and {agree}", keys, false) == ":decide and :agree");
    CHECK(with_keys("{nothing} {", keys, true) == "{nothing} {");
}

TEST_CASE("where a colon comes before a word, a sentence that says what to type has it") {
    CHECK(with_colons("Type next to go on.") == "Type :next to go on.");
    CHECK(with_colons("It is open. Type close, or quit; type agenda.") ==
          "It is open. Type :close, or quit; type :agenda.");
    CHECK(with_colons("Type a little more. Stereotype next. Type") == "Type a little more. Stereotype next. Type");
}

TEST_CASE("help says the keys as they are now") {
    Keys keys;
    keys.set(Word::note, ";");
    keys.set(Word::time, "");
    CHECK_THAT(help_on(Word::note, keys), containing("Key: semicolon"));
    CHECK(help_line(info(Word::note), keys) == "note TEXT, key semicolon: Writes a note.");
    CHECK_THAT(help_line(info(Word::time), keys), !containing("key"));
    CHECK(std::get<List>(help_page("", std::vector<Word>{Word::note}, keys).blocks.front()).items.front().text ==
          help_line(info(Word::note), keys));
}
