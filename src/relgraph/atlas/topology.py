"""Shapes of countries out of TopoJSON (`data/atlas/`): borders are arcs that neighbours share, so they stay joined."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from relgraph.atlas.projection import Point, project
from relgraph.errors import DataError
from relgraph.names.countries import codes_by_number
from relgraph.resources import folder

_FILE = "countries-50m.json"
_UNNUMBERED = {"Kosovo": "XK"}
"""Countries for which ISO 3166-1 has no number, by their name in the file."""
_LEFT_OUT = frozenset({"AQ"})


class Country(NamedTuple):
    """A country: its ISO code, empty where it has none, and its rings of numbers of arcs, `~n` for one backwards."""

    code: str
    rings: tuple[tuple[int, ...], ...]


class Topology(NamedTuple):
    """Arcs of places on the map, and the countries that they bound."""

    arcs: tuple[tuple[Point, ...], ...]
    countries: tuple[Country, ...]


@lru_cache(maxsize=1)
def topology() -> Topology:
    """The countries of the world but Antarctica.

    Raises:
        DataError: the file is missing, or no such topology.
    """
    path = folder("data") / "atlas" / _FILE
    try:
        held = json.loads(path.read_bytes())
        scale, shift = held["transform"]["scale"], held["transform"]["translate"]
        arcs = [list(_decoded(arc, scale, shift)) for arc in held["arcs"]]
        countries = tuple(_countries(held["objects"]["countries"]["geometries"], arcs))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(path, f"no topology of countries: {error}") from error
    return Topology(tuple(tuple(project(*place) for place in arc) for arc in arcs), countries)


def _decoded(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Iterator[Point]:
    """Longitudes and latitudes of an arc, which is stored as steps."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _countries(geometries: Sequence[dict[str, object]], arcs: list[list[Point]]) -> Iterator[Country]:
    """Countries of the file; where one lies across the edge of the map, arcs are added for its parts."""
    codes = codes_by_number()
    for geometry in geometries:
        properties = geometry.get("properties")
        name = properties.get("name", "") if isinstance(properties, dict) else ""
        code = codes.get(str(geometry.get("id", "")), _UNNUMBERED.get(name, ""))
        held = geometry.get("arcs")
        if code in _LEFT_OUT or not isinstance(held, list):
            continue
        polygons = [held] if geometry["type"] == "Polygon" else held
        rings = [ring for polygon in polygons for ring in polygon]
        yield Country(code, tuple(part for ring in rings for part in _within(ring, arcs)))


def _within(ring: Sequence[int], arcs: list[list[Point]]) -> Iterator[tuple[int, ...]]:
    """The ring itself, or its parts on both edges of the map where it lies across 180 degrees."""
    points = joined(ring, arcs)
    if all(abs(one[0] - two[0]) <= 180 for one, two in pairwise(points)):
        yield tuple(ring)
        return
    whole = _unrolled(points)
    for turn in (-360, 0, 360):
        part = _clipped(_clipped([(x + turn, y) for x, y in whole], 180, 1), -180, -1)
        if len(part) > 3:
            arcs.append(part)
            yield (len(arcs) - 1,)


def joined(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """Points of a ring of arcs."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _unrolled(points: Sequence[Point]) -> list[Point]:
    """A ring whose longitudes go on beyond 180 degrees instead of jumping."""
    found, turn = [points[0]], 0.0
    for one, two in pairwise(points):
        turn += 360 * ((one[0] - two[0] > 180) - (two[0] - one[0] > 180))
        found.append((two[0] + turn, two[1]))
    return found


def _clipped(points: Sequence[Point], edge: float, side: int) -> list[Point]:
    """What of a ring lies west of an edge (1) or east of it (-1), closed.

    >>> _clipped([(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)], 1, 1)
    [(0, 0), (1, 0.0), (1, 2.0), (0, 2), (0, 0)]
    """
    found: list[Point] = []
    for one, two in pairwise(points):
        inside, after = (one[0] - edge) * side <= 0, (two[0] - edge) * side <= 0
        if inside:
            found.append(one)
        if inside is not after:
            share = (edge - one[0]) / (two[0] - one[0])
            found.append((edge, one[1] + share * (two[1] - one[1])))
    return [*found, found[0]] if found else []
