"""The full screen as readers have it: Fenrir says what changed, yasr what is sent, BRLTTY shows the cursor's line.

None of them needs a sound card, a console or a network. Fenrir speaks through a stand-in for its speech library, yasr
through a stand-in for its speech server; both hand every utterance to a pipe. BRLTTY reads the screen from the shared
memory that GNU Screen would fill. Its key is the same for all, so that where memory is shared one runs at a time.
"""
import configparser
import contextlib
import ctypes
import itertools
import os
import pathlib
import re
import select
import shlex
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field, replace

from screen import COLUMNS, ENTER, PATIENCE, ROWS, Failed, Terminal, expect, wake_ups

# Without the keypad's mode, as the Linux console sends them; the readers know these.
UP, DOWN, RIGHT, LEFT = "\033[A", "\033[B", "\033[C", "\033[D"
HOME, END, PAGE_UP, PAGE_DOWN = "\033[1~", "\033[4~", "\033[5~", "\033[6~"
CELLS = 40
QUIET = 0.5  # seconds: the program draws a message 0.3 after the page
SOON = 0.1  # seconds, where no message is expected; what comes too late is seen with the next key
BETWEEN = 0.15  # seconds: what comes after so long is another drawing
LONGEST_MESSAGE = 9  # rows
GREETING = 2.0  # seconds, within which the full screen says which one it is
READERS = ("fenrir", "yasr", "brltty")


def words(text):
    """What of a text a listener could tell apart: its words, without case, marks and line ends."""
    return re.findall(r"\w+", text.casefold())


@dataclass
class Step:
    """What one key press, or a stretch of time, brought."""
    keys: str
    said: list = field(default_factory=list)  # utterances, as the reader gave them to its voice
    braille: str = ""  # what the cells show in the end
    sent: int = 0  # bytes; under Fenrir and yasr those that the reader passed on
    changed: int = 0  # characters on the screen
    cursor: tuple = (0, 0)  # row and column
    row: str = ""  # the text of the cursor's row
    screen: list = field(default_factory=list)
    message: str = ""  # what was drawn last on the message rows

    @property
    def rows(self):
        """The words of each row that was said. Fenrir joins the rows that it says at once."""
        return [found for said in self.said for row in said.split(" , ") if (found := words(row))]

    @property
    def heard(self):
        """All words, one after the other."""
        return [word for row in self.rows for word in row]

    def times(self, wanted):
        """How often these words were said as whole rows: neither more before them nor behind them."""
        found, rows = 0, self.rows
        for begin in range(len(rows)):
            said = []
            for row in rows[begin:]:
                said = said + row
                found += said == wanted
                if len(said) >= len(wanted):
                    break
        return found

    def then(self, later):
        """Both as one."""
        return replace(later, said=self.said + later.said, sent=self.sent + later.sent,
                       changed=self.changed + later.changed, message=self.message or later.message)

    def in_words(self):
        return (f"after {self.keys!r}: said {self.said}, braille {self.braille!r}, {self.sent} bytes, {self.changed} "
                f"characters changed, cursor {self.cursor} on {self.row!r}")


class Nobody:
    """No reader: the program alone, for what is sent and where the cursor is."""

    pipe = None

    def __init__(self, folder):
        self.folder = folder

    def command(self, command):
        return command

    def environment(self):
        return {}

    def take(self):
        """The utterances since the last time."""
        return []

    def look(self, cells):
        """The screen has changed."""

    def has_caught_up(self):
        return True

    def shown(self):
        return ""

    def close(self):
        pass


class Speaking(Nobody):
    """A reader whose voice is a pipe that we read."""

    def __init__(self, folder):
        super().__init__(folder)
        self.path = folder / "voice"
        os.mkfifo(self.path)
        # For both directions, so that it never seems to end.
        self.pipe = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)
        self.pending = b""

    def lines(self):
        with contextlib.suppress(BlockingIOError):
            while data := os.read(self.pipe, 65536):
                self.pending += data
        *whole, self.pending = self.pending.split(b"\n")
        return [line.decode(errors="replace") for line in whole]

    def close(self):
        os.close(self.pipe)


