#include "src/base/ascii.h"

#include <langinfo.h>

#include <algorithm>
#include <array>

namespace folkmoot {

namespace {

struct Form {
    char32_t from;
    std::string_view to;
};

constexpr auto marks = std::to_array<Form>({
    {0x00A0, " "},  {0x00A1, "!"},  {0x00A3, "GBP"}, {0x00AB, "\""},  {0x00B0, " degrees"}, {0x00B1, "+/-"},
    {0x00B7, "-"},  {0x00BB, "\""}, {0x00BC, "1/4"}, {0x00BD, "1/2"}, {0x00BE, "3/4"},      {0x00BF, "?"},
    {0x00D7, "x"},  {0x00F7, "/"},  {0x2010, "-"},   {0x2011, "-"},   {0x2012, "-"},        {0x2013, "-"},
    {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"},   {0x201A, "'"},   {0x201C, "\""},       {0x201D, "\""},
    {0x201E, "\""}, {0x2022, "-"},  {0x2026, "..."}, {0x2032, "'"},   {0x2033, "\""},       {0x20AC, "EUR"},
    {0x2212, "-"},  {0x2192, "->"},
});

// U+00C0 to U+017F, one form each.
constexpr auto letters = std::to_array<std::string_view>({
    "A", "A", "A",  "A", "A", "A", "AE", "C",  "E", "E", "E",  "E",  "I", "I", "I",  "I",  "D", "N", "O",  "O",
    "O", "O", "O",  "x", "O", "U", "U",  "U",  "U", "Y", "Th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "/",  "o", "u", "u",  "u",
    "u", "y", "th", "y", "A", "a", "A",  "a",  "A", "a", "C",  "c",  "C", "c", "C",  "c",  "C", "c", "D",  "d",
    "D", "d", "E",  "e", "E", "e", "E",  "e",  "E", "e", "E",  "e",  "G", "g", "G",  "g",  "G", "g", "G",  "g",
    "H", "h", "H",  "h", "I", "i", "I",  "i",  "I", "i", "I",  "i",  "I", "i", "IJ", "ij", "J", "j", "K",  "k",
    "k", "L", "l",  "L", "l", "L", "l",  "L",  "l", "L", "l",  "N",  "n", "N", "n",  "N",  "n", "n", "N",  "n",
    "O", "o", "O",  "o", "O", "o", "OE", "oe", "R", "r", "R",  "r",  "R", "r", "S",  "s",  "S", "s", "S",  "s",
    "S", "s", "T",  "t", "T", "t", "T",  "t",  "U", "u", "U",  "u",  "U", "u", "U",  "u",  "U", "u", "U",  "u",
    "W", "w", "Y",  "y", "Y", "Z", "z",  "Z",  "z", "Z", "z",  "s",
});
static_assert(letters.size() == 0x0180 - 0x00C0);

/// The character at `at`, which is moved past it. The text is valid UTF-8: it has been made printable before.
char32_t character_at(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t result = lead & (0x3FU >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        result = (result << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return result;
}

bool is_combining(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

std::string_view form_of(char32_t c) {
    if (c >= 0x00C0 && c < 0x0180) return letters[c - 0x00C0];
    const auto mark = std::ranges::find(marks, c, &Form::from);
    if (mark != marks.end()) return mark->to;
    return is_combining(c) ? "" : "?";
}

}  // namespace

bool locale_is_utf8() {
    const std::string_view codeset = ::nl_langinfo(CODESET);
    return codeset == "UTF-8" || codeset == "utf8" || codeset == "UTF8";
}

std::string ascii_form(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = character_at(text, at);
        if (c < 0x80)
            result.push_back(static_cast<char>(c));
        else
            result += form_of(c);
    }
    return result;
}

}  // namespace folkmoot
