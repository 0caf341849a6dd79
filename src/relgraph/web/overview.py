"""What the first page tells of the store: how much there is, whose releases they are, which are newest."""

from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store

_COUNTS = """SELECT (COUNT(?release) AS ?releases) (MAX(STR(?date)) AS ?newest)
  { GRAPH ?release { ?release a rg:Release OPTIONAL { ?release dcterms:issued ?date } } }"""
_RELATIONS = "SELECT (COUNT(?relation) AS ?n) { GRAPH ?release { ?relation a rg:Relation } }"
_SENTENCES = "SELECT (COUNT(DISTINCT ?said) AS ?n) { GRAPH ?release { ?relation rg:evidence ?said } }"
_REGION = """SELECT ?region (COUNT(?release) AS ?n) { GRAPH ?release { ?release rg:region ?region } }
  GROUP BY ?region ORDER BY DESC(?n) ?region LIMIT 1"""
_NEWEST = """SELECT ?release ?date { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?date } }
  ORDER BY DESC(STR(?date)) ?release LIMIT 5"""


@dataclass(frozen=True, slots=True)
class Overview:
    """The store at a glance."""

    releases: int
    relations: int
    sentences: int
    newest_date: str
    region: str | None
    """IRI of the region that most releases come from."""
    newest: Sequence[str]
    """IRIs of the newest releases."""


def overview(store: Store) -> Overview:
    """What there is.

    Raises:
        StoreError: the store cannot answer.
    """
    counts = next(asked(store, _COUNTS))
    region = next((value(row, "region") for row in asked(store, _REGION)), None)
    return Overview(
        releases=int(value(counts, "releases")),
        relations=int(value(next(asked(store, _RELATIONS)), "n")),
        sentences=int(value(next(asked(store, _SENTENCES)), "n")),
        newest_date=counts["newest"] or "",
        region=region,
        newest=[value(row, "release") for row in asked(store, _NEWEST)],
    )
