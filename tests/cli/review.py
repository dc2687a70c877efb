#!/usr/bin/env python3
"""What `review` answers when a period, a group or a file is not what it should be, and where it writes."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]
NOW = "2026-12-28T10:00:00Z"
PLAN = """
[meeting]
title = "{title}"
group = "{group}"
date = {day}T14:00:00
zone = "UTC"
minutes = 60
[[person]]
name = "Asha"
partner = "Harbour Voices"
[[item]]
title = "First"
minutes = 20
"""
PERIOD = ("--from", "2026-10-01", "--to", "2026-12-31")

# (what is typed behind review, the exit status, what must be said)
ANSWERS = [
    ((), 2, ["--from is missing", "folkmoot review --from 2026-10-01 --to 2026-12-31"]),
    (("--from", "2026-10-01"), 2, ["--to is missing"]),
    (("--to", "2026-10-01"), 2, ["--from is missing"]),
    (("--from", "yesterweek", "--to", "2026-12-31"), 2, ['--from is "yesterweek", which is no date', "2026-12-01"]),
    (("--from", "2026-10-01", "--to", "31/2/2026"), 2, ['--to is "31/2/2026", which is no date']),
    (("--from", "", "--to", "2026-12-31"), 2, ['--from is ""']),
    (("--from", "2026-12-31", "--to", "1 october 2026"), 2,
     ["--from is Thursday 31 December 2026, which is later than --to, Thursday 1 October 2026 (\"1 october 2026\")"]),
    ((*PERIOD, "--group", ""), 2, ["--group needs a name"]),
    ((*PERIOD, "--group", "Nobody"), 1, ['no group called "Nobody"', "It can be", "Board", "Forum"]),
    ((*PERIOD, "--format", "json"), 2, ["--format is text, markdown or html, not json"]),
    ((*PERIOD, "--partner", "X"), 2, ["--partner"]),
    (("--from", "2025-01-01", "--to", "2025-03-31"), 1,
     ["No closed meeting is from Wednesday 1 January 2025 to Monday 31 March 2025.", "There are 2 closed meetings to look at",
      "from Tuesday 24 November 2026 to Tuesday 22 December 2026"]),
    # A day without a year is the next one, and that is said.
    (("--from", "1 october", "--to", "in 2 years"), 1, ["Friday 1 October 2027 (\"1 october\")"]),
    (("--from", "2026-12-23", "--to", "2026-12-31"), 1,
     ["1 meeting of that time is still open, and a review is of closed ones", "There are 2 closed meetings"]),
    (("--from", "2026-12-01", "--to", "2026-12-31", "--group", "forum"), 1,
     ['No closed meeting of "forum" is from', "There is 1 closed meeting to look at, on Tuesday 24 November 2026."]),
    ((*PERIOD, "-o", "/nowhere/at/all.html"), 1, ["/nowhere/at/all.html"]),
]


class Failed(Exception):
    pass


def must(condition, reason):
    if not condition:
        raise Failed(reason)


def folkmoot(log, *arguments, typed="", clock=NOW):
    return subprocess.run([RELEASE, "--log", str(log), *arguments], input=typed, capture_output=True, text=True,
                          timeout=120, env=os.environ | {"FOLKMOOT_CLOCK": clock, "FOLKMOOT_SEED": "review"})


def some_meetings(folder):
    """Two closed ones of two groups, and one that is still open."""
    log, plan = folder / "folkmoot.db", folder / "plan.toml"
    for title, group, day, typed in (("The first", "Forum", "2026-11-24", "next\n" * 40),
                                     ("The second", "Board", "2026-12-22", "next\n" * 40),
                                     ("The open one", "Board", "2026-12-28", "here all\nquit\n")):
        plan.write_text(PLAN.format(title=title, group=group, day=day), "utf-8")
        done = folkmoot(log, "run", str(plan), typed=typed, clock=f"{day}T14:00:00Z")
        must(done.returncode == 0, f"{title}: {done.stderr}")
    return log


def flat(text):
    return re.sub(r"\s+", " ", text)


def wrong_ones_are_answered(folder):
    log = some_meetings(folder)
    for arguments, status, wanted in ANSWERS:
        done = folkmoot(log, "review", *arguments)
        must(done.returncode == status, f"{arguments}: status {done.returncode}: {done.stderr}")
        must(not done.stdout and done.stderr.startswith("folkmoot: "), f"{arguments}: {done.stdout}{done.stderr}")
        for each in wanted:
            must(each in flat(done.stderr), f"{arguments} does not say “{each}”: {done.stderr}")


def an_empty_log(folder):
    log = folder / "folkmoot.db"
    plan = folder / "plan.toml"
    plan.write_text(PLAN.format(title="The first", group="", day="2026-11-24"), "utf-8")
    folkmoot(log, "run", str(plan), typed="here all\nquit\n")
    done = folkmoot(log, "review", *PERIOD)
    must(done.returncode == 1 and "No meeting is closed yet." in flat(done.stderr), f"{done.returncode}: {done.stderr}")


def all_formats_and_a_file(folder):
    log = some_meetings(folder)
    for word, begins in (("text", "Review: "), ("markdown", "# Review: "), ("html", "<!DOCTYPE html>")):
        done = folkmoot(log, "review", *PERIOD, "--format", word)
        must(done.returncode == 0 and done.stdout.startswith(begins), f"{word}: {done.stdout[:40]}{done.stderr}")
        must("The open one" in done.stdout, f"{word} does not name the meeting that is still open")
        path = folder / word
        into = folkmoot(log, "review", *PERIOD, "--format", word, "-o", str(path))
        must(into.returncode == 0 and str(path) in into.stdout, f"{word}: {into.stdout}{into.stderr}")
        must(path.read_text("utf-8") == done.stdout, f"{word}: the file holds something else")


TESTS = [
    ("a review that cannot be is answered with what was typed and what there is", wrong_ones_are_answered),
    ("a log without a closed meeting says so when a review is asked for", an_empty_log),
    ("a review is written in every format, to the output or into a file", all_formats_and_a_file),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
            print(f"ok {name}", flush=True)
        except (Failed, OSError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
