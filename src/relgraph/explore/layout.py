"""Where the nodes stand: computed before the page is opened, from a seed, rounded to whole pixels."""

import math
from collections.abc import Mapping, Sequence

import igraph

from relgraph.network.measures import seeded

PITCH = 76
"""Pixels between neighbours: room for a node and one line of text."""

Place = tuple[int, int]


def arrange(nodes: Sequence[str], pairs: Mapping[tuple[str, str], int], *, width: float = 1.0) -> dict[str, Place]:
    """Place each node by Fruchterman–Reingold, tied nodes near each other, then move apart those that overlap.

    `pairs` weigh ties by sentences; `width` is the picture's width over its height.
    """
    if not nodes:
        return {}
    number = {name: index for index, name in enumerate(nodes)}
    held = sorted((number[a], number[b], weight) for (a, b), weight in pairs.items() if a in number and b in number)
    graph = igraph.Graph(n=len(nodes), edges=[(a, b) for a, b, _ in held])
    start = [_spiral(index) for index in range(len(nodes))]
    with seeded():
        found = graph.layout_fruchterman_reingold(
            weights=[1 + math.log(weight) for _, _, weight in held], seed=start, niter=_rounds(len(nodes)), grid=False
        )
    spread = _apart(_scaled([(x, y) for x, y in found], width))
    return {name: (round(spread[index][0]), round(spread[index][1])) for name, index in number.items()}


def _rounds(nodes: int) -> int:
    """As many rounds as a second or two allow: each looks at every pair of nodes."""
    return max(60, min(800, 120_000_000 // nodes**2))


def _spiral(index: int) -> tuple[float, float]:
    """Point of a sunflower: an even start that no random number is needed for."""
    angle, radius = index * 2.399963, math.sqrt(index + 1)
    return radius * math.cos(angle), radius * math.sin(angle)


def _scaled(points: list[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Points about the origin; far stragglers are drawn in, so that they do not make all others small."""
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    radii = [math.hypot(x - middle[0], y - middle[1]) for x, y in points]
    usual = sorted(radii)[len(radii) // 2] or 1.0
    size = PITCH * math.sqrt(len(points)) / 2.6
    stretch = math.sqrt(width)
    scaled = []
    for (x, y), radius in zip(points, radii, strict=True):
        pull = size * math.sqrt(radius / usual) / radius if radius else 0.0
        scaled.append(((x - middle[0]) * pull * stretch, (y - middle[1]) * pull / stretch))
    return scaled


def _apart(points: list[tuple[float, float]], rounds: int = 60) -> list[tuple[float, float]]:
    """Push nodes that stand too near each other apart, by cells so that large graphs stay quick."""
    places = [list(point) for point in points]
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = {}
        for index, (x, y) in enumerate(places):
            cells.setdefault((int(x // PITCH), int(y // PITCH)), []).append(index)
        moved = False
        for (column, row), members in cells.items():
            near = [i for dc in (-1, 0, 1) for dr in (-1, 0, 1) for i in cells.get((column + dc, row + dr), ())]
            for first in members:
                for second in near:
                    moved = (first < second and _push(places[first], places[second])) or moved
        if not moved:
            break
    return [(x, y) for x, y in places]


def _push(first: list[float], second: list[float]) -> bool:
    """Move two places apart if they are nearer than the pitch allows; say whether they were."""
    across, down = second[0] - first[0], (second[1] - first[1]) * 1.4
    distance = math.hypot(across, down)
    if distance >= PITCH * 0.98:
        return False
    if distance == 0:
        across, down, distance = 1.0, 0.0, 1.0
    by = (PITCH - distance) / 2 / distance
    first[0], first[1] = first[0] - across * by, first[1] - down * by / 1.4
    second[0], second[1] = second[0] + across * by, second[1] + down * by / 1.4
    return True
