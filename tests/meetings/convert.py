#!/usr/bin/env python3
"""Recorded meetings, as events that `folkmoot import` takes.

    convert.py events [FILE ...] > meetings.jsonl    files as they are kept here (without one: all of this folder)
    convert.py trim RAW.json > KEPT.json             a file of the data set, to the form that is kept here

README.md in this folder says which meetings these are and by which rules they become Folkmoot's.
"""
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from event_lines import Stream, Words, in_lines, made_id  # noqa: E402

MILLISECONDS_A_WORD = 400  # 150 words a minute
PARTNERS = {"Project Manager": "The company", "Marketing": "The company", "Industrial Designer": "The designers",
            "User Interface": "The designers", "Professor": "The staff", "Postdoc": "The staff", "PhD": "The students",
            "Grad": "The students", "Undergrad": "The students"}
NAMES = ("Ada", "Bela", "Caro", "Dilys", "Edwin", "Fay", "Gwen", "Hugo", "Ines", "Joss", "Kit", "Lena", "Milo", "Nora",
         "Otto", "Pia", "Quin", "Rosa", "Sven", "Tess", "Ugo", "Vera", "Wim", "Xenia", "Yara", "Zeno")
BETWEEN = "Between the topics"
FIRST_DAY = datetime.datetime(2005, 1, 10, 10, tzinfo=datetime.timezone.utc)


def trimmed(raw):
    """Who spoke in turn and how many words; what stands in braces is a mark, and a token without a letter no word."""
    turns = raw["meeting_transcripts"]
    speakers = sorted({each["speaker"] for each in turns})

    def count(said):
        return sum(bool(re.search(r"\w", token)) for token in re.sub(r"\{[^}]*\}", " ", said).split())
    return {"speakers": speakers,
            "topics": [{"title": " ".join(each["topic"].split()),
                        "turns": [[int(first), int(last)] for first, last in each["relevant_text_span"]]}
                       for each in raw["topic_list"]],
            "turns": [[speakers.index(each["speaker"]), count(each["content"])] for each in turns]}


def kept_text(meeting):
    lines = [json.dumps(meeting["speakers"])]
    lines.append(json.dumps(meeting["topics"]))
    lines.append(json.dumps(meeting["turns"], separators=(",", ":")))
    return '{{"speakers": {},\n"topics": {},\n"turns": {}}}\n'.format(*lines)


def series_of(name):
    """Meetings of one series have the same people: ES2002 of ES2002a, Bmr of Bmr003."""
    return name[:-1] if name[-1].isalpha() else name.rstrip("0123456789")


def role_of(speaker):
    return speaker if speaker in PARTNERS else speaker.rsplit(" ", 1)[0]


class People:
    def __init__(self):
        self.known = {}

    def __call__(self, name, speaker):
        key = series_of(name), speaker
        if key not in self.known:
            number = len(self.known)
            uid = made_id("recorded person", *key)
            called = NAMES[number % len(NAMES)] + (f" {number // len(NAMES) + 1}" if number >= len(NAMES) else "")
            self.known[key] = {"id": uid, "name": Words(called, uid), "partner": partner_of(speaker)["id"],
                               "role": Words(speaker, uid), "access": Words("", uid)}
        return self.known[key]


def partner_of(speaker):
    name = PARTNERS[role_of(speaker)]
    return {"id": made_id("recorded partner", name), "name": Words(name)}


def topic_of(meeting, place):
    """The first topic that has the turn; as many as there are topics: none has."""
    for number, topic in enumerate(meeting["topics"]):
        if any(first <= place <= last for first, last in topic["turns"]):
            return number
    return len(meeting["topics"])


def runs_of(meeting):
    """[item, speaker, words]: neighbouring turns of one speaker in one item are one; turns without a word are none."""
    runs = []
    for place, (speaker, words) in enumerate(meeting["turns"]):
        if not words:
            continue
        item = topic_of(meeting, place)
        if runs and runs[-1][:2] == [item, speaker]:
            runs[-1][2] += words
        else:
            runs.append([item, speaker, words])
    return runs


def events_of(name, meeting, opened, people, partnership):
    uid = made_id("recorded meeting", name)
    now = int(opened.timestamp() * 1000)
    runs = runs_of(meeting)
    titles = [each["title"] for each in meeting["topics"]] + [BETWEEN]
    held = [number for number in range(len(titles)) if any(run[0] == number for run in runs)]
    spoken = sum(run[2] for run in runs) * MILLISECONDS_A_WORD
    length = -(-spoken // (15 * 60000)) * 15
    items = {number: made_id("recorded item", name, number) for number in held}
    persons = [people(name, each) for each in meeting["speakers"]]
    partners = []
    for each in meeting["speakers"]:
        if partner_of(each) not in partners:
            partners.append(partner_of(each))
    stream = Stream("meeting", uid, now)
    stream.add("opened", partnership=partnership, partnership_name=Words("Recorded meetings"), title=Words(name),
               group=Words(series_of(name)), scheduled={"date": f"{opened:%Y-%m-%d}", "time": opened.hour * 60},
               length=length, buffer=0, private_view=False, partners=partners, people=persons, checkin_minutes=0,
               checkout_minutes=0, pulse_scale={"low": 1, "high": 5},
               items=[{"id": items[number], "title": Words(titles[number]), "kind": "explore",
                       "planned": max(1, length // len(held))} for number in held])
    stream.add("attended", people=[each["id"] for each in persons], presence="here")
    place = None
    for at, (item, speaker, words) in enumerate(runs):
        if item != place:
            again = any(run[0] == place for run in runs[at:])
            stream.add("moved", to={"stage": "items", "item": items[item]}, skipped=False,
                       left_with=None if place is None or again else "done")
            place = item
        stream.add("turn-began", person=persons[speaker]["id"])
        stream.now += words * MILLISECONDS_A_WORD
    stream.add("moved", to={"stage": "closing"}, skipped=False, left_with="done")
    stream.add("closed")
    return stream


def lines_of(files):
    """Whole files, in the order of their names: a meeting a week."""
    people, meetings, partners = People(), [], {}
    uid = made_id("recorded partnership")
    for week, path in enumerate(sorted(files, key=lambda each: each.name)):
        meeting = json.loads(path.read_text())
        opened = FIRST_DAY + datetime.timedelta(weeks=week)
        meetings.append(events_of(path.stem, meeting, opened, people, uid))
        partners |= {each["id"]: each for each in map(partner_of, meeting["speakers"])}
    partnership = Stream("partnership", uid, int(FIRST_DAY.timestamp() * 1000))
    partnership.add("founded", name=Words("Recorded meetings"))
    for each in partners.values():
        partnership.add("partner-kept", partner=each)
    for each in people.known.values():
        partnership.add("person-kept", person=each)
    return in_lines([partnership, *meetings])


def kept_files():
    return [each for each in HERE.glob("*.json") if not each.name.endswith(".raw.json")]


def main(arguments):
    if arguments[:1] == ["trim"] and len(arguments) == 2:
        sys.stdout.write(kept_text(trimmed(json.loads(pathlib.Path(arguments[1]).read_text()))))
    elif arguments[:1] == ["events"]:
        sys.stdout.write(lines_of([pathlib.Path(each) for each in arguments[1:]] or kept_files()))
    else:
        sys.stderr.write("convert.py events [FILE ...], or convert.py trim RAW.json\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
