#include "screens/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "screens/reacting.h"
#include "src/base/text.h"
#include "src/session/rota.h"

namespace folkmoot::people {
namespace {

Reaction everyone_is_here(const View& view) {
    command::Attend all;
    std::vector<std::string> late;
    std::string seats;  // a number is on every keyboard, a name may not be
    for (const Attendance& each : view.state.attendance) {
        if (each.presence == Presence::expected) all.people.push_back(each.person);
        if (each.presence != Presence::late) continue;
        late.push_back(fmt::format("{}, seat {}", view.state.name_of(each.person), view.state.seat_of(each.person)));
        if (seats.empty()) seats = fmt::format("{}", view.state.seat_of(each.person));
    }
    const std::string still_late =
        late.empty() ? ""
                     : fmt::format("Still coming later: {}. {}", text::list(late),
                                   in_face(view, {fmt::format("When they arrive, type here {}.", seats),
                                                  fmt::format("When they arrive: {{here}} and {}.", seats)}));
    if (view.state.attendance.empty())
        return wrong("Nobody is on the list of people yet. Example: here new Sam Field of Harbour Voices.");
    if (all.people.empty()) {
        return tell(late.empty() ? "Everyone who was expected is here already. " +
                                       in_face(view, {"Type who for the list.", "{who} reads the list."})
                                 : still_late);
    }
    Reaction reaction = act(all);
    reaction.said = still_late;
    return reaction;
}

/// The partner's whole name when the typed one is a shortening of exactly one.
std::string partner_in_full(const State& state, const std::string& typed) {
    const auto read = read_partner(state, typed, "of");
    const auto* partner = std::get_if<PartnerId>(&read);
    return partner == nullptr ? typed : state.partner_name(*partner);
}

Reaction walk_in(const View& view, const std::string& typed) {
    const std::size_t of = typed.rfind(" of ");
    const std::string name = trimmed(std::string_view(typed).substr(0, of));
    const std::string partner = of == std::string::npos ? "" : trimmed(std::string_view(typed).substr(of + 4));
    if (name.empty() || partner.empty()) {
        const std::string example =
            view.state.partners.empty() ? "Harbour Voices" : view.state.partners.front().name.text;
        return wrong(
            fmt::format("A new person needs a name and whom they take part for. Example: here new Sam Field of "
                        "{}, or of independent.",
                        example));
    }
    return act(command::WalkIn{name, partner_in_full(view.state, partner)});
}

/// Whose task somebody else has to take now: "Morag was to keep time."
std::string tasks_left(const View& view, const std::vector<PersonId>& people) {
    std::string said;
    std::string_view which;
    const auto add = [&](const std::optional<PersonId>& holder, Duty duty, std::string_view word) {
        if (!holder || std::ranges::find(people, *holder) == people.end()) return;
        said += fmt::format("{} was to {}. ", view.state.name_of(*holder), infinitive(duty));
        which = word;
    };
    add(view.state.facilitator, Duty::facilitate, "facilitate");
    add(view.state.note_taker, Duty::take_notes, "notes");
    add(view.state.timekeeper, Duty::keep_time, "time");
    if (said.empty()) return said;
    return said + in_face(view, {fmt::format("To give it to somebody else type duty {} and a name.", which),
                                 fmt::format("To give it to somebody else type :duty {} and a name.", which)});
}

Reaction attend(const View& view, std::string_view names, std::string_view word, Presence presence) {
    return with(read_people(view.state, names, word), [&](const std::vector<PersonId>& found) {
        Reaction reaction = act(command::Attend{found, presence});
        if (presence == Presence::away || presence == Presence::apologies) reaction.said = tasks_left(view, found);
        return reaction;
    });
}

Reaction here(const View& view, const std::string& argument) {
    const std::string folded = text::folded(argument);
    if (folded == "all" || folded == "everyone") return everyone_is_here(view);
    if (folded == "new" || folded.starts_with("new "))
        return walk_in(view, trimmed(std::string_view(argument).substr(3)));
    return attend(view, argument, "here", Presence::here);
}

/// What stands after "apologies", which says no more than the colon does.
std::string reason_in(const std::string& typed) {
    constexpr std::string_view word = "apologies";
    if (!text::folded(typed).starts_with(word)) return typed;
    const std::size_t begin = typed.find_first_not_of(" ,.;:-", word.size());
    return begin == std::string::npos ? "" : typed.substr(begin);
}

/// One act a person, so that each reason can be forgotten with whose it is.
Reaction apologise(const View& view, const std::string& names, const std::string& reason) {
    return with(read_people(view.state, names, "away"), [&](const std::vector<PersonId>& found) {
        Reaction reaction;
        for (const PersonId& person : found)
            reaction.commands.emplace_back(command::Attend{{person}, Presence::apologies, reason});
        reaction.said = tasks_left(view, found);
        return reaction;
    });
}

/// "away Ben: ill" and "away Ben apologies": any word after the colon counts as having been in touch.
Reaction away(const View& view, const std::string& argument) {
    if (const auto halves = at_colon(argument)) {
        if (halves->after.empty()) return attend(view, halves->before, "away", Presence::away);
        const std::string reason = reason_in(halves->after);
        if (reason.empty()) return attend(view, halves->before, "away", Presence::apologies);
        return apologise(view, halves->before, reason);
    }
    constexpr std::string_view word = " apologies";
    if (text::folded(argument).ends_with(word)) {
        return attend(view, std::string_view(argument).substr(0, argument.size() - word.size()), "away",
                      Presence::apologies);
    }
    return attend(view, argument, "away", Presence::away);
}

Reaction duty(const View& view, const std::string& argument) {
    const auto words = text::words(argument);
    const std::string named = words.empty() ? "" : text::folded(words.front());
    const std::string rest = trimmed(std::string_view(argument).substr(words.empty() ? 0 : words.front().size()));
    if (named == "host" || named == "hosts") {
        return with(read_partner(view.state, rest, "duty host"), [](const PartnerId& partner) {
            return act(command::TakeDuty{Duty::host, std::nullopt, partner});
        });
    }
    struct Row {
        std::string_view word;
        Duty duty;
    };
    static constexpr std::array rows{Row{"facilitate", Duty::facilitate}, Row{"facilitates", Duty::facilitate},
                                     Row{"notes", Duty::take_notes}, Row{"note", Duty::take_notes},
                                     Row{"time", Duty::keep_time}};
    const auto row = std::ranges::find(rows, named, &Row::word);
    if (row == rows.end()) {
        if (named.empty())
            return wrong("duty needs facilitate, notes, time or host, then a name. Example: duty notes Ben.");
        return wrong(
            fmt::format("\"{}\" is no duty. It can be facilitate, notes, time or host, then a name. "
                        "Example: duty notes Ben.",
                        named));
    }
    return with(read_person(view.state, rest, "duty " + named, true), [&](const PersonId& person) {
        return act(command::TakeDuty{row->duty, person, std::nullopt});
    });
}

}  // namespace

std::optional<Reaction> on(const View& view, const Intent& intent) {
    switch (intent.word) {
        case Word::here:
            return here(view, intent.argument);
        case Word::away:
            return away(view, intent.argument);
        case Word::late:
            return attend(view, intent.argument, "late", Presence::late);
        case Word::left:
            return attend(view, intent.argument, "left", Presence::left);
        case Word::agree:
            return act(command::AgreeMinutes{});
        case Word::duty:
            return duty(view, intent.argument);
        default:
            return std::nullopt;
    }
}

}  // namespace folkmoot::people
