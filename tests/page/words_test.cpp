#include <map>
#include <set>

#include "src/page/help.h"
#include "src/page/words.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

Intent intent(std::string_view line, std::vector<Word> possible = {}) {
    const auto read = read_line(line, possible);
    INFO(line);
    REQUIRE(std::holds_alternative<Intent>(read));
    return std::get<Intent>(read);
}

Unread unread(std::string_view line, std::vector<Word> possible = {}) {
    const auto read = read_line(line, possible);
    INFO(line);
    REQUIRE(std::holds_alternative<Unread>(read));
    return std::get<Unread>(read);
}

}  // namespace

TEST_CASE("every word of the prompt has one row, and each name is there once") {
    std::set<std::string_view> names;
    std::set<Word> words;
    for (const auto& row : all_words()) {
        CHECK(names.insert(row.name).second);
        CHECK(words.insert(row.word).second);
        CHECK(info(row.word).name == row.name);
    }
    for (int i = 0; i <= static_cast<int>(Word::settings); ++i) CHECK_NOTHROW(info(static_cast<Word>(i)));
}

TEST_CASE("no key means two things, but for resting and taking up again") {
    std::map<std::string_view, std::vector<std::string_view>> keys;
    for (const auto& row : all_words())
        if (!row.key.empty()) keys[row.key].push_back(row.name);
    for (const auto& [key, names] : keys) {
        INFO(key);
        CHECK(names.size() == (key == "b" ? 2U : 1U));
    }
}

TEST_CASE("every word has a summary in a sentence and an example that is read as that word") {
    for (const auto& row : all_words()) {
        INFO(row.name);
        CHECK(row.summary.ends_with('.'));
        CHECK(row.summary.find('!') == std::string_view::npos);
        CHECK(intent(row.example).word == row.word);
    }
}

TEST_CASE("a key works alone and before what belongs to it") {
    CHECK(intent("n The hall has no ramp") == Intent{Word::note, "The hall has no ramp"});
    CHECK(intent(".") == Intent{Word::next, ""});
    CHECK(intent("?") == Intent{Word::help, ""});
    CHECK(intent("?note") == Intent{Word::help, "note"});
    CHECK(intent("S 3") == Intent{Word::speak, "3"});
}

TEST_CASE("the key of breaks means whichever is possible") {
    CHECK(intent("b", {Word::resume}).word == Word::resume);
    CHECK(intent("b 10", {Word::break_}) == Intent{Word::break_, "10"});
}

TEST_CASE("a word may be shortened while only one fits, in any case, with a colon before or after") {
    CHECK(intent("exten 5") == Intent{Word::extend, "5"});
    CHECK(intent("FAC Ben") == Intent{Word::facilitate, "Ben"});
    CHECK(intent(":next") == Intent{Word::next, ""});
    CHECK(intent("note: The hall") == Intent{Word::note, "The hall"});
    CHECK(intent("  note   two  words ").word == Word::note);
}

TEST_CASE("what is possible here wins over the rest of the table") {
    CHECK(unread("re").ambiguous);
    CHECK(intent("re", {Word::reserve, Word::next}).word == Word::reserve);
    CHECK(intent("pas", {Word::pass}).word == Word::pass);
}

TEST_CASE("a shortening that fits several words names them") {
    const auto read = unread("la");
    CHECK_FALSE(read.ambiguous == false);
    CHECK(read.near == std::vector<std::string>{"late", "later"});
}

TEST_CASE("a misspelling brings the words that come near") {
    CHECK(unread("nxet").near == std::vector<std::string>{"next"});
    CHECK(unread("exnted").near == std::vector<std::string>{"extend"});
    CHECK(unread("xyzzy").near.empty());
    CHECK(unread("").typed.empty());
}

TEST_CASE("a line that is no word is answered with what was typed, what is near, and an example") {
    const auto said = unread_in_words(unread("nxet"), std::vector<Word>{Word::here});
    CHECK(said ==
          "\"nxet\" is not a word here. Did you mean \"next\"? For example: here Asha, Ben. Type help for the words.");
    CHECK(unread_in_words(unread("la"), {}) == "\"la\" could be \"late\" or \"later\". Type a little more of it.");
}

TEST_CASE("help says what the screen is for, then the most useful words, then the names of the rest") {
    std::vector<Word> possible;
    for (const auto& row : all_words()) possible.push_back(row.word);
    const Page page = help_page("The opening: who is here.", possible);
    CHECK(page.title == "Help, 12 words");
    CHECK(std::get<Text>(page.blocks.at(0)).text == "The opening: who is here.");
    CHECK(std::get<List>(page.blocks.at(1)).items.front().text == "next, key full stop: Goes on to what comes next.");
    CHECK(std::get<Text>(page.blocks.at(2)).text.starts_with("Also: "));
}

TEST_CASE("help on everything has every word once") {
    std::size_t lines = 0;
    for (const auto& block : help_on_everything().blocks)
        if (const auto* list = std::get_if<List>(&block)) lines += list->items.size();
    CHECK(lines == all_words().size());
}

TEST_CASE("help on a word gives its arguments, its key and an example") {
    CHECK(help_on(Word::note) ==
          "note: Writes a note.\nTyped as: note TEXT\nKey: n\nFor example: note The hall has no ramp");
}

TEST_CASE("what it is called elsewhere leads to what it is called here") {
    CHECK(unread("exit").near == std::vector<std::string>{"quit"});
    CHECK(unread("vote").near == std::vector<std::string>{"rule vote"});
    CHECK(unread("consent").near == std::vector<std::string>{"rule consent"});
}
