#include "screens/explained.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "src/base/text.h"
#include "src/session/terms.h"

namespace folkmoot {

namespace {

std::string in_words(const Term& term) {
    return fmt::format("{}: {}", text::one_line(term.word.text), text::one_line(term.meaning.text));
}

}  // namespace

std::string support_in_words(const Words& support, const std::vector<Words>& signposts) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view what, const Words& words) {
        const std::string said = text::one_line(words.text);
        if (!said.empty()) lines.push_back(text::sentence(fmt::format("{}: {}", what, said)));
    };
    add("Somebody to talk to", support);
    for (const Words& each : signposts) add("Where else to turn", each);
    // A heading over one line would only be heard before it.
    if (lines.size() > 1) lines.insert(lines.begin(), fmt::format("Support, {} lines.", lines.size()));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string glossary_in_words(const std::vector<Term>& terms) {
    std::vector<std::string> lines{fmt::format("Glossary, {}.", text::count(terms.size(), "word", "words"))};
    for (const Term& each : terms)
        lines.push_back(fmt::format("{} of {}, {}", lines.size(), terms.size(), in_words(each)));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

Read<std::string> explained(const std::vector<Term>& terms, std::string_view word) {
    constexpr std::size_t most_named = 6;
    constexpr std::size_t longest_shown = 40;
    const std::string asked = text::first(text::one_line(word), longest_shown);
    const std::vector<Term> found = terms_called(terms, word);
    if (found.size() == 1) return text::sentence(in_words(found.front()));
    if (found.empty()) return Wrong{fmt::format("\"{}\" is not in the glossary.", asked)};
    std::vector<std::string> names;
    for (const Term& each : found) names.push_back(text::one_line(each.word.text));
    if (names.size() > most_named) names.resize(most_named);
    return Wrong{fmt::format("\"{}\" could be {}. Type more of the word.", asked, text::list(names, "or"))};
}

}  // namespace folkmoot
