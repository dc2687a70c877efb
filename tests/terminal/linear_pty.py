#!/usr/bin/env python3
"""The linear face on a real terminal: typed key by key, killed, stopped, resized, and left alone.

The terminal's own output processing is off, so that every byte that arrives was sent by the program or echoed by it.
"""
import contextlib
import datetime
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
EXAMPLES = ROOT / "data" / "examples"
PLAN = EXAMPLES / "working-group-7.toml"
CLOCK = "2026-11-24T14:00:00Z"
COLUMNS, ROWS = 80, 25
PATIENCE = 10.0  # seconds before a terminal that says nothing is a failure
TICKS = os.sysconf("SC_CLK_TCK")

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
minutes = 1
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


def resize(descriptor, columns, rows):
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def wake_ups(pid):
    return sum(int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text(), re.M)[1])
               for task in pathlib.Path(f"/proc/{pid}/task").iterdir())


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def last_row(output):
    """What a terminal shows on its last line, as one column a cell; and the column of the cursor."""
    cells, at = [], 0
    for character in output.decode().rsplit("\n", 1)[-1]:
        if character == "\b":
            expect(at > 0, "the cursor was moved back past the beginning of the line")
            at -= 1
        elif character != "\a":
            wide = width(character)
            if wide == 0:
                # Belongs to the letter before it, which may be the second half of a wide one.
                owner = at - 1 if cells[at - 1] else at - 2
                cells[owner] += character
                continue
            cells[at:at + wide] = [character] + [""] * (wide - 1)
            at += wide
    return "".join(cells).rstrip(" "), at


class Terminal:
    """The program on a pseudo-terminal of its own."""

    def __init__(self, home, *arguments, clock=None, controlling=True, columns=COLUMNS, rows=ROWS, ignored=(),
                 **environment):
        self.home, self.edited = home, False
        self.master, self.slave = pty.openpty()
        mode = termios.tcgetattr(self.slave)
        mode[1] &= ~termios.OPOST
        # Not the usual erase key, so that a mode made up at the end does not pass for the one before.
        mode[6][termios.VERASE] = b"\x08"
        termios.tcsetattr(self.slave, termios.TCSANOW, mode)
        self.before = self.mode()
        resize(self.slave, columns, rows)
        env = {key: value for key, value in os.environ.items() if not key.startswith(("FOLKMOOT_CL", "FOLKMOOT_SE"))}
        for name in ("data", "config"):
            (home / name).mkdir(exist_ok=True)
        env |= {"TERM": "dumb", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(home), "FOLKMOOT_SEED": "terminal",
                "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
        if clock:
            env["FOLKMOOT_CLOCK"] = clock
        env |= environment
        slave = self.slave

        def own_terminal():
            if controlling:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in ignored:
                signal.signal(number, signal.SIG_IGN)

        self.process = subprocess.Popen([BIN, *map(str, arguments)], stdin=slave, stdout=slave, stderr=slave, env=env,
                                        start_new_session=True, preexec_fn=own_terminal, close_fds=True)
        self.pid = self.process.pid
        self.all = b""

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
        return data

    def quiet(self, seconds=0.12):
        """All that arrives until nothing has for a while."""
        got = b""
        while data := self.take(seconds):
            got += data
        return got

    def until(self, wanted, what):
        got, end = b"", time.monotonic() + PATIENCE
        while not wanted(got):
            left = end - time.monotonic()
            expect(left > 0 and self.process.poll() is None, f"{what} did not come; last: {self.all[-300:]!r}")
            got += self.take(min(left, 0.2))
        return got

    def prompt(self):
        return self.until(lambda got: got.endswith(b"> "), "a prompt")

    # What is typed

    def keys(self, typed, echo=None, edit=False):
        """Types, and expects this echo: what was typed, unless told otherwise."""
        typed = typed.encode() if isinstance(typed, str) else typed
        wanted = typed if echo is None else echo
        self.edited |= edit
        os.write(self.master, typed)
        got, end = b"", time.monotonic() + PATIENCE / 4
        while len(got) < len(wanted) and time.monotonic() < end:
            got += self.take(0.2)
        equal(got + self.quiet(0.03), wanted, f"echo of {typed.decode(errors='replace')!r}")

    def line(self, text):
        """Types a line and Enter; gives what came up to and with the next prompt."""
        os.write(self.master, text.encode() + b"\r")
        return self.until(lambda got: b"\n" in got and got.endswith(b"> "), f"the prompt after “{text}”").decode()

    # How it ends

    def mode(self):
        names = ("input", "output", "control", "local", "input speed", "output speed", "keys")
        return dict(zip(names, termios.tcgetattr(self.slave)))

    def is_as_before(self, when):
        now = self.mode()
        other = [f"{name} {now[name]} instead of {was}" for name, was in self.before.items() if now[name] != was]
        expect(not other, f"the terminal's mode {when}: {'; '.join(other)}")

    def ended(self, wanted=0):
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            expect(time.monotonic() < end, "the program did not end")
            self.take(0.05)
        self.quiet(0.02)
        equal(self.process.returncode, wanted, "exit status")

    def only_text(self):
        text = self.all
        if self.edited:
            # Rubbing out is the one echo that is more than a character.
            text = text.replace(b"\b \b", b"")
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            raise Failed(f"the output is not UTF-8: {error}") from None
        for at, character in enumerate(text):
            if character in "\n\a":
                continue
            category = unicodedata.category(character)
            expect(category not in ("Cc", "Cs", "Zl", "Zp"),
                   f"U+{ord(character):04X} was sent, after {text[max(0, at - 60):at]!r}")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)


