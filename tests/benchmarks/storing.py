"""Quads put into a store and written out of one, beside rdflib and raw pyoxigraph."""

import shutil

from measuring import in_turn, relgraph, script
from table import Row

FORMATS = {"ttl": "Turtle", "trig": "TriG", "nq": "N-Quads", "xml": "RDF/XML", "jsonld": "JSON-LD"}
RAW = ("trig", "nq")  # that hold named graphs


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
    theirs = script("peers", "rdflib-export", quads, to, *FORMATS) if small else {}
    for format_, name in FORMATS.items():
        took = relgraph("export", "--format", format_, "--store", store, "-o", to).clock
        if format_ in RAW:
            raw = script("peers", "oxigraph-dump", store, format_, to)
            yield Row(f"export, {name}", took, "s", "pyoxigraph, `dump`", raw["clock"])
        if small:
            yield Row(f"export, {name}", took, "s", "rdflib, `serialize`", theirs[format_])
        elif format_ not in RAW:
            yield Row(f"export, {name}", took, "s")
    to.unlink()
