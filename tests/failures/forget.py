#!/usr/bin/env python3
"""Forgetting, with real meetings held through a pipe: afterwards the bytes of every file of the log are searched."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata

from folk import BIN, RELEASE, all_words, case, folk, healthy, holds, main, must, refused, short, surroundings

TO_THE_END = "next\n" * 40
KILLS = int(os.environ.get("FOLKMOOT_FORGET_KILLS", "20"))

# Names as people have them, and as nobody should.
NAMES = ["Asha", "Zoë Müller", "José-María O'Brien", "Will", "May Green", "Ng", "陈伟", "ليلى حسن", "Šárka Nováková",
         "김지수", "ÅSA ÖBERG", "Ann Lee", "Robert'); DROP TABLE words;--", "100% Percy", "under_score", "Here All",
         "Owner: Bea", "=HYPERLINK(1)", "Élodie", "Drop \"Table\" O'Neil"]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def plan_for(people, title="Remembered meeting", extra="", date=""):
    lines = [f"[meeting]\ntitle = {quoted(title)}\ngroup = \"Working group\"\nminutes = 60\n{date}",
             "[partnership]\nname = \"Harbour\"\nscale = [1, 5]"]
    for name, partner, more in people:
        lines.append(f"[[person]]\nname = {quoted(name)}\npartner = {quoted(partner)}\n{more}")
    lines.append("[[item]]\ntitle = \"First\"\nminutes = 20\n[[item]]\ntitle = \"Second\"\nminutes = 20\n" + extra)
    return "\n".join(lines)


def hold(scratch, people, typed, log=None, clock="2026-11-24T14:00:00Z", **plan):
    """One closed meeting."""
    scratch.plan.write_text(plan_for(people, **plan))
    done = folk("--log", log or scratch.log, "--linear", "run", scratch.plan, typed=typed + TO_THE_END,
                env={"FOLKMOOT_CLOCK": clock})
    must(done.status == 0 and "meeting is closed" in done.out, f"the meeting was not closed: {short(done.all[-600:])}")
    return log or scratch.log


def words_of(name):
    """What the person says, each with a mark that nothing else has."""
    return [f"quicksilver{len(name)} and tangerine", f"harpsichord{len(name)} is my reason"]


def bytes_of(log):
    for path in sorted(log.parent.iterdir()):
        if path.is_file():
            yield path, path.read_bytes()


def forms(text):
    found = {text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text), text.casefold(), text.upper()}
    found.add("".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c)))
    return {each.encode() for each in found}


def must_be_gone(log, texts, but=()):
    for path, data in bytes_of(log):
        lower = data.lower()
        for text in texts:
            if len(text.encode()) < 4:  # numbers and sums hold these by chance
                continue
            for form in forms(text):
                must(form.lower() not in lower or path.name in but,
                     f"{form!r} is still in {path.name} at {lower.find(form.lower())}")


def must_be_there(log, *texts):
    data = b"".join(each for _, each in bytes_of(log))
    for text in texts:
        must(text.encode() in data, f"{text!r} is gone")


def forgotten(log, *arguments):
    done = folk("--log", log, "forget", *arguments, "--yes")
    must(done.status == 0 and holds(done.out, "nothing of it was found"), f"forget {arguments}: {short(done.all, 1200)}")
    healthy(log)
    return done


def counts(log):
    """The figures that have to stay, as staff read them."""
    with sqlite3.connect(f"file:{log}?mode=ro", uri=True) as database:
        rows = [database.execute(f"SELECT * FROM {view}").fetchall()
                for view in ("v_turns", "v_attendance", "v_scores")]
        rows.append(database.execute("SELECT meeting, date, people, present, decisions, actions, parked FROM v_meetings")
                    .fetchall())
    database.close()
    return rows


TWO = [("Asha Begum", "Harbour Voices", 'role = "co-chair"\naccess = "captions please"'),
       ("Ben Ode", "City Council", "")]
SAID = ("here all\nnext\nsay 4 I slept like porcelain\nsay 3 fine\nnext\nspeak 1\n@+60s\nspeak 2\n@+60s\nstop\n"
        "hand 1: because of the marmalade\nnote Asha rang the printer\nnote asha begum's plan and Ben Ode's\n"
        "action Ben Ode: ask ASHA about ramps\ndecide Asha Begum leads the pilot\n"
        "reserve Asha Begum: I fear the cobblestones\nconcern Nobody listens to Asha\n")
GONE = ["Asha", "Begum", "porcelain", "marmalade", "cobblestones", "captions please", "co-chair"]


@case("20 names, and what they said, are in no byte of any file afterwards")
def names(scratch):
    for number, name in enumerate(NAMES):
        log = scratch / f"log{number}" / "folkmoot.db"
        said, why = words_of(name)
        people = [(name, "Harbour Voices", 'access = "lilac paper"'), ("Somebody Else", "City Council", "")]
        hold(scratch, people, f"here all\nnext\nsay 4 {said}\nsay 3 fine\nnext\nspeak 1\nstop\nhand 1: {why}\n"
             f"note {name} rang the printer\nnote And {name.upper()} said {name.lower()}\n", log)
        held = folk("--log", log, "held", name)
        must(held.status == 0 and holds(held.out, said, why, "rang the printer"), f"{name}: held: {short(held.all, 900)}")
        backup = folk("--log", log, "backup", log.parent / "kept.db")
        must(backup.status == 0, f"{name}: backup: {short(backup.all)}")
        done = forgotten(log, name)
        # What is no name by itself: an ordinary word, written small.
        ordinary = [name] if name == "Will" else []
        sought = [name, said, why, "lilac paper"]
        if ordinary:
            must(holds(done.out, "ordinary word"), f"{name}: what is left is not said: {short(done.out)}")
            must_be_gone(log, sought[1:])
            for path, data in bytes_of(log):
                must(b"Will" not in data and b"WILL" not in data, f"Will is still in {path.name}")
        else:
            must_be_gone(log, sought)
        # The marks around a name, such as = and ), are no part of it.
        note = re.search(r"somebody\W+ rang the printer|somebody rang the printer", folk("--log", log, "log", "show", "last").out)
        must(note, f"{name}: the note is gone: {short(folk('--log', log, 'log', 'show', 'last').out, 900)}")
        again = folk("--log", log, "held", name)
        refused(again, "nobody called", what=f"{name}: held afterwards")
        must(name not in again.all.replace(f'"{name}"', ""), f"{name} is named: {short(again.all)}")
        must(not holds(folk("--log", log, "log", "search", "person:" + name.split()[0]).out, "rang"), name)


@case("what happened stays, without the person, in every view and in the minutes")
def stays(scratch):
    log = hold(scratch, TWO, SAID)
    before = counts(log)
    must(before[0] and before[2], f"the meeting has no turns or scores: {before}")
    preview = folk("--log", log, "forget", "Asha Begum")
    must(preview.status == 1 and holds(preview.err, "Nothing was forgotten", "--yes"), short(preview.all))
    must(holds(preview.out, "What goes", "What stays", "Not reached", "somebody"), short(preview.out))
    must(counts(log) == before, "asking changed something")
    forgotten(log, "asha begum")
    must(counts(log) == before, f"figures changed: {before} {counts(log)}")
    must_be_gone(log, GONE)
    must_be_there(log, "somebody rang the printer", "somebody's plan and Ben Ode's", "somebody leads the pilot")
    minutes = folk("--log", log, "minutes", "last", "--format", "text").out
    must(holds(minutes, "somebody leads the pilot") and "Asha" not in minutes, short(minutes))
    for arguments in (("log", "show", "last"), ("trends",), ("actions", "--all"), ("log", "attendance"), ("export",)):
        told = folk("--log", log, *arguments)
        must(told.status == 0 and "Asha" not in told.out and "Begum" not in told.out, f"{arguments}: {short(told.out)}")
    must(holds(folk("--log", log, "log", "search", "pilot").out, "somebody leads"), "the search")


@case("doctor --rebuild brings nothing back")
def rebuilt(scratch):
    log = hold(scratch, TWO, SAID)
    forgotten(log, "Asha Begum")
    done = folk("--log", log, "doctor", "--rebuild")
    must(done.status == 0, short(done.all))
    must_be_gone(log, GONE)
    must(holds(folk("--log", log, "log", "search", "pilot").out, "somebody leads"), "the search")


@case("Ann is not Annie, and of two people of one first name only the whole name counts")
def partial(scratch):
    people = [("Ann Lee", "Harbour Voices", ""), ("Annie Ode", "City Council", ""), ("Ann Kay", "University", "")]
    log = hold(scratch, people, "here all\nnext\nsay 1 one\nsay 2 two\nsay 3 three\nnext\nnote Annie and Anna agreed\n"
               "note Ann Kay agreed\nnote Ann agreed\nnote Lee agreed\nnote ANN LEE agreed\nnote Leeds is near Dunlee\n")
    for typed in ("Ann", "An", "Annie", "Lee"):
        refused(folk("--log", log, "forget", typed, "--yes"), "knows nobody called", what=typed)
    must(holds(folk("--log", log, "held", "Ann").err, "Ann Lee", "Ann Kay", "Annie Ode"), "the near names")
    done = forgotten(log, "Ann Lee")
    must(holds(done.out, "may mean somebody else"), short(done.out))
    must_be_gone(log, ["Ann Lee"])
    must_be_there(log, "Annie and Anna agreed", "Ann Kay agreed", "Ann agreed", "Annie Ode", "Leeds is near Dunlee")
    found = folk("--log", log, "log", "show", "last").out
    must(found.count("somebody agreed") == 2, short(found))


@case("a shared first name and a nickname are taken with --also")
def also(scratch):
    people = [("Ann Lee", "Harbour Voices", ""), ("Ann Kay", "University", "")]
    log = hold(scratch, people, "here all\nnext\nsay 1 one\nsay 2 two\nnext\nnote Ann agreed\nnote Nan agreed\n"
               "note Ann Kay agreed\n")
    forgotten(log, "Ann Lee", "--also", "Ann", "--also", "nan")
    found = folk("--log", log, "log", "show", "last").out
    must(found.count("somebody agreed") == 2 and "Ann Kay agreed" in found, short(found))
    must_be_gone(log, ["Nan agreed", "note Ann agreed"])


@case("two people of the same whole name are told apart by their id")
def same_name(scratch):
    log = hold(scratch, [("Asha", "Harbour Voices", "")], "here all\nnext\nsay 4 walnut\nnext\n")
    scratch.plan.write_text(plan_for([("Asha", "City", "")]).replace('"Harbour"', '"Other"'))
    done = folk("--log", log, "run", scratch.plan, typed="here all\nnext\nsay 4 hazelnut\n" + TO_THE_END)
    must(done.status == 0, short(done.all))
    both = folk("--log", log, "forget", "Asha", "--yes")
    refused(both, "2 people", "Harbour Voices", "City", "id")
    ids = [json.loads(folk("--log", log, "held", each, "--format", "json").out) for each in ids_in(both.err)]
    must(len(ids) == 2, f"ids: {short(both.err)}")
    mine = next(each for each in ids if each["partnership"] == "Harbour")
    forgotten(log, mine["id"])
    must_be_gone(log, ["walnut hello", "say 4 walnut"])
    must_be_there(log, "hazelnut", "Asha")


def ids_in(text):
    return [word for word in text.replace(",", " ").split() if len(word) == 8 and all(c in "0123456789abcdef" for c in word)]


@case("an import of an older export does not bring anything back, and neither does a longer one")
def import_older(scratch):
    log = hold(scratch, TWO, SAID)
    folk("--log", log, "export", "-o", scratch / "old.jsonl")
    other = scratch / "other" / "folkmoot.db"
    must(folk("--log", other, "import", scratch / "old.jsonl").status == 0, "the other machine")
    # Who speaks first changes from meeting to meeting: a hand is Asha's by the seat.
    hold(scratch, TWO, SAID.replace("porcelain", "oatmeal").replace("marmalade", "stoneware"), other, title="Held elsewhere")
    folk("--log", other, "export", "-o", scratch / "longer.jsonl")
    forgotten(log, "Asha Begum")
    done = folk("--log", log, "import", scratch / "old.jsonl")
    must(done.status == 0 and holds(done.out, "already"), short(done.all))
    must_be_gone(log, GONE)
    done = folk("--log", log, "import", scratch / "longer.jsonl")
    must(done.status == 0 and holds(done.out, "1 new meeting", "forgotten"), short(done.all))
    healthy(log)
    must_be_gone(log, GONE + ["stoneware"])
    must_be_there(log, "Held elsewhere", "somebody leads the pilot")
    # And out again: what stands in place of forgotten words goes with it.
    folk("--log", log, "export", "-o", scratch / "after.jsonl")
    third = scratch / "third" / "folkmoot.db"
    must(folk("--log", third, "import", scratch / "after.jsonl").status == 0, "a third machine")
    must(holds(folk("--log", third, "minutes", "last").out, "somebody leads the pilot"), "words in place")
    healthy(third)


@case("backups are reached, those that are away are named and done later, and another file at their place is left alone")
def backups(scratch):
    log = hold(scratch, TWO, SAID)
    near, away, taken = scratch / "near.db", scratch / "stick" / "away.db", scratch / "taken.db"
    away.parent.mkdir()
    for path in (near, away, taken):
        done = folk("--log", log, "backup", path)
        must(done.status == 0 and holds(done.out, path, "sound"), short(done.all))
        must(path.stat().st_mode & 0o777 == 0o600, f"mode {path.stat().st_mode:o}")
        must(folk("--log", path, "doctor").status == 0, f"doctor of {path}")
    refused(folk("--log", log, "backup", near), "there already")
    usual = folk("--log", log, "backup", env={"FOLKMOOT_CLOCK": "2026-11-24T14:00:00Z"})
    must(usual.status == 0 and (log.parent / "folkmoot-2026-11-24.db").exists(), short(usual.all))
    shutil.move(away.parent, scratch / "pocket")
    taken.unlink()
    with sqlite3.connect(taken) as other:
        other.execute("CREATE TABLE contacts(name TEXT)")
        other.execute("INSERT INTO contacts VALUES('Asha Begum')")
    other.close()
    foreign = taken.read_bytes()
    done = folk("--log", log, "forget", "Asha Begum", "--yes")
    must(done.status == 1 and holds(done.out, "not finished", taken, away), short(done.all, 900))
    must(taken.read_bytes() == foreign, "another program's file was changed")
    must_be_gone(log, GONE)
    for text in GONE:
        must(text.encode() not in near.read_bytes(), f"{text} is in the backup")
    must(folk("--log", log, "doctor").status == 1, "doctor does not say that it is unfinished")
    taken.unlink()
    shutil.move(scratch / "pocket", away.parent)
    done = folk("--log", log, "forget")
    must(done.status == 0 and holds(done.out, away), short(done.all, 900))
    for path in (near, away):
        for text in GONE:
            must(text.encode() not in path.read_bytes(), f"{text} is in {path}")
        must(folk("--log", path, "doctor").status == 0, f"doctor of {path}")
    must(folk("--log", log, "forget").status == 2, "nothing is unfinished, and that is not said")


@case("a copy for review has no access needs and does not point at who raised a concern")
def review(scratch):
    log = hold(scratch, TWO, SAID)
    copy = scratch / "review.db"
    done = folk("--log", log, "backup", copy, "--for-review")
    must(done.status == 0, short(done.all))
    must(folk("--log", copy, "doctor").status == 0, "doctor of the copy")
    data = copy.read_bytes()
    for text in (b"captions please", b"porcelain", b"marmalade"):
        must(text not in data, f"{text} is in the copy")
    must(b"Nobody listens" in data, "the concern itself is gone")
    must(counts(copy) == counts(log), "figures differ")
    with sqlite3.connect(f"file:{copy}?mode=ro", uri=True) as database:
        kinds = [row[0] for row in database.execute(
            "SELECT e.kind || coalesce(json_extract(e.payload, '$.kind'), '') FROM events e JOIN streams s USING(stream) "
            "WHERE s.kind = 'meeting' ORDER BY sequence")]
    database.close()
    must(kinds[-2:] == ["capturedconcern", "closed"], f"the concern is not at the end: {kinds}")
    forgotten(log, "Asha Begum")
    for text in GONE:
        must(text.encode() not in copy.read_bytes(), f"{text} is in the copy for review")


@case("access needs are erased alone")
def access(scratch):
    log = hold(scratch, TWO, SAID)
    folk("--log", log, "backup", log.parent / "kept.db")
    forgotten(log, "Asha Begum", "--access-needs")
    must_be_gone(log, ["captions please"])
    must_be_there(log, "Asha Begum", "porcelain", "co-chair")
    held = json.loads(folk("--log", log, "held", "Asha Begum", "--format", "json").out)
    must(held["access_needs"] == [] and held["roles"] == ["co-chair"], short(str(held)))
    done = folk("--log", log, "import", exported(log, scratch, "captions please"))
    must(done.status in (0, 1), short(done.all))


def exported(log, scratch, unused):
    folk("--log", log, "export", "-o", scratch / "after.jsonl")
    return scratch / "after.jsonl"


@case("the words of old meetings go, figures, decisions and what is open stay")
def old_words(scratch):
    script = SAID.replace("ask ASHA", "askopen ASHA") + "note oldnote\nask oldquestion\n"
    hold(scratch, TWO, script, clock="2026-01-10T10:00:00Z", title="Old")
    hold(scratch, TWO, "here all\nnext\nsay 4 newwords\n", title="New")
    log = scratch.log
    folk("--log", log, "export", "-o", scratch / "old.jsonl")
    before = counts(log)
    # The next meeting has a copy of what is open, so it is counted.
    still_open = [text for text in all_words(log) if "askopen" in text or "oldquestion" in text]
    must(len(still_open) == 4, str(still_open))
    refused(folk("--log", log, "forget", "--words-before", "yesterdayish", "--yes"), "needs a date", status=2)
    asked = folk("--log", log, "forget", "--words-before", "2026-03-01")
    must(asked.status == 1 and holds(asked.out, "What goes", "What stays"), short(asked.all))
    done = folk("--log", log, "forget", "--words-before", "2026-03-01", "--yes")
    must(done.status == 0, short(done.all, 900))
    healthy(log)
    gone = ["porcelain", "marmalade", "cobblestones", "oldnote"]
    must_be_gone(log, gone)
    must_be_there(log, "leads the pilot", "askopen", "newwords", "Asha Begum", "oldquestion")
    must(counts(log) == before, "figures changed")
    now = [text for text in all_words(log) if "askopen" in text or "oldquestion" in text]
    must(now == still_open, f"what is open in the old meeting: {now}")
    must(folk("--log", log, "import", scratch / "old.jsonl").status == 0, "import")
    must_be_gone(log, gone)


@case("while a meeting runs elsewhere nothing is forgotten or copied, and that is said")
def busy(scratch):
    from folk import Talk
    log = hold(scratch, TWO, SAID)
    scratch.plan.write_text(plan_for(TWO, title="Running"))
    with Talk("--log", log, "--linear", "run", scratch.plan):
        for arguments in (("forget", "Asha Begum", "--yes"), ("backup", scratch / "b.db"),
                          ("forget", "--words-before", "2026-01-01", "--yes")):
            refused(folk("--log", log, *arguments), "Another Folkmoot is writing")
        must(folk("--log", log, "held", "Asha Begum").status == 0, "held can be read meanwhile")


@case("what is said wrongly is answered with what is allowed")
def wrong(scratch):
    log = hold(scratch, TWO, SAID)
    before = b"".join(data for _, data in bytes_of(log))
    for arguments, status, wanted in (
            (("forget",), 2, "Name a person"), (("forget", "", "--yes"), 2, "Name a person"),
            (("forget", "Nobody Here", "--yes"), 1, "nobody called"),
            (("forget", "Ashe Begum", "--yes"), 1, "Asha Begum"),
            (("forget", "Asha Begum", "--words-before", "2026-01-01"), 2, "goes without"),
            (("forget", "--access-needs"), 2, "needs a name"),
            (("forget", "--words-before", "2999-01-01", "--yes"), 2, "still to come"),
            (("forget", "Asha Begum", "--also", "", "--yes"), 2, "--also"),
            (("held",), 2, ""), (("held", ""), 1, "needed"), (("backup", scratch.path), 1, "folder"),
            (("backup", scratch / "no" / "where.db"), 1, "where.db")):
        refused(folk("--log", log, *arguments), wanted, status=status, what=str(arguments))
    must(before == b"".join(data for _, data in bytes_of(log)), "something changed")


@case("with a terminal it asks, and anything but yes leaves everything as it is")
def asks(scratch):
    import pty
    log = hold(scratch, TWO, SAID)
    for answer, status in (("\n", 0), ("no\n", 0), ("y\n", 0), ("yes\n", 0)):
        leader, follower = pty.openpty()
        process = subprocess.Popen([BIN, "--log", str(log), "forget", "Asha Begum"], stdin=follower,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(None))
        os.close(follower)
        os.write(leader, answer.encode())
        out, err = process.communicate(timeout=60)
        os.close(leader)
        must(process.returncode == status, f"{answer!r}: {out[-300:]} {err}")
        must(holds(out.decode(), "[no] yes >"), f"{answer!r}: it does not ask: {short(out.decode())}")
        if answer != "yes\n":
            must(holds(out.decode(), "Everything is as it was"), short(out.decode()[-300:]))
            must_be_there(log, "Asha Begum", "porcelain")
    must_be_gone(log, GONE)


@case("forgotten at home, in plain lines, it is in no byte either, nor in the copy that was made there")
def at_home(scratch):
    log = hold(scratch, TWO, SAID)
    copy = log.parent / "kept.db"
    left = folk("--log", log, "--linear", typed=f"backup {copy}\nforget Asha Begum\nnext\nquit\n")
    must(left.status == 0 and holds(left.out, "It was checked", "Everything is as it was"), short(left.all, 900))
    must_be_there(log, "Asha Begum", "porcelain")
    done = folk("--log", log, "--linear", typed="forget Asha Begum\n2\nheld Asha Begum\nquit\n")
    must(done.status == 0 and holds(done.out, "What goes, in", f"Done in the backup {copy} too",
                                    "nothing of it was found", 'nobody called "Asha Begum"'), short(done.all, 1200))
    must_be_gone(log, GONE)
    healthy(log)
    refused(folk("--log", copy, "held", "Asha Begum"), "nobody called")


WRITES = "pwrite64,write,fdatasync,fsync,unlink,ftruncate,rename"


@case("killed at any write it is done or not done, and done again it is finished")
def killed(scratch):
    """FOLKMOOT_FORGET_KILLS of the writes, evenly; as many as there are: all of them."""
    log = hold(scratch, TWO, SAID)
    folk("--log", log, "backup", log.parent / "kept.db")

    def fresh(name):
        """The backup on record is the one beside the first log: each try has its own."""
        here = scratch / name / log.name
        shutil.copytree(log.parent, here.parent)
        with sqlite3.connect(here) as database:
            database.execute("UPDATE backups SET path = ?", (str(here.with_name("kept.db")),))
        database.close()
        return here

    def traced(here, trace, *more):
        return subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=" + WRITES, *more, RELEASE, "--log", str(here),
                               "forget", "Asha Begum", "--yes"], capture_output=True, check=False,
                              env=surroundings(None), timeout=300)

    done = traced(fresh("counted"), scratch / "trace")
    must(done.returncode == 0, f"under strace: {done.stderr[-300:]}")
    total = sum(1 for line in (scratch / "trace").read_text("utf-8", "replace").splitlines() if "(" in line)
    must(total > 100, f"only {total} writes")
    tries = old = new = 0
    for when in range(1, total + 1, max(total // KILLS, 1)):
        here = fresh(f"kill{when}")
        traced(here, os.devnull, "-e", f"inject={WRITES}:signal=KILL:when={when}")
        doctor = folk("--log", here, "doctor")
        must(holds(doctor.out, "every one matches its sum"), f"write {when}: {short(doctor.all, 900)}")
        known = folk("--log", here, "held", "Asha Begum").status == 0
        tries, old, new = tries + 1, old + known, new + (not known)
        again = folk("--log", here, "forget", "Asha Begum", "--yes")
        # Killed after the last write that counts, it had been finished.
        if known or again.status != 1 or not holds(again.err, "nobody called"):
            must(again.status == 0 and holds(again.out, "nothing of it was found"),
                 f"write {when}: {short(again.all, 900)}")
        healthy(here)
        must_be_gone(here, GONE)
        shutil.rmtree(here.parent)
    must(old and new, f"{old} were old and {new} new: not both were seen")
    print(f"# figure: killed at {tries} of {total} writes: {old} before and {new} after it was done")


if __name__ == "__main__":
    sys.exit(main())