# In the place of python3-speechd: what Fenrir gives to its voice goes to the pipe, whole and at once.
VOICE = '''
import os

class PunctuationMode:
    NONE = "none"

class SSIPClient:
    def __init__(self, name):
        self.voice = os.open(os.environ["FENRIR_VOICE"], os.O_WRONLY)
    def speak(self, text):
        os.write(self.voice, (" ".join(text.split()) + "\\n").encode())
    def __getattr__(self, name):
        return lambda *arguments: None
'''


class Fenrir(Speaking):
    """Says every line whose text changed, and the cursor's line when none did."""

    greetings = ("Start Fenrir", "pychant is not installed")
    settings = "/etc/fenrirscreenreader/settings/settings.conf"

    def command(self, command):
        (self.folder / "speechd.py").write_text(VOICE)
        settings = configparser.RawConfigParser(strict=False)
        settings.optionxform = str
        settings.read(self.settings)
        # Its small sounds stay sounds: without a driver for them it would speak their names.
        settings["sound"]["driver"] = "dummyDriver"
        settings["speech"]["driver"] = "speechdDriver"
        settings["remote"].update({"enable": "False", "enabled": "False", "driver": "dummyDriver"})
        settings["general"].update({"debugFile": str(self.folder / "fenrir.log"), "shell": shlex.join(command)})
        path = self.folder / "fenrir.conf"
        with path.open("w") as file:
            settings.write(file, space_around_delimiters=False)
        return ["/usr/bin/python3", "/usr/bin/fenrir", "--emulated-pty", "--setting", str(path)]

    def environment(self):
        return {"PYTHONPATH": str(self.folder), "FENRIR_VOICE": str(self.path)}

    def take(self):
        return [said for line in self.lines() if (said := line.strip()) and said not in self.greetings]


class Yasr(Speaking):
    """Says the characters that are sent, in order; after an arrow key the cursor's line. It stands for Speakup too."""

    settings = "/etc/yasr/yasr.conf"

    def command(self, command):
        server = self.folder / "server"
        server.write_text(f"#!/bin/sh\nexec cat >{shlex.quote(str(self.path))}\n")
        server.chmod(0o755)
        text = pathlib.Path(self.settings).read_text()
        for key, value in (("synthesizer", "emacspeak server"), ("synthesizer port", f"|{server}"),
                           ("shell", "/bin/sh")):
            text = re.sub(rf"(?m)^{key}=.*$", lambda _: f"{key}={value}", text)
        path = self.folder / "yasr.conf"
        path.write_text(text)
        run = self.folder / "run"
        run.write_text(f"exec {shlex.join(command)}\n")
        return ["yasr", "-C", str(path), "/bin/sh", str(run)]

    def take(self):
        found = (re.match(r"[ql] \{(.*)\}$", line) for line in self.lines())
        # How often a mark is repeated is its own remark.
        return [said for each in found
                if each and (said := each[1].strip()) and not re.fullmatch(r"repeats \d+ times", said)]


class Memory:
    """The shared memory in which GNU Screen keeps what its windows show."""

    KEY, SIZE = 0xBACD072F - 2**32, 4 + 66 * 132 * 2

    def __init__(self):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.libc.shmat.restype = ctypes.c_void_p
        self.number = self.libc.shmget(ctypes.c_int(self.KEY), self.SIZE, 0o1700)
        expect(self.number != -1, f"BRLTTY: no shared memory: {os.strerror(ctypes.get_errno())}")
        self.at = self.libc.shmat(self.number, None, 0)

    def write(self, cells):
        text, looks = bytearray(), bytearray()
        for row in range(cells.lines):
            for column in range(cells.columns):
                cell = cells.buffer[row][column]
                text += cell.data[:1].encode("ascii", "replace") or b" "
                looks.append(0x70 if cell.reverse else 0x07)
        column = min(cells.cursor.x, cells.columns - 1)
        block = bytes([cells.columns, cells.lines, column, cells.cursor.y]) + text + looks + b"\0\0"
        ctypes.memmove(self.at, bytes(block), len(block))

    def close(self):
        self.libc.shmctl(self.number, 0, None)


