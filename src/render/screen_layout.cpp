// Where things are on the full screen: ScreenModel's part that draws.
#include <algorithm>

#include <fmt/format.h>

#include "src/base/ascii.h"
#include "src/base/text.h"
#include "src/render/screen_model.h"
#include "src/render/stars.h"

namespace folkmoot {

namespace {

constexpr std::size_t fewest_rows = 8;
constexpr std::size_t fewest_columns = 30;
constexpr std::size_t roomy_rows = 16;     ///< from here on a blank row stands under the title
constexpr std::size_t wide_columns = 120;  ///< from here on the agenda stands beside the page
constexpr std::size_t bar_cells = 12;
constexpr std::size_t bar_columns = 70;  ///< from here on the time has a bar

std::string fitted(const std::string& said, std::size_t columns) {
    if (text::width(said) <= columns) return said;
    std::string cut;
    std::size_t width = 0;
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t after = text::next_grapheme(said, at);
        width += text::width(said.substr(at, after - at));
        if (width > columns) break;
        cut += said.substr(at, after - at);
        at = after;
    }
    return cut;
}

std::string bar(int percent) {
    const auto full = static_cast<std::size_t>(percent) * bar_cells / 100;
    return "[" + std::string(full, '#') + std::string(bar_cells - full, '.') + "] ";
}

}  // namespace

std::string text_of(const std::vector<Span>& row) {
    std::string all;
    for (const Span& span : row) {
        const std::size_t width = text::width(all);
        if (width < span.column) all += std::string(span.column - width, ' ');
        all += span.text;
    }
    return all;
}

std::string ScreenModel::shown(const std::string& said) const {
    const std::string clean = text::printable(said);
    return settings_.utf8 ? clean : ascii_form(clean);
}

bool ScreenModel::too_small() const { return size_.rows < fewest_rows || size_.columns < fewest_columns; }

bool ScreenModel::has_aside() const {
    return !settings_.reader && size_.columns >= wide_columns && !reading_ && !page_.aside.empty();
}

std::size_t ScreenModel::body_columns() const { return has_aside() ? size_.columns * 3 / 5 : size_.columns; }

ScreenModel::Layout ScreenModel::layout() const {
    Layout at;
    at.columns = size_.columns;
    if (too_small()) return at;
    at.title_rows = title_lines().size();
    std::size_t above = at.title_rows;
    if (!settings_.reader) at.time_row = above++;
    if (size_.rows >= roomy_rows) ++above;
    std::size_t below = size_.rows;
    if (settings_.hints != Hints::none) at.keys_row = --below;
    at.message_rows = size_.rows > fewest_rows + 2 ? 2 : 1;
    if (field_)
        at.field_rows = std::min(field_rows(field_->label, field_->field, size_.columns).rows.size(), size_.rows / 3);
    std::size_t rest = below - above - at.message_rows;
    at.field_rows = std::min(at.field_rows, rest);
    rest -= at.field_rows;
    // A long message takes rows that are free.
    const std::size_t used = body_.size() + (question_.empty() ? 0 : question_.size() + 1);
    const std::size_t wanted = text::wrap(shown(message_), size_.columns).size();
    if (wanted > at.message_rows && rest > used) {
        const std::size_t more = std::min(wanted - at.message_rows, rest - used);
        at.message_rows += more;
        rest -= more;
    }
    at.message_row = below - at.message_rows;
    at.field_row = at.message_row - at.field_rows;
    at.question_rows = std::min(question_.size(), rest > 1 ? rest - 1 : rest);
    at.body_row = above;
    at.body_rows = rest - at.question_rows;
    // The page and the question are apart when there is room.
    at.question_row = above + at.body_rows;
    if (at.question_rows > 0 && at.body_rows > body_.size()) {
        at.question_row = above + std::min(at.body_rows, body_.size() + 1);
    }
    return at;
}

/// A long title has a second row; what is longer than that is cut.
std::vector<std::string> ScreenModel::title_lines() const {
    auto rows = text::wrap(shown(page().title), std::max<std::size_t>(size_.columns, 1));
    if (rows.size() > 2) rows.resize(2);
    return rows;
}

