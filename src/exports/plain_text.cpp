#include "src/exports/plain_text.h"

#include <algorithm>
#include <string_view>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr std::size_t narrowest = 20;
constexpr std::size_t paragraph_indent = 2;

class Writer {
public:
    explicit Writer(std::size_t columns) : columns_(std::max(columns, narrowest)) {}

    void heading(int level, const std::string& raw) {
        const std::string line = text::one_line(text::printable(raw));
        if (!out_.empty()) out_ += level <= 2 ? "\n\n" : "\n";
        wrapped(line.empty() ? "(no title)" : line, "", "    ");
    }
    void paragraph(const std::string& raw) {
        out_ += "\n";
        const std::string indent(paragraph_indent, ' ');
        wrapped(text::printable(raw), indent, indent);
    }
    void list(const Document::List& list) {
        out_ += "\n";
        lines(list.lines, "  ");
    }
    void terms(const Document::Terms& block) {
        out_ += "\n";
        for (const Document::Term& term : block.terms) {
            wrapped(text::printable(term.name + ": " + term.text), "  - ", "      ");
            if (!term.example.empty()) wrapped(text::printable(example_in_words(term)), "    - ", "        ");
        }
    }
    [[nodiscard]] const std::string& text() const { return out_; }

private:
    void lines(const std::vector<Document::Line>& all, const std::string& indent) {
        for (const Document::Line& line : all) {
            std::string clean = text::printable(line.text);
            if (line.done) clean.insert(0, *line.done ? "Done: " : "To do: ");
            wrapped(clean, indent + "- ", indent + "    ");
            lines(line.below, indent + "  ");
        }
    }

    void wrapped(const std::string& clean, const std::string& first, const std::string& rest) {
        const std::size_t room = columns_ - std::max(first.size(), rest.size());
        bool begun = false, parted = false;
        for (const std::string& line : text::wrap(clean, room)) {
            const std::size_t begin = line.find_first_not_of(' ');
            if (begin == std::string::npos) {
                parted = begun;
                continue;
            }
            if (parted) out_ += "\n";
            // In a paragraph this line would begin where list entries do.
            if (rest.size() == paragraph_indent && line[begin] == '-') out_ += "    ";
            out_ += (begun ? rest : first) + line.substr(begin) + "\n";
            begun = true;
            parted = false;
        }
        if (!begun) out_ += first + "(no words)\n";
    }

    std::size_t columns_;
    std::string out_{};
};

struct BlockWriter {
    Writer& writer;

    void operator()(const Document::Heading& block) const { writer.heading(block.level, block.text); }
    void operator()(const Document::Paragraph& block) const { writer.paragraph(block.text); }
    void operator()(const Document::List& block) const { writer.list(block); }
    void operator()(const Document::Terms& block) const { writer.terms(block); }
    void operator()(const Document::Table& block) const {
        writer.paragraph(text::one_line(block.caption));
        writer.list(in_lines(block));
    }
    void operator()(const Document::Chart& block) const {
        writer.paragraph(block.words);
        (*this)(block.table);
    }
};

}  // namespace

std::string to_plain_text(const Document& document, std::size_t columns) {
    Writer writer(columns);
    writer.heading(1, document.title);
    for (const Document::Block& block : document.blocks) std::visit(BlockWriter{writer}, block);
    return writer.text();
}

}  // namespace folkmoot
