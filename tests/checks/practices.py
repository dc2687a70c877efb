#!/usr/bin/env python3
"""What partnerships learned works in the program: three meetings of the example's partnership, planned, held and read.

Everything is typed in plain lines, as somebody would who was told only the words. Each practice of the README's table
says what must be heard in one of the sessions, and what must not.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

BIN = os.environ["FOLKMOOT_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])

BOARD = """[meeting]
title = "Advisory board {number}"
group = "Advisory board"
date = {date}T10:00:00
minutes = 60

[partnership]
name = "Harbour research partnership"

[[item]]
title = "Large print"
kind = "decide"
minutes = 20
objectives = ["O1"]
"""

FIRST = """[meeting]
title = "Working group 6"
group = "Working group"
place = "Harbour Hall"
date = 2026-10-27T14:00:00
minutes = 90
buffer = 10
facilitator = "Asha"
host = "Harbour Voices"

[partnership]
name = "Harbour research partnership"

[[item]]
title = "Recruitment advert"
kind = "decide"
minutes = 15
objectives = ["O1"]
lead = "Asha"
proposed_by = "Dara"
papers = [{ title = "Draft advert for ICS", sent = 2026-10-20 }]

[[item]]
title = "Bus interviews"
minutes = 15
objectives = ["O2"]
lead = "Ben"

