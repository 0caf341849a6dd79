"""The map as plain values: countries with their shade, marks for small ones, circles for regions and cities, names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relgraph import iris
from relgraph.atlas.frames import Frame
from relgraph.atlas.outlines import Outline, outlines
from relgraph.atlas.projection import project
from relgraph.atlas.reach import Place, Reach, by_country
from relgraph.names.coordinates import coordinates
from relgraph.vocabulary import EntityType

_LETTER = 6.4
"""Units that a letter of a name takes."""
_ROOM = 4.0
"""Units between two names."""
_MOST_CIRCLES = 60
_LEAST_RADIUS, _MOST_RADIUS, _MARK = 3.0, 13.0, 5.5


@dataclass(frozen=True, slots=True)
class Land:
    """A country on the map: its path, what is said of it if anything, whether it is home; its mark if it is small."""

    code: str
    path: str
    place: Place | None
    home: bool
    mark: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Circle:
    """A region or city on the map."""

    place: Place
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a country, where there is room for it."""

    text: str
    x: float
    y: float
    place: Place


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, in a box of `width` by `height`; `most` are the releases of the darkest country."""

    lands: tuple[Land, ...]
    circles: tuple[Circle, ...]
    names: tuple[Name, ...]
    most: int


def draw(reach: Reach, frame: Frame, *, circles: bool) -> Drawing:
    """The map of a reach in a frame, with circles for regions and cities where they are wanted."""
    said = by_country(reach.places)
    lands = tuple(_lands(frame, said, frozenset(reach.homes)))
    most = max((place.releases for place in said.values()), default=0)
    found = tuple(_circles(reach, frame)) if circles else ()
    return Drawing(lands, found, tuple(_names(frame, said)), most)


def _lands(frame: Frame, said: Mapping[str, Place], homes: frozenset[str]) -> Iterator[Land]:
    for code, parts in _by_code(frame).items():
        largest = max(parts, key=lambda one: (one.width, one.path))
        iri = iris.entity(EntityType.COUNTRY, code) if code else ""
        place = said.get(iri)
        marked = place is not None and largest.small and frame.holds(largest.x, largest.y)
        mark = (largest.x, largest.y, _MARK) if marked else None
        yield Land(code, "".join(one.path for one in parts), place, iri in homes, mark)


def _by_code(frame: Frame) -> dict[str, list[Outline]]:
    found: dict[str, list[Outline]] = {}
    for one in outlines(frame):
        found.setdefault(one.code, []).append(one)
    return found


def _circles(reach: Reach, frame: Frame) -> Iterator[Circle]:
    """The places within countries of which most is said, the largest first, so that the small ones lie on top."""
    inner = [place for place in reach.places if place.kind in (EntityType.REGION, EntityType.CITY)]
    most = max((place.releases for place in inner), default=1)
    drawn = 0
    for place in inner:
        at = coordinates(place.iri)
        if at is None:
            continue
        x, y = frame.placed(project(*at))
        if frame.holds(x, y) and drawn < _MOST_CIRCLES:
            drawn += 1
            radius = _LEAST_RADIUS + (_MOST_RADIUS - _LEAST_RADIUS) * (place.releases / most) ** 0.5
            yield Circle(place, round(x, 1), round(y, 1), round(radius, 1))


def _names(frame: Frame, said: Mapping[str, Place]) -> Iterator[Name]:
    """Names of the countries of which most is said, where none covers another."""
    middles = {code: max(parts, key=lambda one: (one.width, one.path)) for code, parts in _by_code(frame).items()}
    taken: list[tuple[float, float, float, float]] = []
    for place in said.values():
        middle = middles.get(place.iri.rpartition("/")[2])
        wide = len(place.name) * _LETTER
        if middle is None or middle.width < wide * 0.8 or not frame.holds(middle.x, middle.y):
            continue
        box = (middle.x - wide / 2 - _ROOM, middle.y - 8 - _ROOM, middle.x + wide / 2 + _ROOM, middle.y + 4 + _ROOM)
        if all(box[2] < one[0] or box[0] > one[2] or box[3] < one[1] or box[1] > one[3] for one in taken):
            taken.append(box)
            yield Name(place.name, middle.x, round(middle.y + 4, 1), place)
