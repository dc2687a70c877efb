#!/usr/bin/env python3
"""The example's past: data/examples/harbour-story.jsonl is what tests/story/make.py writes, what the program itself
could have written, and worth reading; and the example meeting is the same with it as without."""
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
STORY = ROOT / "data" / "examples" / "harbour-story.jsonl"
PLAN = ROOT / "data" / "examples" / "working-group-7.toml"
MEETINGS = 40


def told(log, *arguments):
    done = subprocess.run([BIN, "--log", log, *arguments], capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(f"folkmoot {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def typed(folder, lines, *arguments):
    env = os.environ | {"FOLKMOOT_CLOCK": "2026-11-24T14:00:00Z", "FOLKMOOT_SEED": "story", "HOME": str(folder),
                        "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    begun = time.monotonic()
    done = subprocess.run([BIN, "--linear", *map(str, arguments)], env=env, input="\n".join(lines) + "\n", text=True,
                          capture_output=True, check=False, timeout=600)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(f"folkmoot {arguments}: status {done.returncode}: {done.stderr[-300:]}")
    return done.stdout, time.monotonic() - begun


def check_bytes(folder):
    subprocess.run([ROOT / "tests" / "story" / "make.py", folder / "again.jsonl"], check=True, timeout=600)
    same = (folder / "again.jsonl").read_bytes() == STORY.read_bytes()
    complaints = [] if same else ["make.py writes other bytes than are committed: run it and look at what changed"]
    return complaints + ([] if STORY.stat().st_size < 1_500_000 else ["it is larger than 1.5 MB"])


def check_import(log):
    complaints = []
    said = told(log, "import", STORY)
    if not said.startswith(f"Imported: {MEETINGS} new meetings and 1 new partnership, "):
        complaints.append(f"the import said: {said}")
    if f"{MEETINGS} meetings, " not in (said := told(log, "doctor")) or "every one matches its sum" not in said:
        complaints.append(f"doctor said: {said}")
    listed = json.loads(told(log, "log", "list", "--format", "json"))
    if not all(each["closed"] and each["date"] < "2026-11-24" for each in listed):
        complaints.append("a meeting is open, or is later than the example's")
    for each in listed:  # every one can be told, and its minutes written
        if not told(log, "log", "show", each["id"]) or each["title"] not in told(log, "minutes", each["id"]):
            complaints.append(f"{each['title']} cannot be read")
    return complaints


def check_carried(folder):
    """What each meeting found open is what the program would have offered it: the story is taken in meeting by meeting."""
    log, complaints, compared = folder / "step.db", [], 0
    header, *lines = STORY.read_text().splitlines()
    streams = {}
    for line in lines:
        streams.setdefault(json.loads(line)["stream"], []).append(line)
    taken = []
    for number, (uid, stream) in enumerate(streams.items()):
        opened = json.loads(stream[0])
        if opened["kind"] == "opened":
            words = [each["text"] for each in opened["words"]]
            carried = opened["payload"].get("carry_over", {})
            found = [(each["id"], words[each["text"]], each.get("owner"), each.get("due"), each["accepted"], each["carried"])
                     for each in carried.get("matters", [])]
            offered, last = offer(log, words[opened["payload"]["group"]])
            compared += len(found)
            if offered != found:
                complaints.append(f"{words[opened['payload']['title']]} found {found}, and the log offers {offered}")
            if carried.get("last_meeting") != last:
                complaints.append(f"{words[opened['payload']['title']]}: the last meeting was another")
        taken += stream
        (folder / "step.jsonl").write_text("\n".join([json.dumps({"format": "folkmoot-events", "schema": 1}), *taken]) + "\n")
        told(log, "import", folder / "step.jsonl")
        told(log, "actions")  # a question, for which the summaries catch up
    return complaints + ([] if compared > 50 else [f"only {compared} matters were compared"])


def offer(log, group):
    base = sqlite3.connect(f"file:{log}?mode=ro", uri=True)
    rows = base.execute("SELECT lower(hex(matter)), text, lower(hex(x.owner)), offered_due, accepted, carried FROM p_matters x "
                        "JOIN p_meetings m USING(stream) WHERE offered = 1 AND x.kind <> 5 AND group_name = ? ORDER BY since, at, rank",
                        (group,)).fetchall()
    last = base.execute("SELECT lower(hex(uid)) FROM p_meetings WHERE group_name = ? ORDER BY opened_at DESC LIMIT 1",
                        (group,)).fetchone()
    base.close()
    return [(uid, text, owner or None, due, bool(accepted), carried) for uid, text, owner, due, accepted, carried in rows], \
        last[0] if last else None


def check_trends(log):
    said = json.loads(told(log, "trends", "--format", "json"))
    directions = {(each["key"], series["of"]): series["direction"] for each in said["measures"] for series in each["series"]}
    complaints = []
    for key, of, wanted in (("start-delay", None, "falling"), ("turn-balance", None, "rising"),
                            ("turns-by-partner", "Harbour Voices", "rising"), ("turns-by-partner", "University", "falling"),
                            ("actions-complete", None, "rising"), ("papers-ahead", None, "rising"),
                            ("checkout-score", None, "rising"), ("checkin-score", None, "no clear change"),
                            ("pulse", "We do what we said we would do.", "rising"),
                            ("pulse", "I have the time that my part in this needs.", "falling")):
        if directions.get((key, of)) != wanted:
            complaints.append(f"{key} of {of}: {directions.get((key, of))}, and the story wants it {wanted}")
    for begins in (r"The last 17 meetings held no item on objective O4, Give the findings back",
                   r"2 actions were carried three times or more and are still open", r"1 concern about the working together",
                   r"City Council typically takes \d\d % of the turns", r"University took the notes at all of 36 meetings"):
        if not any(re.match(begins, each) for each in said["worth_talking_about"]):
            complaints.append(f"nothing worth talking about begins with: {begins}")
    if len(said["changed"]) > 26:
        complaints.append(f"{len(said['changed'])} things changed: too many to be read in a minute")
    return complaints


def check_same_meeting(folder):
    """The example meeting itself, with its past and on an empty log."""
    lines = (ROOT / "data" / "examples" / "working-group-7-part-1.txt").read_text().splitlines()

    def pages(output):
        shown = output[output.index("\nOpening, "):]
        return shown[:shown.index("stays open")].rsplit("\n", 1)[0]
    alone, without = typed(folder, lines, "--log", folder / "alone.db", "run", PLAN)
    demo, seconds = typed(folder, lines, "demo")
    if "40 meetings came before it." not in demo.replace("\n", " "):
        return ["the demo does not say that meetings came before it"], seconds, without
    return ([] if pages(alone) == pages(demo) else ["the example meeting reads otherwise with its past"]), seconds, without


def check_home(folder):
    said, _ = typed(folder, ["quit", "trends", "trends 1", "search kerb map", "actions", "help", "3", "quit", "leave"], "demo")
    flat = " ".join(said.split())
    wanted = ("Home of the example, 1 open meeting", "1 of 5, Read how its meetings went", "Trends, 36 meetings",
              "Start delay, measure 1 of", "Falling over these 36 meetings", "Worth talking about, 5",
              "objective O4, Give the findings back to the harbour district", "Find somebody at the council who has the kerb map",
              "and how the meetings before it went", "The example ends here. Nothing of it is kept.")
    return [f"the example's home does not say: {each}" for each in wanted if each not in flat]


def report(name, complaints):
    for each in complaints[:10]:
        print(f"# {each}")
    print(f"not ok {name}: {complaints[0]}" if complaints else f"ok {name}")
    return bool(complaints)


def main():
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        log = folder / "folkmoot.db"
        failed |= report("making the story again gives the same bytes", check_bytes(folder))
        failed |= report("the story is taken in, sound, and every meeting can be read", check_import(log))
        failed |= report("each meeting found open what the log would have offered it", check_carried(folder))
        failed |= report("the trends tell what the story is about", check_trends(log))
        complaints, seconds, without = check_same_meeting(folder)
        failed |= report("the example meeting is the same with its past as without", complaints)
        failed |= report("the example's home reads its past", check_home(folder))
        print(f"# figure: the example meeting took {seconds:.2f} s with its past, {without:.2f} s without")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
