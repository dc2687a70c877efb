#!/usr/bin/env python3
"""Clocks that are set back or forward, summer time, sleep: durations stay true and the order is that of the acts."""
import os
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from folk import (RELEASE, TO_THE_END, Talk, case, folk, healthy, holds, kept, main, minutes, must, short,
                  shown)

# Moves the wall clock, and the clock that counts sleep, of one program by what a file says, in seconds.
SHIM = r"""
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t which, struct timespec *value) {
    long result = syscall(SYS_clock_gettime, which, value);
    long wall = 0, boot = 0;
    FILE *file = fopen(getenv("SHIFTS"), "r");
    if (file) {
        if (fscanf(file, "%ld %ld", &wall, &boot) != 2) abort();
        fclose(file);
    }
    if (which == CLOCK_REALTIME) value->tv_sec += wall;
    if (which == CLOCK_BOOTTIME) value->tv_sec += boot;
    return (int)result;
}
"""


class Clock:
    """The clock of a running program, as a person or the kernel moves it."""

    def __init__(self, scratch):
        source, library = scratch / "shim.c", scratch / "shim.so"
        source.write_text(SHIM)
        built = subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source], capture_output=True, text=True,
                               check=False)
        must(built.returncode == 0, f"the shim does not build: {built.stderr}")
        self.file = scratch / "shifts"
        self.move(0, 0)
        self.env = {"LD_PRELOAD": library, "SHIFTS": self.file}

    def move(self, wall, boot):
        new = self.file.with_suffix(".new")
        new.write_text(f"{wall} {boot}\n")
        new.rename(self.file)


def rows(log, question):
    database = sqlite3.connect(f"file:{log}?mode=ro", uri=True)
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()


def one(log, question):
    found = rows(log, question)
    must(len(found) == 1, f"{question}: {found}")
    return found[0]


def at(log, start, typed, plan=None, zone="UTC", **more):
    """One run whose clock starts there."""
    command = ["resume"] if plan is None else ["run", plan]
    done = folk("--log", log, *command, typed=typed, env={"FOLKMOOT_CLOCK": start, "TZ": zone}, **more)
    must(done.status == 0, f"status {done.status}: {short(done.all)}")
    return done.out


def in_order(text, *wanted):
    places = [text.find(each) for each in wanted]
    must(-1 not in places, f"missing: {[each for each, place in zip(wanted, places) if place < 0]} in {short(text)}")
    must(places == sorted(places), f"not in the order of the acts: {short(text)}")


def no_negative(log):
    for view, columns in (("v_meetings", ("length_minutes", "break_minutes")), ("v_items", ("used_minutes",)),
                          ("v_turns", ("length_seconds",)), ("v_attendance", ("present_minutes",))):
        for column in columns:
            found = rows(log, f"SELECT {column} FROM {view} WHERE {column} < 0 OR {column} IS NULL")
            must(not found, f"{view}.{column}: {found}")
    for text in (shown(log), minutes(log), folk("--log", log, "log").out):
        must(not re.search(r"(?<![\w-])-\s?\d+\s*(hour|minute|second)", text), f"a duration below zero: {short(text)}")


TO_THE_ITEM = "here all\nnext\nnext\nnext\n"  # to the first item, past a check-in where nobody speaks

BACK_FIRST = TO_THE_ITEM + "speak Asha\n@+5m\nnote mark1\nspeak Ben\n@+3m\nnote mark2\n"
BACK_SECOND = "note mark3\nspeak Dara\n@+2m\nnote mark4\ntime\ndone\n@+1m\n" + TO_THE_END


def set_back(scratch):
    at(scratch.log, "2026-11-24T14:00:00Z", BACK_FIRST, scratch.plan)
    out = at(scratch.log, "2026-11-24T13:08:00Z", BACK_SECOND)  # an hour before the last act
    must("The meeting is closed." in out, f"does not close: {short(out[-600:])}")
    return out


@case("a meeting taken up with a clock that is an hour behind closes, and everything is told in the order of the acts")
def back_order(scratch):
    set_back(scratch)
    in_order(shown(scratch.log), "mark1", "mark2", "mark3", "mark4", "The meeting is closed.")
    in_order(minutes(scratch.log), "mark1", "mark2", "mark3", "mark4")
    healthy(scratch.log)
    rebuilt = folk("--log", scratch.log, "doctor", "--rebuild")
    must(rebuilt.status == 0, f"doctor --rebuild: {short(rebuilt.all)}")
    sequence = [row[0] for row in rows(scratch.log, "SELECT sequence FROM events ORDER BY stream, sequence")]
    must(sequence, "no events")