[pulse]
instrument = "working-together"
"""

ON = ["next"] * 25


class House:
    """One log, one folder, and what was heard in each session."""

    def __init__(self, folder):
        self.folder, self.heard = pathlib.Path(folder), {}

    def said(self, clock, arguments, words=()):
        environment = dict(os.environ, FOLKMOOT_CLOCK=clock, FOLKMOOT_SEED="practices", TZ="UTC")
        done = subprocess.run([BIN, "--log", str(self.folder / "log.db"), *arguments], cwd=self.folder, env=environment,
                              input="\n".join(words) + "\n", capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"{arguments}: status {done.returncode}: {done.stderr[-500:]}")
        return " ".join((done.stdout + done.stderr).split())

    def session(self, name, clock, arguments, words=()):
        self.heard[name] = self.said(clock, arguments, words)

    def file(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")


def live_through(house):
    house.file("harbour.toml", (ROOT / "data/examples/harbour.toml").read_text(encoding="utf-8"))
    house.file("wg6.toml", FIRST)
    house.file("ab1.toml", BOARD.format(number=1, date="2026-10-20"))
    house.file("ab2.toml", BOARD.format(number=2, date="2026-11-10"))
    house.session("import", "2026-10-01T09:00:00Z", ["partnership", "import", "harbour.toml"])
    house.session("ways", "2026-10-01T09:00:00Z", [], [
        "partnership", "partnership checklist", "partnership tick 1", "partnership away Ben: 24 november to 30 november",
        "partnership review 20 november", "plans", "quit"])
    house.session("board", "2026-10-20T10:00:00Z", ["run", "ab1.toml"], ["here all", *ON])
    house.session("first", "2026-10-27T14:00:00Z", ["run", "wg6.toml"], [
        "here Asha, Ben, Dara, Zoë, Morag, 陈伟", "away Tom: apologies", "late ليلى", "support", "why time", "duty time Morag",
        "next", "think", "@+1m", "resume", "say 4 A long way here", "pass", "later", "off 3", "say 5 Glad to be here",
        "say 4", "next", "next", "go 1",
        "speak Asha", "@+4m", "speak Dara", "@+2m", "stop", "voices", "decide We write PPI out in full", "rule consent round",
        "agree", "agree", "undo", "reserve It makes sentences long", *["agree"] * 3, "pass", "next",
        "term PPI: people taking part in research", "glossary PPI", "plain ICS", "principle", "decide We meet in Harbour Hall",
        "revisit 24 november", "reserve Zoë: The bus stops far away", "action Dara: ask the printer by 20 november",
        "park A map of every stop", "concern We hurried through the advert", "done",
        "carry", "go pulse", "answers round", "4", "5", "3", "4", "5", "4", "answers end", "skip", "skip", "go closing",
        "meet 24 november 14:00", "facilitate Ben", "host University", *ON])
    house.session("board again", "2026-11-10T10:00:00Z", ["run", "ab2.toml"], [
        "here all", "next", "go 1", "decide Print in large type everywhere", "concern The room was cold", *ON])
    house.session("planning", "2026-11-12T09:00:00Z", [], [
        "plans", "plan from Working group", "plan take 1", "plan add Travel costs 15", "plan 3 by Dara", "plan 3 for O3",
        "plan pace 1.5", "plan minutes 60", "plan pace 1", "plan minutes 90", "plan 1 paper Interviews sent 12 november",
        "plan", "plan hold", "back", "quit"])
    house.session("second", "2026-11-24T14:00:00Z", ["run", "working-group-7.toml"], [
        "here Asha, Dara, Zoë, Morag, 陈伟, Tom, ليلى", "away Ben: apologies", "duty facilitate Asha", "close concern 1: we read papers aloud first",
        "next", *["pass"] * 7,
        "next", "keep 1 15 december", "done 2", "next", "go 1", "@+46m", "break 5", "@+5m", "resume", "pause", "resume", "done", "go closing",
        "meet 15 december", "why facilitate", *ON])
    house.session("third plan", "2026-12-01T09:00:00Z", [], [
        "plan from Working group", "plan add We meet in Harbour Hall 10", "plan date 2027-07-05", "plan", "undo", "quit"])
    house.session("third", "2026-12-15T14:00:00Z", ["run", "working-group-8.toml"], [
        "here all", "next", *["pass"] * 8, "agenda", "go 3", "revisit stands", *ON])
    for name, arguments in {
            "attendance": ["log", "attendance", "--format", "csv"],
            "minutes": ["minutes", "last"],
            "missed": ["minutes", "last", "--for", "Ben"],
            "trends": ["trends", "--format", "csv"],
            "review": ["review", "--from", "2026-10-01", "--to", "2026-12-31"],
            "partnership": ["partnership", "show"]}.items():
        house.session(name, "2026-12-16T09:00:00Z", arguments)


# Practice, session, what is heard, what is not.
PRACTICES = [
    ("everyone speaks at the beginning and at the end, and words can stay off the record", "first",
     ["passes.", "will speak later.", "spoke off the record, score 3", "A long way here"], []),
    ("the objectives come first, and each item shows its own", "first",
     ["Objectives, 4", "Objective O1, Co-write the recruitment advert with disabled people"], []),
    ("objectives past their day or on no agenda are raised when planning", "third plan",
     ["Objective O4: Give the findings back", "Due for review since Wednesday 30 June 2027",
      "Taken back. When: "], []),
    ("the working together is asked about, with the keyboard passed round and the numbers hidden", "first",
     ["What is typed is not shown.", "2 of 6 answered. Pass it on.", "Pulse, statement 1 of 4, 1 of 6 answered> *"], []),
    ("a decision becomes a principle when the meeting is closed", "second",
     ["We write PPI out in full"], []),
    ("principles have a day on which they are looked at again", "planning", ["Our principles, 15 minutes. Due for review"], []),
    ("late papers are named when planning", "planning", ["Paper \"Interviews\" for"], []),
    ("it takes longer than one thinks: pace and kept-free time stand in the sum", "planning",
     ["27 minutes too many", "24 minutes to spare", "10 are kept free"], []),
    ("a word that nobody explained is named once, explained by one word, and called plain by another", "first",
     ["ICS", "not in the glossary", "PPI: people taking part in research", "ICS needs no explanation here."], []),
    ("the glossary has what a meeting explained", "partnership", ["PPI"], []),
    ("tasks are taken in turns, with the reason", "first", ["could keep time"], []),
    ("a turn that was missed is paid back, and whoever is away is passed over", "second",
     ["Ben was to facilitate on Tuesday 24 November 2026, and somebody else did: the turn is still theirs."], []),
    ("who has spoken is said in words, in the order of seats", "first", ["in the order of seats", "no turns yet"], ["first place"]),
    ("who puts items forward is told by partner and by nobody's name", "trends", ["proposals-by-partner", "Harbour Voices"],
     ["Dara"]),
    ("actions are looked at after the check-in, and open ones are said when planning", "second", ["ask the printer"], []),
    ("how decisions are made is the partnership's way unless it is said otherwise", "first", ["by consent"], []),
    ("a decision comes up again on its day", "second", ["We meet in Harbour Hall", "decision of Tuesday 27 October 2026 to look at again"], []),
    ("a decision is talked about in an item of its own, and it is said there that it stands", "third",
     ["Decision from Tuesday 27 October 2026, We meet in Harbour Hall", "Stands: We meet in Harbour Hall."], []),
    ("everyone is asked in turn, an answer is taken back, and how many agreed is kept", "first",
     ["The answer of Ben is taken back. They are asked again.", "Decision 1, by consent: everyone asked, 5 agreed, 1 passed."],
     []),
    ("reservations are kept, and by name only when the person wants", "first",
     ["Reservation to decision", "reservation: It makes sentences long"], ["reservation of Ben"]),
    ("groups hear of each other, and not of each other's concerns", "second",
     ["Since we last met, 1", "Print in large type everywhere"], ["The room was cold"]),
    ("a period is looked back on together", "review", ["Harbour research partnership"], []),
    ("needs are seen by the facilitator, a break is offered, and anybody may ask for a pause", "second",
     ["without a break. Type break to take one.", "Paused: the clock is stopped."], []),
    ("there is time to think before a round", "first", ["Thinking time, 1 minute. Nobody speaks."], []),
    ("somebody to talk to is one word away, and asking leaves no trace", "first",
     ["Nadia, who belongs to no partner"], []),
    ("a concern comes up at the next opening, and is closed with what was agreed", "second",
     ["We hurried through the advert", "Agreed: we read papers aloud first."], []),
    ("time is recorded with roles, for paying people", "attendance", ["peer researcher", "facilitated"], ["captions"]),
    ("each stage has a checklist that is ticked", "ways", ["Checklist, Working together", "Ticked: "], []),
    ("whoever was away reads what they missed", "missed", ["Ben"], []),
    ("the minutes say that a decision stands", "minutes", ["We meet in Harbour Hall. It stands."], []),
    ("the minutes say what was agreed, and keep out what was said off the record and who needs what", "minutes",
     ["Working group 8"], ["captions", "off the record: "]),
]


def main():
    with tempfile.TemporaryDirectory(dir="/tmp") as scratch:
        house = House(scratch)
        live_through(house)
        if len(sys.argv) > 1:
            for name in sys.argv[1:]:
                print(f"=== {name}\n{house.heard[name]}")
            return 0
        failed = False
        for practice, session, heard, kept_out in PRACTICES:
            missing = [part for part in heard if part not in house.heard[session]]
            leaked = [part for part in kept_out if part in house.heard[session]]
            failed |= bool(missing or leaked)
            why = "".join([f"; not heard: {missing}" if missing else "", f"; heard: {leaked}" if leaked else ""])
            print(f"not ok {practice}{why}" if why else f"ok {practice}")
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
