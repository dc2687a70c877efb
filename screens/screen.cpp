#include "screens/screen.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/closing.h"
#include "screens/decision.h"
#include "screens/item.h"
#include "screens/matters.h"
#include "screens/opening.h"
#include "screens/pulse.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/reading.h"
#include "screens/round.h"
#include "screens/vocabulary.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/page/help.h"
#include "src/time/calendar.h"

namespace folkmoot {
namespace {

Page page_of_place(const View& view) {
    if (view.state.closed) return closing::closed_page(view);
    if (decision::open_one(view) != nullptr) return decision::page(view);
    switch (view.state.place.stage) {
        case Stage::opening:
            return opening::page(view);
        case Stage::checkin:
        case Stage::checkout:
            return round::page(view);
        case Stage::actions:
            return matters::page(view);
        case Stage::items:
            return item::page(view);
        case Stage::pulse:
            return pulse::page(view);
        case Stage::closing:
            return closing::page(view);
    }
    return {};
}

Reaction react_in_place(const View& view, const Intent& intent) {
    if (view.state.closed) return closing::on_closed(view, intent);
    if (decision::open_one(view) != nullptr) {
        if (auto reaction = decision::on(view, intent)) return *std::move(reaction);
    }
    switch (view.state.place.stage) {
        case Stage::opening:
            return opening::on(view, intent);
        case Stage::checkin:
        case Stage::checkout:
            return round::on(view, intent);
        case Stage::actions:
            return matters::on(view, intent);
        case Stage::items:
            return item::on(view, intent);
        case Stage::pulse:
            return pulse::on(view, intent);
        case Stage::closing:
            return closing::on(view, intent);
    }
    return {};
}

std::string item_now(const View& view) {
    const State& state = view.state;
    const AgendaItem* line = state.open_item();
    if (line == nullptr) return "Items";
    std::string said =
        fmt::format("Item {} of {}, {}", item_number(state, line->item.id), state.agenda.size(), line->item.title.text);
    if (const auto left = timing(state, view.now).slot_left) {
        said += *left < Millis{0} ? fmt::format(", {} over time", duration_in_words(-*left))
                                  : fmt::format(", {} left of it", duration_in_words(*left));
    }
    if (line->slot.speaking) said += fmt::format(", {} is speaking", state.name_of(line->slot.speaking->person));
    if (!line->slot.queue.empty()) said += fmt::format(", {} waiting to speak", line->slot.queue.size());
    return said;
}

std::string place_now(const View& view) {
    const State& state = view.state;
    switch (state.place.stage) {
        case Stage::opening:
            return fmt::format("Opening, {} of {} here", state.present().size(), state.people.size());
        case Stage::checkin:
            return "Check-in, " + round::progress(state, RoundKind::checkin);
        case Stage::checkout:
            return "Check-out, " + round::progress(state, RoundKind::checkout);
        case Stage::actions:
            return fmt::format("Actions from last time, {} of {} looked at",
                               std::count_if(state.matters.begin(), state.matters.end(), looked_at),
                               state.matters.size());
        case Stage::items:
            return item_now(view);
        case Stage::pulse:
            if (state.pulse) return "Pulse, taken";
            return fmt::format("Pulse, {} of {} statements answered", view.memory.pulse_answers.size(),
                               state.plan.pulse_statements.size());
        case Stage::closing:
            return "Closing";
    }
    return "";
}

int percent_of(Millis part, Millis whole) {
    if (whole <= Millis{0}) return 0;
    return static_cast<int>(std::clamp<std::int64_t>(100 * part.count() / whole.count(), 0, 100));
}

/// "8 minutes"; in the last minute the seconds, for those who want them.
std::string left_in_words(const View& view, Millis left) {
    if (!view.memory.last_minute_seconds || left <= Millis{0} || left > Minutes{1}) return duration_in_words(left);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return text::count(static_cast<std::size_t>(seconds), "second", "seconds");
}

/// For eyes: the slot's time when one runs, else the meeting's; the clock and the ends after it.
TimeLeft time_left(const View& view) {
    const Timing at = timing(view.state, view.now);
    TimeLeft time;
    if (at.slot_left && at.slot_used) {
        time.percent = percent_of(*at.slot_used, *at.slot_used + *at.slot_left);
        time.words = *at.slot_left < Millis{0} ? fmt::format("{} over", duration_in_words(-*at.slot_left))
                                               : fmt::format("{} left", left_in_words(view, *at.slot_left));
    } else if (at.meeting_left) {
        const Millis length{view.state.plan.length};
        time.percent = percent_of(length - *at.meeting_left, length);
        time.words = *at.meeting_left < Millis{0} ? fmt::format("{} past the end", duration_in_words(-*at.meeting_left))
                                                  : fmt::format("{} left", left_in_words(view, *at.meeting_left));
    }
    if (view.state.paused) {
        const bool rest = view.state.pause && view.state.pause->rest;
        time.words += fmt::format("{}{}", time.words.empty() ? "" : ", ", rest ? "break" : "clock stopped");
    }
    if (!time.words.empty()) time.words += ". ";
    time.words += fmt::format("Now {}, forecast {}", time_of_day(view.now), time_of_day(at.forecast_end));
    if (at.planned_end) time.words += fmt::format(", planned {}", time_of_day(*at.planned_end));
    return time;
}

std::vector<std::string> agenda_lines(const State& state) {
    std::vector<std::string> lines{fmt::format("Agenda, {}", text::count(state.agenda.size(), "item", "items"))};
    for (std::size_t i = 0; i < state.agenda.size(); ++i) lines.push_back(item_line(state, i, std::nullopt));
    return lines;
}

bool moves_on(const Command& command) {
    return std::holds_alternative<command::Next>(command) || std::holds_alternative<command::Back>(command) ||
           std::holds_alternative<command::Go>(command) || std::holds_alternative<command::Skip>(command) ||
           std::holds_alternative<command::Extend>(command) ||
           std::holds_alternative<command::AnswerOverrun>(command) || std::holds_alternative<command::Close>(command);
}

/// Which choice a line means; nothing when it is none, or a single key that means something else.
std::optional<std::size_t> choice_meant(const Question& question, std::string_view line, const Keys& keys) {
    std::string typed = text::folded(trimmed(line));
    if (typed.starts_with(':')) typed = trimmed(std::string_view(typed).substr(1));
    if (typed.empty()) return std::nullopt;
    if (const auto number = whole_number(typed)) {
        const bool one_of_them = *number >= 1 && static_cast<std::size_t>(*number) <= question.choices.size();
        return one_of_them ? std::optional(static_cast<std::size_t>(*number) - 1) : std::nullopt;
    }
    std::vector<std::size_t> fits;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const std::string word = text::folded(question.choices[i].word);
        if (word == typed) return i;
        if (word.starts_with(typed)) fits.push_back(i);
    }
    return fits.size() == 1 && !keys.word(typed, {}) ? std::optional(fits.front()) : std::nullopt;
}

}  // namespace

