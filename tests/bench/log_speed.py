#!/usr/bin/env python3
"""Prints what a large log costs, as ratios to other programs on the same data in the same run; asserts nothing.

Called by tests/bench/run with the folder of the build and of the logs: log_speed.py BUILD FOLDER [COUNT ...].
The logs have 100, 1,000 and 10,000 meetings unless others are asked for, with about 200 events each. A question is timed
inside of a program that has the log open, as a person waits for it at home and in a meeting (log_questions.cpp), and as a
whole start of the program from a shell. It is compared with the sqlite3 shell, with rg (grep where there is none) over the
minutes as files, and with task with as many actions, no more than 2,000. Each time is a median.
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

# What SQL alone has to do for a trend: every answer of every check-in, from the events themselves.
RAW_MOOD = ("SELECT json_extract(payload, '$.score'), count(*) FROM events WHERE kind = 'round-answered' "
            "GROUP BY 1")
RAW_ACTIONS = "SELECT count(*) FROM v_actions WHERE state IN ('proposed', 'accepted')"


def timed(command, rounds=7, **more):
    times = []
    for _ in range(rounds):
        begin = time.monotonic()
        done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              check=False, **more)
        times.append(time.monotonic() - begin)
        if done.returncode not in (0, 1):
            sys.exit(f"{command}: {done.stderr.decode()}")
    return statistics.median(times)


def ratio(what, ours, theirs, who, goal=""):
    print(f"{what}: {ours / theirs:.3f} times {who} ({ours * 1000:.1f} against {theirs * 1000:.1f} milliseconds"
          f"{'; goal ' + goal if goal else ''})")


class Speed:
    def __init__(self, build, folder, count):
        self.build, self.program, self.count = build, build / "folkmoot", count
        self.folder = folder / f"speed{count}"
        self.minutes = self.folder / "minutes"
        self.minutes.mkdir(parents=True)
        self.log = self.folder / "folkmoot.db"
        begin = time.monotonic()
        subprocess.run([build / "tests" / "many_meetings", self.log, str(count), self.minutes], check=True)
        self.events = int(self.sql("SELECT count(*) FROM events"))
        print(f"{count} meetings, {self.events} events, written in {time.monotonic() - begin:.1f} seconds")
        self.inside = self.questions()

    def sql(self, query):
        return subprocess.run(["sqlite3", "-readonly", self.log, query], capture_output=True, text=True,
                              check=True).stdout.strip()

    def ours(self, *arguments, rounds=7):
        return timed([self.program, "--log", self.log, *arguments], rounds)

    def theirs(self, query, rounds=7):
        return timed(["sqlite3", "-readonly", self.log, query], rounds)

    def questions(self):
        """What log_questions says: the seconds of each question, and how many answers there were."""
        told = subprocess.run([self.build / "tests" / "log_questions", self.log], capture_output=True, text=True,
                              check=True).stdout
        return {name: (float(seconds), int(answers)) for name, seconds, answers in map(str.split, told.splitlines())}

    def sizes(self):
        search = self.sql("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'")
        size = self.log.stat().st_size
        part = int(search) / size if search else float("nan")
        print(f"disk: {size / self.events:.0f} bytes an event, {part:.2f} of it for searching (goals 75 and 0.20)")

    def finds(self):
        finder = shutil.which("rg") or shutil.which("grep")
        name = pathlib.Path(finder).name
        options = ["-r"] if name == "grep" else []
        looks = {word: timed([finder, *options, word, self.minutes]) for word in ("kittiwake", "advert")}
        against = f"{name} over the minutes"
        ratio("search, a rare word", self.inside["rare"][0], looks["kittiwake"], against, "0.02")
        ratio("search, a rare word, from a shell", self.ours("log", "search", "kittiwake"), looks["kittiwake"], against)
        ratio("search, a word of every meeting, ranked", self.inside["common"][0], looks["advert"], against)

    def trends(self):
        raw = self.theirs(RAW_MOOD)
        ratio("trends of the newest 36 meetings", self.inside["trends"][0], raw, "one raw mood query over all events",
              "0.067")
        ratio(f"trends of all {self.count} meetings", self.inside["all-trends"][0], raw, "that query", "0.067")
        ratio("the newest 36 from a shell", self.ours("trends"), raw, "that query")
        ratio("the log opened and its newest 20 meetings", self.inside["open"][0], raw, "that query")

    def actions(self):
        listed, count = self.inside["actions"]
        ratio(f"{count} open actions", listed, self.theirs(RAW_ACTIONS), "the sqlite3 shell on the view")
        if not shutil.which("task"):
            return
        tasks = json.loads(subprocess.run([self.program, "--log", self.log, "actions", "--format", "taskwarrior"],
                                          capture_output=True, check=True).stdout)[:2000]
        data = self.folder / "task"
        data.mkdir()
        environment = {**os.environ, "TASKRC": "/dev/null", "TASKDATA": str(data), "HOME": str(self.folder)}
        (self.folder / "tasks.json").write_text(json.dumps(tasks))
        subprocess.run(["task", "import", self.folder / "tasks.json"], env=environment, check=True,
                       stdin=subprocess.DEVNULL, capture_output=True)
        counted = timed(["task", "count"], 3, env=environment)
        ratio("open actions", listed, counted, f"task count with {len(tasks)}", "0.05")
        ratio("the same, listed by a shell", self.ours("actions"), counted, "task count")

    def moves(self):
        """Everything out and into a fresh log, and the summaries made anew."""
        out = self.folder / "all.jsonl"
        exported = timed([self.program, "--log", self.log, "export", "-o", out], 1)
        fresh = self.folder / "fresh.db"
        imported = timed([self.program, "--log", fresh, "import", out], 1)
        copied = timed(["sqlite3", self.folder / "raw.db", "PRAGMA journal_mode=WAL; CREATE TABLE e(line TEXT)",
                        f".import {out} e"], 1)
        print(f"export: {self.events / exported:,.0f} events a second")
        ratio("import", imported, copied, "the lines raw into one table of sqlite3")
        rebuilt = self.ours("doctor", "--rebuild", rounds=1)
        ratio("rebuilding the summaries", rebuilt, self.theirs(RAW_MOOD, 3), "one raw mood query over all events")
        print(f"rebuilding the summaries: {self.events / rebuilt:,.0f} events a second, all of doctor's checks with it")


def main():
    build, folder = (pathlib.Path(argument) for argument in sys.argv[1:3])
    for count in [int(argument) for argument in sys.argv[3:]] or [100, 1000, 10000]:
        speed = Speed(build, folder, count)
        for measure in (speed.sizes, speed.finds, speed.trends, speed.actions, speed.moves):
            measure()
        shutil.rmtree(speed.folder)


if __name__ == "__main__":
    main()
