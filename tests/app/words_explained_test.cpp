// Words that are explained, and whom one can talk to: at home and in a meeting, in the whole program.
#include <algorithm>

#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

/// A partnership comes with the first meeting.
void hold_a_meeting(Room& room, std::vector<std::string> lines = {}) {
    lines.insert(lines.begin(), "here all");
    lines.insert(lines.end(), 30, "next");
    Script face(lines);
    REQUIRE(room.run(face, true) == Ending::closed);
}

bool to_read(const Script& face, std::string_view begins) {
    return std::ranges::any_of(face.announcements,
                               [&](const Announcement& each) { return each.to_read && each.text.starts_with(begins); });
}

}  // namespace

TEST_CASE("at home support and glossary read what the partnership has written down, and say how to write it") {
    Room room;
    hold_a_meeting(room);
    Script face({"support", "glossary", "glossary PPI", "partnership support Nadia, 01632 960123",
                 "partnership term PPI: people involved in research", "partnership term ICS: integrated care",
                 "support", "glossary ppi", "glossary", "glossary RCT", "history", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(
        says(face, "Nobody to talk to is written down yet. To write it down, type partnership support NAME, NUMBER."));
    CHECK(says(face, "The glossary is empty. To add a word, type partnership term WORD: MEANING."));
    CHECK(says(face, "\"PPI\" is not in the glossary. To add a word, type partnership term WORD: MEANING."));
    CHECK(to_read(face, "Somebody to talk to: Nadia, 01632 960123."));
    CHECK(to_read(face, "PPI: people involved in research."));
    CHECK(to_read(face, "Glossary, 2 words.\n1 of 2, ICS: integrated care\n2 of 2, PPI: people involved in research"));
    // Whoever asked whom to talk to is not seen in what was said.
    CHECK(face.announcements.back().text.find("Somebody to talk to") == std::string::npos);
}

TEST_CASE("in a meeting whoever asks for support stays unseen: in the log, and in what was said") {
    Room room;
    hold_a_meeting(room);
    Script home({"partnership support Nadia, 01632 960123", "quit"});
    room.program(home).home();
    Script face({"here all", "support", "history", "quit"});
    room.run(face, true);
    INFO(face.heard());
    CHECK(to_read(face, "Somebody to talk to: Nadia, 01632 960123."));
    const auto history = std::ranges::find_if(
        face.announcements, [](const Announcement& each) { return each.text.starts_with("The last "); });
    REQUIRE(history != face.announcements.end());
    CHECK(history->text.find("Nadia") == std::string::npos);
    // The opening, and who is here.
    CHECK(room.log->events(room.log->open_meetings().front().id).size() == 2);
}

TEST_CASE("what is explained, agreed as a principle or called plain in a meeting is there at the next one") {
    Room room;
    hold_a_meeting(room, {"go 1", "term PPI: people involved in research", "decide Papers come in large type",
                          "principle", "decide An RCT with PPI", "plain"});
    Script face({"glossary ppi", "note An RCT with PPI and a DPIA", "note The DPIA", "plain", "quit"});
    room.run(face, true);
    INFO(face.heard());
    CHECK(to_read(face, "PPI: people involved in research."));
    CHECK(says(face,
               "\nDPIA is not in the glossary. Type term DPIA: and what it means, or plain DPIA when everybody "
               "knows it."));
    CHECK(says(face, "DPIA needs no explanation here."));
    CHECK_FALSE(says(face, "RCT is not"));
    const auto& blocks = face.pages.front().blocks;
    const bool shown = std::ranges::any_of(blocks, [](const Block& each) {
        const auto* list = std::get_if<List>(&each);
        return list != nullptr && std::ranges::any_of(list->items, [](const ListItem& item) {
                   return item.text.ends_with("Papers come in large type");
               });
    });
    CHECK(shown);
}

TEST_CASE("the field for a term begins with the word only right after the word was named") {
    Room room;
    Script face({"here all", "note A DPIA", "note The hall", "term DPIA: a look at the risks", "quit"});
    room.run(face);
    const auto begun = [](const Page& page) {
        return std::ranges::any_of(page.key_acts, [](const Act& each) { return each.begun == "DPIA: "; });
    };
    const auto with = std::ranges::count_if(face.refreshed, begun);
    CHECK(with > 0);
    CHECK_FALSE(begun(face.refreshed.back()));
    INFO(face.heard());
    CHECK(says(face, "Term 3 kept: DPIA, a look at the risks."));
}
