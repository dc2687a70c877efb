"""What the programs in this folder share: running Folkmoot, talking with it, reading its log, and reporting."""
import collections
import contextlib
import io
import multiprocessing
import os
import pathlib
import re
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata

BIN = os.environ["FOLKMOOT_BIN"]  # with sanitizers, which end a program with 86
RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
PATIENCE = 60  # seconds; nothing here should take more than one
EXAMPLE = ROOT / "data" / "examples" / "working-group-7.toml"

PLAN = """
[meeting]
title = "Tested meeting"
group = "Working group"
minutes = 60
[partnership]
name = "Failure test"
scale = [1, 5]
[[person]]
name = "Asha"
partner = "Harbour Voices"
[[person]]
name = "Ben"
partner = "City Council"
[[person]]
name = "Dara"
partner = "University"
[[item]]
title = "First"
minutes = 20
[[item]]
title = "Second"
kind = "decide"
minutes = 20
"""
TO_THE_END = "next\n" * 40

cases = []


class Broken(Exception):
    """The program did not do what it should."""


def must(condition, reason):
    if not condition:
        raise Broken(reason)


def case(name):
    def keep(function):
        cases.append((name, function))
        return function
    return keep


def short(text, limit=300):
    text = " | ".join(text.split("\n")) if isinstance(text, str) else repr(text)
    return text if len(text) <= limit else text[:limit // 2] + " ... " + text[-limit // 2:]


def flat(text):
    """Without white space, so that where a line was wrapped makes no difference."""
    return re.sub(r"\s+", "", text)


def holds(text, *wanted):
    """Whether all of these are in the text, wherever it was wrapped."""
    return all(flat(str(each)) in flat(text) for each in wanted)


# --- what may come out

FORBIDDEN = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x200E, 0x200F, 0x061C, 0xFEFF, 0x2028, 0x2029}


