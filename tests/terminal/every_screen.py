#!/usr/bin/python3
"""Every screen of the program under Fenrir, yasr and BRLTTY, in both profiles.

What a screen promises is in listening.py. A page or a question of the sources that no case visits is a failure.
"""
import sys

import every_source
from attempts import Cases, run_all
from listening import Walk
from readers import DOWN, END, ENTER, HOME, SOON, UP, words
from screen import LEAVE, PLAN, SHORT_PLAN, Terminal, equal, expect

case = Cases()


def walk(room, *arguments, **keywords):
    return Walk(room, room(*arguments, **keywords))


def opened(room, *words, plan=PLAN, **keywords):
    """A walk in a meeting, at its opening or where the words lead."""
    step = walk(room, "run", plan, **keywords)
    step.arrives("opening")
    for word in words:
        step.ear.word(word)
    return step


def two_of_a_name(room):
    return room.plan(SHORT_PLAN.replace('"Asha"', '"Sam Field"').replace('"Ben"', '"Sam Green"'))


# Outside a meeting

@case("the first start asks its one question, and the answer leads into the meeting")
def _(room):
    step = walk(room, "run", PLAN, profile=None)
    step.arrives("use_question", in_lines=True)
    answered = step.press("1\r" if room.profile == "visual" else "2\r")
    if step.speaks:
        said = " ".join(answered.heard)
        expect(f"this is the {room.profile} profile" in said and "press enter to go on" in said, answered.in_words())
    step.arrives("opening", ENTER, after_lines=True)


@case("home, with nothing in the log: its lines, help, settings, actions, errors")
def _(room):
    step = walk(room)
    step.arrives("home")
    step.moves(5)
    step.moves(2, UP)
    step.leaves(":", ":", "act")
    step.arrives("help", "?")
    step.moves()
    step.arrives("home", ",")
    step.arrives("help_all", ":help all" + ENTER)
    step.moves(3)
    step.arrives("home", ",")
    step.arrives("settings", ":settings" + ENTER)
    step.moves(3)
    step.arrives("home", ",")
    step.arrives("keys", ":settings keys" + ENTER)
    step.moves(3)
    step.arrives("home", ",")
    step.arrives("actions", ":actions" + ENTER)
    step.arrives("home", ",")
    step.arrives("plans", ":plans" + ENTER)
    step.moves(1)
    step.arrives("home", ",")
    step.says(":frobnicate" + ENTER, '"frobnicate" is not a word here')
    step.says(LEAVE, "Left without keeping")
    step.says(":where" + ENTER, "Home, 0 open meetings")


@case("a plan is read before it is begun, and the question about it is heard")
def _(room):
    step = walk(room)
    step.arrives("home")
    step.arrives("plans", ENTER)
    step.opens(ENTER, "The plan's file:")
    step.arrives("plan", f"{PLAN}{ENTER}")
    step.moves(1)
    step.arrives("home", "2")
    step.arrives("plan", f":start {PLAN}{ENTER}")
    step.asked("begin")
    step.arrives("opening", ENTER)


SHORT_MEETING = ("here all", "go 1", "note The hall has no ramp", "action Ben: ask for a ramp by friday", "go closing",
                 "carry item 2", "close", "1", "1", "quit")


@case("home, with open and closed meetings: what happened, the minutes, open actions, and which one is taken up")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    room.lines(("here all", "go 2", "quit", "quit"), "run", PLAN)
    room.lines(("quit",), "run", two_of_a_name(room))
    step = walk(room)
    step.arrives("home")
    step.moves(3)
    step.arrives("story", ":show last" + ENTER)
    step.moves()
    step.arrives("home", ",")
    step.arrives("minutes", ":minutes last" + ENTER)
    step.moves()
    step.arrives("home", ",")
    step.arrives("actions", ":actions" + ENTER)
    step.moves(1)
    step.arrives("home", ",")
    step.asks("which_open", ":resume" + ENTER)
    step.moves(1)
    step.ear.press("2")


@case("what is changed at home: actions are settled in their list, minutes are corrected, undo takes it back")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.arrives("actions", ":actions" + ENTER)
    step.says("2", "Ben accepts: ask for a ramp")
    step.opens("5", "Action 1, by when:")
    step.says("1 february" + ENTER, "Due Monday 1 February 2027: ask for a ramp")
    step.says(ENTER, "Done: ask for a ramp")
    step.says("u", "Taken back: ask for a ramp, accepted")
    step.opens("3", "Drop 1, the reason:")
    step.says("the hall has one" + ENTER, "Dropped: ask for a ramp, because: the hall has one")
    step.says(ENTER, "Open again: ask for a ramp")
    step.arrives("home", ",")
    step.says(":amend Ben: it has one" + ENTER, "Read the minutes first that are wrong")
    step.says(LEAVE, "Left without keeping")
    step.arrives("minutes", ":minutes last" + ENTER)
    step.says(":amend 1 Ben: it has one" + ENTER, "Ben corrects note 1: it has one")
    step.says(":undo" + ENTER, "Undone: the correction of number 1")


