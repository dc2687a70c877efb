#include "src/render/body.h"

#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr std::size_t indent_of_what_follows = 2;

class Lines {
public:
    Lines(std::size_t columns, bool spaced) : columns_(columns), spaced_(spaced) {}

    void add(const std::string& said, Style style) {
        if (said.empty()) return;
        add_rows(text::wrap(text::printable(said), columns_), style, {});
    }
    void add_item(const std::string& said, const std::vector<Act>& acts, std::size_t enter = 0) {
        add_rows(text::wrap(text::printable(said), columns_, indent_of_what_follows), Style::plain, acts, items_,
                 enter);
        ++items_;
    }
    void blank() {
        if (spaced_ && !lines_.empty()) lines_.push_back({"", Style::plain, false, things_, 0, std::nullopt, {}, 0});
    }
    [[nodiscard]] bool after_heading() const { return !lines_.empty() && lines_.back().style == Style::heading; }
    std::vector<BodyLine> take() { return std::move(lines_); }

private:
    void add_rows(const std::vector<std::string>& rows, Style style, const std::vector<Act>& acts,
                  std::optional<std::size_t> item = std::nullopt, std::size_t enter = 0) {
        for (std::size_t row = 0; row < rows.size(); ++row)
            lines_.push_back({rows[row], style, !rows[row].empty(), things_, row, item, acts, enter});
        ++things_;
    }

    std::size_t columns_;
    bool spaced_;
    std::vector<BodyLine> lines_;
    std::size_t things_ = 0;
    std::size_t items_ = 0;
};

constexpr std::size_t bar_cells = 20;

/// The bars of a list begin in one column.
std::size_t bar_column(const List& list) {
    std::size_t widest = 0;
    for (const ListItem& item : list.items)
        if (item.percent) widest = std::max(widest, text::width(text::printable(item.text)));
    return widest + 2;
}

std::string with_bar(const std::string& said, int percent, std::size_t column, std::size_t columns) {
    if (column + bar_cells > columns) return said;
    const std::size_t width = text::width(text::printable(said));
    const auto cells = static_cast<std::size_t>(std::clamp(percent, 0, 100)) * bar_cells / 100;
    return said + std::string(column - width, ' ') +
           std::string(percent > 0 ? std::max<std::size_t>(cells, 1) : 0, '#');
}

}  // namespace

std::vector<BodyLine> body_lines(const Page& page, const BodyLook& look) {
    Lines lines(look.columns, look.for_eyes);
    const auto how = [&](const Hint& hint) {
        return look.hints ? with_keys(hint.keys, look.keys, look.single_keys) : std::string();
    };
    for (const Block& block : page.blocks) {
        if (const auto* paragraph = std::get_if<Text>(&block)) {
            lines.add(with_how(paragraph->text, how(paragraph->how)), Style::plain);
        } else if (const auto* heading = std::get_if<Heading>(&block)) {
            lines.blank();
            lines.add(heading->text, Style::heading);
        } else if (const auto* list = std::get_if<List>(&block)) {
            const std::size_t column = bar_column(*list);
            for (const ListItem& item : list->items) {
                const std::string said = with_how(item.text, how(item.how));
                lines.add_item(
                    look.for_eyes && item.percent ? with_bar(said, *item.percent, column, look.columns) : said,
                    item.acts, item.enter);
            }
            if (list->items.empty()) lines.add(list->when_empty, Style::plain);
        } else if (const auto* hint = std::get_if<Hint>(&block); hint != nullptr && look.hints && !hint->keys.empty()) {
            if (!lines.after_heading()) lines.blank();
            lines.add(how(*hint), Style::plain);
        }
    }
    return lines.take();
}

std::optional<std::size_t> nth_stop(const std::vector<BodyLine>& lines, std::size_t from, bool down) {
    for (std::size_t i = from; i < lines.size(); down ? ++i : --i) {  // --0 is past the end too
        if (lines[i].stop) return i;
    }
    return std::nullopt;
}

std::vector<std::size_t> page_starts(const std::vector<BodyLine>& lines, std::size_t rows) {
    rows = std::max<std::size_t>(rows, 1);
    std::vector<std::size_t> starts{0};
    while (lines.size() - starts.back() > rows) {
        const std::size_t full = starts.back() + rows;
        std::size_t next = full;
        while (next > starts.back() && lines[next].row > 0) --next;
        while (next > starts.back() && lines[next - 1].style == Style::heading) --next;
        if (next == starts.back()) next = full;
        while (next + 1 < lines.size() && lines[next].text.empty()) ++next;
        starts.push_back(next);
    }
    return starts;
}

std::vector<BodyLine> question_lines(const Question& question, std::size_t columns) {
    Lines lines(columns, true);
    lines.add(question.text, Style::heading);
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        lines.add_item(fmt::format("{}. {}", i + 1, in_words(question.choices[i])), {});
    return lines.take();
}

}  // namespace folkmoot
