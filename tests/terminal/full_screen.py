#!/usr/bin/python3
"""The full screen on a real terminal: a meeting by keys, what is sent, sizes, signals, and a terminal that goes away.

Debian's own Python, because python3-pyte belongs to it. Several cases run at once: most of their time is waiting.
"""
import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import time
import unicodedata

from screen import (BACKSPACE, CHECKED, DOWN, DRAW_AGAIN, END, ENTER, HOME, LEAVE, LEFT, PLAN, UP, Failed, Stage,
                    columns_of, cpu_milliseconds, cpu_seconds, equal, expect, wake_ups)

AT_ONCE = 4
PROFILES = ("visual", "reader")
# For eyes two lines of one row each; where one of them has more rows, 1.1 times what a plain list of curses sends.
MOVE_BYTES = {"reader": (12, 12), "visual": (120, 194)}
IDLE_SECONDS = 20

TESTS = []


def test(name):
    def keep(function):
        TESTS.append((name, function))
        return function
    return keep


# A whole meeting

def open_by_keys(terminal):
    """Enter, 2 and 3 on people, then i and all."""
    terminal.press(ENTER, r"1 of 8, Asha, [^/]*here", cursor="^2 of 8, Ben")
    terminal.press("2", "Ben is away and sent apologies", cursor="^3 of 8, 陈伟")
    terminal.press("3", "陈伟 will come late", cursor="^4 of 8, ليلى")
    terminal.press("i", "Here: ")
    terminal.press("all" + ENTER, "People, 6 of 8 here")  # who is late stays late


def check_in_by_keys(terminal):
    """Enter opens a field; the numbers act; the cursor goes to whoever is next."""
    heard = 0
    for number in (ENTER, "2", "3", "5", "4"):
        line = terminal.focused()
        expect(line.endswith(", next"), f"the cursor is not on who is next but on {line!r}; {terminal.in_words()}")
        name = line.split(", ")[1]
        if number == ENTER:
            terminal.press(ENTER, "Asha says: |says: ")
            terminal.press("4 Ready" + ENTER, f"{name}, [^/]*has spoken")
        else:
            said = {"2": "passed", "3": "later", "5": "has spoken", "4": "away"}[number]
            terminal.press(number, rf"{name}, [^,]*(, [^,]*)?, {said}")
        heard += 1
    return heard


def answer(terminal, pattern, number, shows):
    terminal.until(lambda: terminal.shows(pattern), f"the question “{pattern}”")
    expect(re.match(r"1\. ", terminal.focused()), f"the cursor is on {terminal.focused()!r}, not on the first choice")
    terminal.press(number, shows)


def finish_items(terminal):
    """Goes on until the pulse; a question is answered by its first number, which is the safe one."""
    for _ in range(20):
        if terminal.row(0).startswith("Pulse"):
            return
        title = terminal.row(0)
        terminal.press(".")
        terminal.until(lambda: terminal.row(0) != title or terminal.shows(r"1\. carry"), f"what follows {title}")
        if terminal.row(0) == title:
            terminal.press("1")
            terminal.until(lambda: terminal.row(0) != title, f"what follows {title}")
    raise Failed(f"the pulse did not come; {terminal.in_words()}")


