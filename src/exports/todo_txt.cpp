#include "src/exports/todo_txt.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

/// "due:tomorrow" as "due: tomorrow", which is no key any more. "14:00" and "https://example.org" stay as they are.
std::string without_keys(const std::string& line) {
    const auto is_digit = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
    std::string parted;
    for (std::size_t at = 0; at < line.size(); ++at) {
        parted += line[at];
        if (line[at] != ':' || at == 0 || at + 1 == line.size()) continue;
        const bool time = is_digit(at - 1) && is_digit(at + 1);
        if (!time && line.compare(at, 3, "://") != 0) parted += ' ';
    }
    return parted;
}

/// A completion date, or the letter of a priority.
bool means_something_first(const std::string& word) {
    return date_from_iso(word) || (word.size() == 3 && word.front() == '(' && word.back() == ')');
}

/// The words in one line. `first`: nothing stands before them that would make them words.
std::string guarded(const std::string& raw, bool first) {
    std::string line;
    for (std::string& word : text::words(without_keys(text::one_line(raw)))) {
        const bool mark = word.size() > 1 && (word.front() == '+' || word.front() == '@');
        if (mark || (first && line.empty() && means_something_first(word))) word.insert(0, "'");
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

/// A project is one word.
std::string project(const ActionSummary& action) {
    std::string name = text::one_line(action.group.empty() ? action.partnership : action.group);
    std::ranges::replace(name, ':', ' ');
    std::string one;
    for (const std::string& word : text::words(name)) one += (one.empty() ? "" : "-") + word;
    return one;
}

std::string line_of(const ActionSummary& action) {
    const bool over = action.state == ActionState::done || action.state == ActionState::dropped;
    std::string line = over ? "x" : iso(action.since);
    const std::string owner = guarded(action.owner, over), what = guarded(action.what, over && owner.empty());
    if (!owner.empty()) line += fmt::format(" {}:", owner);
    line += " " + (what.empty() ? std::string("(no words)") : what);
    if (action.due) line += " due:" + iso(*action.due);
    if (const std::string name = project(action); !name.empty()) line += " +" + name;
    if (over) line += fmt::format(" since:{}", iso(action.since));
    return line + fmt::format(" state:{} id:{}\n", in_words(action.state), action.id.hex());
}

}  // namespace

std::string actions_todo_txt(const std::vector<ActionSummary>& actions) {
    std::string all;
    for (const ActionSummary& action : actions) all += line_of(action);
    return all;
}

}  // namespace folkmoot
