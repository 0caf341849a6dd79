"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from io import BytesIO

import networkx as nx

from relgraph.network.measures import measure


def graphml(graph: "nx.MultiDiGraph[str]") -> bytes:
    """GraphML of the graph with its measures, the same bytes for the same graph.

    Lists become text joined by a space; what is unknown is left out; sentences stay behind, their number goes along.
    """
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    measures = measure(graph)
    for name in sorted(graph):
        data, own = graph.nodes[name], measures[name]
        place = {"degree": own.degree, "betweenness": own.betweenness, "community": own.community}
        flat.add_node(_clean(name), **_flat(data), **place)
    for number, (subject, obj, kind) in enumerate(sorted(graph.edges(keys=True))):
        flat.add_edge(_clean(subject), _clean(obj), key=f"e{number}", **_flat(graph.edges[subject, obj, kind]))
    out = BytesIO()
    # lxml, where installed, would lay the lines out otherwise
    nx.write_graphml_xml(flat, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def _flat(data: dict[str, object]) -> dict[str, str | int | float]:
    return {name: _plain(value) for name, value in sorted(data.items()) if value is not None and name != "statements"}


def _plain(value: object) -> str | int | float:
    if isinstance(value, int | float):
        return value
    return _clean(" ".join(value) if isinstance(value, tuple) else str(value))


def _clean(text: str) -> str:
    r"""Replace each control character that XML 1.0 forbids by U+FFFD.

    >>> _clean("Seoul\x00")
    'Seoul�'
    """
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
