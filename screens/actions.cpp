#include "screens/actions.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/near_names.h"
#include "screens/wording.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/session/wanted_actions.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string text = text::one_line(raw);
    return text.empty() ? std::string(otherwise) : text;
}

/// "2 of 5, Send the form, accepted, Ben, due Friday 4 December 2026, overdue, carried twice, from Working group 6".
std::string line_of(const ActionSummary& action, std::size_t position, std::size_t count, Date today) {
    std::string line = fmt::format("{} of {}, {}, {}, {}", position, count, or_else(action.what, "(no words)"),
                                   action.state == ActionState::proposed ? "not accepted yet" : in_words(action.state),
                                   or_else(action.owner, "no owner yet"));
    line += action.due ? ", due " + in_words(*action.due) : ", no date";
    if (action.due && !is_over(action.state) && days_between(*action.due, today) > 0) line += ", overdue";
    if (action.carried > 0) line += ", " + carried_in_words(action.carried);
    const std::string meeting = or_else(action.meeting_title, "a meeting without title");
    return line + ", from " + meeting + and_group(meeting, action.group);
}

std::vector<Act> acts_on(const ActionSummary& action, std::size_t position) {
    const std::string number = fmt::format("{}", position);
    if (is_over(action.state))
        return {{"open it again", {Word::keep, number}}, {"how it went on", {Word::story, number}}};
    return {{"it is done", {Word::done, number}},
            {"its owner accepts it", {Word::accept, number}},
            {fmt::format("drop {}, the reason", number), {Word::drop, number + ":"}, true},
            {fmt::format("action {}, who has it", number), {Word::owner, number}, true},
            {fmt::format("action {}, by when", number), {Word::due, number}, true},
            {"how it went on", {Word::story, number}}};
}

Wrong needs_number(std::string_view word, std::string_view rest, std::size_t all) {
    if (all == 0) return {"There is no action in this list. Type actions for all that are open."};
    const std::string example = fmt::format("{} 1{}", word, rest);
    return {
        fmt::format("{} needs the number of an action of this list, from 1 to {}. Example: {}.", word, all, example)};
}

/// By exact name, else by shortening; a name that nobody has is answered with those that come near.
Read<PersonId> read_owner(const Partnership& partnership, const std::string& typed, std::size_t position) {
    const std::string name = trimmed(typed);
    const auto example = [&] {
        return partnership.people.empty() ? std::string("Asha") : text::one_line(partnership.people.front().name.text);
    };
    if (name.empty()) return Wrong{fmt::format("owner needs a name. Example: owner {} {}.", position, example())};
    const auto fitting = people_called(partnership, name);
    if (fitting.size() == 1) return fitting.front().id;
    if (!fitting.empty()) {
        std::vector<std::string> all;
        for (const Person& each : fitting) all.push_back(text::one_line(each.name.text));
        return Wrong{fmt::format("{} could be {}. Type more of the name.", name, text::list(all, "or"))};
    }
    State people;
    people.people = partnership.people;
    std::vector<std::string> near;
    for (const PersonId& id : people_near(people, name)) near.push_back(text::one_line(people.name_of(id)));
    if (!near.empty())
        return Wrong{fmt::format("Nobody of {} is called \"{}\". Did you mean {}?",
                                 text::one_line(partnership.name.text), name, text::list(near, "or"))};
    return Wrong{fmt::format("Nobody of {} is called \"{}\". Example: owner {} {}.",
                             text::one_line(partnership.name.text), name, position, example())};
}

Read<DeskCommand> read_set_owner(const ActionSummary& action, const std::string& typed, std::size_t position,
                                 Records& records) {
    if (text::folded(trimmed(typed)) == "nobody") return DeskCommand{desk::SetOwner{}};
    const auto partnership = records.partnership(action.partnership);
    const auto read = read_owner(partnership.value_or(Partnership{}), typed, position);
    if (const auto* fault = std::get_if<Wrong>(&read)) return *fault;
    return DeskCommand{desk::SetOwner{std::get<PersonId>(read)}};
}

