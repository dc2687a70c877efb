#!/usr/bin/env python3
"""The review's figures are those of `trends --format json` of the same days and group, and of a period's meetings alone.

Meetings are generated as for tests/checks/trends.py; the review is read back from its Markdown, table by table.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import trends

BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
MEETINGS = 15
FIRST = datetime.date(2022, 1, 11)


def days_of(first, last):
    """A period from one meeting to another, both counted from 0; they are four weeks apart."""
    return [(FIRST + datetime.timedelta(days=28 * each)).isoformat() for each in (first, last)]


PERIODS = [(*days_of(first, last), group) for first, last in ((0, 2), (3, 5), (0, 14), (7, 7), (5, 11))
           for group in (None, "Forum", "Board")]


def written(log, *arguments):
    done = subprocess.run([BIN, "--log", log, *arguments], capture_output=True, text=True, timeout=120,
                          env=dict(os.environ, FOLKMOOT_CLOCK="2024-01-01T12:00:00Z"))
    return done.stdout if done.returncode == 0 else None


def sections(markdown):
    parts = re.split(r"^## (.*)\n", markdown, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def tables(text):
    """Each caption with its rows, the columns' names first."""
    found = re.findall(r"^([^\n|]+)\n\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    cells = lambda line: [each.strip() for each in line.strip("|").split("|")]
    return [(caption, [cells(line) for line in rows.splitlines() if not line.startswith("|---")])
            for caption, rows in found]


def number(cell):
    """The number with which a cell begins; none for words."""
    found = re.match(r"-?\d+(\.\d+)?", cell)
    return float(found[0]) if found else None


def near(shown, exact, decimals=1):
    return shown is not None and abs(shown - exact) <= 0.5 * 10 ** -decimals + 1e-9


class Compared:
    def __init__(self, told, review):
        self.told, self.sections = told, sections(review)
        self.measures = {each["key"]: each for each in told["measures"]}
        self.complaints, self.count = [], 0

    def same(self, what, shown, exact, decimals=1):
        self.count += 1
        if not near(shown, exact, decimals):
            self.complaints.append(f"{what}: the review has {shown}, trends {exact}")

    def total(self, key, of=None):
        return sum(figure["value"] for series in self.measures[key]["series"] if series["of"] == of
                   for figure in series["figures"])

    def first_number(self, part, pattern):
        found = re.search(pattern, self.sections[part])
        return float(found[1]) if found else 0.0

    def counts(self):
        self.same("decisions", self.first_number("Decisions", r"(\d+) decisions? (?:was|were) made"),
                  self.total("decisions"))
        self.same("actions", self.first_number("Actions", r"(\d+) actions? (?:was|were) written down in this period"),
                  self.total("actions"))
        self.same("concerns", self.first_number("Concerns about how we work together",
                                                r"(\d+) concerns? (?:was|were) raised"), self.total("concerns"))

    def objectives(self):
        [(_, rows)] = tables(self.sections["Objectives, and what was done for each"])
        if len(rows) - 1 != len(self.measures["objective-minutes"]["series"]):
            self.complaints.append("the objectives are not those of trends")
        for name, minutes, decisions, actions, touched in rows[1:]:
            of = name.split(",")[0]
            self.same(f"{of}: minutes", number(minutes), self.total("objective-minutes", of))
            self.same(f"{of}: decisions", number(decisions), self.total("objective-decisions", of))
            self.same(f"{of}: actions", number(actions), self.total("objective-actions", of))
            figures = [f for s in self.measures["objective-minutes"]["series"] if s["of"] == of for f in s["figures"]]
            self.same(f"{of}: meetings", number(touched), sum(f["n"] > 0 for f in figures))

    def by_meeting(self, caption, key, scale, decimals):
        """A row a meeting, a column a partner."""
        part = tables(self.sections["Attendance and voice, by partner"])
        rows = next((rows for name, rows in part if name.startswith(caption)), [[]])
        titles = {each["title"]: each["id"] for each in self.told["meetings"]}
        for series in self.measures[key]["series"]:
            column = rows[0].index(series["of"])
            shown = {titles[row[0].rsplit(", ", 1)[1]]: number(row[column]) for row in rows[1:]}
            exact = {figure["meeting"]: figure["value"] for figure in series["figures"]}
            if {key for key, value in shown.items() if value is not None} != set(exact):
                self.complaints.append(f"{caption}, {series['of']}: other meetings than in trends")
                continue
            for meeting, value in exact.items():
                self.same(f"{caption}, {series['of']}", shown[meeting], value * scale, decimals)

    def pulse(self):
        part = self.sections["Pulse: how the working together is going"]
        statements = re.split(r"^### (.*)\n", part, flags=re.MULTILINE)
        told = dict(zip(statements[1::2], statements[2::2]))
        series = self.measures["pulse"]["series"]
        if [each["of"] for each in series] != list(told):
            self.complaints.append(f"statements: the review has {list(told)}")
            return
        for each in series:
            [(_, rows)] = tables(told[each["of"]])
            if len(rows) - 1 != len(each["figures"]):
                self.complaints.append(f"{each['of']}: {len(rows) - 1} meetings, not {len(each['figures'])}")
            for row, figure in zip(rows[1:], each["figures"]):
                answers = [int(cell) for cell in row[3:]]
                self.same("answered", number(row[1]), figure["n"])
                self.same("mean", number(row[2]), figure["value"])
                self.same("the counts' sum", sum(answers), figure["n"])
                self.same("the counts' mean", sum(count * step for step, count in enumerate(answers, 1)) / sum(answers),
                          figure["value"], 9)
                if figure["n"] < 4:
                    self.complaints.append("counts of fewer than four people")

    def all(self):
        self.counts()
        self.objectives()
        self.by_meeting("Who came", "attendance-by-partner", 100, 0)
        self.by_meeting("Turns against seats, meeting", "turns-by-partner", 1, 2)
        self.pulse()
        return self.complaints


def agree(log):
    complaints, compared, reviews = [], 0, 0
    for first, last, group in PERIODS:
        chosen = ["--from", first, "--to", last, *(["--group", group] if group else [])]
        told = json.loads(written(log, "trends", "--format", "json", *chosen))
        review = written(log, "review", "--format", "markdown", *chosen)
        if not told["meetings"]:
            if review is not None:
                complaints.append(f"{chosen}: there is a review of no meeting")
            continue
        if review is None:
            complaints.append(f"{chosen}: there is no review")
            continue
        one = Compared(told, review)
        complaints += [f"{first} to {last}, {group}: {each}" for each in one.all()]
        compared += one.count
        reviews += 1
    print(f"# {compared} figures of {reviews} reviews were compared")
    return complaints or ([] if compared > 300 else [f"only {compared} figures were compared"])


def few(log):
    """What is said of a meeting whose pulse fewer than four answered is how many did, in every period."""
    base = trends.sqlite3.connect(f"file:{log}?mode=ro", uri=True)
    answered = {title: json.loads(payload)["answers"] for title, payload in base.execute(
        "SELECT m.title, payload FROM events JOIN streams s USING(stream) "
        "JOIN v_meetings m ON m.meeting = lower(hex(s.uid)) WHERE events.kind = 'pulse-taken'")}
    base.close()
    small = {title for title, answers in answered.items() if answers < 4}
    complaints = [] if small else ["no meeting had so few answers, so that nothing was looked at"]
    for first, last, group in PERIODS:
        chosen = ["--from", first, "--to", last, *(["--group", group] if group else [])]
        pulse = sections(written(log, "review", "--format", "markdown", *chosen) or "").get(
            "Pulse: how the working together is going", "")
        complaints += [f"{title} is in a table of counts" for title in small
                       if re.search(rf"^\|[^|]*, {title} \|", pulse, re.MULTILINE)]
    return complaints


def main():
    failed = False
    trends.MEETINGS = MEETINGS
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        log = folder / "folkmoot.db"
        trends.generate(folder, log)
        failed |= trends.report("what a review says of a period and group is what trends says of them", agree(log))
        failed |= trends.report("no period and no group shows the counts of fewer than four answers", few(log))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
