#include "src/render/field.h"
#include "src/base/text.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

Key typed(const std::string& character) { return {Key::Kind::text, character}; }
Key pressed(Key::Kind kind) { return {kind, ""}; }

}  // namespace

TEST_CASE("a field takes characters where its cursor is, and moves and erases by whole characters") {
    Field field("ab");
    CHECK(field.take(typed("é")) == Field::Taken::changed);
    CHECK(field.take(pressed(Key::Kind::left)) == Field::Taken::moved);
    CHECK(field.take(typed("陈")) == Field::Taken::changed);
    CHECK(field.text() == "ab陈é");
    CHECK(field.take(pressed(Key::Kind::erase)) == Field::Taken::changed);
    CHECK(field.text() == "ab陈");
    CHECK(field.take(pressed(Key::Kind::backspace)) == Field::Taken::changed);
    CHECK(field.text() == "ab");
    CHECK(field.take(pressed(Key::Kind::right)) == Field::Taken::edge);
    CHECK(field.take(pressed(Key::Kind::home)) == Field::Taken::moved);
    CHECK(field.take(pressed(Key::Kind::backspace)) == Field::Taken::edge);
}

TEST_CASE("a combining mark joins the letter before it and goes with it") {
    Field field("e");
    field.take(typed("\u0301"));
    CHECK(field.text() == "e\u0301");
    field.take(pressed(Key::Kind::backspace));
    CHECK(field.text().empty());
}

TEST_CASE("control and bidirectional characters are not taken into a field") {
    Field field;
    CHECK(field.take(typed("\x1b")) == Field::Taken::edge);
    CHECK(field.take(typed("\u202e")) == Field::Taken::edge);
    CHECK(field.text().empty());
}

TEST_CASE("a word and the whole line before the cursor can be erased") {
    Field field("the long hall");
    field.take(pressed(Key::Kind::erase_word));
    CHECK(field.text() == "the long ");
    field.take(pressed(Key::Kind::erase_word));
    CHECK(field.text() == "the ");
    field.take(pressed(Key::Kind::erase_line));
    CHECK(field.text().empty());
}

TEST_CASE("a field's rows keep within the width, and the cursor stands where the next character will be") {
    const FieldRows one = field_rows("Note: ", Field("hall"), 40);
    CHECK(one.rows == std::vector<std::string>{"Note: hall"});
    CHECK(one.cursor_column == 10);
    const Field wide("陈伟陈伟陈伟陈伟陈伟陈伟");
    const FieldRows several = field_rows("Note: ", wide, 20);
    for (const std::string& row : several.rows) CHECK(text::width(row) < 20);
    std::string all;
    for (const std::string& row : several.rows) all += row;
    CHECK(all == "Note: " + wide.text());
    CHECK(several.cursor_row == several.rows.size() - 1);
    CHECK(several.cursor_column == text::width(several.rows.back()));
}

TEST_CASE("the word at the cursor is found, else the one before it") {
    Field field("ask the co-production, PPI: ");
    CHECK(field.word_here() == "PPI");
    field.take(pressed(Key::Kind::home));
    CHECK(field.word_here() == "ask");
    for (int i = 0; i < 3; ++i) field.take(pressed(Key::Kind::right));
    CHECK(field.word_here() == "ask");
    for (int i = 0; i < 8; ++i) field.take(pressed(Key::Kind::right));
    CHECK(field.word_here() == "co-production");
    CHECK(Field("").word_here().empty());
    CHECK(Field(" : ").word_here().empty());
}
