#!/usr/bin/env python3
"""Whole meetings: words in; pages, events and minutes out, byte for byte.

A scenario is a folder of tests/scenarios. Its file `steps` has one start of the program a line:
    CLOCK ARGUMENTS < WORDS
(paths from the checkout's root, {here} is the folder, WORDS may be left out). What must come out stands beside it:
`pages.txt` (all that was printed), `events.txt` (`log show` of every meeting, oldest first), and the minutes of the
newest meeting, `minutes.md` and `minutes.txt`. FOLKMOOT_WRITE_GOLDEN=1 writes them anew; say why in the commit.
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

BIN = os.environ["FOLKMOOT_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
WRITE = os.environ.get("FOLKMOOT_WRITE_GOLDEN") == "1"


def folkmoot(log, arguments, clock=None, words=None):
    environment = dict(os.environ, FOLKMOOT_SEED="scenario", TZ="UTC")
    if clock:
        environment["FOLKMOOT_CLOCK"] = clock
    done = subprocess.run([BIN, "--log", str(log), *arguments], cwd=ROOT, env=environment, capture_output=True,
                          stdin=open(words, "rb") if words else subprocess.DEVNULL, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout.decode()


def run(folder):
    """Name of each expected file, and what came out."""
    with tempfile.TemporaryDirectory(dir="/tmp") as scratch:  # its length decides where lines are wrapped
        log = pathlib.Path(scratch) / "folkmoot.db"
        pages = ""
        for step in (folder / "steps").read_text().splitlines():
            command, _, words = step.replace("{here}", str(folder.relative_to(ROOT))).partition("<")
            clock, *arguments = command.split()
            pages += folkmoot(log, arguments, clock, ROOT / words.strip() if words else None)
        ids = [line.split()[0] for line in folkmoot(log, ["log"]).splitlines()]
        events = "\n".join(folkmoot(log, ["log", "show", each]) for each in reversed(ids))
        return {"pages.txt": pages.replace(scratch, "FOLDER"), "events.txt": events,
                "minutes.md": folkmoot(log, ["minutes", "last"]),
                "minutes.txt": folkmoot(log, ["minutes", "last", "--format", "text"])}


def check(folder):
    came = run(folder)
    if run(folder) != came:
        return "the same words gave something else the second time"
    for name, text in came.items():
        expected = folder / name
        if WRITE:
            expected.write_text(text)
        elif not expected.exists():
            return f"{name} is missing"
        elif expected.read_text() != text:
            difference = list(difflib.unified_diff(expected.read_text().splitlines(), text.splitlines(), "expected",
                                                   "came", lineterm="", n=1))
            print("\n".join("# " + line for line in difference[:30]))
            return f"{name} differs"
        stray = [c for c in text if c != "\n" and not c.isprintable()]
        if stray:
            return f"{name} has something else than text and new lines: {stray[0]!r}"
    return None


def main():
    failed = False
    for folder in sorted(path.parent for path in (ROOT / "tests/scenarios").glob("*/steps")):
        try:
            reason = check(folder)
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
            reason = str(error).replace("\n", " ")
        failed |= reason is not None
        print(f"not ok scenario {folder.name}: {reason}" if reason else f"ok scenario {folder.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
