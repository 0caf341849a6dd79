"""How long the explorer page takes to show its picture, and how smoothly it moves; `make bench` runs it.

Beside it stand pyvis with its defaults and vis-network as it comes, with places given and straight edges, all with the
same nodes and edges in headless Chromium, in one run. A picture is there when the browser has drawn it, counted from
the start of navigation; frames are counted while the mouse drags the picture. Medians of several turns. The figures go
to docs/performance.md.
"""

import argparse
import json
import statistics
import sys
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

from drawn import core, network
from measuring import machine
from table import Row, Telling

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))  # as pytest has it

from watching import CHROMIUM, FLAGS

RELEASES, QUICK, SMALL = 10_000, 1_000, (2_000, 6_000)
TURNS, PATIENCE, DRAG = 5, 120, 60
# counts what a canvas is filled with: the first frame with `wanted` signs is the picture
WATCH = """(wanted) => {
  const kind = CanvasRenderingContext2D.prototype, { fill, clearRect } = kind;
  window.picture = { at: null, redraws: 0 };
  let filled = 0;
  kind.fill = function (...given) {
    filled += 1;
    if (filled === wanted && window.picture.at === null)
      requestAnimationFrame(() => { window.picture.at ??= performance.now(); });
    return fill.apply(this, given);
  };
  kind.clearRect = function (...given) {
    filled = 0;
    window.picture.redraws += 1;
    return clearRect.apply(this, given);
  };
}"""
PLAIN = """<!doctype html><meta charset="utf-8"><style>#net {{ width: 900px; height: 800px }}</style>
<div id="net"></div>
<script>{library}</script>
<script>new vis.Network(document.getElementById("net"), {data}, {options});</script>"""
STRAIGHT = {"physics": {"enabled": False}, "edges": {"smooth": False}}


def explorer(graph):
    """Our page, as it comes."""
    from relgraph.explore.page import explorer_page

    return explorer_page(graph)


def pairs(graph):
    """Nodes with places, and edges between them, one for each line."""
    from relgraph.explore.discs import discs_of
    from relgraph.explore.lines import lines_of

    held = lines_of(graph)
    places = discs_of(held).places
    number = {name: index for index, name in enumerate(places)}
    nodes = [
        {"id": number[name], "label": graph.nodes[name]["label"], "x": x, "y": y} for name, (x, y) in places.items()
    ]
    return nodes, [{"from": number[line.ends[0]], "to": number[line.ends[1]]} for line in held]


def plain(graph):
    """vis-network with places given and straight edges, all else by default."""
    from relgraph.explore.embedding import vis_network

    nodes, edges = pairs(graph)
    data = json.dumps({"nodes": nodes, "edges": edges}).replace("<", "\\u003c")
    return PLAIN.format(library=vis_network(), data=data, options=json.dumps(STRAIGHT))


def pyvis(graph):
    """What pyvis writes by default; what it would fetch is not fetched."""
    from pyvis.network import Network

    nodes, edges = pairs(graph)
    net = Network(cdn_resources="in_line")
    net.add_nodes([node["id"] for node in nodes], label=[node["label"] for node in nodes])
    net.add_edges([(edge["from"], edge["to"]) for edge in edges])
    return net.generate_html()