std::vector<std::string> ScreenModel::message_lines(const Layout& at) const {
    auto rows = text::wrap(shown(message_), std::max<std::size_t>(at.columns, 1));
    if (rows.size() > at.message_rows && at.message_rows > 0) {
        constexpr std::string_view more = " ... :history";
        rows.resize(at.message_rows);
        const std::size_t room = at.columns > more.size() ? at.columns - more.size() : 0;
        rows.back() = text::wrap(rows.back(), std::max<std::size_t>(room, 1)).front() + std::string(more);
    }
    return rows;
}

Frame ScreenModel::frame() const {
    Frame frame;
    frame.rows.resize(size_.rows);
    if (too_small()) {
        const auto rows = text::wrap("The window is too small: 40 columns and 12 rows are needed. Nothing is lost.",
                                     std::max<std::size_t>(size_.columns, 1));
        for (std::size_t i = 0; i < rows.size() && i < size_.rows; ++i)
            frame.rows[i].push_back({0, fitted(rows[i], size_.columns), Style::plain});
        return frame;
    }
    const Layout at = layout();
    draw_header(frame, at);
    draw_lines(frame, at, false);
    draw_lines(frame, at, true);
    draw_aside(frame, at);
    draw_field(frame, at);
    draw_message(frame, at);
    frame.page_rows = at.field_row;
    if (at.keys_row) frame.rows[*at.keys_row].push_back({0, key_line(at.columns), Style::keys});
    put_cursor(frame, at);
    return frame;
}

void ScreenModel::draw_header(Frame& frame, const Layout& at) const {
    const auto title = title_lines();
    for (std::size_t i = 0; i < title.size(); ++i) frame.rows[i].push_back({0, title[i], Style::title});
    if (!settings_.reader && at.body_rows > 0 && body_.size() > at.body_rows) {
        // Eyes see that there is more; the cursor's way through the list says it to the others.
        const std::string more = page_end(false, top_, at) < body_.size() ? "more below" : "the last page";
        if (text::width(title.front()) + more.size() + 2 <= at.columns)
            frame.rows[0].push_back({at.columns - more.size(), more, Style::aside});
    }
    if (!at.time_row || !time_) return;
    // What cannot be read is worth less than the bar, which says nothing new.
    const bool has_bar = at.columns >= bar_columns && bar(0).size() + text::width(time_->words) <= at.columns;
    const std::string said = (has_bar ? bar(time_->percent) : "") + time_->words;
    frame.rows[*at.time_row].push_back({0, fitted(shown(said), at.columns), Style::time});
}

void ScreenModel::draw_lines(Frame& frame, const Layout& at, bool of_question) const {
    const auto& all = lines(of_question);
    const std::size_t top = of_question ? question_top_ : top_;
    const std::size_t row = of_question ? at.question_row : at.body_row;
    const std::size_t rows = of_question ? at.question_rows : at.body_rows;
    const std::size_t end = page_end(of_question, top, at);
    const BodyLine* has_focus = focused();
    const bool here = focus_.in_question == of_question && has_focus != nullptr && !settings_.reader && !field_;
    for (std::size_t i = 0; i < rows && top + i < end; ++i) {
        const BodyLine& line = all[top + i];
        if (line.text.empty()) continue;
        const bool focus = here && &line == has_focus;
        const std::string said = fitted(shown(line.text), of_question ? size_.columns : body_columns());
        // The whole line, because what is marked anew is what a reader of the stream says of it.
        frame.rows[row + i].push_back({0, said, focus ? Style::focus : line.style});
    }
}

void ScreenModel::draw_aside(Frame& frame, const Layout& at) const {
    if (!has_aside()) return;
    constexpr std::size_t gap = 3;
    const std::size_t column = body_columns() + gap;
    std::size_t row = at.body_row;
    for (std::size_t i = 0; i < page_.aside.size(); ++i) {
        for (const auto& part : text::wrap(shown(page_.aside[i]), at.columns - column, 2)) {
            if (row >= at.body_row + at.body_rows) return;
            frame.rows[row++].push_back({column, part, i == 0 ? Style::heading : Style::aside});
        }
        if (i == 0) ++row;
    }
}

