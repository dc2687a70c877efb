#!/usr/bin/env python3
"""The manual as man and as a terminal show it, and the answers to --help: everything is in them, and reads plainly."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
TABLE = ROOT / "src" / "page" / "words_table.h"
SECTIONS = ["Name", "Synopsis", "Description", "Options", "Commands", "Words in a meeting", "Settings", "Environment",
            "Files", "Exit status"]


class Failed(Exception):
    pass


def must(condition, reason):
    if not condition:
        raise Failed(reason)


def run(*arguments, **keywords):
    return subprocess.run([str(each) for each in arguments], capture_output=True, text=True, timeout=60, **keywords)


def folkmoot(*arguments, **environment):
    done = run(RELEASE, *arguments, env=os.environ | environment)
    must(done.returncode == 0, f"{' '.join(arguments)}: status {done.returncode}: {done.stderr}")
    return done.stdout


def words():
    """The names and examples of the table of words, read from its source."""
    rows = re.findall(r'\{Word::\w+,\s*"(\w+)",.*?"((?:[^"\\]|\\.)*)"\}', TABLE.read_text("utf-8"), re.DOTALL)
    must(len(rows) > 50, f"only {len(rows)} words were found in {TABLE.name}")
    return rows


def commands():
    """Every command, as the program's own help lists them."""
    text = folkmoot("--help")
    listed = re.search(r"^Commands\n((?:.+\n)+)", text, re.MULTILINE)
    names = re.findall(r"^([a-z]+(?: [a-z]+)?)(?: \[?[A-Z.a-z]+\]?)?: ", listed[1], re.MULTILINE)
    must(len(names) > 10, f"only {names} were found")
    return names


def shown_by_man(source, width=80):
    with tempfile.NamedTemporaryFile("w", suffix=".1", encoding="utf-8") as page:
        page.write(source)
        page.flush()
        done = run("man", "--warnings", "-l", page.name,
                   env=os.environ | {"MANWIDTH": str(width), "MANOPT": "", "MAN_KEEP_FORMATTING": "",
                                     "LC_ALL": "C.UTF-8"})
    must(done.returncode == 0, f"man ended with {done.returncode}: {done.stderr}")
    return done.stdout, done.stderr


def finds_nothing(source):
    groff = run("groff", "-man", "-ww", "-b", "-z", "-Tutf8", input=source)
    return shown_by_man(source)[1] + groff.stderr


def man_finds_nothing():
    source = folkmoot("manual", "--format", "man")
    must(source.isascii(), "the page's source is not ASCII")
    complaints = finds_nothing(source)
    must(not complaints, f"complaints: {complaints}")
    must(finds_nothing(source.replace(".SH", ".SHH", 1)), "a request that does not exist was not noticed")


def man_finds_its_name():
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "folkmoot.1")
        page.write_text(folkmoot("manual", "--format", "man"))
        done = run("lexgrog", page)
    must("folkmoot - run structured meetings" in done.stdout, f"whatis would show: {done.stdout}{done.stderr}")


def everything_is_in(text, what):
    flat = " ".join(text.split())
    for name, example in words():
        example = " ".join(example.split())
        must(f"For example: {example}" in flat, f"{what} has no “For example: {example}” for {name}")
    for name in commands():
        must(f"folkmoot {name}" in flat, f"{what} has not the command {name}")
    for section in SECTIONS:
        must(re.search(rf"^{section}$", text, re.MULTILINE), f"{what} has no section {section}")
    for file in sorted((ROOT / "data" / "help").glob("*.md")):
        title = file.read_text("utf-8").splitlines()[0].removeprefix("# ")
        must(title in flat, f"{what} has not the text “{title}”")
    must(re.search(r"^ +--log FILE|^  - --log FILE", text, re.MULTILINE), f"{what} has not the option --log")


def all_in_man():
    everything_is_in(shown_by_man(folkmoot("manual", "--format", "man"))[0], "the man page")


def all_in_text():
    everything_is_in(folkmoot("manual"), "the manual as text")


def built_as_said():
    """What is installed was written by this very program."""
    for file, typed in (("folkmoot.1", ("manual", "--format", "man")),
                        ("folkmoot.html", ("manual", "--format", "html")), ("folkmoot.bash", ("completion", "bash")), ("_folkmoot", ("completion", "zsh")),
                        ("folkmoot.fish", ("completion", "fish"))):
        built = pathlib.Path(RELEASE).parent / "manual" / file
        must(built.read_text("utf-8") == folkmoot(*typed), f"{file} is not what {' '.join(typed)} writes")


