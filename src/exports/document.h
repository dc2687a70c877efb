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
    /// The first column names the row, so that no cell's row or column is in doubt. All of one line.
    struct Table {
        std::string caption{};
        std::vector<std::string> columns{};
        std::vector<std::vector<std::string>> rows{};  ///< each as long as `columns`
        bool operator==(const Table&) const = default;
    };
    /// Bars, for those who like to look. A format that cannot draw has the words and the table instead, in which there
    /// is all of it.
    struct Chart {
        struct Bar {
            std::string label{};
            double value = 0.0;
            std::string said{};  ///< the value, as people say it
            bool operator==(const Bar&) const = default;
        };
        /// A line across the bars: what they are compared with.
        struct Mark {
            double value = 0.0;
            std::string text{};
            bool operator==(const Mark&) const = default;
        };
        std::string title{};
        std::string words{};  ///< what can be seen in it
        std::vector<Bar> bars{};
        double from = 0.0, to = 1.0;  ///< where bars begin, and where the longest can end
        std::optional<Mark> mark{};
        Table table{};
        bool operator==(const Chart&) const = default;
    };
    using Block = std::variant<Heading, Paragraph, List, Terms, Table, Chart>;

    std::string title{};
    std::vector<Block> blocks{};
    bool operator==(const Document&) const = default;
};

/// A line a row, each cell behind the name of its column: "O1: Minutes 45, Decisions 1".
Document::List in_lines(const Document::Table& table);

/// "For example: note The hall has no ramp"
inline std::string example_in_words(const Document::Term& term) { return "For example: " + term.example; }

}  // namespace folkmoot
