// The one table of what can be typed: names, keys, help. The key line, `help`, the prompts and the manual come from it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace folkmoot {

/// Every word of the prompt. The enumerators are the words; those that C++ keeps or shares end in an underscore.
enum class Word {
    // everywhere in a meeting
    next,
    back,
    where,
    time,
    who,
    again,
    undo,
    redo,
    help,
    screen,
    linear,
    quit,
    retry,
    why,
    history,
    agenda,
    message,
    settings,
    private_,
    voices,
    search,
    support,
    glossary,
    // captures, everywhere
    note,
    decide,
    action,
    park,
    ask,
    term,
    plain,
    concern,
    edit,
    remove,
    rule,
    reserve,
    details,
    revisit,
    principle,
    accept,
    owner,
    due,
    // people, from the opening on
    here,
    away,
    late,
    left,
    agree,
    // a round
    say,
    off,
    pass,
    later,
    // matters from last time
    done,
    keep,
    drop,
    take,
    // an item
    speak,
    stop,
    hand,
    down,
    extend,
    pause,
    think,
    break_,
    resume,
    carry,
    skip,
    go,
    add,
    move,
    // pulse
    answers,
    // closing
    meet,
    facilitate,
    host,
    duty,
    close,
    // home
    start,
    plans,
    plan,
    show,
    meetings,
    attendance,
    story,
    actions,
    trends,
    partnership,
    demo,
    minutes,
    amend,
    held,
    forget,
    backup,
    doctor,
};

/// Where a word belongs.
enum class Where { everywhere, capture, opening, round, actions, item, decision, pulse, closing, home };

struct WordInfo {
    Word word;
    std::string_view name;       ///< "note"
    std::string_view arguments;  ///< "TEXT", may be empty
    std::string_view key;        ///< "n", may be empty
    Where where = Where::everywhere;
    std::string_view summary;  ///< one plain sentence
    std::string_view example;  ///< "note The hall has no ramp"
};

/// Whether a word can be sent with nothing behind it: all that follows it stands in brackets.
bool may_stand_alone(const WordInfo& row);
/// A key of these asks for what follows even though the word could stand alone: a slip must not park an item.
bool asks_for_text(const WordInfo& row);

/// The whole table, in the order in which help shows it.
std::span<const WordInfo> all_words();
const WordInfo& info(Word word);

/// A word and what was typed after it, cut of white space at both ends.
struct Intent {
    Word word = Word::help;
    std::string argument;
    bool operator==(const Intent&) const = default;
};

/// A line that is no word: what was typed, and which words came near (ambiguous, or close in spelling).
struct Unread {
    std::string typed;
    std::vector<std::string> near;
    bool ambiguous = false;
    bool operator==(const Unread&) const = default;
};

/// Reads a typed line against the words that may stand here: an exact key, an exact word, else an unambiguous
/// shortening ("fac", "exten"). A key may be followed by an argument after a blank. Case does not matter. Words of
/// `possible` win over the rest of the table when a shortening fits both, so that "d" in a list stays what it is there.
std::variant<Intent, Unread> read_line(std::string_view line, std::span<const Word> possible);

class Keys;
/// The same with a person's own keys; above are those of the table.
std::variant<Intent, Unread> read_line(std::string_view line, std::span<const Word> possible, const Keys& keys);

}  // namespace folkmoot
