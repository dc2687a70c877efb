#include "src/session/partnership_desk.h"

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

constexpr Date day(int month, int number) {
    return Date{std::chrono::year{2026}, std::chrono::month{static_cast<unsigned>(month)},
                std::chrono::day{static_cast<unsigned>(number)}};
}

PartnershipSheet harbour() {
    PartnershipSheet sheet;
    sheet.name = "Harbour";
    sheet.principles = {"Plain words"};
    sheet.partners = {"Harbour Voices"};
    sheet.people = {{"", "Asha", "Harbour Voices", "co-chair", "captions", {{day(12, 1), day(12, 20)}}}};
    sheet.objectives = {{"O1", "Write the advert", day(12, 31), {}}};
    sheet.groups = {"Board"};
    sheet.glossary = {{"PPI", "people in research"}};
    sheet.ways.stage = PartnershipStage::working;
    sheet.ways.rule = DecisionRule::consent;
    sheet.ways.papers_ahead = 14;
    sheet.ways.support = Words{"Nadia, 01632 960123"};
    sheet.ways.signposts = {Words{"Citizens Advice"}};
    return sheet;
}

/// Only what is to be changed.
PartnershipSheet only() {
    PartnershipSheet sheet;
    sheet.name = "Harbour";
    return sheet;
}

}  // namespace

TEST_CASE("a partnership that was written down is in the log whole, and the same sheet changes nothing") {
    MemoryLog log;
    IdSource ids("desk");
    PartnershipDesk desk(log, log);
    const auto said = desk.change(harbour(), ids, start_time());
    CHECK(std::ranges::find(said, "New partnership: Harbour.") != said.end());
    CHECK(std::ranges::find(said, "New stage: working together.") != said.end());
    CHECK(std::ranges::find(said, "New in the glossary: PPI: people in research.") != said.end());
    PartnershipSheet kept = sheet_of(log.partnerships().at(0));
    for (PlannedPerson& each : kept.people) each.id.clear();
    CHECK(kept == harbour());
    CHECK(desk.change(harbour(), ids, start_time()).empty());
    CHECK_FALSE(desk.undo(start_time()));  // what founded it stays
}

TEST_CASE("what a sheet does not name stays, and each change can be taken back, the latest first") {
    MemoryLog log;
    IdSource ids("desk");
    PartnershipDesk desk(log, log);
    desk.change(harbour(), ids, start_time());
    const Partnership before = log.partnerships().at(0);

    std::vector<PartnershipSheet> changes(9, only());
    changes[0].ways.support = Words{"Tom, room 2"};
    changes[1].principles = {"Plain words", "One at a time"};
    changes[2].partners = {"City Council"};
    changes[3].people = {{"", "Ben", "City Council", "", ""}};
    changes[4].people = {{"", "Asha", "City Council", "chair", "captions"}};
    changes[5].objectives = {{"O1", "Write the advert", day(12, 31), ObjectiveEnd::reached}};
    changes[6].objectives = {{"O2", "Pay on time", {}, {}}};
    changes[7].groups = {"Working group"};
    changes[8].glossary = {{"PPI", ""}};
    std::vector<Partnership> states{before};
    for (const PartnershipSheet& each : changes) {
        CHECK(desk.change(each, ids, start_time()).size() == 1);
        CHECK(log.partnerships().at(0) != states.back());
        states.push_back(log.partnerships().at(0));
    }
    CHECK(states.back().ways.papers_ahead == 14);
    CHECK(states.back().people.at(0).away.size() == 1);
    CHECK(states.back().glossary.empty());
    for (std::size_t left = changes.size(); left > 0; --left) {
        CHECK(desk.undo(start_time()));
        CHECK(log.partnerships().at(0) == states[left - 1]);
    }
    CHECK_FALSE(desk.undo(start_time()));
}