def has_own_memory():
    """Whether this process could leave the others' shared memory behind, which root can."""
    new_ipc = 0x08000000
    return ctypes.CDLL(None).unshare(new_ipc) == 0


def the_only_one():
    """Waits until no other test on this machine has the shared memory. The name goes when whoever has it ends."""
    turn, end = socket.socket(socket.AF_UNIX), time.monotonic() + 600
    while True:
        try:
            turn.bind("\0folkmoot tests with BRLTTY")
            return turn
        except OSError:
            expect(time.monotonic() < end, "BRLTTY: another test has its shared memory and does not end")
            time.sleep(0.05)


class Brltty(Nobody):
    """Shows the line that the cursor is on, on 40 cells."""


    def __init__(self, folder):
        super().__init__(folder)
        self.turn = None if has_own_memory() else the_only_one()
        self.memory, self.line, self.pending, self.looked = Memory(), "", b"", 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.errors = folder / "brltty.err"
        with self.errors.open("w") as errors:
            self.process = subprocess.Popen(
                ["brltty", "-n", "-e", "-N", "-q", "-f", "/dev/null", "-F", folder / "prefs", "-U", folder,
                 "-W", folder, "-P", folder / "pid", "-x", "sc", "-b", "vr", "-d", f"server:127.0.0.1:{port}",
                 "-t", "en_US", "-s", "no"],
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        end = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(OSError):
                self.socket = socket.create_connection(("127.0.0.1", port), 1)
                break
            if self.process.poll() is not None or time.monotonic() > end:
                self.close()
                raise Failed(f"BRLTTY did not start: {self.errors.read_text()[-300:]}")
            time.sleep(0.05)
        self.socket.sendall(f"cells {CELLS}\n".encode())
        self.socket.setblocking(False)
        self.pipe = self.socket.fileno()

    def look(self, cells):
        self.memory.write(cells)
        self.looked = wake_ups(self.process.pid)

    def has_caught_up(self):
        """It looks at the screen again and again: a few times since the last change are enough."""
        return bool(self.shown()) and wake_ups(self.process.pid) >= self.looked + 4

    def shown(self):
        with contextlib.suppress(BlockingIOError):
            while data := self.socket.recv(65536):
                self.pending += data
        *whole, self.pending = self.pending.split(b"\n")
        for line in whole:
            if found := re.match(r'Visual "(.*)"', line.decode(errors="replace").strip()):
                self.line = re.sub(r"\\(.)", r"\1", found[1]).rstrip()
        return self.line

    def close(self):
        self.process.kill()
        self.process.wait()
        self.memory.close()
        if self.turn:
            self.turn.close()


KINDS = {"none": Nobody, "fenrir": Fenrir, "yasr": Yasr, "brltty": Brltty}


class Ear(Terminal):
    """The program under a reader. Each key press gives a Step."""

    def __init__(self, home, reader, *arguments, profile="reader", columns=COLUMNS, rows=ROWS, **keywords):
        self.kind = reader
        self.reader = KINDS[reader](pathlib.Path(tempfile.mkdtemp(prefix=reader, dir=home)))
        self.steps = []
        self.sent_at = 0.0
        self.latest = self.before_burst = [""] * rows
        # Fenrir makes its own terminal one of the Linux console's kind; the others are given the same.
        super().__init__(home, *arguments, profile=profile, columns=columns, rows=rows,
                         **{"TERM": "linux"} | self.reader.environment() | keywords)
        self.begin()

    def command(self, command):
        return self.reader.command(command)

    def begin(self):
        self.said, self.marked, self.was = [], len(self.all), self.latest
        self.before_burst, self.bursts = self.latest, 0

    def take(self, seconds):
        """What arrives first from the program, or nothing; what the reader says is kept."""
        pipes = [pipe for pipe in (self.master, self.reader.pipe) if pipe is not None]
        ready = select.select(pipes, [], [], max(seconds, 0))[0]
        self.said += self.reader.take()
        data = super().take(0) if self.master in ready else b""
        if data:
            now = time.monotonic()
            if now - self.sent_at > BETWEEN:
                self.before_burst = self.latest
                self.bursts += 1
            self.sent_at, self.latest = now, self.text()
            self.reader.look(self.cells)
        return data

    def new_message(self):
        """The rows above the keys that were drawn last, by themselves: a message may have more than two of them."""
        changed = [row for row, text in enumerate(self.latest) if row > 2 and text != self.before_burst[row]]
        keys = self.rows - 1
        if not changed or changed[-1] >= keys or changed[0] < keys - LONGEST_MESSAGE:
            return ""
        first = self.message_rows()[0]
        if first not in changed or not self.latest[first]:  # it may have gone with its page
            return ""
        return " ".join(" ".join(self.latest[changed[0]:keys]).split())

    def busy(self):
        """Whether the reader or the program has something to do, or waits for a processor."""
        return any(state in "RD" for state in states_of_family(self.pid)) or not self.reader.has_caught_up()

    def settle(self, quiet=QUIET):
        """Until nothing has been sent or said for a while and nobody is at work."""
        end, last = time.monotonic() + PATIENCE, time.monotonic()
        while True:
            count = len(self.said), len(self.all)
            self.take(min(0.02, quiet))
            now = time.monotonic()
            expect(now < end, f"it does not become quiet; {self.in_words()}")
            if count != (len(self.said), len(self.all)):
                last = now
            # Behind a message nothing comes any more.
            elif now - last >= (SOON if self.bursts > 1 else quiet) and not self.busy():
                return

    def step(self, keys="", quiet=QUIET):
        """Ends a step: what came since the last one."""
        self.settle(quiet)
        now = self.latest
        changed = sum(old != new for before, after in zip(self.was, now)
                      for old, new in itertools.zip_longest(before, after, fillvalue=" "))
        done = Step(keys, self.said, self.reader.shown(), len(self.all) - self.marked, changed, self.at,
                    self.focused(), now, self.new_message())
        self.steps.append(done)
        self.begin()
        return done

    def starts(self, pattern):
        """The first step: until the screen shows a text."""
        self.until(lambda: self.shows(pattern), f"“{pattern}” at the start")
        end = time.monotonic() + GREETING
        while not self.message() and time.monotonic() < end:
            self.take(0.05)
        return self.step("start")

    def press(self, keys, shows=None, quiet=QUIET):
        """One key, or several that are typed at once."""
        self.type(keys)
        if shows is not None:
            self.until(lambda: self.shows(shows), f"“{shows}” after {keys!r}")
        return self.step(keys, quiet)

    def word(self, text, shows=None):
        return self.press(":" + text + ENTER, shows)

    def ends(self, keys):
        """A key after which the program is gone, and what was said of that."""
        self.type(keys)
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            expect(time.monotonic() < end, f"the program did not end; {self.in_words()}")
            self.take(0.05)
        self.take(0.2)
        return Step(keys, self.said, sent=len(self.all) - self.marked, screen=self.text())

    def stays_quiet(self, seconds):
        """Real time that goes by."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.take(min(left, 0.5))
        return self.step(f"{seconds} seconds")

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells.resize(rows, columns)
        self.latest = self.before_burst = self.text()
        self.set_size()
        return self.step(f"{columns}x{rows}")

    def close(self):
        family = family_of(self.pid)
        super().close()
        for pid in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.reader.close()


def processes():
    """Each process with its parent."""
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            yield int(path.parent.name), int(path.read_text().rsplit(")", 1)[1].split()[1])


def family_of(first):
    children = {}
    for pid, parent in processes():
        children.setdefault(parent, []).append(pid)
    family = [first]
    for pid in family:
        family += children.get(pid, [])
    return family


def states_of_family(first):
    for pid in family_of(first):
        for path in pathlib.Path(f"/proc/{pid}/task").glob("*/stat"):
            with contextlib.suppress(OSError):
                yield path.read_text().rsplit(")", 1)[1].split()[0]
