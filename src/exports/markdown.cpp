#include "src/exports/markdown.h"

#include <algorithm>
#include <string_view>

#include "src/base/text.h"

namespace folkmoot {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The character at `at`, or a blank beyond the ends: CommonMark treats both ends of a line as white space.
char at_or_blank(std::string_view line, std::size_t at) { return at < line.size() ? line[at] : ' '; }

bool begins_entity(std::string_view line, std::size_t at) {
    std::size_t i = at + 1;
    if (at_or_blank(line, i) == '#') ++i;
    const std::size_t first = i;
    while (is_word(at_or_blank(line, i))) ++i;
    return i > first && at_or_blank(line, i) == ';';
}

/// What means something anywhere in a line. ">", "(" and "!" do so only after a live "[" or "<", and there is never
/// one. "]" is escaped because cmark-gfm ticks a task whose line has "[x]" anywhere, even after a backslash. A bare
/// web address may become a link, which is what a reader wants.
bool means_something_inside(std::string_view line, std::size_t at) {
    switch (line[at]) {
        case '\\':
        case '`':
        case '*':
        case '~':
        case '[':
        case ']':
        case '{':
            return true;
        case '<':
            return !is_blank(at_or_blank(line, at + 1));
        case '&':
            return begins_entity(line, at);
        case '_':
            return at == 0 || !is_word(line[at - 1]) || !is_word(at_or_blank(line, at + 1));
        default:
            return false;
    }
}

/// Where the character stands that would make a block of this line: a quote, heading, list item, rule, underline of
/// a heading, table row or definition. npos when none does.
std::size_t block_mark(std::string_view line) {
    if (line.empty()) return std::string_view::npos;
    const char c = line.front();
    if (c == '>' || c == '#' || c == '=' || c == '|') return 0;
    if (c == '-' || c == '+' || c == ':') return is_word(at_or_blank(line, 1)) ? std::string_view::npos : 0;
    std::size_t digits = 0;
    while (is_digit(at_or_blank(line, digits))) ++digits;
    const char after = at_or_blank(line, digits);
    const bool numbered = digits > 0 && (after == '.' || after == ')') && is_blank(at_or_blank(line, digits + 1));
    return numbered ? digits : std::string_view::npos;
}

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    return line;
}

std::string escaped(std::string_view line, std::size_t mark) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == mark || means_something_inside(line, i)) out += '\\';
        out += line[i];
    }
    return out;
}

std::string escaped_line(std::string_view line) { return escaped(line, block_mark(line)); }

std::string escaped_heading(const std::string& raw) {
    const std::string clean = text::one_line(text::printable(raw));
    const std::string_view line = trimmed(clean);
    // "#" at the end of a heading would be taken for its closing mark.
    const std::size_t mark = line.ends_with('#') ? line.size() - 1 : std::string_view::npos;
    return line.empty() ? "(no title)" : escaped(line, mark);
}

/// A text of several lines, all but the first behind `indent`: an empty line parts paragraphs, a backslash at a
/// line's end keeps its break.
std::string escaped_text(const std::string& raw, const std::string& indent) {
    const std::string clean = text::printable(raw);
    std::string out;
    bool parted = false;
    for (std::size_t begin = 0; begin <= clean.size();) {
        const std::size_t end = std::min(clean.find('\n', begin), clean.size());
        const std::string_view line = trimmed(std::string_view(clean).substr(begin, end - begin));
        begin = end + 1;
        if (line.empty()) {
            parted = true;
            continue;
        }
        if (!out.empty()) out += (parted ? "\n\n" : "\\\n") + indent;
        out += escaped_line(line);
        parted = false;
    }
    return out.empty() ? "(no words)" : out;
}

void write_lines(std::string& out, const std::vector<Document::Line>& lines, const std::string& indent) {
    for (const Document::Line& line : lines) {
        out += indent + "- ";
        if (line.done) out += *line.done ? "[x] " : "[ ] ";
        out += escaped_text(line.text, indent + "  ") + "\n";
        write_lines(out, line.below, indent + "  ");
    }
}

/// A bar would end the cell, whatever stands around it.
std::string escaped_cell(const std::string& raw) {
    std::string out;
    for (const char c : escaped(text::one_line(text::printable(raw)), std::string_view::npos)) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

void write_row(std::string& out, const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) out += "| " + escaped_cell(cell) + " ";
    out += "|\n";
}

struct BlockWriter {
    std::string& out;

    void operator()(const Document::Heading& heading) const {
        out += std::string(static_cast<std::size_t>(heading.level), '#') + " " + escaped_heading(heading.text) + "\n";
    }
    void operator()(const Document::Paragraph& paragraph) const { out += escaped_text(paragraph.text, "") + "\n"; }
    void operator()(const Document::List& list) const { write_lines(out, list.lines, ""); }
    void operator()(const Document::Terms& block) const {
        for (const Document::Term& term : block.terms) {
            out += "- " + escaped_text(term.name, "  ") + ": " + escaped_text(term.text, "  ") + "\n";
            if (!term.example.empty()) out += "  - " + escaped_text(example_in_words(term), "    ") + "\n";
        }
    }
    void operator()(const Document::Table& table) const {
        out += escaped_text(text::one_line(table.caption), "") + "\n\n";
        write_row(out, table.columns);
        for (std::size_t i = 0; i < table.columns.size(); ++i) out += "|---";
        out += "|\n";
        for (const auto& row : table.rows) write_row(out, row);
    }
    void operator()(const Document::Chart& chart) const {
        out += escaped_text(chart.words, "") + "\n\n";
        (*this)(chart.table);
    }
};

}  // namespace

std::string to_markdown(const Document& document) {
    std::string out = "# " + escaped_heading(document.title) + "\n";
    for (const Document::Block& block : document.blocks) {
        out += "\n";
        std::visit(BlockWriter{out}, block);
    }
    return out;
}

}  // namespace folkmoot
