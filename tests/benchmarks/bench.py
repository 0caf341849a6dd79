"""How fast relgraph is beside what one would take instead: one table, a row for each figure; `make bench` runs it.

Synthetic releases are written as files and built, and written as a store; each part measures its own on them, ours and
the peer in the same run. Tables of docs/performance.md are written anew: that of the ratios for each number of
releases, with machine and day, and behind it those of the parts.
"""

import argparse
import json
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import monotonic
from types import SimpleNamespace

import answers
import asking
import building
import page
import questions
import serving
import starting
import storing
from drawn import network as drawn
from filing import write_files
from measuring import machine
from peers import versions
from synthetic import Synthetic
from table import HEAD, Row, Telling, put_among

import network
import reading

SIZE, QUICK = 10_000, 100
BARE = frozenset({"reading", "network", "page"})  # parts that need neither files nor store
FEW = 1_000  # releases that rdflib carries, and looks at in time


class Ground:
    """What is measured on: so many releases as files, as a store, and as quads."""

    def __init__(self, folder, given):
        self.folder, self.given = folder, given
        self.releases = given.releases or (QUICK if given.quick else SIZE)
        self.small, self.turns = self.releases <= FEW, 1 if given.quick else 3
        self.files, self.store, self.quads = folder / "files", folder / "store", folder / "all.nq"

    def written(self):
        """Write all of it; rows that say what that took."""
        write_files(self.files, Synthetic(self.releases))
        if self.given.store:
            self.store = Path(self.given.store)
        else:
            took = questions.synthesised(self.store, self.releases)
            yield Row(f"store of {self.releases:,} releases, written without reading", took.clock, "s")
            yield Row("memory of it, at most", took.memory, "MB")
        import pyoxigraph as ox

        from relgraph.store.generations import current_generation

        ox.Store.read_only(str(current_generation(self.store))).dump(self.quads, ox.RdfFormat.N_QUADS)


def parts(ground, tables):
    """Each part with its rows; tables of their own go to `tables`."""
    quick, few = ground.given.quick, ground.given.quick or ground.given.few
    place, quads, small = ground.folder, ground.quads, ground.small
    whole = ground.releases == SIZE and not quick  # the number that parts have tables of their own for

    def served():
        given = SimpleNamespace(few=few, quick=quick, readers=serving.READERS)
        return serving.measure(ground.store, given, tables("pages"))

    def drew():
        turns, few_nodes = (1, (500, 1500)) if quick else (page.TURNS, page.SMALL)
        return page.measure(drawn(ground.releases), few_nodes, turns, tables("the explorer page"), patient=not quick)

    def read():
        yield from reading.compare(1 if quick else reading.TURNS, tables("reading"))
        reading.grow(reading.SIZES if whole else (120,), tables("reading"))

    def asked():
        yield from asking.compare(ground.store, quads, place, small, quick)
        if whole:
            questions.measure(ground.store, tables("questions"))

    def commanded():
        yield from starting.compare(ground.store, quads, small, 3 if quick else starting.TURNS)
        if whole:
            answers.measure(place, ground.store, tables("commands"))

    yield "synthetic", ground.written
    yield "reading", read
    yield "build", lambda: building.compare(ground.files, ground.releases, place, quads)
    yield "load", lambda: storing.load(quads, place, small, ground.turns)
    yield "questions", asked
    yield "export", lambda: storing.export(ground.store, quads, place, small)
    yield "network", lambda: network.compare(*((5_000, 50_000) if quick else (network.NODES, network.EDGES)))
    yield "start", commanded
    yield "serving", served
    yield "page", drew


def measure(ground, only, held):
    """All parts, or some: rows of the table by part into `held`, and the other tables by name."""
    others = {}
    print(HEAD)
    for name, rows in parts(ground, lambda name: others.setdefault(name, Telling())):
        if not only or name in only or (name == "synthetic" and not BARE.issuperset(only)):
            told, begun = Telling(), monotonic()
            for row in rows():
                told(str(row))
            print(f"{name}: {monotonic() - begun:,.0f} s", file=sys.stderr)
            if told.lines or name != "synthetic":
                held[name] = told.lines
    return others


def main(argv=None):
    """Measure, and put the tables where the page has a place for them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, help=f"{SIZE:,} by default, {QUICK:,} with --quick")
    parser.add_argument("--quick", action="store_true", help="some four minutes; the page stays as it is")
    parser.add_argument("--few", action="store_true", help="fewer questions of readers")
    parser.add_argument("--only", nargs="+", metavar="PART", help="parts that are measured")
    parser.add_argument("--kept", type=Path, help="file of rows: those of other parts are taken from it")
    parser.add_argument("--store", help="a store of so many synthetic releases, else one is written")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    parser.add_argument("--print", action="store_true", help="leave the page as it is")
    given = parser.parse_args(argv)
    held = json.loads(given.kept.read_text()) if given.kept and given.kept.exists() else {}
    folder = Path(tempfile.mkdtemp(dir=given.folder))
    try:
        ground = Ground(folder, given)
        head = f"releases\n\nMeasured on {date.today()}: {machine()}; {versions()}.\n"
        print(f"{ground.releases:,} {head}")
        others = measure(ground, given.only, held)
    finally:
        if given.kept:
            given.kept.write_text(json.dumps(held, indent=1))
        shutil.rmtree(folder)
    if not (given.quick or given.print or (given.only and not given.kept)):
        rows = [row for name, _ in parts(ground, None) for row in held.get(name, ())]
        put_among("ratios", ground.releases, "\n".join((head, HEAD, *rows)))
        if ground.releases == SIZE:
            for name, table in others.items():
                table.keep(name, SIZE if name == "questions" else None)


if __name__ == "__main__":
    main()
