"""Reads the names of everything in a store, with what is known of each: type, evidence, all that it is called.

Owns no searching; that is the business of `relgraph.queries.index`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, TERRITORIES, TOPIC, EntityType

TOPIC_KIND, RELEASE_KIND = "Topic", "Release"
_CLASSES = " ".join(f"rg:{kind}" for kind in EntityType)
_ENTITIES = f"""SELECT ?thing ?label (LANG(?label) AS ?language) ?class ?code
  {{ VALUES ?class {{ {_CLASSES} }} ?thing a ?class ; rdfs:label ?label OPTIONAL {{ ?thing rg:code ?code }} }}"""
_TOPICS = """SELECT ?thing ?label (LANG(?label) AS ?language) ?kind
  { VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel }
    ?thing skos:inScheme rg:TopicScheme ; ?kind ?label }"""
_RELEASES = """SELECT ?thing ?label ?date
  { GRAPH ?thing { ?thing a rg:Release ; dcterms:title ?label OPTIONAL { ?thing dcterms:issued ?date } } }"""
_BROADER = "SELECT ?thing ?above { ?thing skos:broader ?above }"
_MENTIONED = (
    "SELECT ?thing (COUNT(?release) AS ?n) { GRAPH ?release { ?release schema:mentions ?thing } } GROUP BY ?thing"
)
_TIED = """SELECT ?thing (SUM(?many) AS ?n)
  { ?tie rg:subject|rg:object ?thing ; a rg:Tie ; rg:relationCount ?many } GROUP BY ?thing"""
_ABOUT = """SELECT ?thing (COUNT(?relation) AS ?n) (COUNT(DISTINCT ?release) AS ?m)
  { GRAPH ?release { ?relation rg:topic ?thing } } GROUP BY ?thing"""
_HELD = "SELECT ?thing (COUNT(?relation) AS ?n) { GRAPH ?thing { ?relation a rg:Relation } } GROUP BY ?thing"


@dataclass(slots=True)
class Listed:
    """A thing that can be found: an entity, a topic or a release."""

    iri: str
    kind: str
    """Local name of its class: `Country`, …, `Topic`, `Release`."""
    names: dict[str, str] = field(default_factory=dict)
    """Its name by language."""
    aliases: set[str] = field(default_factory=set)
    """What else it is called."""
    code: str = ""
    relations: int = 0
    releases: int = 0
    date: str = ""
    above: frozenset[str] = frozenset()
    """Of a topic: the ids of all topics above it, and its own."""

    def name(self, language: str) -> str:
        """Its name in a language, else in German, else in any."""
        return self.names.get(language) or self.names.get("de") or next(iter(self.names.values()), self.iri)

    @property
    def weight(self) -> tuple[int, int]:
        """How much evidence there is."""
        return self.releases, self.relations


def listed(store: Store) -> list[Listed]:
    """Everything that has a name, in the order of IRIs.

    Raises:
        StoreError: the store cannot answer.
    """
    found: dict[str, Listed] = {}
    _add_entities(found, store)
    _add_topics(found, store)
    for row in asked(store, _RELEASES):
        iri = value(row, "thing")
        found.setdefault(
            iri, Listed(iri, RELEASE_KIND, {"de": value(row, "label")}, date=row["date"] or "", releases=1)
        )
    for iri, relations in _counts(store, _HELD).items():
        if iri in found:
            found[iri].relations = relations
    return [found[iri] for iri in sorted(found)]


def _add_entities(found: dict[str, Listed], store: Store) -> None:
    mentioned, tied, ranks = _counts(store, _MENTIONED), _counts(store, _TIED), _ranks()
    for row in asked(store, _ENTITIES):
        iri, kind = value(row, "thing"), value(row, "class").removeprefix(ONTOLOGY)
        one = found.setdefault(iri, Listed(iri, kind))
        if ranks[kind] < ranks[one.kind]:
            one.kind = kind
        _name(one, row)
        one.code = row["code"] or ""
        one.relations, one.releases = tied.get(iri, 0), mentioned.get(iri, 0)
    for iri, alias in _listed_aliases():
        if iri in found:
            found[iri].aliases.add(alias)


def _add_topics(found: dict[str, Listed], store: Store) -> None:
    broader: dict[str, set[str]] = defaultdict(set)
    for row in asked(store, _BROADER):
        broader[value(row, "thing")].add(value(row, "above"))
    counts = {value(row, "thing"): (int(value(row, "n")), int(value(row, "m"))) for row in asked(store, _ABOUT)}
    for row in asked(store, _TOPICS):
        iri = value(row, "thing")
        one = found.setdefault(iri, Listed(iri, TOPIC_KIND, above=frozenset(_closure(iri, broader))))
        if value(row, "kind").endswith("#prefLabel"):
            _name(one, row)
        else:
            one.aliases.add(value(row, "label"))
        one.relations, one.releases = counts.get(iri, (0, 0))


def _name(one: Listed, row: Mapping[str, str | None]) -> None:
    language, label = row["language"] or "de", value(row, "label")
    held = one.names.get(language)
    one.names[language] = label if held is None else min(held, label)


def _closure(iri: str, broader: Mapping[str, set[str]]) -> set[str]:
    reached, open_ = {iri.removeprefix(TOPIC)}, [iri]
    while open_:
        for above in broader.get(open_.pop(), ()):
            if above.removeprefix(TOPIC) not in reached:
                reached.add(above.removeprefix(TOPIC))
                open_.append(above)
    return reached


def _counts(store: Store, question: str) -> dict[str, int]:
    return {value(row, "thing"): int(value(row, "n")) for row in asked(store, question) if row["thing"]}


def _ranks() -> dict[str, int]:
    """Of two classes of one thing, which one tells more: a place before a body."""
    first = [kind.value for kind in EntityType if kind in TERRITORIES]
    rest = [kind.value for kind in EntityType if kind not in TERRITORIES]
    return {kind: place for place, kind in enumerate([*first, *rest])}


def _listed_aliases() -> Iterator[tuple[str, str]]:
    """What the gazetteer calls territories and organisations, where the form alone is enough."""
    from relgraph.names.forms import listed_namings
    from relgraph.names.naming import Need, Shape

    for naming in listed_namings():
        iri = naming.entry.iri
        for form in naming.forms:
            if form.shape is Shape.NAME and form.need is Need.NOTHING:
                yield iri, form.text
