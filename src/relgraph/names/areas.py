"""Which areas across states a state, a part of one, or a smaller area lies in: `data/authorities/areas.yml`."""

from collections.abc import Mapping
from functools import lru_cache

from relgraph import iris
from relgraph.errors import DataError
from relgraph.model import Value
from relgraph.names.authorities import authority_path, read_authorities
from relgraph.resources import read_yaml
from relgraph.vocabulary import EntityType

_KINDS = (EntityType.COUNTRY, EntityType.REGION)


class Area(Value):
    """What lies in an area: states and parts of states by their ISO 3166 codes, smaller areas by their ids."""

    id: str
    states: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    source: str


@lru_cache(maxsize=1)
def read_areas() -> tuple[Area, ...]:
    """Every area of which it is known what lies in it, in the order of the file.

    Raises:
        DataError: an entry lacks a key, has an unknown one, or names an area that `world-regions.yml` lacks.
    """
    path = authority_path("areas.yml")
    content = read_yaml(path)
    if not isinstance(content, list):
        raise DataError(path, "expected a list of areas")
    known = {entry.id for entry in read_authorities("world-regions.yml")}
    areas = []
    for number, item in enumerate(content, start=1):
        try:
            area = Area.model_validate(item)
        except ValueError as error:
            why = " ".join(line.strip() for line in str(error).splitlines()[1:3])
            raise DataError(path, f"entry {number}: {why}") from error
        for id_ in (area.id, *area.areas):
            if id_ not in known:
                raise DataError(path, f"entry {number}: no area {id_} in world-regions.yml")
        areas.append(area)
    return tuple(areas)


def areas_around(entity: str) -> frozenset[str]:
    """IRIs of all areas that a state, a part of a state or an area lies in, by its IRI.

    >>> sorted(area.rsplit("/", 1)[-1] for area in areas_around(iris.entity(EntityType.COUNTRY, "VN")))
    ['035', '142', 'asean-region', 'asien-pazifik']
    """
    return _around().get(entity, frozenset())


@lru_cache(maxsize=1)
def _around() -> Mapping[str, frozenset[str]]:
    direct: dict[str, set[str]] = {}
    for area in read_areas():
        whole = iris.entity(EntityType.WORLD_REGION, area.id)
        parts = [iris.entity(kind, code) for kind in _KINDS for code in area.states]
        for part in (*parts, *(iris.entity(EntityType.WORLD_REGION, id_) for id_ in area.areas)):
            direct.setdefault(part, set()).add(whole)
    closed: dict[str, frozenset[str]] = {}
    for part, wholes in direct.items():
        found, left = set[str](), list(wholes)
        while left:
            area_iri = left.pop()
            if area_iri not in found:
                found.add(area_iri)
                left += direct.get(area_iri, ())
        closed[part] = frozenset(found)
    return closed
