#!/usr/bin/python3
"""Whole tasks by ear: what a listener presses in either face, and what must be heard, once.

The key presses and the words heard are kept in tasks.txt. When one of them grows by more than a tenth, a case fails and
says which line to put there if that is on purpose.
"""
import pathlib
import sys
from typing import NamedTuple

from attempts import Cases, run_all
from listening import MARKS, cells_of
from readers import words
from screen import PLAN, equal, expect

ENTER = "\r"
STORED = pathlib.Path(__file__).with_suffix(".txt")
FACES = ("full screen", "linear")
KEYS_MORE = 2  # that linear may take


class Press(NamedTuple):
    screen: str  # the keys on the full screen
    linear: str  # the line in linear
    heard: tuple  # what must be heard, in both faces
    on_screen: tuple = None  # there, where its page says a part of it


def both(word, *heard):
    return Press(":" + word + ENTER, word + ENTER, heard)


def field(key, text, *heard, on_screen=None):
    """A key opens a field of the full screen; in linear it stands before what is typed."""
    return [Press(key, "", ()), Press(text + ENTER, f"{key} {text}{ENTER}", heard, on_screen)]


def passes(*names):
    return [Press("-", "-" + ENTER, (f"{name} passes.",)) for name in names]


NAMES = ("Asha", "Ben", "陈伟", "ليلى", "Zoë", "Dara", "Morag", "Tom")

# Without keys the program is started.
TASKS = {
    "start the meeting": [Press(None, None, ())],
    "check eight people in": [
        *field("i", "all", "All 8 people are here."),
        Press(".", "." + ENTER,
              ("Check-in, 8 people", "What do you bring with you today?", "1 of 8, Asha, next, Harbour Voices")),
        Press("4", "", ("Asha says:",)),
        Press(" Ready" + ENTER, "4 Ready" + ENTER, ("Asha: 4, Ready.",)),
        *passes(*NAMES[1:]),
        Press(".", "." + ENTER, ("Actions from last time, 3 matters", "1 of 3, Ask the bus company for its kerb map")),
    ],
    "open an item": [both("go 2", "Item 2 of 6, Recruitment advert", "Decide, 15 minutes, led by Asha.")],
    "write a note": field("n", "The lift is out", "Note 1 kept: The lift is out.",
                          on_screen=("note 1, The lift is out", "Note 1 kept.")),
    "decide with a reservation": [
        *field("d", "Print it in large type", "Decision 2, by consent, kept: Print it in large type.",
               on_screen=("decision 2, Print it in large type", "Decision 2, by consent, kept.")),
        both("reserve Tom: it may be late", "Reservation to decision 2 kept from Tom: it may be late."),
    ],
    "capture an action with a date": field(
        "a", "Ben: ask the printer by friday", "Action 3 kept: ask the printer, Ben, due Friday 27 November 2026.",
        on_screen=("action 3, ask the printer, Ben, due Friday 27 November 2026", "Action 3 kept.")),
    "extend by consent": field(
        "e", "5 consent", "5 minutes more for Recruitment advert, by consent, taken from the spare minutes."),
    "check eight people out": [
        both("go check-out", "Item 2 stays open.", "Check-out, 8 people",
             "What do you take away, and how did we work together?"),
        *passes(*NAMES),
    ],
    "close": [
        Press(".", "." + ENTER,
              ("Closing, 1 decision, 1 action", "action 3, ask the printer, Ben, due Friday 27 November 2026")),
        both("accept 3", "Action 3 is accepted by Ben."),
        both("close", "Not finished: News from the three partners", "1. carry them to the next meeting"),
        Press("1", "1" + ENTER,
              ("Close the meeting? The next meeting has no date yet. The minutes are written to", "1. close the meeting", "2. stay here")),
        Press("1", "1" + ENTER, ("The meeting is closed",)),
    ],
    "find the action again": [
        Press(None, None, ()),
        both("actions", "Actions, 4 open", "ask the printer, accepted, Ben, due Friday 27 November 2026"),
    ],
}
# Their pages are longer than the window. As they scroll, Fenrir says what is there when it looks, now more, now less.
LONG_PAGES = ("start the meeting", "close")
START = {"start the meeting": ("run", PLAN), "find the action again": ()}
START_HEARD = {"start the meeting": "Asha", "find the action again": "meeting"}

case = Cases()


def keys_of(task, face):
    """Without the line ends that keep or send a line."""
    pressed = [press[FACES.index(face)] or "" for press in TASKS[task]]
    return sum(len(keys) if keys == ENTER else len(keys.removesuffix(ENTER)) for keys in pressed)


def times(part, whole):
    return sum(whole[at:at + len(part)] == part for at in range(len(whole) - len(part) + 1))