Read<DeskCommand> read_set_due(const std::string& typed, Date today) {
    if (text::folded(trimmed(typed)) == "never") return DeskCommand{desk::SetDue{}};
    const auto read = read_day(typed, today);
    if (const auto* fault = std::get_if<Wrong>(&read)) return *fault;
    return DeskCommand{desk::SetDue{std::get<Date>(read)}};
}

Read<DeskCommand> read_command(Word word, const ActionSummary& action, const std::string& rest, std::size_t position,
                               Records& records, Date today) {
    switch (word) {
        case Word::owner:
            return read_set_owner(action, rest, position, records);
        case Word::due:
            return read_set_due(rest, today);
        case Word::drop: {
            const std::string why = trimmed(rest.starts_with(':') ? rest.substr(1) : rest);
            if (why.empty())
                return Wrong{fmt::format(
                    "drop needs the reason, so that people know later. Example: drop {}: the fund has closed.",
                    position)};
            return DeskCommand{desk::Drop{why}};
        }
        default:
            break;
    }
    if (!trimmed(rest).empty())
        return Wrong{fmt::format("{0} takes the number alone. Example: {0} {1}.", info(word).name, position)};
    if (word == Word::accept) return DeskCommand{desk::Accept{}};
    if (word == Word::keep) return DeskCommand{desk::Keep{}};
    return DeskCommand{desk::Finish{}};
}

std::string_view what_follows(Word word) {
    if (word == Word::owner) return " Asha";
    if (word == Word::due) return " friday";
    if (word == Word::drop) return ": the fund has closed";
    return "";
}

}  // namespace

std::vector<ActionSummary> actions_asked(Records& records, const std::string& typed, Date today) {
    if (trimmed(typed).empty()) return records.actions(false);
    const auto read = read_search(typed, today);
    if (const auto* fault = std::get_if<SearchFault>(&read)) throw Error(fault->why);
    return wanted(records.actions(false), std::get<SearchQuery>(read));
}

Page actions_page(const std::vector<ActionSummary>& all, const std::string& typed, Date today) {
    Page page;
    const auto open =
        static_cast<std::size_t>(std::ranges::count_if(all, [](const auto& each) { return !is_over(each.state); }));
    page.title = fmt::format("Actions, {} open", open);
    if (const std::string asked = text::one_line(typed); !asked.empty())
        page.blocks.emplace_back(Text{fmt::format("Those that fit: {}", asked)});
    List list;
    list.when_empty = typed.empty() ? "No action is open." : "No open action fits that.";
    for (std::size_t i = 0; i < all.size(); ++i)
        list.items.push_back({line_of(all[i], i + 1, all.size(), today), acts_on(all[i], i + 1)});
    page.blocks.emplace_back(std::move(list));
    // Behind the list: whoever listens comes to the actions first.
    if (!all.empty())
        page.blocks.emplace_back(Hint{
            "Type done, accept, keep, drop, owner, due or story, and the number.",
            "On a line: Enter says done. 2 is for its owner to accept, 3 drops it with a reason, 4 is who has it, 5 "
            "by when, 6 how it went on. {undo} takes back."});
    page.help = "between";
    page.words = {Word::done, Word::accept, Word::drop,  Word::owner,  Word::due,
                  Word::keep, Word::undo,   Word::story, Word::actions};
    return page;
}

Read<ActionAct> read_action_act(const Intent& intent, const std::vector<ActionSummary>& all, Records& records,
                                Date today) {
    const Numbered read = leading_number(intent.argument);
    const auto word = info(intent.word).name;
    if (!read.number || *read.number < 1 || static_cast<std::size_t>(*read.number) > all.size())
        return needs_number(word, what_follows(intent.word), all.size());
    const auto position = static_cast<std::size_t>(*read.number);
    const auto command = read_command(intent.word, all[position - 1], read.rest, position, records, today);
    if (const auto* fault = std::get_if<Wrong>(&command)) return *fault;
    return ActionAct{position - 1, std::get<DeskCommand>(command)};
}

}  // namespace folkmoot
