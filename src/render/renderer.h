// What shows pages and takes input. One face each; the app knows only this.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include <chrono>

#include "src/page/page.h"

namespace folkmoot {

namespace input {
struct Line {
    std::string text;
};               ///< a whole line was typed, made harmless
struct Tick {};  ///< the wait is over
struct End {};   ///< no more input, or the terminal is gone
struct Stop {
    int signal = 0;
};  ///< asked to end: SIGTERM, SIGHUP, SIGINT
}  // namespace input

using Input = std::variant<input::Line, input::Tick, input::End, input::Stop>;

class Renderer {
public:
    virtual ~Renderer() = default;
    /// The whole page: on arriving somewhere, and when asked for with `again`.
    virtual void show(const Page& page) = 0;
    /// The page changed in small ways (a new prompt, a question): nothing is repeated, the next prompt is the new one.
    virtual void refresh(const Page& page) = 0;
    virtual void announce(const Announcement& announcement) = 0;
    /// Waits for input, at most so long (nothing: for ever). Shows the prompt first when it is due.
    virtual Input read(std::optional<std::chrono::milliseconds> wait) = 0;
    /// A draft line for the person to send again or change, where the face can (a terminal).
    virtual void offer(const std::string& text) = 0;
    /// False once output can no longer be written (closed standard output).
    [[nodiscard]] virtual bool alive() const = 0;
};

}  // namespace folkmoot
