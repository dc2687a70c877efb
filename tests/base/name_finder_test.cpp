#include "src/base/name_finder.h"

#include "tests/support/catch.h"

using folkmoot::text::NameFinder;
using What = NameFinder::What;

namespace {

NameFinder finder(std::initializer_list<const char*> mine, std::initializer_list<const char*> others = {},
                  std::initializer_list<const char*> also = {}) {
    NameFinder made;
    for (const char* name : mine) made.add(name);
    for (const char* name : others) made.add_other(name);
    for (const char* name : also) made.add_also(name);
    return made;
}

std::string without(const NameFinder& names, const char* text) { return names.replaced(text, "X"); }

}  // namespace

TEST_CASE("A name is found as a whole word, whatever the case and the accents", "[base][names]") {
    const auto ann = finder({"Ann"});
    CHECK(without(ann, "Ann rang. ANN's plan, (ann), Ann-led") == "X rang. X's plan, (X), X-led");
    CHECK(without(finder({"Ann Lee"}, {"Ann Kay", "Lee Ode"}), "Ann, Lee and Ann Lee") == "Ann, Lee and X");
    CHECK(without(finder({"=RUN(1)"}), "=RUN(1) rang") == "=X) rang");
    CHECK(without(finder({"Lee, Ann"}), "Lee, Ann rang") == "X rang");
    CHECK(without(ann, "Annie, Anna, Joann, Ann2 and banns") == "Annie, Anna, Joann, Ann2 and banns");
    const auto zoe = finder({"Zo\u00EB"});
    CHECK(without(zoe, "zoe, ZO\u00CB, Zoe\u0308 and Zo\u00EB") == "X, X, X and X");
    CHECK(without(zoe, "") == "");
    CHECK(without(finder({""}), "Ann") == "Ann");
}

TEST_CASE("Each word of a name counts alone, but for titles, particles and single letters", "[base][names]") {
    const auto name = finder({"Dr. Ann van der Lee-Kay J"});
    CHECK(without(name, "dr ann van der lee-kay j said") == "X said");
    CHECK(without(name, "Ann and Kay, Lee") == "X and X, X");
    CHECK(without(name, "the Dr in the van, J") == "the Dr in the van, J");
    CHECK(without(finder({"100% Percy"}), "100 came, Percy too") == "100 came, X too");
}

TEST_CASE("What another's name has too is not taken, and their whole name is theirs", "[base][names]") {
    const auto names = finder({"Ann Lee"}, {"Ann Kay", "Lee-Ann Ode"});
    CHECK(without(names, "Ann Kay, Ann, Lee-Ann Ode and ann lee") == "Ann Kay, Ann, Lee-Ann Ode and X");
    const auto found = names.find("Ann");
    REQUIRE(found.size() == 1);
    CHECK(found[0].what == What::shared);
    CHECK(names.find("Ann Kay").empty());
    // All that somebody is called is theirs, even when it is a part of another's name.
    CHECK(without(finder({"Ann"}, {"Ann Kay"}), "Ann and Ann Kay") == "X and Ann Kay");
    CHECK(without(finder({"Ann"}, {"Ann"}), "Ann") == "Ann");
    CHECK(without(finder({"Ann Lee"}, {"Ann Kay"}, {"Ann", "Nan"}), "ann, nan, Ann Kay") == "X, X, Ann Kay");
}

TEST_CASE("An ordinary word that is written small is left, unless it was asked for", "[base][names]") {
    const auto will = finder({"Will May"});
    CHECK(without(will, "Will will, May may; Will May; will may") == "X will, X may; X; X");
    CHECK(will.find("we will")[0].what == What::ordinary);
    CHECK(without(finder({"Will"}, {}, {"will"}), "we will") == "we X");
    CHECK(without(finder({"Asha"}), "asha") == "X");
}

TEST_CASE("Scripts without blanks are looked through by their characters", "[base][names]") {
    CHECK(without(finder({"陈伟"}), "我们和陈伟讨论了，陈 伟") == "我们和X讨论了，X");
    CHECK(without(finder({"陈伟"}), "陈先生") == "陈先生");
    CHECK(without(finder({"김지수"}), "김지수가 말했다") == "X가 말했다");
    CHECK(without(finder({"ليلى حسن"}), "قالت ليلى") == "قالت X");
}

TEST_CASE("Bytes that are no text do not stop the search", "[base][names]") {
    CHECK(without(finder({"Ann"}), "\xFF\xFE Ann \xC3") == "\xFF\xFE X \xC3");
}

TEST_CASE("The spellings of a name are all that a file can hold of it", "[base][names]") {
    const auto all = folkmoot::text::spellings("Zo\u00EB");
    for (const char* each : {"Zo\u00EB", "Zoe\u0308", "zo\u00EB", "zoe"})
        CHECK(std::find(all.begin(), all.end(), each) != all.end());
}