@case("the log from home: the trends, a measure, what was found, each over the other and back")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.arrives("trends", ":trends" + ENTER)
    step.moves(3)
    step.arrives("measure", ":trends 2" + ENTER)
    step.moves(1, UP)
    step.moves(1)
    step.arrives("story", ENTER)
    step.arrives("measure", ",")
    step.arrives("trends", ",")
    step.arrives("home", ",")
    step.opens("/", "Search:")
    step.arrives("found", "ramp" + ENTER)
    step.moves(1)
    step.arrives("story", ENTER)
    step.arrives("found", ",")
    step.arrives("home", ",")
    step.says(":trends frobnicate" + ENTER, '"frobnicate" is none of group, partner')


@case("the log from home: the meetings, one of them, its minutes, and how one thing in them went on")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    room.lines(("here all", "go 2", "quit", "quit"), "run", PLAN)
    step = walk(room)
    step.arrives("home")
    step.arrives("meetings", ":meetings" + ENTER)
    step.moves(1)
    step.arrives("story", ENTER)
    step.arrives("meetings", ",")
    step.arrives("minutes", "2")
    step.arrives("story of a matter", ":story 1" + ENTER)
    step.arrives("story", ENTER)
    step.arrives("story of a matter", ",")
    step.arrives("minutes", ",")
    step.arrives("meetings", ",")
    step.arrives("meetings", ":meetings group:nobody" + ENTER)
    step.arrives("home", ",")
    step.arrives("attendance", ":attendance" + ENTER)
    step.moves(1)
    step.press(ENTER)  # one person's alone: the same page, read anew, which lies over nothing more
    step.arrives("home", ",")
    step.says(":attendance to" + ENTER, "to needs a file's name right behind it")
    step.says(LEAVE, "Left without keeping")
    step.says(":meetings ramp" + ENTER, '"ramp" stands by itself')


@case("the log from home: it is copied and looked over, and somebody in it is shown what is kept and is forgotten")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.arrives("keeping", ":held" + ENTER)
    step.moves(3)
    step.arrives("copy", ":backup" + ENTER)
    step.arrives("keeping", ",")
    step.arrives("doctor", ":doctor" + ENTER)
    step.moves(1)
    step.arrives("keeping", ",")
    step.says(":forget" + ENTER, "Nothing that was begun is unfinished.")
    step.says(LEAVE, "Left without keeping")
    step.arrives("held", ":held Ben" + ENTER)
    step.moves(2)
    step.arrives("what goes", ":forget Ben" + ENTER)
    step.asked("forget")
    step.moves(1)
    step.arrives("forgotten", "2")
    step.says(":held Ben" + ENTER, 'The log knows nobody called "Ben"')


@case("the partnership at home: read, changed in its lines and by typing, and taken back")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.asks("begin_alone", "2")
    step.arrives("home", "1")
    step.arrives("partnership", ":partnership" + ENTER)
    step.moves(6)
    step.says(":partnership support Nadia, 01632 960123" + ENTER, "New support: Nadia, 01632 960123")
    step.says("u", "Taken back: the latest change of the partnership")
    step.says(":partnership frobnicate" + ENTER, '"frobnicate" is nothing of a partnership')
    step.says(LEAVE, "Left without keeping")
    step.arrives("checklist", ":partnership checklist starting" + ENTER)
    step.moves(2)
    step.says(":partnership tick 2" + ENTER, "Ticked: ")
    step.says("u", "Taken back: the latest change of the partnership")
    step.arrives("partnership", ",")
    step.arrives("home", ",")


@case("a meeting is planned at home from the group's last one, its agenda changed and taken back, and looked at")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.arrives("plans", ":plans" + ENTER)
    step.moves(2)
    step.arrives("planning", ":plan from no group" + ENTER)
    step.moves(4)
    step.says(":plan add Travel costs 10" + ENTER, "On the agenda as item 3: Travel costs, 10 minutes")
    step.says("u", "Taken back. Taken out: Travel costs")
    step.says(":plan frobnicate" + ENTER, '"frobnicate" is nothing of a plan')
    step.says(LEAVE, "Left without keeping")
    step.arrives("plan", ":plan hold" + ENTER)
    step.asked("begin")
    step.arrives("home", "2")


