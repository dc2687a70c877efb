#!/usr/bin/python3
"""What is half typed outlives the program."""
import random
import re
import signal
import sys
import unicodedata

from cases import main, test
from screen import ENTER, LEAVE, PLAN, PROFILES, columns_of, equal, expect

LONG = "The hall has no ramp and the bus stops far away from it"


def killed_while_typing(open_, typed):
    terminal = open_.begun(profile="reader", clock=None)
    terminal.press("n", "Note: ")
    for letter in typed:
        terminal.press(letter)
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)


def is_begun_of(found, typed, what):
    expect(typed.startswith(found) and len(found) >= len(typed) - 20,
           f"{what}: {found!r} of {typed!r}, so {len(typed) - len(found)} characters are lost")


@test("killed in the middle of a note: resume opens a field with what was typed")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        killed_while_typing(open_, LONG)
        # Without the line about a clock that was set, which would take the message rows.
        terminal = open_.resumed("Opening", profile=profile, clock=None)
        terminal.until(lambda: terminal.focused().startswith("Note: "), "the field with what was half typed")
        field = terminal.focused()
        is_begun_of(field.removeprefix("Note: "), LONG, "the field")
        equal(terminal.at[1], columns_of(field), "the cursor")
        open_.figure(f"letters lost of {len(LONG)} when killed: {len(LONG) - len(field) + len('Note: ')}")
        terminal.said("half typed", "that it is here again")
        terminal.press(" END" + ENTER)
        terminal.said("Note 1 kept: The hall has no ramp.* END", "what was sent")
        terminal.press("q")
        terminal.ended()
        terminal = open_.resumed("Opening", profile=profile, clock=None)
        terminal.said("Folkmoot, full screen", "at the beginning")
        expect(not terminal.focused().startswith("Note: "), "what was sent is offered again")
        terminal.press("q")
        terminal.ended()


@test("killed in the middle of a note: resume in plain lines begins the line with it")
def _(open_):
    killed_while_typing(open_, LONG)
    terminal = open_("--linear", "--log", open_.home / "log.db", "resume", profile="reader", clock=None)
    terminal.until(lambda: re.search(rb"Opening> note [^\r\n]*$", terminal.all), "the line with what was half typed")
    terminal.quiet()
    found = terminal.all.decode().rsplit("Opening> ", 1)[1]
    is_begun_of(found.removeprefix("note "), LONG, "the line")
    terminal.press(" END" + ENTER)
    terminal.until(lambda: re.search("Note 1 kept: The hall has no ramp.* END",
                                     " ".join(terminal.all.decode().split())), "what was sent")
    terminal.press("q" + ENTER)
    terminal.ended()


@test("killed a while after the last key: nothing that was typed is lost")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    for letter in LONG[:26]:
        terminal.press(letter)
    terminal.until(lambda: open_.draft() == "note " + LONG[:26], "what was half typed, in the log")
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)
    terminal = open_.resumed("Opening", profile="reader")
    terminal.until(lambda: terminal.focused().startswith("Note: "), "the field with what was half typed")
    equal(terminal.focused(), ("Note: " + LONG[:26]).rstrip(), "the field")


# At random, in both faces

CASES = 30
FACES = ("the full screen", "plain lines")
PIECES = ("a", "e", "t", "ramp", "the", " ", "陈", "é", "e\u0301", "ليلى", "한", "😀", "1", ".")


def begun_in(open_, face):
    """A meeting, and the beginning of a note in it."""
    if face == FACES[0]:
        terminal = open_.begun(greeted=False)
        terminal.press("n", "Note: ")
    else:
        terminal = open_("run", PLAN, "--linear")
        terminal.until(lambda: terminal.all.endswith(b"Opening> "), "the prompt")
        terminal.press("note ")
    return terminal


def typed_in_pieces(terminal, choose):
    """Each taken before the next is sent: what was taken is what can be lost."""
    typed, most = "", choose.randint(1, 160)
    while len(typed) < most:
        piece = "".join(choose.choice(PIECES) for _ in range(choose.choice([1, 1, 2, 5, 12])))
        piece = piece if typed else piece.lstrip() or "x"
        terminal.press(piece)
        typed += piece
    return typed


def shows_all_of(terminal, draft):
    shown = unicodedata.normalize("NFC", "".join("".join(terminal.text()).split()))
    return unicodedata.normalize("NFC", "".join(draft.split())) in shown


for each in range(CASES):
    typed_in, resumed_in = FACES[each % 2], FACES[each // 2 % 2]

    @test(f"killed at random while typing in {typed_in}, resumed in {resumed_in}, {each + 1} of {CASES}")
    def _(open_, seed=each, typed_in=typed_in, resumed_in=resumed_in):
        choose = random.Random(seed)
        terminal = begun_in(open_, typed_in)
        typed = typed_in_pieces(terminal, choose)
        if seed % 3 == 0:
            terminal.until(lambda: open_.draft() == "note " + typed, "all that was typed, in the log")
        terminal.process.kill()
        terminal.ended(-signal.SIGKILL)
        draft = open_.draft()
        lost = len(typed) - len(draft.removeprefix("note "))
        open_.measure("characters lost when killed while typing", lost)
        expect(("note " + typed).startswith(draft) and lost <= 20, f"{draft!r} is kept of {typed!r}, {lost} are lost")
        terminal = open_("resume", *([] if resumed_in == FACES[0] else ["--linear"]), profile=PROFILES[seed // 4 % 2])
        text = draft.removeprefix("note ")
        where = "Note: " if resumed_in == FACES[0] else "> note "
        terminal.until(lambda: not draft or (terminal.shows(where) and shows_all_of(terminal, text)),
                       f"{where} with “{text}”")
        terminal.press(LEAVE)
        terminal.press("q" if resumed_in == FACES[0] else "q" + ENTER)
        terminal.ended()


if __name__ == "__main__":
    sys.exit(main())
