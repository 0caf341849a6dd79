"""Reads relations of a store, release by release: however many there are, those of some releases are held at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from relgraph.errors import StoreError
from relgraph.knowledge.releases import pages, read_releases
from relgraph.knowledge.things import read_entities, read_topics
from relgraph.knowledge.values import KnownRelation, Topic
from relgraph.knowledge.wanted import Wanted
from relgraph.model import Entity, Evidence, Release
from relgraph.queries.batches import asked, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, RelationType

_GRAPHS = "SELECT DISTINCT ?thing WHERE {{ GRAPH ?thing {{ {} }} }}"
_TOLD = "SELECT DISTINCT ?thing ?relation ?property ?value WHERE {{ GRAPH ?thing {{ {} ?relation ?property ?value }} }}"
_SAID = """SELECT ?thing ?said ?property ?value WHERE { GRAPH ?thing {
  ?said oa:hasSelector ?selector . ?selector ?property ?value FILTER(?property IN (oa:exact, oa:start, oa:end)) } }"""
_TYPES = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_ENDS = ("subject", "object", "document", "event")
_PLAIN = ("role", "amount", "date", "from", "until", "when", "confidence", "rule", "reviewer", "reviewedOn")
_OA, _TYPE = PREFIXES["oa"], PREFIXES["rdf"] + "type"

Told = dict[str, set[str]]
"""Values of a relation by the local name of their property."""


def read_relations(store: Store, wanted: Wanted) -> Iterator[KnownRelation]:
    """Relations that are wanted, by release and place in its text.

    Raises:
        StoreError: the store cannot answer, or what it says is no relation of relgraph.
    """
    pattern = wanted.pattern()
    for page in pages(value(row, "thing") for row in asked(store, _GRAPHS.format(pattern))):
        by_release: dict[str, dict[str, Told]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
        for row in batched(store, _TOLD.format(pattern), page):
            name = value(row, "property")
            told = by_release[value(row, "thing")][value(row, "relation")]
            told[name.removeprefix(ONTOLOGY)].add(value(row, "value"))
        yield from _page(store, wanted, by_release)


def _page(store: Store, wanted: Wanted, by_release: Mapping[str, Mapping[str, Told]]) -> Iterator[KnownRelation]:
    releases, said = read_releases(store, by_release), _said(store, by_release)
    told = [one for relations in by_release.values() for one in relations.values()]
    entities = read_entities(store, {iri for one in told for name in _ENDS for iri in one.get(name, ())})
    topics = read_topics(store, {iri for one in told for iri in one.get("topic", ())})
    for release in sorted(by_release):
        found = [
            _relation(store, iri, one, entities, topics, said, releases[release])
            for iri, one in by_release[release].items()
            if wanted.fits(one[_TYPE], min(one.get("subject", {""})), min(one.get("object", ()), default=None))
        ]
        yield from sorted(found, key=lambda relation: (relation.evidence.start, relation.id))


def _relation(
    store: Store,
    iri: str,
    told: Told,
    entities: Mapping[str, Entity],
    topics: Mapping[str, Topic],
    said: Mapping[str, dict[str, str]],
    release: Release,
) -> KnownRelation:
    single = {name: min(told[name]) for name in (*_ENDS, *_PLAIN, "status", "basis", "evidence") if told.get(name)}
    sentence = said.get(single.get("evidence", ""), {})
    fields: dict[str, object] = {name: single[name] for name in _PLAIN if name in single}
    fields |= {name: entities.get(single[name]) for name in _ENDS if name in single}
    try:
        return KnownRelation.model_validate(
            fields
            | {
                "id": iri,
                "type": next((kind for name, kind in _TYPES.items() if name in told[_TYPE]), None),
                "topics": tuple(topics[topic] for topic in sorted(told.get("topic", ()))),
                "status": single.get("status", "").removeprefix(ONTOLOGY),
                "basis": single.get("basis", "").removeprefix(ONTOLOGY),
                "evidence": Evidence(
                    text=sentence.get("exact", ""), start=int(sentence.get("start", 0)), end=int(sentence.get("end", 0))
                ),
                "release": release,
            }
        )
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise StoreError(store.location, f"{iri} is no relation: {where}: {error.errors()[0]['msg']}") from None


def _said(store: Store, releases: Iterable[str]) -> dict[str, dict[str, str]]:
    """Words and place of each sentence by the IRI of the evidence."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, _SAID, releases):
        said[value(row, "said")][value(row, "property").removeprefix(_OA)] = value(row, "value")
    return said
