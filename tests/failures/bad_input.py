#!/usr/bin/env python3
"""Whatever is given to the program: it answers in plain words, keeps its promises on exit, loses nothing, and lets
nothing but text and new lines out. Every run here is looked at byte by byte (`judged`). Needs to be root, for a mount."""
import os
import random
import re
import signal
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from folk import (BIN, EXAMPLE, PLAN, TO_THE_END, Talk, all_words, case, flat, folk, healthy, holds, kept, main, marks,
                  minutes, must, refused, shell, short, shown, unclean)

COMMANDS = (["run"], ["resume"], ["log"], ["log", "show", "last"], ["minutes", "last"], ["actions"], ["doctor"], [])
# The whole period that a date can name, because these logs' meetings are of the day on which they are made.
REVIEWS = [["review", "--from", "2000-01-01", "--to", "2100-12-31", "--format", each]
           for each in ("text", "markdown", "html")]
READING = (["log"], ["log", "list", "--format", "json"], ["log", "list", "--format", "csv"], ["log", "show", "last"],
           ["minutes", "last"], ["minutes", "last", "--format", "text"], ["actions"], ["actions", "--all"],
           ["actions", "--format", "json"], ["actions", "--format", "csv"], ["actions", "--all", "--format", "ics"],
           ["actions", "--format", "taskwarrior"], ["actions", "--format", "todotxt"], ["trends"],
           ["trends", "--format", "json"], ["trends", "--format", "csv"], *REVIEWS, ["log", "next"],
           ["log", "next", "--format", "ics"],
           ["log", "next", "--format", "json"], ["log", "attendance"], ["log", "attendance", "--format", "csv", "--raw"],
           ["log", "attendance", "--format", "json"], ["minutes", "last", "--format", "html"],
           ["minutes", "last", "--format", "json"], ["minutes", "last", "--for", "Asha"],
           ["minutes", "last", "--for", "Ben", "--format", "json"], ["doctor"])

# What must never get through, each with letters before and after it that must.
HOSTILE = {
    "bell, backspace and other controls": "A\x01\x02\x07\x08\x0b\x0c\x0e\x1aZ",
    "NUL": "A\x00Z",
    "delete": "A\x7fZ",
    "a colour": "A\x1b[31;1mZ\x1b[0m",
    "a cleared screen": "A\x1b[2J\x1b[HZ",
    "a terminal's title": "A\x1b]0;owned\x07Z",
    "a terminal's answer": "A\x1b[6n\x1b[c\x1bPq\x1b\\Z",
    "C1 controls": "A\x85\x90\x9b31mZ\x9c",
    "a carriage return": "A\rZ",
    "bidirectional overrides": "A‪‫‬‭‮Z",
    "bidirectional isolates": "A⁦⁧⁨⁩Z",
    "direction marks": "A‎‏؜Z",
    "a byte order mark": "﻿A﻿Z",
    "tags": "A" + "".join(chr(0xE0000 + ord(c)) for c in "evil") + "\U000E007FZ",
    "line and paragraph separators": "A Z",
    "invisible ones": "A​⁠­᠎Z",
    "bytes that are no UTF-8": b"A\xff\xfe\xc0\xaf\xed\xa0\x80\xf5\x80\x80\x80\xe2\x80Z".decode(errors="surrogateescape"),
    "a cut end": b"A Z\xe2\x80".decode(errors="surrogateescape"),
    "a column of marks": "A" + "̍" * 400 + "Z",
}
MANY = "".join(HOSTILE.values())


def as_bytes(text):
    return text.encode("utf-8", "surrogateescape")


def ascii_only(done, what):
    for name, text in (("standard output", done.out), ("standard error", done.err)):
        wrong = re.search(r"[^\n\x20-\x7e]", text)
        must(not wrong, f"LC_ALL=C, {what}: {wrong and wrong.group()!r} on {name}: "
                        f"{wrong and short(text[max(wrong.start() - 60, 0):wrong.end() + 60])}")


# --- logs

def all_refuse(log, *wanted, before):
    for command in COMMANDS:
        refused(folk("--log", log, *command, typed="note lost\n" + TO_THE_END), log, *wanted, what=f"{command}")
        must(before() == before.first, f"{command} has changed what was there")


class Unchanged:
    """What lies at a place, compared with what lay there at first."""

    def __init__(self, place):
        self.place = place
        self.first = self()

    def __call__(self):
        if self.place.is_dir():
            return sorted(each.name for each in self.place.iterdir())
        return self.place.read_bytes()


@case("a log that is a folder is refused in words, and left as it is")
def log_is_folder(scratch):
    place = scratch / "folder"
    place.mkdir()
    all_refuse(place, "is a folder", before=Unchanged(place))


@case("a log that is a text file is refused in words, and left as it is")
def log_is_text(scratch):
    place = scratch / "letter.txt"
    for content in (b"Dear all,\n", b"xy", "Grüße\n".encode() * 5000, bytes(range(256)) * 64):
        place.write_bytes(content)
        all_refuse(place, "not a log", before=Unchanged(place))


@case("a file of one byte is no log either, and is left as it is")
def log_is_one_byte(scratch):
    place = scratch / "letter.txt"
    place.write_bytes(b"x")
    all_refuse(place, before=Unchanged(place))


