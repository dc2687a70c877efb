#!/usr/bin/env python3
"""The HTML manual, as a browser shows it."""
import os
import re
import subprocess
import sys

import axe

RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]

# One fault for each thing that is looked for, and the words by which it must be named.
FAULTS = [
    ("a picture without words", "<p><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"></p>", "image-alt"),
    ("grey letters on white", "<p style=\"color: #aaa; background: #fff\">Hard to see</p>", "color-contrast"),
    ("a field without a name", "<p><input type=\"text\"></p>", "label"),
    ("links too small to be met", "<p><a href=\"#a\" style=\"{0}\">a</a><a href=\"#b\" style=\"{0}\">b</a></p>".format(
        "display: inline-block; width: 9px; height: 9px; overflow: hidden"), "target-size"),
    ("a line that is wider than a narrow window", "<p style=\"width: 600px\">Wide</p>", "pixels too wide"),
]


def folkmoot(*arguments):
    done = subprocess.run([RELEASE, *arguments], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise axe.Failed(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr}")
    return done.stdout


def passes(page):
    found = axe.problems(page)
    if found:
        raise axe.Failed("; ".join(found))


def faults_are_found(page):
    found = axe.problems(page.replace("</main>", "".join(fault for _, fault, _ in FAULTS) + "</main>"))
    for what, _, name in FAULTS:
        if not any(name in each for each in found):
            raise axe.Failed(f"{what} was not noticed; found: {found}")


def stands_alone(page):
    for what in ("<script", "<link", "<img", "http://", "https://", "@import", "url("):
        if what in page:
            raise axe.Failed(f"it has {what}")
    if not page.startswith("<!DOCTYPE html>\n<html lang=\"en-GB\">"):
        raise axe.Failed("its language is not said")


def headings_are_in_order(page):
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    if levels.count(1) != 1 or levels[0] != 1:
        raise axe.Failed(f"the title is not the one heading of level 1: {levels[:5]}")
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            raise axe.Failed(f"a heading of level {after} follows one of level {before}")


TESTS = [
    ("the HTML manual passes axe, in light and dark, and fits a narrow window", passes),
    ("what axe is to find is found when it is put into the same page", faults_are_found),
    ("the HTML manual needs nothing else: no script, no picture, nothing from elsewhere", stands_alone),
    ("the headings of the HTML manual are in order", headings_are_in_order),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            test(folkmoot("manual", "--format", "html"))
            print(f"ok {name}", flush=True)
        except (axe.Failed, OSError, ValueError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