def whole_meeting(open_, profile):
    terminal = open_.begun(profile=profile)
    open_by_keys(terminal)
    terminal.press(".", "^Check-in, ")
    check_in_by_keys(terminal)
    terminal.press(".")
    answer(terminal, "Still to speak: ", "1", "^Actions from last time, 3 matters")

    terminal.press(ENTER, "1 of 3, Ask the bus .*, done", cursor="^2 of 3")
    terminal.press("2", "2 of 3, Send the payment .*, kept", cursor="^3 of 3")
    terminal.press("3", "reason")
    terminal.press("the fund has closed" + ENTER, "3 of 3, Find a room .*, dropped: the fund has closed")
    terminal.press(".", "^Item 1 of 6, News")

    terminal.press("s4", "ليلى is speaking now")
    terminal.press("s", "Speak: ")
    terminal.press("1", "Asha is speaking now")
    terminal.press("n", "Note: ")
    terminal.press("The lift is out" + ENTER, "note 1, The lift is out")
    terminal.press("d", "Decide: ")
    terminal.press("We meet in room 3" + ENTER, "decision 2, We meet in room 3")
    terminal.press("a", "Action: ")
    terminal.press("Ben: mend the lift by friday" + ENTER, "action 3, mend the lift, Ben, due Friday 27 November 2026")
    terminal.press("u", "Written down here, 2")
    terminal.said("Undone", "after u")
    equal([row for row in terminal.body() if "action 3" in row], [], "what was undone is still on the page")
    terminal.press("r")
    terminal.until(lambda: any("action 3, mend the lift" in row for row in terminal.body()), "the action again")
    terminal.press("e", "Extend: ")
    terminal.press("5 consent" + ENTER, "5 of them added|5 minutes of them added|five minutes")
    terminal.press("b")
    terminal.said("^Break", "at the break")
    terminal.press("b")
    terminal.said("Going on", "after the break")
    terminal.press(".", "^Item 2 of 6, Recruitment advert")
    terminal.press(".")
    answer(terminal, "has no decision yet", "4", "Still in Recruitment advert")
    finish_items(terminal)

    for number in range(1, 5):
        terminal.until(lambda: f"Statement {number} of 4" in terminal.focused(), f"the cursor on statement {number}")
        terminal.press(ENTER, "answers: ")
        terminal.press("4 5 3 4 2" + ENTER)
    terminal.until(lambda: terminal.shows("The pulse has been taken"), "the end of the pulse")
    terminal.press(".", "^Check-out, ")
    check_in_by_keys(terminal)
    terminal.press(".")
    answer(terminal, "Still to speak: ", "1", "^Closing, 1 decision, 1 action")
    terminal.press(END)
    terminal.press(HOME)
    while "action 3" not in terminal.focused():
        before = terminal.at
        terminal.press(DOWN)
        expect(terminal.at != before, f"the action was not reached; {terminal.in_words()}")
    terminal.press(ENTER, "action 3, mend the lift, .*, accepted")
    terminal.press(".")
    while terminal.shows("Not finished: "):
        terminal.press("1", "Close the meeting")
    terminal.until(lambda: terminal.shows("Close the meeting"), "the last question")
    terminal.press("1")
    terminal.ended()
    terminal.is_as_before("at the end")
    terminal.is_left("at the end")
    said = terminal.after_screen()
    expect("The meeting is closed." in said and "The minutes are written to " in said, f"said at the end: {said!r}")
    minutes = sorted((open_.home / "minutes").iterdir())
    equal([path.suffix for path in minutes], [".md", ".txt"], "the minutes")
    text = minutes[0].read_text()
    for kept in ("The lift is out", "We meet in room 3", "mend the lift"):
        expect(kept in text, f"“{kept}” is not in the minutes")


for each in PROFILES:
    @test(f"a whole meeting by keys alone, 80 by 25, {each} profile")
    def _(open_, profile=each):
        whole_meeting(open_, profile)


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
        allowed = MOVE_BYTES[profile][marked > 2]
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
        terminal.said("here|Opening|Check-in", "after going on")
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
SCROLLED = re.compile(rb"\033\[((?!1;25r)\d+;\d+r|\d*[STLM])")


@test("what moves on the screen is sent again, not scrolled, so that it is said")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        if profile == "visual":
            terminal.word("here all", "8 of 8 here")
            terminal.word("go 2", "^Item 2 of 6")
        terminal.word(f"hand {'Ben' if profile == 'visual' else 'Dara'}: the cost", ", the cost")
        terminal.press("n", "Note: ")
        terminal.press("No ramp" + ENTER, "note ., No ramp")
        terminal.press("u")
        terminal.said("Undone", "after undo")
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


# Sizes

