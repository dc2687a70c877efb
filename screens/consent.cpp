#include "screens/consent.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "screens/captures.h"
#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/wording.h"
#include "src/base/text.h"

namespace folkmoot::consent {
namespace {

using Said = AskedInTurn::Said;
using People = std::vector<AskedInTurn::Person>;

std::string_view in_words(Said said) {
    switch (said) {
        case Said::nothing:
            return "not asked yet";
        case Said::agrees:
            return "agrees";
        case Said::reservation:
            return "has a reservation";
        case Said::passes:
            return "passes";
    }
    return "";
}

People::const_iterator next_of(const People& people) {
    return std::ranges::find(people, Said::nothing, &AskedInTurn::Person::said);
}

/// "1 of those who agreed has a reservation."; the numbers are said with the act.
std::string reservations_of(const People& people) {
    const auto some = std::ranges::count(people, Said::reservation, &AskedInTurn::Person::said);
    if (some == 0) return "";
    return fmt::format("{} of those who agreed {} a reservation.", some, some == 1 ? "has" : "have");
}

std::size_t last_turn(const People& people) {
    return people.empty() ? 0 : std::ranges::max(people, {}, &AskedInTurn::Person::turn).turn;
}

Votes votes_of(const People& people) {
    const auto count = [&](Said said) {
        return static_cast<int>(std::ranges::count(people, said, &AskedInTurn::Person::said));
    };
    return {count(Said::agrees) + count(Said::reservation), 0, count(Said::passes)};
}

/// After an answer the next is named; when all have answered, it is decided.
Reaction answered(const View& view, const Capture& decision, const PersonId& who, Said said, Reaction reaction) {
    AskedInTurn now = view.memory.consent;
    // Who arrived meanwhile is asked as well.
    for (const PersonId& each : view.state.present())
        if (std::ranges::find(now.people, each, &AskedInTurn::Person::id) == now.people.end())
            now.people.push_back({each, Said::nothing});
    const std::size_t turn = last_turn(now.people) + 1;
    for (AskedInTurn::Person& each : now.people) {
        if (each.id == who) each = {who, said, turn};
    }
    now.events = view.state.events.size() + reaction.commands.size();
    if (reaction.commands.empty()) reaction.said = fmt::format("{} {}.", view.state.name_of(who), in_words(said));
    if (!reaction.said.empty()) reaction.said += " ";
    if (const auto next = next_of(now.people); next != now.people.end()) {
        reaction.said += fmt::format("Next, {}.", view.state.name_of(next->id));
        reaction.consent = std::move(now);
        return reaction;
    }
    reaction.commands.emplace_back(command::RuleDecision{decision.number, DecisionRule::consent, votes_of(now.people)});
    reaction.said = reservations_of(now.people);
    reaction.consent = AskedInTurn{};
    return reaction;
}

Reaction reserved(const View& view, const Capture& decision, const PersonId& who, const std::string& words) {
    const std::string argument = words.empty() ? "" : fmt::format("{} {}", decision.number, words);
    Reaction reaction = captures::on(view, {Word::reserve, argument}).value();
    if (reaction.error) return reaction;
    const auto* command = std::get_if<command::Reserve>(&reaction.commands.front());
    const PersonId whose = command != nullptr ? command->person.value_or(who) : who;
    return answered(view, decision, whose, Said::reservation, std::move(reaction));
}

/// The one who is asked, or the one who is named.
Reaction pass(const View& view, const Capture& decision, const PersonId& next, const std::string& typed) {
    if (typed.empty()) return answered(view, decision, next, Said::passes, {});
    return with(read_person(view.state, typed, "pass", true),
                [&](const PersonId& person) { return answered(view, decision, person, Said::passes, {}); });
}

/// "3 agrees": whose seat it is, and what they say.
std::optional<Reaction> answer_of_seat(const View& view, const Capture& decision, const std::string& typed) {
    const Numbered read = leading_number(typed);
    const std::string word = text::folded(read.rest.substr(0, read.rest.find(' ')));
    const auto seat = static_cast<std::size_t>(read.number.value_or(0));
    if (seat < 1 || seat > view.state.people.size()) return std::nullopt;
    const PersonId who = view.state.people[seat - 1].id;
    if (std::ranges::find(view.memory.consent.people, who, &AskedInTurn::Person::id) ==
        view.memory.consent.people.end())
        return wrong(fmt::format("{} was not here when the asking began.", view.state.name_of(who)));
    if (word == "agrees") return answered(view, decision, who, Said::agrees, {});
    if (word == "passes") return answered(view, decision, who, Said::passes, {});
    if (word == "objects") return ask_first(objected_question(decision));
    if (word == "reservation") return reserved(view, decision, who, trimmed(read.rest.substr(word.size())));
    return std::nullopt;
}

/// What stands behind "2 consent" or "consent"; nothing when it is another rule.
std::optional<std::string> behind_consent(const Capture& decision, const std::string& argument) {
    const Numbered read = leading_number(argument);
    if (read.number && *read.number != static_cast<int>(decision.number)) return std::nullopt;
    constexpr std::string_view consent = "consent ";
    if (!text::folded(read.rest).starts_with(consent)) return std::nullopt;
    return trimmed(read.rest.substr(consent.size()));
}

/// The last answer, as long as nothing else was done since; a reservation is an act of the meeting and goes with it.
std::optional<Reaction> take_back(const View& view) {
    AskedInTurn now = view.memory.consent;
    const auto last = std::ranges::max_element(now.people, {}, &AskedInTurn::Person::turn);
    if (last->turn == 0) return std::nullopt;
    if (now.events != view.state.events.size()) return std::nullopt;
    Reaction reaction;
    if (last->said == Said::reservation) reaction.commands.emplace_back(command::Undo{});
    reaction.said = fmt::format("The answer of {} is taken back. They are asked again.", view.state.name_of(last->id));
    *last = {last->id, Said::nothing, 0};
    now.events = view.state.events.size() + reaction.commands.size();
    reaction.consent = std::move(now);
    return reaction;
}

Reaction stop_asking() {
    Reaction reaction = tell("Not everyone was asked. How it was decided stays as it was.");
    reaction.consent = AskedInTurn{};
    return reaction;
}

std::vector<Act> acts_on(const Capture& decision, const State& state, const PersonId& who) {
    const std::string begun = fmt::format("{} consent {} ", decision.number, state.seat_of(who));
    return {{"agrees", {Word::rule, begun + "agrees"}},
            {fmt::format("reservation of {}, with a name and a colon only if they want", state.name_of(who)),
             {Word::rule, begun + "reservation"},
             true},
            {"passes", {Word::rule, begun + "passes"}},
            {"objects", {Word::rule, begun + "objects"}}};
}

}  // namespace

Reaction begin(const View& view, const Capture& decision) {
    if (is_open(view, decision))
        return wrong(
            "Everyone is being asked already. Type next to ask no more, or undo to take the last answer back.");
    AskedInTurn asked;
    asked.decision = decision.number;
    for (const PersonId& each : view.state.present()) asked.people.push_back({each, Said::nothing});
    if (asked.people.empty()) return wrong("Nobody is counted as here yet. Example: here all.");
    Reaction reaction;
    reaction.go = Go::to_decision;
    reaction.decision = decision.number;
    reaction.consent = std::move(asked);
    return reaction;
}

bool is_open(const View& view, const Capture& decision) {
    return view.memory.consent.decision == decision.number && !view.memory.consent.people.empty();
}

Page page(const View& view, const Capture& decision) {
    const People& people = view.memory.consent.people;
    Page page;
    page.title =
        fmt::format("Decision {}, asking {} in turn", decision.number, text::count(people.size(), "person", "people"));
    page.blocks.emplace_back(Text{text::sentence(text::one_line(decision.text.text))});
    List list;
    for (const AskedInTurn::Person& each : people) {
        list.items.push_back({fmt::format("{} of {}, {}, {}", list.items.size() + 1, people.size(),
                                          view.state.name_of(each.id), in_words(each.said)),
                              acts_on(decision, view.state, each.id)});
    }
    page.blocks.emplace_back(std::move(list));
    page.blocks.emplace_back(Hint{
        "Type agree, pass, or reserve and a reservation, for the one in the prompt; stop when they object; next to "
        "ask no more.",
        "Enter agrees, 2 has a reservation, 3 passes, 4 objects. {back} asks no more."});
    const auto next = next_of(people);
    if (next != people.end()) page.focus = static_cast<std::size_t>(next - people.begin());
    page.on_leave = Word::back;
    page.prompt = fmt::format("Decision {}, {}", decision.number,
                              next != people.end() ? view.state.name_of(next->id) : std::string("all were asked"));
    page.words = everywhere::words_after(
        view, {Word::agree, Word::reserve, Word::pass, Word::stop, Word::undo, Word::rule, Word::next, Word::back});
    return page;
}

std::optional<Reaction> on(const View& view, const Capture& decision, const Intent& intent) {
    const auto next = next_of(view.memory.consent.people);
    if (next == view.memory.consent.people.end()) return std::nullopt;
    switch (intent.word) {
        case Word::agree:
            return answered(view, decision, next->id, Said::agrees, {});
        case Word::pass:
            return pass(view, decision, next->id, intent.argument);
        case Word::reserve:
            return reserved(view, decision, next->id, intent.argument);
        case Word::stop:
            return ask_first(objected_question(decision));
        case Word::undo:
            return take_back(view);
        case Word::next:
        case Word::back:
            return stop_asking();
        case Word::rule:
            if (const auto typed = behind_consent(decision, intent.argument))
                return answer_of_seat(view, decision, *typed);
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

}  // namespace folkmoot::consent
