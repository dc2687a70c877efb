#!/usr/bin/env python3
"""Writes data/examples/harbour-story.jsonl, what `folkmoot demo` has for a past: tests/story/make.py [FILE].

harbour.txt says what was talked about and written down. The rest follows from how the partnership is doing: badly
until the forum of December 2025, better and better after it. Chance has a seed, so that the same bytes come each time.
People, partners, objectives and principles are those of harbour.toml.
"""
import datetime
import pathlib
import random
import sys
import tomllib
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))
sys.path.insert(0, str(ROOT / "tests" / "story"))
from event_lines import Stream, Words, in_lines, made_id, matter_of  # noqa: E402
from story_text import read  # noqa: E402

SEED = "harbour 3"
SECOND, MINUTE = 1000, 60000
CHANGE = datetime.date(2025, 12, 4)
NEXT = {"Steering group": datetime.date(2026, 12, 8), "Advisory board": datetime.date(2026, 12, 10),
        "Joint forum": datetime.date(2027, 3, 18)}
PLACES = ("University, seminar room 3", "Harbour Hall, room 2, step-free from Quay Street")
CHAIRS = (("陈伟", "陈伟", "Asha"), ("Asha", "陈伟", "Ben", "Zoë"))
HOSTS = ("University", "Harbour Voices", "City Council")

# How much each of them talks when nobody asks round: before, and after.
TALKS = {"Asha": (1.2, 1.2), "Ben": (0.7, 1.2), "陈伟": (7.0, 1.1), "ليلى": (0.8, 0.2), "Zoë": (1.4, 1.0),
         "Dara": (0.5, 1.2), "Morag": (0.8, 0.2), "Tom": (0.9, 0.7)}
COMES = {"Harbour Voices": (0.82, 0.95), "City Council": (0.9, 0.88), "University": (0.97, 0.93)}
# Pulse: the mean before and after. What is not named stays about where it was.
FELT = {"voice-1": (2.0, 4.3), "voice-2": (1.9, 4.0), "trust-1": (2.2, 4.1), "communication-1": (2.3, 4.2),
        "resources-1": (4.2, 2.0)}
SAID = {
    "checkin": (("A long way here", "Rain, and two buses", "Not sure why I come", "I read the papers on the way"),
                ("Glad to be here", "The sun is out", "A busy week", "Curious about the interviews", "Well prepared")),
    "checkout": (("I did not get to say it", "Too much for one afternoon", "I am tired", "It went fast"),
                 ("I was heard", "A good pace", "We said what was hard", "I know what comes next", "Clear words")),
}


def offset(day):
    """Minutes of British summer time."""
    def last_sunday(month):
        end = datetime.date(day.year, month, 31)
        return end - datetime.timedelta(days=(end.weekday() + 1) % 7)
    return 60 if last_sunday(3) <= day < last_sunday(10) else 0


def text_of(agreed):
    return agreed[0].upper() + agreed[1:] + "."


def how_well(day):
    """0: as before the change; up to 1 as the new ways settle."""
    if day <= CHANGE:
        return 0.0
    return min(1.0, 0.45 + 0.55 * (day - CHANGE).days / (datetime.date(2026, 6, 1) - CHANGE).days)


