#include "src/files/plan_file.h"

#include <algorithm>
#include <string>

#include "src/base/error.h"
#include "src/files/partnership_file.h"
#include "src/files/plan_writer.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using folkmoot::tests::TemporaryFolder;

namespace {

const std::filesystem::path data = FOLKMOOT_SOURCE_DIR "/data";
const PlanReading seventh{{data / "instruments"}, 7};

constexpr std::string_view full_plan = R"([meeting]
title = "Working group 7"
group = "Working group"
place = "Harbour Hall \"upstairs\""
date = 2026-11-24T14:05:00
zone = "Europe/London"
minutes = 90
buffer = 10
pace = 1.25
private_view = true
facilitator = "asha"
host = "UNIVERSITY"
note_taker = "Ben"
timekeeper = "Asha"

[partnership]
name = "Harbour research partnership"
scale = [0, 10]
principles = ["One person speaks at a time", "Plain words"]
partners = ["City Council"]

[[person]]
name = "Asha"
partner = "Harbour Voices"
role = "co-chair"
access = "captions"
id = "000102030405060708090A0B0C0D0E0F"

[[person]]
name = "Ben"
partner = "University"

[[person]]
name = "Cleo"

[[objective]]
id = "O1"
text = "Co-write the advert"
review = 2027-01-31

[[objective]]
id = "O2"
text = "Share what was found"

[checkin]
question = "What do you bring?"
minutes = 0
[checkout]
question = "What do you take away?"

[[item]]
title = "Advert"
kind = "decide"
minutes = 20
objectives = ["o1", "O2", "O1"]
lead = "ben"
papers = [{ title = "Draft", sent = 2026-11-10 }, { title = "Budget" }]

[[item]]
kind = "break"
minutes = 10

[[action]]
text = "Book the room"
owner = "ben"
due = 2026-12-01

[[action]]
text = "Send the minutes to everyone"

[pulse]
instrument = "working-together"
)";

Plan read_text(std::string_view content) {
    const TemporaryFolder folder;
    return read_plan(folder.write("plan.toml", content), seventh);
}

}  // namespace

TEST_CASE("a full plan is read as it stands") {
    const auto plan = read_text(full_plan);
    CHECK(plan.title == "Working group 7");
    CHECK(plan.group == "Working group");
    CHECK(plan.place == "Harbour Hall \"upstairs\"");
    CHECK(plan.date ==
          LocalTime{Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}}, Minutes{14 * 60 + 5}});
    CHECK(plan.zone == "Europe/London");
    CHECK(plan.minutes == Minutes{90});
    CHECK(plan.buffer == Minutes{10});
    CHECK(plan.pace == Approx(1.25));
    CHECK(plan.private_view);
    CHECK(plan.note_taker == "Ben");
    CHECK(plan.partnership == "Harbour research partnership");
    CHECK(plan.scale == Scale{0, 10});
    CHECK(plan.principles == std::vector<std::string>{"One person speaks at a time", "Plain words"});
    REQUIRE(plan.people.size() == 3);
    CHECK(plan.people[0] ==
          PlannedPerson{"000102030405060708090a0b0c0d0e0f", "Asha", "Harbour Voices", "co-chair", "captions"});
    REQUIRE(plan.objectives.size() == 2);
    CHECK(iso(plan.objectives[0].review.value()) == "2027-01-31");
    CHECK_FALSE(plan.objectives[1].review);
    CHECK(plan.checkin_question == "What do you bring?");
    CHECK(plan.checkin_minutes == Minutes{0});
    CHECK_FALSE(plan.checkout_minutes);
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[0].kind == ItemKind::decide);
    CHECK(plan.items[0].minutes == Minutes{20});
    REQUIRE(plan.items[0].papers.size() == 2);
    CHECK(plan.items[0].papers[0].title == "Draft");
    CHECK(iso(plan.items[0].papers[0].sent.value()) == "2026-11-10");
    CHECK_FALSE(plan.items[0].papers[1].sent);
}

TEST_CASE("actions from before the log are read with their owner and their date") {
    const auto plan = read_text(full_plan);
    REQUIRE(plan.actions.size() == 2);
    CHECK(plan.actions[0].text == "Book the room");
    CHECK(plan.actions[0].owner == "Ben");
    CHECK(iso(plan.actions[0].due.value()) == "2026-12-01");
    CHECK(plan.actions[1].owner.empty());
    CHECK_FALSE(plan.actions[1].due);
}

