"""The network as its ties have it: who is tied to whom by what, and how often; no sentence is read for it.

Owns what is left out where somebody asks for less: topics, offices in territories, what was read with doubt.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx

from relgraph.network import selects
from relgraph.network.nodes import TOPIC_TYPE, entities, labels_of, node
from relgraph.network.selects import Row, Selects, required, rows
from relgraph.vocabulary import ONTOLOGY, SYMMETRIC, TERRITORIES, RelationType

_RELATIONS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which ties make the network.

    `topics`: topics are nodes too, tied to who is strong or interested in them. `offices`: people are tied to the
    territory that they hold office in. `min_confidence`: only relations that are read with at least this confidence.
    """

    topics: bool = False
    offices: bool = True
    min_confidence: float = 0.0


@dataclass(slots=True)
class _Edge:
    """All that is counted of one type between two ends."""

    sentences: int = 0
    releases: int = 0
    relations: int = 0
    bases: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)

    def details(self) -> dict[str, object]:
        """All but sentences and bases, as attributes of an edge."""
        return {
            "relations": self.relations, "releases": self.releases, "statuses": tuple(sorted(self.statuses)),
        }  # fmt: skip


_Key = tuple[str, str, RelationType]


def tie_graph(store: Selects, choice: Choice | None = None, *, details: bool = False) -> "nx.MultiDiGraph[str]":
    """Everybody who has a tie as a node, all ties of a type between two of them as one edge.

    An edge has its `sentences` and `bases`; with `details` also `relations`, `releases` and `statuses`, half as much
    again to read.

    Nodes and edges are those of `projection.project`, but for dates, topics and statements of edges, and for nodes
    without an edge. `graph.graph["words"]` holds labels of the ontology's terms by local name and language.
    """
    choice = choice or Choice()
    labels = labels_of(store)
    known = dict(entities(store, labels))
    territories = {iri for iri, data in known.items() if data["type"] in TERRITORIES}
    words = {iri.removeprefix(ONTOLOGY): own for iri, own in sorted(labels.items()) if iri.startswith(ONTOLOGY)}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(words=words)
    edges = _edges(store, choice, details=details)
    for (subject, other, kind), edge in sorted(edges.items()):
        if subject == other or (kind is RelationType.AFFILIATION and not choice.offices and other in territories):
            continue
        for end in (subject, other):
            if end not in graph:
                graph.add_node(end, **(known.get(end) or node(end, TOPIC_TYPE, labels)))
        graph.add_edge(
            subject, other, key=kind.value, type=kind.value, sentences=edge.sentences, bases=tuple(sorted(edge.bases))
        )
        if details:
            graph.edges[subject, other, kind.value].update(edge.details())
    return graph


def _edges(store: Selects, choice: Choice, *, details: bool) -> dict[_Key, _Edge]:
    """Edges out of ties, each of which holds one status of a type between two ends."""
    edges: dict[_Key, _Edge] = defaultdict(_Edge)
    counted: set[str] = set()
    for row in _rows(store, choice, details=details):
        edge, tie = edges[_key(row)], required(row, "tie")
        edge.bases.add(required(row, "basis").removeprefix(ONTOLOGY))
        if details:
            edge.statuses.add(required(row, "status").removeprefix(ONTOLOGY))
        if tie in counted and choice.min_confidence == 0:
            continue  # on another basis, with the counts of all
        counted.add(tie)
        edge.sentences += int(required(row, "sentences"))
        if details:
            edge.releases += int(required(row, "releases"))
            edge.relations += int(required(row, "relations"))
    return edges


def _rows(store: Selects, choice: Choice, *, details: bool) -> Iterator[Row]:
    for topical in (False, True) if choice.topics else (False,):
        question = selects.ties(topical=topical, details=details, min_confidence=choice.min_confidence)
        yield from rows(store, question)


def _key(row: Row) -> _Key:
    """Subject, other end and type; sorted where the order does not count, so that both orders meet."""
    kind = _RELATIONS[required(row, "type")]
    subject, other = required(row, "subject"), required(row, "other")
    first, second = sorted((subject, other)) if kind in SYMMETRIC else (subject, other)
    return first, second, kind
