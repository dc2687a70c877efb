#include "screens/search.h"

#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t most_shown = 50;

void append(std::string& line, std::string_view raw, std::string_view before = "") {
    const std::string part = text::one_line(raw);
    if (!part.empty()) line += fmt::format(", {}{}", before, part);
}

/// "2 of 7, decision 2, open, We print it ... large, Working group 7, Tuesday 24 November 2026".
std::string line_of(const FoundText& found) {
    std::string line(found.kind.capture ? in_words(*found.kind.capture) : in_words(found.kind));
    if (found.number > 0) line += fmt::format(" {}", found.number);
    // A decision is not open because it is looked at again.
    if (found.kind.capture != CaptureKind::decision || found.state != "open") append(line, found.state);
    append(line, found.context.empty() ? "(no words)" : found.context);
    append(line, found.person, found.kind.capture ? "" : "led by ");
    const bool decision = found.kind.capture == CaptureKind::decision;
    if (found.due) append(line, in_words(*found.due), decision ? "to be looked at again on " : "due ");
    append(line, found.item, "in ");
    append(line, found.meeting_title.empty() ? "a meeting without title" : found.meeting_title);
    append(line, in_words(found.date));
    append(line, found.group);
    return line;
}

}  // namespace

Page search_page(Records& records, std::string_view typed, Date today, bool leads) {
    const auto read = read_search(typed, today);
    if (const auto* fault = std::get_if<SearchFault>(&read)) throw Error(fault->why);
    const SearchAnswer answer = records.search(std::get<SearchQuery>(read));
    const std::size_t all = answer.found.size();
    const std::size_t shown = std::min(all, most_shown);
    Page page;
    page.title = fmt::format("Found, {}", text::count(all, "place", "places"));
    page.blocks.emplace_back(Text{fmt::format("Looked for: {}", text::one_line(typed))});
    List list;
    list.when_empty = "Nothing was found. Try fewer words, or only how one begins, with a star behind it.";
    const std::size_t digits = records.prefix_length();
    for (std::size_t i = 0; i < shown; ++i) {
        ListItem item{fmt::format("{} of {}, {}", i + 1, all, line_of(answer.found[i])), {}};
        if (leads) {
            const std::string id = answer.found[i].meeting.shown(digits);
            item.acts.push_back({"read what happened", {Word::show, id}});
            item.how.typed = "to read it type show " + id;
            if (answer.found[i].kind.capture && answer.found[i].number > 0) {
                const std::string named = fmt::format("{} {}", id, answer.found[i].number);
                item.acts.push_back({"how it went on", {Word::story, named}});
                item.how.typed += ", or story " + named;
            }
        }
        list.items.push_back(std::move(item));
    }
    page.blocks.emplace_back(std::move(list));
    if (all > shown)
        page.blocks.emplace_back(
            Text{fmt::format("The first {} are here. Add a word or a filter to find less.", shown)});
    else if (answer.more)
        page.blocks.emplace_back(
            Text{"There is more, older, than was looked at. Add a word or a filter to find less."});
    if (leads && all > 0)
        page.blocks.emplace_back(Hint{"", "Enter reads the meeting. On what was written down 2 tells how it went on."});
    page.words = {Word::search, Word::show};
    if (leads) page.words.push_back(Word::story);
    return page;
}

}  // namespace folkmoot
