// A running meeting, live and read-only, in a second terminal.
// The question it answers: where are they now?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/screen.h"
#include "src/render/renderer.h"
#include "src/session/records.h"
#include "src/time/clock.h"

namespace folkmoot {

/// Shows what the log says, looks once a second whether there is more, and says each new act. What only the facilitator
/// should see stays hidden.
class Follower {
public:
    Follower(Records& records, Renderer& renderer, Clock& clock, const MeetingId& meeting, Keys keys = {});
    /// Until it is left. Throws Error when the log can no longer be read.
    void run();

private:
    void catch_up();
    void take_line(const std::string& line);
    void take_word(const Intent& intent);
    void say(const std::string& text, Kind kind = Kind::plain, bool to_read = false);
    void show();
    void show_if_moved();
    [[nodiscard]] Page page() const;
    [[nodiscard]] View view() const { return {state_, now_, memory_}; }
    [[nodiscard]] std::string where_shown() const;

    Records& records_;
    Renderer& renderer_;
    Clock& clock_;
    State state_;
    Stamp now_;
    Memory memory_;
    std::string shown_;
    bool leaving_ = false;
};

}  // namespace folkmoot
