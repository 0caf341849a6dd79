"""What the first page tells of the store: how much there is, whose releases they are, which are newest."""

from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.network.extent import extent
from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store

_RELATIONS = "SELECT (COUNT(?relation) AS ?n) { GRAPH ?release { ?relation a rg:Relation } }"
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
    held, newest = extent(store), list(asked(store, _NEWEST))
    return Overview(
        releases=held.releases,
        relations=int(value(next(asked(store, _RELATIONS)), "n")),
        sentences=held.sentences,
        newest_date=value(newest[0], "date") if newest else "",
        region=held.regions[0] if held.regions else None,
        newest=[value(row, "release") for row in newest],
    )
