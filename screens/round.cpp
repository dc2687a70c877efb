#include "screens/round.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/told.h"
#include "screens/wording.h"
#include "src/base/text.h"

namespace folkmoot::round {
namespace {

const Round& round_here(const State& state) {
    return kind_here(state) == RoundKind::checkin ? state.checkin : state.checkout;
}

std::string name_of_round(const State& state) { return capitalised(std::string(in_words(kind_here(state)))); }

std::string_view in_words(Answer answer) {
    switch (answer) {
        case Answer::said:
            return "has spoken";
        case Answer::off:
            return "has spoken";
        case Answer::passed:
            return "passed";
        case Answer::later:
            return "later";
        case Answer::away:
            return "away";
    }
    return "";
}

std::string partner_of(const State& state, const PersonId& id) {
    const Person* person = find_person(state.people, id);
    return person == nullptr ? "" : state.partner_name(person->partner);
}

/// The keys mean the same on every line; somebody whose turn it is not is called first.
std::vector<Act> acts_on(const State& state, const PersonId& person, bool has_the_turn) {
    const std::string seat = fmt::format("{}", state.seat_of(person));
    if (!has_the_turn) {
        return {{"speaks now", {Word::speak, seat}},
                {"passes", {Word::pass, seat}},
                {"speaks at the end", {Word::later, seat}},
                {"is away", {Word::away, seat}}};
    }
    return {{state.name_of(person) + " says", {Word::say, ""}, true},
            {"passes", {Word::pass, ""}},
            {"speaks at the end", {Word::later, ""}},
            {"is away", {Word::away, ""}},
            {"speaks off the record", {Word::off, ""}}};
}

List order_list(const State& state) {
    const Round& round = round_here(state);
    const auto next = next_in_round(state, kind_here(state));
    List list;
    list.when_empty = "Nobody is in this round. Say who is here first, for example: here all.";
    for (std::size_t i = 0; i < round.order.size(); ++i) {
        const PersonId& person = round.order[i];
        std::string line = fmt::format("{} of {}, {}", i + 1, round.order.size(), state.name_of(person));
        const RoundAnswer* answer = round.answer_of(person);
        if (next == person)
            line += ", next";
        else if (answer != nullptr)
            line += fmt::format(", {}", in_words(answer->answer));
        else if (const Attendance* at = state.attendance_of(person);
                 at != nullptr && at->presence != Presence::here && at->presence != Presence::expected) {
            line += fmt::format(", {}", folkmoot::in_words(at->presence));
        }
        if (const std::string partner = partner_of(state, person); !partner.empty()) line += ", " + partner;
        list.items.push_back({std::move(line), acts_on(state, person, next == person)});
    }
    return list;
}

std::string scale_in_words(const Scale& scale) {
    return fmt::format("Scores go from {}, which is low, to {}, which is high. A score may come first.", scale.low,
                       scale.high);
}

/// The score that stands first, and what follows; a dash says that there is none.
struct Scored {
    std::optional<int> score;
    std::string rest;
};

/// "4.5" and "2,5": a score that would be kept as words.
bool is_decimal(std::string_view typed) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t mark = typed.find_first_not_of(digits);
    return mark != std::string_view::npos && mark > 0 && mark + 1 < typed.size() &&
           (typed[mark] == '.' || typed[mark] == ',') &&
           typed.find_first_not_of(digits, mark + 1) == std::string_view::npos;
}

Read<Scored> read_score(const State& state, const std::string& typed, std::string_view word) {
    const auto words = text::words(typed);
    if (words.empty()) return Scored{};
    const std::string rest = trimmed(std::string_view(typed).substr(typed.find(words.front()) + words.front().size()));
    if (words.front() == "-") return Scored{std::nullopt, rest};
    std::string first = words.front();
    while (!first.empty() && std::string_view(".,:;").find(first.back()) != std::string_view::npos) first.pop_back();
    if (state.plan.scale && is_decimal(first)) {
        return Wrong{fmt::format("{} is not on the scale. Scores are whole numbers from {} to {}. Example: {} {}.",
                                 first, state.plan.scale->low, state.plan.scale->high, word, state.plan.scale->high)};
    }
    const auto number = whole_number(first);
    // A group without a scale takes no scores, so a number is a word like any other.
    if (!number || !state.plan.scale) return Scored{std::nullopt, typed};
    if (state.plan.scale->holds(*number)) return Scored{number, rest};
    return Wrong{
        fmt::format("{} is not on the scale. Scores go from {} to {}. Example: {} {}{}", *number, state.plan.scale->low,
                    state.plan.scale->high, word, state.plan.scale->high,
                    word == "say" ? ". To begin with a number that is no score, type say - and the words." : ".")};
}

Reaction say(const View& view, const std::string& typed) {
    return with(read_score(view.state, typed, "say"), [](const Scored& read) {
        return act(command::AnswerRound{Answer::said, read.score, read.rest});
    });
}

/// Words after `off` are neither kept nor repeated: they were said off the record.
Reaction off(const View& view, const std::string& typed) {
    return with(read_score(view.state, typed, "off"), [](const Scored& read) {
        Reaction reaction = act(command::AnswerRound{Answer::off, read.score, ""});
        if (!read.rest.empty()) reaction.said = "The words were off the record, so they were not kept.";
        return reaction;
    });
}

/// `pass` and `later` are for the one whose turn it is; with a name that person is asked first.
Reaction answer(const View& view, const Intent& intent, Answer given) {
    const command::AnswerRound answered{given, std::nullopt, ""};
    if (intent.argument.empty()) return act(answered);
    return with(read_person(view.state, intent.argument, info(intent.word).name, true), [&](const PersonId& person) {
        if (next_in_round(view.state, kind_here(view.state)) == person) return act(answered);
        return acts({command::CallInRound{person}, answered});
    });
}

}  // namespace

