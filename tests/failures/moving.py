#!/usr/bin/env python3
"""export and import: nothing is lost on the way, and what cannot be taken in changes nothing. Needs to be root, for the
mounts."""
import json
import os
import resource
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from folk import BIN, RELEASE, ROOT, case, fill, folk, healthy, holds, main, must, short, surroundings


def exported(log):
    done = folk("--log", log, "export")
    must(done.status == 0, f"export: {short(done.all)}")
    must(done.out.isascii(), "an export is not plain ASCII")
    return done.out


def imported(log, file, *options):
    done = folk("--log", log, "import", file, *options)
    must(done.status == 0, f"import: {short(done.all)}")
    return done.out


def all_minutes(log):
    ids = [each["id"] for each in json.loads(folk("--log", log, "log", "--format", "json").out)]
    must(ids, "no meeting is in the log")
    return {each: folk("--log", log, "minutes", each).out for each in ids}


def scenario(folder, log):
    for step in (folder / "steps").read_text().splitlines():
        command, _, words = step.replace("{here}", str(folder.relative_to(ROOT))).partition("<")
        clock, *arguments = command.split()
        done = subprocess.run([BIN, "--log", str(log), *arguments], cwd=ROOT,
                              env=surroundings({"FOLKMOOT_CLOCK": clock, "FOLKMOOT_SEED": "scenario"}), timeout=300,
                              input=(ROOT / words.strip()).read_bytes() if words else b"", capture_output=True,
                              check=False)
        must(done.returncode == 0, f"{step}: {done.stderr.decode()[-300:]}")


@case("every scenario's log comes out, goes into a fresh log and comes out again the same, minutes and all")
def round_trip(scratch):
    folders = sorted(path.parent for path in (ROOT / "tests/scenarios").glob("*/steps"))
    must(len(folders) >= 4, "the scenarios are not there")
    for folder in folders:
        log, fresh = scratch / f"{folder.name}.db", scratch / f"{folder.name}-fresh.db"
        scenario(folder, log)
        file = scratch / f"{folder.name}.jsonl"
        file.write_text(exported(log))
        must(holds(imported(fresh, file), "Imported:"), f"{folder.name} was not said to be imported")
        must(exported(fresh) == file.read_text(), f"{folder.name} came out differently")
        must(all_minutes(fresh) == all_minutes(log), f"the minutes of {folder.name} differ")
        healthy(fresh)
        again = imported(fresh, file)
        must(holds(again, "in the log already. Nothing was changed."), f"{folder.name}, twice: {short(again)}")
        must(exported(fresh) == file.read_text(), f"{folder.name} changed when it was imported twice")


@case("an export goes to a file as a whole, for its owner only, and comes in through a pipe")
def through_a_pipe(scratch):
    log = scratch.meeting()
    file = scratch / "out.jsonl"
    done = folk("--log", log, "export", "-o", file)
    must(done.status == 0 and holds(done.out, file), f"export -o: {short(done.all)}")
    must(file.read_text() == exported(log), "the file is not what comes out without -o")
    must(file.stat().st_mode & 0o777 == 0o600, f"its mode is {file.stat().st_mode & 0o777:o}")
    must(not (scratch / "out.jsonl.new").exists(), "something half made is left")
    fresh = scratch / "fresh.db"
    done = folk("--log", fresh, "import", "-", typed=file.read_text())
    must(done.status == 0, f"import -: {short(done.all)}")
    must(exported(fresh) == file.read_text(), "what came through the pipe is something else")


def changed(lines, number, change):
    event = json.loads(lines[number])
    change(event)
    return lines[:number] + [json.dumps(event)] + lines[number + 1:]


@case("a file that cannot be taken in is answered with its line and the reason, and changes nothing")
def broken(scratch):
    lines = exported(scratch.meeting()).splitlines()
    target = scratch.meeting(typed="here all\nnote of our own\n", log=scratch / "target.db")
    before = exported(target)
    last = len(lines)

    def without(name):
        return changed(lines, last - 1, lambda event: event.pop(name))

    def with_value(name, value):
        return changed(lines, last - 1, lambda event: event.update({name: value}))

    deep = "[" * 100000 + "]" * 100000
    cases = {
        "cut off in a line": (lines[:-1] + [lines[-1][:40]], last, "not JSON"),
        "no JSON": (lines[:3] + ["here all"] + lines[3:], 4, "not JSON"),
        "an empty line": (lines[:3] + [""] + lines[3:], 4, "not JSON"),
        "a list": (lines[:3] + ["[1]"] + lines[3:], 4, "not an object"),
        "very deep": (lines[:3] + [deep] + lines[3:], 4, "nested deeper"),
        "a later schema": ([lines[0].replace('"schema":1', '"schema":2'), *lines[1:]], 1, "schema 2"),
        "no header": (lines[1:], 1, "first line"),
        "minutes": (["# Minutes", "", "Present: Asha"], 1, "first line"),
        "bytes": (["\x00\x01\x02"], 1, "first line"),
        "an unknown kind": (with_value("kind", "danced"), last, "its sum"),
        "no words": (with_value("words", []), last, "its sum"),
        "words gone": (without("words"), last, '"words" is missing'),
        "no payload": (without("payload"), last, '"payload" is missing'),
        "a number for a stream": (with_value("stream", 7), last, '"stream"'),
        "out of order": (lines[:-2] + [lines[-1], lines[-2]], last - 1, "has to come"),
        "twice in one file": (lines + lines[1:], last + 1, "stand together"),
    }
    for name, (content, number, reason) in cases.items():
        file = scratch / "broken.jsonl"
        file.write_text("\n".join(content) + "\n")
        done = folk("--log", target, "import", file)
        must(done.status == 1, f"{name}: status {done.status}: {short(done.all)}")
        for part in (str(file), f"line {number}:", reason, "Nothing was imported."):
            must(holds(done.err, part), f"{name}: {part!r} is not said: {short(done.err)}")
        must(exported(target) == before, f"{name} changed the log")
    for name, content, reason in (("cut off", lines[:-1], "cut off"), ("empty", [], "empty")):
        file.write_text("".join(line + "\n" for line in content))
        done = folk("--log", target, "import", file)
        must(done.status == 1 and holds(done.err, reason) and holds(done.err, file), f"{name}: {short(done.all)}")
        must(exported(target) == before, f"{name} changed the log")
    healthy(target)


