"""Which known entity an annotated name stands for, and which one was linked.

An extracted entity is linked where its IRI is one of the gazetteer's: a territory with an ISO 3166 or GeoNames code, a
world region or an organisation of `data/authorities`. The annotated entity it should be linked to is the one that the
canonical name stands for in a release of that region.
"""

from functools import lru_cache

from relgraph.errors import UnknownName
from relgraph.evaluation.gold import GoldEntity
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import EntityType

_PLACE = "in "
"""What stands before a name so that the gazetteer takes it for one: many a town is a word besides."""


def is_linked(entity: Entity) -> bool:
    """Whether an entity is one that the gazetteer knows."""
    return gazetteer().by_id(entity.id) is not None


def expected(gold: GoldEntity, region: str | None) -> str | None:
    """IRI of the known entity that an annotated one is; none where the gazetteer has no such entity.

    >>> expected(GoldEntity(name="Kanton Aargau", type="Region"), "Baden-Württemberg")
    'https://w3id.org/relgraph/id/region/CH-AG'
    >>> expected(GoldEntity(name="Aoi Hayashi", type="Person"), "Baden-Württemberg") is None
    True
    """
    return _known(gold.name, gold.type, region)


@lru_cache(maxsize=4096)
def _known(name: str, kind: EntityType, region: str | None) -> str | None:
    hits = gazetteer().find(_PLACE + name, home=region)
    whole = (hit for hit in hits if hit.start == len(_PLACE) and hit.end == len(_PLACE) + len(name))
    hit = next((hit for hit in whole if hit.entity.type == kind), None)
    if hit is not None:
        return hit.entity.id
    try:
        return gazetteer().resolve(name, {kind}).id
    except UnknownName:
        return None
