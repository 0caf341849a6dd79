"""What belongs to what, closed over: derived, so that questions read one value and follow no path."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from relgraph.graph.entities import territory_named
from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, iri
from relgraph.graph.ties import HOLDING
from relgraph.model import Entity, Extraction
from relgraph.names.areas import areas_around
from relgraph.vocabulary import EntityType, RelationType


class Placed(Protocol):
    """What is to be known of an entity to say where it lies."""

    @property
    def id(self) -> str: ...  # noqa: D102 - as of an entity
    @property
    def type(self) -> EntityType: ...  # noqa: D102
    @property
    def part_of(self) -> str | None: ...  # noqa: D102


def wholes(entities: Mapping[str, Entity], extractions: Collection[Extraction]) -> dict[str, frozenset[str]]:
    """What each entity lies in or stands for.

    Itself, and the territories around it; a person stands for the bodies and territories in which a release gives an
    office that has not ended, and for the territories around those. What lies abroad also lies in the areas across
    states around it; what lies in a state of which releases speak does not, as else every tie would touch Europe.
    """
    regions = {extraction.release.region for extraction in extractions}
    held = offices(extractions)
    homes = homes_of({territory_named(region, entities.values()) for region in regions}, entities)
    return {id_: whole((id_, *held.get(id_, ())), entities, homes) for id_ in entities}


def whole(bases: Iterable[str], entities: Mapping[str, Placed], homes: Collection[str]) -> frozenset[str]:
    """What someone lies in or stands for who is one of the bases and has offices at the others; see `wholes`."""
    return frozenset(one for base in bases for one in _around(base, entities, homes))


def homes_of(speakers: Iterable[str | None], entities: Mapping[str, Placed]) -> set[str]:
    """The widest territories around the regions that releases speak for: their states."""
    return {_chain(speaker, entities)[-1] for speaker in speakers if speaker is not None}


def within_quads(around: Mapping[str, Collection[str]]) -> Iterator[Quad]:
    """Quads that say what each entity lies in or stands for."""
    for id_, found in around.items():
        for whole in found:
            yield Quad(iri(id_), RG.within, iri(whole))


def offices(extractions: Collection[Extraction]) -> dict[str, set[str]]:
    """Where a release gives someone an office that has not ended."""
    held: dict[str, set[str]] = {}
    for extraction in extractions:
        for relation in extraction.relations:
            if relation.type is RelationType.AFFILIATION and relation.status in HOLDING and relation.object is not None:
                held.setdefault(relation.subject, set()).add(relation.object)
    return held


def _around(id_: str, entities: Mapping[str, Placed], homes: Collection[str]) -> Iterator[str]:
    """An entity, its wholes, and the areas across states around them."""
    chain = _chain(id_, entities)
    yield from chain
    if chain[-1] not in homes:
        for place in chain:
            yield from areas_around(place)


def _chain(id_: str, entities: Mapping[str, Placed]) -> list[str]:
    """An entity and its wholes, each once, so that a circle ends."""
    chain: list[str] = []
    following: str | None = id_
    while following is not None and following not in chain:
        chain.append(following)
        entity = entities.get(following)
        following = entity.part_of if entity is not None else None
    return chain
