#include "screens/told.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/explained.h"
#include "screens/reacting.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/page/help.h"
#include "src/session/rota.h"
#include "src/session/terms.h"
#include "src/time/calendar.h"
#include "src/trends/balance.h"

namespace folkmoot::told {
namespace {

constexpr int usual_history = 10;
constexpr int longest_history = 50;

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

/// When the items that are still to come are likely to begin: each after what comes before it, as planned.
std::vector<std::optional<Stamp>> expected_times(const State& state, const Stamp& now) {
    std::vector<std::optional<Stamp>> times(state.agenda.size());
    if (state.place.stage > Stage::items || state.closed) return times;
    Stamp at = now;
    if (state.place.stage == Stage::opening) at = later(at, state.plan.checkin_minutes);
    if (state.place.stage == Stage::checkin && !state.checkin.order.empty()) {
        const auto waiting = static_cast<std::int64_t>(waiting_in_round(state, RoundKind::checkin).size());
        const auto all = static_cast<std::int64_t>(state.checkin.order.size());
        at = later(at, Millis{state.plan.checkin_minutes} * waiting / all);
    }
    if (const AgendaItem* open = state.open_item()) {
        at = later(at, std::max(Millis{0}, Millis{open->allotted()} - open->slot.used_at(now)));
    }
    for (std::size_t i = 0; i < state.agenda.size(); ++i) {
        const AgendaItem& line = state.agenda[i];
        if (line.slot.outcome || &line == state.open_item()) continue;
        times[i] = at;
        at = later(at, std::max(Millis{0}, Millis{line.allotted()} - line.slot.used_at(now)));
    }
    return times;
}

std::string voice_line(const State& state, const Voice& voice, std::size_t position, std::size_t all) {
    return fmt::format("{} of {}, {}, {}{}", position, all, state.name_of(voice.person),
                       voice.turns == 0 ? std::string("no turns yet") : text::count(voice.turns, "turn", "turns"),
                       voice.turns == 0 ? std::string() : ", " + duration_in_words(voice.time));
}

std::string partner_voice_line(const State& state, const PartnerVoice& voice, const Voices& all) {
    std::string line = fmt::format("{}, {} of {}, {} of {}", state.partner_name(voice.partner), voice.seats,
                                   text::count(all.people.size(), "person", "people"), voice.turns,
                                   text::count(all.turns, "turn", "turns"));
    if (voice.turns > 0) line += ", " + duration_in_words(voice.time);
    if (voice.turns_over_seats) line += fmt::format(", {:.1f} times the share of seats", *voice.turns_over_seats);
    return line;
}

std::string balance_line(const Voices& all) {
    if (!all.recorded_share || *all.recorded_share < enough_recorded) {
        return "Balance of turns: too little recorded. Turns cover under half of the items' time.";
    }
    if (!all.balance) return "Balance of turns: said from three people up.";
    return fmt::format(
        "Balance of turns: {:.1f}, where 1 is everyone as often and 0 is one person alone. From {} of {}.",
        *all.balance, text::count(all.turns, "turn", "turns"), text::count(all.people.size(), "person", "people"));
}

std::string flattened(const View& view, const Page& page) {
    std::vector<std::string> lines{page.title + "."};
    for (const Block& block : page.blocks) {
        if (const auto* paragraph = std::get_if<Text>(&block))
            lines.push_back(with_how(paragraph->text, in_face(view, paragraph->how)));
        if (const auto* heading = std::get_if<Heading>(&block)) lines.push_back(heading->text);
        if (const auto* list = std::get_if<List>(&block)) {
            for (const ListItem& item : list->items) lines.push_back(item.text);
        }
    }
    return joined(lines);
}

}  // namespace

std::string who(const View& view) {
    const State& state = view.state;
    std::vector<std::string> lines{fmt::format("{} of {} here.", state.present().size(), state.people.size())};
    for (std::size_t i = 0; i < state.people.size(); ++i) {
        std::string line = person_with_presence(state, i);
        if (state.facilitator == state.people[i].id) line += ", facilitates";
        if (state.note_taker == state.people[i].id) line += ", takes notes";
        if (state.timekeeper == state.people[i].id) line += ", keeps time";
        lines.push_back(std::move(line));
    }
    return joined(lines);
}

std::string agenda(const View& view) {
    const State& state = view.state;
    std::vector<std::string> lines{fmt::format("Agenda, {}.", text::count(state.agenda.size(), "item", "items"))};
    const auto times = expected_times(state, view.now);
    for (std::size_t i = 0; i < state.agenda.size(); ++i) lines.push_back(item_line(state, i, times[i]));
    if (!state.closed) {
        lines.push_back(fmt::format("Forecast end {}.", time_of_day(timing(state, view.now).forecast_end)));
    }
    return joined(lines);
}

std::string voices(const View& view) {
    const Voices all = folkmoot::voices(view.state, view.now);
    if (all.people.empty()) return "Nobody is marked as here yet, so there are no voices to count.";
    std::vector<std::string> lines{fmt::format("Voices, {} of {}, in the order of seats.",
                                               text::count(all.turns, "turn", "turns"),
                                               text::count(all.people.size(), "person", "people"))};
    for (std::size_t i = 0; i < all.people.size(); ++i) {
        lines.push_back(voice_line(view.state, all.people[i], i + 1, all.people.size()));
    }
    for (const PartnerVoice& partner : all.partners) lines.push_back(partner_voice_line(view.state, partner, all));
    lines.push_back(balance_line(all));
    return joined(lines);
}

std::string time(const View& view) {
    if (view.state.closed) return fmt::format("The meeting was closed at {}.", time_of_day(*view.state.closed));
    return fmt::format("{}. {}", time_of_day(view.now), in_words(view.state, timing(view.state, view.now)));
}

Reaction history(const View& view, std::string_view argument) {
    const auto& said = view.memory.said;
    if (said.empty()) return tell("Nothing has been said yet.");
    int most = usual_history;
    if (!argument.empty()) {
        const auto read = read_number(argument, 1, longest_history, "Messages go", "history 20");
        if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
        most = std::get<int>(read);
    }
    const std::size_t count = std::min(said.size(), static_cast<std::size_t>(most));
    std::vector<std::string> lines{
        fmt::format("The last {}, newest first.", text::count(count, "message", "messages"))};
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(fmt::format("{} of {}, {}", i + 1, count, clipped(said[said.size() - 1 - i], 300)));
    }
    return tell(joined(lines));
}

