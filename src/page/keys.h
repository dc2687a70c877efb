// Which key each word has: the table's, but for what a person changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/page/words.h"

namespace folkmoot {

class Keys {
public:
    /// Empty when the word has none.
    [[nodiscard]] std::string_view of(Word word) const;
    /// The word of a key; those of `possible` go before the others. A capital letter is its small one unless it is the
    /// key of a word itself.
    [[nodiscard]] std::optional<Word> word(std::string_view key, std::span<const Word> possible) const;
    /// Why a word cannot have this key, in a sentence with an example; empty when it can. No key at all is one too.
    [[nodiscard]] std::string why_not(Word word, std::string_view key) const;
    void set(Word word, std::string key);
    /// Many at once, so that two words may change their keys with each other. Those that cannot be are left out, and
    /// said: one a change, empty where it was made.
    std::vector<std::string> set_all(const std::vector<std::pair<Word, std::string>>& changes);
    /// The same with the words by name, as a person writes them; "none" is no key.
    std::vector<std::string> set_named(const std::vector<std::pair<std::string, std::string>>& changes);
    bool operator==(const Keys&) const = default;

private:
    [[nodiscard]] std::optional<Word> shares(Word word, std::string_view key) const;

    std::vector<std::pair<Word, std::string>> changed_;
};

/// Marks and capitals are named, since a reader may not speak them: "full stop", "capital N".
std::string key_in_words(std::string_view key);

/// The same at the beginning of a sentence: "A full stop", "Capital N", "The space bar"; "d" stays as it is pressed.
std::string key_begins(std::string_view key);

/// A text of ours with each "{next}" in it said as its key: "A full stop goes on", "d: the decision". A word without a
/// key, or any word where single keys are off, is said as it is typed: ":next".
std::string with_keys(std::string_view text, const Keys& keys, bool single_keys);

/// A sentence that says "Type next ...", for a face in which a colon comes before a typed word.
std::string with_colons(std::string_view text);

}  // namespace folkmoot
