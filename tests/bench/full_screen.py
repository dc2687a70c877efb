#!/usr/bin/env python3
"""Prints what the full screen costs, as ratios to a minimal ncursesw list in the same run; asserts nothing.

Called by tests/bench/run with the folder of the build and of the logs: full_screen.py BUILD FOLDER.
- start to the last byte of the first full screen, with 0 and 10,000 meetings in the log
- a key to the last byte of what it draws
- bytes of a move of the focus, in both profiles
- bytes and wake-ups in 60 idle seconds with a slot running
- peak memory after a whole meeting
"""
import fcntl
import os
import pathlib
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = ROOT / "data" / "examples" / "working-group-7.toml"
DOWN, UP = b"\033OB", b"\033OA"  # as terminals send them once a program has asked for its keypad
QUIET = 0.08  # seconds without a byte: what was to be drawn is drawn


class Terminal:
    def __init__(self, command, folder, profile="visual", wrap=(), **more):
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"),
                       "XDG_CONFIG_HOME": str(folder / "config"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
                       "FOLKMOOT_PROFILE": profile, **more}
        self.begun = time.monotonic()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))
            os.execvpe([*wrap, *command][0], [str(part) for part in [*wrap, *command]], environment)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))

    def drawn(self, patience=10.0, quiet=QUIET):
        """(seconds from the last press or the start to the last byte, bytes)."""
        last, count = None, 0
        while True:
            ready, _, _ = select.select([self.master], [], [], quiet if last else patience)
            if not ready:
                break
            try:
                data = os.read(self.master, 65536)
            except OSError:
                break
            if not data:
                break
            last, count = time.monotonic(), count + len(data)
        return (last - self.begun if last else 0.0), count

    def press(self, keys, quiet=QUIET):
        self.begun = time.monotonic()
        os.write(self.master, keys)
        return self.drawn(quiet=quiet)

    def wakes(self):
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status, re.M)[1])

    def peak(self):
        """Megabytes; nothing when it has ended."""
        found = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else None

    def end(self, keys=b"q"):
        try:
            os.write(self.master, keys)
        except OSError:
            pass
        self.drawn(quiet=0.5)
        os.close(self.master)
        os.waitpid(self.pid, 0)


def median_of(rounds, *measures):
    """Interleaved, so that a busy moment of the machine meets all of them."""
    times = [[] for _ in measures]
    for _ in range(rounds):
        for each, measure in zip(times, measures):
            each.append(measure())
    return [statistics.median(each) for each in times]


def start_of(command, folder):
    def measure():
        terminal = Terminal(command, folder)
        # The greeting is drawn by itself, 300 milliseconds later: the page is what is measured.
        seconds, _ = terminal.drawn()
        terminal.end()
        return seconds
    return measure


def key_of(terminal):
    keys = [UP, DOWN]

    def measure():
        keys.reverse()
        return terminal.press(keys[0], quiet=0.03)[0]
    return measure


def main():
    build, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    program, minimal = build / "folkmoot", build / "tests" / "minimal_screen"
    empty = [program, "--log", folder / "log0" / "folkmoot.db"]
    many = [program, "--log", folder / "log10000" / "folkmoot.db"]

    floor, first, later = median_of(15, start_of([minimal], folder), start_of(empty, folder), start_of(many, folder))
    print(f"start to the full first screen: {first / floor:.2f} times minimal ncursesw with an empty log, "
          f"{later / floor:.2f} with 10,000 meetings (goal 2.5; {floor * 1000:.1f}, {first * 1000:.1f} and "
          f"{later * 1000:.1f} milliseconds)")

    run = [program, "--log", folder / "run.db", "run", PLAN]
    plain, ours = Terminal([minimal], folder), Terminal(run, folder)
    plain.drawn()
    ours.drawn(quiet=0.6)
    one, other = median_of(200, key_of(plain), key_of(ours))
    _, minimal_bytes = plain.press(DOWN)
    _, visual_bytes = ours.press(DOWN)
    print(f"key to the last byte: {other / one:.2f} times minimal (goal 1.5; {one * 1e6:.0f} and {other * 1e6:.0f} "
          "microseconds)")
    plain.end()
    ours.end()

    reader = Terminal([program, "--log", folder / "run.db", "resume"], folder, "reader")
    reader.drawn(quiet=0.6)
    _, reader_bytes = reader.press(DOWN)
    print(f"bytes of a move of the focus: {reader_bytes} in the reader profile (goal 12), {visual_bytes} in the visual "
          f"(goal 120), {minimal_bytes} in the minimal program")
    for keys in (b":here all\r", b":go 2\r"):
        reader.press(keys, quiet=0.6)
    time.sleep(2)
    wakes = reader.wakes()
    reader.begun = time.monotonic()
    _, idle_bytes = reader.drawn(patience=60.0)
    print(f"60 idle seconds with a slot running, reader profile: {idle_bytes} bytes, {reader.wakes() - wakes} wake-ups "
          "(goal 0 and 0)")
    peak = reader.peak()
    for _ in range(40):
        reader.press(b":next\r", quiet=0.4)
        if (now := reader.peak()) is None:
            break
        peak = now
    reader.end()
    print(f"peak memory of a whole meeting: {peak:.1f} MB (goal 12)")


if __name__ == "__main__":
    main()
