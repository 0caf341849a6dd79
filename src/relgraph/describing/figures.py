"""What a graph consists of, counted: statements, classes, properties, links to other data sets.

Owns its questions. Few of them run over everything, so that ten thousand releases are counted in two seconds; what the
ontology says beside the data in a store is taken off again, as no export holds it.
"""

from collections import Counter
from dataclasses import dataclass

from relgraph.graph.ontology import ontology_nquads
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import ONTOLOGY, PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"
_DISTINCT = (
    "Entity", "Release", "Relation", "Evidence", "Tie", "Tally", "Backing", "JointField", "MonthSum", "YearSum",
    "CountryField", "InstitutionField",
)  # fmt: skip
_SELECTORS = ("TextQuoteSelector", "TextPositionSelector")

_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_PROPERTIES = "SELECT ?term (COUNT(*) AS ?n) WHERE {{ {} }} GROUP BY ?term"
_NAMED = "GRAPH ?graph {{ {} }}"
_TRIPLE, _TYPED = "?s ?term ?o", "?s a ?term"
_ONTOLOGY = "VALUES ?s {{ {} }} {}"
_LINKS = "SELECT ?term (COUNT(*) AS ?n) WHERE { ?s owl:sameAs ?o BIND(STR(?o) AS ?term) } GROUP BY ?term"
_SPAN = """SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last)
WHERE { GRAPH ?release { ?release dcterms:issued ?date BIND(STR(?date) AS ?day) } }"""
_COUNTRY = "SELECT ?thing WHERE { ?thing a rg:Country } ORDER BY ?thing LIMIT 1"
_RELEASE = "SELECT ?thing WHERE { GRAPH ?thing { ?thing a rg:Release } } ORDER BY ?thing LIMIT 1"
_RELATION = "SELECT ?thing WHERE {{ GRAPH {} {{ ?thing a rg:Relation }} }} ORDER BY ?thing LIMIT 1"
_REGIONS = "SELECT DISTINCT ?thing WHERE { GRAPH ?release { ?release rg:region ?thing } } ORDER BY ?thing"
_LANGUAGES = "SELECT DISTINCT ?thing WHERE { GRAPH ?release { ?release dcterms:language ?thing } } ORDER BY ?thing"


@dataclass(frozen=True)
class Figures:
    """Counts of a graph: statements by property and things by class, in what releases share and in their own graphs."""

    shared: Counter[str]
    named: Counter[str]
    classes: Counter[str]
    links: Counter[str]
    """Statements by the address that an entity is the same as."""
    releases: int
    first: str | None
    last: str | None
    examples: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    """The territories that releases speak for."""
    languages: tuple[str, ...] = ()

    @property
    def properties(self) -> Counter[str]:
        """Statements by property."""
        return self.shared + self.named

    @property
    def triples(self) -> int:
        """Statements; none stands in two graphs."""
        return self.properties.total()

    @property
    def subjects(self) -> int:
        """Things that statements are about: each has exactly one of the classes that are summed up here."""
        kinds = [ONTOLOGY + name for name in _DISTINCT] + [PREFIXES["oa"] + name for name in _SELECTORS]
        return sum(self.classes[kind] for kind in kinds)


def figures(store: Store) -> Figures:
    """Count a store.

    Raises:
        StoreError: the store cannot answer.
    """
    beside = " ".join(sorted({line.partition(" ")[0] for line in ontology_nquads()}))
    named = _NAMED.format
    span = next(iter(store.rows(_PREFIXES + _SPAN)))
    typed = _counts(store, _TYPED) - _counts(store, _ONTOLOGY.format(beside, _TYPED))
    return Figures(
        shared=_counts(store, _TRIPLE) - _counts(store, _ONTOLOGY.format(beside, _TRIPLE)),
        named=_counts(store, named(_TRIPLE)),
        classes=typed + _counts(store, named(_TYPED)),
        links=_counter(store, _LINKS),
        releases=_counts(store, named("?s a ?term FILTER(?s = ?graph)"))[ONTOLOGY + "Release"],
        first=span["first"],
        last=span["last"],
        examples=_examples(store),
        regions=_things(store, _REGIONS),
        languages=_things(store, _LANGUAGES),
    )


def _examples(store: Store) -> tuple[str, ...]:
    """A country, a release and, where it states one, a relation of it: the first of each."""
    releases = _things(store, _RELEASE)
    relations = (thing for release in releases for thing in _things(store, _RELATION.format(Iri(release).n3())))
    return (*_things(store, _COUNTRY), *releases, *relations)


def _counts(store: Store, pattern: str) -> Counter[str]:
    return _counter(store, _PROPERTIES.format(pattern))


def _counter(store: Store, question: str) -> Counter[str]:
    return Counter({row["term"] or "": int(row["n"] or 0) for row in store.rows(_PREFIXES + question)})


def _things(store: Store, question: str) -> tuple[str, ...]:
    return tuple(row["thing"] or "" for row in store.rows(_PREFIXES + question))
