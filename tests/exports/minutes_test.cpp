#include "src/exports/minutes.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "src/exports/markdown.h"
#include "src/exports/plain_text.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

std::string golden(const std::string& name) {
    std::ifstream file(std::string(FOLKMOOT_SOURCE_DIR) + "/tests/exports/golden/" + name, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

/// With FOLKMOOT_WRITE_GOLDEN set, the files are written anew: read the difference before you keep it.
void check_golden(const std::string& name, const std::string& text) {
    if (std::getenv("FOLKMOOT_WRITE_GOLDEN"))
        std::ofstream(std::string(FOLKMOOT_SOURCE_DIR) + "/tests/exports/golden/" + name, std::ios::binary) << text;
    CHECK(text == golden(name));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string markdown_of(const State& state) { return to_markdown(minutes_of(state)); }

}  // namespace

TEST_CASE("the minutes of a full meeting are the golden ones, byte for byte") {
    const Document document = minutes_of(rich_meeting());
    check_golden("rich.md", to_markdown(document));
    check_golden("rich.txt", to_plain_text(document));
    check_golden("rich-40.txt", to_plain_text(document, 40));
}

TEST_CASE("the minutes of an empty meeting are the golden ones, byte for byte") {
    const Document document = minutes_of(empty_meeting());
    check_golden("empty.md", to_markdown(document));
    check_golden("empty.txt", to_plain_text(document));
}

TEST_CASE("a state without any event has minutes that say so") {
    CHECK(has(markdown_of(State{}), "This meeting has not begun."));
}

TEST_CASE("an open meeting says so in its first lines") {
    State state = rich_meeting();
    state.closed.reset();
    state.agenda[1].slot.outcome.reset();
    state.agenda[1].slot.closed.reset();
    state.agenda[2].slot = Slot{};
    const std::string minutes = markdown_of(state);
    CHECK(minutes.find("still open: these minutes are not finished") < 100);
    CHECK(has(minutes, "- Time: planned 30 minutes, so far 15 minutes"));
    CHECK(has(minutes, "- Outcome: still open"));
    CHECK(has(minutes, "- Outcome: still to come"));
    CHECK_FALSE(has(minutes, "Ended"));
}

TEST_CASE("a meeting without objectives has no heading for them") {
    State state = rich_meeting();
    state.plan.objectives.clear();
    for (AgendaItem& each : state.agenda) each.item.objectives.clear();
    const std::string minutes = markdown_of(state);
    CHECK_FALSE(has(minutes, "Objectives"));
}

TEST_CASE("removed captures and access needs are in no minutes") {
    const std::string minutes = markdown_of(rich_meeting());
    CHECK_FALSE(has(minutes, "REMOVED"));
    CHECK_FALSE(has(minutes, "ACCESS NEED"));
    CHECK(has(to_plain_text(minutes_of(rich_meeting())), "Who reads it first?"));
}

TEST_CASE("words of a round stand without names and not in the order of the round") {
    const std::string minutes = markdown_of(rich_meeting());
    const std::size_t second = minutes.find("- A new poster.");
    const std::size_t first = minutes.find("- Tired, but glad to be here.");
    REQUIRE(second != std::string::npos);
    CHECK(second < first);
}

TEST_CASE("scores are figures from four people up") {
    State state = rich_meeting();
    CHECK(has(markdown_of(state), "4 people gave a score from 1 to 5: median 4, range 3 to 5."));
    state.checkin.answers[0].score = 5;
    CHECK(has(markdown_of(state), "median 4.5, range"));
    state.checkin.answers[0].score.reset();
    const std::string minutes = markdown_of(state);
    CHECK(has(minutes, "3 people gave a score. Scores are shown from four people up."));
    CHECK_FALSE(has(minutes, "median"));
}

TEST_CASE("a pulse of under four answers gives only how many answered, whatever the event holds") {
    State state = rich_meeting();
    state.pulse->answers = 3;
    const std::string minutes = markdown_of(state);
    CHECK(has(minutes, "3 people answered. Answers are shown from four people up."));
    CHECK_FALSE(has(minutes, "We listen to each other"));
}

TEST_CASE("a statement that fewer than four answered gives no answers, and the number for the others stays true") {
    State state = rich_meeting();
    REQUIRE(state.pulse->counts.size() == 2);
    state.pulse->answers = 7;
    state.pulse->counts = {{0, 0, 3, 4, 0}, {}};
    const std::string minutes = markdown_of(state);
    CHECK(has(minutes, "Up to 7 people answered each statement."));
    CHECK(has(minutes, "3 people answered 3 and 4 people answered 4."));
    CHECK(has(minutes, "Fewer than four people answered, so their answers are not shown."));
    state.pulse->counts[1] = {0, 0, 0, 0, 7};
    CHECK(has(markdown_of(state), "7 people answered. The scale"));
}

TEST_CASE("nobody is named with a concern, a note or words in a round") {
    State state = rich_meeting();
    for (Capture& each : state.captures) {
        each.owner = each.kind == CaptureKind::action ? each.owner : std::optional{id<PersonId>(6)};
        each.text.whose = id<PersonId>(6);
    }
    for (RoundAnswer& each : state.checkin.answers) each.words.whose = each.person;
    CHECK(markdown_of(state) == golden("rich.md"));
}

TEST_CASE("forgotten words leave their place and their number") {
    State state = rich_meeting();
    each_text(state, [](std::string& text) { text = forgotten_words; });
    const std::string minutes = markdown_of(state);
    CHECK(has(minutes, "- (forgotten) (1)\n"));
    CHECK(has(minutes, "- [ ] (forgotten): (forgotten), due Tuesday 1 December 2026, accepted (3, id c3c3c3c3)\n"));
    CHECK_FALSE(has(minutes, "Asha"));
}

TEST_CASE("what was written in an item that is not on the agenda any more stands outside the items") {
    State state = rich_meeting();
    state.captures[5].item = id<ItemId>(0x99);
    const std::string minutes = markdown_of(state);
    CHECK(minutes.find("Who reads it first? (6)") > minutes.find("## Outside the items"));
}

TEST_CASE("the reason of an item that was dropped counts only when the act does") {
    State state = rich_meeting();
    CHECK(has(markdown_of(state), "- Outcome: dropped (no posters yet)"));
    state.events.push_back({2, at(15, 6), event::Undone{1}});
    CHECK_FALSE(has(markdown_of(state), "no posters yet"));
    state.events.push_back({3, at(15, 6), event::Redone{1}});
    CHECK(has(markdown_of(state), "no posters yet"));
}

TEST_CASE("a round that was skipped says so") {
    State state = rich_meeting();
    state.checkin = Round{};
    state.skipped = {Stage::checkin};
    CHECK(has(markdown_of(state), "The check-in was skipped."));
}

TEST_CASE("a meeting past midnight gives the day on which it ended") {
    State state = empty_meeting();
    state.closed = later(*state.opened, std::chrono::hours{11});
    CHECK(has(markdown_of(state), "- Ended: Wednesday 25 November 2026, 01:03"));
}

TEST_CASE("the minutes say what other groups wrote down, which words were used, and what became a principle") {
    State state = rich_meeting();
    const std::string said = markdown_of(state);
    CHECK(
        has(said, "## Since we last met\n\n- Advisory board, Tuesday 17 November 2026, decision: Print in large type"));
    CHECK(has(said, "## Words used\n\n- Data: what is written down of people\n"));
    CHECK_FALSE(has(said, "PPI"));
    CHECK(has(said, "  - Becomes a shared principle\n"));
    state.plan.carry_over.news.front().objectives = {"O9"};
    state.plan.glossary.clear();
    const std::string without = markdown_of(state);
    CHECK_FALSE(has(without, "Since we last met"));
    CHECK_FALSE(has(without, "Words used"));
}

}  // namespace folkmoot
