"""Measures of the network: who has many ties, who stands between others, who belongs together.

They look at who is tied to whom and how often, not in which direction; igraph counts, which is fifty times faster than
networkx on large graphs.
"""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

import igraph
import networkx as nx

SEED = 20_231_201
"""Any number does; it must only stay the same."""


STEPS = 50_000_000
"""Steps from node to node that betweenness may take, a few seconds; beyond, it is estimated."""

LEAST_PIVOTS = 50
"""Nodes that an estimate begins from at least."""

ROUNDS, FEW_ROUNDS, MANY_EDGES = 10, 1, 100_000
"""Rounds of the search for communities: each improves the last, but the first gives nearly all."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One node's place in the network.

    `degree` counts neighbours, `strength` the sentences that tie the node to them; `betweenness` is the share of
    shortest paths between others that run through the node (0 to 1); `community` is the number of its group, 0 for the
    largest.
    """

    degree: int
    strength: int
    betweenness: float
    community: int


def measure(graph: "nx.MultiDiGraph[str]", *, weighted: bool = False) -> dict[str, Measures]:
    """Measures of every node, by IRI; `weighted` lets a tie be the shorter the more sentences state it.

    On a large graph betweenness is estimated; `estimated` says whether it is.
    """
    return measure_simple(*undirected(graph), weighted=weighted)


def measure_simple(simple: igraph.Graph, names: list[str], *, weighted: bool = False) -> dict[str, Measures]:
    """Like `measure`, of what `undirected` gives."""
    own = zip(
        simple.degree(),
        map(int, simple.strength(weights="weight")),
        _betweenness(simple, weighted=weighted),
        parts_of(simple, names),
        strict=True,
    )
    return {name: Measures(*figures) for name, figures in zip(names, own, strict=True)}


def places(graph: "nx.MultiDiGraph[str]") -> dict[str, dict[str, int | float]]:
    """Measures of every node as attributes by name, for files of graphs."""
    return {name: asdict(own) for name, own in measure(graph).items()}


def estimated(nodes: int, edges: int) -> bool:
    """Whether betweenness of so large a graph is estimated from some of its nodes."""
    return nodes * (nodes + edges) > STEPS


def _betweenness(simple: igraph.Graph, *, weighted: bool) -> list[float]:
    """Share of shortest paths between others through each vertex, 0 to 1.

    Where all pairs are too many, from a sample of the vertices to all others: U. Brandes and C. Pich, Centrality
    estimation in large networks, International Journal of Bifurcation and Chaos 17 (2007) 2303-2318.
    """
    count = simple.vcount()
    others = (count - 1) * (count - 2) / 2
    if others <= 0:
        return [0.0] * count
    distances = [1 / weight for weight in simple.es["weight"]] if weighted and simple.ecount() else None
    if not estimated(count, simple.ecount()):
        found = simple.betweenness(directed=False, weights=distances)
        return [round(paths / others, 6) for paths in found]
    pivots = max(LEAST_PIVOTS, STEPS // (count + simple.ecount()))
    chosen = sorted(random.Random(SEED).sample(range(count), min(pivots, count)))
    found = simple.betweenness(directed=False, weights=distances, sources=chosen)
    pairs = len(chosen) / count * others  # a path from a pivot counts half, as if it were met from its other end too
    return [min(1.0, round(paths / pairs, 6)) for paths in found]


def communities(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Find communities (Leiden, by modularity, weighed by sentences): a number for each node, the largest being 0.

    V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden: guaranteeing well-connected communities,
    Scientific Reports 9 (2019) 5233.
    """
    simple, names = undirected(graph)
    return dict(zip(names, parts_of(simple, names), strict=True))


def parts_of(simple: igraph.Graph, names: list[str]) -> list[int]:
    """Number of each vertex' community; of two of the same size the one with the first name comes first."""
    rounds = ROUNDS if simple.ecount() <= MANY_EDGES else FEW_ROUNDS
    with seeded():
        parts = simple.community_leiden(objective_function="modularity", weights="weight", n_iterations=rounds)
    members = sorted(parts, key=lambda part: (-len(part), min(names[vertex] for vertex in part)))
    numbers = [0] * len(names)
    for number, part in enumerate(members):
        for vertex in part:
            numbers[vertex] = number
    return numbers


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
    return simple_graph(len(names), weights), names


def simple_graph(nodes: int, weights: Mapping[tuple[int, int], int]) -> igraph.Graph:
    """So many nodes, and an edge for each pair of them, the smaller number first, with its weight."""
    pairs = sorted(weights)
    return igraph.Graph(n=nodes, edges=pairs, edge_attrs={"weight": [weights[pair] for pair in pairs]})


@contextmanager
def seeded(seed: int = SEED) -> Iterator[None]:
    """Let igraph draw its random numbers from a seed, and from Python's generator again afterwards."""
    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)
