"""Where everybody stands in the whole picture: communities as discs beside each other, each laid out by itself.

So a picture of thousands shows who belongs together, and a disc can be drawn as one sign, or its members in place.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph

from relgraph.explore.layout import Place, spiral
from relgraph.explore.lines import Line
from relgraph.network.measures import parts_of, seeded

LEAST = 5
"""Members of a community that has a disc of its own; smaller ones stand beside each other in the last."""

CHIEFS = 3
"""Members that a disc is called by."""

STEP = 54
"""Pixels between neighbours in a disc: room for a sign; names stand where they find room."""

ROUNDS, STEPS = 240, 8_000_000
"""Rounds of layout in a disc at most, and how many pairs of nodes may be looked at in all rounds."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Disc:
    """A community in the picture; `members` begin with those that most sentences tie to others of it."""

    members: tuple[str, ...]
    middle: Place
    radius: int
    small: bool = False

    @property
    def chiefs(self) -> tuple[str, ...]:
        """Members that it is called by; what is gathered of small communities is called by nobody."""
        return () if self.small else self.members[:CHIEFS]


@dataclass(frozen=True, slots=True)
class Discs:
    """The discs, largest first, and where each node stands, in whole pixels."""

    discs: list[Disc]
    places: dict[str, Place]

    @property
    def numbers(self) -> dict[str, int]:
        """Number of the disc that each node stands in."""
        return {name: number for number, disc in enumerate(self.discs) for name in disc.members}


def discs_of(lines: Sequence[Line]) -> Discs:
    """Find communities and lay out every node that has a line; the same lines give the same picture."""
    simple, names = _simple(lines)
    numbers = parts_of(simple, names)
    members: dict[int, list[int]] = {}
    for vertex, number in enumerate(numbers):
        members.setdefault(number, []).append(vertex)
    groups = [members[number] for number in sorted(members)]
    large = [held for held in groups if len(held) >= LEAST]
    small = [held for held in groups if len(held) < LEAST]
    local = [_within(simple, held, names) for held in large]
    radii = [_radius(places) for places in local]
    if small:
        local.append(_rows([_within(simple, held, names) for held in small]))
        radii.append(_radius(local[-1]))
    middles = _packed(_between(simple, large), radii)
    discs: list[Disc] = []
    places: dict[str, Place] = {}
    for number, (held, middle, radius) in enumerate(zip(local, middles, radii, strict=True)):
        at = {names[vertex]: (round(middle[0] + x), round(middle[1] + y)) for vertex, (x, y) in held.items()}
        places |= at
        spot = (round(middle[0]), round(middle[1]))
        discs.append(Disc(tuple(at), spot, round(radius), small=number >= len(large)))
    return Discs(discs, places)


def _simple(lines: Sequence[Line]) -> tuple[igraph.Graph, list[str]]:
    names = sorted({end for line in lines for end in line.ends})
    number = {name: index for index, name in enumerate(names)}
    held = sorted((*sorted(number[end] for end in line.ends), line.sentences) for line in lines)
    pairs = [(one, other) for one, other, _ in held if one != other]
    weights = [weight for one, other, weight in held if one != other]
    return igraph.Graph(n=len(names), edges=pairs, edge_attrs={"weight": weights}), names