@case("a meeting that two machines recorded stays two records, and each says what only one of them has")
def recorded_twice(scratch):
    here = scratch.meeting(typed="here Asha, Ben\ngo 1\nnote the hall has no ramp\n", log=scratch / "here.db")
    there = scratch.meeting(typed="here Asha, Dara\ngo 1\nnote The Hall has no ramp\ndecide we move\n",
                            log=scratch / "there.db")
    file = scratch / "there.jsonl"
    file.write_text(exported(there))
    said = imported(here, file)
    must(holds(said, "Tested meeting, ") and holds(said, "has two records: "), f"not said: {short(said)}")
    for each in json.loads(folk("--log", here, "log", "--format", "json").out):
        story = folk("--log", here, "log", "show", each["id"]).out
        ours = "in this record" if "Dara is here" in story or "Asha and Dara" in story else "in the other"
        theirs = "in the other" if ours == "in this record" else "in this record"
        for wanted in ("This meeting has another record, ", f"Only {theirs}: Ben was there.",
                       f"Only {ours}: Dara was there.", f"Only {ours}: decision, we move."):
            must(holds(story, wanted), f"{wanted!r} is not in {short(story)}")
        must(not holds(story, "Only in this record: note"), f"a note that both have: {short(story)}")
    must(len(folk("--log", here, "log").out.splitlines()) == 2, "they did not stay two")
    again = imported(here, file)
    must(not holds(again, "two records"), f"said again though nothing was new: {short(again)}")
    healthy(here)


@case("files that are not there, folders and closed folders are named")
def places(scratch):
    log = scratch.meeting()
    for place in (scratch / "nowhere.jsonl", scratch.path):
        done = folk("--log", log, "import", place)
        must(done.status == 1 and holds(done.err, place), f"import {place}: {short(done.all)}")
    closed = scratch / "closed"
    closed.mkdir()
    scratch.read_only(closed)
    for place in (closed / "out.jsonl", scratch / "nowhere" / "out.jsonl", scratch.path):
        done = folk("--log", log, "export", "-o", place)
        must(done.status == 1 and holds(done.err, place), f"export -o {place}: {short(done.all)}")


@case("a gigabyte that is no export is refused at once and in little memory")
def gigabyte(scratch):
    log = scratch.meeting()
    before = exported(log)
    header = before.splitlines()[0]
    for name, begin in (("zeros", b""), ("zeros after a header", header.encode() + b"\n")):
        file = scratch / "huge.jsonl"
        file.write_bytes(begin)
        os.truncate(file, 1 << 30)
        limit = 400 << 20
        done = subprocess.run([RELEASE, "--log", str(log), "import", str(file)], capture_output=True, timeout=60,
                              env=surroundings(None), check=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        said = done.stderr.decode()
        must(done.returncode == 1 and holds(said, file), f"{name}: {short(said)}")
        must(holds(said, "longer than"), f"{name}: {short(said)}")
    must(exported(log) == before, "the log changed")


@case("a disk that is full while importing or exporting is said with the path, and the log is as it was")
def full_disk(scratch):
    talk = "here all\n" + "".join(f"note mark{n} {'x' * 900}\n" for n in range(300))
    source = scratch.meeting(typed=talk, log=scratch / "source.db")
    file = scratch / "big.jsonl"
    file.write_text(exported(source))
    disk = scratch.disk()
    log = scratch.meeting(log=disk / "log" / "folkmoot.db")
    before = exported(log)
    fill(disk, leave=100 * 1024)
    done = folk("--log", log, "import", file)
    must(done.status == 1 and holds(done.err, log) and holds(done.err, "disk is full"), f"import: {short(done.all)}")
    must(holds(done.err, "Nothing was imported"), f"import: {short(done.all)}")
    must(exported(log) == before, "the log changed")
    done = folk("--log", source, "export", "-o", disk / "out.jsonl")
    must(done.status == 1 and holds(done.err, disk / "out.jsonl"), f"export: {short(done.all)}")
    must(not list(disk.glob("out.jsonl*")), "something half written is left")
    (disk / "filler").unlink()
    must(holds(imported(log, file), "Imported:"), "later, with room")
    healthy(log)


if __name__ == "__main__":
    sys.exit(main(mounts=True))
