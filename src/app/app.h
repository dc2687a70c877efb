// The loop: wait, freeze "now", dispatch, show. One thread; timers and signals are inputs like lines.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screens/screen.h"
#include "src/app/preferences.h"
#include "src/render/renderer.h"
#include "src/session/engine.h"
#include "src/time/clock.h"
#include "src/time/countdown.h"

namespace folkmoot {

/// What the loop needs to know besides its parts.
struct AppSettings {
    std::vector<Threshold> thresholds;
    bool bell_for_time = true;     ///< `bell` is important or all
    bool bell_for_errors = false;  ///< `bell` is all
    bool last_minute_seconds = false;
    std::filesystem::path log_folder;  ///< beside which minutes go when no folder is set
    std::filesystem::path minutes_folder;
    std::filesystem::path plans_folder;  ///< where plans are and new ones go; empty: where the program was started
    int papers_ahead = 14;               ///< days: the norm for sending papers
    bool example = false;                ///< kept apart, and thrown away when its home is left
    std::vector<std::string> said;       ///< before the meeting's first page, for `history`
    std::string program = "folkmoot";    ///< as it is typed to come back to this log, "folkmoot --log other.db"
    Preferences* preferences = nullptr;  ///< none: there are no settings to be changed
    /// The page of what was found in the whole log; throws Error when it cannot be looked for. May be empty.
    std::function<Page(const std::string& typed)> search = {};
    /// Corrects the minutes of the group's last meeting: what was said, or why not. May be empty.
    std::function<std::variant<std::string, Refusal>(const std::string& typed)> amend = {};
    std::function<std::variant<std::string, Refusal>()> take_back_amendment = {};  ///< the latest
};

/// What the settings say of all that; what they do not speak of stays.
void adopt(AppSettings& app, const Settings& settings);

/// How a running ended; `stopped`: no input is left, or the program was asked to stop.
enum class Ending { closed, left_open, stopped, trouble };

/// Runs a meeting until it is closed or left. Minutes are written at closing, before closing is said to be done.
class App {
public:
    /// `set_clock` is the clock again when it is one that typed "@" lines move, else null; `idle` is called when
    /// nothing is to be done for a while (the log catches up); what it found is said.
    App(Engine& engine, Renderer& renderer, Clock& clock, SetClock* set_clock, AppSettings settings,
        std::function<std::vector<std::string>()> idle);
    Ending run();

private:
    void take_input(const Input& input);
    [[nodiscard]] std::variant<Intent, Unread> read_on(const Page& page, const std::string& line) const;
    void take_line(const std::string& line);
    void take_chosen(const Intent& intent);
    void keep_draft(const std::string& typed);
    [[nodiscard]] bool never_written(const std::string& typed) const;
    void offer_draft();
    void change_face(FaceKind kind);
    void take_word(const Intent& intent);
    void take_settings_word(const std::string& typed);
    void take_search(const std::string& typed);
    void take_amendment(const std::string& typed);
    bool take_amendment_back();
    void tell_of_amendment(const std::variant<std::string, Refusal>& told);
    void adopt_preferences();
    void take(const Reaction& reaction);
    void remember_words(const Reaction& reaction);
    bool act(const Command& command);
    bool answer(const ActResult& result);
    void retry();
    void say(Kind kind, const std::string& text, bool bell = false);
    void show_whole(bool named = false);
    void show_if_moved();
    void announce_time();
    void follow_item();
    void announce_slot();
    void announce_pause();
    void announce_planned_end();
    void offer_break();
    [[nodiscard]] std::optional<Millis> until_break_offer() const;
    void show_gap();
    [[nodiscard]] bool gap_is_open() const;
    [[nodiscard]] std::optional<SlotNotice> next_slot() const;
    [[nodiscard]] std::optional<Millis> next_notice() const;
    void keep_overrun_question();
    void move_set_clock(Millis by);
    void ask_about_gap(Millis gap);
    void tell_of_minutes();
    void leave();
    void stop(const std::string& why);
    void leave_as(Ending ending, const std::string& said);
    [[nodiscard]] std::string stays_open() const;
    void use_idle_moment();
    [[nodiscard]] std::string where_shown() const;
    [[nodiscard]] View view() const;
    [[nodiscard]] std::optional<Millis> wait() const;
    [[nodiscard]] std::optional<Millis> until_time_changes() const;

    Engine& engine_;
    Renderer& renderer_;
    Clock& clock_;
    SetClock* set_clock_;
    AppSettings settings_;
    std::function<std::vector<std::string>()> idle_;
    Memory memory_;
    Stamp now_;
    std::string line_;             ///< the last one typed: offered again when it could not be kept
    std::string unkept_line_;      ///< the one behind the latest act that could not be kept
    std::string shown_;            ///< which page is on: shown whole again only when it changes
    std::optional<ItemId> timed_;  ///< the item that `said_until_` belongs to
    Millis said_until_{0};
    Minutes allotted_{0};    ///< the item's time when it was last looked at
    Millis quiet_until_{0};  ///< used time up to which nothing is said: how much was given has just been said
    std::optional<Stamp> pause_timed_;  ///< the pause that `pause_said_` belongs to
    Millis pause_said_{0};
    std::optional<Stamp> break_offered_;   ///< since when there had been no break when one was offered last
    bool end_said_ = false;                ///< the planned end is past, or was said
    bool gap_asked_ = false;               ///< the open question is the one about a gap
    bool gap_first_ = false;               ///< the question about the gap stands before the first page
    bool overrun_asked_ = false;           ///< the open question is the one about the overrun
    bool refused_ = false;                 ///< what is said now is a refusal, not about what was typed
    bool remember_ = true;                 ///< what is said now is for `history`; what only repeats is not
    std::vector<std::size_t> amended_at_;  ///< how many acts the meeting had at each correction of the last minutes
    std::string draft_;                    ///< what the log holds as half typed
    bool draft_trouble_ = false;           ///< that it cannot be kept was said
    bool behind_ = false;                  ///< something was done that an idle moment should follow up
    std::optional<Ending> ending_;
};

}  // namespace folkmoot
