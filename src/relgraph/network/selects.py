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


class Selects(Protocol):
    """All that the projection needs of a store."""

    def rows(self, sparql: str) -> Iterable[Row]:
        """Rows of a SELECT, each a mapping of column to value."""
        ...


TYPES = f"""SELECT ?entity ?type
WHERE {{ VALUES ?type {{ {" ".join(f"rg:{kind}" for kind in EntityType)} }} ?entity a ?type }}"""
LABELS = """SELECT ?thing ?label (LANG(?label) AS ?language)
WHERE { { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label } }"""
CODES = "SELECT ?entity ?value WHERE { ?entity rg:code ?value }"
PARTS = "SELECT ?entity ?value WHERE { ?entity rg:partOf ?value }"
WITHIN = "SELECT ?entity ?value WHERE { ?entity rg:within ?value FILTER(?entity != ?value) }"
SAME = "SELECT ?entity ?value WHERE { { ?entity owl:sameAs ?value } UNION { ?entity skos:exactMatch ?value } }"
RELEASES = "SELECT ?release ?title WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:title ?title } }"
RELATIONS = """SELECT ?release ?relation ?type ?subject ?evidence ?sentence
WHERE { GRAPH ?release {
  ?relation a rg:Relation ; a ?type ; rg:subject ?subject ; rg:evidence ?evidence .
  ?evidence oa:hasSelector/oa:exact ?sentence .
  FILTER(?type != rg:Relation) } }"""
_TIE = {
    "type": "relationType", "subject": "subject", "status": "tieStatus", "basis": "tieBasis",
    "relations": "relationCount", "sentences": "sentenceCount", "releases": "releaseCount",
}  # fmt: skip
_COUNTS = ("relations", "sentences", "releases")
# The graph of each part has a name of its own: where all share one, an engine may look up row by row
_CONFIDENT = """{ SELECT ?tie ?basis (COUNT(DISTINCT ?relation) AS ?relations) (COUNT(DISTINCT ?evidence) AS ?sentences)
    (COUNT(DISTINCT ?release) AS ?releases)
  WHERE {
    { SELECT ?relation WHERE { GRAPH ?one { ?relation rg:confidence ?confidence } FILTER(?confidence >= %.9f) } }
    { SELECT ?relation ?release ?evidence WHERE { GRAPH ?release { ?relation rg:evidence ?evidence } } }
    { SELECT ?relation ?basis WHERE { GRAPH ?other { ?relation rg:basis ?basis } } }
    { SELECT ?relation ?tie WHERE { ?tie rg:sums ?relation } }
  } GROUP BY ?tie ?basis }"""
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
    "region": "rg:region",
    "language": "dcterms:language",
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


def ties(*, topical: bool, details: bool, min_confidence: float) -> str:
    """Question for ties with their counts: those that run to an entity, or the `topical` ones that run to a topic.

    `details` asks for status and all counts, else for sentences alone. A tie on several bases has
    several rows, and with `min_confidence` counts for each what is read so surely; without, what it has in all.
    """
    # Each property is read as a whole and joined at once, half the time of looking up tie by tie
    read = ["type", "subject", "basis", *(("status", *_COUNTS) if details else ("sentences",))]
    parts = [f"{{ SELECT ?tie ?other WHERE {{ ?tie {'rg:topic' if topical else 'rg:object'} ?other }} }}"]
    if min_confidence > 0:
        parts.append(_CONFIDENT % min_confidence)
    told = {"basis", *_COUNTS} if min_confidence > 0 else set()
    parts += [
        f"{{ SELECT ?tie ?{name} WHERE {{ ?tie rg:{_TIE[name]} ?{name} }} }}" for name in read if name not in told
    ]
    if topical:
        parts.append("MINUS { ?tie rg:object ?object }")
    lines = "\n  ".join(parts)
    return f"SELECT ?tie ?other {' '.join(f'?{name}' for name in read)}\nWHERE {{\n  {lines}\n}}"


def between(one: Iri, other: Iri) -> str:
    """Question for all relations that run from one node to another or back."""
    return _BETWEEN % f"({one.n3()} {other.n3()}) ({other.n3()} {one.n3()})"


def rows(store: Selects, question: str) -> Iterable[Row]:
    """Rows of a question, with the prefixes of the vocabulary before it."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(PREFIXES.items()))
    return store.rows(prefixes + question)


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
