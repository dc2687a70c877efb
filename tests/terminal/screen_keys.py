#!/usr/bin/python3
"""The full screen on a real terminal: keys without a meaning, in words or nothing."""
import re
import sys

from cases import main, test
from screen import CHECKED, DOWN, END, ENTER, HOME, LEAVE, LEFT, PROFILES, UP, equal, expect


@test("an unknown key, an arrow at the end and a number without a meaning are answered in words")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press(";")
        terminal.said(r"^A semicolon is no key here\.", "after an unknown key")
        terminal.press("9")
        terminal.said(r"^9 means nothing on this line\. Numbers go from 1 to 5\.$", "after a number that means nothing")
        terminal.press(HOME)
        terminal.press(HOME)
        terminal.said(r"^This is the first line\.$", "after Home on the first line")
        terminal.press(UP)
        terminal.said(r"^Again: This is the first line\.$", "after the same a second time")
        terminal.press(UP)
        terminal.said(r"^This is the first line\.$", "after the same a third time")
        terminal.press(ENTER)
        terminal.said(r"^There is nothing to do with this line\.", "after Enter on a line without acts")
        terminal.press("9")
        terminal.said(r"^9 means nothing on this line\. Go to the line it is for first\.$", "after a number that no line has")
        terminal.press(LEFT)
        terminal.said(r"^Left and right do nothing here\.", "after an arrow to the left")
        terminal.press(END)
        last = terminal.at
        terminal.press(DOWN)
        terminal.said(r"^This is the last line\.$", "after Down on the last line")
        terminal.press(DOWN)
        terminal.said(r"^Again: This is the last line\.$", "after the same a second time")
        equal(terminal.at, last, "the cursor")
        terminal.press(LEAVE)
        terminal.said(r"^There is nothing to leave here\.", "after Ctrl-G on a page")
        terminal.press("q")
        terminal.ended()


@test("keys without a meaning and odd sequences are answered in words or are nothing, and never typed")
def _(open_):
    terminal = open_.begun(profile="reader", program=CHECKED)
    for keys in ("\033OP", "\033[15~", "\033[1;5C", "\x01", "\x0b", "\x12", "\033[2~"):
        terminal.press(keys)
        expect(terminal.process.poll() is None, f"{keys!r} ended it")
    terminal.press("n", "Note: ")
    for keys in ("\033OP", "\033[15~", "\x01", "\x0b", "\x00", "\x12"):
        terminal.press(keys)
        equal(terminal.focused(), "Note:", f"the field after {keys!r}")
    terminal.press("ok" + ENTER)
    terminal.said("Note 1 kept: ok", "after a note")
    terminal.press("q")
    terminal.ended()


UNKNOWN = {
    "Alt and a key": ("\033x", "\0333"),
    "F keys of another terminal": ("\033[[A", "\033[57399u"),
    "an answer of the terminal": ("\033[?62;22c", "\033[12;40R"),
    "brackets around what is pasted": ("\033[200~", "\033[201~"),
    "a window that comes to the front": ("\033[I", "\033[O"),
}


@test("sequences that the terminal's database does not know do nothing on a page")
def _(open_):
    terminal = open_.begun(profile="reader")
    wrong = []
    for kind, sequences in UNKNOWN.items():
        for sequence in sequences:
            page, cursor = terminal.body(), terminal.at
            expect(re.match("1 of 8, Asha", terminal.focused()), f"the cursor is not on Asha; {terminal.in_words()}")
            terminal.press(sequence)
            if (terminal.body(), terminal.at) != (page, cursor):
                now = [row for row, before in zip(terminal.body(), page) if row != before]
                wrong.append(f"{kind}, {sequence!r}, changed the page: {now}, message {terminal.message()!r}")
                terminal.close()
                open_.forget_log()
                terminal = open_.begun(profile="reader")
    expect(not wrong, "; ".join(wrong))


@test("sequences that the terminal's database does not know leave a field as it is")
def _(open_):
    terminal = open_.begun(profile="reader")
    wrong = []
    for kind, sequences in UNKNOWN.items():
        for sequence in sequences:
            terminal.press("n", "Note: ")
            terminal.press("half")
            terminal.press(sequence)
            if terminal.focused() != "Note: half":
                wrong.append(f"{kind}, {sequence!r}: {terminal.focused()!r}, message {terminal.message()!r}")
            terminal.close()
            open_.forget_log()
            terminal = open_.begun(profile="reader")
    expect(not wrong, "; ".join(wrong))


@test("a character whose bytes come apart is typed once it is whole")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    for character in ("陈", "é"):
        for byte in character.encode():
            terminal.press(bytes([byte]))
    equal(terminal.focused(), "Note: 陈é", "the field")


@test("bytes that are no character take nothing from what is typed behind them")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    terminal.press(b"\xff\xc3")
    equal(terminal.focused(), "Note:", "the field after bytes that are no character")
    terminal.press("ab")
    equal(terminal.focused(), "Note: ab", "the field after two letters")
    terminal.press(b"\xffcd")
    equal(terminal.focused(), "Note: abcd", "the field after a byte that is no character and two letters at once")


@test("a word that is wrong comes back in its field with what is wrong on the message rows")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.word("frobnicate")
    terminal.said("\"frobnicate\" is not a word here", "after an unknown word")
    expect(terminal.focused().startswith(":frobnicate"), f"the field: {terminal.focused()!r}")
    terminal.press(LEAVE)
    terminal.said("Left without keeping", "after Ctrl-G")
    expect(not terminal.shows(":frobnicate"), "the field is still there")


if __name__ == "__main__":
    sys.exit(main())
