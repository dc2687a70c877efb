#!/usr/bin/env python3
"""Completion in the three shells: the same lines, what each shell offers for them."""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

RELEASE = os.environ["FOLKMOOT_RELEASE_BIN"]
COMMANDS = "run resume follow plan log minutes actions trends review export import doctor demo manual completion".split()
PROGRAM = "--help --version --log --linear --screen --reader".split()
PLAN = "my-meeting.toml"

# (what is typed, what must be offered, what must not)
LINES = [
    ("folkmoot ", COMMANDS, ["list", "check", "last", PLAN]),
    ("folkmoot re", ["resume", "review"], ["run"]),
    ("folkmoot --linear m", ["minutes", "manual"], ["demo"]),
    ("folkmoot --log run ", COMMANDS, [PLAN]),
    ("folkmoot --log ", [PLAN], COMMANDS),
    ("folkmoot plan ", ["check", "show", "new"], COMMANDS),
    ("folkmoot plan check ", [PLAN], ["check", "run"]),
    ("folkmoot plan new ", ["working-group", "kick-off"], [PLAN, "check"]),
    ("folkmoot plan new kick-off -o ", [PLAN], ["working-group"]),
    ("folkmoot run ", [PLAN], ["last"]),
    ("folkmoot log ", ["list", "show", "search", "next", "attendance"], [PLAN, "last"]),
    ("folkmoot log next --format ", ["text", "ics", "json"], ["csv"]),
    ("folkmoot log attendance --", ["--from", "--to", "--group", "--partner", "--person", "--format", "--raw"], ["--again"]),
    ("folkmoot log show ", ["last"], ["list", PLAN]),
    ("folkmoot log --limit 3 ", ["list", "show"], [PLAN]),
    ("folkmoot log --format ", ["text", "json", "csv"], ["markdown", "list", PLAN]),
    ("folkmoot actions list --format j", ["json"], ["csv"]),
    ("folkmoot actions --format ", ["text", "json", "csv", "ics", "taskwarrior", "todotxt"], ["markdown"]),
    ("folkmoot minutes --format ", ["markdown", "text", "html", "json"], ["csv", "last"]),
    ("folkmoot minutes ", ["last"], ["markdown"]),
    ("folkmoot review --format ", ["text", "markdown", "html"], ["json", "csv"]),
    ("folkmoot manual --format ", ["text", "man", "html"], ["csv"]),
    ("folkmoot completion ", ["bash", "zsh", "fish"], [PLAN]),
    ("folkmoot doctor --re", ["--rebuild", "--reader"], ["--limit", "--linear"]),
    ("folkmoot log --", PROGRAM + ["--format", "--limit"], ["--again", "list"]),
]


class Failed(Exception):
    pass


def must(condition, reason):
    if not condition:
        raise Failed(reason)


def completion(shell):
    done = subprocess.run([RELEASE, "completion", shell], capture_output=True, text=True, timeout=60)
    must(done.returncode == 0, f"completion {shell}: status {done.returncode}: {done.stderr}")
    return done.stdout


def run(folder, *arguments, **keywords):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, cwd=folder, **keywords)
    must(done.returncode == 0 and not done.stderr, f"{arguments[0]}: status {done.returncode}: {done.stderr}")
    return done.stdout


def in_bash(folder, file, lines):
    return [one_in_bash(folder, file, line) for line in lines]


def one_in_bash(folder, file, line):
    words = re.findall(r"[^ =]+|=", line) + ([""] if line.endswith((" ", "=")) else [])
    script = ('set -eu +e; source "$1"; shift; complete -p folkmoot >/dev/null || exit 3\n'
              'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); set +u\n'
              '_folkmoot; printf "%s\\n" "${COMPREPLY[@]}"')
    return run(folder, "bash", "--norc", "-c", script, "bash", str(file), *words).split()


def in_fish(folder, file, lines):
    script = 'source $argv[1]; for line in $argv[2..]; complete -C "$line"; echo "end of line"; end'
    offered = run(folder, "fish", "--no-config", "-c", script, str(file), *lines).split("end of line\n")
    return [[each.split("\t")[0] for each in answer.splitlines()] for answer in offered[:-1]]


