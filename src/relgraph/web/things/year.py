"""What the page of a year sum tells: how many releases of whom it counts, and how much they hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY
from relgraph.web.things import selects
from relgraph.web.things.names import things


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year sum; its dates are empty where releases have none."""

    iri: str
    publisher: str | None
    region: str | None
    releases: int
    empty: int
    relations: int
    sentences: int
    first: str
    last: str
    things: Mapping[str, Thing]


def year_page(store: Store, iri: str) -> YearPage:
    """The page of a year sum."""
    rows = batched(store, selects.YEAR, [iri])
    told = {value(row, "property").removeprefix(ONTOLOGY): value(row, "value") for row in rows}
    region = told.get("yearRegion")
    return YearPage(
        iri=iri,
        publisher=told.get("yearPublisher"),
        region=region,
        releases=int(told["releaseCount"]),
        empty=int(told["emptyCount"]),
        relations=int(told["relationCount"]),
        sentences=int(told["sentenceCount"]),
        first=told.get("firstDate", ""),
        last=told.get("lastDate", ""),
        things=things(store, {region} if region else set()),
    )