def drawn_anew(terminal, what):
    """What the screen shows is what a drawing from nothing shows."""
    was, cursor = terminal.looks(), terminal.at
    got = terminal.press(DRAW_AGAIN)
    expect(b"\033[H\033[2J" in got or b"\033[2J" in got or b"\033[J" in got, f"Ctrl-L drew nothing anew: {got[:80]!r}")
    now = terminal.looks()
    for row, (old, new) in enumerate(zip(was, now)):
        expect(old == new, f"{what}: row {row} was {''.join(cell.data for cell in old).rstrip()!r}, drawn anew it is "
                           f"{terminal.row(row)!r}" + ("" if [c.data for c in old] != [c.data for c in new]
                                                       else ", with other attributes"))
    equal(terminal.at, cursor, f"{what}: the cursor")


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
                expect(whole.startswith(terminal.row(0)[:25].split("  ")[0]), f"the title at {columns}x{rows}: {terminal.row(0)!r}")
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


@test("200 windows of random sizes while a field is typed leave what a drawing from nothing shows")
def _(open_):
    choose = random.Random(20261124)
    terminal = open_.begun(profile="visual", program=CHECKED)
    terminal.press("n", "Note: ")
    typed = ""
    for step in range(200):
        terminal.columns, terminal.rows = choose.randint(1, 300), choose.randint(1, 100)
        terminal.cells.resize(terminal.rows, terminal.columns)
        terminal.set_size()
        if len(typed) < 120:
            letters = "".join(choose.choice(["a", "e", " ", "陈", "é", "ل"]) for _ in range(choose.randint(0, 2)))
            letters = letters if typed else letters.strip()
            terminal.type(letters)
            typed += letters
        terminal.take(choose.choice([0, 0, 0.001, 0.005]))
        expect(terminal.process.poll() is None, f"it ended at {terminal.columns}x{terminal.rows}, step {step}")
        if step % 20 == 19:
            # Nothing is awaited: another letter of its own makes sure that all before it was taken.
            terminal.press("x")
            typed += "x"
            terminal.resize(choose.choice([80, 133, 250]), choose.choice([12, 25, 60]))
            drawn_anew(terminal, f"step {step}, {terminal.columns}x{terminal.rows}")
    terminal.resize(80, 25)
    drawn_anew(terminal, "at the end")
    terminal.press(ENTER)
    terminal.press(ENTER, None)
    terminal.word("history", "^Latest messages|kept: ")
    page = "".join("".join(terminal.text()).split())
    expect("".join(typed.split())[:40] in page, f"“{typed}” was typed; {terminal.in_words()}")
    terminal.press("q")
    terminal.press("q")
    terminal.ended()


# Terminals and locales

def acts_of(open_, profile="visual", down=DOWN, **environment):
    terminal = open_.begun(profile=profile, **environment)
    terminal.press(down)
    terminal.press(ENTER)
    terminal.said("Ben is here", "after Enter on Ben")
    terminal.press("n", "Note: ")
    terminal.press("No ramp" + ENTER)
    terminal.said("Note 1 kept", "after a note")
    return terminal


ARROWS = {"linux": "\033[B", "vt100": "\033OB", "screen": "\033OB", "tmux": "\033OB", "xterm-256color": "\033OB"}
for each in ARROWS:
    @test(f"TERM={each}: the same text, the arrows, and a drawing from nothing")
    def _(open_, name=each):
        known = acts_of(open_)
        text = known.text()
        known.press("q")
        known.ended()
        for profile in PROFILES:
            open_.forget_log()
            terminal = acts_of(open_, profile=profile, down=ARROWS[name], TERM=name)
            equal(b"\033[?1049h" in terminal.all, name not in ("linux", "vt100"), "another screen is asked for")
            if profile == "visual":
                equal(terminal.text(), text, "the text")
            drawn_anew(terminal, name)
            terminal.press("q")
            terminal.ended()
            terminal.is_as_before("at the end")


