"""What the page opens with: those whom the releases speak for, their partners, and what stands behind these.

Owns who is shown and behind whom; where they stand is for `rings`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

import networkx as nx

from relgraph.explore.lines import Line, weights
from relgraph.network.nodes import TOPIC_TYPE
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

OPENING = 48
"""Nodes that the page opens with at most: as many as have room for their names on a usual screen."""

STEP = 60
"""Nodes that "more" brings, and that a filter leaves at first."""

CENTRES, PARTNERS, TOPICS, OWN, HEADS, BEHIND = 6, 20, 4, 3, 4, 2
"""At most so many: regions in the middle, partners in all, topics, institutions and heads of each centre; and nodes
behind each partner."""

_PARTNERS = TERRITORIES | {EntityType.INTERNATIONAL_ORGANISATION}
_STATES = frozenset({EntityType.COUNTRY, EntityType.REGION})
_HEADS = frozenset({EntityType.PERSON, EntityType.GOVERNMENT_BODY})
_BEHIND = (ORGANISATIONS - _PARTNERS) | {TOPIC_TYPE}


@dataclass(slots=True)
class Opening:
    """Who is shown: the `centres`, and for all others behind whom they stand, the most telling first."""

    centres: list[str] = field(default_factory=list)
    behind: dict[str, str | None] = field(default_factory=dict)

    def __iter__(self) -> Iterator[str]:
        return iter([*self.centres, *self.behind])

    def __len__(self) -> int:
        return len(self.centres) + len(self.behind)


def opening(graph: "nx.MultiDiGraph[str]", lines: Sequence[Line], focus: str | None = None) -> Opening:
    """Choose the regions that most releases speak for, or the `focus`, and who is tied to them.

    A small graph is shown whole. Whoever stands behind another is tied to it by a line; what hangs together with no
    centre stands behind nobody.
    """
    chosen = _Choice(graph, lines, focus)
    chosen.heads()
    chosen.partners()
    chosen.topics()
    chosen.own()
    chosen.institutions()
    chosen.others(lines)
    return Opening(chosen.centres, _ranked(chosen))


class _Choice:
    """What is chosen so far: `parent` of each node, and the sentences on which it stands there."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", lines: Sequence[Line], focus: str | None) -> None:
        self.type = {name: data["type"] for name, data in graph.nodes(data=True)}
        self.within: Mapping[str, tuple[str, ...]] = graph.graph.get("within", {})
        self.weight = weights(lines)
        self.tied: dict[str, dict[str, int]] = defaultdict(dict)
        for line in lines:
            one, other = line.ends
            if one != other:
                self.tied[one][other] = self.tied[other][one] = line.sentences
        self.centres = [focus] if focus else centres(graph, self.weight)
        self.score = self._evidence(lines)
        self.parent: dict[str, str | None] = {}
        self.strength: dict[str, int] = {}

    def add(self, name: str, parent: str | None, strength: int) -> None:
        """Show a node, unless it is shown already or all are."""
        if name not in self.parent and name not in self.centres and len(self.parent) + len(self.centres) < OPENING:
            self.parent[name], self.strength[name] = parent, strength

    def home(self, name: str, centre: str) -> bool:
        """Whether a node lies in the centre or stands for it."""
        return centre in self.within.get(name, ())

    def heads(self) -> None:
        """People and bodies of each centre that tie it to most partners."""
        for centre in self.centres:
            outward = {
                name: sum(self.score[other] for other in self.tied[name] if self._partner(other))
                for name in self.tied[centre]
                if self.type[name] in _HEADS and self.home(name, centre)
            }
            for name in _best(outward)[: max(1, HEADS // len(self.centres))]:
                self.add(name, centre, outward[name])

    def partners(self) -> None:
        """Territories and international bodies that a line ties to a centre, else to one of their heads."""
        nearest: dict[str, str] = {}
        for one in [*self.centres, *self.parent]:
            for name, sentences in self.tied[one].items():
                best = nearest.setdefault(name, one)
                if one in self.centres and sentences * self.weight[best] > self.tied[best][name] * self.weight[one]:
                    nearest[name] = one  # whose share in all that is said of the centre is larger
        partners = {name: self.score[name] for name in nearest if self._partner(name) and name not in self.centres}
        for name in _best(partners)[:PARTNERS]:
            self.add(name, nearest[name], partners[name])

    def topics(self) -> None:
        """What the centres are strong or interested in."""
        self._beside({TOPIC_TYPE}, TOPICS)

    def own(self) -> None:
        """Cities and institutions of each centre."""
        self._beside(ORGANISATIONS | TERRITORIES, OWN)

    def institutions(self) -> None:
        """Institutions and technologies of the partners, the best evidenced first."""
        partners = [name for name in self.parent if self._partner(name)]
        held = [
            (-sentences, order, name, partner)
            for order, partner in enumerate(partners)
            for name, sentences in self.tied[partner].items()
            if self.type[name] in _BEHIND and not any(self.home(name, centre) for centre in self.centres)
        ]
        count: Counter[str] = Counter()
        for negative, _, name, partner in sorted(held):
            if name not in self.parent and count[partner] < BEHIND:
                self.add(name, partner, -negative)
                count[partner] += 1

    def others(self, lines: Iterable[Line]) -> None:
        """Whoever the strongest lines bring in within two steps; of a small graph everybody."""
        for line in lines:
            for one, other in (line.ends, line.ends[::-1]):
                if one in self.centres or self.parent.get(one) in self.centres:
                    self.add(other, one, line.sentences)
        if len(self.weight) <= OPENING:
            for name in _best(self.weight):
                self.add(name, self._shown_beside(name), self.weight[name])

    def _evidence(self, lines: Iterable[Line]) -> Counter[str]:
        """Sentences between a centre, with all that lies in it or stands for it, and each other node, as widely."""
        score: Counter[str] = Counter()
        for line in lines:
            for one, other in (line.ends, line.ends[::-1]):
                if any(one == centre or self.home(one, centre) for centre in self.centres):
                    around = [whole for whole in self.within.get(other, ()) if self.type.get(whole) in _STATES]
                    score.update(dict.fromkeys([other, *around], line.sentences))
        return score

    def _shown_beside(self, name: str) -> str | None:
        shown = {one: n for one, n in self.tied[name].items() if one in self.parent or one in self.centres}
        return next(iter(_best(shown)), None)

    def _beside(self, kinds: Collection[str], most: int) -> None:
        for centre in self.centres:
            fitting = {name: n for name, n in self.tied[centre].items() if self.type[name] in kinds}
            for name in _best(fitting, besides=self.parent)[: max(1, most // len(self.centres))]:
                self.add(name, centre, fitting[name])

    def _partner(self, name: str) -> bool:
        return self.type[name] in _PARTNERS and not any(self.home(name, centre) for centre in self.centres)


def centres(graph: "nx.MultiDiGraph[str]", weight: Mapping[str, int]) -> list[str]:
    """Regions that releases speak for, those of most first, until they are half of all; else who has most sentences."""
    spoken: dict[str, set[str]] = defaultdict(set)
    for *_, data in graph.edges(data=True):
        for held in data["statements"]:
            if held.source.region in weight:
                spoken[held.source.region].add(held.source.iri)
    if not spoken:
        return _best(weight)[:1]
    releases = {region: len(found) for region, found in spoken.items()}
    found: list[str] = []
    for region in _best(releases)[:CENTRES]:
        if 2 * sum(releases[one] for one in found) < sum(releases.values()):
            found.append(region)
    return found


def _best(score: Mapping[str, int], besides: Collection[str] = ()) -> list[str]:
    return sorted((name for name in score if name not in besides), key=lambda name: (-score[name], name))


def _ranked(chosen: _Choice) -> dict[str, str | None]:
    """The strongest first, but nobody before the one behind whom he stands: so the first few make a picture too."""
    children: dict[str | None, list[str]] = defaultdict(list)
    for name, parent in chosen.parent.items():
        children[parent].append(name)
    order = {name: number for number, name in enumerate(chosen.parent)}
    ranked: dict[str, str | None] = {}
    for roots in (chosen.centres, [None]):
        waiting = [(-chosen.strength[name], order[name], name) for root in roots for name in children[root]]
        heapify(waiting)
        while waiting:
            *_, name = heappop(waiting)
            ranked[name] = chosen.parent[name]
            for child in children[name]:
                heappush(waiting, (-chosen.strength[child], order[child], child))
    return ranked
