"""Which screens there are, told by the sources: what gives a page its title, what asks, what is told at length."""
import re

from screen import ROOT

# The first row of each screen, and what comes below it where that alone would not do.
SCREENS = {
    "home": r"^Home, \d+ open meetings? ",
    "example's home": r"^Home of the example, \d+ open meetings? ",
    "plan": r"^Plan, .*: \d+ items?, ",
    "planning": r"^Plan, .* (to spare|too many|planned|just fits) ",
    "checklist": r"^Checklist, [A-Za-z ]+, \d+ of \d+ ticked ",
    "trends": r"^Trends, \d+ meetings? ",
    "measure": r"^.*, measure \d+ of \d+ ",
    "found": r"^Found, \d+ places? ",
    "settings": r"^Settings, \d+ lines ",
    "keys": r"^Keys, \d+ keys ",
    "actions": r"^Actions, \d+ open ",
    "minutes": r"^Minutes (so far )?of ",
    "story": r"^Short, ",
    "meetings": r"^Meetings, (the newest )?\d+ ",
    "attendance": r"^Attendance, \d+ (person|people) at \d+ meetings? ",
    "story of a matter": r"^Story of \w+ \d+, \d+ meetings? ",
    "keeping": r"^Keeping, \d+ (person|people) in the log ",
    "partnership": r"^Terminal test, \d+ people ",
    "held": r"^What is kept about ",
    "what goes": r"^Forget .*\? This cannot be undone\. ",
    "forgotten": r"^Forgotten ",
    "copy": r"^A copy of the log ",
    "doctor": r"^Doctor, ",
    "help": r"^Help, \d+ words\.? ",
    "help_all": r"^Help, all \d+ words\.? ",
    "opening": r"^Opening, .*, \d+ people ",
    "check-in": r"^Check-in, \d+ people ",
    "matters": r"^Actions from last time, \d+ matters ",
    "item": r"^Item \d of \d, ",
    "decision": r"^Decision \d+, \d+ reservations? ",
    "consent": r"^Decision \d+, asking \d+ (person|people) in turn ",
    "plans": r"^Plans, \d+ in this folder ",
    "break": r"^Item 3 of 6, Break ",
    "no item": r"^Items, \d+ items ",
    "pulse": r"^Pulse, \d+ statements ",
    "check-out": r"^Check-out, \d+ people ",
    "closing": r"^Closing, \d+ decisions?, \d+ actions? ",
    "who": r"^\d of \d here\. ",
    "agenda": r"^Agenda, \d+ items\. ",
    "voices": r"^Voices, ",
    "history": r"^The last \d+ messages, newest first\. ",
    "why": r"^Asha could speak first\. ",  # has no title yet
    "support": r"^Support, \d+ lines\. ",
    "glossary": r"^Glossary, \d+ words?\. ",
    "closed": r"^Following: Closed, ",
    "answer": r"^Answer ",
    "following": r"^Following: Item ",
    "following the closing": r"^Following: Closing, ",
    "gap": r"^Working group 7 .*The last entry is from ",
    "resumed": r"^Working group 7\. Item ",
    "too small": r"^The window is too ",
    "use_question": r"How do you use this terminal\?",
}

# What is asked, above its choices.
QUESTIONS = {
    "unheard_question": r"Still to speak: .*\. Go on without them\?",
    "unlooked_question": r"\d of these (has|have) not been looked at",
    "unfinished_question": r".*How do you leave it\?",
    "leave_out_question": r"Go past .*\?",
    "pulse_question": r"The pulse has not been taken\. Go on without it\?|\d of \d statements have answers",
    "unsettled_question": r"Not finished: ",
    "close_question": r"Close the meeting\?",
    "objected_question": r"Somebody objects, so decision \d+ is not made by consent\.",
    "owner_question": r"That name fits more than one person\. Who takes the action\?",
    "which_open": r"\d meetings are open\. Which one\?",
    "known_plan": r"A meeting from this plan is open already: ",
    "begin": r"Begin this meeting now\?",
    "begin_alone": r"Hold a meeting without a plan, now\?",
    "forget": r"Forget this\? It cannot be undone\.",
    "leave_example": r"Leave the example\? ",
    "overrun_question": r"The time of .* is up\. What does the room want\?",
    "gap_question": r"Nothing was written down for .*\. Does that time count as meeting time\?",
}


