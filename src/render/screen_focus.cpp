// How the focus moves on the full screen: ScreenModel's part for the arrows.
#include <algorithm>

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

void ScreenModel::move_page(bool down) {
    const Layout at = layout();
    const std::size_t rows = std::max<std::size_t>(focus_.in_question ? at.question_rows : at.body_rows, 1);
    const auto& all = lines(focus_.in_question);
    if (all.empty()) return;
    const std::size_t wanted =
        down ? std::min(focus_.line + rows, all.size() - 1) : (focus_.line > rows ? focus_.line - rows : 0);
    const auto found = nth_stop(all, wanted, down);
    const auto stop = found ? found : nth_stop(all, wanted, !down);
    if (!stop || *stop == focus_.line) return tell(down ? "This is the last line." : "This is the first line.");
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
