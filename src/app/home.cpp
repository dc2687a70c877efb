// The home screen's part of the program.
#include <fmt/format.h>

#include <algorithm>

#include "screens/meetings.h"
#include "screens/search.h"
#include "screens/trends.h"
#include "src/app/ask.h"
#include "src/app/faces.h"
#include "src/app/program.h"
#include "src/app/topics.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/page/help.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t lately = 10;

/// The newest first.
std::string latest_said(const std::vector<std::string>& said) {
    constexpr std::size_t most = 10;
    std::string all = fmt::format("The latest messages, {}", std::min(said.size(), most));
    for (std::size_t back = 0; back < std::min(said.size(), most); ++back) all += "\n" + said[said.size() - 1 - back];
    return all;
}

/// A meeting that were begun at the example's home would go with it, and so would a copy of its log.
std::string not_in_example(Word word, const Page& page) {
    const bool begins = word == Word::start || word == Word::plans || word == Word::plan || word == Word::demo;
    const bool keeps = word == Word::held || word == Word::forget || word == Word::backup || word == Word::doctor;
    if (!(begins || keeps) || std::ranges::find(page.words, word) != page.words.end()) return "";
    return fmt::format("{} belongs to your own home. Type quit first: it leaves the example.", info(word).name);
}

}  // namespace

HomeView Program::look() const {
    HomeView view;
    view.open = desk_.records.open_meetings();
    // One more than the open ones, so that they do not use up the places of the closed.
    for (const auto& meeting : desk_.records.meetings(lately + view.open.size()))
        if (meeting.closed && view.recent.size() < lately) view.recent.push_back(meeting);
    view.digits = desk_.records.prefix_length();
    view.example = desk_.settings.example;
    return view;
}

Ending Program::home() {
    while (!leaving_ && desk_.renderer.alive()) {
        if (home_due_) show_home();
        const Input input = desk_.renderer.read(std::nullopt);
        if (std::holds_alternative<input::End>(input) || std::holds_alternative<input::Stop>(input)) {
            leaving_ = Ending::stopped;
            break;
        }
        const Page page = home_page(look());
        if (const auto* chosen = std::get_if<input::Chosen>(&input)) {
            if (may_begin(chosen->intent)) try_home_word(chosen->intent, page);
            continue;
        }
        const auto* line = std::get_if<input::Line>(&input);
        if (line == nullptr || line->text.empty()) continue;
        if (desk_.set_clock != nullptr) {
            if (const auto step = clock_step(line->text)) {
                desk_.set_clock->advance(*step);
                continue;
            }
        }
        if (const auto intent = beginning(look(), line->text)) {
            if (may_begin(*intent)) try_home_word(*intent, page);
            continue;
        }
        const auto read = read_line(line->text, page.words, keys());
        if (const auto* intent = std::get_if<Intent>(&read)) {
            if (may_begin(*intent)) try_home_word(*intent, page);
        } else {
            say(Kind::error, unread_in_words(std::get<Unread>(read), page.words));
        }
    }
    if (desk_.settings.example) say_example_ends();
    return desk_.renderer.alive() ? leaving_.value_or(Ending::stopped) : Ending::trouble;
}

/// One key or word must not begin a meeting, for a meeting that was begun stays in the log.
bool Program::may_begin(const Intent& intent) {
    if (intent != Intent{Word::start, ""} || !not_in_example(intent.word, home_page(look())).empty()) return true;
    const Question question{"Hold a meeting without a plan, now?",
                            {{"back", "back to home"}, {"begin", "begin the meeting"}}};
    const bool begins = ask(desk_.renderer, question) == 1U;
    home_due_ = !begins;
    return begins;
}

/// What it left cannot be had again.
bool Program::leave_example() {
    const Question question{"Leave the example? All of it goes, its minutes as well.",
                            {{"stay", "stay here"}, {"leave", "leave the example"}}};
    const auto choice = ask(desk_.renderer, question);
    home_due_ = choice == 0U;
    return choice != 0U;
}

void Program::say_example_ends() { say(Kind::plain, "The example ends here. Nothing of it is kept."); }

void Program::after(Ending ending) {
    home_due_ = true;
    if (ending == Ending::stopped || ending == Ending::trouble) leaving_ = ending;
}

void Program::start(const std::string& plan) {
    if (plan.empty()) return after(run_without_plan());
    preview(plan);
}

void Program::try_home_word(const Intent& intent, const Page& page) {
    try {
        take_home_word(intent, page);
    } catch (const Error& error) {
        say(Kind::error, error.what());
    }
}

