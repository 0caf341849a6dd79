"""What the site tells, out of a store: read once are names, ties and who names whom; sentences, thing by thing.

So a page asks for sentences alone, and memory holds no text of a release.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing, newness
from relgraph.brief.reading import origins, things
from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, EntityType
from relgraph.web.things.ties import Entry, entries, every_tie

_KINDS = " ".join(f"rg:{kind.value}" for kind in EntityType)
_ENTITIES = f"SELECT DISTINCT ?thing WHERE {{ VALUES ?kind {{ {_KINDS} }} ?thing a ?kind }}"
_TOPICS = """SELECT DISTINCT ?thing ?broader WHERE { VALUES ?kind { rg:Topic rg:TopicGroup } ?thing a ?kind
  OPTIONAL { ?thing skos:broader ?broader } }"""
_RELEASES = "SELECT ?thing WHERE { GRAPH ?thing { ?thing a rg:Release } }"
_MENTIONS = "SELECT ?release ?thing WHERE { GRAPH ?release { ?release schema:mentions ?thing } }"
_ABOUT = "SELECT DISTINCT ?release ?thing WHERE { GRAPH ?release { ?relation rg:topic ?thing } }"
_PARTS = "SELECT ?part ?whole WHERE { ?part rg:partOf ?whole }"
_OWN = """SELECT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {
  VALUES ?property { rg:code owl:sameAs skos:exactMatch skos:altLabel skos:definition } ?thing ?property ?value }"""
_ELSEWHERE = {PREFIXES["owl"] + "sameAs", PREFIXES["skos"] + "exactMatch"}
_CODE, _ALSO, _MEANS = PREFIXES["rg"] + "code", PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "definition"
_SUMS = """SELECT ?tie ?relation ?release WHERE {
  ?tie rg:sums ?relation . GRAPH ?release { ?relation rg:evidence ?evidence } }"""
_BASES = "SELECT ?basis (COUNT(?relation) AS ?n) WHERE { GRAPH ?release { ?relation rg:basis ?basis } } GROUP BY ?basis"
_SENTENCES = "SELECT (COUNT(DISTINCT ?sentence) AS ?n) WHERE { GRAPH ?release { ?sentence a rg:Evidence } }"


@dataclass(frozen=True, slots=True)
class Own:
    """What a thing says of itself beyond its name."""

    code: str | None = None
    elsewhere: tuple[str, ...] = ()
    definitions: Mapping[str, str] | None = None
    synonyms: Mapping[str, tuple[str, ...]] | None = None


_NOTHING = Own(definitions={}, synonyms={})


class Material:
    """What a store holds, by thing.

    Raises:
        StoreError: the store cannot answer, or was built by an earlier version.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.entities = sorted({value(row, "thing") for row in asked(store, _ENTITIES)})
        self.broader = _first_above((value(row, "thing"), row["broader"]) for row in asked(store, _TOPICS))
        """Topics with what each lies below."""
        self.origins = origins(store, {value(row, "thing") for row in asked(store, _RELEASES)})
        self.wholes = _first_above((value(row, "part"), row["whole"]) for row in asked(store, _PARTS))
        self.inside = _inside([*self.wholes.items(), *self.broader.items()])
        """What lies directly in a territory or below a topic."""
        self.things: dict[str, Thing] = things(store, {*self.entities, *self.broader})
        self.naming = self._releases_by(_MENTIONS)
        """Releases that name an entity, the newest first."""
        self.stating = self._releases_by(_ABOUT)
        """Releases that state a relation about a topic, the newest first."""
        self.entries = {entry.tie.iri: entry for entry in entries(store, every_tie(store))}
        self.summed = self._summed()
        """Relations of each tie, the newest first."""
        self.ties = self._ties_by_end()
        self.bases = {value(row, "basis").removeprefix(ONTOLOGY): int(value(row, "n")) for row in asked(store, _BASES)}
        """How many relations rest on what."""
        self.sentences = sum(int(value(row, "n")) for row in asked(store, _SENTENCES))
        self._own = self._own_values()

    def own(self, iri: str) -> Own:
        """What a thing says of itself."""
        return self._own.get(iri, _NOTHING)

    def around(self, iri: str) -> tuple[str, ...]:
        """What a thing lies in or below, the widest first, each once, so that a circle ends."""
        above = self.broader if iri in self.broader else self.wholes
        chain = [iri]
        while (whole := above.get(chain[-1])) is not None and whole not in chain:
            chain.append(whole)
        return tuple(reversed(chain[1:]))

    def newest(self, releases: Iterable[str]) -> list[str]:
        """Releases, the newest first."""
        return sorted(set(releases) & self.origins.keys(), key=lambda one: (-newness(self._date(one)), one))

    def _date(self, release: str) -> str:
        return self.origins[release].date or ""

    def _releases_by(self, question: str) -> dict[str, list[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in asked(self.store, question):
            found[value(row, "thing")].add(value(row, "release"))
        return {iri: self.newest(releases) for iri, releases in found.items()}

    def _summed(self) -> dict[str, list[str]]:
        found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for row in asked(self.store, _SUMS):
            release, relation = value(row, "release"), value(row, "relation")
            found[value(row, "tie")].append((-newness(self._date(release)), release, relation))
        return {tie: [relation for *_, relation in sorted(held)] for tie, held in found.items()}

    def _ties_by_end(self) -> dict[str, list[Entry]]:
        """Ties of each entity and topic, the strongest first."""
        found: dict[str, list[Entry]] = defaultdict(list)
        order = sorted(self.entries.values(), key=lambda one: one.tie.iri)
        order.sort(key=lambda one: (one.tie.sentences, one.tie.last), reverse=True)
        for entry in order:
            for end in {entry.tie.subject, entry.tie.object, *entry.topics} - {None}:
                found[str(end)].append(entry)
        return dict(found)

    def _own_values(self) -> dict[str, Own]:
        held: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        for row in asked(self.store, _OWN):
            thing, name, text = value(row, "thing"), value(row, "property"), value(row, "value")
            held[thing][name][row["language"] or ""].append(text)
        return {iri: _own(values) for iri, values in held.items() if iri in self.things}


def _own(values: Mapping[str, Mapping[str, list[str]]]) -> Own:
    links = {link for name in _ELSEWHERE for texts in values.get(name, {}).values() for link in texts}
    return Own(
        code=next((min(texts) for texts in values.get(_CODE, {}).values()), None),
        elsewhere=tuple(sorted(link for link in links if link.startswith(("https://", "http://")))),
        definitions={language: min(texts) for language, texts in values.get(_MEANS, {}).items()},
        synonyms={language: tuple(sorted(set(texts))) for language, texts in values.get(_ALSO, {}).items()},
    )


def _inside(pairs: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for thing, above in pairs:
        if above is not None:
            found[above].append(thing)
    return dict(found)


def _first_above(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str | None]:
    """Of several things around one, the first by IRI."""
    found: dict[str, str | None] = {}
    for thing, above in pairs:
        found[thing] = min(filter(None, (found.get(thing), above)), default=None)
    return found
