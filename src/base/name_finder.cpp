#include "src/base/name_finder.h"

#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>

#include "src/base/text.h"

namespace folkmoot::text {

namespace {

using namespace std::string_view_literals;

/// English words that people are called by as well.
constexpr auto ordinary_words = std::to_array(
    {"amber"sv,   "angel"sv,    "april"sv,   "art"sv,      "august"sv,    "autumn"sv, "baker"sv,   "best"sv,
     "bill"sv,    "bird"sv,     "black"sv,   "bob"sv,      "brook"sv,     "brooks"sv, "brown"sv,   "bush"sv,
     "carter"sv,  "chance"sv,   "charity"sv, "chase"sv,    "christian"sv, "church"sv, "cook"sv,    "cross"sv,
     "daisy"sv,   "dawn"sv,     "day"sv,     "dean"sv,     "dick"sv,      "drew"sv,   "earnest"sv, "faith"sv,
     "field"sv,   "fields"sv,   "fisher"sv,  "forest"sv,   "fox"sv,       "frank"sv,  "gay"sv,     "gene"sv,
     "good"sv,    "grace"sv,    "grant"sv,   "gray"sv,     "green"sv,     "grey"sv,   "guy"sv,     "hall"sv,
     "harmony"sv, "hazel"sv,    "heather"sv, "hill"sv,     "holly"sv,     "hope"sv,   "hunter"sv,  "iris"sv,
     "ivy"sv,     "jack"sv,     "jasmine"sv, "jay"sv,      "jean"sv,      "joy"sv,    "june"sv,    "king"sv,
     "lane"sv,    "lily"sv,     "little"sv,  "long"sv,     "love"sv,      "major"sv,  "mark"sv,    "mason"sv,
     "may"sv,     "mercy"sv,    "miles"sv,   "mike"sv,     "moss"sv,      "nick"sv,   "noble"sv,   "olive"sv,
     "page"sv,    "park"sv,     "pat"sv,     "patience"sv, "pearl"sv,     "penny"sv,  "pierce"sv,  "poppy"sv,
     "price"sv,   "prudence"sv, "ray"sv,     "reed"sv,     "rich"sv,      "river"sv,  "rivers"sv,  "rob"sv,
     "robin"sv,   "rock"sv,     "rose"sv,    "ruby"sv,     "rusty"sv,     "sandy"sv,  "savage"sv,  "short"sv,
     "skip"sv,    "sky"sv,      "small"sv,   "smith"sv,    "star"sv,      "stone"sv,  "strong"sv,  "sue"sv,
     "summer"sv,  "sunny"sv,    "swift"sv,   "taylor"sv,   "trinity"sv,   "victor"sv, "violet"sv,  "wade"sv,
     "ward"sv,    "white"sv,    "will"sv,    "winter"sv,   "wise"sv,      "wood"sv,   "woods"sv,   "wren"sv,
     "young"sv});

/// No name by themselves.
constexpr auto beside_names =
    std::to_array({"al"sv, "and"sv, "bin"sv,  "binti"sv,     "da"sv,  "de"sv,   "del"sv, "der"sv, "di"sv,
                   "dr"sv, "el"sv,  "ibn"sv,  "la"sv,        "le"sv,  "miss"sv, "mr"sv,  "mrs"sv, "ms"sv,
                   "mx"sv, "of"sv,  "prof"sv, "professor"sv, "rev"sv, "sir"sv,  "the"sv, "van"sv, "von"sv});

struct Token {
    std::size_t from = 0, to = 0;
    std::string word;    ///< as it is compared
    bool small = false;  ///< without a capital letter
};

/// Scripts that write no blanks between words, and Hangul, which writes particles on to the name.
bool without_blanks(ucs4_t code) {
    struct Range {
        ucs4_t first, last;
    };
    static constexpr Range ranges[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F},   {0x1100, 0x11FF},  {0x1780, 0x17FF},
                                       {0x3005, 0x3007}, {0x3041, 0x30FF},   {0x3130, 0x318F},  {0x31F0, 0x31FF},
                                       {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},   {0xAC00, 0xD7FB},  {0xF900, 0xFAFF},
                                       {0xFF66, 0xFFDC}, {0x1B000, 0x1B16F}, {0x20000, 0x323AF}};
    return std::ranges::any_of(ranges, [code](const Range& each) { return each.first <= code && code <= each.last; });
}

bool is_mark(ucs4_t code) {
    return code == 0x200C || code == 0x200D || uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M);
}

bool in_word(ucs4_t code) {
    constexpr auto kinds = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Co;
    return code != 0xFFFD && uc_is_general_category_withtable(code, kinds);
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        ucs4_t code = 0;
        const int read = u8_mbtouc(&code, reinterpret_cast<const std::uint8_t*>(text.data()) + at, text.size() - at);
        const std::size_t end = at + static_cast<std::size_t>(std::max(read, 1));
        const bool alone = without_blanks(code);
        if (is_mark(code) && !tokens.empty() && tokens.back().to == at) {
            tokens.back().to = end;
        } else if (alone || in_word(code)) {
            if (alone || !open) tokens.push_back({at, at, {}, false});
            tokens.back().to = end;
            open = !alone;
        } else {
            open = false;
        }
        at = end;
    }
    for (auto& each : tokens) {
        const auto written = text.substr(each.from, each.to - each.from);
        each.word = plain(written);
        each.small = folded(written) == one_line(written);
    }
    return tokens;
}