std::string suggested(const State& state, Duty duty, bool next_meeting) {
    const auto found = suggest(state, duty, next_meeting);
    if (!found) return "";
    const std::string& name = duty == Duty::host ? state.partner_name(found->partner) : state.name_of(found->person);
    return name.empty() ? "" : fmt::format("{} could {}.", name, infinitive(duty));
}

std::string suggestion(const State& state, Duty duty, bool next_meeting) {
    const std::string said = suggested(state, duty, next_meeting);
    return said.empty() ? "" : fmt::format("{} {}", said, text::sentence(suggest(state, duty, next_meeting)->why));
}

Reaction why(const View& view, std::string_view argument) {
    const std::string asked = text::folded(trimmed(argument));
    const bool next_meeting = view.state.place.stage == Stage::closing;
    struct Name {
        std::string_view word;
        Duty duty;
    };
    std::vector<std::string> lines;
    for (const auto& [word, duty] :
         {Name{"speak", Duty::speak_first}, Name{"facilitate", Duty::facilitate}, Name{"host", Duty::host},
          Name{"notes", Duty::take_notes}, Name{"time", Duty::keep_time}}) {
        if (!word.starts_with(asked)) continue;
        std::string line = suggestion(view.state, duty, next_meeting);
        lines.push_back(line.empty() ? fmt::format("Nobody can be suggested to {}.", infinitive(duty))
                                     : std::move(line));
    }
    if (lines.empty()) {
        return wrong(
            fmt::format("\"{}\" is no shared task. It can be speak, facilitate, host, notes or time. "
                        "Example: why speak.",
                        trimmed(argument)));
    }
    return tell(joined(lines));
}

std::string support(const View& view) {
    std::string said = support_in_words(view.state.plan.support, view.state.plan.signposts);
    if (!said.empty()) return said;
    return "Nobody to talk to is written down yet. " +
           in_face(view, {"At home this writes it down: partnership support NAME, NUMBER.",
                          "At home this writes it down: {partnership} support NAME, NUMBER."});
}

Reaction glossary(const View& view, std::string_view argument) {
    const std::vector<Term> terms = terms_of(view.state);
    const std::string asked = trimmed(argument);
    if (asked.empty() && !terms.empty()) return tell(glossary_in_words(terms));
    if (asked.empty())
        return tell("The glossary is empty. " +
                    in_face(view, {"This adds a word: term WORD: MEANING.", "{term} adds a word."}));
    const auto read = explained(terms, asked);
    if (const auto* said = std::get_if<std::string>(&read)) return tell(*said);
    const std::string& fault = std::get<Wrong>(read).sentence;
    if (!terms_called(terms, asked).empty()) return wrong(fault);
    Reaction reaction =
        wrong(fmt::format("{} {}", fault,
                          in_face(view, {fmt::format("To add it, type term {}: and what it means.", clipped(asked, 40)),
                                         "{term} and what it means adds it."})));
    reaction.unexplained = {asked};
    return reaction;
}

Reaction help(const View& view, std::string_view argument) {
    const Page page = page_of(view);
    const std::string asked = text::folded(trimmed(argument));
    if (asked.empty()) return tell(flattened(view, help_page(about(view), page.words, view.memory.keys)));
    if (asked == "all") return tell(flattened(view, help_on_everything(view.memory.keys)));
    const auto read = read_line(asked, page.words, view.memory.keys);
    if (const auto* intent = std::get_if<Intent>(&read)) return tell(help_on(intent->word, view.memory.keys));
    return wrong(unread_in_words(std::get<Unread>(read), page.words));
}

std::string about(const View& view) {
    if (view.state.closed) return "The meeting is closed and its minutes are written.";
    switch (view.state.place.stage) {
        case Stage::opening:
            return "The opening: who is here, what they need, and what the meeting is for.";
        case Stage::checkin:
            return "The check-in: everyone speaks once, in turn. Passing is an answer.";
        case Stage::actions:
            return "Actions from last time: each is done, kept or dropped on purpose.";
        case Stage::items:
            return "An agenda item: who speaks, what is decided, what is written down.";
        case Stage::pulse:
            return "The pulse: a few statements, answered without names.";
        case Stage::checkout:
            return "The check-out: everyone speaks once, in turn. Passing is an answer.";
        case Stage::closing:
            return "The closing: decisions and actions are read back, then the meeting is closed.";
    }
    return "";
}

}  // namespace folkmoot::told
