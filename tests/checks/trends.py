#!/usr/bin/env python3
"""Trends, computed a second time: by other formulas, in Python's standard library, from the log's views.

A seeded generator runs meetings through a pipe. What the views have is read from them; what they lack (extensions by
consent, the owners and dates that an action had when its meeting closed, what was found open at an opening) is read
from the events. Every figure, median, slope and p of `trends --format json` must be equal to 1e-9.
"""
import collections
import datetime
import fractions
import json
import math
import os
import pathlib
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile

BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
MEETINGS = 54
PEOPLE = [("Asha", "Harbour Voices"), ("Ben", "Harbour Voices"), ("Cara", "Harbour Voices"), ("Dev", "Harbour Voices"),
          ("Eve", "Port University"), ("Femi", "Port University"), ("Gita", "Port University"),
          ("Hal", "Port University"), ("Ida", "Port University"), ("Jon", "City Council"), ("Kay", "City Council")]


# --- meetings, through a pipe; every wait is a multiple of three seconds, which the views' rounding keeps whole

def plan_of(chance, number, begins):
    size = chance.choice([3, 6, 9, 10, 11, 11])
    people = chance.sample(PEOPLE, size)
    names = [name for name, _ in people]
    lines = ["[meeting]", f'title = "Meeting {number}"', f'group = "{["Forum", "Board"][number % 3 == 0]}"',
             f"date = {begins:%Y-%m-%dT%H:%M:%S}", 'zone = "UTC"', "minutes = 60",
             f'facilitator = "{chance.choice(names)}"', f'note_taker = "{chance.choice(names)}"',
             f'host = "{chance.choice(people)[1]}"', "[partnership]", 'name = "Harbour"',
             "scale = [1, 5]" if number % 9 else "scale = [0, 10]"]
    for name, partner in people:
        lines += ["[[person]]", f'name = "{name}"', f'partner = "{partner}"']
    for objective in ("O1", "O2", "O3"):
        lines += ["[[objective]]", f'id = "{objective}"', f'text = "Objective {objective}"']
    for item in range(1, 4):
        lines += ["[[item]]", f'title = "Item {item}"', f"minutes = {chance.choice([5, 10, 15])}",
                  f"objectives = {json.dumps(sorted(chance.sample(['O1', 'O2'], chance.choice([0, 1, 2]))))}"]
        if chance.random() < 0.7:
            lines.append(f'lead = "{chance.choice(names)}"')
        if (number + item) % 3:
            lines.append(f'proposed_by = "{names[(number + item) % len(names)]}"')
        if chance.random() < 0.6:
            sent = begins.date() - datetime.timedelta(days=chance.randint(1, 21))
            lines.append(f'papers = [{{ title = "Paper", sent = {sent} }}]')
    lines += ["[pulse]", 'instrument = "working-together"']
    return "\n".join(lines), names


