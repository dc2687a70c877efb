// ncursesw, and only here: a frame is painted, the terminal is given back as it was.
#pragma once

#include <cstdio>
#include <memory>
#include <span>

#include "src/render/frame.h"
#include "src/render/row_moves.h"

namespace folkmoot {

class CursesTerminal {
public:
    /// Begins the full screen on two terminals. Error when the terminal cannot place a cursor.
    /// `colour`: one accent colour and a marked focus; else neither.
    CursesTerminal(int in, int out, bool colour, bool reader);
    ~CursesTerminal();
    CursesTerminal(const CursesTerminal&) = delete;
    CursesTerminal& operator=(const CursesTerminal&) = delete;

    /// What the window is now; curses is told when it has changed.
    Size fit_window();
    /// Whether this terminal can move rows up and down by itself.
    [[nodiscard]] bool can_move_rows() const;
    /// Sends what differs from the last frame, in one write, after the moves, in their order. The rows of `whole` are
    /// sent from end to end: a reader that speaks what is sent would hear the changed letters only.
    void paint(const Frame& frame, std::span<const RowMove> moves, std::span<const std::size_t> whole);
    /// Everything anew, for a screen that somebody else has written to.
    void draw_again();
    void bell();
    /// Another profile, or other colours, from the next frame on.
    void dress(bool colour, bool reader);
    /// Gives the terminal back for a while (suspended), and takes it again.
    void leave();
    void enter();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Whether the terminal of this name is known and can place a cursor.
bool can_place_cursor(const char* terminal_name);

}  // namespace folkmoot
