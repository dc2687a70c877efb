#include "src/base/text.h"

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace folkmoot::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr const char* encoding = "UTF-8";

struct Freer {
    void operator()(std::uint8_t* bytes) const { std::free(bytes); }  // NOLINT: libunistring allocates with malloc
};
using Bytes = std::unique_ptr<std::uint8_t, Freer>;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

/// Nearly all texts are plain ASCII, for which every question here has an answer without Unicode's tables.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_plain_lines(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; });
}

/// One code point and the bytes it takes; U+FFFD for bytes that are no UTF-8.
struct Point {
    ucs4_t code = 0;
    std::size_t size = 0;
};

Point point_at(std::string_view text, std::size_t at) {
    Point point;
    const int size = u8_mbtouc(&point.code, bytes_of(text) + at, text.size() - at);
    point.size = size > 0 ? static_cast<std::size_t>(size) : 1;
    return point;
}

bool is_white(ucs4_t code) { return uc_is_property_white_space(code); }
bool is_break(ucs4_t code) { return code >= '\n' && code <= '\r'; }

/// Format characters that do show: signs that Arabic, Syriac and Kaithi put around numbers and verses.
bool is_visible_format(ucs4_t code) {
    return (code >= 0x0600 && code <= 0x0605) || code == 0x06DD || code == 0x070F || code == 0x0890 || code == 0x0891 ||
           code == 0x08E2 || code == 0x110BD || code == 0x110CD;
}

bool is_harmful(ucs4_t code) {
    if (code < 0x20 || (code >= 0x7F && code <= 0x9F)) return true;
    if (code < 0xAD) return false;
    if (code == 0x2028 || code == 0x2029 || (code >= 0xE0000 && code <= 0xE007F)) return true;
    if (code == 0x200C || code == 0x200D || is_visible_format(code)) return false;
    return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Cf);
}

enum class Breaks { spaced, kept };

void append_break(std::string& out, Breaks breaks) {
    if (breaks == Breaks::kept) {
        out += '\n';
    } else if (!out.ends_with(' ')) {
        out += ' ';
    }
}

std::string without_harm(std::string_view raw, Breaks breaks) {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        const Point point = point_at(raw, at);
        const std::string_view bytes = raw.substr(at, point.size);
        at += point.size;
        if (point.code == '\r' && at < raw.size() && raw[at] == '\n') continue;
        if (is_break(point.code)) {
            append_break(out, breaks);
        } else if (point.code == '\t') {
            if (breaks == Breaks::kept || !out.ends_with(' ')) out += ' ';
        } else if (point.code == 0xFFFD) {
            out += replacement;
        } else if (!is_harmful(point.code)) {
            out += bytes;
        }
    }
    return out;
}

std::string composed(std::string text) {
    if (is_plain_lines(text)) return text;
    std::size_t size = 0;
    const Bytes result(u8_normalize(UNINORM_NFC, bytes_of(text), text.size(), nullptr, &size));
    if (!result) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(result.get()), size};
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Point point = point_at(text, at);
        if (!is_white(point.code)) {
            begin = std::min(begin, at);
            end = at + point.size;
        }
        at += point.size;
    }
    return end == 0 ? std::string_view() : text.substr(begin, end - begin);
}

std::string_view trimmed_plain(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

std::size_t width_of(ucs4_t code) {
    const int columns = uc_width(code, encoding);
    return columns > 0 ? static_cast<std::size_t>(columns) : 0;
}

/// Calls `see` with the start of every grapheme cluster, in order, until it returns false.
template <class See>
void for_each_grapheme(std::string_view text, See see) {
    std::vector<char> marks(text.size());
    if (!text.empty()) u8_grapheme_breaks(bytes_of(text), text.size(), marks.data());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((at == 0 || marks[at] != 0) && !see(at)) return;
    }
}

/// A grapheme cluster as wrapping sees it.
struct Unit {
    std::size_t start = 0;
    std::size_t columns = 0;
    bool blank = false;         ///< may vanish at the end of a line
    bool break_before = false;  ///< a new line may start here
    bool break_inside = false;  ///< one may, but only in a word that is too long for any line
};

