#!/usr/bin/python3
"""The full screen on a real terminal: signals, an error inside, and a terminal that goes away.

Nine signals on six screens. Four end it in order: SIGTERM, SIGHUP, SIGINT and SIGQUIT. SIGSEGV and SIGABRT, as after
a crash, and SIGUSR1, which nobody should send, end it as they end any program. SIGPIPE says that another program has
gone away, and is nothing. SIGTSTP lends the terminal, and SIGCONT takes it again. What each leaves behind is the same:
a terminal as before, and a meeting that can be taken up.
"""
import contextlib
import os
import re
import signal
import sqlite3
import sys
import time

from cases import main, test
from screen import (DOWN, ENTER, LEAVE, PROFILES, cpu_milliseconds, drawn_anew, equal, expect, wake_ups)

LONGEST = 2.0  # seconds from a signal to the end; what it takes is a figure, since a busy machine can take its time


# Where it is met

def at_opening(open_, profile):
    return open_.begun(profile=profile, greeted=False)


def at_check_in(open_, profile):
    terminal = at_opening(open_, profile)
    terminal.word("here all", "8 of 8 here")
    terminal.press(".", "^Check-in")
    return terminal


def in_field(open_, profile):
    terminal = at_check_in(open_, profile)
    terminal.press(ENTER, "Asha says: |says: ")
    terminal.press("4 half", "says: 4 half")
    return terminal


def at_question(open_, profile):
    terminal = at_check_in(open_, profile)
    terminal.press(".", "Still to speak: ")
    return terminal


def at_help(open_, profile):
    terminal = at_opening(open_, profile)
    terminal.press("?", "^Help, ")
    return terminal


def at_home(open_, profile):
    begun = at_opening(open_, profile)
    begun.press("q")
    begun.ended()
    terminal = open_("--log", open_.home / "log.db", profile=profile, clock=None)
    terminal.until(lambda: terminal.row(0).startswith("Home, 1 open meeting") and terminal.is_drawn(), "home")
    return terminal


def at_closing(open_, profile):
    terminal = at_opening(open_, profile)
    terminal.word("here all", "8 of 8 here")
    terminal.word("go closing", "^Closing, ")
    return terminal


PLACES = {"the opening": at_opening, "a field of the check-in": in_field, "a question": at_question, "help": at_help,
          "home": at_home, "the closing": at_closing}
RESUMED = {"a field of the check-in": "Check-in", "a question": "Check-in", "the closing": "Closing"}


def still_open(open_, place):
    said = open_.output("log")
    expect("Working group 7" in said and "open" in said, f"folkmoot log: {said!r}")
    terminal = open_.resumed(RESUMED.get(place, "Opening"), profile="visual")
    terminal.press(LEAVE)
    terminal.press("q")
    terminal.ended()


def is_clean(terminal, when):
    terminal.is_as_before(when)
    terminal.is_left(when)
    said = terminal.after_screen()
    equal(terminal.at[1], 0, f"the column in which the cursor is left {when}, with {said!r} said")
    return said


def draws_and_acts(terminal, place):
    """It draws what was there, and the next key does what it should."""
    if place in ("the opening", "home"):
        terminal.until(terminal.message, "a message")  # the greeting comes by itself
    drawn_anew(terminal, place)
    if place == "a field of the check-in":
        terminal.press(" done" + ENTER, "Asha, .*has spoken|has spoken")
    else:
        was = terminal.at
        terminal.press(DOWN)
        expect(terminal.at != was, f"the cursor is still at {was}; {terminal.in_words()}")
    terminal.press(LEAVE)
    terminal.press("q")
    terminal.ended()
    is_clean(terminal, "at the end")


# Signals

def sent(open_, terminal, number, done, measure):
    """From a signal until it is done."""
    began = time.monotonic()
    os.kill(terminal.pid, number)
    done()
    seconds = time.monotonic() - began
    open_.measure(measure, seconds * 1000)
    expect(seconds < LONGEST, f"{seconds:.1f} seconds passed")


def until_ended(terminal):
    end = time.monotonic() + 10
    while terminal.process.poll() is None and time.monotonic() < end:
        terminal.take(0.001)


def on_every_screen(how_it_is_named):
    """One case for each screen; the profiles take turns."""
    def keep(function):
        for number, place in enumerate(PLACES):
            shift = len(how_it_is_named)

            @test(how_it_is_named.format(place=place))
            def _(open_, place=place, profile=PROFILES[(number + shift) % 2]):
                function(open_, place, PLACES[place](open_, profile))
        return function
    return keep


ENDING = {"SIGTERM": 0, "SIGHUP": 0, "SIGINT": 0, "SIGQUIT": 0,
          "SIGSEGV": -signal.SIGSEGV, "SIGABRT": -signal.SIGABRT, "SIGUSR1": -signal.SIGUSR1}
