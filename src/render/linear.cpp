#include "src/render/linear.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fmt/format.h>

#include "src/base/ascii.h"
#include "src/base/text.h"
#include "src/render/stars.h"

namespace folkmoot {

namespace {

constexpr std::size_t pipe_columns = 78;
constexpr std::size_t narrowest = 20;
constexpr std::string_view line_end = "> ";

std::string block_in_lines(const Block& block) {
    if (const auto* text = std::get_if<Text>(&block)) return with_how(text->text, text->how.typed) + "\n";
    if (const auto* heading = std::get_if<Heading>(&block)) return "\n" + heading->text + "\n";
    if (const auto* hint = std::get_if<Hint>(&block)) return hint->typed.empty() ? "" : hint->typed + "\n";
    const auto& list = std::get<List>(block);
    if (list.items.empty()) return list.when_empty.empty() ? "" : list.when_empty + "\n";
    std::string lines;
    for (const auto& item : list.items) lines += with_how(item.text, item.how.typed) + "\n";
    return lines;
}

}  // namespace

LinearSettings linear_settings(const FaceSettings& settings) {
    LinearSettings linear{std::nullopt, locale_is_utf8(), settings.keys_without_enter, settings.keys};
    if (settings.width > 0) linear.width = static_cast<std::size_t>(settings.width);
    return linear;
}

Linear::Linear(int in, int out, LinearSettings settings)
    : in_(in),
      settings_(std::move(settings)),
      output_(out),
      on_terminal_(::isatty(in) != 0 && ::isatty(out) != 0),
      editor_(settings_.utf8) {
    if (on_terminal_ && terminal_echoes(in)) keys_.emplace(in, out);
    echo_lines_ = ::isatty(in) == 0;
}

Linear::~Linear() { finish(); }

void Linear::finish() {
    finish_waiting();
    fresh_line();
    output_.flush();
}

void Linear::show(const Page& page) {
    std::string all = "\n" + page.title + "\n";
    for (const auto& block : page.blocks) all += block_in_lines(block);
    print_or_keep(all);
    answered_ = true;
    question_.reset();
    refresh(page);
}

void Linear::refresh(const Page& page) {
    words_ = page.words;
    secret_ = page.secret;
    key_acts_ = page.key_acts;
    const std::string prompt = shown(page.prompt);
    if (prompt != prompt_) {
        // A prompt that is already on the screen is replaced by printing the new one on the next line.
        if (prompt_shown_ && !typing()) fresh_line();
        prompt_ = prompt;
    }
    if (page.question == question_) return;
    question_ = page.question;
    print_question();
}

void Linear::announce(const Announcement& announcement) {
    answered_ = true;
    if (announcement.bell) bell();
    print_or_keep(announcement.text + "\n");
}

bool Linear::still_wanted(const std::string& progress) {
    if (!progress.empty()) print_or_keep(progress + "\n");
    if (!output_.flush()) return false;
    const auto got = take_signal();
    if (!got) return true;
    const auto stop = std::get<input::Stop>(*got);
    if (stop.signal != SIGINT) stop_ = stop;
    return false;
}

void Linear::offer(const std::string& text) {
    if (keys_) editor_.begin_with(text::one_line(text));
}

void Linear::print_question() {
    if (!question_) return;
    answered_ = true;
    std::string all = question_->text + "\n";
    for (std::size_t i = 0; i < question_->choices.size(); ++i)
        all += fmt::format("{}. {}\n", i + 1, in_words(question_->choices[i]));
    print_or_keep(all);
}

void Linear::print_or_keep(const std::string& text) {
    if (typing() && prompt_shown_)
        kept_.push_back(text);
    else
        print(text);
}

void Linear::print(const std::string& text) {
    fresh_line();
    std::string all;
    for (const auto& line : wrapped(text)) all += line + "\n";
    output_.add(all);
}

/// Whatever is printed begins on a line of its own.
void Linear::fresh_line() {
    if (std::exchange(prompt_shown_, false)) output_.add("\n");
}

void Linear::show_prompt() {
    if (std::exchange(prompt_shown_, true)) return;
    std::string all;
    const auto lines = text::wrap(prompt_ + std::string(line_end), columns());
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) all += lines[i] + "\n";
    std::string last = lines.back();
    // Wrapping lets blanks go at a line's end; here the blank is what keeps the typed text apart.
    if (!last.ends_with(' ')) last += ' ';
    output_.add(all + last + as_typed(editor_.typed()));
}

