#include "src/session/terms.h"

#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

using Names = std::vector<std::string>;

/// A meeting of the ICS board, in a partnership that has explained PPI and the lay summary.
State a_state() {
    const MeetingFixture meeting;
    State state = meeting.state();
    state.plan.glossary = {{{"PPI"}, {"people involved in research"}}, {{"lay summary"}, {"in plain words"}}};
    state.plan.group = Words{"ICS board"};
    return state;
}

Names names(const std::vector<Term>& terms) {
    Names all;
    for (const Term& each : terms) all.push_back(each.word.text);
    return all;
}

Capture a_capture(CaptureKind kind, const std::string& text, const std::string& word = "") {
    Capture made;
    made.kind = kind;
    made.text = Words{text};
    made.word = Words{word};
    return made;
}

}  // namespace

TEST_CASE("the terms are the glossary's and the meeting's, the later explanation counts, in alphabetical order") {
    State state = a_state();
    state.captures = {a_capture(CaptureKind::term, "integrated care", "ICS"),
                      a_capture(CaptureKind::term, "patients too", "ppi")};
    const auto terms = terms_of(state);
    CHECK(names(terms) == Names{"ICS", "lay summary", "ppi"});
    CHECK(terms.back().meaning.text == "patients too");
    state.captures.back().removed = true;
    CHECK(terms_of(state).back().meaning.text == "people involved in research");
}

TEST_CASE("a term is called by its name whatever the case, by its beginning, or by one of its words") {
    const auto terms =
        in_order({{{"PPI"}, {"a"}}, {{"PPIE"}, {"b"}}, {{"lay summary"}, {"c"}}, {{"laypeople"}, {"d"}}});
    CHECK(names(terms_called(terms, "ppi")) == Names{"PPI"});
    CHECK(names(terms_called(terms, "PPIs")) == Names{"PPI"});
    CHECK(names(terms_called(terms, "pp")) == Names{"PPI", "PPIE"});
    CHECK(names(terms_called(terms, "layp")) == Names{"laypeople"});
    CHECK(names(terms_called(terms, "Summary")) == Names{"lay summary"});
    CHECK(terms_called(terms, "zebra").empty());
}

TEST_CASE("letters that stand for something are found, in the order of the text, each once") {
    const State state = a_state();
    CHECK(unexplained_words("The NHS24 line, RCTs and the RCT\u2019s cost; again NHS24", state) ==
          Names{"NHS24", "RCT"});
    CHECK(unexplained_words("COVID-19 and DNA/RNA\u2013tests", state) == Names{"COVID", "DNA", "RNA"});
    CHECK(unexplained_words("R&D, iPhone, McDonald, A4, BTs\u00e9, ABCDEFG, EBay", state).empty());
}

TEST_CASE("what is explained, plain, a name, an objective, a numeral or known to everybody is not asked about") {
    State state = a_state();
    state.plan.objectives.push_back({"OB1", Words{"x"}, {}});
    state.people.front().name = Words{"AJ Smith"};
    state.partners.front().name = Words{"NHS Trust"};
    state.plain_words = {Words{"RCT"}};
    CHECK(unexplained_words("PPI, PPIs, RCTs, ICS, OB1, AJ, NHS, OK, UK, TV, PDF, 9 AM, 5 PM", state).empty());
    CHECK(unexplained_words("Parts II, IV, VIII, XIX and XX, but not XXI", state) == Names{"XXI"});
}

TEST_CASE("a text that is typed in capitals only asks about none of its words") {
    CHECK(unexplained_words("WE MEET IN THE HALL", a_state()).empty());
    CHECK(unexplained_words("DPIA", a_state()) == Names{"DPIA"});
}

TEST_CASE("the agenda is searched with its papers") {
    State state = a_state();
    state.agenda.front().item.title = Words{"The DPIA and the PPI plan"};
    state.agenda.front().item.papers.front().title = Words{"DPIA and RCT"};
    CHECK(unexplained_on_agenda(state) == Names{"DPIA", "RCT"});
}

TEST_CASE("each word is named once a meeting, whatever became of the text in which it stood") {
    MeetingFixture meeting;
    meeting.everyone_here();
    CHECK(newly_unexplained("We need a DPIA", meeting.state()) == Names{"DPIA"});
    meeting.keep(CaptureKind::note, "We need a DPIA");
    CHECK(newly_unexplained("The DPIA and the RCT", meeting.state()) == Names{"RCT"});
    meeting.act(command::Undo{});
    CHECK(newly_unexplained("The DPIA", meeting.state()).empty());
    meeting.keep(CaptureKind::note, "We need a form");
    meeting.act(command::EditCapture{meeting.state().captures.back().number, "We need an ICO form", "", std::nullopt,
                                     std::nullopt});
    meeting.act(command::Undo{});
    CHECK(newly_unexplained("The ICO form", meeting.state()).empty());
    meeting.act(command::AddItem{"The REC", Minutes{5}, ItemKind::explore, std::nullopt});
    meeting.act(command::Undo{});
    CHECK(newly_unexplained("The REC", meeting.state()).empty());
    State state = meeting.state();
    state.agenda.front().item.title = Words{"The RCT"};
    CHECK(newly_unexplained("The RCT", state).empty());
}

TEST_CASE("the glossary's words are found where they are used, joined words and several of them too") {
    State state = a_state();
    state.plan.glossary.push_back({{"IT"}, {"computers"}});
    state.agenda.front().item.papers.front().title = Words{"Lay summaries"};
    CHECK(names(glossary_in_use(state)).empty());
    state.agenda.front().item.title = Words{"A lay summary of it"};
    CHECK(names(glossary_in_use(state)) == Names{"lay summary"});
    state.captures = {a_capture(CaptureKind::decision, "All PPIs get one"), a_capture(CaptureKind::concern, "IT")};
    CHECK(names(glossary_in_use(state)) == Names{"lay summary", "PPI"});
    state.captures.front().removed = true;
    CHECK(names(glossary_in_use(state)) == Names{"lay summary"});
    // What was explained today stands among the meeting's terms.
    state.captures = {a_capture(CaptureKind::term, "for everybody", "Lay summary")};
    CHECK(glossary_in_use(state).empty());
}
