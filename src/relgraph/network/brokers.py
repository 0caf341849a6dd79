"""Brokers: who stands on the paths between two sides."""

from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx

from relgraph.network.measures import undirected


@dataclass(frozen=True, slots=True)
class Broker:
    """A node on the shortest paths between two sides.

    `share` is its part in them, 0 to 1; `near` and `far` are the sentences that tie it to the one side and the other.
    """

    node: str
    share: float
    near: int
    far: int


def brokers(
    graph: "nx.MultiDiGraph[str]", near: Collection[str], far: Collection[str], *, without: Collection[str] = ()
) -> list[Broker]:
    """Everybody through whom a shortest path between the sides runs, the largest share first; not those `without`.

    The measure is betweenness restricted to pairs of one node of each side: over all pairs that a path joins, the mean
    share of their shortest paths on which the node stands, ends not counted (section 3.3, "bounded" and restricted
    variants, of U. Brandes, On variants of shortest-path betweenness centrality and their generic computation, Social
    Networks 30 (2008) 136-145). A node of a side may be a broker for others of its side.
    """
    simple, names = undirected(graph)
    number = {name: index for index, name in enumerate(names)}
    sources = sorted(number[name] for name in set(near) & set(number))
    targets = sorted(number[name] for name in (set(far) - set(near)) & set(number))
    if not sources or not targets:
        return []
    component = simple.connected_components().membership
    pairs = _joined(component, sources, targets)
    # igraph halves what it counts in one direction only
    passed = [2 * paths for paths in simple.betweenness(directed=False, sources=sources, targets=targets)]
    weight = {edge.tuple: int(edge["weight"]) for edge in simple.es}

    def tied(vertex: int, side: Collection[int]) -> int:
        return sum(
            weight[min(vertex, other), max(vertex, other)] for other in simple.neighbors(vertex) if other in side
        )

    ends = frozenset(sources), frozenset(targets)
    found = [
        Broker(names[vertex], round(paths / pairs, 6), tied(vertex, ends[0]), tied(vertex, ends[1]))
        for vertex, paths in enumerate(passed)
        if paths > 1e-9 and names[vertex] not in without
    ]
    return sorted(found, key=lambda broker: (-broker.share, -min(broker.near, broker.far), broker.node))


def _joined(component: list[int], sources: list[int], targets: list[int]) -> int:
    """Pairs of a source and a target that some path joins."""
    there: dict[int, int] = {}
    for target in targets:
        there[component[target]] = there.get(component[target], 0) + 1
    return sum(there.get(component[source], 0) for source in sources)
