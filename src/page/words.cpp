#include "src/page/words.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/page/keys.h"
#include "src/page/words_table.h"

namespace folkmoot {

namespace {

struct Typed {
    std::string head;  // as typed
    std::string argument;
};

/// "/ramp" and "?note" need no blank after the key: nobody types one after a mark.
bool is_mark(char c) { return c == '/' || c == '?'; }

Typed split(std::string_view line) {
    std::string all = text::one_line(line);
    // ":next" is what people know from other programs, and what the full screen's field begins with.
    if (all.size() > 1 && all.front() == ':') all = text::one_line(std::string_view(all).substr(1));
    if (all.size() > 1 && is_mark(all.front()) && all[1] != ' ')
        return {all.substr(0, 1), text::one_line(std::string_view(all).substr(1))};
    const auto blank = all.find(' ');
    Typed typed{all.substr(0, blank), blank == std::string::npos ? "" : text::one_line(all.substr(blank))};
    if (typed.head.size() > 1 && typed.head.back() == ':') typed.head.pop_back();
    return typed;
}

std::vector<Word> shortened(std::string_view start, std::span<const Word> words) {
    std::vector<Word> found;
    for (const Word word : words)
        if (info(word).name.starts_with(start) && std::ranges::find(found, word) == found.end()) found.push_back(word);
    return found;
}

std::vector<Word> every_word() {
    std::vector<Word> words;
    for (const auto& row : all_words()) words.push_back(row.word);
    return words;
}

/// Changed, missing, added and exchanged letters.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last[b.size()];
}

/// What people know from elsewhere, and what it is called here.
constexpr auto known_elsewhere =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"exit", "quit"},
                                                                  {"bye", "quit"},
                                                                  {"vote", "rule vote"},
                                                                  {"votes", "rule vote"},
                                                                  {"consent", "rule consent"},
                                                                  {"consensus", "rule consensus"}});

std::vector<std::string> close_in_spelling(std::string_view typed) {
    for (const auto& [other, ours] : known_elsewhere)
        if (typed == other) return {std::string(ours)};
    constexpr std::size_t longest_word = 12;
    if (typed.size() < 2 || typed.size() > longest_word) return {};
    const std::size_t allowed = typed.size() <= 4 ? 1 : 2;
    std::vector<std::string> near;
    for (std::size_t limit = 1; limit <= allowed && near.empty(); ++limit)
        for (const auto& row : all_words())
            if (distance(typed, row.name) == limit) near.emplace_back(row.name);
    return near;
}

std::vector<std::string> names(const std::vector<Word>& words) {
    std::vector<std::string> result;
    for (const Word word : words) result.emplace_back(info(word).name);
    return result;
}

}  // namespace

bool may_stand_alone(const WordInfo& row) {
    int depth = 0;
    return std::ranges::none_of(row.arguments, [&](char c) {
        if (c == '[') ++depth;
        if (c == ']') --depth;
        return depth == 0 && c != ']' && c != ' ';
    });
}

bool asks_for_text(const WordInfo& row) {
    return !may_stand_alone(row) || row.where == Where::capture || row.word == Word::speak;
}

std::span<const WordInfo> all_words() { return words_table; }

const WordInfo& info(Word word) {
    const auto row = std::ranges::find(words_table, word, &WordInfo::word);
    if (row == words_table.end()) throw Error("a word is missing from the table of words");
    return *row;
}

std::variant<Intent, Unread> read_line(std::string_view line, std::span<const Word> possible) {
    return read_line(line, possible, Keys{});
}

std::variant<Intent, Unread> read_line(std::string_view line, std::span<const Word> possible, const Keys& keys) {
    const Typed typed = split(line);
    if (typed.head.empty()) return Unread{};
    const std::string head = text::folded(typed.head);
    if (const auto word = keys.word(typed.head, possible)) return Intent{*word, typed.argument};
    const auto exact = std::ranges::find(words_table, std::string_view(head), &WordInfo::name);
    if (exact != words_table.end()) return Intent{exact->word, typed.argument};
    auto found = shortened(head, possible);
    if (found.empty()) found = shortened(head, every_word());
    if (found.size() == 1) return Intent{found.front(), typed.argument};
    if (found.size() > 1) return Unread{typed.head, names(found), true};
    return Unread{typed.head, close_in_spelling(head), false};
}

}  // namespace folkmoot