COLOUR = re.compile(rb"\033\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


@test("NO_COLOR leaves no colour, without it there is one")
def _(open_):
    terminal = acts_of(open_)
    expect(COLOUR.search(terminal.all), "no colour without NO_COLOR, so this proves nothing")
    terminal.press("q")
    terminal.ended()
    terminal = open_.resumed(profile="visual", NO_COLOR="1")
    terminal.press(".", "^Check-in")
    terminal.press("q")
    terminal.ended()
    found = COLOUR.search(terminal.all)
    expect(not found, f"a colour in spite of NO_COLOR: {found}")


@test("LC_ALL=C shows ASCII alone, in the place of every other letter")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile, LC_ALL="C")
        terminal.press(DOWN)
        terminal.press(DOWN)
        row = terminal.focused()
        expect(row.startswith("3 of 8, ") and "University, co-chair" in row, f"the row of 陈伟: {row!r}")
        expect(terminal.shows("5 of 8, Zoe, University"), f"the row of Zoë; {terminal.in_words()}")
        terminal.press(ENTER)
        terminal.said("is here", "after Enter")
        terminal.press("n", "Note: ")
        for typed in ("caf", "é", " ", "€", "5", ENTER):
            terminal.press(typed)
        terminal.said("Note . kept", "after a note")
        terminal.press("q")
        terminal.ended()
        terminal.is_as_before("at the end")
        bad = re.search(rb"[^\x00-\x7f].{0,20}", terminal.all)
        expect(not bad, f"sent in a locale of ASCII: {bad}")


for each in ("dumb", None, "no-such-terminal"):
    said = "TERM unset" if each is None else f"TERM={each}"

    @test(f"{said}: --screen says why not, with status 2; without it the lines are plain")
    def _(open_, name=each):
        terminal = open_("--screen", "--log", open_.home / "log.db", "run", PLAN, TERM=name)
        terminal.ended(2)
        text = terminal.all.decode()
        expect("full screen" in text and "TERM" in text and "--linear" in text, f"said: {text!r}")
        expect("\033" not in text, f"said: {text!r}")
        terminal.is_as_before("at the end")
        terminal = open_("run", PLAN, TERM=name)
        terminal.until(lambda: terminal.all.endswith(b"Opening> "), "the prompt")
        terminal.press("q" + ENTER)
        terminal.ended()
        expect(b"\033" not in terminal.all, "an escape sequence in plain lines")
        terminal.is_as_before("at the end")


# Wide, Arabic and combining text

WIDE_PLAN = """
[meeting]
title = "Namen 名前"
minutes = 30
[partnership]
name = "Widths"
""" + "".join(f'[[person]]\nname = "{name}"\npartner = "Harbour Voices"\nrole = "co-chair"\n' for name in
              ("陈伟", "ليلى", "Zoe\u0308", "김민수", "Ane\u0301ta", "สมชาย", "Ω")) + """
[[item]]
title = "First"
minutes = 20
"""


@test("behind wide, Arabic and combining names the text stands in the column that the arithmetic says")
def _(open_):
    names = [unicodedata.normalize("NFC", name) for name in ("陈伟", "ليلى", "Zoë", "김민수", "Anéta", "สมชาย", "Ω")]
    for profile in PROFILES:
        terminal = open_.begun(open_.plan(WIDE_PLAN), profile=profile) if not open_.terminals \
            else open_.resumed(profile=profile)
        for number, name in enumerate(names, 1):
            row = terminal.row_of(f"{number} of 7, ")
            before = f"{number} of 7, {name}, "
            equal(terminal.column_of(row, "Harbour"), columns_of(before), f"the column behind {name}")
            terminal.press(HOME)
            while terminal.at[0] != row:
                terminal.press(DOWN)
            terminal.press(ENTER if profile == "visual" else "2")
            terminal.said(name, "after an act on it")
            word = "here" if profile == "visual" else "away with apologies"
            equal(terminal.column_of(row, word), columns_of(f"{before}Harbour Voices, co-chair, "),
                  f"the column of “{word}” behind {name}")
        drawn_anew(terminal, "names")
        terminal.press("q")
        terminal.ended()


