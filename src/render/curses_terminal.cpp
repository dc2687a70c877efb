#include "src/render/curses_terminal.h"

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#undef lines
#undef columns
#undef tab
#undef bell
extern "C" int _nc_outch(int character);  // of libtinfo since 1999. NOLINT(bugprone-reserved-identifier)

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "src/base/error.h"
#include "src/render/crash_reset.h"

namespace folkmoot {

namespace {

constexpr short accent = 1;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }  // NOLINT(cppcoreguidelines-owning-memory): the owner
};
using File = std::unique_ptr<std::FILE, CloseFile>;

struct DeleteWindow {
    void operator()(WINDOW* window) const { ::delwin(window); }
};
using Window = std::unique_ptr<WINDOW, DeleteWindow>;

File file_of(int descriptor, const char* mode) {
    const int own = ::dup(descriptor);
    File file(own < 0 ? nullptr : ::fdopen(own, mode));
    if (!file && own >= 0) ::close(own);
    if (!file) throw Error("The terminal cannot be used.");
    return file;
}

bool is_there(const char* capability) {
    // What a terminal cannot do is -1 there. NOLINTNEXTLINE(performance-no-int-to-ptr,*-reinterpret-cast)
    return capability != nullptr && capability != reinterpret_cast<const char*>(-1);
}

/// What puts the screen back after a crash, as the terminal's own database says it.
std::string leaving_sequence() {
    std::string all;
    for (const char* each : {exit_attribute_mode, cursor_normal, exit_ca_mode}) {
        if (is_there(each)) all += each;
    }
    return all;
}

/// Until a screen was left for the first time and taken up again, curses sends each step of the cursor in a write of
/// its own, and a reader can lose what comes in pieces. So that happens here, where nobody sees it; and before there
/// are colours, or it would put the terminal's palette back, which nobody has changed.
void send_in_one_write(int descriptor) {
    const int terminal = ::dup(descriptor);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (terminal >= 0 && nowhere >= 0 && ::dup2(nowhere, descriptor) >= 0) {
        ::endwin();
        ::doupdate();
        ::dup2(terminal, descriptor);
        ::clearok(stdscr, TRUE);  // the clearing was not seen either
    }
    ::close(nowhere);
    ::close(terminal);
}

/// Into what curses sends next, in its order. putp would go another way, and arrive in a write of its own.
void send(const char* sequence) { ::tputs(sequence, 1, ::_nc_outch); }

void send_at(int row, int column) { send(::tparm(cursor_address, row, column, 0, 0, 0, 0, 0, 0, 0)); }

void send_lines(const char* several, const char* one, int row, int count) {
    send_at(row, 0);
    if (is_there(several)) return send(::tparm(several, count, 0, 0, 0, 0, 0, 0, 0, 0));
    for (int i = 0; i < count; ++i) send(one);
}

/// The terminal moves the rows, and the same happens in what curses knows of it.
void move_rows(const RowMove& move) {
    const int top = static_cast<int>(move.top);
    const int bottom = static_cast<int>(move.bottom);
    const int count = std::min(std::abs(move.by), bottom - top + 1);
    const bool up = move.by < 0;
    send_lines(parm_delete_line, delete_line, up ? top : bottom + 1 - count, count);
    send_lines(parm_insert_line, insert_line, up ? bottom + 1 - count : top, count);
    const int cursor_row = ::getcury(curscr);
    const int cursor_column = ::getcurx(curscr);
    send_at(cursor_row, cursor_column);  // where curses left it
    // Curses would move rows by itself, by a hash of what it knows to be there: marked as unknown first, they have
    // none.
    const Window was(::dupwin(curscr));
    ::wredrawln(stdscr, top, bottom - top + 1);
    const int from = up ? top + count : top;
    const int to = up ? top : top + count;
    const int rows = bottom - top + 1 - count;
    if (rows > 0) ::copywin(was.get(), curscr, from, 0, to, 0, to + rows - 1, COLS - 1, FALSE);
    for (int row = up ? bottom + 1 - count : top, left = count; left > 0; ++row, --left) {
        ::wmove(curscr, row, 0);
        ::wclrtoeol(curscr);
    }
    ::wmove(curscr, cursor_row, cursor_column);
}

}  // namespace

struct CursesTerminal::Parts {
    File in;
    File out;
    SCREEN* screen = nullptr;
    int in_descriptor = -1;
    int out_descriptor = -1;
    termios before{};
    bool colour = false;
    bool reader = false;
    bool away = false;

