"""The full screen for the tests: the program on a pseudo-terminal, and what a terminal makes of its bytes."""
import contextlib
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import termios
import time
import unicodedata

import pyte
from wcwidth import wcwidth

BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
CHECKED = os.environ["FOLKMOOT_BIN"]  # built with the sanitizers, which end it with 86
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
EXAMPLES = ROOT / "data" / "examples"
PLAN = EXAMPLES / "working-group-7.toml"
CLOCK = "2026-11-24T14:00:00Z"
COLUMNS, ROWS = 80, 25
PROFILES = ("visual", "reader")
PATIENCE = 10.0  # seconds before a screen that does not show what is awaited is a failure
TICKS = os.sysconf("SC_CLK_TCK")

UP, DOWN, RIGHT, LEFT = "\033OA", "\033OB", "\033OC", "\033OD"
# In the terminals of xterm's kind and on the Linux console.
HOME, END, PAGE_UP, PAGE_DOWN = "\033OH", "\033OF", "\033[5~", "\033[6~"
ENTER, BACKSPACE, LEAVE, DRAW_AGAIN, ESCAPE = "\r", "\x7f", "\x07", "\x0c", "\033"

SHORT_PLAN = """
[meeting]
title = "Short"
minutes = 30
[partnership]
name = "Terminal test"
scale = [1, 5]
[[person]]
name = "Asha"
partner = "Harbour Voices"
[[person]]
name = "Ben"
partner = "City Council"
[[item]]
title = "First"
minutes = 20
[[item]]
title = "Second"
minutes = 20
"""


class Failed(Exception):
    pass


def expect(condition, reason):
    if not condition:
        raise Failed(reason)


def equal(found, wanted, what):
    expect(found == wanted, f"{what}: {found!r} instead of {wanted!r}")


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def cpu_milliseconds(pid):
    """To the nanosecond, where cpu_seconds counts ticks."""
    return int(pathlib.Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6


def wake_ups(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])


def columns_of(text):
    """How wide a terminal shows it; a mark has the column of the letter before it."""
    return sum(max(wcwidth(character), 0) for character in text)


class Cells(pyte.Screen):
    """pyte's screen with what it lacks: repeated characters, scrolling, tabs backwards, halves of wide characters."""

    last = ""

    def draw(self, data):
        if data.isascii() and data and self.has_no_halves(len(data)):
            self.last = data[-1]
            super().draw(data)
            return
        for character in data:
            wide = wcwidth(character)
            if wide > 0:
                self.part_halves(wide)
                self.last = character
            super().draw(character)

    def has_no_halves(self, columns):
        line = self.buffer[self.cursor.y]
        return self.cursor.x + columns <= self.columns and not any(cell.data == "" for cell in line.values())

    def part_halves(self, wide):
        """A wide character of which a half is written over leaves a blank in the place of the other half."""
        line, at = self.buffer[self.cursor.y], self.cursor.x
        if at >= self.columns:
            return
        if at > 0 and line[at].data == "":
            line[at - 1] = line[at - 1]._replace(data=" ")
        after = at + wide
        if after < self.columns and line[after].data == "":
            line[after] = line[after]._replace(data=" ")

    def repeat(self, count=1):
        self.draw(self.last * (count or 1))

    def scroll(self, count, by_one, edge):
        top, bottom = self.margins or (0, self.lines - 1)
        row = self.cursor.y
        for _ in range(min(count or 1, bottom - top + 1)):
            self.cursor.y = (top, bottom)[edge]
            by_one()
        self.cursor.y = row

    def scroll_up(self, count=1):
        self.scroll(count, self.index, 1)

    def scroll_down(self, count=1):
        self.scroll(count, self.reverse_index, 0)

    def back_tab(self, count=1):
        for _ in range(count or 1):
            stops = [stop for stop in self.tabstops if stop < self.cursor.x]
            self.cursor.x = max(stops, default=0)


class Bytes(pyte.ByteStream):
    csi = pyte.ByteStream.csi | {"b": "repeat", "S": "scroll_up", "T": "scroll_down", "Z": "back_tab"}
    events = pyte.ByteStream.events | {"repeat", "scroll_up", "scroll_down", "back_tab"}


