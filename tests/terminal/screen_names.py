#!/usr/bin/python3
"""The full screen on a real terminal: kinds of terminal, locales, wide and right-to-left names."""
import re
import sys
import unicodedata

from cases import main, test
from screen import BACKSPACE, DOWN, END, ENTER, HOME, LEFT, PLAN, PROFILES, columns_of, drawn_anew, equal, expect

# Terminals and locales

def acts_of(open_, profile="visual", down=DOWN, **environment):
    terminal = open_.begun(profile=profile, **environment)
    terminal.press(down)
    terminal.press(ENTER)
    terminal.said("Ben is here", "after Enter on Ben")
    terminal.press("n", "Note: ")
    terminal.press("No ramp" + ENTER)
    terminal.said("Note 1 kept", "after a note")
    return terminal


SIZES = ((132, 43), (40, 12), (80, 25))


def at_all_sizes(terminal):
    """The text at each size, which a drawing from nothing shows as well."""
    texts = []
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        texts.append(terminal.text())
        drawn_anew(terminal, f"{columns}x{rows}")
    return texts


ARROWS = {"linux": "\033[B", "vt100": "\033OB", "screen": "\033OB", "tmux": "\033OB", "xterm-256color": "\033OB"}
for each in ARROWS:
    @test(f"TERM={each}: the arrows, and at 80x25, 132x43 and 40x12 the same text and a drawing from nothing")
    def _(open_, name=each):
        for profile in PROFILES:
            open_.forget_log()
            known = acts_of(open_, profile=profile)
            texts = at_all_sizes(known)
            known.press("q")
            known.ended()
            open_.forget_log()
            terminal = acts_of(open_, profile=profile, down=ARROWS[name], TERM=name)
            equal(b"\033[?1049h" in terminal.all, name not in ("linux", "vt100"), "another screen is asked for")
            equal(at_all_sizes(terminal), texts, "the text")
            terminal.press("q")
            terminal.ended()
            terminal.is_as_before("at the end")


COLOUR = re.compile(rb"\033\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


@test("NO_COLOR leaves no colour at any size, without it there is one")
def _(open_):
    terminal = acts_of(open_)
    expect(COLOUR.search(terminal.all), "no colour without NO_COLOR, so this proves nothing")
    texts = at_all_sizes(terminal)
    terminal.press("q")
    terminal.ended()
    open_.forget_log()
    terminal = acts_of(open_, NO_COLOR="1")
    equal(at_all_sizes(terminal), texts, "the text")
    terminal.press("q")
    terminal.ended()
    found = COLOUR.search(terminal.all)
    expect(not found, f"a colour in spite of NO_COLOR: {found}")


@test("the terminal's palette is left as it is, and its other screen entered and left once")
def _(open_):
    for name in ("xterm-256color", "linux"):
        open_.forget_log()
        terminal = open_.begun(TERM=name)
        terminal.press("q")
        terminal.ended()
        found = re.search(rb"\033\].{0,8}", terminal.all)
        expect(not found, f"sent to {name}: {found}")
        for switch in (b"\033[?1049h", b"\033[?1049l"):
            equal(terminal.all.count(switch), int(name != "linux"), f"how often {switch!r} was sent to {name}")


@test("LC_ALL=C shows ASCII alone, in the place of every other letter")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile, LC_ALL="C")
        terminal.press(DOWN)
        terminal.press(DOWN)
        row = terminal.focused()
        expect(row.startswith("3 of 8, ") and "University, co-chair" in row, f"the row of 陈伟: {row!r}")
        expect(terminal.shows("5 of 8, Zoe, University"), f"the row of Zoë; {terminal.in_words()}")
        terminal.press(ENTER)
        terminal.said("is here", "after Enter")
        terminal.press("n", "Note: ")
        for typed in ("caf", "é", " ", "€", "5", ENTER):
            terminal.press(typed)
        terminal.said("Note . kept", "after a note")
        for text in at_all_sizes(terminal):
            expect(text[0].startswith("Opening, Working group") and any("3 of 8, " in row for row in text),
                   f"the page at {max(map(len, text))}x{len(text)}: {text}")
        terminal.press("q")
        terminal.ended()
        terminal.is_as_before("at the end")
        bad = re.search(rb"[^\x00-\x7f].{0,20}", terminal.all)
        expect(not bad, f"sent in a locale of ASCII: {bad}")