class Stage:
    """A folder, and the terminals opened in it."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="terminal."))
        self.terminals = []

    def __call__(self, *arguments, **keywords):
        if arguments and arguments[0] in ("run", "resume"):
            arguments = ("--log", self.home / "log.db", *arguments)
        terminal = Terminal(self.home, *arguments, **keywords)
        self.terminals.append(terminal)
        return terminal

    def plan(self, text=SHORT_PLAN):
        path = self.home / "plan.toml"
        path.write_text(text)
        return path

    def settings(self, text):
        folder = self.home / "config" / "folkmoot"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.toml").write_text(text)

    def begun(self, **keywords):
        """The example, at its first prompt."""
        terminal = self("run", PLAN, **({"clock": CLOCK} | keywords))
        terminal.prompt()
        return terminal

    def item_begun(self, seconds_ago):
        """A meeting left in its first item of one minute, which began so many real seconds ago; resumed."""
        then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=seconds_ago)
        terminal = self("run", self.plan(), clock=then.strftime("%Y-%m-%dT%H:%M:%SZ"))
        terminal.prompt()
        for line in ("here all", "next", "pass", "pass"):
            answer = terminal.line(line)
        while "Item 1> " not in answer:
            answer = terminal.line("next")
        os.write(terminal.master, b"quit\r")
        terminal.ended()
        terminal.only_text()
        terminal = self("resume")
        terminal.prompt()
        return terminal

    def close(self):
        for terminal in self.terminals:
            terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)


TESTS = []


def test(name):
    def keep(function):
        TESTS.append((name, function))
        return function
    return keep


# What ends by itself

@test("what a command says wraps at words to the terminal's width")
def _(open_):
    for arguments, status in ((("--help",), 0), (("resume", "zzzz"), 1), (("nothing-like-this",), 2)):
        terminal = open_(*arguments, columns=40)
        terminal.ended(status)
        lines = terminal.all.decode().split("\n")
        expect(len(lines) > 2, f"{arguments}: nothing was wrapped: {lines}")
        expect(all(len(line) <= 40 for line in lines), f"{arguments}: a line is too long: {max(lines, key=len)!r}")


# The prompt and the echo

@test("the prompt ends the line")
def _(open_):
    terminal = open_.begun()
    equal(terminal.quiet(), b"", "after the prompt")
    equal(last_row(terminal.all), ("Opening>", len("Opening> ")), "the last line and the cursor")
    expect("\nOpening> " in terminal.all.decode(), "the prompt does not begin a line")
    answer = terminal.line("where")
    expect(re.fullmatch(r"where\n(.+\n)+Opening> ", answer), f"an answer between prompts: {answer!r}")


@test("what is typed is echoed once, as it is typed")
def _(open_):
    terminal = open_.begun()
    for key in ("n", "o", "t", "e", " ", "é", "陈", "e", "\u0301", "ليلى", "😀"):
        terminal.keys(key)
    equal(last_row(terminal.all)[0], "Opening> note é陈e\u0301ليلى😀", "the line")
    # Kept in its composed form, or as it was typed.
    answer = unicodedata.normalize("NFC", terminal.line(""))
    expect("Note 1 kept: é陈éليلى😀." in answer, f"what was kept: {answer!r}")


@test("a character whose bytes come apart is echoed once it is whole")
def _(open_):
    terminal = open_.begun()
    whole = "陈".encode()
    terminal.keys(whole[:1], echo=b"")
    terminal.keys(whole[1:2], echo=b"")
    terminal.keys(whole[2:], echo=whole)
    terminal.keys(b"\xff\xc3", echo=b"")
    terminal.keys("a")


@test("lines typed ahead are answered in order, each after its own prompt")
def _(open_):
    terminal = open_.begun()
    os.write(terminal.master, b"note one\rnote two\rnote thr")
    terminal.until(lambda got: got.endswith(b"note thr"), "the echo")
    text = terminal.all.decode()
    tail = text[text.index("> note one"):]
    expect(re.fullmatch(r"> note one\n[^>]*> note two\n[^>]*> note thr", tail), f"{tail!r}")


@test("Tab is a blank, and keys without a meaning are nothing")
def _(open_):
    terminal = open_.begun()
    terminal.keys("a\tb", echo=b"a b")
    terminal.keys("\x00\x01\x02\x05\x06\x0b\x0c\x0e\x0f\x10\x12\x14\x18\x19\x1d\x1e\x1f", echo=b"")
    equal(terminal.quiet(), b"", "a moment later")


# Rubbing out

RUB = b"\b \b"


@test("Backspace rubs out one character, as many columns as it has")
def _(open_):
    terminal = open_.begun()
    for key, columns in (("a", 1), ("é", 1), ("陈", 2), ("e\u0301", 1), ("ب", 1), ("😀", 2), ("한", 2)):
        for backspace in (b"\x7f", b"\x08"):
            terminal.keys("x" + key)
            terminal.keys(backspace, echo=RUB * columns, edit=True)
            equal(last_row(terminal.all)[0], "Opening> x", f"the line after {key!r} is rubbed out")
            terminal.keys(backspace, echo=RUB, edit=True)
            terminal.keys(backspace, echo=b"", edit=True)
    terminal.keys("wherr")
    terminal.keys("\x7f", echo=RUB, edit=True)
    expect("0 of 8 here" in terminal.line("e"), "what was left after Backspace was not what was taken")


@test("Ctrl-U rubs out the line, Ctrl-W the last word")
def _(open_):
    terminal = open_.begun()
    terminal.keys("note 陈伟 and  é ")
    terminal.keys("\x17", echo=RUB * 2, edit=True)
    equal(last_row(terminal.all), ("Opening> note 陈伟 and", 24), "after one Ctrl-W")
    terminal.keys("\x17", echo=RUB * 5, edit=True)
    terminal.keys("\x17", echo=RUB * 5, edit=True)
    equal(last_row(terminal.all), ("Opening> note", 14), "after three Ctrl-W")
    terminal.keys("陈\x15", echo="陈".encode() + RUB * 7, edit=True)
    equal(last_row(terminal.all), ("Opening>", 9), "after Ctrl-U")
    terminal.keys("\x15\x17", echo=b"", edit=True)
    answer = terminal.line("where")
    expect(answer.startswith("where\nOpening, 0 of 8 here"), f"the line after them: {answer!r}")


@test("a console without UTF-8 shows and rubs out the same columns")
def _(open_):
    terminal = open_.begun(LC_ALL="C")
    for key, shown in (("é", b"e"), ("陈", b"?"), ("€", b"EUR"), ("æ", b"ae")):
        terminal.keys(key, echo=shown)
        terminal.keys("\x7f", echo=RUB * len(shown), edit=True)
    equal(last_row(terminal.all)[0], "Opening>", "the line")


# Keys that mean nothing here

SEQUENCES = {
    "arrows": ["\033[A", "\033[B", "\033[C", "\033[D", "\033OA", "\033OB"],
    "Home, End, pages, Delete": ["\033[H", "\033[F", "\033[1~", "\033[4~", "\033[5~", "\033[6~", "\033[2~", "\033[3~"],
    "F keys": ["\033OP", "\033OQ", "\033[11~", "\033[15~", "\033[24~"],
    "F keys of the Linux console": ["\033[[A", "\033[[B", "\033[[C", "\033[[D", "\033[[E"],
    "Shift, Ctrl, Alt and arrows": ["\033[1;2A", "\033[1;5C", "\033[1;3D", "\033\033[A"],
    "Alt and a key": ["\033x", "\0334", "\033é", "\033陈"],
    "brackets around what is pasted": ["\033[200~", "\033[201~"],
    "an answer of the terminal": ["\033[?62;22c", "\033[12;40R"],
}

for kind, sequences in SEQUENCES.items():
    @test(f"no garbage from {kind}")
    def _(open_, sequences=sequences):
        terminal = open_.begun()
        for sequence in sequences:
            terminal.keys(sequence, echo=b"")
            terminal.keys("whe")
            terminal.keys(sequence, echo=b"")
            answer = terminal.line("re")
            expect(answer.startswith("re\nOpening, 0 of 8"), f"“where” with {sequence!r} in it: {answer!r}")


@test("Esc alone takes nothing from what is typed after it")
def _(open_):
    terminal = open_.begun()
    terminal.keys("\033", echo=b"")
    equal(terminal.quiet(), b"", "a moment after Esc")
    expect("Opening, 0 of 8" in terminal.line("where"), "the line after Esc")


for name, keys in (("Alt and a bracket", "\033["), ("Alt and an O", "\033O")):
    @test(f"{name} takes nothing from what is typed after it")
    def _(open_, keys=keys):
        terminal = open_.begun()
        terminal.keys(keys, echo=b"")
        equal(terminal.quiet(), b"", "a moment later")
        terminal.keys("where")
        expect("Opening, 0 of 8" in terminal.line(""), "the line after it")


# Ends, and the terminal's mode afterwards

def ends_in_order(terminal, wanted_text, status=0):
    expect(terminal.mode() != terminal.before, "while it runs the mode is the one before: keys do not come one by one")
    wanted_text()
    terminal.ended(status)
    terminal.is_as_before("afterwards")


def says_how_to_resume(terminal):
    text = " ".join(terminal.all.decode().split())
    expect(f"The meeting stays open. Take it up again with: folkmoot --log {terminal.home}/log.db resume" in text,
           f"how to resume is not said: {text[-200:]!r}")
    expect(terminal.all.endswith(b"\n"), "the cursor is not left at the beginning of a line")


@test("quit ends in order, and the terminal is as before")
def _(open_):
    terminal = open_.begun()
    ends_in_order(terminal, lambda: os.write(terminal.master, b"quit\r"))
    says_how_to_resume(terminal)


@test("Ctrl-D on an empty line ends in order, in a line it is nothing")
def _(open_):
    terminal = open_.begun()
    terminal.keys("whe\x04", echo=b"whe")
    terminal.line("re")
    ends_in_order(terminal, lambda: os.write(terminal.master, b"\x04"))
    says_how_to_resume(terminal)


@test("Ctrl-C ends in order, in a half-typed line too")
def _(open_):
    for typed in ("", "note half"):
        terminal = open_.begun() if not open_.terminals else open_("resume", clock=CLOCK)
        terminal.quiet()
        terminal.keys(typed)
        ends_in_order(terminal, lambda: os.write(terminal.master, b"\x03"))
        says_how_to_resume(terminal)
        expect("^C" not in terminal.all.decode(), "^C was echoed")


for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
    @test(f"{name} ends in order, and the terminal is as before")
    def _(open_, number=getattr(signal, name)):
        terminal = open_.begun()
        terminal.keys("note half")
        ends_in_order(terminal, lambda: os.kill(terminal.pid, number))
        says_how_to_resume(terminal)


@test("a crash puts the terminal back")
def _(open_):
    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGUSR1):
        terminal = open_.begun() if not open_.terminals else open_("resume", clock=CLOCK)
        terminal.quiet()
        ends_in_order(terminal, lambda: os.kill(terminal.pid, number), -number)


def stopped(terminal):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if re.search(r"^State:\s*T", pathlib.Path(f"/proc/{terminal.pid}/status").read_text(), re.M):
            return
        time.sleep(0.01)
    raise Failed("the program did not stop")


@test("stopped and continued: the terminal is lent and taken back, the typed text intact")
def _(open_):
    terminal = open_.begun()
    keys = terminal.mode()
    for how in (lambda: os.kill(terminal.pid, signal.SIGTSTP), lambda: os.write(terminal.master, b"\x1a")):
        terminal.keys("note 陈 ha")
        how()
        stopped(terminal)
        terminal.is_as_before("while stopped")
        terminal.quiet()
        expect(terminal.all.endswith(b"\n"), "stopping leaves the cursor within a line")
        os.kill(terminal.pid, signal.SIGCONT)
        equal(terminal.quiet().decode(), "Opening> note 陈 ha", "after going on")
        expect(terminal.mode() == keys, "after going on keys do not come one by one")
        answer = terminal.line("lf")
        expect("kept: 陈 half." in answer, f"the line that was half typed: {answer!r}")
    ends_in_order(terminal, lambda: os.write(terminal.master, b"quit\r"))


@test("SIGCONT without a stop takes the terminal back and asks again")
def _(open_):
    terminal = open_.begun()
    keys = terminal.mode()
    termios.tcsetattr(terminal.slave, termios.TCSANOW, list(terminal.before.values()))
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.quiet()
    expect(terminal.mode() == keys, "after SIGCONT keys do not come one by one")
    expect("Opening, 0 of 8" in terminal.line("where"), "the line after it")


for name, how in (("of its own", {}), ("of its own, its hang-up ignored,", {"ignored": [signal.SIGHUP]}),
                  ("that sends no SIGHUP", {"controlling": False})):
    @test(f"a terminal {name} vanishes: it ends without spinning")
    def _(open_, how=how):
        terminal = open_.begun(**how)
        terminal.keys("note half")
        terminal.only_text()
        before = cpu_seconds(terminal.pid)
        os.close(terminal.slave)
        os.close(terminal.master)
        end = time.monotonic() + PATIENCE
        while not (gone := os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)):
            expect(time.monotonic() < end, "it still runs ten seconds later")
            time.sleep(0.01)
        used = cpu_seconds(terminal.pid) - before
        expect(used < 0.05, f"{used * 1000:.0f} ms of processor time after the terminal was gone")
        equal(gone.si_code, os.CLD_EXITED, "how it ended")
        terminal = open_("resume", clock=CLOCK)
        terminal.until(lambda got: got.endswith(b"> note half"), "what was half typed")
        os.write(terminal.master, b"\x07")
        terminal.prompt()
        expect("Opening, 0 of 8" in terminal.line("where"), "the meeting cannot be resumed")


# The window

@test("a window of another size: what is said next is wrapped to it, what is half typed is left alone")
def _(open_):
    terminal = open_.begun()
    terminal.line("here all")
    for columns, rows in ((40, 12), (132, 43), (80, 25)):
        terminal.keys("aga")
        resize(terminal.slave, columns, rows)
        equal(terminal.quiet(), b"", f"sent because of {columns}x{rows}")
        lines = terminal.line("in").split("\n")[1:]
        widest = max(sum(map(width, line)) for line in lines)
        expect(widest <= columns, f"a line of {widest} columns at {columns}")
        expect(widest > min(columns, 80) * 3 // 4, f"only {widest} columns used of {columns}")


# Time by itself

@test("a time notice waits while a line is half typed: the bell, then the notice after the line")
def _(open_):
    open_.settings('thresholds = ["50 %"]\n')
    terminal = open_.item_begun(seconds_ago=25)
    terminal.keys("note 陈 half")
    arrived = terminal.until(lambda got: got, "the bell")
    equal(arrived + terminal.quiet(0.3), b"\a", "sent into a line that is half typed")
    equal(last_row(terminal.all)[0], "Item 1> note 陈 half", "the line")
    answer = terminal.line(" done")
    expect(re.fullmatch(r" done\nTime: half the time of First is gone[^\n]*\nNote 1 kept: 陈 half done\.\n"
                        r"Item 1> ", answer), f"after the line: {answer!r}")


@test("a time notice at an empty prompt is a line of its own, then the prompt again")
def _(open_):
    open_.settings('thresholds = ["50 %"]\n')
    terminal = open_.item_begun(seconds_ago=25)
    arrived = terminal.prompt().decode()
    expect(re.fullmatch(r"\a\nTime: half the time of First is gone[^\n]*\nItem 1> ", arrived), f"{arrived!r}")


@test("a time notice that waits is said once the line is rubbed out")
def _(open_):
    open_.settings('thresholds = ["50 %"]\n')
    terminal = open_.item_begun(seconds_ago=25)
    terminal.keys("abc")
    terminal.until(lambda got: got, "the bell")
    terminal.edited = True
    os.write(terminal.master, b"\x15")
    arrived = (terminal.until(lambda got: got, "the echo of Ctrl-U") + terminal.quiet(0.5)).decode()
    expect(re.fullmatch(r"(\x08 \x08){3}\nTime: half the time of First is gone[^\n]*\nItem 1> ", arrived),
           f"after rubbing out: {arrived!r}")


@test("next, begun before a question was asked, does not answer it")
def _(open_):
    terminal = open_.item_begun(seconds_ago=55)
    terminal.keys("nex")
    terminal.until(lambda got: b"\a" in got, "the bell")
    equal(terminal.quiet(0.3).strip(b"\a"), b"", "sent into a line that is half typed")
    answer = terminal.line("t")
    expect("What does the room want?" in answer or "Item 2" in answer, f"the question is not asked: {answer!r}")
    expect("The room goes on" not in answer, "“next”, typed before the question was shown, was taken as its answer")


@test("idle with a slot running: nothing is sent and nothing wakes up")
def _(open_):
    terminal = open_("run", open_.plan(SHORT_PLAN.replace("minutes = 1\n", "minutes = 20\n")))
    terminal.prompt()
    answer = ""
    for line in ("here all", "next", "pass", "pass", "next", "next", "next"):
        if "Item 1> " not in answer:
            answer = terminal.line(line)
    expect("Item 1> " in answer, f"no slot runs: {answer!r}")
    terminal.quiet(2.0)  # what is done once, a second after the last act
    before, cpu = wake_ups(terminal.pid), cpu_seconds(terminal.pid)
    equal(terminal.quiet(3.0), b"", "sent while nothing happened")
    equal(wake_ups(terminal.pid) - before, 0, "wake-ups in three seconds")
    equal(cpu_seconds(terminal.pid) - cpu, 0.0, "processor time")


# Whole meetings

def flat(text):
    """Without what depends on the width and on the length of the folder's name."""
    return "".join(text.replace("\a", "").split())