def in_zsh(folder, file, lines):
    return [one_in_zsh(folder, file, line) for line in lines]


def one_in_zsh(folder, file, line):
    """The function by itself, with the shell's own helpers put down as what they offer."""
    words = line.split() + ([""] if line.endswith(" ") else [])
    script = ("compdef() { }\n"
              "compadd() { shift; print -rl -- $@ }\n"
              "_files() { print -rl -- * }\n"
              '_describe() { local name=${@[-1]}; print -rl -- ${${(P)name}%%:*} }\n'
              'source "$1"; shift; words=("$@"); CURRENT=$#; _folkmoot')
    offered = run(folder, "zsh", "-f", "-c", script, "zsh", str(file), *words).split()
    return [each for each in offered if each.startswith(words[-1])]


ASK = {"bash": in_bash, "fish": in_fish, "zsh": in_zsh}


def with_file(shell):
    folder = tempfile.TemporaryDirectory()
    pathlib.Path(folder.name, PLAN).touch()
    file = pathlib.Path(folder.name, ".completion")
    file.write_text(completion(shell), "utf-8")
    return folder, file


def offers(shell):
    folder, file = with_file(shell)
    with folder:
        answers = ASK[shell](folder.name, file, [line for line, _, _ in LINES])
        must(len(answers) == len(LINES), f"{len(answers)} answers to {len(LINES)} lines")
        for (line, wanted, unwanted), offered in zip(LINES, answers):
            missing = [each for each in wanted if each not in offered]
            wrong = [each for each in unwanted if each in offered]
            must(not missing and not wrong, f"“{line}”: {missing} not offered, {wrong} offered; all: {offered[:20]}")
            must(len(offered) == len(set(offered)), f"“{line}”: something is offered twice: {offered}")


def bash_with_an_equals_sign():
    folder, file = with_file("bash")
    with folder:
        for line, wanted in (("folkmoot log --format=", ["text", "json", "csv"]), ("folkmoot log --format=j", ["json"]),
                             ("folkmoot --log=run.db lo", ["log"])):
            offered = one_in_bash(folder.name, file, line)
            must(offered == wanted, f"“{line}”: {offered}")


def sound():
    for shell, check in (("bash", ("bash", "-n")), ("zsh", ("zsh", "-n")), ("fish", ("fish", "--no-execute"))):
        folder, file = with_file(shell)
        with folder:
            run(folder.name, *check, str(file))


def zsh_by_hand():
    """A real zsh on a terminal, Tab pressed, the file where it would be installed."""
    folder, file = with_file("zsh")
    with folder:
        file.rename(pathlib.Path(folder.name, "_folkmoot"))
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(folder.name)
            os.execvpe("zsh", ["zsh", "-f", "-i"], os.environ | {"TERM": "dumb", "PS1": "ready> "})
        seen = ""

        def until(pattern, what):
            nonlocal seen
            end = time.monotonic() + 20
            while not re.search(pattern, seen):
                must(time.monotonic() < end, f"{what} did not come: {seen[-300:]!r}")
                if select.select([terminal], [], [], 0.2)[0]:
                    seen += os.read(terminal, 65536).decode("utf-8", "replace")

        try:
            until("ready> ", "the first prompt")
            os.write(terminal, b"fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; print up-$((1 + 1))\n")
            until("up-2", "the completion system")
            seen = ""
            os.write(terminal, b"folkmoot log sho\t")
            until("folkmoot log show ", "show")
            os.write(terminal, b"l\t")
            until(r"log show\W+last", "last")
        finally:
            os.kill(pid, 9)
            os.waitpid(pid, 0)
            os.close(terminal)


TESTS = [
    ("the completions are sound to bash, zsh and fish", sound),
    ("bash offers what can stand there", lambda: offers("bash")),
    ("bash offers values behind an equals sign", bash_with_an_equals_sign),
    ("fish offers what can stand there", lambda: offers("fish")),
    ("zsh offers what can stand there", lambda: offers("zsh")),
    ("zsh on a terminal completes on Tab", zsh_by_hand),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            test()
            print(f"ok {name}", flush=True)
        except (Failed, OSError, ValueError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
