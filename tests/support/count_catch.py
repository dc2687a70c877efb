"""Counts the test cases in a Catch2 XML report and words the failures.

count_catch.py REPORT STATUS NAMES OUTPUT prints "PASSED FAILED", then what a reader needs of each failure. A program
that died leaves half a report; what is there counts, and the test case it died in is a failure.
"""
import sys
import xml.etree.ElementTree as tree


def where(element):
    return f"{element.get('filename', '?')}:{element.get('line', '?')}"


def text_of(element, name):
    return " ".join((element.findtext(name) or "").split())


def failures(element, path):
    for child in element:
        if child.tag == "Section":
            yield from failures(child, path + [child.get("name", "").strip()])
        elif child.tag == "Expression" and child.get("success") != "true":
            yield f"{where(child)}: {text_of(child, 'Original')} was {text_of(child, 'Expanded')}", path
            for inner in child:
                if inner.tag in ("Exception", "FatalErrorCondition"):
                    yield f"{where(inner)}: {' '.join((inner.text or '').split())}", path
        elif child.tag in ("Failure", "Exception", "FatalErrorCondition"):
            yield f"{where(child)}: {child.tag}: {' '.join((child.text or '').split())}", path
        elif child.tag in ("Info", "Warning"):
            yield f"{child.tag.lower()}: {' '.join((child.text or '').split())}", path


def main():
    report, status, names, output = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    passed, failed, lines, running = 0, 0, [], None
    try:
        for event, element in tree.iterparse(report, events=("start", "end")):
            if element.tag != "TestCase":
                continue
            if event == "start":
                running = element.get("name", "?")
                continue
            running = None
            overall = element.find("OverallResult")
            if overall is not None and overall.get("success") == "true":
                passed += 1
            else:
                failed += 1
                lines.append(f"not ok {element.get('name')}")
                for said, path in failures(element, []):
                    lines.append("#   " + " / ".join(path + [said]))
                for stream in ("StdOut", "StdErr"):
                    for line in (element.findtext(f"OverallResult/{stream}") or "").strip().splitlines():
                        lines.append("#   " + line)
            element.clear()
        whole = True
    except (tree.ParseError, OSError):
        whole = False
    # Catch2 3 refuses a filter that matches nothing; Catch2 2 does not. With names given, both are fine.
    nothing_matched = names > 0 and passed + failed == 0 and status in (0, 2, 4)
    if not nothing_matched and (not whole or (status != 0 and failed == 0) or passed + failed == 0):
        failed += 1
        place = f"in the test case '{running}'" if running else "outside a test case, or without running one"
        lines.append(f"not ok folkmoot_tests: ended with status {status}, {place}")
    if failed:
        with open(output, encoding="utf-8", errors="replace") as file:
            lines += ["#   " + line.rstrip() for line in file.readlines()[-200:]]
    print(passed, failed)
    print("\n".join(lines), end="\n" if lines else "")


main()
