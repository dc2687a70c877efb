#!/usr/bin/env python3
"""The rooms of the program hold: what each may include, which library belongs where, who reads the clock.

The table below is section 5 of the design, and one header more: the log keeps the figures of each closed meeting and
month, and trends say what they are. With --root DIR another tree is read. The last test is of this program
itself: a small false tree for every rule, which must fail.
"""
import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

# Room -> what it may include besides itself; "room/header.h" grants that header alone.
MAY = {
    "base": [],
    "time": ["base"],
    "meeting": ["base", "time/stamp.h", "time/calendar.h", "time/countdown.h"],
    "instruments": ["base"],
    "session": ["meeting", "instruments", "time", "base"],
    "trends": ["session/records.h", "instruments", "meeting", "time/stamp.h", "time/calendar.h", "base"],
    "exports": ["session", "meeting", "trends", "time/calendar.h", "time/stamp.h", "base"],
    "files": ["meeting", "instruments", "time", "base"],
    "log": ["session", "meeting", "trends/figures.h", "time", "instruments", "base"],
    "page": ["base"],
    "screens": ["page", "session", "trends", "instruments", "meeting", "time", "base"],
    "render": ["page", "base"],
    "app": ["screens", "render/renderer.h", "exports", "files", "session", "time", "page", "meeting", "instruments",
            "base"],
    "cli": ["exports", "files", "trends", "session", "log", "page/words.h", "page/keys.h", "page/help.h", "meeting",
            "instruments", "time", "base"],
}

# A library's headers (a pattern for the include, another for the CMake target) and the one room that knows it.
LIBRARIES = [
    ("SQLite", r"(sqlite3(ext)?\.h|SQLiteCpp/.*)$", r"SQLite", "log"),
    ("ncurses", r"(ncursesw?/.*|n?curses\.h|cursesw\.h|panel\.h|term\.h)$", r"curses|Curses", "render"),
    ("toml++", r"toml\+\+/.*$|toml\.hpp$", r"tomlplusplus", "files"),
    ("date", r"date/.*$", r"date::", "time"),
    ("CLI11", r"CLI/.*$", r"CLI11", "cli"),
    ("libical", r"(libical/)?ical.*\.h$", r"^ical|[Ll]ib[Ii]cal", "exports"),
]

CLOCK_READS = re.compile(
    r"\b\w*[Cc]lock\s*::\s*now\b"
    r"|\b(?:clock_gettime|gettimeofday|timespec_get|ftime|localtime|localtime_r|gmtime|gmtime_r)\s*\("
    r"|(?<![\w.>])time\s*\(\s*(?:nullptr|NULL|0|&\s*\w+)\s*\)"
    r"|(?<![\w.>:])clock\s*\(\s*\)"
    r"|\bstd\s*::\s*clock\s*\(\s*\)")
# SQLite can ask for the time too; these stand inside strings or .sql files.
SQL_CLOCK_READS = re.compile(
    r"\bCURRENT_(?:TIMESTAMP|TIME|DATE)\b"
    r"|\b(?:datetime|date|time|julianday|unixepoch|strftime)\s*\([^()]*'now'", re.IGNORECASE)

SOURCES = {".h", ".hpp", ".cpp", ".cc", ".inc", ".ipp"}
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include(?:_next)?\b[ \t]*(.*)$", re.MULTILINE)
# Comments, raw strings, strings and characters, whichever begins first.
TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|R\"(?P<mark>[^ ()\\\t\n]{0,16})\(.*?\)(?P=mark)\""
    r"|\"(?:\\.|[^\"\\\n])*\"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'", re.DOTALL)


def blank(text):
    """The same number of lines, nothing else."""
    return "\n" * text.count("\n") or " "


def without_comments(text):
    return TOKEN.sub(lambda m: blank(m[0]) if m[0].startswith(("//", "/*")) else m[0], text)


def without_comments_and_strings(text):
    return TOKEN.sub(lambda m: blank(m[0]) if m[0].startswith(("//", "/*")) else '""' + "\n" * m[0].count("\n"), text)


def line_of(text, place):
    return text.count("\n", 0, place) + 1


def room_of(path):
    """The room of a path from the root; "main" for main.cpp; None when no room has it."""
    parts = path.split("/")
    if path == "src/main.cpp":
        return "main"
    if parts[0] == "screens" and len(parts) > 1:
        return "screens"
    if parts[0] == "src" and len(parts) > 2 and parts[1] in MAY and parts[1] != "screens":
        return parts[1]
    return None


