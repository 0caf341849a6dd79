"""One graph in every format: RDF, GraphML, and a table of relations.

Owns the list of formats and the files that a build writes; each format is made by the room that knows it.
"""

from relgraph.checking import data_lines
from relgraph.graph.ontology import graph_context
from relgraph.network.graphml import graphml
from relgraph.network.projection import project
from relgraph.relation_table import relation_csv
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise, serialise_by_context

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