TEST_CASE("names are spelled as the person, partner or objective that they mean") {
    const auto plan = read_text(full_plan);
    CHECK(plan.facilitator == "Asha");
    CHECK(plan.host == "University");
    CHECK(plan.items[0].lead == "Ben");
    CHECK(plan.items[0].objectives == std::vector<std::string>{"O1", "O2"});
}

TEST_CASE("partners stand in order of first mention, and who has none is independent") {
    const auto plan = read_text(full_plan);
    CHECK(plan.people[2].partner == "independent");
    CHECK(plan.partners == std::vector<std::string>{"City Council", "Harbour Voices", "University", "independent"});
}

TEST_CASE("a break needs no title") { CHECK(read_text(full_plan).items[1].title == "Break"); }

TEST_CASE("a plan that is written reads back as the same plan") {
    const auto plan = read_text(full_plan);
    CHECK(read_text(plan_to_toml(plan)) == plan);
    auto example = read_plan(data / "examples/working-group-7.toml", seventh);
    CHECK(example.groups.size() == 4);
    CHECK_FALSE(example.ways.support.empty());
    // These stand in the partnership's file only.
    example.groups.clear();
    example.glossary.clear();
    CHECK(read_text(plan_to_toml(example)) == example);
    Plan smallest;
    smallest.title = "A \\ \" title";
    CHECK(read_text(plan_to_toml(smallest)) == smallest);
}

TEST_CASE("a plan that is written can be read aloud") {
    const auto written = plan_to_toml(read_text(full_plan));
    CHECK(written.find("date = 2026-11-24T14:05:00\n") != std::string::npos);
    CHECK(written.find("papers = [{ title = \"Draft\", sent = 2026-11-10 }, { title = \"Budget\" }]\n") !=
          std::string::npos);
    CHECK(written.find("kind = \"break\"\n") != std::string::npos);
    CHECK(written.find("\n\n\n") == std::string::npos);
}

TEST_CASE("control and direction characters in a plan's texts are neutralised, not refused") {
    const auto plan = read_text(
        "[meeting]\ntitle = \"Red\x1b[31m \\u0007\\u202Ealert\"\nplace = \"A\tB\"\n"
        "[[item]]\ntitle = \"\"\"\nTwo\nlines\"\"\"\n");
    CHECK(plan.title == "Red[31m alert");
    CHECK(plan.place == "A B");
    CHECK(plan.items.at(0).title == "Two lines");
}

TEST_CASE("a plan may be saved with a byte order mark and other systems' line ends") {
    const auto plan = read_text("\xef\xbb\xbf[meeting]\r\ntitle = \"One\"\r\nminutes = 5\r\n");
    CHECK(plan.title == "One");
    CHECK(plan.minutes == Minutes{5});
    CHECK(read_text("[meeting]\rtitle = \"Two\"\r").title == "Two");
}

TEST_CASE("a date without a time means its midnight") {
    const auto plan = read_text("[meeting]\ntitle = \"One\"\ndate = 2026-11-24\n");
    CHECK(plan.date->time == Minutes{0});
    CHECK(iso(plan.date->date) == "2026-11-24");
}

TEST_CASE("a plan without items or people is allowed and noted") {
    const auto plan = read_text("[meeting]\ntitle = \"Open space\"\n");
    CHECK(plan.items.empty());
    CHECK(notes_on(plan) == std::vector<std::string>{"The plan has no items; they can be added while the meeting runs.",
                                                     "The plan names no people; they can be added as they arrive."});
}

TEST_CASE("an agenda that is too long and papers that are late are noted") {
    auto plan = read_plan(data / "examples/working-group-7.toml", seventh);
    CHECK(notes_on(plan) ==
          std::vector<std::string>{"Paper \"Map of stops without a kerb\" for What the bus interviews tell us so far "
                                   "goes out 7 days ahead; the group's norm is 14 days."});
    plan.buffer = Minutes{12};
    CHECK(notes_on(plan, 0) ==
          std::vector<std::string>{"The agenda with its buffer needs 92 minutes, 2 more than the 90 planned."});
}

TEST_CASE("names in a plan without partnership and people are the log's, and stay as they are") {
    const auto plan = read_text(
        "[meeting]\ntitle = \"One\"\nfacilitator = \"Asha\"\n[[item]]\ntitle = \"A\"\nobjectives = [\"O1\"]\n");
    CHECK(plan.facilitator == "Asha");
    CHECK(plan.items.at(0).objectives == std::vector<std::string>{"O1"});
}