bool counts_alone(const Token& token, std::string_view name) {
    ucs4_t code = 0;
    u8_mbtouc(&code, reinterpret_cast<const std::uint8_t*>(name.data()) + token.from, name.size() - token.from);
    return !without_blanks(code) && uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L) &&
           length(token.word) > 1 && std::ranges::find(beside_names, token.word) == beside_names.end();
}

std::vector<std::string> words_of(const std::vector<Token>& tokens) {
    std::vector<std::string> words;
    for (const auto& each : tokens) words.push_back(each.word);
    return words;
}

std::string marks_between(std::string_view text, std::span<const Token> tokens) {
    std::string marks;
    for (std::size_t i = 1; i < tokens.size(); ++i)
        marks += text.substr(tokens[i - 1].to, tokens[i].from - tokens[i - 1].to);
    return marks;
}

/// "Ann, Lee" in a list is two people, not Ann Lee; but somebody may be called "Lee, Ann".
bool stand_together(std::string_view text, std::span<const Token> tokens, std::string_view own_marks) {
    return std::ranges::all_of(marks_between(text, tokens), [&](char mark) {
        return std::string_view(",;:!?()\n").find(mark) == std::string_view::npos ||
               own_marks.find(mark) != std::string_view::npos;
    });
}

}  // namespace

NameFinder::Pattern& NameFinder::pattern(const Words& words) {
    const auto found = std::ranges::find(patterns_, words, &Pattern::words);
    if (found != patterns_.end()) return *found;
    patterns_.push_back({words, {}});
    return patterns_.back();
}

void NameFinder::add(std::string_view name) {
    const auto tokens = tokens_of(name);
    if (tokens.empty()) return;
    auto& all = pattern(words_of(tokens));
    all.marks += marks_between(name, tokens);
    all.theirs = true;
    all.whole = true;
    for (const auto& each : tokens)
        if (tokens.size() > 1 && counts_alone(each, name)) pattern({each.word}).theirs = true;
}

void NameFinder::add_other(std::string_view name) {
    const auto tokens = tokens_of(name);
    if (tokens.empty()) return;
    auto& all = pattern(words_of(tokens));
    all.marks += marks_between(name, tokens);
    all.others = true;
    // "Ann" alone may be either of two people, unless it is all that one of them is called.
    for (const auto& each : tokens) {
        auto& part = pattern({each.word});
        part.others = part.others || (!part.whole && counts_alone(each, name));
    }
}

void NameFinder::add_also(std::string_view name) {
    const auto tokens = tokens_of(name);
    if (tokens.empty()) return;
    auto& all = pattern(words_of(tokens));
    all.marks += marks_between(name, tokens);
    all.also = true;
}

/// Most texts do not have the name's letters, which is told without taking them apart.
bool NameFinder::may_be_in(std::string_view text) const {
    std::string small(text);
    for (char& c : small) {
        if (static_cast<unsigned char>(c) >= 0x80) return true;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::ranges::any_of(patterns_, [&](const Pattern& each) {
        return (each.theirs || each.also) && small.find(each.words.front()) != std::string::npos;
    });
}

std::vector<NameFinder::Mention> NameFinder::find(std::string_view text) const {
    std::vector<Mention> found;
    if (!may_be_in(text)) return found;
    const auto tokens = tokens_of(text);
    for (std::size_t at = 0; at < tokens.size();) {
        const Pattern* longest = nullptr;
        for (const auto& each : patterns_) {
            const auto& words = each.words;
            if (words.size() > tokens.size() - at || (longest && words.size() <= longest->words.size())) continue;
            if (std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                           [](const std::string& word, const Token& token) { return word == token.word; }) &&
                stand_together(text, std::span(tokens).subspan(at, words.size()), each.marks))
                longest = &each;
        }
        if (!longest) {
            ++at;
            continue;
        }
        const auto& last = tokens[at + longest->words.size() - 1];
        auto what = What::theirs;
        if (!longest->also && longest->others) what = What::shared;
        const bool ordinary = longest->words.size() == 1 && tokens[at].small &&
                              std::ranges::find(ordinary_words, tokens[at].word) != ordinary_words.end();
        if (!longest->also && what == What::theirs && ordinary) what = What::ordinary;
        if (longest->theirs || longest->also) found.push_back({tokens[at].from, last.to, what});
        at += longest->words.size();
    }
    return found;
}

std::string NameFinder::replaced(std::string_view text, std::string_view instead) const {
    std::string all;
    std::size_t at = 0;
    for (const auto& each : find(text)) {
        if (each.what != What::theirs) continue;
        all += text.substr(at, each.from - at);
        all += instead;
        at = each.to;
    }
    return all + std::string(text.substr(at));
}

std::vector<std::string> spellings(std::string_view name) {
    std::vector<std::string> all{std::string(name), one_line(name), folded(name), plain(name)};
    for (const auto form : {UNINORM_NFC, UNINORM_NFD}) {
        std::size_t size = 0;
        const std::unique_ptr<std::uint8_t, decltype(&std::free)> bytes(
            u8_normalize(form, reinterpret_cast<const std::uint8_t*>(name.data()), name.size(), nullptr, &size),
            &std::free);
        if (bytes) all.emplace_back(reinterpret_cast<const char*>(bytes.get()), size);
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace folkmoot::text
