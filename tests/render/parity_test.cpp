// One test walks every page of a meeting through both faces and compares what can be read and what can be done.
#include <unistd.h>

#include <array>

#include "src/base/text.h"
#include "src/render/linear.h"
#include "src/render/screen_model.h"
#include "tests/render/every_page.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using folkmoot::tests::every_page;
using folkmoot::tests::Shown;

namespace {

/// Without line breaks and indents, so that wrapping makes no difference.
std::string flat(const std::string& said) {
    std::string all;
    for (const std::string& word : text::words(said)) all += (all.empty() ? "" : " ") + word;
    return all;
}

std::string read_in_lines(const Page& page) {
    std::array<int, 2> in{}, out{};
    REQUIRE(::pipe(in.data()) == 0);
    REQUIRE(::pipe(out.data()) == 0);
    ::close(in[1]);
    {
        Linear linear(in[0], out[1], {});
        linear.show(page);
        linear.finish();
    }
    ::close(out[1]);
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = ::read(out[0], buffer.data(), buffer.size())) > 0;)
        all.append(buffer.data(), static_cast<std::size_t>(n));
    ::close(out[0]);
    ::close(in[0]);
    return flat(all);
}

/// Every line that the cursor comes to, from the first to the last, with the title.
std::string read_on_screen(const Page& page, bool reader, Size size) {
    ScreenModel model({reader, Hints::full, true});
    model.resize(size);
    Page alone = page;
    alone.aside.clear();  // it stands on the same rows, and has a word of its own
    model.show(alone);
    const auto line = [&] {
        const Frame frame = model.frame();
        return text_of(frame.rows.at(frame.cursor_row));
    };
    // A long title has two rows.
    std::string all = text_of(model.frame().rows.at(0)) + "\n" + text_of(model.frame().rows.at(1));
    model.take({Key::Kind::home, ""});
    if (page.question && !page.question->waits) {
        for (int i = 0; i < 200; ++i) model.take({Key::Kind::up, ""});
    }
    model.show_message();
    all += "\n" + line();
    for (int i = 0; i < 400; ++i) {
        model.take({Key::Kind::down, ""});
        if (model.message_due()) break;
        all += "\n" + line();
    }
    return flat(all);
}

/// What the page says, word for word, in the order in which it is read.
std::vector<std::string> said_by(const Page& page, bool on_screen) {
    std::vector<std::string> all{page.title};
    const auto how = [&](const Hint& hint) { return on_screen ? with_keys(hint.keys, {}, true) : hint.typed; };
    for (const Block& block : page.blocks) {
        if (const auto* paragraph = std::get_if<Text>(&block))
            all.push_back(with_how(paragraph->text, how(paragraph->how)));
        if (const auto* heading = std::get_if<Heading>(&block)) all.push_back(heading->text);
        if (const auto* hint = std::get_if<Hint>(&block)) all.push_back(how(*hint));
        if (const auto* list = std::get_if<List>(&block)) {
            for (const ListItem& line : list->items) all.push_back(with_how(line.text, how(line.how)));
            if (list->items.empty()) all.push_back(list->when_empty);
        }
    }
    if (page.question) {
        all.push_back(page.question->text);
        for (const Choice& choice : page.question->choices) all.push_back(in_words(choice));
    }
    return all;
}

}  // namespace

TEST_CASE("every page can be read whole in both faces, in the same words and order") {
    for (const Shown& shown : every_page()) {
        INFO(shown.name);
        const std::string in_lines = read_in_lines(shown.page);
        std::size_t at = 0;
        for (const std::string& part : said_by(shown.page, false)) {
            INFO(part);
            const std::size_t found = in_lines.find(flat(part), at);
            REQUIRE(found != std::string::npos);
            at = found;
        }
        for (const bool reader : {true, false}) {
            for (const Size size : {Size{25, 80}, Size{43, 132}, Size{12, 40}}) {
                const std::string on_screen = read_on_screen(shown.page, reader, size);
                std::size_t from = 0;
                for (const std::string& part : said_by(shown.page, true)) {
                    INFO(size.columns << " columns: " << part);
                    const std::size_t found = on_screen.find(flat(part), from);
                    REQUIRE(found != std::string::npos);
                    from = found;
                }
            }
        }
    }
}

TEST_CASE("whatever a line's keys do can be typed as a word, and is a word of that page") {
    for (const Shown& shown : every_page()) {
        INFO(shown.name);
        for (const Block& block : shown.page.blocks) {
            const auto* list = std::get_if<List>(&block);
            if (list == nullptr) continue;
            for (const ListItem& line : list->items) {
                for (const Act& each : line.acts) {
                    INFO(line.text << ": " << each.label);
                    const auto read = read_line(std::string(info(each.intent.word).name) + " " + each.intent.argument,
                                                shown.page.words);
                    REQUIRE(std::holds_alternative<Intent>(read));
                    CHECK(std::get<Intent>(read).word == each.intent.word);
                    CHECK(std::ranges::find(shown.page.words, each.intent.word) != shown.page.words.end());
                }
            }
        }
    }
}
