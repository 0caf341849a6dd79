"""Entities of the default graph: one description for each, merged out of every release that names it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from relgraph.graph.namespaces import OWL, RDF, RDFS, RG
from relgraph.graph.terms import Quad, iri, text, truth, web_iri
from relgraph.model import Entity, Extraction
from relgraph.names.gazetteer import gazetteer
from relgraph.names.locations import located
from relgraph.vocabulary import ACTORS, ORGANISATIONS, TERRITORIES, EntityType

T = TypeVar("T", bound=str)

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
            versions.setdefault(entity.id, Counter())[entity.model_copy(update={"mentions": ()})] += 1
    merged = {key: located(_merged([*found.elements()])) for key, found in versions.items()}
    merged |= {territory.id: territory for territory in _around(merged)}
    return dict(sorted(merged.items()))


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


def _around(entities: Mapping[str, Entity]) -> Iterator[Entity]:
    """The territories around entities that are not among them, as far as the gazetteer knows them."""
    for entity in entities.values():
        around = entity.part_of
        while around is not None and around not in entities:
            territory = gazetteer().by_id(around)
            if territory is None:
                break
            yield territory
            around = territory.part_of


def _merged(versions: list[Entity]) -> Entity:
    return Entity(
        id=versions[0].id,
        type=_common([one.type for one in versions]) or versions[0].type,
        name=_common([one.name for one in versions]) or versions[0].name,
        name_en=_common([one.name_en for one in versions]),
        code=_common([one.code for one in versions]),
        part_of=_common([one.part_of for one in versions]),
        same_as=tuple(sorted({address for one in versions for address in one.same_as})),
    )


def _common(values: Iterable[T | None]) -> T | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)
