#!/usr/bin/python3
"""The full screen on a real terminal: what is sent, what it costs, and windows of all sizes."""
import pathlib
import random
import re
import sys

from cases import main, test
from screen import (BIN, CHECKED, DOWN, ENTER, HOME, LEAVE, PLAN, PROFILES, UP, Failed, back_to_page, columns_of,
                    cpu_milliseconds, cpu_seconds, drawn_anew, equal, expect, wake_ups)

# For eyes the whole of both lines is marked anew: at most 1.1 times what a plain list of curses sends.
MOVE_BYTES = {"reader": 12, "visual": 194}
IDLE_SECONDS = 20


# What a move of the focus sends

def walk(terminal, profile, key, most=40):
    """The bytes of each move within the window, checked one by one."""
    sent = []
    for _ in range(most):
        before, looks, was = terminal.text(), terminal.looks(), terminal.at
        got = terminal.press(key)
        if terminal.at == was or terminal.text()[:2] != before[:2]:
            break
        if terminal.text() != before:
            # A list turns a whole page at its edge, and only there.
            header = 2 if profile == "visual" else 1
            beyond = before[was[0] + 1:terminal.message_rows()[0]] if key == DOWN else before[header:was[0]]
            expect(not any(beyond), f"a move from row {was[0]} changed the text: {before} became {terminal.text()}")
            break
        row, column = terminal.at
        expect(column <= 8 and not terminal.row(row)[:column].strip() and terminal.row(row)[column:],
               f"the cursor is at {terminal.at}, in {terminal.row(row)!r}")
        marked = sum(old != new for old, new in zip(looks, terminal.looks()))
        expect(marked == 0 or profile == "visual", f"{marked} rows are marked in another way")
        allowed = MOVE_BYTES[profile]
        expect(len(got) <= allowed, f"{len(got)} bytes for a move, at most {allowed} are allowed: {got!r}")
        sent.append(len(got))
    return sent


for each in PROFILES:
    @test(f"a move of the focus sends little and changes no character, {each} profile")
    def _(open_, profile=each):
        terminal = open_.begun(profile=profile)
        sent = {"opening": walk(terminal, profile, DOWN)}
        for _ in range(2):
            terminal.press(HOME)
        for _ in range(6):
            terminal.press(DOWN)
        sent["opening, up"] = walk(terminal, profile, UP)
        terminal.word("here all", "8 of 8 here")
        terminal.press(".", "^Check-in, ")
        terminal.quiet()
        sent["check-in"] = walk(terminal, profile, DOWN)
        terminal.word("go 2", "^Item 2 of 6")
        terminal.word("hand Ben: the cost", "Waiting to speak, 1")
        terminal.said("Ben's hand is up", "after his hand")
        terminal.press(HOME)
        sent["item"] = walk(terminal, profile, DOWN)
        terminal.press("?", "^Help, ")
        sent["help"] = walk(terminal, profile, DOWN)
        for place, counts in sent.items():
            expect(len(counts) >= 4, f"only {len(counts)} moves on {place}; {terminal.in_words()}")
        every = sorted(count for counts in sent.values() for count in counts)
        open_.figure(f"bytes of a move of the focus, {profile} profile: {every[0]} to {every[-1]}, "
                     f"median {every[len(every) // 2]}, of {len(every)} moves")


@test(f"idle for {IDLE_SECONDS} seconds with a slot running, reader profile: nothing is sent and nothing wakes up")
def _(open_):
    terminal = open_.begun(open_.plan(), profile="reader", clock=None)
    terminal.word("here all", "2 of 2 here")
    terminal.word("go 1", "^Item 1 of 2")
    terminal.quiet(2.0)  # what is done once, a second after the last act
    wakes, cpu = wake_ups(terminal.pid), cpu_seconds(terminal.pid)
    sent = terminal.quiet(IDLE_SECONDS)
    woken, used = wake_ups(terminal.pid) - wakes, cpu_seconds(terminal.pid) - cpu
    open_.figure(f"idle for {IDLE_SECONDS} seconds, reader profile: {len(sent)} bytes, {woken} wake-ups")
    equal(sent, b"", "sent while nothing happened")
    equal(woken, 0, "wake-ups")
    equal(used, 0.0, "processor time")
    terminal.press(DOWN)
    expect(terminal.process.poll() is None, "it does not answer any more")