void Linear::bell() {
    if (keys_) output_.add("\a");
}

std::string Linear::shown(const std::string& text) const {
    const std::string clean = text::printable(text);
    return settings_.utf8 ? clean : ascii_form(clean);
}

std::string Linear::as_typed(const std::string& text) const { return secret_ ? starred(shown(text)) : shown(text); }

std::vector<std::string> Linear::wrapped(const std::string& text) const {
    std::string clean = shown(text);
    while (clean.ends_with('\n')) clean.pop_back();
    return text::wrap(clean, columns());
}

std::size_t Linear::columns() const {
    const auto terminal = on_terminal_ ? terminal_columns(in_) : std::nullopt;
    return std::max(settings_.width.value_or(terminal.value_or(pipe_columns)), narrowest);
}

Input Linear::read(std::optional<std::chrono::milliseconds> wait) {
    if (const auto stop = std::exchange(stop_, std::nullopt)) return *stop;
    if (wait)
        deadline_.set(wait->count());
    else
        deadline_.clear();
    // A question that is open before and after a line may have been asked anew; silence would be no answer.
    if (!std::exchange(answered_, true)) print_question();
    typed_ahead_ = on_terminal_ && !keys_ && input_waits();
    show_prompt();
    if (!output_.flush()) return input::End{};
    if (auto line = keys_ ? take_keys() : line_from_pipe(reader_.next())) return *line;
    while (output_.flush()) {
        if (ended_) {
            if (auto line = line_from_pipe(reader_.rest())) return *line;
            finish_waiting();
            return input::End{};
        }
        std::optional<Input> got;
        switch (wait_for_any(wait.has_value())) {
            case Ready::signal:
                got = take_signal();
                break;
            case Ready::input:
                got = take_bytes();
                break;
            case Ready::deadline:
                return input::Tick{};
            case Ready::draft:
                return input::Draft{draft_.keep(half_typed())};
            case Ready::nothing:
                break;
        }
        if (got) return *got;
    }
    return input::End{};
}

bool Linear::input_waits() const {
    pollfd input{in_, POLLIN, 0};
    return ::poll(&input, 1, 0) == 1;
}

Linear::Ready Linear::wait_for_any(bool with_deadline) {
    std::array<pollfd, 3> all{
        {{signals_.descriptor(), POLLIN, 0}, {in_, POLLIN, 0}, {deadline_.descriptor(), POLLIN, 0}}};
    const int ready = ::poll(all.data(), with_deadline ? 3 : 2, draft_.differs(half_typed()) ? draft_wait : -1);
    if (ready == 0) return Ready::draft;
    if (ready < 0) return Ready::nothing;
    if (all[0].revents != 0) return Ready::signal;
    if (all[1].revents != 0) return Ready::input;
    return Ready::deadline;
}

std::optional<Input> Linear::take_signal() {
    const auto signal = signals_.take();
    if (!signal) return std::nullopt;
    if (*signal == SIGWINCH) return std::nullopt;  // the width is asked for each time
    if (*signal == SIGCONT && std::exchange(went_on_, false)) return std::nullopt;
    if (*signal == SIGTSTP || *signal == SIGCONT) {
        if (*signal == SIGTSTP) {
            fresh_line();
            output_.flush();
            if (keys_) keys_->leave();
            signals_.stop_here();
            went_on_ = true;
        }
        // Whoever had the terminal meanwhile may have left it in any mode and the cursor anywhere.
        if (keys_) keys_->enter();
        prompt_shown_ = false;
        show_prompt();
        return std::nullopt;
    }
    finish_waiting();
    fresh_line();
    return input::Stop{*signal};
}