class Listener:
    """Follows the script in one face under one reader."""

    def __init__(self, room, face):
        self.room, self.face, self.reader = room, face, room.reader
        self.ear = self.before = None
        self.was, self.task, self.heard = [], "", 0

    def spoken(self, text):
        return words(text.translate(MARKS.get(self.reader, {})))

    def starts(self):
        self.ear = self.room(*START[self.task], *(["--linear"] if self.face == "linear" else []))
        if self.face == "linear":
            self.ear.until(lambda: self.ear.focused().endswith(">"), "the prompt")
            return self.ear.step("start", 1.0)
        return self.ear.starts("Opening, |Home")

    def does(self, task):
        self.task, self.heard = task, 0
        for press in TASKS[task]:
            keys = press[FACES.index(self.face)]
            if keys == "":
                continue
            is_last = "The meeting is closed" in press.heard
            step = self.starts() if keys is None else self.ear.ends(keys) if is_last else self.ear.press(keys)
            heard = press.heard if self.face == "linear" or press.on_screen is None else press.on_screen
            heard = (START_HEARD[task],) if keys is None else heard
            self.check(step, heard, is_start=keys is None)

    def rows(self, step):
        """Without the echo of the line, which was typed at once. Fenrir says the prompt before it too."""
        rows, typed = step.rows, self.spoken(step.keys)
        prompt = self.spoken(self.before.row) if self.before else []
        is_echo = self.face == "linear" and rows and rows[0] and rows[0] in (typed, prompt + typed)
        return rows[1:] if is_echo else rows

    def check(self, step, heard, is_start=False):
        where = f"{self.task}, {self.face}; {step.in_words()}"
        if self.reader == "brltty":
            if step.row and len(step.row) < 40:
                equal(step.braille, cells_of(step.row), f"the braille line; {where}")
            return
        rows = self.rows(step)
        said = [word for row in rows for word in row]
        self.heard += len(said)
        for wanted in heard:
            found = times(self.spoken(wanted), said)
            # Of a page that is longer than the window Fenrir says what is left of it there.
            if self.reader == "fenrir" and self.face == "linear" and not found and not self.is_on_screen(wanted, step):
                continue
            expect(found == 1 or is_start and found, f"{wanted!r} was heard {found} times; {where}")
        self.nothing_twice(step, rows, where)
        self.was, self.before = rows, step

    def is_on_screen(self, wanted, step):
        return times(words(wanted), words(" ".join(step.screen))) > 0

    def nothing_twice(self, step, rows, where):
        longer = [row for row in rows if len(row) > 2 and row != self.spoken(step.row)]
        twice = [" ".join(row) for row in longer if longer.count(row) > 1]
        expect(not twice, f"heard twice: {twice}; {where}")
        again = [row for row in longer if row in self.was]
        expect(not again, f"heard again: {[' '.join(row) for row in again]}; {where}")

    def figures(self):
        return self.task, self.face, self.reader, keys_of(self.task, self.face), self.heard


def stored():
    lines = [line.split("; ") for line in STORED.read_text().splitlines() if line and not line.startswith("#")]
    return {tuple(line[:3]): (int(line[3]), int(line[4])) for line in lines}


def worse(figures):
    """Why these figures may not be: each at most a tenth above what is stored."""
    kept = stored().get(figures[:3])
    line = "; ".join(map(str, figures))
    if kept and all(now <= 1.1 * was for now, was in zip(figures[3:], kept)):
        return ""
    was = f"{kept[0]} keys and {kept[1]} words are stored" if kept else "nothing is stored"
    return (f"{was} and it takes {figures[3]} and {figures[4]}. "
            f"If that is on purpose, {STORED.name} gets the line: {line}")


for face in FACES:
    @case(f"one meeting by ear, {face}", profiles=("reader",))
    def _(room, face=face):
        listener, problems = Listener(room, face), []
        for task in TASKS:
            listener.does(task)
            if room.reader != "brltty" and (task not in LONG_PAGES or (face, room.reader) != ("linear", "fenrir")):
                figures = listener.figures()
                room.figure(f"{task}, {face}, {room.reader}: {figures[3]} keys, {figures[4]} words")
                problems += [problem] if (problem := worse(figures)) else []
        expect(not problems, " | ".join(problems))


@case("linear takes at most two keys more than the full screen", readers=("none",), profiles=("reader",))
def _(room):
    for task in TASKS:
        screen, linear = (keys_of(task, face) for face in FACES)
        room.figure(f"{task}: {screen} keys on the full screen, {linear} in linear")
        expect(linear - screen <= KEYS_MORE,
               f"{task}: {linear} keys in linear, {screen} on the full screen")


@case("the face is changed in a running meeting: what was on, what is on now, and where we are",
      readers=("fenrir", "yasr"), profiles=("reader",))
def _(room):
    ear = room.meeting()
    ear.word("here all")
    ear.word("go 2", "Item 2 of 6")
    listener = Listener(room, "linear")
    for keys, heard in ((":linear" + ENTER, "The full screen is off. These are plain lines."),
                        ("screen" + ENTER, "Plain lines are off. This is the full screen.")):
        step = ear.press(keys)
        for wanted in (heard, "15 minutes left of it, 14:00"):
            found = times(listener.spoken(wanted), step.heard)
            expect(found == 1, f"{wanted!r} was heard {found} times; {step.in_words()}")


if __name__ == "__main__":
    sys.exit(run_all(case, sys.argv[1:]))
