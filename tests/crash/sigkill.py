#!/usr/bin/env python3
"""Kills scripted meetings at random moments and looks at what is left.

After each kill: the log is whole (`doctor`), every act that had been answered is in `log show`, and a copy of the log
is resumed and closed. FOLKMOOT_KILLS sets how many (1,000 unless told), FOLKMOOT_KILL_SEED makes a run repeatable.
"""
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

BIN = os.environ["FOLKMOOT_RELEASE_BIN"]
ROOT = pathlib.Path(os.environ["FOLKMOOT_ROOT"])
KILLS = int(os.environ.get("FOLKMOOT_KILLS", "1000"))
SEED = int(os.environ.get("FOLKMOOT_KILL_SEED", str(int.from_bytes(os.urandom(4), "big"))))
PER_LOG = 10  # kills of one meeting before a new log is begun

PLAN = """
[meeting]
title = "Killed meeting"
group = "Working group"
minutes = 60
[partnership]
name = "Crash test"
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


def run(log, arguments, typed=""):
    return subprocess.run([BIN, "--log", str(log), *arguments], input=typed, capture_output=True, text=True,
                          timeout=60)


def script(rng, first, name):
    """Lines of one run. Notes carry a text of their own, so that each can be found again."""
    lines = ["here all", "next"] if first else ["leave"]
    for n in range(rng.randint(5, 40)):
        lines.append(rng.choice([
            f"note {name}-{n}", f"note {name}-{n}", f"note {name}-{n}", f"decide {name}-{n}",
            f"action Ben: {name}-{n} by friday", f"park {name}-{n}", f"ask {name}-{n}",
            "say 4 well", "pass", "speak Asha", "speak Dara", "hand Ben", "stop", "extend 5 consent", "next",
            "pause", "resume", "undo", "redo"]))
    return "\n".join(lines) + "\n"


def killed(log, plan, rng, first, name):
    """One run, killed. Returns the texts that had been answered as kept."""
    arguments = ["run", str(plan)] if first else ["resume"]
    process = subprocess.Popen([BIN, "--log", str(log), "--linear", *arguments], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        process.stdin.write(script(rng, first, name).encode())
        process.stdin.flush()
    except BrokenPipeError:
        pass
    time.sleep(rng.uniform(0.004, 0.060))  # how long the meeting lives; nothing is asserted about time
    process.kill()
    output = process.stdout.read().decode("utf-8", "replace")
    process.wait()
    process.stdin.close()
    return set(re.findall(rf"kept: (?:Ben: )?({name}-\d+)\b", output)), output


def check(folder, log, answered, number):
    """What must hold after a kill; returns the reason when it does not."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(log.parent, copy)
    copied = copy / log.name
    doctor = run(copied, ["doctor"])
    if doctor.returncode != 0:
        return f"kill {number}: doctor: {doctor.stdout}{doctor.stderr}"
    listed = run(copied, ["log"])
    if listed.returncode != 0:
        return f"kill {number}: log: {listed.stderr}"
    if "Killed meeting" not in listed.stdout:
        return f"kill {number}: answered acts, but no meeting" if answered else None
    # Every act is there, undone ones as well, which log show tells without their words.
    exported = run(copied, ["export"])
    missing = [text for text in answered if text not in exported.stdout]
    if exported.returncode != 0 or missing:
        return f"kill {number}: missing after the kill: {missing} {exported.stderr}"
    if ", closed," in listed.stdout:  # the words themselves had closed it before the kill
        return None
    closed = run(copied, ["--linear", "resume"], "next\n" * 40)
    if closed.returncode != 0 or "The meeting is closed." not in closed.stdout:
        return f"kill {number}: does not resume and close: {closed.stdout[-600:]} {closed.stderr}"
    after = run(copied, ["doctor"])
    return None if after.returncode == 0 else f"kill {number}: doctor after closing: {after.stdout}{after.stderr}"


def one_log(index):
    """PER_LOG kills of one meeting. Returns kills, answered acts, starts that had got nowhere, and reasons."""
    rng = random.Random(SEED * 100003 + index)
    kills = acts = empty = 0
    reasons = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plan = folder / "plan.toml"
        plan.write_text(PLAN)
        log = folder / "data" / "folkmoot.db"
        answered, exists = set(), False
        for kill in range(PER_LOG):
            texts, output = killed(log, plan, rng, not exists, f"k{index}x{kill}")
            kills += 1
            answered |= texts
            acts += len(texts)
            empty += 0 if texts else 1
            if not log.exists():
                if answered:
                    reasons.append(f"log {index}: answered, but there is no log")
                continue
            reason = check(folder, log, answered, index * PER_LOG + kill)
            if reason:
                reasons.append(reason + f"\n{output[-400:]}")
                break
            listed = run(log, ["log"]).stdout
            exists = "Killed meeting" in listed
            if ", closed," in listed:
                shutil.rmtree(log.parent)
                answered, exists = set(), False
    return kills, acts, empty, reasons


def main():
    kills = acts = empty = 0
    reasons = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for done in pool.map(one_log, range((KILLS + PER_LOG - 1) // PER_LOG)):
            kills, acts, empty = kills + done[0], acts + done[1], empty + done[2]
            reasons += done[3]
    print(f"# figure: {kills} kills, {acts} texts had been answered and were all there, "
          f"{empty} kills came before the first, {len(reasons)} failures (seed {SEED})")
    for reason in reasons[:10]:
        print("# " + reason.replace("\n", "\n# "))
    if reasons:
        print("not ok a killed meeting loses no answered act: " + reasons[0].splitlines()[0])
        return 1
    if acts < kills:
        print(f"not ok a killed meeting loses no answered act: only {acts} acts in {kills} kills, the test is too weak")
        return 1
    print("ok a killed meeting loses no answered act, resumes and closes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
