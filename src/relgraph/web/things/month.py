"""What the page of a month sum tells: how much releases say in that month, and their newest sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from relgraph.brief.fact import Thing
from relgraph.graph.days import summed
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, RelationType, Status
from relgraph.web.things import selects
from relgraph.web.things.names import things
from relgraph.web.things.statements import Statement, statements


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month sum; `month` is a year where releases tell no more of their date."""

    iri: str
    month: str
    type: RelationType
    status: Status
    relations: int
    sentences: int
    releases: int
    statements: tuple[Statement, ...]
    things: Mapping[str, Thing]


def month_page(store: Store, iri: str) -> MonthPage:
    """The page of a month sum, with the newest of its relations."""
    rows = [*batched(store, selects.MONTH, [iri])]
    numbers = {value(row, "number") for row in rows}
    relations, sentences, releases = summed(map(Decimal, numbers))
    (type_,) = {one for one in RelationType if f"{ONTOLOGY}{one.class_name}" == value(rows[0], "type")}
    read = statements(store, {value(row, "relation") for row in rows if row["relation"]})
    year, month = (max(numbers)[at : at + length] for at, length in ((0, 4), (4, 2)))
    return MonthPage(
        iri=iri,
        month=year if month == "00" else f"{year}-{month}",
        type=type_,
        status=Status(value(rows[0], "status").removeprefix(ONTOLOGY)),
        relations=relations,
        sentences=sentences,
        releases=releases,
        statements=tuple(read),
        things=things(store, {one for statement in read for one in statement.named}),
    )
