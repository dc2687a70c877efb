#include "screens/everywhere.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/agenda.h"
#include "screens/captures.h"
#include "screens/matters.h"
#include "screens/opening.h"
#include "screens/people.h"
#include "screens/reacting.h"
#include "screens/told.h"
#include "screens/wording.h"
#include "src/base/text.h"

namespace folkmoot {
namespace {

constexpr std::size_t most_words_named = 6;

std::string_view belongs_to(Where where) {
    switch (where) {
        case Where::everywhere:
            return "a running meeting";
        case Where::capture:
            return "a running meeting";
        case Where::opening:
            return "the opening";
        case Where::round:
            return "the check-in and the check-out";
        case Where::actions:
            return "the actions from last time";
        case Where::item:
            return "an item";
        case Where::decision:
            return "a decision";
        case Where::pulse:
            return "the pulse";
        case Where::closing:
            return "the closing";
        case Where::home:
            return "the home screen, outside a meeting";
    }
    return "";
}

std::vector<std::string> concerns_of_today(const State& state) {
    std::vector<std::string> lines;
    for (const Capture* each : standing(state, CaptureKind::concern)) {
        if (!each->closed) lines.push_back(capture_in_words(state, *each));
    }
    return lines;
}

/// Only what was hidden is said, not the whole page again: in the opening the needs, elsewhere the concerns.
std::string shown_in_words(const View& view) {
    const Stage stage = view.state.place.stage;
    std::string said;
    std::vector<std::string> lines;
    if (stage == Stage::opening) {
        lines = opening::access_lines(view.state);
        said = lines.empty() ? "Access needs are shown. Nobody has any written down." : "Access needs are shown.";
        const std::vector<std::string> concerns = opening::concern_lines(view.state);
        if (!concerns.empty()) said = lines.empty() ? "Concerns are shown." : "Access needs and concerns are shown.";
        lines.insert(lines.end(), concerns.begin(), concerns.end());
    } else {
        said = "Access needs, concerns and pulse counts are shown.";
        lines = stage == Stage::actions ? matters::concern_lines(view) : concerns_of_today(view.state);
    }
    for (const std::string& line : lines) said += "\n" + line;
    return said;
}

Reaction toggle_private(const View& view) {
    const bool hidden = !view.memory.private_hidden;
    Reaction reaction = tell(hidden ? "Access needs, concerns and pulse counts are hidden. " +
                                          in_face(view, {"Type private to show them.", "{private} shows them."})
                                    : shown_in_words(view));
    reaction.private_hidden = hidden;
    return reaction;
}

Reaction goes(Go go) {
    Reaction reaction;
    reaction.go = go;
    return reaction;
}

Reaction where(const View& view) {
    std::string said = where_line(view);
    if (!view.memory.last_said.empty()) said += " Last message: " + text::sentence(view.memory.last_said);
    return tell(said);
}

std::optional<Reaction> on_answers(const View& view, const Intent& intent) {
    switch (intent.word) {
        case Word::where:
            return where(view);
        case Word::time:
            return tell(told::time(view));
        case Word::who:
            return tell(told::who(view));
        case Word::agenda:
            return tell(told::agenda(view));
        case Word::voices:
            return tell(told::voices(view));
        case Word::history:
            return told::history(view, intent.argument);
        case Word::why:
            return told::why(view, intent.argument);
        case Word::support:
            return tell(told::support(view));
        case Word::glossary:
            return told::glossary(view, intent.argument);
        case Word::help:
            return told::help(view, intent.argument);
        default:
            return std::nullopt;
    }
}

std::optional<Reaction> on_program(const View& view, const Intent& intent) {
    switch (intent.word) {
        case Word::again:
            return goes(Go::again);
        case Word::message:
            return tell(view.memory.last_said.empty() ? "There is no message yet." : view.memory.last_said);
        case Word::settings: {
            Reaction reaction = goes(Go::settings);
            reaction.argument = intent.argument;
            return reaction;
        }
        case Word::private_:
            return toggle_private(view);
        case Word::undo:
            return act(command::Undo{});
        case Word::redo:
            return act(command::Redo{});
        case Word::retry:
            return goes(Go::retry);
        case Word::linear:
            if (!view.memory.on_full_screen) return tell("You are in plain lines already.");
            return goes(Go::to_linear);
        case Word::screen:
            if (view.memory.on_full_screen) return tell("You are on the full screen already.");
            return goes(Go::to_screen);
        case Word::quit:
            return goes(Go::quit);  // the app says that the meeting stays open, however it is left
        default:
            return std::nullopt;
    }
}

}  // namespace

Reaction does_not_belong(const View& view, Word word) {
    std::vector<std::string> here;
    for (const Word possible : page_of(view).words) {
        if (here.size() == most_words_named) break;
        here.emplace_back(info(possible).name);
    }
    std::string_view place = belongs_to(info(word).where);
    std::string extra;
    if (word == Word::facilitate) extra = " For today's meeting, type duty facilitate and a name.";
    if (word == Word::host) extra = " For today's meeting, type duty host and a partner.";
    if (word == Word::close) extra = " Type go closing to get there.";
    return wrong(fmt::format("{} belongs to {}.{} Here you can type {}.", info(word).name, place, extra,
                             text::list(here, "or")));
}

namespace everywhere {

Reaction on(const View& view, const Intent& intent) {
    if (auto reaction = on_answers(view, intent)) return *std::move(reaction);
    if (auto reaction = on_program(view, intent)) return *std::move(reaction);
    if (auto reaction = captures::on(view, intent)) return *std::move(reaction);
    if (auto reaction = people::on(view, intent)) return *std::move(reaction);
    if (auto reaction = agenda::on(view, intent)) return *std::move(reaction);
    if (intent.word == Word::next) return act(command::Next{});
    return does_not_belong(view, intent.word);
}

std::vector<Word> words_after(const View& view, std::vector<Word> of_the_place) {
    const Word rest = view.state.paused ? Word::resume : Word::break_;
    const std::vector<Word> all{Word::next,   Word::note,     Word::decide,   Word::action,  Word::park,   Word::ask,
                                Word::term,   Word::concern,  Word::time,     Word::who,     Word::where,  Word::again,
                                Word::undo,   Word::help,     Word::back,     rest,          Word::here,   Word::away,
                                Word::late,   Word::left,     Word::edit,     Word::remove,  Word::accept, Word::owner,
                                Word::due,    Word::rule,     Word::reserve,  Word::details, Word::agenda, Word::search,
                                Word::voices, Word::why,      Word::private_, Word::history, Word::go,     Word::skip,
                                Word::add,    Word::move,     Word::drop,     Word::carry,   Word::pause,  Word::think,
                                Word::agree,  Word::duty,     Word::close,    Word::redo,    Word::retry,  Word::screen,
                                Word::linear, Word::settings, Word::message};
    const auto add = [&](Word word) {
        if (std::find(of_the_place.begin(), of_the_place.end(), word) == of_the_place.end())
            of_the_place.push_back(word);
    };
    std::ranges::for_each(all, add);
    for (const Word word : {Word::plain, Word::principle, Word::revisit, Word::support, Word::glossary, Word::quit})
        add(word);
    return of_the_place;
}

}  // namespace everywhere
}  // namespace folkmoot
