// The whole log as text, one event a line: JSON Lines. The help topic "moving" describes it for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/hash.h"
#include "src/session/journal.h"

namespace folkmoot {

/// Raised when what is written could not be read by an older program.
inline constexpr int lines_schema = 1;

/// The first line of a file.
struct LinesHeader {
    int schema = lines_schema;
    /// How much follows, so that a file that was cut off is noticed; nothing: not said.
    std::optional<std::size_t> streams, events;
    bool operator==(const LinesHeader&) const = default;
};

/// A name or free text of an event. `sum` covers salt and text, and stays when both were forgotten.
struct LineWords {
    std::optional<std::string> text;     ///< nothing: forgotten
    std::optional<std::string> instead;  ///< of forgotten words: what stands in their place
    std::optional<PersonId> whose;
    std::string salt;  ///< 16 bytes; empty: none
    std::optional<Sha256> sum;
    bool operator==(const LineWords&) const = default;
};

/// One event as the log holds it.
struct EventLine {
    Id128 stream;
    StreamKind of = StreamKind::meeting;
    Sequence sequence = 0;
    Stamp at;
    std::string kind;
    std::string payload;  ///< a JSON object
    std::vector<LineWords> words;
    std::optional<Sha256> hash;  ///< nothing in a file that another program wrote: the log makes it
    bool operator==(const EventLine&) const = default;
};

/// Plain ASCII without the line break: other characters are escaped, so that no terminal or locale changes them.
std::string to_line(const LinesHeader& header);
std::string to_line(const EventLine& event);

/// Throws Error that says what is wrong with the line, and what is allowed.
LinesHeader header_from_line(std::string_view line);
EventLine event_from_line(std::string_view line);

/// The event as the codec reads it; forgotten words stand as what is in their place, else as forgotten_words.
Encoded encoded(const EventLine& event);

}  // namespace folkmoot
