"""Pages as Chromium shows them, looked over by axe-core: for every test of a page that the program writes.

Chromium comes from Debian, axe-core from the npm registry; tests/run puts its file into build/cache (see fetch_axe in
cmake/setup.sh) and names it in FOLKMOOT_AXE. Nothing is fetched from here, and nothing is served: pages are files.
"""
import html
import json
import os
import pathlib
import re
import subprocess
import tempfile

AXE = pathlib.Path(os.environ["FOLKMOOT_AXE"])
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
NARROW = 320  # CSS pixels: WCAG 1.4.10, reflow
DARK = "--blink-settings=preferredColorScheme=0"

# What looks the page over, at its end. The smallest size of what is clicked, of WCAG 2.2, is off unless asked for.
RUN_AXE = """
<script src="{axe}"></script>
<script>
addEventListener("load", async () => {{
  let said;
  try {{
    const found = await axe.run(document, {{rules: {{"target-size": {{enabled: true}}}}}});
    // Behind the letters of a drawing axe sees the drawing, and cannot tell. They have the colour of the page's other
    // letters, which it can tell, and nothing behind them.
    const clear = "rgba(0, 0, 0, 0)", letters = getComputedStyle(document.body).color;
    const plain = each => getComputedStyle(each).fill === letters && each.closest("svg") !== null &&
        [...document.querySelectorAll("svg, main, body")].every(one => getComputedStyle(one).backgroundColor === clear);
    for (const each of found.incomplete.filter(each => each.id === "color-contrast"))
      each.nodes = each.nodes.filter(node => !plain(document.querySelector(node.target[0])));
    found.incomplete = found.incomplete.filter(each => each.nodes.length > 0);
    const short = each => ({{id: each.id, help: each.help, where: each.nodes.map(node => node.target.join(" "))}});
    said = {{passes: found.passes.length, violations: found.violations.map(short),
            incomplete: found.incomplete.map(short)}};
  }} catch (error) {{ said = {{error: String(error)}}; }}
  const shown = document.createElement("pre");
  shown.id = "said";
  shown.hidden = true;
  shown.textContent = JSON.stringify(said);
  document.body.append(shown);
}});
</script>
"""

# The window cannot be made as narrow as that, a frame can. What it says is the page's width beyond its frame.
IN_A_FRAME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>frame</title></head><body style="margin: 0">
<iframe title="page" style="border: 0; display: block; width: {width}px; height: {height}px" srcdoc="{page}"></iframe>
<script>
addEventListener("load", () => {{
  const root = document.querySelector("iframe").contentDocument.documentElement;
  const shown = document.createElement("pre");
  shown.id = "said";
  shown.hidden = true;
  shown.textContent = JSON.stringify({{beyond: root.scrollWidth - root.clientWidth, width: root.clientWidth}});
  document.body.append(shown);
}});
</script></body></html>
"""


class Failed(Exception):
    pass


def chromium(page, *arguments):
    """Opens a text as a page, in a profile of its own; gives what is printed."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "page.html")
        path.write_text(page, "utf-8")
        done = subprocess.run([*CHROMIUM, f"--user-data-dir={folder}/profile", *arguments, path.as_uri()],
                              capture_output=True, timeout=120)
        if done.returncode != 0:
            raise Failed(f"chromium ended with {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
        return done.stdout.decode("utf-8", "replace")


def said_by(page, *arguments):
    shown = chromium(page, "--dump-dom", "--virtual-time-budget=20000", *arguments)
    found = re.search(r'<pre id="said" hidden="">(.*?)</pre>', shown, re.DOTALL)
    if not found:
        raise Failed("nothing was said about the page in time")
    return json.loads(html.unescape(found[1]))


def looked_over(page, *arguments):
    """What axe says: passes, a count; violations and incomplete, lists of {id, help, where}."""
    if "</body>" not in page:
        raise Failed("the page has no end of its body")
    before, _, after = page.rpartition("</body>")
    said = said_by(before + RUN_AXE.format(axe=AXE.as_uri()) + "</body>" + after, *arguments)
    if "error" in said:
        raise Failed(f"axe could not look at the page: {said['error']}")
    return said


def problems(page):
    """What is wrong with a page, in light and in dark, wide and narrow; what axe could not tell counts as well."""
    found = []
    for scheme, arguments in (("light", ()), ("dark", (DARK,))):
        said = looked_over(page, "--window-size=1280,800", *arguments)
        if said["passes"] < 10:
            found.append(f"{scheme}: only {said['passes']} rules had something to look at")
        for kind in ("violations", "incomplete"):
            found += [f"{scheme}, {kind}: {each['id']}, {each['help']}, at {'; '.join(each['where'][:3])}"
                      for each in said[kind]]
    if beyond := too_wide(page):
        found.append(f"at {NARROW} pixels it is {beyond} pixels too wide")
    return found


def framed(page, height=800):
    return IN_A_FRAME.format(width=NARROW, height=height, page=html.escape(page))


def too_wide(page):
    """By how many pixels a narrow window would have to be moved sideways."""
    said = said_by(framed(page), "--window-size=1280,900")
    if said["width"] > NARROW:
        raise Failed(f"the frame is {said['width']} pixels wide instead of {NARROW}")
    return said["beyond"]


def picture(page, path, width, height=900, *arguments):
    """To be looked at by a person."""
    if width <= NARROW:
        page = framed(page, height)
    chromium(page, f"--window-size={width},{height}", f"--screenshot={path}", *arguments)
