"""From what a user types to a node of the graph."""

import networkx as nx
from rapidfuzz import process

from relgraph.errors import UnknownName


def find_node(graph: "nx.MultiDiGraph[str]", name: str) -> str:
    """IRI of the node that has this IRI, label (German or English), or ISO 3166 code; case does not count.

    Of several nodes with one label the one with the most edges is meant.

    Raises:
        UnknownName: no node is called so; the suggestions are labels that come near.
    """
    if name in graph:
        return name
    named: dict[str, list[str]] = {}
    for iri, data in graph.nodes(data=True):
        for key in {data["label"], data["label_en"], data["code"]} - {None}:
            named.setdefault(key.casefold(), []).append(iri)
    if found := named.get(name.strip().casefold()):
        return min(found, key=lambda iri: (-graph.degree(iri), iri))
    labels = sorted({data["label"] for _, data in graph.nodes(data=True)})
    near = process.extract(name, labels, limit=3, score_cutoff=60)
    raise UnknownName(name, "entity", [label for label, _, _ in near])
