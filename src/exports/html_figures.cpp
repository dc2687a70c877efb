// Tables and charts as HTML.
#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/html_parts.h"

namespace folkmoot::html_parts {

namespace {

// In units of the drawing, which is as wide as a narrow window and grows a little in a wide one.
constexpr double drawing_width = 320.0;
constexpr double line_height = 20.0;
constexpr double bar_height = 12.0;
constexpr double gap = 10.0;
constexpr double baseline = 14.0;  ///< of a label, below the top of its line
constexpr double thinnest = 1.0;   ///< so that nothing at all can be told from very little

/// What fits beside the value, in columns of a terminal: narrow letters leave room, and the widest are cut by the
/// drawing's edge. The table has all of it.
constexpr std::size_t label_columns = 40;

std::string shortened(const std::string& label, std::size_t columns) {
    if (text::width(label) <= columns) return label;
    std::string kept;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t end = text::next_grapheme(label, at);
        const std::string more = kept + label.substr(at, end - at);
        if (text::width(more) + 3 > columns) break;
        kept = more;
        at = end;
    }
    return kept + "...";
}

double length_of(double value, const Document::Chart& chart) {
    if (value <= chart.from || chart.to <= chart.from) return 0.0;
    const double share = std::min(1.0, (value - chart.from) / (chart.to - chart.from));
    return std::max(thinnest, share * drawing_width);
}

std::string bar(const Document::Chart& chart, const Document::Chart::Bar& bar, double top) {
    const std::string said = text::one_line(bar.said);
    const std::size_t taken = text::width(said) + 2;
    const std::string label =
        shortened(text::one_line(bar.label), label_columns > taken ? label_columns - taken : std::size_t{1});
    std::string drawn =
        fmt::format("<text x=\"0\" y=\"{:g}\">{}</text>\n", top + baseline, escaped(label + ": " + said));
    if (const double length = length_of(bar.value, chart); length > 0.0)
        drawn += fmt::format("<rect x=\"0\" y=\"{:g}\" width=\"{:.1f}\" height=\"{:g}\"/>\n", top + line_height, length,
                             bar_height);
    return drawn;
}

std::string mark(const Document::Chart& chart, double bottom) {
    const double at = std::min(length_of(chart.mark->value, chart), drawing_width - thinnest);
    return fmt::format(
        "<line x1=\"{0:.1f}\" y1=\"0\" x2=\"{0:.1f}\" y2=\"{1:g}\"/>\n<text x=\"0\" y=\"{2:g}\">{3}</text>\n", at,
        bottom, bottom + baseline, escaped(shortened(text::one_line(chart.mark->text), label_columns)));
}

}  // namespace

const std::string_view figures_style =
    "table { border-collapse: collapse; }\n"
    "caption { text-align: left; font-weight: bold; padding: 0.3em 0; }\n"
    "th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: left; vertical-align: top; "
    "overflow-wrap: break-word; }\n"
    "tbody th { font-weight: normal; min-width: 6em; overflow-wrap: anywhere; }\n"
    ".wide { overflow-x: auto; margin: 1em 0; }\n"
    "svg { display: block; width: 100%; max-width: 28em; height: auto; margin: 1em 0; fill: currentColor; "
    "stroke: none; font-family: sans-serif; font-size: 14px; }\n"
    "svg line { stroke: currentColor; stroke-width: 2; stroke-dasharray: 4 3; }\n"
    "@media print {\n"
    ":root { color-scheme: light; background: #fff; color: #000; }\n"
    "body { max-width: none; padding: 0; }\n"
    "nav { display: none; }\n"
    "h1, h2, h3, h4, caption { break-after: avoid; }\n"
    ".wide { overflow: visible; }\n"
    "table, tr, svg, li, dt { break-inside: avoid; }\n"
    "dt { break-after: avoid; }\n"
    "thead { display: table-header-group; }\n"
    "}\n";

std::string table(const Document::Table& table, std::size_t number) {
    const std::string name = fmt::format("table-{}", number);
    std::string all = fmt::format(
        "<div class=\"wide\" role=\"group\" aria-labelledby=\"{0}\" tabindex=\"0\">\n<table>\n<caption "
        "id=\"{0}\">{1}</caption>\n<thead>\n<tr>",
        name, escaped_line(table.caption));
    for (const std::string& column : table.columns)
        all += fmt::format("<th scope=\"col\">{}</th>", escaped_line(column));
    all += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        all += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            all += i == 0 ? fmt::format("<th scope=\"row\">{}</th>", escaped_line(row[i]))
                          : fmt::format("<td>{}</td>", escaped(text::one_line(row[i])));
        all += "</tr>\n";
    }
    return all + "</tbody>\n</table>\n</div>\n";
}

std::string chart(const Document::Chart& chart, std::size_t number) {
    constexpr double row = line_height + bar_height + gap;
    const double bottom = row * static_cast<double>(chart.bars.size());
    const double height = bottom + (chart.mark ? line_height : 0.0);
    std::string all = fmt::format(
        "<svg role=\"img\" aria-labelledby=\"chart-{0}-title chart-{0}-desc\" viewBox=\"0 0 {1:g} {2:g}\">\n"
        "<title id=\"chart-{0}-title\">{3}</title>\n<desc id=\"chart-{0}-desc\">{4}</desc>\n",
        number, drawing_width, height, escaped_line(chart.title),
        escaped("A bar for each row of the table that follows. " + text::one_line(chart.words)));
    double top = 0.0;
    for (const auto& each : chart.bars) {
        all += bar(chart, each, top);
        top += row;
    }
    if (chart.mark) all += mark(chart, bottom);
    return all + "</svg>\n";
}

}  // namespace folkmoot::html_parts
