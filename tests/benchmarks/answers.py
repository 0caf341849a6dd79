"""How long commands take on many synthetic releases; `make bench` runs it.

Each command runs as a person runs it, in a process of its own: seconds by the clock, seconds of a core, and the most
memory it held. A store is also changed, release by release, and held against what it was. The figures go to
docs/performance.md.
"""

import argparse
import shutil
import tempfile
from datetime import date
from pathlib import Path

from measuring import machine, relgraph
from questions import QUICK, SIZE, counts, example, synthesised
from table import Telling

RELEASE = """---
id: bw-2024-02-01-neu
title: Reise nach Südkorea
date: 2024-02-01
publisher: Staatsministerium Baden-Württemberg
region: Baden-Württemberg
---

Ministerpräsident Winfried Kretschmann reist nach Südkorea.

Baden-Württemberg arbeitet mit Japan in der Forschung zusammen.
"""


def commands(folder, store, release):
    """What is run, in order: words for the table, and the arguments."""
    changed, new = folder / "changed", folder / "neu.md"
    reading = ["--store", store]
    return [
        ("ask, a country", ["ask", "Welche Institutionen in Japan arbeiten mit Baden-Württemberg?", *reading]),
        ("ask, a field", ["ask", "Wer führt bei Halbleitern?", *reading]),
        ("brief Japan", ["brief", "Japan", *reading, "-o", folder / "japan.html"]),
        ("compare Japan China Korea", ["compare", "Japan", "China", "Korea", *reading]),
        ("network", ["network", *reading]),
        ("network --min-confidence 0.6", ["network", "--min-confidence", "0.6", *reading]),
        ("network path", ["network", "path", "Baden-Württemberg", "Japan", *reading]),
        ("review relations --list", ["review", "relations", "--list", *reading]),
        ("retract, one release", ["retract", release, "--store", changed]),
        ("ingest, one release", ["ingest", new, "--machine", "--store", changed]),
        ("diff, before and after", ["diff", store, changed]),
    ]


def measure(folder, store, tell, wanted=None):
    """Run everything, or what is wanted, on a store and on a copy that is changed; tell each line of the page."""
    from relgraph.store.opening import open_store

    shutil.copytree(store, folder / "changed")
    (folder / "neu.md").write_text(RELEASE, encoding="utf-8")
    with open_store(store) as opened:
        release = example(opened, "release")
    had = counts(store)
    tell(f"{had['releases']:,} releases, {had['quads']:,} quads. Measured on {date.today()}: {machine()}.\n")
    tell("| command | clock, s | core, s | memory, MB |")
    tell("| --- | --: | --: | --: |")
    for words, arguments in commands(folder, store, release):
        if wanted and words not in wanted:
            continue
        took = relgraph(*arguments)
        tell(f"| `{words}` | {took.clock:.1f} | {took.core:.1f} | {took.memory:,.0f} |")
    tell("")


def main():
    """Measure, and put the table where the page has a place for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=SIZE)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} releases, and the page stays as it is")
    parser.add_argument("--store", help="a store of synthetic releases, else one is written")
    given = parser.parse_args()
    tell = Telling()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not given.store:
            synthesised(folder / "store", QUICK if given.quick else given.releases)
        measure(folder, Path(given.store or folder / "store"), tell)
    if not given.quick:
        tell.keep("commands")


if __name__ == "__main__":
    main()