def words_of(chance, number, names, today):
    def wait():
        return f"@+{3 * chance.randint(1, 90)}s"

    def day():
        return (today + datetime.timedelta(days=chance.randint(3, 70))).isoformat()
    here = [name for name in names if chance.random() < 0.9] or names[:1]
    lines = ["here " + ", ".join(here)]
    lines += [f"away {name}: apologies" for name in names if name not in here and chance.random() < 0.6]
    if number % 7 == 3:
        lines.append(f"here new Guest {number} of City Council")
        here.append(f"Guest {number}")
    score = lambda: chance.choice(["pass", "off 3", "say - Nothing", *[f"say {each}" for each in (1, 2, 3, 4, 5)]])
    lines += ["go checkin"] + [score() for _ in here] + [wait()]
    lines.append("go actions")
    for place in range(1, 5):
        lines.append(chance.choice([f"done {place}", f"keep {place}", f"keep {place} {day()}", f"drop {place}: over"]))
    captures = 0
    for item in range(1, 4):
        if item == 3 and chance.random() < 0.3:
            continue
        lines += [f"go {item}"]
        for _ in range(chance.randint(0, 6)):
            lines += [f"speak {chance.choice(here)}", wait()]
        if chance.random() < 0.4:
            lines += ["stop", wait()]
        if chance.random() < 0.4:
            lines.append(f"extend {chance.randint(1, 8)}" + chance.choice(["", " consent"]))
            lines.append(wait())
        for word in ("decide We go on", "term Kerb: an edge", "concern Too fast"):
            if chance.random() < 0.3:
                lines.append(word)
                captures += 1
                if word[0] == "c" and chance.random() < 0.4:
                    lines.append(f"close concern {captures}")
        for _ in range(chance.choice([0, 0, 1, 2])):
            lines.append(f"action {chance.choice(here)}: Do it" + chance.choice(["", f" by {day()}"]))
            captures += 1
        if chance.random() < 0.2:
            lines += ["decide A mistake", "undo"]
    if chance.random() < 0.3 and len(here) > 1:
        lines.append(f"left {here[-1]}")
        here = here[:-1]
        lines.append(wait())
    lines.append("go pulse")
    answered = chance.randint(2, len(here)) if len(here) > 1 else 1
    lines += ["answers " + " ".join(str(chance.randint(1, 5)) for _ in range(answered)) for _ in range(4)]
    lines += ["go checkout"] + [score() for _ in here] + [wait()]
    return "\n".join(lines + ["go closing", *["next"] * 12, "close", *["next"] * 8]) + "\n"


def generate(folder, log):
    chance = random.Random("folkmoot trends")
    begins = datetime.datetime(2022, 1, 11, 14)
    for number in range(1, MEETINGS + 1):
        plan, names = plan_of(chance, number, begins)
        (folder / "plan.toml").write_text(plan)
        opened = begins + datetime.timedelta(seconds=3 * chance.randint(-100, 60 + 10 * number))
        done = subprocess.run([BIN, "--log", log, "--linear", "run", folder / "plan.toml"], capture_output=True, text=True,
                              input=words_of(chance, number, names, begins.date()), check=False, timeout=60,
                              env=dict(os.environ, TZ="UTC", FOLKMOOT_SEED="trends",
                                       FOLKMOOT_CLOCK=f"{opened:%Y-%m-%dT%H:%M:%SZ}"))
        if done.returncode != 0:
            raise RuntimeError(f"meeting {number}: status {done.returncode}: {done.stderr[-300:]}")
        begins += datetime.timedelta(days=28)


# --- statistics, by definition

def count_orders(values):
    """How often each S comes up over all orders of these values: one value after the other from the largest, each
    placed among those before it by a table of ways (no generating function)."""
    ways, placed = collections.Counter({0: 1}), 0
    for _, group in sorted(collections.Counter(values).items(), reverse=True):
        # `group` equal ones among `placed` larger ones, by how many are placed: the larger ones that stand before
        # each of them, added up.
        inserted = {0: collections.Counter({0: 1})}
        for larger in range(placed + 1):
            new = {}
            for used, falls in inserted.items():
                for more in range(group - used + 1):
                    target = new.setdefault(used + more, collections.Counter())
                    for pairs, number in falls.items():
                        target[pairs + more * larger] += number
            inserted = new
        together = collections.Counter()
        for before, number in ways.items():
            for falls, ways_in in inserted[group].items():
                together[before + group * placed - 2 * falls] += number * ways_in
        ways, placed = together, placed + group
    return ways


def p_value(values):
    s = sum((b > a) - (b < a) for i, a in enumerate(values) for b in values[i + 1:])
    ways = count_orders(values)
    return float(fractions.Fraction(sum(n for each, n in ways.items() if abs(each) >= abs(s)), sum(ways.values()))), s


def slope(values):
    return statistics.median((b - a) / (j - i) for i, a in enumerate(values) for j, b in enumerate(values) if j > i)


# --- measures, from the views and events

def effective(events):
    """Events that count: what was undone does not, unless it was redone."""
    kept, undone = {}, {}
    for sequence, kind, payload in events:
        if kind == "undone":
            undone[payload["act"]] = kept.pop(payload["act"])
        elif kind == "redone":
            kept[payload["act"]] = undone.pop(payload["act"])
        else:
            kept[sequence] = (kind, payload)
    return [kept[each] for each in sorted(kept)]


