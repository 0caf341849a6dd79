"""What millions of releases would need, reckoned from what some thousands take: the tables of docs/scale.md.

`scale.py SMALL LARGE` builds so many synthetic releases each and measures; what grows with releases one by one is taken
by the release, what releases share by how it grew from the one number to the other. Nothing beyond that is known.
"""

import argparse
import json
import shutil
import sys
import tempfile
from datetime import date
from math import log
from pathlib import Path
from statistics import fmean

from asking import shared, timed_here
from filing import write_files
from measuring import machine, relgraph, script
from questions import counts
from synthetic import Synthetic
from table import figure, put

from relgraph.store.generations import current_generation
from relgraph.store.opening import open_store

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
SIZES = (1_000, 10_000)
WANTED = (1_000_000, 10_000_000, 100_000_000)
SHARED = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GB, HOUR = 1e9, 3600
LINES = {  # of what was measured: words, what it is divided by to be shown, unit
    "text": ("text, as files", 1e6, "MB"), "reading": ("reading, core time", 1, "s"),
    "clock": ("build, by the clock", 1, "s"), "core": ("build, core time", 1, "s"),
    "memory": ("build, memory at most", 1, "MB"), "quads": ("quads", 1, ""),
    "shared": ("of them what releases share", 1, ""),
    "ties": ("ties", 1, ""), "entities": ("entities", 1, ""), "disk": ("store on disk", 1e6, "MB"),
    "beside": ("shares and changes beside it", 1e6, "MB"), "exports": ("exports", 1e6, "MB"),
    "loading": ("Oxigraph's `bulk_load` of the quads", 1, "s"), "unchanged": ("build again, nothing changed", 1, "s"),
    "one": ("ingest of one release", 1, "s"), "network": ("`relgraph network`, memory at most", 1, "MB"),
    "first": ("a question of the catalogue, first answer, on average", 1, "ms"),
}  # fmt: skip


def measured(size, folder):
    """All that is measured of so many releases."""
    files, out = folder / "files", folder / "build"
    write_files(files, Synthetic(size))
    build = ["build", files, "--out", out, "--machine"]
    first = relgraph(*build)
    again = relgraph(*build)
    store = out / "store"
    had = counts(store)
    with open_store(store) as opened:
        ((number,),) = opened.select(SHARED).rows
    path = next(files.rglob("*.md"))
    one = relgraph("ingest", path, "--machine", "--store", store)
    generation = current_generation(store)
    quads = folder / "all.nq"
    script("peers", "oxigraph-dump", store, "nq", quads)
    loading = script("peers", "oxigraph-load", quads, folder / "raw")
    questions = [times[0] for times in timed_here(store, dict(shared()).items()).values()]
    extract = relgraph("extract", files, "--workers", "1", "--format", "jsonl", "-o", folder / "extracted.jsonl")
    return {
        "text": weight(files), "reading": extract.core, "clock": first.clock, "core": first.core,
        "memory": first.memory,
        "quads": had["quads"], "shared": int(str(number)), "ties": had["ties"], "entities": had["entities"],
        "disk": weight(generation), "beside": weight(out) - weight(generation) - weight(out / "export"),
        "exports": weight(out / "export"), "loading": loading["clock"], "unchanged": again.clock, "one": one.clock,
        "network": relgraph("network", "--store", store).memory, "first": fmean(questions),
    }  # fmt: skip


def weight(folder):
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def reckoned(small, large, number):
    """What so many releases need, by how `large` (releases, figures) has come out of `small`."""
    (few, before), (many, after) = small, large
    each = number / many

    def grown(name):
        exponent = log(after[name] / before[name]) / log(many / few)
        return after[name] * each**exponent

    common = grown("shared")
    quads = (after["quads"] - after["shared"]) * each + common
    ratio = grown("ties") / after["ties"]
    return {
        "text, GB": after["text"] * each / GB,
        "reading, core hours": after["reading"] * each / HOUR,
        "the rest of a build, core hours": max(0, after["core"] - after["reading"]) * quads / after["quads"] / HOUR,
        "quads, millions": quads / 1e6,
        "of them what releases share, millions": common / 1e6,
        "store on disk, GB": after["disk"] / after["quads"] * quads / GB,
        "with shares, changes and exports, GB": (after["disk"] + after["beside"] + after["exports"])
        / after["quads"] * quads / GB,
        "Oxigraph's `bulk_load`, hours": after["loading"] / after["quads"] * quads / HOUR,
        "`relgraph network`, memory, GB": after["network"] * ratio / 1e3,
        "a question, first answer, s": after["first"] * ratio / 1e3,
    }  # fmt: skip


def tables(taken):
    """Both tables, as text: what was measured, and what follows."""
    sizes = sorted(taken)
    yield "| measured, releases | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    yield "| --- |" + " --: |" * len(sizes)
    for name, (words, by, unit) in LINES.items():
        yield f"| {words} | " + " | ".join(f"{figure(taken[size][name] / by)} {unit}" for size in sizes) + " |"
    yield ""
    small, large = ((size, taken[size]) for size in sizes[-2:])
    wanted = [reckoned(small, large, number) for number in WANTED]
    yield "| reckoned, releases | " + " | ".join(f"{number // 10**6} million" for number in WANTED) + " |"
    yield "| --- |" + " --: |" * len(WANTED)
    for name in wanted[0]:
        yield f"| {name} | " + " | ".join(figure(one[name]) for one in wanted) + " |"


def main(argv=None):
    """Measure each number of releases, and write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="two numbers of releases, or more")
    parser.add_argument("--print", action="store_true", help="leave the page as it is")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    parser.add_argument("--kept", type=Path, help="file of figures: those in it are not measured again")
    given = parser.parse_args(argv)
    if len(set(given.sizes)) < 2:
        parser.error("two numbers of releases at least: how things grow is read off them")
    held = json.loads(given.kept.read_text()) if given.kept and given.kept.exists() else {}
    for size in given.sizes:
        if str(size) not in held:
            folder = Path(tempfile.mkdtemp(dir=given.folder))
            try:
                held[str(size)] = measured(size, folder)
            finally:
                shutil.rmtree(folder)
            if given.kept:
                given.kept.write_text(json.dumps(held, indent=1))
    lines = [*tables({size: held[str(size)] for size in given.sizes}), "", f"Measured on {date.today()}: {machine()}."]
    print("\n".join(lines))
    if not given.print:
        put("scale", "\n".join(lines), PAGE)


if __name__ == "__main__":
    sys.exit(main())
