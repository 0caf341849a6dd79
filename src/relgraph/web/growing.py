"""What the explorer fetches as it grows: neighbours to choose from, ties of chosen ones, sentences, paths.

Each function takes the store first and gives JSON, so that it can be asked at the desk. Entities and topics are named
by IRI without what all share, as in the explorer's address: `id/country/JP`, `topic/robotics`.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import networkx as nx

from relgraph.errors import QueryError
from relgraph.explore.evidence import evidence
from relgraph.explore.lines import lines_of
from relgraph.explore.payload import BASE, ordered, part, short
from relgraph.network.paths import shortest_paths
from relgraph.network.surroundings import among, neighbours, stated
from relgraph.network.ties import Choice, tie_graph
from relgraph.store.protocol import Store

MOST_NEW, MOST_HELD, MOST_PAIRS, MOST_PATHS = 200, 2000, 100, 3
"""How many nodes may be added at once, to how many that are there; how many pairs are told, how many paths given."""


def neighbours_json(store: Store, of: str) -> str:
    """Everybody who is tied to a node, the best evidenced first, with sentences by type of relation.

    Raises:
        QueryError: that is no key of a node.
    """
    found = neighbours(store, [full(of)])[full(of)]
    told = [
        {"iri": short(one.iri), "label": one.label, "label_en": one.label_en, "type": one.type,
         "relations": one.relations, "sentences": one.sentences}
        for one in found
    ]  # fmt: skip
    return _json({"neighbours": told})


def part_json(store: Store, new: Sequence[str], held: Sequence[str]) -> str:
    """The new nodes with their ties among each other and to those that the page holds.

    Raises:
        QueryError: one is no key of a node, or they are too many at once.
    """
    if len(new) > MOST_NEW or len(held) > MOST_HELD:
        raise QueryError("part", f"at most {MOST_NEW} new nodes and {MOST_HELD} that are there, at once")
    added = [full(key) for key in new]
    return _json({"part": _part(among(store, {*added, *map(full, held)}, new=added))})


def stated_json(store: Store, pairs: Sequence[tuple[str, str]]) -> str:
    """Relations between the two of each pair, with their statements.

    Raises:
        QueryError: one is no key of a node.
    """
    graph = stated(store, [(full(one), full(other)) for one, other in pairs])
    lines = lines_of(graph)
    return _json({"part": part(graph, lines, {}), "evidence": evidence(graph, lines, ordered(graph, lines))})


def paths_json(store: Store, start: str, end: str) -> str:
    """The nodes of the shortest paths between two nodes, in order, and their ties.

    Raises:
        QueryError: one is no key of a node.
    """
    graph = _network(cast(Any, store))  # which mypy does not know to be hashable
    ends = full(start), full(end)
    found = shortest_paths(graph, *ends, MOST_PATHS) if all(one in graph for one in ends) else []
    nodes = sorted({one for path in found for one in path})
    return _json({
        "paths": [[short(one) for one in path] for path in found], "part": _part(among(store, nodes)) if nodes else None
    })  # fmt: skip


def full(key: str) -> str:
    """IRI of a node from its key; IRIs of others stand as they are.

    >>> full("id/country/JP")
    'https://w3id.org/relgraph/id/country/JP'
    """
    return key if "://" in key else BASE + key


def _part(graph: "nx.MultiDiGraph[str]") -> Mapping[str, object]:
    return part(graph, lines_of(graph), {})


@lru_cache(maxsize=1)
def _network(store: Any) -> "nx.MultiDiGraph[str]":
    """The whole network, which an asker keeps as long as its store is current."""
    return tie_graph(store, Choice(topics=True))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
