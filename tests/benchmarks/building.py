"""Builds of a folder of releases, and single releases put in and taken out, beside what reads and loads as much."""

import shutil
from pathlib import Path

from filing import write_file
from measuring import relgraph, script
from synthetic import Synthetic
from table import Row


def build(files, out):
    """A build as a person starts it; annotations and decisions play no part."""
    return relgraph("build", files, "--out", out, "--machine")


def compare(files, releases, folder, quads, patient=True):
    """Rows for builds; tells of the first, of the next of the same files, and of one after one file has changed."""
    out = folder / "build"
    first = build(files, out)
    yield from rows(f"build of {releases:,} releases", first)
    if patient:
        read = script("peers", "spacy-reading", files)
        raw = script("peers", "oxigraph-load", quads, folder / "raw")
        shutil.rmtree(folder / "raw")
        words = "spaCy finds names, Oxigraph loads the quads"
        yield Row("that, core time", first.core, "s", words, read["core"] + raw["core"])
    yield Row("again, nothing changed", build(files, out).clock, "s", "the first build", first.clock)
    changed = other_release(releases)
    path = write_file(Path(files), changed)
    yield Row("again, one release more", build(files, out).clock, "s", "the first build", first.clock)
    path.unlink()
    yield from single(out / "store", changed, folder, first)


def rows(what, took):
    """A row for each figure of a process."""
    yield Row(what, took.clock, "s")
    yield Row("memory of it, at most", took.memory, "MB")


def single(store, release, folder, whole):
    """Rows for one release taken out and put in again."""
    path = write_file(folder, release)
    out = relgraph("retract", release.id, "--store", store)
    back = relgraph("ingest", path, "--machine", "--store", store)
    yield Row("retract, one release", out.clock, "s", "the first build", whole.clock)
    yield Row("ingest, one release", back.clock, "s", "the first build", whole.clock)
    yield Row("memory of it, at most", back.memory, "MB", "the first build", whole.memory)


def other_release(releases):
    """A release that is none of the others."""
    return Synthetic(releases, seed=1).release(releases).release
