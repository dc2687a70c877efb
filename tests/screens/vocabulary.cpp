#include "screens/vocabulary.h"

#include <algorithm>

#include "screens/explained.h"
#include "tests/screens/a_meeting.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

AMeeting with_a_glossary() {
    AMeeting meeting([](event::Opened& plan) {
        plan.glossary = {{{"PPI"}, {"people involved in research"}}, {{"PPIE"}, {"and engaged"}}};
        plan.support = Words{"Nadia, 01632 960123"};
        plan.signposts = {Words{"Citizens Advice, 01632 960001"}};
    });
    meeting.everyone_here();
    return meeting;
}

/// As the app remembers what was said.
void remember(AMeeting& meeting, const Reaction& reaction) {
    if (reaction.unexplained.empty()) return;
    meeting.memory.unexplained = reaction.unexplained;
    meeting.memory.unexplained_last = true;
}

/// The captures in the order of the meeting, each as it is typed and remembered.
Reaction writes(AMeeting& meeting, Word word, const std::string& text) {
    Reaction reaction = meeting.typed(word, text);
    for (const Command& each : reaction.commands) meeting.act(each);
    remember(meeting, reaction);
    return reaction;
}

const Act* act_of(const Page& page, Word word) {
    const auto act = std::ranges::find(page.key_acts, word, [](const Act& each) { return each.intent.word; });
    return act == page.key_acts.end() ? nullptr : &*act;
}

}  // namespace

TEST_CASE("support reads whom one can talk to and where else to turn, and is no act of the meeting") {
    const AMeeting meeting = with_a_glossary();
    const Reaction reaction = meeting.typed(Word::support);
    CHECK(reaction.said ==
          "Support, 2 lines.\nSomebody to talk to: Nadia, 01632 960123.\nWhere else to turn: Citizens Advice, 01632 "
          "960001.");
    CHECK(reaction.commands.empty());
    CHECK(support_in_words(Words{"Nadia"}, {}) == "Somebody to talk to: Nadia.");
    AMeeting without;
    CHECK(without.typed(Word::support).said ==
          "Nobody to talk to is written down yet. At home this writes it down: partnership support NAME, NUMBER.");
    without.memory.on_full_screen = true;
    CHECK(without.typed(Word::support).said.ends_with("this writes it down: :partnership support NAME, NUMBER."));
}

TEST_CASE("glossary explains one word in one sentence, or reads all of them in alphabetical order") {
    AMeeting meeting = with_a_glossary();
    CHECK(meeting.typed(Word::glossary, "ppi").said == "PPI: people involved in research.");
    CHECK(meeting.typed(Word::glossary, "pp").said == "\"pp\" could be PPI or PPIE. Type more of the word.");
    writes(meeting, Word::term, "ICS: integrated care");
    CHECK(meeting.typed(Word::glossary, "i").said == "ICS: integrated care.");
    CHECK(meeting.typed(Word::glossary).said ==
          "Glossary, 3 words.\n1 of 3, ICS: integrated care\n2 of 3, PPI: people involved in research\n3 of 3, PPIE: "
          "and engaged");
}

TEST_CASE("a word that is not in the glossary is answered with how to add it, and the keys know it") {
    AMeeting meeting = with_a_glossary();
    const Reaction unknown = meeting.typed(Word::glossary, "RCT");
    CHECK(unknown.error);
    CHECK(unknown.said == "\"RCT\" is not in the glossary. To add it, type term RCT: and what it means.");
    remember(meeting, unknown);
    REQUIRE(act_of(meeting.page(), Word::term) != nullptr);
    CHECK(act_of(meeting.page(), Word::term)->begun == "RCT: ");
    AMeeting empty;
    CHECK(empty.typed(Word::glossary).said == "The glossary is empty. This adds a word: term WORD: MEANING.");
}

TEST_CASE("a capture with letters that nobody has explained says so behind it, each word once a meeting") {
    AMeeting meeting = with_a_glossary();
    const Reaction first = writes(meeting, Word::decide, "PPI gets a DPIA");
    CHECK(first.said ==
          "DPIA is not in the glossary. Type term DPIA: and what it means, or plain DPIA when everybody knows it.");
    CHECK(first.unexplained == std::vector<std::string>{"DPIA"});
    CHECK(writes(meeting, Word::note, "The DPIA again").said.empty());
    CHECK(writes(meeting, Word::ask, "Who pays the RCT and the ICS?").said == "RCT and ICS are not in the glossary.");
    CHECK(writes(meeting, Word::action, "Dilys: ask the DHSC").said == "DHSC is not in the glossary.");
    CHECK(writes(meeting, Word::term, "NICE: what the MHRA is for medicines").said == "MHRA is not in the glossary.");
    const Reaction asked = meeting.typed(Word::action, "Ben: ask the CQC");
    REQUIRE(asked.question);
    CHECK(asked.question->said.front() == "CQC is not in the glossary.");
}

