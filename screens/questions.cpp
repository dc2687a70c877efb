#include "screens/questions.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/wording.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {
namespace {

constexpr Minutes a_little_more{5};
constexpr std::size_t most_named = 6;

/// Builds a question choice by choice, so that the lists of an Answerable keep the same length.
class Asking {
public:
    explicit Asking(std::string text) { asked_.question.text = std::move(text); }

    Asking& choice(std::string word, std::string label, std::vector<Command> acts, std::string said = "") {
        asked_.question.choices.push_back({std::move(word), std::move(label)});
        asked_.acts.push_back(std::move(acts));
        asked_.said.push_back(std::move(said));
        asked_.then.emplace_back();
        return *this;
    }
    Asking& then(Answerable question) {
        asked_.then.back().push_back(std::move(question));
        return *this;
    }
    Asking& stay(std::string said) { return choice("stay", "stay here", {}, std::move(said)); }
    Asking& waits(bool next_answers) {
        asked_.waits = true;
        asked_.next_answers = next_answers;
        return *this;
    }
    Answerable done() { return std::move(asked_); }

private:
    Answerable asked_;
};

std::string names(const State& state, const std::vector<PersonId>& people) {
    std::vector<std::string> said;
    for (const PersonId& id : people) said.push_back(state.name_of(id));
    if (said.size() > most_named) {
        const std::size_t more = said.size() - most_named + 1;
        said.resize(most_named - 1);
        said.push_back(fmt::format("{} more", more));
    }
    return text::list(said);
}

/// Why an item is not finished, as whole sentences.
std::string what_is_open(const State& state, const AgendaItem& item) {
    std::string open;
    if (item.item.kind == ItemKind::pause) return open;
    if (item.item.kind == ItemKind::decide) {
        const auto decisions = standing(state, CaptureKind::decision);
        const bool decided = std::any_of(decisions.begin(), decisions.end(),
                                         [&](const Capture* each) { return each->item == item.item.id; });
        if (!decided) open = fmt::format("{} has no decision yet. ", item.item.title.text);
    }
    if (!item.slot.queue.empty()) {
        std::vector<PersonId> waiting;
        for (const Hand& hand : item.slot.queue) waiting.push_back(hand.person);
        open += fmt::format("Waiting to speak: {}. ", names(state, waiting));
    }
    return open;
}

/// Whole minutes past the item's time, a begun one counted.
Minutes minutes_over(const View& view) {
    const Millis left = timing(view.state, view.now).slot_left.value_or(Millis{0});
    return left < Millis{0} ? std::chrono::ceil<Minutes>(-left) : Minutes{0};
}

/// The question may wait for a while before it is answered: five minutes more begin with the answer.
void count_from_now(const View& view, Reaction& reaction) {
    for (Command& command : reaction.commands) {
        auto* more = std::get_if<command::Extend>(&command);
        if (more == nullptr) continue;
        const Minutes over = minutes_over(view);
        more->minutes = over + a_little_more;
        if (over > Minutes{0}) reaction.said = "That is five minutes from now.";
    }
}

/// "Actions 3 and 5 have no owner yet. ", or nothing; `one` and `several` are how that is said.
template <class Fits>
std::string actions_that(const State& state, Fits fits, std::string_view one, std::string_view several) {
    std::vector<std::string> numbers;
    for (const Capture* each : standing(state, CaptureKind::action)) {
        if (fits(*each)) numbers.push_back(fmt::format("{}", each->number));
    }
    if (numbers.empty()) return "";
    return numbers.size() == 1 ? fmt::format("Action {} {} yet. ", numbers.front(), one)
                               : fmt::format("Actions {} {} yet. ", text::list(numbers), several);
}

std::string without_owner(const State& state) {
    return actions_that(
        state, [](const Capture& each) { return !each.owner; }, "has no owner", "have no owner");
}

std::string not_accepted(const State& state) {
    return actions_that(
        state, [](const Capture& each) { return each.owner && each.action_state == ActionState::proposed; },
        "is not accepted", "are not accepted");
}

bool leaves_stage(const Command& command) {
    return std::holds_alternative<command::Skip>(command) || std::holds_alternative<command::Go>(command) ||
           std::holds_alternative<command::Back>(command);
}

std::vector<Command> settle_all(const State& state, Outcome outcome) {
    std::vector<Command> acts;
    for (const AgendaItem& line : state.agenda) {
        if (is_unsettled(line)) acts.emplace_back(command::SettleItem{line.item.id, outcome, ""});
    }
    return acts;
}

}  // namespace

