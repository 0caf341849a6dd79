"""Lines of the picture: one for each pair of nodes, strongest first.

A picture with a line for each relation would draw several on top of each other; a line therefore stands for all
relations between two nodes, and a click on it lists them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Line:
    """All relations between two nodes; `edges` are (subject, object, type) of the graph.

    `held` are the sentences behind it, each with its release, where they are at hand.
    """

    ends: tuple[str, str]
    sentences: int
    edges: tuple[tuple[str, str, str], ...]
    held: frozenset[tuple[str, str]] = frozenset()


def lines_of(graph: "nx.MultiDiGraph[str]") -> list[Line]:
    """Lines of the graph, the best evidenced first; between equals, those whose ends have more evidence."""
    pairs: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for subject, obj, kind in sorted(graph.edges(keys=True)):
        low, high = sorted((subject, obj))
        pairs.setdefault((low, high), []).append((subject, obj, kind))
    lines = [_line(graph, ends, edges) for ends, edges in pairs.items()]
    weight = weights(lines)

    def rank(line: Line) -> tuple[int, int, int, tuple[str, str]]:
        low, high = sorted(weight[end] for end in line.ends)
        return -line.sentences, -low, -high, line.ends

    return sorted(lines, key=rank)


def weights(lines: Iterable[Line]) -> dict[str, int]:
    """Sentences behind each node: each once, whatever ties it states; the sum over lines where they are not at hand."""
    found: dict[str, int] = {}
    held: dict[str, set[tuple[str, str]]] = {}
    for line in lines:
        for end in sorted(set(line.ends)):
            known = held.setdefault(end, set())
            before = len(known)
            known |= line.held
            found[end] = found.get(end, 0) + (len(known) - before if line.held else line.sentences)
    return found


def _line(graph: "nx.MultiDiGraph[str]", ends: tuple[str, str], edges: Sequence[tuple[str, str, str]]) -> Line:
    """A line with its distinct sentences; where they are not at hand, with the sum of those behind each edge."""
    own = [graph.edges[edge] for edge in edges]
    if not all("statements" in edge for edge in own):
        return Line(ends, sum(int(edge["sentences"]) for edge in own), tuple(edges))
    held = frozenset((one.source.iri, one.sentence) for edge in own for one in edge["statements"])
    return Line(ends, len(held), tuple(edges), held)
