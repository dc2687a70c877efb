#!/usr/bin/python3
"""The full screen on a real terminal: whole meetings by keys, the other face, the first start."""
import re
import sys

from cases import main, test
from screen import DOWN, END, ENTER, HOME, PLAN, PROFILES, Failed, back_to_page, drawn_anew, equal, expect

# A whole meeting

def open_by_keys(terminal):
    """Enter, 2 and 3 on people, then i and all."""
    terminal.press(ENTER, r"1 of 8, Asha, [^/]*here", cursor="^2 of 8, Ben")
    terminal.press("2", "Ben is away and sent apologies", cursor="^3 of 8, 陈伟")
    terminal.press("3", "陈伟 will come late", cursor="^4 of 8, ليلى")
    terminal.press("i", "Here: ")
    terminal.press("all" + ENTER, "People, 6 of 8 here")  # who is late stays late


def check_in_by_keys(terminal):
    """A score opens a field; the other keys act; the cursor goes to whoever is next."""
    heard = 0
    for number in ("4", "-", "l", "o", "x"):
        line = terminal.focused()
        expect(re.match(r"\d of \d, [^,]*, next\b", line),
               f"the cursor is not on who is next but on {line!r}; {terminal.in_words()}")
        name = line.split(", ")[1]
        if number == "4":
            terminal.press("4", f"{name} says: 4")
            terminal.press(" Ready" + ENTER, f"{name}, [^/]*has spoken")
        else:
            said = {"-": "passed", "l": "later", "o": "has spoken", "x": "away"}[number]
            terminal.press(number, rf"{name}, {said}")
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


def whole_meeting(open_, profile, watch=lambda terminal: None, **environment):
    terminal = open_.begun(profile=profile, **environment)
    watch(terminal)
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
    if not environment:
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


PAGE_ROWS = range(2, 20)  # the time is drawn by itself, and so is a message


def draws_anew(terminal):
    """After each key the page is compared with one that is drawn from nothing: rows may have moved to their place."""
    press = terminal.press

    def press_and_draw(keys, *arguments, **keywords):
        got = press(keys, *arguments, **keywords)
        if terminal.process.poll() is None:
            terminal.press = press
            drawn_anew(terminal, f"after {keys!r}", PAGE_ROWS)
            terminal.press = press_and_draw
        return got

    terminal.press = press_and_draw


# The last cannot move rows by itself.
for each, name in (("reader", "linux"), ("visual", "xterm-256color"), ("reader", "tmux-256color"), ("visual", "screen"),
                   ("reader", "vt100")):
    @test(f"after each key of a meeting the page is as if drawn from nothing, {each} profile, TERM={name}")
    def _(open_, profile=each, term=name):
        whole_meeting(open_, profile, draws_anew, TERM=term)


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


@test("linear and back in the middle of an item: stage, item, speaker, queue and time stay")
def _(open_):
    for profile in PROFILES:
        open_.forget_log()
        terminal = open_.begun(profile=profile)
        terminal.word("here all", "8 of 8 here")
        terminal.word("go 2", "^Item 2 of 6, Recruitment advert")
        terminal.press("s2", "Ben is speaking now")
        terminal.word("hand Dara: the cost", "1, Dara, the cost")
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
        for part in ("Item 2 of 6, Recruitment advert", "Ben is speaking now", "1, Dara, the cost", "11 minutes"):
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
                       terminal.shows("Ben is speaking now") and terminal.shows("1, Dara, the cost"),
                       "the full screen again")
        terminal.until(lambda: terminal.shows("This is the full screen"), "which face it is, after coming back")
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


if __name__ == "__main__":
    sys.exit(main())
