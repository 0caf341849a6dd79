"""The territory a release speaks for: what "das Land" and an office without a body mean."""

import re
from collections.abc import Collection

from relgraph import iris
from relgraph.errors import UnknownName
from relgraph.extraction.draft import Draft
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import TERRITORIES, EntityType

_CITY = re.compile(r"\b(?:Stadt|Hansestadt|Landeshauptstadt)\s+(\S+)")


def home(draft: Draft, types: Collection[EntityType] | None = None) -> Entity | None:
    """The release's region, or its city where the publisher is one; None where nothing of these types is known."""
    for label in (_city(draft.release.publisher), draft.release.region):
        if label and (entity := _resolve(label)) and (types is None or entity.type in types):
            draft.entities.setdefault(entity.id, entity)
            return entity
    return None


def region(draft: Draft) -> Entity | None:
    """The region the release names as its own."""
    entity = _resolve(draft.release.region) if draft.release.region else None
    if entity:
        draft.entities.setdefault(entity.id, entity)
    return entity


def country(draft: Draft) -> Entity | None:
    """The country of the release's region."""
    entity = region(draft)
    while entity and entity.type != EntityType.COUNTRY:
        entity = gazetteer().by_id(entity.part_of) if entity.part_of else None
    if entity:
        draft.entities.setdefault(entity.id, entity)
    return entity


def is_abroad(draft: Draft, entity: Entity) -> bool:
    """Whether an entity leads abroad: a place outside the release's country, or an organisation of several states."""
    if entity.type == EntityType.INTERNATIONAL_ORGANISATION:
        return True
    if entity.type not in TERRITORIES - {EntityType.WORLD_REGION}:
        return False
    own, place = country(draft), entity
    while place.part_of and place.type != EntityType.COUNTRY and (around := gazetteer().by_id(place.part_of)):
        place = around
    return place.type == EntityType.COUNTRY and (own is None or place.id != own.id)


def own_body(draft: Draft, kind: EntityType, word: str) -> Entity | None:
    """The body of that name that the release's region has: "Landtag" → "Landtag Brandenburg"."""
    if draft.release.region is None:
        return None
    label = f"{word} {draft.release.region}"
    known = next((hit.entity for hit in gazetteer().find(label) if hit.end - hit.start == len(label)), None)
    entity = known or Entity(id=iris.entity(kind, label), type=kind, name=label)
    return draft.entities.setdefault(entity.id, entity)


def _city(publisher: str | None) -> str | None:
    match = _CITY.search(publisher or "")
    return match[1] if match else None


def _resolve(label: str) -> Entity | None:
    try:
        return gazetteer().resolve(label)
    except UnknownName:
        return None
