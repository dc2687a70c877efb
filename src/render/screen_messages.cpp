// What is said on the full screen's message rows, and when: ScreenModel's part for messages.
#include <utility>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/render/screen_model.h"

namespace folkmoot {

void ScreenModel::tell(const std::string& text) { due_.push_back({text}); }

void ScreenModel::tell_wrong(const std::string& text) {
    error_due_ = true;
    tell(text);
}

void ScreenModel::go_to_message() {
    if (message_.empty()) message_ = last_message_;
    on_message_ = !message_.empty();
    if (!on_message_) tell("There is no message yet.");
}

/// Several at once stand behind each other; when there is no room for all of them the first and the latest stay.
void ScreenModel::show_message() {
    if (due_.empty()) return;
    std::string before;
    // As much as is free while there is no message.
    message_.swap(before);
    const Layout at = layout();
    std::vector<std::string> due;
    for (const Due& each : std::exchange(due_, {}))
        due.push_back(each.shortens ? unheard_part(each.said, at) : each.said);
    const std::size_t free = at.body_rows > body_.size() ? at.body_rows - body_.size() : 0;
    message_.swap(before);
    const auto fits = [&](const std::string& said) {
        return text::wrap(said, std::max<std::size_t>(at.columns, 1)).size() <= at.message_rows + free;
    };
    const auto joined = [&](std::size_t from) {
        std::string said;
        for (std::size_t i = from; i < due.size(); ++i) said += (said.empty() ? "" : " ") + due[i];
        return said;
    };
    std::string all = joined(0);
    for (std::size_t from = 2; !fits(all) && from < due.size(); ++from) all = due.front() + " ... " + joined(from);
    if (!fits(all) && due.size() > 1) all = due.front();
    // A reader that speaks what has changed would stay silent.
    message_ = all == message_ ? "Again: " + all : all;
    last_message_ = message_;
    error_has_cursor_ = std::exchange(error_due_, false) && settings_.errors_take_cursor;
    keep_in_window();
}

/// "Note 1 kept: The lift is out." is "Note 1 kept." where the page in sight says "note 1, The lift is out": whoever
/// listens would hear it twice.
std::string ScreenModel::unheard_part(const std::string& said, const Layout& at) const {
    constexpr std::string_view kept = " kept: ";
    const std::size_t before = said.find(kept);
    if (before == std::string::npos || field_ || reading_) return said;
    std::string_view rest = std::string_view(said).substr(before + kept.size());
    if (rest.ends_with('.')) rest.remove_suffix(1);
    if (rest.empty()) return said;
    std::string thing;
    for (std::size_t i = top_; i < page_end(false, top_, at); ++i) {
        if (body_[i].row == 0)
            thing.clear();
        else
            thing += ' ';
        thing += text::one_line(body_[i].text);
        if (body_[i].item && thing.find(fmt::format(", {}", rest)) != std::string::npos)
            return fmt::format("{} kept.", said.substr(0, before));
    }
    return said;
}

}  // namespace folkmoot