Page page_of(const View& view) {
    Page page = page_of_place(view);
    page.where = where_line(view);
    if (view.state.paused && !view.state.closed) {
        page.prompt += view.state.pause && view.state.pause->rest ? ", on a break" : ", clock stopped";
    }
    if (view.memory.question) {
        page.question = view.memory.question->question;
        page.question->waits = view.memory.question->waits;
        // A score or an answer to the pulse would be taken for an answer to the question.
        if (!page.question->waits) page.prompt = fmt::format("A number from 1 to {}", page.question->choices.size());
    }
    if (!view.state.closed) {
        page.time = time_left(view);
        page.aside = agenda_lines(view.state);
        page.key_acts = vocabulary::of_keys(view);
        page.seats = view.state.people.size();
    }
    return page;
}

Reaction react(const View& view, const Intent& intent) {
    if (std::string refusal = takes_nothing(intent); !refusal.empty()) return wrong(std::move(refusal));
    const auto& question = view.memory.question;
    if (question && intent.word == Word::next && question->next_answers) return take_choice(view, *question, 0);
    Reaction reaction = react_in_place(view, intent);
    if (!question || reaction.commands.empty()) return reaction;
    if (!question->waits || std::any_of(reaction.commands.begin(), reaction.commands.end(), moves_on)) {
        reaction.forget_question = true;
    }
    // The question about a gap is only about what came before the next act.
    if (question->waits && question->next_answers) {
        reaction.forget_question = true;
        reaction.said_first +=
            fmt::format("{}The time in which nothing was written down counts.", reaction.said_first.empty() ? "" : " ");
    }
    return reaction;
}

std::optional<Reaction> choose(const View& view, std::string_view line) {
    if (!view.memory.question) return std::nullopt;
    const Question& asked = view.memory.question->question;
    const auto choice = choice_meant(asked, line, view.memory.keys);
    if (!choice && whole_number(trimmed(line))) {
        // What somebody meant to answer unseen is not said.
        const std::string number = view.memory.passed_round ? "of that number" : trimmed(line);
        Reaction reaction = wrong(fmt::format("There is no answer {}. Answers go from 1 to {}. Example: 1 for {}.",
                                              number, asked.choices.size(), asked.choices.front().word));
        reaction.question = view.memory.question;
        return reaction;
    }
    if (!choice) return std::nullopt;
    return take_choice(view, *view.memory.question, *choice);
}

std::string where_line(const View& view) {
    if (view.state.closed) {
        return fmt::format("Closed, {}, at {}.", view.state.plan.title.text, time_of_day(*view.state.closed));
    }
    std::string said = place_now(view);
    if (const Capture* decision = decision::open_one(view))
        said = fmt::format("Decision {}, in {}", decision->number, said);
    if (view.state.paused) said += view.state.pause && view.state.pause->rest ? ", on a break" : ", clock stopped";
    said += ", " + time_of_day(view.now);
    if (const auto left = timing(view.state, view.now).meeting_left) {
        said += *left < Millis{0} ? fmt::format(", {} past the planned end", duration_in_words(-*left))
                                  : fmt::format(", {} left of the meeting", duration_in_words(*left));
    }
    return said + ".";
}

}  // namespace folkmoot
