"""The territory a release speaks for: what "das Land" and an office without a body mean."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

from relgraph import iris
from relgraph.errors import UnknownName
from relgraph.extraction.draft import Draft
from relgraph.extraction.publisher import publisher
from relgraph.model import Entity
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

_CITY = re.compile(r"\b(?:Stadt|Hansestadt|Landeshauptstadt|Gemeinde|Bundesstadt)\s+(\S+)")
_KIND = re.compile(r"^(?:Kanton|Land|Freistaat|Bundesland|Provinz|Region|Stadt|Fürstentum|Großherzogtum)\s+")
_REACH = 100
"""How many names back a body of the other side may come back to."""
_SAINT = re.compile(r"\bSt\.(?=\w)")
_DISTRICT = re.compile(r"\b((?:Landkreis|Kreis)(?:es)? (?:Bad |Sankt |St\. )?[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ][\w-]+kreis)\b")


def home(draft: Draft, types: Collection[EntityType] | None = None) -> Entity | None:
    """Organisation or city that publishes, else the release's region; None where nothing of these types is known."""
    for entity in (publisher(draft), *_own(draft.release.publisher or "", draft.release.region)):
        if entity and (types is None or entity.type in types):
            draft.entities.setdefault(entity.id, entity)
            return entity
    return None


@lru_cache(maxsize=1024)
def _own(publisher: str, region: str | None) -> tuple[Entity | None, ...]:
    """District, city and region that publish, as far as their names tell."""
    return _district(publisher), _resolve(_city(publisher)), _resolve(region)


def region(draft: Draft) -> Entity | None:
    """The region the release names as its own."""
    entity = _resolve(draft.release.region)
    if entity:
        draft.entities.setdefault(entity.id, entity)
    return entity


def country(draft: Draft) -> Entity | None:
    """The country of the release's region."""
    own = region(draft)
    entity = state_of(own) if own else None
    if entity:
        draft.entities.setdefault(entity.id, entity)
    return entity


def is_abroad(draft: Draft, entity: Entity) -> bool:
    """Whether an entity leads abroad: a place outside the release's country, or an organisation of several states."""
    if entity.type == EntityType.INTERNATIONAL_ORGANISATION:
        return True
    if entity.type not in TERRITORIES - {EntityType.WORLD_REGION}:
        return False
    own, state = country(draft), state_of(entity)
    return state is not None and (own is None or state.id != own.id)


def state_of(entity: Entity) -> Entity | None:
    """The country that a territory is or lies in."""
    return entity if entity.type == EntityType.COUNTRY else _state(entity.part_of)


@lru_cache(maxsize=16_384)
def _state(around: str | None) -> Entity | None:
    """The country that a territory is or lies in, by its IRI."""
    place = gazetteer().by_id(around) if around else None
    return state_of(place) if place else None


def around(entity: Entity) -> Iterator[str]:
    """Ids of the territories that a territory lies in, from the nearest."""
    part_of = entity.part_of
    while part_of:
        yield part_of
        wider = gazetteer().by_id(part_of)
        part_of = wider.part_of if wider else None


def own_body(draft: Draft, kind: EntityType, word: str) -> Entity | None:
    """The body of that name that the release's region has: "Landtag" → "Landtag Brandenburg"."""
    if draft.release.region is None:
        return None
    label = f"{word} {draft.release.region}"
    entity = next(iter(_called(label)), None) or Entity(id=iris.entity(kind, label), type=kind, name=label)
    return draft.entities.setdefault(entity.id, entity)


def known_organisation(name: str) -> Entity | None:
    """The organisation that the gazetteer knows by a name."""
    return next((entity for entity in _called(name) if entity.type in ORGANISATIONS), None)


def town_of(name: str) -> Entity | None:
    """The town that the gazetteer knows by a name."""
    entity = _resolve(name)
    return entity if entity and entity.type == EntityType.CITY else None


def listed_body(kind: EntityType, label: str) -> Entity | None:
    """The government body that the authorities list under a name."""
    called = _called(label) if kind == EntityType.GOVERNMENT_BODY else ()
    return next((entity for entity in called if entity.type == kind), None)


def body_there(draft: Draft, kind: EntityType, word: str, place: int, of: EntityType) -> Entity | None:
    """The body of that name that the country or region abroad has which was named last before a place."""
    near = islice(draft.spans.before(place), _REACH)
    named = (draft.entities[span.id] for span in near if span.form != "reference")
    abroad = (entity for entity in named if entity.type in TERRITORIES and is_abroad(draft, entity))
    places = abroad if of == EntityType.REGION else (state for one in abroad if (state := state_of(one)))
    there = next((entity for entity in places if entity.type == of), None)
    if there is None:
        return None
    label = f"{word} {there.name}"
    return listed_body(kind, label) or Entity(id=iris.entity(kind, label), type=kind, name=label)


@lru_cache(maxsize=1024)
def _called(label: str) -> tuple[Entity, ...]:
    """The entities that a text of this label alone names."""
    return tuple(hit.entity for hit in gazetteer().find(label) if hit.end - hit.start == len(label))


def own_city_body(draft: Draft, kind: EntityType, word: str) -> Entity | None:
    """The body of that name that the publishing city has: "Gemeinderat" → "Gemeinderat Freiburg"."""
    own = home(draft, {EntityType.CITY})
    if own is None:
        return None
    entity = Entity(id=iris.entity(kind, f"{word} {own.name}"), type=kind, name=f"{word} {own.name}")
    return draft.entities.setdefault(entity.id, entity)


def is_within(draft: Draft, codes: Collection[str]) -> bool:
    """Whether the release's region is or lies in one of these territories; no codes mean everywhere."""
    own = region(draft) if codes else None
    around = {own.code, own.code[:2], own.name} if own and own.code else {own.name} if own else set()
    return not codes or not around.isdisjoint(codes)


@lru_cache(maxsize=1024)
def _city(publisher: str | None) -> str | None:
    match = _CITY.search(publisher or "")
    return match[1] if match else None


@lru_cache(maxsize=1024)
def _district(publisher: str) -> Entity | None:
    """The rural district that publishes; by the annotation scheme it is a city."""
    match = _DISTRICT.search(publisher)
    name = re.sub(r"kreises ", "kreis ", match[1]) if match else ""
    return Entity(id=iris.entity(EntityType.CITY, name), type=EntityType.CITY, name=name) if name else None


@lru_cache(maxsize=1024)
def _resolve(label: str | None) -> Entity | None:
    """The entity of a name, also without the word for what it is and with "St.Gallen" spelled apart."""
    if not label:
        return None
    apart = _SAINT.sub("St. ", label)
    for name in dict.fromkeys((apart, _KIND.sub("", apart))):
        try:
            return gazetteer().resolve(name)
        except UnknownName:
            continue
    return None
