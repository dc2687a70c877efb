// Where the focus is and how it moves, and which page of the lines it is on: ScreenModel's part for the arrows.
#include <algorithm>
#include <iterator>

#include "src/render/screen_model.h"

namespace folkmoot {

/// What is needed next, else the first line with which something can be done, else the first line.
void ScreenModel::focus_on_needed() {
    const auto find = [&](auto fits) {
        const auto found = std::ranges::find_if(body_, fits);
        return found == body_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - body_.begin()));
    };
    auto line = page_.focus ? find([&](const BodyLine& each) { return each.item == page_.focus; }) : std::nullopt;
    if (!line) line = find([](const BodyLine& each) { return !each.acts.empty(); });
    if (!line) line = nth_stop(body_, 0, true);
    focus_ = {false, line.value_or(0)};
}

void ScreenModel::focus_on_question() {
    if (!focus_.in_question) focus_before_question_ = focus_;
    const auto first = std::ranges::find_if(question_, [](const BodyLine& each) { return each.item == 0U; });
    focus_ = {true, first == question_.end() ? 0 : static_cast<std::size_t>(first - question_.begin())};
    question_top_ = 0;
}

/// Finds the focused thing among the new lines: by what it does, else by its text, else by its place.
void ScreenModel::keep_focus(const std::vector<BodyLine>& before, const BodyLine& was) {
    if (focus_.in_question && question_.empty()) return focus_on_needed();
    const auto& now = lines(focus_.in_question);
    if (now == before) return;
    const auto same = [&](const BodyLine& each) {
        if (each.row != was.row && each.row != 0) return false;
        if (!was.acts.empty() && !each.acts.empty()) return each.acts.front().intent == was.acts.front().intent;
        return each.stop && each.text == was.text;
    };
    auto found = std::ranges::find_if(now, same);
    if (found == now.end())
        found = std::ranges::find_if(now, [&](const BodyLine& each) { return each.stop && each.thing >= was.thing; });
    if (found == now.end()) return focus_on_needed();
    focus_.line = static_cast<std::size_t>(found - now.begin());
    keep_in_window();
}

/// At its edge a list turns a whole page, so that only that one key draws it anew.
void ScreenModel::keep_in_window() {
    const Layout at = layout();
    const auto pages = starts(focus_.in_question, at);
    const auto after = std::ranges::upper_bound(pages, focus_.line);
    (focus_.in_question ? question_top_ : top_) = *std::prev(after);
    // The page under a question keeps a border of its own.
    if (!focus_.in_question) return;
    const auto body_pages = starts(false, at);
    top_ = *std::prev(std::ranges::upper_bound(body_pages, top_));
}

std::size_t ScreenModel::rows_for(bool of_question, const Layout& at) const {
    return std::max<std::size_t>(of_question ? at.question_rows : at.body_rows, 1);
}

std::vector<std::size_t> ScreenModel::starts(bool of_question, const Layout& at) const {
    return page_starts(lines(of_question), rows_for(of_question, at));
}

std::size_t ScreenModel::page_end(bool of_question, std::size_t top, const Layout& at) const {
    const auto pages = starts(of_question, at);
    const auto after = std::ranges::upper_bound(pages, top);
    return after == pages.end() ? std::min(lines(of_question).size(), top + rows_for(of_question, at)) : *after;
}

bool ScreenModel::move(bool down) {
    const auto& here = lines(focus_.in_question);
    const auto next = nth_stop(here, down ? focus_.line + 1 : focus_.line - 1, down);
    if (next) {
        focus_.line = *next;
    } else if (down == focus_.in_question || !cross_over(down)) {
        return false;
    }
    keep_in_window();
    return true;
}

/// From the page's last line down into the question, and back.
bool ScreenModel::cross_over(bool down) {
    const auto& other = lines(!focus_.in_question);
    if (other.empty()) return false;
    const auto there = nth_stop(other, down ? 0 : other.size() - 1, down);
    if (!there) return false;
    focus_ = {!focus_.in_question, *there};
    return true;
}

/// To the first line of the next page or of the one before; on the last page to its end, on the first to its beginning.
void ScreenModel::move_page(bool down) {
    const auto& all = lines(focus_.in_question);
    if (all.empty()) return;
    const auto pages = starts(focus_.in_question, layout());
    const auto after = std::ranges::upper_bound(pages, focus_.line);
    const bool leaves = down ? after == pages.end() : after - pages.begin() < 2;
    if (leaves && down != focus_.in_question && cross_over(down)) return keep_in_window();
    if (leaves) return move_to_end(down);
    const auto stop = nth_stop(all, down ? *after : *std::prev(after, 2), true);
    if (!stop) return move_to_end(down);
    focus_.line = *stop;
    keep_in_window();
}

void ScreenModel::move_to_end(bool last) {
    const auto& all = lines(focus_.in_question);
    if (all.empty()) return;
    const auto stop = nth_stop(all, last ? all.size() - 1 : 0, !last);
    if (!stop || *stop == focus_.line) return tell(last ? "This is the last line." : "This is the first line.");
    focus_.line = *stop;
    keep_in_window();
}

}  // namespace folkmoot
