// What shows pages and takes input. One face each; the app knows only this.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include <chrono>

#include "src/page/keys.h"
#include "src/page/page.h"

namespace folkmoot {

namespace input {
struct Line {
    std::string text;
};  ///< a whole line was typed, made harmless
/// A key, or a line that had the focus, chose this word.
struct Chosen {
    Intent intent;
};
/// What is half typed now, to be kept in case of a crash; empty when nothing is any more.
struct Draft {
    std::string line;
};
struct Tick {};  ///< the wait is over
struct End {};   ///< no more input, or the terminal is gone
struct Stop {
    int signal = 0;
};  ///< asked to end: SIGTERM, SIGHUP, SIGINT
}  // namespace input

using Input = std::variant<input::Line, input::Chosen, input::Draft, input::Tick, input::End, input::Stop>;

enum class FaceKind { linear, screen };

/// What a face takes from the settings and the environment.
struct FaceSettings {
    int width = 0;                    ///< of linear lines; 0: the terminal's
    std::string hints;                ///< of the full screen: "full", "short" or "none"; empty: full
    bool reader = false;              ///< the full screen's profile for screen readers and braille
    bool colour = true;               ///< one accent colour
    bool errors_take_cursor = false;  ///< full screen: the cursor is on an error until the next key
    bool single_keys = true;          ///< full screen: letters and marks act
    bool keys_without_enter = false;  ///< linear: a key at the beginning of a line acts
    Keys keys = {};
    std::function<std::string(std::string_view)> reworded = {};  ///< how all that is shown is put; nothing: as it is
};

class Renderer {
public:
    virtual ~Renderer() = default;
    /// The whole page: on arriving somewhere, and when asked for with `again`.
    virtual void show(const Page& page) = 0;
    /// The page changed in small ways (a new prompt, a question): nothing is repeated, the next prompt is the new one.
    virtual void refresh(const Page& page) = 0;
    /// A page to be read, after which one is back where one was.
    virtual void read_out(const Page& page) { show(page); }
    /// That page, a little changed, where it is still being read or lies under what is; else nothing. Its `focus` is
    /// where the mark goes.
    virtual void refresh_read(const Page& page) { static_cast<void>(page); }
    /// From now on the face is like this; what is on it, and what is half typed, stays.
    virtual void settle(const FaceSettings& settings) { static_cast<void>(settings); }
    virtual void announce(const Announcement& announcement) = 0;
    /// Waits for input, at most so long (nothing: for ever). Shows the prompt first when it is due.
    virtual Input read(std::optional<std::chrono::milliseconds> wait) = 0;
    /// While long work lasts: shows a sentence at once (empty: none), and says whether to go on. False after Ctrl-C, or
    /// when the program is asked to end, which the next `read` says too. What is typed meanwhile waits for it.
    virtual bool still_wanted(const std::string& progress) {
        if (!progress.empty()) announce({Kind::plain, progress});
        return alive();
    }
    /// A draft line for the person to send again or change, where the face can (a terminal).
    virtual void offer(const std::string& text) = 0;
    /// What is half typed, as a line that could be sent; empty when nothing is.
    [[nodiscard]] virtual std::string half_typed() const { return ""; }
    /// Whether the time on a page is on the screen all the while, so that it must be kept right.
    [[nodiscard]] virtual bool shows_time() const { return false; }
    /// The other face from now on, with what is half typed; false when there is none. `kind` is which one.
    virtual bool change_face(FaceKind kind) {
        static_cast<void>(kind);
        return false;
    }
    [[nodiscard]] virtual FaceKind face() const { return FaceKind::linear; }
    /// Nothing more will be shown: writes what waits, and gives the terminal back.
    virtual void finish() {}
    /// Why output can no longer be written; empty while it can.
    [[nodiscard]] virtual std::string reason() const { return ""; }
    /// False once output can no longer be written (closed standard output).
    [[nodiscard]] virtual bool alive() const = 0;
};

}  // namespace folkmoot
