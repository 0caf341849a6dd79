"""What is compared: partners side by side, one row for each topic, type or year.

Owns the values and what follows from them; `gathering` reads them from a store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class By(StrEnum):
    """What the rows of a comparison are."""

    TOPIC = "topic"
    TYPE = "type"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Side:
    """A partner, or the region whose view is asked for: its IRI and its name."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence as it stands in a release, and on what the relation that it states rests."""

    sentence: str
    basis: str
    release: str
    title: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How much is said: relations, the sentences that state them, the releases that these stand in."""

    relations: int = 0
    sentences: int = 0
    releases: int = 0
    newest: Citation | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the count of a partner rests on: relations by basis, and the dates of the first and the last release."""

    bases: Mapping[str, int] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None


NOTHING = Count()


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, type or year, and what is said of it by IRI of partner; `key` is an IRI or a year, empty for none."""

    key: str
    label: str
    counts: Mapping[str, Count]

    def of(self, partner: Side) -> Count:
        """What is said of a partner."""
        return self.counts.get(partner.iri, NOTHING)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Partners side by side; `all_releases` counts the releases of the scope, whoever they speak of."""

    by: By
    partners: tuple[Side, ...]
    region: Side | None
    since: str | None
    until: str | None
    rows: tuple[Row, ...]
    totals: Mapping[str, Count]
    coverage: Mapping[str, Coverage]
    all_releases: int
    first: str | None
    last: str | None

    def only(self, partner: Side) -> list[Row]:
        """Rows in which one partner alone has anything; a row for what has no topic or date is none."""
        return [row for row in self.rows if row.key and set(row.counts) == {partner.iri}]

    @property
    def most(self) -> int:
        """The largest count of releases in a cell."""
        return max((count.releases for row in self.rows for count in row.counts.values()), default=0)
