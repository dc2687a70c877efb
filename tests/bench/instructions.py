#!/usr/bin/env python3
"""Prints how many instructions a start and a key take, under callgrind, and their ratio to those stored beside this.

Called by tests/bench/run, or alone: instructions.py BUILD FOLDER [--store], to store what was counted. Unlike times
they hardly move, so that a tenth more is a tenth more. Needs valgrind.
"""
import pathlib
import re
import subprocess
import sys

from full_screen import DOWN, PLAN, UP, Terminal

STORED = pathlib.Path(__file__).with_suffix(".txt")
MOVES = [DOWN] * 3 + [UP] * 3
LETTERS = [bytes([letter]) for letter in b"letter"]
SET = {"FOLKMOOT_CLOCK": "2026-11-24T14:00:00Z", "FOLKMOOT_SEED": "instructions", "TZ": "UTC"}


def counted(folder, command, keys=(), last=b"q"):
    """From the start to the end of one run, the libraries and their loading among them."""
    out = folder / "callgrind"
    wrap = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}"]
    terminal = Terminal(command, folder, wrap=wrap, **SET)
    terminal.drawn(patience=120.0, quiet=3.0)  # with the greeting, which comes by itself
    for key in keys:
        terminal.press(key, quiet=0.5)
    terminal.end(last)
    return int(re.search(r"^(?:summary|totals): (\d+)", out.read_text(), re.M)[1])


def all_counts(build, folder):
    program, log = build / "folkmoot", folder / "instructions.db"
    home, meeting = [program, "--log", log], [program, "--log", folder / "meeting.db"]
    for command in (home, [*meeting, "run", PLAN]):
        begun = Terminal(command, folder, **SET)
        begun.drawn(quiet=1.0)
        begun.end()
    start = counted(folder, home)
    moved = counted(folder, home, MOVES)
    resumed = counted(folder, [*meeting, "resume"])
    field = counted(folder, [*meeting, "resume"], [b"n"], last=b"\x07q")
    typed = counted(folder, [*meeting, "resume"], [b"n", *LETTERS], last=b"\x07q")
    return {"start": (start, "home with an empty log, from the start to the end"),
            "resume": (resumed, "a meeting taken up at its opening, from the start to the end"),
            "move": ((moved - start) // len(MOVES), "a move of the focus on home"),
            "letter": ((typed - field) // len(LETTERS), "a letter typed in a field")}


def stored():
    lines = STORED.read_text().splitlines()[1:] if STORED.exists() else []
    return {name: int(value) for name, value, _ in (line.split(maxsplit=2) for line in lines)}


def main():
    build, folder = map(pathlib.Path, sys.argv[1:3])
    known, found = stored(), all_counts(build, folder)
    for name, (value, what) in found.items():
        ratio = f", {value / known[name]:.3f} times the stored {known[name]:,}" if name in known else ", none is stored"
        print(f"instructions, {what}: {value:,}{ratio}")
    if "--store" in sys.argv:
        STORED.write_text("What is counted, instructions on Debian 12 and x86-64, in words\n" +
                          "".join(f"{name} {value} {what}\n" for name, (value, what) in found.items()))


if __name__ == "__main__":
    try:
        subprocess.run(["valgrind", "--version"], capture_output=True, check=True)
    except OSError:
        print("instructions: not counted, since valgrind is not installed")
    else:
        main()