@case("whom to talk to and what words mean, read at home by one key each")
def _(room):
    room.lines(SHORT_MEETING, "run", room.plan())
    step = walk(room)
    step.arrives("home")
    step.says("+", "^Nobody to talk to is written down yet")
    step.says(":partnership support Nadia, 01632 960123" + ENTER, "New support: Nadia, 01632 960123")
    step.says(":partnership signpost Citizens Advice, 01632 960001" + ENTER, "Citizens Advice")
    step.says(":partnership term PPI: people involved in research" + ENTER, "New in the glossary: PPI")
    step.says(":glossary ppi" + ENTER, "^PPI: people involved in research")
    step.says(":partnership term ICS: integrated care" + ENTER, "New in the glossary: ICS")
    step.arrives("support", "+")
    step.moves(1)
    step.arrives("home", ",")
    step.arrives("glossary", "j")
    step.moves(1)
    step.arrives("home", ",")


@case("the example has a home of its own, from which its meeting is taken up again or left")
def _(room):
    step = walk(room, "demo")
    step.arrives("opening")
    step.arrives("example's home", "q")
    step.moves(2)
    step.arrives("help", "?")
    step.arrives("example's home", ",")
    step.says(":start" + ENTER, "^start belongs to your own home")
    step.press(LEAVE)
    step.asks("leave_example", "q")
    step.arrives("example's home", "1")
    step.press(HOME)
    step.press(DOWN)
    step.arrives("opening", ENTER)


@case("a plan whose meeting is open: begin anew or take it up is asked")
def _(room):
    room.lines(("here all", "go 2", "quit", "quit"), "run", PLAN)
    step = walk(room)
    step.arrives("home")
    step.arrives("plan", f":start {PLAN}{ENTER}")
    step.asks("known_plan", "1")
    step.moves(1)
    step.moves(1, UP)
    step.arrives("resumed", "1")


@case("a meeting taken up after half an hour: the gap is asked about before the page comes")
def _(room):
    room.lines(("here all", "go 2", "quit", "quit"), "run", PLAN)
    step = walk(room, "resume", clock="2026-11-24T14:30:00Z")
    step.arrives("gap")
    step.asked("gap_question")
    step.arrives("item", "1")


@case("following a meeting: its screens and what happens there, to the end")
def _(room):
    room.lines(("here all", "go 2", "quit", "quit"), "run", room.plan())
    leader = Terminal(room.home, "--log", room.home / "log.db", "resume", profile="reader")
    room.terminals.append(leader)
    leader.until(lambda: "Item 2 of 2" in leader.row(0) and leader.is_drawn(), "the meeting that is followed")
    step = walk(room, "follow")
    step.arrives("following")
    step.moves(2)
    # After an arrow key Fenrir takes what changes the cursor's row for a shell's history, and says that row alone.
    # That is right for no program that draws by itself, and nothing but another key ends it.
    step.arrives("answer", "w")
    step.arrives("following", ",")
    step.happens(lambda: leader.word("note No ramp", "note 1"), "Note 1")
    step.comes("following the closing", lambda: leader.word("go closing"))
    leader.word("close")
    step.happens(lambda: leader.press("1"), "carried")
    step.comes("closed", lambda: leader.type("1"))


@case("a window that is too small says so, and the page comes back with it")
def _(room):
    step = walk(room, "run", PLAN, columns=20, rows=5)
    step.arrives("too small")
    if step.speaks:
        wanted = words("The window is too small: 40 columns and 12 rows are needed. Nothing is lost.")
        expect(step.ear.steps[-1].heard[-len(wanted):] == wanted, f"said: {step.ear.steps[-1].said}")
    if room.reader != "yasr":  # which does not tell the program that its window has changed
        step.ear.resize(80, 25)
        step.moves(2)


# A meeting