bool is_blank(std::string_view grapheme) {
    const Point point = point_at(grapheme, 0);
    // No-break spaces hold their words together.
    return point.size == grapheme.size() && is_white(point.code) && point.code != 0xA0 && point.code != 0x2007 &&
           point.code != 0x202F;
}

/// The units of one paragraph and, as the last one, its end.
std::vector<Unit> units_of(std::string_view paragraph) {
    std::vector<char> breaks(paragraph.size());
    u8_possible_linebreaks(bytes_of(paragraph), paragraph.size(), encoding, breaks.data());
    std::vector<Unit> units;
    units.reserve(paragraph.size() + 1);
    for_each_grapheme(paragraph, [&](std::size_t at) {
        // After a hyphen or a slash Unicode would allow a break; paths and dates stay in one piece for those who copy
        // them.
        const bool inside_word = at > 0 && paragraph[at - 1] > ' ' && paragraph[at - 1] <= '~' && paragraph[at] > ' ' &&
                                 paragraph[at] <= '~';
        const bool may = breaks[at] == UC_BREAK_POSSIBLE;
        units.push_back({at, 0, false, may && !inside_word, may && inside_word});
        return true;
    });
    units.push_back({paragraph.size(), 0, false, false, false});
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const std::string_view grapheme = paragraph.substr(units[i].start, units[i + 1].start - units[i].start);
        units[i].columns = width(grapheme);
        units[i].blank = is_blank(grapheme);
    }
    return units;
}

/// Where the line that starts at unit `from` ends. Blanks may stand over the edge: they are not shown there.
std::size_t line_end(const std::vector<Unit>& units, std::size_t from, std::size_t room) {
    const std::size_t last = units.size() - 1;
    std::size_t used = 0;
    std::size_t possible = from;
    std::size_t inside = from;
    for (std::size_t i = from; i < last; ++i) {
        if (i > from && units[i].break_before) possible = i;
        if (i > from && units[i].break_inside) inside = i;
        used += units[i].columns;
        if (units[i].blank || used <= room) continue;
        if (possible > from) return possible;
        if (inside > from) return inside;
        return std::max(i, from + 1);
    }
    return last;
}

std::string_view without_end_blanks(std::string_view paragraph, const std::vector<Unit>& units, std::size_t from,
                                    std::size_t to) {
    while (to > from && units[to - 1].blank) --to;
    return paragraph.substr(units[from].start, units[to].start - units[from].start);
}

void wrap_paragraph(std::string_view paragraph, std::size_t columns, std::size_t indent,
                    std::vector<std::string>& out) {
    if (is_plain(paragraph) && paragraph.size() <= columns) {
        out.emplace_back(paragraph.substr(0, paragraph.find_last_not_of(' ') + 1));
        return;
    }
    const std::vector<Unit> units = units_of(paragraph);
    const std::size_t last = units.size() - 1;
    std::size_t from = 0;
    bool begun = false;
    while (from < last || !begun) {
        const std::size_t blanks = begun ? indent : 0;
        const std::size_t to = line_end(units, from, columns - blanks);
        out.push_back(std::string(blanks, ' ').append(without_end_blanks(paragraph, units, from, to)));
        begun = true;
        from = to;
        while (from < last && units[from].blank) ++from;
    }
}

std::string case_folded(const std::string& text) {
    if (text.empty()) return {};
    std::size_t size = 0;
    const Bytes result(u8_casefold(bytes_of(text), text.size(), nullptr, UNINORM_NFC, nullptr, &size));
    if (!result) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(result.get()), size};
}

}  // namespace

std::string one_line(std::string_view raw) {
    if (is_plain(raw)) return std::string(trimmed_plain(raw));
    return std::string(trimmed(composed(without_harm(raw, Breaks::spaced))));
}

