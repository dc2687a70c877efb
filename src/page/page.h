// What a screen says and what can be done there, as a value: no coordinates, no colours.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/page/words.h"

namespace folkmoot {

/// A paragraph.
struct Text {
    std::string text;
    bool operator==(const Text&) const = default;
};

/// A heading inside a page.
struct Heading {
    std::string text;
    bool operator==(const Heading&) const = default;
};

/// One focusable line, complete in itself: position, title, state, details last.
struct ListItem {
    std::string text;
    std::optional<Intent> enter;  ///< what Enter does there
    bool operator==(const ListItem&) const = default;
};

struct List {
    std::vector<ListItem> items;
    std::string when_empty;  ///< said instead of an empty list
    bool operator==(const List&) const = default;
};

using Block = std::variant<Text, Heading, List>;

/// One numbered answer to a question.
struct Choice {
    std::string word;   ///< "carry": typed whole or shortened, or its number
    std::string label;  ///< "carry it to the next meeting"
    bool operator==(const Choice&) const = default;
};

/// Asked before something is done; the first choice is the safe one and `next` takes it.
struct Question {
    std::string text;
    std::vector<Choice> choices;
    bool operator==(const Question&) const = default;
};

struct Page {
    std::string title;  ///< unique, with a count: "Check-in, 8 people"
    std::string where;  ///< one line: screen, item n of m, state, time
    std::vector<Block> blocks;
    std::string prompt;       ///< what is asked now: "Check-in, Asha"; the renderer adds "> "
    std::vector<Word> words;  ///< possible now, the most useful first
    std::optional<Question> question;
    bool operator==(const Page&) const = default;
};

enum class Kind {
    plain,    ///< the answer to an act
    time,     ///< "Time: ..."
    error,    ///< input that could not be read, a refusal
    trouble,  ///< something could not be stored
};

/// One thing said once.
struct Announcement {
    Kind kind = Kind::plain;
    std::string text;  ///< may have several lines
    bool bell = false;
    bool operator==(const Announcement&) const = default;
};

}  // namespace folkmoot