class Partnership:
    def __init__(self, plan, decided):
        self.uid, self.name = made_id("harbour", "partnership"), Words(plan["partnership"]["name"])
        self.principles = [Words(each) for each in plan["partnership"]["principles"]]
        low, high = plan["partnership"]["scale"]
        self.scale = {"low": low, "high": high}
        self.partners = [{"id": made_id("harbour", "partner", each["name"]), "name": Words(each["name"])}
                         for each in plan["partner"]]
        self.partner_of = {each["name"]: each["partner"] for each in plan["person"]}
        self.people = {}
        for each in plan["person"]:
            uid = made_id("harbour", "person", each["name"])
            words = {key: Words(each.get(key, ""), uid) for key in ("name", "role", "access")}
            self.people[each["name"]] = {"id": uid, "partner": self.partner_id(each["partner"]), **words}
        self.groups = [Words(each["name"]) for each in plan["group"]]
        told = plan["partnership"]
        self.ways = {"stage": "working", "rule": told["decisions_by"], "papers_ahead": told["papers_ahead"],
                     "principles_review": told["principles_review"].isoformat(), "support": Words(told["support"]),
                     "signposts": [Words(each) for each in told["signposts"]]}
        self.learned = []  # when, and what a closing taught
        self.decided = decided  # principles that a meeting decides on
        self.objectives = [{"id": each["id"], "text": Words(each["text"]), "review": each["review"].isoformat()}
                           for each in plan["objective"]]

    def principles_by(self, now):
        """Those that were decided at a meeting count from its end."""
        learned = {str(payload): when for when, _, kind, payload in self.learned if kind == "principle"}
        return [each for each in self.principles
                if str(each) not in self.decided or learned.get(str(each), now + 1) <= now]

    def partner_id(self, name):
        return next(each["id"] for each in self.partners if each["name"] == name)

    def stream(self, founded, changed):
        stream = Stream("partnership", self.uid, founded, 60)
        stream.add("founded", name=self.name)
        for each in self.partners:
            stream.add("partner-kept", partner=each)
        for each in self.people.values():
            stream.add("person-kept", person=each)
        for each in self.objectives:
            stream.add("objective-kept", objective=each)
        stream.add("groups-kept", groups=self.groups)
        lessons = [*self.learned, (changed, 0, "principles-kept", {"principles": self.principles_by(changed)}),
                   (changed, 0, "ways-kept", {"ways": self.ways})]
        kept = self.principles_by(changed)
        for now, zone, kind, payload in sorted(lessons, key=lambda each: each[0]):
            stream.now, stream.offset = now, zone
            if kind == "principle":
                kept = [*kept, payload]
                kind, payload = "principles-kept", {"principles": kept}
            stream.add(kind, **payload)
        return stream

    def learn(self, now, zone, lines):
        """What the log takes over from a meeting that is closed: terms, and decisions that became principles."""
        for line in lines:
            if line.kind == "term":
                term = {"word": Words(line.word), "meaning": Words(line.text)}
                self.learned.append((now, zone, "term-kept", {"term": term}))
            if line.principle:
                self.learned.append((now, zone, "principle", Words(line.text)))


class Group:
    """What its meetings left open, and its last one."""

    def __init__(self):
        self.matters, self.last, self.facilitator, self.host = [], None, None, None

    def carry_over(self):
        last = self.last or {}
        return {"matters": [{**each["stored"], "carried": each["carried"]} for each in self.matters],
                "last_meeting": last.get("uid"), "last_title": last.get("title"), "last_date": last.get("date"),
                "next_facilitator": self.facilitator, "next_host": self.host}