std::string lines(std::string_view raw) {
    if (is_plain_lines(raw)) return std::string(trimmed_plain(raw));
    return std::string(trimmed(composed(without_harm(raw, Breaks::kept))));
}

std::string printable(std::string_view text) {
    if (is_plain_lines(text)) return std::string(text);
    return without_harm(text, Breaks::kept);
}

std::size_t width(std::string_view text) {
    if (is_plain(text)) return text.size();
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Point point = point_at(text, at);
        columns += width_of(point.code);
        at += point.size;
    }
    return columns;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns, std::size_t indent) {
    columns = std::max<std::size_t>(columns, 1);
    indent = std::min(indent, columns - 1);
    std::vector<std::string> out;
    for (std::size_t from = 0;;) {
        const std::size_t end = text.find('\n', from);
        if (end == std::string_view::npos) {
            wrap_paragraph(text.substr(from), columns, indent, out);
            return out;
        }
        wrap_paragraph(text.substr(from, end - from), columns, indent, out);
        from = end + 1;
    }
}

std::string folded(std::string_view text) {
    std::string joined;
    for (const std::string& word : words(one_line(text))) {
        if (!joined.empty()) joined += ' ';
        joined += word;
    }
    return case_folded(joined);
}

std::string plain(std::string_view text) {
    std::string whole = folded(text);
    if (is_plain(whole)) return whole;
    std::size_t size = 0;
    const Bytes apart(u8_normalize(UNINORM_NFD, bytes_of(whole), whole.size(), nullptr, &size));
    if (!apart) throw std::bad_alloc();
    const std::string_view letters(reinterpret_cast<const char*>(apart.get()), size);
    std::string out;
    for (std::size_t at = 0; at < letters.size();) {
        const Point point = point_at(letters, at);
        if (!uc_is_general_category_withtable(point.code, UC_CATEGORY_MASK_Mn)) out += letters.substr(at, point.size);
        at += point.size;
    }
    return composed(out);
}

bool name_matches(std::string_view name, std::string_view prefix) {
    const std::string whole = folded(name);
    const std::string wanted = folded(prefix);
    const std::string_view view = whole;
    for (std::size_t from = 0;;) {
        if (view.substr(from).starts_with(wanted)) return true;
        const std::size_t space = view.find(' ', from);
        if (space == std::string_view::npos) return false;
        from = space + 1;
    }
}

std::size_t length(std::string_view text) {
    if (is_plain(text)) return text.size();
    std::size_t seen = 0;
    for_each_grapheme(text, [&](std::size_t) {
        ++seen;
        return true;
    });
    return seen;
}

std::size_t next_grapheme(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    const auto* begin = bytes_of(text);
    const auto* next = u8_grapheme_next(begin + at, begin + text.size());
    return next == nullptr ? text.size() : static_cast<std::size_t>(next - begin);
}

std::size_t previous_grapheme(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const auto* begin = bytes_of(text);
    const auto* before = u8_grapheme_prev(begin + std::min(at, text.size()), begin);
    return before == nullptr ? 0 : static_cast<std::size_t>(before - begin);
}

std::string first(std::string_view text, std::size_t count) {
    if (is_plain(text)) return std::string(text.substr(0, count));
    std::size_t seen = 0;
    std::size_t end = text.size();
    for_each_grapheme(text, [&](std::size_t at) {
        if (seen++ < count) return true;
        end = at;
        return false;
    });
    return std::string(text.substr(0, end));
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const Point point = point_at(text, at);
        if (!is_white(point.code)) {
            word += text.substr(at, point.size);
        } else if (!word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
        at += point.size;
    }
    if (!word.empty()) out.push_back(std::move(word));
    return out;
}

std::string list(const std::vector<std::string>& items, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? " " + std::string(last) + " " : std::string(", ");
        out += items[i];
    }
    return out;
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

std::string sentence(std::string_view text) {
    std::string out(trimmed(text));
    if (out.empty() || out.ends_with('.') || out.ends_with('?') || out.ends_with('!')) return out;
    return out + ".";
}

}  // namespace folkmoot::text
