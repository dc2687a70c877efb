#include "src/session/terms.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "src/base/text.h"

namespace folkmoot {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Of letters and digits. A mark beyond ASCII, such as a curly apostrophe or a dash, ends a word; a letter does not.
std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces{""};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text::next_grapheme(text, at), text.size());
        const std::string_view character = text.substr(at, end - at);
        const auto first = static_cast<unsigned char>(character.front());
        // U+0080 to U+00BF and U+2000 to U+2FFF hold marks, arrows and signs.
        const bool mark = first == 0xC2 || first == 0xE2;
        const bool kept = is_capital(character.front()) || is_small(character.front()) || is_digit(character.front()) ||
                          (is_beyond_ascii(character.front()) && !mark);
        if (kept) pieces.back() += character;
        if (!kept && !pieces.back().empty()) pieces.emplace_back();
        at = end;
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

/// "PPIs" are several of "PPI".
std::string without_plural(std::string word) {
    const bool several = word.size() > 2 && word.back() == 's' && !is_small(word[word.size() - 2]);
    if (several) word.pop_back();
    return word;
}

bool stands_for_something(const std::string& word) {
    constexpr std::ptrdiff_t fewest = 2;
    constexpr std::ptrdiff_t most = 6;
    const auto capitals = std::ranges::count_if(word, is_capital);
    const bool others = std::ranges::any_of(word, [](char c) { return is_small(c) || is_beyond_ascii(c); });
    return !others && capitals >= fewest && capitals <= most;
}

/// Somebody who types in capitals only means none of them as letters that stand for something.
bool is_all_capitals(std::string_view text, std::size_t pieces) {
    constexpr std::size_t fewest = 3;
    return pieces >= fewest && std::ranges::none_of(text, is_small);
}

/// In the order of the text, each once.
std::vector<std::string> letters_in(std::string_view text) {
    const std::vector<std::string> pieces = pieces_of(text);
    if (is_all_capitals(text, pieces.size())) return {};
    std::vector<std::string> found;
    for (const std::string& piece : pieces) {
        std::string word = without_plural(piece);
        if (stands_for_something(word) && std::ranges::find(found, word) == found.end())
            found.push_back(std::move(word));
    }
    return found;
}

bool everybody_knows(std::string_view word) {
    constexpr auto known = std::to_array<std::string_view>({"OK",  "UK", "TV",  "PDF",  "AM",    "PM",  "II",  "III",
                                                            "IV",  "VI", "VII", "VIII", "IX",    "XI",  "XII", "XIII",
                                                            "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"});
    return std::ranges::find(known, word) != known.end();
}

/// The words of all names in this meeting, and the ids of its objectives, folded.
std::vector<std::string> named_here(const State& state) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
        for (const std::string& each : pieces_of(name)) names.push_back(text::folded(each));
    };
    for (const Person& each : state.people) add(each.name.text);
    for (const Partner& each : state.partners) add(each.name.text);
    for (const Objective& each : state.plan.objectives) add(each.id);
    add(state.plan.group.text);
    add(state.plan.partnership_name.text);
    for (const News& each : state.plan.carry_over.news) add(each.group.text);
    return names;
}

bool is_explained(const std::string& word, const State& state, const std::vector<Term>& terms) {
    const std::string folded = text::folded(word);
    const auto is_word = [&](const Words& each) { return text::folded(without_plural(each.text)) == folded; };
    return std::ranges::any_of(terms, [&](const Term& each) { return is_word(each.word); }) ||
           std::ranges::any_of(state.plain_words, is_word);
}

std::vector<std::string> agenda_texts(const State& state) {
    std::vector<std::string> texts;
    for (const AgendaItem& each : state.agenda) {
        texts.push_back(each.item.title.text);
        for (const Paper& paper : each.item.papers) texts.push_back(paper.title.text);
    }
    return texts;
}

/// A word that is written in capitals means itself only so: "IT" is not "it".
bool occurs(const Term& term, const std::string& text) {
    const std::string word = text::one_line(term.word.text);
    const bool capitals = stands_for_something(without_plural(word));
    const auto form = [&](const std::string& raw) { return capitals ? text::one_line(raw) : text::folded(raw); };
    const std::vector<std::string> wanted = pieces_of(form(word));
    const std::vector<std::string> all = pieces_of(form(text));
    // A word of marks alone, such as a percent sign.
    if (wanted.empty()) return form(text).find(form(word)) != std::string::npos;
    const auto same = [](const std::string& one, const std::string& other) {
        return one == other || one == other + "s" || without_plural(one) == without_plural(other);
    };
    return std::search(all.begin(), all.end(), wanted.begin(), wanted.end(), same) != all.end();
}

}  // namespace

