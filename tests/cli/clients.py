#!/usr/bin/python3
"""What is written for other programs, given to those programs: Taskwarrior, calcurse and Python's icalendar."""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys

import icalendar

sys.path.insert(0, str(pathlib.Path(os.environ["FOLKMOOT_ROOT"], "tests", "failures")))
from folk import PLAN, TO_THE_END, case, folk, holds, main, must, refused, short

NOVEMBER, DECEMBER = "2026-11-24T14:00:00Z", "2026-12-15T14:00:00Z"
# What a format might take for something of its own.
HOSTILE = "x; due:2020-01-01, +tag @home \\n \\ \"q\" [x] project:evil 1:2 END:VTODO = ; rc.hooks=on"
FIRST = f"""here all
action Asha: send the advert by 1 december
action Ben: {HOSTILE} by 4 december
action Dara: ask for the hall
action Zoë 陈伟 writes to everybody
go closing
accept 1
accept 2
"""
AGREED = "here all\ngo closing\nmeet 15 december 14:00\nfacilitate Dara\nhost University\n"


def held(log, when, typed, *more):
    done = folk("--log", log, "run", *more, typed=typed + TO_THE_END, env={"FOLKMOOT_CLOCK": when})
    must(done.status == 0 and "The meeting is closed." in done.out, f"the meeting did not close: {short(done.all)}")


def first_meeting(scratch):
    held(scratch.log, NOVEMBER, FIRST, scratch.plan)
    return scratch.log


def second_meeting(scratch):
    """What was agreed on in the first is done, or dropped."""
    held(scratch.log, DECEMBER, "here all\ngo actions\ndone 1\ndrop 3: the hall is closed\n", scratch.plan, "--again")


def asked(log, *arguments, when=NOVEMBER):
    done = folk("--log", log, *arguments, env={"FOLKMOOT_CLOCK": when})
    must(done.status == 0, f"{arguments}: {short(done.all)}")
    return done.out


def actions(log):
    return {each["id"]: each for each in json.loads(asked(log, "actions", "--all", "--format", "json"))}


def client(scratch, *command, typed="", **changes):
    """Another program, at home in the scratch folder."""
    done = subprocess.run([str(each) for each in command], input=typed, capture_output=True, text=True, timeout=60,
                          env=os.environ | {"HOME": str(scratch.path)} | changes, cwd=scratch.path)
    must(done.returncode == 0, f"{command[0]} ended with {done.returncode}: {short(done.stdout + done.stderr)}")
    return done.stdout


def task(scratch, *arguments, typed=""):
    (scratch / "tasks").mkdir(exist_ok=True)
    return client(scratch, "task", *arguments, typed=typed, TASKDATA=str(scratch / "tasks"), TASKRC="/dev/null")


def tasks_taken(scratch, log):
    """Imports, and gives what Taskwarrior did with each, and what it then has, by the id of its action."""
    said = task(scratch, "import", "-", typed=asked(log, "actions", "--all", "--format", "taskwarrior"))
    did = sorted(re.findall(r"^ (add|mod|skip) ", said, re.MULTILINE))
    return did, {each["uuid"].replace("-", ""): each for each in json.loads(task(scratch, "export"))}


@case("Taskwarrior takes the actions, word for word, and has them once after it has taken them twice")
def taskwarrior_twice(scratch):
    log = first_meeting(scratch)
    did, tasks = tasks_taken(scratch, log)
    must(did == ["add"] * 4, f"the first time: {did}")
    known = actions(log)
    must(set(tasks) == set(known), f"other ids: {set(tasks) ^ set(known)}")
    for key, action in known.items():
        found = tasks[key]
        must(found["description"] == action["what"], f"{found['description']!r} is not {action['what']!r}")
        must(found["status"] == "pending", f"{action['what']} is {found['status']}")
        must(found.get("due", "")[:8] == (action["due"] or "").replace("-", ""), f"due {found.get('due')}")
        must(found.get("owner") == action["owner"], f"the owner is {found.get('owner')}")
        must(found["project"] == "Working group", f"the project is {found['project']}")
    did, again = tasks_taken(scratch, log)
    must(did == ["skip"] * 4, f"the second time: {did}")
    must(again.keys() == tasks.keys(), "a task is there twice, or gone")