def mean(values):
    return math.fsum(values) / len(values)


def gini_balance(turns):
    """From the mean difference of all pairs."""
    n, total = len(turns), sum(turns)
    differences = sum(abs(a - b) for a in turns for b in turns)
    return 1 - differences / (2 * n * total) * n / (n - 1)


def tellable(parts):
    """The same rule by search: the largest set of parts, of four or more each, that leaves none or four or more."""
    told = {name for name, people in parts.items() if people >= 4}
    while 0 < sum(people for name, people in parts.items() if name not in told) < 4 and told:
        least = min(parts[name] for name in told)
        told.remove([name for name in parts if name in told and parts[name] == least][-1])
    return told


class Figures:
    def __init__(self):
        self.of = collections.defaultdict(list)  # (measure, series, scale) -> [(meeting, value, n)]

    def add(self, meeting, measure, value, n, of=None, scale=None):
        self.of[measure, of, scale].append((meeting, value, n))


def days(first, second):
    return (datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first)).days


def unround(base):
    """The views without their rounding, laid over them: for meetings whose times are no multiples of three seconds."""
    for name, sql in base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall():
        exact = re.sub(r"\bround\(([^()]+), \d\)", r"(\1)", sql)
        if exact != sql:
            base.execute(exact.replace(f"CREATE VIEW {name}", f"CREATE TEMP VIEW {name}", 1))


