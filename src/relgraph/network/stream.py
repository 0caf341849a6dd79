"""The network of a store edge by edge: what `projection.project` makes of it, for files of graphs however large.

Memory holds what is known of nodes and who is tied to whom; statements and edges wait in order in temporary files.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from relgraph.network.flat import clean, plain_of
from relgraph.network.graphml import Edge, Node, written
from relgraph.network.measures import measure_simple, simple_graph
from relgraph.network.nodes import entities, labels_of
from relgraph.network.projection import Edges, Key, edge, edges_of, end_of
from relgraph.network.selects import RELATION_VALUES, RELEASE_VALUES, Row, Selects
from relgraph.network.statement import Source, Statement
from relgraph.store.block import Block, Values
from relgraph.store.sorting import Sorting
from relgraph.vocabulary import ONTOLOGY, PREFIXES

_TYPE, _EVIDENCE, _SUBJECT = PREFIXES["rdf"] + "type", ONTOLOGY + "evidence", ONTOLOGY + "subject"
_SELECTOR, _EXACT, _TITLE = PREFIXES["oa"] + "hasSelector", PREFIXES["oa"] + "exact", PREFIXES["dcterms"] + "title"
_HELD = 8_000_000
"""Bytes of edges that wait in memory."""


def graphml_of(store: Selects, graphs: Iterable[Block]) -> Iterator[bytes]:
    """GraphML of a store, whose named graphs are `graphs`, in pieces; `graphml.graphml` says what it holds."""
    with Sorting() as statements, SpooledTemporaryFile(_HELD) as edges:
        for graph in graphs:
            statements.write(_packed(edges_within(graph)))
        network = _Network(store)
        for key, own in _summed(statements):
            network.add(key, cast(int, own["sentences"]))
            edges.write(json.dumps((*key, plain_of(own))).encode() + b"\n")
        nodes = [*network.measured()]
        yield from written(lambda: nodes, lambda: _numbered(edges))


def edges_within(graph: Block) -> Edges:
    """The statements of one release by subject, other end and type, as `projection.edges_of` gives those of all."""
    nodes, release = graph.values(), graph.graph.decode()[1:-1]
    rows = [*_rows(release, nodes)]
    relations = {str(row["relation"]) for row in rows}
    held = {
        name: {one: sorted(found) for one in relations if (found := nodes[one].get(_whole(term)))}
        for name, term in RELATION_VALUES.items()
    }
    said = nodes.get(release, {})
    known = {name: min(said.get(_whole(term), ()), default=None) for name, term in RELEASE_VALUES.items()}
    titles = said.get(_TITLE) if ONTOLOGY + "Release" in said.get(_TYPE, ()) else None
    return edges_of(rows, {release: Source(release, min(titles), **known)} if titles else {}, held)


def _rows(release: str, nodes: Values) -> Iterator[Row]:
    for iri, said in nodes.items():
        if ONTOLOGY + "Relation" in said.get(_TYPE, ()):
            for evidence in said.get(_EVIDENCE, ()):
                for selector in nodes.get(evidence, {}).get(_SELECTOR, ()):
                    for sentence in nodes.get(selector, {}).get(_EXACT, ()):
                        for subject in said.get(_SUBJECT, ()):
                            for kind in said[_TYPE]:
                                yield {
                                    "release": release, "relation": iri, "type": kind, "subject": subject,
                                    "evidence": evidence, "sentence": sentence,
                                }  # fmt: skip


def _packed(found: Edges) -> bytes:
    """Statements of one release as lines that come in the order of their edges; sentences are numbered."""
    lines: list[str] = []
    numbers: dict[str, int] = {}
    for key, statements in found.items():
        for one in statements:
            source = (one.source.iri, one.source.date, one.source.region)
            number = numbers.setdefault(one.sentence, len(numbers))
            own = (one.status, one.basis, one.confidence, one.topics, one.document, one.event)
            lines.append("\0".join((*key, json.dumps((source, one.relation, number, *own)))) + "\n")
    return "".join(lines).encode()


def _unpacked(line: bytes) -> Statement:
    source, relation, number, status, basis, confidence, topics, document, event = json.loads(line)
    iri, date, region = source
    return Statement(
        relation, str(number), Source(iri, "", date=date, region=region), status=status, basis=basis,
        confidence=confidence, topics=tuple(topics), document=document, event=event,
    )  # fmt: skip


def _summed(statements: Sorting) -> Iterator[tuple[Key, dict[str, object]]]:
    lines = (line.rpartition(b"\0") for batch in statements.batches() for line in batch)
    for head, members in groupby(lines, key=lambda parts: parts[0]):
        subject, other, kind = head.decode().split("\0")
        yield (subject, other, kind), edge((subject, other, kind), [_unpacked(line) for _, _, line in members])


def _numbered(edges: IO[bytes]) -> Iterator[Edge]:
    edges.seek(0)
    for number, line in enumerate(edges):
        subject, other, _, own = json.loads(line)
        yield clean(subject), clean(other), f"e{number}", own


class _Network:
    """All nodes, and who is tied to whom by how many sentences."""

    def __init__(self, store: Selects) -> None:
        self._labels = labels_of(store)
        self._nodes = dict(entities(store, self._labels))
        self._numbers = {name: number for number, name in enumerate(self._nodes)}
        self._weights: dict[tuple[int, int], int] = defaultdict(int)

    def add(self, key: Key, sentences: int) -> None:
        """Take an edge."""
        low, high = sorted(map(self._number, key[:2]))
        self._weights[low, high] += sentences

    def _number(self, end: str) -> int:
        if end not in self._nodes:
            self._nodes[end] = end_of(end, self._labels)
            self._numbers[end] = len(self._numbers)
        return self._numbers[end]

    def measured(self) -> Iterator[Node]:
        """Every node with its measures, by IRI."""
        names = sorted(self._nodes)
        place = {self._numbers[name]: place for place, name in enumerate(names)}
        pairs = ((sorted((place[one], place[other])), n) for (one, other), n in self._weights.items() if one != other)
        own = measure_simple(simple_graph(len(names), {(low, high): n for (low, high), n in pairs}), names)
        for name in names:
            yield clean(name), plain_of(self._nodes[name]) | plain_of(asdict(own[name]))


def _whole(term: str) -> str:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name
