#!/usr/bin/python3
"""The full screen on a real terminal: windows of all sizes."""
import random
import sys

from cases import main, test
from screen import CHECKED, DOWN, ENTER, HOME, PROFILES, Failed, back_to_page, columns_of, drawn_anew, equal, expect


def all_that_can_be_reached(terminal):
    """The words on the lines that the focus comes to, from the first to the last."""
    terminal.press(HOME)
    lines = []
    for _ in range(200):
        lines.append(terminal.focused())
        where, before = terminal.at, terminal.text()
        terminal.press(DOWN)
        if terminal.at == where and terminal.text()[:-3] == before[:-3]:
            terminal.said("last line", "at the end of the list")
            return " ".join(" ".join(lines).split())
    raise Failed(f"the list has no end; {terminal.in_words()}")


for each in PROFILES:
    @test(f"at 80x25, 132x43, 40x12 and 30x8 every line can be reached, 20x5 is said to be too small, {each} profile")
    def _(open_, profile=each):
        terminal = open_.begun(profile=profile)
        for place, go in (("Opening", None), ("Check-in", "go check-in"), ("Item 2", "go 2")):
            terminal.resize(80, 25)
            if go:
                terminal.word("here all", "8 people|8 of 8")
                terminal.word(go, "^" + place)
            whole = terminal.row(0)
            first = all_that_can_be_reached(terminal)
            expect(len(first) > 150, f"{place}: only {first!r} can be reached")
            for columns, rows in ((132, 43), (40, 12), (30, 8)):
                terminal.resize(columns, rows)
                expect(whole.startswith(terminal.row(0)[:25].split("  ")[0]),
                       f"the title at {columns}x{rows}: {terminal.row(0)!r}")
                drawn_anew(terminal, f"{place} at {columns}x{rows}")
                if profile == "visual" and columns >= 120:
                    continue  # the agenda stands beside the page, on the same rows
                equal(all_that_can_be_reached(terminal), first, f"{place}: what can be reached at {columns}x{rows}")
            terminal.resize(20, 5)
            expect("too small" in " ".join(terminal.text()), f"at 20x5: {terminal.text()}")
            drawn_anew(terminal, "20x5")
            terminal.resize(80, 25)
            expect(terminal.row(0)[:40] == whole[:40], f"after 20x5: {terminal.in_words()}")
            drawn_anew(terminal, "80x25 again")


SIZES = ((132, 43), (80, 25), (40, 25), (40, 12))


@test("the title of a page can be read whole from 132x43 down to 40x12")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 4", "^Item 4 of 6")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            everything = " ".join(" ".join(terminal.text()).split())
            expect("Item 4 of 6, What the bus interviews tell us so far" in everything,
                   f"the title at {columns}x{rows}; {terminal.in_words()}")
        terminal.press("q")
        terminal.ended()


@test("what where says can be read whole from 132x43 down to 40x12")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 4", "^Item 4 of 6")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.press("w")
            terminal.until(lambda: terminal.shows("Enter or a comma goes") or
                           terminal.message().startswith("Item 4 of"), "what where says")
            page = terminal.shows("Enter or a comma goes")
            said = terminal.message()
            if page:
                said = " ".join(" ".join([*terminal.body(), all_that_can_be_reached(terminal)]).split())
            for part in ("What the bus interviews tell us so far", "16 minutes", "14:00"):
                expect(part in said, f"“{part}” is not in where at {columns}x{rows}: {said!r}")
            back_to_page(terminal)
        terminal.press("q")
        terminal.ended()


@test("a window of another size leaves what is typed in a field, and the cursor behind it")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press("n", "Note: ")
        typed = "The hall has no ramp, 陈伟 says"
        terminal.press(typed, "Note: " + typed[:20])
        for columns, rows in ((40, 12), (20, 5), (30, 8), (132, 43), (3, 2), (80, 25)):
            terminal.resize(columns, rows)
            if columns >= 30:
                everything = "".join(terminal.text())
                expect("".join(typed.split()) in "".join(everything.split()),
                       f"the field at {columns}x{rows}; {terminal.in_words()}")
                row, column = terminal.at
                expect(terminal.row(row)[:column].endswith("says") or columns_of(terminal.row(row)) == column,
                       f"the cursor at {columns}x{rows}: {terminal.at} in {terminal.row(row)!r}")
                drawn_anew(terminal, f"a field at {columns}x{rows}")
        equal(terminal.at[1], columns_of("Note: " + typed), "the column of the cursor")
        terminal.press(".", "says\\.")
        terminal.press(ENTER)
        terminal.said(f"Note . kept: {typed}", "what was kept")
        terminal.press("q")
        terminal.ended()


SIZES_AT_RANDOM = 1000
SEEDS = 5


def typed_at(terminal, choose, left):
    """A few sizes, and a few letters between them, of which nothing is awaited; gives how many and the letters.

    One size in three is that of the beginning again, before the program may have seen that there was another.
    """
    sizes, typed, begin = choose.randint(1, min(5, left)), "", (terminal.columns, terminal.rows)
    for _ in range(sizes):
        another = choose.randint(1, 300), choose.randint(1, 100)
        terminal.columns, terminal.rows = choose.choice([another, another, begin])
        terminal.cells.resize(terminal.rows, terminal.columns)
        terminal.set_size()
        letters = "".join(choose.choice(["a", "e", " ", "陈", "é", "ل"]) for _ in range(choose.randint(0, 2)))
        terminal.type(letters)
        typed += letters
        terminal.take(choose.choice([0, 0, 0.001, 0.005]))
        expect(terminal.process.poll() is None, f"it ended at {terminal.columns}x{terminal.rows}")
    # Another letter of its own makes sure that all before it was taken.
    terminal.press("x")
    return sizes, typed + "x"


for each in range(SEEDS):
    @test(f"{SIZES_AT_RANDOM // SEEDS} windows of random sizes while a field is typed leave what a drawing from "
          f"nothing shows, seed {each + 1}")
    def _(open_, seed=each):
        choose = random.Random(seed)
        terminal = open_.begun(profile=PROFILES[seed % 2], program=CHECKED)
        terminal.press("n", "Note: ")
        terminal.press("x")
        typed, left = "x", SIZES_AT_RANDOM // SEEDS
        while left > 0:
            sizes, letters = typed_at(terminal, choose, left)
            left -= sizes
            typed += letters
            drawn_anew(terminal, f"{left} sizes before the end, {terminal.columns}x{terminal.rows}")
        terminal.resize(80, 25)
        drawn_anew(terminal, "at the end")
        terminal.press(ENTER)
        terminal.said("Note 1 kept", "after Enter")
        terminal.press("q")
        terminal.ended()
        minutes = open_.output("minutes", "last")
        expect("".join(typed.split()) in "".join(minutes.split()), f"“{typed}” was typed, in the minutes: {minutes}")


if __name__ == "__main__":
    sys.exit(main())