std::optional<Input> Linear::take_bytes() {
    std::array<char, 16384> buffer{};
    const ssize_t count = ::read(in_, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return std::nullopt;
    if (count <= 0) {
        ended_ = true;
        return std::nullopt;
    }
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    if (keys_) {
        keys_waiting_ += bytes;
        return take_keys();
    }
    reader_.add(bytes);
    return line_from_pipe(reader_.next());
}

std::optional<Input> Linear::take_keys() {
    std::string echo;
    std::optional<Input> got;
    std::size_t taken = 0;
    while (taken < keys_waiting_.size() && !got) got = take_key(keys_waiting_[taken++], echo);
    keys_waiting_.erase(0, taken);
    output_.add(echo);
    if (got && std::holds_alternative<input::Line>(*got)) return finish_line();
    if (!got && draft_.due_after_key(half_typed())) got = input::Draft{draft_.keep(half_typed())};
    // Nothing is half typed any more: what waited for that is said now.
    if (!kept_.empty() && !typing() && !ended_) {
        finish_waiting();
        show_prompt();
    }
    // The rest of an arrow key follows at once; Esc alone is followed by nothing.
    constexpr int moment = 25;
    pollfd more{in_, POLLIN, 0};
    if (editor_.in_escape() && ::poll(&more, 1, moment) == 0) editor_.pause();
    return got;
}

std::optional<Input> Linear::take_key(char byte, std::string& echo) {
    std::string of_this;
    const bool begins = editor_.typed().empty();
    const auto outcome = editor_.feed(byte, of_this);
    if (settings_.keys_without_enter && begins && !editor_.typed().empty()) {
        of_this.clear();
        if (take_single_key(of_this)) {
            echo += of_this;
            return input::Line{};
        }
    }
    echo += secret_ ? starred(of_this) : of_this;
    switch (outcome) {
        case LineEditor::Outcome::typing:
            break;
        case LineEditor::Outcome::line:
            return input::Line{};
        case LineEditor::Outcome::end:
            ended_ = true;
            break;
        case LineEditor::Outcome::full:
            if (!std::exchange(full_said_, true)) bell();
            break;
        case LineEditor::Outcome::left:
            output_.add(std::exchange(echo, {}));
            editor_.take();
            full_said_ = false;
            finish_waiting();
            print("Left without keeping.");
            show_prompt();
            break;
    }
    return std::nullopt;
}

/// What stands in the line is its first character. A key becomes its word: alone it is the whole line, else the person
/// goes on typing. A number answers an open question.
bool Linear::take_single_key(std::string& echo) {
    const std::string typed = editor_.typed();
    const auto become = [&](const std::string& line) {
        editor_.begin_with(line);
        echo += shown(line);
    };
    const bool digit = typed[0] >= '1' && typed[0] <= '9';
    if (digit && question_ && question_->choices.size() <= 9) {
        become(typed);
        return true;
    }
    const auto word = settings_.keys.word(typed, words_);
    if (!word) {
        become(typed);
        return false;
    }
    const WordInfo& row = info(*word);
    const bool possible = std::ranges::find(words_, *word) != words_.end();
    if (const auto act = std::ranges::find(key_acts_, *word, [](const Act& each) { return each.intent.word; });
        possible && act != key_acts_.end()) {
        become(fmt::format("{} {}", row.name, act->asks ? act->begun : act->intent.argument));
        return !act->asks;
    }
    if (possible && asks_for_text(row)) {
        become(std::string(row.name) + " ");
        return false;
    }
    become(std::string(row.name));
    return true;
}

Input Linear::finish_line() {
    fresh_line();
    const bool full = std::exchange(full_said_, false);
    const std::string line = editor_.take();
    draft_.keep("");
    if (full) print(fmt::format("A line may hold {} bytes. What came after that was left out.", longest_line));
    finish_waiting();
    answered_ = false;
    return input::Line{text::one_line(line)};
}

std::optional<Input> Linear::line_from_pipe(const std::optional<LineReader::Got>& got) {
    if (!got) return std::nullopt;
    const std::string line = text::one_line(got->line);
    if (echo_lines_) {
        // Wrapped together with the prompt, which is on the screen already.
        const std::string begun = shown(prompt_) + std::string(line_end);
        std::string all;
        for (const auto& part : text::wrap(begun + as_typed(line), columns())) all += (all.empty() ? "" : "\n") + part;
        output_.add(all.starts_with(begun) ? all.substr(begun.size()) : as_typed(line));
    }
    // The end of a line was shown where it was typed, unless that was before the prompt.
    if (on_terminal_ && !typed_ahead_) prompt_shown_ = false;
    fresh_line();
    if (got->cut)
        print(
            fmt::format("That line was too long. Its first {} bytes were taken, the rest was left out.", longest_line));
    answered_ = false;
    return input::Line{line};
}

/// What happened by itself while a line was being typed.
void Linear::finish_waiting() {
    for (const auto& text : std::exchange(kept_, {})) print(text);
}

}  // namespace folkmoot