def unclean(data):
    """What in these bytes must not reach a terminal, or nothing. A CSV or a calendar ends its lines as its standard
    says."""
    first = data.partition(b"\r\n")[0]
    if data.count(b"\r\n") == data.count(b"\n") and (b"," in first or first == b"BEGIN:VCALENDAR"):
        data = data.replace(b"\r\n", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"bytes that are no UTF-8 at {error.start}: {data[max(error.start - 20, 0):error.start + 20]!r}"
    for at, character in enumerate(text):
        code = ord(character)
        if character == "\n":
            continue
        if unicodedata.category(character) == "Cc" or code in FORBIDDEN or 0xE0000 <= code <= 0xE007F:
            return f"U+{code:04X} after {text[max(at - 30, 0):at]!r}"
    return None


CRASHED = re.compile(r"Sanitizer|runtime error:|terminate called|Segmentation|Traceback|Assertion|"
                     r"what\(\)|Something went wrong that should not")

Result = collections.namedtuple("Result", "status out err all")


def judged(status, out, err, what):
    """A result that is no crash and clean to the last byte; otherwise Broken."""
    everything = out.decode("utf-8", "replace") + err.decode("utf-8", "replace")
    must(status in (0, 1, 2), f"{what} ended with status {status}: {short(everything)}")
    crashed = CRASHED.search(everything)
    must(not crashed, f"{what} said {short(everything[crashed.start():] if crashed else '')}")
    for name, data in (("standard output", out), ("standard error", err)):
        wrong = unclean(data)
        must(not wrong, f"{what} put {wrong} on {name}")
    return Result(status, out.decode("utf-8"), err.decode("utf-8"), everything)


# --- running

def surroundings(changes):
    """The environment with changes; None takes a variable away."""
    env = dict(os.environ)
    env.pop("FOLKMOOT_INSIDE", None)
    for name, value in (changes or {}).items():
        if value is None:
            env.pop(name, None)
        else:
            env[name] = str(value)
    return env


def folk(*arguments, typed="", env=None, program=None, patience=PATIENCE, **more):
    """One run from start to end, judged."""
    what = "folkmoot " + " ".join(short(str(a), 200) for a in arguments)
    data = typed if isinstance(typed, bytes) else typed.encode("utf-8", "surrogateescape")
    try:
        done = subprocess.run([program or BIN, *[a if isinstance(a, bytes) else str(a) for a in arguments]], input=data,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(env), timeout=patience,
                              check=False, **more)
    except subprocess.TimeoutExpired:
        raise Broken(f"{what} does not end") from None
    return judged(done.returncode, done.stdout, done.stderr, what)


def refused(done, *wanted, status=1, what=""):
    must(done.status == status, f"{what} status {done.status}, not {status}: {short(done.all)}")
    must(holds(done.err, *wanted), f"{what} lacks one of {wanted}: {short(done.all)}")
    must(done.err.startswith("folkmoot: "), f"{what} does not begin as the others do: {short(done.err)}")


def shell(command, env=None, typed=b""):
    """One run by a shell, for what only a shell can do with the standard streams; "$FOLK" is the program."""
    changes = {"FOLK": BIN, **(env or {})}
    done = subprocess.run(["bash", "-c", command], input=typed, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=surroundings(changes), timeout=PATIENCE, check=False)
    return judged(done.returncode, done.stdout, done.stderr, command)


class Talk:
    """A meeting at the linear prompt, through pipes: a line, then all that is said until the next prompt."""

    def __init__(self, *arguments, env=None, program=None):
        self.process = subprocess.Popen([program or BIN, *map(str, arguments)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=surroundings(env))
        self.all = b""
        self.first = self.until_prompt()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.kill()

    def until_prompt(self):
        begun = len(self.all)
        until = time.monotonic() + PATIENCE
        while not self.all[begun:].endswith(b"> "):
            ready, _, _ = select.select([self.process.stdout], [], [], max(until - time.monotonic(), 0))
            must(ready, f"no prompt came; last: {short(self.all[-300:])}")
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                break
            self.all += more
        return self.all[begun:].decode("utf-8", "replace")

    def say(self, line):
        data = line if isinstance(line, bytes) else line.encode()
        try:
            self.process.stdin.write(data + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Broken(f"the program ended before {short(line)}: {short(self.all[-300:])}") from None
        return self.until_prompt()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass

    def end(self):
        """The end of the input; or the program has ended already."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        return self.wait()

    def wait(self):
        until = time.monotonic() + PATIENCE
        while True:
            ready, _, _ = select.select([self.process.stdout], [], [], max(until - time.monotonic(), 0))
            must(ready, f"does not end; last: {short(self.all[-300:])}")
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                break
            self.all += more
        return judged(self.process.wait(timeout=PATIENCE), self.all, b"", "the meeting")


# --- folders, mounts, logs

class Scratch:
    """A folder for one case, with what was mounted there."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="f"))
        self.mounts = []
        self.plan = self.path / "plan.toml"
        self.plan.write_text(PLAN)
        self.log = self.path / "log" / "folkmoot.db"

    def __truediv__(self, name):
        return self.path / name

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        for place in reversed(self.mounts):
            subprocess.run(["umount", "-l", str(place)], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.path, ignore_errors=True)

    def mount(self, place, *arguments):
        place.mkdir(exist_ok=True)
        mounted = subprocess.run(["mount", *arguments, str(place)], capture_output=True, text=True, check=False)
        must(mounted.returncode == 0, f"this machine does not allow the mount: {mounted.stderr.strip()}")
        self.mounts.append(place)
        return place

    def disk(self, name="disk", options="size=1m"):
        return self.mount(self / name, "-t", "tmpfs", "-o", options, "tmpfs")

    def read_only(self, place):
        """The folder itself from now on only readable, for root too."""
        self.mount(place, "--bind", str(place))
        remount(place, "bind,ro")
        return place

    def meeting(self, typed="here all\nnext\nnote kept before\n", log=None):
        """A log with one meeting in it."""
        done = folk("--log", log or self.log, "run", self.plan, typed=typed)
        must(done.status == 0, f"the meeting to begin with failed: {short(done.all)}")
        return log or self.log


def remount(place, options):
    done = subprocess.run(["mount", "-o", "remount," + options, str(place)], capture_output=True, text=True,
                          check=False)
    must(done.returncode == 0, f"this machine does not allow the remount: {done.stderr.strip()}")


def fill(folder, leave=0):
    """Fills the disk of a folder, but for so many bytes. Returns the file that does."""
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(file.tell() - leave, 0))
    return filler


def copy_of(log, folder):
    """A copy of a log and of what lies beside it, to look at while the log is in use."""
    folder.mkdir(mode=0o700)
    for suffix in ("", "-wal"):
        beside = log.with_name(log.name + suffix)
        if beside.exists():
            shutil.copy2(beside, folder / beside.name)
    return folder / log.name


def healthy(log):
    doctor = folk("--log", log, "doctor")
    must(doctor.status == 0, f"doctor: {short(doctor.all)}")


def shown(log):
    told = folk("--log", log, "log", "show", "last")
    must(told.status == 0, f"log show: {short(told.all)}")
    return told.out


def minutes(log):
    told = folk("--log", log, "minutes", "last", "--format", "text")
    must(told.status == 0, f"minutes: {short(told.all)}")
    return told.out


def all_words(log):
    """Every text in the log, as SQLite holds it; the log must be at rest."""
    with sqlite3.connect(f"file:{log}?mode=ro", uri=True) as database:
        texts = [row[0] for row in database.execute("SELECT text FROM words ORDER BY stream, sequence, part")]
    database.close()
    return [text for text in texts if text is not None]


def marks(text, pattern=r"\bmark\d+\b"):
    return set(re.findall(pattern, text))


def kept(text):
    """The notes that were answered as kept, by their first word."""
    return set(re.findall(r"kept:\s+(mark\d+)\b", text))


# --- the report

def inside_own_mounts():
    """Starts this program again where its mounts are its own. Returns why that cannot be."""
    if os.environ.get("FOLKMOOT_INSIDE") == "1":
        return None
    command = ["unshare", "-m", "--propagation", "private"]
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        return "mounts of its own are not allowed here: " + tried.stderr.strip()
    os.environ["FOLKMOOT_INSIDE"] = "1"
    os.execvp(command[0], [*command, sys.executable, "-B", *sys.argv])


def run_case(number):
    """Whether it went well, and all it prints, which another process prints for it."""
    name, function = cases[number]
    begun = time.monotonic()
    said = io.StringIO()
    good = False
    with contextlib.redirect_stdout(said):
        try:
            with Scratch() as scratch:
                function(scratch)
            good = True
            print(f"ok {name}")
        except Broken as broken:
            print(f"not ok {name}: {short(str(broken), 700)}")
        except Exception as error:  # a fault of the test is a failure too
            print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
            print(f"not ok {name}: {type(error).__name__}: {short(str(error))}")
        if os.environ.get("FOLKMOOT_SECONDS"):
            print(f"# {time.monotonic() - begun:.1f} seconds")
    return good, said.getvalue()


def main(mounts=False):
    """Runs the cases, as many at once as there are processors; with arguments only those whose name has one of them
    in it."""
    reason = inside_own_mounts() if mounts else None
    if reason:
        print(f"not ok these tests can mount a small disk: {reason}")
        return 1
    wanted = [number for number, (name, _) in enumerate(cases)
              if len(sys.argv) < 2 or any(each in name for each in sys.argv[1:])]
    failed = 0
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for good, said in pool.imap(run_case, wanted):
            failed += not good
            print(said, end="", flush=True)
    return 1 if failed else 0