bool unfinished(const State& state, const AgendaItem& item) { return !what_is_open(state, item).empty(); }

Answerable overrun_question(const View& view) {
    const AgendaItem* item = view.state.open_item();
    Asking asking(item == nullptr ? std::string("What does the room want?")
                                  : fmt::format("The time of {} is up. What does the room want?",
                                                text::one_line(item->item.title.text)));
    asking.choice("go on", "go on without a limit", {command::AnswerOverrun{OverrunAnswer::go_on}});
    asking.choice("more", "five minutes from now, by consent",
                  {command::Extend{minutes_over(view) + a_little_more, true, std::nullopt}});
    const command::AnswerOverrun stop{OverrunAnswer::stop};
    if (item != nullptr && unfinished(view.state, *item)) {
        asking.choice("enough", "stop here", {stop}).then(unfinished_question(view, *item));
    } else {
        asking.choice("enough", "stop here, the item is done", {stop, command::Next{Outcome::done}});
    }
    return asking.waits(false).done();
}

Answerable gap_question(Millis gap) {
    Asking asking(
        fmt::format("Nothing was written down for {}. Does that time count as meeting time?", duration_in_words(gap)));
    asking.choice("leave out", "it does not count", {command::JudgeGap{gap, false}});
    asking.choice("count", "it counts, we went on meeting", {command::JudgeGap{gap, true}});
    return asking.waits(true).done();
}

Answerable unheard_question(const View& view, RoundKind round) {
    const auto waiting = waiting_in_round(view.state, round);
    Asking asking(fmt::format("Still to speak: {}. Go on without them?", names(view.state, waiting)));
    asking.choice("skip", "go on without them", {command::Next{}},
                  fmt::format("{} not heard.", waiting.size() == 1 ? names(view.state, waiting) + " was"
                                                                   : names(view.state, waiting) + " were"));
    return asking.stay(fmt::format("Still in the {}.", in_words(round))).done();
}

Answerable unlooked_question(const View& view) {
    const auto open = static_cast<std::size_t>(std::count_if(view.state.matters.begin(), view.state.matters.end(),
                                                             [](const auto& each) { return !looked_at(each); }));
    Asking asking(open == 1 ? std::string("1 of these has not been looked at. Keep it open and go on?")
                            : fmt::format("{} of these have not been looked at. Keep them open and go on?", open));
    asking.choice("keep", "keep them open and go on", {command::Next{}});
    return asking.stay("Still at the actions from last time.").done();
}

Answerable unfinished_question(const View& view, const AgendaItem& item) {
    Asking asking(what_is_open(view.state, item) + "How do you leave it?");
    asking.choice("carry", "carry it to the next meeting", {command::Next{Outcome::carried}});
    asking.choice("done", "it is done all the same", {command::Next{Outcome::done}});
    asking.choice("park", "park it for later", {command::Next{Outcome::parked}});
    return asking.stay(fmt::format("Still in {}.", item.item.title.text)).done();
}

Answerable leave_out_question(const AgendaItem& item) {
    Asking asking(fmt::format("Go past {}?", item.item.title.text));
    asking.choice("carry", "carry it to the next meeting", {command::Next{Outcome::carried}});
    asking.choice("leave out", "leave it out, on purpose", {command::Next{Outcome::dropped}});
    return asking.stay(fmt::format("Still in {}.", item.item.title.text)).done();
}

