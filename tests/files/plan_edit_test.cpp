#include "src/files/plan_edit.h"

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/files/plan_at_hand.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

constexpr const char* written_by_hand = R"(# Ours, by hand.
[meeting]
title = "Working group 8"   # the eighth
minutes = 60
buffer = 5

# First what is new.
[[item]]
title = "News"
kind = "inform"
minutes = 10

# Ask Ben before.
[[item]]
title = "Advert"
minutes = 20
lead = "Ben"

[[item]]
title = "Costs"
minutes = 15   # as ever

[pulse]
instrument = "working-together"
)";

Plan read(const std::string& text) { return read_plan_text(text, "plan.toml"); }

/// The text after the change, which must read back as the plan that was wanted.
std::string changed(const std::string& text, auto change) {
    const Plan before = read(text);
    Plan after = before;
    change(after);
    std::string now = with_changes(text, before, after, "plan.toml");
    Plan back = read(now);
    if (after.pulse && back.pulse) back.pulse = after.pulse;
    CHECK(back == after);
    return now;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a change of the meeting changes its line alone, and remarks stay") {
    const auto now = changed(written_by_hand, [](Plan& plan) { plan.minutes = Minutes{90}; });
    CHECK(holds(now, "# Ours, by hand.\n[meeting]\ntitle = \"Working group 8\"   # the eighth\nminutes = 90\n"));
    CHECK(now.size() == std::string(written_by_hand).size());
}

TEST_CASE("what the file does not say yet is added to its table, and a date reads back") {
    const auto now = changed(written_by_hand, [](Plan& plan) {
        plan.date = LocalTime{Date{std::chrono::year{2026} / 12 / 1}, Minutes{14 * 60}};
    });
    CHECK(holds(now, "date = 2026-12-01T14:00:00\n"));
    changed(written_by_hand, [](Plan& plan) { plan.checkin_question = "How are you?"; });
    changed(written_by_hand, [](Plan& plan) { plan.pace = 1.5; });
    changed(written_by_hand, [](Plan& plan) { plan.place = "The hall, \"room 2\""; });
    changed(written_by_hand, [](Plan& plan) { plan.facilitator = "Asha"; });
}

TEST_CASE("an item's line changes in its place, and a new one stands behind its last") {
    const auto now = changed(written_by_hand, [](Plan& plan) { plan.items[2].minutes = Minutes{25}; });
    CHECK(holds(now, "minutes = 25   # as ever"));
    const auto led = changed(written_by_hand, [](Plan& plan) { plan.items[0].lead = "Asha"; });
    CHECK(holds(led, "minutes = 10\nlead = \"Asha\"\n"));
    changed(written_by_hand, [](Plan& plan) { plan.items[1].lead.clear(); });
    changed(written_by_hand, [](Plan& plan) {
        plan.items[1].papers = {{"Draft", Date{std::chrono::year{2026} / 11 / 10}}, {"Map", {}}};
    });
    changed(written_by_hand, [](Plan& plan) { plan.items[1].kind = ItemKind::decide; });
    changed(written_by_hand, [](Plan& plan) { plan.items[1].proposed = "Asha"; });
}

TEST_CASE("an item is added before another or at the end") {
    const PlannedItem added{"Break", ItemKind::pause, Minutes{10}, {}, "", {}};
    const auto in_the_middle =
        changed(written_by_hand, [&](Plan& plan) { plan.items.insert(plan.items.begin() + 1, added); });
    CHECK(holds(in_the_middle, "minutes = 10\n\n[[item]]\ntitle = \"Break\""));
    CHECK(holds(in_the_middle, "minutes = 10\n\n# Ask Ben before.\n[[item]]\ntitle = \"Advert\""));
    changed(written_by_hand, [&](Plan& plan) { plan.items.push_back(added); });
    changed("[meeting]\ntitle = \"Empty\"\n", [&](Plan& plan) { plan.items.push_back(added); });
}

