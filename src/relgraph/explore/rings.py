"""Where those stand whom the page opens with: centres in the middle, partners around them, others behind their partner.

Each has room for its sign and its name, so that names can be read without zooming.
"""

import math
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping

import networkx as nx

from relgraph.explore.layout import Place
from relgraph.explore.opening import Opening
from relgraph.network.nodes import TOPIC_TYPE
from relgraph.vocabulary import EntityType

HEADS, PARTNERS, FURTHER, BEHIND = 95.0, 165.0, 220.0, 240.0
"""Radius of each ring; partners with nobody behind them stand on two in turn, so that their names have room."""

APART = 250.0
"""From the middle to each of several centres."""

EVEN, LARGE = 40, 18
"""Sentences of the largest sign at least, and how large a sign is whose name is large, as `labels.js` has them."""

LETTER, ROW, LONGEST, ROUNDS = 7.2, 16, 20, 600
"""Width of a letter, height of a row of a name, letters in a row, as there; and how often overlaps are looked for."""

_CONTINENTS = ("150", "019", "142", "009", "002")
_HEADS = (EntityType.PERSON, EntityType.GOVERNMENT_BODY)


def rings(graph: "nx.MultiDiGraph[str]", shown: Opening, weight: Mapping[str, int]) -> dict[str, Place]:
    """Places of all that are shown, in whole pixels around (0, 0).

    Around a centre stand its partners by part of the world and state, then international bodies, topics, and what is
    its own; clockwise from the left. Several centres stand in a circle, each with its partners on its side.
    """
    tree = _Tree(graph, shown)
    places: dict[str, tuple[float, float]] = {}
    share = 2 * math.pi / max(1, len(shown.centres))
    for number, centre in enumerate(shown.centres or [""]):
        middle = math.pi + number * share
        several = len(shown.centres) > 1
        at = (APART * math.cos(middle), APART * math.sin(middle)) if several else (0.0, 0.0)
        width = min(share + 0.6, 2 * math.pi) if several else 2 * math.pi
        start = middle - width / 2 if several else math.pi
        if centre:
            places[centre] = at
        tree.place(centre, at, (start, width), places, loose=number == 0)
    most = max(weight.values(), default=1)
    boxes = {name: _box(str(graph.nodes[name]["label"]), weight.get(name, 0), most) for name in places}
    _apart(places, boxes, fixed=set(shown.centres))
    return {name: (round(places[name][0]), round(places[name][1])) for name in shown}


