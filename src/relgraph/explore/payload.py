"""The data of the explorer page, first block: who there is, and what ties them with how much evidence.

Sentences and releases stand in a second block (`evidence`), which the page reads when they are asked for.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import networkx as nx

from relgraph.explore.columns import table
from relgraph.explore.lines import Line, weights
from relgraph.vocabulary import ID, EntityType

Item = dict[str, object]
Row = dict[str, Hashable]

BASE = ID.removesuffix("id/")
"""What IRIs of the page begin with that are given without a scheme."""


def short(iri: str) -> str:
    """IRI without what all share.

    >>> short("https://w3id.org/relgraph/id/country/JP")
    'id/country/JP'
    """
    return iri.removeprefix(BASE)


def part(
    graph: "nx.MultiDiGraph[str]", lines: Sequence[Line], places: Mapping[str, tuple[int, int]],
    groups: Mapping[str, int] = MappingProxyType({}),
) -> Item:  # fmt: skip
    """Nodes, lines and relations as tables, with labels of topics and of the territories that nodes lie in.

    Nodes are numbered as `ordered` has them, relations as `edges` gives them. `places` says where nodes stand,
    `groups` in which disc.
    """
    nodes = ordered(graph, lines)
    number = {name: index for index, name in enumerate(nodes)}
    weight, within = weights(lines), Around(graph)
    return {
        "nodes": table([
            _node(name, graph, number, within, weight) | _spot(places.get(name), groups.get(name)) for name in nodes
        ]),
        "lines": table([
            {"low": number[line.ends[0]], "high": number[line.ends[1]], "sentences": line.sentences} for line in lines
        ]),
        "relations": table([_relation(graph, edge, index, number) for index, edge in edges(lines)]),
        "topics": graph.graph["topics"],
        "territories": within.labels,
    }  # fmt: skip


def ordered(graph: "nx.MultiDiGraph[str]", lines: Iterable[Line]) -> list[str]:
    """Nodes with most evidence first, those without any line last."""
    weight = weights(lines)
    return [*sorted(weight, key=lambda name: (-weight[name], name)), *sorted(set(graph) - set(weight))]


def edges(lines: Iterable[Line]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Every edge (subject, object, type) behind the lines, with the number of its line."""
    return ((index, edge) for index, line in enumerate(lines) for edge in line.edges)


def totals(graph: "nx.MultiDiGraph[str]") -> Item:
    """What there is in all: entities, relations, sentences and releases."""
    held = {(one.source.iri, one.sentence) for *_, data in graph.edges(data=True) for one in data["statements"]}
    return {
        "entities": sum(data["type"] in set(EntityType) for _, data in graph.nodes(data=True)),
        "relations": graph.number_of_edges(),
        "sentences": len(held),
        "releases": len({release for release, _ in held}),
    }


def calendar(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Releases by month of publication; by year where no month is known."""
    dates = {one.source.iri: one.source.date for *_, data in graph.edges(data=True) for one in data["statements"]}
    return dict(sorted(Counter(date[:7] for date in dates.values() if date).items()))


class Around:
    """The state and the region that a node lies in or stands for; gathers labels of those that were asked for."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self.labels: dict[str, dict[str, str]] = {}
        self._graph, self._within = graph, graph.graph.get("within", {})

    def of(self, name: str) -> Row:
        """`country` and `region` in short form, the first of several by IRI; None where there is none."""
        around = (name, *self._within.get(name, ()))
        found = {kind: next((one for one in around if self._type(one) == kind), None) for kind in ("Country", "Region")}
        for one in filter(None, found.values()):
            data = self._graph.nodes[one]
            self.labels.setdefault(short(one), {"de": data["label"], "en": data["label_en"] or data["label"]})
        return {kind.lower(): one and short(one) for kind, one in found.items()}

    def _type(self, name: str) -> object:
        return self._graph.nodes[name]["type"] if name in self._graph else None


def _node(
    name: str, graph: "nx.MultiDiGraph[str]", number: Mapping[str, int], within: Around,
    weight: Mapping[str, int],
) -> Row:  # fmt: skip
    data = graph.nodes[name]
    return {
        "iri": short(name),
        "label": data["label"],
        "label_en": data["label_en"] if data["label_en"] != data["label"] else None,
        "type": data["type"],
        "code": data["code"],
        "same_as": data.get("same_as"),
        "part_of": number.get(data["part_of"] or ""),
        **within.of(name),
        "sentences": weight.get(name, 0),
    }


def _spot(place: tuple[int, int] | None, disc: int | None) -> Row:
    return {"x": place and place[0], "y": place and place[1], "disc": disc}


def _relation(
    graph: "nx.MultiDiGraph[str]", edge: tuple[str, str, str], line: int, number: Mapping[str, int]
) -> Row:  # fmt: skip
    subject, obj, kind = edge
    data = graph.edges[edge]
    named = sorted(number[name] for name in data["named"] if name in number)
    return {
        "line": line,
        "subject": number[subject],
        "object": number[obj],
        "type": kind,
        "sentences": data["sentences"],
        "releases": data["releases"],
        "first": data["first"],
        "last": data["last"],
        "years": data["years"] if len(data["years"]) > 2 else None,  # else they are those of first and last
        "topics": data["topics"],
        "statuses": data["statuses"],
        "bases": data["bases"],
        "regions": tuple(number[region] for region in data["regions"] if region in number) or None,
        "confidence": data["confidence"],
        "names": tuple(named) or None,
    }