for each in ("dumb", None, "no-such-terminal"):
    said = "TERM unset" if each is None else f"TERM={each}"

    @test(f"{said}: --screen says why not, with status 2; without it the lines are plain")
    def _(open_, name=each):
        terminal = open_("--screen", "--log", open_.home / "log.db", "run", PLAN, TERM=name)
        terminal.ended(2)
        text = terminal.all.decode()
        expect("full screen" in text and "TERM" in text and "--linear" in text, f"said: {text!r}")
        expect("\033" not in text, f"said: {text!r}")
        terminal.is_as_before("at the end")
        terminal = open_("run", PLAN, TERM=name)
        terminal.until(lambda: terminal.all.endswith(b"Opening> "), "the prompt")
        terminal.press("q" + ENTER)
        terminal.ended()
        expect(b"\033" not in terminal.all, "an escape sequence in plain lines")
        terminal.is_as_before("at the end")


# Wide, Arabic and combining text

WIDE_PLAN = """
[meeting]
title = "Namen 名前"
minutes = 30
[partnership]
name = "Widths"
""" + "".join(f'[[person]]\nname = "{name}"\npartner = "Harbour Voices"\nrole = "co-chair"\n' for name in
              ("陈伟", "ليلى", "Zoe\u0308", "김민수", "Ane\u0301ta", "สมชาย", "Ω")) + """
[[item]]
title = "First"
minutes = 20
"""


@test("behind wide, Arabic and combining names the text stands in the column that the arithmetic says")
def _(open_):
    names = [unicodedata.normalize("NFC", name) for name in ("陈伟", "ليلى", "Zoë", "김민수", "Anéta", "สมชาย", "Ω")]
    for profile in PROFILES:
        terminal = open_.begun(open_.plan(WIDE_PLAN), profile=profile) if not open_.terminals \
            else open_.resumed(profile=profile)
        for number, name in enumerate(names, 1):
            row = terminal.row_of(f"{number} of 7, ")
            before = f"{number} of 7, {name}, "
            behind = "Harbour" if len(open_.terminals) == 1 else "here"
            equal(terminal.column_of(row, behind), columns_of(before), f"the column behind {name}")
            terminal.press(HOME)
            while terminal.at[0] != row:
                terminal.press(DOWN)
            terminal.press(ENTER if profile == "visual" else "2")
            terminal.said(f"^{name} is ", "after an act on it")
            word = "here" if profile == "visual" else "away with apologies"
            equal(terminal.column_of(row, word), columns_of(before),
                  f"the column of “{word}” behind {name}")
        drawn_anew(terminal, "names")
        terminal.press("q")
        terminal.ended()


@test("the cursor in a field stands behind wide, Arabic and combining text, and moves over it by characters")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press("n", "Note: ")
        typed = ""
        for part in ("a", "陈", "é", "e", "\u0301", "ل", "ي", "한", "😀", " ", "b"):
            terminal.press(part)
            typed += part
            equal(terminal.at[1], columns_of("Note: " + typed), f"the column behind {typed!r}")
        for width in (1, 1, 2, 2, 1, 1, 1, 1, 2, 1):
            column = terminal.at[1]
            terminal.press(LEFT)
            equal(column - terminal.at[1], width, f"the columns of one step left from {column}")
        terminal.press("x")
        terminal.press(END)
        typed = "x" + typed
        for rubbed in ("b", " ", "😀", "한", "ي", "ل", "e\u0301", "é", "陈", "a"):
            terminal.press(BACKSPACE)
            typed = typed[:-len(rubbed)]
            equal(terminal.at[1], columns_of("Note: " + typed), f"the column with {typed!r} left")
            equal(unicodedata.normalize("NFC", terminal.focused()),
                  unicodedata.normalize("NFC", "Note: " + typed).rstrip(), "the row")
        terminal.press("e\u0301 陈伟 ok" + ENTER)
        terminal.said("kept: x(e\u0301|é) 陈伟 ok", "what was kept")
        drawn_anew(terminal, "after wide text")
        terminal.press("q")
        terminal.ended()


if __name__ == "__main__":
    sys.exit(main())
