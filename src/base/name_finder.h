// A person's name where it stands in free text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace folkmoot::text {

/// Looks for one person's names as whole words, whatever the case and the accents. In scripts without blanks (Chinese,
/// Japanese, Korean, Thai and their like) it looks for the characters.
///
/// Each word of a name counts alone as well ("Ann" of "Ann Lee"), but for titles, particles and single letters.
class NameFinder {
public:
    enum class What {
        theirs,    ///< the person is meant
        shared,    ///< another person's name has the word too, so that nobody can tell
        ordinary,  ///< written small, it is an ordinary English word: "will", "may"
    };
    struct Mention {
        std::size_t from = 0, to = 0;  ///< bytes
        What what = What::theirs;
        bool operator==(const Mention&) const = default;
    };

    void add(std::string_view name);
    /// Somebody else's name: written whole it means them.
    void add_other(std::string_view name);
    /// A nickname or another spelling: theirs, however it is written and whoever shares it.
    void add_also(std::string_view name);

    /// In order; they do not overlap.
    [[nodiscard]] std::vector<Mention> find(std::string_view text) const;
    /// The text with `instead` in place of what is theirs.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view instead) const;

private:
    using Words = std::vector<std::string>;
    struct Pattern {
        Words words;
        std::string marks;  ///< what stands between the words where the name is written
        bool theirs = false, others = false, whole = false, also = false;
    };
    Pattern& pattern(const Words& words);
    [[nodiscard]] bool may_be_in(std::string_view text) const;
    std::vector<Pattern> patterns_;
};

/// The ways in which the same name can stand in a file's bytes: as it is, composed and decomposed (NFC, NFD), case
/// folded, and without marks.
std::vector<std::string> spellings(std::string_view name);

}  // namespace folkmoot::text
