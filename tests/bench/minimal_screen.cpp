// The floor for the full screen's figures: a list in ncursesw, whose focused line is marked, and nothing else.
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include <clocale>

int main() {
    std::setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    curs_set(1);
    constexpr int rows = 20;
    int focus = 0;
    while (true) {
        erase();
        mvaddstr(0, 0, "A list of twenty lines");
        for (int i = 0; i < rows; ++i) {
            attrset(i == focus ? A_REVERSE : A_NORMAL);
            mvprintw(2 + i, 0, "%d of %d, A name that is about as long as others, its partner", i + 1, rows);
        }
        attrset(A_NORMAL);
        move(2 + focus, 0);
        refresh();
        const int key = getch();
        if (key == 'q' || key == ERR) break;
        if (key == KEY_DOWN && focus + 1 < rows) ++focus;
        if (key == KEY_UP && focus > 0) --focus;
    }
    endwin();
    return 0;
}
