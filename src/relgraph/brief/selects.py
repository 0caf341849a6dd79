"""The questions that a brief asks a store: first what belongs to the focus, then relations with all they hold.

What is asked about comes as a VALUES block of IRIs, some hundred at a time, so that each question stays a plain join
however large the graph is.
"""

from collections.abc import Iterable, Iterator, Mapping

from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import PREFIXES

Row = Mapping[str, str | None]

_BATCH = 300

WITHIN = "SELECT DISTINCT ?found WHERE { ?found rg:partOf* ?thing }"
# What a tie holds for is asked first, so that no question walks through all ties
PEOPLE = """SELECT DISTINCT ?found WHERE {
  ?tie rg:object ?thing ; rg:relationType rg:Affiliation ; rg:subject ?found }"""
OFFICES = """SELECT ?thing ?of ?releases WHERE {
  ?tie rg:subject ?thing ; rg:relationType rg:Affiliation ; rg:object ?of ; rg:releaseCount ?releases }"""
RELATIONS = """SELECT DISTINCT ?found WHERE {
  { GRAPH ?graph { ?found rg:subject ?thing } } UNION { GRAPH ?graph { ?found rg:object ?thing } } }"""
MENTIONING = "SELECT DISTINCT ?found WHERE { GRAPH ?found { ?found schema:mentions ?thing } }"
PRIORITIES = "SELECT DISTINCT ?found WHERE { GRAPH ?thing { ?found a rg:Interest } }"
PROPERTIES = "SELECT ?graph ?thing ?property ?value WHERE { GRAPH ?graph { ?thing ?property ?value } }"
SENTENCES = """SELECT ?thing ?value WHERE {
  GRAPH ?graph { ?thing rg:evidence ?evidence . ?evidence oa:hasSelector ?quote . ?quote oa:exact ?value } }"""
RELEASES = """SELECT ?thing ?property ?value WHERE { GRAPH ?thing { ?thing ?property ?value } FILTER(?property IN (
  dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language, rg:region)) }"""
NAMES = """SELECT ?thing ?value (LANG(?value) AS ?language) WHERE {
  { ?thing rdfs:label ?value } UNION { ?thing skos:prefLabel ?value } }"""
KINDS = "SELECT ?thing ?value WHERE { ?thing a ?value }"
PARTS = "SELECT ?thing ?value WHERE { ?thing rg:partOf ?value }"
TECHNOLOGIES = "SELECT DISTINCT ?found WHERE { ?found skos:broader* ?thing }"
NEWEST = (
    "SELECT (MAX(STR(?issued)) AS ?value) WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?issued } }"
)


def rows(store: Store, question: str, about: Iterable[str] | None = None) -> Iterator[Row]:
    """Rows of a question with `?thing` bound to each IRI in `about`, where it has any; in a stable order of batches."""
    head, _, body = question.partition("WHERE {")
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if f"{prefix}:" in question)
    if about is None:
        yield from store.select(declared + question).dicts()
        return
    things = sorted(set(about))
    for start in range(0, len(things), _BATCH):
        listed = " ".join(Iri(thing).n3() for thing in things[start : start + _BATCH])
        yield from store.select(f"{declared}{head}WHERE {{ VALUES ?thing {{ {listed} }} {body}").dicts()


def found(store: Store, question: str, about: Iterable[str]) -> set[str]:
    """What a question with the one column `?found` finds."""
    return {text(row, "found") for row in rows(store, question, about)}


def text(row: Row, column: str) -> str:
    """Value of a column that the question always binds."""
    value = row[column]
    if value is None:
        raise ValueError(f"the question leaves ?{column} unbound")
    return value
