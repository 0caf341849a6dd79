"""One graph in every format: RDF, GraphML, and a table of relations.

Owns the list of formats and the files that a build writes; each format is made by the room that knows it.
"""

from collections.abc import Iterator

from relgraph.checking import data_lines
from relgraph.graph.ontology import graph_context
from relgraph.network.graphml import graphml
from relgraph.network.projection import project
from relgraph.relation_table import relation_csv
from relgraph.store.protocol import Store
from relgraph.store.serialise import FORMATS, serialise, serialise_by_context, serialise_each

FILES = {
    "relgraph.ttl": "ttl",
    "relgraph.trig": "trig",
    "relgraph.nq": "nq",
    "relgraph.jsonld": "jsonld",
    "relgraph.rdf": "xml",
    "relgraph.graphml": "graphml",
    "relations.csv": "csv",
}
"""Name and format of each file in `DIR/export/`."""


def export(store: Store, format_: str) -> bytes:
    """The data of a store, without the ontology: equal bytes for equal data.

    `format_` is one of `ttl nt nq trig xml jsonld graphml csv`.
    """
    match format_:
        case "graphml":
            return graphml(project(store))
        case "csv":
            return relation_csv(store).encode()
        case "jsonld":
            return serialise_by_context(data_lines(store), graph_context())
        case _:
            return serialise(data_lines(store), format_)


def exports(store: Store) -> Iterator[tuple[str, bytes]]:
    """Name and content of each of `FILES`, one after the other; all that is RDF is read and put in order once."""
    names = {format_: name for name, format_ in FILES.items()}
    formats = [format_ for format_ in names if format_ in FORMATS]
    for format_, content in serialise_each(data_lines(store), formats, context=graph_context()):
        yield names[format_], content
    for format_, name in names.items():
        if format_ not in FORMATS:
            yield name, export(store, format_)