@case("a clock that is an hour behind makes no duration negative")
def back_not_negative(scratch):
    set_back(scratch)
    no_negative(scratch.log)


@case("what was timed before and after the clock went back is counted in full: item, turns, meeting, attendance")
def back_durations(scratch):
    set_back(scratch)
    used = one(scratch.log, "SELECT used_minutes FROM v_items WHERE position = 1")[0]
    must(used == 10.0, f"the item took 5 + 3 + 2 minutes, v_items says {used}")
    turns = [row[0] for row in rows(scratch.log, "SELECT length_seconds FROM v_turns ORDER BY number")]
    must(turns == [300.0, 180.0, 120.0], f"turns of 300, 180 and 120 seconds, v_turns says {turns}")
    length = one(scratch.log, "SELECT length_minutes FROM v_meetings")[0]
    must(length == 11.0, f"the meeting took 5 + 3 + 2 + 1 minutes, v_meetings says {length}")
    present = rows(scratch.log, "SELECT DISTINCT present_minutes FROM v_attendance")
    must(present == [(11.0,)], f"all three were there for 11 minutes, v_attendance says {present}")


@case("with a clock that is behind, `time` does not give the meeting more time than was planned")
def back_time(scratch):
    out = set_back(scratch)
    said = re.search(r"The meeting has ((?:(\d+) hours? ?)?(?:(\d+) minutes? )?)left", out.replace("\n", " "))
    must(said, f"nothing about the time left: {short(out)}")
    left = 60 * int(said.group(2) or 0) + int(said.group(3) or 0)
    must(left <= 60, f"{said.group(1)}left of a meeting of 60 minutes that has run for 10")


@case("a meeting taken up with a clock that is a day ahead asks about the gap; left out, it is in no duration")
def forward(scratch):
    at(scratch.log, "2026-11-24T14:00:00Z", BACK_FIRST, scratch.plan)
    out = at(scratch.log, "2026-11-25T14:08:00Z", "1\n" + BACK_SECOND)
    must(holds(out, "leave out"), f"the gap was not asked about: {short(out)}")
    must("The meeting is closed." in out, f"does not close: {short(out[-600:])}")
    in_order(shown(scratch.log), "mark1", "mark2", "mark3", "mark4", "The meeting is closed.")
    no_negative(scratch.log)
    used = one(scratch.log, "SELECT used_minutes FROM v_items WHERE position = 1")[0]
    must(used == 10.0, f"the item took 5 + 3 + 2 minutes without the gap, v_items says {used}")
    length = one(scratch.log, "SELECT length_minutes FROM v_meetings")[0]
    must(length == 11.0, f"the meeting took 11 minutes without the gap, v_meetings says {length}")


def turned(scratch, zone, start, typed):
    out = at(scratch.log, start, TO_THE_ITEM + typed + TO_THE_END, scratch.plan, zone)
    must("The meeting is closed." in out, f"does not close: {short(out[-600:])}")
    no_negative(scratch.log)
    return out


@case("summer time ends during a meeting: 90 minutes are 90 minutes")
def summer_ends(scratch):
    turned(scratch, "Europe/London", "2026-10-25T00:30:00Z", "speak Asha\n@+90m\nstop\nnote mark1\ndone\n")
    length, opened, closed = one(scratch.log, "SELECT length_minutes, opened_local, closed_local FROM v_meetings")
    must(length == 90.0, f"v_meetings says {length} minutes")
    must((opened, closed) == ("2026-10-25T01:30:00", "2026-10-25T02:00:00"), f"local times {opened} to {closed}")
    must(one(scratch.log, "SELECT used_minutes FROM v_items WHERE position = 1")[0] == 90.0, "v_items")
    must(one(scratch.log, "SELECT length_seconds FROM v_turns")[0] == 5400.0, "v_turns")
    must(holds(minutes(scratch.log), "took 1 hour 30 minutes"), f"the minutes: {short(minutes(scratch.log), 900)}")
    must(re.search(r"^02:00  Note 1 kept", shown(scratch.log), re.M), f"log show: {short(shown(scratch.log))}")