TEST_CASE("a partnership file gives people and objectives, and the plan adds to them and overrides them by name") {
    const TemporaryFolder folder;
    folder.write("partnership.toml",
                 "name = \"Harbour\"\nscale = [1, 5]\nprinciples = [\"Plain words\"]\n[[partner]]\nname = \"Council\"\n"
                 "[[person]]\nname = \"Asha\"\npartner = \"Voices\"\nrole = \"chair\"\n"
                 "[[objective]]\nid = \"O1\"\ntext = \"Old\"\n");
    const auto path = folder.write("plan.toml",
                                   "[meeting]\ntitle = \"One\"\nhost = \"Council\"\n"
                                   "[partnership]\nfile = \"partnership.toml\"\nscale = [1, 7]\n"
                                   "[[person]]\nname = \"asha\"\naccess = \"captions\"\n"
                                   "[[person]]\nname = \"Ben\"\npartner = \"voices\"\n"
                                   "[[objective]]\nid = \"O1\"\ntext = \"New\"\n");
    const auto plan = read_plan(path, seventh);
    CHECK(plan.partnership == "Harbour");
    CHECK(plan.scale == Scale{1, 7});
    CHECK(plan.principles == std::vector<std::string>{"Plain words"});
    CHECK(plan.partners == std::vector<std::string>{"Council", "Voices"});
    CHECK(plan.people ==
          std::vector<PlannedPerson>{{"", "Asha", "Voices", "chair", "captions"}, {"", "Ben", "Voices", "", ""}});
    REQUIRE(plan.objectives.size() == 1);
    CHECK(plan.objectives[0].text == "New");
}

TEST_CASE("the pulse asks the statements whose turn it is, or those that the plan names") {
    const TemporaryFolder folder;
    folder.write("ours.toml",
                 "title = \"Ours\"\nscale = [0, 10]\nstatements_per_meeting = 2\n"
                 "[[statement]]\nid = \"a\"\ntext = \"A.\"\n[[statement]]\nid = \"b\"\ntext = \"B.\"\n"
                 "[[statement]]\nid = \"c\"\ntext = \"C.\"\n");
    const auto pulse_of = [&](const std::string& keys, PlanReading reading) {
        const auto path = folder.write("plan.toml", "[meeting]\ntitle = \"One\"\ndate = 2026-11-24\n[pulse]\n" + keys);
        return read_plan(path, reading).pulse.value();
    };
    const auto third = pulse_of("instrument = \"ours\"\n", {{}, 3});
    CHECK(third == PlannedPulse{"ours", "Ours", {0, 10}, {"B.", "C."}});
    CHECK(pulse_of("instrument = \"ours.toml\"\nstatements = [\"c\", \"a.\"]\n", {{}, 3}).statements ==
          std::vector<std::string>{"C.", "A."});
    const auto by_month = pulse_of("instrument = \"ours\"\n", {}).statements;
    CHECK(by_month == pulse_of("instrument = \"ours\"\n", {{}, 2026 * 12 + 11}).statements);
}

TEST_CASE("the harbour example is a sound plan that fits into its ninety minutes") {
    const auto plan = read_plan(data / "examples/working-group-7.toml", seventh);
    CHECK(planned_sum(plan) + plan.buffer == Minutes{90});
    std::vector<std::string> names;
    std::ranges::transform(plan.people, std::back_inserter(names), &PlannedPerson::name);
    CHECK(names == std::vector<std::string>{"Asha", "Ben", "陈伟", "ليلى", "Zo\u00eb", "Dara", "Morag", "Tom"});
    CHECK(plan.partners == std::vector<std::string>{"Harbour Voices", "City Council", "University"});
    CHECK(plan.objectives.size() == 4);
    CHECK(std::ranges::any_of(plan.items, [](const auto& item) { return item.kind == ItemKind::pause; }));
    REQUIRE(plan.pulse);
    CHECK(plan.pulse->statements.size() == 4);
}

TEST_CASE("a partnership that is written reads back as the same") {
    const auto harbour = read_partnership(data / "examples/harbour.toml");
    CHECK(harbour.groups ==
          std::vector<std::string>{"Working group", "Steering group", "Advisory board", "Joint forum"});
    CHECK(harbour.glossary.size() == 2);
    const TemporaryFolder folder;
    CHECK(read_partnership(folder.write("again.toml", partnership_to_toml(harbour))) == harbour);
}
