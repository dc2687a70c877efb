"""The cases of one file of tests: named, chosen, run several at once, since most of their time is waiting."""
import multiprocessing
import os
import statistics
import subprocess
import sys
import time

from screen import Failed, Stage

AT_ONCE = 6

TESTS = []


def test(name):
    def keep(function):
        TESTS.append((name, function))
        return function
    return keep


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
    return [line, *stage.figures], stage.measures, time.monotonic() - began


def main(first=()):
    """Those whose name contains an argument, or all; the longest are named `first`, so that others run beside them."""
    names = sys.argv[1:]
    chosen = [i for i, (name, _) in enumerate(TESTS) if not names or any(part in name for part in names)]
    chosen.sort(key=lambda i: not any(part in TESTS[i][0] for part in first))
    failed, measures = 0, {}
    with multiprocessing.get_context("fork").Pool(AT_ONCE) as workers:
        for lines, measured, seconds in workers.imap(run, chosen):
            print("\n".join(lines), flush=True)
            for name, value in measured:
                measures.setdefault(name, []).append(value)
            failed += lines[0].startswith("not ok")
            if "FOLKMOOT_TIMES" in os.environ:
                print(f"# {seconds:.1f} s")
    for name, values in measures.items():
        print(f"# figure: {name}: {min(values):.0f} to {max(values):.0f}, median {statistics.median(values):.0f}, "
              f"of {len(values)}")
    return 1 if failed else 0
