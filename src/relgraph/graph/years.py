"""How much releases of each publisher and year hold, counted in the default graph.

A release has one publisher, region and date, so that year sums add up to whatever is asked of all releases.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, count, iri, moment, text
from relgraph.vocabulary import ID


class Yearly(NamedTuple):
    """What all releases of a year sum have in common; `year` is empty where none is known."""

    year: str
    publisher: str | None
    region: str | None


class Holding(NamedTuple):
    """How much one release holds; `region` is the IRI of the territory that it speaks for."""

    date: str | None
    publisher: str | None
    region: str | None
    relations: int
    sentences: int

    @property
    def about(self) -> Yearly:
        """The year sum in which it counts; an empty publisher is none."""
        return Yearly((self.date or "")[:4], self.publisher or None, self.region)


@dataclass
class Year:
    """All releases of one publisher, region and year."""

    about: Yearly
    releases: int = 0
    empty: int = 0
    relations: int = 0
    sentences: int = 0
    first: str = ""
    last: str = ""

    @property
    def id(self) -> str:
        """IRI of the year sum."""
        year, publisher, region = self.about
        return f"{ID}year/{year or 'undated'}/{iris.digest(publisher or '', region or '')}"

    def add(self, holding: Holding) -> None:
        """Count a release in."""
        self.releases += 1
        self.empty += holding.relations == 0
        self.relations += holding.relations
        self.sentences += holding.sentences
        if holding.date is not None:  # years, months and days compare as text
            self.first = min(self.first or holding.date, holding.date)
            self.last = max(self.last, holding.date)


def years(holdings: Iterable[Holding]) -> list[Year]:
    """The sums of all years, sorted by IRI."""
    found: dict[Yearly, Year] = {}
    for holding in holdings:
        found.setdefault(holding.about, Year(holding.about)).add(holding)
    return sorted(found.values(), key=lambda year: year.id)


def year_quads(year: Year) -> Iterator[Quad]:
    """Quads of a year sum in the default graph."""
    subject = iri(year.id)
    yield Quad(subject, RDF.type, RG.YearSum)
    if year.about.publisher is not None:
        yield Quad(subject, RG.yearPublisher, text(year.about.publisher))
    if year.about.region is not None:
        yield Quad(subject, RG.yearRegion, iri(year.about.region))
    yield Quad(subject, RG.releaseCount, count(year.releases))
    yield Quad(subject, RG.emptyCount, count(year.empty))
    yield Quad(subject, RG.relationCount, count(year.relations))
    yield Quad(subject, RG.sentenceCount, count(year.sentences))
    if year.first:
        yield Quad(subject, RG.firstDate, moment(year.first))
        yield Quad(subject, RG.lastDate, moment(year.last))