Answerable pulse_question(const View& view, std::vector<Command> leave) {
    const std::size_t taken = view.memory.pulse_answers.size();
    const std::size_t all = view.state.plan.pulse_statements.size();
    const bool begun = view.memory.passed_round && !view.memory.passed_round->empty();
    Asking asking(taken == 0 && begun
                      ? fmt::format("{} of {} have answered the first statement. If you go on now, these answers are "
                                    "not kept.",
                                    view.memory.passed_round->size(), view.state.present().size())
                  : taken == 0 ? std::string("The pulse has not been taken. Go on without it?")
                               : fmt::format("{} of {} statements have answers. If you go on now, these answers are "
                                             "not kept.",
                                             taken, all));
    const bool skips = std::holds_alternative<command::Skip>(leave.front());
    asking.choice(skips ? "skip" : "leave", skips ? "go on without the pulse" : "leave the pulse", std::move(leave));
    return asking.stay("Still at the pulse.").done();
}

Answerable unsettled_question(const View& view) {
    std::vector<std::string> titles;
    for (const AgendaItem& line : view.state.agenda) {
        if (is_unsettled(line)) titles.push_back(line.item.title.text);
    }
    const bool one = titles.size() == 1;
    Asking asking(fmt::format("Not finished: {}.", text::list(titles)));
    asking.choice("carry", one ? "carry it to the next meeting" : "carry them to the next meeting",
                  settle_all(view.state, Outcome::carried));
    asking.then(close_question(view));
    asking.choice("leave out", one ? "leave it out, on purpose" : "leave them out, on purpose",
                  settle_all(view.state, Outcome::dropped));
    asking.then(close_question(view));
    return asking.stay("The meeting stays open.").done();
}

Answerable close_question(const View& view) {
    const std::string& folder = view.memory.minutes_folder;
    Asking asking("Close the meeting? " + without_owner(view.state) + not_accepted(view.state) +
                  (view.state.next_date ? "" : "The next meeting has no date yet. ") +
                  (folder.empty() ? std::string("The minutes are written then.")
                                  : fmt::format("The minutes are written to {}.", folder)));
    asking.choice("close", "close the meeting", {command::Close{}});
    return asking.stay("The meeting stays open.").done();
}

Answerable owner_question(const View& view, const std::vector<PersonId>& could_be, const command::Capture& action,
                          const std::string& said) {
    Asking asking("That name fits more than one person. Who takes the action?");
    asking.choice("nobody", "nobody yet", {action}, said);
    for (const PersonId& id : could_be) {
        command::Capture owned = action;
        owned.owner = id;
        const Person* person = find_person(view.state.people, id);
        const std::string partner = person == nullptr ? "" : view.state.partner_name(person->partner);
        asking.choice(view.state.name_of(id), partner, {owned}, said);
    }
    return asking.done();
}

Answerable objected_question(const Capture& decision) {
    const command::RemoveCapture away{decision.number};
    const auto kept = [](CaptureKind kind, const std::string& words) {
        return command::Capture{kind, words, "", std::nullopt, std::nullopt};
    };
    Asking asking(
        fmt::format("Somebody objects, so decision {} is not made by consent. What becomes of it?", decision.number));
    asking.choice("talk", "keep talking; it is taken away, and its words stay as a note",
                  {away, kept(CaptureKind::note, "Proposed and not decided: " + decision.text.text)});
    asking.choice("park", "park it for later", {away, kept(CaptureKind::parked, decision.text.text)});
    return asking.stay("Everyone is still being asked.").done();
}

Reaction take_choice(const View& view, const Answerable& question, std::size_t choice) {
    Reaction reaction;
    reaction.forget_question = true;
    if (choice >= question.acts.size()) return reaction;
    reaction.commands = question.acts[choice];
    if (choice < question.said.size()) reaction.said = question.said[choice];
    if (choice < question.then.size() && !question.then[choice].empty()) {
        reaction.question = question.then[choice].front();
    }
    count_from_now(view, reaction);
    if (view.state.place.stage == Stage::pulse && std::ranges::any_of(reaction.commands, leaves_stage)) {
        reaction.pulse_answers.emplace();
        reaction.passed_round.emplace();
    }
    return reaction;
}

}  // namespace folkmoot