TEST_CASE("letters that nobody has explained are named in an item that is added and in a text that is changed, too") {
    AMeeting meeting = with_a_glossary();
    CHECK(writes(meeting, Word::add, "Costs of the DPIA 10").said.starts_with("DPIA is not in the glossary."));
    CHECK(writes(meeting, Word::note, "The DPIA is late").said.empty());
    CHECK(writes(meeting, Word::edit, "1 The REC has it").said == "REC is not in the glossary.");
    CHECK(writes(meeting, Word::edit, "1 The REC has the DPIA").said.empty());
}

TEST_CASE("the keys explain the word that was named last, and say that everybody knows it") {
    AMeeting meeting = with_a_glossary();
    CHECK(meeting.page().key_acts.empty());
    CHECK(meeting.typed(Word::plain).said == "plain needs the word that everybody here knows. Example: plain PPI.");
    meeting.to_item(1);
    writes(meeting, Word::note, "The RCT and the DPIA");
    CHECK(act_of(meeting.page(), Word::term)->begun == "RCT: ");
    CHECK(act_of(meeting.page(), Word::term)->asks);
    CHECK(act_of(meeting.page(), Word::plain)->intent == Intent{Word::plain, "RCT"});
    CHECK(says(meeting.typed(Word::term, "a trial").said, "Example: term RCT: what it means."));
    CHECK(only<command::CallPlain>(meeting.typed(Word::plain)).word == "RCT");
    CHECK(only<command::CallPlain>(meeting.typed(Word::plain, "AGM")).word == "AGM");
    writes(meeting, Word::plain, "");
    CHECK(act_of(meeting.page(), Word::term)->begun == "DPIA: ");
    // Later on the key asks for any word again.
    meeting.memory.unexplained_last = false;
    CHECK(act_of(meeting.page(), Word::term) == nullptr);
    CHECK(act_of(meeting.page(), Word::plain)->intent == Intent{Word::plain, "DPIA"});
    writes(meeting, Word::term, "DPIA: a look at the risks");
    CHECK(meeting.page().key_acts.empty());
}

TEST_CASE("the opening names the letters of the agenda that nobody has explained") {
    AMeeting meeting([](event::Opened& plan) {
        plan.items[1].title = Words{"The RCT"};
        plan.items[0].papers[0].title = Words{"DPIA of the RCT"};
    });
    const std::string said = read_aloud(meeting.page());
    CHECK(says(said,
               "\nNot in the glossary: DPIA and RCT. Type term DPIA: and what it means to explain one, or plain DPIA "
               "when everybody knows it.\n"));
    CHECK(act_of(meeting.page(), Word::term)->begun == "DPIA: ");
    CHECK(only<command::CallPlain>(meeting.typed(Word::plain)).word == "DPIA");
    meeting.act(command::CallPlain{"DPIA"});
    CHECK(says(read_aloud(meeting.page()), "Not in the glossary: RCT."));
    CHECK(meeting.typed(Word::note, "The RCT").said.empty());
    meeting.everyone_here().act(command::Next{});
    CHECK(meeting.page().key_acts.empty());
    meeting.act(command::Back{});
    CHECK_FALSE(says(read_aloud(meeting.page()), "Not in the glossary"));
}

TEST_CASE("the opening says what the other groups wrote down since, behind the objectives") {
    AMeeting meeting([](event::Opened& plan) {
        const Date day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{17}};
        const Words board{"Advisory board"};
        plan.carry_over.news = {{board, day, CaptureKind::decision, Words{"Print in large type"}, {}, {"O1"}},
                                {board, day, CaptureKind::decision, Words{"Paint the door"}, {}, {"O9"}},
                                {board, day, CaptureKind::term, Words{"people in research"}, Words{"PPI"}, {}}};
    });
    const std::string said = read_aloud(meeting.page());
    CHECK(says(said,
               "\nSince we last met, 2\n1 of 2, Advisory board, Tuesday 17 November 2026, decision: Print in large "
               "type, for O1\n2 of 2, Advisory board, Tuesday 17 November 2026, term: PPI, people in research\n"));
    CHECK(said.find("Objectives, 2") < said.find("Since we last met"));
    CHECK_FALSE(says(read_aloud(AMeeting().page()), "Since we last met"));
}

TEST_CASE("many words are not all named") {
    const std::vector<std::string> words{"AB", "CD", "EF", "GH", "IJ", "KL", "MN", "OP", "QR", "ST"};
    CHECK(vocabulary::named(words) == "AB, CD, EF, GH, IJ, KL, MN, OP and 2 more");
    CHECK(vocabulary::named({"AB", "CD"}) == "AB and CD");
}
