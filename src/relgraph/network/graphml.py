"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx read.

Written here as networkx writes it, which would hold an element for each value of the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import networkx as nx

from relgraph.network.flat import Plain, flat
from relgraph.network.measures import places

Data = Mapping[str, Plain]
Node = tuple[str, Data]
Edge = tuple[str, str, str, Data]
"""Source, target, id and values."""

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f"""<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="{_SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">
"""
_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE = _TEXT | {ord('"'): "&quot;", ord("\r"): "&#13;", ord("\n"): "&#10;", ord("\t"): "&#09;"}
_PIECE = 10_000
"""Nodes or edges in a piece."""


def graphml(graph: "nx.MultiDiGraph[str]", held: Mapping[str, Mapping[str, Plain]] | None = None) -> bytes:
    """GraphML of the graph with its measures, or with what is `held` of nodes; the same bytes for the same graph.

    Lists become text joined by a space; what is unknown is left out; sentences stay behind, their number goes along.
    """
    made = flat(graph, places(graph) if held is None else held)
    nodes: list[Node] = [*made.nodes.items()]
    edges: list[Edge] = [*made.edges(keys=True, data=True)]
    return b"".join(written(lambda: nodes, lambda: edges))


def written(nodes: Callable[[], Iterable[Node]], edges: Callable[[], Iterable[Edge]]) -> Iterator[bytes]:
    """GraphML of nodes and edges in the order in which they are given, twice each, in pieces."""
    keys = _Keys()
    for _, data in nodes():
        keys.note("node", data)
    for *_, data in edges():
        keys.note("edge", data)
    yield _HEAD.encode() + "".join(keys.declared()).encode()
    elements = _elements(nodes(), edges(), keys)
    first = next(elements, None)
    if first is None:
        yield b'  <graph edgedefault="directed" />\n</graphml>\n'
        return
    held = ['  <graph edgedefault="directed">\n', first]
    for element in elements:
        held.append(element)
        if len(held) >= _PIECE:
            yield "".join(held).encode()
            held = []
    yield "".join([*held, "  </graph>\n</graphml>\n"]).encode()


class _Keys:
    """Numbers of the attributes, in the order in which they are first met."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, type], int] = {}

    def note(self, scope: str, data: Data) -> None:
        """Number what is new."""
        for name, value in data.items():
            self._numbers.setdefault((name, scope, type(value)), len(self._numbers))

    def declared(self) -> Iterator[str]:
        """A line for each, the last first."""
        for (name, scope, kind), number in reversed(self._numbers.items()):
            named = name.translate(_ATTRIBUTE)
            yield f'  <key id="d{number}" for="{scope}" attr.name="{named}" attr.type="{_TYPES[kind]}" />\n'

    def lines(self, scope: str, data: Data) -> Iterator[str]:
        """A line for each value."""
        for name, value in data.items():
            number, text = self._numbers[name, scope, type(value)], str(value).translate(_TEXT)
            yield f'      <data key="d{number}">{text}</data>\n' if text else f'      <data key="d{number}" />\n'


def _elements(nodes: Iterable[Node], edges: Iterable[Edge], keys: _Keys) -> Iterator[str]:
    for name, data in nodes:
        yield _element("node", f'id="{name.translate(_ATTRIBUTE)}"', keys.lines("node", data))
    for source, target, name, data in edges:
        ends = f'source="{source.translate(_ATTRIBUTE)}" target="{target.translate(_ATTRIBUTE)}"'
        yield _element("edge", f'{ends} id="{name.translate(_ATTRIBUTE)}"', keys.lines("edge", data))


def _element(scope: str, attributes: str, lines: Iterable[str]) -> str:
    within = "".join(lines)
    return f"    <{scope} {attributes}>\n{within}    </{scope}>\n" if within else f"    <{scope} {attributes} />\n"