def compute(log, exact=False):
    base = sqlite3.connect(f"file:{log}?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    if exact:
        unround(base)
    figures, untouched = Figures(), collections.Counter()

    def rows(view, meeting):
        return base.execute(f"SELECT * FROM {view} WHERE meeting = ?", (meeting,)).fetchall()
    for m in base.execute("SELECT * FROM v_meetings WHERE state = 'closed' ORDER BY opened_utc"):
        add = lambda measure, value, n, of=None, scale=None: figures.add(m["meeting"], measure, value, n, of, scale)
        events = effective([(row[0], row[1], json.loads(row[2])) for row in base.execute(
            "SELECT sequence, events.kind, payload FROM events JOIN streams USING(stream) WHERE uid = ? ORDER BY sequence",
            (bytes.fromhex(m["meeting"]),))])
        opened = events[0][1]
        words = dict(base.execute("SELECT part, text FROM words JOIN streams USING(stream) WHERE uid = ? AND sequence = 1",
                                  (bytes.fromhex(m["meeting"]),)))
        partners = {each["id"]: words[each["name"]] for each in opened["partners"]}
        partner_of = {each["id"]: partners[each["partner"]] for each in opened["people"]}
        for kind, e in events:
            if kind == "walked-in":
                if "new_partner" in e:
                    partners[e["new_partner"]["id"]] = "City Council"
                partner_of[e["person"]["id"]] = partners[e["person"]["partner"]]
        names = list(partners.values())
        items = rows("v_items", m["meeting"])
        turns = rows("v_turns", m["meeting"])
        seats = rows("v_attendance", m["meeting"])
        scale = (opened["scale"]["low"], opened["scale"]["high"]) if "scale" in opened else None

        # time
        if m["start_delay_minutes"] is not None:
            add("start-delay", m["start_delay_minutes"], 1)
        add("meeting-length", m["length_minutes"] / m["planned_minutes"], 1)
        held = [each for each in items if each["opened_local"] and each["kind"] != "break"]
        timed = [each for each in held if each["planned_minutes"]]
        order = [each["id"] for each in opened["items"]]
        for kind, e in events:
            if kind == "item-added" or (kind == "matter-taken" and e["item"]["id"] not in order):
                order.append(e["item"]["id"])
        allowed = collections.Counter()
        for kind, e in events:
            if kind == "extended" and e["extension"]["consent"]:
                allowed[e["item"]] += e["extension"]["minutes"]
            if kind == "extended" and e["extension"].get("from"):
                allowed[e["extension"]["from"]] -= e["extension"]["minutes"]
        if timed:
            add("planned-actual", math.fsum(each["used_minutes"] for each in timed) /
                sum(each["planned_minutes"] for each in timed), len(timed))
            kept = sum(each["used_minutes"] < max(0, each["planned_minutes"] + allowed[order[each["position"] - 1]]) + 1
                       for each in timed)
            add("ended-in-time", kept / len(timed), len(timed))

        # voice
        came = [each for each in seats if each["presence"] in ("here", "left")]
        slots = math.fsum(each["used_minutes"] for each in items if each["kind"] != "break")
        spoken = math.fsum(each["length_seconds"] for each in turns)
        share = min(1.0, spoken / 60 / slots) if slots else None
        if share is not None:
            add("turns-recorded", share, len(turns))
        if turns and share >= 0.5:
            if len(came) >= 3:
                add("turn-balance", gini_balance([sum(t["seat"] == s["seat"] for t in turns) for s in came]), len(turns))
            for name in names:
                sitting = sum(s["partner"] == name for s in came)
                if sitting:
                    theirs = [t for t in turns if t["partner"] == name]
                    add("turns-by-partner", len(theirs) * len(came) / (len(turns) * sitting), len(theirs), name)
                    add("time-by-partner", math.fsum(t["length_seconds"] for t in theirs) / spoken * len(came) / sitting,
                        len(theirs), name)

        def shares(measure, doers):
            for name in names if doers else ():
                add(measure, doers.count(name) / len(doers), len(doers), name)
        shares("leads-by-partner", [each["lead_partner"] for each in held if each["lead"]])
        duties = {"facilitate": opened.get("facilitator"), "take_notes": opened.get("note_taker")}
        host = opened.get("host")
        for kind, e in events:
            if kind == "duty-taken":
                duties[e["duty"]] = e.get("person")
                host = e["partner"] if e["duty"] == "host" else host
        shares("facilitates-by-partner", [partner_of[each] for each in [duties["facilitate"]] if each])
        shares("notes-by-partner", [partner_of[each] for each in [duties["take_notes"]] if each])
        shares("hosts-by-partner", [partners[each] for each in [host] if each])

        # captures, as they stood when the meeting closed
        captures, place = {}, None
        for kind, e in events:
            if kind == "moved":
                place = e["to"].get("item")
            elif kind == "captured":
                captures[e["number"]] = dict(e, item=place)
            elif kind == "capture-removed":
                del captures[e["number"]]
            elif kind in ("owner-set", "due-set"):
                captures[e["number"]][kind[:-4]] = e.get(kind[:-4])
            elif kind == "concern-closed" and "number" in e:
                captures[e["number"]]["closed"] = True
        by_kind = collections.defaultdict(list)
        for each in captures.values():
            by_kind[each["kind"]].append(each)
        actions = by_kind["action"]
        planned = {each["id"]: each for each in opened.get("items", [])}
        for kind, e in events:
            if kind in ("matter-taken", "item-added"):
                planned.setdefault(e["item"]["id"], e["item"])
        shares("proposals-by-partner", [partner_of[each["proposed"]] for each in planned.values() if each.get("proposed")])
        leads = [planned.get(each["item"], {}).get("lead") for each in by_kind["decision"]]
        shares("decisions-by-partner", [partner_of[each] for each in leads if each])
        shares("actions-by-partner", [partner_of[each["owner"]] for each in actions if each.get("owner")])
        for measure, kind in (("decisions", "decision"), ("actions", "action"), ("terms", "term"), ("concerns", "concern")):
            add(measure, len(by_kind[kind]), len(by_kind[kind]))
        if len(rows("v_decisions", m["meeting"])) != len(by_kind["decision"]):
            raise RuntimeError("v_decisions and the events differ")
        if actions:
            add("actions-complete", sum(bool(each.get("owner") and each.get("due")) for each in actions) / len(actions),
                len(actions))

        # what earlier meetings left open
        carried = opened.get("carry_over", {})
        matters = carried.get("matters", [])
        verdicts, settled = {}, set()
        for kind, e in events:
            if kind == "matter-reviewed":
                verdicts[e["matter"]] = e["verdict"]
            elif kind == "matter-taken" or (kind == "concern-closed" and "matter" in e):
                settled.add(e["matter"])
        settled |= {each for each, verdict in verdicts.items() if verdict in ("done", "dropped")}
        open_actions = [each for each in matters if each["kind"] == "action"]

        def due_now(each):
            if not each.get("due"):
                return False
            if days(m["date"], each["due"]) > 0:
                return verdicts.get(each["id"]) == "done"
            return "last_date" not in carried or days(carried["last_date"], each["due"]) > 0
        for of in [None, *names]:
            theirs = [each for each in open_actions if of is None or partner_of.get(each.get("owner")) == of]
            due = [each for each in theirs if due_now(each)]
            if due:
                add("on-time-by-partner" if of else "actions-on-time",
                    sum(verdicts.get(each["id"]) == "done" for each in due) / len(due), len(due), of)
            if of:
                add("open-by-partner", len(theirs), len(theirs), of)
        add("actions-carried", sum(each["carried"] >= 3 for each in open_actions), len(open_actions))
        if open_actions:
            add("action-age", statistics.median(days(each["since"], m["date"]) for each in open_actions), len(open_actions))
        concerns = [each["id"] in settled for each in matters if each["kind"] == "concern"]
        concerns += [each.get("closed", False) for each in by_kind["concern"]]
        if concerns:
            add("concerns-closed", sum(concerns) / len(concerns), len(concerns))

        # objectives and papers
        pinned = {order[each["position"] - 1]: (each["objectives"] or "").split(", ") for each in items}
        for objective in (each["id"] for each in opened.get("objectives", [])):
            theirs = [each for each in items if each["opened_local"] and objective in (each["objectives"] or "").split(", ")]
            add("objective-minutes", math.fsum(each["used_minutes"] for each in theirs), len(theirs), objective)
            untouched[objective] = 0 if theirs else untouched[objective] + 1
            add("objective-untouched", untouched[objective], len(theirs), objective)
            for kind in ("decision", "action"):
                n = sum(objective in pinned.get(each["item"], ()) for each in by_kind[kind])
                add(f"objective-{kind}s", n, n, objective)
        sent = [days(paper["sent"], m["date"]) for each in opened["items"] for paper in each.get("papers", ())]
        if sent:
            add("papers-ahead", statistics.median(sent), len(sent))

        # people and answers
        scores = rows("v_scores", m["meeting"])
        asked = [each for each in scores if each["answer"] not in ("away", "later")]
        for of in [None, *names]:
            end = "-by-partner" if of else ""
            theirs = [each for each in seats if of in (None, each["partner"])]
            planned = [each for each in theirs if not each["walked_in"]]
            present = [each for each in theirs if each["presence"] in ("here", "left")]
            absent = [each for each in theirs if each not in present]
            if planned:
                add("attendance" + end, sum(each in present for each in planned) / len(planned), len(planned), of)
            if absent:
                add("apologies" + end, sum(each["presence"] == "apologies" for each in absent) / len(absent), len(absent), of)
            if present:
                add("time-present" + end, mean([min(1.0, each["present_minutes"] / m["length_minutes"]) for each in present]),
                    len(present), of)
        means = {}
        for measure, round_name in (("checkin-score", "check-in"), ("checkout-score", "check-out")):
            given = [each for each in scores if each["round"] == round_name and each["score"] is not None]
            told = tellable({name: sum(each["partner"] == name for each in given) for name in names})
            for of in [None, *sorted(told)]:
                values = [each["score"] for each in given if of in (None, each["partner"])]
                if len(values) >= 4:
                    means[measure, of] = mean(values), len(values)
                    add(measure + ("-by-partner" if of else ""), *means[measure, of], of, scale)
        for of in [None, *names]:
            before, after = means.get(("checkin-score", of)), means.get(("checkout-score", of))
            if before and after:
                add("score-change" + ("-by-partner" if of else ""), after[0] - before[0], min(before[1], after[1]), of, scale)
        told = tellable({name: len({each["seat"] for each in asked if each["partner"] == name}) for name in names})
        for of in [None, *sorted(told)]:
            theirs = [each for each in asked if of in (None, each["partner"])]
            if len({each["seat"] for each in theirs}) >= 4:
                add("passes" + ("-by-partner" if of else ""),
                    sum(each["answer"] == "passed" for each in theirs) / len(theirs), len(theirs), of)
        pulse = collections.defaultdict(list)
        for each in rows("v_pulse", m["meeting"]):
            pulse[each["text"]] += [each["answer"]] * (each["n"] or 0)
        for statement, answers in pulse.items():
            if len(answers) >= 4:
                add("pulse", mean(answers), len(answers), statement, (1, 5))
    base.close()
    return figures.of


# --- the comparison

def near(one, other):
    return one is not None and other is not None and abs(one - other) <= 1e-9 * max(1.0, abs(other))


def told_by(log, *arguments):
    done = subprocess.run([BIN, "--log", log, "trends", "--format", "json", *arguments], capture_output=True, text=True,
                          check=True, timeout=120)
    return json.loads(done.stdout)


def compare(told, expected):
    """Complaints, and how many series there were."""
    complaints, seen = [], set()
    for measure in told["measures"]:
        for series in measure["series"]:
            key = measure["key"], series["of"], tuple(series["scale"]) if series["scale"] else None
            seen.add(key)
            mine = expected.get(key, [])
            theirs = [(each["meeting"], each["value"], each["n"]) for each in series["figures"]]
            if [each[0] for each in mine] != [each[0] for each in theirs]:
                complaints.append(f"{key}: {len(theirs)} figures, {len(mine)} expected, or of other meetings")
                continue
            complaints += [f"{key}, meeting {a[0][:8]}: {b[1]!r} of {b[2]}, expected {a[1]!r} of {a[2]}"
                           for a, b in zip(mine, theirs) if not near(b[1], a[1]) or a[2] != b[2]]
            values = [each[1] for each in theirs]
            if len(values) < 3:
                if series["median"] is not None:
                    complaints.append(f"{key}: a median of {len(values)} figures")
                continue
            if not near(series["median"], statistics.median(values)):
                complaints.append(f"{key}: median {series['median']}")
            if len(values) < 5:
                if series["slope"] is not None or series["direction"] != "too few meetings to say":
                    complaints.append(f"{key}: a direction of {len(values)} figures")
                continue
            p, s = p_value(values)
            direction = "no clear change" if p >= 0.1 else "rising" if s > 0 else "falling"
            if not near(series["slope"], slope(values)) or not near(series["p"], p) or series["direction"] != direction:
                complaints.append(f"{key}: slope {series['slope']}, p {series['p']}, {series['direction']}; expected "
                                  f"{slope(values)}, {p}, {direction}")
    complaints += [f"{key}: is missing" for key in expected if key not in seen]
    return complaints, len(seen)


def report(name, complaints):
    for each in complaints[:20]:
        print(f"# {each}")
    print(f"not ok {name}: {complaints[0]}" if complaints else f"ok {name}")
    return bool(complaints)


def main():
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        log = folder / "folkmoot.db"
        generate(folder, log)
        expected = compute(log)
        told = told_by(log, "--from", "2000-01-01")
        complaints, series = compare(told, expected)
        if len(told["meetings"]) != MEETINGS:
            complaints.append(f"{len(told['meetings'])} meetings of {MEETINGS}")
        measures = {key for key, _, _ in expected}
        complaints += [f"{each['key']}: no figure was made, so that nothing was compared"
                       for each in told["measures"] if each["key"] not in measures]
        failed |= report(f"every measure of {MEETINGS} meetings, computed a second time, is the same", complaints)
        newest = {each["id"] for each in told_by(log)["meetings"]}
        failed |= report("without dates the newest 36 meetings are looked at",
                         [] if newest == {each["id"] for each in told["meetings"][-36:]} else ["they are others"])
        print(f"# {series} series were compared")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