# Setting the whole window is what every start of curses does.
SCROLLED = re.compile(rb"\033\[((?!1;25r)\d+;\d+r|\d*[ST])")


@test("what moves on the screen is moved and not sent again, so that only what is new is said")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        if profile == "visual":
            terminal.word("here all", "8 of 8 here")
            terminal.word("go 2", "^Item 2 of 6")
        name = "Ben" if profile == "visual" else "Dara"
        sent = terminal.word(f"hand {name}: the cost", ", the cost")
        expect(b"the cost" in sent, f"the new row was not sent: {sent!r}")
        expect(b"Seats" not in sent, f"a row that moved down was sent again: {sent!r}")
        terminal.press("n", "Note: ")
        terminal.press("No ramp" + ENTER, "note ., No ramp")
        sent = terminal.word(f"down {name}")
        terminal.until(lambda: not any("the cost" in row for row in terminal.body()), "the queue without it")
        expect(b"Seats" not in sent and b"note 1, No ramp" not in sent, f"a row that moved up was sent again: {sent!r}")
        # What curses makes of a region by itself is letters here and there.
        found = SCROLLED.search(terminal.all)
        expect(not found, f"a region was scrolled: {found and terminal.all[found.start():][:160]!r}")
        terminal.press("q")
        terminal.ended()


@test("a message is drawn by itself, after what the key changed on the page")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        name = terminal.focused().split(", ")[1]
        sent = terminal.press(ENTER)
        expect(b"here" in sent, f"the line of {name} was not sent: {sent!r}")
        expect(f"{name} is here".encode() not in sent, f"line, focus and message in one drawing: {sent!r}")
        terminal.said(f"{name} is here", "after Enter on it")
        name = terminal.focused().split(", ")[1]
        terminal.press(ENTER)
        terminal.press(UP)
        terminal.said(f"{name} is here", "by the next key")
        terminal.press("q")
        terminal.ended()


@test("the time is drawn by itself, after what the key changed, visual profile")
def _(open_):
    terminal = open_.begun(profile="visual")
    expect(terminal.row(1).endswith("planned 15:30") and "14:00" in terminal.row(1), f"the time: {terminal.row(1)!r}")
    terminal.press(":", ":")
    terminal.press("@+5m")
    terminal.press(ENTER)
    expect("14:00" in terminal.row(1), f"the time was drawn with what the key changed: {terminal.row(1)!r}")
    terminal.until(lambda: "14:05" in terminal.row(1), "the new time")


@test("a key in a long field costs little more than one in a short field")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    spent = []
    for _ in range(8):
        before = cpu_milliseconds(terminal.pid)
        for _ in range(5):
            terminal.press("ten chars ")
        spent.append((cpu_milliseconds(terminal.pid) - before) / 50)
    open_.figure(f"processor time a key, reader profile: {spent[0]:.2f} ms in the first 50 letters of a field, "
                 f"{spent[-1]:.2f} ms after 350")
    expect(spent[-1] < 6 * spent[0], f"milliseconds of processor time a key, for each 50 letters more: "
                                     f"{', '.join(f'{each:.2f}' for each in spent)}")


# What it asks of the kernel, as strace sees it

def traced(open_, calls, *arguments, **keywords):
    terminal = open_("-qq", "-s", "4096", "-e", f"trace={calls}", "-o", open_.home / "trace", BIN, "--log",
                     open_.home / "log.db", *arguments, program="strace", **keywords)
    children = pathlib.Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children")
    terminal.until(lambda: terminal.row(0) and children.read_text(), "the first page")
    terminal.pid = int(children.read_text().split()[0])
    terminal.until(terminal.is_drawn, "the first page, whole")
    return terminal


def calls_of(open_):
    return (open_.home / "trace").read_text().splitlines()


