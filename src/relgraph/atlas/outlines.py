"""Outlines of countries as SVG paths in a frame: as fine as the frame can show, and no finer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from relgraph.atlas.frames import WIDTH, Frame
from relgraph.atlas.projection import Point
from relgraph.atlas.topology import joined, topology

_TOLERANCE = 0.55
"""Units by which an outline may be off."""
_SPECK = 1.6
"""Units: an island narrower and lower than this is left out."""
_SMALL = 7.0
"""Units: a country narrower and lower than this is hard to see, and gets a mark."""


_BESIDE = 600
"""Units to the left and right of a frame that are seen where the window is wider than the frame."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country in a frame: its path, the middle of its largest part, that part's width, and whether it is small."""

    code: str
    path: str
    x: float
    y: float
    width: float
    small: bool


@lru_cache(maxsize=16)
def outlines(frame: Frame) -> tuple[Outline, ...]:
    """Countries that a frame shows, in the order of their codes."""
    world = topology()  # arcs are made simple once for all that share them
    arcs = [simplified([frame.placed(point) for point in arc], _TOLERANCE) for arc in world.arcs]
    found = (_outline(one.code, [joined(ring, arcs) for ring in one.rings], frame) for one in world.countries)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.code, one.path)))


def _outline(code: str, rings: list[list[Point]], frame: Frame) -> Outline | None:
    seen = [(ring, box) for ring in rings if _overlaps(box := _box(ring), frame)]
    if not seen:
        return None
    largest = max(rings, key=_area)
    left, top, right, bottom = _box(largest)
    x, y = _middle(largest)
    kept = [ring for ring, box in seen if box[2] - box[0] >= _SPECK or box[3] - box[1] >= _SPECK]
    path = "".join(_path(ring) for ring in kept if len(ring) > 3)
    small = right - left < _SMALL and bottom - top < _SMALL
    return Outline(code, path, round(x, 1), round(y, 1), round(right - left, 1), small)


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """A line with fewer points, none of those left out farther off than the tolerance (Douglas and Peucker).

    >>> simplified([(0, 0), (1, 0.1), (2, 0), (2, 2)], 0.5)
    [(0, 0), (2, 0), (2, 2)]
    """
    kept = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:  # a ring has no length: it is cut at the point farthest off
        far = max(range(len(points)), key=lambda place: _distance(points[place], points[0], points[0]))
        kept.add(far)
    left = list(zip(sorted(kept), sorted(kept)[1:], strict=False))
    while left:
        first, last = left.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda place: _distance(points[place], points[first], points[last]))
        if _distance(points[far], points[first], points[last]) > tolerance * tolerance:
            kept.add(far)
            left += [(first, far), (far, last)]
    return [points[place] for place in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Square of the distance of a point from a line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
    return (x - x1 - share * dx) ** 2 + (y - y1 - share * dy) ** 2


def _box(ring: Sequence[Point]) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(down), max(across), max(down)


def _overlaps(box: tuple[float, float, float, float], frame: Frame) -> bool:
    return box[2] >= -_BESIDE and box[0] <= WIDTH + _BESIDE and box[3] >= 0 and box[1] <= frame.height


def _area(ring: Sequence[Point]) -> float:
    return abs(_doubled(ring))


def _doubled(ring: Sequence[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def _middle(ring: Sequence[Point]) -> Point:
    """Centre of gravity of a ring, or the middle of its box where it has no area."""
    doubled = _doubled(ring)
    if abs(doubled) < 1e-9:
        left, top, right, bottom = _box(ring)
        return (left + right) / 2, (top + bottom) / 2
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(ring))
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return x / (3 * doubled), y / (3 * doubled)


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring[:-1]) + "Z"
