#include "screens/home.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

List list_of(const std::vector<MeetingSummary>& meetings, std::size_t digits, std::string when_empty) {
    List list;
    list.when_empty = std::move(when_empty);
    for (const auto& meeting : meetings)
        list.items.push_back({home_line(meeting, list.items.size() + 1, meetings.size(), digits),
                              Intent{meeting.closed ? Word::show : Word::resume, meeting.id.shown(digits)}});
    return list;
}

}  // namespace

std::string home_line(const MeetingSummary& meeting, std::size_t position, std::size_t count, std::size_t digits) {
    return fmt::format("{} of {}, {}, {}, {} {}", position, count, meeting.title, in_words(meeting.date),
                       meeting.closed ? "closed, to read it type show" : "open, to take it up type resume",
                       meeting.id.shown(digits));
}

std::string_view about_home() {
    return "This is the home screen. From here you begin a meeting, take up an open one, or read what has been.";
}

Page home_page(const HomeView& view) {
    Page page;
    page.title = fmt::format("Home, {}", text::count(view.open.size(), "open meeting", "open meetings"));
    page.where = page.title;
    page.blocks.emplace_back(Heading{"Open meetings"});
    page.blocks.emplace_back(list_of(view.open, view.digits, "No meeting is open."));
    page.blocks.emplace_back(Heading{"Lately"});
    page.blocks.emplace_back(list_of(view.recent, view.digits, "No meeting has been held yet."));
    page.prompt = "Home";
    page.words = {Word::start, Word::resume, Word::show, Word::actions, Word::demo,
                  Word::again, Word::where,  Word::help, Word::quit};
    return page;
}

}  // namespace folkmoot
