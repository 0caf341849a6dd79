"""Closed lines made simple: what neighbours share stays the same line for both."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Step = tuple[int, int]
"""A place on a grid."""


def simple_rings(rings: Sequence[list[Step]], tolerance: float) -> Iterator[list[Step]]:
    """Rings with fewer points, each again closed; they are cut where the lines around change, and simple in between.

    >>> west, east = [(0, 0), (9, 0), (10, 5), (9, 9), (0, 9), (0, 0)], [(9, 0), (20, 0), (9, 9), (10, 5), (9, 0)]
    >>> list(simple_rings([west, east], 2))
    [[(9, 0), (9, 9), (0, 9), (0, 0), (9, 0)], [(9, 0), (20, 0), (9, 9), (9, 0)]]
    """
    ends = _ends(rings)
    for ring in rings:
        points: list[Step] = []
        for part in _parts(ring, ends):
            back = (part[0], part[1]) > (part[-1], part[-2])  # both neighbours read it the same way
            simple = simplified(part[::-1] if back else part, tolerance)
            points += (simple[::-1] if back else simple)[bool(points) :]
        yield points


def _ends(rings: Sequence[list[Step]]) -> set[Step]:
    """Steps from which one ring goes on to other points than another one; a ring may touch itself."""
    beside: dict[Step, frozenset[tuple[Step, Step]]] = {}
    found = set()
    for ring in rings:
        own: dict[Step, frozenset[tuple[Step, Step]]] = {}
        for before, point, after in zip([ring[-2], *ring], ring[:-1], ring[1:], strict=False):
            both = frozenset({(before, after) if before < after else (after, before)})
            own[point] = own[point] | both if point in own else both
        found |= {point for point, all_ in own.items() if beside.setdefault(point, all_) != all_}
    return found


def _parts(ring: list[Step], ends: set[Step]) -> Iterator[list[Step]]:
    """Parts of a ring from end to end, or the ring from its westernmost point, which is one for all that share it."""
    cuts = [place for place, point in enumerate(ring[:-1]) if point in ends]
    start = cuts[0] if cuts else min(range(len(ring) - 1), key=ring.__getitem__)
    turned = [*ring[start:-1], *ring[: start + 1]]
    for first, last in pairwise([*(cut - start for cut in cuts or [start]), len(turned) - 1]):
        yield turned[first : last + 1]


def simplified(points: list[Step], tolerance: float) -> list[Step]:
    """A line with fewer points, none of those left out farther off than the tolerance (Douglas and Peucker).

    >>> simplified([(0, 0), (10, 1), (20, 0), (20, 20)], 2)
    [(0, 0), (20, 0), (20, 20)]
    """
    kept = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:  # a ring has no length: it is cut at the point farthest off
        kept.add(_farthest(points, 0, len(points) - 1)[0])
    left = list(pairwise(sorted(kept)))
    while left:
        first, last = left.pop()
        if last - first < 2:
            continue
        far, square = _farthest(points, first, last)
        if square > tolerance * tolerance:
            kept.add(far)
            left += [(first, far), (far, last)]
    return [points[place] for place in sorted(kept)]


def _farthest(points: list[Step], first: int, last: int) -> tuple[int, float]:
    """Which point between two others is farthest from the line between them, and the square of how far."""
    (x1, y1), (x2, y2) = points[first], points[last]
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    found, most = first + 1, -1.0
    for place in range(first + 1, last):  # the inmost loop of the map: no calls
        x, y = points[place]
        x, y = x - x1, y - y1
        along = x * dx + y * dy
        if along <= 0 or not length:
            square = float(x * x + y * y)
        elif along >= length:
            square = (x - dx) * (x - dx) + (y - dy) * (y - dy)
        else:
            off = x * dy - y * dx
            square = off * off / length
        if square > most:
            found, most = place, square
    return found, most
