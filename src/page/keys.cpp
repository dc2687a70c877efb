#include "src/page/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr auto mark_names = std::to_array<std::pair<char, std::string_view>>({{'.', "full stop"},
                                                                              {',', "comma"},
                                                                              {'?', "question mark"},
                                                                              {'/', "slash"},
                                                                              {';', "semicolon"},
                                                                              {'!', "exclamation mark"},
                                                                              {'-', "hyphen"},
                                                                              {'+', "plus sign"},
                                                                              {'=', "equals sign"},
                                                                              {'*', "asterisk"},
                                                                              {'#', "hash"},
                                                                              {'\'', "apostrophe"},
                                                                              {'"', "quotation mark"},
                                                                              {'(', "opening bracket"},
                                                                              {')', "closing bracket"},
                                                                              {'&', "ampersand"},
                                                                              {'%', "percent sign"},
                                                                              {'$', "dollar sign"},
                                                                              {'@', "at sign"},
                                                                              {'<', "less-than sign"},
                                                                              {'>', "greater-than sign"},
                                                                              {'_', "underscore"},
                                                                              {'\\', "backslash"},
                                                                              {'|', "vertical bar"},
                                                                              {'~', "tilde"},
                                                                              {'^', "caret"},
                                                                              {'`', "backtick"}});

bool is_capital(std::string_view key) { return key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z'; }

std::string_view mark_name(std::string_view key) {
    if (key.size() != 1) return "";
    const auto found = std::ranges::find(mark_names, key[0], [](const auto& each) { return each.first; });
    return found == mark_names.end() ? std::string_view() : found->second;
}

/// Rest and take up again; what is only at home and what is only in a meeting.
bool never_together(Word a, Word b) {
    const auto pair = [&](Word one, Word other) { return (a == one && b == other) || (a == other && b == one); };
    if (pair(Word::break_, Word::resume)) return true;
    const auto at_home = [](Word word) { return info(word).where == Where::home; };
    const auto in_meeting = [](Word word) {
        return info(word).where != Where::home && info(word).where != Where::everywhere && word != Word::resume;
    };
    return (at_home(a) && in_meeting(b)) || (at_home(b) && in_meeting(a));
}

/// A key as a sentence says it: "a full stop", "d".
std::string said(std::string_view key) {
    const std::string_view mark = mark_name(key);
    if (mark.empty()) return key_in_words(key);
    const bool vowel = std::string_view("aeou").find(mark.front()) != std::string_view::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", mark);
}

bool begins_sentence(const std::string& before) {
    return before.empty() || before.ends_with(". ") || before.ends_with("\n");
}

}  // namespace

std::string_view Keys::of(Word word) const {
    const auto changed = std::ranges::find(changed_, word, [](const auto& each) { return each.first; });
    return changed == changed_.end() ? info(word).key : std::string_view(changed->second);
}

std::optional<Word> Keys::word(std::string_view key, std::span<const Word> possible) const {
    if (key.empty()) return std::nullopt;
    for (const Word each : possible)
        if (of(each) == key) return each;
    for (const auto& row : all_words())
        if (of(row.word) == key) return row.word;
    if (!is_capital(key)) return std::nullopt;
    return word(std::string(1, static_cast<char>(key[0] - 'A' + 'a')), possible);
}

std::vector<std::string> Keys::set_named(const std::vector<std::pair<std::string, std::string>>& changes) {
    std::vector<std::string> why(changes.size());
    std::vector<std::pair<Word, std::string>> known;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto& [name, key] = changes[i];
        const auto row = std::ranges::find(all_words(), text::folded(name), &WordInfo::name);
        if (row == all_words().end()) {
            why[i] =
                fmt::format("\"{}\" is no word that could have a key. Example: note = \"N\".", text::first(name, 40));
            continue;
        }
        known.emplace_back(row->word, key == "none" ? "" : key);
        places.push_back(i);
    }
    const auto refused = set_all(known);
    for (std::size_t i = 0; i < refused.size(); ++i) why[places[i]] = refused[i];
    return why;
}

std::optional<Word> Keys::shares(Word word, std::string_view key) const {
    for (const auto& row : all_words())
        if (row.word != word && of(row.word) == key && !never_together(word, row.word)) return row.word;
    return std::nullopt;
}

std::string Keys::why_not(Word word, std::string_view key) const {
    if (key.empty()) return "";
    const bool one = text::length(key) == 1 && text::one_line(key) == key;
    const bool digit = key[0] >= '0' && key[0] <= '9';
    if (!one || digit || key == ":")
        return fmt::format(
            "\"{}\" cannot be a key. A key is one letter or mark; digits and the colon have their own "
            "use. Example: settings key note N.",
            text::first(text::one_line(key), 40));
    if (const auto other = shares(word, key))
        return fmt::format(
            "{} is the key of {} already, so it cannot be the key of {}. Give {} another key first, or "
            "none. Example: settings key {} none.",
            key_in_words(key), info(*other).name, info(word).name, info(*other).name, info(*other).name);
    return "";
}

void Keys::set(Word word, std::string key) {
    std::erase_if(changed_, [&](const auto& each) { return each.first == word; });
    if (key != info(word).key) changed_.emplace_back(word, std::move(key));
}

std::vector<std::string> Keys::set_all(const std::vector<std::pair<Word, std::string>>& changes) {
    std::vector<std::string> refused(changes.size());
    for (const auto& [word, key] : changes) set(word, key);
    // A word that gets its own key back can be in the way of another change.
    for (bool settled = false; !settled;) {
        settled = true;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const auto& [word, key] = changes[i];
            if (!refused[i].empty()) continue;
            refused[i] = why_not(word, key);
            if (refused[i].empty()) continue;
            set(word, std::string(info(word).key));
            settled = false;
        }
    }
    return refused;
}

std::string key_in_words(std::string_view key) {
    if (const std::string_view mark = mark_name(key); !mark.empty()) return std::string(mark);
    return is_capital(key) ? fmt::format("capital {}", key) : std::string(key);
}

std::string key_begins(std::string_view key) {
    if (key == " ") return "The space bar";
    std::string named = said(key);
    // A letter stays as it is pressed.
    if (named != key) named.front() = static_cast<char>(named.front() - 'a' + 'A');
    return named;
}

std::string with_keys(std::string_view text, const Keys& keys, bool single_keys) {
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const std::string_view name = end == std::string_view::npos ? "" : text.substr(at + 1, end - at - 1);
        const auto row = std::ranges::find(all_words(), name, &WordInfo::name);
        if (name.empty() || row == all_words().end()) {
            all += text[at++];
            continue;
        }
        const std::string_view key = single_keys ? keys.of(row->word) : std::string_view();
        if (key.empty()) {
            all += fmt::format(":{}", name);
        } else {
            all += begins_sentence(all) ? key_begins(key) : said(key);
        }
        at = end + 1;
    }
    return all;
}

std::string with_colons(std::string_view text) {
    constexpr std::string_view how = "ype ";
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = text.substr(at).starts_with(how) && at > 0 &&
                            (text[at - 1] == 'T' || text[at - 1] == 't') && (at == 1 || text[at - 2] == ' ');
        if (!begins) {
            all += text[at++];
            continue;
        }
        at += how.size();
        all += how;
        const std::size_t end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at), text.size());
        const std::string_view name = text.substr(at, end - at);
        if (std::ranges::find(all_words(), name, &WordInfo::name) != all_words().end()) all += ':';
    }
    return all;
}

}  // namespace folkmoot
