#include "src/render/full_screen.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "src/base/ascii.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr int escape_wait = 25;    ///< milliseconds: the rest of an arrow key follows at once
constexpr int message_wait = 300;  ///< milliseconds after the focus was drawn, so that a reader says both

}  // namespace

FullScreen::FullScreen(int in, int out, ScreenSettings settings, bool colour)
    : in_(in), out_(out), reader_(settings.reader), model_(std::move(settings)) {
    terminal_.emplace(in, out, colour, reader_);
    model_.resize(terminal_->fit_window());
}

FullScreen::~FullScreen() { finish(); }

void FullScreen::finish() {
    if (!terminal_) return;
    terminal_.reset();
    // The screen is gone, and with it what was said last.
    std::string all;
    for (const auto& said : std::exchange(last_said_, {})) all += text::printable(said) + "\n";
    if (!locale_is_utf8()) all = ascii_form(all);
    std::string_view bytes = all;
    while (!bytes.empty()) {
        const ssize_t written = ::write(out_, bytes.data(), bytes.size());
        if (written <= 0) break;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void FullScreen::show(const Page& page) {
    model_.show(page);
    page_new_ = true;
}

void FullScreen::refresh(const Page& page) { model_.refresh(page); }

void FullScreen::read_out(const Page& page) {
    model_.read_out(page);
    page_new_ = true;
}

void FullScreen::settle(const FaceSettings& settings) {
    reader_ = settings.reader;
    model_.settle(screen_settings(settings));
    terminal_->dress(settings.colour, settings.reader);
}

void FullScreen::announce(const Announcement& announcement) {
    last_said_.push_back(announcement.text);
    model_.announce(announcement);
}

bool FullScreen::still_wanted(const std::string& progress) {
    if (!progress.empty()) {
        announce({Kind::plain, progress});
        paint();
        if (model_.message_due()) paint();
    }
    const auto got = take_signal();
    if (!got) return true;
    const auto stop = std::get<input::Stop>(*got);
    if (stop.signal != SIGINT) stop_ = stop;
    return false;
}

/// What the key changed first; a message by itself after it, when nothing else is to be drawn any more.
void FullScreen::paint() {
    Frame now = model_.frame();
    std::vector<RowMove> moves;
    std::vector<std::size_t> whole;
    if (model_.message_due() && now == painted_ && !page_new_) {
        model_.show_message();
        model_.show_time();
        now = model_.frame();
        for (std::size_t i = 0; i < now.message_rows; ++i) whole.push_back(now.message_row + i);
    } else {
        const bool same_size = now.rows.size() == painted_.rows.size();
        if (!page_new_ && same_size && terminal_->can_move_rows())
            moves = row_moves(painted_.rows, now.rows, std::min(now.page_rows, painted_.page_rows));
        for (const RowMove& move : moves) apply(move, painted_.rows);
        for (std::size_t row = 0; row < now.page_rows; ++row) {
            if (page_new_ || (same_size && text_of(now.rows[row]) != text_of(painted_.rows[row]))) whole.push_back(row);
        }
    }
    page_new_ = false;
    terminal_->paint(now, moves, whole);
    painted_ = std::move(now);
    if (model_.take_bell()) terminal_->bell();
}

Input FullScreen::read(std::optional<std::chrono::milliseconds> wait) {
    if (const auto stop = std::exchange(stop_, std::nullopt)) return *stop;
    if (wait)
        deadline_.set(wait->count());
    else
        deadline_.clear();
    model_.resize(terminal_->fit_window());
    while (!gone_) {
        if (auto got = take_keys()) return *got;
        paint();
        std::optional<Input> got;
        switch (wait_for_any(wait.has_value())) {
            case Ready::signal:
                got = take_signal();
                break;
            case Ready::input:
                gone_ = !read_bytes();
                break;
            case Ready::deadline:
                return input::Tick{};
            case Ready::short_wait:
                got = after_short_wait();
                break;
            case Ready::nothing:
                break;
        }
        if (got) return *got;
    }
    return input::End{};
}

std::optional<int> FullScreen::short_wait() const {
    if (keys_.in_escape()) return escape_wait;
    if (model_.message_due() || model_.time_due()) return message_wait;
    if (draft_.differs(model_.draft())) return draft_wait;
    return std::nullopt;
}

std::optional<Input> FullScreen::after_short_wait() {
    if (keys_.in_escape()) {
        const auto key = keys_.pause();
        return key ? take_key(*key) : std::nullopt;
    }
    if (model_.message_due()) return std::nullopt;  // the loop draws it
    if (model_.time_due()) {
        model_.show_time();
        return std::nullopt;
    }
    return input::Draft{draft_.keep(model_.draft())};
}

FullScreen::Ready FullScreen::wait_for_any(bool with_deadline) {
    std::array<pollfd, 3> all{
        {{signals_.descriptor(), POLLIN, 0}, {in_, POLLIN, 0}, {deadline_.descriptor(), POLLIN, 0}}};
    const int ready = ::poll(all.data(), with_deadline ? 3 : 2, short_wait().value_or(-1));
    if (ready == 0) return Ready::short_wait;
    if (ready < 0) return Ready::nothing;
    if (all[0].revents != 0) return Ready::signal;
    if (all[1].revents != 0) return Ready::input;
    return Ready::deadline;
}

/// False when nobody is there any more.
bool FullScreen::read_bytes() {
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(in_, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    keys_.feed({buffer.data(), static_cast<std::size_t>(count)});
    return count > 0;
}

std::optional<Input> FullScreen::take_keys() {
    while (const auto key = keys_.next()) {
        if (auto got = take_key(*key)) return got;
    }
    return std::nullopt;
}

std::optional<Input> FullScreen::take_key(const Key& key) {
    // A message that waits for its moment is drawn by the next key, if that comes first.
    if (model_.message_due()) {
        paint();
        if (model_.message_due()) paint();
    }
    last_said_.clear();
    if (key.kind == Key::Kind::draw_again) {
        terminal_->draw_again();
        return std::nullopt;
    }
    if (auto got = model_.take(key)) {
        draft_.keep("");
        return got;
    }
    if (draft_.due_after_key(model_.draft())) return input::Draft{draft_.keep(model_.draft())};
    return std::nullopt;
}

std::optional<Input> FullScreen::take_signal() {
    const auto signal = signals_.take();
    if (!signal) return std::nullopt;
    if (*signal == SIGWINCH) {
        model_.resize(terminal_->fit_window());
        terminal_->draw_again();
        return std::nullopt;
    }
    if (*signal == SIGCONT && std::exchange(went_on_, false)) return std::nullopt;
    if (*signal == SIGTSTP || *signal == SIGCONT) {
        if (*signal == SIGTSTP) {
            terminal_->leave();
            signals_.stop_here();
            went_on_ = true;
        }
        terminal_->enter();
        model_.resize(terminal_->fit_window());
        return std::nullopt;
    }
    return input::Stop{*signal};
}

}  // namespace folkmoot
