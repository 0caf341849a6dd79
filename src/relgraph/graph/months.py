"""What releases of each month tell by type and status, counted in the default graph.

Months add up, as the days of each do: who asks for all up to a day reads whole months and the days of the last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.days import sum_numbers
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Day, Part
from relgraph.vocabulary import RelationType, Status


class Monthly(NamedTuple):
    """What all relations of a month sum have in common; `month` is a year where no more is known of releases."""

    month: str
    type: RelationType
    status: Status


@dataclass
class Month:
    """All relations of one type and status from releases of one month, by their dates."""

    about: Monthly
    days: dict[str, Day] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """IRI of the month sum."""
        month, kind, status = self.about
        return iris.month(month, kind.value, status.value)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many relations, sentences and releases there are: a release has one date, a sentence one release."""
        relations, sentences, releases = map(sum, zip(*(day.counts for day in self.days.values()), strict=True))
        return relations, sentences, releases

    def add(self, date: str, part: Part) -> None:
        """Count in a relation of a release of some date."""
        self.days.setdefault(date, Day()).add(part)


def month_of(date: str) -> str:
    """The month of a date, or its year where it has no month.

    >>> month_of("2019-05-31"), month_of("2019")
    ('2019-05', '2019')
    """
    return date[:7]


def months(parts: Iterable[Part]) -> list[Month]:
    """The sums of all months, sorted by IRI; releases without a date are in none."""
    found: dict[Monthly, Month] = {}
    for part in parts:
        if part.date is not None:
            about = Monthly(month_of(part.date), part.kind.type, part.kind.status)
            found.setdefault(about, Month(about)).add(part.date, part)
    return sorted(found.values(), key=lambda month: month.id)


def month_quads(month: Month) -> Iterator[Quad]:
    """Quads of a month sum in the default graph."""
    subject, days = iri(month.id), sorted(month.days.items())
    yield Quad(subject, RDF.type, RG.MonthSum)
    yield Quad(subject, RG.monthType, RG[month.about.type.class_name])
    yield Quad(subject, RG.monthStatus, RG[month.about.status.value])
    for number in sum_numbers(month.about.month, *month.counts, days[-1][1].newest[-1]):
        yield Quad(subject, RG.monthNumber, decimal(number))
    for date, day in days:
        for number in sum_numbers(date, *day.counts, day.newest[-1]):
            yield Quad(subject, RG.monthDay, decimal(number))
