#!/usr/bin/env python3
"""Plain lines for readers that follow a stream: a shell inside an editor, as Emacspeak reads it, and a plain pipe.

The terminal is as Emacs makes it for M-x shell: TERM is dumb, it takes whole lines, and it does not echo, because the
editor shows what is typed, the line's end included.
"""
import datetime
import fcntl
import os
import pathlib
import pty
import re
import select
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
PARTS = [("2026-11-24T14:00:00Z", ["run", PLAN], EXAMPLES / "working-group-7-part-1.txt"),
         ("2026-11-24T14:55:00Z", ["resume"], EXAMPLES / "working-group-7-part-2.txt")]
PATIENCE = 20.0

SHORT_PLAN = """
[meeting]
title = "Short"
minutes = 30
[[person]]
name = "Asha"
partner = "Harbour Voices"
[[item]]
title = "First"
minutes = 1
[[item]]
title = "Second"
minutes = 20
"""


class Failed(Exception):
    pass


def must(condition, reason):
    if not condition:
        raise Failed(reason)


def environment(home, clock=None):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("FOLKMOOT_CL", "FOLKMOOT_SE"))}
    env |= {"TERM": "dumb", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(home), "FOLKMOOT_SEED": "stream",
            "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    return env | ({"FOLKMOOT_CLOCK": clock} if clock else {})


def only_text(data):
    text = data.decode()
    for at, character in enumerate(text):
        must(character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp"),
             f"U+{ord(character):04X} was sent, after {text[max(0, at - 60):at]!r}")
    return text


class Shell:
    """The program in an editor's shell. `buffer` is what the editor holds: what came, and what was typed."""

    def __init__(self, home, *arguments, clock=None, columns=80):
        self.master, self.slave = pty.openpty()
        mode = termios.tcgetattr(self.slave)
        mode[1] = (mode[1] | termios.OPOST) & ~termios.ONLCR
        mode[3] = (mode[3] | termios.ISIG | termios.ICANON) & ~termios.ECHO
        mode[6][termios.VERASE] = mode[6][termios.VKILL] = b"\0"
        termios.tcsetattr(self.slave, termios.TCSANOW, mode)
        self.mode = termios.tcgetattr(self.slave)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        slave = self.slave
        self.process = subprocess.Popen(
            [BIN, *map(str, arguments)], stdin=slave, stdout=slave, stderr=slave,
            env=environment(home, clock) | {"INSIDE_EMACS": "29.1,comint"}, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0))
        self.came, self.buffer = b"", ""

    def until(self, wanted, what):
        """Waits until what came since the last line was typed is as wanted; gives it."""
        got, end = b"", time.monotonic() + PATIENCE
        while not wanted(got):
            must(time.monotonic() < end, f"{what} did not come; last: {self.came[-300:]!r}")
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    data = os.read(self.master, 65536)
                except OSError:
                    data = b""
                got += data
                self.came += data
            elif self.process.poll() is not None:
                break
        text = only_text(got)
        self.buffer += text
        return text

    def prompt(self, what="a prompt"):
        return self.until(lambda got: got.endswith(b"> "), what)

    def type(self, *lines):
        sent = "".join(line + "\n" for line in lines)
        self.buffer += sent
        os.write(self.master, sent.encode())

    def line(self, text):
        self.type(text)
        return self.prompt(f"the prompt after “{text}”")

    def mode_is_as_before(self, when):
        must(termios.tcgetattr(self.slave) == self.mode, f"the terminal's mode was changed {when}")

    def ended(self, wanted=0):
        def over(_):
            return self.process.poll() is not None and not select.select([self.master], [], [], 0)[0]

        text = self.until(over, "the end")
        must(self.process.wait(PATIENCE) == wanted, f"it ended with {self.process.returncode}: {text!r}")
        must(self.buffer.endswith("\n"), f"the last line was not ended: {self.buffer[-80:]!r}")
        self.mode_is_as_before("at the end")
        return text

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


class Stage:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name)
        self.shells = []

    def shell(self, *arguments, **keywords):
        self.shells.append(Shell(self.home, *arguments, **keywords))
        return self.shells[-1]

    def example(self):
        shell = self.shell("run", PLAN, clock=PARTS[0][0])
        shell.prompt()
        return shell

    def close(self):
        for shell in self.shells:
            shell.close()
        self.folder.cleanup()


def answered(answer, line):
    """An answer is whole lines between what was typed and the next prompt, and does not say the line again."""
    must(re.fullmatch(r"([^\n]*\n)*[^\n]*> ", answer), f"after “{line}”: {answer!r}")
    must(not answer.startswith("\n\n"), f"an empty line too many after “{line}”: {answer[:60]!r}")
    first = answer.lstrip("\n").split("\n")[0]
    must(not line.strip() or first.strip() != line.strip(), f"“{line}” was echoed: {answer[:80]!r}")


