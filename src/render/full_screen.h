// The full-screen face: what ScreenModel says, on a terminal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/render/curses_terminal.h"
#include "src/render/draft_watch.h"
#include "src/render/key_reader.h"
#include "src/render/renderer.h"
#include "src/render/screen_model.h"
#include "src/render/signals.h"

namespace folkmoot {

class FullScreen final : public Renderer {
public:
    /// `colour`: what NO_COLOR and the settings leave of it.
    FullScreen(int in, int out, ScreenSettings settings, bool colour);
    ~FullScreen() override;

    void show(const Page& page) override;
    void refresh(const Page& page) override;
    void read_out(const Page& page) override;
    void refresh_read(const Page& page) override { model_.refresh_read(page); }
    void settle(const FaceSettings& settings) override;
    void announce(const Announcement& announcement) override;
    bool still_wanted(const std::string& progress) override;
    Input read(std::optional<std::chrono::milliseconds> wait) override;
    void offer(const std::string& text) override { model_.offer(text); }
    [[nodiscard]] std::string half_typed() const override { return model_.draft(); }
    [[nodiscard]] FaceKind face() const override { return FaceKind::screen; }
    [[nodiscard]] bool shows_time() const override { return !reader_; }
    [[nodiscard]] bool alive() const override { return !gone_; }
    void finish() override;

private:
    enum class Ready { nothing, input, signal, deadline, short_wait };

    void paint();
    std::optional<Input> after_short_wait();
    Ready wait_for_any(bool with_deadline);
    bool read_bytes();
    std::optional<Input> take_keys();
    std::optional<Input> take_key(const Key& key);
    std::optional<Input> take_signal();
    [[nodiscard]] std::optional<int> short_wait() const;

    int in_;
    int out_;
    bool reader_;
    ScreenModel model_;
    Signals signals_;
    Deadline deadline_;
    std::optional<CursesTerminal> terminal_;
    KeyReader keys_;
    Frame painted_;
    std::vector<std::string> last_said_;  ///< said since the last key: what is still true when the screen is gone
    bool page_new_ = false;               ///< another page: its rows are sent whole
    DraftWatch draft_;
    bool gone_ = false;
    std::optional<input::Stop> stop_;  ///< it came while something lasted
    bool went_on_ = false;             ///< after a stop of our own: the SIGCONT for it is still to be read
};

}  // namespace folkmoot
