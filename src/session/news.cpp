#include "src/session/news.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// Folded: one partnership's groups may write "o1" and "O1".
std::vector<std::string> objectives_of(const State& state) {
    std::vector<std::string> ids;
    for (const Objective& each : state.plan.objectives) ids.push_back(text::folded(each.id));
    for (const AgendaItem& each : state.agenda) {
        for (const std::string& id : each.item.objectives) ids.push_back(text::folded(id));
    }
    return ids;
}

bool is_pinned(const State& state) {
    return std::ranges::any_of(state.agenda, [](const AgendaItem& each) { return !each.item.objectives.empty(); });
}

}  // namespace

std::vector<News> news_that_touches(const State& state) {
    const std::vector<std::string> ours = objectives_of(state);
    const bool pinned = is_pinned(state);
    std::vector<News> news = state.plan.carry_over.news;
    std::erase_if(news, [&](const News& each) {
        // Words that were blanked say nothing any more.
        if (each.text.text == forgotten_words || text::one_line(each.text.text).empty()) return true;
        if (!pinned || (each.objectives.empty() && each.kind == CaptureKind::term)) return false;
        return std::ranges::none_of(each.objectives, [&](const std::string& id) {
            return std::ranges::find(ours, text::folded(id)) != ours.end();
        });
    });
    return news;
}

std::string in_words(const News& news) {
    std::string said = text::one_line(news.group.text);
    if (said.empty()) said = "Another group";
    said += fmt::format(", {}, {}: ", in_words(news.date), in_words(news.kind));
    if (news.kind == CaptureKind::term) said += text::one_line(news.word.text) + ", ";
    said += text::one_line(news.text.text);
    std::vector<std::string> objectives;
    for (const std::string& each : news.objectives) objectives.push_back(text::one_line(each));
    if (!objectives.empty()) said += ", for " + text::list(objectives);
    return said;
}

}  // namespace folkmoot