@test("a whole meeting typed at the terminal reads as the same meeting through a pipe")
def _(open_):
    for part, begin in ((1, CLOCK), (2, "2026-11-24T14:55:00Z")):
        typed = (EXAMPLES / f"working-group-7-part-{part}.txt").read_text().splitlines()
        command = ["run", PLAN] if part == 1 else ["resume"]
        terminal = open_(*command, clock=begin)
        terminal.prompt()
        for line in typed[:-1]:
            terminal.line(line)
        os.write(terminal.master, typed[-1].encode() + b"\r")
        terminal.ended()
        terminal.is_as_before("afterwards")
        at_pipe = open_.home / "pipe"
        at_pipe.mkdir(exist_ok=True)
        piped = subprocess.run(
            [BIN, "--log", at_pipe / "log.db", *command], input="\n".join(typed) + "\n", capture_output=True, text=True,
            env=os.environ | {"FOLKMOOT_CLOCK": begin, "FOLKMOOT_SEED": "terminal", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                              "XDG_CONFIG_HOME": str(open_.home / "config")}, timeout=60)
        equal(piped.returncode, 0, "the pipe's exit status")
        wanted = flat(piped.stdout.replace(str(at_pipe), str(open_.home)))
        found = flat(terminal.all.decode())
        if found != wanted:
            at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
            near = slice(max(0, at - 60), at + 60)
            raise Failed(f"part {part} differs at {at}: {found[near]!r}, the pipe {wanted[near]!r}")
    expect("Themeetingisclosed." in found, "the meeting was not closed")
    minutes = sorted(p.suffix for p in (open_.home / "minutes").iterdir())
    equal(minutes, [".md", ".txt"], "the minutes")


