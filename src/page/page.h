// What a screen says and what can be done there, as a value: no coordinates, no colours.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/page/words.h"

namespace folkmoot {

/// What the most useful acts are here: as words to be typed, and as keys to be pressed. A face shows its own. In `keys`
/// "{next}" stands for the key of next: see with_keys.
struct Hint {
    std::string typed;
    std::string keys;
    bool operator==(const Hint&) const = default;
};

/// A paragraph.
struct Text {
    std::string text;
    Hint how = {};  ///< said behind it, by each face in its own terms
    bool operator==(const Text&) const = default;
};

/// A heading inside a page.
struct Heading {
    std::string text;
    bool operator==(const Heading&) const = default;
};

/// One thing that can be done with a line that has the focus: Enter does the first (see ListItem::enter), a number the
/// one at its place.
struct Act {
    std::string label;  ///< "is here"
    Intent intent;
    bool asks = false;       ///< more is typed first, behind the intent's argument, which stays as it is
    std::string begun = {};  ///< what stands in the field already
    bool operator==(const Act&) const = default;
};

/// One focusable line, complete in itself: position, title, state, details last.
struct ListItem {
    std::string text;
    std::vector<Act> acts;
    Hint how = {};                    ///< said behind it, by each face in its own terms
    std::size_t enter = 0;            ///< which of the acts Enter does
    std::optional<int> percent = {};  ///< for eyes a bar behind the text, which says the same as a number
    bool operator==(const ListItem&) const = default;
};

struct List {
    std::vector<ListItem> items;
    std::string when_empty;  ///< said instead of an empty list
    bool operator==(const List&) const = default;
};

using Block = std::variant<Text, Heading, List, Hint>;

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
    bool waits = false;  ///< it came by itself: it takes no focus, and other things can be done meanwhile
    bool operator==(const Question&) const = default;
};

/// A text with what is said behind it: after a full stop as a sentence, else after a comma.
std::string with_how(const std::string& text, const std::string& how);

/// "carry: carry it to the next meeting". A label that begins with its own word is not said twice.
std::string in_words(const Choice& choice);

/// What time it is here, for eyes: whole minutes, in words and as a share.
struct TimeLeft {
    std::string words;
    int percent = 0;  ///< gone, 0 to 100
    bool operator==(const TimeLeft&) const = default;
};

struct Page {
    std::string title;  ///< unique, with a count: "Check-in, 8 people"
    std::string where;  ///< one line: screen, item n of m, state, time
    std::vector<Block> blocks;
    std::string prompt;       ///< what is asked now: "Check-in, Asha"; the renderer adds "> "
    std::vector<Word> words;  ///< possible now, the most useful first
    std::string help;         ///< the longer text of help about it, by its name; empty: what is said of its words
    std::optional<Question> question;
    std::optional<std::size_t> focus;  ///< which line of the lists, counted through all of them, is needed next
    std::optional<TimeLeft> time;
    std::vector<std::string> aside;  ///< for eyes, where there is room beside the page; some word says the same
    std::optional<Word> on_number;   ///< a line that begins with a digit is this word's, and no act's: "4 glad"
    std::vector<Act> key_acts;       ///< what the key of such a word does here, in place of asking for all of it
    std::optional<Word> on_leave;    ///< what Esc does where it closes nothing else
    bool secret = false;             ///< digits that are typed are not shown: stars stand for them
    std::size_t seats = 0;           ///< a seat number of so many ends by itself when no further digit could follow
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
    bool to_read = false;  ///< an answer that was asked for, to be read at leisure when it is long
    bool refused = false;  ///< nothing is wrong with what was typed, it cannot be done now
    bool operator==(const Announcement&) const = default;
};

}  // namespace folkmoot