@test("the cursor in a field stands behind wide, Arabic and combining text, and moves over it by characters")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press("n", "Note: ")
        typed = ""
        for part in ("a", "陈", "é", "e", "\u0301", "ل", "ي", "한", "😀", " ", "b"):
            terminal.press(part)
            typed += part
            equal(terminal.at[1], columns_of("Note: " + typed), f"the column behind {typed!r}")
        for width in (1, 1, 2, 2, 1, 1, 1, 1, 2, 1):
            column = terminal.at[1]
            terminal.press(LEFT)
            equal(column - terminal.at[1], width, f"the columns of one step left from {column}")
        terminal.press("x")
        terminal.press(END)
        typed = "x" + typed
        for rubbed in ("b", " ", "😀", "한", "ي", "ل", "e\u0301", "é", "陈", "a"):
            terminal.press(BACKSPACE)
            typed = typed[:-len(rubbed)]
            equal(terminal.at[1], columns_of("Note: " + typed), f"the column with {typed!r} left")
            equal(unicodedata.normalize("NFC", terminal.focused()),
                  unicodedata.normalize("NFC", "Note: " + typed).rstrip(), "the row")
        terminal.press("e\u0301 陈伟 ok" + ENTER)
        terminal.said("kept: x(e\u0301|é) 陈伟 ok", "what was kept")
        drawn_anew(terminal, "after wide text")
        terminal.press("q")
        terminal.ended()


# Signals

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


# What is half typed

LONG = "The hall has no ramp and the bus stops far away from it"


def killed_while_typing(open_, typed):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    for letter in typed:
        terminal.press(letter)
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)


def is_begun_of(found, typed, what):
    expect(typed.startswith(found) and len(found) >= len(typed) - 20,
           f"{what}: {found!r} of {typed!r}, so {len(typed) - len(found)} characters are lost")


@test("killed in the middle of a note: resume opens a field with what was typed")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        killed_while_typing(open_, LONG)
        # Without the line about a clock that was set, which would take the message rows.
        terminal = open_.resumed("Opening", profile=profile, clock=None)
        terminal.until(lambda: terminal.focused().startswith("Note: "), "the field with what was half typed")
        field = terminal.focused()
        is_begun_of(field.removeprefix("Note: "), LONG, "the field")
        equal(terminal.at[1], columns_of(field), "the cursor")
        open_.figure(f"letters lost of {len(LONG)} when killed: {len(LONG) - len(field) + len('Note: ')}")
        terminal.said("half typed", "that it is here again")
        terminal.press(" END" + ENTER)
        terminal.said("Note 1 kept: The hall has no ramp.* END", "what was sent")
        terminal.press("q")
        terminal.ended()
        terminal = open_.resumed("Opening", profile=profile, clock=None)
        terminal.said("Folkmoot, full screen", "at the beginning")
        expect(not terminal.focused().startswith("Note: "), "what was sent is offered again")
        terminal.press("q")
        terminal.ended()


@test("killed in the middle of a note: resume in plain lines begins the line with it")
def _(open_):
    killed_while_typing(open_, LONG)
    terminal = open_("--linear", "--log", open_.home / "log.db", "resume", profile="reader")
    terminal.until(lambda: re.search(rb"Opening> note [^\r\n]*$", terminal.all), "the line with what was half typed")
    terminal.quiet()
    found = terminal.all.decode().rsplit("Opening> ", 1)[1]
    is_begun_of(found.removeprefix("note "), LONG, "the line")
    terminal.press(" END" + ENTER)
    terminal.until(lambda: re.search("Note 1 kept: The hall has no ramp.* END",
                                     " ".join(terminal.all.decode().split())), "what was sent")
    terminal.press("q" + ENTER)
    terminal.ended()


@test("killed a while after the last key: nothing that was typed is lost")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    for letter in LONG[:26]:
        terminal.press(letter)
    terminal.until(lambda: open_.draft() == "note " + LONG[:26], "what was half typed, in the log")
    terminal.process.kill()
    terminal.ended(-signal.SIGKILL)
    terminal = open_.resumed("Opening", profile="reader")
    terminal.until(lambda: terminal.focused().startswith("Note: "), "the field with what was half typed")
    equal(terminal.focused(), ("Note: " + LONG[:26]).rstrip(), "the field")


# The other face

