#include "src/exports/man.h"

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The code point that begins at `at`, which moves behind it. `text` is sound UTF-8.
unsigned long code_point(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    unsigned long code = first < 0xE0U ? first & 0x1FU : first < 0xF0U ? first & 0x0FU : first & 0x07U;
    while (at < text.size() && continues(text[at]))
        code = code << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return code;
}

/// troff would make typographer's marks of these; a command has to come out as it is typed.
std::string_view plain_mark(char c) {
    switch (c) {
        case '\\':
            return "\\e";
        case '-':
            return "\\-";
        case '\'':
            return "\\(aq";
        case '`':
            return "\\(ga";
        case '"':
            return "\\(dq";
        case '^':
            return "\\(ha";
        case '~':
            return "\\(ti";
        default:
            return "";
    }
}

/// As text: no mark of it means something to troff, and no line of it begins with a request.
std::string escaped_line(const std::string& raw) {
    const std::string line = text::one_line(text::printable(raw));
    std::string out = line.starts_with('.') ? "\\&" : "";
    for (std::size_t at = 0; at < line.size();) {
        if (static_cast<unsigned char>(line[at]) >= 0x80U) {
            out += fmt::format("\\[u{:04X}]", code_point(line, at));
            continue;
        }
        const std::string_view mark = plain_mark(line[at]);
        out += mark.empty() ? std::string(1, line[at]) : std::string(mark);
        ++at;
    }
    return out;
}

/// A paragraph's lines stay lines.
std::string escaped(const std::string& raw) {
    std::string out;
    const std::string clean = text::printable(raw);
    for (std::size_t begin = 0; begin <= clean.size();) {
        const std::size_t end = std::min(clean.find('\n', begin), clean.size());
        const std::string line = escaped_line(clean.substr(begin, end - begin));
        begin = end + 1;
        if (line.empty()) continue;
        out += (out.empty() ? "" : ".br\n") + line + "\n";
    }
    return out.empty() ? "(no words)\n" : out;
}

struct BlockWriter {
    std::string& out;

    void operator()(const Document::Heading& heading) const {
        out += fmt::format("{} \"{}\"\n", heading.level <= 2 ? ".SH" : ".SS", escaped_line(heading.text));
    }
    void operator()(const Document::Paragraph& paragraph) const { out += ".PP\n" + escaped(paragraph.text); }
    void operator()(const Document::List& list) const { lines(list.lines); }
    void operator()(const Document::Terms& block) const {
        for (const auto& term : block.terms) {
            out += fmt::format(".TP\n\\fB{}\\fR\n{}", escaped_line(term.name), escaped(term.text));
            if (!term.example.empty()) out += fmt::format(".br\n{}", escaped(example_in_words(term)));
        }
    }
    void operator()(const Document::Table& table) const {
        out += ".PP\n" + escaped(text::one_line(table.caption));
        lines(in_lines(table).lines);
    }
    void operator()(const Document::Chart& chart) const {
        out += ".PP\n" + escaped(chart.words);
        (*this)(chart.table);
    }

private:
    void lines(const std::vector<Document::Line>& all) const {
        for (const auto& line : all) {
            const std::string done = !line.done ? "" : *line.done ? "Done: " : "To do: ";
            out += ".IP \\- 2\n" + escaped(done + line.text);
            if (line.below.empty()) continue;
            out += ".RS 2\n";
            lines(line.below);
            out += ".RE\n";
        }
    }
};

}  // namespace

std::string to_man(const Document& document, std::string_view name, std::string_view version) {
    std::string out = fmt::format(".TH \"{0}\" 1 \"\" \"{0} {1}\" \"\"\n", escaped_line(std::string(name)),
                                  escaped_line(std::string(version)));
    // Words are not broken: a listener hears the halves, and a finger finds half a command.
    out += ".nh\n.ad l\n";
    for (const auto& block : document.blocks) std::visit(BlockWriter{out}, block);
    return out;
}

}  // namespace folkmoot
