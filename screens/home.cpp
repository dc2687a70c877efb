#include "screens/home.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

struct Beginning {
    std::string_view text;
    const char* typed;
    Act act;
};

std::vector<Beginning> beginnings(bool example) {
    if (example)
        return {{"Read how its meetings went", "type trends", {"read their trends", {Word::trends, ""}}},
                {"Read its earlier meetings", "type meetings", {"read them", {Word::meetings, ""}}},
                {"Read the example's open actions", "type actions", {"read them", {Word::actions, ""}}},
                {"Find words in all its meetings", "type search and the words", {"find", {Word::search, ""}, true}},
                {"Leave the example", "type quit", {"leave it", {Word::quit, ""}}}};
    return {
        {"Plan a meeting, or hold one from its plan",
         "type plans to choose, or start and the plan's file",
         {"choose the plan", {Word::plans, ""}}},
        {"Hold a meeting without a plan", "type start", {"begin", {Word::start, ""}}},
        {"Try the example meeting", "type demo", {"try it", {Word::demo, ""}}},
        {"Read earlier meetings", "type meetings", {"read them", {Word::meetings, ""}}},
        {"Read the open actions", "type actions", {"read them", {Word::actions, ""}}},
        {"Read the trends", "type trends", {"read them", {Word::trends, ""}}},
        {"Find words in all meetings", "type search and the words", {"find", {Word::search, ""}, true}},
        {"Read and change the partnership", "type partnership", {"read it", {Word::partnership, ""}}},
        {"Read and change the settings", "type settings", {"read them", {Word::settings, ""}}},
        {"Copy the log, or show and forget what it holds of somebody", "type held", {"go there", {Word::held, ""}}}};
}

/// In plain lines what is typed stands on the line; on the full screen it is Enter.
List list_of(const std::vector<Beginning>& all) {
    List list;
    for (const auto& each : all) {
        list.items.push_back(
            {fmt::format("{} of {}, {}", list.items.size() + 1, all.size(), each.text), {each.act}, {each.typed, ""}});
    }
    return list;
}

std::vector<Act> acts_on(const MeetingSummary& meeting, std::size_t digits) {
    const std::string id = meeting.id.shown(digits);
    if (!meeting.closed) return {{"take it up", {Word::resume, id}}};
    return {{"read what happened", {Word::show, id}}, {"read its minutes", {Word::minutes, id}}};
}

List list_of(const std::vector<MeetingSummary>& meetings, std::size_t digits) {
    List list;
    for (const auto& meeting : meetings)
        list.items.push_back(
            {home_line(meeting, list.items.size() + 1, meetings.size()),
             acts_on(meeting, digits),
             {fmt::format("{} {}", meeting.closed ? "to read it type show" : "to take it up type resume",
                          meeting.id.shown(digits)),
              ""}});
    return list;
}

}  // namespace

std::string home_line(const MeetingSummary& meeting, std::size_t position, std::size_t count) {
    return fmt::format("{} of {}, {}, {}, {}", position, count, meeting.title, in_words(meeting.date),
                       meeting.closed ? "closed" : "open");
}

std::string_view about_home(bool example) {
    if (example)
        return "This is the home of the example. Here you read what its meeting left, and how the meetings before it "
               "went. When you leave it, all of it goes.";
    return "This is the home screen. From here you begin a meeting, take up an open one, or read what has been.";
}

std::optional<Intent> beginning(const HomeView& view, std::string_view typed) {
    const auto all = beginnings(view.example);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (typed == fmt::format("{}", i + 1)) return all[i].act.intent;
    return std::nullopt;
}

Page home_page(const HomeView& view) {
    Page page;
    page.title = fmt::format("Home{}, {}", view.example ? " of the example" : "",
                             text::count(view.open.size(), "open meeting", "open meetings"));
    page.where = page.title;
    if (!view.open.empty()) {
        page.blocks.emplace_back(Heading{"Open meetings"});
        page.blocks.emplace_back(list_of(view.open, view.digits));
    }
    const auto add_beginnings = [&] {
        page.blocks.emplace_back(Heading{"What would you like to do?"});
        page.blocks.emplace_back(list_of(beginnings(view.example)));
    };
    // Of an example without a past its meeting comes first: what it left is what there is to read.
    const bool alone = view.example && view.recent.size() <= 1;
    if (!alone) add_beginnings();
    if (!view.recent.empty()) {
        page.blocks.emplace_back(Heading{alone ? "The example meeting" : "Lately"});
        page.blocks.emplace_back(list_of(view.recent, view.digits));
        page.blocks.emplace_back(Hint{"For the minutes of one of these type minutes and its id.",
                                      "On a closed meeting: Enter reads what happened, 2 reads its minutes."});
    }
    if (alone) add_beginnings();
    page.blocks.emplace_back(Hint{"", "Arrows and Enter choose. {help} is help, {quit} leaves."});
    page.focus = 0;
    page.prompt = "Home";
    page.words = {Word::resume,  Word::show,    Word::meetings, Word::search,     Word::trends, Word::actions,
                  Word::story,   Word::minutes, Word::settings, Word::attendance, Word::again,  Word::back,
                  Word::where,   Word::help,    Word::support,  Word::glossary,   Word::screen, Word::linear,
                  Word::message, Word::history, Word::quit};
    if (!view.example) {
        page.words.insert(page.words.begin(), {Word::start, Word::plans, Word::plan, Word::demo});
        page.words.insert(page.words.end() - 1,
                          {Word::partnership, Word::held, Word::forget, Word::backup, Word::doctor});
    }
    return page;
}

}  // namespace folkmoot
