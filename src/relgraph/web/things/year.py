"""What the page of a year sum tells: how many releases of whom it counts, how much they hold, and which they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Origin, Thing
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY
from relgraph.web.things import selects
from relgraph.web.things.entity import PAGE, SHOWN, ListPage, release_page, releases_of
from relgraph.web.things.names import things
from relgraph.web.things.paging import Paged


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
    counted: Paged[Origin]
    things: Mapping[str, Thing]


def year_page(store: Store, iri: str) -> YearPage:
    """The page of a year sum."""
    told = _told(store, iri)
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
        counted=_counted(store, iri, told, 1, SHOWN),
        things=things(store, {region} if region else set()),
    )


def year_list_page(store: Store, iri: str, key: str, page: int) -> ListPage | None:
    """A page of the releases that a year sum counts; nothing where another list is asked for.

    Raises:
        QueryError: the list has no such page.
    """
    if key != "releases":
        return None
    told = _told(store, iri)
    name = ", ".join(filter(None, (told.get("yearPublisher"), told.get("firstDate", "")[:4]))) or iri.rpartition("/")[2]
    named = {iri: Thing(iri, {"de": name, "en": name}, "YearSum")}
    return ListPage(iri, key, named, releases=_counted(store, iri, told, page, PAGE))


def _told(store: Store, iri: str) -> dict[str, str]:
    rows = batched(store, selects.YEAR, [iri])
    return {value(row, "property").removeprefix(ONTOLOGY): value(row, "value") for row in rows}


def _counted(store: Store, iri: str, told: Mapping[str, str], page: int, size: int) -> Paged[Origin]:
    question = selects.YEAR_IN_REGION if "yearRegion" in told else selects.YEAR_NOWHERE
    return release_page(store, releases_of(store, iri, question), page, size)
