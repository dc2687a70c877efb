#include "screens/pulse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/session/pulse_rule.h"

namespace folkmoot::pulse {
namespace {

constexpr std::size_t most_answers = 500;

std::string number_in_words(std::size_t number) {
    constexpr std::array<std::string_view, 11> words{"no",  "one",   "two",   "three", "four", "five",
                                                     "six", "seven", "eight", "nine",  "ten"};
    return number < words.size() ? std::string(words[number]) : fmt::format("{}", number);
}

/// "One person said 2, one 3, two 4, one 5.": sorted, so that the order in which people answered is not shown.
std::string counts_in_words(const std::vector<int>& answers) {
    std::map<int, std::size_t> counts;
    for (const int answer : answers) ++counts[answer];
    std::string said;
    for (const auto& [answer, count] : counts) {
        said += said.empty()
                    ? fmt::format("{} {} said {}", number_in_words(count), count == 1 ? "person" : "people", answer)
                    : fmt::format(", {} {}", number_in_words(count), answer);
    }
    return capitalised(said) + ".";
}

std::string statement_line(const State& state, std::size_t index) {
    return fmt::format("Statement {} of {}: {}", index + 1, state.plan.pulse_statements.size(),
                       text::sentence(text::one_line(state.plan.pulse_statements[index].text)));
}

/// "45342" is five answers where each is one digit.
std::vector<std::string> single_digits(const std::vector<std::string>& words, const Scale& scale) {
    const auto is_answer = [&](char c) { return c >= '0' && c <= '9' && scale.holds(c - '0'); };
    std::vector<std::string> all;
    for (const std::string& word : words) {
        if (word.size() < 2 || scale.high > 9 || !std::ranges::all_of(word, is_answer)) {
            all.push_back(word);
            continue;
        }
        for (const char digit : word) all.emplace_back(1, digit);
    }
    return all;
}

Read<std::vector<int>> read_answers(const State& state, const std::string& typed) {
    const Scale scale = state.plan.pulse_scale;
    std::string spaced = typed;
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return c == ',' || c == ';' || c == '.'; }, ' ');
    std::vector<int> answers;
    for (const std::string& word : single_digits(text::words(spaced), scale)) {
        const auto number = whole_number(word);
        if (!number || !scale.holds(*number)) {
            return Wrong{
                fmt::format("\"{}\" is not on the scale. Answers go from {} to {}, one number a person. "
                            "Example: answers 4 5 3 4 2. Nothing was taken.",
                            word, scale.low, scale.high)};
        }
        answers.push_back(*number);
    }
    if (answers.empty() || answers.size() > most_answers) {
        return Wrong{fmt::format("answers needs one number a person, from {} to {}. Example: answers 4 5 3 4 2.",
                                 scale.low, scale.high)};
    }
    std::sort(answers.begin(), answers.end());
    return answers;
}

std::string taken_in_words(const View& view, const std::vector<int>& answers) {
    const std::string how_many = text::count(answers.size(), "answer", "answers");
    if (view.memory.private_hidden) return how_many + " taken.";
    // The room would know whose they are.
    if (const std::size_t needed = answers_needed(view.state); answers.size() < needed)
        return fmt::format("{} taken. Under {}, only how many answered is said and kept.", how_many,
                           needed == least_answers ? "four" : fmt::format("{}", needed));
    return counts_in_words(answers);
}

/// In plain lines; the full screen has it on its page.
std::string statement_after(const View& view, std::size_t index) {
    return view.memory.on_full_screen ? "" : "\n" + statement_line(view.state, index);
}

/// Leaving drops what was gathered, so it is asked first, as for going on.
Reaction leave_first(const View& view, Reaction leaves) {
    if (leaves.error || leaves.commands.empty()) return leaves;
    return ask_first(pulse_question(view, std::move(leaves.commands)));
}

/// The next statement comes with the answer to the last; after the last one the pulse is kept.
Reaction statement_answered(const View& view, const std::vector<int>& row) {
    const std::size_t here = view.state.present().size();
    auto rows = view.memory.pulse_answers;
    rows.push_back(row);
    Reaction reaction = tell(taken_in_words(view, row));
    // Enter may have come before everyone had answered.
    if (row.size() < here)
        reaction.said += fmt::format(" {} of the {} here answered: undo takes that back.", row.size(), here);
    if (rows.size() >= view.state.plan.pulse_statements.size()) {
        reaction.commands.emplace_back(command::TakePulse{std::move(rows)});
        rows.clear();
        reaction.said_first = std::exchange(reaction.said, in_face(view, {"Type next to go on.", "{next} goes on."}));
    } else {
        reaction.said += statement_after(view, rows.size());
    }
    reaction.pulse_answers = std::move(rows);
    return reaction;
}

/// While the machine is passed round: what has been answered so far, or nothing any more.
Reaction passing(std::string said, std::optional<std::vector<int>> passed) {
    Reaction reaction = tell(std::move(said));
    reaction.passed_round = std::move(passed);
    return reaction;
}

/// One number a person, which nobody else sees; in order of size at once, so that not even memory knows whose it is.
Reaction one_more(const View& view, std::vector<int> row, int answer) {
    const std::size_t here = view.state.present().size();
    row.insert(std::ranges::upper_bound(row, answer), answer);
    if (row.size() < here) {
        std::string said = fmt::format("{} of {} answered. Pass it on.", row.size(), here);
        return passing(std::move(said), std::move(row));
    }
    Reaction reaction = statement_answered(view, row);
    const bool over = view.memory.pulse_answers.size() + 1 >= view.state.plan.pulse_statements.size();
    reaction.passed_round.emplace();
    if (!over) reaction.passed_round->emplace();
    return reaction;
}