RoundKind kind_here(const State& state) {
    return state.place.stage == Stage::checkout ? RoundKind::checkout : RoundKind::checkin;
}

std::string progress(const State& state, RoundKind kind) {
    const Round& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
    const auto waiting = waiting_in_round(state, kind).size();
    const auto away =
        static_cast<std::size_t>(std::count_if(round.order.begin(), round.order.end(), [&](const PersonId& id) {
            const RoundAnswer* given = round.answer_of(id);
            const Attendance* at = state.attendance_of(id);
            const bool absent = at != nullptr && at->presence != Presence::here && at->presence != Presence::expected;
            return absent && (given == nullptr || given->answer == Answer::later || given->answer == Answer::away);
        }));
    const std::size_t all = round.order.size() - away;
    if (all == 0) return "nobody is here";
    const auto next = next_in_round(state, kind);
    const auto passed =
        static_cast<std::size_t>(std::count_if(round.answers.begin(), round.answers.end(),
                                               [](const RoundAnswer& each) { return each.answer == Answer::passed; }));
    if (!next) return passed > 0 ? "everyone has had their turn" : "everyone has spoken";
    const std::size_t heard = all - std::min(all, waiting);
    std::string said =
        fmt::format("{} is next, {} of {} have spoken", state.name_of(*next), heard - std::min(heard, passed), all);
    if (passed > 0) said += fmt::format(", {} passed", passed);
    return said;
}

Page page(const View& view) {
    const State& state = view.state;
    const Round& round = round_here(state);
    const auto next = next_in_round(state, kind_here(state));
    Page page;
    page.title = fmt::format("{}, {}", name_of_round(state), text::count(round.order.size(), "person", "people"));
    if (!round.question.empty()) page.blocks.emplace_back(Text{text::one_line(round.question.text)});
    if (state.plan.scale) page.blocks.emplace_back(Text{scale_in_words(*state.plan.scale)});
    if (next && round.answers.empty() && kind_here(state) == RoundKind::checkin) {
        const std::string why = told::suggestion(state, Duty::speak_first, false);
        if (why.starts_with(state.name_of(*next))) page.blocks.emplace_back(Text{why});
    }
    page.blocks.emplace_back(Heading{"Order"});
    page.blocks.emplace_back(order_list(state));
    if (next) {
        page.blocks.emplace_back(Hint{
            state.plan.scale ? "Type a score and words, a dash to pass, later, away, or off to keep no words."
                             : "Type say and words, a dash to pass, later, away, or off to keep no words.",
            "Enter: what is said. {pass} passes, {later} later, {away} away, {off} off the record. {next} goes on."});
        const auto at = std::find(round.order.begin(), round.order.end(), *next);
        page.focus = static_cast<std::size_t>(at - round.order.begin());
        if (state.plan.scale) page.on_number = Word::say;
    } else if (round.order.empty()) {
        page.blocks.emplace_back(Hint{"Or type next to go on.", "{here} and all: everyone is here. {next} goes on."});
    } else {
        page.blocks.emplace_back(
            Hint{"Everyone has spoken. Type next to go on.", "Everyone has spoken. {next} goes on."});
    }
    const bool anyone = !round.order.empty();
    page.prompt = name_of_round(state) + (next     ? ", " + state.name_of(*next)
                                          : anyone ? std::string(", everyone has spoken")
                                                   : std::string(", nobody is here"));
    page.words = everywhere::words_after(
        view, {Word::say, Word::off, Word::pass, Word::later, Word::away, Word::next, Word::speak});
    return page;
}

Reaction on(const View& view, const Intent& intent) {
    const RoundKind kind = kind_here(view.state);
    switch (intent.word) {
        case Word::say:
            return say(view, intent.argument);
        case Word::off:
            return off(view, intent.argument);
        case Word::pass:
            return answer(view, intent, Answer::passed);
        case Word::later:
            return answer(view, intent, Answer::later);
        case Word::away:
            if (intent.argument.empty()) return answer(view, intent, Answer::away);
            break;
        case Word::speak:
            return with(read_person(view.state, intent.argument, "speak", true),
                        [](const PersonId& person) { return act(command::CallInRound{person}); });
        case Word::next:
            if (!waiting_in_round(view.state, kind).empty()) return ask_first(unheard_question(view, kind));
            return act(command::Next{});
        default:
            break;
    }
    return everywhere::on(view, intent);
}

}  // namespace folkmoot::round
