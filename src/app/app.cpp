#include "src/app/app.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "screens/consent.h"
#include "screens/decision.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "src/app/faces.h"
#include "src/app/minutes_files.h"
#include "src/app/topics.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/page/help.h"
#include "src/session/timing.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t remembered = 50;
constexpr Millis idle_after = std::chrono::seconds{1};

/// Words that only read something out: they neither drop an open question nor belong in the history.
bool only_reads(Word word) {
    constexpr auto reading =
        std::to_array<Word>({Word::where, Word::time, Word::who, Word::again, Word::help, Word::history, Word::agenda,
                             Word::voices, Word::why, Word::private_, Word::message, Word::support, Word::glossary});
    return std::ranges::find(reading, word) != reading.end();
}

}  // namespace

App::App(Engine& engine, Renderer& renderer, Clock& clock, SetClock* set_clock, AppSettings settings,
         std::function<std::vector<std::string>()> idle)
    : engine_(engine),
      renderer_(renderer),
      clock_(clock),
      set_clock_(set_clock),
      settings_(std::move(settings)),
      idle_(std::move(idle)),
      now_(clock_.now()) {
    memory_.private_hidden = engine_.state().plan.private_view;
    memory_.on_full_screen = renderer_.face() == FaceKind::screen;
    memory_.said = settings_.said;
    adopt_preferences();
}

Ending App::run() {
    behind_ = true;
    clock_.slept();
    const State& state = engine_.state();
    const auto left = timing(state, now_).meeting_left;
    end_said_ = left && *left <= Millis{0};
    if (clock_is_behind(state, now_))
        say(Kind::plain, fmt::format("The clock is earlier than the last entry: it says {}, the entry {}. Check the "
                                     "clock, or times will be wrong.",
                                     in_words(local_time_of(now_)), in_words(local_time_of(*state.last))));
    if (const auto gap = gap_since_last_event(state, now_)) {
        ask_about_gap(*gap);
        show_gap();
    } else {
        announce_time();
        show_whole(state.events.size() > 1);
    }
    offer_draft();
    while (!ending_) {
        const Input input = renderer_.read(wait());
        now_ = clock_.now();
        if (const Millis slept = clock_.slept(); slept > gap_limit) ask_about_gap(slept);
        take_input(input);
        if (!renderer_.alive()) ending_ = Ending::trouble;
    }
    return *ending_;
}

void App::take_input(const Input& input) {
    if (const auto* line = std::get_if<input::Line>(&input)) {
        announce_time();
        take_line(line->text);
        announce_time();
        if (!ending_) show_if_moved();
        keep_draft(renderer_.half_typed());
    } else if (const auto* chosen = std::get_if<input::Chosen>(&input)) {
        announce_time();
        take_chosen(chosen->intent);
        announce_time();
        if (!ending_) show_if_moved();
        keep_draft(renderer_.half_typed());
    } else if (const auto* draft = std::get_if<input::Draft>(&input)) {
        keep_draft(draft->line);
    } else if (std::holds_alternative<input::Tick>(input)) {
        announce_time();
        show_if_moved();
        use_idle_moment();
    } else if (std::holds_alternative<input::End>(input)) {
        keep_draft(renderer_.half_typed());
        stop("The input ended.");
    } else {
        keep_draft(renderer_.half_typed());
        stop("Folkmoot was asked to stop.");
    }
}

/// A line on this page, which may have a word for lines that begin with a digit.
std::variant<Intent, Unread> App::read_on(const Page& page, const std::string& line) const {
    const bool digit = !line.empty() && line.front() >= '0' && line.front() <= '9';
    if (digit && page.on_number) return Intent{*page.on_number, line};
    return read_line(line, page.words, memory_.keys);
}

void App::take_line(const std::string& line) {
    if (set_clock_ != nullptr) {
        if (const auto step = clock_step(line)) return move_set_clock(*step);
    }
    if (line.empty()) return;
    // The same line again is the same act, or a "pass" that was not kept and is typed anew would count twice.
    if (engine_.unkept() > 0 && line == unkept_line_) return retry();
    line_ = line;
    if (memory_.question) {
        if (const auto chosen = choose(view(), line)) {
            memory_.question.reset();
            overrun_asked_ = false;
            return take(*chosen);
        }
    }
    const Page page = page_of(view());
    const auto read = read_on(page, line);
    if (const auto* intent = std::get_if<Intent>(&read)) return take_word(*intent);
    say(Kind::error, unread_in_words(std::get<Unread>(read), page.words));
}