class Terminal:
    """The program on a pseudo-terminal, and the screen that its bytes make."""

    def __init__(self, home, *arguments, profile="visual", clock=CLOCK, columns=COLUMNS, rows=ROWS, controlling=True,
                 program=BIN, ignored=(), **environment):
        self.home = home
        self.master, self.slave = pty.openpty()
        mode = termios.tcgetattr(self.slave)
        # Not the usual erase key, so that a mode made up at the end does not pass for the one before.
        mode[6][termios.VERASE] = b"\x08"
        termios.tcsetattr(self.slave, termios.TCSANOW, mode)
        self.before = self.mode()
        self.columns, self.rows = columns, rows
        self.cells = Cells(columns, rows)
        self.stream = Bytes(self.cells)
        self.set_size()
        env = {key: value for key, value in os.environ.items()
               if not key.startswith(("FOLKMOOT_CL", "FOLKMOOT_SE", "FOLKMOOT_PR", "FOLKMOOT_MO", "ACCESS", "NO_COL"))}
        for name in ("data", "config"):
            (home / name).mkdir(exist_ok=True)
        env |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(home),
                "FOLKMOOT_SEED": "terminal", "XDG_DATA_HOME": str(home / "data"),
                "XDG_CONFIG_HOME": str(home / "config")}
        if clock:
            env["FOLKMOOT_CLOCK"] = clock
        if profile:
            env["FOLKMOOT_PROFILE"] = profile
        env |= environment
        env = {key: value for key, value in env.items() if value is not None}
        slave = self.slave

        def own_terminal():
            if controlling:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in ignored:
                signal.signal(number, signal.SIG_IGN)

        self.process = subprocess.Popen(self.command([program, *map(str, arguments)]), stdin=slave, stdout=slave,
                                        stderr=slave, env=env, cwd=home, start_new_session=True, preexec_fn=own_terminal,
                                        close_fds=True)
        self.pid = self.process.pid
        self.all = b""

    def command(self, command):
        """What is started: the program, or something around it."""
        return command

    # What arrives

    def take(self, seconds):
        """What arrives first within so many seconds, or nothing."""
        if not select.select([self.master], [], [], max(seconds, 0))[0]:
            return b""
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return b""
        self.all += data
        self.stream.feed(data)
        return data

    def quiet(self, seconds=0.12):
        """All that arrives until nothing has for a while."""
        got = b""
        while data := self.take(seconds):
            got += data
        return got

    def until(self, wanted, what):
        """Until the screen is so; gives the bytes that made it."""
        got, end = b"", time.monotonic() + PATIENCE
        while not wanted():
            left = end - time.monotonic()
            expect(left > 0 and self.process.poll() is None, f"{what} did not come; {self.in_words()}")
            got += self.take(min(left, 0.05))
        return got + self.settled()

    def settled(self):
        """All that is being sent: a text can be on the screen before the cursor is back from it."""
        got, end = b"", time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            waited, data = self.waits(), self.take(0)
            got += data
            if waited and not data:
                break
        return got

    def waits(self):
        state = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        return state == "S" and self.unread() == 0

    def unread(self):
        return struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0\0\0\0"))[0]

    def answered(self, wakes, what):
        """Until the program woke up, took all that was typed, and sleeps again; gives what it sent."""
        got, end, asleep = b"", time.monotonic() + PATIENCE, 0
        while True:
            got += self.take(0)
            if self.process.poll() is not None:
                return got + self.quiet(0.01)
            # Twice: what was typed reaches the program a little after it was written, and a timer may have woken it.
            asleep = asleep + 1 if wake_ups(self.pid) > wakes and self.waits() else 0
            if asleep > 1:
                return got + self.quiet(0)
            expect(time.monotonic() < end, f"{what} was not taken; {self.in_words()}")
            got += self.take(0.001)

    # What is typed

    def type(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def press(self, keys, shows=None, cursor=None):
        """Types; gives the bytes sent until the screen shows a text (or one for each pattern), or all was taken."""
        wakes = wake_ups(self.pid)
        self.type(keys)
        got = self.answered(wakes, repr(keys))
        if shows is not None:
            got += self.until(lambda: self.shows(shows), f"“{shows}” after {keys!r}")
        if cursor is not None:
            got += self.until(lambda: re.search(cursor, self.focused()), f"the cursor on “{cursor}” after {keys!r}")
        return got

    def word(self, text, shows=None, cursor=None):
        return self.press(":" + text + ENTER, shows, cursor)

    def resize(self, columns, rows):
        """Another window; gives what was sent for it."""
        wakes = wake_ups(self.pid)
        if (columns, rows) == (self.columns, self.rows):
            return b""
        self.columns, self.rows = columns, rows
        self.cells.resize(rows, columns)
        self.set_size()
        return self.answered(wakes, f"the size {columns}x{rows}")

    def set_size(self):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))

    # What is seen

    def row(self, number):
        line = self.cells.buffer[number]
        return "".join(line[column].data for column in range(self.columns)).rstrip()

    def text(self):
        return [self.row(number) for number in range(self.rows)]

    def looks(self):
        """Each row with its attributes: what two drawings of the same must share."""
        return [[self.cells.buffer[row][column] for column in range(self.columns)] for row in range(self.rows)]

    def column_of(self, row, part):
        """The column in which a part of a row's text begins, told by the cells alone."""
        line = self.cells.buffer[row]
        for column in range(self.columns):
            rest = "".join(line[i].data for i in range(column, self.columns))
            if line[column].data != "" and unicodedata.normalize("NFC", rest).startswith(part):
                return column
        raise Failed(f"“{part}” is not in row {row}: {self.row(row)!r}")

    def row_of(self, part):
        for number, row in enumerate(self.text()):
            if part in row:
                return number
        raise Failed(f"“{part}” is not on the screen; {self.in_words()}")

    def shows(self, part):
        return re.search(part, " ".join(" ".join(self.text()).split())) is not None

    @property
    def at(self):
        """Row and column of the cursor; one that waits behind the last column stands on it."""
        return self.cells.cursor.y, min(self.cells.cursor.x, self.columns - 1)

    def focused(self):
        return self.row(self.at[0])

    def message_rows(self):
        rows = 2 if self.rows > 10 else 1
        return self.rows - 1 - rows, rows

    def is_drawn(self):
        """Its first row, and its last, which names the keys; and nothing more is being sent."""
        return bool(self.row(0) and self.row(self.rows - 1) and self.waits())

    def body(self):
        """All above the message rows."""
        return self.text()[:self.message_rows()[0]]

    def message(self):
        first, rows = self.message_rows()
        return " ".join(" ".join(self.text()[first:first + rows]).split())

    def in_words(self):
        rows = " / ".join(row for row in self.text() if row)
        end = "" if self.process.poll() is None else f"; it ended with {self.process.returncode}"
        return f"cursor {self.at}, screen: {rows}; last bytes {self.all[-120:]!r}{end}"

    def said(self, pattern, what):
        """Until the message rows say it."""
        return self.until(lambda: re.search(pattern, self.message()), f"the message “{pattern}” {what}")

    # How it ends

    def mode(self):
        names = ("input", "output", "control", "local", "input speed", "output speed", "keys")
        return dict(zip(names, termios.tcgetattr(self.slave)))

    def is_as_before(self, when):
        now = self.mode()
        other = [f"{name} {now[name]} instead of {was}" for name, was in self.before.items() if now[name] != was]
        expect(not other, f"the terminal's mode {when}: {'; '.join(other)}")

    def is_left(self, when):
        """The alternate screen is left, the cursor is visible, the keypad and the attributes are as before."""
        def last(on, off):
            return self.all.rfind(on) > self.all.rfind(off)
        expect(b"\033[?1049h" in self.all, f"the alternate screen was never entered, {when}")
        expect(not last(b"\033[?1049h", b"\033[?1049l"),
               f"the alternate screen is not left {when}; {self.all[-200:]!r}")
        expect(pyte.modes.DECTCEM in self.cells.mode, f"the cursor is not visible {when}; {self.all[-200:]!r}")
        expect(not last(b"\033[?1h", b"\033[?1l"), f"the keypad still sends for a program {when}; {self.all[-200:]!r}")
        plain = self.cells.default_char._replace(data=self.cells.cursor.attrs.data)
        expect(self.cells.cursor.attrs == plain, f"the attributes are not as before {when}: {self.cells.cursor.attrs}")

    def ended(self, wanted=0):
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            expect(time.monotonic() < end, f"the program did not end; {self.in_words()}")
            self.take(0.02)
        self.quiet(0.02)
        equal(self.process.returncode, wanted, f"exit status, with {self.all[-300:]!r}")

    def after_screen(self):
        """What was said once the alternate screen was left."""
        return self.all.rsplit(b"\033[?1049l", 1)[-1].decode(errors="replace")

    def stopped(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if re.search(r"^State:\s*T", pathlib.Path(f"/proc/{self.pid}/status").read_text(), re.M):
                return
            time.sleep(0.005)
        raise Failed("the program did not stop")

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)