@case("Taskwarrior learns what was done and what was dropped, and changes the tasks that it has")
def taskwarrior_updates(scratch):
    log = first_meeting(scratch)
    tasks_taken(scratch, log)
    second_meeting(scratch)
    did, tasks = tasks_taken(scratch, log)
    must(len(tasks) == 4 and did.count("mod") >= 2 and "add" not in did, f"it did {did} and has {len(tasks)}")
    stands = {each["description"]: each["status"] for each in tasks.values()}
    must(stands["send the advert"] == "completed", f"what was done is {stands['send the advert']}")
    must(stands["ask for the hall"] == "deleted", f"what was dropped is {stands['ask for the hall']}")
    must(list(stands.values()).count("pending") == 2, f"the rest: {stands}")


@case("what is done in Taskwarrior is done here too, once, and what was deleted there is named")
def taskwarrior_back(scratch):
    log = first_meeting(scratch)
    task(scratch, "import", "-", typed=asked(log, "actions", "--format", "taskwarrior"))
    known = {each["what"]: each["id"] for each in actions(log).values()}
    uuids = {each["description"]: each["uuid"] for each in json.loads(task(scratch, "export"))}
    task(scratch, "rc.confirmation=off", uuids["send the advert"], "done")
    task(scratch, "rc.confirmation=off", uuids["ask for the hall"], "delete")
    task(scratch, "add", "milk")
    task(scratch, "rc.confirmation=off", "milk", "done")
    back = task(scratch, "export")
    for time in range(2):
        done = folk("--log", log, "actions", "import", "-", typed=back, env={"FOLKMOOT_CLOCK": DECEMBER})
        must(done.status == 0, short(done.all))
        wanted = ["Done: send the advert.", "1 action is done now."] if time == 0 else ["Nothing new is done.", "1 was settled before."]
        must(holds(done.out, *wanted, "Deleted there, and still open here: ask for the hall.",
                   "1 task is of no action of this log."), f"time {time}: {done.out}")
    stands = {each["what"]: each["state"] for each in actions(log).values()}
    must(stands["send the advert"] == "done" and stands["ask for the hall"] == "proposed", f"{stands}")
    must([each["id"] for each in actions(log).values() if each["state"] == "done"] == [known["send the advert"]], "another")
    for broken, why in (("", "no JSON"), ("[1]", "task 1 has no uuid"), ("{}", "not the list of tasks"),
                        ('[{"uuid": "x", "status": "completed"}]', "the uuid of task 1 is not one"), ("[" * 9000, "no JSON")):
        refused(folk("--log", log, "actions", "import", "-", typed=broken), why, "Nothing was changed.")
    refused(folk("--log", log, "actions", "import", "/nowhere/tasks.json"), "/nowhere/tasks.json")


@case("actions are settled from a shell by the beginning of their id, and what cannot be is said with the choices")
def settled_from_a_shell(scratch):
    log = first_meeting(scratch)
    ids = {each["what"]: each["id"] for each in actions(log).values()}
    advert, hall = ids["send the advert"][:12], ids["ask for the hall"][:12]

    def told(*arguments):
        return asked(log, "actions", *arguments, when=DECEMBER).strip()

    must(told("done", advert) == "Done: send the advert.", "done")
    must(told("keep", advert) == "Open again: send the advert.", "keep")
    must(told("owner", hall, "Ben") == "Ben has it, and is to accept it: ask for the hall.", "owner")
    must(told("accept", hall) == "Ben accepts: ask for the hall.", "accept")
    must(told("due", hall, "in", "2", "weeks") == "Due Tuesday 29 December 2026: ask for the hall.", "due")
    must(told("drop", hall, "the", "hall", "is", "closed") == "Dropped: ask for the hall, because: the hall is closed.", "drop")
    must("send the advert" in told("list", "person:Asha", "before:2026-12-02"), "the list that fits")
    must(told("list", "person:Asha", "before:2026-12-01") == "No action fits that.", "the list that fits nothing")
    refused(folk("--log", log, "actions", "done", "zz"), "No action's id begins with \"zz\"", advert[:8])
    refused(folk("--log", log, "actions", "done", ""), "begins the ids of 4 actions")
    refused(folk("--log", log, "actions", "owner", advert, "Nobody at all"), "is called \"Nobody at all\"", "Asha",
            status=2)
    refused(folk("--log", log, "actions", "due", advert, "someday"), "\"someday\" is no date", "2026-12-01", status=2)
    refused(folk("--log", log, "actions", "drop", advert), "reason is required", status=2)
    refused(folk("--log", log, "actions", "list", "frob:x"), "\"frob:\" is no filter", status=2)
    refused(folk("--log", log, "actions", "--all", "done", advert), "--all", status=2)


