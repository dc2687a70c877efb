// What is looked for in the log, read from what was typed; and what was found.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/meeting/capture.h"
#include "src/meeting/ids.h"
#include "src/time/calendar.h"

namespace folkmoot {

/// Words that must stand one after the other; a single word is a phrase of one.
struct SearchPhrase {
    std::string text;
    bool begins = false;  ///< the last word need only begin so: "adv*"
    bool operator==(const SearchPhrase&) const = default;
};

/// What can be found: an agenda item, or what was written down.
struct SearchKind {
    std::optional<CaptureKind> capture;  ///< nothing: an item
    bool operator==(const SearchKind&) const = default;
};

/// "item", "note", "decision", "action", "parked", "question", "term", "concern": as it is typed after kind:.
std::string_view in_words(const SearchKind& kind);
std::optional<SearchKind> search_kind_from(std::string_view word);

/// All of it must hold. Of several values of one filter, one is enough.
struct SearchQuery {
    std::vector<SearchPhrase> phrases;
    std::vector<std::string> people;  ///< who has the action, or leads the item
    std::vector<std::string> groups;
    std::vector<std::string> objectives;  ///< short ids
    std::vector<SearchKind> kinds;
    std::optional<Date> before;  ///< the meeting was earlier than this day
    std::optional<Date> after;   ///< on this day or later
    bool open = false;           ///< only what is still to be done or dealt with
    bool operator==(const SearchQuery&) const = default;
};

/// Why what was typed cannot be looked for, and what can be: one or two sentences.
struct SearchFault {
    std::string why;
    bool operator==(const SearchFault&) const = default;
};

/// The most characters and words that one search may have.
inline constexpr std::size_t longest_search = 1000;
inline constexpr std::size_t most_search_words = 50;

/// Words, "a phrase" in straight or curly quotation marks, the beginning of a word with a star (adv*), and the filters
/// person: group: objective: kind: before: after: is:open. `today` is what dates like "friday" are reckoned from. What
/// holds neither letter nor digit is passed over. Takes any bytes.
std::variant<SearchQuery, SearchFault> read_search(std::string_view typed, Date today);

/// One place in the log. Texts are as they were written: make them harmless on the way out.
struct FoundText {
    MeetingId meeting;
    std::string meeting_title;
    std::string group;
    Date date{};  ///< of the meeting
    SearchKind kind;
    std::size_t number = 0;  ///< of the capture, or the item's place on the agenda; 0: brought from before the log
    std::string item;        ///< the title of the item it belongs to; empty outside the items, and for items
    std::string text;        ///< the whole of it
    std::string context;     ///< the words with what stands around them, "..." where something was left out
    std::string person;      ///< who has the action as it stands now, or leads the item; empty for all else
    std::optional<Date> due;
    std::string state;  ///< "accepted", "open", "ended", ...: as the matter stands now; empty when it is none
    bool operator==(const FoundText&) const = default;
};

struct SearchAnswer {
    std::vector<FoundText> found;  ///< best first, the newest first where they are equal
    bool more = false;             ///< there is more, older, than was looked at
};

/// A search looks at no more than so many finds, the newest.
inline constexpr std::size_t most_finds = 2000;

}  // namespace folkmoot