@case("the opening: people, their needs, objectives; fields, errors, and what is told at length")
def _(room):
    step = walk(room, "run", PLAN)
    step.arrives("opening")
    step.moves(6)
    step.press(HOME)
    step.says(UP, "first line")
    step.says(UP, "^Again: .*first line")
    step.press(DOWN * 7, SOON)
    step.says(ENTER, "is here")
    step.says(";", "^A semicolon is no key here")
    step.says("9", "^9 means nothing on this line")
    step.fills("i", "Here:", "all", "are here")
    step.says("t", "^14:00. The meeting has")
    step.arrives("who", "y")
    step.moves(3)
    step.arrives("opening", ",")
    step.arrives("agenda", ":agenda" + ENTER)
    step.moves(3)
    step.arrives("opening", ",")
    step.arrives("voices", "v")
    step.moves(3)
    step.arrives("opening", ",")
    step.arrives("history", ":history" + ENTER)
    step.moves(3)
    step.arrives("opening", ",")
    step.arrives("found", ":search nowhere" + ENTER)
    step.moves(1)
    step.arrives("opening", ",")
    step.arrives("why", ":why" + ENTER)
    step.moves(2)
    step.arrives("opening", ",")
    step.arrives("help", "?")
    step.moves(3)
    step.arrives("opening", ",")


@case("the check-in: each answer by one key, and the question about who has not spoken")
def _(room):
    step = opened(room, "here all")
    step.arrives("check-in", ".")
    step.moves(3)
    step.moves(3, UP)
    step.opens("4", "Asha says:", begun="4")
    step.says(" Ready" + ENTER, "Asha")
    step.says("-", "passe")
    step.says("l", "speak")
    step.asks("unheard_question", ".")
    step.says("2", "Still in the check-in")
    step.asks("unheard_question", ".")
    step.arrives("matters", "1")


@case("actions from last time: done, kept, dropped with a reason, and the question about the others")
def _(room):
    step = opened(room, "here all")
    step.arrives("matters", ":go actions" + ENTER)
    step.moves(2)
    step.moves(2, UP)
    step.says(ENTER, "^Done: ")
    step.asks("unlooked_question", ".")
    step.says("2", "Still at the actions")
    step.opens("3", "Drop 2, the reason:")
    step.says("the fund has closed" + ENTER, "^Dropped: ")
    step.says("2", "^Kept: ")
    step.arrives("item", ".")


@case("an item: who speaks, hands, a note, a question, time, a break, and the question when it is left")
def _(room):
    step = opened(room, "here all")
    step.arrives("item", ":go 1" + ENTER)
    step.moves(3)
    step.says("s4", "is speaking")
    step.fills("h", "Hand:", "Ben: the cost", "Ben's hand is up")
    step.fills("n", "Note:", "The lift is out", r"^Note 1 kept\.$")
    step.says("u", "^Undone")
    step.says("r", "^Redone")
    step.leaves("k", "Ask:")
    step.fills("e", "Extend:", "5 consent", "five minutes|5 minutes")
    step.says("b", "^Break")
    step.says("b", "^Going on")
    step.asks("unfinished_question", ".")
    step.says("4", "Still in News")
    step.asks("leave_out_question", ":skip" + ENTER)
    step.says("3", "Still in News")
    step.arrives("break", ":go 3" + ENTER)
    step.arrives("item", ":go 2" + ENTER)


@case("a decision: its rule, its reservation, its new text, and an action with a date")
def _(room):
    step = opened(room, "here all")
    step.arrives("item", ":go 2" + ENTER)
    step.fills("d", "Decide:", "We print in large type", r"^Decision 1, by consent, kept\.$")
    step.says(":rule vote 6 1 1" + ENTER, "Decision 1")
    step.says(":reserve Dara: The cost is not known" + ENTER, "Decision 1|[Rr]eserv")
    step.fills("a", "Action:", "Ben: ask the printer by friday",
               r"^Action 2 kept\.$")
    step.press(END)
    while "decision 1" not in step.ear.focused():
        step.moves(1, UP)
    step.arrives("decision", ENTER)
    step.arrives("consent", ":rule 1 consent round" + ENTER)
    step.says(ENTER, "agrees\\. Next, ")
    step.asks("objected_question", "4")
    step.says("3", "Everyone is still being asked")
    step.arrives("decision", ",")
    step.moves(2)
    step.moves(1, UP)
    step.press(HOME)
    step.opens(ENTER, "Decision 1, new text:", begun="We print in large type")
    step.says(LEAVE, "^Left without keeping")
    step.arrives("item", ".")


@case("two people of one name: whose action it is is asked")
def _(room):
    step = opened(room, "here all", plan=two_of_a_name(room))
    step.asks("owner_question", ":action Sam: ask for a ramp" + ENTER)
    step.moves(1)
    step.says("2", "^Action 1 kept")