class _Tree:
    """Who stands behind whom, in the order in which they are placed."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", shown: Opening) -> None:
        self.type = {name: graph.nodes[name]["type"] for name in shown}
        self.within: Mapping[str, tuple[str, ...]] = graph.graph.get("within", {})
        self.rank = {name: number for number, name in enumerate(shown)}
        self.children: dict[str | None, list[str]] = defaultdict(list)
        for name, parent in shown.behind.items():
            self.children[parent].append(name)

    def place(
        self, centre: str, at: tuple[float, float], sector: tuple[float, float],
        places: dict[str, tuple[float, float]], *, loose: bool,
    ) -> None:  # fmt: skip
        """Set the places of all that stands behind a centre, and, if asked to, of what stands behind nobody."""
        heads = [name for name in self.children[centre] if self.type[name] in _HEADS and self.children[name]]
        partners = [name for name in self.children[centre] if name not in heads]
        partners += [name for head in heads for name in self.children[head]]
        partners += self.children[None] if loose else []
        partners.sort(key=self._order)
        for number, head in enumerate(heads):
            places[head] = _at(at, HEADS, sector[0] + sector[1] * (number + 0.5) / len(heads) + 0.3)
        slots = _slots(*sector, sum(max(1, len(self._behind(name))) for name in partners))
        turn = 0
        for name in partners:
            behind = self._behind(name)
            own = [next(slots) for _ in range(max(1, len(behind)))]
            places[name] = _at(at, PARTNERS if behind or turn % 2 else FURTHER, sum(own) / len(own))
            turn += not behind
            for one, angle in zip(behind, own, strict=False):
                places[one] = _at(at, BEHIND, angle)

    def _behind(self, name: str) -> list[str]:
        """All behind a node, those behind others of them right after these."""
        return [one for child in self.children[name] for one in (child, *self._behind(child))]

    def _order(self, name: str) -> tuple[int, str, int]:
        """Group of a node on its ring, then its state, then its rank."""
        around = self.within.get(name, ())
        codes = [one.rpartition("/")[2] for one in around if "/world-region/" in one]
        state = next((one for one in (name, *around) if "/country/" in one), "")
        continent = next((number for number, code in enumerate(_CONTINENTS) if code in codes), None)
        if continent is not None:
            return 1 + continent, state, self.rank[name]
        kinds = (EntityType.COUNTRY, EntityType.REGION, EntityType.CITY, EntityType.WORLD_REGION)
        groups = [(kinds, 0), ((EntityType.INTERNATIONAL_ORGANISATION,), 6), ((TOPIC_TYPE,), 7)]
        return next((group for types, group in groups if self.type[name] in types), 8), state, self.rank[name]


def _slots(start: float, width: float, count: int) -> Iterator[float]:
    """Angles that share a sector: denser where neighbours stand below each other, as names are wide and low."""
    steps = 720
    angles = [start + width * (step + 0.5) / steps for step in range(steps)]
    room = [max(abs(math.sin(angle)) / 3, abs(math.cos(angle))) for angle in angles]
    total, passed, number = sum(room), 0.0, 0
    for angle, here in zip(angles, room, strict=True):
        passed += here
        while number < count and passed >= total * (number + 0.5) / count:
            yield angle
            number += 1


def _at(middle: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    return middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)


def _box(label: str, sentences: int, most: int) -> tuple[float, float, float]:
    """Half the width, and what a node takes above and below its middle: its sign, and its name below."""
    sign = size(sentences, most)
    rows = wrapped(label)
    letter = LETTER * (1.25 if sign > LARGE else 1)
    return max(sign, max(map(len, rows)) * letter / 2) + 3, sign + 3, sign + 4 + ROW * len(rows)


def size(sentences: int, most: int) -> float:
    """Half the width of a sign, where the best evidenced has `most` sentences; `labels.js` draws it so."""
    return 6 + 28 * math.sqrt(sentences / max(most, EVEN))


def wrapped(label: str) -> list[str]:
    """A name in at most two rows.

    >>> wrapped("Internationale Bodensee-Konferenz")
    ['Internationale', 'Bodensee-Konferenz']
    """
    rows = textwrap.wrap(label, LONGEST, max_lines=2, placeholder="…")
    return rows or [label]


def _apart(
    places: dict[str, tuple[float, float]], boxes: Mapping[str, tuple[float, float, float]], fixed: set[str]
) -> None:
    """Move whatever overlaps along the shorter way, until nothing does or patience ends."""
    names = list(places)
    for _ in range(ROUNDS):
        moved = False
        for index, one in enumerate(names):
            for other in names[:index]:
                moved = _push(one, other, places, boxes, fixed) or moved
        if not moved:
            return


def _push(
    one: str, other: str, places: dict[str, tuple[float, float]],
    boxes: Mapping[str, tuple[float, float, float]], fixed: set[str],
) -> bool:  # fmt: skip
    (x, y), (x2, y2), box, box2 = places[one], places[other], boxes[one], boxes[other]
    across = box[0] + box2[0] - abs(x2 - x)
    down = box[2] + box2[1] - (y2 - y) if y2 >= y else box2[2] + box[1] - (y - y2)
    if across <= 0.5 or down <= 0.5 or {one, other} <= fixed:
        return False
    dx, dy = (math.copysign(across, x2 - x), 0.0) if across < down else (0.0, math.copysign(down, y2 - y))
    share = 0.0 if one in fixed else 1.0 if other in fixed else 0.5
    places[one] = x - dx * share, y - dy * share
    places[other] = x2 + dx * (1 - share), y2 + dy * (1 - share)
    return True