def in_a_shell(stage):
    buffer = ""
    for clock, arguments, file in PARTS:
        shell = stage.shell(*arguments, clock=clock)
        shell.prompt()
        shell.mode_is_as_before("while a line is awaited")
        for line in file.read_text("utf-8").splitlines():
            shell.type(line)
            if line == "quit":
                break
            answer = shell.until(lambda got: got.endswith(b"> ") or shell.process.poll() is not None, f"“{line}”")
            if shell.process.poll() is not None:
                break
            answered(answer, line)
        shell.ended()
        buffer += shell.buffer
    return buffer


def through_a_pipe(home):
    text = ""
    for clock, arguments, file in PARTS:
        done = subprocess.run([BIN, *map(str, arguments)], input=file.read_bytes(), capture_output=True, timeout=60,
                              env=environment(home, clock))
        must(done.returncode == 0 and not done.stderr, f"status {done.returncode}: {done.stderr}")
        text += only_text(done.stdout)
        must(text.endswith("\n"), f"the last line was not ended: {text[-80:]!r}")
    return text


def same_meeting(stage):
    in_shell = in_a_shell(stage)
    with tempfile.TemporaryDirectory() as home:
        in_pipe = through_a_pipe(home).replace(home, "HOME")
    words = [" ".join(text.replace(str(stage.home), "HOME").split()) for text in (in_shell, in_pipe)]
    for at, (one, other) in enumerate(zip(*words)):
        must(one == other, f"the shell has {words[0][at - 60:at + 60]!r}, the pipe {words[1][at - 60:at + 60]!r}")
    must(len(words[0]) == len(words[1]), "one of them ends earlier")


def each_line_once_in_a_pipe(stage):
    text = through_a_pipe(stage.home)
    typed = [line for _, _, file in PARTS for line in file.read_text("utf-8").splitlines()]
    prompts = re.findall(r"^[A-Z][^\n>]*> (.*)$", text, re.MULTILINE)
    short = [line for line in typed if line and len(line) < 40]
    must(len(short) > 100, "the example has become short")
    for line in set(short):
        must(prompts.count(line) == typed.count(line), f"“{line}” is there {prompts.count(line)} times at a prompt")
        must(f"> {line}\n{line}\n" not in text, f"“{line}” comes twice")


def typed_ahead(stage):
    shell = stage.example()
    shell.type("where", "note One", "note Two", "where")
    answer = shell.until(lambda got: got.count(b"> ") >= 4 and got.endswith(b"> "), "four prompts")
    for said in ("Note 1 kept: One.", "Note 2 kept: Two."):
        must(re.search(rf"^{re.escape(said)}$", answer, re.MULTILINE), f"“{said}” is no line of its own: {answer!r}")
    must(len(re.findall(r"^Opening, ", answer, re.MULTILINE)) == 2, f"where does not begin a line: {answer!r}")


def ends_in_order(stage):
    for keys, what in ((b"\x04", "Ctrl-D"), (b"\x03", "Ctrl-C")):
        shell = stage.shell(*(["run", PLAN] if keys == b"\x04" else ["resume"]), clock=PARTS[0][0])
        shell.prompt()
        os.write(shell.master, keys)
        text = shell.ended()
        must(text.startswith("\n") and "folkmoot resume" in text, f"after {what}: {text!r}")


def notice(stage):
    """The end of an item of one minute, in real time."""
    plan = stage.home / "short.toml"
    plan.write_text(SHORT_PLAN)
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=57)
    shell = stage.shell("run", plan, clock=then.strftime("%Y-%m-%dT%H:%M:%SZ"))
    shell.prompt()
    for line in ("here all", "go 1"):
        shell.line(line)
    os.kill(shell.process.pid, signal.SIGTERM)
    shell.ended()
    shell = stage.shell("resume")
    shell.until(lambda got: b"Time: " in got and got.endswith(b"> "), "the notice")
    must(re.search(r"\nItem 1> \n(Time: [^\n]+\n)([^\n]+\n)*Item 1> $", shell.buffer), f"{shell.buffer[-300:]!r}")


def narrow(stage):
    shell = stage.shell("run", PLAN, clock=PARTS[0][0], columns=40)
    shell.prompt()
    shell.line("help all")
    must(max(map(len, shell.came.decode().split("\n"))) <= 40, "a line is wider than the editor's window")


TESTS = [
    ("a whole meeting in a shell inside an editor: only text arrives, nothing is echoed, each answer ends its line",
     same_meeting),
    ("a whole meeting through a pipe: only text arrives, and each line that was read is shown once",
     each_line_once_in_a_pipe),
    ("lines sent ahead are answered each on lines of its own", typed_ahead),
    ("Ctrl-D and Ctrl-C from the editor end in order, with the line ended", ends_in_order),
    ("a time notice in a shell inside an editor is a line of its own, and the prompt comes again", notice),
    ("what is said is wrapped to the editor's window", narrow),
]


def main():
    failed = False
    for name, test in TESTS:
        stage = Stage()
        try:
            test(stage)
            print(f"ok {name}", flush=True)
        except (Failed, OSError, ValueError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
        finally:
            stage.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