@case("a day is the same day for Taskwarrior, east and west of Greenwich")
def taskwarrior_days(scratch):
    log = first_meeting(scratch)
    for number, zone in enumerate(("Pacific/Auckland", "America/Los_Angeles", "Europe/London")):
        scratch.path.joinpath("tasks").rename(scratch / f"tasks{number}") if number else None
        done = folk("--log", log, "actions", "--format", "taskwarrior", env={"TZ": zone})
        (scratch / "tasks").mkdir(exist_ok=True)
        where = {"TASKDATA": str(scratch / "tasks"), "TASKRC": "/dev/null", "TZ": zone}
        client(scratch, "task", "import", "-", typed=done.out, **where)
        shown = client(scratch, "task", "rc.verbose=nothing", "rc.report.all.columns=due,description",
                       "rc.report.all.labels=due,description",
                       "rc.report.all.dateformat=Y-M-D", "rc.defaultwidth=500", "all", **where)
        must(re.search(r"2026-12-01\s+send the advert", shown), f"{zone}: {short(shown)}")


def calendar(text):
    must(text.endswith("END:VCALENDAR\r\n"), f"no calendar: {short(text)}")
    for line in text.encode().split(b"\r\n"):
        must(len(line) <= 75 and b"\n" not in line, f"a line is not as RFC 5545 wants it: {line!r}")
    return icalendar.Calendar.from_ical(text)


def todos(log, when=NOVEMBER):
    found = calendar(asked(log, "actions", "--all", "--format", "ics", when=when)).walk("VTODO")
    return {str(each["uid"]).replace("-", ""): each for each in found}


@case("Python's icalendar reads every action as it was written, with its day, its state and its owner")
def icalendar_reads(scratch):
    log = first_meeting(scratch)
    known, found = actions(log), todos(log)
    must(len(found) == 4 and set(found) == set(known), f"other ids: {set(found) ^ set(known)}")
    for key, action in known.items():
        todo = found[key]
        # Debian's icalendar takes an escaped backslash and an n for a line break; calcurse does not.
        summary = str(todo["summary"]).replace("\n", "\\n")
        must(summary == action["what"], f"{summary!r} is not {action['what']!r}")
        must(todo["status"] == "NEEDS-ACTION", f"{action['what']} is {todo['status']}")
        due = todo["due"].dt.isoformat() if "due" in todo else None
        must(due == action["due"], f"it is due on {due}, not {action['due']}")
        must(todo["dtstamp"].dt.isoformat() == "2026-11-24T14:00:00+00:00", f"stamped {todo['dtstamp'].dt}")
        must(f"Owner: {action['owner'] or 'not agreed yet'}\n" in str(todo["description"]), "its owner is not said")
        must("Tested meeting, Tuesday 24 November 2026" in str(todo["description"]), "its meeting is not said")


@case("a later calendar has the same ids, the new states and a later stamp, and so a client changes what it has")
def icalendar_updates(scratch):
    log = first_meeting(scratch)
    before = todos(log)
    second_meeting(scratch)
    after = todos(log, when=DECEMBER)
    must(set(before) == set(after), "the ids are others")
    stands = {str(each["summary"]): str(each["status"]) for each in after.values()}
    must(stands["send the advert"] == "COMPLETED" and stands["ask for the hall"] == "CANCELLED", f"{stands}")
    for key, todo in after.items():
        must(todo["last-modified"].dt > before[key]["last-modified"].dt, "the stamp is not later")


@case("no letter is lost on the way to a program, whatever the locale")
def any_locale(scratch):
    log = first_meeting(scratch)
    for words in ("ics", "taskwarrior", "todotxt"):
        told = {folk("--log", log, "actions", "--format", words,
                     env={"LC_ALL": locale, "FOLKMOOT_CLOCK": NOVEMBER}).out for locale in ("C", "C.UTF-8")}
        must(len(told) == 1, f"{words} is not the same in both")
        must("陈伟" in re.sub("\\r\\n ", "", told.pop()), f"{words} has lost a name")


