#include "src/session/word_uses.h"

#include "src/session/engine.h"
#include "tests/session/samples.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

/// What the text is for, by its own words.
WordUse use(StreamKind kind, const Encoded& event, const std::string& text) {
    const auto uses = word_uses(kind, event);
    REQUIRE(uses.size() == event.words.size());
    for (std::size_t part = 0; part < uses.size(); ++part)
        if (event.words[part].text == text) return uses[part];
    FAIL("no such text: " << text);
    return WordUse::plan;
}

}  // namespace

TEST_CASE("Each text of an event is known by what it is for", "[session][words]") {
    const auto meeting = StreamKind::meeting;
    event::Opened opened;
    opened.title = Words{"Title"};
    opened.source = Words{"0123"};
    opened.people = {
        Person{seat(1), Words{"Asha", seat(1)}, {}, Words{"co-chair", seat(1)}, Words{"captions", seat(1)}}};
    Matter matter;
    matter.text = Words{"From before"};
    matter.owner_name = Words{"Ben", seat(2)};
    matter.settled_why = Words{"It was twice"};
    opened.carry_over.matters = {matter};
    opened.carry_over.news = {{Words{"The forum"}, {}, CaptureKind::term, Words{"A meaning"}, Words{"A word"}, {}}};
    Item item;
    item.title = Words{"An item"};
    item.papers = {Paper{Words{"A paper"}, {}}};
    opened.items = {item};
    const auto encoded = encode(Event{opened});
    CHECK(use(meeting, encoded, "Title") == WordUse::plan);
    CHECK(use(meeting, encoded, "0123") == WordUse::fingerprint);
    CHECK(use(meeting, encoded, "Asha") == WordUse::name);
    CHECK(use(meeting, encoded, "co-chair") == WordUse::role);
    CHECK(use(meeting, encoded, "captions") == WordUse::access);
    CHECK(use(meeting, encoded, "From before") == WordUse::matter);
    CHECK(use(meeting, encoded, "Ben") == WordUse::owner);
    CHECK(use(meeting, encoded, "It was twice") == WordUse::reason);
    CHECK(use(meeting, encoded, "The forum") == WordUse::plan);
    CHECK(use(meeting, encoded, "A meaning") == WordUse::matter);
    CHECK(use(meeting, encoded, "A word") == WordUse::term);
    CHECK(use(meeting, encoded, "An item") == WordUse::plan);
    CHECK(use(meeting, encoded, "A paper") == WordUse::plan);

    event::WalkedIn walked;
    walked.person = Person{seat(3), Words{"Cara", seat(3)}, {}, {}, Words{"lift", seat(3)}};
    CHECK(use(meeting, encode(Event{walked}), "Cara") == WordUse::name);
    CHECK(use(meeting, encode(Event{walked}), "lift") == WordUse::access);
    event::Captured captured;
    captured.text = Words{"Meaning"};
    captured.word = Words{"Word"};
    CHECK(use(meeting, encode(Event{captured}), "Meaning") == WordUse::capture);
    CHECK(use(meeting, encode(Event{captured}), "Word") == WordUse::term);
    event::RoundAnswered answered;
    answered.words = Words{"Well", seat(1)};
    CHECK(use(meeting, encode(Event{answered}), "Well") == WordUse::said);
    CHECK(use(meeting, encode(Event{event::Attended{{seat(1)}, Presence::apologies, Words{"Ill", seat(1)}}}), "Ill") ==
          WordUse::apology);
    CHECK(use(meeting, encode(Event{event::HandRaised{seat(1), Words{"Cost", seat(1)}}}), "Cost") == WordUse::hand);
    CHECK(use(meeting, encode(Event{event::Reserved{1, {}, Words{"Doubt"}}}), "Doubt") == WordUse::reservation);
    CHECK(use(meeting, encode(Event{event::Amended{1, seat(1), Words{"Rather this", seat(1)}}}), "Rather this") ==
          WordUse::capture);
    CHECK(use(meeting, encode(Event{event::ConcernClosed{1, {}, Words{"Fewer items"}}}), "Fewer items") ==
          WordUse::capture);
    const PartnershipEvent dropped = partnership_event::ActionKept{{}, ActionState::dropped, {}, {}, Words{"Too dear"}};
    CHECK(use(StreamKind::partnership, encode(dropped), "Too dear") == WordUse::reason);
    const PartnershipEvent kept = partnership_event::PersonKept{opened.people[0]};
    CHECK(use(StreamKind::partnership, encode(kept), "captions") == WordUse::access);
}