class Meeting:
    def __init__(self, chance, all_of, group, told, number, instrument):
        self.chance, self.all, self.group, self.told, self.number = chance, all_of, group, told, number
        self.day, self.well, self.instrument = told.day, how_well(told.day), instrument
        self.good = told.day > CHANGE
        self.uid = made_id("harbour", "meeting", told.title)
        self.people = all_of.people
        self.captures, self.rank = [], 0
        self.here = []

    def mix(self, pair):
        return pair[0] + (pair[1] - pair[0]) * self.well

    def wait(self, least, most):
        self.stream.now += self.chance.randrange(least * MINUTE, most * MINUTE, 5 * SECOND)

    def id(self, name):
        return self.people[name]["id"]

    # --- the plan

    def items(self):
        made = []
        for place, item in enumerate(self.told.items):
            ahead = 14 + self.chance.randint(-1, 4) if self.good else self.chance.randint(1, 5)
            if (self.day.year, self.day.month) == (2026, 7):
                ahead = 3  # they were all out for interviews
            sent = (self.day - datetime.timedelta(days=ahead)).isoformat()
            lead = self.people[item.lead]["id"] if item.lead in self.people else None
            made.append({"id": made_id(self.uid, "item", place), "title": Words(item.title), "kind": item.kind,
                         "planned": item.minutes, "objectives": item.objectives or None, "lead": lead,
                         "proposed": lead if self.good else None,
                         "papers": [{"title": Words(item.paper), "sent": sent}] if item.paper else None})
        return made

    def delay(self):
        if self.good:
            return round(7 * (1 - self.well)) + self.chance.randint(-1, 3)
        return self.chance.randint(9, 24)

    def open(self):
        hour = 14 if self.told.group != "Joint forum" else 10
        zone = offset(self.day)
        planned = int(datetime.datetime(self.day.year, self.day.month, self.day.day, hour,
                                        tzinfo=datetime.timezone.utc).timestamp() * 1000) - zone * MINUTE
        self.stream = Stream("meeting", self.uid, planned + self.delay() * MINUTE, zone)
        self.planned_items = self.items()
        size, turn = len(self.people), self.number
        self.facilitator = CHAIRS[self.good][turn % len(CHAIRS[self.good])]
        host = self.all.partner_id(HOSTS[turn % len(HOSTS)])
        take_pulse = self.told.group != "Advisory board"
        statements = self.instrument["statement"]
        self.asked = [statements[(4 * self.told.pulse + i) % len(statements)] for i in range(4)] if take_pulse else []
        pulse = {"pulse_instrument": Words("working-together"), "pulse_title": Words(self.instrument["title"]),
                 "pulse_low": Words(self.instrument["low"]), "pulse_high": Words(self.instrument["high"]),
                 "pulse_statements": [Words(each["text"]) for each in self.asked]} if take_pulse else {}
        low, high = self.instrument["scale"]
        self.stream.add(
            "opened", partnership=self.all.uid, partnership_name=self.all.name, title=Words(self.told.title),
            group=Words(self.told.group), place=Words(PLACES[self.good]),
            scheduled={"date": self.day.isoformat(), "time": hour * 60}, length=self.told.length, buffer=10,
            planned_start=[planned, zone, planned, 1], private_view=False, scale=self.all.scale,
            principles=self.all.principles_by(self.stream.now) if self.good else None, partners=self.all.partners,
            people=list(self.people.values()), objectives=self.all.objectives, facilitator=self.id(self.facilitator),
            note_taker=self.id("Tom"), host=host,
            timekeeper=self.id(list(self.people)[self.number % len(self.people)]) if self.good else None,
            checkin_question=Words("What do you bring with you today?"),
            checkout_question=Words("What do you take away, and how did we work together?"), checkin_minutes=size,
            checkout_minutes=size, items=self.planned_items, pulse_scale={"low": low, "high": high},
            carry_over=self.group.carry_over(), source=Words(made_id(self.uid, "source")[:16]), **pulse)

    # --- the meeting

    def attend(self):
        chance = self.chance
        away = [name for name in self.people
                if name != self.facilitator and chance.random() > self.mix(COMES[self.all.partner_of[name]])]
        away = away[:len(self.people) - 5]
        self.here = [name for name in self.people if name not in away]
        self.late = [name for name in self.here if name != self.facilitator and chance.random() < 0.08][:1]
        for name in away:
            said = chance.random() < 0.7
            self.stream.add("attended", people=[self.id(name)], presence="apologies" if said else "away")
        self.stream.add("attended", people=[self.id(name) for name in self.here if name not in self.late],
                        presence="here")
        for name in self.late:
            self.stream.add("attended", people=[self.id(name)], presence="late")
        self.wait(2, 5)
        if self.group.last:
            self.stream.add("minutes-agreed")

    def round(self, kind, left_with=None):
        order = list(self.here)
        shift = self.chance.randrange(len(order))
        order = order[shift:] + order[:shift]
        order = [each for each in order if each not in self.late] + [each for each in order if each in self.late]
        self.stream.add("moved", to={"stage": kind}, skipped=False, left_with=left_with, first=self.id(order[0]))
        mean = 3.5 if kind == "checkin" else self.mix((2.6, 4.2))
        for name in order:
            if name in self.late and kind == "checkin":
                self.stream.add("attended", people=[self.id(name)], presence="here")
            answer = self.chance.choices(("said", "off", "passed"), (75, 15, 10))[0]
            score = None if answer == "passed" else min(5, max(1, round(self.chance.gauss(mean, 0.8))))
            words = None
            if answer == "said":
                pool = SAID[kind][self.good]
                words = Words(self.chance.choice(pool) if self.chance.random() < 0.4 else "", self.id(name))
            self.stream.add("round-answered", round=kind, person=self.id(name), answer=answer, score=score, words=words)
            self.stream.now += self.chance.randrange(20 * SECOND, 75 * SECOND, 5 * SECOND)

    def review(self):
        if not self.group.matters:
            return
        self.stream.add("moved", to={"stage": "actions"}, skipped=False)
        for matter in list(self.group.matters):
            over = self.look_at(matter)
            self.stream.now += self.chance.randrange(15 * SECOND, 60 * SECOND, 5 * SECOND)
            if over:
                self.group.matters.remove(matter)
            else:
                matter["carried"] += 1

    def look_at(self, matter):
        """True when the matter is over."""
        stored = matter["stored"]
        uid, kind, text = stored["id"], stored["kind"], str(stored["text"])
        for place, item in enumerate(self.told.items):
            if item.takes and text.startswith(item.takes):
                self.stream.add("matter-taken", matter=uid, item=self.planned_items[place])
                return True
        word, reason = self.told.verdict(text)
        if word == "close":
            self.stream.add("concern-closed", matter=uid, agreed=Words(text_of(reason)) if reason else None)
            return True
        if kind == "concern" or (kind in ("item", "parked") and not word):
            return False
        if not word:
            word, reason = self.fate(matter)
        if word == "taken on":
            return self.take_on(stored)
        due = None
        if word == "kept" and self.good and stored.get("owner") and stored.get("due") and stored["due"] <= self.day.isoformat():
            due = (self.day + datetime.timedelta(days=28)).isoformat()
            stored["due"] = due
        self.stream.add("matter-reviewed", matter=uid, verdict=word, due=due,
                        reason=Words(reason) if reason else None)
        return word in ("done", "dropped")

    def fate(self, matter):
        stored, chance = matter["stored"], self.chance.random()
        if stored["kind"] == "question":
            return "done", ""
        if matter["never"]:
            return "kept", ""
        if not stored.get("owner"):
            if not self.good:
                return ("done" if chance < 0.1 else "kept"), ""
            return ("dropped", "nobody has missed it") if chance < 0.4 else ("taken on", "")
        return ("done" if chance < self.mix((0.35, 0.85)) else "kept"), ""

    def take_on(self, stored):
        name = self.chance.choice([each for each in self.here if each in ("Asha", "Ben", "Zoë", "Tom", "Dara")])
        stored |= {"owner": self.id(name), "owner_name": self.people[name]["name"], "accepted": True,
                   "due": (self.day + datetime.timedelta(days=28)).isoformat()}
        self.stream.add("matter-owner-set", matter=stored["id"], owner=stored["owner"])
        self.stream.add("matter-due-set", matter=stored["id"], due=stored["due"])
        self.stream.add("matter-reviewed", matter=stored["id"], verdict="accepted")
        return False

    def speakers(self, item):
        """In a round everyone is asked; the council's people often pass."""
        if self.good and item.kind in ("decide", "explore"):
            for name in self.chance.sample(self.here, len(self.here)):
                if self.chance.random() < (0.35 if self.all.partner_of[name] == "City Council" else 0.95):
                    yield name
        last = None
        while True:
            others = [name for name in self.here if name != last]
            last = self.chance.choices(others, [self.mix(TALKS[name]) for name in others])[0]
            yield last

    def talk(self, item, place, left_with):
        uid = self.planned_items[place]["id"]
        self.stream.add("moved", to={"stage": "items", "item": uid}, skipped=False, left_with=left_with)
        factor = self.chance.uniform(0.85, 1.12) if self.good else self.chance.uniform(1.05, 1.6)
        length = int(item.minutes * factor * 60 / 5) * 5 * SECOND
        begins, last, waiting = self.stream.now, None, list(item.written)
        names, extended = self.speakers(item), False
        while self.stream.now - begins < length * 0.86:
            name = next(names)
            if name == last:
                continue
            last = name
            self.stream.add("turn-began", person=self.id(name))
            long = name == "陈伟" and not self.good
            turn = self.chance.randrange(70 if long else 25, 230 if long else 130, 5) * SECOND
            self.stream.now += min(turn, length - (self.stream.now - begins))
            if waiting and self.stream.now - begins > length * self.chance.uniform(0.3, 0.8):
                self.write(waiting.pop(0), uid, item)
            over = self.stream.now - begins > item.minutes * MINUTE
            if over and self.good and not extended:
                extended = True
                self.stream.add("extended", item=uid, extension={"minutes": 3, "consent": True})
        self.stream.add("turn-ended")
        for each in waiting:
            self.write(each, uid, item)
        self.stream.now = max(self.stream.now, begins + length)

    def write(self, line, uid, item):
        """One line of harbour.txt, and what belongs to it."""
        number = len(self.captures) + 1
        capture = {"id": made_id(self.uid, "capture", number), "number": number, "kind": line.kind,
                   "text": Words(line.text), "word": Words(line.word) if line.word else None,
                   "owner": self.people[line.owner]["id"] if line.owner else None, "due": line.due}
        self.captures.append((capture, line, item))
        self.stream.add("captured", **capture)
        if line.rule:
            votes = dict(zip(("for", "against", "abstained"), line.votes)) if line.votes else None
            self.stream.add("decision-ruled", number=number, rule=line.rule, votes=votes)
        for name, text in line.reservations:
            person = self.people[name]["id"] if name else None
            self.stream.add("reserved", number=number, person=person, text=Words(text, person))
        if line.revisit:
            self.stream.add("decision-dated", number=number, look_again=line.revisit)
        if line.principle:
            self.stream.add("principle-made", number=number, principle=True)
        if line.closed:
            self.stream.add("concern-closed", number=number)

    def pulse(self, left_with):
        """How the item before is left, when there is no pulse to go to."""
        if not self.asked:
            return left_with
        self.stream.add("moved", to={"stage": "pulse"}, skipped=False, left_with=left_with)
        counts = []
        for statement in self.asked:
            mean = self.mix(FELT.get(statement["id"], (3.4, 3.5)))
            row = [0] * 5
            for _ in self.here:
                row[min(5, max(1, round(self.chance.gauss(mean, 0.7)))) - 1] += 1
            counts.append(row)
        self.wait(1, 3)
        self.stream.add("pulse-taken", answers=len(self.here), counts=counts)
        return None

    def close(self, following, left_with):
        self.stream.add("moved", to={"stage": "closing"}, skipped=False, left_with=left_with)
        for place, item in enumerate(self.told.items):
            if item.left == "unreached":
                self.stream.add("item-settled", item=self.planned_items[place]["id"], outcome="carried")
        accepted = set()
        for capture, line, _ in self.captures:
            if line.kind == "action" and line.owner in self.here and (self.good or self.chance.random() < 0.3):
                self.stream.add("action-accepted", number=capture["number"])
                accepted.add(capture["number"])
        self.stream.add("next-meeting-set", date=following.isoformat(), time=(10 if self.told.group == "Joint forum" else 14) * 60)
        if self.good:
            self.agree_on_next()
        self.wait(1, 4)
        self.stream.add("closed")
        self.all.learn(self.stream.now, self.stream.offset, [line for _, line, _ in self.captures])
        self.leave(accepted)

    def agree_on_next(self):
        turn = self.number + 1
        self.group.facilitator = self.id(CHAIRS[True][turn % len(CHAIRS[True])])
        self.group.host = self.all.partner_id(HOSTS[turn % len(HOSTS)])
        self.stream.add("next-facilitator-set", person=self.group.facilitator)
        self.stream.add("next-host-set", partner=self.group.host)

    def leave(self, accepted):
        """What the group's next meeting is offered, in the log's order."""
        since = self.day.isoformat()
        base = {"meeting": self.uid, "since": since, "accepted": False, "planned": 0, "item_kind": "explore"}
        for capture, line, item in self.captures:
            kind = {"action": "action", "parked": "parked", "question": "question", "concern": "concern"}.get(line.kind)
            if kind is None or line.closed:
                continue
            stored = base | {"id": capture["id"], "kind": kind, "text": capture["text"], "owner": capture["owner"],
                             "owner_name": self.people[line.owner]["name"] if line.owner else None, "due": line.due,
                             "accepted": capture["number"] in accepted, "objectives": item.objectives or None}
            self.group.matters.append({"stored": stored, "carried": 0, "never": line.never})
        for place, item in enumerate(self.told.items):
            if item.left:
                planned = self.planned_items[place]
                stored = base | {"id": matter_of(planned["id"]), "kind": "item", "text": planned["title"],
                                 "planned": item.minutes, "objectives": planned["objectives"], "item_kind": item.kind,
                                 "lead": planned["lead"]}
                self.group.matters.append({"stored": stored, "carried": 0, "never": False})
        self.group.last = {"uid": self.uid, "title": Words(self.told.title), "date": since}

    def hold(self, following):
        self.open()
        self.attend()
        self.round("checkin")
        self.review()
        left_with = None
        for place, item in enumerate(self.told.items):
            if item.left == "unreached":
                continue
            self.talk(item, place, left_with)
            left_with = "carried" if item.left == "carry" else "done"
        left_with = self.pulse(left_with)
        if self.good or self.chance.random() < 0.6:  # there was often no time left
            self.round("checkout", left_with)
            left_with = None
        self.close(following, left_with)
        return self.stream


