#include "src/exports/html.h"

#include <map>
#include <string_view>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/html_parts.h"

namespace folkmoot {

using namespace html_parts;

namespace {

constexpr std::size_t worth_a_contents = 5;

/// The colours are the reader's own, light or dark. They are named, because a checker takes an unnamed ground for
/// white.
constexpr std::string_view style =
    ":root { color-scheme: light dark; background: Canvas; color: CanvasText; }\n"
    "a { color: LinkText; }\n"
    "body { max-width: 42em; margin: 0 auto; padding: 1em; font-family: sans-serif; line-height: 1.5; "
    "overflow-wrap: anywhere; }\n"
    "h1, h2, h3 { line-height: 1.25; }\n"
    "h2 { margin-top: 2em; }\n"
    "dt { margin-top: 1em; font-weight: bold; }\n"
    "dd { margin-left: 1.5em; }\n"
    "code { font-family: monospace, monospace; font-size: 1em; }\n"
    "nav li, main li { margin: 0.4em 0; }\n";

/// A letter size in points alone would be smaller than that of a reader whose browser has larger ones. The margins
/// shrink with the window, so that a narrow one still holds a few words a line.
constexpr std::string_view large_style =
    ":root { font-size: 160%; font-size: max(18pt, 160%); }\n"
    "* { font-style: normal; }\n"
    "body { max-width: 34em; padding: 1em max(0.5em, 6vw); text-align: left; hyphens: none; }\n"
    "h1, h2, h3 { line-height: 1.5; }\n"
    "h1 { font-size: 1.5em; }\n"
    "h2 { font-size: 1.3em; }\n"
    "h3 { font-size: 1.15em; }\n"
    "svg { max-width: none; }\n"
    "@page { margin: 2.5cm; }\n"
    "@media print {\n"
    ":root { font-size: 18pt; color-scheme: light; background: #fff; color: #000; }\n"
    "body { max-width: none; padding: 0; }\n"
    "nav { display: none; }\n"
    "h1, h2, h3 { break-after: avoid; }\n"
    "li { break-inside: avoid; }\n"
    "}\n";

/// A heading's name inside the page. The number keeps headings of the same words apart.
std::string anchor(std::size_t number) { return fmt::format("part-{}", number); }

std::string escaped_words(const std::string& raw) { return raw.empty() ? "(no words)" : escaped(raw); }

class Writer {
public:
    std::string text{};

    void operator()(const Document::Heading& heading) {
        // Level 1 is the title's, and the last is 6.
        const int level = std::min(std::max(heading.level, 2), 6);
        text += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level, anchor(++headings_), escaped_line(heading.text));
    }
    void operator()(const Document::Paragraph& paragraph) {
        text += fmt::format("<p>{}</p>\n", escaped_words(paragraph.text));
    }
    void operator()(const Document::List& list) { lines(list.lines); }
    void operator()(const Document::Terms& block) {
        if (block.terms.empty()) return;
        text += "<dl>\n";
        for (const auto& term : block.terms) {
            text += fmt::format("<dt>{}</dt>\n<dd>{}", escaped_line(term.name), escaped(term.text));
            if (!term.example.empty()) text += fmt::format("<br>\nFor example: <code>{}</code>", escaped(term.example));
            text += "</dd>\n";
        }
        text += "</dl>\n";
    }
    void operator()(const Document::Table& block) { text += table(block, ++figures_); }
    void operator()(const Document::Chart& block) {
        text += chart(block, ++figures_);
        text += table(block.table, ++figures_);
    }
    [[nodiscard]] bool has_figures() const { return figures_ > 0; }

private:
    void lines(const std::vector<Document::Line>& all) {
        if (all.empty()) return;
        text += "<ul>\n";
        for (const auto& line : all) {
            text += "<li>";
            if (line.done) text += *line.done ? "Done: " : "To do: ";
            text += escaped_words(line.text);
            if (!line.below.empty()) text += "\n";
            lines(line.below);
            text += "</li>\n";
        }
        text += "</ul>\n";
    }

    std::size_t headings_ = 0, figures_ = 0;
};

std::string contents(const Document& document) {
    std::string links;
    std::size_t number = 0, shown = 0;
    for (const auto& block : document.blocks) {
        const auto* heading = std::get_if<Document::Heading>(&block);
        if (heading == nullptr) continue;
        ++number;
        if (heading->level > 2) continue;
        ++shown;
        links += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor(number), escaped_line(heading->text));
    }
    if (shown < worth_a_contents) return "";
    return fmt::format("<nav aria-label=\"Contents\">\n<ul>\n{}</ul>\n</nav>\n", links);
}

}  // namespace

std::string to_html(const Document& document, Letters letters) {
    Writer writer;
    for (const auto& block : document.blocks) std::visit(writer, block);
    const std::string title = escaped_line(document.title);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{0}</title>\n<style>\n{1}{4}{5}</style>\n</head>\n<body>\n<header>\n<h1>{0}</h1>\n</header>\n{2}"
        "<main>\n{3}</main>\n</body>\n</html>\n",
        title, style, contents(document), writer.text, writer.has_figures() ? figures_style : std::string_view(),
        letters == Letters::large ? large_style : std::string_view());
}

}  // namespace folkmoot
