"""A walk through the full screen under a reader, and what has to be true of each of its steps."""
import re
from dataclasses import dataclass

from every_source import QUESTIONS, SCREENS
from readers import CELLS, DOWN, QUIET, SOON, words
from screen import ENTER, LEAVE, equal, expect, wcwidth

# What they say for a mark.
MARKS = {
    "fenrir": str.maketrans({"-": " dash ", "$": " dollar ", "~": " tilde ", "+": " plus ", "*": " star ",
                             "/": " slash ", "\\": " backslash ", "@": " at "}),
    "yasr": str.maketrans({"@": " at ", ">": " greater than ", "[": " left bracket ", "]": " right bracket ",
                           '"': " quote ", "_": " underscore "}),
}
MOVE_BYTES = {"reader": 12, "visual": 194}  # for eyes 1.1 times what a plain list of curses sends


@dataclass
class Figures:
    """What one step took."""
    screen: str
    profile: str
    reader: str
    kind: str  # arrival, move or message
    braille: str
    figures: tuple  # utterances, words, bytes, characters changed


def cells_of(row):
    """What 40 cells show of a row: the memory that BRLTTY reads has no more than ASCII, a byte for each column."""
    columns = ((character if character <= "\x7f" else "?") + " " * (wcwidth(character) - 1) for character in row)
    return "".join(columns)[:CELLS].rstrip()