# What gives a page its title, file and words, and the screens that show it. A new one has to be visited by a case.
TITLES = {
    ("screens/home.cpp", '"Home{}, {}"'): ("home", "example's home"),
    ("screens/opening.cpp", '"Opening, {}, {}"'): ("opening",),
    ("screens/round.cpp", "name_of_round"): ("check-in", "check-out"),
    ("screens/matters.cpp", '"Actions from last time, {}"'): ("matters",),
    ("screens/item.cpp", '"Item {} of {}, {}"'): ("item", "break"),
    ("screens/item.cpp", '"Items, {}"'): (),  # the rules never leave the items open without one
    ("screens/decision.cpp", '"Decision {}, {}"'): ("decision",),
    ("screens/consent.cpp", '"Decision {}, asking {} in turn"'): ("consent",),
    ("screens/pulse.cpp", '"Pulse, {}"'): ("pulse",),
    ("screens/closing.cpp", '"Closing, {}, {}"'): ("closing",),
    ("screens/closing.cpp", '"Closed, "'): ("closed",),
    ("screens/trends.cpp", '"Trends{}, {}"'): ("trends",),
    ("screens/trends.cpp", '"{}, measure {} of {}"'): ("measure",),
    ("screens/search.cpp", '"Found, {}"'): ("found",),
    ("screens/meetings.cpp", '"Meetings, {}{}"'): ("meetings",),
    ("screens/attendance.cpp", '"Attendance, {} at {}"'): ("attendance",),
    ("screens/keeping.cpp", '"Keeping, {} in the log"'): ("keeping",),
    ("screens/keeping.cpp", "What is kept about"): ("held",),
    ("screens/partnership.cpp", '"{}, {}"'): ("partnership",),
    ("src/app/home_keeping.cpp", "std::move(title)"): ("what goes", "forgotten", "copy", "doctor"),
    ("src/app/home_reading.cpp", '"Story of {}, {}"'): ("story of a matter",),
    ("src/app/home_reading.cpp", "lines.front()"): ("story",),
    ("src/app/home_reading.cpp", '"Minutes of "'): ("minutes",),
    ("src/app/preferences.cpp", '"Settings, {}"'): ("settings",),
    ("src/app/preferences.cpp", '"Keys, {}"'): ("keys",),
    ("src/app/home_plan.cpp", '"Plans, {} in this folder"'): ("plans",),
    ("src/app/home_plan.cpp", '"Plan, "'): ("plan",),
    ("screens/plan.cpp", '"Plan, {}, {}"'): ("planning",),
    ("screens/stage.cpp", '"Checklist, {}, {} of {} ticked"'): ("checklist",),
    ("screens/actions.cpp", '"Actions, {} open"'): ("actions",),
    ("src/app/app.cpp", '"{}. {}"'): ("resumed",),
    ("src/app/app.cpp", "one_line(state.plan.title.text)"): ("gap",),
    ("src/app/ask.cpp", '"A question, {} answers"'): ("which_open", "known_plan"),
    ("src/app/follower.cpp", '"Following: "'): ("following", "following the closing"),
    ("src/page/help.cpp", '"Help, {}"'): ("help",),
    ("src/page/help.cpp", '"Help, all {} words"'): ("help_all",),
    ("src/render/screen_model.cpp", '"Answer"'): ("answer",),
    ("src/render/screen_model.cpp", "= line;"): ("who", "agenda", "voices", "history", "why", "support",
                                                            "glossary"),
}


def titles():
    """Each place of the sources that gives a page its title."""
    for folder in ("screens", "src/app", "src/page", "src/render"):
        for path in sorted((ROOT / folder).glob("*.cpp")):
            for found in re.finditer(r"\bpage\.title = [^;]*;", path.read_text()):
                yield str(path.relative_to(ROOT)), " ".join(found[0].split())


def questions():
    """The name of each question that a screen or the program asks."""
    yield from re.findall(r"^Answerable (\w+)\(", (ROOT / "screens/questions.h").read_text(), re.M)
    for path in sorted((ROOT / "src/app").glob("*.cpp")):
        for words in re.findall(r'\bQuestion question\{(?:fmt::format\()?"([^"]*)"', path.read_text()):
            shown = words.replace("{}", "2")
            yield next((name for name, pattern in (QUESTIONS | SCREENS).items() if re.match(pattern, shown)), words)


def answers_at_length():
    """What is told in a meeting when a word asks for it."""
    header = (ROOT / "screens/told.h").read_text()
    names = re.findall(r"^(?:std::string|Reaction) (\w+)\(const View& view", header, re.M)
    return set(names) - {"time", "about"}  # the time is a message, and what help begins with is no screen


def unvisited(visited):
    for path, words in titles():
        screens = [shown for (where, part), shown in TITLES.items() if where == path and part in words]
        if not screens:
            yield f"{path} has a title that no case knows: {words}"
        yield from (f"no case visits {name}, of {path}" for shown in screens for name in shown if name not in visited)
    yield from (f"no case is asked {name}" for name in questions() if name not in visited)
    yield from (f"no case reads {name}" for name in sorted(answers_at_length()) if name not in visited)


def of_a_screen(rows, kind, reader):
    """The mean of the figures of one kind of step."""
    some = [row for row in rows if row.kind == kind and row.reader == reader]
    return [round(sum(column) / len(some)) for column in zip(*(row.figures for row in some))] if some else None


def figures(table):
    """A line a screen and profile."""
    screens = {}
    for row in table:
        screens.setdefault((row.screen, row.profile), []).append(row)
    for (screen, profile), rows in sorted(screens.items()):
        said = []
        for kind in ("arrival", "move", "message"):
            fenrir, yasr, sent = (of_a_screen(rows, kind, reader) for reader in ("fenrir", "yasr", "brltty"))
            voices = [f"{name} {found[0]} utterances {found[1]} words" for name, found in
                      (("Fenrir", fenrir), ("yasr", yasr)) if found]
            if sent:
                voices.append(f"{sent[2]} bytes {sent[3]} characters")
            if voices:
                said.append(f"{kind}: {', '.join(voices)}")
        braille = next((row.braille for row in rows if row.braille and row.kind == "arrival"), "")
        yield f"# figure: {screen}, {profile}: {'; '.join(said)}; braille \"{braille}\""


def conclude(results):
    visited = set().union(*(result.visited for result in results))
    table = [row for result in results for row in result.table]
    missing = "; ".join(unvisited(visited))
    name = "every page, question and answer of the sources is visited"
    return [f"not ok {name}: {missing}" if missing else f"ok {name}", *figures(table)]