@case("a log that is cut in half is refused or told by doctor, and left as it is")
def log_is_cut(scratch):
    whole = scratch.meeting(typed="".join(f"note mark{n} {'x' * 500}\n" for n in range(200)) + TO_THE_END)
    content = whole.read_bytes()
    for share in (0.01, 0.1, 0.5, 0.9):
        place = scratch / f"cut{share}.db"
        place.write_bytes(content[:int(len(content) * share)])
        before = Unchanged(place)
        refused_by = 0
        for command in COMMANDS:
            done = folk("--log", place, *command)
            must(done.status in (0, 1), f"{share}, {command}: status {done.status}: {short(done.all)}")
            if done.status == 1 and command != ["doctor"]:
                refused_by += 1
                must(holds(done.err, place), f"{share}, {command}: the path is not named: {short(done.all)}")
                must(holds(done.err, "damaged") or holds(done.err, "not a log"), f"{share}, {command}: {short(done.all)}")
            must(done.status == 0 or before() == before.first, f"{share}, {command}: refused, and changed it")
        doctor = folk("--log", place, "doctor")
        must(doctor.status == 1, f"{share}: doctor finds nothing: {short(doctor.all)}")
        print(f"# figure: cut to {share:.0%}, {refused_by} of {len(COMMANDS) - 1} commands refuse")


@case("an empty file as the log is a new log")
def log_is_empty(scratch):
    place = scratch / "empty.db"
    place.touch()
    refused(folk("--log", place, "log"), place)
    done = folk("--log", place, "run", scratch.plan, typed="note mark1\n" + TO_THE_END)
    if done.status == 0:
        must("mark1" in shown(place), "the note")
    else:
        refused(done, place)


@case("a log from a later version is refused in words, and not a byte of it changes")
def log_from_future(scratch):
    log = scratch.meeting()
    database = sqlite3.connect(log)
    database.execute("PRAGMA user_version = 999")
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    before = Unchanged(log)
    names = Unchanged(log.parent)
    all_refuse(log, "newer version", "999", before=before)
    must(set(names()) <= set(names.first) | {"folkmoot.db-wal", "folkmoot.db-shm"}, f"left behind: {names()}")


@case("another program's database is refused in words, and not a byte of it changes")
def log_is_foreign(scratch):
    place = scratch / "recipes.db"
    for version in (0, 1, 2, 999):
        place.unlink(missing_ok=True)
        database = sqlite3.connect(place)
        database.execute("CREATE TABLE soup(name TEXT)")
        database.execute("INSERT INTO soup VALUES('leek')")
        database.execute(f"PRAGMA user_version = {version}")
        database.commit()
        database.close()
        all_refuse(place, "another program", before=Unchanged(place))


@case("a folder that cannot be written is named, and so is one that cannot be made")
def log_in_read_only(scratch):
    place = scratch / "closed"
    place.mkdir()
    scratch.read_only(place)
    for log in (place / "folkmoot.db", place / "below" / "folkmoot.db"):
        for command in (["run", scratch.plan], []):
            refused(folk("--log", log, *command, typed=TO_THE_END), place, "can only be read", what=f"{command}")
        refused(folk("--log", log, "log"), log, "no log")
    (scratch / "file").write_text("x")
    below = scratch / "file" / "folkmoot.db"
    for command in COMMANDS:
        refused(folk("--log", below, *command), scratch / "file", what=f"{command}")


@case("a log that is a device, a pipe or a circle of links is refused, and nothing waits for it")
def log_is_special(scratch):
    os.mkfifo(scratch / "pipe")
    (scratch / "circle").symlink_to(scratch / "circle")
    for place in ("/dev/null", "/dev/zero", "/dev/full", scratch / "pipe", scratch / "circle"):
        for command in COMMANDS:
            done = folk("--log", place, *command)
            refused(done, place, what=f"{place} {command}")


@case("an empty name after --log is not taken for the person's own log")
def log_has_no_name(scratch):
    done = folk("--log", "", "run", scratch.plan, typed=TO_THE_END)
    must(done.status in (1, 2), f"status {done.status}: {short(done.all)}")
    done = folk("--log", "", "log")
    must(done.status in (1, 2), f"status {done.status}: {short(done.all)}")


# --- surroundings