/// A key or a focused line: the same as if it had been typed.
void App::take_chosen(const Intent& intent) {
    line_ = std::string(info(intent.word).name) + (intent.argument.empty() ? "" : " " + intent.argument);
    if (engine_.unkept() > 0 && line_ == unkept_line_) return retry();
    take_word(intent);
}

void App::keep_draft(const std::string& typed) {
    const std::string line = never_written(typed) ? "" : typed;
    if (line == draft_) return;
    try {
        engine_.keep_draft(line);
        draft_ = line;
    } catch (const WriteError& error) {
        if (!std::exchange(draft_trouble_, true)) say(Kind::trouble, error.what(), true);
    }
}

/// Answers to the pulse stay in memory, and words off the record are never written: half typed ones neither.
bool App::never_written(const std::string& typed) const {
    const auto read = read_on(page_of(view()), typed);
    const auto* intent = std::get_if<Intent>(&read);
    return intent != nullptr && (intent->word == Word::answers || intent->word == Word::off);
}

void App::offer_draft() {
    draft_ = engine_.draft();
    if (draft_.empty()) return;
    say(Kind::plain, "What was half typed is here again. Enter sends it, Ctrl-G leaves it.");
    renderer_.offer(draft_);
}

void App::change_face(FaceKind kind) {
    if (!renderer_.change_face(kind)) {
        say(Kind::error, "There is no full screen here. Everything works in plain lines, and you are in them.");
        return;
    }
    memory_.on_full_screen = kind == FaceKind::screen;
    // Before the page: plain lines are heard in their order.
    say(Kind::plain, face_changed(kind, where_line(view())));
    show_whole();
}

/// A change counts at once.
void App::take_settings_word(const std::string& typed) {
    if (settings_.preferences == nullptr) return say(Kind::error, "There are no settings to be changed here.");
    try {
        const SettingsTold told = take_settings(*settings_.preferences, renderer_, typed);
        adopt(settings_, settings_.preferences->settings());
        adopt_preferences();
        say(Kind::plain, told.said);
        if (told.face && *told.face != renderer_.face()) change_face(*told.face);
    } catch (const Error& error) {
        say(Kind::error, error.what());
    }
}

void App::take_search(const std::string& typed) {
    try {
        renderer_.read_out(settings_.search(typed));
    } catch (const Error& error) {
        say(Kind::error, error.what());
    }
}

void App::take_amendment(const std::string& typed) {
    try {
        const auto told = settings_.amend(typed);
        if (std::holds_alternative<std::string>(told)) amended_at_.push_back(engine_.state().events.size());
        tell_of_amendment(told);
    } catch (const Error& error) {
        say(Kind::trouble, error.what());
    }
}

/// A correction stands with the meeting before, whose acts this one's undo does not know.
bool App::take_amendment_back() {
    if (amended_at_.empty() || amended_at_.back() != engine_.state().events.size()) return false;
    amended_at_.pop_back();
    try {
        tell_of_amendment(settings_.take_back_amendment());
    } catch (const Error& error) {
        say(Kind::trouble, error.what());
    }
    return true;
}

void App::tell_of_amendment(const std::variant<std::string, Refusal>& told) {
    const auto* refusal = std::get_if<Refusal>(&told);
    say(refusal ? Kind::error : Kind::plain, refusal ? refusal->why : std::get<std::string>(told));
}

void App::adopt_preferences() {
    memory_.minutes_folder = settings_.example ? "" : settings_.minutes_folder.string();
    memory_.last_minute_seconds = settings_.last_minute_seconds;
    if (settings_.preferences != nullptr) {
        memory_.keys = settings_.preferences->face().keys;
        memory_.single_keys = settings_.preferences->face().single_keys;
    }
    // What other thresholds would have said by now is past.
    timed_.reset();
}