def within_room(path, room):
    return path[len("screens/"):] if room == "screens" else path[len(f"src/{room}/"):]


def granted(room, target, header):
    if room in ("main", target):
        return True
    return target in MAY[room] or f"{target}/{header}" in MAY[room]


def linkable(room, target):
    """A library is whole, so a room that may use one header of it may link it."""
    return target in MAY[room] or any(entry.startswith(target + "/") for entry in MAY[room])


def find_cycle(edges):
    """A list of rooms that leads back to its first, or None."""
    done, way = set(), []

    def visit(room):
        if room in way:
            return way[way.index(room):] + [room]
        if room in done:
            return None
        way.append(room)
        for target in sorted(edges.get(room, ())):
            if cycle := visit(target):
                return cycle
        way.pop()
        done.add(room)
        return None

    for room in sorted(edges):
        if cycle := visit(room):
            return cycle
    return None


def room_lines(text):
    """name -> (links, parts) of the room() calls in CMakeLists.txt."""
    rooms = {}
    text = re.sub(r"#[^\n]*", "", text)
    for call in re.finditer(r"^[ \t]*room\s*\(([^()]*)\)", text, re.MULTILINE):
        words = call[1].split()
        lists, current = {"LINKS": [], "PARTS": [], "FOLDER": []}, None
        for word in words[1:]:
            if word in lists:
                current = word
            elif current:
                lists[current].append(word)
        rooms[words[0]] = (lists["LINKS"], lists["PARTS"])
    return rooms


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.files = {}
        self.sql = {}
        for top in ("src", "screens"):
            for folder, folders, names in os.walk(self.root / top):
                folders.sort()
                for name in sorted(names):
                    path = Path(folder, name)
                    kind = self.files if path.suffix in SOURCES else self.sql if path.suffix == ".sql" else None
                    if kind is not None:
                        kind[path.relative_to(self.root).as_posix()] = path.read_text("utf-8", "replace")
        # (file, line, "<" or '"' or "" for neither, what it includes)
        self.includes = []
        for path, text in self.files.items():
            text = without_comments(text)
            for found in INCLUDE.finditer(text):
                said = re.match(r'(["<])([^">]+)[">]', found[1])
                line = line_of(text, found.start())
                self.includes.append((path, line, said[1], said[2]) if said else (path, line, "", found[1].strip()))

    def own(self):
        for path, line, _, header in self.includes:
            if header.startswith(("src/", "screens/")):
                yield path, line, header


def rule_paths(tree):
    """own headers are included by their path from the root"""
    for path, line, mark, header in tree.includes:
        plain = ".." not in header.split("/")
        if mark == '"' and not (header.startswith(("src/", "screens/")) and plain):
            yield f'{path}:{line} includes "{header}", which does not begin with src/ or screens/'
        elif mark == "<" and (header.startswith(("src/", "screens/")) or not plain):
            yield f"{path}:{line} includes <{header}>; our own headers stand in quotes"
        elif mark == "":
            yield f"{path}:{line} includes {header}, which is not a name that can be read"


def rule_rooms(tree):
    """each room includes only the rooms that it may know"""
    for path in tree.files:
        if room_of(path) is None:
            yield f"{path} belongs to no room"
    for path, line, header in tree.own():
        room, target = room_of(path), room_of(header)
        if room is None:
            continue
        if target is None or target == "main":
            yield f"{path}:{line} includes {header}, which belongs to no room that can be included"
        elif not granted(room, target, within_room(header, target)):
            allowed = ", ".join(MAY[room]) or "nothing"
            yield f"{path}:{line} includes {header}; {room} may include {allowed}"


def rule_libraries(tree):
    """a library is known to one room only"""
    for path, line, _, header in tree.includes:
        for name, pattern, _, home in LIBRARIES:
            if re.match(pattern, header) and room_of(path) != home:
                yield f"{path}:{line} includes {header}; only {home} knows {name}"


def rule_clock(tree):
    """only src/time reads a clock"""
    for path, text in tree.files.items():
        if room_of(path) == "time":
            continue
        for pattern, shown in ((CLOCK_READS, without_comments_and_strings(text)),
                               (SQL_CLOCK_READS, without_comments(text))):
            for found in pattern.finditer(shown):
                yield f"{path}:{line_of(shown, found.start())} reads a clock: {found[0]}"
    for path, text in tree.sql.items():
        text = re.sub(r"--[^\n]*", "", text)
        for found in SQL_CLOCK_READS.finditer(text):
            yield f"{path}:{line_of(text, found.start())} reads a clock: {found[0]}"