void Program::change_face(FaceKind kind) {
    if (kind == desk_.renderer.face())
        return say(Kind::plain, kind == FaceKind::screen ? "You are on the full screen already."
                                                         : "You are in plain lines already.");
    if (!desk_.renderer.change_face(kind))
        return say(Kind::error, "There is no full screen here. Everything works in plain lines.");
    say(Kind::plain, face_changed(kind, text::sentence(home_page(look()).where)));
    home_due_ = true;
}

void Program::show_home() {
    desk_.renderer.show(home_page(look()));
    home_due_ = false;
}

void Program::take_home_word(const Intent& intent, const Page& page) {
    const std::string& argument = intent.argument;
    if (const std::string refusal = takes_nothing(intent); !refusal.empty()) return say(Kind::error, refusal);
    if (const std::string refusal = not_in_example(intent.word, page); !refusal.empty())
        return say(Kind::error, refusal);
    switch (intent.word) {
        case Word::start:
            start(argument);
            break;
        case Word::resume:
            after(resume(argument));
            break;
        case Word::show:
            show_meeting(argument.empty() ? "last" : argument);
            break;
        case Word::minutes:
            show_minutes(argument);
            break;
        case Word::meetings:
            desk_.renderer.read_out(meetings_page(desk_.records, argument, date_of(desk_.clock.now())));
            break;
        case Word::attendance:
            take_attendance_word(argument);
            break;
        case Word::story:
            show_story(argument);
            break;
        case Word::actions:
            show_actions(argument);
            break;
        case Word::done:
        case Word::accept:
        case Word::keep:
        case Word::drop:
        case Word::owner:
        case Word::due:
            act_on_action(intent);
            break;
        case Word::undo:
            undo();
            break;
        case Word::amend:
            amend(argument);
            break;
        case Word::trends:
            desk_.renderer.read_out(trends_page(desk_.records, argument, date_of(desk_.clock.now())));
            break;
        case Word::search:
            desk_.renderer.read_out(search_page(desk_.records, argument, date_of(desk_.clock.now()), true));
            break;
        case Word::partnership:
            take_partnership_word(argument);
            break;
        case Word::support:
            take_support_word();
            break;
        case Word::glossary:
            take_glossary_word(argument);
            break;
        case Word::plans:
            show_plans();
            break;
        case Word::plan:
            take_plan_word(argument);
            break;
        case Word::held:
        case Word::forget:
        case Word::backup:
        case Word::doctor:
            take_keeping_word(intent);
            break;
        case Word::settings:
            take_settings_word(argument);
            break;
        case Word::demo:
            if (desk_.demo) after(desk_.demo());
            break;
        case Word::again:
        case Word::back:
            home_due_ = true;
            break;
        case Word::where:
            say(Kind::plain, page.where);
            break;
        case Word::message:
            desk_.renderer.announce(
                {Kind::plain, desk_.settings.said.empty() ? "There is no message yet." : desk_.settings.said.back()});
            break;
        case Word::history:
            desk_.renderer.announce({.text = latest_said(desk_.settings.said), .to_read = true});
            break;
        case Word::help:
            help(argument, page);
            break;
        case Word::screen:
            change_face(FaceKind::screen);
            break;
        case Word::linear:
            change_face(FaceKind::linear);
            break;
        case Word::quit:
            if (!desk_.settings.example || leave_example()) leaving_ = Ending::left_open;
            break;
        default:
            say(Kind::error, fmt::format("{} belongs to a meeting. Here you can type start, resume, meetings, show, "
                                         "search, trends, actions, demo or quit. For example: start plan.toml",
                                         info(intent.word).name));
    }
    if (!home_due_ && !leaving_) desk_.renderer.refresh(page);
}

/// A change counts at once.
void Program::take_settings_word(const std::string& typed) {
    if (desk_.settings.preferences == nullptr) return say(Kind::error, "There are no settings to be changed here.");
    const SettingsTold told = take_settings(*desk_.settings.preferences, desk_.renderer, typed);
    adopt(desk_.settings, desk_.settings.preferences->settings());
    if (!told.said.empty()) say(Kind::plain, told.said);
    if (told.face && *told.face != desk_.renderer.face()) change_face(*told.face);
}

void Program::help(const std::string& about, const Page& page) {
    const std::string wanted = text::folded(about);
    if (wanted.empty())
        return desk_.renderer.read_out(help_page(about_home(desk_.settings.example), page.words, keys()));
    if (wanted == "all") return desk_.renderer.read_out(help_on_everything(keys()));
    if (const std::string topic = topic_text({Word::help, wanted}); !topic.empty())
        return desk_.renderer.announce({.text = topic, .to_read = true});
    const auto read = read_line(wanted, page.words, keys());
    if (const auto* intent = std::get_if<Intent>(&read))
        desk_.renderer.announce({.text = help_on(intent->word, keys()), .to_read = true});
    else
        say(Kind::error, unread_in_words(std::get<Unread>(read), page.words));
}

}  // namespace folkmoot
