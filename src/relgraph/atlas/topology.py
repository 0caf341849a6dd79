"""Shapes of countries out of TopoJSON (`data/atlas/`): borders are arcs that neighbours share, so they stay joined."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
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
        arcs = tuple(tuple(_decoded(arc, scale, shift)) for arc in held["arcs"])
        countries = tuple(_countries(held["objects"]["countries"]["geometries"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(path, f"no topology of countries: {error}") from error
    return Topology(arcs, countries)


def _decoded(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield project(x * scale[0] + shift[0], y * scale[1] + shift[1])


def _countries(geometries: Sequence[dict[str, object]]) -> Iterator[Country]:
    codes = codes_by_number()
    for geometry in geometries:
        properties = geometry.get("properties")
        name = properties.get("name", "") if isinstance(properties, dict) else ""
        code = codes.get(str(geometry.get("id", "")), _UNNUMBERED.get(name, ""))
        arcs = geometry.get("arcs")
        if code in _LEFT_OUT or not isinstance(arcs, list):
            continue
        polygons = [arcs] if geometry["type"] == "Polygon" else arcs
        yield Country(code, tuple(tuple(ring) for polygon in polygons for ring in polygon))
