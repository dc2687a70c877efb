#include "screens/meetings.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/wording.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/session/wanted_meetings.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t most_shown = 200;

std::string line_of(const MeetingSummary& meeting, std::size_t position, std::size_t count) {
    const std::string title = text::one_line(meeting.title);
    std::string line =
        fmt::format("{} of {}, {}, {}, {}", position, count, title.empty() ? "a meeting without title" : title,
                    in_words(meeting.date), meeting.closed ? "closed" : "open");
    line += and_group(title, meeting.group);
    const auto add = [&](std::size_t how_many, std::string_view one, std::string_view many) {
        if (how_many > 0) line += ", " + text::count(how_many, one, many);
    };
    add(meeting.present, "person", "people");
    add(meeting.decisions, "decision", "decisions");
    add(meeting.actions, "action", "actions");
    return line;
}

ListItem item_of(const MeetingSummary& meeting, std::size_t position, std::size_t count, std::size_t digits) {
    const std::string id = meeting.id.shown(digits);
    ListItem item{line_of(meeting, position, count), {}};
    if (!meeting.closed) item.acts.push_back({"take it up", {Word::resume, id}});
    item.acts.push_back({"read what happened", {Word::show, id}});
    item.acts.push_back({"read its minutes", {Word::minutes, id}});
    item.how.typed = fmt::format("{} {}", meeting.closed ? "to read it type show" : "to take it up type resume", id);
    return item;
}

}  // namespace

Page meetings_page(Records& records, std::string_view typed, Date today) {
    const auto read = read_meetings_wanted(typed, today);
    if (const auto* fault = std::get_if<SearchFault>(&read)) throw Error(fault->why);
    // One more than is shown tells whether there are more.
    auto meetings = records.meetings_wanted(std::get<MeetingFilter>(read), most_shown + 1);
    const bool more = meetings.size() > most_shown;
    if (more) meetings.resize(most_shown);
    const std::string asked = text::one_line(typed);
    Page page;
    page.title = fmt::format("Meetings, {}{}", more ? "the newest " : "", meetings.size());
    if (!asked.empty()) page.blocks.emplace_back(Text{"Those that fit: " + asked});
    List list;
    list.when_empty = asked.empty() ? "There is no meeting in the log yet." : "No meeting fits that.";
    const std::size_t digits = records.prefix_length();
    for (std::size_t i = 0; i < meetings.size(); ++i)
        list.items.push_back(item_of(meetings[i], i + 1, meetings.size(), digits));
    page.blocks.emplace_back(std::move(list));
    if (more) page.blocks.emplace_back(Text{"There are more, older ones. before: and a date lists those."});
    const bool any_open = std::ranges::any_of(meetings, [](const MeetingSummary& each) { return !each.closed; });
    if (!meetings.empty())
        page.blocks.emplace_back(
            Hint{"For its minutes type minutes and its id. To list fewer, type meetings and group:, partner:, person:, "
                 "objective:, before: or after:.",
                 fmt::format("On a closed meeting: Enter reads what happened, 2 reads its minutes. {}:meetings and "
                             "group:, partner:, person:, objective:, before: or after: lists fewer.",
                             any_open ? "On an open one Enter takes it up. " : "")});
    page.words = {Word::show, Word::minutes, Word::resume, Word::meetings, Word::attendance};
    return page;
}

}  // namespace folkmoot
