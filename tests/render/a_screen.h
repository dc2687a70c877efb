// A full screen without a terminal, with a page of three people on it.
#pragma once

#include "src/base/text.h"
#include "src/render/screen_model.h"
#include "tests/support/catch.h"

namespace folkmoot::tests {

inline Page people_page() {
    Page page;
    page.title = "Opening, 3 people";
    List list;
    for (const char* name : {"Asha", "Ben", "陈伟"}) {
        const std::string seat = std::to_string(list.items.size() + 1);
        list.items.push_back({seat + " of 3, " + name,
                              {{"is here", {Word::here, seat}},
                               {"sends apologies", {Word::away, seat + ": apologies"}},
                               {"says", {Word::say, ""}, true}}});
    }
    page.blocks.emplace_back(Heading{"People, 0 of 3 here"});
    page.blocks.emplace_back(std::move(list));
    page.blocks.emplace_back(Hint{"Type here and names.", "Enter is here, 2 apologies."});
    page.prompt = "Opening";
    page.words = {Word::here, Word::note, Word::park, Word::speak, Word::next, Word::help, Word::quit};
    page.focus = 0;
    page.seats = 3;
    page.time = TimeLeft{"20 minutes left. 14:00", 25};
    return page;
}

struct Screen {
    explicit Screen(bool reader = true, Size size = {25, 80}) : model({reader, Hints::full, true}) {
        model.resize(size);
        model.show(people_page());
    }
    std::optional<Input> press(Key::Kind kind) { return model.take({kind, ""}); }
    std::optional<Input> type(const std::string& characters) {
        std::optional<Input> got;
        for (std::size_t at = 0; at < characters.size();) {
            const std::size_t after = text::next_grapheme(characters, at);
            got = model.take({Key::Kind::text, characters.substr(at, after - at)});
            at = after;
        }
        return got;
    }
    [[nodiscard]] std::vector<std::string> rows() const {
        std::vector<std::string> all;
        for (const auto& row : model.frame().rows) all.push_back(text_of(row));
        return all;
    }
    [[nodiscard]] std::string row_of_cursor() const {
        const Frame frame = model.frame();
        return text_of(frame.rows.at(frame.cursor_row));
    }
    std::string message() {
        model.show_message();
        const Frame frame = model.frame();
        std::string said;
        for (std::size_t i = 0; i < frame.message_rows; ++i) {
            const std::string row = text_of(frame.rows.at(frame.message_row + i));
            said += (said.empty() || row.empty() ? "" : " ") + row;
        }
        return said;
    }

    ScreenModel model;
};

inline Intent chosen(const std::optional<Input>& input) {
    REQUIRE(input);
    REQUIRE(std::holds_alternative<input::Chosen>(*input));
    return std::get<input::Chosen>(*input).intent;
}

}  // namespace folkmoot::tests
