"""The questions that the projection asks a store, and the rows they give.

Entities, labels and topics stand in the default graph, releases with their relations in a named graph each; so no
question needs a union of graphs. Optional values come from questions of their own, which keeps each one a plain join
that any SPARQL server runs in one pass.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from relgraph.store.terms import Iri
from relgraph.vocabulary import PREFIXES, EntityType

Row = Mapping[str, str | None]


class Rows(Protocol):
    """The answer to a SELECT."""

    def dicts(self) -> Iterable[Row]:
        """One mapping of column to value for each row."""
        ...


class Selects(Protocol):
    """All that the projection needs of a store."""

    def select(self, sparql: str) -> Rows:
        """Answer a SELECT."""
        ...


TYPES = f"""SELECT ?entity ?type
WHERE {{ VALUES ?type {{ {" ".join(f"rg:{kind}" for kind in EntityType)} }} ?entity a ?type }}"""
LABELS = """SELECT ?thing ?label (LANG(?label) AS ?language)
WHERE { { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label } }"""
CODES = "SELECT ?entity ?value WHERE { ?entity rg:code ?value }"
PARTS = "SELECT ?entity ?value WHERE { ?entity rg:partOf ?value }"
RELEASES = "SELECT ?release ?title WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:title ?title } }"
RELATIONS = """SELECT ?release ?relation ?type ?subject ?sentence
WHERE { GRAPH ?release {
  ?relation a rg:Relation ; a ?type ; rg:subject ?subject ; rg:evidence/oa:hasSelector/oa:exact ?sentence .
  FILTER(?type != rg:Relation) } }"""
_TIE = "?tie rg:relationType ?type ; rg:subject ?subject ; rg:sentenceCount ?sentences"
_COUNTED = "?tie rg:relationCount ?relations ; rg:releaseCount ?releases ; rg:tieStatus ?status"
_TOPICAL = "rg:topic ?other FILTER NOT EXISTS { ?tie rg:object ?object }"
TIES = f"SELECT ?type ?subject ?other ?sentences WHERE {{ {_TIE} ; rg:object ?other }}"
TOPIC_TIES = f"SELECT ?type ?subject ?other ?sentences WHERE {{ {_TIE} ; {_TOPICAL} }}"
COUNTED_TIES = f"""SELECT ?tie ?type ?subject ?other ?status ?relations ?sentences ?releases
WHERE {{ {_TIE} ; rg:object ?other . {_COUNTED} }}"""
COUNTED_TOPIC_TIES = f"""SELECT ?tie ?type ?subject ?other ?status ?relations ?sentences ?releases
WHERE {{ {_COUNTED} . {_TIE} ; {_TOPICAL} }}"""
TIE_BASES = "SELECT ?tie ?basis WHERE { ?tie rg:tieBasis ?basis }"
_RELATION = """?relation a ?type ; rg:subject ?subject ; rg:confidence ?confidence ; rg:basis ?basis ;
    rg:status ?status ; rg:evidence ?evidence"""
CONFIDENT = f"""SELECT ?release ?type ?subject ?other ?confidence ?basis ?status ?evidence
WHERE {{ GRAPH ?release {{ {_RELATION} ; rg:object ?other }} }}"""
CONFIDENT_TOPICS = f"""SELECT ?release ?type ?subject ?other ?confidence ?basis ?status ?evidence
WHERE {{ GRAPH ?release {{ {_RELATION} ; rg:topic ?other FILTER NOT EXISTS {{ ?relation rg:object ?object }} }} }}"""
_BETWEEN = """SELECT ?release ?relation ?type ?subject ?other ?sentence ?status ?basis ?confidence ?title ?date
  ?publisher ?url
WHERE { VALUES (?subject ?other) { %s }
  GRAPH ?release { ?relation rg:subject ?subject ; rg:object|rg:topic ?other ; a ?type ; rg:status ?status ;
    rg:basis ?basis ; rg:confidence ?confidence ; rg:evidence ?evidence . ?evidence oa:hasSelector ?quote .
    ?quote oa:exact ?sentence . ?release dcterms:title ?title }
  OPTIONAL { GRAPH ?release { ?release dcterms:issued ?date } }
  OPTIONAL { GRAPH ?release { ?release dcterms:publisher ?publisher } }
  OPTIONAL { GRAPH ?release { ?release dcterms:source ?url } } }"""
RELEASE_VALUES = {
    "date": "dcterms:issued",
    "publisher": "dcterms:publisher",
    "url": "dcterms:source",
}
RELATION_VALUES = {
    "object": "rg:object",
    "topic": "rg:topic",
    "status": "rg:status",
    "confidence": "rg:confidence",
    "rule": "rg:rule",
    "basis": "rg:basis",
    "reviewer": "rg:reviewer",
    "reviewed_on": "rg:reviewedOn",
    "role": "rg:role",
    "amount": "rg:amount",
    "document": "rg:document",
    "event": "rg:event",
    "date": "rg:date",
    "from": "rg:from",
    "until": "rg:until",
}


def between(one: Iri, other: Iri) -> str:
    """Question for all relations that run from one node to another or back."""
    return _BETWEEN % f"({one.n3()} {other.n3()}) ({other.n3()} {one.n3()})"


def rows(store: Selects, question: str) -> Iterable[Row]:
    """Rows of a question, with the prefixes of the vocabulary before it."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(PREFIXES.items()))
    return store.select(prefixes + question).dicts()


def values(store: Selects, term: str, *, about: str) -> dict[str, list[str]]:
    """Sorted values of one property of all releases or relations; `about` names the class that they are of.

    `term` and `about` are prefixed names of this module, never text from outside.
    """
    found: dict[str, set[str]] = {}
    for row in rows(store, f"SELECT ?thing ?value WHERE {{ GRAPH ?g {{ ?thing a {about} ; {term} ?value }} }}"):
        found.setdefault(required(row, "thing"), set()).add(required(row, "value"))
    return {thing: sorted(held) for thing, held in found.items()}


def required(row: Row, column: str) -> str:
    """Value of a column that the question always binds.

    >>> required({"entity": "https://w3id.org/relgraph/id/country/JP"}, "entity")
    'https://w3id.org/relgraph/id/country/JP'
    """
    value = row[column]
    if value is None:
        raise ValueError(f"the question leaves ?{column} unbound")
    return value