@case("calcurse takes the actions with their states, and says of none that it cannot be read")
def calcurse_todos(scratch):
    log = first_meeting(scratch)
    second_meeting(scratch)
    file = scratch / "actions.ics"
    file.write_text(asked(log, "actions", "--all", "--format", "ics"), newline="")
    said = client(scratch, "calcurse", "-D", scratch / "calcurse", "-i", file)
    must("4 todos / 0 skipped" in said, f"it said {short(said)}")
    kept = (scratch / "calcurse" / "todo").read_text()
    must(re.search(r"^\[-0\]\S* send the advert$", kept, re.MULTILINE), f"what was done is not ticked off: {short(kept)}")
    must(f" {HOSTILE}\n" in kept, f"words were lost: {short(kept)}")
    notes = [each.read_text() for each in (scratch / "calcurse" / "notes").iterdir()]
    must(any("Owner: Asha" in each for each in notes), f"its notes: {notes}")


def events(log, when=NOVEMBER):
    return calendar(asked(log, "log", "next", "--format", "ics", when=when)).walk("VEVENT")


@case("Python's icalendar reads the next meeting with its time, its length, its place and who facilitates")
def icalendar_next(scratch):
    held(scratch.log, NOVEMBER, AGREED, scratch.plan)
    event, = events(scratch.log)
    must(str(event["summary"]) == "Working group, next meeting", f"it is called {event['summary']}")
    must(event["dtstart"].dt.isoformat() == "2026-12-15T14:00:00", f"it begins {event['dtstart'].dt}")
    must(event["dtend"].dt.isoformat() == "2026-12-15T15:00:00", f"it ends {event['dtend'].dt}")
    must(holds(str(event["description"]), "Facilitates: Dara", "Hosts: University"), f"{event['description']}")


@case("another date moves the entry that a calendar has, and the meeting after that has an entry of its own")
def icalendar_moves(scratch):
    held(scratch.log, NOVEMBER, AGREED, scratch.plan)
    first, = events(scratch.log)
    held(scratch.log, "2026-12-01T14:00:00Z", "here all\ngo closing\nmeet 17 december\n", scratch.plan, "--again")
    moved, = events(scratch.log, when="2026-12-01T16:00:00Z")
    must(moved["uid"] == first["uid"], "the entry has another id")
    must(moved["dtstart"].dt.isoformat() == "2026-12-17", f"it is on {moved['dtstart'].dt}, for no time was agreed on")
    must(moved["sequence"] > first["sequence"] and moved["dtstamp"].dt > first["dtstamp"].dt, "it does not look newer")
    held(scratch.log, "2026-12-17T14:00:00Z", "here all\ngo closing\nmeet 19 january\n", scratch.plan, "--again")
    after, = events(scratch.log, when="2026-12-17T16:00:00Z")
    must(after["uid"] != first["uid"], "the meeting after that has the same id")


@case("calcurse takes the next meeting, at its time or for the whole day")
def calcurse_next(scratch):
    held(scratch.log, NOVEMBER, AGREED, scratch.plan)
    held(scratch.log, NOVEMBER, "here all\ngo closing\nmeet 20 december\n", other_group(scratch))
    file = scratch / "next.ics"
    file.write_text(asked(scratch.log, "log", "next", "--format", "ics"), newline="")
    said = client(scratch, "calcurse", "-D", scratch / "calcurse", "-i", file)
    must("1 app / 1 event / 0 todos / 0 skipped" in said, f"it said {short(said)}")
    kept = (scratch / "calcurse" / "apts").read_text()
    must(re.search(r"^12/15/2026 @ 14:00 -> 12/15/2026 @ 15:00\S* \|Working group, next meeting$", kept, re.MULTILINE)
         and re.search(r"^12/20/2026 \[1\] (>\S+ )?Forum, next meeting$", kept, re.MULTILINE), f"it has {short(kept)}")


def other_group(scratch):
    plan = scratch / "forum.toml"
    plan.write_text(PLAN.replace('group = "Working group"', 'group = "Forum"'))
    return plan


