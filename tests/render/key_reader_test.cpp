#include "src/render/key_reader.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

std::vector<Key> keys_of(KeyReader& reader, std::string_view bytes) {
    reader.feed(bytes);
    std::vector<Key> all;
    while (const auto key = reader.next()) all.push_back(*key);
    return all;
}

std::vector<Key> keys_of(std::string_view bytes) {
    KeyReader reader;
    return keys_of(reader, bytes);
}

Key text_key(const std::string& character) { return {Key::Kind::text, character}; }

}  // namespace

TEST_CASE("the arrow keys of every usual terminal are known") {
    for (const char* up : {"\x1b[A", "\x1bOA"}) CHECK(keys_of(up) == std::vector<Key>{{Key::Kind::up, ""}});
    CHECK(keys_of("\x1b[B\x1b[C\x1b[D") ==
          std::vector<Key>{{Key::Kind::down, ""}, {Key::Kind::right, ""}, {Key::Kind::left, ""}});
    CHECK(keys_of("\x1b[5~\x1b[6~\x1b[3~") ==
          std::vector<Key>{{Key::Kind::page_up, ""}, {Key::Kind::page_down, ""}, {Key::Kind::erase, ""}});
    for (const char* home : {"\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"})
        CHECK(keys_of(home) == std::vector<Key>{{Key::Kind::home, ""}});
}

TEST_CASE("a sequence that means nothing does nothing") {
    for (const char* sequence : {"\x1b[12;40R", "\x1b[200~", "\x1b[201~", "\x1b[?62;22c", "\x1b[57399u", "\x1b[[A",
                                 "\x1b[I", "\x1b[O", "\x1bx", "\x1b[1;5A"}) {
        INFO(sequence + 1);
        CHECK(keys_of(sequence).empty());
        CHECK(keys_of(std::string(sequence) + "a") == std::vector<Key>{text_key("a")});
    }
}

TEST_CASE("a character whose bytes come apart is one key once it is whole") {
    KeyReader reader;
    CHECK(keys_of(reader, "\xe9").empty());
    CHECK(keys_of(reader, "\x99").empty());
    CHECK(keys_of(reader, "\x88") == std::vector<Key>{text_key("陈")});
    CHECK(keys_of(reader, "\x1b").empty());
    CHECK(reader.in_escape());
    CHECK(keys_of(reader, "[B") == std::vector<Key>{{Key::Kind::down, ""}});
    CHECK_FALSE(reader.in_escape());
}

TEST_CASE("bytes that are no character take nothing from what follows") {
    CHECK(keys_of("\xff"
                  "cd") == std::vector<Key>{text_key("c"), text_key("d")});
    CHECK(keys_of("\xe9\x99"
                  "a\r") == std::vector<Key>{text_key("a"), {Key::Kind::enter, ""}});
    CHECK(keys_of("\xc0\x80") == std::vector<Key>{});
}

TEST_CASE("Esc alone leaves, once nothing has followed for a moment") {
    KeyReader reader;
    CHECK(keys_of(reader, "\x1b").empty());
    CHECK(reader.pause() == Key{Key::Kind::leave, ""});
    CHECK_FALSE(reader.in_escape());
    CHECK(keys_of(reader, "\x1b[").empty());
    CHECK_FALSE(reader.pause());
    CHECK(keys_of(reader, "A") == std::vector<Key>{text_key("A")});
}