    [[nodiscard]] attr_t attribute_of(Style style) const {
        if (reader) return A_NORMAL;  // a reader says that there is an attribute
        switch (style) {
            case Style::title:
            case Style::heading:
                return A_BOLD;
            case Style::focus:
                return A_REVERSE;
            case Style::time:
                return colour ? A_BOLD | static_cast<attr_t>(COLOR_PAIR(accent)) : A_BOLD;
            case Style::plain:
            case Style::message:
            case Style::keys:
            case Style::aside:
                break;
        }
        return A_NORMAL;
    }
};

bool can_place_cursor(const char* terminal_name) {
    if (terminal_name == nullptr || *terminal_name == '\0' || std::string(terminal_name) == "dumb") return false;
    int known = 0;
    if (::setupterm(terminal_name, STDOUT_FILENO, &known) != OK || known != 1) return false;
    const bool can = cursor_address != nullptr && clear_screen != nullptr;
    ::del_curterm(cur_term);
    return can;
}

CursesTerminal::CursesTerminal(int in, int out, bool colour, bool reader) : parts_(std::make_unique<Parts>()) {
    parts_->in = file_of(in, "r");
    parts_->out = file_of(out, "w");
    parts_->in_descriptor = in;
    parts_->out_descriptor = out;
    ::tcgetattr(in, &parts_->before);
    parts_->screen = ::newterm(nullptr, parts_->out.get(), parts_->in.get());
    if (parts_->screen == nullptr) throw Error("This terminal has no full screen. Use --linear.");
    ::set_term(parts_->screen);
    ::curs_set(reader ? 2 : 1);  // sends what begins the full screen, too
    send_in_one_write(::fileno(parts_->out.get()));
    ::cbreak();
    ::noecho();
    ::nonl();
    ::typeahead(-1);
    ::leaveok(stdscr, FALSE);
    dress(colour, reader);
    set_crash_reset(in, out, parts_->before, leaving_sequence());
}

CursesTerminal::~CursesTerminal() {
    leave();
    clear_crash_reset();
    ::delscreen(parts_->screen);
}

void CursesTerminal::dress(bool colour, bool reader) {
    parts_->reader = reader;
    ::curs_set(reader ? 2 : 1);
    parts_->colour = colour && ::has_colors();
    if (!parts_->colour) return;
    ::start_color();
    ::use_default_colors();
    ::init_pair(accent, COLOR_CYAN, -1);
}

Size CursesTerminal::fit_window() {
    winsize now{};
    if (::ioctl(parts_->out_descriptor, TIOCGWINSZ, &now) == 0 && now.ws_row > 0 && now.ws_col > 0 &&
        (now.ws_row != LINES || now.ws_col != COLS))
        ::resizeterm(now.ws_row, now.ws_col);
    return {static_cast<std::size_t>(std::max(LINES, 1)), static_cast<std::size_t>(std::max(COLS, 1))};
}

bool CursesTerminal::can_move_rows() const {
    return (is_there(parm_delete_line) || is_there(delete_line)) &&
           (is_there(parm_insert_line) || is_there(insert_line));
}

void CursesTerminal::paint(const Frame& frame, std::span<const RowMove> moves, std::span<const std::size_t> whole) {
    for (const RowMove& move : moves) move_rows(move);
    ::werase(stdscr);
    for (std::size_t row = 0; row < frame.rows.size(); ++row) {
        for (const Span& span : frame.rows[row]) {
            ::wattrset(stdscr, static_cast<int>(parts_->attribute_of(span.style)));
            ::mvwaddstr(stdscr, static_cast<int>(row), static_cast<int>(span.column), span.text.c_str());
        }
    }
    ::wattrset(stdscr, A_NORMAL);
    for (const std::size_t row : whole) ::wredrawln(stdscr, static_cast<int>(row), 1);
    ::wmove(stdscr, static_cast<int>(frame.cursor_row), static_cast<int>(frame.cursor_column));
    ::wnoutrefresh(stdscr);
    ::doupdate();
}

void CursesTerminal::draw_again() { ::clearok(stdscr, TRUE); }

void CursesTerminal::bell() { ::beep(); }

void CursesTerminal::leave() {
    if (parts_->away) return;
    parts_->away = true;
    // Without an alternate screen what is said next would stand behind the keys.
    ::wmove(stdscr, LINES - 1, 0);
    ::wclrtoeol(stdscr);
    ::wrefresh(stdscr);
    ::endwin();
    std::fflush(parts_->out.get());
}

void CursesTerminal::enter() {
    parts_->away = false;
    ::reset_prog_mode();
    draw_again();
    ::curs_set(parts_->reader ? 2 : 1);
}

}  // namespace folkmoot