@contextmanager
def opened(browser, text, wanted, fragment=""):
    """A page that is being opened, once its picture is there; None where patience ended before."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        try:
            page = context.new_page()
            page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
            page.add_init_script(f"({WATCH})({wanted})")
            page.goto(path.as_uri() + fragment, wait_until="commit")
            end = perf_counter() + PATIENCE
            while not page.evaluate("window.picture.at") and perf_counter() < end:
                page.wait_for_timeout(50)
            yield page if page.evaluate("window.picture.at") else None
        finally:
            context.close()


def frames(page):
    """Frames a second while the picture is dragged to and fro."""
    page.wait_for_load_state()
    page.wait_for_timeout(500)
    box = page.locator("canvas").first.bounding_box()
    x, y = box["x"] + 12, box["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y + 8)
    before, start = page.evaluate("window.picture.redraws"), perf_counter()
    for step in range(DRAG):
        page.mouse.move(x + 8 + 3 * step, y + 8 + 2 * step)
    seconds = perf_counter() - start
    redraws = page.evaluate("window.picture.redraws") - before
    page.mouse.up()
    return redraws / seconds


def measured(browser, pages, turns):
    """Median and best of seconds to the first picture, median of frames a second; None where patience ended.

    Pages (text, signs to wait for, end of the address) are opened in turn, so that what else runs disturbs all alike.
    """
    times, rates = [[] for _ in pages], [[] for _ in pages]
    for _ in range(turns):
        for number, (text, wanted, fragment) in enumerate(pages):
            with opened(browser, text, wanted, fragment) as page:
                if page is not None:
                    times[number].append(page.evaluate("window.picture.at") / 1000)
                    rates[number].append(frames(page))
    return [
        (statistics.median(own), min(own), statistics.median(moved)) if own else (None, None, None)
        for own, moved in zip(times, rates, strict=True)
    ]


def row(name, found, build=None, size=None):
    """A line of the table."""
    seconds, best, rate = found
    first = f"> {PATIENCE} | " if seconds is None else f"{seconds:.2f} | {best:.2f}"
    moves = "–" if rate is None else f"{rate:.0f}"
    made = "" if build is None else f"{build:.1f}"
    held = "" if size is None else f"{size / 1e6:.1f}"
    return f"| {name} | {first} | {moves} | {made} | {held} |"


def timed(make, graph):
    """Text of a page, and how long it took to make."""
    start = perf_counter()
    text = make(graph)
    return text, perf_counter() - start


def measure(large, small, turns, tell, patient=True):
    """Measure all pages; tell each line of the table, and give rows beside the others."""
    from playwright.sync_api import sync_playwright

    part = core(large, *small)
    nodes = part.number_of_nodes()
    tell(
        f"{nodes:,} nodes with {small[1]:,} lines out of {large.number_of_nodes():,} with "
        f"{large.number_of_edges():,} relations. Medians and the best of {turns}. "
        f"Measured on {date.today()}: {machine()}.\n"
    )
    tell("| page | first picture, s | best, s | frames/s | made in, s | MB |")
    tell("| --- | --: | --: | --: | --: | --: |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        ours, build = timed(explorer, part)
        pages = [(ours, 20, ""), (ours, nodes, "#all=true"), (plain(part), nodes, "")]
        opened_first, whole, bare = measured(browser, pages, turns)
        tell(row("the explorer as it opens", opened_first, build, len(ours.encode())))
        tell(row(f"the explorer, all {nodes:,} nodes", whole))
        tell(row("vis-network, places given, straight edges", bare))
        peer = measured(browser, [(pyvis(part), nodes, "")], 1)[0] if patient else None
        if peer:
            tell(row("pyvis with its defaults", peer))
        ours, build = timed(explorer, large)
        count = f"{large.number_of_nodes():,} nodes"
        first, grouped = measured(browser, [(ours, 20, ""), (ours, 20, "#all=true")], turns)
        tell(row(f"the explorer of {count}", first, build, len(ours.encode())))
        tell(row(f"the explorer of {count}, all, in groups", grouped))
        browser.close()
    if whole[0] and bare[0]:
        tell(
            f"\nAll nodes take {whole[1] / bare[1]:.1f} times as long as vis-network at best, "
            f"and move with {whole[2] / bare[2]:.1f} times its frames.\n"
        )
    words = "vis-network, places given"
    yield Row(f"first picture of the explorer, {nodes:,} nodes", opened_first[0], "s", words, bare[0])
    yield Row("of all its nodes at once", whole[0], "s", words, bare[0])
    yield Row("frames a second while it moves", whole[2], "", words, bare[2], more=True)
    if peer:
        waited = peer[0] or PATIENCE
        yield Row(f"first picture, {nodes:,} nodes", opened_first[0], "s", "pyvis", waited, gave_up=peer[0] is None)


def main():
    """Measure, and put the table where the page has a place for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the releases, and docs stay as they are")
    parser.add_argument("--print", action="store_true", help="leave docs as they are")
    parser.add_argument("--releases", type=int, default=RELEASES)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--nodes", type=int, default=SMALL[0])
    parser.add_argument("--lines", type=int, default=SMALL[1])
    parser.add_argument("--without-pyvis", action="store_true", help="it takes minutes")
    given = parser.parse_args()
    tell = Telling()
    releases, turns = (QUICK, 1) if given.quick else (given.releases, given.turns)
    small = (given.nodes // 4, given.lines // 4) if given.quick else (given.nodes, given.lines)
    rows = measure(network(releases), small, turns, tell, patient=not (given.without_pyvis or given.quick))
    print(*rows, sep="\n")
    if not (given.quick or given.print):
        tell.keep("the explorer page")


if __name__ == "__main__":
    main()