def in_lines(terminal, typed):
    """One line in the linear face; gives the answer up to the prompt."""
    at = len(terminal.all)
    terminal.type(typed + ENTER)
    terminal.until(lambda: re.search(rb"\n[^\r\n]*> $", terminal.all[at:]), f"the prompt after “{typed}”")
    return " ".join(terminal.all[at:].decode().split())


def said_or_titled(terminal):
    """A short answer is a message, a long one a page with a title."""
    page = terminal.shows("Enter or a comma goes back")
    return " ".join(" ".join(terminal.body()).split()) if page else terminal.message()


def back_to_page(terminal):
    if terminal.shows("Enter or a comma goes"):
        terminal.press(ENTER)


@test("linear and back in the middle of an item: stage, item, speaker, queue and time stay")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 2", "^Item 2 of 6, Recruitment advert")
        terminal.press("s2", "Ben is speaking now")
        terminal.word("hand Dara: the cost", "1 of 1, Dara, the cost")
        terminal.word("@+4m", "")
        terminal.resize(132, 43)
        terminal.press("w", "Item 2 of 6, Recruitment advert, [^/]* 1 waiting to speak")
        where = said_or_titled(terminal).split(" Last message")[0]
        expect("11 minutes" in where and "Ben is speaking" in where, f"where: {where!r}")
        back_to_page(terminal)
        terminal.resize(80, 25)
        at = len(terminal.all)
        terminal.type(":linear" + ENTER)
        terminal.until(lambda: terminal.all.endswith(b"Item 2> "), "the prompt of plain lines")
        plain = terminal.after_screen()
        for part in ("Item 2 of 6, Recruitment advert", "Ben is speaking now", "1 of 1, Dara, the cost", "11 minutes"):
            expect(part in " ".join(plain.split()), f"“{part}” is not in the plain lines: {plain!r}")
        said = in_lines(terminal, "where")
        expect(where in said, f"where: {said!r}, on the full screen it was {where!r}")
        for part in ("Ben",):
            expect(part in in_lines(terminal, "voices"), "the speaker's time")
        in_lines(terminal, "@+1m")
        lines = terminal.after_screen().split("\r\n", 1)[1]
        expect("\033" not in lines, f"an escape sequence in plain lines: {lines!r}")
        terminal.type("screen" + ENTER)
        terminal.until(lambda: terminal.row(0).startswith("Item 2 of 6, Recruitment advert") and
                       terminal.shows("Ben is speaking now") and terminal.shows("1 of 1, Dara, the cost"),
                       "the full screen again")
        terminal.said("full screen", "after coming back")
        terminal.press("w", "Item 2 of 6, .*10 minutes")
        back_to_page(terminal)
        drawn_anew(terminal, "after coming back")
        expect(len(terminal.all) > at, "nothing was sent")
        terminal.press("q")
        terminal.ended()
        terminal.is_as_before("at the end")
        terminal.is_left("at the end")


@test("linear and back at the opening: keys act again")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.word("linear")
    terminal.until(lambda: terminal.all.endswith(b"Opening> "), "the prompt of plain lines")
    terminal.type("screen" + ENTER)
    terminal.until(lambda: terminal.row(0).startswith("Opening, "), "the full screen again")
    terminal.press("n", "Note: ")
    terminal.press("still here" + ENTER)
    terminal.said("Note 1 kept: still here", "after coming back")
    terminal.press("q")
    terminal.ended()


# The first start