def rule_cycles(tree):
    """no rooms include each other in a circle"""
    edges = {}
    for path, _, header in tree.own():
        room, target = room_of(path), room_of(header)
        if room and target and room != target:
            edges.setdefault(room, set()).add(target)
    if cycle := find_cycle(edges):
        yield "a circle: " + " includes ".join(cycle)


def rule_cmake(tree):
    """CMakeLists.txt links no more than the table"""
    file = tree.root / "CMakeLists.txt"
    rooms = room_lines(file.read_text("utf-8")) if file.is_file() else {}
    if not rooms:
        yield "CMakeLists.txt has no room() line"
        return
    for name, (links, parts) in rooms.items():
        if name not in MAY:
            yield f"room({name}) is not in the table"
            continue
        for target in links:
            if not linkable(name, target):
                yield f"room({name}) links {target}; {name} may link {', '.join(MAY[name]) or 'nothing'}"
        for part in parts:
            for library, _, pattern, home in LIBRARIES:
                if re.search(pattern, part) and name != home:
                    yield f"room({name}) links {part}; only {home} knows {library}"
    for room in sorted({room_of(path) for path in tree.files} - {None, "main"} - set(rooms)):
        yield f"{room} has sources and no room() line"
    if cycle := find_cycle({name: set(links) for name, (links, _) in rooms.items()}):
        yield "a circle: " + " links ".join(cycle)


def rule_main(tree):
    """src/main.cpp has under 100 lines"""
    text = tree.files.get("src/main.cpp")
    if text is None:
        yield "src/main.cpp is not there"
    elif (lines := len(text.splitlines())) >= 100:
        yield f"src/main.cpp has {lines} lines; what it does belongs in a room"


RULES = [rule_paths, rule_rooms, rule_libraries, rule_clock, rule_cycles, rule_cmake, rule_main]

# What a sound tree looks like, for the test of this program: every grant of the table is used once.
SOUND_CMAKE = "".join(f"room({room} LINKS {' '.join(sorted({entry.split('/')[0] for entry in may}))})\n"
                      for room, may in MAY.items())


def place(room):
    return "screens" if room == "screens" else f"src/{room}"


def header_of(entry):
    room, _, header = entry.partition("/")
    return f"{place(room)}/{header or 'any.h'}"


def sound_tree():
    files = {"CMakeLists.txt": SOUND_CMAKE, "src/main.cpp": '#include "src/cli/any.h"\nint main() {}\n'}
    for room, may in MAY.items():
        lines = [f'#include "{header_of(entry)}"' for entry in [room] + may]
        lines += ["#include <vector>", '// #include "elsewhere.h" and system_clock::now() in a comment',
                  'const char* s = "time(nullptr) // in a string";', "auto n = clock.now(); auto t = item.time(0);",
                  "/* std::chrono::steady_clock::now()", '#include "wrong.h" */', "int big = 1'000'000;"]
        files[f"{place(room)}/sound.cpp"] = "\n".join(lines) + "\n"
    for header, home in (("sqlite3.h", "log"), ("SQLiteCpp/Database.h", "log"), ("curses.h", "render"),
                         ("toml++/toml.h", "files"), ("date/tz.h", "time"), ("CLI/CLI.hpp", "cli"),
                         ("libical/ical.h", "exports")):
        files[f"src/{home}/sound.cpp"] += f"#include <{header}>\n"
    files["src/time/sound.cpp"] += "auto now = std::chrono::system_clock::now();\n"
    return files


