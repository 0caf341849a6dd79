"""The network as GEXF 1.2, the format of Gephi."""

import re
from collections.abc import Mapping

import networkx as nx

from relgraph.network.flat import Plain, flat
from relgraph.network.measures import places

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def gexf(graph: "nx.MultiDiGraph[str]", held: Mapping[str, Mapping[str, Plain]] | None = None) -> bytes:
    """GEXF of the graph with its measures, or with what is `held` of nodes; the same bytes for the same graph.

    Labels are those of the nodes; networkx' date of today is left out.
    """
    made = flat(graph, places(graph) if held is None else held)
    for _, _, data in made.edges(data=True):
        # `type` would say to GEXF whether an edge is directed
        data |= {"relation": data.pop("type", ""), "weight": data.get("sentences", 1)}
    text = "\n".join(nx.generate_gexf(made, encoding="utf-8"))
    return _CLOCK.sub("", text, count=1).encode() + b"\n"
