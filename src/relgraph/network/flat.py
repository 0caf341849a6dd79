"""A graph with plain attributes, as files of graphs take them: numbers and text, no control characters."""

from collections.abc import Mapping

import networkx as nx

Plain = str | int | float


def flat(graph: "nx.MultiDiGraph[str]", places: Mapping[str, Mapping[str, Plain]]) -> "nx.MultiDiGraph[str]":
    """The graph in a fixed order, with further attributes for nodes; edges are numbered, statements stay behind.

    Lists become text joined by a space; what is unknown is left out.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted(graph):
        made.add_node(clean(name), **plain_of(graph.nodes[name]), **plain_of(places.get(name, {})))
    for number, (subject, obj, kind) in enumerate(sorted(graph.edges(keys=True))):
        made.add_edge(clean(subject), clean(obj), key=f"e{number}", **plain_of(graph.edges[subject, obj, kind]))
    return made


def plain_of(data: Mapping[str, object]) -> dict[str, Plain]:
    """Attributes as numbers and text, by name, without what is unknown and without statements."""
    return {name: _plain(value) for name, value in sorted(data.items()) if value is not None and name != "statements"}


def _plain(value: object) -> Plain:
    if isinstance(value, int | float):
        return value
    return clean(" ".join(value) if isinstance(value, tuple) else str(value))


def clean(text: str) -> str:
    r"""Replace each control character that XML 1.0 forbids by U+FFFD.

    >>> clean("Seoul\x00")
    'Seoul�'
    """
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