/// Those who are here answer one after the other, until all have or "end" is typed.
Reaction pass_round(const View& view, const std::string& typed) {
    const std::string word = text::folded(typed);
    const std::size_t here = view.state.present().size();
    if (!view.memory.passed_round) {
        if (here == 0) return wrong("Nobody is marked as here yet, so nobody could answer. Type here all.");
        return passing("Each types one number and Enter, and passes it on. What is typed is not shown.",
                       std::vector<int>{});
    }
    const std::vector<int>& row = *view.memory.passed_round;
    if (word == "end") {
        if (row.empty()) return passing("Nobody had answered yet. Answers are typed together again.", std::nullopt);
        Reaction reaction = statement_answered(view, row);
        reaction.passed_round.emplace();
        return reaction;
    }
    const auto answer = whole_number(typed);
    const Scale& scale = view.state.plan.pulse_scale;
    if (!answer || !scale.holds(*answer))
        return wrong(
            fmt::format("That is no number from {} to {}. One number, then pass it on; answers end stops the "
                        "passing round. Nothing was taken.",
                        scale.low, scale.high));
    return one_more(view, row, *answer);
}

Reaction answers(const View& view, const std::string& typed) {
    if (view.state.pulse) return wrong("The pulse has been taken. Type next to go on.");
    if (view.memory.passed_round || text::folded(typed) == "round") return pass_round(view, typed);
    return with(read_answers(view.state, typed), [&](const std::vector<int>& row) {
        const std::size_t here = view.state.present().size();
        if (here > 0 && row.size() > here) {
            return wrong(fmt::format("That is more than the {} here. Nothing was taken.",
                                     text::count(here, "person", "people")));
        }
        return statement_answered(view, row);
    });
}

/// Answers not kept yet are no act of the meeting, so taking them back is done here.
Reaction take_back(const View& view) {
    // Which of them was the last is not known any more.
    if (view.memory.passed_round && !view.memory.passed_round->empty())
        return passing("The answers to this statement are taken back. It begins again with the first person.",
                       std::vector<int>{});
    auto rows = view.memory.pulse_answers;
    rows.pop_back();
    Reaction reaction = tell("The last answers are taken back." + statement_after(view, rows.size()));
    reaction.pulse_answers = std::move(rows);
    return reaction;
}

}  // namespace

Page page(const View& view) {
    const State& state = view.state;
    const std::size_t all = state.plan.pulse_statements.size();
    const std::size_t at = view.memory.pulse_answers.size();
    Page page;
    page.title = fmt::format("Pulse, {}", text::count(all, "statement", "statements"));
    if (state.pulse || at >= all) {
        page.blocks.emplace_back(
            Hint{"The pulse has been taken. Type next to go on.", "The pulse has been taken. {next} goes on."});
        page.prompt = "Pulse, taken";
    } else {
        if (!state.plan.pulse_title.empty())
            page.blocks.emplace_back(Text{text::sentence(state.plan.pulse_title.text)});
        page.blocks.emplace_back(Text{"Nobody is named. Only the counts of each statement are kept."});
        List statement;
        // A line above it: then another line is needed than before, and the cursor goes to the statement.
        if (view.memory.passed_round) statement.items.push_back({"The keyboard is passed round", {}});
        statement.items.push_back({statement_line(state, at), {{"type the answers", {Word::answers, ""}, true}}});
        if (!view.memory.passed_round)
            statement.items.push_back({"Pass the keyboard round",
                                       {{"one number a person", {Word::answers, "round"}}},
                                       {"type answers round", ""}});
        page.blocks.emplace_back(std::move(statement));
        page.focus = view.memory.passed_round ? 1 : 0;
        const auto end = [](int number, const Words& meaning) {
            return meaning.empty() ? fmt::format("{}", number) : fmt::format("{}, {},", number, meaning.text);
        };
        const std::string numbers = fmt::format("Type one number a person, from {} to {} in any order",
                                                end(state.plan.pulse_scale.low, state.plan.pulse_low),
                                                end(state.plan.pulse_scale.high, state.plan.pulse_high));
        page.on_number = Word::answers;
        page.prompt = fmt::format("Pulse, statement {} of {}", at + 1, all);
        if (const auto& passed = view.memory.passed_round) {
            page.secret = true;
            page.blocks.emplace_back(Hint{"One number a person and Enter, then pass it on. Or type answers end.",
                                          "One number a person and Enter, then pass it on. :answers end stops it."});
            page.prompt += fmt::format(", {} of {} answered", passed->size(), state.present().size());
        } else {
            page.blocks.emplace_back(Hint{fmt::format("{}. Or type skip.", numbers),
                                          fmt::format("{}. {{next}} goes past the whole pulse.", numbers)});
        }
    }
    page.words = everywhere::words_after(view, {Word::answers, Word::skip, Word::next, Word::undo});
    return page;
}

Reaction on(const View& view, const Intent& intent) {
    const bool complete = view.state.pulse.has_value();
    switch (intent.word) {
        case Word::answers:
            return answers(view, intent.argument);
        case Word::undo:
            // What was done after the last answers goes first.
            if (view.memory.events_at_answers < view.state.events.size()) break;
            if (!view.memory.pulse_answers.empty() || (view.memory.passed_round && !view.memory.passed_round->empty()))
                return take_back(view);
            break;
        case Word::next:
            if (!complete) return ask_first(pulse_question(view, {command::Skip{}}));
            return act(command::Next{});
        case Word::skip:
        case Word::go:
        case Word::back:
            if (!view.memory.pulse_answers.empty() || view.memory.passed_round)
                return leave_first(view, everywhere::on(view, intent));
            break;
        default:
            break;
    }
    return everywhere::on(view, intent);
}

}  // namespace folkmoot::pulse
