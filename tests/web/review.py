#!/usr/bin/env python3
"""The review as HTML, as a browser and a sheet of paper show it."""
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import axe
from manual import headings_are_in_order, passes, stands_alone
from minutes import HOSTILE, example, folkmoot

PERIOD = ("--from", "2026-11-01", "--to", "2027-03-31")
PEOPLE = [("Asha", "Harbour Voices"), ("Ben", "Harbour Voices"), ("Cara", "Port University"), ("Dev", "Port University"),
          ("Eve", "City Council")]
SVG = "{http://www.w3.org/2000/svg}"


def review(log, *arguments):
    return folkmoot(log, "review", *PERIOD, "--format", "html", *arguments, clock="2027-04-01T12:00:00Z")


def quarter(folder, text="plain words"):
    """Three meetings in which there is something of everything, so that every chart is drawn."""
    log, plan = folder / "quarter.db", folder / "plan.toml"
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    for number, day in enumerate(("2026-11-24", "2026-12-22", "2027-01-19"), 1):
        lines = ["[meeting]", f'title = "Meeting {number}: {quoted[:80]}"', 'group = "Working group"',
                 f"date = {day}T14:00:00", 'zone = "UTC"', "minutes = 60", "[partnership]", f'name = "{quoted[:80]}"',
                 "scale = [1, 5]"]
        for name, partner in PEOPLE:
            lines += ["[[person]]", f'name = "{name}"', f'partner = "{partner} {quoted[:70]}"']
        for objective in ("O1", "O2"):
            lines += ["[[objective]]", f'id = "{objective}"', f'text = "{quoted}"', "review = 2026-12-01"]
        lines += ["[[item]]", f'title = "{quoted[:80]}"', "minutes = 20", 'objectives = ["O1"]', "[pulse]",
                  'instrument = "working-together"']
        plan.write_text("\n".join(lines), "utf-8")
        words = ["here all", "go 1", "speak Asha", "@+600s", "speak Cara", "@+300s", f"decide {text}",
                 "rule vote 3 1 1", f"reserve {text}", f"action Ben: {text} by 2026-12-01", f"action Eve: {text}",
                 f"term {text[:60].replace(':', '')}: {text}", f"concern {text}", "go pulse",
                 *[f"answers 1 2 3 4 {number}"] * 6, "go closing", *["next"] * 12, "close", *["next"] * 8]
        folkmoot(log, "run", str(plan), typed="\n".join(words) + "\n", clock=f"{day}T14:00:00Z")
    return log


def inside(page, begin, end):
    return re.findall(begin + r".*?" + end, page, re.DOTALL)


