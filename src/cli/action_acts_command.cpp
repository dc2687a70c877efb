// What is done with an action between meetings: actions done, accept, keep, drop, owner, due.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/session/actions_desk.h"
#include "src/time/clock.h"
#include "src/time/date_words.h"

namespace folkmoot::cli {

namespace {

using Kind = launch::ActionAct::Kind;

struct Row {
    Kind kind;
    const char* name;
    const char* description;
    const char* words;  ///< what follows the id; null: nothing
    const char* type;
    const char* example;
};

constexpr std::array<Row, 6> rows{{
    {Kind::done, "done", "Say that an action is done", nullptr, nullptr, "folkmoot actions done 3f2a1b"},
    {Kind::accept, "accept", "Say that its owner takes an action on", nullptr, nullptr,
     "folkmoot actions accept 3f2a1b"},
    {Kind::keep, "keep", "Open an action again that was done or dropped", nullptr, nullptr,
     "folkmoot actions keep 3f2a1b"},
    {Kind::drop, "drop", "Drop an action on purpose", "The reason, so that people know later", "REASON",
     "folkmoot actions drop 3f2a1b the fund has closed"},
    {Kind::owner, "owner", "Say who has an action", "Who has it; nobody takes its owner away", "NAME",
     "folkmoot actions owner 3f2a1b Asha"},
    {Kind::due, "due", "Say by when an action is due", "The date, as people say it; never takes it away", "DATE",
     "folkmoot actions due 3f2a1b in 2 weeks"},
}};

std::string together(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

std::string named(const ActionSummary& action) {
    return fmt::format("{} ({})", action.id.shown(8), text::first(text::one_line(action.what), 40));
}

PersonId owner_named(Records& records, const ActionSummary& action, const std::string& name) {
    const auto partnership = records.partnership(action.partnership);
    const auto people = partnership ? people_called(*partnership, name) : std::vector<Person>{};
    if (people.size() == 1) return people.front().id;
    std::vector<std::string> names;
    for (const Person& each : people.empty() && partnership ? partnership->people : people)
        names.push_back(text::one_line(each.name.text));
    throw Usage(people.empty()
                    ? fmt::format("Nobody of {} is called \"{}\". There are: {}.", text::one_line(action.partnership),
                                  name, text::list(names))
                    : fmt::format("\"{}\" could be {}. Type more of the name.", name, text::list(names, "or")));
}

DeskCommand command_for(const launch::ActionAct& act, const ActionSummary& action, Records& records, Date today) {
    const std::string words = text::one_line(together(act.words));
    switch (act.kind) {
        case Kind::accept:
            return desk::Accept{};
        case Kind::keep:
            return desk::Keep{};
        case Kind::drop:
            return desk::Drop{words};
        case Kind::owner:
            if (text::folded(words) == "nobody") return desk::SetOwner{};
            return desk::SetOwner{owner_named(records, action, words)};
        case Kind::due: {
            if (text::folded(words) == "never") return desk::SetDue{};
            const auto date = read_date(words, today);
            if (!date)
                throw Usage(
                    fmt::format("\"{}\" is no date. A date is written 2026-12-01, \"1 december\", friday, or "
                                "\"in 2 weeks\". The word never takes the date away.",
                                words));
            return desk::SetDue{*date};
        }
        case Kind::done:
            break;
    }
    return desk::Finish{};
}

}  // namespace

ActionSummary find_action(Records& records, const std::string& typed) {
    constexpr std::size_t most_named = 5;
    const std::string digits = text::folded(typed);
    auto actions = records.actions(true);
    if (actions.empty()) throw Error("There is no action in the log yet.");
    std::vector<std::string> names;
    std::vector<ActionSummary> found;
    for (const auto& each : actions)
        if (each.id.hex().starts_with(digits)) found.push_back(each);
    if (found.size() == 1) return found.front();
    for (const auto& each : found.empty() ? actions : found)
        if (names.size() < most_named) names.push_back(named(each));
    throw Error(
        found.empty()
            ? fmt::format("No action's id begins with \"{}\". There are, for example: {}.", typed, text::list(names))
            : fmt::format("\"{}\" begins the ids of {} actions: {}.", typed, found.size(), text::list(names)));
}

void describe_action_acts(CLI::App& actions, Descriptions& all) {
    for (const Row& row : rows) {
        auto* command = actions.add_subcommand(row.name, row.description);
        const auto act = std::make_shared<launch::ActionAct>();
        act->kind = row.kind;
        command->add_option("id", act->id, "The beginning of the action's id, as the list shows it")
            ->required()
            ->type_name("ID");
        if (row.words != nullptr)
            command->add_option(text::folded(row.type), act->words, row.words)->required()->type_name(row.type);
        command->footer(row.example);
        refuse_options_above(actions, *command);
        all.push_back({command, [act] { return *act; }});
    }
}

Told act_on_action(const launch::ActionAct& command, const Launch& launch, Clock& clock) {
    const auto log = open_log(launch, LogMode::write, clock);
    std::vector<std::string> lines = log->notices();
    const Stamp now = clock.now();
    const ActionSummary action = find_action(*log, command.id);
    const auto told = ActionsDesk(*log, *log).act(action.id, command_for(command, action, *log, date_of(now)), now);
    log->finish();
    if (const auto* refusal = std::get_if<Refusal>(&told)) throw Error(refusal->why);
    lines.push_back(std::get<std::string>(told));
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