@case("without HOME and XDG_DATA_HOME, and with empty ones, it says what is missing and how to go on")
def no_home(scratch):
    nothing = {"HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
    for env in (nothing, nothing | {"HOME": ""}, nothing | {"HOME": "", "XDG_DATA_HOME": ""},
                nothing | {"HOME": "relative", "XDG_DATA_HOME": "relative"}):
        for command in COMMANDS:
            done = folk(*command, typed=TO_THE_END, env=env, cwd=scratch.path)
            refused(done, "XDG_DATA_HOME", "HOME", "--log", what=f"{env} {command}")
        done = folk("--log", scratch.log, "run", "--again", scratch.plan, typed=TO_THE_END, env=env, cwd=scratch.path)
        must(done.status == 0 and "The meeting is closed." in done.out, f"{env}, with --log: {short(done.all)}")
        must(folk("plan", "check", scratch.plan, env=env).status == 0, f"{env}: plan check")
    must(not (scratch / "relative").exists(), "something was made in the present folder")


@case("with a HOME that is not there the log's folder is made; one that cannot be made is named")
def home_missing(scratch):
    env = {"HOME": scratch / "new" / "home", "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
    done = folk("run", scratch.plan, typed=TO_THE_END, env=env)
    must(done.status == 0, f"status {done.status}: {short(done.all)}")
    must((scratch / "new/home/.local/share/folkmoot/folkmoot.db").exists(), "no log")
    refused(folk("run", scratch.plan, env=env | {"HOME": "/proc/nobody"}), "/proc/nobody")


@case("no TERM, an unknown TERM and an unknown locale: a meeting runs all the same")
def no_term(scratch):
    for env in ({"TERM": None}, {"TERM": ""}, {"TERM": "no-such-terminal"}, {"TERM": "\x1b[31m"}, {"LC_ALL": "xx_YY"},
                {"LC_ALL": None, "LANG": None}, {"TZ": "Nowhere/Land"}, {"TZ": None}, {"COLUMNS": "0", "LINES": "-1"}):
        done = folk("--log", scratch.log, "run", "--again", scratch.plan, typed="note mark1\n" + TO_THE_END, env=env)
        must(done.status == 0 and "The meeting is closed." in done.out, f"{env}: {short(done.all)}")
        if "LC_ALL" in env:
            ascii_only(done, f"{env}")


@case("an empty environment: with --log a meeting runs, and every command answers")
def empty_environment(scratch):
    done = shell('env -i "$FOLK" --log "$LOG" run "$PLAN"', env={"LOG": scratch.log, "PLAN": scratch.plan},
                 typed=("note mark1\n" + TO_THE_END).encode())
    must(done.status == 0 and "The meeting is closed." in done.out, short(done.all))
    done = shell('env -i "$FOLK" log')
    refused(done, "HOME")


# --- standard streams

@case("with standard output closed nothing is begun, and that is said on standard error")
def output_closed(scratch):
    done = shell('exec >&-; "$FOLK" --log "$LOG" run "$PLAN"', env={"LOG": scratch.log, "PLAN": scratch.plan},
                 typed=TO_THE_END.encode())
    refused(done, "output is closed")
    must(not scratch.log.exists(), "a meeting was begun that nobody could see")
    scratch.meeting()
    for command in ("log", "log show last", "minutes last", "actions", "doctor", "--help", "--version"):
        refused(shell(f'exec >&-; "$FOLK" --log "$LOG" {command}', env={"LOG": scratch.log}), "output", what=command)


@case("an output that is full ends every command with status 1 and words")
def output_full(scratch):
    scratch.meeting()
    for command in ("log", "log show last", "minutes last", "log list --format json", "doctor", "--help", "--version",
                    "plan check '$PLAN'", "plan show '$PLAN'"):
        line = f'"$FOLK" --log "$LOG" {command} >/dev/full'.replace("'$PLAN'", '"$PLAN"')
        refused(shell(line, env={"LOG": scratch.log, "PLAN": scratch.plan}), "output could not be written", "full",
                what=command)


@case("a meeting whose output is full, or whose reader went away, ends in order and can be taken up again")
def output_lost(scratch):
    log = scratch.log
    for where in (">/dev/full", "| true", "| head -c 10"):
        done = shell(f'set -o pipefail; "$FOLK" --log "$LOG" run --again "$PLAN" {where}',
                     env={"LOG": log, "PLAN": scratch.plan}, typed=("note mark1\n" * 2000).encode())
        must(done.status == 1, f"{where}: status {done.status}: {short(done.all)}")
        must(holds(done.err, "output could not be written"), f"{where}: {short(done.err)}")
        must(holds(done.err, f"--log {log} resume"), f"{where}: the words to go on leave the log out: {short(done.err)}")
    healthy(log)
    done = folk("--log", log, "resume", "last", typed="note mark2\n" + TO_THE_END)
    must(done.status == 0 and "mark2" in kept(done.out), f"resume: {short(done.all)}")


@case("with standard input closed or empty the meeting is left open, with status 0 and the words to go on")
def input_closed(scratch):
    for number, how in enumerate(("<&-", "</dev/null")):
        log = scratch / f"log{number}" / "folkmoot.db"
        done = shell(f'"$FOLK" --log "$LOG" run "$PLAN" {how}', env={"LOG": log, "PLAN": scratch.plan})
        must(done.status == 0 and holds(done.out, "stays open", f"--log {log} resume"), f"{how}: {short(done.all)}")
        must("open" in folk("--log", log, "log").out, f"{how}: not in the log as open")


@case("standard input that is a folder is the end of input, not a crash or a loop")
def input_is_folder(scratch):
    done = shell('"$FOLK" --log "$LOG" run "$PLAN" </', env={"LOG": scratch.log, "PLAN": scratch.plan})
    must(done.status in (0, 1) and holds(done.all, "stays open"), f"status {done.status}: {short(done.all)}")


@case("standard error that is closed or full changes no status")
def error_closed(scratch):
    scratch.meeting()
    for how in ("2>&-", "2>/dev/full"):
        for command, status in (("log", 0), ("log show zzz", 1), ("nonsense", 2)):
            done = shell(f'"$FOLK" --log "$LOG" {command} {how}', env={"LOG": scratch.log})
            must(done.status == status, f"{command} {how}: status {done.status}, not {status}: {short(done.all)}")


# --- arguments and files

@case("unknown commands, options and values end with status 2 and say what was not understood")
def unknown_arguments(scratch):
    for command in (["xyzzy"], ["--xyzzy"], ["-x"], ["log", "xyzzy"], ["run", "--xyzzy"], ["plan", "check", "p", "--xyzzy"],
                    ["actions", "--format", "xyzzy"], ["log", "--format", "xyzzy"], ["log", "--limit", "xyzzy"],
                    ["minutes", "last", "--format", "xyzzy"], ["plan", "new", "working-group", "--date", "xyzzy"]):
        done = folk("--log", scratch.log, *command)
        refused(done, command[-1].lstrip("-"), status=2, what=f"{command}")
        must(not done.out, f"{command}: {short(done.out)}")
    for command in (["log", "show"], ["minutes"], ["plan"], ["plan", "check"], ["--log"], ["--linear", "--screen"],
                    ["run", "a", "b"]):
        refused(folk("--log", scratch.log, *command), status=2, what=f"{command}")
    must(not scratch.log.exists(), "a log was made")


@case("a limit that is below zero, or no number that can be counted to, is refused")
def wrong_limit(scratch):
    scratch.meeting()
    for limit in ("-1", "99999999999999999999"):
        refused(folk("--log", scratch.log, "log", "--limit", limit), "limit", status=2, what=limit)


@case("an unknown word after `plan` is named")
def unknown_after_plan(scratch):
    refused(folk("--log", scratch.log, "plan", "xyzzy"), "xyzzy", status=2)


@case("a plan that is missing, a folder, empty, binary, no UTF-8, a pipe or too large is refused with its name")
def bad_plans(scratch):
    os.mkfifo(scratch / "pipe.toml")
    contents = {"empty.toml": b"", "blank.toml": b"\n \n", "binary.toml": bytes(range(256)) * 40,
                "zeros.toml": bytes(5000), "letters.toml": b"x" * 1_500_000, "lines.toml": b"[meeting]\n" * 150_000,
                "utf16.toml": PLAN.encode("utf-16"), "latin.toml": b"[meeting]\ntitle = \"Caf\xe9\"\n",
                "cut.toml": PLAN.encode()[:40], "deep.toml": b"a = " + b"[" * 100_000}
    for name, content in contents.items():
        (scratch / name).write_bytes(content)
    for name in ["missing.toml", ".", "pipe.toml", *contents]:
        path = scratch / name if name != "." else scratch.path
        for command in (["plan", "check"], ["plan", "show"], ["run"]):
            done = folk("--log", scratch.log, *command, path, typed=TO_THE_END)
            refused(done, path, what=f"{name}, {command}")
    listed = folk("--log", scratch.log, "log")
    must(listed.status == 1 or holds(listed.out, "no meeting"), f"something was started: {short(listed.all)}")


@case("a plan with a megabyte of remarks can be run, or is refused with its name")
def large_plan(scratch):
    large = scratch / "large.toml"
    large.write_text(PLAN + "# remark\n" * 150_000)
    done = folk("--log", scratch.log, "run", large, typed=TO_THE_END)
    if done.status == 0:
        must("The meeting is closed." in done.out, short(done.out[-500:]))
    else:
        refused(done, large)


@case("an id that no meeting has, or that several begin with, is answered with the choices")
def unknown_id(scratch):
    for command in (["log", "show", "last"], ["minutes", "last"]):
        refused(folk("--log", scratch.log, *command), scratch.log, "no log")
    for number in range(20):  # 16 digits: two of them begin alike
        folk("--log", scratch.log, "run", "--again", scratch.plan, typed="", env={"FOLKMOOT_SEED": f"n{number}"})
    ids = re.findall(r"^([0-9a-f]{4,})  ", folk("--log", scratch.log, "log").out, re.M)
    must(len(ids) == 20, f"{len(ids)} meetings")
    twice = next(first for first in "0123456789abcdef" if sum(each.startswith(first) for each in ids) > 1)
    for command in (["log", "show"], ["minutes"], ["resume"]):
        refused(folk("--log", scratch.log, *command, "xyzzy"), "xyzzy", "Tested meeting", what=f"{command}")
        done = folk("--log", scratch.log, *command, twice)
        refused(done, twice, *[each for each in ids if each.startswith(twice)], what=f"{command}")
        must(folk("--log", scratch.log, *command, ids[0], typed="").status == 0, f"{command} {ids[0]}")
        for odd in ("", " ", "%", "_", "*", "'", '";', "0" * 100_000, "last last", "-1"):
            done = folk("--log", scratch.log, *command, "--", odd, typed="")
            must(done.status in (1, 2) or (command == ["resume"] and not odd.strip()),
                 f"{command} {short(odd)!r}: status {done.status}: {short(done.all)}")


@case("minutes into a folder that is not there, a folder or a device are refused with the path")
def bad_output(scratch):
    scratch.meeting()
    for place, reason in ((scratch / "none" / "minutes.md", "no such folder"), (scratch.path, "is a folder"),
                          ("/dev/full", "not an ordinary file"), (scratch.plan / "minutes.md", "")):
        refused(folk("--log", scratch.log, "minutes", "last", "-o", place), place, reason, what=str(place))
    must(scratch.plan.read_text() == PLAN, "the plan was changed")


@case("a new plan into a folder that is not there, a folder or a pipe is refused with the path, and nothing waits")
def bad_new_plan(scratch):
    os.mkfifo(scratch / "pipe")  # a device such as /dev/zero would be read until the memory is full
    for place in (scratch / "none" / "new.toml", scratch.path, scratch.plan / "new.toml", scratch / "pipe"):
        refused(folk("plan", "new", "working-group", "-o", place, patience=10), place, what=str(place))
    must(scratch.plan.read_text() == PLAN, "the plan was changed")


# --- words at the prompt

@case("unknown, ambiguous and unfinished words are answered with what was typed and an example, and nothing happens")
def unknown_words(scratch):
    done = folk("--log", scratch.log, "run", scratch.plan,
                typed="here all\nnote mark1\nxyzzy\nre\na\nnote\nhere\nhere Nobody\nspeak\ngo 99\nedit 7 x\nremove 7\nextend x\n"
                      "@@@\n\n   \n!!\n1\n99999999999999999999\n-1\n")
    answers = dict(re.findall(r"^Opening> (.*)\n((?:(?!Opening>).*\n)*)", done.out + "\n", re.M))
    must(holds(answers["xyzzy"], '"xyzzy" is not a word', "For example"), answers["xyzzy"])
    must(holds(answers["re"], '"re"', '"redo"', '"remove"'), answers["re"])
    for typed, example in (("a", "Example: action"), ("note", "Example: note"), ("here Nobody", "Nobody"),
                           ("go 99", "99"), ("edit 7 x", "7"), ("remove 7", "7"), ("@@@", "@@@"), ("!!", "!!"),
                           ("99999999999999999999", "99999999999999999999"), ("-1", "-1")):
        must(holds(answers[typed], example), f"{typed}: {short(answers[typed])}")
    for typed in ("here", "extend x", "1"):
        must(answers[typed].strip(), f"{typed} was not answered")
    story = shown(scratch.log)
    must("3 events" in story, f"more than opening, here and the note happened: {short(story)}")


@case("dates that do not exist: in an action they stay part of its text, elsewhere they are refused with an example")
def wrong_dates(scratch):
    done = folk("--log", scratch.log, "run", scratch.plan,
                typed="here all\naction Ben: mark1 by 31 february\naction Ben: mark2 by friday\n" +
                      "go closing\ndue 1 someday\ndue 1 31 february\nmeet 31 february\nmeet 99:99\nmeet\n"
                      "due 9 friday\nmeet 2026-13-01\n")
    must("Closing" in done.out, f"not in the closing: {short(done.out[-400:])}")
    answers = dict(re.findall(r"^Closing> (.*)\n((?:(?!Closing>).*\n)*)", done.out, re.M))
    for typed, wanted in (("due 1 someday", "someday"), ("due 1 31 february", "31 february"),
                          ("meet 31 february", "31 february"), ("meet 99:99", "99:99"), ("due 9 friday", "9"),
                          ("meet 2026-13-01", "2026-13-01")):
        must(holds(answers[typed], wanted), f"{typed}: {short(answers.get(typed, ''))}")
        if typed != "due 9 friday":
            must(re.search("example|can be", answers[typed], re.I), f"{typed}, without an example: {short(answers[typed])}")
    must("mark1 by 31 february" in all_words(scratch.log), f"the action's text: {all_words(scratch.log)}")
    must("mark2" in all_words(scratch.log), "a real date belongs to no text")
    rows = folk("--log", scratch.log, "actions", "--format", "csv").out
    must(holds(rows, "mark1 by 31 february"), f"actions: {short(rows)}")


def long_text(length, seed):
    rng = random.Random(seed)
    text = ""
    while len(text) < length:
        text += "".join(rng.choice("abcdefghijklmnopqrstuvwxyzäéßłжщ語字") for _ in range(rng.randint(1, 11))) + " "
    return text[:length - 1] + "z"


@case("a note of 10,000 characters is kept whole: in the log, read back, and in the minutes")
def long_note(scratch):
    text = "mark1 " + long_text(10_000, 1)
    solid = "mark2" + "x" * 9_995
    done = folk("--log", scratch.log, "run", scratch.plan, typed=f"note {text}\nnote {solid}\n" + TO_THE_END)
    must(done.status == 0 and "The meeting is closed." in done.out, short(done.out[-500:]))
    words = all_words(scratch.log)
    must(text in words and solid in words, "not whole in the log")
    for name, told in (("log show", shown(scratch.log)), ("minutes", minutes(scratch.log)),
                       ("Markdown", folk("--log", scratch.log, "minutes", "last").out),
                       ("the answer", done.out)):
        must(holds(told, text) and holds(told, solid), f"not whole in {name}")


@case("a line of 70,000 characters is cut where it was said, and what follows it is taken as it is")
def very_long_line(scratch):
    for number, text in enumerate(("x" * 70_000, "é" * 40_000, "x " * 35_000, "x" * 65_532, "語" * 30_000)):
        log = scratch / f"log{number}" / "folkmoot.db"
        line = ("note mark1" + text).encode()
        done = folk("--log", log, "run", scratch.plan, typed=line + b"\nnote mark2 after it\n" + TO_THE_END.encode())
        must(done.status == 0 and "mark2" in kept(done.out), f"text {number}: {short(done.out[-500:])}")
        limit = re.search(r"first (\d+) bytes", flat(done.out).replace("first", "first ").replace("bytes", " bytes"))
        must(limit, f"text {number}: nothing said about the cut")
        whole = line[:int(limit.group(1))].decode(errors="ignore")[len("note "):]
        stored = [each for each in all_words(log) if each.startswith("mark1")]
        must(len(stored) == 1 and stored[0].rstrip("�") == whole.rstrip(),
             f"text {number}: stored {[len(each) for each in stored]} of {len(whole)} characters")


@case("a megabyte without a new line is cut where it was said, and its beginning kept")
def endless_line(scratch):
    for number, text in enumerate((b"note mark1" + b"x" * 1_000_000, b"x" * 1_000_000, bytes(1_000_000),
                                   b"note mark1" + b"\xff" * 1_000_000, b"note mark1" + b"\x1b" * 1_000_000)):
        log = scratch / f"log{number}" / "folkmoot.db"
        done = folk("--log", log, "run", scratch.plan, typed=text)
        must(done.status == 0 and holds(done.out, "too long", "stays open"), f"text {number}: {short(done.out[-400:])}")
        if text.startswith(b"note mark1x"):
            stored = [each for each in all_words(log) if each.startswith("mark1")]
            must(stored and len(stored[0]) > 60_000, f"text {number}: {[len(each) for each in stored]}")
        healthy(log)


# --- what must not get out

def every_field(text):
    """A script that puts the text into every field that takes one."""
    return "\n".join((
        f"here new {text} Guest of {text} House", "here all", f"away Dara: {text}", f"note {text} mark1", "next",
        f"say 4 {text}", f"say {text}", "next", "next", f"{text}", f"note {text}", f"decide {text}",
        f"rule {text}", f"reserve Ben: {text}", f"reserve {text}", f"action Ben: {text} by friday",
        f"action {text}: {text}", f"park {text}", f"ask {text}", f"term {text}: {text}", f"concern {text}",
        f"edit 1 {text}", f"hand Asha: {text}", f"speak {text}", f"add item {text} 5", f"extend {text}", f"go {text}",
        f"help {text}", f"why {text}", f"drop item 3: {text}", f"answers {text}", "history", "again", "who", "agenda",
        "voices", "where", "time", f"meet {text}", f"host {text}", f"facilitate {text}", "next", "1", "next", "1",
        "next", "next", "next", "next")) + "\n" + TO_THE_END


def look_at_everything(scratch, log):
    for command in READING:
        done = folk("--log", log, *command)
        must(done.status == 0, f"{command}: {short(done.all)}")
        folk("--log", log, *command, env={"LC_ALL": "C"})
    for file in (log.parent / "minutes").iterdir():
        wrong = unclean(file.read_bytes())
        must(not wrong, f"{file.suffix} minutes hold {wrong}")
    for text in all_words(log):
        wrong = unclean(as_bytes(text))
        must(not wrong, f"the log holds {wrong}")


@case("hostile characters, one kind at a time, in a note and an action: none comes out of any command")
def hostile_kinds(scratch):
    script = "".join(f"note mark{n} {text}\naction Ben: mark{n} {text} by friday\n"
                     for n, text in enumerate(HOSTILE.values()))
    done = folk("--log", scratch.log, "run", scratch.plan, typed="here all\n" + script + TO_THE_END)
    must(done.status == 0 and "The meeting is closed." in done.out, f"does not close: {short(done.out[-500:])}")
    expected = {f"mark{n}" for n in range(len(HOSTILE))}
    must(kept(done.out) == expected, f"kept all but {sorted(expected - kept(done.out))}")
    must(marks(shown(scratch.log)) == expected, "log show")
    for name, text in zip(HOSTILE, (each for each in all_words(scratch.log) if re.match(r"mark\d+ ", each))):
        must("A" in text and "Z" in text, f"{name}: the letters around it are lost: {text!r}")
    look_at_everything(scratch, scratch.log)


@case("hostile characters in every field of a meeting: none comes out of any command")
def hostile_fields(scratch):
    for number, text in enumerate((HOSTILE["a colour"], HOSTILE["bidirectional overrides"], HOSTILE["tags"],
                                   HOSTILE["bytes that are no UTF-8"], HOSTILE["C1 controls"], MANY)):
        log = scratch / f"log{number}" / "folkmoot.db"
        done = folk("--log", log, "run", scratch.plan, typed=every_field(text.replace("\n", " ")))
        must(done.status == 0 and "The meeting is closed." in done.out, f"text {number}: {short(done.out[-500:])}")
        look_at_everything(scratch, log)


@case("hostile characters in a plan, and in what is wrong with a plan: none comes out")
def hostile_plan(scratch):
    for number, text in enumerate((MANY, "A‮\x1b[31m\x9bZ")):
        word = "".join(c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04X}" if ord(c) < 0x10000 else
                       f"\\U{ord(c):08X}" for c in text if not 0xD800 <= ord(c) < 0xE000)
        raw = "A" + "".join(c for c in text if ord(c) > 0x9F and not 0xD800 <= ord(c) < 0xE000) + "Z"
        plan = scratch / f"hostile{number}.toml"
        plan.write_text(f'''
[meeting]
title = "{word}"
group = "{word} group"
place = "{raw} {word}"
minutes = 60
[partnership]
name = "{word}"
principles = ["{word}", "{raw}"]
[[person]]
name = "Asha {word}"
partner = "{word} House"
role = "{word}"
access = "{word}"
[[person]]
name = "Ben {raw}"
partner = "Council"
[[objective]]
id = "O1"
text = "{word}"
[checkin]
question = "{word}"
[[item]]
title = "{word} {raw}"
minutes = 10
objectives = ["O1"]
papers = [{{ title = "{word}", sent = 2026-11-10 }}]
[[action]]
text = "{word}"
owner = "Asha {word}"
''')
        log = scratch / f"log{number}" / "folkmoot.db"
        for command in (["plan", "check"], ["plan", "show"]):
            done = folk(*command, plan)
            must(done.status == 0, f"{command}: {short(done.all)}")
            folk(*command, plan, env={"LC_ALL": "C"})
        done = folk("--log", log, "run", plan, typed="here all\nprivate\nprivate\nwho\nwhy\nagenda\n" + TO_THE_END)
        must(done.status == 0 and "The meeting is closed." in done.out, f"run: {short(done.all[-600:])}")
        look_at_everything(scratch, log)
        for wrong in (f'[meeting]\ntitle = "x"\n"{word}" = 1\n', f'[meeting]\ntitle = "x"\n[[item]]\nkind = "{word}"\n',
                      f'[meeting]\ntitle = "x"\nminutes = "{word}"\n', f'[meeting]\ntitle = "x"\n["{word}"]\na = 1\n',
                      f'[meeting]\ntitle = "x"\n[[person]]\nname = "P"\n[[objective]]\nid = "O1"\ntext = "t"\n'
                      f'[[item]]\ntitle = "y"\nlead = "{word}"\nobjectives = ["{word}"]\n',
                      f'[meeting]\ntitle = {raw}\n', f'[pulse]\ninstrument = "{word}"\n'):
            plan.write_text(wrong)
            for command in (["plan", "check"], ["plan", "show"], ["run"]):
                done = folk("--log", log, *command, plan)
                refused(done, plan, what=f"{command}")
                folk("--log", log, *command, plan, env={"LC_ALL": "C"})


@case("hostile characters in arguments and file names: none comes out")
def hostile_arguments(scratch):
    name = as_bytes("A\x1b[31m‮\x9b\x85\x07\tZ") + b"\xff"
    scratch.meeting()
    folder = os.fsencode(scratch.path)
    plan, log = os.path.join(folder, name + b".toml"), os.path.join(folder, name + b".db")
    with open(plan, "w", encoding="utf-8") as file:
        file.write(PLAN)
    usual = os.fsencode(scratch.log)
    for command in ([name], [b"--" + name], [b"log", b"show", name], [b"minutes", name], [b"resume", name],
                    [b"run", name], [b"plan", b"check", name], [b"plan", b"show", name], [b"plan", b"check", plan],
                    [b"plan", b"show", plan], [b"plan", b"new", name], [b"actions", b"--format", name],
                    [b"plan", b"new", b"working-group", b"--date", name],
                    [b"plan", b"new", b"working-group", b"--title", name],
                    [b"minutes", b"last", b"-o", os.path.join(folder, name + b".md")],
                    [b"plan", b"new", b"working-group", b"-o", os.path.join(folder, name + b"2.toml")],
                    [b"minutes", b"last", b"-o", os.path.join(folder, name, name)]):
        must(folk(b"--log", usual, *command).all, f"{command!r} was not answered")
        folk(b"--log", usual, *command, env={"LC_ALL": "C"})
    for command in ([b"log"], [b"doctor"], [b"run", plan], [b"run", plan], [b"resume"], [b"log"], [b"doctor"]):
        folk(b"--log", log, *command, typed="note x\n")
    folk(b"--log", log, b"resume", typed=TO_THE_END)
    folk(b"--log", log, b"run", plan, typed=TO_THE_END)


@case("hostile characters in settings and in the environment: none comes out")
def hostile_settings(scratch):
    config = scratch / "config" / "folkmoot"
    config.mkdir(parents=True)
    for content in ('"A\\u001b[31m\\u202E" = 1\n', 'bell = "A\\u001b[31m\\u202E"\n', "bell = ‮x\n", "\x1b[31m",
                    f'minutes_folder = "{scratch.path}/A\\u001b[31m\\u202E\\u0085Z"\n'):
        (config / "settings.toml").write_text(content)
        done = folk("--log", scratch.log, "run", "--again", scratch.plan, typed=TO_THE_END,
                    env={"XDG_CONFIG_HOME": config.parent})
        must(done.status == 0 and "The meeting is closed." in done.out, f"{content!r}: {short(done.all)}")
    for name in ("XDG_DATA_HOME", "HOME", "FOLKMOOT_DATA", "TZ", "FOLKMOOT_SEED"):
        env = {"XDG_DATA_HOME": None, name: "/proc/A\x1b[31m‮\x85Z"}
        folk("run", scratch.plan, typed="next\n", env=env)
        folk("plan", "new", env=env)


FOREIGN = "here all\nnote “Grüße” – naïve … 語 ليلى 𝄞\nxyzzy\nre\nhelp\nhelp all\nwho\nwhy\n" + TO_THE_END


@case("with LC_ALL=C a meeting is told in plain ASCII")
def ascii_meeting(scratch):
    done = folk("--log", scratch.log, "run", EXAMPLE, typed=FOREIGN, env={"LC_ALL": "C"})
    must("The meeting is closed." in done.out, f"does not close: {short(done.out[-400:])}")
    ascii_only(done, "run")
    ascii_only(folk("--log", scratch.log, typed="show\nactions\nxyzzy\n", env={"LC_ALL": "C"}), "home")


@case("with LC_ALL=C what the other commands tell is plain ASCII")
def ascii_reading(scratch):
    folk("--log", scratch.log, "run", EXAMPLE, typed=FOREIGN)
    wrong = []
    for command in (["log"], ["log", "show", "last"], ["minutes", "last", "--format", "text"], ["minutes", "last"],
                    ["actions"], ["actions", "--all"], ["doctor"], ["--help"], ["run", "--help"], ["plan", "new"],
                    ["plan", "show", EXAMPLE], ["plan", "check", EXAMPLE]):
        done = folk("--log", scratch.log, *command, env={"LC_ALL": "C"})
        must(done.status == 0 and done.out, f"{command}: {short(done.all)}")
        if not done.all.isascii():
            wrong.append(" ".join(word for word in command if isinstance(word, str)))
    must(not wrong, "not ASCII: " + ", ".join(wrong))


@case("with LC_ALL=C errors are plain ASCII too")
def ascii_errors(scratch):
    scratch.meeting()
    bad = scratch / "bad.toml"
    bad.write_text('[meeting]\ntitle = "Grüße"\nminuten = 3\n[[item]]\nkind = "größer"\n')
    wrong = []
    for command in (["log", "show", "xyzzy"], ["minutes", "語"], ["xyzzy"], ["plan", "check", bad], ["run", bad],
                    ["plan", "check", scratch / "Übung.toml"], ["plan", "new", "xyzzy"],
                    ["plan", "new", "working-group", "--date", "übermorgen"], ["actions", "--format", "größer"]):
        done = folk("--log", scratch.log, *command, env={"LC_ALL": "C"})
        must(done.status in (1, 2) and done.err, f"{command}: {short(done.all)}")
        if not done.all.isascii():
            wrong.append(" ".join(map(str, command)) + ": " + done.err)
    must(not wrong, "not ASCII: " + short(" ".join(wrong), 800))
    ascii_only(folk("log", env={"LC_ALL": "C", "FOLKMOOT_CLOCK": "morgen früh"}), "FOLKMOOT_CLOCK")


# --- ends

@case("SIGTERM, SIGHUP, SIGINT and SIGQUIT during a meeting: it ends in order, stays open and can be taken up")
def signals(scratch):
    for number, name in enumerate((signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)):
        with Talk("--log", scratch.log, *(["resume"] if number else ["run", scratch.plan])) as talk:
            must(kept(talk.say(f"note mark{number}")), "the note")
            os.kill(talk.process.pid, name)
            ended = talk.wait()
        must(ended.status == 0, f"{name.name}: status {ended.status}: {short(ended.out[-300:])}")
        must(holds(ended.out, "stays open", "resume"), f"{name.name}: {short(ended.out[-300:])}")
        must(ended.out.endswith("\n"), f"{name.name}: the last line does not end: {short(ended.out[-60:])}")
        must("open" in folk("--log", scratch.log, "log").out, f"{name.name}: not open")
    done = folk("--log", scratch.log, "resume", typed=TO_THE_END)
    must(done.status == 0 and "The meeting is closed." in done.out, f"resume: {short(done.all)}")
    must(marks(shown(scratch.log)) == {f"mark{n}" for n in range(4)}, "a note is missing")
    healthy(scratch.log)


@case("a signal at the question which meeting to take up, and at home, ends in order too")
def signals_elsewhere(scratch):
    for _ in range(2):
        folk("--log", scratch.log, "run", "--again", scratch.plan)
    for command in (["resume"], [], ["run", scratch.plan]):
        for name in (signal.SIGTERM, signal.SIGINT):
            with Talk("--log", scratch.log, *command) as talk:
                os.kill(talk.process.pid, name)
                ended = talk.wait()
            must(ended.status == 0 and ended.out.endswith("\n"), f"{command}, {name.name}: {short(ended.out[-200:])}")


@case("the end of the input leaves the meeting open with status 0, and the words it gives take it up again")
def end_of_input(scratch):
    for number, (typed, last) in enumerate((("", ""), ("here all\nnote mark1", "mark1"), ("here all\nnext\n", ""))):
        log = scratch / f"log{number}" / "folkmoot.db"
        done = folk("--log", log, "run", scratch.plan, typed=typed)
        must(done.status == 0, f"{typed!r}: status {done.status}: {short(done.all)}")
        must(holds(done.out, "The input ended.", "stays open", f"folkmoot --log {log} resume"), short(done.out[-300:]))
        must(last in shown(log), f"{typed!r}: the last line, without a new line, is lost")
        done = folk("--log", log, "resume", typed=TO_THE_END)
        must(done.status == 0 and "The meeting is closed." in done.out, f"{typed!r}: {short(done.all)}")
    done = folk("--log", scratch.log, "run", scratch.plan, typed="note mark1\nquit\nnote mark2\n")
    must(done.status == 0 and holds(done.out, "stays open"), f"quit: {short(done.all)}")
    must(marks(shown(scratch.log)) == {"mark1"}, "something was taken after quit")
    refused(folk("--log", scratch / "log0" / "folkmoot.db", "resume"), "No meeting is open")


@case("a name with a blank in the words to take a meeting up is quoted, so that the shell takes it")
def quoted(scratch):
    for name in ("two words.db", "it's.db", "a;b.db"):
        done = folk("--log", scratch / name, "run", scratch.plan)
        said = re.search(r"Take it up again with: folkmoot (.*resume)", done.out.replace("\n", " "))
        must(said, f"{name}: {short(done.out[-300:])}")
        again = shell(f'"$FOLK" {said.group(1)}', typed=TO_THE_END.encode())
        must("The meeting is closed." in again.out, f"{name}: {said.group(1)}: {short(again.all)}")


@case("a hundred lines of only `next` reach the end of the example, with status 0 and minutes, and nothing is lost")
def only_next(scratch):
    done = folk("--log", scratch.log, "run", EXAMPLE, typed="next\n" * 100)
    must(done.status == 0 and "The meeting is closed." in done.out, f"status {done.status}: {short(done.out[-500:])}")
    written = sorted(each.suffix for each in (scratch.log.parent / "minutes").iterdir())
    must(written == [".md", ".txt"], f"minutes: {written}")
    for file in (scratch.log.parent / "minutes").iterdir():
        must(holds(done.out, f"{file.with_suffix('.md')} and .txt"), f"{file.name} is not named")
        must(file.stat().st_size > 500, f"{file.name} is nearly empty")
    must("closed" in folk("--log", scratch.log, "log").out, "not closed in the list")
    actions = folk("--log", scratch.log, "actions").out
    must(holds(actions, "kerb map", "payment form", "hearing loop"), f"open actions were lost: {short(actions)}")
    healthy(scratch.log)


if __name__ == "__main__":
    sys.exit(main(mounts=True))