def main(arguments):
    target = pathlib.Path(arguments[0]) if arguments else ROOT / "data" / "examples" / "harbour-story.jsonl"
    # The program takes names in the normal form NFC, whatever the file has.
    plan = unicodedata.normalize("NFC", (ROOT / "data" / "examples" / "harbour.toml").read_text(encoding="utf-8"))
    instrument = tomllib.loads((ROOT / "data" / "instruments" / "working-together.toml").read_text())
    told = read(ROOT / "tests" / "story" / "harbour.txt")
    decided = {line.text for each in told for item in each.items for line in item.written if line.principle}
    all_of = Partnership(tomllib.loads(plan), decided)
    chance, groups, streams = random.Random(SEED), {}, []
    for place, each in enumerate(told):
        group = groups.setdefault(each.group, Group())
        number = sum(other.group == each.group for other in told[:place])
        later = [other.day for other in told[place + 1:] if other.group == each.group]
        meeting = Meeting(chance, all_of, group, each, number, instrument)
        streams.append(meeting.hold(later[0] if later else NEXT[each.group]))
    changed = next(each.now for each, other in zip(streams, told) if other.day == CHANGE)
    partnership = all_of.stream(streams[0].events[0]["at"][0], changed)
    target.write_text(in_lines([partnership, *streams]), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
