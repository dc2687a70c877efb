#include "screens/agenda.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/vocabulary.h"
#include "screens/wording.h"
#include "src/base/text.h"

namespace folkmoot::agenda {
namespace {

struct StageName {
    std::string_view name;  ///< folded, without hyphens
    Stage stage;
};
constexpr auto stage_names = std::to_array<StageName>({{"opening", Stage::opening},
                                                       {"checkin", Stage::checkin},
                                                       {"actions", Stage::actions},
                                                       {"items", Stage::items},
                                                       {"pulse", Stage::pulse},
                                                       {"checkout", Stage::checkout},
                                                       {"closing", Stage::closing}});

std::optional<Stage> stage_named(const std::string& typed) {
    std::string name;
    for (const char c : text::folded(typed)) {
        if (c != '-' && c != ' ') name += c;
    }
    std::vector<Stage> fits;
    for (const auto& [known, stage] : stage_names) {
        if (name.size() >= 3 && known.starts_with(name)) fits.push_back(stage);
    }
    return fits.size() == 1 ? std::optional(fits.front()) : std::nullopt;
}

Reaction go_on(const View& view) {
    const auto left = timing(view.state, view.now).slot_left;
    if (left && *left <= Millis{0}) return act(command::AnswerOverrun{OverrunAnswer::go_on});
    return wrong("go on answers the question at the end of an item's time. To go to what comes next, type next.");
}

/// What somebody who goes away in the middle leaves behind.
std::string what_stays(const State& state) {
    if (const AgendaItem* open = state.open_item()) {
        return open->slot.outcome ? "" : fmt::format("Item {} stays open.", item_number(state, open->item.id));
    }
    if (state.place.stage != Stage::checkin && state.place.stage != Stage::checkout) return "";
    const RoundKind kind = state.place.stage == Stage::checkin ? RoundKind::checkin : RoundKind::checkout;
    const std::size_t waiting = waiting_in_round(state, kind).size();
    if (waiting == 0) return "";
    return fmt::format("{}: {} {} not spoken.", capitalised(std::string(in_words(kind))), waiting,
                       waiting == 1 ? "has" : "have");
}

Reaction go_to(const State& state, const Place& place) {
    Reaction reaction = act(command::Go{place});
    reaction.said = what_stays(state);
    return reaction;
}

Reaction go_to_items(const State& state) {
    const auto first = std::find_if(state.agenda.begin(), state.agenda.end(),
                                    [](const AgendaItem& line) { return !line.slot.outcome; });
    if (first != state.agenda.end()) return go_to(state, {Stage::items, first->item.id});
    return wrong("No item is left to do. To come back to one, type go and its number, for example go 1.");
}

Reaction go(const View& view, const std::string& argument) {
    if (text::folded(argument) == "on") return go_on(view);
    if (const auto stage = stage_named(argument)) {
        return *stage == Stage::items ? go_to_items(view.state) : go_to(view.state, {*stage, std::nullopt});
    }
    if (argument.empty()) {
        return wrong(
            "go needs an item's number, or opening, check-in, actions, pulse, check-out or closing. "
            "Example: go 2.");
    }
    auto read = read_item(view.state, argument, "go");
    if (auto* fault = std::get_if<Wrong>(&read); fault != nullptr && !whole_number(argument)) {
        fault->sentence += " It can also be opening, check-in, actions, pulse, check-out or closing.";
    }
    return with(read, [&](const ItemId& id) { return go_to(view.state, {Stage::items, id}); });
}

/// "Travel costs 10 by Asha": a name of the meeting behind the last "by"; else all of it belongs to the title.
std::optional<PersonId> take_proposer(const View& view, std::string& argument) {
    const std::size_t by = argument.rfind(" by ");
    if (by == std::string::npos) return std::nullopt;
    const auto people = people_matching(view.state, argument.substr(by + 4), true);
    if (people.size() != 1) return std::nullopt;
    argument.resize(by);
    return people.front();
}

/// "item Travel costs 10", "Travel costs 10 minutes": the minutes stand last, and behind them who put it forward.
Reaction add(const View& view, std::string argument) {
    const auto proposer = take_proposer(view, argument);
    auto words = text::words(argument);
    if (!words.empty() && text::folded(words.front()) == "item") words.erase(words.begin());
    Minutes minutes{0};
    const auto unit = [](const std::string& word) {
        const std::string folded = text::folded(word);
        return folded == "minutes" || folded == "minute" || folded == "min";
    };
    if (words.size() > 2 && unit(words.back()) && whole_number(words[words.size() - 2])) words.pop_back();
    if (words.size() > 1 && whole_number(words.back())) {
        const auto read = read_minutes(words.back(), "add item Travel costs 10");
        if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
        minutes = std::get<Minutes>(read);
        words.pop_back();
    }
    std::string title;
    for (const std::string& word : words) title += (title.empty() ? "" : " ") + word;
    if (title.empty())
        return wrong("add needs a title, and minutes if you know them. Example: add item Travel costs 10.");
    return vocabulary::with_new_words(view, act(command::AddItem{title, minutes, ItemKind::explore, proposer}), title);
}

Reaction move(const View& view, const std::string& argument) {
    std::string first = argument;
    std::optional<std::string> second;
    if (const std::size_t before = text::folded(argument).find(" before "); before != std::string::npos) {
        first = trimmed(std::string_view(argument).substr(0, before));
        second = trimmed(std::string_view(argument).substr(before + 8));
    }
    return with(read_item(view.state, first, "move"), [&](const ItemId& item) {
        if (!second) return act(command::MoveItem{item, std::nullopt});
        return with(read_item(view.state, *second, "move 4 before"), [&](const ItemId& before) {
            return act(command::MoveItem{item, before});
        });
    });
}

/// `drop item N[: reason]` and `carry N`: an item that is not open gets its outcome.
Reaction settle(const View& view, const std::string& argument, Outcome outcome, std::string_view word) {
    std::string typed = argument;
    std::string reason;
    if (const auto halves = at_colon(argument)) {
        typed = halves->before;
        reason = halves->after;
    } else if (const Numbered read = leading_number(argument); read.number) {
        typed = fmt::format("{}", *read.number);
        reason = read.rest;
    }
    return with(read_item(view.state, typed, word), [&](const ItemId& item) {
        if (view.state.place.item == item) return leave(outcome);
        return act(command::SettleItem{item, outcome, reason});
    });
}

/// What follows the word "item"; nothing when that is not the first word.
std::optional<std::string> after_item(const std::string& argument) {
    const std::string folded = text::folded(argument);
    if (folded != "item" && !folded.starts_with("item ")) return std::nullopt;
    return trimmed(std::string_view(argument).substr(4));
}

Reaction skip(const View& view) {
    if (const AgendaItem* open = view.state.open_item()) {
        return open->item.kind == ItemKind::pause ? leave(Outcome::dropped) : ask_first(leave_out_question(*open));
    }
    Reaction reaction = act(command::Skip{});
    if (view.state.place.stage != Stage::pulse) return reaction;
    const std::size_t answered = view.memory.pulse_answers.size();
    if (answered > 0) {
        reaction.said =
            fmt::format("The answers to {} are not kept.", text::count(answered, "statement", "statements"));
    }
    reaction.pulse_answers.emplace();
    reaction.passed_round.emplace();
    return reaction;
}

Reaction pause(const View& view, const std::string& argument, bool rest) {
    command::Pause stopped{rest, std::nullopt};
    if (!argument.empty()) {
        const auto read = read_minutes(argument, rest ? "break 10" : "pause 5");
        if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
        stopped.minutes = std::get<Minutes>(read);
    }
    Reaction reaction = act(stopped);
    reaction.said = in_face(view, {"Type resume to go on.", "{resume} goes on."});
    return reaction;
}

/// A minute is enough to find one's first sentence; five is long in silence.
Reaction think(const View& view, const std::string& argument) {
    const auto read = argument.empty() ? Read<Minutes>{Minutes{1}} : read_minutes(argument, "think 2");
    if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
    Reaction reaction = act(command::Pause{false, std::get<Minutes>(read), true});
    reaction.said = in_face(view, {"Type resume to go on sooner.", "{resume} goes on sooner."});
    return reaction;
}

}  // namespace

Reaction leave(Outcome outcome) { return act(command::Next{outcome}); }

std::optional<Reaction> on(const View& view, const Intent& intent) {
    const std::string& text = intent.argument;
    switch (intent.word) {
        case Word::back: {
            // The page that comes does not say so, and one comma too many is soon pressed.
            Reaction back = act(command::Back{});
            back.said = "The meeting went back.";
            return back;
        }
        case Word::go:
            return go(view, text);
        case Word::add:
            return add(view, text);
        case Word::move:
            return move(view, text);
        case Word::skip:
            return skip(view);
        case Word::pause:
            return pause(view, text, false);
        case Word::break_:
            return pause(view, text, true);
        case Word::think:
            return think(view, text);
        case Word::resume:
            return act(command::Resume{});
        case Word::drop:
            if (const auto rest = after_item(text)) return settle(view, *rest, Outcome::dropped, "drop item");
            return std::nullopt;
        case Word::carry:
            if (text.empty()) return std::nullopt;
            return settle(view, after_item(text).value_or(text), Outcome::carried, "carry");
        default:
            return std::nullopt;
    }
}

}  // namespace folkmoot::agenda