@test("a key is answered by one write, and so is a message")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = traced(open_, "write", "run", PLAN, profile=profile)
        terminal.said("Folkmoot, full screen", "at the beginning")
        for key, message in ((DOWN, None), (ENTER, "is here"), ("n", None), ("a", None), (LEAVE, "Left without")):
            terminal.settled()
            before = len(calls_of(open_))
            terminal.press(key)
            writes = [call for call in calls_of(open_)[before:] if call.startswith("write(") and "\\33[" in call]
            expect(len(writes) <= 1, f"{len(writes)} writes for {key!r}, {profile} profile: {writes}")
            if message:
                before = len(calls_of(open_))
                terminal.said(message, f"after {key!r}")
                writes = [call for call in calls_of(open_)[before:] if call.startswith("write(")]
                expect(len(writes) <= 1, f"{len(writes)} writes for a message, {profile} profile: {writes}")
        terminal.close()


# A plan that names its zone needs the zones; without one only the machine's own, and home not even that.
STARTS = {"home": ((), False), "a plan without a zone": (("run", None), True),
          "a meeting taken up": (("resume",), True)}
NOT_YET = re.compile("/zoneinfo|leapseconds|tzdata|libical")


@test("no time zones and no calendar library are touched before the first full screen")
def _(open_):
    for start, (command, machine_zone) in STARTS.items():
        arguments = [open_.plan() if word is None else word for word in command]
        terminal = traced(open_, "open,openat,openat2,write", *arguments, clock=None, TZ=None)
        calls = calls_of(open_)
        first = next(i for i, call in enumerate(calls) if call.startswith("write(") and terminal.row(0)[:9] in call)
        opened = [call for call in calls[:first] if call.startswith("open")]
        expect(any("/log.db" in call for call in opened), f"strace saw nothing: {opened}")
        early = [call for call in opened if NOT_YET.search(call.split('"')[1])]
        expect(not early, f"opened before the first screen, {start}: {early}")
        local = [call for call in opened if "/etc/localtime" in call]
        expect(machine_zone or not local, f"the machine's zone was read before home: {local}")
        open_.figure(f"files opened before the first full screen, {start}: {len(opened)}")
        terminal.type("q")
        terminal.ended()


# Sizes

def all_that_can_be_reached(terminal):
    """The words on the lines that the focus comes to, from the first to the last."""
    terminal.press(HOME)
    lines = []
    for _ in range(200):
        lines.append(terminal.focused())
        where, before = terminal.at, terminal.text()
        terminal.press(DOWN)
        if terminal.at == where and terminal.text()[:-3] == before[:-3]:
            terminal.said("last line", "at the end of the list")
            return " ".join(" ".join(lines).split())
    raise Failed(f"the list has no end; {terminal.in_words()}")


for each in PROFILES:
    @test(f"at 80x25, 132x43, 40x12 and 30x8 every line can be reached, 20x5 is said to be too small, {each} profile")
    def _(open_, profile=each):
        terminal = open_.begun(profile=profile)
        for place, go in (("Opening", None), ("Check-in", "go check-in"), ("Item 2", "go 2")):
            terminal.resize(80, 25)
            if go:
                terminal.word("here all", "8 people|8 of 8")
                terminal.word(go, "^" + place)
            whole = terminal.row(0)
            first = all_that_can_be_reached(terminal)
            expect(len(first) > 150, f"{place}: only {first!r} can be reached")
            for columns, rows in ((132, 43), (40, 12), (30, 8)):
                terminal.resize(columns, rows)
                expect(whole.startswith(terminal.row(0)[:25].split("  ")[0]),
                       f"the title at {columns}x{rows}: {terminal.row(0)!r}")
                drawn_anew(terminal, f"{place} at {columns}x{rows}")
                if profile == "visual" and columns >= 120:
                    continue  # the agenda stands beside the page, on the same rows
                equal(all_that_can_be_reached(terminal), first, f"{place}: what can be reached at {columns}x{rows}")
            terminal.resize(20, 5)
            expect("too small" in " ".join(terminal.text()), f"at 20x5: {terminal.text()}")
            drawn_anew(terminal, "20x5")
            terminal.resize(80, 25)
            expect(terminal.row(0)[:40] == whole[:40], f"after 20x5: {terminal.in_words()}")
            drawn_anew(terminal, "80x25 again")


SIZES = ((132, 43), (80, 25), (40, 25), (40, 12))


@test("the title of a page can be read whole from 132x43 down to 40x12")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 4", "^Item 4 of 6")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            everything = " ".join(" ".join(terminal.text()).split())
            expect("Item 4 of 6, What the bus interviews tell us so far" in everything,
                   f"the title at {columns}x{rows}; {terminal.in_words()}")
        terminal.press("q")
        terminal.ended()


