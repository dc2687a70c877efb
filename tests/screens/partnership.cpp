#include "screens/partnership.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

constexpr Date today = std::chrono::year{2026} / 11 / 24;

Partnership harbour() {
    MemoryLog log;
    IdSource ids("screen");
    PartnershipSheet sheet;
    sheet.name = "Harbour";
    sheet.principles = {"Plain words", "One at a time"};
    sheet.people = {{"", "Asha", "Harbour Voices", "co-chair", "captions", {}},
                    {"", "Ashok", "City Council", "", "", {}}};
    sheet.objectives = {{"O1", "Write the advert", std::chrono::year{2026} / 10 / 31, {}}};
    sheet.glossary = {{"PPI", "people in research"}};
    Partnership partnership;
    const auto changes = changes_to(sheet, std::nullopt, ids);
    for (const PartnershipEvent& each : changes.events) apply(partnership, each, start_time());
    partnership.id = changes.partnership;
    return partnership;
}

PartnershipSheet change(const std::string& typed) {
    const auto read = read_partnership_change(harbour(), typed, today);
    if (const auto* fault = std::get_if<Wrong>(&read)) FAIL(fault->sentence);
    return std::get<PartnershipSheet>(read);
}

std::string fault(const std::string& typed) {
    const auto read = read_partnership_change(harbour(), typed, today);
    return std::holds_alternative<Wrong>(read) ? std::get<Wrong>(read).sentence : "";
}

std::vector<std::string> lines_of(const Page& page) {
    std::vector<std::string> lines;
    for (const Block& block : page.blocks) {
        if (const auto* list = std::get_if<List>(&block))
            for (const ListItem& each : list->items) lines.push_back(each.text);
        if (const auto* heading = std::get_if<Heading>(&block)) lines.push_back(heading->text);
    }
    return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
}

}  // namespace

TEST_CASE("the partnership's page has a line for each thing, says what is due for review, and no access needs") {
    const Page page = partnership_page(harbour(), today);
    CHECK(page.title == "Harbour, 2 people");
    const auto lines = lines_of(page);
    CHECK(holds(lines, "Stage: nothing is written down yet"));
    CHECK(holds(lines, "People, 2"));
    CHECK(holds(lines, "1 of 2, Asha, Harbour Voices, co-chair, access needs are written down"));
    CHECK(holds(lines, "1 of 1, O1, Write the advert, was to be reviewed on Saturday 31 October 2026"));
    CHECK(holds(lines, "1 of 1, PPI: people in research"));
    for (const std::string& each : lines) CHECK(each.find("captions") == std::string::npos);
}

TEST_CASE("each part of a partnership is changed by its word") {
    CHECK(change("stage working").ways.stage == PartnershipStage::working);
    CHECK(change("decisions vote").ways.rule == DecisionRule::vote);
    CHECK(change("papers 14 days").ways.papers_ahead == 14);
    CHECK(change("scale 1 to 7").ways.scale == Scale{1, 7});
    CHECK(change("checkin How are you here?").ways.checkin_question.text == "How are you here?");
    CHECK(change("checkout What do you take away?").ways.checkout_question.text == "What do you take away?");
    CHECK(change("support Nadia, 01632 960123").ways.support.text == "Nadia, 01632 960123");
    CHECK(change("signpost Citizens Advice").ways.signposts.size() == 1);
    CHECK(change("partner City Council").partners == std::vector<std::string>{"City Council"});
    CHECK(change("person Ben of City Council").people.at(0).partner == "City Council");
    CHECK(change("role Asha: chair").people.at(0).role == "chair");
    CHECK(change("role Asha: chair").people.at(0).access == "captions");
    CHECK(change("away ashok: 1 december to 20 december").people.at(0).away.at(0).to ==
          Date{std::chrono::year{2026} / 12 / 20});
    CHECK(change("objective O1: Write it together").objectives.at(0).review == Date{std::chrono::year{2026} / 10 / 31});
    CHECK(change("objective O1 reached").objectives.at(0).end == ObjectiveEnd::reached);
    CHECK(change("objective O1 review 31 january").objectives.at(0).review == Date{std::chrono::year{2027} / 1 / 31});
    CHECK(change("principle Nothing about us without us").principles.size() == 3);
    CHECK(change("remove principle 1").principles == std::vector<std::string>{"One at a time"});
    CHECK(change("review 31 january").ways.principles_review == Date{std::chrono::year{2027} / 1 / 31});
    CHECK(change("term ethics: the check before research").glossary.at(0).first == "ethics");
    CHECK(change("remove term PPI").glossary.at(0).second.empty());
    CHECK(change("group Board").groups == std::vector<std::string>{"Board"});
}

TEST_CASE("what cannot be read of a change is answered with what it can be") {
    CHECK_THAT(fault("dance"),
               containing("\"dance\" is nothing of a partnership. It can be stage, checklist, decisions"));
    CHECK_THAT(fault("stage sleeping"), containing("starting, working together or what comes next"));
    CHECK_THAT(fault("scale 5 to 1"), containing("the lower one first"));
    CHECK_THAT(fault("scale 5"), containing("Example: partnership scale 1 to 5."));
    CHECK_THAT(fault("checkin"), containing("needs the question"));
    CHECK_THAT(fault("papers many"), containing("a number of days, from 0 to 365"));
    CHECK_THAT(fault("person Ben"), containing("Example: partnership person Asha of Harbour Voices."));
    CHECK_THAT(fault("role ash: chair"), containing("\"ash\" is several people. It can be Asha or Ashok."));
    CHECK_THAT(fault("role Zed: chair"), containing("\"Zed\" is nobody of the partnership."));
    CHECK_THAT(fault("away Asha: 20 december to 1 december 2026"), containing("days"));
    CHECK_THAT(fault("objective O9 reached"), containing("There is no objective O9."));
    CHECK_THAT(fault("remove principle 9"), containing("a number that is there"));
    CHECK_THAT(fault("term ethics"), containing("a word, a colon and what it means"));
}
