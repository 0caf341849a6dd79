"""How fast communities and brokers are found in a large network, beside networkx; `make bench` runs it.

The network has groups, as real ones do, and is always the same: most edges stay within a group, some lead elsewhere.
Both find communities in a graph of their own kind that is built before; each run is a process of its own, and only the
seconds that a core worked are counted. How good what was found is, modularity tells.
"""

import argparse
import json
import random
from time import process_time

from measuring import script
from table import Row

SEED = 2026
NODES, EDGES = 50_000, 500_000
GROUP = 100  # nodes of a group, on average
INSIDE = 0.8  # of the edges
NAMES = ("relgraph", "networkx")
STARTS = 5  # of shortest paths in networkx


def edges(nodes, wanted):
    """Distinct edges with their numbers of sentences."""
    chance = random.Random(SEED)
    group = [chance.randrange(max(1, nodes // GROUP)) for _ in range(nodes)]
    members = {}
    for node, number in enumerate(group):
        members.setdefault(number, []).append(node)
    found = {}
    while len(found) < wanted:
        one = chance.randrange(nodes)
        other = chance.choice(members[group[one]]) if chance.random() < INSIDE else chance.randrange(nodes)
        if one != other:
            found.setdefault((min(one, other), max(one, other)), chance.choice((1, 1, 1, 2, 3, 5)))
    return sorted(found.items())


def relgraph(nodes, held):
    """Seconds and modularity of what `relgraph network` counts with, and seconds for each start of shortest paths."""
    import igraph

    from relgraph.network.measures import LEAST_PIVOTS, STEPS, estimated, measure_simple, parts_of

    graph = igraph.Graph(n=nodes, edges=[pair for pair, _ in held], edge_attrs={"weight": [w for _, w in held]})
    names = [f"https://example.org/{node:06}" for node in range(nodes)]
    started = process_time()
    numbers = parts_of(graph, names)
    parted = process_time()
    measure_simple(graph, names)  # communities once more, and betweenness
    paths = process_time() - parted - (parted - started)
    starts = max(LEAST_PIVOTS, STEPS // (nodes + len(held))) if estimated(nodes, len(held)) else nodes
    return parted - started, graph.modularity(numbers, weights="weight"), paths / min(starts, nodes)


def networkx(nodes, held):
    """The same of networkx, Louvain and a few starts."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in held)
    started = process_time()
    parts = nx.community.louvain_communities(graph, seed=SEED)
    parted = process_time()
    nx.betweenness_centrality(graph, k=STARTS, seed=SEED)
    paths = process_time() - parted
    return parted - started, nx.community.modularity(graph, parts), paths / STARTS


def measure(subject, nodes, wanted):
    """One run in this process."""
    found = {"relgraph": relgraph, "networkx": networkx}[subject](nodes, edges(nodes, wanted))
    return dict(zip(("seconds", "modularity", "start"), found, strict=True))


def compare(nodes, wanted):
    """Rows for both."""
    ours, theirs = (script("network", "--measure", one, "--nodes", nodes, "--edges", wanted) for one in NAMES)
    size = f"{nodes:,} nodes, {wanted:,} edges"
    yield Row(f"communities, {size}", ours["seconds"], "s", "networkx, Louvain", theirs["seconds"])
    both = (ours["modularity"], "", "networkx, Louvain", theirs["modularity"])
    yield Row("modularity of what was found", *both, more=True)
    yield Row("betweenness, for each start", 1000 * ours["start"], "ms", "networkx", 1000 * theirs["start"])


def main():
    """Compare both, or measure one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=NODES)
    parser.add_argument("--edges", type=int, default=EDGES)
    parser.add_argument("--measure", choices=NAMES, help="one of them, as JSON")
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure, given.nodes, given.edges)))
        return
    for row in compare(given.nodes, given.edges):
        print(row)


if __name__ == "__main__":
    main()
