#!/usr/bin/env python3
"""The minutes as HTML, everybody's and one person's, as a browser shows them."""
import os
import pathlib
import subprocess
import sys
import tempfile

import axe
from manual import headings_are_in_order, passes, stands_alone

RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
HOSTILE = "<script>alert(1)</script> & <b>\"x\"</b> <img src=x onerror=alert(1)> " + "W" * 200


def folkmoot(log, *arguments, typed="", clock="2026-11-24T14:00:00Z"):
    done = subprocess.run([RELEASE, "--log", str(log), *arguments], input=typed, capture_output=True, text=True,
                          timeout=120, cwd=ROOT, env=os.environ | {"FOLKMOOT_CLOCK": clock, "FOLKMOOT_SEED": "web"})
    if done.returncode != 0:
        raise axe.Failed(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr}")
    return done.stdout


def example(folder):
    """The example meeting, in which there is something of everything."""
    log, examples = folder / "example.db", ROOT / "data" / "examples"
    folkmoot(log, "run", str(examples / "working-group-7.toml"),
             typed=(examples / "working-group-7-part-1.txt").read_text("utf-8"))
    folkmoot(log, "resume", typed=(examples / "working-group-7-part-2.txt").read_text("utf-8"),
             clock="2026-11-24T14:55:00Z")
    return log


def hostile(folder):
    """A meeting where all that is written would be markup if it could."""
    log, plan = folder / "hostile.db", folder / "plan.toml"
    text = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    plan.write_text(f'[meeting]\ntitle = "{text[:150]}"\n[[person]]\nname = "Asha"\npartner = "{text[:90]}"\n'
                    f'[[item]]\ntitle = "{text[:150]}"\nminutes = 5\n', "utf-8")
    words = [f"{word} {HOSTILE}" for word in ("note", "decide", "action Asha:", "park", "ask", "term X:", "concern")]
    folkmoot(log, "run", str(plan), typed="\n".join(["next", "next", *words, *["next"] * 40]) + "\n")
    return log


def all_hold(page):
    passes(page)
    stands_alone(page)
    headings_are_in_order(page)


def minutes_of_the_example(folder):
    all_hold(folkmoot(example(folder), "minutes", "last", "--format", "html"))


def in_large_print(folder):
    log = example(folder)
    for whose in ((), ("--for", "Tom")):
        page = folkmoot(log, "minutes", "last", *whose, "--format", "html", "--large")
        if "18pt" not in page:
            raise axe.Failed("it is not in large print")
        all_hold(page)


def for_one_person(folder):
    page = folkmoot(example(folder), "minutes", "last", "--for", "Tom", "--format", "html")
    for wanted in ("What you missed", "Your actions", "Next meeting"):
        if wanted not in page:
            raise axe.Failed(f"it does not say “{wanted}”")
    all_hold(page)


def markup_is_text(folder):
    log = hostile(folder)
    for arguments in ((), ("--for", "Asha")):
        page = folkmoot(log, "minutes", "last", "--format", "html", *arguments)
        if "&lt;script&gt;" not in page:
            raise axe.Failed("what was written is not there")
        all_hold(page)


TESTS = [
    ("the HTML minutes pass axe in light and dark, fit a narrow window, need nothing else and have their headings in order",
     minutes_of_the_example),
    ("so do those in large print", in_large_print),
    ("so do the minutes for one person", for_one_person),
    ("markup that somebody writes stays text in the HTML minutes", markup_is_text),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
            print(f"ok {name}", flush=True)
        except (axe.Failed, OSError, ValueError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
