#!/usr/bin/env python3
"""Two programs on one log: one writes, the other is told so at once and can read."""
import os
import signal
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from folk import (BIN, RELEASE, TO_THE_END, Broken, Talk, case, folk, healthy, holds, judged, kept, main, marks, must,
                  short, shown, surroundings)

RACES = 20


def told_of_other(done, log, what):
    must(done.status == 1, f"{what}: status {done.status}: {short(done.all)}")
    must(holds(done.err, "Another Folkmoot is writing", log), f"{what}: {short(done.all)}")
    must(not done.out, f"{what} began all the same: {short(done.out)}")


@case("a second program on the same log is told at once, in words with the path")
def second(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan) as talk:
        must(kept(talk.say("note mark1")), "the note")
        for command in (["run", scratch.plan], ["run"], ["resume"], ["resume", "last"], [], ["doctor", "--rebuild"]):
            begun = time.monotonic()
            done = folk("--log", scratch.log, *command, typed="note mark2\n")
            seconds = time.monotonic() - begun
            told_of_other(done, scratch.log, " ".join(map(str, command)) or "home")
            # Nobody should wait for the five seconds that SQLite would; a loaded machine gets some leave.
            must(seconds < 4, f"{command} took {seconds:.1f} seconds")
        must(kept(talk.say("note mark3")), "the first one goes on writing")
        must(talk.end().status == 0, "the end of the first")
    must(marks(shown(scratch.log)) == {"mark1", "mark3"}, f"stored: {marks(shown(scratch.log))}")
    healthy(scratch.log)


@case("while one program writes, others read what is answered so far")
def read_meanwhile(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan) as talk:
        for number in range(5):
            must(kept(talk.say(f"note mark{number}")), "the note")
            must(f"mark{number}" in shown(scratch.log), f"note {number} was answered, and is not read")
        talk.say("action Ben: mark9 by friday")
        for command in (["log"], ["log", "list", "--format", "json"], ["minutes", "last"], ["doctor"], ["actions"]):
            done = folk("--log", scratch.log, *command)
            must(done.status == 0, f"{' '.join(command)}: {short(done.all)}")
        must("mark9" in folk("--log", scratch.log, "minutes", "last").out, "the action is not in the minutes so far")
        must(kept(talk.say("note mark5")), "a reader has disturbed the writer")


@case("a log reached through a link is the same log")
def through_link(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan):
        link = scratch / "link.db"
        link.symlink_to(scratch.log)
        done = folk("--log", link, "resume", typed="note mark2\n")
        must(done.status == 1 and "Another Folkmoot is writing" in done.err, f"{done.status}: {short(done.all)}")


@case("when the first program has ended, the second can write")
def after_end(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan) as talk:
        talk.say("note mark1")
        must(folk("--log", scratch.log, "resume").status == 1, "both at once")
        must(talk.end().status == 0, "the end of the first")
        done = folk("--log", scratch.log, "resume", typed="note mark2\n" + TO_THE_END)
    must(done.status == 0 and kept(done.out) == {"mark2"}, f"the second: {short(done.all)}")
    must(marks(shown(scratch.log)) == {"mark1", "mark2"}, "stored")


@case("when the first program was killed, the second can write at once and finds all that was answered")
def after_kill(scratch):
    for number in range(5):
        with Talk("--log", scratch.log, *(["resume"] if number else ["run", scratch.plan])) as talk:
            must(kept(talk.say(f"note mark{number}")), "the note")
            must(folk("--log", scratch.log, "resume").status == 1, "both at once")
            os.kill(talk.process.pid, signal.SIGKILL)
            talk.process.wait()
    done = folk("--log", scratch.log, "resume", typed="note mark5\n" + TO_THE_END)
    must(done.status == 0 and "The meeting is closed." in done.out, f"after the kills: {short(done.all)}")
    must(marks(shown(scratch.log)) == {f"mark{n}" for n in range(6)}, f"stored: {marks(shown(scratch.log))}")
    healthy(scratch.log)


@case("a program that is stopped keeps the log: the second is told, and does not wait")
def while_stopped(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan) as talk:
        os.kill(talk.process.pid, signal.SIGSTOP)
        told_of_other(folk("--log", scratch.log, "resume", typed="note mark2\n"), scratch.log, "resume")
        os.kill(talk.process.pid, signal.SIGCONT)
        talk.process.stdin.write(b"note mark1\n")
        must(kept(talk.end().out) == {"mark1"}, "the first one after it goes on")


def race(log, arguments, programs):
    """Starts them at the same moment, each with its input held back; returns who writes and who was told."""
    running = [subprocess.Popen([program, "--log", str(log), *map(str, arguments)], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(None))
               for program in programs]
    ends, threads = [None] * len(running), []

    def wait(number):
        # What is said on standard error is short: it waits in its pipe.
        out, err = running[number].stdout.read(), running[number].stderr.read()
        try:
            ends[number] = judged(running[number].wait(), out, err, f"racer {number}")
        except Broken as broken:
            ends[number] = broken

    for number in range(len(running)):
        threads.append(threading.Thread(target=wait, args=(number,)))
        threads[-1].start()
    # The loser ends by itself, while the winner waits for input.
    until = time.monotonic() + 20
    while sum(each.poll() is None for each in running) > 1 and time.monotonic() < until:
        time.sleep(0.01)
    writing = [number for number, each in enumerate(running) if each.poll() is None]
    for number, each in enumerate(running):
        try:
            each.stdin.write(f"note mark{number}\n".encode())
            each.stdin.close()
        except BrokenPipeError:
            pass
    for thread in threads:
        thread.join()
    for each in ends:
        if isinstance(each, Broken):
            raise each
    return writing, ends


def races(scratch, arguments, count, programs):
    winners = set()
    for number in range(count):
        log = scratch / f"log{number}" / "folkmoot.db"
        if arguments == ["resume"]:
            scratch.meeting(log=log)
        writing, ends = race(log, arguments, programs)
        must(len(writing) == 1, f"race {number}: {len(writing)} writers; " + "; ".join(short(e.all, 150) for e in ends))
        winners.add(writing[0])
        for racer, end in enumerate(ends):
            if racer == writing[0]:
                must(end.status == 0 and kept(end.out) == {f"mark{racer}"}, f"race {number}, writer: {short(end.all)}")
            else:
                told_of_other(end, log, f"race {number}")
        must(marks(shown(log)) == {f"mark{writing[0]}"}, f"race {number}, stored: {marks(shown(log))}")
        healthy(log)
    print(f"# figure: {count} races for {arguments[0]}, one writer each time; "
          f"{len(winners)} of {len(programs)} starters won at least once")


@case("of two programs that take up a meeting at the same moment exactly one writes")
def races_to_resume(scratch):
    races(scratch, ["resume"], RACES, [RELEASE, RELEASE])


@case("of three programs that begin a new log at the same moment exactly one writes")
def races_to_begin(scratch):
    races(scratch, ["run", scratch.plan], RACES, [RELEASE, RELEASE, BIN])


if __name__ == "__main__":
    sys.exit(main())
