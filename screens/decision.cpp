#include "screens/decision.h"

#include <fmt/format.h>

#include "screens/captures.h"
#include "screens/consent.h"
#include "screens/everywhere.h"
#include "screens/reacting.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot::decision {
namespace {

/// The partnership's usual way is said as that, so that it is heard that nobody chose it for this decision.
std::string how_decided(const State& state, const Capture& decision) {
    if (!decision.rule) {
        return std::string("How it was decided, not said yet") +
               (state.plan.rule == DecisionRule::vote ? ", the usual way is a vote" : "");
    }
    std::string said = *decision.rule == DecisionRule::lead
                           ? std::string("How it was decided, the lead decided")
                           : fmt::format("How it was decided, by {}", in_words(*decision.rule));
    if (decision.votes) said += ", " + folkmoot::in_words(*decision.votes, decision.rule.value_or(DecisionRule::vote));
    if (decision.rule == state.plan.rule) said += ", the usual way";
    return said;
}

ListItem look_again_line(const Capture& decision) {
    const std::string number = fmt::format("{}", decision.number);
    ListItem item{decision.look_again ? "To be looked at again on " + folkmoot::in_words(*decision.look_again)
                                      : "No day on which it is looked at again",
                  {{fmt::format("decision {} is looked at again on", number), {Word::revisit, number}, true}}};
    if (decision.look_again) item.acts.push_back({"never", {Word::revisit, number + " never"}});
    return item;
}

std::string in_words(const State& state, const Reservation& reservation) {
    return (reservation.person ? fmt::format("Reservation of {}, ", state.name_of(*reservation.person))
                               : std::string("Reservation, ")) +
           text::one_line(reservation.text.text);
}

/// Among the acts on how it was decided.
std::size_t place_of(DecisionRule rule) {
    switch (rule) {
        case DecisionRule::consent:
            return 0;
        case DecisionRule::consensus:
            return 1;
        case DecisionRule::vote:
            return 2;
        case DecisionRule::lead:
            return 3;
    }
    return 0;
}

List lines_of(const State& state, const Capture& decision) {
    const std::string number = fmt::format("{}", decision.number);
    const std::string old = text::one_line(decision.text.text);
    std::vector<ListItem> items;
    items.push_back({decision.principle ? old + ", becomes a shared principle" : old,
                     {{fmt::format("decision {}, new text", number), {Word::edit, number}, true, old},
                      decision.principle ? Act{"stays a decision", {Word::principle, number + " no"}}
                                         : Act{"becomes a shared principle", {Word::principle, number}},
                      {"take it away", {Word::remove, number}}}});
    items.push_back({how_decided(state, decision),
                     {{"by consent", {Word::rule, number + " consent"}},
                      {"by consensus", {Word::rule, number + " consensus"}},
                      {"by vote: for, against, abstained, such as 5 1 0", {Word::rule, number + " vote"}, true},
                      {"the lead decided", {Word::rule, number + " lead"}},
                      {"ask everyone in turn whether they consent", {Word::rule, number + " consent round"}}},
                     {},
                     // Enter out of habit changes nothing that was said, and takes the usual way where nothing was.
                     place_of(decision.rule.value_or(state.plan.rule.value_or(DecisionRule::consent)))});
    items.push_back(look_again_line(decision));
    for (const Reservation& each : decision.reservations) items.push_back({in_words(state, each), {}});
    items.push_back({"Add a reservation, with a name and a colon only if the person wants",
                     {{fmt::format("decision {}, a reservation", number), {Word::reserve, number}, true}}});
    List list;
    for (ListItem& each : items) {
        each.text = fmt::format("{} of {}, {}", list.items.size() + 1, items.size(), each.text);
        list.items.push_back(std::move(each));
    }
    return list;
}

/// "consent" is "2 consent" here. A number that names a text of this kind stays what it is elsewhere.
Intent with_number(const State& state, const Capture& decision, const Intent& intent, bool any_kind) {
    const Numbered read = leading_number(intent.argument);
    const Capture* named =
        read.number && *read.number > 0 ? state.capture(static_cast<CaptureNumber>(*read.number)) : nullptr;
    if (named != nullptr && !named->removed && (any_kind || named->kind == CaptureKind::decision)) return intent;
    // The others say themselves what is missing behind them.
    if (intent.argument.empty() && intent.word == Word::principle)
        return {intent.word, fmt::format("{}", decision.number)};
    return {intent.word, intent.argument.empty() ? "" : fmt::format("{} {}", decision.number, intent.argument)};
}

Reaction leave() {
    Reaction reaction;
    reaction.go = Go::from_decision;
    return reaction;
}

}  // namespace

const Capture* open_one(const View& view) {
    const auto& open = view.memory.decision;
    if (!open || open->place != view.state.place) return nullptr;
    const Capture* decision = view.state.capture(open->number);
    return decision != nullptr && !decision->removed && decision->kind == CaptureKind::decision ? decision : nullptr;
}

Page page(const View& view) {
    const Capture& decision = *open_one(view);
    if (consent::is_open(view, decision)) return consent::page(view, decision);
    Page page;
    page.title = fmt::format("Decision {}, {}", decision.number,
                             text::count(decision.reservations.size(), "reservation", "reservations"));
    page.blocks.emplace_back(lines_of(view.state, decision));
    page.blocks.emplace_back(Hint{
        "Type rule and consent, consensus, vote or lead; reserve and a reservation; revisit and a day; principle to "
        "make it a shared principle; next to go back.",
        "On how it was decided: 1 consent, 2 consensus, 3 vote, 4 the lead, 5 ask everyone in turn. On its text: 1 "
        "changes it, 2 makes it a shared principle, 3 takes it away. {back} goes back."});
    page.focus = 1;
    page.on_leave = Word::back;
    page.prompt = fmt::format("Decision {}", decision.number);
    page.words = everywhere::words_after(
        view, {Word::rule, Word::reserve, Word::revisit, Word::principle, Word::edit, Word::next, Word::back});
    return page;
}

std::optional<Reaction> on(const View& view, const Intent& intent) {
    const Capture& decision = *open_one(view);
    if (consent::is_open(view, decision)) {
        if (auto reaction = consent::on(view, decision, intent)) return reaction;
    }
    switch (intent.word) {
        case Word::next:
        case Word::back:
            return leave();
        case Word::rule:
        case Word::reserve:
        case Word::principle:
            return captures::on(view, with_number(view.state, decision, intent, false));
        case Word::edit:
            return captures::on(view, with_number(view.state, decision, intent, true));
        case Word::revisit:
            return captures::revisit(view, intent.argument, decision.number);
        default:
            return std::nullopt;
    }
}

}  // namespace folkmoot::decision