@case("summer time begins during a meeting: 90 minutes are 90 minutes")
def summer_begins(scratch):
    turned(scratch, "Europe/London", "2026-03-29T00:30:00Z", "speak Asha\n@+90m\nstop\nnote mark1\ndone\n")
    length, opened, closed = one(scratch.log, "SELECT length_minutes, opened_local, closed_local FROM v_meetings")
    must(length == 90.0, f"v_meetings says {length} minutes")
    must((opened, closed) == ("2026-03-29T00:30:00", "2026-03-29T03:00:00"), f"local times {opened} to {closed}")
    must(holds(minutes(scratch.log), "took 1 hour 30 minutes"), f"the minutes: {short(minutes(scratch.log), 900)}")


@case("minutes that span the end of summer time do not look like a meeting of another length")
def summer_minutes(scratch):
    turned(scratch, "Europe/London", "2026-10-25T00:30:00Z", "@+90m\ndone\n")
    text = minutes(scratch.log)
    head = text.split("Who was there")[0]
    must(holds(head, "Began: 01:30", "Ended: 02:00"), f"the head: {short(head)}")
    must(re.search(r"1 hour 30 minutes|90 minutes|summer|UTC|GMT|BST", head),
         f"began 01:30 and ended 02:00, and nothing says that it took 90 minutes: {short(head)}")


@case("what begins after summer time has ended carries the new local time in the views")
def summer_views(scratch):
    turned(scratch, "Europe/London", "2026-10-25T00:30:00Z", "@+90m\nnext\nspeak Ben\n@+1m\nstop\ncarry\n")
    item = one(scratch.log, "SELECT opened_local FROM v_items WHERE position = 2")[0]
    must(item == "2026-10-25T02:00:00", f"the second item was opened at 02:00, v_items says {item}")
    turn = one(scratch.log, "SELECT began_local FROM v_turns")[0]
    must(turn == "2026-10-25T02:00:00", f"the turn began at 02:00, v_turns says {turn}")


@case("a meeting across midnight at the end of 2038's clocks keeps its minutes")
def far_ahead(scratch):
    turned(scratch, "UTC", "2038-01-19T03:00:00Z", "speak Asha\n@+20m\nstop\nnote mark1\ndone\n")
    must(one(scratch.log, "SELECT length_minutes FROM v_meetings")[0] == 20.0, "v_meetings")
    must(re.search(r"^03:20  Note 1 kept", shown(scratch.log), re.M), f"log show: {short(shown(scratch.log))}")


def live(scratch, moves):
    """A meeting during which the clocks are moved; each move has the seconds and a line. Returns what was said."""
    clock = Clock(scratch)
    said = []
    with Talk("--log", scratch.log, "run", scratch.plan, env=clock.env, program=RELEASE) as talk:
        for line in TO_THE_ITEM.split():
            if line != "all":
                talk.say("here all" if line == "here" else line)
        must("Item 1" in talk.all.decode(), f"not in the item: {short(talk.all.decode()[-300:])}")
        talk.say("speak Asha")
        for number, (wall, boot, line) in enumerate(moves):
            clock.move(wall, boot)
            said.append(talk.say(line))
            must(kept(talk.say(f"note mark{number}")), f"note {number} after the move")
        talk.process.stdin.write(("done\n" + TO_THE_END).encode())
        ended = talk.end()
    must(ended.status == 0 and "The meeting is closed." in ended.out, f"does not close: {short(ended.out[-600:])}")
    in_order(shown(scratch.log), *[f"mark{n}" for n in range(len(moves))], "The meeting is closed.")
    in_order(minutes(scratch.log), *[f"mark{n}" for n in range(len(moves))])
    healthy(scratch.log)
    no_negative(scratch.log)
    return said


@case("the system's clock is set back and forward during a meeting: durations stay true to the second")
def set_while_running(scratch):
    said = live(scratch, [(-3600, 0, "where"), (7200, 0, "where"), (-86400, 0, "where"), (0, 0, "where")])
    must(not any(holds(each, "leave out") for each in said), "a clock that was set was taken for a gap")
    must(not any(holds(each, "past its time") for each in said), "a clock that was set was taken for an overrun")
    for question in ("SELECT length_minutes FROM v_meetings", "SELECT used_minutes FROM v_items WHERE position = 1",
                     "SELECT length_seconds / 60 FROM v_turns",
                     "SELECT DISTINCT round(present_minutes, 0) FROM v_attendance"):
        value = one(scratch.log, question)[0]
        must(value < 0.5, f"the meeting took seconds; {question}: {value} minutes")