def _within(simple: igraph.Graph, held: Sequence[int], names: Sequence[str]) -> dict[int, Point]:
    """Places of the members of a community about its middle, by vertex; those with most sentences within come first."""
    part = simple.induced_subgraph(held)
    strength = part.strength(weights="weight")
    order = sorted(range(len(held)), key=lambda one: (-strength[one], names[held[one]]))
    start = {one: spiral(rank) for rank, one in enumerate(order)}
    rounds = max(12, min(ROUNDS, STEPS // len(held) ** 2))
    found = _drawn_together(part, rounds, [start[one] for one in range(len(held))])
    angles = _angles([found[one] for one in order])
    return dict(zip((held[one] for one in order), _ringed(angles), strict=True))


def _drawn_together(graph: igraph.Graph, rounds: int, start: Sequence[Point]) -> list[Sequence[float]]:
    """Places by Fruchterman–Reingold, from a start that is always the same."""
    if not start:
        return []
    weights = [1 + math.log(weight) for weight in graph.es["weight"]]
    with seeded():
        return list(
            graph.layout_fruchterman_reingold(weights=weights, seed=start, niter=rounds, grid=len(start) > 1500)
        )


def _angles(points: Sequence[Sequence[float]]) -> list[float]:
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    return [math.atan2(y - middle[1], x - middle[0]) for x, y in points]


def _ringed(angles: Sequence[float]) -> list[Point]:
    """Places on rings about the first: on each ring in the order of the angles, evenly, so that none hides another."""
    places: list[Point] = [(0.0, 0.0)]
    ring = 1
    while len(places) < len(angles):
        held = range(len(places), min(len(angles), len(places) + 6 * ring))
        turn = {one: rank for rank, one in enumerate(sorted(held, key=lambda one: (angles[one], one)))}
        first = angles[min(turn, key=turn.__getitem__)]
        for one in held:
            angle = first + 2 * math.pi * turn[one] / len(held)
            places.append((STEP * ring * math.cos(angle), STEP * ring * math.sin(angle)))
        ring += 1
    return places


def _radius(places: Mapping[int, Point]) -> float:
    return max(math.hypot(x, y) for x, y in places.values()) + STEP * 0.75


def _between(simple: igraph.Graph, groups: Sequence[Sequence[int]]) -> igraph.Graph:
    """The graph of communities, with their ties summed up."""
    group = {vertex: number for number, held in enumerate(groups) for vertex in held}
    weights: dict[tuple[int, int], int] = {}
    for edge in simple.es:
        one, other = (group.get(vertex) for vertex in edge.tuple)
        if one is not None and other is not None and one != other:
            pair = (min(one, other), max(one, other))
            weights[pair] = weights.get(pair, 0) + edge["weight"]
    pairs = sorted(weights)
    return igraph.Graph(n=len(groups), edges=pairs, edge_attrs={"weight": [weights[pair] for pair in pairs]})


def _packed(between: igraph.Graph, radii: Sequence[float]) -> list[Point]:
    """Middles of discs that do not overlap: those that are tied near each other, all close together.

    A disc more than there are communities stands at the edge.
    """
    if not radii:
        return []
    count = between.vcount()
    found = _drawn_together(between, 500, [spiral(number) for number in range(count)])
    reach = math.sqrt(sum(radius**2 for radius in radii))
    far = max((math.hypot(x, y) for x, y in found), default=0.0) or 1.0
    places = [[x / far * reach * 1.2, y / far * reach * 1.2] for x, y in found]
    places += [[reach * 3, reach * 3] for _ in radii[count:]]
    for turn in range(400):
        if turn < 300:
            for place in places:
                place[0], place[1] = place[0] * 0.99, place[1] * 0.983  # windows are wider than high
        for one in range(len(places)):
            for other in range(one):
                _push(places[other], places[one], radii[one] + radii[other] + STEP / 2)
    return [(x, y) for x, y in places]


def _push(first: list[float], second: list[float], wanted: float) -> None:
    across, down = second[0] - first[0], second[1] - first[1]
    distance = math.hypot(across, down)
    if distance < wanted:
        by = (wanted - distance) / 2 / distance if distance else 0.5
        across = across or (0.0 if distance else wanted)
        first[0], first[1] = first[0] - across * by, first[1] - down * by
        second[0], second[1] = second[0] + across * by, second[1] + down * by


def _rows(groups: Sequence[Mapping[int, Point]]) -> dict[int, Point]:
    """Small communities beside each other in a sunflower, each with room of its own."""
    room = STEP * 1.7
    found = {}
    for number, held in enumerate(groups):
        x, y = spiral(number)
        for vertex, (dx, dy) in held.items():
            found[vertex] = (x * room + dx * 0.8, y * room + dy * 0.8)
    return found
