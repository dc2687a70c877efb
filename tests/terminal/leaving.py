#!/usr/bin/python3
"""The full screen on a real terminal: signals, and a terminal that goes away."""
import os
import re
import signal
import sys
import time

from cases import main, test
from screen import DOWN, ENTER, LEAVE, cpu_seconds, drawn_anew, equal, expect, wake_ups


def on_opening(terminal):
    expect(terminal.row(0).startswith("Opening"), "the opening")


def on_field(terminal):
    terminal.word("here all", "8 of 8 here")
    terminal.press(".", "^Check-in")
    terminal.press(ENTER, "Asha says: |says: ")
    terminal.press("4 half", "says: 4 half")


def on_question(terminal):
    terminal.word("here all", "8 of 8 here")
    terminal.press(".", "^Check-in")
    terminal.press(".", "Still to speak: ")


def on_help(terminal):
    terminal.press("?", "^Help, ")


SCREENS = {"the opening": on_opening, "a field of the check-in": on_field, "a question": on_question,
           "help": on_help}


def still_open(open_, terminal):
    said = open_.output("log")
    expect("Working group 7" in said and "open" in said, f"folkmoot log: {said!r}")
    terminal = open_.resumed(profile="visual")
    expect(re.search("Opening|Check-in", terminal.row(0)), f"resumed: {terminal.in_words()}")
    terminal.press(LEAVE)
    terminal.press("q")
    terminal.ended()


for each in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGSEGV", "SIGABRT"):
    @test(f"{each} on four screens: the terminal is as before, and the meeting is still open")
    def _(open_, number=getattr(signal, each)):
        crash = number in (signal.SIGSEGV, signal.SIGABRT)
        for place, go in SCREENS.items():
            open_.forget_log()
            profile = "reader" if place in ("help", "a question") else "visual"
            terminal = open_.begun(profile=profile, greeted=False)
            go(terminal)
            os.kill(terminal.pid, number)
            terminal.ended(-number if crash else 0)
            terminal.is_as_before(f"after it on {place}")
            terminal.is_left(f"after it on {place}")
            said = terminal.after_screen()
            expect(said.endswith("\n"), f"the cursor is not left at the beginning of a line on {place}: {said!r}")
            if not crash:
                expect("asked to stop" in said and "resume" in said, f"said on {place}: {said!r}")
            still_open(open_, terminal)


for name, how in (("SIGTSTP", lambda terminal: os.kill(terminal.pid, signal.SIGTSTP)),
                  ("Ctrl-Z", lambda terminal: terminal.type("\x1a"))):
    @test(f"{name} on four screens lends the terminal, and going on draws it all again")
    def _(open_, how=how):
        for place, go in SCREENS.items():
            open_.forget_log()
            terminal = open_.begun(profile="visual" if place == "help" else "reader")
            go(terminal)
            keys, page, cursor = terminal.mode(), terminal.body(), terminal.at
            how(terminal)
            terminal.stopped()
            terminal.quiet(0.02)
            terminal.is_as_before(f"while stopped on {place}")
            terminal.is_left(f"while stopped on {place}")
            at = len(terminal.all)
            terminal.cells.reset()
            wakes = wake_ups(terminal.pid)
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.answered(wakes - 1, "SIGCONT")
            terminal.until(lambda: terminal.body() == page and terminal.at == cursor, f"{place} drawn again")
            expect(terminal.mode() == keys, f"after going on keys do not come one by one on {place}")
            expect(b"\033[?1049h" in terminal.all[at:], f"the alternate screen is not entered again on {place}")
            drawn_anew(terminal, place)
            if place == "a field of the check-in":
                terminal.press(" done" + ENTER, "Asha, .*has spoken|has spoken")
            else:
                terminal.press(DOWN)
            terminal.press(LEAVE)
            terminal.press("q")
            terminal.ended()
            terminal.is_as_before("at the end")
            terminal.is_left("at the end")


@test("Ctrl-C in a field and on a page ends in order")
def _(open_):
    for place in ("the opening", "a field of the check-in"):
        terminal = open_.begun(profile="reader") if not open_.terminals else open_.resumed(profile="reader")
        SCREENS[place](terminal)
        terminal.type("\x03")
        terminal.ended()
        terminal.is_as_before(place)
        terminal.is_left(place)


for name, controlling in (("of its own", True), ("that sends no SIGHUP", False)):
    @test(f"a terminal {name} vanishes: it ends without spinning")
    def _(open_, controlling=controlling, kind=name):
        most = 0.0
        for place, go in SCREENS.items():
            open_.forget_log()
            terminal = open_.begun(profile="visual", controlling=controlling)
            go(terminal)
            before = cpu_seconds(terminal.pid)
            os.close(terminal.slave)
            os.close(terminal.master)
            end = time.monotonic() + 10
            while not (gone := os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)):
                used = cpu_seconds(terminal.pid) - before
                expect(time.monotonic() < end, f"on {place} it still runs ten seconds later, {used:.2f} s of processor")
                time.sleep(0.005)
            used = cpu_seconds(terminal.pid) - before
            most = max(most, used)
            expect(used < 0.05, f"{used * 1000:.0f} ms of processor time after the terminal was gone, on {place}")
            equal(gone.si_code, os.CLD_EXITED, f"how it ended on {place}")
            still_open(open_, terminal)
        open_.figure(f"processor time after a terminal {kind} vanished: at most {most * 1000:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