void App::take_word(const Intent& intent) {
    if (intent.word == Word::search && settings_.search) return take_search(intent.argument);
    if (intent.word == Word::amend && settings_.amend) return take_amendment(intent.argument);
    if (intent.word == Word::undo && settings_.take_back_amendment && take_amendment_back()) return;
    remember_ = !only_reads(intent.word);
    const bool question_open = memory_.question && !memory_.question->waits;
    const std::string topic = topic_text(intent);
    const Reaction reaction = topic.empty() ? react(view(), intent) : tell(topic);
    const bool beside = only_reads(intent.word) || intent.word == Word::settings;
    if (question_open && !reaction.error && !beside) memory_.question.reset();
    take(reaction);
    remember_ = true;
}

void App::take(const Reaction& reaction) {
    if (reaction.forget_question) memory_.question.reset();
    memory_.decision_left = 0;
    if (reaction.private_hidden) memory_.private_hidden = *reaction.private_hidden;
    say(Kind::plain, reaction.said_first);
    const bool acted = std::ranges::all_of(reaction.commands, [this](const Command& command) { return act(command); });
    // What was gathered is let go only once it is kept.
    if (acted && (reaction.pulse_answers || reaction.passed_round))
        memory_.events_at_answers = engine_.state().events.size();
    if (acted && reaction.pulse_answers) memory_.pulse_answers = *reaction.pulse_answers;
    if (acted && reaction.passed_round) memory_.passed_round = *reaction.passed_round;
    if (acted) remember_words(reaction);
    if (acted && reaction.consent) memory_.consent = *reaction.consent;
    if (acted && !reaction.said.empty()) say(reaction.error ? Kind::error : Kind::plain, reaction.said);
    if (acted && reaction.question) {
        memory_.question = reaction.question;
        overrun_asked_ = gap_asked_ = false;
    }
    if (!ending_) show_if_moved();
    switch (reaction.go) {
        case Go::again:
            show_whole();
            break;
        case Go::quit:
            leave();
            break;
        case Go::retry:
            retry();
            break;
        case Go::to_screen:
            change_face(FaceKind::screen);
            break;
        case Go::to_linear:
            change_face(FaceKind::linear);
            break;
        case Go::to_decision:
            memory_.decision = {reaction.decision, engine_.state().place};
            show_if_moved();
            break;
        case Go::from_decision:
            memory_.decision_left = memory_.decision ? memory_.decision->number : 0;
            memory_.decision.reset();
            show_if_moved();
            break;
        case Go::settings:
            take_settings_word(reaction.argument);
            break;
        case Go::stay:
            break;
    }
}

/// Of several words that were named together the next is as fresh once one of them is explained.
void App::remember_words(const Reaction& reaction) {
    const auto explains = [](const Command& command) {
        const auto* captured = std::get_if<command::Capture>(&command);
        return std::holds_alternative<command::CallPlain>(command) ||
               (captured != nullptr && captured->kind == CaptureKind::term);
    };
    if (!reaction.unexplained.empty()) {
        memory_.unexplained = reaction.unexplained;
        memory_.unexplained_last = true;
    } else if (!std::ranges::all_of(reaction.commands, explains)) {
        memory_.unexplained_last = false;
    }
}

bool App::act(const Command& command) {
    // What was not kept goes first: acts stay in the order in which they were done.
    if (engine_.unkept() > 0) {
        for (const auto& result : engine_.retry()) answer(result);
    }
    return !ending_ && answer(engine_.act(command, now_));
}

bool App::answer(const ActResult& result) {
    if (const auto* refusal = std::get_if<Refusal>(&result)) {
        refused_ = true;
        say(Kind::error, refusal->why);
        refused_ = false;
        return false;
    }
    if (const auto* unkept = std::get_if<NotKept>(&result)) {
        say(Kind::trouble, fmt::format("Not kept: {} Type retry to try again.", text::sentence(unkept->why)), true);
        unkept_line_ = line_;
        renderer_.offer(line_);
        return false;
    }
    behind_ = true;
    say(Kind::plain, std::get<Done>(result).said);
    if (engine_.state().closed) {
        tell_of_minutes();
        ending_ = Ending::closed;
    }
    return true;
}

void App::retry() {
    const auto results = engine_.retry();
    if (results.empty()) say(Kind::plain, "Everything is kept. There is nothing to try again.");
    for (const auto& result : results) answer(result);
    if (!ending_) show_if_moved();
}

