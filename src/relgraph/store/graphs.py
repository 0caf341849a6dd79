"""Any graph that somebody can name, one named graph after the other: a store's folder, a build's, a file, an address.

Owns order: the default graph first, then by name; in each, lines of N-Quads by code point. So two of them can be read
side by side, and neither is ever held as a whole.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.store.opening import open_store
from relgraph.store.oxigraph import from_engine, one_line, reading
from relgraph.store.sorting import in_order
from relgraph.store.terms import Term
from relgraph.vocabulary import ID

Graphs = Iterator[tuple[str, Iterator[str]]]
"""Name of a graph as N-Quads write it, empty for the default graph, and its lines; each is read before the next."""

Node = dict[str, list[Term]]
"""Values of one thing by predicate."""

_SOME = 10_000
"""Lines that are parsed at once."""


@contextmanager
def open_graphs(location: str) -> Iterator[Graphs]:
    """Read all graphs of a store's or build's folder, of a file (N-Quads, TriG, JSON-LD), or of an endpoint.

    Raises:
        StoreError: there is nothing, or something else; or, while reading, a line is malformed or has a blank node.
    """
    path = Path(location)
    if "://" in location:
        with open_store(location) as store:
            # A server gives its answer as a whole
            yield _by_graph(store.location, ox.parse("\n".join(store.dump()), ox.RdfFormat.N_QUADS))
    elif path.is_file():
        yield _by_graph(location, _parsed(path))
    else:
        from relgraph.store.embedded import open_embedded

        inner = path / "store"
        with open_embedded(inner if inner.is_dir() and not (path / "CURRENT").exists() else path) as embedded:
            yield embedded.graphs()


def data_alone(graphs: Graphs) -> Graphs:
    """The same graphs without what stands beside our things in the default graph: the ontology of a store."""
    for graph, lines in graphs:
        yield graph, lines if graph else (line for line in lines if line.startswith(f"<{ID}"))


def nodes(lines: Iterable[str]) -> dict[str, Node]:
    """What lines of N-Quads say, by thing.

    >>> nodes(['<a:s> <a:p> "o"@de <a:g> .'])
    {'a:s': {'a:p': [Literal(value='o', datatype=None, language='de')]}}
    """
    found: dict[str, Node] = {}
    for quad in ox.parse("\n".join(lines), ox.RdfFormat.N_QUADS):
        value = from_engine(quad.object)
        if value is not None and isinstance(quad.subject, ox.NamedNode):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(value)
    return found


class Statement(NamedTuple):
    """A line of N-Quads as terms; `graph` is nothing in the default graph."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term | None


def statements(lines: Iterable[str]) -> Iterator[Statement]:
    """What lines of N-Quads say, one by one.

    >>> [str(one.object) for one in statements(['<a:s> <a:p> "o"@de .'])]
    ['o']

    Raises:
        StoreError: a line is malformed.
    """
    waiting = iter(lines)
    try:
        while some := list(islice(waiting, _SOME)):
            yield from map(_statement, ox.parse("\n".join(some), ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise StoreError("quads", f"no N-Quads: {one_line(error)}") from None


def _statement(quad: ox.Quad) -> Statement:
    graph = None if isinstance(quad.graph_name, ox.DefaultGraph) else from_engine(quad.graph_name)
    terms = (from_engine(term) for term in (quad.subject, quad.predicate, quad.object))
    subject, predicate, obj = (term for term in terms if term is not None)  # of a statement, none is
    return Statement(subject, predicate, obj, graph)


def _parsed(path: Path) -> Iterator[ox.Quad]:
    format_ = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None or not format_.supports_datasets:
        raise StoreError(
            path, "is no file that keeps graphs apart: give N-Quads (.nq), TriG (.trig) or JSON-LD (.jsonld)"
        )
    return ox.parse(path=str(path), format=format_)


def _by_graph(location: str, quads: Iterator[ox.Quad]) -> Graphs:
    with closing(in_order(_keyed(location, quads))) as keyed:
        for graph, members in groupby(keyed, key=lambda line: line.partition("\t")[0]):
            yield graph, (line.partition("\t")[2] for line in members)


def _keyed(location: str, quads: Iterator[ox.Quad]) -> Iterator[str]:
    """Each quad as a line with the name of its graph before it; no IRI holds a tab."""
    with reading(location):
        for quad in quads:
            if any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
                raise StoreError(location, f"has a blank node, which has no name to compare by: {quad} .")
            yield f"{'' if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name}\t{quad} ."