std::vector<Term> in_order(const std::vector<Term>& glossary) {
    std::vector<Term> terms;
    for (const Term& each : glossary) {
        const std::string word = text::folded(each.word.text);
        if (word.empty() || text::one_line(each.meaning.text).empty()) continue;
        std::erase_if(terms, [&](const Term& other) { return text::folded(other.word.text) == word; });
        terms.push_back(each);
    }
    std::ranges::stable_sort(terms, {}, [](const Term& each) { return text::plain(each.word.text); });
    return terms;
}

std::vector<Term> terms_of(const State& state) {
    std::vector<Term> all = state.plan.glossary;
    for (const Capture* each : standing(state, CaptureKind::term)) all.push_back({each->word, each->text});
    return in_order(all);
}

std::vector<Term> terms_called(const std::vector<Term>& terms, std::string_view word) {
    const std::string wanted = text::folded(word);
    std::vector<Term> beginning, within;
    for (const Term& each : terms) {
        const std::string known = text::folded(each.word.text);
        if (known == wanted || known == text::folded(without_plural(std::string(word)))) return {each};
        if (known.starts_with(wanted))
            beginning.push_back(each);
        else if (text::name_matches(known, wanted))
            within.push_back(each);
    }
    return beginning.empty() ? within : beginning;
}

bool is_explained(const std::string& word, const State& state) { return is_explained(word, state, terms_of(state)); }

std::vector<Term> glossary_in_use(const State& state) {
    std::vector<std::string> texts = agenda_texts(state);
    for (const Capture& each : state.captures) {
        // What a concern is about stands apart in the minutes, and so does a term.
        const bool apart = each.kind == CaptureKind::concern || each.kind == CaptureKind::term;
        if (!each.removed && !apart) texts.push_back(each.text.text);
    }
    std::vector<Term> used;
    const auto explained_today = standing(state, CaptureKind::term);
    for (const Term& term : in_order(state.plan.glossary)) {
        const bool today = std::ranges::any_of(explained_today, [&](const Capture* each) {
            return text::folded(each->word.text) == text::folded(term.word.text);
        });
        if (!today && std::ranges::any_of(texts, [&](const std::string& each) { return occurs(term, each); }))
            used.push_back(term);
    }
    return used;
}

std::vector<std::string> unexplained_words(std::string_view text, const State& state) {
    std::vector<std::string> words = letters_in(text);
    if (words.empty()) return words;
    const std::vector<Term> terms = terms_of(state);
    const std::vector<std::string> names = named_here(state);
    std::erase_if(words, [&](const std::string& word) {
        return everybody_knows(word) || is_explained(word, state, terms) ||
               std::ranges::find(names, text::folded(word)) != names.end();
    });
    return words;
}

std::vector<std::string> unexplained_on_agenda(const State& state) {
    std::vector<std::string> words;
    for (const std::string& text : agenda_texts(state)) {
        for (std::string& word : unexplained_words(text, state)) {
            if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
        }
    }
    return words;
}

std::vector<std::string> newly_unexplained(std::string_view text, const State& before) {
    std::vector<std::string> words = unexplained_words(text, before);
    if (words.empty()) return words;
    std::vector<std::string> earlier = agenda_texts(before);
    // From the events, so that what was undone or taken away has named its words too.
    for (const Recorded& each : before.events) {
        if (const auto* captured = std::get_if<event::Captured>(&each.event)) earlier.push_back(captured->text.text);
        if (const auto* edited = std::get_if<event::CaptureEdited>(&each.event)) earlier.push_back(edited->text.text);
        if (const auto* added = std::get_if<event::ItemAdded>(&each.event)) earlier.push_back(added->item.title.text);
    }
    for (const std::string& each : earlier) {
        const std::vector<std::string> named = letters_in(each);
        std::erase_if(words, [&](const std::string& word) { return std::ranges::find(named, word) != named.end(); });
    }
    return words;
}

}  // namespace folkmoot
