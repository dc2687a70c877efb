#include "src/page/help.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// As many as a listener can hold; the others are named in one line.
constexpr std::size_t most_useful = 12;

constexpr auto places =
    std::to_array<Where>({Where::everywhere, Where::capture, Where::opening, Where::round, Where::actions, Where::item,
                          Where::decision, Where::pulse, Where::closing, Where::home});

/// A name once, however often a page lists its word.
std::vector<Word> once(std::span<const Word> words) {
    std::vector<Word> result;
    for (const Word word : words)
        if (std::ranges::find(result, word) == result.end()) result.push_back(word);
    return result;
}

std::string quoted_list(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    for (const auto& name : names) quoted.push_back("\"" + name + "\"");
    return text::list(quoted, "or");
}

}  // namespace

std::string_view in_words(Where where) {
    switch (where) {
        case Where::everywhere:
            return "Everywhere";
        case Where::capture:
            return "To write down what matters";
        case Where::opening:
            return "People, from the opening on";
        case Where::round:
            return "In a round";
        case Where::actions:
            return "Actions from last time";
        case Where::item:
            return "In an item";
        case Where::decision:
            return "The details of a decision";
        case Where::pulse:
            return "In the pulse";
        case Where::closing:
            return "At the closing";
        case Where::home:
            return "At home, outside a meeting";
    }
    return "";
}

std::string typed_as(const WordInfo& row, const Keys& keys) {
    std::string line(row.name);
    if (!row.arguments.empty()) line += fmt::format(" {}", row.arguments);
    if (const auto key = keys.of(row.word); !key.empty()) line += fmt::format(", key {}", key_in_words(key));
    return line;
}

std::string help_line(const WordInfo& row, const Keys& keys) {
    return fmt::format("{}: {}", typed_as(row, keys), row.summary);
}

Page help_page(std::string_view about, std::span<const Word> possible, const Keys& keys) {
    Page page;
    const auto words = once(possible);
    const auto shown = std::min(words.size(), most_useful);
    page.title = fmt::format("Help, {}", text::count(shown, "word", "words"));
    if (!about.empty()) page.blocks.emplace_back(Text{std::string(about)});
    List list;
    for (std::size_t i = 0; i < shown; ++i) list.items.push_back({help_line(info(words[i]), keys), {}});
    page.blocks.emplace_back(list);
    std::vector<std::string> others;
    for (std::size_t i = shown; i < words.size(); ++i) {
        const WordInfo& row = info(words[i]);
        const auto key = keys.of(row.word);
        others.push_back(key.empty() ? std::string(row.name) : fmt::format("{} ({})", row.name, key_in_words(key)));
    }
    if (!others.empty()) page.blocks.emplace_back(Text{fmt::format("Also: {}.", text::list(others))});
    page.blocks.emplace_back(Text{"A word may be shortened.",
                                  {"Type help and a word for more about it, or help all for every word.",
                                   ":help and a word says more about it, :help all reads every word."}});
    return page;
}

Page help_on_everything(const Keys& keys) {
    Page page;
    page.title = fmt::format("Help, all {} words", all_words().size());
    for (const Where where : places) {
        page.blocks.emplace_back(Heading{std::string(in_words(where))});
        List list;
        for (const auto& row : all_words())
            if (row.where == where) list.items.push_back({help_line(row, keys), {}});
        page.blocks.emplace_back(list);
    }
    page.blocks.emplace_back(Text{"There are longer texts, such as how a meeting goes.",
                                  {"Type help topics for them.", ":help topics lists them."}});
    return page;
}

std::string help_on(Word word, const Keys& keys) {
    const WordInfo& row = info(word);
    std::string said = fmt::format("{}: {}", row.name, row.summary);
    if (!row.arguments.empty()) said += fmt::format("\nTyped as: {} {}", row.name, row.arguments);
    if (const auto key = keys.of(word); !key.empty()) said += fmt::format("\nKey: {}", key_in_words(key));
    said += fmt::format("\nFor example: {}", row.example);
    return said;
}

std::string unread_in_words(const Unread& unread, std::span<const Word> possible) {
    constexpr std::size_t shown = 40;
    std::string typed = text::first(unread.typed, shown);
    if (typed != unread.typed) typed += " …";
    if (unread.ambiguous)
        return fmt::format("\"{}\" could be {}. Type a little more of it.", typed, quoted_list(unread.near));
    std::string said = fmt::format("\"{}\" is not a word here.", typed);
    if (!unread.near.empty()) said += fmt::format(" Did you mean {}?", quoted_list(unread.near));
    if (!possible.empty()) said += fmt::format(" For example: {}.", info(possible.front()).example);
    return said + " Type help for the words.";
}

std::string takes_nothing(const Intent& intent) {
    const WordInfo& row = info(intent.word);
    if (!row.arguments.empty() || intent.argument.empty()) return "";
    std::string said = fmt::format("{} takes nothing after it.", row.name);
    const bool number = intent.argument.find_first_not_of("0123456789") == std::string::npos;
    if (number && (intent.word == Word::next || intent.word == Word::skip))
        said += fmt::format(" To go to item {0}, type go {0}.", intent.argument);
    return said;
}

}  // namespace folkmoot