@test("killed in the middle and resumed: all that was answered is there, what was half typed is to be sent")
def _(open_):
    terminal = open_.begun()
    for line in ("here Asha Ben Dara", "away Morag: apologies", "next", "say 4 Ready", "pass"):
        terminal.line(line)
    terminal.keys("say 5 never finished")
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)
    terminal = open_("resume", clock=CLOCK)
    terminal.until(lambda got: got.endswith(b"\nCheck-in, Dara> say 5 never finished"), "what was half typed")
    text = terminal.all.decode()
    os.write(terminal.master, b"\x07")
    terminal.prompt()
    for line in ("Working group 7. Check-in, 3 people", "1 of 3, Asha, has spoken, Harbour Voices",
                 "2 of 3, Ben, passed, Harbour Voices", "3 of 3, Dara, next, Harbour Voices"):
        expect(f"\n{line}\n" in text, f"“{line}” is not said")
    expect("Morag, away with apologies, City Council, transport planner" in terminal.line("who"), "who is here")
    expect("Undone" in terminal.line("undo"), "undo across the kill")
    expect(terminal.all.decode().endswith("Check-in, Ben> "), "the turn after undo")
    # The second time in an item, with a slot that runs and a turn that is being taken.
    for line in ("pass", "pass", "next"):
        terminal.line(line)
    answer = ""
    while not re.search(r"Item 1> $", answer):
        answer = terminal.line("next")
    for line in ("speak Ben", "@+2m", "note Kept before the kill"):
        terminal.line(line)
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)
    terminal = open_("resume", clock="2026-11-24T14:03:00Z")
    terminal.prompt()
    text = terminal.all.decode()
    expect("Kept before the kill" in text, f"the note is not read out: {text[-600:]!r}")
    expect("3 minutes left" in text, f"the slot's time: {text[-600:]!r}")
    expect("Ben" in terminal.line("stop") + terminal.line("voices"), "the turn that was being taken")
    answer = ""
    for _ in range(80):
        os.write(terminal.master, b"next\r")
        with contextlib.suppress(Failed):
            terminal.until(lambda got: b"\n" in got and got.endswith(b"> "), "")
        if terminal.process.poll() is not None:
            break
    terminal.ended()
    expect("The meeting is closed." in terminal.all.decode(), "it did not come to its closing")


def main():
    names = sys.argv[1:]
    failed = 0
    for name, function in TESTS:
        if names and not any(part in name for part in names):
            continue
        began, stage = time.monotonic(), Stage()
        try:
            function(stage)
            for terminal in stage.terminals:
                terminal.only_text()
            print(f"ok {name}", flush=True)
        except (Failed, OSError, ValueError, subprocess.SubprocessError) as problem:
            failed += 1
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
        finally:
            stage.close()
        if "FOLKMOOT_TIMES" in os.environ:
            print(f"# {time.monotonic() - began:.1f} s")
    return 1 if failed else 0


sys.exit(main())
