"""How fast releases are read, and in how much memory, beside what one would take instead; `make bench` runs it.

The yardstick is a spaCy blank German pipeline with an entity ruler over the same names: it splits words and finds
names, no more. Each run is a process of its own, the two take turns, and only the seconds that a core worked are
counted, so that what else runs on the machine matters little. A tenth of the releases warms up; the others are read for
the first time, so no cache has seen them.
"""

import argparse
import json
import os
import sys
import tempfile
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

from measuring import in_turn, machine, relgraph, script
from table import Row

LONG = 2500  # characters of a long release, by which speeds of different texts compare
TURNS = 5
SIZES = (120, 480, 1920)
READERS = {"relgraph": "relgraph, the whole reading", "spacy": "spaCy blank German, entity ruler"}


def bundled(most=None):
    """The bundled releases, or so many of them: a tenth to warm up, and the others."""
    from relgraph.releases.reader import read_releases
    from relgraph.resources import folder

    releases = list(islice(read_releases([folder("data") / "releases"]), most))
    return releases[::10], [release for number, release in enumerate(releases) if number % 10]


def labels():
    """Every form that the gazetteer searches, with the type of the first who bears it."""
    from relgraph.names.forms import candidates, form_table

    return {text: candidates(codes)[0].entry.type.value for text, codes in form_table().items()}


def load_relgraph():
    """Reading as a function of releases."""
    from relgraph.extraction.pipeline import extract

    return lambda releases: [extract(release) for release in releases]


def load_spacy():
    """The yardstick as a function of releases."""
    try:
        import spacy
    except ImportError:
        sys.exit("spaCy is missing: pip install 'relgraph[bench]', or make bench")
    pipeline = spacy.blank("de")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": kind, "pattern": name} for name, kind in labels().items()])
    return lambda releases: list(pipeline.pipe(release.text for release in releases))


def measure_speed(reader, most=None):
    """One run: seconds of a core to load and to read, texts and characters read, peak memory in MB."""
    warm, rest = bundled(most)
    start = process_time()
    read = {"relgraph": load_relgraph, "spacy": load_spacy}[reader]()
    read(warm)
    loaded = process_time()
    read(rest)
    done = process_time()
    characters = sum(len(release.text) for release in rest)
    return {"load": loaded - start, "read": done - loaded, "texts": len(rest), "characters": characters, "peak": peak()}


def peak():
    """Most memory that this process has had, in MB."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def measure_one_by_one(size):
    """Peak memory of reading so many releases, none of them kept."""
    from relgraph.extraction.pipeline import extract

    for release in copies(size):
        extract(release)
    return {"peak": peak()}


def copies(size):
    """The bundled releases again and again, each under an id of its own."""
    warm, rest = bundled()
    releases = warm + rest
    for number in range(size):
        release = releases[number % len(releases)]
        yield release.model_copy(update={"id": f"{release.id}.{number}"})


def measure_command(size):
    """Peak memory of `relgraph extract` over a folder of so many releases."""
    from relgraph.releases.markdown import write_markdown

    with tempfile.TemporaryDirectory() as folder:
        for release in copies(size):
            (Path(folder) / f"{release.id}.md").write_text(write_markdown(release), encoding="utf-8")
        took = relgraph(*command(folder))
    return {"peak": took.memory}


def command(folder):
    """Arguments of the command that reads a folder."""
    return ["extract", folder, "--format", "jsonl", "-o", os.devnull]


MEASURES = {"memory": measure_one_by_one, "command": measure_command}


def run(measure, subject):
    """The result of one measure, taken in a process of its own."""
    return script("reading", "--measure", measure, subject)


def compare(turns, tell=print):
    """Tell the speeds of both readers, and give rows with their ratio."""
    results = dict(zip(READERS, in_turn([partial(run, "speed", reader) for reader in READERS], turns), strict=True))
    first = results["relgraph"][0]
    tell(
        f"{first['texts']} bundled releases of {first['characters'] / first['texts']:,.0f} characters on average, "
        f"{len(labels()):,} names, median of {turns} runs each, seconds of one core. "
        f"Measured on {date.today()}: {machine()}.\n"
    )
    tell(f"| reader | texts a second | a second, of {LONG:,} characters | loading, s | memory, MB |")
    tell("| --- | --: | --: | --: | --: |")
    speeds = {}
    for reader, taken in results.items():
        seconds = median(one["read"] for one in taken)
        speeds[reader] = first["texts"] / seconds
        long = first["characters"] / LONG / seconds
        load, most = (median(one[name] for one in taken) for name in ("load", "peak"))
        tell(f"| {READERS[reader]} | {speeds[reader]:.1f} | {long:.1f} | {load:.1f} | {most:.0f} |")
    tell("")
    words = "spaCy, blank with an entity ruler"
    yield Row("reading, a second of one core", speeds["relgraph"], "texts", words, speeds["spacy"], more=True)


def grow(sizes, tell=print):
    """Tell peak memory by number of releases."""
    tell("| releases | memory, read one by one, MB | `relgraph extract`, MB |")
    tell("| --: | --: | --: |")
    for size in sizes:
        tell(f"| {size:,} | {run('memory', size)['peak']:.0f} | {run('command', size)['peak']:.0f} |")
    tell("")


def main():
    """Compare, or take one measure and print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=TURNS, help="runs of each reader")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of releases for the memory")
    parser.add_argument("--measure", nargs=2, metavar=("MEASURE", "SUBJECT"), help="one measure, as JSON")
    parser.add_argument("--most", type=int, help="no more of the bundled releases than these")
    given = parser.parse_args()
    if given.measure:
        measure, subject = given.measure
        taken = measure_speed(subject, given.most) if measure == "speed" else MEASURES[measure](int(subject))
        print(json.dumps(taken))
        return
    print(*compare(given.turns), sep="\n")
    grow(given.sizes)


if __name__ == "__main__":
    main()
