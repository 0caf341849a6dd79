"""Builds of a folder of releases, and single releases put in and taken out, beside what reads and loads as much."""

import shutil
from pathlib import Path

from filing import write_file
from measuring import relgraph, script
from synthetic import Synthetic
from table import Row


def steps(files, out, path, release):
    """Arguments of each command, as a person gives them; annotations and decisions play no part."""
    return {
        "build": ["build", files, "--out", out, "--machine"],
        "retract": ["retract", release, "--store", out / "store"],
        "ingest": ["ingest", path, "--machine", "--store", out / "store"],
    }


def compare(files, releases, folder, quads):
    """Rows for the first build, the next of the same files, and one after one file came; for one release out and in."""
    changed = other_release(releases)
    path = write_file(folder, changed)
    step = steps(files, folder / "build", path, changed.id)
    first = relgraph(*step["build"])
    yield Row(f"build of {releases:,} releases", first.clock, "s")
    yield Row("memory of it, at most", first.memory, "MB")
    read = script("peers", "spacy-reading", files)
    raw = script("peers", "oxigraph-load", quads, folder / "raw")
    shutil.rmtree(folder / "raw")
    yield Row("core time of it", first.core, "s", "spaCy finds names, Oxigraph loads", read["core"] + raw["core"])
    yield Row("again, nothing changed", relgraph(*step["build"]).clock, "s", "the first build", first.clock)
    added = write_file(Path(files), changed)
    yield Row("again, one release more", relgraph(*step["build"]).clock, "s", "the first build", first.clock)
    yield Row("retract, one release", relgraph(*step["retract"]).clock, "s", "the first build", first.clock)
    back = relgraph(*step["ingest"])
    yield Row("ingest, one release", back.clock, "s", "the first build", first.clock)
    yield Row("memory of it, at most", back.memory, "MB", "the first build", first.memory)
    added.unlink()


def other_release(releases):
    """A release that is none of the others."""
    return Synthetic(releases, seed=1).release(releases).release
