// What is written out, as a value: what it says and in which order, before any format.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace folkmoot {

/// A title and blocks under it. Texts are as people wrote them: each writer neutralises and escapes for its format.
struct Document {
    /// From level 2; the title is level 1. Always one line.
    struct Heading {
        int level = 2;
        std::string text{};
        bool operator==(const Heading&) const = default;
    };
    /// May have several lines.
    struct Paragraph {
        std::string text{};
        bool operator==(const Paragraph&) const = default;
    };
    /// One entry of a list. May have several lines; `done` makes it a task.
    struct Line {
        std::string text{};
        std::optional<bool> done{};
        std::vector<Line> below{};
        bool operator==(const Line&) const = default;
    };
    struct List {
        std::vector<Line> lines{};
        bool operator==(const List&) const = default;
    };
    /// Something that has a name, and what is said of it. All of one line.
    struct Term {
        std::string name{};
        std::string text{};
        std::string example{};  ///< as it is typed; empty when there is none
        bool operator==(const Term&) const = default;
    };
    struct Terms {
        std::vector<Term> terms{};
        bool operator==(const Terms&) const = default;
    };
    using Block = std::variant<Heading, Paragraph, List, Terms>;

    std::string title{};
    std::vector<Block> blocks{};
    bool operator==(const Document&) const = default;
};

/// "For example: note The hall has no ramp"
inline std::string example_in_words(const Document::Term& term) { return "For example: " + term.example; }

}  // namespace folkmoot