void ScreenModel::draw_field(Frame& frame, const Layout& at) const {
    if (!field_) return;
    const FieldRows rows = field_rows(shown(field_->label), field_->field, at.columns);
    const std::size_t first = rows.cursor_row >= at.field_rows ? rows.cursor_row + 1 - at.field_rows : 0;
    for (std::size_t i = 0; i < at.field_rows && first + i < rows.rows.size(); ++i)
        frame.rows[at.field_row + i].push_back(
            {0, page_.secret ? starred(shown(rows.rows[first + i])) : shown(rows.rows[first + i]), Style::plain});
    frame.cursor_row = at.field_row + rows.cursor_row - first;
    frame.cursor_column = rows.cursor_column;
}

void ScreenModel::draw_message(Frame& frame, const Layout& at) const {
    frame.message_row = at.message_row;
    frame.message_rows = at.message_rows;
    const auto rows = message_lines(at);
    for (std::size_t i = 0; i < rows.size() && i < at.message_rows; ++i)
        frame.rows[at.message_row + i].push_back({0, rows[i], Style::message});
}

void ScreenModel::put_cursor(Frame& frame, const Layout& at) const {
    if (on_message_ || error_has_cursor_) {
        frame.cursor_column = 0;
        frame.cursor_row = at.message_row;
        return;
    }
    if (field_) return;
    frame.cursor_column = 0;
    const std::size_t top = focus_.in_question ? question_top_ : top_;
    const std::size_t row = focus_.in_question ? at.question_row : at.body_row;
    const std::size_t rows = focus_.in_question ? at.question_rows : at.body_rows;
    const std::size_t below_top = focus_.line >= top ? focus_.line - top : 0;
    frame.cursor_row = row + std::min(below_top, rows > 0 ? rows - 1 : 0);
}

std::string ScreenModel::key_line(std::size_t columns) const {
    // Each begins with the blanks that keep it apart.
    constexpr std::size_t apart = 2;
    const auto key_and = [&](Word word, std::string_view what) {
        const auto key = word == Word::help && !settings_.single_keys ? "?" : settings_.keys.of(word);
        return key.empty() ? std::string() : fmt::format("  {} {}", key, what);
    };
    if (reading_ && !field_) {
        const bool has_key = settings_.single_keys && !settings_.keys.of(Word::back).empty();
        const bool acts = std::ranges::any_of(body_, [](const BodyLine& each) { return !each.acts.empty(); });
        const std::string back = has_key ? (acts ? "{back} goes back" : "Enter or {back} goes back")
                                         : (acts ? "Ctrl-G goes back" : "Enter goes back");
        return fitted(in_keys(back + (acts ? ", Enter does what the line says" : "") + ", arrows read on"), columns);
    }
    if (field_ && !settings_.reader)
        return fitted("Enter keeps it  Ctrl-G leaves without keeping  Down reads the message", columns);
    const std::string anywhere =
        ": any word" + key_and(Word::help, "help") + (settings_.single_keys ? key_and(Word::quit, "leave") : "");
    // Always the same for readers, or it would be heard with every page. The last column stays free: filling it takes
    // a sequence of its own, in the middle of a word.
    if (settings_.reader) return fitted(anywhere, columns);
    --columns;
    const bool goes_on = std::ranges::find(page_.words, Word::next) != page_.words.end();
    if (!settings_.single_keys) return fitted(anywhere, columns);
    if (page_.question && !page_.question->waits) {
        const auto& choices = page_.question->choices;
        const bool stays = std::ranges::find(choices, "stay", &Choice::word) != choices.end();
        return fitted(fmt::format("1 to {} answers  Enter takes the one at the cursor{}", choices.size(),
                                  stays ? "  Esc stays here" : ""),
                      columns);
    }
    const std::string always = (goes_on ? key_and(Word::next, "next") + "  " : "  ") + anywhere;
    std::string line;
    for (const Word word : page_.words) {
        if (word == Word::next || word == Word::help || word == Word::quit) continue;
        const std::string one = key_and(word, info(word).name);
        if (line.size() + one.size() + always.size() > columns + apart) break;
        line += one;
    }
    return fitted((line + always).substr(apart), columns);
}

}  // namespace folkmoot
