// How the focus moves on the full screen: ScreenModel's part for the arrows.
#include <algorithm>
#include <iterator>

#include "src/render/screen_model.h"

namespace folkmoot {

bool ScreenModel::move(bool down) {
    const auto& here = lines(focus_.in_question);
    const auto next = nth_stop(here, down ? focus_.line + 1 : focus_.line - 1, down);
    if (next) {
        focus_.line = *next;
    } else if (down != focus_.in_question && !lines(!focus_.in_question).empty()) {
        // From the page's last line down into the question, and back.
        const auto& other = lines(!focus_.in_question);
        const auto there = nth_stop(other, down ? 0 : other.size() - 1, down);
        if (!there) return false;
        focus_ = {!focus_.in_question, *there};
    } else {
        return false;
    }
    keep_in_window();
    return true;
}

/// To the first line of the next page or of the one before; on the last page to its end, on the first to its beginning.
void ScreenModel::move_page(bool down) {
    const auto& all = lines(focus_.in_question);
    if (all.empty()) return;
    const auto pages = starts(focus_.in_question, layout());
    const auto after = std::ranges::upper_bound(pages, focus_.line);
    if (down && after == pages.end()) return move_to_end(true);
    if (!down && after - pages.begin() < 2) return move_to_end(false);
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