@case("attendance as CSV adds up to its totals, and to what the log's view says")
def attendance_adds_up(scratch):
    for when in (NOVEMBER, DECEMBER):
        held(scratch.log, when, "here Asha and Ben\naway Dara\n@+12m\nleft Ben\n@+31m\nhere Dara\n@+7m\n",
             scratch.plan, *(("--again",) if when == DECEMBER else ()))
    lines = list(csv.DictReader(io.StringIO(asked(scratch.log, "log", "attendance", "--format", "csv"), newline="")))
    rows = [each for each in lines if each["line"] == "meeting"]
    totals = {each["person"]: int(each["minutes"]) for each in lines if each["line"] == "total"}
    must(len(rows) == 6 and len(lines) == 9, f"{len(rows)} rows of {len(lines)} lines")
    must(totals == {"Asha": 100, "Ben": 24, "Dara": 14}, f"{totals}")
    for name, total in totals.items():
        must(total == sum(int(each["minutes"]) for each in rows if each["person"] == name), f"{name} does not add up")
    must(list(lines[0])[-5:] == ["role", "facilitated", "took_notes", "kept_time", "items_led"], f"{list(lines[0])}")
    for duty in ("facilitated", "took_notes", "kept_time", "items_led"):
        for each in (each for each in lines if each["line"] == "total"):
            must(int(each[duty]) == sum(int(row[duty]) for row in rows if row["person"] == each["person"]),
                 f"{duty} of {each['person']} does not add up")
    view = client(scratch, "sqlite3", scratch.log, "SELECT round(sum(present_minutes)) FROM v_attendance")
    must(float(view) == sum(totals.values()), f"the view says {view}")


@case("todo.txt has one line an action, with a key that stays, and takes no word for a key, a project or a context")
def todo_txt(scratch):
    log = first_meeting(scratch)
    second_meeting(scratch)
    known = actions(log)
    lines = asked(log, "actions", "--all", "--format", "todotxt").splitlines()
    must(len(lines) == 4, f"{len(lines)} lines")
    for line in lines:
        words = line.split(" ")
        keys = dict(word.split(":", 1) for word in words if re.fullmatch(r"[^\s:]+:[^\s:]+", word) and word != "1:2")
        action = known[keys.pop("id")]
        over = action["state"] in ("done", "dropped")
        must(keys.pop("due", None) == action["due"] and keys.pop("state") == action["state"], f"keys of {line}")
        must(keys == ({"since": "2026-11-24"} if over else {}), f"{line} has {keys}")
        must(line.startswith("x " if over else "2026-11-24 "), f"it begins otherwise: {line}")
        must([word for word in words if re.match(r"[+@].", word)] == ["+Working-group"], f"marks of {line}")


@case("a format that there is not, and --raw where it means nothing, are answered with what there is")
def bad_options(scratch):
    log = first_meeting(scratch)
    refused(folk("--log", log, "actions", "--format", "ical"), "text, json, csv, ics, taskwarrior or todotxt",
            "not ical", status=2)
    refused(folk("--log", log, "actions", "--format", "ics", "--raw"), "--raw is for CSV. For example:",
            status=2)
    refused(folk("--log", log, "log", "next", "--format", "csv"), "text, ics or json", "not csv", status=2)
    refused(folk("--log", log, "log", "next", "--group", "x"), "--group does not go with folkmoot log next",
            status=2)
    refused(folk("--log", log, "log", "--from", "2026-01-01", "attendance"), "--from belongs behind attendance",
            "folkmoot log attendance --from", status=2)
    refused(folk("--log", log, "log", "attendance", "--raw"), "--raw is for CSV. For example:", status=2)
    refused(folk("--log", log, "log", "attendance", "--to", "someday"), "--to needs a date", "someday", "2026-12-01",
            status=2)
    refused(folk("--log", log, "log", "attendance", "--from", "2026-12-01", "--to", "2026-11-01"), "a later day",
            "For example: --from", status=2)
    refused(folk("--log", log, "minutes", "last", "--format", "json", "--large"), "--large is for html and text",
            "For example:", status=2)
    refused(folk("--log", log, "minutes", "last", "--for", ""), "--for needs a name", "For example:", status=2)
    refused(folk("--log", log, "minutes", "last", "--for", "Nobody"), "nobody called \"Nobody\"", "Asha, Ben or Dara")
    refused(folk("--log", log, "minutes", "last", "--format", "pdf"), "markdown, text, html or json", "not pdf",
            status=2)


if __name__ == "__main__":
    sys.exit(main())
