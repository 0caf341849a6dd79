"""Shortest paths between two nodes: fewest steps, and of those the best evidenced."""

import igraph
import networkx as nx

from relgraph.network.measures import undirected

_LESS = 1e-4  # a step counts 1 and up to so much more the fewer its sentences; no path is ten thousand steps long


def shortest_paths(graph: "nx.MultiDiGraph[str]", start: str, end: str, count: int = 1) -> list[list[str]]:
    """Up to `count` paths from one node to another, shortest first; none where nothing leads there.

    Directions do not count. Of two paths of equal length the one whose ties more sentences state comes first.
    """
    simple, names = undirected(graph)
    number = {name: index for index, name in enumerate(names)}
    lengths = [1 + _LESS / weight for weight in simple.es["weight"]]
    if not _connected(simple, number[start], number[end]):
        return []
    found = simple.get_k_shortest_paths(number[start], number[end], k=count, mode="all", weights=lengths)
    return [[names[vertex] for vertex in path] for path in found]


def _connected(simple: igraph.Graph, start: int, end: int) -> bool:
    return end in simple.subcomponent(start)
