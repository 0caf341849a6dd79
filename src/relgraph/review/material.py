"""What a store holds that a person may be asked about: machine-read relations, entities, sentences that name them.

Owns the questions to the store; what is asked of whom is the queue's matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from relgraph import iris
from relgraph.errors import StoreError, UnknownName
from relgraph.model import Evidence, Relation
from relgraph.names.folding import folded
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import ONTOLOGY, TOPIC, Basis, EntityType, RelationType

_OPTIONAL = ("object", "document", "event", "role", "amount", "date", "from", "until")
# The few unsure relations are found first, and everything else is asked of them alone: ten times as fast. A value that
# stands in the query, such as rg:machine, would be found first in its stead. The bound is a number of ours, no text.
_UNSURE = """{ SELECT ?release ?relation ?confidence {
    GRAPH ?release { ?relation rg:confidence ?confidence } FILTER(?confidence < BELOW) } }"""
_RELATIONS = f"""SELECT ?release ?relation ?type ?subject ?status ?confidence ?rule ?basis ?sentence ?start ?end
  {" ".join(f"?{name}" for name in _OPTIONAL)} {{ {_UNSURE} GRAPH ?release {{
    ?relation a ?type ; rg:basis ?basis ; rg:subject ?subject ; rg:status ?status ; rg:rule ?rule ;
      rg:evidence ?evidence .
    FILTER(?type != rg:Relation)
    ?evidence oa:hasSelector/oa:exact ?sentence ; oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end .
    {" ".join(f"OPTIONAL {{ ?relation rg:{name} ?{name} }}" for name in _OPTIONAL)} }} }}"""
_TOPICS = f"SELECT ?relation ?topic {{ {_UNSURE} GRAPH ?release {{ ?relation rg:topic ?topic }} }}"
_RELEASES = """SELECT ?release ?id ?title ?date ?publisher ?url { GRAPH ?release {
    ?release a rg:Release ; dcterms:identifier ?id ; dcterms:title ?title .
    OPTIONAL { ?release dcterms:issued ?date } OPTIONAL { ?release dcterms:publisher ?publisher }
    OPTIONAL { ?release dcterms:source ?url } } }"""
_ENTITIES = (
    """SELECT ?entity ?type ?label { ?entity a rg:Entity, ?type ; rdfs:label ?label FILTER(LANG(?label) = "de") }"""
)
_COUNTS = """SELECT ?entity (COUNT(DISTINCT ?release) AS ?n)
    { GRAPH ?release { ?release schema:mentions ?entity } } GROUP BY ?entity"""
_MENTIONED = "SELECT ?entity { GRAPH ?release { ?release schema:mentions ?entity } }"
_SENTENCES = """SELECT DISTINCT ?id ?date ?sentence { GRAPH ?release {
    { ?relation rg:subject ?entity } UNION { ?relation rg:object ?entity } UNION { ?relation rg:document ?entity }
    UNION { ?relation rg:event ?entity }
    ?relation rg:evidence/oa:hasSelector/oa:exact ?sentence . ?release dcterms:identifier ?id .
    OPTIONAL { ?release dcterms:issued ?date } } } ORDER BY ?id ?sentence LIMIT 3"""
_MACHINE = ONTOLOGY + Basis.MACHINE
_KINDS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_TYPES = {ONTOLOGY + kind: kind for kind in EntityType}


@dataclass(frozen=True)
class Source:
    """The release that a sentence stands in."""

    id: str
    title: str
    date: str | None
    publisher: str | None
    url: str | None


@dataclass(frozen=True)
class Known:
    """An entity of the graph; `releases` counts those that name it."""

    id: str
    name: str
    type: EntityType
    releases: int = 0

    @property
    def local(self) -> bool:
        """Whether the name says who is meant only within its release, as "Absichtserklärung" does."""
        return self.id.rpartition("/")[0].rpartition("/")[2] not in {"document", "event"} and self.type in (
            EntityType.DOCUMENT,
            EntityType.EVENT,
        )


@dataclass(frozen=True)
class Saying:
    """A sentence that names an entity, as an example."""

    release: str
    date: str | None
    sentence: str


class Material:
    """What there is to be asked about in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def entities(self) -> Mapping[str, Known]:
        """All entities by IRI."""
        counts = {row["entity"]: int(row["n"] or 0) for row in self._store.select(_COUNTS).dicts()}
        found: dict[str, Known] = {}
        for entity, kind, label in self._store.select(_ENTITIES).rows:
            iri, name = str(entity), str(label)
            if str(kind) in _TYPES and (iri not in found or name < found[iri].name):
                found[iri] = Known(iri, name, _TYPES[str(kind)], counts.get(iri, 0))
        return dict(sorted(found.items()))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All releases by IRI."""
        return {
            str(row["release"]): Source(str(row["id"]), str(row["title"]), row["date"], row["publisher"], row["url"])
            for row in self._store.select(_RELEASES).dicts()
        }

    def relations(self, below: float) -> list[tuple[Source, Relation]]:
        """Relations that were read by machine with a confidence below a bound, by release and place.

        Raises:
            StoreError: the store holds what is no relation.
        """
        bound = f"{below:f}"
        topics: dict[str, list[str]] = {}
        for relation, topic in self._store.select(_TOPICS.replace("BELOW", bound)).rows:
            topics.setdefault(str(relation), []).append(str(topic).removeprefix(TOPIC))
        found = [
            (self.sources[str(row["release"])], self._relation(row, topics.get(str(row["relation"]), [])))
            for row in self._store.select(_RELATIONS.replace("BELOW", bound)).dicts()
            if row["type"] in _KINDS and row["basis"] == _MACHINE
        ]
        return sorted(found, key=lambda pair: (pair[0].id, pair[1].evidence.start, pair[1].id))

    def mentioned(self, release: str) -> frozenset[str]:
        """IRIs of all that a release names.

        Raises:
            UnknownName: the store has no release with the id.
        """
        if not any(source.id == release for source in self.sources.values()):
            raise UnknownName(release, "release", _nearest(release, [one.id for one in self.sources.values()]))
        rows = self._store.select(_MENTIONED, {"release": Iri(iris.release(release))}).rows
        return frozenset(str(entity) for (entity,) in rows)

    def sayings(self, entity: str) -> list[Saying]:
        """Up to three sentences that say something of an entity."""
        rows = self._store.select(_SENTENCES, {"entity": Iri(entity)}).dicts()
        return [Saying(str(row["id"]), row["date"], str(row["sentence"])) for row in rows]

    def named(self, name: str) -> list[Known]:
        """Entities that bear a name, whatever its case and diacritics."""
        return self._by_name.get(folded(name), [])

    @cached_property
    def _by_name(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for known in self.entities.values():
            found.setdefault(folded(known.name), []).append(known)
        return found

    def nearest(self, name: str) -> list[str]:
        """Names of the graph that come nearest to one that nobody bears."""
        return _nearest(name, sorted({known.name for known in self.entities.values()}))

    def _relation(self, row: Mapping[str, str | None], topics: list[str]) -> Relation:
        sentence, start = row["sentence"] or "", int(row["start"] or 0)
        try:
            return Relation.model_validate(
                {
                    "id": row["relation"],
                    "type": _KINDS[str(row["type"])],
                    "subject": row["subject"],
                    "status": str(row["status"]).removeprefix(ONTOLOGY),
                    "confidence": float(row["confidence"] or 0),
                    "rule": row["rule"],
                    "topics": tuple(sorted(topics)),
                    "evidence": Evidence(text=sentence, start=start, end=int(row["end"] or 0)),
                }
                | {name: row[name] for name in _OPTIONAL}
            )
        except ValueError as error:
            raise StoreError(
                self._store.location, f"{row['relation']} is damaged: {' '.join(str(error).split())}"
            ) from error


def _nearest(name: str, names: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(folded(name), names, scorer=fuzz.ratio, processor=folded, score_cutoff=60, limit=3)
    return [one for one, *_ in found]