@test("what where says can be read whole from 132x43 down to 40x12")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 4", "^Item 4 of 6")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.press("w")
            terminal.until(lambda: terminal.shows("Enter or a comma goes") or
                           terminal.message().startswith("Item 4 of"), "what where says")
            page = terminal.shows("Enter or a comma goes")
            said = terminal.message()
            if page:
                said = " ".join(" ".join([*terminal.body(), all_that_can_be_reached(terminal)]).split())
            for part in ("What the bus interviews tell us so far", "16 minutes", "14:00"):
                expect(part in said, f"“{part}” is not in where at {columns}x{rows}: {said!r}")
            back_to_page(terminal)
        terminal.press("q")
        terminal.ended()


@test("a window of another size leaves what is typed in a field, and the cursor behind it")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press("n", "Note: ")
        typed = "The hall has no ramp, 陈伟 says"
        terminal.press(typed, "Note: " + typed[:20])
        for columns, rows in ((40, 12), (20, 5), (30, 8), (132, 43), (3, 2), (80, 25)):
            terminal.resize(columns, rows)
            if columns >= 30:
                everything = "".join(terminal.text())
                expect("".join(typed.split()) in "".join(everything.split()),
                       f"the field at {columns}x{rows}; {terminal.in_words()}")
                row, column = terminal.at
                expect(terminal.row(row)[:column].endswith("says") or columns_of(terminal.row(row)) == column,
                       f"the cursor at {columns}x{rows}: {terminal.at} in {terminal.row(row)!r}")
                drawn_anew(terminal, f"a field at {columns}x{rows}")
        equal(terminal.at[1], columns_of("Note: " + typed), "the column of the cursor")
        terminal.press(".", "says\\.")
        terminal.press(ENTER)
        terminal.said(f"Note . kept: {typed}", "what was kept")
        terminal.press("q")
        terminal.ended()


SIZES_AT_RANDOM = 1000
SEEDS = 5


def typed_at(terminal, choose, left):
    """A few sizes, and a few letters between them, of which nothing is awaited; gives how many and the letters.

    One size in three is that of the beginning again, before the program may have seen that there was another.
    """
    sizes, typed, begin = choose.randint(1, min(5, left)), "", (terminal.columns, terminal.rows)
    for _ in range(sizes):
        another = choose.randint(1, 300), choose.randint(1, 100)
        terminal.columns, terminal.rows = choose.choice([another, another, begin])
        terminal.cells.resize(terminal.rows, terminal.columns)
        terminal.set_size()
        letters = "".join(choose.choice(["a", "e", " ", "陈", "é", "ل"]) for _ in range(choose.randint(0, 2)))
        terminal.type(letters)
        typed += letters
        terminal.take(choose.choice([0, 0, 0.001, 0.005]))
        expect(terminal.process.poll() is None, f"it ended at {terminal.columns}x{terminal.rows}")
    # Another letter of its own makes sure that all before it was taken.
    terminal.press("x")
    return sizes, typed + "x"


for each in range(SEEDS):
    @test(f"{SIZES_AT_RANDOM // SEEDS} windows of random sizes while a field is typed leave what a drawing from "
          f"nothing shows, seed {each + 1}")
    def _(open_, seed=each):
        choose = random.Random(seed)
        terminal = open_.begun(profile=PROFILES[seed % 2], program=CHECKED)
        terminal.press("n", "Note: ")
        terminal.press("x")
        typed, left = "x", SIZES_AT_RANDOM // SEEDS
        while left > 0:
            sizes, letters = typed_at(terminal, choose, left)
            left -= sizes
            typed += letters
            drawn_anew(terminal, f"{left} sizes before the end, {terminal.columns}x{terminal.rows}")
        terminal.resize(80, 25)
        drawn_anew(terminal, "at the end")
        terminal.press(ENTER)
        terminal.said("Note 1 kept", "after Enter")
        terminal.press("q")
        terminal.ended()
        minutes = open_.output("minutes", "last")
        expect("".join(typed.split()) in "".join(minutes.split()), f"“{typed}” was typed, in the minutes: {minutes}")


if __name__ == "__main__":
    sys.exit(main(first=("idle", "seed")))