@case("the pulse, the check-out and the closing, to the end of the meeting")
def _(room):
    step = opened(room, "here all", "go 2", "decide We print in large type", "action Ben: ask the printer by friday",
                  "ask Who pays for travel?", "here all")
    step.arrives("pulse", ":go pulse" + ENTER)
    step.moves(2)
    step.asks("pulse_question", ".")
    step.says("2", "Still at the pulse")
    step.press(HOME)
    step.press(DOWN * 2)
    step.opens(ENTER, "Type the answers:")
    step.says("4 5 3 4 2" + ENTER, "One person said 2|5 answers taken")
    step.asks("pulse_question", ":go check-out" + ENTER)
    step.arrives("check-out", "1")
    step.moves(2)
    step.arrives("closing", ":go closing" + ENTER)
    step.moves(4)
    step.moves(2, UP)
    step.says(":accept 2" + ENTER, "[Aa]ccept")
    step.fills(":meet 15 december 14:00", ":meet 15 december 14:00", "", "Tuesday 15 December 2026")
    step.asks("unsettled_question", ".")
    step.asks("close_question", "1")
    said = step.ear.ends("1")
    if step.speaks:
        expect("the meeting is closed" in " ".join(said.heard), f"what is said at the end: {said.said}")


# Time

def minutes_on(step, minutes, pattern):
    step.says(f":@+{minutes}m{ENTER}", pattern)


@case("the time: each threshold is said once, overtime every two minutes, until one key answers")
def _(room):
    step = opened(room, "here all", plan=room.plan())
    step.arrives("item", ":go 1" + ENTER)
    minutes_on(step, 10, "^Time: .*10 minutes|ten minutes|half")
    minutes_on(step, 5, "^Time: .*(5|five) minutes left")
    minutes_on(step, 4, "^Time: .*(1|one) minute left")
    minutes_on(step, 1, "^Time: First is at its end")
    step.asked("overrun_question")
    minutes_on(step, 2, "^Time: .*(2|two) minutes over")
    minutes_on(step, 2, "^Time: .*(4|four) minutes over")
    answer = step.press("1")
    expect(answer.message, f"nothing was said of the answer; {answer.in_words()}")
    step.told(r"\w")
    later = step.press(":@+4m" + ENTER)
    expect(not later.message, f"time is said after the answer; {later.in_words()}")


@case("a minute in which nothing happens, with a slot running: silence", readers=("fenrir", "yasr"))
def _(room):
    step = opened(room, "here all", plan=room.plan(), clock=None)
    step.arrives("item", ":go 1" + ENTER)
    step.ear.stays_quiet(2)  # what is done once, a second after the last act
    minute = step.ear.stays_quiet(60)
    if room.profile == "reader":
        equal((minute.said, minute.sent), ([], 0), f"said and sent; {minute.in_words()}")
        return
    # For eyes the time has a row of its own, whose minute changes once. Fenrir says each row that changes, and so
    # does yasr: rule 12 of the profile that shows the time, and the reason why the other does not.
    changed = [row for row, text in enumerate(minute.screen) if text != step.ear.steps[-2].screen[row]]
    expect(changed in ([], [1]), f"rows {changed} changed; {minute.in_words()}")
    expect(len(minute.rows) <= 8 and minute.sent < 120, f"more than the time; {minute.in_words()}")


# Typing

@case("letters typed into a field are not read out again, and what is kept is", readers=("fenrir", "yasr"))
def _(room):
    step = opened(room, "here all", plan=room.plan())
    step.arrives("item", ":go 1" + ENTER)
    step.opens("n", "Note:")
    for letter in "no ramp":
        typed = step.press(letter, SOON)
        equal(typed.said, [], f"said after {letter!r}")
    step.says(ENTER, r"^Note 1 kept\.$")


# Consoles

SIZES = {"40 by 25": dict(columns=40, rows=25), "40 by 12": dict(columns=40, rows=12),
         "without UTF-8": dict(LC_ALL="C")}


for console, size in SIZES.items():
    @case(f"a console {console}: the main screens, a field, a question and a message")
    def _(room, size=size):
        step = opened(room, "here all", **size)
        step.arrives("check-in", ":go check-in" + ENTER)
        step.moves(2)
        step.asks("unheard_question", ".")
        step.says("2", "Still in the check-in")
        step.arrives("item", ":go 2" + ENTER)
        step.moves(3)
        step.fills("d", "Decide:", "We print it", "^Decision 1.* kept")
        step.arrives("help", "?")
        step.moves(3)
        step.arrives("item", ",")
        step.arrives("closing", ":go closing" + ENTER)
        step.moves(3)


def main():
    return run_all(case, sys.argv[1:], every_source.conclude)


if __name__ == "__main__":
    sys.exit(main())
