"""Entities of the default graph: one description for each, merged out of every release that names it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from relgraph.graph.namespaces import OWL, RDF, RDFS, RG
from relgraph.graph.terms import Quad, iri, text, truth, web_iri
from relgraph.model import Entity, Extraction
from relgraph.names.gazetteer import gazetteer
from relgraph.names.locations import located
from relgraph.vocabulary import ACTORS, ORGANISATIONS, TERRITORIES, EntityType

_SUPERCLASSES = (("Territory", TERRITORIES), ("Organisation", ORGANISATIONS), ("Actor", ACTORS))
_SPEAKERS = (EntityType.REGION, EntityType.COUNTRY, EntityType.CITY, EntityType.WORLD_REGION)


def classes(kind: EntityType) -> tuple[str, ...]:
    """Local names of the class of an entity and of all classes above it.

    >>> classes(EntityType.REGION)
    ('Region', 'Territory', 'Actor', 'Entity')
    """
    return (kind.value, *(name for name, kinds in _SUPERCLASSES if kind in kinds), "Entity")


def merge(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    """One entity for each IRI, without mentions: where releases differ, what most of them say.

    Among equals the longer value wins, then the first in the alphabet; what only some know is kept; `sameAs` is joined.
    A body without a territory lies where its name says. Every territory around an entity is described too, though no
    release may name it: what happens in Straßburg happens in France.
    """
    versions: dict[str, Counter[Entity]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            versions.setdefault(entity.id, Counter())[version(entity)] += 1
    found = {key: merged(counts) for key, counts in versions.items()}
    found |= {one.id: one for entity in found.values() for one in around(entity, found)}
    return dict(sorted(found.items()))


def version(entity: Entity) -> Entity:
    """What one release says of an entity wherever it names it."""
    return entity.model_copy(update={"mentions": ()})


def merged(versions: Mapping[Entity, int]) -> Entity:
    """One entity out of what releases say of it, each version with the number of those that say it; see `merge`."""
    first = next(iter(versions))

    def common(field: str) -> Any:
        counts: Counter[Any] = Counter()
        for one, number in versions.items():
            if getattr(one, field) is not None:
                counts[getattr(one, field)] += number
        return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)

    return located(
        Entity(
            id=first.id,
            type=common("type"),
            name=common("name"),
            name_en=common("name_en"),
            code=common("code"),
            part_of=common("part_of"),
            same_as=tuple(sorted({address for one in versions for address in one.same_as})),
        )
    )


def around(entity: Entity, described: Container[str]) -> Iterator[Entity]:
    """The territories around an entity, from the inmost out, that releases do not describe but the gazetteer knows."""
    following = entity.part_of
    while following is not None and following not in described:
        territory = gazetteer().by_id(following)
        if territory is None:
            return
        yield territory
        following = territory.part_of


def territory_named(name: str | None, entities: Iterable[Entity]) -> str | None:
    """IRI of the territory that a release's `region` names; a region before a country before a city."""
    found = [entity for entity in entities if entity.name == name and entity.type in TERRITORIES]
    found.sort(key=lambda entity: (_SPEAKERS.index(entity.type), entity.id))
    return found[0].id if found else None


def entity_quads(entity: Entity) -> Iterator[Quad]:
    """Quads of an entity in the default graph."""
    subject = iri(entity.id)
    for name in classes(entity.type):
        yield Quad(subject, RDF.type, RG[name])
    yield Quad(subject, RDFS.label, text(entity.name, "de"))
    if entity.name_en is not None:
        yield Quad(subject, RDFS.label, text(entity.name_en, "en"))
    if entity.code is not None:
        yield Quad(subject, RG.code, text(entity.code))
    if entity.part_of is not None:
        yield Quad(subject, RG.partOf, iri(entity.part_of))
    if gazetteer().by_id(entity.id) is not None:
        yield Quad(subject, RG.listed, truth(True))
    for address in entity.same_as:
        same = web_iri(address)
        if same is not None:
            yield Quad(subject, OWL.sameAs, same)
