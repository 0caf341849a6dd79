"""Measures of the network: who has many ties, who stands between others, who belongs together.

They look at who is tied to whom, not in which direction or how often; igraph counts, which is fifty times faster than
networkx on large graphs.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import igraph
import networkx as nx

SEED = 20_231_201
"""Any number does; it must only stay the same."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One node's place in the network.

    `degree` counts neighbours; `betweenness` is the share of shortest paths between others that run through the node
    (0 to 1); `community` is the number of its group, 0 for the largest.
    """

    degree: int
    betweenness: float
    community: int


def measure(graph: "nx.MultiDiGraph[str]") -> dict[str, Measures]:
    """Measures of every node, by IRI."""
    simple, names = undirected(graph)
    others = (len(names) - 1) * (len(names) - 2) / 2
    between = simple.betweenness(directed=False)
    groups = communities(graph)
    return {
        name: Measures(degree, round(paths / others, 6) if others > 0 else 0.0, groups[name])
        for name, degree, paths in zip(names, simple.degree(), between, strict=True)
    }


def communities(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Find communities (Leiden, by modularity, weighed by sentences): a number for each node, the largest being 0."""
    simple, names = undirected(graph)
    with seeded():
        parts = simple.community_leiden(objective_function="modularity", weights="weight", n_iterations=10)
    members = [sorted(names[vertex] for vertex in part) for part in parts]
    members.sort(key=lambda part: (-len(part), part))
    return {name: number for number, part in enumerate(members) for name in part}


def neighbourhood(graph: "nx.MultiDiGraph[str]", focus: str, hops: int = 1) -> "nx.MultiDiGraph[str]":
    """Cut out what lies within so many steps of a node, in either direction, with all edges inside.

    >>> graph = nx.MultiDiGraph([("a", "b"), ("c", "b"), ("c", "d")])
    >>> sorted(neighbourhood(graph, "a", hops=2))
    ['a', 'b', 'c']
    """
    near = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), focus, cutoff=hops)
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    part.add_nodes_from((name, graph.nodes[name]) for name in sorted(near))
    for subject, obj, kind in sorted(graph.edges(keys=True)):
        if subject in near and obj in near:
            part.add_edge(subject, obj, key=kind, **graph.edges[subject, obj, kind])
    return part


def undirected(graph: "nx.MultiDiGraph[str]") -> tuple[igraph.Graph, list[str]]:
    """Give each pair of nodes one edge, weighed by sentences; also the names of the vertices in order."""
    names = sorted(graph)
    number = {name: index for index, name in enumerate(names)}
    weights: dict[tuple[int, int], int] = {}
    for subject, obj, data in graph.edges(data=True):
        low, high = sorted((number[subject], number[obj]))
        if low != high:
            weights[low, high] = weights.get((low, high), 0) + int(data.get("sentences", 1))
    pairs = sorted(weights)
    simple = igraph.Graph(n=len(names), edges=pairs, edge_attrs={"weight": [weights[pair] for pair in pairs]})
    return simple, names


@contextmanager
def seeded(seed: int = SEED) -> Iterator[None]:
    """Let igraph draw its random numbers from a seed, and from Python's generator again afterwards."""
    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)