KEPT = {1: ("visual", "screen"), 2: ("reader", "screen"), 3: ("reader", "screen"), 4: ("reader", "linear")}
for each in KEPT:
    @test(f"the first start asks once how the terminal is used, and keeps answer {each}")
    def _(open_, number=each):
        profile, face = KEPT[number]

        def arrived(terminal):
            if face == "linear":
                terminal.until(lambda: terminal.all.endswith(b"Opening> "), "the prompt of plain lines")
                expect(b"\033" not in terminal.all, "an escape sequence in plain lines")
                terminal.type("quit" + ENTER)
            else:
                terminal.until(lambda: terminal.row(0).startswith("Opening, "), "the full screen")
                terminal.said(f"full screen, {profile} profile", "at the beginning")
                terminal.press("q")
            terminal.ended()
            terminal.is_as_before("at the end")

        terminal = open_("run", PLAN, profile=None)
        terminal.until(lambda: re.search(rb"How do you use this terminal\?.*1\. .*2\. .*3\. .*4\. .*> $", terminal.all, re.S),
                       "the question")
        expect(b"\033" not in terminal.all, "an escape sequence before the answer")
        terminal.type("7" + ENTER)
        terminal.until(lambda: terminal.all.count(b"> ") > 1, "the question again")
        expect(not open_.settings.exists(), "a wrong answer was kept")
        terminal.type(f"{number}{ENTER}")
        if face == "screen":
            terminal.until(lambda: terminal.all.endswith(b"Press Enter to go on> "), "time to read what that changes")
            expect(f"{profile} profile".encode() in terminal.all, "which profile it is was not said")
            expect(b"\033" not in terminal.all, "an escape sequence before it was read")
            terminal.type(ENTER)
        arrived(terminal)
        text = open_.settings.read_text()
        for line in (f'profile = "{profile}"', f'face = "{face}"'):
            expect(line in text, f"{line} is not in the settings: {text!r}")
        expect(str(open_.settings) in "".join(terminal.all.decode(errors="replace").split()),
               "where it is kept was not said")
        terminal = open_("resume", profile=None)
        arrived(terminal)
        expect(b"How do you use this terminal" not in terminal.all, "it asked again")
        equal(open_.settings.read_text(), text, "the settings")


# What is said

@test("an unknown key, an arrow at the end and a number without a meaning are answered in words")
def _(open_):
    for profile in PROFILES:
        terminal = open_.begun(profile=profile) if not open_.terminals else open_.resumed(profile=profile)
        terminal.press("x")
        terminal.said(r"^x is no key here\.", "after an unknown key")
        terminal.press("9")
        terminal.said(r"^9 means nothing on this line\. Numbers go from 1 to 5\.$", "after a number that means nothing")
        terminal.press(HOME)
        terminal.press(HOME)
        terminal.said(r"^This is the first line\.$", "after Home on the first line")
        terminal.press(UP)
        terminal.said(r"^Again: This is the first line\.$", "after the same a second time")
        terminal.press(UP)
        terminal.said(r"^This is the first line\.$", "after the same a third time")
        terminal.press(ENTER)
        terminal.said(r"^There is nothing to do with this line\.", "after Enter on a line without acts")
        terminal.press("9")
        terminal.said(r"^9 means nothing on this line\.$", "after a number that no line has")
        terminal.press(LEFT)
        terminal.said(r"^Left and right do nothing here\.", "after an arrow to the left")
        terminal.press(END)
        last = terminal.at
        terminal.press(DOWN)
        terminal.said(r"^This is the last line\.$", "after Down on the last line")
        terminal.press(DOWN)
        terminal.said(r"^Again: This is the last line\.$", "after the same a second time")
        equal(terminal.at, last, "the cursor")
        terminal.press(LEAVE)
        terminal.said(r"^There is nothing to leave here\.", "after Ctrl-G on a page")
        terminal.press("q")
        terminal.ended()


@test("keys without a meaning and odd sequences are answered in words or are nothing, and never typed")
def _(open_):
    terminal = open_.begun(profile="reader", program=CHECKED)
    for keys in ("\033OP", "\033[15~", "\033[1;5C", "\x01", "\x0b", "\x12", "\033[2~"):
        terminal.press(keys)
        expect(terminal.process.poll() is None, f"{keys!r} ended it")
    terminal.press("n", "Note: ")
    for keys in ("\033OP", "\033[15~", "\x01", "\x0b", "\x00", "\x12"):
        terminal.press(keys)
        equal(terminal.focused(), "Note:", f"the field after {keys!r}")
    terminal.press("ok" + ENTER)
    terminal.said("Note 1 kept: ok", "after a note")
    terminal.press("q")
    terminal.ended()