TEST_CASE("an item that is taken out or moved takes the remark above it along") {
    const auto without = changed(written_by_hand, [](Plan& plan) { plan.items.erase(plan.items.begin() + 1); });
    CHECK_FALSE(holds(without, "Ask Ben before"));
    const auto moved = changed(
        written_by_hand, [](Plan& plan) { std::rotate(plan.items.begin(), plan.items.begin() + 1, plan.items.end()); });
    CHECK(holds(moved, "# First what is new.\n[[item]]\ntitle = \"News\""));
    CHECK(moved.find("Advert") < moved.find("News"));
    changed(written_by_hand,
            [](Plan& plan) { std::rotate(plan.items.begin(), plan.items.end() - 1, plan.items.end()); });
}

TEST_CASE("the pulse is taken out, and another put in its place without the statements of the old one") {
    const auto without = changed(written_by_hand, [](Plan& plan) { plan.pulse.reset(); });
    CHECK_FALSE(holds(without, "pulse"));
    const auto other = changed(written_by_hand, [](Plan& plan) { plan.pulse->instrument = "looking-back"; });
    CHECK(holds(other, "[pulse]\ninstrument = \"looking-back\"\n"));
}

TEST_CASE("items that are written as one list are left to an editor, and the fault says so") {
    const std::string text = "item = [{ title = \"One\" }, { title = \"Two\" }]\n[meeting]\ntitle = \"Short\"\n";
    const Plan before = read(text);
    Plan after = before;
    after.items[1].minutes = Minutes{5};
    CHECK_THROWS_WITH(
        with_changes(text, before, after, "plan.toml"),
        "plan.toml, line 1: item is written as a list on one line, which only an editor can change. Write "
        "each as [[item]].");
}

TEST_CASE("a plan at hand is on disk after each change, and each change is taken back") {
    const TemporaryFolder folder;
    const auto file = folder.write("plan.toml", written_by_hand);
    PlanAtHand at_hand(file);
    Plan after = at_hand.plan();
    after.title = "Another";
    at_hand.change(after);
    CHECK(holds(read_file(file), "title = \"Another\"   # the eighth"));
    CHECK(read_file(folder / "plan.toml.bak") == written_by_hand);
    after = at_hand.plan();
    after.items.pop_back();
    at_hand.change(after);
    CHECK(at_hand.take_back());
    CHECK(at_hand.take_back());
    CHECK(read_file(file) == written_by_hand);
    CHECK_FALSE(at_hand.take_back());
    CHECK_FALSE(at_hand.can_be_thrown_away());
}

TEST_CASE("a plan that was changed elsewhere meanwhile is read anew and keeps what stands there") {
    const TemporaryFolder folder;
    const auto file = folder.write("plan.toml", written_by_hand);
    PlanAtHand at_hand(file);
    folder.write("plan.toml", "[meeting]\ntitle = \"From an editor\"\n");
    Plan after = at_hand.plan();
    after.title = "Mine";
    CHECK_THROWS_AS(at_hand.change(after), Error);
    CHECK(read_file(file) == "[meeting]\ntitle = \"From an editor\"\n");
    CHECK(at_hand.plan().title == "From an editor");
}

TEST_CASE("a change that could not be run writes nothing") {
    const TemporaryFolder folder;
    const auto file = folder.write("plan.toml", written_by_hand);
    PlanAtHand at_hand(file);
    Plan after = at_hand.plan();
    after.pulse->instrument = "no-such-instrument";
    CHECK_THROWS_AS(at_hand.change(after), Error);
    CHECK(read_file(file) == written_by_hand);
}

TEST_CASE("a new plan is named after its title, beside what is there already, and can be thrown away untouched") {
    const TemporaryFolder folder;
    const std::string text = "[meeting]\ntitle = \"Zoë's Group, no. 8!\"\n";
    PlanAtHand first = PlanAtHand::begun(folder.path(), text);
    CHECK(first.file().filename() == "zoe-s-group-no-8.toml");
    PlanAtHand second = PlanAtHand::begun(folder.path(), text);
    CHECK(second.file().filename() == "zoe-s-group-no-8-2.toml");
    CHECK(second.can_be_thrown_away());
    second.throw_away();
    CHECK_FALSE(std::filesystem::exists(second.file()));
    CHECK(file_name_for("陈伟") == "meeting");
}
