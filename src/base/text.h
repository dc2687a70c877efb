// Text as data: made harmless, measured, wrapped, compared. UTF-8 throughout; libunistring does the work.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace folkmoot::text {

/// One line of harmless text: valid UTF-8 in NFC. Invalid bytes become U+FFFD. Line breaks and tabs become one
/// space. C0 and C1 controls, bidirectional overrides, embeddings and isolates (U+202A-202E, U+2066-2069, U+200E,
/// U+200F, U+061C), U+2028/2029, tag characters (U+E0000-E007F), U+FEFF and other zero-width formats but
/// U+200C/200D (which scripts and emoji need) are removed. Leading and trailing white space is cut.
std::string one_line(std::string_view raw);

/// The same, but "\n" is kept (CRLF and CR become "\n"), for texts of several lines.
std::string lines(std::string_view raw);

/// The sanitiser at every way out: what one_line/lines removes, removed; "\n" kept; nothing trimmed.
std::string printable(std::string_view text);

/// Columns that the text takes in a terminal; combining marks take none, wide characters two.
std::size_t width(std::string_view text);

/// Breaks at words (Unicode line breaking) so that no line is wider than `columns` (at least 1), but for a single
/// character that is wider. Words longer than a line are cut at grapheme boundaries. "\n" breaks. `indent` blanks
/// stand before every line but the first of each paragraph. Never returns an empty list.
std::vector<std::string> wrap(std::string_view text, std::size_t columns, std::size_t indent = 0);

/// Comparison form: NFC, case folded, inner white space single. For matching names.
std::string folded(std::string_view text);

/// Folded and without combining marks: "Zoë" and "zoe" are the same. For names that were typed without their accents.
std::string plain(std::string_view text);

/// True when folded(name) starts with folded(prefix), or one of its words does.
bool name_matches(std::string_view name, std::string_view prefix);

/// The number of characters that a person sees (grapheme clusters).
std::size_t length(std::string_view text);

/// Where the grapheme that begins at `at` ends, in bytes; the text's size at its end.
std::size_t next_grapheme(std::string_view text, std::size_t at);
/// Where the grapheme before `at` begins; 0 at the beginning.
std::size_t previous_grapheme(std::string_view text, std::size_t at);

/// The first `count` graphemes.
std::string first(std::string_view text, std::size_t count);

/// White-space separated words.
std::vector<std::string> words(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string list(const std::vector<std::string>& items, std::string_view last = "and");

/// "1 person", "3 people"; number words are not used so that every list sounds the same.
std::string count(std::size_t n, std::string_view one, std::string_view many);

/// Ends with exactly one full stop unless it already ends with . ? or !
std::string sentence(std::string_view text);

}  // namespace folkmoot::text