class Walk:
    """Presses keys and holds what every screen promises."""

    def __init__(self, room, ear):
        self.room, self.ear = room, ear
        self.reader, self.profile = room.reader, room.profile
        self.speaks = self.reader in ("fenrir", "yasr")
        self.screen = ""
        self.last = None

    def spoken(self, text):
        """The words of a text as this reader gives them to its voice."""
        return words(text.translate(MARKS.get(self.reader, {})))

    def press(self, keys, quiet=QUIET):
        self.last = self.ear.press(keys, quiet=quiet)
        return self.last

    # A screen

    def arrives(self, screen, keys=None, **rules):
        """Keys lead to a screen: its title comes first, and the cursor is on a whole line of it."""
        if keys is None:
            step = self.ear.starts(SCREENS[screen])
        else:
            step = self.ear.press(keys, shows=SCREENS[screen])
        self.check_arrival(screen, step, **rules)

    def check_arrival(self, screen, step, in_lines=False, after_lines=False):
        self.last, self.screen = step, screen
        self.room.visited.add(screen)
        # Before the key was read, the page that was left may have looked the same.
        expect(re.search(SCREENS[screen], " ".join(" ".join(step.screen).split())),
               f"{screen} is not what stays on the screen; {step.in_words()}")
        if self.speaks:
            heard = step.heard
            # yasr does not know what curses sends first of all, and says its last character.
            if step.keys == "start" and self.reader == "yasr" and heard[:1] == ["0"]:
                heard = heard[1:]
            title = self.spoken(step.screen[0])
            if after_lines:
                heard = heard[heard.index(title[0]):]
            equal(heard[:len(title)], title, f"{screen} begins with its title; {step.in_words()}")
        if in_lines:
            return  # the cursor waits behind the prompt
        self.on_a_line(step)
        self.count(step, "arrival")
        if step.message:
            self.told(r"\w")

    def on_a_line(self, step):
        row, column = step.cursor
        text = step.screen[row]
        expect(row < self.ear.message_rows()[0] or self.screen == "too small",
               f"{self.screen}: the cursor is not on a line of the page; {step.in_words()}")
        expect(column <= 8 and not text[:column].strip() and text[column:].strip(),
               f"{self.screen}: the cursor is not at the start of a line; {step.in_words()}")
        if self.reader == "brltty":
            equal(step.braille, cells_of(text), f"{self.screen}: the braille line; {step.in_words()}")

    def count(self, step, kind):
        self.room.table.append(Figures(self.screen, self.profile, self.reader, kind, step.braille,
                                       (len(step.said), len(step.heard), step.sent, step.changed)))

    # The focus

    def moves(self, most=4, key=DOWN):
        """So many moves of the focus, fewer where the list or the window ends."""
        made = 0
        while made < most:
            step = self.press(key, SOON)
            # The last line is said a moment later, so wait for it; and a busy machine may be slow.
            if not self.is_a_move(step):
                step = self.last = step.then(self.ear.step(step.keys))
                self.ear.steps[-2:] = [step]
                if step.message:
                    self.told("(last|first) line")
                    return made
                if self.turned_the_page(step):
                    return made
                self.is_a_move(step, insist=True)
            made += 1
            self.count(step, "move")
        expect(made, f"{self.screen}: no move; {self.last.in_words()}")
        return made

    def is_a_move(self, step, insist=False):
        problem = self.wrong_with_move(step)
        expect(not insist or not problem, f"{self.screen}, a move of the focus: {problem}; {step.in_words()}")
        return not problem

    def wrong_with_move(self, step):
        row, column = step.cursor
        if step.changed:
            return f"{step.changed} characters changed"
        if step.cursor == self.ear.steps[-2].cursor:
            return "the cursor has not moved"
        if step.sent > MOVE_BYTES[self.profile]:
            return f"{step.sent} bytes"
        if column > 8 or step.screen[row][:column].strip():
            return f"the cursor is at column {column}"
        if self.reader == "brltty" and step.braille != cells_of(step.row):
            return f"the braille line is not {cells_of(step.row)!r}"
        return self.wrong_words(step) if self.speaks else ""

    def wrong_words(self, step):
        item = self.spoken(step.row)
        heard = step.heard
        if heard == item:
            return ""
        # For eyes both lines are marked anew, and yasr says what is sent.
        if self.reader == "yasr" and self.profile == "visual":
            for left in (self.was, self.unechoed(self.was, step)):
                if heard in (self.spoken(left) + item, item + self.spoken(left)):
                    return ""
        return f"heard {' '.join(heard)!r}, not once {' '.join(item)!r}"

    @staticmethod
    def unechoed(row, step):
        """yasr takes the first letter for the echo of an arrow key, when it is the last one that the key sends."""
        return row[1:] if row.startswith(step.keys[-1]) else row

    def turned_the_page(self, step):
        """At the window's edge a list turns a whole page; only that key draws, and the line is said once."""
        before = self.ear.steps[-2]
        header = 2 if self.profile == "visual" else 1
        beyond = (before.screen[before.cursor[0] + 1:self.ear.message_rows()[0]] if step.keys == DOWN
                  else before.screen[header:before.cursor[0]])
        if not step.changed or any(beyond):
            return False
        self.on_a_line(step)
        if self.speaks:
            equal(step.times(self.spoken(step.row)), 1, f"{self.screen}: times that the first line of the next page "
                                                        f"was said; {step.in_words()}")
        return True

    @property
    def was(self):
        """The line that the cursor was on before the last key."""
        return self.ear.steps[-2].row

    # What is said

    def told(self, pattern):
        """What is on the message rows since the last key was said once and whole, and can be read by fingers."""
        message, step = self.last.message, self.last
        expect(re.search(pattern, message), f"{self.screen}: the message is {message!r}, not “{pattern}”; "
                                            f"{step.in_words()}")
        if self.speaks:
            said, found = self.spoken(message), step.times(self.spoken(message))
            # What has happened may also be a line of the page.
            on_page = sum(self.spoken(row) == said for row in step.screen)
            expect(1 <= found <= 1 + on_page, f"{self.screen}: {message!r} was said {found} times; {step.in_words()}")
        elif self.reader == "brltty" and not step.cursor[1]:  # in a field m is a letter
            self.read_message(message)
        self.count(step, "message")

    def read_message(self, message):
        """One key puts the cursor on the message and back."""
        here = self.last
        step = self.ear.press("m", quiet=SOON)
        expect(message.startswith(" ".join(step.row.split())),
               f"{self.screen}: m leads to the message; {step.in_words()}")
        equal(step.braille, cells_of(step.row), f"{self.screen}: the braille line on the message; {step.in_words()}")
        back = self.ear.press("m", quiet=SOON)
        equal(back.cursor, here.cursor, f"{self.screen}: m leads back; {back.in_words()}")
        equal(back.braille, cells_of(back.row), f"{self.screen}: the braille line again; {back.in_words()}")

    def happens(self, act, pattern):
        """Something is done elsewhere, and heard here."""
        act()
        self.last = self.ear.step("elsewhere", 2.0)
        self.told(pattern)

    def comes(self, screen, act):
        """The same, when it leads to another screen."""
        act()
        self.ear.until(lambda: self.ear.shows(SCREENS[screen]), f"{screen}")
        self.check_arrival(screen, self.ear.step("elsewhere", 2.0))

    def says(self, keys, pattern):
        """Keys are answered with a message."""
        self.press(keys)
        self.told(pattern)

    def asks(self, question, keys):
        """Keys lead to a question: it is said once, with its choices, and the cursor is on the first of them."""
        self.last = self.ear.press(keys, shows=QUESTIONS[question])
        self.asked(question)
        expect(self.last.row.startswith("1. "), f"{question}: the cursor is not on the first choice; "
                                                f"{self.last.in_words()}")

    def asked(self, question):
        """The last step brought a question, which may leave the cursor where it was."""
        step, self.screen = self.last, question
        self.room.visited.add(question)
        for row in self.question_rows(step.screen):
            if self.speaks:
                equal(step.times(self.spoken(row)), 1, f"{question}: times that {row!r} was said; {step.in_words()}")
        self.on_a_line(step)
        self.count(step, "arrival")
        if step.message:
            self.told(r"\w")

    def question_rows(self, screen):
        """The rows of the question and of its choices."""
        choices = [row for row, text in enumerate(screen) if text.startswith("1. ")]
        expect(choices, f"{self.screen}: no line begins with its number: {screen}")
        first = end = choices[-1]
        begin = first - 1
        while not re.match(QUESTIONS[self.screen], " ".join(screen[begin:first])):
            begin -= 1
            expect(begin > 0, f"{self.screen}: it is not above its choices: {screen}")
        while re.match(r"\d\. |  \S", screen[end]):
            end += 1
        return screen[begin:end]

    # Fields

    def opens(self, keys, label, begun=""):
        """A key opens a field: its label and what stands in it are said once, and the cursor is behind them."""
        step = self.press(keys)
        shown = f"{label} {begun}".strip()
        equal(step.row, shown, f"{self.screen}: the field; {step.in_words()}")
        if self.speaks and words(shown):
            equal(step.times(self.spoken(shown)), 1, f"{self.screen}: times that {shown!r} was said; {step.in_words()}")
        self.shows_end(step)

    def shows_end(self, step):
        if self.reader == "brltty":
            expect(step.braille and step.row.endswith(step.braille[-8:].strip()),
                   f"{self.screen}: the braille line at the end of a field; {step.in_words()}")

    def fills(self, keys, label, text, kept, begun=""):
        """A field is opened, filled and kept; what was kept is said."""
        self.opens(keys, label, begun)
        self.shows_end(self.press(text, SOON))
        self.says(ENTER, kept)

    def leaves(self, keys, label, text="half a word"):
        """A field is opened and left without keeping, which is said."""
        self.opens(keys, label)
        self.press(text, SOON)
        self.says(LEAVE, "^(Again: )?Left without keeping")
