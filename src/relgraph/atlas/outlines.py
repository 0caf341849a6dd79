"""Outlines of countries as SVG paths in a frame: as fine as the frame can show, and no finer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, islice, pairwise

from relgraph.atlas.frames import WIDTH, Frame
from relgraph.atlas.lines import Step, simple_rings
from relgraph.atlas.shapes import Country, Ring, countries

_STEPS = 5
"""Steps of a unit: all points lie on them, so that points of neighbours that are nearly the same become the same."""
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
    seen = [(one, list(_drawn(one, frame))) for one in countries() if _shown(one, frame)]
    simple = simple_rings([ring for _, rings in seen for ring in rings], _TOLERANCE * _STEPS)
    found = [_outline(one, list(islice(simple, len(rings))), frame) for one, rings in seen]
    return tuple(sorted(found, key=lambda one: (one.code, one.path)))


def _shown(country: Country, frame: Frame) -> bool:
    return any(_overlaps(_box(ring, frame), frame) for ring in country.rings)


def _drawn(country: Country, frame: Frame) -> Iterator[list[Step]]:
    """Rings that a frame shows, on the grid, without those that are too small there."""
    for ring in country.rings:
        box = _box(ring, frame)
        if _overlaps(box, frame) and max(box[2] - box[0], box[3] - box[1]) >= _SPECK:
            points = _snapped(ring, frame)
            if len(points) > 3:
                yield points


def _outline(country: Country, rings: list[list[Step]], frame: Frame) -> Outline:
    left, top, right, bottom = _box(country.rings[0], frame)
    x, y = frame.placed(country.middle)
    path = "".join(_path(ring) for ring in rings if len(ring) > 3)
    small = max(right - left, bottom - top) < _SMALL
    return Outline(country.code, path, round(x, 1), round(y, 1), round(right - left, 1), small)


def _snapped(ring: Ring, frame: Frame) -> list[Step]:
    """A ring in steps, each of its points at the next one."""
    scale = frame.scale * _STEPS
    left, top = frame.left * scale, frame.top * scale
    places = zip(ring.across, ring.down, strict=True)
    return [point for point, _ in groupby((round(x * scale - left), round(y * scale - top)) for x, y in places)]


def _box(ring: Ring, frame: Frame) -> tuple[float, float, float, float]:
    return (
        *frame.placed((min(ring.across), min(ring.down))),
        *frame.placed((max(ring.across), max(ring.down))),
    )


def _overlaps(box: tuple[float, float, float, float], frame: Frame) -> bool:
    return box[2] >= -_BESIDE and box[0] <= WIDTH + _BESIDE and box[3] >= 0 and box[1] <= frame.height


def _path(ring: Sequence[Step]) -> str:
    """A ring as an SVG path, which tells each point by its distance from the one before.

    >>> _path([(10, 20), (13, 20), (13, 15), (10, 20)])
    'M2 4l.6 0 0-1z'
    """
    points = [*ring[:1], *((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring[:-1]))]
    start, *steps = [f"{_number(x)} {_number(y)}" for x, y in points]
    return f"M{start}l{' '.join(steps)}z".replace(" -", "-")


@cache
def _number(steps: int) -> str:
    """A number of steps in units, as short as SVG allows."""
    told = f"{steps / _STEPS:.1f}".removesuffix(".0")
    return told.replace("0.", ".", 1) if told.lstrip("-").startswith("0.") else told