def drawn_anew(terminal, what, rows=None):
    """What the screen, or these of its rows, show is what a drawing from nothing makes of one on which nothing was."""
    was, cursor = terminal.looks(), terminal.at
    got = terminal.press(DRAW_AGAIN)
    expect(b"\033[2J" in got or b"\033[J" in got, f"Ctrl-L drew nothing anew: {got[:80]!r}")
    fresh = Cells(terminal.columns, terminal.rows)
    Bytes(fresh).feed(got)
    for row in rows or range(terminal.rows):
        old, new = was[row], [fresh.buffer[row][column] for column in range(terminal.columns)]
        if old != new:
            before, after = ("".join(cell.data for cell in cells).rstrip() for cells in (old, new))
            raise Failed(f"{what}: row {row} was {before!r}, drawn anew it is {after!r}" +
                         (", with other attributes" if before == after else ""))
    if rows is None:
        equal((fresh.cursor.y, min(fresh.cursor.x, terminal.columns - 1)), cursor, f"{what}: the cursor")


def back_to_page(terminal):
    if terminal.shows("Enter or a comma goes"):
        terminal.press(ENTER)


class Stage:
    """A folder, and the terminals opened in it."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="screen."))
        self.terminals = []
        self.figures = []
        self.measures = []
        self.every_terminal = {}

    def __call__(self, *arguments, **keywords):
        if arguments and arguments[0] in ("run", "resume"):
            arguments = ("--log", self.home / "log.db", *arguments)
        terminal = Terminal(self.home, *arguments, **(self.every_terminal | keywords))
        self.terminals.append(terminal)
        return terminal

    def plan(self, text=SHORT_PLAN):
        path = self.home / "plan.toml"
        path.write_text(text)
        return path

    @property
    def settings(self):
        return self.home / "config" / "folkmoot" / "settings.toml"

    def figure(self, text):
        self.figures.append(f"# figure: {text}")

    def measure(self, name, value):
        """One of many, from this case and others, of which the least, the middle and the most are shown."""
        self.measures.append((name, value))

    def begun(self, plan=PLAN, greeted=True, **keywords):
        """A meeting at its opening; unless told otherwise, with the greeting shown."""
        terminal = self("run", plan, **keywords)
        terminal.until(lambda: terminal.row(0).startswith("Opening, ") and terminal.is_drawn(), "the opening")
        if greeted:
            terminal.said("Folkmoot, full screen, (visual|reader) profile", "at the beginning")
        return terminal

    def resumed(self, title="", **keywords):
        terminal = self("resume", **keywords)
        terminal.until(lambda: title in terminal.row(0) and terminal.is_drawn(), f"{title} after resume")
        return terminal

    def output(self, *arguments, wanted=0):
        """A command's output, outside any terminal."""
        env = os.environ | {"FOLKMOOT_CLOCK": CLOCK, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                            "XDG_CONFIG_HOME": str(self.home / "config")}
        done = subprocess.run([BIN, "--log", self.home / "log.db", *map(str, arguments)], env=env, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        equal(done.returncode, wanted, f"exit status of {arguments}: {done.stderr!r}")
        return done.stdout

    def draft(self):
        """What the log holds as half typed; whoever only reads may look while it is written."""
        with contextlib.closing(sqlite3.connect(f"file:{self.home}/log.db?mode=ro", uri=True)) as log:
            return "".join(line for (line,) in log.execute("SELECT line FROM drafts"))

    def forget_log(self):
        """The next meeting begins anew."""
        for path in self.home.glob("log.db*"):
            path.unlink()

    def close(self):
        for terminal in self.terminals:
            terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)
