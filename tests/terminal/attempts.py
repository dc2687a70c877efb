"""How cases run under the readers: several at once, and again when one fails, because readers sample the screen."""
import multiprocessing
import os
import re
import subprocess
import time
from dataclasses import dataclass, field

from readers import READERS, Ear
from screen import BIN, CLOCK, PLAN, Failed, Stage


class Room(Stage):
    """A folder, and the programs that run in it under a reader."""

    def __init__(self, reader="none", profile="reader"):
        super().__init__()
        # A name of letters and digits: readers spell what else may be in it.
        self.home = self.home.rename(self.home.with_name("ear" + re.sub("[^a-z0-9]", "", self.home.name)))
        self.reader, self.profile = reader, profile
        self.visited, self.table = set(), []  # which screens, and what each of them took to hear

    def __call__(self, *arguments, **keywords):
        log = ("--log", self.home / "log.db") if "--log" not in arguments and "demo" not in arguments else ()
        ear = Ear(self.home, self.reader, *log, *arguments, **{"profile": self.profile} | keywords)
        self.terminals.append(ear)
        return ear

    def lines(self, typed, *arguments):
        """A part of a meeting in plain lines, before anybody listens."""
        env = os.environ | {"FOLKMOOT_CLOCK": CLOCK, "FOLKMOOT_SEED": "lines",
                            "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_DATA_HOME": str(self.home / "data")}
        subprocess.run([BIN, "--log", self.home / "log.db", *map(str, arguments)], env=env, text=True, check=True,
                       input="\n".join(typed) + "\n", capture_output=True, timeout=60)

    def meeting(self, plan=PLAN, **keywords):
        ear = self("run", plan, **keywords)
        ear.starts("^Opening, ")
        return ear


# How cases run

ATTEMPTS = 3  # a case which fails is tried twice more, and the majority counts
AT_ONCE, BRAILLE_AT_ONCE = 8, 4  # most of their time is waiting


@dataclass
class Case:
    name: str
    reader: str  # of READERS, or none
    profile: str
    function: object  # gets a Room


@dataclass
class Result:
    name: str
    reason: str = ""  # why it failed
    figures: list = field(default_factory=list)
    visited: set = field(default_factory=set)
    table: list = field(default_factory=list)
    seconds: float = 0.0

    def lines(self):
        return [f"not ok {self.name}: {self.reason}" if self.reason else f"ok {self.name}", *self.figures]


class Cases(list):
    def __call__(self, name, readers=READERS, profiles=("visual", "reader")):
        """Makes a function a case under each of the readers and in each profile."""
        def keep(function):
            for reader in readers:
                for profile in profiles:
                    self.append(Case(f"{name}, {reader}, {profile} profile", reader, profile, function))
            return function
        return keep


def attempt(case):
    room = Room(case.reader, case.profile)
    reason = ""
    try:
        case.function(room)
    # A reader that is not there is a failure as any other.
    except (Failed, OSError, ValueError, LookupError, TypeError, subprocess.SubprocessError) as problem:
        kind = "" if isinstance(problem, Failed) else f"{type(problem).__name__}: "
        reason = kind + str(problem).replace("\n", " ")
    finally:
        room.close()
    return Result(case.name, reason, room.figures, room.visited, room.table)


CHOSEN = []  # functions cannot be sent to another process, but a fork has them


def run(number):
    case = CHOSEN[number]
    began, results = time.monotonic(), [attempt(case)]
    while results[0].reason and len(results) < ATTEMPTS:
        results.append(attempt(case))
    results.sort(key=lambda result: bool(result.reason))
    counts = results[len(results) // 2]  # what most of them say
    if any(result.reason for result in results) and not counts.reason:
        print(f"# {case.name}: failed once: {results[-1].reason}", flush=True)
    counts.seconds = time.monotonic() - began
    return counts


def run_all(cases, names=(), conclude=lambda results: []):
    """Prints what each case gave, and what is concluded from all of them; 1 when one failed."""
    CHOSEN[:] = [case for case in cases if not names or any(part in case.name for part in names)]
    fork, results = multiprocessing.get_context("fork"), []
    # BRLTTY's cases may have to take turns, the others run beside them.
    with fork.Pool(AT_ONCE) as workers, fork.Pool(BRAILLE_AT_ONCE) as braille:
        waiting = [(braille if case.reader == "brltty" else workers).apply_async(run, (number,))
                   for number, case in enumerate(CHOSEN)]
        for each in waiting:
            results.append(each.get())
            print("\n".join(results[-1].lines()), flush=True)
            if "FOLKMOOT_TIMES" in os.environ:
                print(f"# {results[-1].seconds:.1f} s")
    # Of a part of the cases nothing can be concluded.
    last = [] if names else conclude(results)
    if last:
        print("\n".join(last), flush=True)
    return 1 if any(result.reason for result in results) or any(line.startswith("not ok") for line in last) else 0
