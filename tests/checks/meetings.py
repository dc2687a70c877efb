#!/usr/bin/env python3
"""Real meetings: what the program says of 24 that were recorded is what their files say.

tests/meetings has who spoke in turn with how many words, and the topics. They are imported, and every figure is worked
out again from those files: turns and time by person and by partner, the items' times, and from them the trends. Then
all trends are computed a second time from the log's views, as tests/checks/trends.py does. All to 1e-9.
"""
import collections
import fractions
import itertools
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import trends  # noqa: E402
from trends import BIN, near, report  # noqa: E402

MEETINGS = pathlib.Path(os.environ["FOLKMOOT_ROOT"]) / "tests" / "meetings"
COUNT = 24
MINUTE = fractions.Fraction(1, 150)  # a word's
PARTNER = {"Project": "The company", "Marketing": "The company", "Industrial": "The designers", "User": "The designers",
           "Professor": "The staff", "Postdoc": "The staff", "PhD": "The students", "Grad": "The students",
           "Undergrad": "The students"}


# --- a meeting, from its file

class Meeting:
    """Minutes as fractions: nothing is rounded before the end."""

    def __init__(self, path):
        kept = json.loads(path.read_text())
        self.name, self.seats = path.stem, kept["speakers"]
        topics = [each["title"] for each in kept["topics"]] + ["Between the topics"]
        of_turn = {}
        for number, topic in reversed(list(enumerate(kept["topics"]))):  # the first topic has the last word
            for first, last in topic["turns"]:
                of_turn.update(dict.fromkeys(range(first, last + 1), number))
        spoken = [(of_turn.get(at, len(topics) - 1), speaker, words)
                  for at, (speaker, words) in enumerate(kept["turns"]) if words]
        self.turns = [(topics[key[0]], key[1], sum(each[2] for each in run) * MINUTE)
                      for key, run in itertools.groupby(spoken, lambda each: each[:2])]
        self.items = {title: sum(each[2] for each in self.turns if each[0] == title) for title in topics}
        self.items = {title: minutes for title, minutes in self.items.items() if minutes}
        self.minutes = sum(self.items.values())
        self.planned = -(-self.minutes // 15) * 15
        self.item_planned = self.planned // len(self.items)

    def partner(self, seat):
        return PARTNER[self.seats[seat].split()[0]]

    def by_person(self):
        """[turns, minutes] of each seat, from 1."""
        told = {seat + 1: [0, fractions.Fraction()] for seat in range(len(self.seats))}
        for _, seat, minutes in self.turns:
            told[seat + 1][0] += 1
            told[seat + 1][1] += minutes
        return told

    def by_partner(self):
        """[share of turns, share of time] over the share of seats."""
        seats = collections.Counter(self.partner(seat) for seat in range(len(self.seats)))
        told = {}
        for partner, sitting in seats.items():
            own = [each for each in self.turns if self.partner(each[1]) == partner]
            part = fractions.Fraction(sitting, len(self.seats))
            told[partner] = (fractions.Fraction(len(own), len(self.turns)) / part,
                             sum(each[2] for each in own) / self.minutes / part, len(own))
        return told

    def figures(self):
        """(measure, series) -> value, n."""
        counts = [turns for turns, _ in self.by_person().values()]
        pairs = sum(abs(a - b) for a in counts for b in counts)
        n, items = len(counts), len(self.items)
        made = {("turns-recorded", None): (1, len(self.turns)),
                ("turn-balance", None): (1 - fractions.Fraction(pairs, 2 * n * sum(counts)) * n / (n - 1), len(self.turns)),
                ("meeting-length", None): (self.minutes / self.planned, 1),
                ("planned-actual", None): (self.minutes / (items * self.item_planned), items),
                ("ended-in-time", None): (fractions.Fraction(sum(each < self.item_planned + 1
                                                                 for each in self.items.values()), items), items)}
        for partner, (turns, time, own) in self.by_partner().items():
            made["turns-by-partner", partner] = turns, own
            made["time-by-partner", partner] = time, own
        return made


# --- what the program says

def told(log, *arguments):
    done = subprocess.run([BIN, "--log", log, *arguments], capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(f"folkmoot {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def check_import(folder, log):
    lines = subprocess.run([MEETINGS / "convert.py", "events"], capture_output=True, check=True, timeout=600).stdout
    again = subprocess.run([MEETINGS / "convert.py", "events"], capture_output=True, check=True, timeout=600).stdout
    (folder / "meetings.jsonl").write_bytes(lines)
    said = [told(log, "import", folder / "meetings.jsonl") for _ in range(2)]
    complaints = [] if lines == again else ["converting twice gave different bytes"]
    if not said[0].startswith(f"Imported: {COUNT} new meetings and 1 new partnership, "):
        complaints.append(f"the import said: {said[0]}")
    if "Nothing was changed" not in said[1]:
        complaints.append(f"the second import said: {said[1]}")
    if f"{COUNT} meetings, {lines.count(chr(10).encode()) - 1} acts: every one matches" not in told(log, "doctor"):
        complaints.append("doctor is not content")
    return complaints


def check_trimming():
    raw = MEETINGS / "ES2008a.raw.json"
    made = subprocess.run([MEETINGS / "convert.py", "trim", raw], capture_output=True, check=True, timeout=600).stdout
    if made != (MEETINGS / "ES2008a.json").read_bytes():
        return ["the meeting as it is kept is not what the raw one gives"]
    # Counted in another way: by hand in its first turns, and by taking away all that is no word in the whole.
    text = " ".join(each["content"] for each in json.loads(raw.read_text())["meeting_transcripts"])
    words = re.findall(r"\S*\w\S*", re.sub(r"\{.*?\}", "", text))
    kept = sum(words for _, words in json.loads((MEETINGS / "ES2008a.json").read_text())["turns"])
    return [] if kept == len(words) else [f"{kept} words are kept, {len(words)} were spoken"]


def check_turns(log, meetings, ids):
    base = sqlite3.connect(f"file:{log}?mode=ro", uri=True)
    complaints = []
    for each in meetings:
        rows = base.execute("SELECT seat, partner, length_seconds FROM v_turns WHERE meeting = ?", (ids[each.name],)).fetchall()
        for seat, (turns, minutes) in each.by_person().items():
            own = [row for row in rows if row[0] == seat]
            share = sum(row[2] for row in own) / sum(row[2] for row in rows)
            if len(own) != turns or not near(share, float(minutes / each.minutes)):
                complaints.append(f"{each.name}, seat {seat}: {len(own)} turns, {share}; expected {turns}, "
                                  f"{float(minutes / each.minutes)}")
            if any(row[1] != each.partner(seat - 1) for row in own):
                complaints.append(f"{each.name}, seat {seat}: of another partner")
    base.close()
    return complaints


def check_items(log, meetings, ids):
    complaints = []
    for each in meetings:
        minutes = json.loads(told(log, "minutes", ids[each.name], "--format", "json"))
        got = [(item["title"], item["planned_minutes"], item["minutes"], item["outcome"]) for item in minutes["items"]]
        want = [(title, each.item_planned, int(used + fractions.Fraction(1, 2)), "done")
                for title, used in each.items.items()]
        if got != want:
            complaints.append(f"{each.name}: items {got}, expected {want}")
        if minutes["minutes"] != int(each.minutes + fractions.Fraction(1, 2)):
            complaints.append(f"{each.name}: {minutes['minutes']} minutes, expected {float(each.minutes)}")
        if minutes["planned"]["minutes"] != each.planned:
            complaints.append(f"{each.name}: planned {minutes['planned']}")
        here = collections.Counter(person["partner"] for person in minutes["people"] if person["presence"] == "here")
        if here != collections.Counter(each.partner(seat) for seat in range(len(each.seats))):
            complaints.append(f"{each.name}: here {here}")
    return complaints


def check_search(log, meetings, ids):
    complaints = []
    for phrase in ("remote control style", "group discussion", "bayes net", "transcription conventions", "the elderly"):
        want = {(ids[each.name], title) for each in meetings for title in each.items
                if re.search(rf"\b{phrase}\b", title.lower())}
        found = json.loads(told(log, "log", "search", "--format", "json", f'"{phrase}"'))
        got = {(each["meeting"], each["text"]) for each in found}
        if not want or got != want:
            complaints.append(f"{phrase}: found {sorted(got)}, expected {sorted(want)}")
    return complaints


def check_trends(log, meetings, ids):
    """From the files: each figure of the measures that turns and items give."""
    complaints, compared = [], 0
    said = {each["key"]: each for each in json.loads(told(log, "trends", "--from", "2005-01-01", "--format", "json"))["measures"]}
    want = collections.defaultdict(list)
    for each in meetings:
        for key, (value, n) in each.figures().items():
            want[key].append((ids[each.name], float(value), n))
    for (measure, series), figures in want.items():
        found = [each for each in said[measure]["series"] if each["of"] == series]
        got = [(each["meeting"], each["value"], each["n"]) for each in found[0]["figures"]] if len(found) == 1 else []
        if [each[0] for each in got] != [each[0] for each in figures]:
            complaints.append(f"{measure} of {series}: of other meetings")
            continue
        compared += len(got)
        complaints += [f"{measure} of {series}: {a[1]!r} of {a[2]}, expected {b[1]!r} of {b[2]}"
                       for a, b in zip(got, figures) if not near(a[1], b[1]) or a[2] != b[2]]
    return complaints, compared


def main():
    failed = False
    meetings = [Meeting(path) for path in sorted(MEETINGS.glob("*.json")) if ".raw" not in path.name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        log = folder / "folkmoot.db"
        failed |= report("a recording becomes the form that is kept", check_trimming())
        failed |= report(f"{COUNT} recorded meetings are imported, once", check_import(folder, log))
        listed = json.loads(told(log, "log", "list", "--format", "json"))
        ids = {each["title"]: each["id"] for each in listed}
        if len(listed) != COUNT or sorted(ids) != [each.name for each in meetings]:
            raise RuntimeError(f"the list has {sorted(ids)}")
        failed |= report("turns and time of each person are the file's", check_turns(log, meetings, ids))
        failed |= report("the items' minutes are the file's", check_items(log, meetings, ids))
        failed |= report("a topic is found by its words", check_search(log, meetings, ids))
        complaints, compared = check_trends(log, meetings, ids)
        failed |= report("trends of turns and items, worked out from the files, are the same", complaints)
        complaints, series = trends.compare(trends.told_by(log, "--from", "2000-01-01"), trends.compute(log, exact=True))
        failed |= report(f"every measure of {COUNT} recorded meetings, computed a second time, is the same", complaints)
        print(f"# {compared} figures were worked out from the files, {series} series compared")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
