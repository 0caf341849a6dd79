"""Quads put into a store and written out of one, beside rdflib and raw pyoxigraph."""

import shutil

from measuring import in_turn, relgraph, script
from table import Row

FORMATS = {"ttl": "Turtle", "trig": "TriG", "nq": "N-Quads", "xml": "RDF/XML", "jsonld": "JSON-LD"}


def load(quads, folder, small, turns):
    """Rows for loading the same quads."""
    place = folder / "loaded"

    def loading(name):
        found = script("peers", name, quads, place)
        shutil.rmtree(place)
        return found

    taken = in_turn((lambda: loading("relgraph-load"), lambda: loading("oxigraph-load")), turns)
    ours, raw = (min(one["clock"] for one in held) for held in taken)
    yield Row("load of all quads", ours, "s", "Oxigraph, `bulk_load`", raw)
    if small:
        yield Row("the same", ours, "s", "rdflib, into memory", script("peers", "rdflib-load", quads)["clock"])


def export(store, quads, folder, small):
    """Rows for writing the whole graph in each format; the whole command, beside serialisers alone."""
    to = folder / "exported"
    for format_, name in FORMATS.items():
        took = relgraph("export", "--format", format_, "--store", store, "-o", to)
        if format_ in ("trig", "nq"):
            raw = script("peers", "oxigraph-dump", store, format_, to)
            yield Row(f"export, {name}", took.clock, "s", "pyoxigraph, `dump`", raw["clock"])
        if small:
            theirs = script("peers", "rdflib-export", quads, format_, to)
            yield Row(f"export, {name}", took.clock, "s", "rdflib, `serialize`", theirs["clock"])
        elif format_ not in ("trig", "nq"):
            yield Row(f"export, {name}", took.clock, "s")
        to.unlink()
