#!/usr/bin/env python3
"""Disks that are full, that can only be read, and folders that take no minutes. Needs to be root, for the mounts."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from folk import (RELEASE, TO_THE_END, Broken, Talk, case, copy_of, fill, folk, healthy, holds, kept, main, marks,
                  minutes, must, remount, short, shown)

READING = (["log"], ["log", "list"], ["log", "search", "kept"], ["log", "show", "last"], ["minutes", "last"],
           ["actions"], ["doctor"])


def note(number, size=3000):
    return f"note mark{number} " + "x" * size


def readable(log, text="kept before"):
    for command in READING:
        told = folk("--log", log, *command)
        must(told.status == 0, f"{' '.join(command)}: {short(told.all)}")
        if command[-1] == "last":
            must(holds(told.out, text), f"{' '.join(command)} lacks {text!r}: {short(told.out)}")


def not_kept(said, log, reason):
    must("Not kept:" in said, f"the failing act was not said to be not kept: {short(said)}")
    must(holds(said, log), f"the answer does not name {log}: {short(said)}")
    must(holds(said, reason), f"the answer does not say {reason!r}: {short(said)}")
    must("retry" in said, f"the answer does not say how to go on: {short(said)}")


def until_full(talk, log):
    """Notes until one fails. Returns the number of that one."""
    for number in range(200):
        said = talk.say(note(number))
        if f"mark{number}" not in kept(said):
            not_kept(said, log, "disk is full")
            return number
    raise Broken("200 notes of 3 kB fitted into what should have been full")


@case("on a full disk the failing note is said at once, with the path, and nothing is half written")
def full(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    with Talk("--log", log, "run", scratch.plan) as talk:
        talk.say("here all")
        fill(disk, leave=100 * 1024)
        failed = until_full(talk, log)
        must(failed > 3, f"only {failed} notes fitted into 100 kB")
        copy = copy_of(log, scratch / "copy")
        healthy(copy)
        found = marks(shown(copy))
        must(found == {f"mark{n}" for n in range(failed)}, f"{failed} notes were answered, found {sorted(found)}")


@case("what a full disk did not take is kept by retry once there is room, and the meeting closes with all of it")
def freed(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    with Talk("--log", log, "run", scratch.plan) as talk:
        talk.say("here all")
        filler = fill(disk, leave=64 * 1024)
        failed = until_full(talk, log)
        again = talk.say("retry")
        must("Not kept:" in again and not kept(again), f"retry on a disk that is still full: {short(again)}")
        not_kept(talk.say(note(failed + 1)), log, "disk is full")
        filler.unlink()
        stored = talk.say("retry")
        must(kept(stored) == {f"mark{failed}", f"mark{failed + 1}"}, f"retry with room: {short(stored)}")
        once_more = talk.say("retry")
        must(not kept(once_more) and "Not kept" not in once_more, f"retry with nothing left: {short(once_more)}")
        for number in range(failed + 2, failed + 7):
            must(kept(talk.say(note(number))), f"note {number} after there is room again")
        talk.process.stdin.write(TO_THE_END.encode())
        ended = talk.end()
    must(ended.status == 0 and "The meeting is closed." in ended.out, f"does not close: {short(ended.out[-600:])}")
    must(list((disk / "log" / "minutes").glob("*.txt")), "no minutes were written")
    answered, stored = kept(ended.out), marks(shown(log))
    must(answered == stored, f"answered and stored differ by {sorted(answered ^ stored)}")
    must(len(answered) == failed + 7, f"{len(answered)} of {failed + 7} notes were answered as kept")
    healthy(log)


@case("a script on a disk that stays full keeps what it answered, ends with status 1 and says what is missing")
def piped(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    scratch.meeting(log=log)
    fill(disk, leave=100 * 1024)
    ended = folk("--log", log, "resume", typed="".join(note(n) + "\n" for n in range(100)))
    must("Not kept:" in ended.out and holds(ended.out, log), f"nothing was said: {short(ended.out[-600:])}")
    must(ended.status == 1, f"status {ended.status}, though notes are missing: {short(ended.out[-600:])}")
    must(holds(ended.out, "not in the log"), f"the end does not say that some is missing: {short(ended.out[-600:])}")
    answered = kept(ended.out)
    must(answered and len(answered) < 100, f"{len(answered)} of 100 notes were kept")
    copy = copy_of(log, scratch / "copy")
    healthy(copy)
    stored = marks(shown(copy))
    must(stored == answered, f"answered and stored differ by {sorted(answered ^ stored)}")


@case("on a full disk the log can be read")
def read_when_full(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    scratch.meeting(log=log)
    fill(disk)
    readable(log)


@case("after a meeting that ended on a full disk the log can be read there")
def read_after_full(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    scratch.meeting(log=log)
    fill(disk, leave=100 * 1024)
    folk("--log", log, "resume", typed="".join(note(n) + "\n" for n in range(100)))
    readable(log)


@case("a log that cannot be made on a full disk is refused in words with the path, and leaves nothing half made")
def no_room_to_begin(scratch):
    disk = scratch.disk()
    for room in (0, 8 * 1024, 20 * 1024, 60 * 1024, 120 * 1024):
        fill(disk, leave=room)
        log = disk / f"log{room}" / "folkmoot.db"
        done = folk("--log", log, "run", scratch.plan, typed=TO_THE_END)
        must(done.status == 1 and holds(done.all, log) and holds(done.all, "disk is full"),
             f"with {room} bytes left, status {done.status}: {short(done.all)}")
        if log.exists():
            healthy(copy_of(log, scratch / f"copy{room}"))
        (disk / "filler").unlink()
        done = folk("--log", log, "run", scratch.plan, typed=TO_THE_END)
        must(done.status == 0 and "The meeting is closed." in done.out, f"later, with room: {short(done.all)}")
        shutil.rmtree(log.parent)


@case("closing with something not kept does not lose it unsaid")
def close_with_unkept(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    with Talk("--log", log, "run", scratch.plan) as talk:
        talk.say("here all")
        filler = fill(disk, leave=64 * 1024)
        failed = until_full(talk, log)
        filler.unlink()
        before = len(talk.all)
        talk.process.stdin.write(TO_THE_END.encode())
        ended = talk.end()
        after = talk.all[before:].decode()
    if f"mark{failed}" in shown(log):
        return
    must("The meeting is closed." not in after, "the meeting was closed without a note that had been typed")
    must(holds(after, "not kept") and ended.status == 1,
         f"status {ended.status}, and nothing about the note that is missing: {short(after[-500:])}")


def closed_without_minutes(scratch, log, ended, folder, reason):
    must("The meeting is closed." in ended.out, f"the meeting did not close: {short(ended.out[-600:])}")
    must(holds(ended.out, "could not be written", folder), f"not said with the path: {short(ended.out[-600:])}")
    must(holds(ended.out, reason), f"the reason is not {reason!r}: {short(ended.out[-600:])}")
    must(holds(ended.out, "minutes") and ended.status == 0, f"status {ended.status}: {short(ended.out[-600:])}")
    must(holds(minutes(log), "mark1"), "`minutes last` lacks a note")
    listed = folk("--log", log, "log")
    must("closed" in listed.out, f"not closed in the list: {short(listed.out)}")
    to = scratch / "minutes.md"
    written = folk("--log", log, "minutes", "last", "-o", to)
    must(written.status == 0 and "mark1" in to.read_text(), f"minutes -o: {short(written.all)}")


@case("minutes that find no room at closing are said, the meeting is closed, and `minutes last` gives them")
def full_at_closing(scratch):
    # No more names fit on this disk, while the log's own files still can grow: only the minutes fail.
    disk = scratch.disk(options="size=4m,nr_inodes=40")
    log = disk / "log" / "folkmoot.db"
    with Talk("--log", log, "run", scratch.plan) as talk:
        talk.say("here all")
        must(kept(talk.say("note mark1 before the disk is full")), "the note")
        try:
            for number in range(100):
                (disk / f"name{number}").touch()
        except OSError:
            pass
        talk.process.stdin.write(TO_THE_END.encode())
        ended = talk.end()
    closed_without_minutes(scratch, log, ended, log.parent / "minutes", "disk is full")


def settings(scratch, folder):
    config = scratch / "config"
    (config / "folkmoot").mkdir(parents=True)
    (config / "folkmoot" / "settings.toml").write_text(f'minutes_folder = "{folder}"\n')
    return {"XDG_CONFIG_HOME": config}


@case("minutes that meet a full disk of their own are said, and no half file is left")
def minutes_on_full_disk(scratch):
    folder = scratch.disk() / "minutes"
    folder.mkdir()
    fill(folder, leave=4096)  # a name fits, the text does not
    long = "".join(f"note mark{n} {'x' * 900}\n" for n in range(1, 8))
    ended = folk("--log", scratch.log, "run", scratch.plan, env=settings(scratch, folder), typed=long + TO_THE_END)
    closed_without_minutes(scratch, scratch.log, ended, folder, "disk is full")
    left = [each.name for each in folder.iterdir() if each.name != "filler"]
    must(not left, f"left behind: {left}")


@case("a minutes folder that can only be read is said at closing, with the path")
def minutes_read_only(scratch):
    folder = scratch / "minutes"
    folder.mkdir()
    scratch.read_only(folder)
    ended = folk("--log", scratch.log, "run", scratch.plan, env=settings(scratch, folder),
                 typed="note mark1\n" + TO_THE_END)
    closed_without_minutes(scratch, scratch.log, ended, folder, "can only be read")


@case("a minutes folder that is a file is said at closing, with the path")
def minutes_is_file(scratch):
    place = scratch / "minutes"
    place.write_text("here first")
    ended = folk("--log", scratch.log, "run", scratch.plan, env=settings(scratch, place),
                 typed="note mark1\n" + TO_THE_END)
    closed_without_minutes(scratch, scratch.log, ended, place, "not a folder")
    must(place.read_text() == "here first", "the file was changed")


def refused_writing(log, plan):
    for command in (["run", plan], ["resume"], []):
        done = folk("--log", log, *command, typed="note lost\n")
        must(done.status == 1, f"{command}: status {done.status}: {short(done.all)}")
        must(holds(done.err, log), f"{command}: the path is not named: {short(done.all)}")
        must(holds(done.err, "only be read") or holds(done.err, "read-only"), f"{command}: the reason: {short(done.all)}")


@case("on a disk that can only be read, writing is refused in words with the path, and reading works")
def read_only(scratch):
    disk = scratch.disk()
    log = disk / "log" / "folkmoot.db"
    scratch.meeting(log=log)
    remount(disk, "ro")
    refused_writing(log, scratch.plan)
    readable(log)
    remount(disk, "rw")
    done = folk("--log", log, "resume", typed="note mark1\n")
    must(kept(done.out), f"writable again: {short(done.all)}")


@case("on a disk that can only be read, a log that is not there is told apart")
def read_only_empty(scratch):
    disk = scratch.disk()
    remount(disk, "ro")
    log = disk / "log" / "folkmoot.db"
    done = folk("--log", log, "run", scratch.plan, typed="note lost\n")
    must(done.status == 1 and holds(done.err, log.parent) and "only be read" in done.err, short(done.all))
    done = folk("--log", log, "log")
    must(done.status == 1 and holds(done.err, log) and "no log" in done.err, short(done.all))


@case("a log folder that can only be read refuses writing and can be read")
def folder_read_only(scratch):
    log = scratch.meeting()
    scratch.read_only(log.parent)
    refused_writing(log, scratch.plan)
    readable(log)


@case("a log left by a kill on a disk that can only be read is readable, or says exactly what to do, which works")
def hot(scratch):
    disk = scratch.disk(options="size=4m")
    log = disk / "log" / "folkmoot.db"
    with Talk("--log", log, "run", scratch.plan) as talk:
        must(kept(talk.say("note mark1")), "the note")
        talk.kill()
    wal = log.with_name(log.name + "-wal")
    must(wal.exists() and wal.stat().st_size > 0, "the kill left nothing beside the log: the test is too weak")
    for shm in (True, False):
        if not shm:
            log.with_name(log.name + "-shm").unlink()
        remount(disk, "ro")
        told = folk("--log", log, "log", "show", "last")
        if told.status == 0:
            must("mark1" in told.out, f"shm {shm}: read without its latest act: {short(told.out)}")
        else:
            must(holds(told.err, log, str(log) + "-wal", "Copy"), f"shm {shm}: {short(told.all)}")
            must("mark1" in shown(copy_of(log, scratch / f"copy{shm}")), "the copy that was advised lacks the note")
        remount(disk, "rw")


@case("a disk that turns read-only in the middle of a meeting: the act is said to be not kept, and retry keeps it later")
def turned_read_only(scratch):
    # A kernel that turns a disk read-only after an error lets files that are open fail with EROFS; a remount by hand is
    # refused while they are open. So the calls of the running program are made to fail that way.
    log = scratch.log
    with Talk("--log", log, "run", scratch.plan, program=RELEASE) as talk:
        talk.say("here all")
        must(kept(talk.say("note mark1 before")), "the note before")
        writes = "pwrite64,write,ftruncate,fallocate,fsync,fdatasync,unlink,rename"
        tracer = subprocess.Popen(["strace", "-qq", "-o", "/dev/null", "-e", f"trace={writes}", "-e",
                                   "inject=pwrite64,ftruncate,fallocate,fsync,fdatasync:error=EROFS", "-p",
                                   str(talk.process.pid)], stderr=subprocess.DEVNULL)
        try:
            status = pathlib.Path(f"/proc/{talk.process.pid}/status")
            until = time.monotonic() + 10
            while f"TracerPid:\t{tracer.pid}" not in status.read_text():
                must(tracer.poll() is None and time.monotonic() < until, "strace does not attach")
                time.sleep(0.01)
            said = talk.say("note mark2 while it could only be read")
            not_kept(said, log, "only be read")
            must("mark2" not in kept(said), f"said to be kept as well: {short(said)}")
            where = talk.say("where")
            must("Opening" in where, f"the program does not go on answering: {short(where)}")
            again = talk.say("retry")
            must("Not kept:" in again, f"retry while it can only be read: {short(again)}")
        finally:
            tracer.terminate()
            tracer.wait()
        must("mark2" in kept(talk.say("retry")), f"retry when it can be written again: {short(talk.all[-300:])}")
        must(kept(talk.say("note mark3 after")), "the note after")
        talk.process.stdin.write(TO_THE_END.encode())
        ended = talk.end()
    must(ended.status == 0 and "The meeting is closed." in ended.out, f"does not close: {short(ended.out[-600:])}")
    must(marks(shown(log)) == {"mark1", "mark2", "mark3"}, f"stored: {marks(shown(log))}")
    healthy(log)


@case("a log that is moved away under a meeting is said, and nothing goes into the wrong file")
def moved(scratch):
    with Talk("--log", scratch.log, "run", scratch.plan) as talk:
        must(kept(talk.say("note mark1")), "the note before")
        away = scratch.log.with_name("elsewhere.db")
        scratch.log.rename(away)
        not_kept(talk.say("note mark2"), scratch.log, "moved")
        must(not scratch.log.exists(), "a new log was made in its place")
        away.rename(scratch.log)
        must("mark2" in kept(talk.say("retry")), f"retry after it came back: {short(talk.all[-300:])}")
        must(talk.end().status == 0, "the end")
    must(marks(shown(scratch.log)) == {"mark1", "mark2"}, "stored")
    healthy(scratch.log)


if __name__ == "__main__":
    sys.exit(main(mounts=True))
