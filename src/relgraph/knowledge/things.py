"""Reads entities and topics of a store by their IRIs, and which there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from pydantic import ValidationError

from relgraph.errors import StoreError, UnknownName
from relgraph.knowledge.values import Topic
from relgraph.model import Entity
from relgraph.queries.batches import asked, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, EntityType

_PAGE = 500
_TOLD = """SELECT ?thing ?property ?value (LANG(?value) AS ?language) WHERE { ?thing ?property ?value
  FILTER(?property IN (rdf:type, rdfs:label, skos:prefLabel, skos:broader, rg:code, rg:partOf, owl:sameAs)) }"""
_ENTITIES = "SELECT DISTINCT ?thing WHERE {{ ?thing a rg:{} ; rdfs:label ?label }}"
_TOPICS = "SELECT DISTINCT ?thing WHERE { ?thing skos:inScheme rg:TopicScheme }"
_KINDS = {ONTOLOGY + kind: kind for kind in EntityType}
_ABOVE = ("Territory", "Organisation", "Actor", "Entity")
_LABEL = PREFIXES["rdfs"] + "label"
_NAME = PREFIXES["skos"] + "prefLabel"

Told = dict[str, list[tuple[str, str]]]
"""Values of a thing by property, each with its language."""


def read_entities(store: Store, iris: Iterable[str]) -> dict[str, Entity]:
    """Entities by IRI; what is none is left out.

    Raises:
        StoreError: the store cannot answer, or what it says is no entity of relgraph.
    """
    return {iri: _entity(store, iri, told) for iri, told in _told(store, iris) if _kinds(told)}


def read_topics(store: Store, iris: Iterable[str]) -> dict[str, Topic]:
    """Topics by IRI; one that the store has no name for is called by its id."""
    told = dict(_told(store, iris))
    return {iri: _topic(iri, told.get(iri, {})) for iri in iris}


def all_entities(store: Store, kind: str | None) -> Iterator[Entity]:
    """Entities of a class, or all, by IRI; some hundred are held at a time.

    Raises:
        UnknownName: there is no such class.
    """
    listed = sorted(value(row, "thing") for row in asked(store, _ENTITIES.format(class_name(kind or "Entity"))))
    pages = (listed[start : start + _PAGE] for start in range(0, len(listed), _PAGE))
    return (entity for page in pages for entity in read_entities(store, page).values())


def all_topics(store: Store) -> list[Topic]:
    """Topics by IRI."""
    return [*read_topics(store, sorted(value(row, "thing") for row in asked(store, _TOPICS))).values()]


def class_name(kind: str) -> str:
    """Local name of a class of entities, in any case.

    >>> class_name("country"), class_name("Actor")
    ('Country', 'Actor')

    Raises:
        UnknownName: there is none; what comes near is suggested.
    """
    known = {name.lower(): name for name in (*EntityType, *_ABOVE)}
    if kind.lower() not in known:
        near = get_close_matches(kind.lower(), known, n=3)
        raise UnknownName(kind, "type of entity", [str(known[name]) for name in near])
    return str(known[kind.lower()])


def _told(store: Store, iris: Iterable[str]) -> Iterator[tuple[str, Told]]:
    held: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    for row in batched(store, _TOLD, iris):
        told = value(row, "value"), row["language"] or ""
        held[value(row, "thing")][value(row, "property")].append(told)
    for iri in sorted(held):
        yield iri, held[iri]


def _entity(store: Store, iri: str, told: Told) -> Entity:
    names = _names(told.get(_LABEL, ()))
    try:
        return Entity(
            id=iri,
            type=_kinds(told)[0],
            name=names.get("de") or next(iter(names.values()), ""),
            name_en=names.get("en"),
            code=_first(told, "rg", "code"),
            part_of=_first(told, "rg", "partOf"),
            same_as=tuple(sorted(address for address, _ in told.get(PREFIXES["owl"] + "sameAs", ()))),
        )
    except ValidationError as error:
        raise StoreError(store.location, f"{iri} is no entity: {error.errors()[0]['msg']}") from None


def _topic(iri: str, told: Told) -> Topic:
    names = _names(told.get(_NAME, ()))
    return Topic(
        id=iri,
        name=names.get("de") or next(iter(names.values()), iri.rpartition("/")[2]),
        name_en=names.get("en"),
        broader=tuple(sorted(above for above, _ in told.get(PREFIXES["skos"] + "broader", ()))),
    )


def _kinds(told: Mapping[str, list[tuple[str, str]]]) -> list[EntityType]:
    """Its classes of the lowest level, in the order in which they are listed: a place before a body."""
    named = {name for name, _ in told.get(PREFIXES["rdf"] + "type", ())}
    return [kind for name, kind in _KINDS.items() if name in named]


def _names(labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for name, language in sorted(labels):
        names.setdefault(language, name)
    return names


def _first(told: Told, prefix: str, name: str) -> str | None:
    return min((held for held, _ in told.get(PREFIXES[prefix] + name, ())), default=None)
