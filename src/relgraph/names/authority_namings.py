"""World regions and well-known organisations: what stands whole in `data/authorities`, and bodies of every Land."""

from functools import lru_cache

from relgraph.names.authorities import Authority, read_authorities
from relgraph.names.entry import Entry
from relgraph.names.naming import Naming
from relgraph.names.subdivisions import around

_FILES = (
    "districts.yml",
    "land-bodies.yml",
    "organisations.yml",
    "companies.yml",
    "parties.yml",
    "events.yml",
    "documents.yml",
)


@lru_cache(maxsize=1)
def world_region_namings() -> tuple[Naming, ...]:
    """Areas across states with their names, sorted by id."""
    return tuple(_naming(authority) for authority in read_authorities("world-regions.yml"))


@lru_cache(maxsize=1)
def organisation_namings() -> tuple[Naming, ...]:
    """Organisations, rural districts, documents and events that are known by name, by file and id."""
    return tuple(_naming(authority) for name in _FILES for authority in read_authorities(name))


def _naming(authority: Authority) -> Naming:
    part_of = authority.part_of
    entry = Entry(
        type=authority.type,
        key=authority.id,
        name=authority.de or authority.id,
        name_en=authority.en,
        country=part_of[:2] if part_of else None,
        region=part_of if part_of and "-" in part_of else None,
        part_of=around(part_of) if part_of else None,
        same_as=authority.same_as,
    )
    return Naming.of(entry, authority, adjectives=False)
