"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from collections.abc import Mapping
from io import BytesIO

import networkx as nx

from relgraph.network.flat import Plain, flat
from relgraph.network.measures import places


def graphml(graph: "nx.MultiDiGraph[str]", held: Mapping[str, Mapping[str, Plain]] | None = None) -> bytes:
    """GraphML of the graph with its measures, or with what is `held` of nodes; the same bytes for the same graph.

    Lists become text joined by a space; what is unknown is left out; sentences stay behind, their number goes along.
    """
    out = BytesIO()
    # lxml, where installed, would lay the lines out otherwise
    nx.write_graphml_xml(flat(graph, places(graph) if held is None else held), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()
