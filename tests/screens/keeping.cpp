#include "screens/keeping.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;
using test::containing;

namespace {

constexpr Date today = std::chrono::year{2026} / 11 / 24;

ForgetAsked asked(const std::string& typed) {
    const auto read = read_forget(typed, today);
    REQUIRE(std::holds_alternative<ForgetAsked>(read));
    return std::get<ForgetAsked>(read);
}

std::string fault(const std::string& typed) {
    const auto read = read_forget(typed, today);
    REQUIRE(std::holds_alternative<Wrong>(read));
    return std::get<Wrong>(read).sentence;
}

}  // namespace

TEST_CASE(
    "what is typed behind forget is a person with other names, their access needs, words of old meetings, or nothing") {
    CHECK(asked("").name.empty());
    CHECK_FALSE(asked(" ").words_before);
    CHECK(asked("Ann  Lee").name == "Ann Lee");
    CHECK(asked("Ann Lee also Annie Also Ann L").also == std::vector<std::string>{"Annie", "Ann L"});
    CHECK_FALSE(asked("Ann Lee").access_needs);
    CHECK(asked("Access needs of Ann Lee").access_needs);
    CHECK(asked("Access needs of Ann Lee").name == "Ann Lee");
    CHECK(asked("words  before 1 january 2024").words_before == std::chrono::year{2024} / 1 / 1);
    CHECK(asked("words before 1 january 2024").name.empty());
    CHECK(asked("words before 1 december").words_before == std::chrono::year{2025} / 12 / 1);
    CHECK(asked("words before 1 december 2027").words_before == std::chrono::year{2027} / 12 / 1);
    // People may be called so.
    CHECK(asked("Words").name == "Words");
    CHECK(asked("Access Ng").name == "Access Ng");
}

TEST_CASE("what cannot be read behind forget is said with an example") {
    CHECK(fault("also Annie") ==
          "also needs a name before it and a name behind it. Example: forget Ann Lee also Annie.");
    CHECK(fault("Ann also") == fault("also Annie"));
    CHECK(fault("words before") == "words before needs a day. Example: forget words before 1 january 2024.");
    CHECK_THAT(fault("words before lunch"), containing("lunch"));
    CHECK(fault("access needs of") == "access needs of needs a name. Example: forget access needs of Asha.");
}

TEST_CASE("a backup is made for review, to a file, or neither") {
    CHECK_FALSE(read_backup("").for_review);
    CHECK(read_backup("").to.empty());
    CHECK(read_backup("For review").for_review);
    CHECK(read_backup("for review").to.empty());
    CHECK(read_backup("for review /tmp/a b.db").to == "/tmp/a b.db");
    CHECK(read_backup("forum.db").to == "forum.db");
    CHECK_FALSE(read_backup("forum.db").for_review);
}

TEST_CASE("the page of keeping has the log first and then its people, each with what can be done") {
    const std::vector<Keeping::Someone> people{{"Ann Lee, Harbour Voices", "Ann Lee"},
                                               {"Ben, City Council", "b1b2b3b4"}};
    const Page page = keeping_page(people);
    CHECK(page.title == "Keeping, 2 people in the log");
    const auto& list = std::get<List>(page.blocks.at(3));
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[1].text == "2 of 2, Ben, City Council");
    CHECK(list.items[1].acts.at(0).intent == Intent{Word::held, "b1b2b3b4"});
    CHECK(list.items[1].acts.at(1).intent == Intent{Word::forget, "b1b2b3b4"});
    CHECK(list.items[1].acts.at(2).intent == Intent{Word::forget, "access needs of b1b2b3b4"});
    CHECK(std::get<List>(keeping_page({}).blocks.at(3)).when_empty == "The log knows nobody yet.");
}
