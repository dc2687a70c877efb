// The minutes of a meeting as a value: what they say and in which order, before any format.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/session/state.h"

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
    using Block = std::variant<Heading, Paragraph, List>;

    std::string title{};
    std::vector<Block> blocks{};
    bool operator==(const Document&) const = default;
};

/// Nothing but the state decides. Names attendance and acts, never who said what; removed captures, access needs and
/// who raised a concern are not in it. Scores and pulse counts only from four answers up.
Document minutes_of(const State& state);

}  // namespace folkmoot
