"""Reads harbour.txt; its first lines say how it is written."""
import dataclasses
import datetime
import re

KINDS = {"note": "note", "decide": "decision", "action": "action", "park": "parked", "ask": "question",
         "term": "term", "concern": "concern"}
LENGTHS = {"Steering group": 90, "Advisory board": 75, "Joint forum": 120}
VERDICTS = {"done": "done", "drop": "dropped", "keep": "kept", "close": "close"}


@dataclasses.dataclass
class Line:
    kind: str
    text: str
    word: str = ""
    owner: str = ""
    due: str | None = None
    never: bool = False
    closed: bool = False
    principle: bool = False
    revisit: str = ""
    rule: str = ""
    votes: tuple = ()
    reservations: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Item:
    title: str
    kind: str
    minutes: int
    objectives: list
    lead: str
    paper: str
    left: str = ""
    takes: str = ""
    written: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Told:
    day: datetime.date
    title: str
    group: str
    length: int
    pulse: int = 0  # how many meetings before it asked for the pulse
    items: list = dataclasses.field(default_factory=list)
    verdicts: list = dataclasses.field(default_factory=list)

    def verdict(self, text):
        """What is said of an earlier matter, and why; empty when nothing is."""
        for word, begins, reason in self.verdicts:
            if text.startswith(begins):
                return word, reason
        return "", ""


def read_item(rest):
    title, kind, objectives, lead, paper = [each.strip() for each in rest.split("|") + ["", "", ""]][:5]
    word, minutes = kind.split()
    return Item(title, word, int(minutes), objectives.split(), lead, paper)


def read_line(word, rest):
    line = Line(KINDS[word], rest)
    if word == "action":
        line.never = rest.endswith(" !")
        owner, what = rest.removesuffix(" !").split(":", 1)
        due = re.search(r" by (\d{4}-\d\d-\d\d)$", what)
        line.owner, line.text = owner.strip(), (what[:due.start()] if due else what).strip()
        line.due = due.group(1) if due else None
    if word == "term":
        line.word, line.text = (each.strip() for each in rest.split(":", 1))
    return line


def add(told, word, rest):
    """A line inside an item."""
    item = told.items[-1]
    if word in KINDS:
        item.written.append(read_line(word, rest))
    elif word in ("carry", "unreached"):
        item.left = word
    elif word == "take":
        item.takes = rest
    elif word == "closed":
        item.written[-1].closed = True
    elif word == "principle":
        item.written[-1].principle = True
    elif word == "revisit":
        item.written[-1].revisit = rest
    elif word == "rule":
        rule, *votes = rest.split()
        item.written[-1].rule, item.written[-1].votes = rule, tuple(map(int, votes))
    elif word == "reserve":
        named = re.match(r"(\w+): (.*)", rest)
        item.written[-1].reservations.append(named.groups() if named else ("", rest))
    else:
        raise ValueError(f"{told.title}: \"{word}\" is not known")


def read(path):
    meetings = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word == "=":
            day, title = rest.split(", ", 1)
            group = re.match(r"[A-Za-z ]*[a-z]", title).group()
            told = Told(datetime.date.fromisoformat(day), title, group, LENGTHS[group])
            told.pulse = sum(each.group != "Advisory board" for each in meetings)
            meetings.append(told)
        elif word == "<":
            verdict, _, about = rest.partition(" ")
            begins, _, reason = about.partition(": ")
            meetings[-1].verdicts.append((VERDICTS[verdict], begins, reason))
        elif word == "-":
            meetings[-1].items.append(read_item(rest))
        else:
            add(meetings[-1], word, rest)
    return meetings
