"""How fast communities are found in a large network, beside networkx; `make bench` runs it.

The network has groups, as real ones do, and is always the same: most edges stay within a group, some lead elsewhere.
Both find communities in a graph of their own kind that is built before; each run is a process of its own, and only the
seconds that a core worked are counted. How good what was found is, modularity tells.
"""

import argparse
import json
import random
import subprocess
import sys
from time import process_time

SEED = 2026
NODES, EDGES = 50_000, 500_000
GROUP = 100  # nodes of a group, on average
INSIDE = 0.8  # of the edges
NAMES = {"relgraph": "relgraph (Leiden, igraph)", "networkx": "networkx (Louvain)"}


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
    """Seconds and modularity of what `relgraph network communities` counts with."""
    import igraph

    from relgraph.network.measures import parts_of

    graph = igraph.Graph(n=nodes, edges=[pair for pair, _ in held], edge_attrs={"weight": [w for _, w in held]})
    names = [f"https://example.org/{node:06}" for node in range(nodes)]
    started = process_time()
    numbers = parts_of(graph, names)
    return process_time() - started, graph.modularity(numbers, weights="weight")


def networkx(nodes, held):
    """Seconds and modularity of networkx."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in held)
    started = process_time()
    parts = nx.community.louvain_communities(graph, seed=SEED)
    seconds = process_time() - started
    return seconds, nx.community.modularity(graph, parts)


def measure(subject, nodes, wanted):
    """One run in this process."""
    seconds, modularity = {"relgraph": relgraph, "networkx": networkx}[subject](nodes, edges(nodes, wanted))
    return {"seconds": seconds, "modularity": modularity}


def run(subject, nodes, wanted):
    """One run in a process of its own."""
    command = [sys.executable, __file__, "--measure", subject, "--nodes", str(nodes), "--edges", str(wanted)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


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
    print(f"\nCommunities of {given.nodes:,} nodes and {given.edges:,} edges")
    found = {subject: run(subject, given.nodes, given.edges) for subject in NAMES}
    for subject, name in NAMES.items():
        print(f"  {name:<28}{found[subject]['seconds']:8.2f} s   modularity {found[subject]['modularity']:.3f}")
    ratio = found["networkx"]["seconds"] / max(found["relgraph"]["seconds"], 1e-9)
    print(f"  relgraph takes 1/{ratio:.0f} of the time")


if __name__ == "__main__":
    main()