void App::say(Kind kind, const std::string& text, bool bell) {
    if (text.empty()) return;
    const bool for_errors = settings_.bell_for_errors && (kind == Kind::error || kind == Kind::trouble);
    renderer_.announce({kind, text, bell || for_errors, !remember_ && kind == Kind::plain, refused_});
    if (!remember_) return;
    memory_.last_said = text;
    memory_.said.push_back(text);
    if (memory_.said.size() > remembered) memory_.said.erase(memory_.said.begin());
}

/// `named`: the page of a meeting that is taken up again says which one it is.
void App::show_whole(bool named) {
    shown_ = where_shown();
    Page page = page_of(view());
    const std::string title = text::one_line(engine_.state().plan.title.text);
    if (named && page.title.find(title) == std::string::npos) page.title = fmt::format("{}. {}", title, page.title);
    renderer_.show(page);
}

/// Before the first page, so that nothing is said of times that may not count.
void App::show_gap() {
    const State& state = engine_.state();
    Page page = page_of(view());
    page.title = text::one_line(state.plan.title.text);
    page.blocks = {Text{fmt::format("The last entry is from {}.", in_words(local_time_of(*state.last)))}};
    shown_ = where_shown();
    gap_first_ = true;
    renderer_.show(page);
}

void App::show_if_moved() {
    if (!memory_.question) gap_asked_ = false;
    if (std::exchange(gap_first_, gap_first_ && gap_asked_) && !gap_first_) return show_whole();
    if (gap_first_) return;  // the page comes with the answer
    if (where_shown() != shown_)
        show_whole();
    else
        renderer_.refresh(page_of(view()));
}

std::string App::where_shown() const {
    const Place& place = engine_.state().place;
    const Capture* decision = decision::open_one(view());
    return fmt::format("{} {} {}{}", static_cast<int>(place.stage), place.item ? place.item->hex() : "",
                       decision != nullptr ? decision->number : 0,
                       decision != nullptr && consent::is_open(view(), *decision) ? " asked" : "");
}

void App::ask_about_gap(Millis gap) {
    memory_.question = gap_question(gap);
    overrun_asked_ = false;
    gap_asked_ = true;
}

void App::tell_of_minutes() {
    const State& state = engine_.state();
    try {
        const auto files = write_minutes(state, settings_.minutes_folder);
        say(Kind::plain, settings_.example
                             ? std::string("The minutes are written, to be read until you leave the "
                                           "example.")
                             : fmt::format("The minutes are written to {} and .txt.", files.markdown.string()));
    } catch (const Error& error) {
        say(Kind::trouble,
            fmt::format("The minutes could not be written: {} The meeting is closed and kept. "
                        "For its minutes type: {} minutes {}",
                        text::sentence(error.what()), settings_.program, state.id.shown()),
            true);
    }
}

std::string App::stays_open() const {
    return fmt::format("The meeting stays open. Take it up again with: {} resume", settings_.program);
}

void App::leave() { leave_as(Ending::left_open, settings_.example ? "The example meeting stays open." : stays_open()); }

void App::stop(const std::string& why) {
    leave_as(Ending::stopped, settings_.example ? why : fmt::format("{} {}", why, stays_open()));
}

void App::leave_as(Ending ending, const std::string& said) {
    const bool lost = engine_.unkept() > 0;
    if (lost) say(Kind::trouble, "What was said to be not kept is not in the log.");
    say(Kind::plain, said);
    ending_ = lost ? Ending::trouble : ending;
}

void App::use_idle_moment() {
    if (!std::exchange(behind_, false) || !idle_) return;
    for (const auto& found : idle_()) say(Kind::trouble, found, true);
}

View App::view() const { return {engine_.state(), now_, memory_}; }

std::optional<Millis> App::wait() const {
    std::optional<Millis> shortest;
    if (behind_) shortest = idle_after;
    if (set_clock_ != nullptr) return shortest;
    if (const auto change = until_time_changes()) shortest = std::min(shortest.value_or(*change), *change);
    if (const auto next = next_notice()) shortest = std::min(shortest.value_or(*next), *next);
    return shortest;
}

}  // namespace folkmoot
