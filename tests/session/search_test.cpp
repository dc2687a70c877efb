#include "src/session/search.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"

namespace folkmoot::test {

namespace {

constexpr Date today{std::chrono::year{2026} / 11 / 24};

SearchQuery query(std::string_view typed) {
    const auto read = read_search(typed, today);
    if (const auto* fault = std::get_if<SearchFault>(&read)) FAIL(fault->why);
    return std::get<SearchQuery>(read);
}

std::string fault(std::string_view typed) {
    const auto read = read_search(typed, today);
    REQUIRE(std::holds_alternative<SearchFault>(read));
    return std::get<SearchFault>(read).why;
}

using Phrases = std::vector<SearchPhrase>;

}  // namespace

TEST_CASE("Words, phrases and beginnings of words are told apart in a search", "[search]") {
    CHECK(query("large type").phrases == Phrases{{"large", false}, {"type", false}});
    CHECK(query("\"large type\" adv*").phrases == Phrases{{"large type", false}, {"adv", true}});
    CHECK(query("\u201Clarge type\u201D").phrases == Phrases{{"large type", false}});
    CHECK(query("\"large ty\"*").phrases == Phrases{{"large ty", true}});
    CHECK(query("NOT a AND (b OR c) NEAR ^d -e").phrases.size() == 9);
    CHECK(query("at 14:00, see https://example.org").phrases.size() == 4);
    CHECK(query("Zoë ليلى 陈伟").phrases == Phrases{{"Zoë", false}, {"ليلى", false}, {"陈伟", false}});
    CHECK(query("advert ?! --").phrases == Phrases{{"advert", false}});
}

TEST_CASE("The filters of a search take their values, quoted ones too", "[search]") {
    const auto all = query(
        "person:\"Asha Rao\" Group:forum objective:O1 kind:decision kind:item before:2026-12-01 after:\"1 march 2026\" "
        "is:open advert");
    CHECK(all.people == std::vector<std::string>{"Asha Rao"});
    CHECK(all.groups == std::vector<std::string>{"forum"});
    CHECK(all.objectives == std::vector<std::string>{"O1"});
    CHECK(all.kinds == std::vector<SearchKind>{{CaptureKind::decision}, {}});
    CHECK(iso(*all.before) == "2026-12-01");
    CHECK(iso(*all.after) == "2026-03-01");
    CHECK(all.open);
    CHECK(all.phrases.size() == 1);
    CHECK(query("\"person:Asha\"").people.empty());
    CHECK(query("note: bring chairs").phrases.size() == 3);
}

TEST_CASE("A broken search is answered with what was typed and what is allowed", "[search]") {
    CHECK_THAT(fault("\"large type"), containing("before \"large type\" is not closed"));
    CHECK_THAT(fault("person:\"Asha"), containing("not closed"));
    CHECK_THAT(fault("owner:Asha"), containing("\"owner:\" is no filter"));
    CHECK_THAT(fault("owner:Asha"), containing("person:, group:, objective:, kind:, before:, after: and is:open"));
    CHECK_THAT(fault("person:"), containing("person:Asha"));
    CHECK_THAT(fault("kind:thing"), containing("not \"thing\""));
    CHECK_THAT(fault("kind:thing"), containing("item, note, decision, action, parked, question, term or concern"));
    CHECK_THAT(fault("is:closed"), containing("is:open"));
    CHECK_THAT(fault("before:soon"), containing("\"soon\""));
    CHECK_THAT(fault("*"), containing("adv*"));
    for (const char* nothing : {"", "   ", "?!", "\"\"", "\x01\x02\t\n", "\xF0\x9F\x98\x80"})
        CHECK_THAT(fault(nothing), containing("no word to look for"));
}

TEST_CASE("Any bytes can be typed as a search", "[search]") {
    CHECK_THAT(fault(std::string(10'000, 'a')), containing("1000"));
    CHECK_THAT(fault(std::string(900, '"') + std::string(9'100, 'b')), containing("1000"));
    CHECK_THAT(fault([] {
                   std::string many;
                   for (int word = 0; word < 51; ++word) many += "a ";
                   return many;
               }()),
               containing("50"));
    CHECK(query("a\x01"
                "b\x1B[31m\xFF c")
              .phrases.size() == 2);
    CHECK(query(std::string_view("a\0b", 3)).phrases == Phrases{{"ab", false}});
    for (int byte = 0; byte < 256; ++byte) {
        const std::string odd{'x', static_cast<char>(byte), '"', static_cast<char>(byte), ':', '*'};
        CHECK_NOTHROW(read_search(odd, today));
    }
}

}  // namespace folkmoot::test