def installs():
    """To the places where man and the shells look."""
    with tempfile.TemporaryDirectory() as folder:
        done = run("cmake", "--install", pathlib.Path(RELEASE).parent, "--prefix", "/usr",
                   env=os.environ | {"DESTDIR": folder})
        must(done.returncode == 0, f"cmake --install: {done.stderr}")
        for path in ("bin/folkmoot", "share/man/man1/folkmoot.1", "share/doc/folkmoot/folkmoot.html",
                     "share/bash-completion/completions/folkmoot", "share/zsh/site-functions/_folkmoot",
                     "share/fish/vendor_completions.d/folkmoot.fish", "share/folkmoot/help/10-stages.md"):
            must(pathlib.Path(folder, "usr", path).is_file(), f"{path} was not installed")


def help_is_plain():
    for name in ["", *commands()]:
        typed = [*name.split(), "--help"]
        text = folkmoot(*typed)
        lines = [line for line in text.splitlines() if line]
        must(lines[0].endswith("."), f"{typed}: it does not begin with a sentence: {lines[0]}")
        must(any(re.fullmatch(rf"Typed as: folkmoot{' ' if name else ''}{name}( .*)?", line) for line in lines),
             f"{typed}: it does not say how it is typed")
        must(any(line.startswith(f"For example: folkmoot {name}".strip()) for line in lines), f"{typed}: no example")
        for line in lines:
            must("  " not in line and "\t" not in line, f"{typed}: columns: {line!r}")
            must(": " not in line or line.endswith(".") or line.startswith(("Typed as", "For example")),
                 f"{typed}: no full stop: {line!r}")
            must("!" not in line and "|" not in line, f"{typed}: {line!r}")


def examples_are_taken():
    """Those of --help, typed as they stand there, in a folder where what they name is."""
    plan = folkmoot("plan", "new", "working-group")
    # Somebody to show and to forget.
    plan += '\n[[person]]\nname = "Asha"\npartner = "Harbour Voices"\n'
    for name in commands():
        example = re.search(r"^For example: folkmoot (.*)$", folkmoot(*name.split(), "--help"), re.MULTILINE)[1]
        with tempfile.TemporaryDirectory() as folder:
            env = os.environ | {"XDG_DATA_HOME": folder}
            pathlib.Path(folder, "my-meeting.toml").write_text(plan, "utf-8")
            pathlib.Path(folder, "partnership.toml").write_text((ROOT / "data/examples/harbour.toml").read_text("utf-8"), "utf-8")
            if name != "run":
                # A meeting that is closed can be read, one that is open resumed. It would settle its actions itself.
                action = "action book the hall\n" if name == "actions owner" else "action Asha: book the hall\n"
                closed = "here all\n" + action + "next\n" * 40
                for lines in (closed,) if "3f2a1b" in example else (closed, "quit\n"):
                    done = run(RELEASE, "run", "my-meeting.toml", "--again", cwd=folder, env=env, input=lines)
                    must(done.returncode == 0, f"before {example}: {done.stderr}")
            if "3f2a1b" in example:
                known = json.loads(run(RELEASE, "actions", "--format", "json", cwd=folder, env=env).stdout)
                example = example.replace("3f2a1b", known[0]["id"][:6])
                if name == "actions keep":
                    run(RELEASE, "actions", "done", known[0]["id"], cwd=folder, env=env)
            if name == "actions import":
                pathlib.Path(folder, "tasks.json").write_text("[]")
            if name == "import":
                done = run(RELEASE, "export", "-o", example.split()[-1], cwd=folder, env=env)
                must(done.returncode == 0, f"before {example}: {done.stderr}")
            # Without a terminal nobody can be asked.
            sure = ["--yes"] if name == "forget" else []
            done = run(RELEASE, *example.split(), *sure, cwd=folder, env=env, input="quit\n")
            must(done.returncode == 0, f"{example}: status {done.returncode}: {done.stderr}{done.stdout[-200:]}")


TESTS = [
    ("man and groff find nothing wrong with the manual page", man_finds_nothing),
    ("whatis finds the manual page's name and purpose", man_finds_its_name),
    ("every word with its example, every command and every text of help is in the manual page", all_in_man),
    ("every word with its example, every command and every text of help is in the manual as text", all_in_text),
    ("the manual and the completions that are installed are what the program says now", built_as_said),
    ("installing puts the manual and the completions where man and the shells look", installs),
    ("every command's help begins with a sentence, says how it is typed, gives an example, and has no columns",
     help_is_plain),
    ("every example of --help does what it says", examples_are_taken),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            test()
            print(f"ok {name}", flush=True)
        except (Failed, OSError, ValueError, TypeError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
