"""The tables beside that of relations: entities, releases, topics; one line each, sorted by their key.

Owns their columns and questions. Cells hold the words of the releases as they are.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from relgraph.describing.void import targets
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, TOPIC, EntityType

_LINKS = {target["id"].replace("-", "_"): target["space"] for target in targets()}
"""Columns of links to data sets of others, and how the addresses there begin."""

ENTITIES = ("entity", "type", "label_de", "label_en", "code", "part_of", "listed", *_LINKS)
RELEASES = (
    "release", "iri", "title", "date", "publisher", "region", "language", "url", "relations", "sentences", "sha256",
)  # fmt: skip
TOPICS = ("topic", "iri", "label_de", "label_en", "broader")

_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_TYPES = "SELECT ?thing ?value WHERE { ?thing a rg:Entity, ?value }"
_VALUES = "SELECT ?thing ?value WHERE {{ ?thing a rg:Entity ; {} ?value {} }}"
_SPEAKS = 'FILTER(LANG(?value) = "{}")'
_RELEASES = """SELECT ?iri ?release ?title ?date ?publisher ?region ?language ?url ?sha256 WHERE { GRAPH ?iri {
  ?iri a rg:Release ; dcterms:identifier ?release ; dcterms:title ?title ; dcterms:language ?language .
  OPTIONAL { ?iri dcterms:issued ?date } OPTIONAL { ?iri dcterms:publisher ?publisher }
  OPTIONAL { ?iri rg:region ?region } OPTIONAL { ?iri dcterms:source ?url }
  OPTIONAL { ?iri schema:sha256 ?sha256 } } }"""
_COUNTED = "SELECT ?thing (COUNT(*) AS ?value) WHERE {{ GRAPH ?thing {{ ?one a {} }} }} GROUP BY ?thing"
_TOPICS = """SELECT ?iri ?label_de ?label_en ?broader WHERE { ?iri skos:prefLabel ?label_de, ?label_en .
  FILTER(STRSTARTS(STR(?iri), STR(topic:)) && LANG(?label_de) = "de" && LANG(?label_en) = "en")
  OPTIONAL { ?iri skos:broader ?broader } }"""

Row = Mapping[str, str]


def entities_csv(store: Store) -> bytes:
    """One line an entity, with its address in each data set of others that it is linked to."""
    kinds = {ONTOLOGY + kind.value: kind.value for kind in EntityType}
    types = {thing: kind for thing, values in _values(store, _TYPES).items() for kind in map(kinds.get, values) if kind}
    columns = {
        "label_de": _of("rdfs:label", "de"), "label_en": _of("rdfs:label", "en"), "code": _of("rg:code"),
        "part_of": _of("rg:partOf"), "listed": _of("rg:listed"),
    }  # fmt: skip
    told = {column: _values(store, question) for column, question in columns.items()}
    same = _values(store, _of("owl:sameAs"))
    rows = (
        {"entity": thing, "type": kind}
        | {column: "".join(values.get(thing, ())) for column, values in told.items()}
        | {column: _first(same.get(thing, ()), space) for column, space in _LINKS.items()}
        for thing, kind in sorted(types.items())
    )
    return table(ENTITIES, rows)


def _first(addresses: Iterable[str], space: str) -> str:
    """The address in a data set; of several the first, as one cell is one address."""
    return min((address for address in addresses if address.startswith(space)), default="")


def releases_csv(store: Store) -> bytes:
    """One line a release, with how many relations it states in how many sentences."""
    counted = {"relations": "rg:Relation", "sentences": "rg:Evidence"}
    counts = {name: _values(store, _COUNTED.format(kind)) for name, kind in counted.items()}
    rows = [
        {name: value or "" for name, value in row.items()}
        | {name: (found.get(row["iri"] or "") or ["0"])[0] for name, found in counts.items()}
        for row in store.rows(_PREFIXES + _RELEASES)
    ]
    return table(RELEASES, sorted(rows, key=lambda row: row["release"]))


def topics_csv(store: Store) -> bytes:
    """One line a topic or group of topics; `broader` is the group."""
    rows = []
    for row in store.rows(_PREFIXES + _TOPICS):
        told = {name: value or "" for name, value in row.items()}
        rows.append(told | {"topic": told["iri"].removeprefix(TOPIC), "broader": told["broader"].removeprefix(TOPIC)})
    return table(TOPICS, sorted(rows, key=lambda row: (row["topic"], row["broader"])))


def table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Rows as CSV with a heading.

    >>> table(("a", "b"), [{"a": "x,y", "b": ""}])
    b'a,b\\n"x,y",\\n'
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _of(predicate: str, language: str | None = None) -> str:
    return _VALUES.format(predicate, _SPEAKS.format(language) if language else "")


def _values(store: Store, question: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.rows(_PREFIXES + question):
        found[row["thing"] or ""].append(row["value"] or "")
    return found