def unsound():
    """(the rule that must speak, the file to change, what is added or put there)"""
    for room, may in MAY.items():
        source = f"{place(room)}/wrong.cpp"
        for other in MAY:
            if other == room or other in may:
                continue
            yield rule_rooms, source, f'#include "{place(other)}/any.h"\n'
            if not any(entry.startswith(other + "/") for entry in may):
                yield rule_cmake, "CMakeLists.txt", SOUND_CMAKE + f"room({room} LINKS {other})\n"
        yield rule_rooms, source, '#include "src/main.cpp"\n'
        yield rule_rooms, source, '#include "src/utils/any.h"\n'
        yield rule_paths, source, '#include "any.h"\n'
        yield rule_paths, source, '#include "../base/any.h"\n'
        yield rule_paths, source, '#include "src/../base/any.h"\n'
        yield rule_paths, source, "  #  include <src/base/any.h>\n"
        yield rule_paths, source, "#include CHOSEN\n"
        if room != "time":
            for read in ("std::chrono::system_clock::now()", "steady_clock::now()", "clock_gettime(CLOCK_REALTIME, &t)",
                         "std::time(nullptr)", "time(0)", "::time(&t)", "gettimeofday(&t, nullptr)", "Clock :: now()",
                         "std::clock()", "\"SELECT datetime('now')\"", '"DEFAULT CURRENT_TIMESTAMP"',
                         "R\"(strftime('%s', 'now'))\""):
                yield rule_clock, source, f"int n = 1'000; auto x = {read};\n"
        for header, part, home in (("sqlite3.h", "SQLite::SQLite3", "log"), ("SQLiteCpp/Database.h", "SQLiteCpp", "log"),
                                   ("ncurses.h", "PkgConfig::ncursesw", "render"),
                                   ("curses.h", "Curses::Curses", "render"),
                                   ("ncursesw/curses.h", "Curses::Curses", "render"),
                                   ("toml++/toml.h", "tomlplusplus::tomlplusplus", "files"),
                                   ("date/date.h", "date::date-tz", "time"), ("CLI/CLI.hpp", "CLI11::CLI11", "cli"),
                                   ("libical/ical.h", "ical", "exports")):
            if room != home:
                yield rule_libraries, source, f"#include <{header}>\n"
                yield rule_cmake, "CMakeLists.txt", SOUND_CMAKE + f"room({room} PARTS {part})\n"
    yield rule_rooms, "src/utils/any.h", "\n"
    yield rule_rooms, "src/stray.cpp", "\n"
    yield rule_libraries, "src/main.cpp", "#include <CLI/CLI.hpp>\n"
    yield rule_clock, "src/main.cpp", "auto t = time(nullptr);\n"
    yield rule_clock, "src/log/one.sql", "CREATE TABLE t (at TEXT DEFAULT CURRENT_TIMESTAMP);\n"
    yield rule_cycles, "src/base/wrong.h", '#include "src/app/any.h"\n'
    yield rule_cmake, "CMakeLists.txt", SOUND_CMAKE + "room(utils LINKS base)\n"
    yield rule_cmake, "CMakeLists.txt", SOUND_CMAKE.replace("room(page ", "# room(page ")
    yield rule_cmake, "CMakeLists.txt", SOUND_CMAKE + "room(base LINKS app)\n"
    yield rule_cmake, "CMakeLists.txt", "project(folkmoot)\n"
    yield rule_main, "src/main.cpp", "int a;\n" * 100
    yield rule_main, "src/main.cpp", None


def self_test():
    """the rules catch what they forbid"""
    sound = sound_tree()
    with tempfile.TemporaryDirectory() as folder:
        for path, text in sound.items():
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_text(text, "utf-8")
        tree = Tree(folder)
        for rule in RULES:
            for complaint in rule(tree):
                yield f"complains about a sound tree: {complaint}"
        for rule, path, text in unsound():
            changed = Path(folder, path)
            changed.parent.mkdir(exist_ok=True)
            if text is None:
                changed.unlink()
            else:
                changed.write_text(text, "utf-8")
            if not list(rule(Tree(folder))):
                yield f"says nothing against {(text or 'nothing').splitlines()[-1]} in {path}"
            if path in sound:
                changed.write_text(sound[path], "utf-8")
            else:
                changed.unlink()


def main():
    options = argparse.ArgumentParser(description="Holds the include lines against the table of rooms.")
    options.add_argument("--root", default=os.environ.get("FOLKMOOT_ROOT") or Path(__file__).resolve().parents[2])
    tree = Tree(options.parse_args().root)
    failed = False
    checks = [(rule.__doc__, rule(tree)) for rule in RULES] + [(self_test.__doc__, self_test())]
    for name, complaints in checks:
        complaints = list(complaints)
        for complaint in complaints:
            print(f"# {complaint}")
        if complaints:
            more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
            print(f"not ok {name}: {complaints[0]}{more}")
            failed = True
        else:
            print(f"ok {name}")
    return 1 if failed else 0


sys.exit(main())
