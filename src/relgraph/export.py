"""One graph in every format: RDF, GraphML, and a table of relations.

Owns the list of formats and the files that a build writes; each format is made by the room that knows it.
"""

from collections.abc import Callable, Iterable, Iterator

from relgraph.errors import StoreError
from relgraph.graph.ontology import graph_context, ontology_nquads
from relgraph.network.stream import graphml_of
from relgraph.relation_table import relation_csv
from relgraph.store.block import Block
from relgraph.store.contents import named_graphs, spool_of
from relgraph.store.protocol import Store
from relgraph.store.serialise import FORMATS, pieces
from relgraph.store.spool import Spool

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


def export(store: Store, format_: str) -> Iterator[bytes]:
    """The data of a store, without the ontology, a piece after the other: equal bytes for equal data.

    `format_` is one of `ttl nt nq trig xml jsonld graphml csv`.

    Raises:
        StoreError: there is no such format, the store cannot answer, or holds what the format cannot write.
    """
    if format_ in _OTHERS:
        yield from _OTHERS[format_](store, None)
        return
    if format_ not in FORMATS:
        raise StoreError(format_, f"is no format; there are {', '.join((*FORMATS, *_OTHERS))}")
    with data_spool(store) as spool:
        yield from pieces(spool, format_, context=graph_context())


def exports(store: Store, spool: Spool | None = None) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Name of each of `FILES` and its content in pieces, to be read before the next; the store is read once for all.

    `spool` has the data of the store, where somebody has put it in order already.
    """
    if spool is None:
        with data_spool(store) as own:
            yield from exports(store, own)
        return
    for name, format_ in FILES.items():
        if format_ in FORMATS:
            yield name, pieces(spool, format_, context=graph_context())
        else:
            yield name, _OTHERS[format_](store, (block for block in spool.by_graph() if block.graph))


def data_spool(store: Store) -> Spool:
    """The quads of a store in order, without the ontology."""
    return spool_of(store, frozenset(ontology_nquads()))


def _graphml(store: Store, graphs: Iterable[Block] | None) -> Iterator[bytes]:
    return graphml_of(store, named_graphs(store) if graphs is None else graphs)


_OTHERS: dict[str, Callable[[Store, Iterable[Block] | None], Iterator[bytes]]] = {
    "graphml": _graphml,
    "csv": relation_csv,
}