def charts_are_told(page, least):
    """Each drawing has a title, a description and its table right behind it; all are sound XML."""
    drawn = inside(page, "<svg", "</svg>")
    if len(drawn) < least:
        raise axe.Failed(f"{len(drawn)} charts, not {least}")
    for each in drawn:
        chart = ElementTree.fromstring(each.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
        names = {part.get("id"): (part.text or "").strip() for part in chart if part.tag in (SVG + "title", SVG + "desc")}
        if chart.get("role") != "img" or chart.get("aria-labelledby").split() != list(names) or not all(names.values()):
            raise axe.Failed(f"a chart is not told: {chart.attrib}, {names}")
        if not re.match(r'\s*<div class="wide"[^>]*>\s*<table>', page.split(each)[1]):
            raise axe.Failed("a chart has no table behind it")
        if not list(chart.iter(SVG + "rect")):
            raise axe.Failed("a chart has no bar")


def tables_are_named(page):
    found = inside(page, "<table>", "</table>")
    if not found:
        raise axe.Failed("there is no table")
    for each in found:
        table = ElementTree.fromstring(each.replace("<br>", "<br/>"))
        caption = table.find("caption")
        rows = table.findall("./tbody/tr")
        columns = table.findall("./thead/tr/th")
        if caption is None or not (caption.text or "").strip():
            raise axe.Failed("a table has no caption")
        if not columns or any(column.get("scope") != "col" for column in columns):
            raise axe.Failed(f"{caption.text}: a column without scope")
        for row in rows:
            if row[0].tag != "th" or row[0].get("scope") != "row" or len(row) != len(columns):
                raise axe.Failed(f"{caption.text}: a row without a name, or of another length")


def size_of(picture):
    return struct.unpack(">II", picture.read_bytes()[16:24])


def pictures_are_whole(folder, page):
    """At 1280 and at 320 pixels: the picture is as wide as its window, and the page no wider than that."""
    for width in (1280, 320):
        path = folder / f"{width}.png"
        axe.picture(page, path, width)
        if size_of(path)[0] != width or path.stat().st_size < 5000:
            raise axe.Failed(f"the picture at {width} pixels is {size_of(path)}, {path.stat().st_size} bytes")
    if beyond := axe.too_wide(page):
        raise axe.Failed(f"at 320 pixels the page is {beyond} pixels wider than its window")


def all_hold(folder, page, charts):
    passes(page)
    stands_alone(page)
    headings_are_in_order(page)
    charts_are_told(page, charts)
    tables_are_named(page)
    pictures_are_whole(folder, page)


def of_the_example(folder):
    page = review(example(folder))
    if "Working group 7" not in page:
        raise axe.Failed("the example meeting is not in it")
    all_hold(folder, page, 2)


def of_a_quarter(folder):
    page = review(quarter(folder))
    all_hold(folder, page, 3)
    if "Turns against seats, by partner</title>" not in page:
        raise axe.Failed("the chart of voice is not there")


def markup_is_text(folder):
    page = review(quarter(folder, HOSTILE))
    if "&lt;script&gt;" not in page:
        raise axe.Failed("what was written is not there")
    all_hold(folder, page, 3)


def on_paper(folder):
    """What a printer gets: black on white, nothing that scrolls, no row in two."""
    page = review(quarter(folder))
    measured = page.replace("</body>", """<pre id="said" hidden=""></pre><script>
const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSMediaRule && rule.conditionText === "print");
document.querySelector("head").append(Object.assign(document.createElement("style"),
    {textContent: rules.flatMap(rule => [...rule.cssRules]).map(rule => rule.cssText).join("\\n")}));
const of = (name, what) => [...new Set([...document.querySelectorAll(name)].map(each => getComputedStyle(each)[what]))];
document.querySelector("#said").textContent = JSON.stringify({
    rules: rules.length, ground: of("html", "backgroundColor"), letters: of("html, p, td, th, svg text", "color"),
    bars: of("svg rect", "fill"), scrolls: of(".wide", "overflowX"), table: of("table", "breakInside"),
    row: of("tr", "breakInside"), head: of("thead", "display"), heading: of("h2, h3, caption", "breakAfter")});
</script></body>""")
    said = axe.said_by(measured, axe.DARK)
    black, wanted = "rgb(0, 0, 0)", {"ground": ["rgb(255, 255, 255)"], "scrolls": ["visible"], "table": ["avoid"],
                                     "row": ["avoid"], "head": ["table-header-group"], "heading": ["avoid"]}
    wanted |= {"rules": 1, "letters": [black], "bars": [black]}
    if said != wanted:
        raise axe.Failed(f"on paper it is {said}")
    paper = folder / "review.pdf"
    axe.chromium(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    if not paper.read_bytes().startswith(b"%PDF-"):
        raise axe.Failed("it cannot be printed")


def faults_are_found(folder):
    """The checks above, each given a page in which something is wrong."""
    page = review(quarter(folder))
    first = inside(page, "<svg", "</svg>")[0]
    for what, check, broken in (
            ("a chart without a title", lambda p: charts_are_told(p, 3),
             page.replace(first, re.sub(r"<title.*?</title>", "", first))),
            ("a chart with an empty description", lambda p: charts_are_told(p, 3),
             page.replace(first, re.sub(r"(<desc[^>]*>).*?<", r"\1<", first))),
            ("a chart without a table", lambda p: charts_are_told(p, 3), page.replace(first, first + "<p>between</p>")),
            ("a table without a caption", tables_are_named, re.sub(r"<caption.*?</caption>", "<caption></caption>", page)),
            ("a cell that is missing", tables_are_named, re.sub(r"<td>[^<]*</td>", "", page, count=1)),
            ("pale letters in a chart", passes, page.replace("<text ", '<text style="fill: #bbb" ', 1)),
            ("a wide page", lambda p: pictures_are_whole(folder, p),
             page.replace("<main>", '<main><p style="width: 500px">Wide</p>'))):
        if broken == page:
            raise axe.Failed(f"{what}: nothing was broken")
        try:
            check(broken)
        except axe.Failed:
            continue
        raise axe.Failed(f"{what} was not noticed")


TESTS = [
    ("the HTML review of the example passes axe in light and dark, and its charts and tables are told", of_the_example),
    ("so does the review of a quarter, with every chart", of_a_quarter),
    ("markup that somebody writes stays text in the HTML review, and makes nothing wider", markup_is_text),
    ("on paper the review is black on white, and no table is cut", on_paper),
    ("what these checks are to find is found", faults_are_found),
]


def main():
    failed = False
    for name, test in TESTS:
        try:
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
            print(f"ok {name}", flush=True)
        except (axe.Failed, OSError, ValueError, ElementTree.ParseError, subprocess.SubprocessError) as problem:
            failed = True
            print(f"not ok {name}: " + str(problem).replace("\n", " "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