@case("a lid that was closed for twenty minutes is asked about; left out, it is in no duration")
def asleep(scratch):
    clock = Clock(scratch)
    with Talk("--log", scratch.log, "run", scratch.plan, env=clock.env, program=RELEASE) as talk:
        for line in TO_THE_ITEM.strip().split("\n"):
            talk.say(line)
        talk.say("speak Asha")
        clock.move(1200, 1200)
        must(holds(talk.say("where"), "leave out", "20 minutes"), f"no question: {short(talk.all.decode()[-400:])}")
        talk.say("1")
        talk.process.stdin.write(("stop\ndone\n" + TO_THE_END).encode())
        ended = talk.end()
    must("The meeting is closed." in ended.out, f"does not close: {short(ended.out[-600:])}")
    no_negative(scratch.log)
    for question in ("SELECT used_minutes FROM v_items WHERE position = 1", "SELECT length_minutes FROM v_meetings",
                     "SELECT length_seconds / 60 FROM v_turns", "SELECT DISTINCT present_minutes FROM v_attendance"):
        value = one(scratch.log, question)[0]
        must(value < 0.5, f"left out, and {question} says {value} minutes; {short(shown(scratch.log))}")


@case("without FOLKMOOT_CLOCK a line such as @+90s is an unknown word; with it, the first line says so")
def steps(scratch):
    for variable in (None, ""):
        done = folk("--log", scratch.log, "run", "--again", scratch.plan, typed="@+90s\n@+1h\n",
                    env={"FOLKMOOT_CLOCK": variable})
        must(done.status == 0, f"status {done.status}")
        must(holds(done.out, '"@+90s" is not a word here', '"@+1h" is not a word here'), short(done.out[-500:]))
        must("clock is set" not in done.out, "the clock was said to be set")
    out = at(scratch.log, "2026-11-24T14:00:00Z", "", scratch / "plan.toml")
    must("clock is set" in out.split("\n")[0], f"the first line: {short(out[:200])}")


@case("the system's clock does not move the one that is set")
def only_steps(scratch):
    at(scratch.log, "2026-11-24T14:00:00Z", "here all\n@+7m\nnote mark1\n", scratch.plan)
    must(re.search(r"^14:07  Note 1 kept", shown(scratch.log), re.M), f"log show: {short(shown(scratch.log))}")


@case("a FOLKMOOT_CLOCK that is no time is refused with status 2, the value and an example")
def bad_clock(scratch):
    for value in ("nonsense", "2026-11-24", "2026-02-30T10:00:00Z", "2026-11-24T25:00:00Z", "2026-11-24T14:00:61Z",
                  "14:00", " ", "2026-11-24T14:00:00+01:00", "-1", "99999999999999999999", "2026-11-24T14:00:00ZZ"):
        for command in (["run", scratch.plan], ["log"]):
            done = folk("--log", scratch.log, *command, typed=TO_THE_END, env={"FOLKMOOT_CLOCK": value})
            must(done.status == 2, f"{value!r} with {command[0]}: status {done.status}: {short(done.all)}")
            must(holds(done.err, "FOLKMOOT_CLOCK", value, "2026-11-24T14:00:00Z"), f"{value!r}: {short(done.err)}")
            must(not done.out and not scratch.log.exists(), f"{value!r}: something was begun")
    done = folk("log", env={"FOLKMOOT_CLOCK": "\x1b[31m‮x\x85"})
    must(done.status == 2, f"status {done.status}: {short(done.all)}")


@case("steps of the clock that are no steps are answered, and move nothing")
def bad_steps(scratch):
    typed = "here all\n" + "".join(line + "\n" for line in ("@", "@+", "@+x", "@-5m", "@+5", "@+5y", "@+-5m",
                                                            "@+99999999999999999999m", "@+5m5m", "@ +5m"))
    out = at(scratch.log, "2026-11-24T14:00:00Z", typed + "note mark1\n", scratch.plan)
    must(kept(out), f"the note: {short(out[-300:])}")
    must(re.search(r"^14:0[05]  Note 1 kept|^14:10  Note 1 kept", shown(scratch.log), re.M), short(shown(scratch.log)))
    for line in ("@", "@+", "@+x", "@-5m", "@+5y", "@+-5m", "@+99999999999999999999m"):
        must(holds(out, f'"{line}"'), f"{line} was not answered: {short(out, 900)}")


if __name__ == "__main__":
    sys.exit(main())