for each in ENDING:
    @on_every_screen(f"{each} on {{place}}: the terminal is as before, and the meeting is still open")
    def _(open_, place, terminal, name=each):
        status = ENDING[name]
        sent(open_, terminal, getattr(signal, name), lambda: until_ended(terminal),
             "milliseconds from a signal to the end")
        terminal.ended(status)
        said = is_clean(terminal, "after it")
        if status == 0 and place != "home":
            expect("asked to stop" in said and "resume" in said, f"said: {said!r}")
        if status == 0 and place == "a field of the check-in":
            expect("4 half" in open_.draft(), f"what was half typed is not kept: {open_.draft()!r}")
        still_open(open_, place)


@on_every_screen("SIGPIPE on {place} is nothing")
def _(open_, place, terminal):
    page, cursor = terminal.body(), terminal.at
    os.kill(terminal.pid, signal.SIGPIPE)
    terminal.settled()
    expect(terminal.body() == page and terminal.at == cursor, f"the page is another; {terminal.in_words()}")
    draws_and_acts(terminal, place)
    still_open(open_, place)


for name, how in (("SIGTSTP", lambda terminal: os.kill(terminal.pid, signal.SIGTSTP)),
                  ("Ctrl-Z", lambda terminal: terminal.type("\x1a"))):
    @on_every_screen(f"{name} on {{place}} lends the terminal, and going on draws it all again")
    def _(open_, place, terminal, how=how):
        keys, page, cursor = terminal.mode(), terminal.body(), terminal.at
        how(terminal)
        terminal.stopped()
        terminal.quiet(0.02)
        terminal.is_as_before("while stopped")
        terminal.is_left("while stopped")
        at = len(terminal.all)
        terminal.cells.reset()
        wakes = wake_ups(terminal.pid)
        sent(open_, terminal, signal.SIGCONT, lambda: terminal.answered(wakes - 1, "SIGCONT"),
             "milliseconds from SIGCONT to the page")
        terminal.until(lambda: terminal.body() == page and terminal.at == cursor, "the page again")
        expect(terminal.mode() == keys, "after going on keys do not come one by one")
        expect(b"\033[?1049h" in terminal.all[at:], "the alternate screen is not entered again")
        draws_and_acts(terminal, place)


@test("Ctrl-C in a field and on a page ends in order")
def _(open_):
    for place in ("the opening", "a field of the check-in"):
        open_.forget_log()
        terminal = PLACES[place](open_, "reader")
        terminal.type("\x03")
        terminal.ended()
        is_clean(terminal, f"after it on {place}")


# Errors

@test("an error inside, which nothing expects, leaves the terminal as before and is said")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = at_home(open_, profile)
        with contextlib.closing(sqlite3.connect(open_.home / "log.db")) as log:
            log.execute("ALTER TABLE p_meetings RENAME TO elsewhere")
        terminal.type("w")
        terminal.ended(1)
        said = is_clean(terminal, "after it")
        expect("The log could not do this" in " ".join(said.split()), f"said: {said!r}")


# A terminal that goes away

HANG_UPS = {"a terminal of its own": {}, "a terminal of its own, its hang-up ignored,": {"ignored": [signal.SIGHUP]},
            "a terminal that sends no SIGHUP": {"controlling": False}}
for each in HANG_UPS:
    for where in PLACES:
        @test(f"{each} vanishes on {where}: it ends without spinning")
        def _(open_, kind=each, place=where):
            open_.every_terminal = HANG_UPS[kind]
            terminal = PLACES[place](open_, "visual")
            open_.every_terminal = {}
            before, began = cpu_milliseconds(terminal.pid), time.monotonic()
            os.close(terminal.slave)
            os.close(terminal.master)
            while not (gone := os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)):
                used = cpu_milliseconds(terminal.pid) - before
                expect(time.monotonic() < began + 10, f"it still runs ten seconds later, {used:.0f} ms of processor")
                time.sleep(0.002)
            used = cpu_milliseconds(terminal.pid) - before
            open_.measure("milliseconds from a terminal's end to the program's", (time.monotonic() - began) * 1000)
            open_.measure("milliseconds of processor time after a terminal vanished", used)
            expect(used < 50, f"{used:.0f} ms of processor time after the terminal was gone")
            equal(gone.si_code, os.CLD_EXITED, "how it ended")
            if place == "a field of the check-in":
                expect("4 half" in open_.draft(), f"what was half typed is not kept: {open_.draft()!r}")
            still_open(open_, place)


@test("a signal that was ignored at the start stays ignored")
def _(open_):
    stopping = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP, signal.SIGUSR1]
    open_.every_terminal = {"ignored": stopping}
    for place in ("the opening", "a field of the check-in"):
        open_.forget_log()
        terminal = PLACES[place](open_, "reader")
        for number in stopping:
            os.kill(terminal.pid, number)
        terminal.settled()
        draws_and_acts(terminal, place)


if __name__ == "__main__":
    sys.exit(main())