UNKNOWN = {
    "Alt and a key": ("\033x", "\0333"),
    "F keys of another terminal": ("\033[[A", "\033[57399u"),
    "an answer of the terminal": ("\033[?62;22c", "\033[12;40R"),
    "brackets around what is pasted": ("\033[200~", "\033[201~"),
    "a window that comes to the front": ("\033[I", "\033[O"),
}


@test("sequences that the terminal's database does not know do nothing on a page")
def _(open_):
    terminal = open_.begun(profile="reader")
    wrong = []
    for kind, sequences in UNKNOWN.items():
        for sequence in sequences:
            page, cursor = terminal.body(), terminal.at
            expect(re.match("1 of 8, Asha", terminal.focused()), f"the cursor is not on Asha; {terminal.in_words()}")
            terminal.press(sequence)
            if (terminal.body(), terminal.at) != (page, cursor):
                now = [row for row, before in zip(terminal.body(), page) if row != before]
                wrong.append(f"{kind}, {sequence!r}, changed the page: {now}, message {terminal.message()!r}")
                terminal.close()
                open_.forget_log()
                terminal = open_.begun(profile="reader")
    expect(not wrong, "; ".join(wrong))


@test("sequences that the terminal's database does not know leave a field as it is")
def _(open_):
    terminal = open_.begun(profile="reader")
    wrong = []
    for kind, sequences in UNKNOWN.items():
        for sequence in sequences:
            terminal.press("n", "Note: ")
            terminal.press("half")
            terminal.press(sequence)
            if terminal.focused() != "Note: half":
                wrong.append(f"{kind}, {sequence!r}: {terminal.focused()!r}, message {terminal.message()!r}")
            terminal.close()
            open_.forget_log()
            terminal = open_.begun(profile="reader")
    expect(not wrong, "; ".join(wrong))


@test("a character whose bytes come apart is typed once it is whole")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    for character in ("陈", "é"):
        for byte in character.encode():
            terminal.press(bytes([byte]))
    equal(terminal.focused(), "Note: 陈é", "the field")


@test("bytes that are no character take nothing from what is typed behind them")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.press("n", "Note: ")
    terminal.press(b"\xff\xc3")
    equal(terminal.focused(), "Note:", "the field after bytes that are no character")
    terminal.press("ab")
    equal(terminal.focused(), "Note: ab", "the field after two letters")
    terminal.press(b"\xffcd")
    equal(terminal.focused(), "Note: abcd", "the field after a byte that is no character and two letters at once")


@test("a word that is wrong comes back in its field with what is wrong on the message rows")
def _(open_):
    terminal = open_.begun(profile="reader")
    terminal.word("frobnicate")
    terminal.said("\"frobnicate\" is not a word here", "after an unknown word")
    expect(terminal.focused().startswith(":frobnicate"), f"the field: {terminal.focused()!r}")
    terminal.press(LEAVE)
    terminal.said("Left without keeping", "after Ctrl-G")
    expect(not terminal.shows(":frobnicate"), "the field is still there")


def run(number):
    name, function = TESTS[number]
    began, stage = time.monotonic(), Stage()
    try:
        function(stage)
        line = f"ok {name}"
    except (Failed, OSError, ValueError, LookupError, TypeError, AssertionError, subprocess.SubprocessError) as problem:
        kind = "" if isinstance(problem, Failed) else f"{type(problem).__name__}: "
        line = f"not ok {name}: {kind}" + str(problem).replace("\n", " ")
    finally:
        stage.close()
    return [line, *stage.figures], time.monotonic() - began


def main():
    names = sys.argv[1:]
    chosen = [i for i, (name, _) in enumerate(TESTS) if not names or any(part in name for part in names)]
    # The longest wait first, so that the others run beside it.
    chosen.sort(key=lambda i: "idle" not in TESTS[i][0])
    failed = 0
    with multiprocessing.get_context("fork").Pool(AT_ONCE) as workers:
        for lines, seconds in workers.imap(run, chosen):
            print("\n".join(lines), flush=True)
            failed += lines[0].startswith("not ok")
            if "FOLKMOOT_TIMES" in os.environ:
                print(f"# {seconds:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
