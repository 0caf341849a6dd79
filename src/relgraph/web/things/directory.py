"""Lists of all there is: entities by class, in the order of the alphabet, and the tree of topics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing
from relgraph.names.folding import folded
from relgraph.queries.batches import asked, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import EntityType
from relgraph.web.things.entity import Part
from relgraph.web.things.names import things
from relgraph.web.things.paging import Paged, paged

PAGE = 100

_COUNT = "SELECT (COUNT(DISTINCT ?thing) AS ?entities) WHERE {{ ?thing a rg:{kind} }}"
_NAMES = """SELECT ?thing ?name (LANG(?name) AS ?language) WHERE {{
  {{ SELECT ?thing WHERE {{ ?thing a rg:{kind} }} LIMIT 99999999 }} ?thing rdfs:label ?name }}"""
_TIES = """SELECT ?thing (COUNT(?tie) AS ?ties) WHERE { { ?tie rg:subject ?thing } UNION { ?tie rg:object ?thing } }
  GROUP BY ?thing"""
_TOPICS = """SELECT ?topic ?broader WHERE { VALUES ?kind { rg:Topic rg:TopicGroup } ?topic a ?kind
  OPTIONAL { ?topic skos:broader ?broader } }"""
_WEIGHTS = "SELECT ?topic (COUNT(?tie) AS ?ties) WHERE { ?topic a rg:Topic . ?tie rg:topic ?topic } GROUP BY ?topic"


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """How many entities of each class there are, and of one class a page of them."""

    counts: Mapping[str, int]
    kind: str | None
    entities: Paged[Part] | None
    things: Mapping[str, Thing]


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic with what is below it; `ties` are those about the topic itself."""

    iri: str
    ties: int
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The tree of topics."""

    branches: tuple[Branch, ...]
    things: Mapping[str, Thing]


def entities_page(store: Store, kind: EntityType | None, page: int, language: str) -> EntitiesPage:
    """A page of the directory.

    Raises:
        QueryError: there is no such page.
    """
    counts = {
        one.value: number
        for one in EntityType
        if (number := int(value(next(asked(store, _COUNT.format(kind=one.value))), "entities")))
    }
    if kind is None:
        return EntitiesPage(counts, None, None, {})
    names: dict[str, dict[str, str]] = {}
    for row in asked(store, _NAMES.format(kind=kind.value)):
        names.setdefault(value(row, "thing"), {})[row["language"] or "de"] = value(row, "name")
    shown = {iri: own.get(language) or own.get("de") or min(own.values()) for iri, own in names.items()}
    cut = paged(sorted(shown, key=lambda iri: (folded(shown[iri]), shown[iri], iri)), page, PAGE)
    weights = {value(row, "thing"): int(value(row, "ties")) for row in batched(store, _TIES, cut.shown)}
    parts = tuple(Part(iri, weights.get(iri, 0)) for iri in cut.shown)
    held = Paged(parts, cut.total, cut.page, cut.pages, cut.first)
    return EntitiesPage(counts, kind.value, held, things(store, {*cut.shown}))


def topics_page(store: Store, language: str) -> TopicsPage:
    """The tree of topics, in each branch in the order of the alphabet."""
    broader: dict[str, str | None] = {}
    for row in asked(store, _TOPICS):
        topic, above = value(row, "topic"), row["broader"]
        broader[topic] = min(filter(None, (broader.get(topic), above)), default=None)
    weights = {value(row, "topic"): int(value(row, "ties")) for row in asked(store, _WEIGHTS)}
    known = things(store, {*broader})
    below: dict[str | None, list[str]] = {}
    for topic in sorted(broader, key=lambda iri: folded(known[iri].names.get(language, iri))):
        below.setdefault(broader[topic] if broader[topic] in broader else None, []).append(topic)

    def grown(topics: Iterable[str]) -> tuple[Branch, ...]:
        return tuple(Branch(topic, weights.get(topic, 0), grown(below.get(topic, ()))) for topic in topics)

    return TopicsPage(grown(below.get(None, ())), known)
