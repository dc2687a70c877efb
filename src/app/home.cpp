// The home screen's part of the program.
#include <fmt/format.h>

#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/meeting_list.h"
#include "src/exports/story.h"
#include "src/page/help.h"

namespace folkmoot {

namespace {

constexpr std::size_t lately = 10;

List list_of(const std::vector<std::string>& lines, std::string when_empty) {
    List list;
    list.when_empty = std::move(when_empty);
    for (const auto& line : lines) list.items.push_back({line, std::nullopt});
    return list;
}

}  // namespace

HomeView Program::look() const {
    HomeView view;
    view.open = desk_.records.open_meetings();
    // One more than the open ones, so that they do not use up the places of the closed.
    for (const auto& meeting : desk_.records.meetings(lately + view.open.size()))
        if (meeting.closed && view.recent.size() < lately) view.recent.push_back(meeting);
    view.digits = desk_.records.prefix_length();
    return view;
}

Ending Program::home() {
    while (!leaving_ && desk_.renderer.alive()) {
        if (home_due_) show_home();
        const Input input = desk_.renderer.read(std::nullopt);
        if (std::holds_alternative<input::End>(input) || std::holds_alternative<input::Stop>(input)) break;
        const auto* line = std::get_if<input::Line>(&input);
        if (line == nullptr || line->text.empty()) continue;
        if (desk_.set_clock != nullptr) {
            if (const auto step = clock_step(line->text)) {
                desk_.set_clock->advance(*step);
                continue;
            }
        }
        const Page page = home_page(look());
        const auto read = read_line(line->text, page.words);
        if (const auto* intent = std::get_if<Intent>(&read)) {
            try {
                take_home_word(*intent, page);
            } catch (const Error& error) {
                say(Kind::error, error.what());
            }
        } else {
            say(Kind::error, unread_in_words(std::get<Unread>(read), page.words));
        }
    }
    return desk_.renderer.alive() ? Ending::left_open : Ending::trouble;
}

void Program::show_home() {
    desk_.renderer.show(home_page(look()));
    home_due_ = false;
}

void Program::take_home_word(const Intent& intent, const Page& page) {
    const std::string& argument = intent.argument;
    if (const std::string refusal = takes_nothing(intent); !refusal.empty()) return say(Kind::error, refusal);
    switch (intent.word) {
        case Word::start:
            home_due_ = true;
            argument.empty() ? run_without_plan() : run_plan(argument, false);
            break;
        case Word::resume:
            resume(argument);
            home_due_ = true;
            break;
        case Word::show:
            show_meeting(argument.empty() ? "last" : argument);
            break;
        case Word::actions:
            show_actions();
            break;
        case Word::demo:
            if (desk_.demo) desk_.demo();
            home_due_ = true;
            break;
        case Word::again:
            home_due_ = true;
            break;
        case Word::where:
            say(Kind::plain, page.where);
            break;
        case Word::help:
            help(argument, page);
            break;
        case Word::quit:
            leaving_ = true;
            break;
        default:
            say(Kind::error, fmt::format("{} belongs to a meeting. Here you can type start, resume, show, actions, "
                                         "demo or quit. For example: start plan.toml",
                                         info(intent.word).name));
    }
    if (!home_due_ && !leaving_) desk_.renderer.refresh(page);
}

void Program::show_meeting(const std::string& id) {
    const MeetingSummary meeting = desk_.find_meeting(id);
    const auto lines = story(fold(meeting.id, desk_.records.events(meeting.id)));
    Page page;
    page.title = lines.empty() ? meeting.title : lines.front();
    page.blocks.emplace_back(list_of({lines.begin() + (lines.empty() ? 0 : 1), lines.end()}, "Nothing happened."));
    desk_.renderer.show(page);
}

void Program::show_actions() {
    const auto lines = action_lines(desk_.records.actions(false));
    Page page;
    page.title = fmt::format("Actions, {} open", lines.size());
    page.blocks.emplace_back(list_of(lines, "No action is open."));
    desk_.renderer.show(page);
}

void Program::help(const std::string& about, const Page& page) {
    const std::string wanted = text::folded(about);
    if (wanted.empty()) return desk_.renderer.show(help_page(about_home(), page.words));
    if (wanted == "all") return desk_.renderer.show(help_on_everything());
    const auto read = read_line(wanted, page.words);
    if (const auto* intent = std::get_if<Intent>(&read))
        say(Kind::plain, help_on(intent->word));
    else
        say(Kind::error, unread_in_words(std::get<Unread>(read), page.words));
}

}  // namespace folkmoot
