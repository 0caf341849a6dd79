"""Lines of the picture: one for each pair of nodes, strongest first.

A picture with a line for each relation would draw several on top of each other; a line therefore stands for all
relations between two nodes, and a click on it lists them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Line:
    """All relations between two nodes; `edges` are (subject, object, type) of the graph."""

    ends: tuple[str, str]
    sentences: int
    edges: tuple[tuple[str, str, str], ...]


def lines_of(graph: "nx.MultiDiGraph[str]") -> list[Line]:
    """Lines of the graph, the best evidenced first; between equals, those whose ends have more evidence."""
    pairs: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for subject, obj, kind in sorted(graph.edges(keys=True)):
        low, high = sorted((subject, obj))
        pairs.setdefault((low, high), []).append((subject, obj, kind))
    lines = [Line(ends, _sentences(graph, edges), tuple(edges)) for ends, edges in pairs.items()]
    weight = weights(lines)

    def rank(line: Line) -> tuple[int, int, int, tuple[str, str]]:
        low, high = sorted(weight[end] for end in line.ends)
        return -line.sentences, -low, -high, line.ends

    return sorted(lines, key=rank)


def weights(lines: Iterable[Line]) -> dict[str, int]:
    """Sentences behind each node: the sum over its lines."""
    found: dict[str, int] = {}
    for line in lines:
        for end in sorted(set(line.ends)):
            found[end] = found.get(end, 0) + line.sentences
    return found


def _sentences(graph: "nx.MultiDiGraph[str]", edges: Sequence[tuple[str, str, str]]) -> int:
    """Distinct sentences behind edges; where they are not at hand, the sum of those behind each."""
    own = [graph.edges[edge] for edge in edges]
    if not all("statements" in edge for edge in own):
        return sum(int(edge["sentences"]) for edge in own)
    return len({(held.source.iri, held.sentence) for edge in own for held in edge["statements"]})
